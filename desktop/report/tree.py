"""The document tree: what a report says, apart from how any format shows it.

Every text in it is plain data, exactly as typed or as the knowledge has it; no text is ever markup. A renderer
(PDF now; tags, docx and odt later) walks the blocks in order, which is the reading order. Numbers of tables and
figures are given once, by :func:`numbered`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from desktop.report.inline import Inline, Run, RunStyle, bold, italic, linked, plain, text_of
from desktop.report.sheets import FormCell, FormTable, SignatureBlock, SignatureLine
from models.figures import Figure
from models.vocabulary import CooperationForm

__all__ = [
    "Align",
    "Block",
    "BulletList",
    "Cell",
    "Column",
    "Contents",
    "Document",
    "Entry",
    "FigureBlock",
    "FormCell",
    "FormTable",
    "Heading",
    "HeadingKind",
    "Inline",
    "KeyFigure",
    "KeySentence",
    "LabelKind",
    "LabelledParagraph",
    "Logo",
    "Mark",
    "Meta",
    "NumberedList",
    "PageBreak",
    "Panel",
    "Paragraph",
    "ParagraphKind",
    "QuestionAnswer",
    "Row",
    "RowKind",
    "Run",
    "RunStyle",
    "SignatureBlock",
    "SignatureLine",
    "Table",
    "TitlePage",
    "Together",
    "bold",
    "cell",
    "italic",
    "linked",
    "numbered",
    "plain",
    "text_of",
    "walk",
]


class Align(StrEnum):
    """Which side the cells of a column stand on: text left, numbers right."""

    LEFT = "left"
    RIGHT = "right"


class Mark(StrEnum):
    """A small sign before a text. The words beside it say the same: a mark is never the only carrier."""

    FULL = "full"
    HALF = "half"
    STRUCK = "struck"
    WARNING = "warning"
    DONE = "done"
    """A box that is ticked."""
    BUSY = "busy"
    """A box that is half full."""
    OPEN = "open"
    """An empty box."""
    DROPPED = "dropped"
    """A box with a dash: it does not count here."""


class RowKind(StrEnum):
    """What a row of a table is for."""

    PLAIN = "plain"
    GROUP = "group"
    """A heading above the rows that follow; only its first cell is shown, over the whole width."""
    TOTAL = "total"
    """What the rows above it add up to."""


class ParagraphKind(StrEnum):
    """What a paragraph is for."""

    BODY = "body"
    NOTE = "note"
    WORDS = "words"
    """A figure or table in words, right after it."""


class LabelKind(StrEnum):
    """What the label in the margin is for."""

    PLAIN = "plain"
    REMARK = "remark"
    """A kanttekening: what speaks against, a caution."""


class HeadingKind(StrEnum):
    """What a heading stands above."""

    PLAIN = "plain"
    DECISION = "decision"
    """A numbered beslispunt with its arguments and kanttekeningen; its label is "Besluit 1"."""


class Heading(NamedTuple):
    """A heading of level 1 (chapter), 2 or 3; ``label``: its letter or number, such as ``B`` or ``B2``."""

    level: int
    text: str
    label: str = ""
    kind: HeadingKind = HeadingKind.PLAIN


class KeySentence(NamedTuple):
    """The sentence under a chapter's title that gives its outcome."""

    text: str


class Paragraph(NamedTuple):
    """Running text. ``leads``: what follows belongs to it, so that they are not parted."""

    runs: Inline
    kind: ParagraphKind = ParagraphKind.BODY
    leads: bool = False


class LabelledParagraph(NamedTuple):
    """A paragraph with a label in the margin; read as label, then text."""

    label: str
    runs: Inline
    kind: LabelKind = LabelKind.PLAIN


class BulletList(NamedTuple):
    """A list whose order says nothing."""

    items: tuple[Inline, ...]


class NumberedList(NamedTuple):
    """A list whose order says something, from 1."""

    items: tuple[Inline, ...]


class Column(NamedTuple):
    """A column: head (never empty), side, share of the width. The first column of a table is the margin."""

    head: str
    weight: float = 1.0
    align: Align = Align.LEFT


class Cell(NamedTuple):
    """A cell: text, with a mark or the sign of a form before it.

    ``after``: a letter after a number, in a slot of its own, so that the digits above each other align.
    """

    runs: Inline
    mark: Mark | None = None
    form: CooperationForm | None = None
    after: str = ""


def cell(text: str, *, mark: Mark | None = None, form: CooperationForm | None = None, after: str = "") -> Cell:
    """A cell with plain text."""
    return Cell(plain(text), mark, form, after)


