"""The sheet Nu: what each partner pays now, and what that comes to per year where it follows the index."""

from dataclasses import dataclass
from decimal import Decimal

from desktop.spreadsheet.case import NAME_WIDTH, Case
from desktop.spreadsheet.formulas import Run, rounded, total
from desktop.spreadsheet.grid import Grid
from desktop.spreadsheet.index_sheet import IndexSheet
from desktop.spreadsheet.workbook import Style
from models.agreements.against_today import today_base, today_in
from models.agreements.money import cents
from models.dossier.base import known

__all__ = ["TodaySheet", "make_today"]

_NOW, _SHARE, _YEARS = 1, 2, 3
_TOP = 4


@dataclass(frozen=True, slots=True)
class TodaySheet:
    """Per partner what it pays now, its share of that (``None``: not to be known), and the amount per year."""

    grid: Grid
    now: Run
    share: Run | None
    years: tuple[Run, ...]


def make_today(case: Case, index: IndexSheet) -> TodaySheet:
    """The sheet; there are years and partners."""
    grid, kosten, count = case.book.sheet("Nu"), case.kosten, len(case.partners)
    base = today_base(kosten, case.start)
    grid.put(0, 0, "Kosten nu", Style.TITLE)
    follows = (
        f"De bedragen gaan met de index mee vanaf {base}." if kosten.today_indexed else "De bedragen groeien niet mee."
    )
    grid.note(1, f"Wat elke partner nu zelf betaalt, in euro’s per jaar. {follows}")
    grid.texts(3, 0, ["Partner", f"Nu ({base})", "Aandeel nu"])
    shown = range(index.first, case.years[-1] + 1)
    grid.texts(3, _YEARS, list(shown), Style.HEADER_YEAR)
    grid.header = 4
    grid.width(0, 0, NAME_WIDTH)
    grid.width(1, 1, 16)
    held = [known(kosten.today.get(p.id)) for p in case.partners]
    for place, (partner, amount) in enumerate(zip(case.partners, held, strict=True), _TOP):
        grid.put(place, 0, case.names[partner.id])
        if amount is not None:
            grid.put(place, _NOW, amount, Style.MONEY_INPUT)
    now = grid.run(_TOP, _NOW, count)
    grid.put(_TOP + count, 0, "Samen", Style.LABEL_TOTAL)
    grid.work(_TOP + count, _NOW, total(now.area), Style.MONEY_TOTAL)
    known_all = None not in held and sum((amount or Decimal(0) for amount in held), Decimal(0))
    share = None
    if known_all:
        share = grid.column(_TOP, _SHARE, count, now.on(_TOP) / total(now.area), Style.SHARE)
    for year in shown:
        _year(case, index, grid, held, year)
        area = grid.run(_TOP, _YEARS + year - index.first, count).area
        grid.work(_TOP + count, _YEARS + year - index.first, total(area), Style.MONEY_TOTAL)
    if None in held:
        grid.note(_TOP + count + 1, "Een leeg vak betekent: niet bekend. Daar is geen verschil te berekenen.")
    years = tuple(grid.run(_TOP, _YEARS + year - index.first, count) for year in case.years)
    return TodaySheet(grid, now, share, years)


def _year(case: Case, index: IndexSheet, grid: Grid, held: list[Decimal | None], year: int) -> None:
    """As typed until the base year; after it the year before times the index. Unknown amounts stay empty."""
    base = today_base(case.kosten, case.start)
    column = _YEARS + year - index.first
    grows = case.kosten.today_indexed and year > base
    typed = [None if amount is None else cents(amount) for amount in held]
    wanted = today_in(case.kosten.model_copy(update={"today_year": base}), typed, year, year)
    before = grid.run(_TOP, _NOW if year == base + 1 else column - 1, len(held))
    if grows and year == index.first and year > base + 1:
        for place, amount in enumerate(wanted):
            if amount is not None:
                grid.put(_TOP + place, column, Decimal(amount) / 100, Style.MONEY_FIXED)
                grid.fixed += 1
        return
    expr = (
        rounded(before.on(_TOP) * (index.index(year) / 100 + 1)) if grows else grid.run(_TOP, _NOW, len(held)).on(_TOP)
    )
    grid.column(_TOP, column, len(held), expr, expected=wanted)
    for place, amount in enumerate(wanted):
        if amount is None:
            grid.clear(_TOP + place, column)
