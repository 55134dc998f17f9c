"""What leaves the laptop of a werksessie in an exchange file: who gave which answer stays behind.

Each closed round goes along with other ids for its voters: the same for one person in every round, drawn anew for each
file and kept nowhere. All that a round may say follows from them as it did; only "uw vorige antwoord" does not.
Somebody who stands for a partner alone can still be recognised: a round keeps which partner each answer is of.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from random import Random, SystemRandom

from models.storage.records import Ballot, ExchangeContents, WorkshopRecord
from models.workshop.records import Round
from models.workshop.sealed import SealError, sealed, unsealed
from models.workshop.stored import WorkshopError, read_workshop

__all__ = ["for_others"]


def for_others(contents: ExchangeContents, random: Random | None = None) -> ExchangeContents:
    """``contents`` of the library, fit to be given away. A round that cannot be read is left out."""
    rounds: list[tuple[Ballot, Round]] = []
    for ballot in contents.ballots:
        try:
            rounds.append((ballot, unsealed(ballot.payload)))
        except SealError:
            continue
    if not contents.ballots:
        return contents
    people = sorted({person for _, round_ in rounds for person in {*round_.voters, *round_.votes}})
    numbers = list(range(1, len(people) + 1))
    (random or SystemRandom()).shuffle(numbers)
    other = {person: f"anoniem-{number}" for person, number in zip(people, numbers, strict=True)}
    stood = _stood(contents.workshops)
    kept = tuple(
        ballot.model_copy(update={"payload": sealed(_renamed(round_, other, stood))}) for ballot, round_ in rounds
    )
    return replace(contents, ballots=kept)


def _stood(records: Iterable[WorkshopRecord]) -> Mapping[str, str]:
    """For which partner people stand now, for a round that did not note it."""
    found: dict[str, str] = {}
    for record in records:
        try:
            people = read_workshop(record.payload).participants
        except WorkshopError:
            continue
        found |= {one.id: one.partner for one in people if one.partner is not None}
    return found


def _renamed(round_: Round, other: Mapping[str, str], stood: Mapping[str, str]) -> Round:
    """In the order of the new ids: the old one would tell who is who."""
    votes = {other[person]: vote for person, vote in round_.votes.items()}
    before = round_.sides if round_.sides is not None else stood
    sides = {other[person]: side for person, side in before.items() if person in other}
    return round_.model_copy(
        update={
            "voters": tuple(sorted(other[person] for person in round_.voters)),
            "votes": dict(sorted(votes.items())),
            "sides": dict(sorted(sides.items())),
        }
    )
