"""From the blocks of the tree to the items of a word processor: which style, which label, what stays together."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from desktop.report import styles, tree
from desktop.report.office.counting import Counter
from desktop.report.office.items import (
    Entries,
    Grid,
    Item,
    Listing,
    ListKind,
    Look,
    Para,
    Picture,
    Piece,
    Pieces,
    Style,
    TocEntry,
    kept,
)
from desktop.report.office.pictures import fitted, png_of
from desktop.report.office.signs import marked
from desktop.report.office.tables import form_grid, grid_of, piece_of, signature_grid
from desktop.report.office.title import title_items, wide
from desktop.report.styles import COLUMN, FULL, LINE, ROOM

__all__ = ["items_of"]

_HEADINGS = {1: Style.H1, 2: Style.H2}
_KINDS = {
    tree.ParagraphKind.BODY: Style.BODY,
    tree.ParagraphKind.NOTE: Style.NOTE,
    tree.ParagraphKind.WORDS: Style.NOTE,
}
_MOST_HIGH = ROOM - 10 * LINE
_AFTER_GRID = 12.0
_RULED = frozenset({Style.VALUE, Style.ANSWER, Style.FACT, Style.ASKED})
_GROWING = frozenset({Style.BODY, Style.LABELLED, Style.ARGUMENT, Style.REMARK, Style.KEY, Style.ITEM, Style.NUMBERED})
"""Styles without space above them, which need it after a table."""


def items_of(document: tree.Document) -> Iterator[Item]:
    """All of ``document``, in reading order; tables and figures are numbered."""
    numbered = tree.numbered(document)
    chapters = tuple(_chapters(numbered))
    return _spaced(_broken(_Walk(chapters).items(numbered.blocks)))


def _chapters(document: tree.Document) -> Iterator[TocEntry]:
    """The chapters as the contents show them: every heading of level 1."""
    for number, (level, label, text) in enumerate(_headings(document), start=1):
        if level == 1:
            yield TocEntry(label, text, _anchor(number))


def _headings(document: tree.Document) -> Iterator[tuple[int, str, str]]:
    for block in tree.walk(document):
        if isinstance(block, tree.Heading):
            yield block.level, block.label, block.text
        elif isinstance(block, tree.Panel):
            yield 1, "", block.title


def _anchor(number: int) -> str:
    return f"kop{number}"


def _broken(items: Iterable[Item | None]) -> Iterator[Item]:
    """``None`` is a page break: the next paragraph starts the page; one at the end breaks nothing."""
    waiting, started = False, False
    for item in items:
        if item is None:
            waiting = started
            continue
        if waiting and isinstance(item, Para):
            item = replace(item, page=True, before=0.0)
        elif waiting:
            yield Para(Style.FIGURE, (), page=True)
        elif not started and isinstance(item, Para) and item.style is Style.H1:
            item = replace(item, before=0.0)
        waiting, started = False, True
        yield item


def _spaced(items: Iterable[Item]) -> Iterator[Item]:
    """Space after tables and ruled lists, which have none. A table is never the last, nor are two side by side."""
    after_grid = after_rules = False
    for item in items:
        if (after_grid or after_rules) and isinstance(item, Para | Listing):
            item = _lower(item)
        elif after_grid and isinstance(item, Grid):
            yield Para(Style.FIGURE, ())
        after_grid = isinstance(item, Grid)
        after_rules = isinstance(item, Para | Listing) and item.style in _RULED
        yield item
    if after_grid:
        yield Para(Style.FIGURE, ())


def _lower(item: Para | Listing) -> Para | Listing:
    if item.style not in _GROWING or item.before is not None:
        return item
    return replace(item, before=_AFTER_GRID)


class _Walk:
    """One walk over a document: counts headings and besluiten on the way."""

    def __init__(self, chapters: tuple[TocEntry, ...]) -> None:
        self._chapters = chapters
        self._seen = 0
        self._counter = Counter()

    def items(self, blocks: tuple[tree.Block, ...]) -> Iterator[Item | None]:
        for block in blocks:
            match block:
                case tree.Heading():
                    yield self._heading(block)
                case tree.Panel():
                    yield from self._panel(block)
                case tree.Contents():
                    yield Entries(block.title, self._chapters)
                case tree.LabelledParagraph():
                    yield self._labelled(block)
                case tree.Together():
                    yield from _together(self.items(block.blocks))
                case tree.PageBreak():
                    yield None
                case _:
                    yield from _simple(block)

    def _next_anchor(self) -> str:
        self._seen += 1
        return _anchor(self._seen)

    def _heading(self, block: tree.Heading) -> Para:
        decision = block.kind is tree.HeadingKind.DECISION
        style = Style.DECISION if decision else _HEADINGS.get(block.level, Style.H3)
        label = (Piece(block.label, Look.LETTER),) if block.label else ()
        return Para(
            style,
            (Piece(block.text),),
            label,
            wide=wide(block.label, styles.H2 if block.level > 1 else styles.H1),
            anchor=self._next_anchor(),
            keep=True,
            counted=self._counter.decision(block.label) if decision else None,
        )

    def _labelled(self, block: tree.LabelledParagraph) -> Para:
        remark = block.kind is tree.LabelKind.REMARK
        counted = self._counter.remark(block.label) if remark else self._counter.argument(block.label)
        style = Style.REMARK if remark else Style.ARGUMENT if block.label.startswith("Argument ") else Style.LABELLED
        return Para(
            style,
            _pieces(block.runs),
            (Piece(block.label, Look.REMARK if remark else Look.LABEL),) if block.label else (),
            wide=wide(block.label, styles.LABEL_REMARK if remark else styles.LABEL),
            counted=counted,
        )

    def _panel(self, panel: tree.Panel) -> Iterator[Item]:
        yield Para(Style.H1, (Piece(panel.title),), anchor=self._next_anchor(), keep=True)
        for figure in panel.figures:
            label = (Piece(figure.value, Look.VALUE),)
            too_wide = wide(figure.value, styles.H2)
            yield Para(Style.VALUE, (Piece(figure.text),), label, wide=too_wide, keep=True)
        for row in panel.rows:
            label = (Piece(row.question, Look.CELL_LABEL),)
            yield Para(Style.ANSWER, _pieces(row.runs), label, wide=wide(row.question, styles.CELL_FIRST))


def _together(items: Iterable[Item | None]) -> Iterator[Item | None]:
    """All but the last stay with what follows."""
    held: Item | None = None
    for item in items:
        if held is not None:
            yield held if item is None else kept(held)
        held = item
        if item is None:
            yield None
    if held is not None:
        yield held


def _simple(
    block: tree.KeySentence
    | tree.Paragraph
    | tree.BulletList
    | tree.NumberedList
    | tree.Table
    | tree.FigureBlock
    | tree.Entry
    | tree.TitlePage
    | tree.SignatureBlock
    | tree.FormTable,
) -> Iterator[Item]:
    match block:
        case tree.KeySentence():
            yield Para(Style.KEY, (Piece(block.text),), keep=True)
        case tree.Paragraph():
            yield _paragraph(block)
        case tree.BulletList():
            yield Listing(ListKind.BULLET, tuple(_pieces(item) for item in block.items))
        case tree.NumberedList():
            yield Listing(ListKind.NUMBER, tuple(_pieces(item) for item in block.items))
        case tree.Table():
            yield from _caption(f"Tabel {block.number}", block.caption, block.unit)
            yield grid_of(block)
            if block.note:
                yield Para(Style.NOTE, (Piece(block.note),))
        case tree.FormTable():
            yield from _caption(f"Tabel {block.number}", block.caption, block.unit)
            yield form_grid(block)
        case tree.FigureBlock():
            yield from _figure(block)
        case tree.Entry():
            yield from _entry(block)
        case tree.TitlePage():
            yield from title_items(block)
        case tree.SignatureBlock():
            yield from _signatures(block)
        case _:
            assert_never(block)


def _pieces(runs: tree.Inline) -> Pieces:
    return tuple(piece_of(run) for run in runs)


def _paragraph(block: tree.Paragraph) -> Para:
    words = block.kind is tree.ParagraphKind.WORDS
    lead = (Piece("In woorden. ", Look.BOLD),) if words else ()
    return Para(_KINDS[block.kind], (*lead, *_pieces(block.runs)), keep=block.leads)


def _caption(label: str, caption: str, unit: str) -> Iterator[Para]:
    yield Para(Style.CAPTION, (Piece(caption),), (Piece(label, Look.LABEL),), keep=True)
    if unit:
        yield Para(Style.UNIT, (Piece(unit),), keep=True)


def _figure(block: tree.FigureBlock) -> Iterator[Item]:
    figure = block.figure
    yield from _caption(f"Figuur {block.number}", figure.title, block.unit)
    width, height = fitted(figure.width, figure.height, FULL, _MOST_HIGH)
    alt = figure.alt or block.words or figure.title
    yield Picture(png_of(figure), width, height, f"Figuur {block.number}: {figure.title}", alt, keep=True)
    yield _paragraph(tree.Paragraph(tree.plain(block.words), tree.ParagraphKind.WORDS))


def _entry(block: tree.Entry) -> Iterator[Para]:
    label = (*marked(block.mark), Piece(block.label, Look.CELL_LABEL))
    too_wide = wide(f"{block.label}  ", styles.CELL_FIRST, COLUMN - 10)
    yield Para(Style.CASE, (Piece(block.note, Look.GREY),), label, wide=too_wide, keep=True)
    yield Para(Style.CASE_TITLE, (Piece(block.title),), keep=True)
    for runs in block.paragraphs:
        yield Para(Style.BODY, _pieces(runs))


def _signatures(block: tree.SignatureBlock) -> Iterator[Item]:
    law = (Piece(f"  {block.law}", Look.GREY),) if block.law else ()
    label = (Piece(block.label, Look.LABEL),) if block.label else ()
    too_wide = wide(block.label, styles.LABEL)
    yield Para(Style.CAPTION, (Piece(block.title), *law), label, wide=too_wide, keep=True)
    yield signature_grid(block)
