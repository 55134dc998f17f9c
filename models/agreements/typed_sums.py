"""Plain sums of what people typed: costs per year, costs of today, hours per partner. Exact; nothing is assumed.

No figure is made up for what is missing: where answers are missing the sums say how many.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from models.dossier.agree import CostItem, CostItemKind, HourEntry, HourUnit, KostenSection, Saving
from models.dossier.base import Answer, known

__all__ = [
    "SPAN",
    "HoursBalance",
    "PartSum",
    "YearSums",
    "amounts_by_year",
    "cost_years",
    "hours_balance",
    "item_total",
    "part_sum",
    "savings_by_year",
    "year_sums",
]

SPAN = 4
"""How many years are asked from the start year on."""

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class YearSums:
    """Euros of one year: structural, one-off, and the savings that people count on. Nothing is set off."""

    year: int
    structural: Decimal
    one_off: Decimal
    savings: Decimal

    @property
    def costs(self) -> Decimal:
        """Structural and one-off together."""
        return self.structural + self.one_off


@dataclass(frozen=True, slots=True)
class PartSum:
    """A sum over partners: ``given`` of the ``asked`` filled in a figure."""

    total: Decimal
    given: int
    asked: int

    @property
    def complete(self) -> bool:
        """Whether everybody gave a figure."""
        return self.given == self.asked


@dataclass(frozen=True, slots=True)
class HoursBalance:
    """Hours of one partner, all in ``unit``; ``missing``: entries in this unit without hours."""

    partner: str
    unit: HourUnit
    brings: Decimal
    takes: Decimal
    missing: int

    @property
    def difference(self) -> Decimal:
        """Brought less taken: above zero the partner brings more than it takes."""
        return self.brings - self.takes


def cost_years(kosten: KostenSection) -> tuple[int, ...]:
    """The years that the tables ask: four from the start year, and every year that holds a figure already."""
    asked = {kosten.start_year + n for n in range(SPAN)} if kosten.start_year is not None else set()
    filled = {year for item in kosten.items for year in item.amounts}
    return tuple(sorted(asked | filled | set(kosten.indices)))


def amounts_by_year(items: Iterable[CostItem], years: Iterable[int]) -> Mapping[int, Decimal]:
    """Per year the sum of the amounts, in euros."""
    rows = tuple(items)
    return {year: sum((item.amounts.get(year, _NOTHING) for item in rows), _NOTHING) for year in years}


def item_total(item: CostItem) -> Decimal:
    """All amounts of one item, in euros."""
    return sum(item.amounts.values(), _NOTHING)


def savings_by_year(savings: Iterable[Saving], years: Iterable[int]) -> Mapping[int, Decimal]:
    """Per year the savings that count by then: each holds from its own year on."""
    rows = tuple(savings)
    return {year: sum((s.amount for s in rows if s.year <= year), _NOTHING) for year in years}


def year_sums(kosten: KostenSection) -> tuple[YearSums, ...]:
    """The sums of every year of :func:`cost_years`."""
    years = cost_years(kosten)
    structural = amounts_by_year((i for i in kosten.items if i.kind is CostItemKind.STRUCTURAL), years)
    one_off = amounts_by_year((i for i in kosten.items if i.kind is not CostItemKind.STRUCTURAL), years)
    savings = savings_by_year(kosten.savings, years)
    return tuple(YearSums(year, structural[year], one_off[year], savings[year]) for year in years)


def part_sum(answers: Mapping[str, Answer[Decimal]], partners: Iterable[str]) -> PartSum:
    """The sum of what these partners gave; a kind of "no answer" is no figure, and not zero either."""
    asked = tuple(partners)
    given = [figure for p in asked if (figure := known(answers.get(p))) is not None]
    return PartSum(sum(given, _NOTHING), len(given), len(asked))


def hours_balance(entries: Iterable[HourEntry], partners: Iterable[str]) -> tuple[HoursBalance, ...]:
    """What each partner brings and takes, per unit, in the order of ``partners``; a unit nobody uses gives no row.

    Hours a week are not made hours a year: how many weeks a year counts is an agreement of its own.
    """
    rows = tuple(entries)
    balances = []
    for unit in (HourUnit.YEAR, HourUnit.WEEK):
        for partner in partners:
            own = [e for e in rows if e.partner == partner and e.unit is unit]
            if not own:
                continue
            brings = sum((known(e.hours) or _NOTHING for e in own if not e.takes), _NOTHING)
            takes = sum((known(e.hours) or _NOTHING for e in own if e.takes), _NOTHING)
            missing = sum(known(e.hours) is None for e in own)
            balances.append(HoursBalance(partner, unit, brings, takes, missing))
    return tuple(balances)
