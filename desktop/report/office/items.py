"""What a word processor gets: paragraphs, lists, tables and pictures, each in a named style. Knows no file format.

Sizes are points. A text is plain, as in the document tree; :mod:`desktop.report.office.clean` readies it for XML.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.report.tree import RowKind

__all__ = [
    "Counted",
    "Entries",
    "Grid",
    "GridCell",
    "GridRow",
    "Item",
    "ListKind",
    "Listing",
    "Look",
    "Para",
    "Picture",
    "Piece",
    "Pieces",
    "Style",
    "TocEntry",
    "kept",
    "words_of",
]


class Style(StrEnum):
    """The styles of paragraphs; the values are the names that a reader of Dutch sees (report-look.md)."""

    TITLE = "Titel"
    TITLE_SMALL = "Titel klein"
    SUBTITLE = "Ondertitel"
    H1 = "Kop 1"
    H2 = "Kop 2"
    H3 = "Kop 3"
    DECISION = "Besluit"
    KEY = "Kernzin"
    LEAD = "Kernzin met label"
    BODY = "Hoofdtekst"
    LABELLED = "Hoofdtekst met label"
    ARGUMENT = "Argument"
    REMARK = "Kanttekening"
    ITEM = "Lijst"
    NUMBERED = "Lijst genummerd"
    ASKED = "Gevraagd besluit"
    CAPTION = "Bijschrift"
    UNIT = "Bijschrift eenheid"
    NOTE = "Noot"
    FIGURE = "Figuur"
    SIGN = "Teken"
    KIND = "Documentsoort"
    FACT = "Feit"
    VALUE = "Kerncijfer"
    ANSWER = "Vraag en antwoord"
    CASE = "Praktijkgeval"
    CASE_TITLE = "Praktijkgeval titel"
    CELL = "Tabeltekst"
    FIRST = "Tabelrij"
    NUMBER = "Tabelgetal"
    HEAD = "Tabelkop"
    HEAD_NUMBER = "Tabelkop getal"
    CONTENTS_TITLE = "Kop inhoud"
    CONTENTS = "Inhoud 1"
    HEADER = "Koptekst"
    FOOTER = "Voettekst"


class Look(StrEnum):
    """How a stretch of text differs from its paragraph; the values are the names of the styles of characters."""

    PLAIN = ""
    BOLD = "Vet"
    ITALIC = "Cursief"
    LABEL = "Label"
    REMARK = "Label kanttekening"
    LETTER = "Label kop"
    CELL_LABEL = "Label tabel"
    VALUE = "Label kerncijfer"
    GREY = "Grijs"
    TAG = "Intern"
    LINK = "Koppeling"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of plain text; ``target``: the address of our own knowledge that it leads to, or nothing."""

    text: str
    look: Look = Look.PLAIN
    target: str = ""


Pieces = tuple[Piece, ...]


def words_of(pieces: Pieces) -> str:
    """The bare text."""
    return "".join(piece.text for piece in pieces)


@dataclass(frozen=True, slots=True)
class Counted:
    """The place of a besluit (level 0), argument (1) or kanttekening (2) in the list that counts them by itself."""

    level: int


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph.

    ``label``: hangs in the margin before the text; ``wide``: it is wider than the margin, so the text starts below
    it; ``anchor``: the name of the place that the contents lead to; ``keep``: with what follows; ``page``: on a new
    page; ``before``: space above it where it is not that of the style; ``counted``: a list can make the same label;
    ``right``: stands at the end of the line.
    """

    style: Style
    pieces: Pieces
    label: Pieces = ()
    wide: bool = False
    anchor: str = ""
    keep: bool = False
    page: bool = False
    before: float | None = None
    counted: Counted | None = None
    right: str = ""


class ListKind(StrEnum):
    """What stands before the items of a list."""

    BULLET = "bullet"
    NUMBER = "number"
    ASKED = "asked"
    """Large numerals in the margin."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    kind: ListKind
    items: tuple[Pieces, ...]
    keep: bool = False
    before: float | None = None

    @property
    def style(self) -> Style:
        """Of the items."""
        return {ListKind.BULLET: Style.ITEM, ListKind.NUMBER: Style.NUMBERED, ListKind.ASKED: Style.ASKED}[self.kind]


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: paragraphs in one style; ``span``: columns; ``inset``: white at the right, so that digits align.

    ``hang``: how far the second line and later ones stand in, after a sign.
    """

    lines: tuple[Pieces, ...]
    style: Style = Style.CELL
    span: int = 1
    inset: float = 0
    hang: float = 0


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row; ``height``: at least; ``keep``: with the next; ``whole``: not over two pages."""

    cells: tuple[GridCell, ...]
    kind: RowKind = RowKind.PLAIN
    chosen: bool = False
    height: float = 0
    keep: bool = False
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with one row of heads; ``name``: what it holds; ``dashed``: its rules are lines to write on.

    ``pads``: the white at the right within each column.
    """

    name: str
    widths: tuple[float, ...]
    head: GridRow
    rows: tuple[GridRow, ...]
    pads: tuple[float, ...] = ()
    dashed: bool = False
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG on a line of its own; ``title`` and ``alt``: what it is called and what it says."""

    data: bytes
    width: float
    height: float
    title: str
    alt: str
    style: Style = Style.FIGURE
    keep: bool = False


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A chapter in the contents."""

    label: str
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Entries:
    """The contents: title, then the chapters."""

    title: str
    entries: tuple[TocEntry, ...]
    keep: bool = False


Item = Para | Listing | Grid | Picture | Entries


def kept(item: Item) -> Item:
    """The same, staying on the page of what follows."""
    return replace(item, keep=True)
