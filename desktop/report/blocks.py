"""From the blocks of the tree to boxes: which style, which label, what stays together."""

from collections.abc import Iterator
from dataclasses import replace

from desktop.report import styles, tree
from desktop.report.boxes import Box, Flow, Place, stack
from desktop.report.layout import NewPage
from desktop.report.parts import FigureBox, contents_box, opening_box, panel_box
from desktop.report.styles import ALONG, AXIS, COLUMN, LINE, TextStyle
from desktop.report.tables import table_box
from models.figures import Role

__all__ = ["boxes_of"]

_HEADINGS = {2: styles.H2, 3: styles.H3}
_KINDS = {
    tree.ParagraphKind.BODY: styles.BODY,
    tree.ParagraphKind.NOTE: styles.NOTE,
    tree.ParagraphKind.WORDS: styles.NOTE,
}
_BULLET = "•"
_INDENT = 12.0
_CHAPTER_ROOM = 12 * LINE


def boxes_of(document: tree.Document) -> Iterator[Box]:
    """All boxes of ``document``, in reading order."""
    places = tuple(_places(document))
    chapters = tuple(place for place in places if place.level == 1 and place.label)
    remaining = iter(places)
    for block in tree.walk(document):
        place = next(remaining) if isinstance(block, tree.Heading | tree.Panel) else None
        yield from _boxes(block, place, chapters)


def _places(document: tree.Document) -> Iterator[Place]:
    headings = (block for block in tree.walk(document) if isinstance(block, tree.Heading | tree.Panel))
    for number, block in enumerate(headings):
        if isinstance(block, tree.Panel):
            yield Place(f"h{number}", 1, "", block.title)
        else:
            yield Place(f"h{number}", block.level, block.label, block.text)


def _boxes(block: tree.Block, place: Place | None, chapters: tuple[Place, ...]) -> Iterator[Box]:
    match block:
        case tree.TitlePage():
            yield from _title_page(block)
        case tree.PageBreak():
            yield NewPage()
        case tree.Panel():
            assert place is not None
            yield panel_box(block, place)
        case tree.Contents():
            yield contents_box(block, chapters)
        case tree.Heading():
            yield _heading(block, place)
        case tree.Table():
            yield from _table(block)
        case tree.FigureBlock():
            yield from _figure(block)
        case tree.Entry():
            yield _entry(block)
        case tree.Together():
            yield from (box for inner in block.blocks for box in _boxes(inner, place, chapters))
        case _:
            yield from _text(block)


def _text(block: tree.Block) -> Iterator[Box]:
    match block:
        case tree.KeySentence():
            yield _flow(block.text, styles.KEY, keeps=True)
        case tree.Paragraph():
            yield from _paragraph(block)
        case tree.LabelledParagraph():
            remark = block.kind is tree.LabelKind.REMARK
            label = stack(block.label, styles.LABEL_REMARK if remark else styles.LABEL, COLUMN)
            yield replace(_flow(block.runs, styles.BODY), left=label)
        case tree.BulletList():
            yield from _items(block.items, tuple(_BULLET for _ in block.items), _INDENT)
        case tree.NumberedList():
            yield from _items(block.items, tuple(f"{n}." for n in range(1, len(block.items) + 1)), 18)


def _flow(runs: tree.Inline | str, style: TextStyle, *, keeps: bool = False) -> Flow:
    return Flow(right=stack(runs, style, ALONG), before=style.before, after=style.after, keeps=keeps)


def _paragraph(block: tree.Paragraph) -> Iterator[Box]:
    runs = block.runs
    if block.kind is tree.ParagraphKind.WORDS:
        runs = (tree.bold("In woorden. "), *runs)
    box = _flow(runs, _KINDS[block.kind], keeps=block.leads)
    yield replace(box, after=3.5) if block.leads else box


def _items(items: tuple[tree.Inline, ...], signs: tuple[str, ...], indent: float) -> Iterator[Box]:
    sign_style = replace(styles.ITEM, colour=Role.ACCENT)
    for number, (runs, sign) in enumerate(zip(items, signs, strict=True)):
        last = number == len(items) - 1
        lines = stack(runs, styles.ITEM, ALONG - indent)
        after = styles.BODY.after if last else styles.ITEM.after
        yield Flow(right=lines, x=AXIS + indent, bullet=sign, bullet_style=sign_style, after=after)


def _heading(block: tree.Heading, place: Place | None) -> Box:
    if block.level == 1:
        letter = stack(block.label, replace(styles.H1, colour=Role.ACCENT), COLUMN) if block.label else ()
        return Flow(
            right=stack(block.text, styles.H1, ALONG),
            left=letter,
            rule=(Role.ACCENT, 1),
            pad=10.5,
            before=styles.H1.before,
            after=7,
            keeps=True,
            wants=_CHAPTER_ROOM,
            place=place,
        )
    style = _HEADINGS[block.level]
    label = stack(block.label, replace(style, colour=Role.ACCENT), COLUMN) if block.label else ()
    return replace(_flow(block.text, style, keeps=True), left=label, place=place)


def _caption(label: str, caption: str, unit: str, space: float) -> Iterator[Box]:
    left = stack(label, styles.LABEL, COLUMN)
    title = replace(_flow(caption, styles.CAPTION, keeps=True), left=left, after=0 if unit else space)
    yield title
    if unit:
        yield replace(_flow(unit, styles.CAPTION_UNIT, keeps=True), after=space)


def _table(table: tree.Table) -> Iterator[Box]:
    yield from _caption(f"Tabel {table.number}", table.caption, table.unit, 0)
    yield table_box(table)


def _figure(block: tree.FigureBlock) -> Iterator[Box]:
    yield from _caption(f"Figuur {block.number}", block.figure.title, block.unit, 7)
    yield FigureBox(figure=block.figure, keeps=True)
    yield from _paragraph(tree.Paragraph(tree.plain(block.words), tree.ParagraphKind.WORDS))


def _entry(block: tree.Entry) -> Box:
    indent = 14 if block.mark is not None else 0
    label = stack(block.label, styles.CELL_FIRST, COLUMN - indent)
    note = stack(block.note, styles.SMALL, COLUMN, gap=1) if block.note else ()
    lines = stack(block.title, styles.H3, ALONG)
    body = replace(styles.BODY, after=0)
    for runs in block.paragraphs:
        lines += stack(runs, body, ALONG)
    return Flow(right=lines, left=(*label, *note), rule=(Role.RULE, 0.5), pad=6, mark=block.mark, after=7)


def _title_page(page: tree.TitlePage) -> Iterator[Box]:
    yield opening_box(page)
    label = stack(page.label, styles.LABEL_STRONG, COLUMN)
    for number, sentence in enumerate(page.sentences):
        box = _flow(sentence, styles.KEY)
        yield replace(box, left=label if number == 0 else (), after=7)
    columns = (tree.Column("Feit"), tree.Column("Waarde"))
    rows = tuple(tree.Row((tree.cell(label), tree.cell(value))) for label, value in page.facts)
    yield replace(table_box(tree.Table("", columns, rows)), sinks=True, before=21, headless=True)
