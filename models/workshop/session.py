"""A werksessie as it may be shown: its people, its closed rounds as revealed, and how far people think alike.

From here on nobody sees a vote: what :mod:`models.workshop.revealed` leaves out is not in it.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from models.storage.records import Ballot, WorkshopRecord
from models.workshop.changes import can_be
from models.workshop.records import Round, SubjectKind, Workshop
from models.workshop.revealed import Next, Revealed, harmony, next_round, revealed
from models.workshop.sealed import SealError, unsealed
from models.workshop.stored import WorkshopError, read_workshop

__all__ = ["Session", "Told", "session_of", "sessions_of", "told"]


class Told(NamedTuple):
    """A stored round that could be read, with the id and the moment of its ballot; ``closed``: None while open."""

    id: str
    round: Round
    closed: bool


class Session(NamedTuple):
    """``rounds``: closed ones, in the order in which they were closed; ``alike``: Kendall's W over the last rounds of
    the kinds of subject with one, None where it cannot be said; ``unread``: ballots that could not be read.
    """

    workshop: Workshop
    rounds: tuple[Revealed, ...]
    alike: Fraction | None = None
    unread: int = 0

    def on(self, key: str) -> tuple[Revealed, ...]:
        """The rounds on one subject, oldest first."""
        return tuple(one for one in self.rounds if one.subject.key == key)

    def next_on(self, key: str) -> Next:
        """Whether another round on a subject makes sense."""
        return next_round(self.on(key))


def session_of(
    workshop: Workshop, closed: Sequence[Round], partners: Sequence[str], unread: int = 0, held: Sequence[Revealed] = ()
) -> Session:
    """What the closed rounds of ``workshop`` say; ``closed``: in the order in which they were closed.

    ``held``: what the first of them say, where that was worked out before for the same people and partners.
    """
    before: dict[str, Round] = {}
    rounds = list(held)
    for place, round_ in enumerate(closed):
        key = round_.subject.key
        if place >= len(held):
            rounds.append(revealed(round_, workshop.participants, partners, before.get(key)))
        before[key] = round_
    scores = [one for one in before.values() if one.subject.kind is SubjectKind.SCORE]
    return Session(workshop, tuple(rounds), harmony(scores) if len(scores) > 1 else None, unread)


def told(ballots: Iterable[Ballot]) -> tuple[tuple[Told, ...], int]:
    """The rounds in ballots, oldest first as closed, open ones last; and how many could not be read."""
    ordered = sorted(ballots, key=lambda one: (one.closed_at is None, one.closed_at or one.created, one.id))
    found, unread = [], 0
    for ballot in ordered:
        try:
            round_ = unsealed(ballot.payload)
        except SealError:
            unread += 1
            continue
        if can_be(round_):
            found.append(Told(ballot.id, round_, ballot.closed))
        else:
            unread += 1
    return _by_number(found), unread


def _by_number(found: Sequence[Told]) -> tuple[Told, ...]:
    """Rounds on one subject in their own order, whatever the clock of the laptop said when they were closed."""
    waiting: dict[tuple[str, str], list[Told]] = {}
    for one in found:
        waiting.setdefault((one.round.workshop, one.round.subject.key), []).append(one)
    for rounds in waiting.values():
        rounds.sort(key=lambda one: (not one.closed, one.round.number), reverse=True)
    return tuple(waiting[(one.round.workshop, one.round.subject.key)].pop() for one in found)


def sessions_of(
    records: Iterable[WorkshopRecord], ballots: Iterable[Ballot], partners: Sequence[str]
) -> tuple[Session, ...]:
    """Every werksessie that was stored, oldest first; one that cannot be read is left out, open rounds too."""
    rounds, unread = told(ballots)
    found = []
    for record in sorted(records, key=lambda one: one.created):
        try:
            workshop = read_workshop(record.payload)
        except WorkshopError:
            continue
        closed = [one.round for one in rounds if one.closed and one.round.workshop == workshop.id]
        found.append(session_of(workshop, closed, partners, unread))
    return tuple(found)
