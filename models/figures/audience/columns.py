"""Tables on the beamer: columns as wide as what they hold, and no word broken that could stay whole."""

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from itertools import accumulate, pairwise
from typing import NamedTuple

from models.figures.audience.flow import Area, Block, Drawn, Item, flowed, height_of, placed_items, shrunk
from models.figures.audience.frame import Frame
from models.figures.audience.listed import title_block
from models.figures.audience.sheet import LEAD, Sheet, block_height, broken, lines_of, wide
from models.figures.shapes import Line, Role, Shape, Weight
from models.workshop.pages import Columns

__all__ = ["column_sheets"]

_CELL, _AIR = 44.0, 28.0
_MOST_FIRST, _MOST_HEAD = 0.5, 0.45
"""Of the width for the first column, and of the height for the heads."""
_OVER, _TIGHT = 0.5, 0.2


class _Table(NamedTuple):
    """Some columns of a table. ``edges``: left of each, and right of the last; ``over``: air below a row, in sizes."""

    places: tuple[int, ...]
    edges: tuple[float, ...]
    size: float
    over: float

    def rooms(self) -> tuple[float, ...]:
        return tuple(right - left - _AIR for left, right in pairwise(self.edges))


def column_sheets(page: Columns, sheet: Sheet, frame: Frame) -> Iterator[tuple[Shape, ...]]:
    """A table; the first column says of what each row is, and comes again where columns go on a next sheet."""
    area = frame.area
    title = shrunk(
        lambda share: title_block(page.title, sheet, share), lambda block: height_of((block,)) <= area.height * 0.22
    )
    begin, here = frame.shapes, area
    if page.title and height_of((title,)) <= area.height * 0.35:
        begin = (*frame.shapes, *placed_items((title,), area.left, area.top, area.width))
        here = area._replace(top=area.top + height_of((title,)) + title.gap)
    elif page.title:
        yield from flowed((title,), area, frame.shapes)
    tables = _tables(page, sheet, here)
    if not page.heads:
        yield from () if page.title and begin is frame.shapes else (begin,)
        return
    for table in tables:
        heads = _cells(page.heads, table)
        if _high(heads, table.size) > here.height * _MOST_HEAD:
            yield from flowed(tuple(_records(page, sheet, table.places)), here, begin)
        else:
            yield from _table_sheets(page, table, heads, here, begin)


def _tables(page: Columns, sheet: Sheet, area: Area) -> tuple[_Table, ...]:
    """One table in the largest type that leaves it whole on a sheet; else several, in running text."""

    def fits(tables: tuple[_Table, ...]) -> bool:
        whole = len(tables) == 1 and _unbroken(page, tables[0])
        return whole and _whole_height(page, tables[0]) <= area.height

    large = shrunk(lambda share: _divided(page, sheet.size(_CELL * share), area), fits)
    if all(_whole_height(page, table) <= area.height for table in large):
        return large
    # A little less air is better than a last row on a sheet of its own.
    tight = tuple(table._replace(over=_TIGHT) for table in large)
    return tight if all(_whole_height(page, table) <= area.height for table in tight) else large


def _unbroken(page: Columns, table: _Table) -> bool:
    return all(
        _least(page, place, table.size) <= room + 0.01 for place, room in zip(table.places, table.rooms(), strict=True)
    )


def _whole_height(page: Columns, table: _Table) -> float:
    rows = (_cells(row, table) for row in page.rows)
    head = _high(_cells(page.heads, table), table.size)
    return head + 20 + sum(_high(cells, table.size) + table.size * table.over for cells in rows)


def _texts(page: Columns, place: int) -> Iterator[str]:
    yield page.heads[place]
    for row in page.rows:
        yield row[place] if place < len(row) else ""


def _least(page: Columns, place: int, size: float) -> float:
    """The widest word of a column."""
    return max((_widest(text) for text in _texts(page, place)), default=0.0) * size


@lru_cache(maxsize=4096)
def _widest(text: str) -> float:
    """The widest word of a text, per size of its type."""
    return max((wide(word, 1.0) for word in text.split()), default=0.0)


def _most(page: Columns, place: int, size: float) -> float:
    return max((wide(line, size) for text in _texts(page, place) for line in text.splitlines()), default=0.0)


