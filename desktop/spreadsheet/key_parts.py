"""The recipes of a key, and for a combination which cost each of them divides."""

from dataclasses import dataclass

from desktop.spreadsheet.case import FIRST, Case
from desktop.spreadsheet.cost_sheet import CostSheet, Group
from desktop.spreadsheet.driver_sheet import DriverSheet
from desktop.spreadsheet.formulas import At, Expr, Run, call, number, rounded
from desktop.spreadsheet.grid import Grid
from desktop.spreadsheet.recipe_table import RecipeTable, make_recipe
from desktop.spreadsheet.workbook import Style
from desktop.spreadsheet.year_block import Amounts
from models.agreements.division import rounding_of
from models.agreements.outcome import KeyOutcome
from models.dossier.costs import CostKeyKind

__all__ = ["KeyPart", "make_parts"]


@dataclass(frozen=True, slots=True)
class KeyPart:
    """A recipe of the key with the cost that it divides, per year."""

    table: RecipeTable
    amounts: tuple[Amounts, ...]
    vat: tuple[tuple[Expr, Expr], ...]
    once_vat: tuple[tuple[Expr, Expr], ...]


def make_parts(
    case: Case, costs: CostSheet, drivers: DriverSheet, grid: Grid, outcome: KeyOutcome, row: int
) -> tuple[list[KeyPart], int]:
    """The tables of the recipes from ``row`` on; also the next free row."""
    return _Maker(case, costs, drivers, grid, outcome).make(row)


@dataclass
class _Maker:
    case: Case
    costs: CostSheet
    drivers: DriverSheet
    grid: Grid
    outcome: KeyOutcome

    def __post_init__(self) -> None:
        self.key = next(key for key in self.case.kosten.keys if key.id == self.outcome.key)

    def make(self, row: int) -> tuple[list[KeyPart], int]:
        """The recipes, and what each divides per year."""
        keys = {other.id: other for other in self.case.kosten.keys}
        ids = [p.id for p in self.case.partners]
        whole = self.key.kind is not CostKeyKind.COMBINATION
        assigned: tuple[Run | None, Run | None] = (None, None)
        if not whole:
            assigned, row = self._assignment(row)
        parts = []
        for place, part in enumerate(self.outcome.parts):
            rounding = rounding_of(keys[part.key], ids)
            table, row = make_recipe(self.case, self.drivers, self.grid, row, part, rounding)
            if whole:
                amounts = tuple(Amounts(a, b) for a, b in zip(self.costs.to_share, self.costs.once, strict=True))
                vat = tuple(zip(self.costs.vat, self.costs.vat_back, strict=True))
                once_vat = tuple(zip(self.costs.once_vat, self.costs.once_back, strict=True))
                parts.append(KeyPart(table, amounts, vat, once_vat))
            else:
                made, row = self._amounts(table, place + 1, part.key, assigned, row)
                parts.append(made)
        return parts, row

    def _assignment(self, row: int) -> tuple[tuple[Run | None, Run | None], int]:
        """Which key divides which item, by the number of the key."""
        grid, key = self.grid, self.key
        names = {part.key: place for place, part in enumerate(self.outcome.parts, 1)}
        keys = {other.id: other for other in self.case.kosten.keys}
        grid.put(row, 0, "Welke verdeelsleutel deelt welke post", Style.HEADING)
        grid.texts(row + 1, 0, ["Kostenpost", "Nummer", "Verdeelsleutel"])
        row += 2
        runs: list[Run | None] = []
        lines = {line.item: line for line in self.case.outcome.budget.lines}
        for group in (self.costs.structural, self.costs.one_off):
            runs.append(grid.run(row, 1, len(group.ids)) if group.ids else None)
            for item in group.ids:
                other = key.item_keys.get(item, key.rest_key) or ""
                grid.put(row, 0, lines[item].name)
                grid.put(row, 1, names[other], Style.WHOLE_INPUT)
                grid.put(row, 2, self.case.key_name(keys[other]))
                row += 1
        return (runs[0], runs[1]), row + 1

    def _amounts(
        self, table: RecipeTable, nr: int, key_id: str, assigned: tuple[Run | None, Run | None], row: int
    ) -> tuple[KeyPart, int]:
        """The sums of the items of one key, per year."""
        grid, costs = self.grid, self.costs
        grid.put(row, 0, f"Te verdelen volgens {nr}: {table.name}", Style.HEADING)
        grid.texts(row + 1, FIRST, list(self.case.years), Style.HEADER_YEAR)
        labels = ("Structureel", "Eenmalig", "Btw structureel", "waarvan terug", "Btw eenmalig", "waarvan terug")
        for place, label in enumerate(labels, row + 2):
            grid.put(place, 0, label)
        cells: list[list[At]] = [[] for _ in labels]
        subtracted = self.case.outcome.budget.subtracted and bool(costs.savings) and self.key.rest_key == key_id
        for place in range(len(self.case.years)):
            structural = _assigned(costs.structural, assigned[0], nr, place)
            once = _assigned(costs.one_off, assigned[1], nr, place)
            first = structural[0] - costs.savings[place] if subtracted else structural[0]
            exprs = (rounded(first), rounded(once[0]), *structural[1:], *once[1:])
            for line, expr in enumerate(exprs):
                cells[line].append(grid.work(row + 2 + line, FIRST + place, expr))
        amounts = tuple(Amounts(a, b) for a, b in zip(cells[0], cells[1], strict=True))
        vat = tuple(zip(cells[2], cells[3], strict=True))
        once_vat = tuple(zip(cells[4], cells[5], strict=True))
        return KeyPart(table, amounts, vat, once_vat), row + 2 + len(labels) + 1


def _assigned(group: Group, assigned: Run | None, nr: int, place: int) -> tuple[Expr, Expr, Expr]:
    """Gross, VAT and VAT that comes back of the items that key number ``nr`` divides."""
    if assigned is None or group.counts is None or group.back is None:
        return number(0), number(0), number(0)
    gross = call("SUMIF", assigned.area, nr, group.gross[place].area)
    mine = assigned.area.compared("=", nr) * 1
    vat = group.vat[place].area
    return (
        gross,
        call("SUMPRODUCT", mine, vat, group.counts.area),
        call("SUMPRODUCT", mine, vat, group.back.area) / 100,
    )
