"""Random small problems, and scores computed in the plainest way to hold the engine against."""

from collections.abc import Mapping
from fractions import Fraction

from hypothesis import strategies as st

from models.advice.problem import Demand, Problem

FORMS = ("licht", "midden", "zwaar", "zwaarst")
CRITERIA = ("a", "b", "c", "d", "e")


@st.composite
def demands(draw: st.DrawFn, *, hard: bool = True) -> Demand:
    low = draw(st.integers(1, 5))
    high = draw(st.one_of(st.none(), st.integers(low, 5)))
    tolerance = draw(st.sampled_from([Fraction(1), Fraction(2), Fraction(3, 2), Fraction(4)]))
    hard_min = draw(st.one_of(st.none(), st.integers(1, low))) if hard else None
    return Demand(low, high, tolerance, hard_min)


@st.composite
def problems(draw: st.DrawFn, *, hard: bool = True, gaps: bool = True) -> Problem:
    """Up to four forms over up to five criteria; with ``gaps``, answers and demands may be missing."""
    forms = FORMS[: draw(st.integers(1, 4))]
    criteria = CRITERIA[: draw(st.integers(1, 5))]
    cell = demands(hard=hard)
    table = {form: {c: draw(cell) for c in criteria if not gaps or draw(st.integers(0, 3))} for form in forms}
    scale = st.integers(1, 5)
    answers = {c: draw(st.one_of(st.none(), scale) if gaps else scale) for c in criteria}
    importance = {c: draw(st.integers(0 if gaps else 1, 10)) for c in criteria}
    return Problem(table, answers, importance)


def plain_scores(problem: Problem, weights: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """The score of every form that takes part, straight from the formula of advice-model.md."""
    scores = {}
    for form, asks in problem.demands.items():
        if any(v is not None and asks[c].excludes(v) for c, v in problem.answers.items() if c in asks):
            continue
        top = bottom = Fraction(0)
        for criterion, value in problem.answers.items():
            if value is None or criterion not in asks:
                continue
            demand = asks[criterion]
            above = value - demand.high if demand.high is not None else 0
            distance = max(demand.low - value, above, 0)
            top += weights[criterion] * max(Fraction(0), 1 - Fraction(distance) / demand.tolerance)
            bottom += weights[criterion]
        if bottom:
            scores[form] = top / bottom
    return scores


def plain_winners(problem: Problem, weights: Mapping[str, Fraction] | None = None) -> set[str]:
    """Who has the highest score."""
    used = weights or {c: Fraction(w) for c, w in problem.importance.items()}
    scores = plain_scores(problem, used)
    best = max(scores.values(), default=None)
    return {form for form, score in scores.items() if score == best}
