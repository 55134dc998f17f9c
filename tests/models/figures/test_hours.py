"""The bars of hours: brought outlined over used solid, a balance with its sign, a table that says the same."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.agreements.hours import hours_outcome
from models.dossier import Dossier
from models.dossier.hours import UrenSection
from models.figures import Line, Rect, Role, Text
from models.figures.hours import hours_figure
from tests.models.agreements.hours_samples import BAR, bar, entry
from tests.models.figures.geometry import assert_inside, assert_short_sentences, box_of, words_of
from tests.strategies import dossiers

NAMES = {"b": "Barendrecht", "a": "Albrandswaard", "r": "Ridderkerk"}


def test_the_figure_of_the_report_chapter_g():
    figure = hours_figure(hours_outcome(bar(), BAR), NAMES)
    said = words_of(figure)
    for words in ("inbreng 123.900", "gebruik 118.790", "+ 5.110 uur", "ontvangt € 347.480", "− 3.370 uur"):
        assert words in said
    assert figure.twin.rows[2] == ("Ridderkerk", "107.030", "108.770", "− 1.740 uur", "betaalt €\u00a0118.320")
    assert_short_sentences(figure.alt)
    assert "Barendrecht brengt 123.900 uur" in figure.alt


def test_bars_are_as_long_as_their_hours_and_differ_without_colour():
    figure = hours_figure(hours_outcome(bar(), BAR), NAMES, 600)
    bars = [shape for shape in figure.shapes if isinstance(shape, Rect)]
    outlined = [b for b in bars if b.stroke is Role.ACCENT]
    solid = [b for b in bars if b.fill is Role.ACCENT]
    assert len(outlined) == len(solid) == 3
    assert all(b.fill is Role.PAPER for b in outlined)
    assert solid[0].width / solid[1].width == pytest.approx(118_790 / 58_670)
    assert (outlined[0].width + 1.2) / solid[0].width == pytest.approx(123_900 / 118_790)


def test_in_kind_says_who_still_owes_hours():
    figure = hours_figure(hours_outcome(bar(settlement="in_kind"), BAR), NAMES)
    assert [row[-1] for row in figure.twin.rows] == ["5.110 uur tegoed", "3.370 uur schuldig", "1.740 uur schuldig"]
    assert not any("€" in words for words in words_of(figure))


def test_what_is_missing_has_no_bar_and_is_no_zero():
    rows = (entry("1", "b", None), entry("2", "a", 40), entry("3", "a", None))
    figure = hours_figure(hours_outcome(UrenSection(entries=rows), BAR), NAMES)
    assert figure.twin.rows[0][1:4] == ("nog niet bekend", "0", "nog niet volledig")
    assert figure.twin.rows[1][1:4] == ("minstens 40", "0", "nog niet volledig")
    assert sum(isinstance(shape, Rect) for shape in figure.shapes) == 1
    assert "Nog niet volledig: 2 partners." in figure.alt


@pytest.mark.parametrize("width", [100, 220, 399, 400, 480, 900])
def test_everything_stands_inside_with_forty_partners_and_long_names(width: int):
    partners = tuple(f"p{n}" for n in range(40))
    names = {p: f"Gemeente met een heel lange naam aan de rivier {p}" for p in partners}
    rows = [entry(f"{p}-in", p, 7 * n * n * 1000, rate=Decimal("77.77")) for n, p in enumerate(partners)]
    rows += [entry(f"{p}-uit", p, 90_000 * n, rate=Decimal(60), takes=True) for n, p in enumerate(partners)]
    figure = hours_figure(hours_outcome(UrenSection(entries=tuple(rows)), partners), names, width)
    assert_inside(figure)
    assert_short_sentences(figure.alt)
    assert len(figure.twin.rows) == 40


@pytest.mark.parametrize("width", [220, 480])
def test_words_never_stand_on_top_of_each_other(width: int):
    rows = (*bar().entries, entry("x", "z", "0.5"), entry("y", "z", 3000, takes=True))
    outcome = hours_outcome(UrenSection(entries=rows), (*BAR, "z"))
    figure = hours_figure(outcome, {**NAMES, "z": "Zeer kleine gemeente"}, width)
    boxes = [box_of(shape) for shape in figure.shapes if isinstance(shape, Text)]
    for here, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[here + 1 :]:
            apart = other[0] >= right or other[2] <= left or other[1] >= bottom - 1 or other[3] <= top + 1
            assert apart, (boxes[here], other)


def test_without_partners_or_hours_it_says_so():
    figure = hours_figure(hours_outcome(UrenSection(), ()), {})
    assert figure.alt == "Er zijn nog geen uren ingevuld."
    assert figure.twin.rows == ()
    assert any(isinstance(shape, Line) for shape in figure.shapes)
    assert_inside(figure)


@settings(max_examples=30)
@given(dossiers(), st.floats(220, 900))
def test_any_dossier_can_be_drawn(dossier: Dossier, width: float):
    names = {p.id: p.name for p in dossier.partners.active}
    figure = hours_figure(hours_outcome(dossier.uren, tuple(names)), names, width)
    assert_inside(figure)
    assert len(figure.twin.rows) == len(names)


def test_the_bars_start_where_they_are_told():
    figure = hours_figure(hours_outcome(bar(), BAR), NAMES, 453.5, start=116.2)
    solid = [shape.x for shape in figure.shapes if isinstance(shape, Rect) and shape.fill is Role.ACCENT]
    assert solid == [pytest.approx(116.2)] * 3
    assert_inside(figure)
