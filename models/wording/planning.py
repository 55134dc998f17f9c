"""A calendar of decisions in Dutch: steps, terms, remarks and tables, the same on screen, in the report and typed."""

from collections.abc import Mapping, Sequence
from datetime import date

from models.dutch import day as day_words
from models.dutch import listed, whole
from models.figures.figure import Twin
from models.planning.keys import CalendarKind, Organ, StepKey
from models.planning.notes import NoteKind, PlanNote
from models.planning.results import BodyAgenda, DecisionCalendar, PlannedStep
from models.planning.terms import TermKind, UsedTerm
from models.wording.planning_notes import NOTES, Words
from models.wording.planning_steps import BODY_NAMES, CALENDAR_TITLES, ORGANS, READY, TITLES
from models.wording.words import first_upper, spelled

__all__ = [
    "basis_words",
    "body_name",
    "body_table",
    "calendar_title",
    "headline",
    "note_words",
    "ready_words",
    "step_table",
    "step_title",
    "term_length",
    "term_words",
    "when_words",
    "who",
]

Names = Mapping[str, str]
"""Names of the partners by id, as ``About.partner_names``."""

_NO_NAME = "zonder naam"
_FEW = 2
_NONE = "–"
_UNITS = {"dagen": ("dag", "dagen"), "weken": ("week", "weken"), "maanden": ("maand", "maanden")}


def calendar_title(kind: CalendarKind) -> str:
    """The title of a calendar."""
    return CALENDAR_TITLES[kind]


def step_title(step: PlannedStep) -> str:
    """What happens in a step."""
    return TITLES[step.key]


def who(step: PlannedStep, names: Names) -> str:
    """Who acts: ``colleges van Aalten en Borne``, ``drie raden``, ``gemeente van de zetel (Aalten)``."""
    together = BODY_NAMES.get(step.organ)
    if together is not None:
        seats = [names.get(partner, _NO_NAME) for partner in step.partners] if step.organ is not Organ.NOTARIS else []
        return f"{together} ({listed(seats)})" if seats else together
    one, more = ORGANS[step.organ]
    number = len(step.partners)
    if 0 < number <= _FEW:
        shown = listed([names.get(partner, _NO_NAME) for partner in step.partners])
        return f"{one if number == 1 else more} {_of(step.organ)}{shown}"
    return f"{spelled(number)} {more}" if number else more


def body_name(agenda: BodyAgenda, names: Names) -> str:
    """``raad van Aalten``, or the body of all together."""
    together = BODY_NAMES.get(agenda.organ)
    partner = None if agenda.partner is None else names.get(agenda.partner, _NO_NAME)
    if together is not None:
        return together if partner is None or agenda.organ is Organ.NOTARIS else f"{together} ({partner})"
    one, more = ORGANS[agenda.organ]
    return more if partner is None else f"{one} {_of(agenda.organ)}{partner}"


def _of(organ: Organ) -> str:
    """``raad van Aalten``, but ``gemeente Aalten``."""
    return "" if organ is Organ.DEELNEMERS else "van "


def term_length(term: UsedTerm) -> str:
    """``8 weken``; ``vóór 30 april`` for a day of the year."""
    if term.unit == "dag-maand":
        day, month = divmod(term.value, 100)
        return f"vóór {day_words(date(2000, month, day)).rsplit(' ', 1)[0]}"
    one, more = _UNITS[term.unit]
    return f"{whole(term.value)} {one if term.value == 1 else more}"


def term_words(step: PlannedStep) -> str:
    """The term of a step with its kind: ``wet: 8 weken``, ``planning: 4 weken``, ``eigen planning: 30 dagen``."""
    term = step.term
    if term is None:
        return _NONE
    if term.kind is TermKind.WETTELIJK:
        return f"wet: {term_length(term)}"
    if term.kind is TermKind.REGELING:
        return f"volgens afspraak: {term_length(term)}"
    return f"{'eigen planning' if term.own else 'planning'}: {term_length(term)}"


def basis_words(step: PlannedStep) -> str:
    """The article of a step, or a dash."""
    return step.article or _NONE


