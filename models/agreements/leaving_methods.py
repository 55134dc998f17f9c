"""Ways to work out an exit sum: the regeling's own formula, tapering, real damage.

The percentages of the tapering and the years of the bridging are knowledge (``costs.yaml``, ``exit``), not code. All
sums in whole cents; the years of a schedule add up to its sum by largest remainder.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from models.agreements.leaving_notes import ExitNote, ExitNoteKind
from models.agreements.money import apportion, cents, euros, shares_of
from models.dossier.costs import ExitDamage, KostenSection
from models.knowledge.catalogue import ExitKind, ExitText
from models.rounding import half_up

__all__ = [
    "OWN_FORMULA",
    "BaseOrigin",
    "ExitBase",
    "ExitMethod",
    "ExitYear",
    "MethodKind",
    "catalogue_method",
    "has_own_figures",
    "own_formula",
]

OWN_FORMULA = "own-formula"
"""The id of the method that is the regeling's own formula."""


class BaseOrigin(StrEnum):
    """Where the yearly contribution comes from."""

    TYPED = "typed"
    KEY = "key"


class ExitBase(NamedTuple):
    """The yearly contribution on which a sum rests, in cents; ``year`` and ``key`` where it follows from a key."""

    cents: int
    origin: BaseOrigin
    year: int | None = None
    key: str = ""

    @property
    def amount(self) -> Decimal:
        """In euros."""
        return euros(self.cents)


class MethodKind(StrEnum):
    """The kinds of method."""

    OWN = "own"
    TAPERING = "tapering"
    DAMAGE = "damage"


class ExitYear(NamedTuple):
    """What is paid for one year: the ``number``-th after leaving, in ``year`` where that is known.

    ``percentage``: of the contribution; ``fixed_cents``: of ``cents`` what does not follow the contribution: the fixed
    sum of a formula, or the fixed cost in real damage.
    """

    number: int
    year: int | None
    cents: int
    percentage: Fraction | None = None
    fixed_cents: int = 0

    @property
    def amount(self) -> Decimal:
        """In euros."""
        return euros(self.cents)


class ExitMethod(NamedTuple):
    """One method with its schedule. With obstacles there is no sum.

    ``times``: how many times the yearly contribution the percentages come to; ``beyond``: damage after the bridging
    term of ``term`` years, which does not count.
    """

    id: str
    kind: MethodKind
    name: str = ""
    years: tuple[ExitYear, ...] = ()
    times: Fraction | None = None
    term: int | None = None
    beyond: tuple[ExitYear, ...] = ()
    obstacles: tuple[ExitNote, ...] = ()
    remarks: tuple[ExitNote, ...] = ()

    @property
    def total_cents(self) -> int | None:
        """The exit sum; ``None`` where it cannot be worked out."""
        return None if self.obstacles else sum(row.cents for row in self.years)

    @property
    def total(self) -> Decimal | None:
        """In euros."""
        found = self.total_cents
        return None if found is None else euros(found)

    def cents_in(self, number: int) -> int:
        """What is paid for the ``number``-th year after leaving."""
        return sum(row.cents for row in self.years if row.number == number)


def has_own_figures(kosten: KostenSection) -> bool:
    """Whether the regeling's own formula is there in figures."""
    return bool(kosten.exit_percentages) or kosten.exit_fixed is not None


def own_formula(kosten: KostenSection, base: ExitBase | None, left_in: int | None) -> ExitMethod:
    """The regeling's own formula: it goes before any other (law.md §1.4). A fixed sum falls in the first year."""
    if not has_own_figures(kosten):
        return ExitMethod(OWN_FORMULA, MethodKind.OWN, obstacles=(ExitNote(ExitNoteKind.FORMULA_WITHOUT_FIGURES),))
    percentages = {number: Fraction(held) for number, held in sorted(kosten.exit_percentages.items())}
    if percentages and base is None:
        return ExitMethod(OWN_FORMULA, MethodKind.OWN, obstacles=(ExitNote(ExitNoteKind.NO_CONTRIBUTION),))
    years = _tapered(percentages, base.cents if base is not None else 0, left_in)
    remarks: tuple[ExitNote, ...] = ()
    if kosten.exit_fixed is not None:
        fixed = cents(kosten.exit_fixed)
        years = _with_fixed(years, fixed, left_in)
        if len(years) > 1:
            remarks = (ExitNote(ExitNoteKind.FIXED_IN_FIRST_YEAR, amount=euros(fixed)),)
    times = sum(percentages.values(), Fraction(0)) / 100 if percentages else None
    return _signed(ExitMethod(OWN_FORMULA, MethodKind.OWN, years=years, times=times, remarks=remarks))


