"""The calendars of a dossier as an .ics file (RFC 5545): a whole-day event per step, in Dutch.

The same dossier always gives the same bytes: the stamp of an event is the date of the dossier, and its UID follows
from the dossier, the calendar (with its budget year, or who leaves) and the step. By that UID an agenda program can
replace what an earlier file put there; some do so only when the date of the dossier is later.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta

import icalendar

from models.dossier import Dossier
from models.dutch import day as day_words
from models.planning import DecisionCalendar, PlannedStep
from models.planning.keys import CalendarKind
from models.wording.planning import basis_words, ready_words, step_title, term_words, when_words, who
from models.wording.words import first_upper, shortened

__all__ = ["calendar_file"]

_PRODUCT = "-//Vormwijzer//Besluitvorming en planning//NL"
_TITLE = 80
_NONE = "–"
_NO_ADVICE = "Gemaakt met Vormwijzer. Dit is geen juridisch advies."
_ONE = timedelta(days=1)


def calendar_file(dossier: Dossier, calendars: Iterable[DecisionCalendar], names: Mapping[str, str]) -> bytes:
    """The steps of ``calendars`` as one file; ``names`` of the partners by id."""
    result = icalendar.Calendar()
    result.add("prodid", _PRODUCT)
    result.add("version", "2.0")
    result.add("calscale", "GREGORIAN")
    # The library does not escape what it does not know; a title may hold commas and semicolons.
    result.add("x-wr-calname", icalendar.vText(shortened(dossier.title, _TITLE)))
    for calendar in calendars:
        for step in calendar.steps:
            result.add_component(_event(dossier, calendar, step, names))
    data = result.to_ical()
    assert isinstance(data, bytes)
    return data


def _event(
    dossier: Dossier, calendar: DecisionCalendar, step: PlannedStep, names: Mapping[str, str]
) -> icalendar.Event:
    event = icalendar.Event()
    which = ".".join((calendar.kind.value, *_about(dossier, calendar)))
    event.add("uid", f"{dossier.id}.{which}.{step.key.value}@vormwijzer")
    event.add("dtstamp", datetime(dossier.dated.year, dossier.dated.month, dossier.dated.day, tzinfo=UTC))
    event.add("dtstart", step.start)
    if step.end < date.max:  # the end does not belong to the event; without one it is a single day
        event.add("dtend", step.end + _ONE)
    event.add("summary", f"{step_title(step)} – {shortened(dossier.title, _TITLE)}")
    event.add("description", "\n".join(_description(step, names)))
    event.add("transp", "TRANSPARENT")  # a step of weeks does not make anybody busy
    event.add("categories", ["Vormwijzer"])
    return event


def _about(dossier: Dossier, calendar: DecisionCalendar) -> tuple[str, ...]:
    """What sets one calendar of a kind apart from the next: the budget year, the partner that leaves."""
    planning = dossier.besluitvorming
    told = {CalendarKind.BEGROTING: planning.budget_year, CalendarKind.UITTREDEN: planning.leaving}
    found = told.get(calendar.kind)
    return () if found is None else (str(found),)


def _description(step: PlannedStep, names: Mapping[str, str]) -> Iterator[str]:
    yield f"Wanneer: {when_words(step)}"
    yield f"Wie: {who(step, names)}"
    if term_words(step) != _NONE:
        yield f"Termijn: {term_words(step)}"
    if basis_words(step) != _NONE:
        yield f"Grondslag: {basis_words(step)}"
    for raad in step.raden:
        if raad.day is not None:
            yield f"Raad van {names.get(raad.partner, 'zonder naam')}: {day_words(raad.day)}"
    if step.ready:
        yield "Klaar moet zijn:"
        yield from (f"- {first_upper(text)}" for text in ready_words(step))
    yield _NO_ADVICE
