"""Clocks that follow each other, such as 1-2-4-allen: which one is at hand, and which comes next. No Qt."""

from typing import NamedTuple

from models.knowledge.workshop import TimerPreset, TimerSequence, WorkshopFile
from models.workshop.records import Timer

__all__ = ["SequencePlace", "following", "sequence_place"]


class SequencePlace(NamedTuple):
    """Where a clock stands in a sequence: ``at`` of ``clocks``."""

    sequence: TimerSequence
    clocks: tuple[TimerPreset, ...]
    at: int


def sequence_place(known: WorkshopFile, timer: Timer | None) -> SequencePlace | None:
    """Where the clock of the werksessie stands in a sequence; None where it belongs to none.

    By its name alone, which is kept with the clock: so the sequence goes on after a restart.
    """
    if timer is None:
        return None
    for sequence in known.sequences:
        clocks = known.clocks(sequence)
        for at, clock in enumerate(clocks):
            if clock.name == timer.name:
                return SequencePlace(sequence, clocks, at)
    return None


def following(known: WorkshopFile, timer: Timer | None) -> TimerPreset | None:
    """The clock that comes after this one; None at the end, and outside a sequence."""
    place = sequence_place(known, timer)
    return None if place is None or place.at + 1 >= len(place.clocks) else place.clocks[place.at + 1]
