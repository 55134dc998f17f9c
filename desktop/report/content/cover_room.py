"""How high the blocks of a short document will stand, near enough to keep it within its pages.

The renderers decide what really stands where; this only has to be no less than that. It counts lines with the widths
of :mod:`models.figures.metrics` and the spaces of the styles.
"""

from collections.abc import Iterable, Sequence

from desktop.report.styles import ALONG, AXIS, BODY, CELL, COLUMN, ITEM, LINE, NOTE, ROOM, UNIT, TextStyle, snap
from desktop.report.tree import (
    Block,
    FigureBlock,
    Heading,
    Inline,
    LabelledParagraph,
    NumberedList,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Run,
    RunStyle,
    Table,
    TitlePage,
    text_of,
)
from models.figures.metrics import text_width

__all__ = ["fits", "height_of"]

_SIGN, _OPENING, _AFTER_OPENING = 94.0, 52.0, 21.0
_TITLE, _TITLE_LEADING, _LONG_TITLE = 31.0, 34.0, 21.0
_RULED, _PADDED, _GAP = 6.0, 7.6, 9.0
"""Around a decision; around the text of a row; between columns."""
_THIN, _BOLD = 0.975, 1.04
"""Regular and bold letters beside half bold ones."""
_SPARE = UNIT / 2


def fits(blocks: Iterable[Block], room: float = ROOM) -> bool:
    """Whether ``blocks`` stand within one page, or within ``room`` points."""
    return height_of(blocks) <= room - _SPARE


def height_of(blocks: Iterable[Block]) -> float:
    """The points that ``blocks`` take under each other."""
    return sum(map(_height, blocks))


def _lines(runs: Inline | str, size: float, room: float, thin: float = 1.0) -> int:
    """Lines of a text; a word that is wider than a line takes as many as it needs.

    ``thin``: how wide its letters are beside those of :mod:`models.figures.metrics`, which are half bold.
    """
    lines, used, space = 1, 0.0, text_width(" ", size)
    for run in (Run(runs),) if isinstance(runs, str) else runs:
        stretch = _BOLD if run.style is RunStyle.BOLD else thin
        for word in run.text.split():
            wide = text_width(word, size) * stretch
            if used and used + space + wide > room:
                lines, used = lines + 1, 0.0
            used += (space if used else 0) + wide
            while used > room:
                lines, used = lines + 1, used - 0.9 * room
    return lines


def _set(runs: Inline | str, style: TextStyle, room: float = ALONG) -> float:
    return snap(_lines(runs, style.size, room, _THIN) * style.leading) + style.before + style.after


def _height(block: Block) -> float:
    match block:
        case TitlePage():
            return _opening(block)
        case Heading():
            chapter = block.level == 1
            return snap((24.5 if chapter else 17) * _lines(block.text, 21 if chapter else 13.5, ALONG)) + 18
        case LabelledParagraph():
            label = snap(LINE * _lines(block.label, 9.5, COLUMN))
            return max(_set(block.runs, BODY), label + BODY.after)
        case Paragraph():
            return _set(block.runs, BODY if block.kind is ParagraphKind.BODY else NOTE)
        case NumberedList():
            return sum(_set(item, ITEM, ALONG - 18) for item in block.items) + ITEM.after
        case Table():
            return _table(block)
        case FigureBlock():
            words = f"In woorden. {block.words}"
            return 14 + LINE + 7 + snap(block.figure.height) + 14 + 11 * _lines(words, 8.5, ALONG)
        case PageBreak():
            return 0.0
        case _:
            raise TypeError(type(block).__name__)


def _opening(page: TitlePage) -> float:
    lines = _lines(page.title, _TITLE, ALONG)
    title = lines * _TITLE_LEADING if lines < 3 else 24.5 * (1 + _lines(page.title, _LONG_TITLE, ALONG))
    title = max(title, lines * _TITLE_LEADING if lines < 4 else 0)
    head = max(_SIGN, title + 10 + 21 * _lines(page.subtitle, 14.5, ALONG))
    said = sum(snap(17.5 * _lines(text, 12.5, ALONG)) + 7 for text in page.sentences)
    asked = (_set(page.ask, BODY) if page.ask else 0) + (UNIT if page.decisions else 0)
    decided = sum(snap(LINE * _lines(text, 10.5, ALONG, _THIN) + _RULED) for text in page.decisions)
    return snap(_OPENING + head) + _AFTER_OPENING + said + asked + decided


def _table(table: Table) -> float:
    widths = _widths(table)
    height = 14.0 + LINE * _lines(table.caption, 10.5, ALONG)
    height += 12 * _lines(table.unit, 9, ALONG) if table.unit else 0
    height += 4 + 11 * _lines(table.note, 8.5, ALONG) if table.note else 0
    height += 11.5 * max(_lines(column.head, 9, width) for column, width in zip(table.columns, widths, strict=True)) + 5
    rows = sum(_row([text_of(entry.runs) for entry in row.cells], widths) for row in table.rows)
    return snap(height + rows) + LINE


def _row(texts: Sequence[str], widths: Sequence[float]) -> float:
    thin = (1.0, *(_THIN for _ in texts[1:]))
    most = max(_lines(text, CELL.size, width, t) for text, width, t in zip(texts, widths, thin, strict=True))
    return CELL.leading * most + _PADDED


def _widths(table: Table) -> list[float]:
    """The first column is the margin, the others share what is left."""
    whole = sum(column.weight for column in table.columns[1:]) or 1
    return [AXIS - _GAP, *(ALONG * column.weight / whole - _GAP for column in table.columns[1:])]
