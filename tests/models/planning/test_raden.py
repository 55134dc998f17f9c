"""Meetings and recess of the raden, and what waits for the last of them."""

from datetime import date
from typing import Any

from models.knowledge import Knowledge
from models.planning import DecisionCalendar, NoteKind, PlannedStep, StepKey, decision_calendar
from tests.models.planning.plans import plan_of


def calendar_with(knowledge: Knowledge, raad: dict[str, Any], **section: Any) -> DecisionCalendar:
    return decision_calendar(plan_of(raad=raad, **section), knowledge)


def step(calendar: DecisionCalendar, key: StepKey) -> PlannedStep:
    found = calendar.step(key)
    assert found is not None
    return found


def of_kind(calendar: DecisionCalendar, kind: NoteKind) -> list[tuple[str, ...]]:
    return [note.partners for note in calendar.remarks if note.kind is kind]


def test_permission_is_given_at_the_first_meeting_and_the_last_raad_decides(knowledge: Knowledge):
    meetings = {"p1": {"meetings": ["2027-06-10", "2027-06-24"]}, "p2": {"meetings": ["2027-05-20", "2027-06-17"]}}
    calendar = calendar_with(knowledge, meetings)
    permission = step(calendar, StepKey.TOESTEMMING)
    assert {day.partner: day.day for day in permission.raden} == {"p1": date(2027, 6, 10), "p2": date(2027, 6, 17)}
    assert permission.end == date(2027, 6, 17)
    assert permission.counted_end == date(2027, 6, 1)
    assert step(calendar, StepKey.BESLUIT).start == date(2027, 6, 18)
    assert of_kind(calendar, NoteKind.MEETINGS_UNKNOWN) == []


def test_a_meeting_in_the_recess_does_not_count(knowledge: Knowledge):
    raad = {"p1": {"meetings": ["2027-06-10", "2027-07-01"], "recess": [["2027-06-07", "2027-06-20"]]}}
    permission = step(calendar_with(knowledge, raad), StepKey.TOESTEMMING)
    assert permission.raden[0].day == date(2027, 7, 1)


def test_recess_lengthens_a_planning_term_and_not_a_statutory_one(knowledge: Knowledge):
    plain = decision_calendar(plan_of(), knowledge)
    raad = {"p2": {"recess": [["2027-03-01", "2027-03-14"], ["2027-05-03", "2027-05-16"]]}}
    calendar = calendar_with(knowledge, raad)
    assert step(calendar, StepKey.ZIENSWIJZE).end == step(plain, StepKey.ZIENSWIJZE).end
    assert of_kind(calendar, NoteKind.TERM_THROUGH_RECESS) == [("p2",)]
    permission = step(calendar, StepKey.TOESTEMMING)
    assert permission.end == date(2027, 6, 15)  # fourteen days later than without recess
    assert [day.recess_days for day in permission.raden] == [0, 14]
    assert of_kind(calendar, NoteKind.RECESS_LENGTHENS) == [("p2",)]


def test_a_raad_without_known_meetings_is_said(knowledge: Knowledge):
    calendar = calendar_with(knowledge, {"p1": {"meetings": ["2027-03-10", "2027-06-10"]}})
    assert of_kind(calendar, NoteKind.MEETINGS_UNKNOWN) == [("p2",)]


def test_meetings_that_run_out_are_said(knowledge: Knowledge):
    calendar = calendar_with(knowledge, {"p1": {"meetings": ["2027-03-10"]}})
    assert of_kind(calendar, NoteKind.MEETINGS_RUN_OUT) == [("p1",)]
    assert step(calendar, StepKey.TOESTEMMING).raden[0].meeting is False


def test_a_raad_that_does_not_meet_within_the_term_has_no_day(knowledge: Knowledge):
    calendar = calendar_with(knowledge, {"p1": {"meetings": ["2027-06-10"]}})
    view = step(calendar, StepKey.ZIENSWIJZE)
    assert view.raden[0].day is None
    assert view.raden[1].day == view.end
    assert of_kind(calendar, NoteKind.NO_MEETING_IN_TERM) == [("p1",)]


def test_a_raad_in_recess_at_the_end_of_the_term_speaks_before_it(knowledge: Knowledge):
    # The term ends on 6 April 2027; recess from Saturday 27 March, so Thursday 25 March (26 March is Good Friday).
    view = step(calendar_with(knowledge, {"p1": {"recess": [["2027-03-27", "2027-04-30"]]}}), StepKey.ZIENSWIJZE)
    assert view.raden[0].day == date(2027, 3, 25)
    through = step(calendar_with(knowledge, {"p1": {"recess": [["2027-01-01", "2027-04-30"]]}}), StepKey.ZIENSWIJZE)
    assert through.raden[0].day is None


def test_the_views_can_come_early(knowledge: Knowledge):
    meetings = {"p1": {"meetings": ["2027-02-25", "2027-04-01"]}, "p2": {"meetings": ["2027-03-04"]}}
    calendar = calendar_with(knowledge, meetings)
    assert [n.day for n in calendar.remarks if n.kind is NoteKind.VIEWS_CAN_BE_EARLIER] == [date(2027, 3, 4)]
    assert step(calendar, StepKey.ZIENSWIJZE).raden[0].day == date(2027, 4, 1)


def test_a_recess_that_ends_before_it_begins_is_said_and_skipped(knowledge: Knowledge):
    calendar = calendar_with(knowledge, {"p1": {"recess": [["2027-08-20", "2027-05-01"]]}})
    assert of_kind(calendar, NoteKind.RECESS_REVERSED) == [("p1",)]
    assert step(calendar, StepKey.TOESTEMMING).end == date(2027, 6, 1)


def test_the_recess_that_touches_the_calendar_comes_along(knowledge: Knowledge):
    raad = {
        "p1": {"recess": [["2026-12-20", "2027-01-03"], ["2027-07-05", "2027-08-15"], ["2027-10-18", "2027-10-24"]]}
    }
    calendar = calendar_with(knowledge, raad)
    assert calendar.recess == (("p1", (date(2027, 7, 5), date(2027, 8, 15))),)


def test_a_recess_without_end_is_an_obstacle(knowledge: Knowledge):
    calendar = calendar_with(knowledge, {"p1": {"recess": [["2027-01-01", "9999-12-31"]]}})
    assert [note.kind for note in calendar.obstacles] == [NoteKind.OUT_OF_RANGE]
