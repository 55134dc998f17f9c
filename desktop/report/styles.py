"""The look of the report: grid, colours and text styles (report-look.md). Points."""

from dataclasses import dataclass

from models.figures import Role, Weight

__all__ = [
    "ALONG",
    "AXIS",
    "BLEED",
    "COLOURS",
    "COLUMN",
    "FRAME_TOP",
    "FULL",
    "GUTTER",
    "LEFT",
    "LINE",
    "MM",
    "PAGE_HEIGHT",
    "PAGE_WIDTH",
    "ROOM",
    "UNIT",
    "TextStyle",
    "snap",
]

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
LEFT = 25 * MM
COLUMN, GUTTER = 37 * MM, 4 * MM
FULL = 4 * COLUMN + 3 * GUTTER
"""Width of the frame: four columns."""
AXIS = COLUMN + GUTTER
"""The text axis, from the left of the frame."""
ALONG = FULL - AXIS
"""Width of the text along the axis."""
FRAME_TOP = 28 * MM
UNIT, LINE = 7.0, 14.0
ROOM = 49 * LINE
"""Height of the frame: 49 lines."""
BLEED = 2.5 * MM
"""How far a tint hangs out on both sides."""

COLOURS = {
    Role.INK: 0x1B2428,
    Role.ACCENT: 0x0C4A57,
    Role.MID: 0x6A9099,
    Role.BAND: 0xCFDEE1,
    Role.PANEL: 0xEEF3F4,
    Role.GREY: 0x4F5B60,
    Role.RULE: 0xA3B0B4,
    Role.BRICK: 0x8C3510,
    Role.PAPER: 0xFFFFFF,
    Role.EDGE: 0x6A9099,
    Role.WASH: 0xDFE9EB,
    Role.DEEP: 0x0C4A57,
    Role.ON_DEEP: 0xFFFFFF,
    Role.POINTER: 0xCFDEE1,
    Role.ON_POINTER: 0x1B2428,
    Role.OK: 0x0C4A57,
    Role.DANGER: 0x8C3510,
    Role.DANGER_WASH: 0xFFFFFF,
    Role.INTERN: 0x4F5B60,
    # In print the forms are told apart by letter and dash; each shade is dark enough for white text.
    Role.NETWERK: 0x4D6A72,
    Role.CENTRUM: 0x0C4A57,
    Role.MATRIX: 0x5A6F75,
    Role.SSC: 0x33565F,
    Role.SETA: 0x1B2428,
    Role.ON_FORM: 0xFFFFFF,
}


def snap(height: float) -> float:
    """``height`` rounded up to the vertical unit."""
    whole = int((height - 0.05) // UNIT) + 1
    return max(whole, 0) * UNIT


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set.

    ``hyphenate``: fewest letters of a word that may be broken, 0 for never; ``bind``: keep together what is read
    together; ``balance``: lines of even length; ``before`` and ``after``: space around a block of it.
    """

    size: float
    leading: float
    weight: Weight = Weight.REGULAR
    colour: Role = Role.INK
    before: float = 0
    after: float = 0
    hyphenate: int = 0
    bind: bool = True
    balance: bool = False

    def __hash__(self) -> int:
        # Asked for each text that is set; the hash of an enumeration takes as long as setting a word.
        return hash((self.size, self.leading, self.hyphenate, self.before))


SEMI, BOLD = Weight.SEMIBOLD, Weight.BOLD

TITLE = TextStyle(30, 34, BOLD, after=10, balance=True)
TITLE_LONG = TextStyle(20, 24.5, BOLD, after=10, balance=True)
SUBTITLE = TextStyle(14, 21, colour=Role.GREY, after=21, balance=True)
H1 = TextStyle(20, 24.5, BOLD, before=28)
H2 = TextStyle(13, 17, BOLD, before=14, after=3.5)
H3 = TextStyle(10.5, 14, SEMI, before=7)
DECISION = TextStyle(12, 17.5, BOLD, before=14, after=3.5, balance=True)
DECISION_LABEL = TextStyle(12, 17.5, BOLD)
NUMBER = TextStyle(12, 14, SEMI, Role.ACCENT)
NUMERAL = TextStyle(20, 24.5, BOLD, Role.ACCENT)
KEY = TextStyle(12, 17.5, SEMI, Role.ACCENT, after=10.5, balance=True)
BODY = TextStyle(10.5, 14, after=7, hyphenate=16)
ITEM = TextStyle(10.5, 14, after=3.5, hyphenate=16)
LABEL = TextStyle(9, 14, SEMI, Role.ACCENT, hyphenate=13)
LABEL_STRONG = TextStyle(10.5, 14, SEMI, Role.ACCENT)
LABEL_REMARK = TextStyle(9.5, 14, Weight.ITALIC, Role.BRICK, hyphenate=13)
CAPTION = TextStyle(10.5, 14, SEMI, before=14, balance=True)
CAPTION_UNIT = TextStyle(9, 12, colour=Role.GREY)
CELL = TextStyle(9.5, 12, hyphenate=13)
CELL_FIRST = TextStyle(9.5, 12, SEMI, hyphenate=13)
HEAD = TextStyle(9, 11.5, SEMI, Role.GREY, hyphenate=6)
NOTE = TextStyle(8.5, 11, colour=Role.GREY, before=3.5, after=14, hyphenate=16)
SMALL = TextStyle(8.5, 11, colour=Role.GREY, hyphenate=13)
FIGURE_VALUE = TextStyle(20, 24.5, BOLD, Role.ACCENT)
FIGURE_TEXT = TextStyle(9, 11.5)
PANEL_TITLE = TextStyle(20, 24.5, BOLD)
KIND = TextStyle(10.5, 14, SEMI)
SIGNED_TITLE = TextStyle(10.5, 14, after=0, hyphenate=16)
ROLE = TextStyle(9.5, 12, SEMI, hyphenate=13)
TAG = TextStyle(9, 11, SEMI, Role.PAPER)
