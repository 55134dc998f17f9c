"""The calendar as tables, and where one goes to fill in what a note is about. Without Qt."""

from collections.abc import Mapping

from models.dossier.edit import Path
from models.figures.figure import Twin
from models.planning import BodyAgenda, DecisionCalendar, NoteKind, PlanNote
from models.vocabulary import StepId
from models.wording.planning import body_name, body_table, ready_words, step_table, step_title
from models.wording.words import first_upper
from wizards.steps.besluitvorming_parts.forms import BASE

__all__ = ["Names", "bodies", "body_key", "copied_steps", "of_body", "place_of", "ready_table"]

Names = Mapping[str, str]
"""Names of the partners by id."""

_PLACES: Mapping[NoteKind, tuple[StepId, str]] = {
    NoteKind.FEW_PARTNERS: (StepId.PARTNERS, ""),
    NoteKind.NO_MUNICIPALITY: (StepId.PARTNERS, ""),
    NoteKind.NO_START: (StepId.BESLUITVORMING, "start"),
    NoteKind.NO_BASIS: (StepId.RECHTSVORM, ""),
    NoteKind.BASIS_ADVISED: (StepId.RECHTSVORM, ""),
    NoteKind.NO_KIND: (StepId.BESLUITVORMING, "kind"),
    NoteKind.KIND_NOT_ALLOWED: (StepId.BESLUITVORMING, "kind"),
    NoteKind.KIND_DERIVED: (StepId.BESLUITVORMING, "kind"),
    NoteKind.KIND_DIFFERS: (StepId.BESLUITVORMING, "kind"),
    NoteKind.NO_LEAVING: (StepId.BESLUITVORMING, "leaving"),
    NoteKind.LEAVING_NOT_ACTIVE: (StepId.BESLUITVORMING, "leaving"),
    NoteKind.LEAVING_NO_MUNICIPALITY: (StepId.BESLUITVORMING, "leaving"),
    NoteKind.NO_LEAVING_START: (StepId.BESLUITVORMING, "leaving_start"),
    NoteKind.NOTICE_UNKNOWN: (StepId.BESLUITVORMING, "notice_months"),
    NoteKind.NO_BUDGET_YEAR: (StepId.BESLUITVORMING, "budget_year"),
    NoteKind.NO_BUDGET_CYCLE: (StepId.RECHTSVORM, ""),
    NoteKind.BOARD_DATES_REVERSED: (StepId.BESLUITVORMING, "board_offers_on"),
    NoteKind.BOARD_IN_OTHER_YEAR: (StepId.BESLUITVORMING, "board_adopts_on"),
    NoteKind.ADOPTION_TOO_LATE: (StepId.BESLUITVORMING, "board_adopts_on"),
    NoteKind.LATEST_DATES_USED: (StepId.BESLUITVORMING, "board_adopts_on"),
    NoteKind.SEAT_MISSING: (StepId.BESLUITVORMING, "seat"),
    NoteKind.SEAT_NOT_MUNICIPALITY: (StepId.BESLUITVORMING, "seat"),
    NoteKind.WORKS_COUNCIL_UNKNOWN: (StepId.BESLUITVORMING, "works_council"),
    NoteKind.MEETINGS_UNKNOWN: (StepId.BESLUITVORMING, "meetings"),
    NoteKind.MEETINGS_RUN_OUT: (StepId.BESLUITVORMING, "meetings"),
    NoteKind.RECESS_REVERSED: (StepId.BESLUITVORMING, "recess"),
}


def place_of(note: PlanNote) -> tuple[StepId, Path] | None:
    """The step and the field at which a note can be mended; ``None`` where there is nothing to fill in."""
    found = _PLACES.get(note.kind)
    if found is None:
        return None
    step, field = found
    if step is not StepId.BESLUITVORMING:
        return step, ()
    if field in ("meetings", "recess"):
        return (step, (*BASE, "raad", note.partners[0], field)) if note.partners else None
    return step, (*BASE, field)


def copied_steps(calendar: DecisionCalendar, names: Names) -> Twin:
    """The steps with what must be ready, for the clipboard."""
    twin = step_table(calendar, names)
    rows = zip(twin.rows, calendar.steps, strict=True)
    return Twin((*twin.head, "Wat klaar moet zijn"), tuple((*row, " ".join(ready_words(step))) for row, step in rows))


def ready_table(calendar: DecisionCalendar) -> Twin:
    """What must be ready in each step that asks something."""
    rows = tuple((step_title(step), " ".join(ready_words(step))) for step in calendar.steps if step.ready)
    return Twin(("Stap", "Wat klaar moet zijn"), rows)


def body_key(agenda: BodyAgenda) -> str:
    """A key for a body, to choose it by."""
    return f"{agenda.organ.value}/{agenda.partner or ''}"


def bodies(calendar: DecisionCalendar, names: Names) -> tuple[tuple[str, str], ...]:
    """Keys and names of the bodies that act, as choices."""
    return tuple((body_key(agenda), first_upper(body_name(agenda, names))) for agenda in calendar.per_body())


def of_body(agenda: BodyAgenda, names: Names) -> Twin:
    """What one body must do when, without its name in each row."""
    twin = body_table((agenda,), names)
    return Twin(twin.head[1:], tuple(row[1:] for row in twin.rows))
