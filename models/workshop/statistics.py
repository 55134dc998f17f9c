"""Statistics of agreement over answers on an ordinal scale: median, middle half and spread, all exact.

The quartiles are the medians of the lower and the upper half, the middle answer left out of both where the number is
odd (Moore & McCabe, Introduction to the Practice of Statistics): what one finds by hand. Kendall's W stands in
:mod:`models.advice.agreement`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

__all__ = ["FEWEST_FOR_MEDIAN", "FEWEST_SHOWN", "Spread", "median", "spread_of"]

FEWEST_SHOWN = 5
"""With fewer answers no distribution is shown: it would tell who gave which (ux.md section 4, Delphi)."""

FEWEST_FOR_MEDIAN = 3
"""With fewer answers no median is shown either: of one or two answers it gives them away."""


class Spread(NamedTuple):
    """How ``n`` answers lie. ``counts``: how many per answer; ``low``, ``high``: ends of the middle half."""

    n: int
    counts: Mapping[int, int]
    median: Fraction
    low: Fraction
    high: Fraction
    least: int
    most: int

    @property
    def middle_half(self) -> Fraction:
        """The interquartile range."""
        return self.high - self.low

    def near(self, points: Fraction) -> Fraction:
        """The share of the answers, 0 to 1, within ``points`` of the median."""
        near = sum(count for value, count in self.counts.items() if abs(value - self.median) <= points)
        return Fraction(near, self.n)


def median(answers: Sequence[int]) -> Fraction:
    """The middle of the answers, or halfway between the middle two. Raises ``ValueError`` for none."""
    if not answers:
        raise ValueError("no answers have no median")
    ordered, half = sorted(answers), len(answers) // 2
    if len(ordered) % 2:
        return Fraction(ordered[half])
    return Fraction(ordered[half - 1] + ordered[half], 2)


def spread_of(answers: Iterable[int]) -> Spread | None:
    """How answers lie; None where there are none."""
    ordered = sorted(answers)
    if not ordered:
        return None
    half = len(ordered) // 2
    lower, upper = ordered[:half], ordered[len(ordered) - half :]
    middle = median(ordered)
    low, high = (median(lower), median(upper)) if half else (middle, middle)
    return Spread(len(ordered), dict(sorted(Counter(ordered).items())), middle, low, high, ordered[0], ordered[-1])
