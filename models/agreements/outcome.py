"""What each partner pays per year under one key.

Charge, transition, floors and ceilings, VAT, and today's cost beside it.

Order of work, per year: (1) the recipe divides the structural cost; (2) while the key is phased in, shares of today's
cost and of the key are blended, so that the total holds; (3) floors and ceilings. One-off cost follows the key alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from models.agreements.money import euros
from models.agreements.notes import Note
from models.agreements.recipe import Recipe
from models.dossier.costs import CostKeyKind
from models.rounding import nearest

__all__ = [
    "Contribution",
    "CorridorBreach",
    "KeyOutcome",
    "Payback",
    "RecipePart",
    "Settled",
    "YearOutcome",
    "sum_of_differences",
]


class Contribution(NamedTuple):
    """One partner in one year. The fields hold whole cents; the properties say the same in euros.

    ``whole_cents``: all structural contributions. ``*_back_cents``: VAT that comes back from the BTW-compensatiefonds.
    ``today_cents``: what the partner pays now, brought to this year where the dossier asks that.
    """

    partner: str
    structural_cents: int
    one_off_cents: int
    whole_cents: int
    structural_back_cents: int = 0
    one_off_back_cents: int = 0
    today_cents: int | None = None
    inhabitants: int | None = None

    @property
    def structural(self) -> Decimal:
        """What is charged each year."""
        return euros(self.structural_cents)

    @property
    def one_off(self) -> Decimal:
        """What is charged once, in this year."""
        return euros(self.one_off_cents)

    @property
    def structural_back(self) -> Decimal:
        """VAT on the structural contribution that comes back."""
        return euros(self.structural_back_cents)

    @property
    def one_off_back(self) -> Decimal:
        """VAT on the one-off contribution that comes back."""
        return euros(self.one_off_back_cents)

    @property
    def share(self) -> Fraction:
        """The part of all structural contributions, of 1; 0 where nothing is charged."""
        return Fraction(self.structural_cents, self.whole_cents) if self.whole_cents else Fraction(0)

    @property
    def today(self) -> Decimal | None:
        """What the partner pays now."""
        return None if self.today_cents is None else euros(self.today_cents)

    @property
    def per_inhabitant(self) -> Decimal | None:
        """The structural contribution per inhabitant, to the cent."""
        return euros(nearest(self.structural_cents, self.inhabitants)) if self.inhabitants else None

    @property
    def net_cents(self) -> int:
        """Structural contribution less the VAT that comes back: what is compared with today."""
        return self.structural_cents - self.structural_back_cents

    @property
    def net(self) -> Decimal:
        """The same in euros."""
        return euros(self.net_cents)

    @property
    def difference_cents(self) -> int | None:
        """Today's cost less the net contribution: above zero is an advantage (V), below zero a disadvantage (N)."""
        return None if self.today_cents is None else self.today_cents - self.net_cents

    @property
    def difference(self) -> Decimal | None:
        """The same in euros."""
        found = self.difference_cents
        return None if found is None else euros(found)


class YearOutcome(NamedTuple):
    """One year, in euros. ``to_share``: structural cost with VAT; ``one_off``: likewise.

    ``uncovered``: what prices do not bring in; ``rest``: rounding that stays with the organisation; ``spread``:
    rounding that was divided or borne by one partner (each of both also for one-off cost); ``phase``: how far the key
    counts, of 1; ``cents_to``: partners that got the odd cent; ``before``: structural charge by the key alone;
    ``blended``: after the transition; ``rounds``: after each round of limits.
    """

    year: int
    to_share: Decimal
    one_off: Decimal
    contributions: tuple[Contribution, ...]
    uncovered: Decimal = Decimal(0)
    rest: Decimal = Decimal(0)
    one_off_rest: Decimal = Decimal(0)
    spread: Decimal = Decimal(0)
    one_off_spread: Decimal = Decimal(0)
    phase: Fraction = Fraction(1)
    cents_to: tuple[str, ...] = ()
    at_floor: tuple[str, ...] = ()
    at_ceiling: tuple[str, ...] = ()
    before: tuple[int, ...] = ()
    blended: tuple[int, ...] = ()
    rounds: tuple[tuple[int, ...], ...] = ()
    rates: tuple[Fraction | None, ...] = ()

    @property
    def charged(self) -> Decimal:
        """All structural contributions together."""
        return euros(sum(c.structural_cents for c in self.contributions))

    @property
    def difference(self) -> Decimal | None:
        """All differences together; ``None`` where today's cost of a partner is not known."""
        return sum_of_differences(self.contributions)


def sum_of_differences(contributions: Iterable[Contribution]) -> Decimal | None:
    """The differences together, in euros; ``None`` where one is not known."""
    found = [c.difference_cents for c in contributions]
    return None if None in found else euros(sum(d for d in found if d is not None))


class CorridorBreach(NamedTuple):
    """The first year in which a partner pays so much more or less than today that partners must talk again."""

    partner: str
    year: int
    percentage: Decimal


class Settled(NamedTuple):
    """One partner.

    What was estimated for the first year, what it came to, and the difference still to pay (+) or receive.
    """

    partner: str
    estimate: Decimal
    actual: Decimal

    @property
    def difference(self) -> Decimal:
        """Still to pay; below zero the partner gets money back."""
        return self.actual - self.estimate


class Payback(NamedTuple):
    """When the one-off cost is earned back by the difference with today.

    ``year``: the first year in which all one-off cost has been paid, and the sum of differences is at least that, and
    stays so; ``None``: not within the years worked out. ``balance``: that sum less the one-off cost at the end, in
    euros.
    """

    one_off: Decimal
    year: int | None
    balance: Decimal


class RecipePart(NamedTuple):
    """A recipe and the cost items that it divides; ``items`` empty: all of them."""

    key: str
    kind: CostKeyKind
    recipe: Recipe
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyOutcome:
    """All that comes out of one key. With obstacles there are no years.

    ``gains`` and ``loses``: partners whose differences over all years add up above or below zero; ``payback``: per
    partner, and under ``""`` for all together, where today's cost is known.
    """

    key: str
    kind: CostKeyKind
    name: str
    obstacles: tuple[Note, ...] = ()
    remarks: tuple[Note, ...] = ()
    parts: tuple[RecipePart, ...] = ()
    years: tuple[YearOutcome, ...] = ()
    gains: tuple[str, ...] = ()
    loses: tuple[str, ...] = ()
    payback: Mapping[str, Payback] = field(default_factory=dict)
    breaches: tuple[CorridorBreach, ...] = ()
    settled: tuple[Settled, ...] = ()

    def of(self, partner: str) -> Sequence[Contribution]:
        """The contributions of one partner over the years."""
        return tuple(c for year in self.years for c in year.contributions if c.partner == partner)