def catalogue_method(
    text: ExitText, damages: Sequence[ExitDamage], base: ExitBase | None, left_in: int | None
) -> ExitMethod:
    """A method that case law accepts where the regeling is silent."""
    if text.kind is ExitKind.DAMAGE:
        return _damage(text, damages, left_in)
    percentages = {number: Fraction(held) for number, held in enumerate(text.percentages, 1)}
    if base is None:
        missing = (ExitNote(ExitNoteKind.NO_CONTRIBUTION),)
        return ExitMethod(text.id, MethodKind.TAPERING, text.name, obstacles=missing)
    years = _tapered(percentages, base.cents, left_in)
    times = sum(percentages.values(), Fraction(0)) / 100
    return _signed(ExitMethod(text.id, MethodKind.TAPERING, text.name, years, times))


def _signed(method: ExitMethod) -> ExitMethod:
    """With the remark that a sum below zero asks."""
    total = method.total_cents
    if total is None or total >= 0:
        return method
    below = ExitNote(ExitNoteKind.BELOW_ZERO, amount=euros(total))
    return ExitMethod(
        method.id, method.kind, method.name, method.years, method.times, method.term, method.beyond,
        remarks=(*method.remarks, below),
    )  # fmt: skip


def _tapered(percentages: Mapping[int, Fraction], base: int, left_in: int | None) -> tuple[ExitYear, ...]:
    """Each year its percentage of the contribution; the sum is rounded once and the years add up to it."""
    if not percentages:
        return ()
    total = half_up(sum(percentages.values(), Fraction(0)) * base / 100)
    shares = shares_of(list(percentages.values()))
    parts = apportion(total, shares).parts if shares is not None else (0,) * len(percentages)
    return tuple(
        ExitYear(number, _calendar(left_in, number), part, percentage)
        for (number, percentage), part in zip(percentages.items(), parts, strict=True)
    )


def _with_fixed(years: tuple[ExitYear, ...], fixed: int, left_in: int | None) -> tuple[ExitYear, ...]:
    first = next((row for row in years if row.number == 1), ExitYear(1, _calendar(left_in, 1), 0))
    with_it = ExitYear(first.number, first.year, first.cents + fixed, first.percentage, fixed)
    return (with_it, *(row for row in years if row.number != 1))


def _calendar(left_in: int | None, number: int) -> int | None:
    return None if left_in is None else left_in + number


def _damage(text: ExitText, damages: Sequence[ExitDamage], left_in: int | None) -> ExitMethod:
    """Direct damage, fixed cost included, for the years of the bridging (ABRvS 15-4-2015, ECLI:NL:RVS:2015:1198)."""
    term = text.years
    empty = tuple(damage.text for damage in damages if not damage.amounts)
    if len(empty) == len(damages):
        missing = (ExitNote(ExitNoteKind.NO_DAMAGES),)
        return ExitMethod(text.id, MethodKind.DAMAGE, text.name, term=term, obstacles=missing)
    numbers = {number for damage in damages for number in damage.amounts}
    last = max(numbers) if term is None else term
    counted = tuple(_damage_year(damages, number, left_in) for number in range(1, last + 1))
    beyond = tuple(_damage_year(damages, number, left_in) for number in sorted(n for n in numbers if n > last))
    remarks = []
    if beyond:
        late = euros(sum(row.cents for row in beyond))
        remarks.append(ExitNote(ExitNoteKind.BEYOND_TERM, number=term, amount=late))
    remarks += [ExitNote(ExitNoteKind.DAMAGE_EMPTY, name=name) for name in empty]
    return _signed(
        ExitMethod(text.id, MethodKind.DAMAGE, text.name, counted, term=term, beyond=beyond, remarks=tuple(remarks))
    )


def _damage_year(damages: Sequence[ExitDamage], number: int, left_in: int | None) -> ExitYear:
    whole = fixed = 0
    for damage in damages:
        part = half_up(Fraction(cents(damage.amounts.get(number, Decimal(0)))) * _borne(damage))
        whole += part
        fixed += part if damage.fixed else 0
    return ExitYear(number, _calendar(left_in, number), whole, fixed_cents=fixed)


def _borne(damage: ExitDamage) -> Fraction:
    """The part that the partner that leaves bears, of 1."""
    return Fraction(1) if damage.percentage is None else Fraction(damage.percentage) / 100
