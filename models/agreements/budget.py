"""What there is to share: cost items by year, indexed, with VAT, less the savings that people count on.

An amount that is typed for a year is used as typed. A structural item goes on from its last typed year: each year the
amount of the year before, times one plus the weighted index, rounded to the cent. One-off items never go on.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from models.agreements.money import cents, euros, summed
from models.agreements.notes import Note, NoteKind
from models.dossier.base import known
from models.dossier.costs import CostItem, CostItemKind, KostenSection, Saving
from models.dossier.legal_facts import VatTreatment
from models.rounding import half_up, nearest, round_to
from models.vocabulary import PartnerKind

__all__ = [
    "CLAIMS",
    "Budget",
    "BudgetCell",
    "BudgetLine",
    "CellOrigin",
    "amounts_of",
    "budget_of",
    "index_of",
    "outcome_years",
    "saving_in",
]

CLAIMS = frozenset({PartnerKind.GEMEENTE, PartnerKind.PROVINCIE})
"""Which partners can claim from the BTW-compensatiefonds (Wet BCF 1 and 3; law.md §5.6)."""


class CellOrigin(StrEnum):
    """Where the amount of a year comes from."""

    TYPED = "typed"
    INDEXED = "indexed"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class BudgetCell:
    """One item in one year, in cents.

    ``net`` without VAT, ``vat`` on it, ``back`` of it that the fund gives back by the item's percentage (a fraction
    of a cent is kept until it is divided); ``index``: the weighted index that was applied.
    """

    year: int
    net: int
    vat: int = 0
    back: Fraction = Fraction(0)
    origin: CellOrigin = CellOrigin.NONE
    index: Fraction | None = None

    @property
    def gross(self) -> int:
        """With VAT: what is shared, in cents."""
        return self.net + self.vat


class BudgetLine(NamedTuple):
    """One cost item over the years; ``compensable``: whether its VAT can come back through the fund."""

    item: str
    name: str
    structural: bool
    compensable: bool
    cells: tuple[BudgetCell, ...]


@dataclass(frozen=True, slots=True)
class Budget:
    """All lines over ``years``, and the savings per year in cents; ``subtracted``: whether they lower what is shared.

    ``start``: the year in which the cooperation begins. Years before it hold one-off cost only: preparing costs money
    too. What was typed for a structural item before the start is the amount from which the index goes on.
    """

    years: tuple[int, ...]
    start: int
    lines: tuple[BudgetLine, ...]
    savings: tuple[int, ...]
    subtracted: bool
    remarks: tuple[Note, ...]

    @property
    def start_place(self) -> int:
        """The place of the start year in ``years``."""
        return self.years.index(self.start) if self.years else 0

    def structural(self, place: int) -> int:
        """What comes back each year, with VAT, less savings where these count: cents in the year at ``place``."""
        costs = sum(line.cells[place].gross for line in self.lines if line.structural)
        return costs - (self.savings[place] if self.subtracted else 0)

    def one_off(self, place: int) -> int:
        """One-off cost with VAT: cents in the year at ``place``."""
        return sum(line.cells[place].gross for line in self.lines if not line.structural)


@dataclass(frozen=True, slots=True)
class Amounts:
    """What a set of cost items comes to per year, in cents, without savings.

    ``vat`` and ``one_off_vat``: the VAT that can come back; ``back``: what does by the percentages of the items.
    """

    structural: tuple[int, ...]
    one_off: tuple[int, ...]
    vat: tuple[int, ...]
    back: tuple[Fraction, ...]
    one_off_vat: tuple[int, ...]
    one_off_back: tuple[Fraction, ...]


def amounts_of(budget: Budget, items: Sequence[str] | None = None) -> Amounts:
    """The amounts of these items; ``None``: of all."""
    lines = [line for line in budget.lines if items is None or line.item in items]
    yearly, once = [r for r in lines if r.structural], [r for r in lines if not r.structural]
    places = range(len(budget.years))
    vat, back = _vat_of(yearly, places)
    once_vat, once_back = _vat_of(once, places)
    return Amounts(_gross(yearly, places), _gross(once, places), vat, back, once_vat, once_back)


def _gross(lines: Sequence[BudgetLine], places: range) -> tuple[int, ...]:
    return tuple(sum(line.cells[i].gross for line in lines) for i in places)


def _vat_of(lines: Sequence[BudgetLine], places: range) -> tuple[tuple[int, ...], tuple[Fraction, ...]]:
    taxed = [line for line in lines if line.compensable]
    vat = tuple(sum(line.cells[i].vat for line in taxed) for i in places)
    back = tuple(summed([line.cells[i].back for line in taxed]) for i in places)
    return vat, back


def outcome_years(kosten: KostenSection) -> tuple[int, ...]:
    """The years to work out: ``years`` from the start year, or from the first year with an amount.

    Empty without either.
    """
    start = start_of(kosten)
    if start is None:
        return ()
    once = (y for i in kosten.items if i.kind is not CostItemKind.STRUCTURAL for y, a in i.amounts.items() if a)
    return tuple(range(min((start, *once)), start + kosten.years))


def start_of(kosten: KostenSection) -> int | None:
    """The start year, else the first year with an amount; ``None`` without either."""
    if kosten.start_year is not None:
        return kosten.start_year
    return min((year for item in kosten.items for year in item.amounts), default=None)


def index_of(kosten: KostenSection, year: int, wage_percentage: Decimal | None = None) -> Fraction | None:
    """The weighted index of a year as a percentage; ``None`` where it cannot be known.

    ``wage_percentage``: the wage part of the item itself, else that of the year. Rounded to ``index_decimals`` where
    set. Nuenen: wage 2.8, material 1.6, half and half gives 2.2 (cases.md).
    """
    held = kosten.indices.get(year)
    if held is None:
        return None
    weight = wage_percentage if wage_percentage is not None else held.wage_weight
    if held.wage is not None and (weight == 100 or held.material == held.wage):
        found = Fraction(held.wage)
    elif held.material is not None and weight == 0:
        found = Fraction(held.material)
    elif held.wage is None or held.material is None or weight is None:
        return None
    else:
        found = _weighted(held.wage, held.material, weight)
    return round_to(found, kosten.index_decimals)


def _weighted(wage: Decimal, material: Decimal, weight: Decimal) -> Fraction:
    """``weight`` percent of ``wage`` and the rest of ``material``; one fraction, as there are hundreds of them."""
    (w, w_below), (m, m_below), (part, part_below) = (n.as_integer_ratio() for n in (wage, material, weight))
    whole = 100 * part_below
    return Fraction(part * w * m_below + (whole - part) * m * w_below, whole * w_below * m_below)


def grown(amount: int, index: Fraction) -> int:
    """Cents times one plus ``index`` percent, to the cent."""
    above, below = index.numerator, index.denominator * 100
    return nearest(amount * (below + above), below)


def saving_in(saving: Saving, year: int) -> int:
    """Cents that a saving counts for in a year: it grows in equal steps, the first in its own year."""
    if year < saving.year:
        return 0
    steps = max(saving.ramp_years, 1)
    return half_up(Fraction(cents(saving.amount)) * min(year - saving.year + 1, steps) / steps)


def budget_of(kosten: KostenSection) -> Budget:
    """What there is to share, per item and year."""
    years, start = outcome_years(kosten), start_of(kosten) or 0
    growth = _Growth(kosten, start)
    lines = tuple(_line(growth, item, years) for item in kosten.items)
    savings = tuple(sum(saving_in(s, year) for s in kosten.savings) if year >= start else 0 for year in years)
    budget = Budget(years, start, lines, savings, kosten.subtract_savings, ())
    return replace(budget, remarks=(*_year_remarks(kosten, budget), *_item_remarks(kosten.items), *growth.remarks()))


def _year_remarks(kosten: KostenSection, budget: Budget) -> Iterable[Note]:
    years = budget.years
    if years and kosten.start_year is None:
        yield Note(NoteKind.YEARS_FROM_ITEMS, year=budget.start)
    if years:
        late = [item.name for item in kosten.items if any(a for y, a in item.amounts.items() if y > years[-1])]
        late += [saving.text for saving in kosten.savings if saving.amount and saving.year > years[-1]]
        if late:
            yield Note(NoteKind.AFTER_LAST_YEAR, names=tuple(late), year=years[-1])
    for place, year in enumerate(years):
        if budget.subtracted and budget.structural(place) < 0 < budget.savings[place]:
            yield Note(NoteKind.SAVINGS_ABOVE_COSTS, year=year, amount=euros(budget.structural(place)))


def _item_remarks(items: Iterable[CostItem]) -> Iterable[Note]:
    """One remark per kind, with the names of the items."""
    names: dict[NoteKind, list[str]] = {}
    for item in items:
        kind = _item_remark(item)
        if kind is not None:
            names.setdefault(kind, []).append(item.name)
    for kind, named in names.items():
        yield Note(kind, names=tuple(named))


def _item_remark(item: CostItem) -> NoteKind | None:
    if not item.amounts:
        return NoteKind.ITEM_EMPTY
    treatment = known(item.vat)
    if treatment is None:
        return NoteKind.VAT_UNKNOWN
    if treatment is VatTreatment.NONE:
        return None
    return NoteKind.VAT_RATE_MISSING if known(item.vat_percentage) is None else None


class _Growth:
    """The weighted index per year and wage part, each worked out once; keeps which items found no index in a year."""

    def __init__(self, kosten: KostenSection, start: int) -> None:
        self._kosten = kosten
        self.start = start
        self._found: dict[tuple[int, Decimal | None], Fraction | None] = {}
        self._missing: dict[int, list[str]] = {}

    def remarks(self) -> Iterable[Note]:
        """The years of which the index is not complete, with the items that do not grow for it."""
        grouped: dict[tuple[str, ...], list[int]] = {}
        for year, names in sorted(self._missing.items()):
            grouped.setdefault(tuple(names), []).append(year)
        return (
            Note(NoteKind.INDEX_MISSING, names=names, year=years[0], years=tuple(years))
            for names, years in grouped.items()
        )

    def index(self, item: CostItem, year: int) -> Fraction | None:
        """The index of a cost item in a year."""
        wage = known(item.wage_percentage)
        if (year, wage) not in self._found:
            self._found[year, wage] = index_of(self._kosten, year, wage)
        found = self._found[year, wage]
        if found is None:
            self._missing.setdefault(year, []).append(item.name)
        return found


def _line(growth: _Growth, item: CostItem, years: tuple[int, ...]) -> BudgetLine:
    structural = item.kind is CostItemKind.STRUCTURAL
    nets = _indexed(growth, item, years) if structural else _typed(item, years)
    treatment, rate = known(item.vat), known(item.vat_percentage)
    taxed = treatment is not None and treatment is not VatTreatment.NONE and rate is not None
    compensable = taxed and treatment is VatTreatment.COMPENSABLE
    back = Fraction(known(item.bcf_percentage) or 0) / 100 if compensable else Fraction(0)
    cells = []
    for cell in nets:
        vat = half_up(Fraction(rate or 0) / 100 * cell.net) if taxed else 0
        cells.append(BudgetCell(cell.year, cell.net, vat, back * vat, cell.origin, cell.index))
    return BudgetLine(item.id, item.name, structural, compensable, tuple(cells))


def _typed(item: CostItem, years: tuple[int, ...]) -> tuple[BudgetCell, ...]:
    return tuple(_typed_cell(item.amounts, year) for year in years)


def _typed_cell(amounts: Mapping[int, Decimal], year: int) -> BudgetCell:
    if year in amounts:
        return BudgetCell(year, cents(amounts[year]), origin=CellOrigin.TYPED)
    return BudgetCell(year, 0)


def _indexed(growth: _Growth, item: CostItem, years: tuple[int, ...]) -> tuple[BudgetCell, ...]:
    """Typed where typed; between typed years as well as after the last one, the year before goes on with its index."""
    if not years or not item.amounts:
        return tuple(BudgetCell(year, 0) for year in years)
    begun: int | None = None
    cells: dict[int, BudgetCell] = {}
    for year in range(min(min(item.amounts), years[0]), years[-1] + 1):
        if year in item.amounts:
            begun = cents(item.amounts[year])
            cells[year] = BudgetCell(year, begun, origin=CellOrigin.TYPED)
        elif begun is not None:
            index = growth.index(item, year)
            begun = grown(begun, index if index is not None else Fraction(0))
            cells[year] = BudgetCell(year, begun, origin=CellOrigin.INDEXED, index=index)
        else:
            cells[year] = BudgetCell(year, 0)
    return tuple(cells[year] if year >= growth.start else BudgetCell(year, 0) for year in years)
