"""Where in a dossier one is, and its words for the bar and the title of the window."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.window.words import number_of
from models.knowledge import Knowledge
from models.vocabulary import StepId

__all__ = ["Here", "What", "part_words", "window_words"]


class What(StrEnum):
    """The kinds of pages of a dossier."""

    TASKS = "tasks"
    STEP = "step"
    CHECK = "check"
    FINDINGS = "findings"
    SEARCH = "search"
    PREVIEW = "preview"
    WORKSHOP = "workshop"


_WORDS = {
    What.TASKS: "",
    What.FINDINGS: "Hoe sta ik ervoor?",
    What.SEARCH: "Zoeken",
    What.PREVIEW: "Afdrukvoorbeeld",
    What.WORKSHOP: "Werksessie",
}


@dataclass(frozen=True, slots=True)
class Here:
    """A page; ``step``: of a step or its check."""

    what: What
    step: StepId | None = None


def part_words(here: Here, knowledge: Knowledge) -> str:
    """The last part of the way here; empty at the task list."""
    if here.step is not None:
        title = knowledge.step[here.step].title
        return title if here.what is What.STEP else f"{title}, controleren"
    return _WORDS[here.what]


def window_words(here: Here, dossier_title: str, knowledge: Knowledge) -> str:
    """ "Onderdeel 3 van 14 · Partners · Sociale dienst"; N never changes."""
    if here.step is None:
        part = part_words(here, knowledge) or "Takenlijst"
        return f"{part} · {dossier_title}"
    number = f"Onderdeel {number_of(here.step, knowledge)} van {len(knowledge.step)}"
    return f"{number} · {part_words(here, knowledge)} · {dossier_title}"
