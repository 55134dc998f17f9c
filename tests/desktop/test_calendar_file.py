"""The .ics file: read back by the library, the same bytes each time, and safe for any text."""

from datetime import UTC, date, datetime
from typing import Any

import icalendar
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.calendar_file import calendar_file
from models.dossier import Dossier
from models.knowledge import Knowledge
from models.planning import calendars
from models.vocabulary import LegalBasis
from tests.models.planning.plans import plan_of, plans
from tests.models.samples import changed, example, made
from tests.strategies import texts

NAMES = {"p1": "Aalten", "p2": "Borne", "p3": "Delden"}


def events(data: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def full_plan() -> Dossier:
    return plan_of(budget_year=2028, leaving="p2", leaving_start="2028-01-10", notice_months=6)


def test_a_whole_day_event_per_step(knowledge: Knowledge):
    found = calendars(full_plan(), knowledge)
    read = events(calendar_file(full_plan(), found, NAMES))
    steps = [step for calendar in found for step in calendar.steps]
    assert len(read) == len(steps)
    for event, step in zip(read, steps, strict=True):
        assert event["DTSTART"].dt == step.start
        assert (event["DTEND"].dt - step.end).days == 1  # the end of an event does not belong to it
        assert type(event["DTSTART"].dt) is date
        assert event["DTSTAMP"].dt == datetime(2026, 11, 21, tzinfo=UTC)
    assert len({str(event["UID"]) for event in read}) == len(read)


def test_the_words_of_an_event(knowledge: Knowledge):
    first = calendars(full_plan(), knowledge)[:1]
    read = {str(e["UID"]): e for e in events(calendar_file(full_plan(), first, NAMES))}
    view = read["d-1.besluitvorming.zienswijze@vormwijzer"]
    assert str(view["SUMMARY"]) == "Zienswijze van de raden – Proef"
    said = str(view["DESCRIPTION"])
    for part in ("Wie: raden van Aalten en Borne", "wet: 8 weken", "artikel 1, derde lid, Wgr", "Klaar moet zijn:"):
        assert part in said
    assert "Raad van Borne: 6\u00a0april 2027" in said


def test_the_same_dossier_gives_the_same_bytes(knowledge: Knowledge):
    once, twice = (calendar_file(d, calendars(d, knowledge), NAMES) for d in (full_plan(), full_plan()))
    assert once == twice
    assert once.startswith(b"BEGIN:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in once.split(b"\r\n"))


@settings(max_examples=60)
@given(plans(), st.sampled_from(LegalBasis), texts(80).filter(str.strip), texts(40))
def test_any_text_comes_back(knowledge: Knowledge, values: dict[str, Any], basis: LegalBasis, title: str, name: str):
    dossier = made(changed(plan_of(basis, 3, **values).as_json(), {"title": title}))
    found = calendars(dossier, knowledge)
    data = calendar_file(dossier, found, {**NAMES, "p1": name})
    read = events(data)
    assert len(read) == sum(len(calendar.steps) for calendar in found)
    for event in read:
        # Whatever a person typed stays inside its own line: nothing of it becomes a property or an event.
        assert set(event) == {
            *("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "TRANSP", "CATEGORIES"),
        }


def test_line_ends_in_a_title_make_no_new_event(knowledge: Knowledge):
    title = "Plan\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:vals; met, tekens \\n"
    dossier = made(changed(plan_of().as_json(), {"title": title}))
    found = calendars(dossier, knowledge)
    assert len(events(calendar_file(dossier, found, NAMES))) == len(found[0].steps)


def test_the_last_day_of_the_calendar_has_no_day_after_it(knowledge: Knowledge):
    dossier = plan_of(LegalBasis.CONVENANT, in_force="9999-12-31")
    read = events(calendar_file(dossier, calendars(dossier, knowledge), NAMES))
    assert read[-1]["DTSTART"].dt == date(9999, 12, 31)
    assert "DTEND" not in read[-1]


def test_another_budget_year_and_another_leaver_are_other_events(knowledge: Knowledge) -> None:
    values = example("lindestreek")
    planning = {"leaving": "zandmeer", "leaving_start": "2029-01-08"}

    def uids(**more: object) -> set[str]:
        dossier = made({**values, "besluitvorming": {**values["besluitvorming"], **planning, **more}})
        data = calendar_file(dossier, calendars(dossier, knowledge), {})
        return {str(event["uid"]) for event in icalendar.Calendar.from_ical(data).walk("VEVENT")}

    first = uids(budget_year=2029)
    assert first != uids(budget_year=2030)
    assert first != uids(budget_year=2029, leaving="heidebroek")
    assert len(first) == len(uids(budget_year=2030))


def test_the_name_of_the_agenda_is_escaped_and_each_event_says_it_is_no_legal_advice(knowledge: Knowledge) -> None:
    dossier = made({**example("lindestreek"), "title": "a; b,c"})
    data = calendar_file(dossier, calendars(dossier, knowledge), {})
    assert b"X-WR-CALNAME:a\\; b\\,c" in data
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert all("geen juridisch advies" in str(event["description"]) for event in events)
