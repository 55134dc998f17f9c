"""Sentences about checklists, for screen, report and spreadsheet: what the groups are, how far it is, what is late."""

from collections.abc import Mapping

from models.dossier.agree import CheckState
from models.dutch import day, listed
from models.figures.figure import Twin
from models.knowledge.catalogue import CheckItem
from models.planning.checklists import (
    Checklist,
    ChecklistKind,
    ChecklistPoint,
    Deadline,
    Lateness,
    PointGroup,
)
from models.planning.keys import StepKey
from models.wording.words import first_upper, spelled

__all__ = [
    "GROUP_TITLES",
    "STATE_WORDS",
    "deadline_words",
    "late_words",
    "list_table",
    "no_points_words",
    "origin_words",
    "owner_words",
    "progress_words",
    "status_words",
]

STATE_WORDS: Mapping[CheckState, str] = {
    CheckState.OPEN: "Open",
    CheckState.BUSY: "Bezig",
    CheckState.DONE: "Klaar",
    CheckState.NOT_APPLICABLE: "Niet van toepassing",
}
GROUP_TITLES: Mapping[PointGroup, str] = {
    PointGroup.STATUTORY: "Wat de wet vraagt",
    PointGroup.USUAL: "Wat gebruikelijk is",
    PointGroup.OPTIONAL: "Wat u kunt kiezen",
}
_KINDS: Mapping[PointGroup, str] = {
    PointGroup.STATUTORY: "wet",
    PointGroup.USUAL: "gebruikelijk",
    PointGroup.OPTIONAL: "keuze",
}
_DRAFT = {ChecklistKind.REGELING: "in het ontwerp", ChecklistKind.AGREEMENT: "in het ontwerp"}
_MOST_OWNERS = 8

_AT_STEP: Mapping[StepKey, str] = {
    StepKey.ONTWERP_NAAR_RADEN: "Op {day} gaat het ontwerp naar de raden. Dan moet dit klaar zijn.",
    StepKey.RAAD_INFORMEREN: "Op {day} informeert u de raden. Dan moet dit klaar zijn.",
    StepKey.INWERKINGTREDING: "Op {day} start de samenwerking. Dan moet dit klaar zijn.",
    StepKey.START_ENTITEIT: "Op {day} start de samenwerking. Dan moet dit klaar zijn.",
    StepKey.BESLUIT: "Op {day} besluiten de partners. Dan moet dit klaar zijn.",
    StepKey.BESLUIT_OPRICHTING: "Op {day} besluiten de colleges. Dan moet dit klaar zijn.",
    StepKey.BESLUIT_OVEREENKOMST: "Op {day} besluiten de colleges. Dan moet dit klaar zijn.",
}
_RAADSBESLUIT: Mapping[ChecklistKind, str] = {
    ChecklistKind.REGELING: "Op {day} gaat de tekst naar de raden voor hun besluit. Dan moet dit klaar zijn.",
    ChecklistKind.STAFF: "Op {day} besluiten de raden. Dan moet dit klaar zijn.",
}


def progress_words(checklist: Checklist) -> tuple[str, ...]:
    """How far the list is: first what the law asks, then all points; empty for a list without points."""
    if not checklist.points:
        return ()
    said = []
    total, done = len(checklist.counted), checklist.statutory_done
    if total:
        said.append(_statutory(checklist.kind, done, total))
    settled, points = checklist.settled, len(checklist.points)
    said.append(f"{settled} van de {points} punten {'is' if settled == 1 else 'zijn'} klaar of niet nodig.")
    return tuple(said)


def _statutory(kind: ChecklistKind, done: int, total: int) -> str:
    if total == 1:
        what = "Het verplichte onderdeel"
        return f"{what} {_holds(kind, one=True)}." if done else f"{what} {_holds(kind, one=True, yet=True)}."
    if done == total:
        return f"Alle {total} verplichte onderdelen {_holds(kind, one=False)}."
    if not done:
        return f"Nog geen van de {total} verplichte onderdelen {_holds(kind, one=True)}."
    return f"{done} van de {total} verplichte onderdelen {_holds(kind, one=done == 1)}."


