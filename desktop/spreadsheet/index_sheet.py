"""The sheet Index: wage and material per year, the weighted index by formula, and how far prices have risen."""

from dataclasses import dataclass
from decimal import Decimal

from desktop.spreadsheet.case import Case
from desktop.spreadsheet.formulas import At, Expr, number, rounded
from desktop.spreadsheet.grid import Grid
from desktop.spreadsheet.workbook import Style
from models.agreements.against_today import today_base
from models.agreements.budget import index_of
from models.dossier.base import known
from models.dossier.costs import CostItemKind, YearIndex

__all__ = ["EARLIER", "IndexSheet", "first_shown", "make_index"]

EARLIER = 12
"""At most so many years before the first are shown; what began earlier comes in as a value."""

_WAGE, _MATERIAL, _WEIGHT, _STANDARD = 4, 5, 6, 7
_FIRST_YEAR = 2


@dataclass(frozen=True, slots=True)
class IndexSheet:
    """Where the weighted index of a year stands, by the wage part of an item (``None``: that of the year)."""

    grid: Grid
    first: int
    rows: dict[Decimal | None, int]
    level_row: int

    def column(self, year: int) -> int:
        """The column of a year."""
        return _FIRST_YEAR + year - self.first

    def index(self, year: int, wage: Decimal | None = None) -> At:
        """The weighted index in percent; an empty cell where it is not known."""
        return self.grid.at(self.rows[wage], self.column(year))

    def level(self, year: int) -> At:
        """How far prices have risen since the start."""
        return self.grid.at(self.level_row, self.column(year))


def first_shown(case: Case) -> int:
    """The first year of the sheets Kosten, Nu and Index."""
    years, kosten = case.years, case.kosten
    begun = [min(i.amounts) for i in kosten.items if i.kind is CostItemKind.STRUCTURAL and i.amounts]
    if kosten.today_indexed:
        begun.append(today_base(kosten, case.start) + 1)
    return max(min([years[0], *begun]), years[0] - EARLIER)


def make_index(case: Case) -> IndexSheet:
    """The sheet; there are years."""
    grid = case.book.sheet("Index")
    first, last = first_shown(case), case.years[-1]
    years = range(first, last + 1)
    grid.put(0, 0, "Index per jaar", Style.TITLE)
    grid.note(
        1, "Een post groeit elk jaar met de gewogen index, afgerond op de cent. Geel is ingevuld, wit is berekend."
    )
    grid.texts(3, 0, ["", "Loondeel"], Style.HEADER)
    grid.texts(3, _FIRST_YEAR, list(years), Style.HEADER_YEAR)
    grid.header, grid.frozen_columns = 4, 1
    grid.width(0, 0, 36)
    labels = ("Loon", "Materieel", "Loondeel van het jaar", "Gewogen index")
    for row, label in enumerate(labels, _WAGE):
        grid.put(row, 0, label)
    wages = {known(i.wage_percentage) for i in case.kosten.items if i.kind is CostItemKind.STRUCTURAL} - {None}
    rows: dict[Decimal | None, int] = {None: _STANDARD}
    for wage in sorted(w for w in wages if w is not None):
        rows[wage] = _STANDARD + len(rows)
        grid.put(rows[wage], 0, "Gewogen index, eigen loondeel")
        grid.put(rows[wage], 1, wage, Style.PERCENT_INPUT)
    level = _STANDARD + len(rows) + 1
    sheet = IndexSheet(grid, first, rows, level)
    for year in years:
        _year(case, sheet, year)
    _levels(case, sheet)
    grid.put(level + 1, 0, "Bron")
    for year in years:
        held = case.kosten.indices.get(year)
        if held is not None and held.source:
            grid.put(level + 1, sheet.column(year), held.source, Style.WRAPPED)
    return sheet


def _year(case: Case, sheet: IndexSheet, year: int) -> None:
    grid, column = sheet.grid, sheet.column(year)
    held = case.kosten.indices.get(year)
    if held is None:
        return
    for row, figure in ((_WAGE, held.wage), (_MATERIAL, held.material), (_WEIGHT, held.wage_weight)):
        if figure is not None:
            grid.put(row, column, figure, Style.PERCENT_INPUT)
    for wage, row in sheet.rows.items():
        if index_of(case.kosten, year, wage) is not None:
            weight = grid.at(_WEIGHT, column) if wage is None else grid.at(row, 1)
            found = _weighted(grid, column, held, held.wage_weight if wage is None else wage, weight)
            decimals = case.kosten.index_decimals
            grid.work(row, column, found if decimals is None else rounded(found, decimals), Style.PERCENT)


def _weighted(grid: Grid, column: int, held: YearIndex, weight: Decimal | None, cell: At) -> Expr:
    """Wage and material by weight; one of the two where the other does not count or is the same."""
    wage, material = grid.at(_WAGE, column), grid.at(_MATERIAL, column)
    if held.wage is not None and (weight == 100 or held.material == held.wage):
        return wage
    if held.material is not None and weight == 0:
        return material
    return (wage * cell + material * (number(100) - cell)) / 100


def _levels(case: Case, sheet: IndexSheet) -> None:
    grid, row = sheet.grid, sheet.level_row
    grid.put(row, 0, f"Prijspeil ({case.start} = 1)")
    for year in case.years:
        column = sheet.column(year)
        if year <= case.start:
            grid.put(row, column, 1, Style.NUMBER)
            continue
        grid.work(row, column, grid.at(row, column - 1) * ((sheet.index(year) / 100) + 1), Style.NUMBER)
