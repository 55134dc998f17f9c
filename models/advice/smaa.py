"""Stochastic multicriteria acceptability analysis: what the advice does under other weights.

(b) weights uniform on the simplex: rank acceptability and central weights (Lahdelma, Hokkanen & Salminen 1998;
Tervonen & Figueira 2008); (c) each weight times an independent draw from U(0.5, 1.5). Pure Python, fixed seed.
[advice-model, robustness (b) and (c)]
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from operator import itemgetter, mul
from random import Random

from models.advice.problem import Problem

__all__ = ["Acceptability", "acceptability_perturbed", "acceptability_uniform"]

_TIE = 1e-9
"""Scores closer than this are equal: far above rounding error, far below any real difference."""

Weights = Sequence[float]
Draw = Callable[[], list[float]]


@dataclass(frozen=True, slots=True)
class Acceptability:
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
    size = range(len(problem.answered))
    # Independent exponential draws, whatever their sum, are uniform in direction; a score only sees the direction.
    return _run(problem, samples, lambda: [-log(1.0 - draw()) for _ in size])


def acceptability_perturbed(problem: Problem, samples: int, seed: int, low: float, high: float) -> Acceptability:
    """(c): each importance as it is, times an independent draw from U(low, high)."""
    draw = Random(seed).random
    base = [(problem.importance[c] * low, problem.importance[c] * (high - low)) for c in problem.answered]
    return _run(problem, samples, lambda: [start + width * draw() for start, width in base])


@dataclass(frozen=True, slots=True)
class _Scorer:
    """How to score one form fast: 1 less the lost share of the weight that it asks of."""

    asked: Callable[[Weights], Weights]
    falling_short: Callable[[Weights], Weights]
    lost: tuple[float, ...]

    def score(self, weights: Weights) -> float:
        short: float = sum(map(mul, self.falling_short(weights), self.lost))
        return 1.0 - short / sum(self.asked(weights))


def _scorer(problem: Problem, form: str) -> _Scorer:
    fits = {i: fit for i, c in enumerate(problem.answered) if (fit := problem.fit(form, c)) is not None}
    short = {i: float(1 - fit) for i, fit in fits.items() if fit < 1}
    return _Scorer(_picker(tuple(fits)), _picker(tuple(short)), tuple(short.values()))


def _picker(places: tuple[int, ...]) -> Callable[[Weights], Weights]:
    """Picks these places out of a list; ``itemgetter`` does it fastest, but gives no sequence below two."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda weights: [weights[place] for place in places]


def _run(problem: Problem, samples: int, draw: Draw) -> Acceptability:
    forms = tuple(problem.standing.ranks)
    scorers = [_scorer(problem, form) for form in forms]
    counts = [[0] * len(forms) for _ in forms]
    sums = [[0.0] * len(problem.answered) for _ in forms]
    if len(forms) > 1:
        for _ in range(samples):
            _count(draw(), scorers, counts, sums)
    elif forms:  # the only form left is first whatever the weights
        counts[0][0] = samples
    ranks = {form: tuple(n / samples for n in row) for form, row in zip(forms, counts, strict=True)}
    central = {form: _central(problem, row) for form, row in zip(forms, sums, strict=True)}
    return Acceptability(samples, ranks, central)


def _count(weights: list[float], scorers: Sequence[_Scorer], counts: list[list[int]], sums: list[list[float]]) -> None:
    """Rank the forms under one weight vector and add it to the counts. The innermost loop: kept flat for speed."""
    scores = [scorer.score(weights) for scorer in scorers]
    order = sorted(scores, reverse=True)
    for form, score in enumerate(scores):
        rank, mark = 0, score + _TIE
        while order[rank] > mark:
            rank += 1
        counts[form][rank] += 1
        if not rank:
            part = 1.0 / sum(weights)
            sums[form] = [old + new * part for old, new in zip(sums[form], weights)]  # noqa: B905 - speed


def _central(problem: Problem, sums: Sequence[float]) -> Mapping[str, float] | None:
    total = sum(sums)
    return {c: value / total for c, value in zip(problem.answered, sums, strict=True)} if total else None