def _holds(kind: ChecklistKind, *, one: bool, yet: bool = False) -> str:
    not_yet = " nog niet" if yet else ""
    if kind in _DRAFT:
        return f"{'staat' if one else 'staan'}{not_yet} {_DRAFT[kind]}"
    return f"{'is' if one else 'zijn'}{not_yet} geregeld"


def deadline_words(checklist: Checklist) -> str:
    """Which day of the calendar needs the list; empty where the calendar does not say."""
    deadline = checklist.deadline
    if deadline is None:
        return ""
    text = _AT_STEP.get(deadline.step) or _RAADSBESLUIT.get(checklist.kind, "")
    return text.format(day=day(deadline.day))


def late_words(point: ChecklistPoint, deadline: Deadline | None) -> str:
    """Why a point comes too late; empty for one that does not."""
    if point.late is Lateness.DUE_PASSED and point.status.due is not None:
        return f"Te laat: dit moest op {day(point.status.due)} klaar zijn."
    if deadline is None or point.late is None:
        return ""
    if point.late is Lateness.AFTER_STEP:
        return f"Te laat voor de planning: dit is nodig op {day(deadline.day)}."
    return f"Te laat: dit was nodig op {day(deadline.day)}."


def no_points_words(kind: ChecklistKind) -> str:
    """What is said of a list without points."""
    if kind is ChecklistKind.REGELING:
        return "Bij deze rechtsvorm maakt u geen gemeenschappelijke regeling. Deze lijst is dan niet nodig."
    return "Er staan geen punten in deze lijst."


def origin_words(item: CheckItem) -> str:
    """The article of a point, or that it is usual only."""
    if item.article:
        return f"({item.article})"
    return "" if item.statutory else "(gebruikelijk, niet in de wet)"


def status_words(point: ChecklistPoint) -> str:
    """Who, when and where, on one line; empty where nothing was filled in."""
    status = point.status
    said = []
    if status.owner.strip():
        said.append(f"Wie: {status.owner.strip()}")
    if status.due is not None:
        said.append(f"Klaar op {day(status.due)}")
    if status.place.strip():
        said.append(f"Staat in: {status.place.strip()}")
    return "  ·  ".join(said)


def owner_words(checklist: Checklist) -> str:
    """How many points each owner still has, and the first day of them; empty while nobody is named."""
    rows = checklist.per_owner()
    named = [row for row in rows if row.owner]
    if not named:
        return ""
    said = []
    for row in named[:_MOST_OWNERS]:
        number = len(row.points)
        first = "" if row.first_due is None else f", eerst op {day(row.first_due)}"
        said.append(f"{row.owner} ({number} {'punt' if number == 1 else 'punten'}{first})")
    if len(named) > _MOST_OWNERS:
        left = len(named) - _MOST_OWNERS
        said.append(f"nog {spelled(left)} {'ander' if left == 1 else 'anderen'}")
    nobody = next((len(row.points) for row in rows if not row.owner), 0)
    open_without = f" Bij {nobody} {'punt' if nobody == 1 else 'punten'} staat nog geen naam." if nobody else ""
    return f"Open per persoon: {listed(said)}.{open_without}"


def list_table(checklist: Checklist) -> Twin:
    """All points as a table: why it stands there, the point, article, state, who, when, where, remark."""
    rows = []
    for point in checklist.points:
        item, status = point.item, point.status
        due = "" if status.due is None else day(status.due)
        late = late_words(point, checklist.deadline)
        remark = " ".join(part for part in (late, status.remark.strip()) if part)
        rows.append(
            (
                first_upper(_KINDS[point.group]),
                item.text,
                item.article or "",
                STATE_WORDS[status.state],
                status.owner.strip(),
                due,
                status.place.strip(),
                remark,
            )
        )
    head = ("Soort", "Onderdeel", "Artikel", "Stand", "Wie", "Wanneer klaar", "Waar het staat", "Opmerking")
    return Twin(head, tuple(rows))
