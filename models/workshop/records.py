"""What is kept of a werksessie, beside the dossier and outside its content hash.

Pydantic models, because exchange files of others bring them too. Votes are not in :class:`Workshop` but in a
:class:`Round` each, which becomes the payload of a ballot.
"""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from models.dossier.base import EMPTY, Day, Flag, Frozen, FrozenDict, Id, Text
from models.dossier.explore import Placed
from models.storage.records import Moment
from models.vocabulary import SubjectKind

__all__ = [
    "MAX_ROUNDS",
    "Agreement",
    "ConsensusKind",
    "ConsensusRule",
    "Decision",
    "Dissent",
    "DotOption",
    "Hands",
    "Parked",
    "Participant",
    "Round",
    "Snapshot",
    "Subject",
    "SubjectKind",
    "Timer",
    "Vote",
    "Workshop",
]

MAX_ROUNDS = 3
"""More rounds tire people and change little (ux.md section 4, Delphi)."""

_Count = Annotated[int, Field(strict=True, ge=1, le=500)]
_Points = Annotated[int, Field(strict=True, ge=0, le=10)]


class Participant(Frozen):
    """A deelnemer aan de werksessie; ``name`` may be a pseudonym. ``code``: on the paper, to type votes in afterwards.

    ``named``: agreed that the name stands in the report; ``present``: attendance.
    """

    id: Id
    name: Text = ""
    partner: Id | None = None
    role: Text = ""
    present: Flag = True
    named: Flag = False
    spokesperson: Flag = False
    code: Text = ""


class DotOption(Frozen):
    """Something that dots can be given to, in the words that people saw."""

    id: Id
    text: Text


class Subject(Frozen):
    """What a round is about. ``ref``: id of the statement, factor or belanghebbende; for dots an id of its own.

    ``title``: in the words that people saw; ``options`` and ``dots`` (to give away, per person): for dots only.
    """

    kind: SubjectKind
    ref: Id
    title: Text = ""
    options: tuple[DotOption, ...] = ()
    dots: Annotated[int, Field(strict=True, ge=0, le=20)] = 0

    @property
    def key(self) -> str:
        """One word for what is voted on; rounds of one key follow each other."""
        return f"{self.kind.value}.{self.ref}"

    @property
    def scale(self) -> tuple[int, int]:
        """The lowest and the highest answer; for dots how many one person can give to an option."""
        if self.kind is SubjectKind.DOTS:
            return 0, self.dots
        return (0, 10) if self.kind is SubjectKind.IMPORTANCE else (1, 5)


class Vote(Frozen):
    """What one participant gave: ``value`` on the scale, or ``dots`` per option; neither: abstained."""

    value: _Points | None = None
    dots: FrozenDict[Id, _Points] = EMPTY

    @property
    def abstained(self) -> bool:
        """Whether somebody chose to give no answer."""
        return self.value is None and not any(self.dots.values())


class Hands(Frozen):
    """Hands that were raised for ``value`` (None: abstained) among the people of ``partner`` (None: of all)."""

    partner: Id | None = None
    value: _Points | None = None
    count: _Count = 1


class ConsensusKind(StrEnum):
    """How agreement is measured."""

    MIDDLE_HALF = "middle_half"
    NEAR_MEDIAN = "near_median"


class ConsensusRule(Frozen):
    """When people agree, fixed before the first round (ux.md section 4, Delphi).

    ``MIDDLE_HALF``: the middle half of the answers lies within ``points`` of each other (the interquartile range).
    ``NEAR_MEDIAN``: at least ``percentage`` of the answers lie within ``points`` of the median. On the scale of 0 to 10
    points count double.
    """

    kind: ConsensusKind = ConsensusKind.MIDDLE_HALF
    points: Annotated[int, Field(strict=True, ge=0, le=4)] = 1
    percentage: Annotated[int, Field(strict=True, ge=50, le=100)] = 80


class Round(Frozen):
    """One round of votes on one subject. ``workshop``: the id of :class:`Workshop`; ``voters``: who was there when it
    was opened; ``sides``: the partner of each of them at that moment (None: not noted). Somebody who goes to another
    partner afterwards takes no answer along, because the difference would tell it.

    While it is open it never leaves the library, and no part of it but a count reaches a screen.
    """

    workshop: Id
    subject: Subject
    number: Annotated[int, Field(strict=True, ge=1, le=MAX_ROUNDS)] = 1
    rule: ConsensusRule = ConsensusRule()
    voters: tuple[Id, ...] = ()
    sides: FrozenDict[Id, Id] | None = None
    votes: Annotated[FrozenDict[Id, Vote], Field(repr=False)] = EMPTY
    hands: Annotated[tuple[Hands, ...], Field(repr=False)] = ()

    @property
    def done(self) -> frozenset[str]:
        """The participants who voted or abstained: that may be seen, what they gave may not."""
        return frozenset(self.votes)

    @property
    def raised(self) -> int:
        """How many hands were counted."""
        return sum(row.count for row in self.hands)


class Dissent(Frozen):
    """What somebody holds against the joint answer, in words, without a name unless they give it."""

    id: Id
    subject: Text
    text: Text = ""
    by: Text = ""


class Decision(Frozen):
    """What the group set after round ``number``: the joint answer, or that of a partner by its spokesperson."""

    subject: Text
    number: Annotated[int, Field(strict=True, ge=1, le=MAX_ROUNDS)]
    partner: Id | None = None
    value: _Points
    by: Text = ""
    at: Moment


class Parked(Frozen):
    """A point for later, so that the talk can go on."""

    id: Id
    text: Text = ""
    done: Flag = False


class Agreement(Frozen):
    """What was agreed, who does it and when."""

    id: Id
    text: Text = ""
    owner: Text = ""
    due: Day | None = None


class Timer(Frozen):
    """A clock that counts down and locks nothing.

    ``length`` in seconds; ``ends``: when it stands at zero, while it runs; ``left``: seconds, while it is paused.
    """

    name: Text = ""
    length: Annotated[int, Field(strict=True, ge=1, le=4 * 3600)]
    ends: Moment | None = None
    left: Annotated[int, Field(strict=True, ge=0, le=4 * 3600)] | None = None

    def seconds_left(self, now: datetime) -> int:
        """How long still; below zero when the time is over (negative: that long ago)."""
        if self.ends is None:
            return self.length if self.left is None else self.left
        return round((self.ends - now).total_seconds())


class Snapshot(Frozen):
    """The netwerkopstelling at one moment: who stood where. ``lines``: pairs that were connected."""

    id: Id
    name: Text = ""
    taken: Moment
    places: FrozenDict[Id, Placed] = EMPTY
    names: FrozenDict[Id, Text] = EMPTY
    lines: tuple[tuple[Id, Id], ...] = ()


class Workshop(Frozen):
    """A werksessie without its votes."""

    id: Id
    name: Text = ""
    held_on: Day | None = None
    place: Text = ""
    aim: Text = ""
    participants: tuple[Participant, ...] = ()
    rule: ConsensusRule = ConsensusRule()
    dot_lists: tuple[Subject, ...] = ()
    decisions: tuple[Decision, ...] = ()
    dissent: tuple[Dissent, ...] = ()
    parked: tuple[Parked, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    snapshots: tuple[Snapshot, ...] = ()
    timer: Timer | None = None
    script_done: tuple[Id, ...] = ()

    def participant(self, key: str) -> Participant | None:
        """The participant with an id."""
        return next((one for one in self.participants if one.id == key), None)
