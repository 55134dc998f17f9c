"""One step of a procedure as data, and what all procedures share."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto

from models.planning.keys import Organ, Ready, StepKey
from models.planning.situation import WITH_BUDGET
from models.vocabulary import LegalBasis

__all__ = ["StepRule", "Timing", "keeper", "publisher", "without", "works_council_step"]


class Timing(Enum):
    """How long a step takes."""

    PLAN = auto()
    """As long as its planning term."""
    MOMENT = auto()
    """One day, as soon as it can."""
    VIEW = auto()
    """A statutory term for the raden, from the day of receipt."""
    RAAD = auto()
    """A planning term of each raad, then its next meeting; the last raad decides."""
    START = auto()
    """The day that people wish, or the first that can."""
    NOTICE = auto()
    """The notice that the regeling or agreement asks."""


@dataclass(frozen=True, slots=True)
class StepRule:
    """One step of a procedure."""

    key: StepKey
    organ: Organ
    timing: Timing
    waits: tuple[StepKey, ...] = ()
    term: str | None = None
    article: str | None = None
    ready: tuple[Ready, ...] = ()
    decision: bool = False


def works_council_step(after: StepKey) -> StepRule:
    """The advice of the ondernemingsraad, after the step ``after``. The law names no term for it (WOR 25)."""
    ready = (Ready.ADVIESAANVRAAG, Ready.OVERLEGVERGADERING)
    article = "artikel 25, eerste lid, WOR"
    return StepRule(StepKey.OR_ADVIES, Organ.ONDERNEMINGSRAAD, Timing.PLAN, (after,), "or-advies", article, ready)


def publisher(basis: LegalBasis) -> Organ:
    """Who publishes for all: the municipality of the seat; without a seat the designated one (Wgr 26(1))."""
    return Organ.ZETELGEMEENTE if basis in WITH_BUDGET else Organ.AANGEWEZEN_GEMEENTE


def keeper(basis: LegalBasis) -> Organ:
    """Who tells the register of a regeling without a board (Wgr 26(2))."""
    return Organ.CENTRUMGEMEENTE if basis is LegalBasis.CENTRUMGEMEENTE else publisher(basis)


def without(steps: Iterable[StepRule], *keys: StepKey) -> tuple[StepRule, ...]:
    """The procedure without these steps; nothing waits for them any more."""
    gone = frozenset(keys)
    return tuple(
        replace(step, waits=tuple(key for key in step.waits if key not in gone))
        for step in steps
        if step.key not in gone
    )
