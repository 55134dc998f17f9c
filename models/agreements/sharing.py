"""The structural and the one-off cost of one year under one key: the key itself, the transition, floors and ceilings.

Everything is in cents. The transition blends shares (today's and the key's), so that the total holds (cases.md).
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from models.agreements.budget import Amounts
from models.agreements.division import Charge, Rounding, charge, divide, rounded_shares
from models.agreements.limits import Limited, Limits, limited
from models.agreements.money import Shares, euros, shares_of
from models.agreements.notes import Note, NoteKind
from models.agreements.recipe import ProportionalRecipe, Recipe
from models.dossier.costs import CostKey

__all__ = ["Part", "Shared", "added", "phase_of", "share_one_off", "share_structural"]


class Part(NamedTuple):
    """A recipe with how it rounds, and what it divides per year."""

    recipe: Recipe
    rounding: Rounding
    amounts: Amounts


class Shared(NamedTuple):
    """The structural cost of a year divided, step by step; ``charges``: per part of the key."""

    charges: tuple[Charge, ...]
    before: tuple[int, ...]
    blended: tuple[int, ...]
    rest: int
    limits: Limited
    rounded_up: tuple[int, ...]

    @property
    def parts(self) -> tuple[int, ...]:
        """What each partner pays."""
        return self.limits.parts

    def nothing(self) -> "Shared":
        """The same while nobody pays yet."""
        zero = (0,) * len(self.before)
        return Shared(tuple(Charge(zero) for _ in self.charges), zero, zero, 0, Limited(zero), ())

    @property
    def moved(self) -> bool:
        """Whether transition or limits changed what the key alone would give."""
        return self.parts != self.before


def added(charges: Sequence[Charge]) -> tuple[int, ...]:
    """What each partner is charged by all parts of a key together."""
    return tuple(map(sum, zip(*(done.parts for done in charges), strict=True)))


def phase_of(key: CostKey, year: int, first: int) -> Fraction:
    """How far the key counts in a year, of 1: the steps that were agreed, else equal steps.

    In the last year in full.
    """
    if key.transition_steps:
        begun = [step for step in sorted(key.transition_steps) if step <= year]
        return Fraction(key.transition_steps[begun[-1]]) / 100 if begun else Fraction(0)
    if not key.transition_years:
        return Fraction(1)
    return min(Fraction(1), Fraction(year - first + 1, key.transition_years))


def share_structural(
    parts: Sequence[Part],
    place: int,
    factor: Fraction,
    phase: Fraction,
    today: Shares | None,
    limits: Limits | None,
    year: int,
) -> Shared | Note:
    """The structural cost of the year at ``place``; ``today``: the shares of what partners pay now."""
    charges = tuple(charge(part.recipe, part.amounts.structural[place], part.rounding, factor) for part in parts)
    over = sum(done.overdrawn for done in charges)
    if over:
        return Note(NoteKind.POOLS_TOO_LARGE, year=year, amount=euros(over))
    before = added(charges)
    blended, rest = before, sum(done.rest for done in charges)
    rounded_up = tuple(sorted({i for done in charges for i in done.rounded_up}))
    if phase < 1:
        assert today is not None
        mixed = _blended(parts, charges, place, phase, today)
        if isinstance(mixed, Note):
            return mixed
        blended, rest, rounded_up = mixed.parts, mixed.rest, mixed.rounded_up
    within = limited(blended, limits, year) if limits is not None else Limited(blended)
    if isinstance(within, Note):
        return within
    return Shared(charges, before, blended, rest, within, rounded_up)


def _blended(
    parts: Sequence[Part], charges: Sequence[Charge], place: int, phase: Fraction, today: Shares
) -> Charge | Note:
    rounding = parts[0].rounding
    if len(parts) == 1 and isinstance(parts[0].recipe, ProportionalRecipe) and rounding.rate_decimals is None:
        whole, own, rest = parts[0].amounts.structural[place], rounded_shares(parts[0].recipe.shares, rounding), 0
    else:
        sums = added(charges)
        found, rest = shares_of(sums), sum(done.rest for done in charges)
        if found is None:
            return Note(NoteKind.NOTHING_CHARGED)
        whole, own = sum(sums), found
    new, old = phase.numerator, phase.denominator - phase.numerator
    weights = tuple(
        old * a * own.total + new * b * today.total for a, b in zip(today.weights, own.weights, strict=True)
    )
    shares = rounded_shares(Shares(weights, phase.denominator * today.total * own.total), rounding)
    done = divide(whole, shares, rounding)
    return replace(done, rest=done.rest + rest)


def share_one_off(parts: Sequence[Part], place: int, charges: Sequence[Charge]) -> tuple[Charge, ...] | Note:
    """The one-off cost of the year at ``place``, per part of the key.

    A priced key has no price for one-off cost: that goes in proportion to what it charges.
    """
    done = []
    for part, charged in zip(parts, charges, strict=True):
        amount = part.amounts.one_off[place]
        if not amount:
            done.append(Charge((0,) * len(charged.parts)))
            continue
        if isinstance(part.recipe, ProportionalRecipe):
            done.append(charge(part.recipe, amount, part.rounding))
            continue
        shares = shares_of(charged.parts)
        if shares is None:
            return Note(NoteKind.NOTHING_CHARGED)
        done.append(divide(amount, shares, part.rounding))
    return tuple(done)
