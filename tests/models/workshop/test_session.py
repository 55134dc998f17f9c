"""A stored werksessie, read back as what may be shown of it."""

from datetime import timedelta
from fractions import Fraction

import pytest

from models.storage.records import Ballot, WorkshopRecord
from models.workshop.meeting import Meeting, meetings_of
from models.workshop.records import Hands, Round, Vote
from models.workshop.revealed import Next
from models.workshop.sealed import sealed
from models.workshop.session import session_of, sessions_of, told
from models.workshop.stored import WorkshopError, read_workshop, workshop_payload
from tests.models.workshop.samples import FOURTEEN, NOW, PARTNERS, SCORE, round_of, workshop

OTHER = SCORE.model_copy(update={"ref": "vertrouwen"})


def ballot(key: str, round_: Round, minutes: int | None) -> Ballot:
    closed = None if minutes is None else NOW + timedelta(minutes=minutes)
    return Ballot(id=key, created=NOW, closed_at=closed, payload=sealed(round_))


def record() -> WorkshopRecord:
    return WorkshopRecord(id="w1", created=NOW, modified=NOW, payload=workshop_payload(workshop()))


def test_a_werksessie_as_values_and_back() -> None:
    assert read_workshop(workshop_payload(workshop())) == workshop()


@pytest.mark.parametrize("payload", [{}, {"id": 3}, {"id": "w", "unknown": 1}, {"id": "w", "participants": "x"}])
def test_anything_else_is_no_werksessie(payload: dict[str, object]) -> None:
    with pytest.raises(WorkshopError):
        read_workshop(payload)


def test_an_open_round_is_not_told() -> None:
    ballots = [ballot("b1", round_of(FOURTEEN), 5), ballot("b2", round_of(FOURTEEN, OTHER), None)]
    (held,) = sessions_of([record()], ballots, PARTNERS)
    assert [one.subject for one in held.rounds] == [SCORE] and held.unread == 0
    assert held.next_on(SCORE.key) is Next.GO_ON and held.next_on(OTHER.key) is Next.GO_ON


def test_rounds_on_one_subject_keep_their_order_when_the_clock_was_set_back() -> None:
    rounds = [round_of(FOURTEEN, number=n) for n in (1, 2, 3)]
    ballots = [ballot("b1", rounds[0], 50), ballot("b2", rounds[1], 10), ballot("b3", rounds[2], 20)]
    ballots.append(ballot("b4", round_of(FOURTEEN, OTHER), 15))
    found, unread = told(reversed(ballots))
    assert unread == 0
    assert [(one.round.subject.ref, one.round.number) for one in found] == [
        (SCORE.ref, 1),
        (OTHER.ref, 1),
        (SCORE.ref, 2),
        (SCORE.ref, 3),
    ]
    (held,) = sessions_of([record()], ballots, PARTNERS)
    assert [one.changed for one in held.on(SCORE.key)] == [None, 0, 0]


def test_what_cannot_be_read_is_counted_and_the_rest_stands() -> None:
    damaged = Ballot(id="b0", created=NOW, closed_at=NOW, payload="kapot")
    other = WorkshopRecord(id="w2", created=NOW, modified=NOW, payload={"id": "w2", "participants": 3})
    held = sessions_of([record(), other], [damaged, ballot("b1", round_of(FOURTEEN), 1)], PARTNERS)
    assert [(one.workshop.id, len(one.rounds), one.unread) for one in held] == [("w1", 1, 1)]
    assert [one.workshop.id for one in meetings_of([record(), other], [damaged])] == ["w1"]


def test_harmony_is_told_over_more_than_one_statement() -> None:
    rounds = [round_of(FOURTEEN), round_of(tuple(6 - value for value in FOURTEEN), OTHER)]
    assert session_of(workshop(), rounds[:1], PARTNERS).alike is None
    alike = session_of(workshop(), rounds, PARTNERS).alike
    assert alike is not None and 0 <= alike <= Fraction(1)


def test_rounds_that_were_revealed_before_are_not_revealed_again() -> None:
    rounds = [round_of(FOURTEEN), round_of(FOURTEEN, OTHER)]
    first = session_of(workshop(), rounds[:1], PARTNERS)
    both = session_of(workshop(), rounds, PARTNERS, held=first.rounds)
    assert both == session_of(workshop(), rounds, PARTNERS) and both.rounds[0] is first.rounds[0]


def test_a_meeting_gives_the_library_what_it_was_made_of() -> None:
    made = Meeting(workshop(), NOW).with_round("b1", SCORE, PARTNERS, NOW).with_vote("d1", Vote(value=2))
    still = made.ballot("b1", NOW)
    assert not still.closed
    closed = made.with_round_closed()
    done = closed.ballot("b1", NOW + timedelta(minutes=3))
    assert done.closed_at == NOW + timedelta(minutes=3) and done.created == NOW
    assert meetings_of([closed.record(NOW)], [done])[0].closed == closed.closed
    assert meetings_of([made.record(NOW)], [still])[0].open == made.open
    with pytest.raises(KeyError):
        closed.ballot("b2", NOW)


def test_a_clock_that_was_set_back_makes_no_record_that_ends_before_it_began() -> None:
    made = Meeting(workshop(), NOW).with_round("b1", SCORE, PARTNERS, NOW).with_round_closed()
    early = NOW - timedelta(days=1)
    assert made.record(early).modified == NOW and made.ballot("b1", early).closed_at == NOW


def test_a_round_that_nobody_can_have_made_is_not_read() -> None:
    """Of half a million hands, or of a 9 on a scale to 5, nothing is worked out."""
    hostile = round_of(FOURTEEN).model_copy(update={"hands": (Hands(value=2, count=500),) * 1000})
    outside = round_of((9,) * 6, OTHER)
    found, unread = told([ballot("b1", hostile, 1), ballot("b2", outside, 2), ballot("b3", round_of(FOURTEEN), 3)])
    assert [one.id for one in found] == ["b3"] and unread == 2


@pytest.mark.parametrize("ids", [[f"d{n}" for n in range(100_000)], ["d1", "d1"]])
def test_a_werksessie_of_too_many_people_is_not_read(ids: list[str]) -> None:
    payload = {**workshop_payload(workshop(0)), "participants": [{"id": one} for one in ids]}
    with pytest.raises(WorkshopError):
        read_workshop(payload)
    assert len(read_workshop({**payload, "participants": [{"id": one} for one in ids[:1]]}).participants) == 1


def test_of_a_copy_the_record_has_a_key_of_its_own() -> None:
    """The values and the rounds keep the id of the werksessie; it is written under the key of the record."""
    copied = record().model_copy(update={"id": "w1-kopie"})
    (held,) = meetings_of([copied], [ballot("b1", round_of(FOURTEEN), 1)])
    assert len(held.closed) == 1 and held.workshop.id == "w1"
    assert held.record(NOW).id == "w1-kopie" and read_workshop(held.record(NOW).payload).id == "w1"


def test_two_records_of_one_werksessie_are_one() -> None:
    double = record().model_copy(update={"id": "w9"})
    assert [one.key for one in meetings_of([record(), double], [])] == ["w1"]


def test_of_two_open_rounds_the_last_one_goes_on() -> None:
    old, new = ballot("b1", round_of((1, 2)), None), ballot("b2", round_of((3,), OTHER), None)
    new = new.model_copy(update={"created": NOW + timedelta(minutes=1)})
    for ballots in ([old, new], [new, old]):
        (held,) = meetings_of([record()], ballots)
        assert held.open is not None and held.open.id == "b2" and held.opened_at == new.created
