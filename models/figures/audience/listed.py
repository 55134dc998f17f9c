"""Lists and words on the beamer."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from models.figures.audience.frame import foot_of, head_of
from models.figures.audience.sheet import Sheet, block_height, broken, fitting, lines_of, split
from models.figures.metrics import text_width
from models.figures.shapes import Line, Rect, Role, Shape, Text, Weight
from models.workshop.pages import Columns, Listed, Words

__all__ = ["column_sheets", "listed_sheets", "word_sheets"]

_TITLE, _ROW, _GAP = 64.0, 40.0, 36.0


def word_sheets(page: Words, sheet: Sheet, timer: str) -> Iterator[tuple[Shape, ...]]:
    """A title and its text, as large as they fit; on more sheets where they do not."""
    head, foot = head_of(sheet, page.part, page.place), foot_of(sheet, page.note, timer)
    frame, top = (*head.shapes, *foot.shapes), head.bottom + _GAP
    high = foot.top - head.bottom - 2 * _GAP
    size, title = fitting(page.title, sheet.room, high * 0.5, 84, sheet.body)
    text_size, text = fitting(page.text, sheet.room, high - block_height(title, size) - _GAP, 48, sheet.body)
    if page.text and block_height(title, size) + _GAP + block_height(text, text_size) <= high:
        yield (
            *frame,
            *lines_of(title, sheet.margin, top, size, weight=Weight.SEMIBOLD),
            *lines_of(text, sheet.margin, top + block_height(title, size) + _GAP, text_size),
        )
        return
    for part in split(title, size, high):
        yield (*frame, *lines_of(part, sheet.margin, top, size, weight=Weight.SEMIBOLD))
    for part in split(text, text_size, high) if page.text else ():
        yield (*frame, *lines_of(part, sheet.margin, top, text_size))


def listed_sheets(page: Listed, sheet: Sheet, timer: str) -> Iterator[tuple[Shape, ...]]:
    """A row after a row, each whole on one sheet where it can be; with marks a bar per row."""
    head, foot = head_of(sheet, page.part, page.place), foot_of(sheet, page.note, timer)
    frame, bottom = (*head.shapes, *foot.shapes), foot.top - _GAP
    begin, size = head.bottom + _GAP, sheet.size(_ROW)
    title_size, title = fitting(page.title, sheet.room, (bottom - begin) * 0.3, _TITLE, sheet.body)
    room = sheet.room * (0.55 if page.marks else 1.0) - 50
    shapes: list[Shape] = [*frame]
    top, most = begin, max(page.marks, default=0)
    for part in split(title, title_size, bottom - begin):
        if len(shapes) > len(frame):
            yield tuple(shapes)
            shapes = [*frame]
        shapes += lines_of(part, sheet.margin, begin, title_size, weight=Weight.SEMIBOLD)
        top = begin + block_height(part, title_size) + _GAP / 2
    for number, row in enumerate(page.rows):
        parts = split(broken(row, size, room), size, bottom - begin)
        for place, lines in enumerate(parts):
            if top + block_height(lines, size) > bottom and len(shapes) > len(frame):
                yield tuple(shapes)
                shapes, top = [*frame], begin
            if not place:
                shapes += _mark(page, number, sheet, top, size, most)
            shapes += lines_of(lines, sheet.margin + 50, top, size)
            top += block_height(lines, size)
        top += size * 0.4
    yield tuple(shapes)


def _mark(page: Listed, number: int, sheet: Sheet, top: float, size: float, most: int) -> Iterator[Shape]:
    if not page.marks:
        yield Rect(sheet.margin, top + size * 0.42, 22, 22, fill=Role.ACCENT)
        return
    left, count = sheet.margin + sheet.room * 0.58, page.marks[number]
    text = str(count)
    longest = sheet.room * 0.42 - text_width(str(most), size) - 24
    wide = longest * count / most if most else 0.0
    if wide:
        yield Rect(left, top + size * 0.25, wide, size * 0.85, fill=Role.ACCENT)
    yield Text(left + wide + 16, top + size, text, size, Weight.SEMIBOLD)


def column_sheets(page: Columns, sheet: Sheet, timer: str) -> Iterator[tuple[Shape, ...]]:
    """A table; the first column says of what each row is. Too many columns go on a next sheet."""
    head, foot = head_of(sheet, page.part, page.place), foot_of(sheet, page.note, timer)
    frame, bottom, begin = (*head.shapes, *foot.shapes), foot.top - _GAP, head.bottom + _GAP
    size = sheet.body
    title_size, title = fitting(page.title, sheet.room, (bottom - begin) * 0.25, _TITLE, sheet.body)
    most = max(1, int(sheet.room * 0.72 / (size * 5.4)))
    first, *titles = split(title, title_size, bottom - begin)
    for part in (first, *titles) if titles else ():
        yield (*frame, *lines_of(part, sheet.margin, begin, title_size, weight=Weight.SEMIBOLD))
    shown = () if titles else title
    top = begin + block_height(shown, title_size) + _GAP / 2
    opening = (*frame, *lines_of(shown, sheet.margin, begin, title_size, weight=Weight.SEMIBOLD))
    for start in range(1, max(2, len(page.heads)), most):
        places = (0, *range(start, min(start + most, len(page.heads))))
        yield from _table(page, sheet, opening, top, bottom, places)


def _table(
    page: Columns, sheet: Sheet, opening: tuple[Shape, ...], top: float, bottom: float, places: Sequence[int]
) -> Iterator[tuple[Shape, ...]]:
    size, first = sheet.body, sheet.room * 0.28
    rest = (sheet.room - first) / max(1, len(places) - 1)
    edges = [sheet.margin, sheet.margin + first, *(sheet.margin + first + rest * n for n in range(1, len(places)))]
    rooms = [right - left - 24 for left, right in pairwise(edges)]
    heads = [broken(page.heads[place], size, room) for place, room in zip(places, rooms, strict=True)]

    def row(cells: Sequence[Sequence[str]], y: float, weight: Weight) -> Iterator[Shape]:
        for lines, left in zip(cells, edges, strict=False):
            yield from lines_of(lines, left, y, size, weight=weight)

    def high(cells: Sequence[Sequence[str]]) -> float:
        return max(block_height(lines, size) for lines in cells)

    def started() -> tuple[list[Shape], float]:
        line = top + high(heads) + 6
        return [
            *opening,
            *row(heads, top, Weight.SEMIBOLD),
            Line(sheet.margin, line, sheet.width - sheet.margin, line, Role.EDGE, 3),
        ], line + 10

    shapes, y = started()
    begun = len(shapes)
    for values in page.rows:
        cells = [broken(values[place], size, room) for place, room in zip(places, rooms, strict=True)]
        if y + high(cells) > bottom and len(shapes) > begun:
            yield tuple(shapes)
            shapes, y = started()
        shapes += row(cells, y, Weight.REGULAR)
        y += high(cells) + size * 0.3
    yield tuple(shapes)
