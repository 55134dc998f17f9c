"""The chapters of the report and their letters: what the dossier says nothing about leaves no gap in the letters."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum

from desktop.report.tree import Block, Heading

__all__ = ["AGREED", "Chapter", "letters_of", "numbered"]


class Chapter(StrEnum):
    """All chapters, in order."""

    QUESTION = "question"
    FORM = "form"
    ALTERNATIVES = "alternatives"
    LEGAL = "legal"
    COSTS = "costs"
    HOURS = "hours"
    LEAVING = "leaving"
    PLANNING = "planning"
    LESSONS = "lessons"
    CHECKLIST = "checklist"
    OPEN = "open"
    SOURCES = "sources"


AGREED = frozenset({Chapter.COSTS, Chapter.HOURS, Chapter.LEAVING, Chapter.PLANNING, Chapter.CHECKLIST})
"""The chapters that are there only where the dossier has something to tell."""


def letters_of(agreed: Collection[Chapter]) -> Mapping[Chapter, str]:
    """The letter of each chapter that is there; ``agreed``: which of the chapters about agreements."""
    there = (chapter for chapter in Chapter if chapter not in AGREED or chapter in agreed)
    return {chapter: chr(ord("A") + place) for place, chapter in enumerate(there)}


def numbered(letter: str, sections: Iterable[tuple[str, Iterable[Block]]]) -> Iterator[Block]:
    """The sections of a chapter; they get their numbers here, so that an empty one leaves no gap."""
    number = 0
    for title, made in sections:
        blocks = list(made)
        if blocks:
            number += 1
            yield Heading(2, title, f"{letter}{number}")
            yield from blocks
