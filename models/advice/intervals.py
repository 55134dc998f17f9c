"""Exact weight intervals: how far one importance may move, the others as they are, before the winner loses first place.

With the weight w of one criterion free, the score of a form is a linear fraction (A + aw)/(B + bw). Two forms
cross where a quadratic is zero; between crossings the order cannot change. [advice-model, robustness (a)]
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import pairwise
from math import isqrt

from models.advice.problem import Problem

__all__ = ["MAX_IMPORTANCE", "WeightInterval", "weight_intervals"]

MAX_IMPORTANCE = 10


@dataclass(frozen=True, slots=True)
class WeightInterval:
    """The interval around the present importance in which every present winner stays in first place.

    ``low`` and ``high`` lie in 0..10 and are shared first places themselves, unless they are the ends of the
    scale. ``elsewhere``: further intervals in which the winner wins again, if any. At 0 the limit counts.
    """

    criterion: str
    importance: int
    low: float
    high: float
    elsewhere: tuple[tuple[float, float], ...]

    @property
    def whole(self) -> bool:
        """Whether the winner wins whatever this importance is."""
        return self.low == 0.0 and self.high == float(MAX_IMPORTANCE)


@dataclass(frozen=True, slots=True)
class _LinearFraction:
    """(top + top_step w) / (bottom + bottom_step w)."""

    top: Fraction
    top_step: Fraction
    bottom: Fraction
    bottom_step: Fraction

    def at(self, weight: Fraction) -> Fraction:
        return (self.top + self.top_step * weight) / (self.bottom + self.bottom_step * weight)


def weight_intervals(problem: Problem) -> tuple[WeightInterval, ...]:
    """One interval per criterion that counts and has an answer; empty when nobody wins."""
    standing = problem.standing()
    running = tuple(standing.ranks)
    if not standing.winners:
        return ()
    return tuple(_interval(problem, c, standing.winners, running) for c in problem.answered)


def _interval(problem: Problem, free: str, winners: Sequence[str], running: Sequence[str]) -> WeightInterval:
    curves = {form: _curve(problem, form, free) for form in running}
    rivals = [(curves[w], curves[f]) for w in winners for f in running if f != w]
    bounds = _bounds(rivals)
    weight = Fraction(problem.importance[free])
    pieces = _winning_pieces(rivals, bounds)
    present = next((p for p in pieces if p[0] <= weight <= p[1]), (weight, weight))
    elsewhere = tuple((float(low), float(high)) for low, high in pieces if (low, high) != present)
    return WeightInterval(free, problem.importance[free], float(present[0]), float(present[1]), elsewhere)


def _curve(problem: Problem, form: str, free: str) -> _LinearFraction:
    top = bottom = Fraction(0)
    for criterion in problem.answered:
        fit = problem.fit(form, criterion)
        if fit is not None and criterion != free:
            top += problem.importance[criterion] * fit
            bottom += problem.importance[criterion]
    fit = problem.fit(form, free)
    return _LinearFraction(top, fit or Fraction(0), bottom, Fraction(fit is not None))


def _bounds(rivals: Sequence[tuple[_LinearFraction, _LinearFraction]]) -> list[Fraction]:
    inside = {root for ours, theirs in rivals for root in _crossings(ours, theirs) if 0 < root < MAX_IMPORTANCE}
    return [Fraction(0), *sorted(inside), Fraction(MAX_IMPORTANCE)]


def _crossings(f: _LinearFraction, g: _LinearFraction) -> list[Fraction]:
    """Where f = g, as fractions (an irrational root to 40 digits)."""
    square = f.top_step * g.bottom_step - g.top_step * f.bottom_step
    linear = f.top * g.bottom_step + f.top_step * g.bottom - g.top * f.bottom_step - g.top_step * f.bottom
    constant = f.top * g.bottom - g.top * f.bottom
    if square == 0:
        return [-constant / linear] if linear else []
    discriminant = linear * linear - 4 * square * constant
    if discriminant < 0:
        return []
    root = _square_root(discriminant)
    return [(-linear - root) / (2 * square), (-linear + root) / (2 * square)]


def _square_root(value: Fraction) -> Fraction:
    top, bottom = isqrt(value.numerator), isqrt(value.denominator)
    if top * top == value.numerator and bottom * bottom == value.denominator:
        return Fraction(top, bottom)
    with localcontext() as context:
        context.prec = 40
        return Fraction((Decimal(value.numerator) / Decimal(value.denominator)).sqrt())


def _winning_pieces(
    rivals: Sequence[tuple[_LinearFraction, _LinearFraction]], bounds: Sequence[Fraction]
) -> list[tuple[Fraction, Fraction]]:
    """The stretches between bounds on which we are never behind, neighbours joined."""
    pieces: list[tuple[Fraction, Fraction]] = []
    for low, high in pairwise(bounds):
        middle = (low + high) / 2
        if all(ours.at(middle) >= theirs.at(middle) for ours, theirs in rivals):
            joined = pieces and pieces[-1][1] == low
            pieces[-1:] = [(pieces[-1][0], high)] if joined else [*pieces[-1:], (low, high)]
    return pieces
