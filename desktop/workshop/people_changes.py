"""What the facilitator does with the people of a werksessie, as pure changes of the werksessie."""

from collections.abc import Collection, Iterable, Mapping
from random import Random
from typing import Any

from models.dossier.edit import fresh_id
from models.workshop.codes import new_codes
from models.workshop.records import Participant, Workshop

__all__ = ["MOST_PEOPLE", "added", "changed", "pasted", "people_words", "put_back", "removed", "with_codes"]

MOST_PEOPLE = 300
"""More people fit in no room where one laptop goes round."""


def people_words(number: int) -> str:
    """``14 deelnemers``."""
    return f"{number} {'deelnemer' if number == 1 else 'deelnemers'}"


def added(workshop: Workshop, people: Iterable[Participant]) -> Workshop:
    """The werksessie with more people, as far as there is room."""
    return workshop.model_copy(update={"participants": (*workshop.participants, *people)[:MOST_PEOPLE]})


def changed(workshop: Workshop, key: str, **values: Any) -> Workshop:
    """The werksessie with other values for one participant; a partner has one woordvoerder at most."""
    before = workshop.participant(key)
    if before is None:
        return workshop
    made = Participant.model_validate({**dict(before), **values})
    if made.partner is None and made.spokesperson:
        made = made.model_copy(update={"spokesperson": False})
    return workshop.model_copy(update={"participants": tuple(_beside(one, made) for one in workshop.participants)})


def _beside(one: Participant, made: Participant) -> Participant:
    if one.id == made.id:
        return made
    if made.spokesperson and one.spokesperson and one.partner == made.partner:
        return one.model_copy(update={"spokesperson": False})
    return one


def removed(workshop: Workshop, key: str) -> Workshop:
    """The werksessie without one participant."""
    left = tuple(one for one in workshop.participants if one.id != key)
    return workshop.model_copy(update={"participants": left})


def put_back(workshop: Workshop, person: Participant, place: int) -> Workshop:
    """The werksessie with a participant that was removed, at its old place."""
    if workshop.participant(person.id) is not None:
        return workshop
    people = workshop.participants
    back = workshop.model_copy(update={"participants": (*people[:place], person, *people[place:])})
    return changed(back, person.id, spokesperson=person.spokesperson)


def pasted(text: str, partners: Mapping[str, str], roles: Collection[str]) -> tuple[Participant, ...]:
    """The people in lines such as ``naam; gemeente; rol``; tabs separate too, as a spreadsheet copies them.

    ``partners``: names by id. What is no partner is part of the role, so that nothing that was pasted gets lost.
    """
    by_name = {name.strip().casefold(): key for key, name in partners.items()}
    known = {role.casefold(): role for role in roles}
    found = []
    for line in text.splitlines():
        name, *rest = (part.strip() for part in line.replace("\t", ";").split(";"))
        if name:
            partner = by_name.get(_bare(rest[0])) if rest else None
            words = [part for part in (rest[1:] if partner else rest) if part]
            role = ", ".join(known.get(part.casefold(), part) for part in words)
            found.append(Participant(id=fresh_id(), name=name, partner=partner, role=role))
    return tuple(found)


def _bare(name: str) -> str:
    return name.casefold().removeprefix("gemeente ").strip()


def with_codes(workshop: Workshop, random: Random, *, everybody: bool) -> Workshop:
    """The werksessie with a code on paper for those without one, or new ones for ``everybody``."""
    people = workshop.participants
    kept = () if everybody else tuple(one.code for one in people if one.code)
    # An old code must not open the door for somebody else.
    taken = {one.code for one in people if one.code}
    fresh = iter(new_codes(len(people) - len(kept), taken, random))
    made = tuple(one if one.code and not everybody else one.model_copy(update={"code": next(fresh)}) for one in people)
    return workshop.model_copy(update={"participants": made})
