"""What people do in a werksessie, as pure changes: a vote, a raised hand, the next round, the clock."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from models.workshop.records import (
    MAX_ROUNDS,
    ConsensusRule,
    Hands,
    Round,
    Subject,
    SubjectKind,
    Timer,
    Vote,
    Workshop,
)
from models.workshop.revealed import Revealed

__all__ = [
    "MOST_VOTERS",
    "VoteError",
    "can_be",
    "counted",
    "opened",
    "paused",
    "restarted",
    "rule_set",
    "started",
    "voted",
    "withdrawn",
]

MOST_VOTERS = 1000
"""More people than these were in no room: a round or a werksessie with more comes from nobody."""


class VoteError(ValueError):
    """A vote that cannot be: of somebody else, outside the scale, or more dots than there are."""


def opened(workshop: Workshop, subject: Subject, before: tuple[Revealed, ...] = ()) -> Round:
    """The next round on ``subject`` for those present; ``before``: the closed rounds on it, oldest first.

    People may want another round after they agree; after the third there is none. Raises ``ValueError``.
    """
    if before and before[-1].number >= MAX_ROUNDS:
        raise ValueError("there were three rounds")
    there = tuple(one for one in workshop.participants if one.present)
    return Round(
        workshop=workshop.id,
        subject=subject,
        number=before[-1].number + 1 if before else 1,
        rule=before[-1].rule if before else workshop.rule,
        voters=tuple(one.id for one in there),
        sides={one.id: one.partner for one in there if one.partner is not None},
    )


def rule_set(workshop: Workshop, rule: ConsensusRule, rounds: int) -> Workshop:
    """The werksessie with another rule for agreement. Raises ``ValueError`` once there was a round."""
    if rounds and rule != workshop.rule:
        raise ValueError("the rule is fixed before the first round")
    return workshop.model_copy(update={"rule": rule})


def voted(round_: Round, person: str, vote: Vote) -> Round:
    """The open round with the vote of ``person``, in place of an earlier one. Raises :class:`VoteError`."""
    if person not in round_.voters:
        raise VoteError(person)
    _check(round_.subject, vote)
    if person not in round_.votes and len(round_.votes) + round_.raised >= len(round_.voters):
        raise VoteError("everybody answered")
    return round_.model_copy(update={"votes": {**round_.votes, person: vote}})


def withdrawn(round_: Round, person: str) -> Round:
    """The open round without the vote of ``person``."""
    return round_.model_copy(update={"votes": {key: vote for key, vote in round_.votes.items() if key != person}})


def counted(round_: Round, partner: str | None, hands: Mapping[int | None, int]) -> Round:
    """The open round with the hands that the people of ``partner`` raised, by answer (None: abstained).

    In place of an earlier count of that partner. Raises :class:`VoteError`, also where there would be more hands and
    votes than people; for dots no hands are counted.
    """
    if round_.subject.kind is SubjectKind.DOTS:
        raise VoteError("dots")
    low, high = round_.subject.scale
    if any(number < 0 or (value is not None and not low <= value <= high) for value, number in hands.items()):
        raise VoteError(round_.subject.key)
    kept = tuple(row for row in round_.hands if row.partner != partner)
    if sum(hands.values()) + sum(row.count for row in kept) + len(round_.votes) > len(round_.voters):
        raise VoteError("more hands than people")
    if partner is not None and round_.sides is not None:
        own = {person for person in round_.voters if round_.sides.get(person) == partner}
        if sum(hands.values()) > len(own - round_.votes.keys()):
            raise VoteError("more hands than people of the partner")
    made = tuple(Hands(partner=partner, value=value, count=number) for value, number in hands.items() if number)
    return round_.model_copy(update={"hands": (*kept, *made)})


def _check(subject: Subject, vote: Vote) -> None:
    low, high = subject.scale
    if subject.kind is SubjectKind.DOTS:
        known = {option.id for option in subject.options}
        if vote.value is not None or not vote.dots.keys() <= known or sum(vote.dots.values()) > subject.dots:
            raise VoteError(subject.key)
    elif vote.dots or (vote.value is not None and not low <= vote.value <= high):
        raise VoteError(subject.key)


def can_be(round_: Round) -> bool:
    """Whether people can have made this round; one in a file may be made by hand."""
    voters = set(round_.voters)
    low, high = round_.subject.scale
    if len(round_.voters) > MOST_VOTERS or not round_.votes.keys() <= voters or not low < high:
        return False
    if len(round_.votes) + round_.raised > len(voters):
        return False
    if any(row.value is not None and not low <= row.value <= high for row in round_.hands):
        return False
    try:
        for vote in round_.votes.values():
            _check(round_.subject, vote)
    except VoteError:
        return False
    return len({option.id for option in round_.subject.options}) == len(round_.subject.options)


# --- the clock, which locks nothing


def started(name: str, seconds: int, now: datetime) -> Timer:
    """A clock that runs from now."""
    return Timer(name=name, length=seconds, ends=now + timedelta(seconds=seconds))


def paused(timer: Timer, now: datetime) -> Timer:
    """The clock standing still; one that is over stays at zero."""
    return timer.model_copy(update={"ends": None, "left": max(0, timer.seconds_left(now))})


def restarted(timer: Timer, now: datetime) -> Timer:
    """A clock that stood still, running on."""
    return timer.model_copy(update={"ends": now + timedelta(seconds=timer.seconds_left(now)), "left": None})
