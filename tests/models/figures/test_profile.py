"""What a form asks against the answers: order, words, and the same in the twin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.advice.form_advice import form_advice
from models.dossier.base import LATER, Answer
from models.figures import Polygon, criterion_figure, profile_figure
from models.knowledge import Knowledge
from models.vocabulary import CooperationForm, CriterionId
from tests.models.figures.geometry import assert_inside, assert_short_sentences, words_of
from tests.models.figures.test_ranking import ANSWERS, advice_of


def answers_of(values: dict[str, int | None]) -> dict[CriterionId, Answer[int]]:
    return {CriterionId(key): value for key, value in values.items()}


@given(
    st.fixed_dictionaries({key: st.none() | st.integers(1, 5) for key in ANSWERS}),
    st.sampled_from(CooperationForm),
    st.floats(150, 700),
    st.integers(2, 40),
)
def test_a_profile_holds_for_any_answers(
    knowledge: Knowledge, values: dict[str, int | None], form: CooperationForm, width: float, partners: int
) -> None:
    values = {**values, "aantal_partners": partners}
    outcome = advice_of(knowledge, values, samples=False).form(form)
    figure = profile_figure(outcome, knowledge, answers_of(values), width)
    assert_inside(figure)
    assert_short_sentences(figure.alt)
    asked = {knowledge.criterion[c].label for c in knowledge.profile[form]}
    assert {row[0] for row in figure.twin.rows} == asked
    misses = sum(row[3].startswith(("kost", "valt", "telt")) for row in figure.twin.rows)
    diamonds = [s for s in figure.shapes if isinstance(s, Polygon)]
    assert len(diamonds) == misses


def test_what_costs_most_comes_first_and_no_answer_is_said(knowledge: Knowledge) -> None:
    values = {**ANSWERS, "urgentie": None}
    answers = {**answers_of(values), CriterionId.URGENTIE: LATER}
    outcome = advice_of(knowledge, values, samples=False).form(CooperationForm.NETWERK)
    figure = profile_figure(outcome, knowledge, answers)
    lost = {knowledge.criterion[c.criterion].label: c.lost for c in outcome.contributions}
    order = [lost.get(row[0], -1) for row in figure.twin.rows]
    assert order == sorted(order, reverse=True)
    assert figure.twin.rows[-1][2:] == ("later invullen", "later invullen")
    assert "Het meest kost Overstap medewerkers: 20 punten." in figure.alt
    assert "kost 20 punten" in words_of(figure)


@pytest.mark.parametrize("criterion", list(CriterionId))
@pytest.mark.parametrize("answer", [None, LATER, 1, 3, 5, 12])
def test_one_statement_against_the_five_forms(
    knowledge: Knowledge, criterion: CriterionId, answer: Answer[int]
) -> None:
    for width in (200, 320, 500):
        figure = criterion_figure(criterion, knowledge, answer, width)
        assert_inside(figure)
        assert_short_sentences(figure.alt)
        assert [row[0] for row in figure.twin.rows] == [form.name for form in knowledge.form.values()]


def test_an_excluded_form_is_said_and_hatched(knowledge: Knowledge) -> None:
    figure = criterion_figure(CriterionId.OVERPLAATSING, knowledge, 1)
    verdicts = dict(zip(knowledge.form, (row[3] for row in figure.twin.rows), strict=True))
    assert verdicts[CooperationForm.SETA] == "valt hierop af"
    assert any(getattr(shape, "hatch", None) for shape in figure.shapes)


def test_what_weighs_nothing_does_not_count(knowledge: Knowledge) -> None:
    problem = advice_of(knowledge, dict(ANSWERS), samples=False).problem.without("overplaatsing")
    outcome = form_advice(problem, knowledge.profiles.thresholds, samples=False).form(CooperationForm.NETWERK)
    figure = profile_figure(outcome, knowledge, answers_of(dict(ANSWERS)))
    assert {row[0]: row[3] for row in figure.twin.rows}["Overstap medewerkers"] == "telt niet mee"
    assert_short_sentences(figure.alt)
