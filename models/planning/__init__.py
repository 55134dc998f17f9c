"""The decision calendar: which body decides when, forward from a day, by the law that holds (law.md §6)."""

from models.dossier import Dossier
from models.knowledge import Knowledge
from models.planning.budget import budget_calendar, earliest_board_day, latest_sending_day
from models.planning.calendars import decision_calendar, leaving_calendar, procedure_term_ids
from models.planning.keys import CalendarKind, Organ, Ready, StepKey
from models.planning.notes import NoteKind, PlanNote
from models.planning.procedures import ALL_TERMS
from models.planning.results import BodyAgenda, BodyEntry, DecisionCalendar, PlannedStep, RaadDay
from models.planning.terms import TermKind, UsedTerm
from models.vocabulary import LegalBasis

__all__ = [
    "BodyAgenda",
    "BodyEntry",
    "CalendarKind",
    "DecisionCalendar",
    "NoteKind",
    "Organ",
    "PlanNote",
    "PlannedStep",
    "RaadDay",
    "Ready",
    "StepKey",
    "TermKind",
    "UsedTerm",
    "budget_calendar",
    "calendars",
    "decision_calendar",
    "earliest_board_day",
    "latest_sending_day",
    "leaving_calendar",
    "planning_term_ids",
    "procedure_term_ids",
]


def calendars(dossier: Dossier, knowledge: Knowledge, basis: LegalBasis | None = None) -> tuple[DecisionCalendar, ...]:
    """The calendars that the dossier asks for: the decision always, budget and leaving where people filled them in.

    ``basis``: the legal basis that is advised, for a dossier in which none is chosen.
    """
    result = [decision_calendar(dossier, knowledge, basis)]
    section = dossier.besluitvorming
    if section.budget_year is not None:
        result.append(budget_calendar(dossier, knowledge, basis))
    if section.leaving is not None:
        result.append(leaving_calendar(dossier, knowledge, basis))
    return tuple(result)


def planning_term_ids() -> tuple[str, ...]:
    """Ids of every term that a calendar uses, in the order in which they come."""
    return ALL_TERMS
