"""Votes, hands, rounds and the clock."""

from datetime import timedelta

import pytest

from models.workshop.changes import (
    VoteError,
    counted,
    opened,
    paused,
    restarted,
    rule_set,
    started,
    voted,
    withdrawn,
)
from models.workshop.records import ConsensusRule, DotOption, Subject, SubjectKind, Vote
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