@dataclass(frozen=True)
class Row:
    """A row; ``chosen``: the one that is advised."""

    cells: tuple[Cell, ...]
    chosen: bool = False
    kind: RowKind = RowKind.PLAIN


@dataclass(frozen=True)
class Table:
    """A table; the first cell of a row is its heading.

    ``unit``: the line under the caption; ``note``: under the table; ``number``: 0 is none yet.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    unit: str = ""
    note: str = ""
    number: int = 0

    def __post_init__(self) -> None:
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError(f"table {self.caption!r}: a row does not have one cell a column")


@dataclass(frozen=True)
class FigureBlock:
    """A figure with its caption and what it shows in words; ``number``: 0 is none yet."""

    figure: Figure
    words: str
    unit: str = ""
    number: int = 0


class KeyFigure(NamedTuple):
    """A figure in large type with what it means."""

    value: str
    text: str


class QuestionAnswer(NamedTuple):
    """A question of a reader with its short answer."""

    question: str
    runs: Inline


class Panel(NamedTuple):
    """The tinted summary: title, key figures, questions with answers. A chapter of its own without a letter."""

    title: str
    figures: tuple[KeyFigure, ...]
    rows: tuple[QuestionAnswer, ...]


class Entry(NamedTuple):
    """One of a row of cases: who and when in the margin, title and paragraphs beside it."""

    label: str
    note: str
    title: str
    paragraphs: tuple[Inline, ...]
    mark: Mark | None = None


class Logo(NamedTuple):
    """The mark of an organisation: the bytes of a PNG or JPEG picture, and what it is in words."""

    data: bytes
    alt: str


@dataclass(frozen=True)
class TitlePage:
    """The first page; ``form``: whose sign it bears; ``facts``: label and value, at the foot.

    ``ask``: the sentence before the decisions that are asked for; ``decisions``: their texts, numbered from 1.
    ``whole``: it is a page of its own, with its facts at the foot; else the document goes on below it.
    """

    kind: str
    status: str
    title: str
    subtitle: str
    label: str
    sentences: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    form: CooperationForm | None = None
    ask: str = ""
    decisions: tuple[str, ...] = ()
    logo: Logo | None = None
    whole: bool = True


class Contents(NamedTuple):
    """The list of chapters with their pages."""

    title: str


@dataclass(frozen=True)
class PageBreak:
    """What follows starts on a new page."""


class Together(NamedTuple):
    """Blocks that stay on one page as long as they fit on one."""

    blocks: tuple["Block", ...]


Block = (
    Heading
    | KeySentence
    | Paragraph
    | LabelledParagraph
    | BulletList
    | NumberedList
    | Table
    | FigureBlock
    | Panel
    | Entry
    | TitlePage
    | Contents
    | PageBreak
    | SignatureBlock
    | FormTable
    | Together
)


@dataclass(frozen=True)
class Meta:
    """What stands about the document: in its properties and in its running lines.

    ``kind``: "Advies over samenwerking"; ``status``: "Concept"; ``version``: left in the footer; ``dated``: in
    words; ``code``: the eight digits of the content hash; ``content_hash``: in full; ``internal``: not for the public,
    every page says so; ``page_word``: what a page of it is called in the footer; ``mark``: what a reader of the file
    finds in it about where it came from, as names and values.
    """

    title: str
    kind: str
    status: str
    version: str
    dated: str
    code: str
    content_hash: str
    author: str = ""
    language: str = "nl-NL"
    internal: bool = False
    page_word: str = "pagina"
    mark: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Document:
    """A whole document."""

    meta: Meta
    blocks: tuple[Block, ...] = field(default=())


def walk(document: Document) -> Iterator[Block]:
    """All blocks in reading order, those inside :class:`Together` too."""
    return _walk(document.blocks)


def _walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Together):
            yield from _walk(block.blocks)
        else:
            yield block


def numbered(document: Document) -> Document:
    """The same document with tables and figures numbered in reading order, each kind from 1."""
    counts = {"table": 0, "figure": 0}
    return replace(document, blocks=_numbered(document.blocks, counts))


def _numbered(blocks: tuple[Block, ...], counts: dict[str, int]) -> tuple[Block, ...]:
    done: list[Block] = []
    for block in blocks:
        if isinstance(block, Table | FormTable):
            counts["table"] += 1
            done.append(replace(block, number=counts["table"]))
        elif isinstance(block, FigureBlock):
            counts["figure"] += 1
            done.append(replace(block, number=counts["figure"]))
        elif isinstance(block, Together):
            done.append(Together(_numbered(block.blocks, counts)))
        else:
            done.append(block)
    return tuple(done)
