"""Stochastic multicriteria acceptability analysis: what the advice does under other weights.

(b) weights uniform on the simplex: rank acceptability and central weights (Lahdelma, Hokkanen & Salminen 1998;
Tervonen & Figueira 2008); (c) each weight times an independent draw from U(0.5, 1.5). Pure Python, fixed seed.
[advice-model, robustness (b) and (c)]
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress, repeat
from math import log
from operator import gt, mul, truediv
from random import Random
from typing import NamedTuple

from models.advice.problem import Problem

__all__ = ["Acceptability", "acceptability_perturbed", "acceptability_uniform"]

_TIE = 1e-9
"""Scores closer than this are equal: far above rounding error, far below any real difference."""

Column = list[float]
"""One figure per sample."""


class Acceptability(NamedTuple):
    """Shares of the samples, 0 to 1.

    ``ranks``: per form, the share for rank 1, 2, ... (equal scores share a rank, so a column can add up to more
    than 1); ``central``: per form the mean weights, adding up to 1, under which it is first, None if it never is.
    """

    samples: int
    ranks: Mapping[str, tuple[float, ...]]
    central: Mapping[str, Mapping[str, float] | None]

    def first(self, form: str) -> float:
        """The share of samples in which ``form`` is first."""
        shares = self.ranks.get(form, ())
        return shares[0] if shares else 0.0


def acceptability_uniform(problem: Problem, samples: int, seed: int) -> Acceptability:
    """(b): weights uniform on the simplex over the answered criteria that count."""
    draw = Random(seed).random
    # Independent exponential draws, whatever their sum, are uniform in direction; a score only sees the direction.
    return _run(problem, [[-log(1.0 - draw()) for _ in range(samples)] for _ in problem.answered])


def acceptability_perturbed(problem: Problem, samples: int, seed: int, low: float, high: float) -> Acceptability:
    """(c): each importance as it is, times an independent draw from U(low, high)."""
    draw = Random(seed).random
    base = [(problem.importance[c] * low, problem.importance[c] * (high - low)) for c in problem.answered]
    return _run(problem, [[start + width * draw() for _ in range(samples)] for start, width in base])


def _run(problem: Problem, draws: Sequence[Column]) -> Acceptability:
    """Score and rank all samples; everything goes column by column, because that is how Python is fast."""
    forms, samples = tuple(problem.standing.ranks), len(draws[0]) if draws else 0
    if len(forms) < 2 or not samples:  # the only form left is first whatever the weights
        return Acceptability(samples, dict.fromkeys(forms, (1.0,)), dict.fromkeys(forms))
    total = list(map(sum, zip(*draws, strict=True)))
    scores = [_scores(problem, form, draws, total) for form in forms]
    places = [_places(score, scores) for score in scores]
    ranks = {form: _rank_shares(place, len(forms)) for form, place in zip(forms, places, strict=True)}
    central = dict(zip(forms, _central(problem, places, draws, total), strict=True))
    return Acceptability(samples, ranks, central)


def _scores(problem: Problem, form: str, draws: Sequence[Column], total: Sequence[float]) -> Column:
    """The score of ``form`` in each sample: 1 less the lost share of the weight that it asks of.

    ``total``: the weight of all criteria together.
    """
    all_fits = [problem.fit(form, criterion) for criterion in problem.answered]
    fits = [(column, fit) for column, fit in zip(draws, all_fits, strict=True) if fit is not None]
    lost = [map(mul, column, repeat(float(1 - fit))) for column, fit in fits if fit < 1]
    if not lost:
        return [1.0] * len(total)
    everything = len(fits) == len(draws)
    asked = total if everything else map(sum, zip(*(column for column, _ in fits), strict=True))
    return [1.0 - short / weight for short, weight in zip(map(sum, zip(*lost, strict=True)), asked, strict=True)]


def _places(score: Column, scores: Sequence[Column]) -> list[int]:
    """The place of a form in each sample, from 0: how many others score higher by more than rounding."""
    mark = [value + _TIE for value in score]
    return list(map(sum, zip(*(map(gt, other, mark) for other in scores if other is not score), strict=True)))


def _rank_shares(places: Sequence[int], forms: int) -> tuple[float, ...]:
    counts = Counter(places)
    return tuple(counts[place] / len(places) for place in range(forms))


def _central(
    problem: Problem, places: Sequence[Sequence[int]], draws: Sequence[Column], total: Sequence[float]
) -> Iterator[Mapping[str, float] | None]:
    """For each form the mean share of the weight that each criterion has in the samples in which it is first."""
    firsts = [[not place for place in form] for form in places]
    sums: list[dict[str, float]] = [{} for _ in firsts]
    parts = list(map(truediv, repeat(1.0), total))
    for criterion, column in zip(problem.answered, draws, strict=True):
        shares = list(map(mul, column, parts))  # of one criterion at a time: together they take megabytes
        for found, first in zip(sums, firsts, strict=True):
            found[criterion] = sum(compress(shares, first))
    for found, first in zip(sums, firsts, strict=True):
        times = sum(first)
        yield {criterion: value / times for criterion, value in found.items()} if times else None
