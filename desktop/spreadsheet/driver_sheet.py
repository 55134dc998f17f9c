"""The sheet Maten: per partner the inhabitants, and the figures of every driver of every key."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from desktop.spreadsheet.case import NAME_WIDTH, Case
from desktop.spreadsheet.formulas import Area, Run, call, total
from desktop.spreadsheet.grid import Grid
from desktop.spreadsheet.workbook import Style
from models.agreements.budget import CLAIMS
from models.agreements.drivers import driver_names, is_inhabitants
from models.dossier.base import known
from models.dossier.costs import CostKey, CostKeyKind

__all__ = ["DriverSheet", "make_drivers"]

_INHABITANTS, _CLAIMS, _OWN, _FIRST = 1, 2, 3, 4
_TOP = 6


@dataclass(slots=True)
class DriverSheet:
    """Where the figures stand; ``used`` and ``actual`` by key id and driver."""

    grid: Grid
    count: int
    used: dict[tuple[str, str], Run] = field(default_factory=dict)
    actual: dict[tuple[str, str], Run] = field(default_factory=dict)

    @property
    def inhabitants(self) -> Run:
        """The inhabitants; an empty cell where they are not known."""
        return self.grid.run(_TOP, _INHABITANTS, self.count)

    @property
    def claims(self) -> Run:
        """1 for who can claim from the BTW-compensatiefonds, else 0."""
        return self.grid.run(_TOP, _CLAIMS, self.count)

    @property
    def own(self) -> Run:
        """The partner's own percentage of VAT that comes back; empty where that of the item holds."""
        return self.grid.run(_TOP, _OWN, self.count)


def make_drivers(case: Case) -> DriverSheet:
    """The sheet; there are partners."""
    grid, count = case.book.sheet("Maten"), len(case.partners)
    sheet = DriverSheet(grid, count)
    grid.put(0, 0, "Maten", Style.TITLE)
    grid.note(1, "De cijfers waarop de verdeelsleutels rusten, per partner. Geel is ingevuld, wit is berekend.")
    grid.texts(5, 0, ["Partner", "Inwoners", "Kan btw terugvragen (1 = ja)", "Eigen deel btw dat terugkomt"])
    grid.header = 6
    grid.width(0, 0, NAME_WIDTH)
    grid.width(1, 3, 13)
    for row, partner in enumerate(case.partners, _TOP):
        grid.put(row, 0, case.names[partner.id])
        inhabitants, own = known(partner.inhabitants), case.kosten.bcf.get(partner.id)
        if inhabitants is not None:
            grid.put(row, _INHABITANTS, inhabitants, Style.WHOLE_INPUT)
        grid.put(row, _CLAIMS, int(partner.kind in CLAIMS), Style.WHOLE)
        if own is not None:
            grid.put(row, _OWN, own, Style.PERCENT_INPUT)
    grid.put(_TOP + count, 0, "Samen", Style.LABEL_TOTAL)
    column = _FIRST
    for key in case.kosten.keys:
        if key.kind in {CostKeyKind.COMBINATION, CostKeyKind.EQUAL} or not driver_names(key):
            continue
        grid.put(3, column, case.key_name(key), Style.HEADING)
        for driver in driver_names(key):
            column = _driver(case, sheet, key, driver, column)
            if key.actuals.get(driver):
                column = _actual(case, sheet, key, driver, column)
        column += 1
    return sheet


def _driver(case: Case, sheet: DriverSheet, key: CostKey, driver: str, column: int) -> int:
    """The figures of one driver, or of its years and their mean; returns the next free column."""
    yearly = key.yearly.get(driver)
    name = driver.strip() or "zonder naam"
    if not yearly:
        held = key.drivers.get(driver, {})
        _typed(case, sheet.grid, column, held, is_inhabitants(key, driver))
        return _finish(sheet, sheet.used, key, driver, (name, ""), column)
    first = column
    for year in sorted(yearly):
        _typed(case, sheet.grid, column, yearly[year], taken=False)
        sheet.grid.put(4, column, name, Style.HEADER)
        sheet.grid.put(5, column, year, Style.HEADER_YEAR)
        column += 1
    if all(p.id in held for p in case.partners for held in yearly.values()):
        grid = sheet.grid
        for row in range(_TOP, _TOP + sheet.count):
            mean = call("AVERAGE", _across(grid, row, first, column - 1))
            grid.work(row, column, mean, Style.NUMBER)
    return _finish(sheet, sheet.used, key, driver, (name, "gemiddelde"), column)


def _across(grid: Grid, row: int, left: int, right: int) -> Area:
    return Area(grid.name, row, row, left, right)


def _actual(case: Case, sheet: DriverSheet, key: CostKey, driver: str, column: int) -> int:
    _typed(case, sheet.grid, column, key.actuals[driver], taken=False)
    return _finish(sheet, sheet.actual, key, driver, (driver.strip() or "zonder naam", "werkelijk"), column)


def _typed(case: Case, grid: Grid, column: int, held: Mapping[str, Decimal], taken: bool) -> None:
    """What was typed; ``taken``: the inhabitants fill what was not."""
    for row, partner in enumerate(case.partners, _TOP):
        figure = held.get(partner.id)
        if figure is not None:
            grid.put(row, column, figure, Style.NUMBER_INPUT)
        elif taken and known(partner.inhabitants) is not None:
            grid.work(row, column, grid.at(row, _INHABITANTS), Style.NUMBER)


def _finish(
    sheet: DriverSheet,
    runs: dict[tuple[str, str], Run],
    key: CostKey,
    driver: str,
    heads: tuple[str, str],
    column: int,
) -> int:
    grid = sheet.grid
    run = runs[key.id, driver] = grid.run(_TOP, column, sheet.count)
    grid.put(4, column, heads[0], Style.HEADER)
    grid.put(5, column, heads[1], Style.HEADER)
    grid.work(_TOP + sheet.count, column, total(run.area), Style.NUMBER_TOTAL)
    grid.width(column, column, 14)
    return column + 1
