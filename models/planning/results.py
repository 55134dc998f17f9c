"""A calendar of decisions: steps in order, with what each rests on. Plain frozen data; words come later."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from models.dossier.agree import RegelingKind
from models.planning.days import Period
from models.planning.keys import CalendarKind, Organ, Ready, StepKey
from models.planning.notes import PlanNote
from models.planning.terms import TermKind, UsedTerm
from models.vocabulary import LegalBasis

__all__ = ["BodyAgenda", "BodyEntry", "DecisionCalendar", "PlannedStep", "RaadDay"]


class RaadDay(NamedTuple):
    """The day on which one raad acts in a step.

    ``day``: ``None`` where it has no meeting inside the term. ``meeting``: it is a known meeting of that raad.
    ``from_day``: the day from which it could decide; ``recess_days``: how far recess lengthened the planning term.
    """

    partner: str
    day: date | None
    meeting: bool
    from_day: date
    recess_days: int = 0


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One step, from ``start`` to ``end``, both included; equal for a moment.

    ``latest``: the days are the last that are in time, not the first possible. ``decision``: a body decides on
    ``end``. ``counted_end``: the end before the Algemene termijnenwet or the next working day moved it.
    ``partners``: ids of the partners whose ``organ`` acts. ``article``: the basis as printed, of the term or of the
    step itself. ``waits``: the steps that must be done first; ``because``: the one that decided ``start``.
    """

    key: StepKey
    organ: Organ
    partners: tuple[str, ...]
    start: date
    end: date
    counted_end: date
    term: UsedTerm | None = None
    article: str | None = None
    decision: bool = False
    latest: bool = False
    ready: tuple[Ready, ...] = ()
    waits: tuple[StepKey, ...] = ()
    because: StepKey | None = None
    raden: tuple[RaadDay, ...] = ()

    @property
    def is_moment(self) -> bool:
        """Whether the step is one day."""
        return self.start == self.end

    @property
    def is_statutory(self) -> bool:
        """Whether its length or its last day is fixed by law."""
        return self.term is not None and self.term.kind is TermKind.WETTELIJK


class BodyEntry(NamedTuple):
    """What one body does: from ``start`` to ``end``, or ``end`` ``None`` where a raad has no meeting in the term."""

    step: PlannedStep
    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class BodyAgenda:
    """The steps of one body, in order; ``partner``: whose it is, ``None`` for a body of all together."""

    organ: Organ
    partner: str | None
    entries: tuple[BodyEntry, ...]


@dataclass(frozen=True, slots=True)
class DecisionCalendar:
    """One calendar. With an obstacle there are no steps.

    ``first_possible``: the first day on which the cooperation can begin (or, for leaving, the first last day);
    ``wished``: the day people want; ``in_force``: the day that is planned, never before ``first_possible``.
    ``late_step``: what still runs on a wished day that is too early. ``recess``: per partner, what touches the steps.
    """

    kind: CalendarKind
    basis: LegalBasis | None
    regeling: RegelingKind | None
    steps: tuple[PlannedStep, ...] = ()
    obstacles: tuple[PlanNote, ...] = ()
    remarks: tuple[PlanNote, ...] = ()
    first_possible: date | None = None
    wished: date | None = None
    in_force: date | None = None
    late_step: StepKey | None = None
    recess: tuple[tuple[str, Period], ...] = ()

    @property
    def wished_met(self) -> bool | None:
        """Whether the wished day can be met; ``None`` without a wish or an outcome."""
        if self.wished is None or self.first_possible is None:
            return None
        return self.wished >= self.first_possible

    @property
    def float_days(self) -> int | None:
        """The days between the first possible day and the wished one (speling); negative where it is too early."""
        if self.wished is None or self.first_possible is None:
            return None
        return (self.wished - self.first_possible).days

    @property
    def start(self) -> date | None:
        """The first day of the first step."""
        return min((step.start for step in self.steps), default=None)

    @property
    def end(self) -> date | None:
        """The last day of the last step."""
        return max((step.end for step in self.steps), default=None)

    def step(self, key: StepKey) -> PlannedStep | None:
        """The step with this key, if it is in the calendar."""
        return next((step for step in self.steps if step.key is key), None)

    def per_body(self) -> tuple[BodyAgenda, ...]:
        """What each body must do and when: the raden and colleges per partner, in the order in which they come."""
        found: dict[tuple[Organ, str | None], list[BodyEntry]] = {}
        for step in self.steps:
            for partner, entry in _entries(step):
                found.setdefault((step.organ, partner), []).append(entry)
        return tuple(BodyAgenda(organ, partner, tuple(rows)) for (organ, partner), rows in found.items())


def _entries(step: PlannedStep) -> list[tuple[str | None, BodyEntry]]:
    if step.raden:
        return [(raad.partner, BodyEntry(step, step.start, raad.day)) for raad in step.raden]
    whole = BodyEntry(step, step.start, step.end)
    return [(partner, whole) for partner in step.partners] or [(None, whole)]
