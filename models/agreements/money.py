"""Exact arithmetic with cents: half up, and parts that add up to the whole by largest remainder.

Shares are whole numbers over a common total, so that no share is rounded unless somebody asks for it.
"""

import math
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from models.rounding import half_up, nearest

__all__ = [
    "Division",
    "Shares",
    "apportion",
    "as_decimal",
    "cents",
    "euros",
    "percent_shares",
    "shares_of",
    "shares_of_one",
    "summed",
]


def cents(amount: Decimal | Fraction) -> int:
    """Euros as whole cents; what is finer is rounded half up, away from zero."""
    return half_up(Fraction(amount) * 100)


def euros(amount: int) -> Decimal:
    """Whole cents as euros with two decimals."""
    return Decimal(amount).scaleb(-2)


def as_decimal(value: Fraction, decimals: int = 10) -> Decimal:
    """A fraction as a decimal number for show, rounded half up to ``decimals`` and without trailing zeros."""
    number = f"{Decimal(half_up(value * 10**decimals)).scaleb(-decimals):f}"
    return Decimal(number.rstrip("0").rstrip(".") if "." in number else number)


class Shares(NamedTuple):
    """What part each has: ``weights[i] / total``. They may add up to less or more than the total after rounding."""

    weights: tuple[int, ...]
    total: int

    @property
    def complete(self) -> bool:
        """Whether the shares add up to one."""
        return sum(self.weights) == self.total

    def of(self, place: int) -> Fraction:
        """The share at ``place``."""
        return Fraction(self.weights[place], self.total)


def shares_of(parts: Sequence[Fraction | int]) -> Shares | None:
    """Shares in proportion to ``parts``; ``None`` when these add up to zero. The total is above zero."""
    weights, _scale = _over_one(parts)
    total = sum(weights)
    if total < 0:  # the same shares, but a half is only rounded the right way over a total above zero
        return Shares(tuple(-weight for weight in weights), -total)
    return Shares(weights, total) if total else None


def shares_of_one(parts: Sequence[Fraction]) -> Shares:
    """Shares that are given as parts of one; rounded ones may add up to less or more."""
    weights, scale = _over_one(parts)
    return Shares(weights, scale)


def percent_shares(shares: Shares, decimals: int, *, whole: bool) -> Shares:
    """Shares as percentages with so many decimals.

    Half up each, or, ``whole``, by largest remainder, so that they add up.
    """
    units = 100 * 10**decimals
    if whole:
        return Shares(apportion(units, shares).parts, units)
    return Shares(tuple(nearest(weight * units, shares.total) for weight in shares.weights), units)


def summed(parts: Sequence[Fraction]) -> Fraction:
    """The sum; over one denominator, which is a lot faster than one by one."""
    weights, scale = _over_one(parts)
    return Fraction(sum(weights), scale)


def _over_one(parts: Sequence[Fraction | int]) -> tuple[tuple[int, ...], int]:
    scale = math.lcm(*(part.denominator for part in parts))
    return tuple(part.numerator * (scale // part.denominator) for part in parts), scale


class Division(NamedTuple):
    """A whole in cents divided: ``parts``, what is left over (``rest``), and the places that got a cent of rounding."""

    parts: tuple[int, ...]
    rest: int = 0
    rounded_up: tuple[int, ...] = ()


def apportion(whole: int, shares: Shares) -> Division:
    """``whole`` cents in proportion to ``shares``; the parts add up to the whole.

    Each first gets its part rounded down; the cents that are left go, one each, to the largest fractions (Hamilton).
    Of equal fractions the first in the list goes first.
    """
    weights, total = shares.weights, sum(shares.weights)
    if not total:
        raise ValueError("shares that add up to zero divide nothing")
    floors, fractions = [], []
    for weight in weights:
        part, fraction = divmod(whole * weight, total)
        floors.append(part)
        fractions.append(fraction if total > 0 else -fraction)
    left = whole - sum(floors)
    if not left:
        return Division(tuple(floors))
    first = sorted(range(len(weights)), key=lambda place: (-fractions[place], place))[:left]
    for place in first:
        floors[place] += 1
    return Division(tuple(floors), 0, tuple(sorted(first)))
