"""From the blocks of the tree to flowables: which style, which label, what stays together."""

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from desktop.report import styles, tree
from desktop.report.pdf import rl
from desktop.report.pdf.drawing import MARK_ROOM
from desktop.report.pdf.flowables import Block, FigureFlowable, Part, Trim, kept_with_next
from desktop.report.pdf.opening import ContentsList, Opening, PanelHead
from desktop.report.pdf.places import Place, places_of
from desktop.report.pdf.tables import GridTable, facts_table, grid_table
from desktop.report.pdf.texts import Text, text
from desktop.report.styles import ALONG, AXIS, COLUMN, LINE, ROOM, TextStyle
from models.figures import Role

__all__ = ["story_of"]

_KINDS = {
    tree.ParagraphKind.BODY: styles.BODY,
    tree.ParagraphKind.NOTE: styles.NOTE,
    tree.ParagraphKind.WORDS: styles.NOTE,
}
_LABELS = {tree.LabelKind.PLAIN: styles.LABEL, tree.LabelKind.REMARK: styles.LABEL_REMARK}
_HEADINGS = {1: styles.H1, 2: styles.H2}
_BULLET = "•"
_BULLET_ROOM, _NUMBER_ROOM = 12.0, 18.0
_CHAPTER_ROOM = 12 * LINE
_SHORT = 8
"""Rows of a table that stays with its note."""


def story_of(document: tree.Document) -> list[rl.Flowable]:
    """All flowables of ``document``, in reading order."""
    places = tuple(places_of(document))
    chapters = tuple(place for place in places if place.level == 1 and place.label)
    return list(_flowables(document.blocks, iter(places), chapters))


def _flowables(
    blocks: tuple[tree.Block, ...], places: Iterator[Place], chapters: tuple[Place, ...]
) -> Iterator[rl.Flowable]:
    for block in blocks:
        match block:
            case tree.Heading():
                yield _heading(block, next(places))
            case tree.Panel():
                yield from _panel(block, next(places))
            case tree.Contents():
                yield rl.TopPadder(ContentsList(block, chapters, before=14))
            case tree.Together():
                yield from _together(list(_flowables(block.blocks, places, chapters)))
            case _:
                yield from _simple(block)


def _simple(
    block: tree.KeySentence
    | tree.Paragraph
    | tree.LabelledParagraph
    | tree.BulletList
    | tree.NumberedList
    | tree.Table
    | tree.FigureBlock
    | tree.Entry
    | tree.TitlePage
    | tree.PageBreak,
) -> Iterator[rl.Flowable]:
    match block:
        case tree.KeySentence():
            yield kept_with_next(_block(block.text, styles.KEY))
        case tree.Paragraph():
            yield _paragraph(block)
        case tree.LabelledParagraph():
            yield _block(block.runs, styles.BODY, block.label, _LABELS[block.kind])
        case tree.BulletList():
            yield from _items(block.items, [_BULLET] * len(block.items), _BULLET_ROOM)
        case tree.NumberedList():
            yield from _items(block.items, [f"{n}." for n in range(1, len(block.items) + 1)], _NUMBER_ROOM)
        case tree.Table():
            yield from _table(block)
        case tree.FigureBlock():
            yield from _figure(block)
        case tree.Entry():
            yield _entry(block)
        case tree.TitlePage():
            yield from _title_page(block)
        case tree.PageBreak():
            yield rl.CondPageBreak(ROOM - 1)
        case _:
            assert_never(block)


def _label(given: str, style: TextStyle) -> tuple[Text, ...]:
    return (text(given, style, COLUMN),) if given else ()


def _block(given: tree.Inline | str, style: TextStyle, label: str = "", label_style: TextStyle = styles.LABEL) -> Block:
    """Text along the axis with a label in the margin."""
    left = _label(label, label_style)
    return Block([text(given, style, ALONG)], left, before=style.before, after=style.after)


def _paragraph(block: tree.Paragraph) -> rl.Flowable:
    words = block.kind is tree.ParagraphKind.WORDS
    made = _block((tree.bold("In woorden. "), *block.runs) if words else block.runs, _KINDS[block.kind])
    if not block.leads:
        return made
    made.spaceAfter = styles.ITEM.after
    return kept_with_next(made)


