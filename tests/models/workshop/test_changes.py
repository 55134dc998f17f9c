"""Votes, hands, rounds and the clock."""

from datetime import timedelta

import pytest

from models.workshop.changes import (
    MOST_VOTERS,
    VoteError,
    can_be,
    counted,
    opened,
    paused,
    restarted,
    rule_set,
    started,
    voted,
    withdrawn,
)
from models.workshop.records import ConsensusRule, DotOption, Hands, Participant, Round, Subject, SubjectKind, Vote
from models.workshop.revealed import Harmony, revealed
from tests.models.workshop.samples import FOURTEEN, NOW, PARTNERS, SCORE, round_of, workshop


def test_a_round_is_for_those_present_with_the_rule_of_before() -> None:
    people = workshop(3).participants
    away = workshop(3).model_copy(
        update={"participants": (*people[:2], people[2].model_copy(update={"present": False}))}
    )
    first = opened(away, SCORE)
    assert (first.number, first.voters, first.rule) == (1, ("d1", "d2"), ConsensusRule())
    seen = revealed(round_of(FOURTEEN), workshop().participants, PARTNERS)
    stricter = workshop().model_copy(update={"rule": ConsensusRule(points=0)})
    second = opened(stricter, SCORE, (seen,))
    assert (second.number, second.rule) == (2, ConsensusRule())
    with pytest.raises(ValueError, match="three"):
        opened(workshop(), SCORE, (seen._replace(number=3),))
    with pytest.raises(ValueError, match="three"):
        opened(workshop(), SCORE, (seen._replace(number=3, harmony=Harmony.AGREED),))


def test_the_rule_is_fixed_before_the_first_round() -> None:
    rule = ConsensusRule(points=2)
    assert rule_set(workshop(), rule, 0).rule == rule
    assert rule_set(workshop(), workshop().rule, 5) == workshop()
    with pytest.raises(ValueError, match="fixed"):
        rule_set(workshop(), rule, 1)


def test_a_vote_can_be_changed_and_taken_back_until_it_closes() -> None:
    round_ = opened(workshop(2), SCORE)
    once = voted(round_, "d1", Vote(value=2))
    again = voted(once, "d1", Vote(value=5))
    assert again.votes == {"d1": Vote(value=5)}
    assert again.done == {"d1"}
    assert voted(again, "d2", Vote()).votes["d2"].abstained
    assert withdrawn(again, "d1").votes == {}


_DOTS = Subject(kind=SubjectKind.DOTS, ref="k", options=(DotOption(id="a", text="A"),), dots=2)


@pytest.mark.parametrize(
    ("subject", "person", "vote"),
    [
        (SCORE, "d9", Vote(value=3)),
        (SCORE, "d1", Vote(value=0)),
        (SCORE, "d1", Vote(value=6)),
        (SCORE, "d1", Vote(dots={"a": 1})),
        (_DOTS, "d1", Vote(value=1)),
        (_DOTS, "d1", Vote(dots={"a": 3})),
        (_DOTS, "d1", Vote(dots={"b": 1})),
    ],
)
def test_a_vote_that_cannot_be_is_refused(subject: Subject, person: str, vote: Vote) -> None:
    with pytest.raises(VoteError):
        voted(opened(workshop(2), subject), person, vote)


def test_hands_are_counted_per_partner_and_counted_anew() -> None:
    round_ = counted(opened(workshop(), SCORE), "p1", {2: 3, 4: 0, None: 1})
    for wrong in ({11: 1}, {2: 501}, {2: -1}, {2: 15}):
        with pytest.raises(VoteError):
            counted(round_, "p1", wrong)
    with pytest.raises(VoteError):
        counted(voted(round_, "d1", Vote(value=2)), "p2", {2: 10})
    assert round_.raised == 4
    both = counted(counted(round_, "p2", {5: 2}), "p1", {1: 1})
    assert {(row.partner, row.value, row.count) for row in both.hands} == {("p2", 5, 2), ("p1", 1, 1)}
    with pytest.raises(VoteError):
        counted(round_, "p1", {9: 1})
    with pytest.raises(VoteError):
        counted(opened(workshop(), _DOTS), "p1", {1: 1})


def test_the_clock_runs_stands_still_and_goes_past_zero() -> None:
    clock = started("Met z'n tweeën", 120, NOW)
    assert clock.seconds_left(NOW + timedelta(seconds=30)) == 90
    still = paused(clock, NOW + timedelta(seconds=30))
    assert still.seconds_left(NOW + timedelta(hours=1)) == 90
    on = restarted(still, NOW + timedelta(hours=1))
    assert on.seconds_left(NOW + timedelta(hours=1, seconds=91)) == -1
    assert paused(on, NOW + timedelta(hours=2)).seconds_left(NOW) == 0


def test_a_round_notes_for_whom_people_were_there() -> None:
    people = (*workshop(2).participants, Participant(id="los"), Participant(id="weg", partner="p1", present=False))
    made = opened(workshop().model_copy(update={"participants": people}), SCORE)
    assert made.voters == ("d1", "d2", "los")
    assert made.sides == {"d1": "p2", "d2": "p3"}


def test_nobody_answers_twice_by_hand_and_by_vote() -> None:
    full = counted(opened(workshop(3), SCORE), None, {2: 2, None: 1})
    with pytest.raises(VoteError):
        voted(full, "d1", Vote(value=2))
    one_left = voted(counted(full, None, {2: 2}), "d1", Vote(value=2))
    assert voted(one_left, "d1", Vote(value=5)).votes["d1"].value == 5, "an answer can still change"
    with pytest.raises(VoteError):
        voted(one_left, "d2", Vote())


_HELD = round_of(FOURTEEN)
_POINTS = _DOTS.model_copy(update={"options": (DotOption(id="a", text="A"), DotOption(id="a", text="B"))})


@pytest.mark.parametrize(
    "made",
    [
        _HELD.model_copy(update={"voters": _HELD.voters[1:]}),
        _HELD.model_copy(update={"votes": {**_HELD.votes, "d1": Vote(value=9)}}),
        _HELD.model_copy(update={"votes": {**_HELD.votes, "d1": Vote(dots={"a": 1})}}),
        _HELD.model_copy(update={"hands": (Hands(value=2, count=500),) * 20_000}),
        _HELD.model_copy(update={"votes": {}, "hands": (Hands(value=0, count=3),)}),
        Round(workshop="w1", subject=SCORE, voters=tuple(f"d{n}" for n in range(MOST_VOTERS + 1))),
        Round(workshop="w1", subject=_DOTS.model_copy(update={"dots": 0})),
        Round(workshop="w1", subject=_POINTS),
    ],
)
def test_a_round_that_nobody_can_have_made(made: Round) -> None:
    assert can_be(_HELD) and not can_be(made)


def test_no_more_hands_than_people_of_the_partner() -> None:
    round_ = opened(workshop(6), SCORE)  # two of each partner
    once = voted(round_, "d1", Vote(value=2))
    assert counted(once, "p1", {3: 2}).raised == 2
    assert counted(once, "p2", {3: 1}).raised == 1
    with pytest.raises(VoteError):
        counted(once, "p2", {3: 2})
    assert counted(round_.model_copy(update={"sides": None}), "p2", {3: 5}).raised == 5
