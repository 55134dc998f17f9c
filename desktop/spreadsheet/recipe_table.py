"""The figures of a key that are the same every year: shares per partner, or prices per driver."""

from dataclasses import dataclass, field, replace

from desktop.spreadsheet.block import Block, rounded_share_run
from desktop.spreadsheet.case import Case
from desktop.spreadsheet.driver_sheet import DriverSheet
from desktop.spreadsheet.formulas import Area, At, Expr, Run, call, number, rounded, total
from desktop.spreadsheet.grid import Grid
from desktop.spreadsheet.workbook import Style
from models.agreements.division import Rounding
from models.agreements.outcome import RecipePart
from models.agreements.recipe import MIXED, Component, PricedLine, PricedRecipe, ProportionalRecipe
from models.dossier.costs import CostKey, CostKeyKind

__all__ = ["LineCells", "RecipeTable", "make_recipe"]


@dataclass(frozen=True, slots=True)
class LineCells:
    """A driver of a priced key: its quantities, and the price, the pool, or neither (then it divides the rest).

    ``share``: of a driver that divides a sum.
    """

    name: str
    quantity: Run
    price: At | None = None
    pool: At | None = None
    share: Run | None = None


@dataclass(slots=True)
class RecipeTable:
    """Where the figures of one recipe stand. ``components``: part of the sum and quantities (``None``: equal parts)."""

    key: CostKey
    rounding: Rounding
    name: str
    share: Run | None = None
    rounded_share: Run | None = None
    components: list[tuple[str, At, Run | None]] = field(default_factory=list)
    lines: list[LineCells] = field(default_factory=list)

    @property
    def proportional(self) -> bool:
        """Whether it divides whatever there is."""
        return self.share is not None


def make_recipe(
    case: Case, drivers: DriverSheet, grid: Grid, row: int, part: RecipePart, rounding: Rounding, actual: bool = False
) -> tuple[RecipeTable, int]:
    """The tables of one recipe from ``row`` on; returns the next free row.

    ``actual``: with what was used in the end, where that is known.
    """
    key = next(key for key in case.kosten.keys if key.id == part.key)
    table = RecipeTable(key, rounding, case.key_name(key))
    maker = _Maker(case, drivers, grid, table, actual)
    if isinstance(part.recipe, PricedRecipe):
        return table, maker.priced(part.recipe, row)
    return table, maker.proportional(part.recipe, row)


