"""Leaving (law.md §6.8): own raad, own college, notice, publication, and never before them."""

from datetime import date
from typing import Any

import pytest

from models.knowledge import Knowledge
from models.planning import DecisionCalendar, NoteKind, StepKey, TermKind, leaving_calendar
from models.vocabulary import LegalBasis
from tests.models.planning.plans import plan_of
from tests.models.samples import made

K = StepKey


def calendar_of(
    knowledge: Knowledge, basis: LegalBasis = LegalBasis.OPENBAAR_LICHAAM, **section: Any
) -> DecisionCalendar:
    values = {"leaving": "p2", "leaving_start": "2027-01-11", "notice_months": 12, **section}
    return leaving_calendar(plan_of(basis, **values), knowledge)


def kinds(calendar: DecisionCalendar) -> set[NoteKind]:
    return {note.kind for note in (*calendar.obstacles, *calendar.remarks)}


def test_who_leaves_asks_its_own_raad_and_then_gives_notice(knowledge: Knowledge):
    calendar = calendar_of(knowledge)
    assert [step.key for step in calendar.steps] == [
        K.UITTREDEN_PRINCIPE,
        K.UITTREDEN_ONTWERP,
        K.UITTREDEN_ZIENSWIJZE,
        K.UITTREDEN_TEKST,
        K.UITTREDEN_TOESTEMMING,
        K.UITTREDEN_BESLUIT,
        K.UITTREDEN_MELDEN,
        K.OPZEGTERMIJN,
        K.UITTREDEN_BEKENDMAKING,
        K.UITTREDEN_REGISTER,
        K.LAATSTE_DAG,
    ]
    by_key = {step.key: step for step in calendar.steps}
    assert by_key[K.UITTREDEN_ZIENSWIJZE].partners == ("p2",)
    assert by_key[K.UITTREDEN_BEKENDMAKING].partners == ("p1",)
    notice = by_key[K.OPZEGTERMIJN]
    assert notice.term is not None
    assert (notice.term.kind, notice.start, notice.end) == (TermKind.REGELING, date(2027, 6, 9), date(2028, 6, 9))
    assert calendar.first_possible == date(2028, 6, 9)
    assert NoteKind.ALL_RADEN_UNCLEAR in kinds(calendar)


@pytest.mark.parametrize("months", [None, 0])
def test_without_notice_it_waits_for_publication(knowledge: Knowledge, months: int | None):
    calendar = calendar_of(knowledge, notice_months=months)
    published = calendar.step(K.UITTREDEN_BEKENDMAKING)
    assert published is not None
    assert calendar.first_possible == published.end
    assert (NoteKind.NOTICE_UNKNOWN in kinds(calendar)) == (months is None)


def test_a_wished_last_day(knowledge: Knowledge):
    calendar = calendar_of(knowledge, leaving_on="2028-12-31")
    assert (calendar.wished_met, calendar.in_force) == (True, date(2028, 12, 31))
    early = calendar_of(knowledge, leaving_on="2027-12-31")
    assert (early.wished_met, early.late_step, early.in_force) == (False, K.OPZEGTERMIJN, date(2028, 6, 9))


def test_leaving_a_raadsregeling_is_a_decision_of_the_raad(knowledge: Knowledge):
    keys = [step.key for step in calendar_of(knowledge, kind="raadsregeling").steps]
    assert K.UITTREDEN_RAADSBESLUIT in keys
    assert K.UITTREDEN_BESLUIT not in keys
    assert K.UITTREDEN_ZIENSWIJZE not in keys


@pytest.mark.parametrize("basis", [LegalBasis.CONVENANT, LegalBasis.OVEREENKOMST])
def test_an_agreement_is_ended_by_notice(knowledge: Knowledge, basis: LegalBasis):
    keys = [step.key for step in calendar_of(knowledge, basis, kind=None).steps]
    assert keys == [K.UITTREDEN_PRINCIPE, K.UITTREDEN_BESLUIT, K.UITTREDEN_MELDEN, K.OPZEGTERMIJN, K.LAATSTE_DAG]


def test_a_legal_person_is_left_by_its_statutes(knowledge: Knowledge):
    assert kinds(calendar_of(knowledge, LegalBasis.BV)) == {NoteKind.LEAVING_BY_STATUTES}


def test_what_is_missing_is_said(knowledge: Knowledge):
    missing = calendar_of(knowledge, leaving=None, leaving_start=None)
    assert kinds(missing) == {NoteKind.NO_LEAVING}
    assert kinds(calendar_of(knowledge, leaving_start=None)) == {NoteKind.NO_LEAVING_START}


def test_who_leaves_must_take_part_and_be_a_municipality(knowledge: Knowledge):
    values = plan_of(partners=3, leaving="p2", leaving_start="2027-01-11").as_json()
    values["partners"]["partners"][1]["kind"] = "provincie"
    assert kinds(leaving_calendar(made(values), knowledge)) == {NoteKind.LEAVING_NO_MUNICIPALITY}
    values["partners"]["partners"][1]["removed"] = True
    assert kinds(leaving_calendar(made(values), knowledge)) == {NoteKind.LEAVING_NOT_ACTIVE}
