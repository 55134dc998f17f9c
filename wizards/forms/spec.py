"""What a form holds: fields, lists of records, groups. Data only; texts in Dutch."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from models.dossier import Dossier
from models.dossier.base import NoAnswerKind
from models.dossier.edit import Path
from models.knowledge import Knowledge

__all__ = ["ALL_NO_ANSWERS", "Field", "Group", "Kind", "Option", "Options", "Records", "options_of"]


class Kind(StrEnum):
    """How a field is filled in. ``LINES``: a list of texts, typed one on each line."""

    LINE = "line"
    AREA = "area"
    LINES = "lines"
    WHOLE = "whole"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    YEAR = "year"
    DATE = "date"
    CHOICE = "choice"
    MANY = "many"
    SCORE = "score"
    IMPORTANCE = "importance"
    YES_NO = "yes_no"
    TOGGLE = "toggle"


@dataclass(frozen=True, slots=True)
class Option:
    """One choice; ``help``: one line of explanation."""

    value: str
    label: str
    help: str = ""


Options = tuple[Option, ...] | Callable[[Dossier, Knowledge], tuple[Option, ...]]

ALL_NO_ANSWERS = (NoAnswerKind.UNKNOWN, NoAnswerKind.NOT_APPLICABLE, NoAnswerKind.LATER)


@dataclass(frozen=True, slots=True)
class Field:
    """One question.

    ``name``: path of it in its section or record, parts joined by ``/`` (``evaluation/first_on``). ``why``: one line
    under the label. ``no_answers``: which kinds of "no answer" may be chosen; only where the dossier's type is an
    ``Answer``. ``internal``: never on the audience's screen or in a public report. ``words``: the texts under 1, 3
    and 5 of a score. ``short``: shares its line with other short fields.
    """

    name: str
    label: str
    kind: Kind = Kind.LINE
    why: str = ""
    options: Options = ()
    no_answers: tuple[NoAnswerKind, ...] = ()
    required: bool = False
    internal: bool = False
    unit: str = ""
    words: tuple[str, str, str] | None = None
    short: bool = False
    visible: Callable[[Dossier, Path], bool] | None = None
    """Whether it is asked, given the dossier and the path of its section or record; None: always."""

    @property
    def parts(self) -> Path:
        """The name as a path."""
        return tuple(self.name.split("/"))


@dataclass(frozen=True, slots=True)
class Records:
    """A list of records that grows.

    ``path``: of the list, from the dossier (``("opgave", "facts")``). ``make``: a new record. ``headline`` and
    ``detail``: how one shows when closed. ``singular``: for buttons ("feit"); ``removed``: what is said when one is
    taken out ("Feit verwijderd."). ``remove``: another way to take one out than dropping it from the list.
    ``keep``: which records are shown; None: all.
    """

    path: Path
    title: str
    singular: str
    removed: str
    fields: tuple[Field, ...]
    make: Callable[[Dossier], BaseModel]
    headline: Callable[[Any, Dossier, Knowledge], str]
    detail: Callable[[Any, Dossier, Knowledge], str] = lambda _record, _dossier, _knowledge: ""
    why: str = ""
    empty: str = ""
    """What is said while the list is empty: what to do, and why."""
    remove: Callable[[Dossier, Path], Dossier] | None = None
    keep: Callable[[Any], bool] | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A card of the page: title, one line of explanation, and what it asks.

    ``base``: path of the section, or of a record inside it, to which its fields belong.
    """

    title: str
    base: Path
    items: tuple[Field | Records, ...]
    why: str = ""
    internal: bool = False


def options_of(field: Field, dossier: Dossier, knowledge: Knowledge) -> tuple[Option, ...]:
    """The choices of a field in this dossier."""
    return field.options(dossier, knowledge) if callable(field.options) else field.options
