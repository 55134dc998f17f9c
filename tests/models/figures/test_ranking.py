"""The ranking as shapes: what stands in it, what it says in words, and that the two agree."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.advice.form_advice import form_advice
from models.advice.from_dossier import demands_of
from models.advice.problem import Problem
from models.advice.results import FormAdvice, Outcome
from models.figures import (
    Circle,
    Rect,
    Role,
    Text,
    difference_of,
    difference_words,
    form_glyph,
    half_up,
    of_hundred,
    ranked_forms,
    ranking_figure,
)
from models.figures.metrics import text_width, wrap_label
from models.knowledge import Knowledge
from models.vocabulary import CooperationForm
from tests.changed import replace

ANSWERS = {
    "reikwijdte": 2,
    "beleid": 1,
    "routine": 4,
    "urgentie": 4,
    "investering": 3,
    "overplaatsing": 4,
    "gelijkwaardigheid": 5,
    "centrum": 2,
    "specialismen": 2,
    "vertrouwen": 3,
    "uittreden": 3,
    "kwetsbaarheid": 4,
    "opdrachtgeverschap": 4,
    "aantal_partners": 3,
}


def advice_of(knowledge: Knowledge, answers: dict[str, int | None], *, samples: bool = True) -> FormAdvice:
    problem = Problem(demands_of(knowledge), answers, dict.fromkeys(answers, 5))
    limits = knowledge.profiles.thresholds.model_copy(update={"samples": 300})
    return form_advice(problem, limits, samples=samples)


def names_of(knowledge: Knowledge) -> dict[CooperationForm, str]:
    return {form: text.name for form, text in knowledge.form.items()}


REASONS = dict.fromkeys(CooperationForm, "het niet kan")


def texts(knowledge: Knowledge, advice: FormAdvice) -> list[str]:
    figure = ranking_figure(advice, names_of(knowledge), REASONS)
    return [shape.text for shape in figure.shapes if isinstance(shape, Text)]


def test_the_winner_comes_first_and_the_difference_is_named(knowledge: Knowledge) -> None:
    advice = advice_of(knowledge, dict(ANSWERS))
    figure = ranking_figure(advice, names_of(knowledge), REASONS)
    assert ranked_forms(advice)[0].form is CooperationForm.SSC
    assert f"verschil: {difference_of(advice)}" in texts(knowledge, advice)
    assert figure.alt.startswith("Shared service centrum staat bovenaan.")
    assert difference_of(advice) in figure.alt
    assert "Valt af, omdat het niet kan." in figure.alt


def test_an_excluded_form_is_hatched_and_does_not_take_part(knowledge: Knowledge) -> None:
    advice = advice_of(knowledge, dict(ANSWERS))
    excluded = [f for f in advice.forms if f.excluded_by]
    figure = ranking_figure(advice, names_of(knowledge), REASONS)
    hatched = [shape for shape in figure.shapes if isinstance(shape, Rect) and shape.hatch is not None]
    assert len(hatched) == len(excluded) == 3
    assert all(shape.dashed for shape in hatched)
    assert texts(knowledge, advice).count("doet niet mee") == 3


def test_the_twin_says_what_the_bars_say(knowledge: Knowledge) -> None:
    advice = advice_of(knowledge, dict(ANSWERS))
    twin = ranking_figure(advice, names_of(knowledge), REASONS).twin
    assert len(twin.rows) == 5
    for row, outcome in zip(twin.rows, ranked_forms(advice), strict=True):
        assert row[0] == knowledge.form[outcome.form].name
        assert row[1] == str(half_up(outcome.score or Fraction(0)))
        assert row[1] in texts(knowledge, advice)


def test_without_samples_there_is_no_column_of_shares(knowledge: Knowledge) -> None:
    shown = texts(knowledge, advice_of(knowledge, dict(ANSWERS), samples=False))
    assert not any("van 100" in text or "plaats 1" in text for text in shown)


def test_all_excluded_has_no_bracket_and_says_so(knowledge: Knowledge) -> None:
    advice = advice_of(knowledge, dict(ANSWERS))
    forms = tuple(
        replace(f, rank=None, excluded_by=f.excluded_by or (f.contributions[0].criterion,)) for f in advice.forms
    )
    none = replace(advice, forms=forms, outcome=Outcome.ALL_EXCLUDED, recommended=None, winners=(), contenders=())
    figure = ranking_figure(none, names_of(knowledge), REASONS)
    assert figure.alt.startswith("Er staat geen vorm bovenaan.")
    assert not any("verschil" in shape.text for shape in figure.shapes if isinstance(shape, Text))


@given(st.fixed_dictionaries({key: st.none() | st.integers(1, 5) for key in ANSWERS}))
def test_any_answers_stay_inside_the_figure(knowledge: Knowledge, answers: dict[str, int | None]) -> None:
    advice = advice_of(knowledge, answers, samples=False)
    figure = ranking_figure(advice, names_of(knowledge), REASONS)
    for shape in figure.shapes:
        if isinstance(shape, Rect):
            assert shape.x >= -0.01 and shape.x + shape.width <= figure.width + 0.01
            assert shape.y + shape.height <= figure.height
        if isinstance(shape, Text):
            assert 0 <= shape.y <= figure.height
            assert shape.x <= figure.width


@pytest.mark.parametrize(
    ("high", "low", "close", "words"),
    [
        ("92.6", "87.4", False, "ongeveer 5 punten"),
        ("93", "87", False, "6 punten"),
        ("88", "83.4", True, "bijna 5 punten"),
        ("80", "80", True, "geen verschil"),
        ("80.3", "80", True, "minder dan 1 punt"),
        ("81", "80", False, "1 punt"),
        ("80.5", "79.5", False, "1 punt"),
    ],
)
def test_a_difference_in_words(high: str, low: str, close: bool, words: str) -> None:
    assert difference_words(Fraction(high), Fraction(low), close=close) == words


@given(st.fractions(0, 100), st.fractions(0, 100))
def test_a_bare_difference_equals_the_difference_of_what_is_shown(one: Fraction, other: Fraction) -> None:
    high, low = max(one, other), min(one, other)
    words = difference_words(high, low, close=False)
    if words[0].isdigit():
        assert int(words.split()[0]) == half_up(high) - half_up(low)


def test_shares_are_never_rounded_to_certainty() -> None:
    assert of_hundred(0.001) == "minder dan 1 van 100"
    assert of_hundred(0.999) == "meer dan 99 van 100"
    assert [of_hundred(share) for share in (0.0, 0.585, 1.0)] == ["0 van 100", "59 van 100", "100 van 100"]
    assert half_up(Fraction(1, 2)) == 1


@pytest.mark.parametrize("form", list(CooperationForm))
def test_a_glyph_fits_its_box_and_takes_its_colour(form: CooperationForm) -> None:
    figure = form_glyph(form, 20, Role.MID)
    assert (figure.width, figure.height) == (20, 20)
    for shape in figure.shapes:
        if isinstance(shape, Circle):
            assert shape.x - shape.radius >= 0 and shape.x + shape.radius <= 20
            assert shape.y - shape.radius >= 0 and shape.y + shape.radius <= 20
    assert len({repr(form_glyph(other, 20).shapes) for other in CooperationForm}) == 5


@given(st.text(max_size=120), st.integers(1, 4))
def test_a_label_never_runs_over(text: str, most: int) -> None:
    lines = wrap_label(text, 9.5, 82, most)
    assert len(lines) <= most
    assert all(text_width(line, 9.5) <= 82 for line in lines)
