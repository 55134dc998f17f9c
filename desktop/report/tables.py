"""Tables on the grid: horizontal rules only, the head repeated on each page, rows kept whole.

A row that is higher than a whole page is the one exception: it goes on over the page, or a long text of a person
would end the report.
"""

from dataclasses import dataclass, replace

from desktop.report import styles, tree
from desktop.report.boxes import Box, SetLine, Stack, baseline_of, draw_mark, draw_stack, stack, stack_height
from desktop.report.pen import Pen
from desktop.report.styles import ALONG, AXIS, BLEED, FULL, ROOM, snap
from desktop.report.tree import Align
from models.figures import Role, form_glyph

__all__ = ["TableBox", "TableRow", "table_box"]

_PAD = 3.5
_HEAD_PAD = 2.5
_GAP, _DENSE_GAP = 8.0, 5.0
_MANY = 7
"""Columns; with more the gaps are smaller."""
_TURN = 8.0
"""More space where numbers on the right side meet text on the left side."""
_MARK, _GLYPH = 13.0, 20.0
_NOTE_GAP = 5.0


@dataclass(frozen=True, slots=True)
class TableRow:
    """A set row: per cell its lines; ``begun``: it goes on from the page before."""

    cells: tuple[Stack, ...]
    source: tree.Row
    begun: bool = False

    @property
    def height(self) -> float:
        """With padding; a sign of a form needs its own height."""
        text = max((stack_height(lines) for lines in self.cells), default=0)
        signs = any(entry.form is not None for entry in self.source.cells) and not self.begun
        return max(text, _GLYPH if signs else 0) + 2 * _PAD + 0.5


@dataclass(frozen=True, kw_only=True)
class TableBox(Box):
    """A table, or the part of it that stands on one page; ``headless``: label and value, without a head."""

    columns: tuple[tree.Column, ...]
    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    head: tuple[Stack, ...]
    rows: tuple[TableRow, ...]
    headless: bool = False
    note: Stack = ()

    @property
    def _head_height(self) -> float:
        if self.headless:
            return 0
        return max(stack_height(lines) for lines in self.head) + 2 * _HEAD_PAD

    @property
    def height(self) -> float:
        """Rounded up to the vertical unit."""
        return snap(self._head_height + sum(row.height for row in self.rows) + self._note_height)

    @property
    def _note_height(self) -> float:
        return _NOTE_GAP + stack_height(self.note) if self.note else 0

    @property
    def least(self) -> float:
        """The head with two rows; with less at the foot of a page the head stands alone."""
        return self._head_height + sum(row.height for row in self.rows[:2])

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Between rows; inside a row only where it is higher than a page."""
        left, count = room - self._head_height, 0
        for row in self.rows:
            if row.height > left:
                break
            left -= row.height
            count += 1
        if count >= len(self.rows) - 1 and len(self.rows) > 3 and self.rows[-1].height < 60:
            count = len(self.rows) - 2  # no lone last row, and no lone note, on the next page
        if count >= min(2, len(self.rows)) or (count == 1 and self._tall(self.rows[1])):
            return self._part(self.rows[:count]), self._part(self.rows[count:])
        if self.rows and self._tall(self.rows[count]):
            upper, lower = _row_in_two(self.rows[count], left)
            if upper is not None:
                first = self._part((*self.rows[:count], upper))
                return first, replace(self, rows=(lower, *self.rows[count + 1 :]), before=0)
        if count and room >= ROOM - 1:
            return self._part(self.rows[:count]), self._part(self.rows[count:])
        return None

    def _tall(self, row: TableRow) -> bool:
        return row.height > ROOM - self._head_height

    def _part(self, rows: tuple[TableRow, ...]) -> "TableBox":
        last = bool(rows) and rows[-1] is self.rows[-1]
        return replace(self, rows=rows, before=0, note=self.note if last else ())

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Head, then the rows from top to bottom, cells from left to right."""
        if not self.headless:
            self._draw_head(pen, x, y + self._head_height)
        y += self._head_height
        for number, row in enumerate(self.rows):
            self._draw_row(pen, row, x, y)
            y += row.height
            if number < len(self.rows) - 1 and not row.source.chosen:
                pen.rule(x, y, FULL)
        pen.rule(x, y, FULL, Role.INK, 0.8)
        draw_stack(pen, self.note, x + AXIS, y + _NOTE_GAP)

    def _draw_head(self, pen: Pen, x: float, bottom: float) -> None:
        for index, lines in enumerate(self.head):
            top = bottom - _HEAD_PAD - stack_height(lines)
            draw_stack(pen, lines, x + self.lefts[index], top, right=self._right(index, x))
        pen.rule(x, bottom, FULL, Role.INK, 0.8)

    def _draw_row(self, pen: Pen, row: TableRow, x: float, y: float) -> None:
        if row.source.chosen:
            pen.tint(x - BLEED, y, FULL + 2 * BLEED, row.height, Role.PANEL)
            for edge in (y, y + row.height):
                pen.rule(x - BLEED, edge, FULL + 2 * BLEED, Role.ACCENT, 1.4)
        for index, (lines, source) in enumerate(zip(row.cells, row.source.cells, strict=True)):
            left = x + self.lefts[index]
            if source.mark is not None and not row.begun:
                draw_mark(pen, source.mark, left, y + _PAD + baseline_of(styles.CELL) - 3.2)
            if source.form is not None and not row.begun:
                pen.figure(form_glyph(source.form, _GLYPH), left, y + _PAD)
            draw_stack(pen, lines, left, y + _PAD, right=self._right(index, x))

    def _right(self, index: int, x: float) -> float | None:
        if self.columns[index].align is Align.LEFT:
            return None
        return x + self.lefts[index] + self.widths[index]