def _items(items: tuple[tree.Inline, ...], signs: list[str], room: float) -> Iterator[rl.Flowable]:
    sign_style = replace(styles.ITEM, colour=Role.ACCENT, hyphenate=0)
    for number, (runs, sign) in enumerate(zip(items, signs, strict=True), start=1):
        after = styles.BODY.after if number == len(items) else styles.ITEM.after
        body, mark = text(runs, styles.ITEM, ALONG - room), text(sign, sign_style, room)
        yield Block([body], [mark], x=AXIS + room, left_x=AXIS, after=after)


def _heading(block: tree.Heading, place: Place) -> rl.Flowable:
    style = _HEADINGS.get(block.level, styles.H3)
    left = _label(block.label, replace(style, colour=Role.ACCENT))
    body = [text(block.text, style, ALONG)]
    if block.level > 1:
        return kept_with_next(Block(body, left, place=place, before=style.before, after=style.after))
    trim = Trim(rule=(Role.ACCENT, 1), top=10.5)
    made = Block(body, left, trim=trim, place=place, before=style.before, after=7)
    made.wants = _CHAPTER_ROOM
    return kept_with_next(made)


def _caption(label: str, caption: str, unit: str, space: float) -> Iterator[rl.Flowable]:
    title = _block(caption, styles.CAPTION, label)
    title.spaceAfter = 0 if unit else space
    yield kept_with_next(title)
    if unit:
        line = _block(unit, styles.CAPTION_UNIT)
        line.spaceAfter = space
        yield kept_with_next(line)


def _table(table: tree.Table) -> Iterator[rl.Flowable]:
    yield from _caption(f"Tabel {table.number}", table.caption, table.unit, 0)
    if not table.note:
        yield grid_table(table)
        return
    made = grid_table(table, after=0)
    yield kept_with_next(made) if len(table.rows) <= _SHORT else made
    yield _block(table.note, styles.NOTE)


def _figure(block: tree.FigureBlock) -> Iterator[rl.Flowable]:
    yield from _caption(f"Figuur {block.number}", block.figure.title, block.unit, 7)
    yield kept_with_next(FigureFlowable(block.figure))
    yield _paragraph(tree.Paragraph(tree.plain(block.words), tree.ParagraphKind.WORDS))


def _entry(block: tree.Entry) -> rl.Flowable:
    room = MARK_ROOM if block.mark is not None else 0
    left = [text(block.label, styles.CELL_FIRST, COLUMN - room)]
    if block.note:
        left.append(text(block.note, styles.SMALL, COLUMN))
    body = [text(block.title, styles.H3, ALONG)]
    body += [text(runs, styles.BODY, ALONG) for runs in block.paragraphs]
    trim = Trim(rule=(Role.RULE, 0.5), top=6, mark=block.mark)
    return Block(body, left, trim=trim, after=7)


def _panel(panel: tree.Panel, place: Place) -> Iterator[rl.Flowable]:
    yield kept_with_next(PanelHead(panel, place))
    for number, row in enumerate(panel.rows, start=1):
        last = number == len(panel.rows)
        trim = Trim(rule=(Role.RULE, 0.5), top=6, foot=10 if last else 6, tint=Role.PANEL, closing=last)
        body = [text(row.runs, styles.BODY, ALONG)]
        left = [text(row.question, styles.CELL_FIRST, COLUMN)]
        made = Block(body, left, trim=trim, after=21 if last else 0)
        made.whole = True
        yield made


def _together(parts: list[rl.Flowable]) -> Iterator[rl.Flowable]:
    for part in parts[:-1]:
        yield kept_with_next(part)
    for part in parts[-1:]:
        if isinstance(part, Part | GridTable):
            part.whole = True
        yield part


def _title_page(page: tree.TitlePage) -> Iterator[rl.Flowable]:
    yield Opening(page, after=35)
    for number, sentence in enumerate(page.sentences):
        made = _block(sentence, styles.KEY, "" if number else page.label, styles.LABEL_STRONG)
        made.spaceAfter = 7
        yield made
    if page.facts:
        yield rl.TopPadder(facts_table(page.facts, before=21))
