"""What partners did not agree on yet: an honest sentence instead of an empty chapter."""

from collections.abc import Iterator

from desktop.report.content.brief import Brief
from desktop.report.content.chapters import AGREED, Chapter
from models.dutch import listed
from models.wording.words import first_upper

__all__ = ["gaps"]

_NAMES = {
    Chapter.COSTS: "kosten en bijdragen",
    Chapter.HOURS: "uren en inzet",
    Chapter.LEAVING: "uittreden",
    Chapter.PLANNING: "planning",
    Chapter.CHECKLIST: "de controlelijst",
}


def gaps(brief: Brief) -> Iterator[str]:
    """One sentence for all that is empty, and what stands in the way of costs and planning."""
    missing = [chapter for chapter in Chapter if chapter in AGREED and chapter not in brief.letters]
    obstacles = dict(_obstacles(brief))
    empty = [_NAMES[chapter] for chapter in missing if chapter not in obstacles]
    if empty:
        yield f"Over {listed(empty)} staat nog niets in dit dossier."
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
