"""What partners did not agree on yet: an honest sentence instead of an empty chapter."""

from collections.abc import Iterator

from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter
from models.dutch import listed
from models.wording.words import first_upper

__all__ = ["gaps", "silent_chapters"]

_NAMES = {
    Chapter.COSTS: "kosten en bijdragen",
    Chapter.HOURS: "uren en inzet",
    Chapter.LEAVING: "uittreden",
    Chapter.PLANNING: "planning",
    Chapter.CHECKLIST: "de controlelijst",
    Chapter.STEERING: "sturing en zeggenschap",
    Chapter.STAKEHOLDERS: "het krachtenveld",
    Chapter.STAFF: "medewerkers",
    Chapter.COMMUNICATION: "communicatie",
    Chapter.EVALUATION: "evaluatie",
}
_AT_ONCE = 5
"""So many subjects stand in one sentence; more get a second one."""


def silent_chapters(brief: Brief) -> tuple[Chapter, ...]:
    """The subjects about which the dossier says nothing; what comes next follows from the others."""
    return tuple(chapter for chapter in _NAMES if chapter not in brief.letters)


def gaps(brief: Brief) -> Iterator[str]:
    """A sentence or two for all that is empty, and what stands in the way of costs and planning."""
    if not any(point.text.strip() for point in brief.dossier.vaststelling.beslispunten):
        yield "Er staan nog geen beslispunten in dit dossier."
    obstacles = dict(_obstacles(brief))
    empty = [_NAMES[chapter] for chapter in silent_chapters(brief) if chapter not in obstacles]
    if empty:
        yield f"Over {listed(empty[:_AT_ONCE])} staat nog niets in dit dossier."
    if len(empty) > _AT_ONCE:
        yield f"Ook over {listed(empty[_AT_ONCE:])} staat er nog niets."
    for chapter, text in obstacles.items():
        yield f"{first_upper(_NAMES[chapter])}: {text}"


def _obstacles(brief: Brief) -> Iterator[tuple[Chapter, str]]:
    agreed = brief.agreed
    if agreed is None:
        return
    if Chapter.COSTS not in brief.letters and agreed.costs.keys:
        from models.wording.costs import note_text

        notes = dict.fromkeys(note for key in agreed.costs.keys for note in key.obstacles)
        yield Chapter.COSTS, " ".join(note_text(note, brief.partner_names) for note in notes)
    if Chapter.PLANNING not in brief.letters and agreed.calendars:
        from models.wording.planning import headline

        yield Chapter.PLANNING, " ".join(headline(agreed.calendars[0], brief.partner_names))
