"""The look of the styles, for both formats: type, space, indents, rules and tints (report-look.md). Points."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop.report import styles
from desktop.report.office.items import ListKind, Look, Style
from desktop.report.styles import AXIS, COLOURS, FULL, TextStyle
from models.figures import Role, Weight

__all__ = [
    "BUILT_IN",
    "FALLBACK",
    "FONT",
    "LISTS",
    "LOOKS",
    "PAD_BOTTOM",
    "PAD_RIGHT",
    "PAD_TOP",
    "PARAS",
    "ListLook",
    "ParaLook",
    "Rule",
    "hexed",
    "is_bold",
]

FONT, FALLBACK = "Source Sans Pro", ("Calibri", "Liberation Sans")

_BULLET_ROOM, _NUMBER_ROOM, _LETTER_ROOM = 12.0, 18.0, 24.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A line above or below a paragraph."""

    weight: float
    role: Role
    gap: float = 4.0


@dataclass(frozen=True, slots=True)
class ParaLook:
    """How a paragraph is set.

    ``left`` and ``hanging``: indents; ``tabs``: places from the left of the text area; ``end``: a tab at the right
    end; ``level``: in the outline, from 1; ``keep``: with what follows; ``right``: numbers; ``between``: the rules
    stand between such paragraphs too; ``least_before``: space before where it is the first after something else.
    """

    text: TextStyle
    left: float = AXIS
    hanging: float = 0
    before: float = 0
    after: float = 0
    level: int = 0
    keep: bool = False
    above: Rule | None = None
    below: Rule | None = None
    between: Rule | None = None
    tint: Role | None = None
    end: bool = False
    tabs: tuple[float, ...] = ()
    right: bool = False
    parent: Style | None = None


def _look(text: TextStyle, **more: object) -> ParaLook:
    return replace(ParaLook(text, before=text.before, after=text.after), **more)  # type: ignore[arg-type]


def _hung(text: TextStyle, **more: object) -> ParaLook:
    return _look(text, **({"left": AXIS, "hanging": AXIS} | more))


_HAIR, _CLOSE = Rule(0.5, Role.RULE, 3), Rule(0.5, Role.RULE, 2)
_ASKED = {"above": _HAIR, "below": _HAIR, "between": _HAIR}
_FACTS = {"above": _CLOSE, "below": _CLOSE, "between": _CLOSE}
_PANEL = {"above": _HAIR, "below": _HAIR, "between": _HAIR, "tint": Role.PANEL}
_TABLE = {"left": 0.0}
_SMALL = styles.SMALL

PARAS: Mapping[Style, ParaLook] = {
    Style.TITLE: _look(styles.TITLE),
    Style.TITLE_SMALL: _look(styles.TITLE_LONG, parent=Style.TITLE),
    Style.SUBTITLE: _look(styles.SUBTITLE, after=18),
    Style.H1: _hung(styles.H1, after=7, level=1, keep=True, above=Rule(1, Role.ACCENT, 8)),
    Style.H2: _hung(styles.H2, level=2, keep=True),
    Style.H3: _hung(styles.H3, level=3, keep=True, after=2),
    Style.DECISION: _hung(replace(styles.H2, size=12, leading=17.5), level=2, keep=True, parent=Style.H2),
    Style.KEY: _look(styles.KEY),
    Style.LEAD: _hung(replace(styles.KEY, after=7)),
    Style.BODY: _look(styles.BODY),
    Style.LABELLED: _hung(styles.BODY, parent=Style.BODY),
    Style.ARGUMENT: _hung(styles.BODY, parent=Style.LABELLED),
    Style.REMARK: _hung(styles.BODY, parent=Style.LABELLED),
    Style.ITEM: _look(styles.ITEM, left=AXIS + _BULLET_ROOM, hanging=_BULLET_ROOM, parent=Style.BODY),
    Style.NUMBERED: _look(styles.ITEM, left=AXIS + _NUMBER_ROOM, hanging=_NUMBER_ROOM, parent=Style.ITEM),
    Style.ASKED: _hung(replace(styles.KEY, colour=Role.INK, after=0), **_ASKED),
    Style.CAPTION: _hung(styles.CAPTION, keep=True, after=3),
    Style.UNIT: _look(styles.CAPTION_UNIT, keep=True, after=3, parent=Style.CAPTION),
    Style.NOTE: _look(styles.NOTE),
    Style.FIGURE: _look(TextStyle(10.5, 14), left=0.0),
    Style.SIGN: _look(TextStyle(10.5, 14), left=0.0, before=7, after=7, parent=Style.FIGURE),
    Style.KIND: _look(styles.KIND, after=10, above=Rule(3, Role.ACCENT, 9), left=0.0, end=True),
    Style.FACT: _hung(styles.CELL, **_FACTS),
    Style.VALUE: _hung(styles.FIGURE_TEXT, **_PANEL),
    Style.ANSWER: _hung(styles.BODY, after=0, **_PANEL),
    Style.CASE: _hung(_SMALL, before=10, keep=True, above=Rule(0.5, Role.RULE, 6)),
    Style.CASE_TITLE: _look(styles.H3, before=2, after=2, keep=True),
    Style.CELL: _look(styles.CELL, **_TABLE),
    Style.FIRST: _look(styles.CELL_FIRST, **_TABLE, parent=Style.CELL),
    Style.NUMBER: _look(styles.CELL, **_TABLE, right=True, parent=Style.CELL),
    Style.HEAD: _look(styles.HEAD, **_TABLE, keep=True),
    Style.HEAD_NUMBER: _look(styles.HEAD, **_TABLE, keep=True, right=True, parent=Style.HEAD),
    Style.CONTENTS_TITLE: _look(styles.H3, before=14, after=3.5, keep=True),
    Style.CONTENTS: _look(replace(styles.CELL, hyphenate=0), left=AXIS + _LETTER_ROOM, hanging=_LETTER_ROOM, end=True),
    Style.HEADER: _look(_SMALL, left=0.0, end=True),
    Style.FOOTER: _look(_SMALL, left=0.0, end=True, tabs=(AXIS,), above=Rule(0.5, Role.RULE, 4)),
}
"""Every style of paragraphs."""

