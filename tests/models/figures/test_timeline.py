"""The calendar as a figure: its signs, its months, and that nothing overlaps at any length and width."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.dossier import Dossier
from models.figures import Figure, Line, Polygon, Rect, Role, Text
from models.figures.timeline import timeline_figure
from models.knowledge import Knowledge
from models.planning import DecisionCalendar, budget_calendar, calendars, decision_calendar, leaving_calendar
from models.vocabulary import LegalBasis
from tests.models.figures.geometry import assert_inside, assert_short_sentences, box_of, words_of
from tests.models.planning.plans import plan_of, plans
from tests.strategies import dossiers

NAMES = {f"p{n}": f"Gemeente {n}" for n in range(1, 41)}


def assert_words_apart(figure: Figure) -> None:
    boxes = [box_of(shape) for shape in figure.shapes if isinstance(shape, Text)]
    for here, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[here + 1 :]:
            apart = other[0] >= right or other[2] <= left or other[1] >= bottom - 1 or other[3] <= top + 1
            assert apart, (boxes[here], other)


def assert_whole(figure: Figure, calendar: DecisionCalendar) -> None:
    assert_inside(figure)
    assert_short_sentences(figure.alt)
    assert_words_apart(figure)
    assert len(figure.twin.rows) == len(calendar.steps)


def bars(figure: Figure, fill: Role) -> list[Rect]:
    """The bars in the rows, without the key below."""
    return [shape for shape in figure.shapes if isinstance(shape, Rect) and shape.fill is fill and shape.height == 12]


def test_a_bar_per_term_and_a_diamond_per_decision(knowledge: Knowledge):
    calendar = decision_calendar(plan_of(in_force="2027-09-01"), knowledge)
    figure = timeline_figure(calendar, NAMES)
    spans = [step for step in calendar.steps if not step.is_moment]
    assert len(bars(figure, Role.ACCENT)) == sum(step.is_statutory for step in spans) == 1
    assert len(bars(figure, Role.PAPER)) == len(spans) - 1
    diamonds = [shape for shape in figure.shapes if isinstance(shape, Polygon)]
    assert len(diamonds) == sum(step.decision or step.is_moment for step in calendar.steps) + 1  # and one in the key
    words = words_of(figure)
    for shown in ("8 feb", "1 sept", "jan 2027", "mrt", "Besluit in principe", "termijn uit de wet", "eigen planning"):
        assert shown in words
    assert any(text.startswith("8 weken") for text in words)


def test_a_bar_is_as_long_as_its_days(knowledge: Knowledge):
    calendar = decision_calendar(plan_of(), knowledge)
    figure = timeline_figure(calendar, NAMES, 900)
    long = {step.key: (step.end - step.start).days + 1 for step in calendar.steps if not step.is_moment}
    drawn = [shape.width for shape in figure.shapes if isinstance(shape, Rect) and shape.height == 12]
    assert len(drawn) == len(long)
    per_day = [width / days for width, days in zip(drawn, long.values(), strict=True)]
    assert max(per_day) == pytest.approx(min(per_day))


def test_recess_is_a_band_with_a_foot_and_words(knowledge: Knowledge):
    raad = {"p1": {"recess": [["2027-04-24", "2027-05-09"]]}, "p2": {"recess": [["2027-05-01", "2027-05-16"]]}}
    figure = timeline_figure(decision_calendar(plan_of(raad=raad), knowledge), NAMES)
    assert len([shape for shape in figure.shapes if isinstance(shape, Rect) and shape.fill is Role.WASH]) == 1
    assert words_of(figure).count("reces") == 1


def test_today_is_a_dashed_line_inside_the_calendar_only(knowledge: Knowledge):
    calendar = decision_calendar(plan_of(), knowledge)
    inside = timeline_figure(calendar, NAMES, today=date(2027, 3, 3))
    assert "vandaag" in words_of(inside)
    assert [shape for shape in inside.shapes if isinstance(shape, Line) and shape.dashed]
    for day in (None, date(2020, 1, 1), date(2030, 1, 1)):
        assert "vandaag" not in words_of(timeline_figure(calendar, NAMES, today=day))


def test_notice_looks_different_from_law_and_planning(knowledge: Knowledge):
    dossier = plan_of(leaving="p2", leaving_start="2027-01-11", notice_months=24)
    figure = timeline_figure(leaving_calendar(dossier, knowledge), NAMES)
    assert len([bar for bar in bars(figure, Role.PAPER) if bar.dashed]) == 1
    assert "termijn uit de regeling" in words_of(figure)


@pytest.mark.parametrize("width", [200.0, 300.0, 453.5, 1000.0])
def test_forty_partners_and_a_long_name(knowledge: Knowledge, width: float):
    raad = {f"p{n}": {"recess": [[f"2027-{n % 9 + 1:02d}-03", f"2027-{n % 9 + 1:02d}-17"]]} for n in range(1, 41)}
    dossier = plan_of(partners=40, raad=raad, seat="p7", budget_year=2028, leaving="p7", leaving_start="2027-01-11")
    names = {**NAMES, "p7": "Gemeente met een buitengewoon lange naam aan de rivier en aan de zee " * 3}
    for calendar in calendars(dossier, knowledge):
        assert_whole(timeline_figure(calendar, names, width, today=date(2027, 6, 1)), calendar)


@pytest.mark.parametrize("wished", ["2027-02-01", "2030-01-01", "2060-01-01", "2999-01-01", "9999-10-30"])
def test_any_length_from_weeks_to_ages(knowledge: Knowledge, wished: str):
    for basis in (LegalBasis.CONVENANT, LegalBasis.CENTRUMGEMEENTE, LegalBasis.OPENBAAR_LICHAAM):
        calendar = decision_calendar(plan_of(basis, in_force=wished), knowledge)
        assert calendar.steps
        assert_whole(timeline_figure(calendar, NAMES), calendar)


def test_an_obstacle_is_said_in_the_figure(knowledge: Knowledge):
    figure = timeline_figure(decision_calendar(plan_of(start=None), knowledge), NAMES)
    assert "nog niet ingevuld" in figure.alt
    assert "nog niet ingevuld" in " ".join(words_of(figure))
    assert_inside(figure)


@settings(max_examples=60)
@given(plans(), st.sampled_from(LegalBasis), st.floats(150, 900), st.dates(date(2026, 1, 1), date(2032, 1, 1)))
def test_any_plan_can_be_drawn(
    knowledge: Knowledge, values: dict[str, Any], basis: LegalBasis, width: float, today: date
):
    dossier = plan_of(basis, 3, **values)
    for calendar in calendars(dossier, knowledge):
        assert_whole(timeline_figure(calendar, NAMES, width, today=today), calendar)


@settings(max_examples=30)
@given(dossiers(), st.sampled_from(LegalBasis), st.floats(260, 900))
def test_any_dossier_can_be_drawn(knowledge: Knowledge, dossier: Dossier, basis: LegalBasis, width: float):
    names = {partner.id: partner.name for partner in dossier.partners.active}
    for calendar in (*calendars(dossier, knowledge, basis), budget_calendar(dossier, knowledge, basis)):
        assert_inside(timeline_figure(calendar, names, width))


def test_the_days_start_where_they_are_told(knowledge: Knowledge):
    calendar = decision_calendar(plan_of(in_force="2027-09-01"), knowledge)
    figure = timeline_figure(calendar, NAMES, start=116.2)
    upright = [shape.x1 for shape in figure.shapes if isinstance(shape, Line) and shape.x1 == shape.x2]
    assert min(upright) == pytest.approx(116.2)
    assert_whole(figure, calendar)
