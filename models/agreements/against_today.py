"""Against today: what partners pay now brought to a later year, payback, and who leaves the corridor."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from models.agreements.budget import grown, index_of
from models.agreements.money import as_decimal, euros
from models.agreements.outcome import CorridorBreach, Payback, YearOutcome
from models.dossier.costs import CostKey, KostenSection

__all__ = ["breaches_of", "payback_of", "today_base", "today_in"]


def today_base(kosten: KostenSection, start: int) -> int:
    """The year whose prices today's cost is in: as typed, else the year before the start."""
    return kosten.today_year if kosten.today_year is not None else start - 1


def today_in(kosten: KostenSection, today: Sequence[int | None], year: int, start: int) -> tuple[int | None, ...]:
    """Today's cents in ``year``, to compare with.

    As they are, or each year with its weighted index, rounded to the cent ("doorgaan zoals nu"). Before the start
    partners still pay what they pay now, beside the cooperation: then there is nothing to compare, and it is 0.
    """
    if year < start:
        return tuple(None if amount is None else 0 for amount in today)
    if not kosten.today_indexed:
        return tuple(today)
    grew = list(today)
    for passed in range(today_base(kosten, start) + 1, year + 1):
        index = index_of(kosten, passed) or Fraction(0)
        grew = [None if amount is None else grown(amount, index) for amount in grew]
    return tuple(grew)


def payback_of(years: Sequence[YearOutcome], partners: Sequence[str]) -> Mapping[str, Payback]:
    """Per partner, and under ``""`` for all together; only where today's cost is known, and there is one-off cost."""
    rows: dict[str, list[tuple[int, int, int]]] = {}
    for place, partner in enumerate(partners):
        found = [(year.year, year.contributions[place]) for year in years]
        if any(c.today_cents is None for _, c in found):
            continue
        rows[partner] = [(y, c.one_off_cents - c.one_off_back_cents, c.difference_cents or 0) for y, c in found]
    if rows and len(rows) == len(partners):
        summed = zip(*rows.values(), strict=True)
        rows[""] = [(row[0][0], sum(r[1] for r in row), sum(r[2] for r in row)) for row in summed]
    # One-off cost that grants pay in full leaves nothing to earn back.
    return {partner: _payback(row) for partner, row in rows.items() if sum(once for _, once, _ in row) > 0}


def _payback(row: Sequence[tuple[int, int, int]]) -> Payback:
    """Nothing is earned back before the last one-off cost has been paid."""
    balance, since = 0, None
    spent = max(year for year, once, _ in row if once > 0)
    for year, once, difference in row:
        balance += difference - once
        since = None if balance < 0 or year < spent else since if since is not None else year
    return Payback(euros(sum(once for _, once, _ in row)), since, euros(balance))


def breaches_of(key: CostKey, years: Sequence[YearOutcome]) -> tuple[CorridorBreach, ...]:
    """The first year per partner in which the net contribution leaves the corridor around today's cost."""
    if key.corridor_percentage is None:
        return ()
    found: dict[str, CorridorBreach] = {}
    for year in years:
        for c in year.contributions:
            if not c.today_cents or c.partner in found:
                continue
            off = Fraction((c.net_cents - c.today_cents) * 100, abs(c.today_cents))
            if abs(off) > Fraction(key.corridor_percentage):
                found[c.partner] = CorridorBreach(c.partner, year.year, as_decimal(off, 2))
    return tuple(found.values())