BUILT_IN: Mapping[Style, tuple[str, str]] = {
    Style.TITLE: ("Title", "Title"),
    Style.SUBTITLE: ("Subtitle", "Subtitle"),
    Style.H1: ("heading 1", "Heading 1"),
    Style.H2: ("heading 2", "Heading 2"),
    Style.H3: ("heading 3", "Heading 3"),
    Style.CAPTION: ("caption", "Caption"),
    Style.CONTENTS_TITLE: ("TOC Heading", "Contents Heading"),
    Style.CONTENTS: ("toc 1", "Contents 1"),
    Style.HEADER: ("header", "Header"),
    Style.FOOTER: ("footer", "Footer"),
}
"""Styles that word processors know themselves, by their names in Word and in LibreOffice; those show them translated.

Navigation and contents work by these names."""

LOOKS: Mapping[Look, TextStyle] = {
    Look.BOLD: TextStyle(0, 0, Weight.BOLD),
    Look.ITALIC: TextStyle(0, 0, Weight.ITALIC),
    Look.LABEL: styles.LABEL,
    Look.REMARK: styles.LABEL_REMARK,
    Look.LETTER: TextStyle(0, 0, Weight.BOLD, Role.ACCENT),
    Look.CELL_LABEL: styles.CELL_FIRST,
    Look.VALUE: replace(styles.H2, colour=Role.ACCENT),
    Look.GREY: TextStyle(8.5, 11, Weight.REGULAR, Role.GREY),
    Look.TAG: TextStyle(9, 11, Weight.BOLD, Role.PAPER),
    Look.LINK: TextStyle(0, 0, Weight.REGULAR, Role.ACCENT),
}
"""Every style of characters; size 0 is that of the paragraph."""


@dataclass(frozen=True, slots=True)
class ListLook:
    """What stands before the items: a sign or (empty) a number with ``suffix``, in this type, in ``room``."""

    sign: str
    suffix: str
    text: TextStyle
    left: float
    room: float


LISTS: Mapping[ListKind, ListLook] = {
    ListKind.BULLET: ListLook("•", "", replace(styles.ITEM, colour=Role.ACCENT), AXIS + _BULLET_ROOM, _BULLET_ROOM),
    ListKind.NUMBER: ListLook("", ".", replace(styles.ITEM, colour=Role.ACCENT), AXIS + _NUMBER_ROOM, _NUMBER_ROOM),
    ListKind.ASKED: ListLook("", "", TextStyle(20, 24.5, Weight.BOLD, Role.ACCENT), AXIS, AXIS),
}

WIDTH = FULL

PAD_TOP, PAD_BOTTOM, PAD_RIGHT = 3.0, 3.5, 8.0
"""The white within the cells of a table."""


def hexed(role: Role) -> str:
    """The colour as six digits."""
    return f"{COLOURS[role]:06X}"


def is_bold(text: TextStyle) -> bool:
    """Word processors have one bold; semibold is it too."""
    return text.weight in {Weight.SEMIBOLD, Weight.BOLD}