def when_words(step: PlannedStep) -> str:
    """``23 juni 2027``, ``uiterlijk 29 april 2027`` or ``30 juni 2027 tot en met 25 augustus 2027``."""
    if step.is_moment:
        return f"{'uiterlijk ' if step.latest else ''}{day_words(step.end)}"
    return f"{day_words(step.start)} tot en met {day_words(step.end)}"


def ready_words(step: PlannedStep) -> tuple[str, ...]:
    """What must be ready, a sentence or two each."""
    return tuple(READY[key] for key in step.ready)


def note_words(note: PlanNote, names: Names) -> str:
    """An obstacle or a remark in sentences."""
    return NOTES[note.kind](Words(note, names))


def headline(calendar: DecisionCalendar, names: Names) -> tuple[str, ...]:
    """The outcome in one to three sentences: from when, whether the wished day is met, and the room that is left."""
    if calendar.obstacles:
        return tuple(note_words(note, names) for note in calendar.obstacles)
    if calendar.kind is CalendarKind.BEGROTING:
        return _budget_headline(calendar)
    if calendar.first_possible is None:
        return ()
    leaving = calendar.kind is CalendarKind.UITTREDEN
    what = "De eerste mogelijke laatste dag is" if leaving else "De samenwerking kan starten vanaf"
    first = f"{what} {day_words(calendar.first_possible)}."
    return (first, *_wish(calendar, leaving))


def _wish(calendar: DecisionCalendar, leaving: bool) -> tuple[str, ...]:
    if calendar.wished is None or calendar.float_days is None:
        return ("U hebt nog geen gewenste dag ingevuld.",)
    wish = "Uittreden" if leaving else "Starten"
    if not calendar.wished_met:
        late = calendar.step(calendar.late_step) if calendar.late_step is not None else None
        why = f" De stap “{step_title(late)}” {_busy(late, calendar.wished)}." if late is not None else ""
        return (f"{wish} op {day_words(calendar.wished)} kan niet.{why}",)
    days = calendar.float_days
    room = "Er is geen speling." if days == 0 else f"De speling is {whole(days)} {'dag' if days == 1 else 'dagen'}."
    return (f"{wish} op {day_words(calendar.wished)} kan.", room)


def _busy(step: PlannedStep, day: date) -> str:
    """Whether a step runs on ``day``, or has yet to begin."""
    return "duurt dan nog" if step.start <= day else "is dan nog niet begonnen"


def _budget_headline(calendar: DecisionCalendar) -> tuple[str, ...]:
    sent, adopted = calendar.step(StepKey.ONTWERPBEGROTING), calendar.step(StepKey.BEGROTING_VASTSTELLEN)
    if sent is None or adopted is None:
        return ()
    late = next((note for note in calendar.remarks if note.kind is NoteKind.ADOPTION_TOO_LATE), None)
    on = f"uiterlijk op {day_words(adopted.end)}" if adopted.latest else f"op {day_words(adopted.end)}"
    return (
        f"De ontwerpbegroting gaat uiterlijk {day_words(sent.end)} naar de raden.",
        f"Het bestuur stelt de begroting {on} vast." if late is None else note_words(late, {}),
    )


def step_table(calendar: DecisionCalendar, names: Names) -> Twin:
    """The steps with day, body, term and basis."""
    rows = tuple(
        (first_upper(when_words(step)), step_title(step), who(step, names), term_words(step), basis_words(step))
        for step in calendar.steps
    )
    return Twin(("Wanneer", "Stap", "Wie", "Termijn", "Grondslag"), rows)


def body_table(agendas: Sequence[BodyAgenda], names: Names) -> Twin:
    """What each body must do and when, a row per body and step."""
    rows: list[tuple[str, ...]] = []
    for agenda in agendas:
        name = first_upper(body_name(agenda, names))
        rows += [
            (name, _body_when(entry.step, entry.start, entry.end), step_title(entry.step)) for entry in agenda.entries
        ]
    return Twin(("Orgaan", "Wanneer", "Stap"), tuple(rows))


def _body_when(step: PlannedStep, start: date, end: date | None) -> str:
    if end is None:
        return "geen vergadering binnen de termijn"
    if step.raden:
        return f"{'op' if step.decision else 'uiterlijk'} {day_words(end)}"
    if start == end:
        return f"{'uiterlijk' if step.latest else 'op'} {day_words(end)}"
    return f"{day_words(start)} tot en met {day_words(end)}"
