"""The command kalender: which body decides when, as a table, as JSON, or as a file for an agenda."""

import argparse
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from desktop.cli.errors import CommandError
from desktop.cli.files import check_target, print_json, read_dossier_file, write_result
from desktop.cli.knowledge import shipped_knowledge
from models.dossier import Dossier
from models.knowledge import Knowledge
from models.planning.notes import NoteKind
from models.planning.results import DecisionCalendar, PlannedStep

__all__ = ["COMMANDS"]

_WIDTH = 100
_INDENT = "    "


def _kalender(options: argparse.Namespace) -> int:
    """Print the calendars of a dossier, and write them as .ics; 1 where nothing can be planned yet."""
    target = None if options.ics is None else check_target(options.ics, source=options.file)
    knowledge = shipped_knowledge()
    dossier = read_dossier_file(options.file, knowledge)
    found, names = _calendars(dossier, knowledge), _names(dossier)
    planned = any(calendar.steps for calendar in found)
    if target is not None:
        if not planned:
            raise CommandError(_nothing_to_write(found, names))
        from desktop.calendar_file import calendar_file

        write_result(target, calendar_file(dossier, found, names))
    if options.json:
        print_json([_as_json(calendar, names) for calendar in found])
    else:
        print("\n".join(_lines(dossier, found, names)))
        if target is not None:
            print(f"\nDe agenda staat in {options.ics}.")
    return 0 if planned else 1


def _calendars(dossier: Dossier, knowledge: Knowledge) -> tuple[DecisionCalendar, ...]:
    from models.advice.advise import advise
    from models.planning import calendars

    # The legal advice does not hang on samples; it is not needed at all where people chose.
    chosen = dossier.rechtsvorm.choice is not None
    basis = None if chosen else advise(dossier, knowledge, samples=False).legal.preferred
    return calendars(dossier, knowledge, basis)


def _names(dossier: Dossier) -> Mapping[str, str]:
    from models.wording.about import NAME_LENGTH
    from models.wording.words import shortened

    return {p.id: shortened(p.name, NAME_LENGTH) or "zonder naam" for p in dossier.partners.active}


def _nothing_to_write(found: Sequence[DecisionCalendar], names: Mapping[str, str]) -> str:
    from models.wording.planning import headline

    why = next((sentence for calendar in found for sentence in headline(calendar, names)), "")
    return f"Er is nog niets te plannen. {why}".strip()


def _lines(dossier: Dossier, found: Sequence[DecisionCalendar], names: Mapping[str, str]) -> Iterator[str]:
    from models.wording.planning import calendar_title, headline

    yield from textwrap.wrap(dossier.title, _WIDTH)
    for calendar in found:
        yield ""
        yield calendar_title(calendar.kind)
        yield "-" * len(calendar_title(calendar.kind))
        for sentence in headline(calendar, names):
            yield from textwrap.wrap(_plain(sentence), _WIDTH)
        if calendar.steps:
            yield ""
            yield from _steps(calendar, names)
            yield from _remarks(calendar, names)
    yield ""
    yield "Dit is geen juridisch advies. Termijnen met “planning” zijn geen wet."


def _steps(calendar: DecisionCalendar, names: Mapping[str, str]) -> Iterator[str]:
    """Each step on a line with its days, and under it who acts, the term and the article."""
    from models.wording.planning import step_table

    rows = [tuple(_plain(cell) for cell in row) for row in step_table(calendar, names).rows]
    width = max(len(row[0]) for row in rows)
    for when, title, *rest in rows:
        yield from textwrap.wrap(
            title, _WIDTH, initial_indent=f"{when:<{width}}  ", subsequent_indent=" " * (width + 2)
        )
        about = " · ".join(cell for cell in rest if cell != "–")
        yield from textwrap.wrap(about, _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)


def _remarks(calendar: DecisionCalendar, names: Mapping[str, str]) -> Iterator[str]:
    from models.wording.planning import note_words

    # That the wished day is too early stands above the steps already.
    remarks = [note for note in calendar.remarks if note.kind is not NoteKind.WISHED_TOO_EARLY]
    if remarks:
        yield ""
        yield "Let op"
    for note in remarks:
        yield from textwrap.wrap(_plain(note_words(note, names)), _WIDTH, initial_indent="- ", subsequent_indent="  ")


def _plain(text: str) -> str:
    """A terminal breaks lines itself, so a space is a space."""
    return text.replace("\u00a0", " ")


def _as_json(calendar: DecisionCalendar, names: Mapping[str, str]) -> dict[str, Any]:
    from models.wording.planning import headline, note_words

    return {
        "kind": calendar.kind.value,
        "basis": calendar.basis and calendar.basis.value,
        "regeling": calendar.regeling and calendar.regeling.value,
        "first_possible": calendar.first_possible and calendar.first_possible.isoformat(),
        "wished": calendar.wished and calendar.wished.isoformat(),
        "wished_met": calendar.wished_met,
        "float_days": calendar.float_days,
        "in_force": calendar.in_force and calendar.in_force.isoformat(),
        "late_step": calendar.late_step and calendar.late_step.value,
        "headline": [_plain(sentence) for sentence in headline(calendar, names)],
        "steps": [_step_json(step, names) for step in calendar.steps],
        "obstacles": [{"kind": n.kind.value, "text": _plain(note_words(n, names))} for n in calendar.obstacles],
        "remarks": [{"kind": n.kind.value, "text": _plain(note_words(n, names))} for n in calendar.remarks],
    }


def _step_json(step: PlannedStep, names: Mapping[str, str]) -> dict[str, Any]:
    from models.wording.planning import ready_words, step_title, who

    term = step.term
    return {
        "step": step.key.value,
        "title": step_title(step),
        "organ": step.organ.value,
        "who": who(step, names),
        "partners": list(step.partners),
        "start": step.start.isoformat(),
        "end": step.end.isoformat(),
        "counted_end": step.counted_end.isoformat(),
        "decision": step.decision,
        "latest": step.latest,
        "term": term
        and {"id": term.id, "kind": term.kind.value, "value": term.value, "unit": term.unit, "own": term.own},
        "article": step.article,
        "ready": list(ready_words(step)),
        "waits": [key.value for key in step.waits],
        "raden": [
            {"partner": raad.partner, "day": raad.day and raad.day.isoformat(), "meeting": raad.meeting}
            for raad in step.raden
        ],
    }


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {"kalender": _kalender}
"""By name, what each command does; it returns the exit code."""
