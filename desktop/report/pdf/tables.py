"""Tables on the grid.

Horizontal rules only; the head repeats on each page; a row stays whole unless it is higher than a page.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop.report import styles, tree
from desktop.report.pdf.canvas import ReportCanvas
from desktop.report.pdf.cells import Content, content_of
from desktop.report.pdf.columns import rooms_of, slots_of, widths_of
from desktop.report.pdf.drawing import draw_rule, draw_tint
from desktop.report.pdf.parts import Part
from desktop.report.pdf.tags import Element
from desktop.report.pdf.texts import text
from desktop.report.styles import AXIS, BLEED, FULL, LEFT, LINE, ROOM, snap
from desktop.report.tree import RowKind
from models.figures import Role

__all__ = ["GridCell", "GridRow", "GridTable", "facts_table", "grid_table"]

_PAD, _FOOT_PAD, _HEAD_PAD = 3.5, 4.0, 2.5
_GROUP_PAD = 9.0
_LOW_ROW = 60.0
"""A last row lower than this does not go to the next page alone."""

_SMALL = 10 * LINE
"""A table lower than this stays on one page."""

_STRONG, _THIN, _CHOSEN = (Role.INK, 0.8), (Role.RULE, 0.4), (Role.ACCENT, 1.4)


class GridCell(NamedTuple):
    """What stands at ``x`` in a row; ``element``: None where it is a repetition."""

    x: float
    content: Content
    element: Element | None

    def shown(self) -> "GridCell":
        """The same as a repetition, which is not read again."""
        return self._replace(element=None)


class GridRow(NamedTuple):
    """Cells beside each other; ``broken``: rules from and to, as lines to write on, instead of one rule."""

    cells: tuple[GridCell, ...]
    top: float = _PAD
    foot: float = _FOOT_PAD
    kind: RowKind = RowKind.PLAIN
    chosen: bool = False
    low: bool = False
    broken: tuple[tuple[float, float], ...] = ()
    least: float = 0.0

    @property
    def height(self) -> float:
        """Of the highest cell."""
        return max([self.least, *[self.top + cell.content.height + self.foot for cell in self.cells]])

    def split(self, room: float) -> "tuple[GridRow, GridRow] | None":
        """Between lines; for a row that no page can hold."""
        halves = [_halves(cell, room - self.top - self.foot) for cell in self.cells]
        if all(head.content.height == 0 for head, _ in halves) or all(rest.content.height == 0 for _, rest in halves):
            return None
        return self._replace(cells=tuple(a for a, _ in halves)), self._replace(cells=tuple(b for _, b in halves))

    def draw(self, canvas: ReportCanvas, top: float) -> None:
        """All cells, from left to right."""
        height = self.height
        for cell in self.cells:
            down = height - self.foot - cell.content.height if self.low else self.top
            cell.content.draw(canvas, cell.element, LEFT + cell.x, top - down)


def _halves(cell: GridCell, room: float) -> tuple[GridCell, GridCell]:
    if cell.content.height <= room:
        return cell, cell._replace(content=cell.content.nothing())
    halves = cell.content.split(room)
    if halves is None:
        return cell._replace(content=cell.content.nothing()), cell
    return cell._replace(content=halves[0]), cell._replace(content=halves[1])


class GridTable(Part):
    """A table of the report; made by :func:`grid_table` and :func:`facts_table`."""

    def __init__(
        self, rows: Sequence[GridRow], head: GridRow | None = None, *, before: float = 0, after: float = 0
    ) -> None:
        super().__init__(before, after)
        self._space = after
        self.head, self.rows = head, tuple(rows)
        self._heights = tuple(row.height for row in rows)
        self._top = head.height if head is not None else 0.0
        self._height = self._top + sum(self._heights)
        self.after += snap(self._height) - self._height  # to the vertical unit, but not at the foot of a page

    @property
    def height(self) -> float:
        """Of all rows."""
        return self._height

    @property
    def least(self) -> float:
        """The head with two rows, or a group with two; a head with less at the foot of a page stands alone."""
        few = self._top + sum(self._heights[: 3 if self._bound(2) else 2])
        return self.height if self.whole or few > ROOM else few

    def split(self, room: float) -> tuple[Part, Part] | None:
        """Between rows, no lone last row; inside a row only where no page can hold it."""
        count, used = self._fitting(room)
        row = self.rows[count] if count < len(self.rows) else None
        if row is not None and self._heights[count] > ROOM - self._top:
            halves = row.split(room - used)
            if halves is not None:
                return self._parts((*self.rows[:count], halves[0]), (halves[1], *self.rows[count + 1 :]))
        cut = count
        while cut and self._bound(cut):
            cut -= 1
        if not cut and room >= ROOM:
            cut = count  # no page holds what should stay together
        return self._parts(self.rows[:cut], self.rows[cut:]) if cut else None

    def _fitting(self, room: float) -> tuple[int, float]:
        """How many rows fit, and how high they are with the head."""
        used = self._top
        for count, height in enumerate(self._heights):
            if used + height > room:
                return count, used
            used += height
        return len(self.rows), used

    def _bound(self, count: int) -> bool:
        """Whether the row at ``count`` stays with the one before it: a group never leaves one row behind."""
        if count >= len(self.rows):
            return False
        before, here = self.rows[count - 1], self.rows[count]
        last = count == len(self.rows) - 1 and count > 1 and self._heights[count] < _LOW_ROW
        second = count > 1 and self.rows[count - 2].kind is RowKind.GROUP and here.kind is not RowKind.GROUP
        return last or second or before.kind is RowKind.GROUP or here.kind is RowKind.TOTAL

    def _parts(self, first: Sequence[GridRow], rest: Sequence[GridRow]) -> tuple[Part, Part]:
        repeated = None if self.head is None else self.head._replace(cells=tuple(c.shown() for c in self.head.cells))
        second = GridTable(rest, repeated, after=self._space)
        second.tail = self.tail
        return GridTable(first, self.head, before=self.before), second

    def draw(self, canvas: ReportCanvas, top: float) -> None:
        """Tints and rules, then the cells."""
        with canvas.artifact():
            self._draw_rules(canvas, top)
        if self.head is not None:
            self.head.draw(canvas, top)
        y = top - self._top
        for row, height in zip(self.rows, self._heights, strict=True):
            row.draw(canvas, y)
            y -= height

    def _draw_rules(self, canvas: ReportCanvas, top: float) -> None:
        y, last = top - self._top, len(self.rows) - 1
        if self.head is not None:
            draw_rule(canvas, LEFT, y, FULL, *_STRONG)
        for number, row in enumerate(self.rows):
            foot = y - self._heights[number]
            if row.chosen:
                draw_tint(canvas, LEFT - BLEED, foot, FULL + 2 * BLEED, y - foot, Role.PANEL)
                draw_rule(canvas, LEFT - BLEED, y, FULL + 2 * BLEED, *_CHOSEN)
                draw_rule(canvas, LEFT - BLEED, foot, FULL + 2 * BLEED, *_CHOSEN)
            following = self.rows[number + 1] if number < last else None
            for start, stop, role, weight in _rules_under(row, following):
                draw_rule(canvas, LEFT + start, foot, stop - start, role, weight)
            y = foot


def _rules_under(row: GridRow, following: GridRow | None) -> Iterator[tuple[float, float, Role, float]]:
    """A thin rule under each row, but not along those of the advised one; a strong one at the end."""
    if row.broken:
        yield from ((start, stop, *_STRONG) for start, stop in row.broken)
    elif following is None or row.kind is RowKind.GROUP or following.kind is RowKind.TOTAL:
        yield 0, FULL, *_STRONG
    elif not row.chosen and not following.chosen:
        yield 0, FULL, *_THIN


def grid_table(table: tree.Table, element: Element, after: float = 14) -> GridTable:
    """``table`` without its caption and note: the first column is the margin, the others share the width.

    ``element``: the table's own, under which the rows come.
    """
    widths = widths_of(table)
    rooms, starts = rooms_of(table.columns, widths, slots_of(table)), _starts(widths)
    head = _head(table.columns, rooms, starts, element.add("TR"))
    rows = [_row(row, table.columns, rooms, starts, element.add("TR")) for row in table.rows]
    made = GridTable(rows, head, after=after)
    made.whole = made.height < _SMALL
    return made


def facts_table(facts: Sequence[tuple[str, str]], element: Element, before: float = 0) -> GridTable:
    """Labels and values, without a head."""
    columns = (tree.Column("Feit"), tree.Column("Waarde"))
    widths = (AXIS, FULL - AXIS)
    rooms = rooms_of(columns, widths)
    rows = [
        _row(tree.Row((tree.cell(a), tree.cell(b))), columns, rooms, _starts(widths), element.add("TR"))
        for a, b in facts
    ]
    return GridTable(rows, before=before)


def _starts(widths: Sequence[float]) -> tuple[float, ...]:
    return tuple(sum(widths[:number]) for number in range(len(widths)))


def _head(columns: Sequence[tree.Column], rooms: Sequence[float], starts: Sequence[float], element: Element) -> GridRow:
    cells = [
        GridCell(x, Content(text(column.head, styles.HEAD, room, column.align)), element.add("TH", scope="Column"))
        for column, room, x in zip(columns, rooms, starts, strict=True)
    ]
    return GridRow(tuple(cells), _HEAD_PAD, _HEAD_PAD, low=True)


def _row(
    row: tree.Row, columns: Sequence[tree.Column], rooms: Sequence[float], starts: Sequence[float], element: Element
) -> GridRow:
    if row.kind is RowKind.GROUP:
        whole = Content(text(row.cells[0].runs, styles.CELL_FIRST, FULL))
        cell = GridCell(0, whole, element.add("TH", scope="Row", span=len(columns)))
        return GridRow((cell,), top=_GROUP_PAD, kind=row.kind)
    strong = row.kind is RowKind.TOTAL
    cells = [
        GridCell(
            x,
            content_of(entry, number == 0 or strong, column.align, room),
            element.add("TD") if number else element.add("TH", scope="Row"),
        )
        for number, (entry, column, room, x) in enumerate(zip(row.cells, columns, rooms, starts, strict=True))
    ]
    return GridRow(tuple(cells), kind=row.kind, chosen=row.chosen)
