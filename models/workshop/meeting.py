"""The state of one werksessie on this laptop: its people, its closed rounds, and at most one that is open.

Pure changes. What may be seen of the open round is :class:`Polling`; the votes themselves leave this module for the
library only, encoded.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from models.storage.records import Ballot, WorkshopRecord
from models.workshop.changes import counted, opened, voted, withdrawn
from models.workshop.records import ConsensusRule, Round, Subject, Vote, Workshop
from models.workshop.revealed import Revealed
from models.workshop.sealed import sealed
from models.workshop.session import Session, Told, session_of, told
from models.workshop.stored import WorkshopError, read_workshop, workshop_payload

__all__ = ["Meeting", "Polling", "meetings_of"]


class Polling(NamedTuple):
    """What may be seen of a round before it is closed: who is done, never what.

    ``hands``: how many raised hands were counted; ``expected``: people who were there when it was opened.
    """

    subject: Subject
    number: int
    rule: ConsensusRule
    voters: tuple[str, ...]
    done: frozenset[str]
    hands: int

    @property
    def expected(self) -> int:
        """How many people could answer."""
        return len(self.voters)

    @property
    def answered(self) -> int:
        """How many did, or chose to give no answer."""
        return len(self.done) + self.hands


@dataclass(frozen=True, slots=True)
class Meeting:
    """``closed``: in the order in which they were closed; ``opened_at``: of the open round; ``unread``: ballots that
    could not be read; ``key``: of the record in the library, where that is not the id of the werksessie: a copy of a
    dossier has records of its own.
    """

    workshop: Workshop
    created: datetime
    closed: tuple[Told, ...] = ()
    open: Told | None = None
    opened_at: datetime | None = None
    unread: int = 0
    key: str = ""

    @property
    def polling(self) -> Polling | None:
        """The open round, as far as it may be seen."""
        if self.open is None:
            return None
        held = self.open.round
        return Polling(held.subject, held.number, held.rule, held.voters, held.done, held.raised)

    def session(self, partners: Sequence[str], held: Sequence[Revealed] = ()) -> Session:
        """What the closed rounds say; ``held``: what the first of them say, as worked out for the same people."""
        return session_of(self.workshop, [one.round for one in self.closed], partners, self.unread, held)

    def with_workshop(self, change: Callable[[Workshop], Workshop]) -> "Meeting":
        """With other people, lists, decisions and the like. Errors of ``change`` pass."""
        return replace(self, workshop=change(self.workshop))

    # --- rounds

    def with_round(self, key: str, subject: Subject, partners: Sequence[str], at: datetime) -> "Meeting":
        """With the next round on ``subject`` open, kept under ``key``.

        Raises ``ValueError`` where a round is open already, or after three rounds.
        """
        if self.open is not None:
            raise ValueError("a round is open")
        rounds = [one.round for one in self.closed if one.round.subject.key == subject.key]
        before = session_of(self.workshop, rounds, partners).rounds
        return replace(self, open=Told(key, opened(self.workshop, subject, before), closed=False), opened_at=at)

    def with_vote(self, person: str, vote: Vote) -> "Meeting":
        """With what a participant gave, in place of an earlier answer. Raises ``VoteError``."""
        return self._changed(lambda held: voted(held, person, vote))

    def without_vote(self, person: str) -> "Meeting":
        """As if a participant gave no answer yet."""
        return self._changed(lambda held: withdrawn(held, person))

    def with_hands(self, partner: str | None, hands: Mapping[int | None, int]) -> "Meeting":
        """With the hands that the people of a partner raised, in place of an earlier count. Raises ``VoteError``."""
        return self._changed(lambda held: counted(held, partner, hands))

    def with_round_closed(self) -> "Meeting":
        """With the open round closed: from now on it may be seen."""
        held = self._held
        return replace(self, closed=(*self.closed, held._replace(closed=True)), open=None)

    def without_round(self) -> "Meeting":
        """Without the open round and all that was given in it."""
        return replace(self, open=None, opened_at=None)

    def own_earlier(self, person: str) -> Vote | None:
        """What a participant gave in the round on the same subject before, to show to that participant only."""
        if self.open is None:
            return None
        key = self.open.round.subject.key
        before = [one.round for one in self.closed if one.round.subject.key == key]
        return before[-1].votes.get(person) if before else None

    @property
    def _held(self) -> Told:
        if self.open is None:
            raise ValueError("no round is open")
        return self.open

    def _changed(self, change: Callable[[Round], Round]) -> "Meeting":
        held = self._held
        return replace(self, open=held._replace(round=change(held.round)))

    # --- for the library

    def record(self, at: datetime) -> WorkshopRecord:
        """All but the votes; ``at``: now."""
        held = self.workshop
        return WorkshopRecord(
            id=self.key or held.id, created=self.created, modified=max(at, self.created), payload=workshop_payload(held)
        )

    def ballot(self, key: str, at: datetime) -> Ballot:
        """A round, encoded: the open one, or the last that was closed. ``at``: now. Raises ``KeyError``."""
        created = self.opened_at or at
        if self.open is not None and self.open.id == key:
            return Ballot(id=key, created=created, payload=sealed(self.open.round))
        for one in reversed(self.closed):
            if one.id == key:
                return Ballot(id=key, created=created, closed_at=max(at, created), payload=sealed(one.round))
        raise KeyError(key)


def meetings_of(records: Iterable[WorkshopRecord], ballots: Iterable[Ballot]) -> tuple[Meeting, ...]:
    """Every werksessie of a dossier that can be read, the oldest first."""
    given = tuple(ballots)
    rounds, unread = told(given)
    begun = {one.id: one.created for one in given}
    found: list[Meeting] = []
    for record in sorted(records, key=lambda one: one.created):
        try:
            workshop = read_workshop(record.payload)
        except WorkshopError:
            continue
        if any(one.workshop.id == workshop.id for one in found):
            continue  # its rounds are those of the first
        own = [one for one in rounds if one.round.workshop == workshop.id]
        # There should be one; of more, the one that was opened last.
        still = max((one for one in own if not one.closed), key=lambda one: begun[one.id], default=None)
        found.append(
            Meeting(
                workshop,
                record.created,
                tuple(one for one in own if one.closed),
                still,
                begun[still.id] if still is not None else None,
                unread,
                record.id,
            )
        )
    return tuple(found)
