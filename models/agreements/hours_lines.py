"""One role at a time: hours a year, fte, what an hour costs, euros. Each step is kept, so that a reader can check it.

Hours a year = hours a week × weeks a year. Fte = hours a year ÷ productive hours of that partner. An hour costs the
direct pay (own rate, else the rate of the scale) plus overhead (an amount, or a percentage of the direct pay). Euros =
hours a year × that rate, half up to the cent. [ux.md §6; S0 factor 12]
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from models.dossier.base import Answer, NoAnswer, NoAnswerKind, known
from models.dossier.hours import HourEntry, HourUnit, UrenSection
from models.rounding import half_up, round_to

__all__ = [
    "Effort",
    "EffortState",
    "Freed",
    "HourLine",
    "OverheadKind",
    "PaySource",
    "Rate",
    "hour_lines",
    "overhead_kind",
    "scale_key",
]


class EffortState(StrEnum):
    """Whether there are hours a year. ``LEFT_OUT``: somebody said that hours do not apply."""

    KNOWN = "known"
    MISSING = "missing"
    NO_WEEKS = "no_weeks"
    LEFT_OUT = "left_out"


class PaySource(StrEnum):
    """Where the direct pay per hour comes from."""

    OWN = "own"
    SCALE = "scale"


class OverheadKind(StrEnum):
    """How overhead was filled in. ``NONE``: somebody said that there is none; ``MISSING``: nobody said anything."""

    AMOUNT = "amount"
    PERCENTAGE = "percentage"
    NONE = "none"
    MISSING = "missing"
    TWICE = "twice"


class Freed(StrEnum):
    """Whether a person was really given the time [S0 factor 4]."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class Rate(NamedTuple):
    """What an hour costs, in euros. ``overhead``: None where nobody filled it in; then ``total`` is without it.

    ``exact``: direct pay and overhead; ``total``: the same, rounded where the partners agreed to round rates.
    """

    pay: Fraction
    pay_from: PaySource
    overhead: Fraction | None
    exact: Fraction
    total: Fraction


class Effort(NamedTuple):
    """Hours of one role, planned or made. ``typed``: as filled in; ``yearly``: hours a year; ``fte``: of those.

    ``cents``: euros times 100, of which ``pay_cents`` direct pay and ``overhead_cents`` the rest. None: not known.
    """

    state: EffortState
    typed: Fraction | None = None
    yearly: Fraction | None = None
    fte: Fraction | None = None
    cents: int | None = None
    pay_cents: int | None = None
    overhead_cents: int | None = None


class HourLine(NamedTuple):
    """One entry with all that follows from it. ``productive``: productive hours of its partner; ``weeks`` a year."""

    entry: str
    role: str
    partner: str
    phase: str
    takes: bool
    unit: HourUnit
    scale: str
    weeks: Fraction | None
    productive: Fraction | None
    rate: Rate | None
    rate_fault: str
    """Why there is no rate: ``missing``, ``scale`` (a scale without a rate), ``negative``, ``overhead``; or empty."""
    planned: Effort
    actual: Effort
    freed: Freed


def scale_key(text: str) -> str:
    """A scale as it is looked up: case and spaces make no difference."""
    return " ".join(text.split()).casefold()


def overhead_kind(uren: UrenSection) -> OverheadKind:
    """How overhead was filled in."""
    amount, percentage = known(uren.overhead_per_hour), known(uren.overhead_percentage)
    if amount is not None and percentage is not None:
        return OverheadKind.TWICE
    if amount is not None:
        return OverheadKind.AMOUNT
    if percentage is not None:
        return OverheadKind.PERCENTAGE
    none = _left_out(uren.overhead_per_hour) and _left_out(uren.overhead_percentage)
    return OverheadKind.NONE if none else OverheadKind.MISSING


def hour_lines(uren: UrenSection, partners: Sequence[str]) -> tuple[HourLine, ...]:
    """A line for each entry of these partners, in the order of the entries."""
    active, rates = frozenset(partners), _rates(uren)
    return tuple(_line(entry, uren, rates) for entry in uren.entries if entry.partner in active)


def _rates(uren: UrenSection) -> Mapping[str, Decimal]:
    found: dict[str, Decimal] = {}
    for scale, rate in uren.rates.items():
        found.setdefault(scale_key(scale), rate)
    return found


def _line(entry: HourEntry, uren: UrenSection, rates: Mapping[str, Decimal]) -> HourLine:
    weeks = None if uren.weeks_per_year is None else Fraction(uren.weeks_per_year)
    productive = uren.productive_hours.get(entry.partner)
    per_fte = None if productive is None else Fraction(productive)
    rate, fault = _rate(entry, uren, rates)
    return HourLine(
        entry.id,
        entry.role,
        entry.partner,
        entry.phase,
        entry.takes,
        entry.unit,
        entry.scale,
        weeks,
        per_fte,
        rate,
        fault,
        _effort(entry.hours, entry.unit, weeks, per_fte, rate),
        _effort(entry.actual, entry.unit, weeks, per_fte, rate),
        _freed(entry),
    )


def _effort(
    answer: Answer[Decimal], unit: HourUnit, weeks: Fraction | None, productive: Fraction | None, rate: Rate | None
) -> Effort:
    if _left_out(answer):
        return Effort(EffortState.LEFT_OUT)
    hours = known(answer)
    if hours is None:
        return Effort(EffortState.MISSING)
    typed = Fraction(hours)
    if unit is HourUnit.WEEK and weeks is None:
        return Effort(EffortState.NO_WEEKS, typed)
    yearly = typed * weeks if unit is HourUnit.WEEK and weeks is not None else typed
    fte = None if productive is None else yearly / productive
    if rate is None:
        return Effort(EffortState.KNOWN, typed, yearly, fte)
    cents = half_up(yearly * rate.total * 100)
    pay = half_up(yearly * rate.pay * 100)
    return Effort(EffortState.KNOWN, typed, yearly, fte, cents, pay, cents - pay)


def _rate(entry: HourEntry, uren: UrenSection, rates: Mapping[str, Decimal]) -> tuple[Rate | None, str]:
    own = known(entry.rate)
    scaled = rates.get(scale_key(entry.scale))
    pay = own if own is not None else scaled
    if pay is None:
        return None, "scale" if entry.scale.strip() else "missing"
    kind = overhead_kind(uren)
    if kind is OverheadKind.TWICE:
        return None, "overhead"
    direct = Fraction(pay)
    overhead = _overhead(kind, uren, direct)
    exact = direct + (overhead or 0)
    if direct < 0 or exact < direct:
        return None, "negative"
    source = PaySource.SCALE if own is None else PaySource.OWN
    return Rate(direct, source, overhead, exact, round_to(exact, uren.rate_decimals)), ""


def _overhead(kind: OverheadKind, uren: UrenSection, pay: Fraction) -> Fraction | None:
    if kind is OverheadKind.NONE:
        return Fraction(0)
    amount, percentage = known(uren.overhead_per_hour), known(uren.overhead_percentage)
    if amount is not None:
        return Fraction(amount)
    return None if percentage is None else pay * Fraction(percentage) / 100


def _freed(entry: HourEntry) -> Freed:
    if _left_out(entry.freed):
        return Freed.NOT_APPLICABLE
    given = known(entry.freed)
    return Freed.UNKNOWN if given is None else Freed.YES if given else Freed.NO


def _left_out(answer: object) -> bool:
    return isinstance(answer, NoAnswer) and answer.no_answer is NoAnswerKind.NOT_APPLICABLE
