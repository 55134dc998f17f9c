"""Settling afterwards in columns: the key alone on the start year, by the estimate and by what was really used."""

from desktop.spreadsheet.block import Block
from desktop.spreadsheet.case import Case
from desktop.spreadsheet.cost_sheet import CostSheet
from desktop.spreadsheet.driver_sheet import DriverSheet
from desktop.spreadsheet.formulas import rounded
from desktop.spreadsheet.grid import Grid
from desktop.spreadsheet.recipe_table import RecipeTable, make_recipe
from desktop.spreadsheet.workbook import Style
from desktop.spreadsheet.year_block import YearMaker
from models.agreements.division import rounding_of
from models.agreements.outcome import KeyOutcome, RecipePart
from models.agreements.recipe import recipe_of

__all__ = ["settled_columns"]


def settled_columns(
    case: Case,
    drivers: DriverSheet,
    costs: CostSheet,
    grid: Grid,
    outcome: KeyOutcome,
    estimate: RecipeTable,
    row: int,
) -> None:
    """From ``row`` on, by the rule of ``models/agreements/settlement.py``; ``estimate``: the figures as agreed."""
    key, start = estimate.key, case.start_place
    used = {name: held for name, held in key.actuals.items() if name in key.drivers and held}
    yearly = {name: held for name, held in key.yearly.items() if name not in used}
    afterwards = key.model_copy(update={"drivers": {**key.drivers, **used}, "yearly": yearly})
    recipe = recipe_of(afterwards, case.partners)
    assert not isinstance(recipe, tuple)  # else nothing would be settled
    grid.put(row, 0, f"Afrekening van {case.start}", Style.HEADING)
    grid.put(row + 1, 0, "Kosten in de raming")
    grid.put(row + 2, 0, "Werkelijke kosten")
    estimated = cost = grid.work(row + 1, 1, costs.to_share[start])
    if key.actual_cost is not None:
        cost = grid.put(row + 2, 1, key.actual_cost, Style.MONEY_INPUT)
    else:
        grid.work(row + 2, 1, estimated)
    part = RecipePart(key.id, key.kind, recipe)
    rounding = rounding_of(key, [p.id for p in case.partners])
    table, row = make_recipe(case, drivers, grid, row + 4, part, rounding, actual=True)
    grid.put(row, 0, "Raming en werkelijkheid", Style.HEADING)
    block = Block(grid, row + 1, list(case.names.values()))
    maker = YearMaker(block, outcome.years[start], [table], [], None, None, None, None)
    settled = outcome.settled
    first = maker.charge("Raming", estimate, estimated, [int(s.estimate * 100) for s in settled])
    second = maker.charge("Werkelijk", table, cost, [int(s.actual * 100) for s in settled])
    left = rounded(block.on(second) - block.on(first))
    block.add("Nog te betalen (min = terug)", left, expected=[int(s.difference * 100) for s in settled])
