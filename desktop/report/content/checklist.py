"""Checklists: what the law asks of the regeling, what an agreement holds, what staff need; what is still open."""

from collections.abc import Iterator

from desktop.report.content.agreed import Agreed, Checklist
from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter
from desktop.report.tree import (
    Block,
    Cell,
    Column,
    KeySentence,
    Mark,
    Paragraph,
    Row,
    Table,
    bold,
    cell,
    plain,
)
from models.dossier.agree import CheckState, CheckStatus
from models.dutch import day
from models.knowledge.catalogue import CheckItem
from models.wording.words import counted, first_upper, shortened, spelled

__all__ = ["checklist_chapter"]

_MARKS = {
    CheckState.OPEN: Mark.OPEN,
    CheckState.BUSY: Mark.BUSY,
    CheckState.DONE: Mark.DONE,
    CheckState.NOT_APPLICABLE: Mark.DROPPED,
}
_WORDS = {
    CheckState.OPEN: "nog maken",
    CheckState.BUSY: "bezig",
    CheckState.DONE: "klaar",
    CheckState.NOT_APPLICABLE: "niet van toepassing",
}
_SETTLED = frozenset({CheckState.DONE, CheckState.NOT_APPLICABLE})
_NOTHING = CheckStatus()
_TEXT = 300


def checklist_chapter(brief: Brief, agreed: Agreed) -> Iterator[Block]:
    """A table for each list in which somebody filled something in."""
    lists = agreed.checklists
    yield brief.heading(Chapter.CHECKLIST)
    yield KeySentence(_key(lists))
    yield Paragraph(plain("Een vinkje is klaar, een half vak is bezig. Wat nog open is, staat vet."))
    for held in lists:
        yield _table(held)


def _key(lists: tuple[Checklist, ...]) -> str:
    """About the first list: what the law asks where it does, else all of its points."""
    held = lists[0]
    demanded = [point for point in held.points if _demanded(point)]
    points, word = (demanded, "verplichte ") if demanded else (list(held.points), "")
    done = sum(1 for point in points if _status(held, point).state in _SETTLED)
    number = counted(len(points), f"{word[:-2]} punt" if word else "punt", f"{word}punten")
    if done == len(points):
        return f"{first_upper(number)}: alles is klaar of niet nodig."
    few = f"{spelled(done)} van de {number}"
    verb = "is" if done == 1 else "zijn"
    return first_upper(f"{few} {verb} klaar of niet nodig.")


def _demanded(point: CheckItem) -> bool:
    return point.statutory and not point.optional


def _status(held: Checklist, point: CheckItem) -> CheckStatus:
    return held.held.get(point.id, _NOTHING)


def _table(held: Checklist) -> Table:
    """Article, box, point, place; who and when only where somebody filled that in."""
    statuses = [_status(held, point) for point in held.points]
    owned = any(_who(status) for status in statuses)
    columns = [Column("Artikel"), Column("Punt", 3), Column("Waar het staat", 1.3)]
    columns += [Column("Wie en wanneer", 1.3)] if owned else []
    rows = tuple(_row(point, status, owned=owned) for point, status in zip(held.points, statuses, strict=True))
    return Table(held.title, tuple(columns), rows)


def _row(point: CheckItem, status: CheckStatus, *, owned: bool) -> Row:
    pending = status.state not in _SETTLED and not (point.optional and status.state is CheckState.OPEN)
    place = shortened(status.place, _TEXT) or _WORDS[status.state]
    if not pending and status.state is CheckState.OPEN:
        place = "geen plicht"
    elif status.place.strip() and status.state in (CheckState.BUSY, CheckState.OPEN):
        place = f"{place} ({_WORDS[status.state]})"
    cells = [
        cell(point.article or "gebruikelijk"),
        Cell((bold(point.text),) if pending else plain(point.text), mark=_MARKS[status.state]),
        Cell((bold(place),) if pending else plain(place)),
    ]
    if owned:
        cells.append(cell(_who(status) or "–"))
    return Row(tuple(cells))


def _who(status: CheckStatus) -> str:
    parts = [shortened(status.owner, _TEXT), "" if status.due is None else day(status.due)]
    return ", ".join(part for part in parts if part)
