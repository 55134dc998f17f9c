"""Forms as data: what a page asks, without Qt. The same data makes the page, its check page and its search hits."""

from wizards.forms.rows import CheckRow, group_rows
from wizards.forms.spec import Field, Group, Kind, Option, Records, options_of
from wizards.forms.values import NO_ANSWER_WORDS, Unreadable, parse, shown, spoken

__all__ = [
    "NO_ANSWER_WORDS",
    "CheckRow",
    "Field",
    "Group",
    "Kind",
    "Option",
    "Records",
    "Unreadable",
    "group_rows",
    "options_of",
    "parse",
    "shown",
    "spoken",
]
