"""The budget cycle with the worked facts of law.md §6.6."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.knowledge import Knowledge
from models.planning import NoteKind, Organ, StepKey, budget_calendar, earliest_board_day, latest_sending_day
from models.planning.results import DecisionCalendar
from models.vocabulary import LegalBasis
from tests.models.planning.plans import plan_of

DATED = date(2026, 11, 21)
OL, BVO, GO = (
    LegalBasis.OPENBAAR_LICHAAM,
    LegalBasis.BEDRIJFSVOERINGSORGANISATIE,
    LegalBasis.GEMEENSCHAPPELIJK_ORGAAN,
)


def ends(calendar: DecisionCalendar) -> dict[StepKey, date]:
    return {step.key: step.end for step in calendar.steps}


def kinds(calendar: DecisionCalendar) -> set[NoteKind]:
    return {note.kind for note in (*calendar.obstacles, *calendar.remarks)}


def test_the_law_table_of_the_last_days(knowledge: Knowledge):
    calendar = budget_calendar(plan_of(OL, budget_year=2028), knowledge)
    assert ends(calendar) == {
        StepKey.KADERS: date(2027, 4, 29),
        StepKey.ONTWERPBEGROTING: date(2027, 6, 22),
        StepKey.BEGROTING_ZIENSWIJZE: date(2027, 9, 13),
        StepKey.TER_INZAGE: date(2027, 9, 13),
        StepKey.JAARREKENING_GS: date(2027, 7, 14),
        StepKey.BEGROTING_ANTWOORD: date(2027, 9, 13),
        StepKey.BEGROTING_AANBIEDEN: date(2027, 9, 14),
        StepKey.BEGROTING_VASTSTELLEN: date(2027, 9, 14),
        StepKey.BEGROTING_GS: date(2027, 9, 14),
    }
    assert NoteKind.LATEST_DATES_USED in kinds(calendar)
    assert all(step.latest for step in calendar.steps)


def test_sent_on_29_april_the_board_can_from_22_july(knowledge: Knowledge):
    assert earliest_board_day(date(2027, 4, 29), knowledge, DATED) == date(2027, 7, 22)
    assert latest_sending_day(date(2027, 9, 14), knowledge, DATED) == date(2027, 6, 22)


@given(st.dates(date(2022, 1, 1), date(2040, 1, 1)))
def test_the_twelve_weeks_are_never_moved(knowledge: Knowledge, board: date):
    dossier = plan_of(BVO, budget_year=board.year + 1, board_adopts_on=board.isoformat())
    step = budget_calendar(dossier, knowledge).step(StepKey.ONTWERPBEGROTING)
    assert step is not None
    assert step.start == step.end == step.counted_end == board - timedelta(84)
    assert latest_sending_day(board, knowledge, DATED) == board - timedelta(84)


def test_the_twelve_weeks_on_a_free_day_stay_and_it_is_said(knowledge: Knowledge):
    # Twelve weeks before Sunday 27 June 2027 is Sunday 4 April; before 22 June it is Tuesday 30 March.
    calendar = budget_calendar(plan_of(BVO, budget_year=2028, board_adopts_on="2027-06-27"), knowledge)
    assert ends(calendar)[StepKey.ONTWERPBEGROTING] == date(2027, 4, 4)
    note = next(n for n in calendar.remarks if n.kind is NoteKind.BACKWARDS_NOT_MOVED)
    assert (note.day, note.until) == (date(2027, 4, 4), date(2027, 4, 2))


def test_an_openbaar_lichaam_counts_from_the_offer(knowledge: Knowledge):
    days = {"board_offers_on": "2027-06-24", "board_adopts_on": "2027-07-08"}
    own = budget_calendar(plan_of(OL, budget_year=2028, **days), knowledge)
    assert ends(own)[StepKey.ONTWERPBEGROTING] == date(2027, 4, 1)
    assert own.step(StepKey.BEGROTING_AANBIEDEN) is not None
    # Without a general board the twelve weeks count from adoption, and nothing is offered.
    for basis in (BVO, GO):
        calendar = budget_calendar(plan_of(basis, budget_year=2028, **days), knowledge)
        assert ends(calendar)[StepKey.ONTWERPBEGROTING] == date(2027, 4, 15)
        assert calendar.step(StepKey.BEGROTING_AANBIEDEN) is None


@pytest.mark.parametrize(
    ("adopted", "counted", "until"),
    [
        ("2027-07-08", date(2027, 7, 22), date(2027, 7, 22)),
        ("2027-07-10", date(2027, 7, 24), date(2027, 7, 26)),  # two weeks end on Saturday: forward, so moved
        ("2027-09-07", date(2027, 9, 14), date(2027, 9, 14)),  # 14 September comes first
    ],
)
def test_to_gs_within_two_weeks_and_by_14_september(knowledge: Knowledge, adopted: str, counted: date, until: date):
    calendar = budget_calendar(plan_of(BVO, budget_year=2028, board_adopts_on=adopted), knowledge)
    step = calendar.step(StepKey.BEGROTING_GS)
    assert step is not None
    assert (step.counted_end, step.end) == (counted, until)


def test_adoption_after_14_september_is_too_late_and_says_what_is_not(knowledge: Knowledge):
    calendar = budget_calendar(plan_of(OL, budget_year=2028, board_adopts_on="2027-10-07"), knowledge)
    note = next(n for n in calendar.remarks if n.kind is NoteKind.ADOPTION_TOO_LATE)
    assert (note.day, note.until) == (date(2027, 10, 7), date(2027, 9, 14))


def test_offered_after_adoption_is_an_obstacle(knowledge: Knowledge):
    days = {"board_offers_on": "2027-07-08", "board_adopts_on": "2027-07-01"}
    calendar = budget_calendar(plan_of(OL, budget_year=2028, **days), knowledge)
    assert kinds(calendar) == {NoteKind.BOARD_DATES_REVERSED}
    assert calendar.steps == ()


@pytest.mark.parametrize("basis", [basis for basis in LegalBasis if basis not in {OL, BVO, GO}])
def test_what_has_no_budget_has_no_cycle(knowledge: Knowledge, basis: LegalBasis):
    calendar = budget_calendar(plan_of(basis, budget_year=2028), knowledge)
    assert kinds(calendar) == {NoteKind.NO_BUDGET_CYCLE}


def test_without_a_year_there_is_no_cycle(knowledge: Knowledge):
    assert kinds(budget_calendar(plan_of(OL), knowledge)) == {NoteKind.NO_BUDGET_YEAR}


def test_who_does_what(knowledge: Knowledge):
    calendar = budget_calendar(plan_of(OL, budget_year=2028), knowledge)
    organs = {step.key: step.organ for step in calendar.steps}
    assert organs[StepKey.BEGROTING_VASTSTELLEN] is Organ.ALGEMEEN_BESTUUR
    assert organs[StepKey.ONTWERPBEGROTING] is Organ.DAGELIJKS_BESTUUR
    assert {step.key for step in calendar.steps if step.decision} == {StepKey.BEGROTING_VASTSTELLEN}


def test_a_raad_gives_its_view_at_its_last_meeting_in_the_window(knowledge: Knowledge):
    raad = {"p1": {"meetings": ["2027-06-30", "2027-09-02", "2027-09-30"], "recess": [["2027-07-10", "2027-08-20"]]}}
    step = budget_calendar(plan_of(OL, budget_year=2028, raad=raad), knowledge).step(StepKey.BEGROTING_ZIENSWIJZE)
    assert step is not None
    assert {day.partner: day.day for day in step.raden} == {"p1": date(2027, 9, 2), "p2": date(2027, 9, 13)}
