"""The ranking and the robustness of a panel: every form is there, and words and lengths agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.advice.smaa import Acceptability
from models.figures import Polygon, Rect, ranked_forms, ranking_bars, ranking_figure, robustness_strip
from models.figures.parts import LETTERS, form_dash, form_role
from models.knowledge import Knowledge
from models.vocabulary import CooperationForm
from tests.changed import replace
from tests.models.figures.geometry import assert_inside, assert_short_sentences, words_of
from tests.models.figures.test_ranking import ANSWERS, REASONS, advice_of, names_of


@given(st.fixed_dictionaries({key: st.none() | st.integers(1, 5) for key in ANSWERS}), st.floats(100, 600))
def test_the_bars_stay_inside_at_any_width(knowledge: Knowledge, answers: dict[str, int | None], width: float) -> None:
    advice = advice_of(knowledge, answers, samples=False)
    long = dict.fromkeys(CooperationForm, "er veel te veel redenen zijn om hier op te noemen, de een na de ander")
    figure = ranking_bars(advice, names_of(knowledge), long, width)
    assert_inside(figure)
    assert_inside(robustness_strip(advice, names_of(knowledge), width))
    assert figure.twin == ranking_figure(advice, names_of(knowledge), long).twin


def test_the_bars_have_a_name_and_a_score_per_form_and_hatch_what_drops_out(knowledge: Knowledge) -> None:
    advice = advice_of(knowledge, dict(ANSWERS))
    figure = ranking_bars(advice, names_of(knowledge), REASONS)
    words = words_of(figure)
    assert [w for w in words if w in names_of(knowledge).values()] == [r[0] for r in figure.twin.rows]
    assert all(row[1] in words for row in figure.twin.rows)
    arms = [s for s in figure.shapes if isinstance(s, Polygon) and len(s.points) == 5]
    hatched = [form_role(f.form) for f in ranked_forms(advice) if f.excluded_by]
    assert [s.hatch for s in arms if s.hatch] == hatched
    assert words.count("Valt af, omdat het niet kan") == len(hatched)


@pytest.mark.parametrize("share", [0.0, 0.001, 0.44, 0.999, 1.0])
def test_the_strip_is_full_and_its_words_are_the_shares(knowledge: Knowledge, share: float) -> None:
    advice = advice_of(knowledge, {**ANSWERS, "overplaatsing": 2, "centrum": 4})
    running = [f.form for f in advice.forms if f.rank is not None][:2]
    ranks = {running[0].value: (share, 1 - share), running[1].value: (1 - share, share)}
    samples = Acceptability(1000, ranks, dict.fromkeys(ranks))
    advice = replace(advice, robustness=replace(advice.robustness, uniform=samples))
    figure = robustness_strip(advice, names_of(knowledge), 300)
    assert_inside(figure)
    assert_short_sentences(figure.alt)
    parts = [s for s in figure.shapes if isinstance(s, Rect) and s.height == 22]
    assert max(s.x + s.width for s in parts) == pytest.approx(300)
    assert {row[1] for row in figure.twin.rows} == set(names_of(knowledge).values())
    assert all(row[2] in words_of(figure) for row in figure.twin.rows)


def test_the_strip_without_samples_says_so(knowledge: Knowledge) -> None:
    figure = robustness_strip(advice_of(knowledge, dict(ANSWERS), samples=False), names_of(knowledge))
    assert (figure.alt, figure.twin.rows, words_of(figure)) == ("Nog niet berekend.", (), ["Nog niet berekend."])


def test_forms_differ_without_colour() -> None:
    assert len({*LETTERS.values()}) == len({form_dash(form) for form in CooperationForm}) == 5