@dataclass
class _Maker:
    case: Case
    drivers: DriverSheet
    grid: Grid
    table: RecipeTable
    actual: bool

    def quantity(self, driver: str) -> Run:
        """Where the figures of a driver stand."""
        place = (self.table.key.id, driver)
        if self.actual and place in self.drivers.actual:
            return self.drivers.actual[place]
        return self.drivers.used[place]

    def proportional(self, recipe: ProportionalRecipe, row: int) -> int:
        grid, table = self.grid, self.table
        grid.put(row, 0, f"Aandelen: {table.name}", Style.HEADING)
        row = self._parts(recipe, row + 1)
        block = Block(grid, row, list(self.case.names.values()))
        shares: list[tuple[At, Run]] = []
        for component, (name, part, _) in zip(recipe.components, list(table.components), strict=True):
            if component.figures is None:
                equal = block.add("Gelijk deel", number(1) / block.count, Style.SHARE)
                shares.append((part, self._rounded(block, equal)))
                continue
            quantity = self.quantity(component.name)
            shown = block.add(name, block.on(quantity), Style.NUMBER)
            share = block.add(f"Aandeel in {name}", block.on(shown) / total(shown.area), Style.SHARE)
            shares.append((part, self._rounded(block, share)))
        self._share(block, shares)
        return block.end + 1

    def _rounded(self, block: Block, share: Run) -> Run:
        """The share in one part of a mix, rounded before it is weighted where the key asks that."""
        key, rounding = self.table.key, self.table.rounding
        if key.component_decimals is None or key.kind not in MIXED:
            return share
        return rounded_share_run(block, share, replace(rounding, share_decimals=key.component_decimals))

    def _share(self, block: Block, shares: list[tuple[At, Run]]) -> None:
        table = self.table
        if len(shares) == 1:
            table.share = shares[0][1]
        else:
            exprs = [part / 100 * block.on(run) for part, run in shares]
            together = exprs[0]
            for expr in exprs[1:]:
                together = together + expr
            table.share = block.add("Aandeel", together, Style.SHARE)
        by_rate = table.rounding.rate_decimals is not None
        table.rounded_share = table.share if by_rate else rounded_share_run(block, table.share, table.rounding)

    def _parts(self, recipe: ProportionalRecipe, row: int) -> int:
        """Which part of the sum follows what, in percent."""
        grid, key = self.grid, self.table.key
        fixed: At | None = None
        if key.kind is CostKeyKind.FIXED_VARIABLE and key.fixed_percentage is not None:
            grid.put(row, 0, "Vast deel")
            fixed = grid.put(row, 1, key.fixed_percentage, Style.PERCENT_INPUT)
            row += 1
        for component in recipe.components:
            name = component.name.strip() or ("gelijke delen" if component.figures is None else "zonder naam")
            grid.put(row, 0, f"Deel van het bedrag: {name}")
            part = self._part(component, row, fixed)
            self.table.components.append(
                (name, part, None if component.figures is None else self.quantity(component.name))
            )
            row += 1
        return row

    def _part(self, component: Component, row: int, fixed: At | None) -> At:
        grid, key = self.grid, self.table.key
        weight = key.weights.get(component.name) if len(key.drivers) > 1 else None
        if component.figures is None and fixed is not None:
            return grid.work(row, 1, fixed, Style.PERCENT)
        if fixed is not None:
            follows: Expr = number(100) - fixed
            if weight is not None:
                follows = follows * grid.put(row, 2, weight, Style.PERCENT_INPUT) / 100
            return grid.work(row, 1, follows, Style.PERCENT)
        return grid.put(row, 1, float(component.part * 100), Style.PERCENT_INPUT)

    # --- priced

    def priced(self, recipe: PricedRecipe, row: int) -> int:
        grid, table = self.grid, self.table
        grid.put(row, 0, f"Prijzen: {table.name}", Style.HEADING)
        years = sorted({year for line in recipe.lines for year in line.norm_years})
        heads = [
            "Maat",
            "Prijs die geldt",
            "Bedrag per jaar",
            "Prijs",
            "Kosten kostenplaats",
            "Productieve uren",
            "Tarief per uur",
            "Normuren",
        ]
        grid.texts(row + 1, 0, heads)
        grid.texts(row + 1, len(heads), [f"Normuren {year}" for year in years])
        places = []
        for place, line in enumerate(recipe.lines, row + 2):
            places.append(self._line(line, place, len(heads), years))
        row += 3 + len(recipe.lines)
        block = Block(grid, row, list(self.case.names.values()))
        for line, (price, pool) in zip(recipe.lines, places, strict=True):
            name = line.figures.driver.strip() or "zonder naam"
            shown = block.add(name, block.on(self.quantity(line.figures.driver)), Style.NUMBER)
            share = None
            if price is None:
                share = block.add(f"Aandeel in {name}", block.on(shown) / total(shown.area), Style.SHARE)
            table.lines.append(LineCells(name, shown, price, pool, share))
        return block.end + 1

    def _line(self, line: PricedLine, row: int, first: int, years: list[int]) -> tuple[At | None, At | None]:
        """One driver with what its price is made of; returns the price and the pool."""
        grid, key, name = self.grid, self.table.key, line.figures.driver
        decimals = key.rate_decimals
        grid.put(row, 0, name.strip() or "zonder naam")
        if line.pool is not None:
            return None, grid.put(row, 2, key.pools[name], Style.MONEY_INPUT)
        if line.price is None:
            grid.put(row, 2, "de rest")
            return None, None
        price: Expr
        if line.norm is not None:
            price = grid.put(row, 6, key.prices[name], Style.NUMBER_INPUT) * self._norm(line, row, first, years)
        elif line.cost is not None:
            cost = grid.put(row, 4, key.rate_costs[name], Style.MONEY_INPUT)
            price = cost / grid.put(row, 5, key.rate_hours[name], Style.NUMBER_INPUT)
        else:
            price = grid.put(row, 3, key.prices[name], Style.NUMBER_INPUT)
        return grid.work(row, 1, price if decimals is None else rounded(price, decimals), Style.NUMBER), None

    def _norm(self, line: PricedLine, row: int, first: int, years: list[int]) -> At:
        grid, key, name = self.grid, self.table.key, line.figures.driver
        if not line.norm_years:
            return grid.put(row, 7, key.weights[name], Style.NUMBER_INPUT)
        for year in line.norm_years:
            grid.put(row, first + years.index(year), key.norm_hours[name][year], Style.NUMBER_INPUT)
        mean = call("AVERAGE", Area(grid.name, row, row, first, first + len(years) - 1))
        return grid.work(row, 7, mean, Style.NUMBER)
