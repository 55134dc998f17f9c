"""Sheets while they are being made: cells are put in, formulas are worked out at once, names are kept unique."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from desktop.spreadsheet.formulas import At, Expr, Formula, Run, pattern_of
from desktop.spreadsheet.workbook import Cell, Column, Sheet, Style, Value, Workbook
from desktop.spreadsheet.working import compiled

__all__ = ["Book", "Grid", "sheet_name"]

_LONGEST = 31
"""The most characters in the name of a sheet (Excel; counted in UTF-16)."""
_FORBIDDEN = frozenset("[]:*?/\\'")
_FIXED = {
    Style.MONEY: Style.MONEY_FIXED,
    Style.MONEY_TOTAL: Style.MONEY_FIXED,
    Style.DIFFERENCE: Style.MONEY_FIXED,
    Style.NUMBER: Style.NUMBER_FIXED,
}


class Book:
    """The sheets made so far. ``value_at`` serves the formulas."""

    def __init__(self) -> None:
        self._grids: dict[str, Grid] = {}

    def sheet(self, name: str) -> "Grid":
        """A new sheet, called ``name`` as far as that is allowed and still free."""
        grid = Grid(self, sheet_name(name, self._grids))
        self._grids[grid.name] = grid
        return grid

    def column_of(self, sheet: str, column: int) -> dict[int, Any]:
        """The values of a column by row, as they come in."""
        return self._grids[sheet].values.setdefault(column, {})

    def value_at(self, sheet: str, row: int, column: int) -> Any:
        """The value of a cell; ``None`` where it is empty."""
        return self.column_of(sheet, column).get(row)

    def done(self, title: str, author: str, dated: date, order: Sequence["Grid"]) -> Workbook:
        """The finished workbook, its sheets in this order."""
        return Workbook(title, author, dated, tuple(grid.done() for grid in order))


def sheet_name(wanted: str, taken: Sequence[str] | dict[str, "Grid"]) -> str:
    """``wanted`` without what sheet names may not hold, at most 31 characters, and not yet ``taken``."""
    clean = " ".join("".join(" " if s in _FORBIDDEN or not s.isprintable() else s for s in wanted).split()) or "Blad"
    if clean.casefold() in {"history", "geschiedenis"}:  # Excel keeps these for itself
        clean += " 1"
    held = {name.casefold() for name in taken}
    found, count = _cut(clean, _LONGEST), 1
    while found.casefold() in held:
        count += 1
        ending = f" ({count})"
        found = _cut(clean, _LONGEST - len(ending)) + ending
    return found


def _cut(text: str, length: int) -> str:
    """At most ``length`` UTF-16 units, no half sign."""
    return text.encode("utf-16-le")[: 2 * length].decode("utf-16-le", "ignore").rstrip()


@dataclass
class Grid:
    """One sheet while it is being made; ``fixed`` counts the cells that hold a value where a formula was meant."""

    book: Book
    name: str
    cells: dict[int, dict[int, Cell]] = field(default_factory=dict)
    values: dict[int, dict[int, Any]] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    header: int = 1
    frozen_columns: int = 1
    fixed: int = 0

    def put(self, row: int, column: int, value: Value, style: Style = Style.TEXT) -> At:
        """A cell with a value; returns the reference to it."""
        held = float(value) if isinstance(value, Decimal) else value
        self.cells.setdefault(row, {})[column] = Cell(held, style)
        self.values.setdefault(column, {})[row] = held
        return At(self.name, row, column)

    def clear(self, row: int, column: int) -> None:
        """Make a cell empty again."""
        del self.cells[row][column], self.values[column][row]

    def at(self, row: int, column: int) -> At:
        """The reference to a cell."""
        return At(self.name, row, column)

    def run(self, top: int, column: int, count: int) -> Run:
        """A stretch of one column."""
        return Run(self.name, top, column, count)

    def work(self, row: int, column: int, expr: Expr, style: Style = Style.MONEY, expected: int | None = None) -> At:
        """A cell with a formula; ``expected``: what it must give, in cents."""
        self.column(row, column, 1, expr, style, None if expected is None else [expected])
        return At(self.name, row, column)

    def column(
        self,
        top: int,
        column: int,
        count: int,
        expr: Expr,
        style: Style = Style.MONEY,
        expected: Sequence[int | None] | None = None,
    ) -> Run:
        """The same formula in ``count`` rows. Where it does not give what is ``expected`` (cents), the value stands.

        That happens when two fractions of a cent are nearer to each other than a spreadsheet can count.
        """
        pattern, worked = pattern_of(expr, self.name), compiled(expr, self.book)
        values, cells = self.values.setdefault(column, {}), self.cells
        for place in range(count):
            row = top + place
            value = worked(row)
            wanted = None if expected is None else expected[place]
            if wanted is not None and abs((value or 0) * 100 - wanted) > 1e-4 * max(1.0, abs(wanted) * 1e-9):
                value = wanted / 100
                cell = Cell(value, _FIXED.get(style, style))
                self.fixed += 1
            else:
                cell = Cell(value, style, Formula(pattern, row))
            values[row] = value
            cells.setdefault(row, {})[column] = cell
        return Run(self.name, top, column, count)

    def texts(self, row: int, column: int, texts: Sequence[Value], style: Style = Style.HEADER) -> None:
        """Values beside each other."""
        for place, text in enumerate(texts):
            self.put(row, column + place, text, style)

    def note(self, row: int, text: str, style: Style = Style.NOTE) -> int:
        """A line of text; returns the next row."""
        self.put(row, 0, text, style)
        return row + 1

    def width(self, first: int, last: int, characters: float) -> None:
        """The width of columns, unless one is wider already."""
        for column in range(first, last + 1):
            self.widths[column] = max(self.widths.get(column, 0), characters)

    def done(self) -> Sheet:
        """The finished sheet."""
        rows = {row: dict(sorted(self.cells[row].items())) for row in sorted(self.cells)}
        last = max(self.values, default=0)
        columns = tuple(Column(self.widths.get(column, 14)) for column in range(last + 1))
        return Sheet(self.name, columns, rows, self.header, self.frozen_columns)
