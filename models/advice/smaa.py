"""Stochastic multicriteria acceptability analysis: what the advice does under other weights.

(b) weights uniform on the simplex: rank acceptability and central weights (Lahdelma, Hokkanen & Salminen 1998;
Tervonen & Figueira 2008); (c) each weight times an independent draw from U(0.5, 1.5). Pure Python, fixed seed.
[advice-model, robustness (b) and (c)]
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from operator import mul
from random import Random

from models.advice.problem import Problem

__all__ = ["Acceptability", "acceptability_perturbed", "acceptability_uniform"]

_TIE = 1e-9
"""Scores closer than this are equal: far above rounding error, far below any real difference."""

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


def _run(problem: Problem, samples: int, draw: Draw) -> Acceptability:
    forms = tuple(problem.standing().ranks)
    columns = [_columns(problem, form) for form in forms]
    counts = [[0] * len(forms) for _ in forms]
    sums = [[0.0] * len(problem.answered) for _ in forms]
    if len(forms) > 1 and problem.answered:
        for _ in range(samples):
            _one(draw(), columns, counts, sums)
    elif forms:
        counts[0][0] = samples
    ranks = {form: tuple(n / samples for n in row) for form, row in zip(forms, counts, strict=True)}
    central = {form: _central(problem, row, sums[i]) for i, (form, row) in enumerate(zip(forms, counts, strict=True))}
    return Acceptability(samples, ranks, central)


def _columns(problem: Problem, form: str) -> tuple[list[float], list[float]]:
    """Per answered criterion: the fit where the form asks something, else 0; and 1 where it asks, else 0."""
    fits = [problem.fit(form, c) for c in problem.answered]
    return [float(f) if f is not None else 0.0 for f in fits], [float(f is not None) for f in fits]


def _one(
    weights: list[float],
    columns: Sequence[tuple[list[float], list[float]]],
    counts: list[list[int]],
    sums: list[list[float]],
) -> None:
    """Rank the forms under one weight vector and add it to the counts. The innermost loop: kept flat for speed."""
    scores = [sum(map(mul, weights, fits)) / sum(map(mul, weights, asks)) for fits, asks in columns]
    best = max(scores) - _TIE
    order = sorted(scores, reverse=True)
    for form, score in enumerate(scores):
        rank, mark = 0, score + _TIE
        while order[rank] > mark:
            rank += 1
        counts[form][rank] += 1
        if score >= best:
            total = sum(weights)
            sums[form] = [old + new / total for old, new in zip(sums[form], weights)]  # noqa: B905 - speed


def _central(problem: Problem, counts: Sequence[int], sums: Sequence[float]) -> Mapping[str, float] | None:
    if not counts[0]:
        return None
    total = sum(sums)
    if not total:  # the only form left: no sample was drawn, every weight will do
        return None
    return {c: value / total for c, value in zip(problem.answered, sums, strict=True)}
