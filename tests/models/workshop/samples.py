"""A small werksessie: fourteen people of three partners, and the answers of look/screens/beamer-uitslag.png."""

from datetime import UTC, datetime

from models.workshop.records import Participant, Round, Subject, SubjectKind, Vote, Workshop

NOW = datetime(2026, 11, 21, 14, 30, tzinfo=UTC)
PARTNERS = ("p1", "p2", "p3")
FOURTEEN = (1, 2, 2, 2, 3, 3, 4, 4, 4, 4, 4, 4, 5, 5)
"""The picture: median 4, the middle half from 2 to 4."""

SCORE = Subject(kind=SubjectKind.SCORE, ref="gelijkwaardigheid", title="Hoeveel zeggenschap wil uw gemeente?")


def workshop(people: int = 14) -> Workshop:
    """People ``d1`` …, in turn of the three partners."""
    rows = tuple(Participant(id=f"d{n}", name=f"Deelnemer {n}", partner=PARTNERS[n % 3]) for n in range(1, people + 1))
    return Workshop(id="w1", name="Werksessie", participants=rows)


def round_of(values: tuple[int | None, ...], subject: Subject = SCORE, number: int = 1) -> Round:
    """A round in which ``d1`` gave the first value, and so on."""
    votes = {f"d{n}": Vote(value=value) for n, value in enumerate(values, start=1)}
    return Round(workshop="w1", subject=subject, number=number, voters=tuple(votes), votes=votes)
