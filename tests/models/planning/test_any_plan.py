"""What holds for any calendar: order, working days, recess, publication, and no crash on any dossier."""

from datetime import date, timedelta
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from models.dossier import Dossier
from models.knowledge import Knowledge
from models.planning import (
    DecisionCalendar,
    StepKey,
    budget_calendar,
    calendars,
    decision_calendar,
    leaving_calendar,
)
from models.planning.holidays import WorkDays
from models.vocabulary import LegalBasis
from models.wording.planning import headline, note_words, step_table
from tests.models.planning.plans import plan_of, plans
from tests.strategies import dossiers

_BASES = st.sampled_from(LegalBasis)
_STARTS = {StepKey.INWERKINGTREDING, StepKey.START_ENTITEIT, StepKey.START_OVEREENKOMST, StepKey.LAATSTE_DAG}
_PUBLISHED = (StepKey.BEKENDMAKING, StepKey.UITTREDEN_BEKENDMAKING, StepKey.MANDAAT_BEKENDMAKEN)


def both(values: dict[str, Any], basis: LegalBasis, knowledge: Knowledge) -> tuple[DecisionCalendar, DecisionCalendar]:
    dossier = plan_of(basis, 3, **values)
    return decision_calendar(dossier, knowledge), leaving_calendar(dossier, knowledge)


@given(plans(), _BASES)
def test_steps_are_in_order_and_begin_after_what_they_wait_for(
    knowledge: Knowledge, values: dict[str, Any], basis: LegalBasis
):
    for calendar in both(values, basis, knowledge):
        assert bool(calendar.steps) != bool(calendar.obstacles)
        starts = [step.start for step in calendar.steps]
        assert starts == sorted(starts)
        ends = {step.key: step.end for step in calendar.steps}
        assert len(ends) == len(calendar.steps)
        for step in calendar.steps:
            assert step.start <= step.end
            assert step.end >= step.counted_end
            for key in step.waits:
                assert step.start >= ends[key]


@given(plans(), _BASES)
def test_nothing_ends_on_a_free_day_but_a_meeting_a_notice_and_the_named_start(
    knowledge: Knowledge, values: dict[str, Any], basis: LegalBasis
):
    work = WorkDays.of(knowledge.holidays)
    for calendar in both(values, basis, knowledge):
        for step in calendar.steps:
            if step.is_statutory:
                assert not work.is_free(step.end)
                assert step.end == work.on_or_after(step.start + timedelta(56))
            named = step.key in _STARTS or step.key is StepKey.OPZEGTERMIJN
            first = step.start == calendar.start  # the day that people chose to begin on
            if not named and not first and not any(day.meeting for day in step.raden):
                assert not work.is_free(step.end)


@given(plans(), _BASES)
def test_no_raad_decides_in_its_recess_or_outside_its_meetings(
    knowledge: Knowledge, values: dict[str, Any], basis: LegalBasis
):
    dossier = plan_of(basis, 3, **values)
    for calendar in (decision_calendar(dossier, knowledge), leaving_calendar(dossier, knowledge)):
        for step in calendar.steps:
            for day in step.raden:
                if day.day is None:
                    continue
                dates = dossier.besluitvorming.raad.get(day.partner)
                recess = () if dates is None else dates.recess
                assert not any(first <= day.day <= last for first, last in recess)
                meetings = () if dates is None else dates.meetings
                outside = [m for m in meetings if not any(first <= m <= last for first, last in recess)]
                assert not day.meeting or day.day in outside
                if any(m >= day.from_day for m in outside) and step.decision:
                    assert day.meeting
                    assert day.day == min(m for m in outside if m >= day.from_day)
            if step.raden and step.decision:
                assert step.end == max(day.day for day in step.raden if day.day is not None)


@given(plans(), _BASES)
def test_nothing_is_in_force_before_it_is_published(knowledge: Knowledge, values: dict[str, Any], basis: LegalBasis):
    for calendar in both(values, basis, knowledge):
        published = [step.end for step in calendar.steps if step.key in _PUBLISHED]
        started = [step.start for step in calendar.steps if step.key in _STARTS]
        if calendar.steps:
            assert [calendar.in_force] == started
        for day in published:
            assert all(start >= day for start in started)
        if calendar.wished is not None and calendar.first_possible is not None:
            assert calendar.in_force == max(calendar.wished, calendar.first_possible)
            assert calendar.wished_met == (calendar.late_step is None)


@given(plans(), _BASES, st.integers(0, 400))
def test_a_later_start_never_ends_earlier(knowledge: Knowledge, values: dict[str, Any], basis: LegalBasis, days: int):
    def later(day: str) -> str:
        return (date.fromisoformat(day) + timedelta(days)).isoformat()

    moved = {**values, "start": later(values["start"]), "leaving_start": later(values["leaving_start"])}
    for before, after in zip(both(values, basis, knowledge), both(moved, basis, knowledge), strict=True):
        assert [n.kind for n in before.obstacles] == [n.kind for n in after.obstacles]
        ends = {step.key: step.end for step in after.steps}
        for step in before.steps:
            assert ends[step.key] >= step.end


@given(plans(), _BASES, st.integers(1, 50))
def test_more_time_for_a_step_never_ends_earlier(
    knowledge: Knowledge, values: dict[str, Any], basis: LegalBasis, days: int
):
    calendar, _ = both(values, basis, knowledge)
    steps = [step for step in calendar.steps if step.term is not None and not step.is_statutory]
    assume(steps)
    term = steps[0].term
    assert term is not None
    longer = {**values, "terms": {**values["terms"], term.id: (term.days or 0) + days}}
    slower, _ = both(longer, basis, knowledge)
    assert calendar.first_possible is not None
    assert slower.first_possible is not None
    assert slower.first_possible >= calendar.first_possible


@settings(max_examples=60)
@given(dossiers(), st.none() | _BASES)
def test_any_dossier_has_steps_or_a_sentence_that_says_why_not(
    knowledge: Knowledge, dossier: Dossier, basis: LegalBasis | None
):
    names = {partner.id: "Naam" for partner in dossier.partners.active}
    for calendar in (*calendars(dossier, knowledge, basis), budget_calendar(dossier, knowledge, basis)):
        assert bool(calendar.steps) != bool(calendar.obstacles)
        assert all(headline(calendar, names))
        assert all(note_words(note, names) for note in (*calendar.obstacles, *calendar.remarks))
        assert len(step_table(calendar, names).rows) == len(calendar.steps)
        assert sum(len(agenda.entries) for agenda in calendar.per_body()) >= len(calendar.steps)


def test_the_same_dossier_gives_the_same_calendar(knowledge: Knowledge):
    dossier = plan_of(raad={"p1": {"meetings": ["2027-06-10"]}}, budget_year=2028)
    assert calendars(dossier, knowledge) == calendars(dossier, knowledge)