def _divided(page: Columns, size: float, area: Area) -> tuple[_Table, ...]:
    """As few tables as hold all columns without a broken word, each with the first column; about as many in each."""
    if not page.heads:
        return ()
    groups = _groups(page, size, area, len(page.heads))
    if len(groups) > 1:
        even = _groups(page, size, area, -(-(len(page.heads) - 1) // len(groups)))
        groups = even if len(even) == len(groups) else groups
    return tuple(_laid_out(page, (0, *group), size, area) for group in groups)


def _groups(page: Columns, size: float, area: Area, most: int) -> list[list[int]]:
    """The columns after the first, at most so many together, as they stand beside the first one."""
    first = min(_least(page, 0, size) + _AIR, area.width * _MOST_FIRST)
    groups: list[list[int]] = [[]]
    used = first
    for place in range(1, len(page.heads)):
        least = min(_least(page, place, size) + _AIR, area.width - first)
        if groups[-1] and (used + least > area.width + 0.01 or len(groups[-1]) >= most):
            groups.append([])
            used = first
        groups[-1].append(place)
        used += least
    return groups


def _laid_out(page: Columns, places: tuple[int, ...], size: float, area: Area) -> _Table:
    """The room above what the words need goes to the columns that have long texts, the rest to all."""
    least = [min(_least(page, place, size) + _AIR, area.width * (1 if place else _MOST_FIRST)) for place in places]
    if len(places) > 1 and sum(least) > area.width:
        least[-1] = area.width - sum(least[:-1])
    wished = [
        max(low, min(_most(page, place, size) + _AIR, area.width)) for place, low in zip(places, least, strict=True)
    ]
    spare, wish = area.width - sum(least), sum(wished) - sum(least)
    share = min(1.0, spare / wish) if wish > 0 else 0.0
    widths = [low + (high - low) * share for low, high in zip(least, wished, strict=True)]
    left_over = max(0.0, area.width - sum(widths)) / len(widths)
    if len(places) == 1:
        left_over = max(0.0, area.width - sum(widths))
    widths = [width + left_over for width in widths]
    return _Table(places, tuple(accumulate(widths, initial=area.left)), size, _OVER)


def _cells(values: Sequence[str], table: _Table) -> tuple[tuple[str, ...], ...]:
    return tuple(
        broken(values[place] if place < len(values) else "", table.size, room)
        for place, room in zip(table.places, table.rooms(), strict=True)
    )


def _high(cells: Sequence[Sequence[str]], size: float) -> float:
    return max((block_height(lines, size) for lines in cells), default=0.0)


def _table_sheets(
    page: Columns, table: _Table, heads: Sequence[tuple[str, ...]], area: Area, begin: Sequence[Shape]
) -> Iterator[tuple[Shape, ...]]:
    """The heads are on each sheet."""
    size, right = table.size, table.edges[-1] - _AIR * 0.5
    line = area.top + _high(heads, size) + 6
    opening = (
        *begin,
        *_row(table, heads, Weight.SEMIBOLD, area.top),
        Line(area.left, line, right, line, Role.EDGE, 3),
    )
    below = area._replace(top=line + size * 0.3)
    rows = tuple(_row_items(page, table, below.height))
    yield from flowed(rows, below, opening) if rows else (opening,)


def _row_items(page: Columns, table: _Table, height: float) -> Iterator[Item]:
    size = table.size
    most = max(1, int(height / (size * LEAD)))
    for number, values in enumerate(page.rows):
        cells = _cells(values, table)
        lines = max(len(cell) for cell in cells)
        for start in range(0, lines, most):
            part = tuple(cell[start : start + most] for cell in cells)
            ruled = bool(number) and not start
            yield Drawn(_high(part, size), partial(_ruled_row, table, part, ruled), size * table.over)


def _ruled_row(table: _Table, cells: Sequence[tuple[str, ...]], ruled: bool, top: float) -> Iterator[Shape]:
    if ruled:
        y = top - table.size * table.over * 0.4
        yield Line(table.edges[0], y, table.edges[-1] - _AIR * 0.5, y, Role.RULE, 1.5)
    yield from _row(table, cells, Weight.REGULAR, top)


def _row(table: _Table, cells: Sequence[tuple[str, ...]], weight: Weight, top: float) -> Iterator[Shape]:
    for lines, left in zip(cells, table.edges, strict=False):
        yield from lines_of(lines, left, top, table.size, weight=weight)


def _records(page: Columns, sheet: Sheet, places: tuple[int, ...]) -> Iterator[Item]:
    """Rows as lines, where the heads are too long for a table."""
    size, room = sheet.body, sheet.room
    for values in page.rows or ((),):
        for place in places:
            value = values[place] if place < len(values) else ""
            text = f"{page.heads[place]}: {value}" if value else page.heads[place]
            yield Block(broken(text, size, room), size, gap=size * (_OVER if place != places[-1] else 1.0))
