"""From the exact problem to the advice on the form: advice-model.md, "Arithmetic", line by line."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.advice.form_advice import form_advice
from models.advice.from_dossier import joint_problem
from models.advice.problem import Demand, Problem
from models.advice.results import Outcome
from models.vocabulary import CooperationForm, CriterionId
from tests.models.samples import made, minimal, statements

UNKNOWN, NOT_APPLICABLE, LATER = ({"no_answer": kind} for kind in ("unknown", "not_applicable", "later"))
YES, NO = Demand(1, 5, Fraction(2)), Demand(9, 9, Fraction(1))
NEVER = Demand(9, 9, Fraction(1), hard_min=9)
ASKED = [c.value for c in CriterionId if c is not CriterionId.AANTAL_PARTNERS]
NETWERK, CENTRUM, MATRIX, SSC, SETA = CooperationForm


@pytest.fixture(scope="module")
def advised(knowledge):
    """The advice on plain values, or on a problem as it is."""

    def advised(what, *, samples=False):
        problem = what if isinstance(what, Problem) else joint_problem(made(what), knowledge)
        return form_advice(problem, knowledge.profiles.thresholds, samples=samples)

    return advised


def _two(first, second, weights):
    """Two forms over some of the criteria a (beleid), b (routine) and c (urgentie), all answered with 3."""
    names = {"a": "beleid", "b": "routine", "c": "urgentie"}
    forms = {form: {names[c]: d for c, d in asks.items()} for form, asks in (first, second)}
    return Problem(forms, {names[c]: 3 for c in weights}, {names[c]: w for c, w in weights.items()})


# Coverage


def _ten(answered, weight=10):
    """Ten criteria that count, the number of partners among them; the first ``answered`` others have an answer."""
    importance = dict.fromkeys(ASKED[:9], 10) | dict.fromkeys(ASKED[9:], 0)
    return statements(
        dict.fromkeys(ASKED[:answered], 3), importance=importance | {ASKED[0]: weight, "aantal_partners": 10}
    )


def test_sixty_percent_answered_is_enough_for_an_advice(advised):
    advice = advised(_ten(5))
    assert advice.coverage == Fraction(6, 10)
    assert advice.outcome is not Outcome.NO_ADVICE
    assert advice.recommended is not None


def test_below_sixty_percent_there_is_no_advice_yet(advised):
    advice = advised(_ten(5, weight=9))
    assert advice.coverage == Fraction(59, 99)
    assert (advice.outcome, advice.recommended) == (Outcome.NO_ADVICE, None)


def test_without_any_answer_there_is_no_advice_and_no_score(advised):
    advice = advised(minimal(), samples=True)
    assert (advice.outcome, advice.recommended, advice.winners, advice.margin) == (Outcome.NO_ADVICE, None, (), None)
    assert {(form.score, form.rank, form.path) for form in advice.forms} == {(None, None, None)}
    assert set(advice.missing) == set(CriterionId)


def test_what_is_missing_most_comes_first(advised):
    # How many forms ask for it: four statements by all five, the place of a centre by one only.
    missing = advised(statements({}, partners=1)).missing
    assert missing[:4] == tuple(
        CriterionId(c) for c in ("urgentie", "overplaatsing", "gelijkwaardigheid", "kwetsbaarheid")
    )
    assert set(missing[-2:]) == {CriterionId.CENTRUM, CriterionId.SPECIALISMEN}
    weighty = advised(statements({}, importance={"vertrouwen": 10, "urgentie": 1}))
    assert weighty.missing[0] is CriterionId.VERTROUWEN  # four forms times ten
    assert CriterionId.AANTAL_PARTNERS not in weighty.missing


def test_what_only_excluded_forms_ask_for_is_not_what_is_missing_most(advised):
    before = advised(statements({}, importance={"investering": 10})).missing
    after = advised(statements({"overplaatsing": 1}, importance={"investering": 10})).missing  # no ssc, no seta
    assert before.index("investering") < before.index("opdrachtgeverschap")
    assert after.index("investering") > after.index("opdrachtgeverschap")


@pytest.mark.parametrize(("answered", "thin"), [(3, False), (2, True)])
def test_a_form_below_sixty_percent_of_its_own_says_so(answered, thin, advised):
    names = ["reikwijdte", "routine", "urgentie", "overplaatsing", "gelijkwaardigheid"]
    importance = dict.fromkeys(ASKED, 10) | {"kwetsbaarheid": 0, "aantal_partners": 0}
    rest = dict.fromkeys(set(ASKED) - set(names), 3)
    outcome = advised(statements(rest | dict.fromkeys(names[:answered], 3), importance=importance)).form(NETWERK)
    assert (outcome.coverage, outcome.thin) == (Fraction(answered, 5), thin)


# The winner


@pytest.mark.parametrize(("others", "outcome"), [(19, Outcome.CLEAR), (20, Outcome.NOT_CLEAR)])
def test_a_lead_of_five_points_is_clear_and_less_is_not(others, outcome, advised):
    problem = _two(("netwerk", {"a": YES, "b": NO}), ("seta", {"a": YES}), {"a": others, "b": 1})
    advice = advised(problem, samples=True)
    assert advice.margin == Fraction(100, others + 1)
    assert (advice.outcome, advice.winners) == (outcome, (SETA,))


def test_within_five_points_all_are_named_and_the_lightest_is_preferred(advised):
    forms = {"centrum": {"beleid": NO}, "ssc": {"beleid": YES, "routine": NO}, "seta": {"beleid": YES}}
    advice = advised(Problem(forms, {"beleid": 3, "routine": 3}, {"beleid": 20, "routine": 1}), samples=True)
    assert (advice.winners, advice.contenders, advice.recommended) == ((SETA,), (SSC, SETA), SSC)


def test_exactly_five_points_behind_is_no_contender(advised):
    advice = advised(_two(("netwerk", {"a": YES, "b": NO}), ("seta", {"a": YES}), {"a": 19, "b": 1}))
    assert advice.contenders == (SETA,)


def test_without_samples_a_lead_is_provisional(advised):
    problem = _two(("netwerk", {"a": NO}), ("seta", {"a": YES}), {"a": 5})
    advice = advised(problem)
    assert (advice.outcome, advice.recommended) == (Outcome.PROVISIONAL, SETA)
    assert advice.robustness.uniform is advice.robustness.perturbed is None
    assert advised(problem, samples=True).outcome is Outcome.CLEAR


def test_without_samples_a_small_lead_is_not_clear_all_the_same(advised):
    assert (
        advised(_two(("netwerk", {"a": YES}), ("seta", {"a": YES, "b": NO}), {"a": 20, "b": 1})).outcome
        is Outcome.NOT_CLEAR
    )


def test_a_lead_that_other_importance_turns_more_often_than_not_is_not_clear(advised):
    # netwerk stands at 55 whatever the importance; each of the others at 50, and past 55 in a third of the samples.
    fixed = Demand(12, 12, Fraction(20))
    names = ASKED[1:9]
    forms = {"netwerk": {"reikwijdte": fixed}}
    for number, form in enumerate(("centrum", "matrix", "ssc", "seta")):
        forms[form] = {names[2 * number]: YES, names[2 * number + 1]: NO}
    criteria = ["reikwijdte", *names]
    advice = advised(Problem(forms, dict.fromkeys(criteria, 3), dict.fromkeys(criteria, 5)), samples=True)
    assert advice.margin == 5
    assert advice.robustness.perturbed is not None
    assert 0.1 < advice.robustness.perturbed.first("netwerk") < 0.5
    assert (advice.outcome, advice.contenders, advice.recommended) == (Outcome.NOT_CLEAR, (NETWERK,), NETWERK)


def test_a_tie_has_two_winners_and_the_lightest_is_preferred_whatever_the_label(advised):
    for forms in (
        {"ssc": {"beleid": YES}, "seta": {"beleid": YES}},
        {"centrum": {"beleid": YES}, "matrix": {"beleid": YES}},
    ):
        advice = advised(Problem(forms, {"beleid": 3}, {"beleid": 5}), samples=True)
        named = tuple(CooperationForm(form) for form in forms)
        assert (advice.winners, advice.contenders, advice.margin) == (named, named, 0)
        assert {outcome.rank for outcome in advice.forms} == {1}
        assert (advice.outcome, advice.recommended) == (Outcome.NOT_CLEAR, named[0])


def test_the_only_form_left_is_clear(advised):
    advice = advised(_two(("netwerk", {"a": YES}), ("seta", {"a": NEVER}), {"a": 5}), samples=True)
    assert (advice.outcome, advice.winners, advice.margin) == (Outcome.CLEAR, (NETWERK,), None)


def test_when_all_are_excluded_none_is_advised(advised):
    advice = advised(_two(("netwerk", {"a": NEVER}), ("seta", {"a": NEVER}), {"a": 5}), samples=True)
    assert (advice.outcome, advice.recommended, advice.contenders) == (Outcome.ALL_EXCLUDED, None, ())
    assert all(outcome.excluded_by == (CriterionId.BELEID,) for outcome in advice.forms)
    assert {outcome.score for outcome in advice.forms} == {0}


def test_an_excluded_form_keeps_its_score_has_no_rank_and_is_never_advised(advised):
    advice = advised(statements(dict.fromkeys(ASKED, 3) | {"gelijkwaardigheid": 1, "centrum": 2, "urgentie": 5}))
    centrum = advice.form(CENTRUM)
    assert centrum.excluded_by == (CriterionId.CENTRUM,)
    assert centrum.rank is None
    assert centrum.score == max(o.score for o in advice.forms if o.score is not None)
    assert advice.recommended is not CENTRUM
    assert CENTRUM not in advice.winners + advice.contenders


# Answers


def test_not_known_later_and_empty_all_count_as_unanswered(advised):
    base = dict.fromkeys(ASKED, 4)
    advices = [advised(statements(base | {"beleid": answer})) for answer in (None, UNKNOWN, LATER)]
    assert advices[0] == advices[1] == advices[2]
    assert advices[0].missing == (CriterionId.BELEID,)
    assert advices[0].coverage == Fraction(13, 14)


def test_not_applicable_leaves_the_statement_out_altogether(advised):
    base = dict.fromkeys(ASKED, 4)
    left_out = advised(statements(base | {"beleid": NOT_APPLICABLE}))
    unanswered = advised(statements(base | {"beleid": UNKNOWN}))
    assert (left_out.coverage, left_out.missing) == (1, ())
    assert {o.form: o.score for o in left_out.forms} == {o.form: o.score for o in unanswered.forms}
    assert "beleid" not in left_out.problem.answers


def test_importance_is_five_where_nothing_was_set(advised):
    base = dict.fromkeys(ASKED, 4)
    assert advised(statements(base)) == advised(
        statements(base, importance=dict.fromkeys([*ASKED, "aantal_partners"], 5))
    )


def test_importance_nought_leaves_a_statement_out_of_score_coverage_and_samples(advised):
    base = dict.fromkeys(ASKED, 4)
    advice = advised(statements(base, importance={"beleid": 0}), samples=True)
    assert {o.form: o.score for o in advice.forms} == {
        o.form: o.score for o in advised(statements(base | {"beleid": NOT_APPLICABLE})).forms
    }
    assert advice.coverage == 1
    assert all("beleid" not in {c.criterion for c in outcome.contributions} for outcome in advice.forms)
    for run in (advice.robustness.uniform, advice.robustness.perturbed):
        assert run is not None
        weights = [w for w in run.central.values() if w is not None]
        assert weights
        assert all("beleid" not in w for w in weights)


def test_a_hard_limit_holds_even_where_the_importance_is_nought(advised):
    advice = advised(statements(dict.fromkeys(ASKED, 4) | {"centrum": 1}, importance={"centrum": 0}))
    assert advice.form(CENTRUM).excluded_by == (CriterionId.CENTRUM,)


# The number of partners


@pytest.mark.parametrize(("partners", "answer"), [(0, None), (1, None), (2, 2), (7, 7)])
def test_the_number_of_partners_is_counted_and_not_known_below_two(partners, answer, advised):
    assert advised(statements({}, partners=partners)).problem.answers["aantal_partners"] == answer


def test_who_was_removed_is_not_counted_and_an_answer_given_for_the_number_is_ignored(knowledge):
    values = statements({"aantal_partners": 5}, partners=4)
    values["partners"]["partners"][1]["removed"] = True
    assert joint_problem(made(values), knowledge).answers["aantal_partners"] == 3


@pytest.mark.parametrize(
    ("partners", "matrix", "ssc"), [(2, 1, "1/2"), (3, 1, 1), (4, 1, 1), (5, "1/2", 1), (6, 0, 1), (12, 0, 1)]
)
def test_its_fit_falls_with_the_distance_in_partners(partners, matrix, ssc, advised):
    problem = advised(statements({}, partners=partners)).problem
    fits = [problem.fit(form, "aantal_partners") for form in ("matrix", "ssc", "seta", "netwerk")]
    assert fits == [Fraction(matrix), Fraction(ssc), Fraction(matrix), None]


def test_the_number_of_partners_is_never_an_answer_to_change(advised):
    for partners in (2, 5):
        advice = advised(statements(dict.fromkeys(ASKED, 3), partners=partners))
        changes = [t.change.criterion for t in advice.robustness.tipping]
        changes += [step.criterion for outcome in advice.forms for step in outcome.path or ()]
        assert changes
        assert "aantal_partners" not in changes


# Explanation


def test_contributions_of_one_form_by_hand(advised):
    # netwerk asks 1-2 of reikwijdte and 3-5 of gelijkwaardigheid: 3 is half met with weight 6 of 10.
    outcome = advised(
        statements({"reikwijdte": 3, "gelijkwaardigheid": 4}, importance={"reikwijdte": 6, "gelijkwaardigheid": 4})
    ).form(NETWERK)
    rows = [(c.criterion.value, c.value, c.fit, c.points, c.lost) for c in outcome.contributions]
    assert rows == [("reikwijdte", 3, Fraction(1, 2), 30, 30), ("gelijkwaardigheid", 4, 1, 40, 0)]
    assert outcome.score == 70
    assert [c.criterion for c in outcome.speaks_for] == [CriterionId.GELIJKWAARDIGHEID]
    assert [c.criterion for c in outcome.speaks_against] == [CriterionId.REIKWIJDTE]


ANSWER = st.one_of(st.integers(1, 5), st.sampled_from([None, UNKNOWN, NOT_APPLICABLE, LATER]))
VALUES = st.builds(
    statements,
    st.dictionaries(st.sampled_from(ASKED), ANSWER),
    st.integers(1, 7),
    st.dictionaries(st.sampled_from([c.value for c in CriterionId]), st.integers(0, 10)),
)


@given(VALUES)
def test_contributions_add_up_to_the_score_and_points_and_losses_to_the_weight(advised, values):
    for outcome in advised(values).forms:
        rows = outcome.contributions
        assert (outcome.score is None) == (not rows)
        assert sum(c.points for c in rows) == (outcome.score or 0)
        assert all(c.points + c.lost == 100 * c.weight for c in rows)
        assert sum(c.weight for c in rows) == (1 if rows else 0)
        assert [c.weight for c in rows] == sorted((c.weight for c in rows), reverse=True)
        assert {*outcome.speaks_for, *outcome.speaks_against} == set(rows)
        assert [c.lost for c in outcome.speaks_against] == sorted(
            (c.lost for c in outcome.speaks_against), reverse=True
        )


@given(VALUES)
def test_what_is_advised_follows_from_scores_margin_and_coverage(advised, values):
    advice = advised(values)
    running = {o.form: o.score for o in advice.forms if o.score is not None and not o.excluded_by}
    best = max(running.values(), default=None)
    assert advice.winners == tuple(form for form, score in running.items() if score == best)
    assert advice.contenders == tuple(form for form, score in running.items() if best is not None and best - score < 5)
    assert list(running) == sorted(running, key=list(CooperationForm).index)
    if advice.coverage < Fraction(3, 5) or not running:
        assert (advice.outcome, advice.recommended) == (Outcome.NO_ADVICE, None)
    else:
        assert advice.recommended is advice.contenders[0]
        lone = len(advice.contenders) == 1
        assert advice.outcome is (Outcome.PROVISIONAL if lone else Outcome.NOT_CLEAR)
