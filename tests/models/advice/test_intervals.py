"""Exact weight intervals against a count over all weights on a grid."""

from fractions import Fraction

import pytest
from hypothesis import given

from models.advice.intervals import MAX_IMPORTANCE, weight_intervals
from models.advice.problem import Demand, Problem
from tests.models.advice.problems import plain_winners, problems

STEP = Fraction(1, 4)
GRID = [STEP * k for k in range(1, int(MAX_IMPORTANCE / STEP) + 1)]


def _pieces(interval):
    return [(interval.low, interval.high), *interval.elsewhere]


def _first_at(problem, criterion, weight):
    weights = {c: Fraction(w) for c, w in problem.importance.items()} | {criterion: weight}
    return plain_winners(problem) <= plain_winners(problem, weights)


@given(problems())
def test_intervals_equal_a_count_over_all_weights_on_a_grid(problem):
    for interval in weight_intervals(problem):
        for weight in GRID:
            if any(abs(float(weight) - end) < 1e-6 for piece in _pieces(interval) for end in piece):
                continue  # at an end itself first place is shared
            covered = any(low < weight < high for low, high in _pieces(interval))
            first = _first_at(problem, interval.criterion, weight)
            if first and not covered:  # two curves that only touch: first at one weight, and not beside it
                beside = (weight - Fraction(1, 10**6), weight + Fraction(1, 10**6))
                first = any(_first_at(problem, interval.criterion, w) for w in beside)
            assert first == covered


@given(problems())
def test_the_present_importance_lies_in_the_interval(problem):
    for interval in weight_intervals(problem):
        assert interval.low <= interval.importance <= interval.high


def test_two_linear_scores_cross_where_school_algebra_says():
    # f meets a only, g meets b only: f leads while its weight is the larger one.
    yes, no = Demand(3, 3, Fraction(1)), Demand(5, 5, Fraction(1))
    problem = Problem({"f": {"a": yes, "b": no}, "g": {"a": no, "b": yes}}, {"a": 3, "b": 3}, {"a": 6, "b": 4})
    by_criterion = {row.criterion: row for row in weight_intervals(problem)}
    assert (by_criterion["a"].low, by_criterion["a"].high) == (4.0, 10.0)
    assert (by_criterion["b"].low, by_criterion["b"].high) == (0.0, 6.0)
    assert not by_criterion["a"].whole


def test_an_irrational_crossing_is_found():
    # With weight w of a: f = (w + 1) / (w + 2) and g = 1 / (w + 1), equal where w² + w - 1 = 0.
    full, none = Demand(3, 3, Fraction(1)), Demand(5, 5, Fraction(1))
    forms = {"f": {"a": full, "b": none, "c": full}, "g": {"a": none, "c": full}}
    problem = Problem(forms, {"a": 3, "b": 3, "c": 3}, {"a": 1, "b": 1, "c": 1})
    row = next(r for r in weight_intervals(problem) if r.criterion == "a")
    assert row.low == pytest.approx((5**0.5 - 1) / 2, abs=1e-12)


def test_without_a_winner_there_are_no_intervals():
    never = Demand(5, 5, Fraction(1), hard_min=5)
    assert weight_intervals(Problem({"f": {"a": never}}, {"a": 1}, {"a": 5})) == ()
