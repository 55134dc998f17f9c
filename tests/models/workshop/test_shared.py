"""What an exchange file tells of a werksessie: all that may be known, and not who gave which answer."""

from pathlib import Path
from random import Random

import pytest

from models.storage.exchange import exchange_bytes, read_any
from models.storage.library import Library
from models.storage.records import Ballot, ExchangeContents, WorkshopRecord
from models.workshop.records import Round
from models.workshop.sealed import sealed, unsealed
from models.workshop.session import sessions_of
from models.workshop.shared import for_others
from models.workshop.stored import workshop_payload
from tests.models.storage.helpers import make_dossier
from tests.models.workshop.samples import FOURTEEN, NOW, PARTNERS, SCORE, round_of, workshop

OTHER = SCORE.model_copy(update={"ref": "vertrouwen"})


def contents(*, noted: bool = True) -> ExchangeContents:
    """Two rounds on one statement and one on another; ``noted``: with the partner of each voter."""
    held = workshop()
    sides = {one.id: one.partner for one in held.participants if one.partner} if noted else None
    later = tuple(reversed(FOURTEEN))
    rounds = [round_of(FOURTEEN), round_of(later, number=2), round_of(later, OTHER)]
    ballots = tuple(
        Ballot(id=f"b{n}", created=NOW, closed_at=NOW, payload=sealed(one.model_copy(update={"sides": sides})))
        for n, one in enumerate(rounds)
    )
    record = WorkshopRecord(id="w1", created=NOW, modified=NOW, payload=workshop_payload(held))
    return ExchangeContents(make_dossier(), ballots=ballots, workshops=(record,))


def rounds_of(given: ExchangeContents) -> list[Round]:
    return [unsealed(one.payload) for one in given.ballots]


@pytest.mark.parametrize("noted", [True, False])
def test_all_that_may_be_known_goes_along(noted: bool) -> None:
    given = contents(noted=noted)
    shared = for_others(given, Random(5))
    assert sessions_of(shared.workshops, shared.ballots, PARTNERS) == sessions_of(
        given.workshops, given.ballots, PARTNERS
    )


def test_nobody_is_in_a_round_by_the_own_id_and_one_person_has_one_other_in_all() -> None:
    given, shared = contents(), for_others(contents(), Random(5))
    people = {one.id for one in workshop().participants}
    for before, after in zip(rounds_of(given), rounds_of(shared), strict=True):
        assert not people & {*after.voters, *after.votes, *(after.sides or {})}
        assert sorted(str(vote) for vote in after.votes.values()) == sorted(str(vote) for vote in before.votes.values())
        assert list(after.votes) == sorted(after.votes) and list(after.voters) == sorted(after.voters)
    first, second, other = rounds_of(shared)
    assert set(first.votes) == set(second.votes) == set(other.votes)


def test_each_file_has_ids_of_its_own() -> None:
    assert len({for_others(contents()).ballots[0].payload for _ in range(5)}) > 1


def test_what_cannot_be_read_stays_behind() -> None:
    given = contents()
    damaged = given.ballots[0].model_copy(update={"id": "b9", "payload": "kapot"})
    shared = for_others(ExchangeContents(given.dossier, ballots=(*given.ballots, damaged), workshops=given.workshops))
    assert [one.id for one in shared.ballots] == ["b0", "b1", "b2"]


def test_without_rounds_nothing_changes() -> None:
    given = ExchangeContents(make_dossier())
    assert for_others(given) is given


def test_a_file_that_comes_back_changes_no_round_that_was_held_here(tmp_path: Path) -> None:
    with Library.open(tmp_path / "m.db") as library:
        _comes_back(library)


def _comes_back(library: Library) -> None:
    given = contents()
    library.save(given.dossier)
    library.put_workshop("aa", given.workshops[0])
    for ballot in given.ballots:
        library.put_ballot("aa", ballot)
    data = exchange_bytes(for_others(library.contents_for_exchange("aa")))
    library.import_exchange(read_any(data))
    assert library.ballots("aa") == given.ballots
