"""The checklists of a dossier: which points hold, which are settled, who does them, and what comes too late.

A regeling must hold what the Wgr asks of its legal basis (law.md §7); a dienstverleningsovereenkomst holds what
ux.md §6 lists; staff need what S4 §5.7 names. What a list is ready for comes from the decision calendar. Pure.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.dossier import Dossier
from models.dossier.agree import CheckState, CheckStatus
from models.knowledge import Knowledge
from models.knowledge.catalogue import CheckItem
from models.planning.keys import StepKey
from models.planning.results import DecisionCalendar
from models.planning.situation import AGREEMENTS, ENTITIES
from models.vocabulary import LegalBasis

__all__ = [
    "Checklist",
    "ChecklistKind",
    "ChecklistPoint",
    "Deadline",
    "Lateness",
    "OwnerPoints",
    "PointGroup",
    "agreement_expected",
    "basis_for",
    "checklist_items",
    "checklist_of",
    "group_of",
]


class ChecklistKind(StrEnum):
    """Which list."""

    REGELING = "regeling"
    AGREEMENT = "dienstverleningsovereenkomst"
    STAFF = "staff"


class PointGroup(StrEnum):
    """Why a point stands in its list: the law asks it, it is usual, or it may."""

    STATUTORY = "statutory"
    USUAL = "usual"
    OPTIONAL = "optional"


class Lateness(StrEnum):
    """How a point comes too late: its own day has passed, its day is after the step that needs it, or that step is
    over while the point has no day."""

    DUE_PASSED = "due_passed"
    AFTER_STEP = "after_step"
    STEP_PASSED = "step_passed"


@dataclass(frozen=True, slots=True)
class Deadline:
    """The step of the calendar that needs the list, and the day on which it does."""

    step: StepKey
    day: date


@dataclass(frozen=True, slots=True)
class ChecklistPoint:
    """A point with its status. ``late``: ``None`` for a point that is settled or in time."""

    item: CheckItem
    group: PointGroup
    status: CheckStatus
    late: Lateness | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self.status.state in (CheckState.OPEN, CheckState.BUSY)


@dataclass(frozen=True, slots=True)
class OwnerPoints:
    """The open points of one owner as typed, and the first day of them (``None``: no point has a day)."""

    owner: str
    points: tuple[ChecklistPoint, ...]

    @property
    def first_due(self) -> date | None:
        """The first day on which one of these points must be done."""
        return min((point.status.due for point in self.points if point.status.due is not None), default=None)


@dataclass(frozen=True, slots=True)
class Checklist:
    """A list as it holds in one dossier. ``deadline``: ``None`` where the calendar cannot be worked out."""

    kind: ChecklistKind
    points: tuple[ChecklistPoint, ...] = ()
    deadline: Deadline | None = None

    def in_group(self, group: PointGroup) -> tuple[ChecklistPoint, ...]:
        """The points of one group, in the order of the list."""
        return tuple(point for point in self.points if point.group is group)

    @property
    def counted(self) -> tuple[ChecklistPoint, ...]:
        """The statutory points that apply: one that people called not applicable does not count."""
        applies = CheckState.NOT_APPLICABLE
        return tuple(p for p in self.in_group(PointGroup.STATUTORY) if p.status.state is not applies)

    @property
    def statutory_done(self) -> int:
        """How many of :attr:`counted` are ready."""
        return sum(point.status.state is CheckState.DONE for point in self.counted)

    @property
    def statutory_open(self) -> tuple[ChecklistPoint, ...]:
        """What the law asks and is not ready."""
        return tuple(point for point in self.counted if point.is_open)

    @property
    def settled(self) -> int:
        """How many points are ready or not applicable, whatever their group."""
        return sum(not point.is_open for point in self.points)

    @property
    def open(self) -> tuple[ChecklistPoint, ...]:
        """The points at which there is something to do."""
        return tuple(point for point in self.points if point.is_open)

    @property
    def late(self) -> tuple[ChecklistPoint, ...]:
        """The points that come too late."""
        return tuple(point for point in self.points if point.late is not None)

    def per_owner(self) -> tuple[OwnerPoints, ...]:
        """The open points by owner, in the order of the list; points without an owner come last, under ``""``.

        Names that differ only in capitals or spaces are one owner.
        """
        found: dict[str, tuple[str, list[ChecklistPoint]]] = {}
        for point in self.open:
            shown = " ".join(point.status.owner.split())
            found.setdefault(shown.casefold(), (shown, []))[1].append(point)
        nobody = found.pop("", None)
        rows = (*found.values(), *((nobody,) if nobody is not None else ()))
        return tuple(OwnerPoints(owner, tuple(points)) for owner, points in rows)


def basis_for(dossier: Dossier, advised: LegalBasis | None = None) -> LegalBasis | None:
    """The chosen legal basis, else the one that is advised."""
    choice = dossier.rechtsvorm.choice
    return choice.basis if choice is not None else advised


def agreement_expected(dossier: Dossier, basis: LegalBasis | None = None) -> bool:
    """Whether the list of the dienstverleningsovereenkomst belongs to this dossier without being asked for.

    So with a convenant or agreement, with a centrumgemeente (its details stand there, law.md §7), and with a private
    legal person (law.md §6.5); and always where somebody filled in a point. ``basis``: the advised one.
    """
    found = basis_for(dossier, basis)
    used = found is not None and found in AGREEMENTS | ENTITIES | {LegalBasis.CENTRUMGEMEENTE}
    return used or bool(dossier.besluitvorming.agreement_checklist)


def group_of(item: CheckItem) -> PointGroup:
    """The group of a point of the knowledge."""
    if item.optional:
        return PointGroup.OPTIONAL
    return PointGroup.STATUTORY if item.statutory else PointGroup.USUAL


def checklist_items(
    kind: ChecklistKind, dossier: Dossier, knowledge: Knowledge, basis: LegalBasis | None = None
) -> tuple[CheckItem, ...]:
    """The points that hold for the chosen (or else the advised) basis; every point of a regeling where none is known.

    With a convenant, an agreement or a private legal person there is no regeling, so that list is empty.
    """
    lists = knowledge.checklists
    if kind is ChecklistKind.STAFF:
        return lists.staff
    if kind is ChecklistKind.AGREEMENT:
        return lists.dienstverleningsovereenkomst
    found = basis_for(dossier, basis)
    if found is None:
        return lists.regeling
    if found in AGREEMENTS | ENTITIES:
        return ()
    return tuple(item for item in lists.regeling if not item.for_bases or found in item.for_bases)


def checklist_of(
    kind: ChecklistKind,
    dossier: Dossier,
    knowledge: Knowledge,
    basis: LegalBasis | None = None,
    *,
    calendar: DecisionCalendar | None = None,
    today: date | None = None,
) -> Checklist:
    """The list with the status of each point.

    ``basis``: the advised one, for a dossier in which none is chosen. ``calendar``: the decision calendar, for what
    comes too late against it. ``today``: without it nothing is late because a day has passed.
    """
    deadline = None if calendar is None else _deadline(kind, calendar)
    statuses = _statuses(kind, dossier)
    points = []
    for item in checklist_items(kind, dossier, knowledge, basis):
        group, status = group_of(item), statuses.get(item.id, CheckStatus())
        points.append(ChecklistPoint(item, group, status, _late(group, status, deadline, today)))
    # The groups stand apart on screen and on paper: what the law asks comes first.
    order = list(PointGroup)
    return Checklist(kind, tuple(sorted(points, key=lambda point: order.index(point.group))), deadline)


def _statuses(kind: ChecklistKind, dossier: Dossier) -> Mapping[str, CheckStatus]:
    if kind is ChecklistKind.STAFF:
        return dossier.medewerkers.checklist
    section = dossier.besluitvorming
    return section.checklist if kind is ChecklistKind.REGELING else section.agreement_checklist


_NEEDED_AT: Mapping[ChecklistKind, tuple[StepKey, ...]] = {
    # The raden speak about the draft, or decide on it themselves: then the text is there (law.md §6.1, 6.2).
    ChecklistKind.REGELING: (StepKey.ONTWERP_NAAR_RADEN, StepKey.RAADSBESLUIT),
    # Of an agreement the raad hears beforehand; beside a regeling or entity it works from the start (law.md §6.5, 6.7).
    ChecklistKind.AGREEMENT: (StepKey.RAAD_INFORMEREN, StepKey.INWERKINGTREDING, StepKey.START_ENTITEIT),
}
_DECIDED_AT = (StepKey.BESLUIT, StepKey.RAADSBESLUIT, StepKey.BESLUIT_OPRICHTING, StepKey.BESLUIT_OVEREENKOMST)


def _deadline(kind: ChecklistKind, calendar: DecisionCalendar) -> Deadline | None:
    """When the list must be ready: staff before the decision, a text at the first step that uses it."""
    at_end = kind is ChecklistKind.STAFF
    for key in _DECIDED_AT if at_end else _NEEDED_AT[kind]:
        step = calendar.step(key)
        if step is not None:
            return Deadline(key, step.end if at_end else step.start)
    return None


def _late(group: PointGroup, status: CheckStatus, deadline: Deadline | None, today: date | None) -> Lateness | None:
    if status.state not in (CheckState.OPEN, CheckState.BUSY):
        return None
    if status.due is not None:
        if today is not None and status.due < today:
            return Lateness.DUE_PASSED
        return Lateness.AFTER_STEP if deadline is not None and status.due > deadline.day else None
    # What may be left out is not late for having no day.
    if group is PointGroup.OPTIONAL or deadline is None or today is None:
        return None
    return Lateness.STEP_PASSED if deadline.day < today else None
