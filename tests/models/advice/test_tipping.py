"""Tipping points, leave-one-out and the way to first place, against trying everything."""

from fractions import Fraction

from hypothesis import given

from models.advice.problem import Demand, Problem
from models.advice.tipping import AnswerChange, leave_one_out, path_to_win, tipping_points
from tests.models.advice.problems import plain_winners, problems


def _first_change(problem, winners, criterion, before, direction):
    value = before + direction
    while 1 <= value <= 5:
        if not winners <= plain_winners(problem.with_answer(criterion, value)):
            return {AnswerChange(criterion, before, value)}
        value += direction
    return set()


@given(problems())
def test_tipping_points_equal_trying_every_single_answer(problem):
    winners, expected = plain_winners(problem), set()
    for criterion, before in problem.answers.items():
        if before is not None and winners:
            expected |= _first_change(problem, winners, criterion, before, -1)
            expected |= _first_change(problem, winners, criterion, before, +1)
    found = tipping_points(problem)
    assert {point.change for point in found} == expected
    assert [p.change.points for p in found] == sorted(p.change.points for p in found)
    for point in found:
        changed = problem.with_answer(point.change.criterion, point.change.after)
        assert set(point.winners) == plain_winners(changed)


@given(problems())
def test_leave_one_out_equals_scoring_without_it(problem):
    winners = plain_winners(problem)
    for row in leave_one_out(problem):
        without = {c: Fraction(w) for c, w in problem.importance.items()} | {row.criterion: Fraction(0)}
        assert set(row.winners) == plain_winners(problem, without)
        assert row.changed == (not winners <= set(row.winners))


@given(problems())
def test_the_path_to_first_place_leads_there(problem):
    for form in problem.forms:
        path = path_to_win(problem, form)
        changed = problem
        for step in path or ():
            assert changed.answers[step.criterion] == step.before
            changed = changed.with_answer(step.criterion, step.after)
        if path is not None:
            assert form in plain_winners(changed)
        assert (path == ()) == (form in plain_winners(problem))


def test_a_form_that_an_unchangeable_fact_excludes_has_no_path():
    forms = {"f": {"n": Demand(3, None, Fraction(2), hard_min=3)}, "g": {"n": Demand(1, None, Fraction(2))}}
    problem = Problem(forms, {"n": 2}, {"n": 5})
    assert path_to_win(problem, "f", fixed=["n"]) is None
    assert tipping_points(problem, fixed=["n"]) == ()


def test_a_change_that_excludes_the_winner_tips():
    forms = {"f": {"a": Demand(1, 5, Fraction(2), hard_min=3)}, "g": {"a": Demand(5, 5, Fraction(1))}}
    problem = Problem(forms, {"a": 3}, {"a": 5})
    assert [p.change for p in tipping_points(problem)] == [AnswerChange("a", 3, 2)]
