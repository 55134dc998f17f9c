"""What one line of "Mijn dossiers" shows. Light: it is loaded before the window, without the domain."""

from dataclasses import dataclass
from datetime import datetime, timedelta

__all__ = ["EXAMPLES", "Example", "Row", "changed_in_words", "matches", "progress_in_words", "said_aloud"]


@dataclass(frozen=True, slots=True)
class Row:
    """A dossier in the list. ``blocks``: the status of each onderdeel, in a group for each phase.

    ``phase``: its name in Dutch; ``finished`` of ``steps`` onderdelen are done.
    """

    id: str
    title: str
    partners: tuple[str, ...]
    modified: datetime
    phase: str = ""
    finished: int = 0
    steps: int = 14
    blocks: tuple[tuple[str, ...], ...] = ()
    archived: bool = False
    fictional: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A dossier that comes with the program. ``name``: of its file; ``words``: on its button; ``form``: its tile."""

    name: str
    words: str
    form: str


EXAMPLES = (
    Example("bar", "Barendrecht, Albrandswaard en Ridderkerk", "seta"),
    Example("aalsmeer-amstelveen", "Aalsmeer en Amstelveen", "centrum"),
    Example("lindestreek", "Personeel en salaris, met kosten en planning (fictief)", "ssc"),
    Example("matrix", "Elk één taak (fictief)", "matrix"),
    Example("netwerk", "Kennis delen (fictief)", "netwerk"),
)
"""The examples, in the order of their buttons."""


def changed_in_words(moment: datetime, now: datetime) -> str:
    """When a dossier changed, as a person says it: "Vandaag, 14.32 uur"; both moments have a time zone."""
    here, today = moment.astimezone(), now.astimezone().date()
    clock = f"{here.hour}.{here.minute:02} uur"
    if here.date() == today:
        return f"Vandaag, {clock}"
    if here.date() == today - timedelta(days=1):
        return f"Gisteren, {clock}"
    from models.dutch import day  # needed only once there are lines to show

    return day(here.date())


def progress_in_words(row: Row) -> str:
    """As "5 van 14 afgerond"."""
    return f"{row.finished} van {row.steps} afgerond"


def said_aloud(row: Row, now: datetime) -> str:
    """The line as assistive technology says it."""
    partners = f"Partners: {', '.join(row.partners)}" if row.partners else "Nog geen partners"
    marks = [word for word, on in (("Fictief", row.fictional), ("In het archief", row.archived)) if on]
    phase = [f"Fase {row.phase}"] if row.phase else []
    changed = f"Gewijzigd: {changed_in_words(row.modified, now).lower()}"
    return ". ".join([row.title, *marks, partners, *phase, changed, progress_in_words(row)])


def matches(row: Row, query: str) -> bool:
    """Whether each word of ``query`` stands in the title or a partner, whatever case and accents."""
    from models.folding import folded

    text = folded(" ".join((row.title, *row.partners)))
    return all(word in text for word in folded(query).split())
