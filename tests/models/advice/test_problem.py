"""The arithmetic of advice-model.md, held against the formula written out plainly."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from models.advice.problem import Demand, Problem, rank_scores
from tests.models.advice.problems import plain_scores, plain_winners, problems


def test_fit_is_one_inside_the_range_and_falls_by_one_over_the_tolerance_a_point():
    demand = Demand(2, 3, Fraction(2))
    assert [demand.fit(x) for x in range(1, 6)] == [Fraction(1, 2), 1, 1, Fraction(1, 2), 0]


def test_fit_without_an_upper_end_stays_one():
    demand = Demand(3, None, Fraction(2))
    assert [demand.fit(x) for x in (1, 2, 3, 40)] == [0, Fraction(1, 2), 1, 1]


def test_a_criterion_of_which_a_form_asks_nothing_does_not_count():
    easy, hard = Demand(1, 5, Fraction(2)), Demand(5, 5, Fraction(2))
    problem = Problem({"asks": {"a": easy, "b": hard}, "silent": {"a": easy}}, {"a": 3, "b": 1}, {"a": 5, "b": 5})
    assert problem.standing.scores == {"asks": Fraction(1, 2), "silent": Fraction(1)}


def test_excluded_forms_keep_their_score_and_have_no_rank():
    demand, free = Demand(4, 5, Fraction(2), hard_min=3), Demand(1, 5, Fraction(2))
    standing = Problem({"f": {"a": demand}, "g": {"a": free}}, {"a": 2}, {"a": 5}).standing
    assert standing.scores["f"] == 0
    assert standing.excluded == {"f": ("a",)}
    assert standing.ranks == {"g": 1}
    assert standing.margin is None


def test_a_hard_limit_holds_whatever_the_importance():
    demand = Demand(4, 5, Fraction(2), hard_min=3)
    problem = Problem({"f": {"a": demand, "b": demand}}, {"a": 1, "b": 5}, {"a": 0, "b": 5})
    assert problem.standing.excluded == {"f": ("a",)}


def test_equal_scores_share_a_rank():
    ranks = rank_scores({"a": Fraction(1, 2), "b": Fraction(1), "c": Fraction(1), "d": Fraction(0)})
    assert ranks == {"a": 3, "b": 1, "c": 1, "d": 4}


def test_coverage_is_the_answered_share_of_the_weight():
    demand = Demand(1, 5, Fraction(2))
    problem = Problem({"f": {"a": demand}}, {"a": None, "b": 2, "c": 3}, {"a": 6, "b": 3, "c": 1})
    assert problem.coverage() == Fraction(4, 10)
    assert problem.coverage("f") == 0


@given(problems())
def test_scores_equal_the_formula(problem):
    standing = problem.standing
    weights = {c: Fraction(w) for c, w in problem.importance.items()}
    assert {f: standing.score(f) for f in standing.ranks} == plain_scores(problem, weights)
    assert set(standing.winners) == plain_winners(problem)


@given(problems(), st.integers(1, 5))
def test_adding_a_form_that_is_excluded_changes_nothing_for_the_others(problem, value):
    criterion = next(iter(problem.answers))
    answered = problem.with_answer(criterion, value)
    excluded = Demand(6, None, Fraction(1), hard_min=6)
    more = Problem({**answered.demands, "extra": {criterion: excluded}}, answered.answers, answered.importance)
    before, after = answered.standing, more.standing
    assert after.ranks == before.ranks
    assert after.margin == before.margin
    assert {f: s for f, s in after.scores.items() if f != "extra"} == before.scores


@given(problems(), st.integers(2, 5))
def test_only_the_proportions_of_the_importance_count(problem, factor):
    larger = Problem(problem.demands, problem.answers, {c: w * factor for c, w in problem.importance.items()})
    assert larger.standing == problem.standing
    assert larger.coverage() == problem.coverage()
