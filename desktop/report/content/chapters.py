"""The chapters of the report and their letters: what the dossier says nothing about leaves no gap in the letters."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from desktop.report.tree import Block, Heading

__all__ = ["ALWAYS", "TITLES", "Chapter", "letters_of", "numbered", "ordered"]


class Chapter(StrEnum):
    """All chapters, in order."""

    QUESTION = "question"
    DECISIONS = "decisions"
    FORM = "form"
    ALTERNATIVES = "alternatives"
    LEGAL = "legal"
    STEERING = "steering"
    STAKEHOLDERS = "stakeholders"
    COSTS = "costs"
    HOURS = "hours"
    LEAVING = "leaving"
    STAFF = "staff"
    PLANNING = "planning"
    COMMUNICATION = "communication"
    LESSONS = "lessons"
    CHECKLIST = "checklist"
    NEXT = "next"
    EVALUATION = "evaluation"
    OPEN = "open"
    ADOPTION = "adoption"
    SOURCES = "sources"
    NOTES = "notes"


TITLES: Mapping[Chapter, str] = {
    Chapter.QUESTION: "Opgave en partners",
    Chapter.DECISIONS: "Besluiten en argumenten",
    Chapter.FORM: "Samenwerkingsvorm",
    Chapter.ALTERNATIVES: "Afgewogen alternatieven",
    Chapter.LEGAL: "Rechtsvorm",
    Chapter.STEERING: "Sturing en zeggenschap",
    Chapter.STAKEHOLDERS: "Krachtenveld",
    Chapter.COSTS: "Kosten en bijdragen",
    Chapter.HOURS: "Uren en inzet",
    Chapter.LEAVING: "Uittreden",
    Chapter.STAFF: "Medewerkers",
    Chapter.PLANNING: "Planning",
    Chapter.COMMUNICATION: "Communicatie en participatie",
    Chapter.LESSONS: "Lessen uit de praktijk",
    Chapter.CHECKLIST: "Controlelijst",
    Chapter.NEXT: "Vervolg",
    Chapter.EVALUATION: "Evaluatie",
    Chapter.OPEN: "Open vragen",
    Chapter.ADOPTION: "Vaststelling en ondertekening",
    Chapter.SOURCES: "Bronnen en uitgangspunten",
    Chapter.NOTES: "Interne notities",
}
"""What a chapter is called where a template says nothing else."""

ALWAYS = frozenset(
    {
        *(Chapter.QUESTION, Chapter.DECISIONS, Chapter.FORM, Chapter.ALTERNATIVES, Chapter.LEGAL),
        *(Chapter.LESSONS, Chapter.OPEN, Chapter.ADOPTION, Chapter.SOURCES),
    }
)
"""The chapters that every report has."""


def ordered(there: Collection[Chapter], first: Sequence[Chapter] = ()) -> tuple[Chapter, ...]:
    """The chapters that are there as they are printed; ``first``: those that a template puts before the others."""
    return tuple(chapter for chapter in dict.fromkeys((*first, *Chapter)) if chapter in there)


def letters_of(chapters: Iterable[Chapter]) -> Mapping[Chapter, str]:
    """The letter of each chapter, in the order in which they are printed."""
    return {chapter: chr(ord("A") + place) for place, chapter in enumerate(chapters)}


def numbered(letter: str, sections: Iterable[tuple[str, Iterable[Block]]]) -> Iterator[Block]:
    """The sections of a chapter; they get their numbers here, so that an empty one leaves no gap."""
    number = 0
    for title, made in sections:
        blocks = list(made)
        if blocks:
            number += 1
            yield Heading(2, title, f"{letter}{number}")
            yield from blocks