def table_box(table: tree.Table) -> TableBox:
    """Set ``table`` on the grid: the first column is the margin, the others share the width of the text."""
    lefts, widths = _measures(table.columns)
    head = tuple(stack(column.head, styles.HEAD, width) for column, width in zip(table.columns, widths, strict=True))
    rows = tuple(TableRow(_cells(row, table.columns, widths), row) for row in table.rows)
    note = stack(table.note, styles.NOTE, ALONG) if table.note else ()
    return TableBox(
        columns=table.columns, lefts=lefts, widths=widths, head=head, rows=rows, note=note, after=14
    )


def _measures(columns: tuple[tree.Column, ...]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Left edge and width of the text of each column."""
    gap = _GAP if len(columns) <= _MANY else _DENSE_GAP
    lefts, widths = [0.0], [AXIS - _GAP]
    total = sum(column.weight for column in columns[1:])
    x = AXIS
    for index, column in enumerate(columns[1:], start=1):
        share = (FULL - AXIS) * column.weight / total
        following = columns[index + 1].align if index + 1 < len(columns) else Align.RIGHT
        turns = column.align is Align.RIGHT and following is Align.LEFT
        lefts.append(x)
        widths.append(share - gap - (_TURN if turns else 0))
        x += share
    widths[-1] += gap
    return tuple(lefts), tuple(widths)


def _cells(row: tree.Row, columns: tuple[tree.Column, ...], widths: tuple[float, ...]) -> tuple[Stack, ...]:
    stacks = []
    for index, entry in enumerate(row.cells):
        style = styles.CELL_FIRST if index == 0 else styles.CELL
        if columns[index].align is Align.RIGHT:
            style = replace(style, hyphenate=0)
        indent = _MARK if entry.mark is not None else _GLYPH + 6 if entry.form is not None else 0
        stacks.append(stack(entry.runs, style, widths[index], x=indent))
    return tuple(stacks)


def _row_in_two(row: TableRow, room: float) -> tuple[TableRow | None, TableRow]:
    """The lines of each cell that fit in ``room``, and the others."""
    fits = int((room - 2 * _PAD - 0.5) // styles.CELL.leading)
    if fits < 2:
        return None, row
    upper: tuple[tuple[SetLine, ...], ...] = tuple(lines[:fits] for lines in row.cells)
    lower = tuple(lines[fits:] for lines in row.cells)
    return replace(row, cells=upper), replace(row, cells=lower, begun=True)
