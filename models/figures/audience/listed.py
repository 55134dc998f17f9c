"""Lists and words on the beamer."""

from collections.abc import Iterator
from functools import partial

from models.figures.audience.flow import Block, Drawn, Item, flowed, height_of, placed_items, shrunk
from models.figures.audience.frame import Frame
from models.figures.audience.sheet import GAP, LEAD, Sheet, block_height, broken, lines_of, whole_words, wide
from models.figures.shapes import Rect, Role, Shape, Text, Weight
from models.workshop.pages import Listed, Words

__all__ = ["listed_sheets", "title_block", "word_sheets"]

_TITLE, _ROW, _WORDS_TITLE, _TEXT = 64.0, 52.0, 92.0, 52.0
_INDENT = 1.1
"""Where rows begin after their sign, in sizes of their type."""
_BAR = 0.42


def title_block(text: str, sheet: Sheet, share: float, size: float = _TITLE) -> Block:
    """The title above a list, at ``share`` of its usual size."""
    used = sheet.size(size * share)
    return Block(broken(text, used, sheet.room), used, Weight.SEMIBOLD, gap=min(GAP, used * 0.5))


def word_sheets(page: Words, sheet: Sheet, frame: Frame) -> Iterator[tuple[Shape, ...]]:
    """A title and its text, as large as they fit; on more sheets where they do not."""
    area = frame.area

    def made(share: float) -> tuple[Item, ...]:
        size = sheet.size(_TEXT * share)
        title = title_block(page.title, sheet, share, _WORDS_TITLE)
        lines = broken(page.text, size, sheet.room)
        return (title, Block(lines, size)) if page.text else (title,)

    items = shrunk(made, lambda items: height_of(items) <= area.height * 0.92)
    high = height_of(items)
    if high > area.height:
        yield from flowed(items, area, frame.shapes)
        return
    top = area.top + (area.height - high) * 0.36
    yield (*frame.shapes, *placed_items(items, area.left, top, area.width))


def listed_sheets(page: Listed, sheet: Sheet, frame: Frame) -> Iterator[tuple[Shape, ...]]:
    """A row after a row, each whole on one sheet where it can be; with marks a bar per row."""
    area = frame.area

    def made(share: float) -> tuple[Item, ...]:
        size = sheet.size(_ROW * share)
        title = (title_block(page.title, sheet, min(1.0, share * 1.15)),) if page.title else ()
        return (*title, *_rows(page, sheet, size, area.height))

    items = shrunk(made, lambda items: height_of(items) <= area.height)
    if height_of(items) > area.height:
        # On more sheets than one there is no need for the smallest type.
        items = made(0.77)
    yield from flowed(items, area, frame.shapes) if items else (frame.shapes,)


def _rows(page: Listed, sheet: Sheet, size: float, height: float) -> Iterator[Item]:
    room = sheet.room - size * _INDENT
    shown = room - sheet.room * _BAR if page.marks else room
    barred = bool(page.marks) and all(whole_words(row, size, shown) for row in page.rows)
    room = shown if barred else room
    most_lines = max(1, int(height / (size * LEAD)) - 1)
    for number, row in enumerate(page.rows):
        mark = page.marks[number] if number < len(page.marks) else None
        lines = broken(row, size, room)
        for start in range(0, len(lines), most_lines):
            part, first = lines[start : start + most_lines], not start
            last = start + most_lines >= len(lines)
            under = mark is not None and not barred and last
            high = block_height(part, size) + (size * 1.2 if under else 0.0)
            draw = partial(_row, page, sheet, size, part, mark if (first if barred else last) else None, barred, first)
            yield Drawn(high, draw, size * 0.4 if last else 0.0)


def _row(
    page: Listed,
    sheet: Sheet,
    size: float,
    lines: tuple[str, ...],
    mark: int | None,
    barred: bool,
    signed: bool,
    top: float,
) -> Iterator[Shape]:
    """One row; its bar stands beside it, or under it where a word would not fit beside."""
    left = sheet.margin + size * _INDENT
    if not page.marks and signed:
        side = size * 0.5
        yield Rect(sheet.margin, top + size * 0.42, side, side, fill=Role.ACCENT)
    if page.marks:
        left = sheet.margin
    yield from lines_of(lines, left, top, size)
    if mark is not None:
        bar_left = sheet.margin + sheet.room * (1 - _BAR) if barred else left
        bar_top = top if barred else top + block_height(lines, size)
        yield from _bar(page, sheet, size, mark, bar_left, bar_top)


def _bar(page: Listed, sheet: Sheet, size: float, mark: int, left: float, top: float) -> Iterator[Shape]:
    most = max(page.marks)
    longest = sheet.width - sheet.margin - left - wide(str(most), size) - 24
    length = longest * mark / most if most > 0 else 0.0
    if length > 0:
        yield Rect(left, top + size * 0.25, length, size * 0.85, fill=Role.ACCENT, radius=4)
    yield Text(left + length + (16 if length > 0 else 0), top + size, str(mark), size, Weight.SEMIBOLD)
