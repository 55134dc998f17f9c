"""Exact weight intervals: how far one importance may move, the others as they are, before the winner loses first place.

With the weight w of one criterion free, the score of a form is a linear fraction (A + aw)/(B + bw). Two forms
cross where a quadratic is zero; between crossings the order cannot change. [advice-model, robustness (a)]
"""

from collections.abc import Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import pairwise
from math import isqrt
from typing import NamedTuple

from models.advice.problem import Problem

__all__ = ["MAX_IMPORTANCE", "WeightInterval", "weight_intervals"]

MAX_IMPORTANCE = 10


class WeightInterval(NamedTuple):
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


class _LinearFraction(NamedTuple):
    """(top + top_step w) / (bottom + bottom_step w), all whole numbers; the bottom is positive for w > 0."""

    top: int
    top_step: int
    bottom: int
    bottom_step: int


class _Lead(NamedTuple):
    """The sign of our score less theirs as a function of the weight: square w² + linear w + constant."""

    square: int
    linear: int
    constant: int

    def holds(self, weight: Fraction) -> bool:
        """Whether we are not behind at ``weight``."""
        return (self.square * weight + self.linear) * weight + self.constant >= 0

    def roots(self) -> list[Fraction]:
        """Where the two are equal, as fractions (an irrational root to 40 digits)."""
        if self.square == 0:
            return [Fraction(-self.constant, self.linear)] if self.linear else []
        discriminant = self.linear * self.linear - 4 * self.square * self.constant
        if discriminant < 0:
            return []
        root = _square_root(discriminant)
        return [(-self.linear - root) / (2 * self.square), (-self.linear + root) / (2 * self.square)]


def _lead(f: _LinearFraction, g: _LinearFraction) -> _Lead:
    return _Lead(
        f.top_step * g.bottom_step - g.top_step * f.bottom_step,
        f.top * g.bottom_step + f.top_step * g.bottom - g.top * f.bottom_step - g.top_step * f.bottom,
        f.top * g.bottom - g.top * f.bottom,
    )


def weight_intervals(problem: Problem) -> tuple[WeightInterval, ...]:
    """One interval per criterion that counts and has an answer; empty when nobody wins."""
    standing = problem.standing
    running = tuple(standing.ranks)
    if not standing.winners:
        return ()
    return tuple(_interval(problem, c, standing.winners, running) for c in problem.answered)


def _interval(problem: Problem, free: str, winners: Sequence[str], running: Sequence[str]) -> WeightInterval:
    curves = {form: _curve(problem, form, free) for form in running}
    leads = [_lead(curves[w], curves[f]) for w in winners for f in running if f != w]
    weight = Fraction(problem.importance[free])
    pieces = _winning_pieces(leads)
    present = next((p for p in pieces if p[0] <= weight <= p[1]), (weight, weight))
    elsewhere = tuple((float(low), float(high)) for low, high in pieces if (low, high) != present)
    return WeightInterval(free, problem.importance[free], float(present[0]), float(present[1]), elsewhere)


def _curve(problem: Problem, form: str, free: str) -> _LinearFraction:
    top, bottom = problem.sums(form)
    value, scale = problem.answers[free], problem.scale
    if value is None or free not in problem.demands[form]:
        return _LinearFraction(top, 0, bottom * scale, 0)
    weight, units = problem.importance[free], problem.units(form, free, value)
    return _LinearFraction(top - weight * units, units, (bottom - weight) * scale, scale)


def _square_root(value: int) -> Fraction:
    root = isqrt(value)
    if root * root == value:
        return Fraction(root)
    with localcontext() as context:
        context.prec = 40
        return Fraction(Decimal(value).sqrt())


def _winning_pieces(leads: Sequence[_Lead]) -> list[tuple[Fraction, Fraction]]:
    """The stretches between crossings on which we are never behind, neighbours joined."""
    inside = {root for lead in leads for root in lead.roots() if 0 < root < MAX_IMPORTANCE}
    pieces: list[tuple[Fraction, Fraction]] = []
    for low, high in pairwise([Fraction(0), *sorted(inside), Fraction(MAX_IMPORTANCE)]):
        middle = (low + high) / 2
        if all(lead.holds(middle) for lead in leads):
            joined = pieces and pieces[-1][1] == low
            pieces[-1:] = [(pieces[-1][0], high)] if joined else [*pieces[-1:], (low, high)]
    return pieces
