"""Werksessies for the tests of their report: a rich one, an empty one, and one with sixty people of forty partners."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from models.dossier import Dossier, dossier_from_values
from models.dossier.explore import Placed
from models.knowledge import Knowledge
from models.storage.records import Ballot, WorkshopRecord
from models.workshop.records import (
    Agreement,
    Decision,
    Dissent,
    DotOption,
    Parked,
    Participant,
    Round,
    Snapshot,
    Subject,
    SubjectKind,
    Vote,
    Workshop,
)
from models.workshop.sealed import sealed
from models.workshop.session import Session, session_of
from models.workshop.stored import workshop_payload
from models.workshop.subjects import subjects_of
from tests.desktop.report.proposals import with_partners
from tests.models.samples import example

__all__ = [
    "CODES",
    "HIDDEN_NAME",
    "MOMENT",
    "NAMED",
    "ballots_of",
    "crowd",
    "empty_session",
    "lindestreek",
    "record_of",
    "rich",
    "rich_workshop",
    "rounds_of",
    "shown",
    "with_text",
]

MOMENT = datetime(2026, 11, 21, 14, 30, tzinfo=UTC)
NAMED, HIDDEN_NAME = "Marieke de Wit", "Jan van Houten"
CODES = ("KFRB", "ZLPA", "WTEN", "HBXC")
_PARTNERS = ("lindervoort",) * 6 + ("heidebroek",) * 5 + ("zandmeer",) * 3
_ROLES = ("raadslid",) * 4 + ("wethouder", "gemeentesecretaris") + ("raadslid",) * 3 + ("wethouder", "beleidsadviseur")
_OPTIONS = (
    "Eén aanspreekpunt voor inwoners",
    "Vacatures samen vervullen",
    "Lagere kosten voor licenties",
    "Een gezamenlijke opleiding voor nieuwe medewerkers, met een eigen docent en een vaste plek in de week",
    "Vervanging bij ziekte",
)


def lindestreek() -> Dossier:
    """The example of the program."""
    return dossier_from_values(example("lindestreek"))


def _people() -> tuple[Participant, ...]:
    rows = []
    for place, partner in enumerate(_PARTNERS):
        role = _ROLES[place] if place < len(_ROLES) else "regisseur"
        rows.append(Participant(id=f"d{place}", name=f"Pseudo{place}", partner=partner, role=role, code=_code(place)))
    rows[0] = rows[0].model_copy(update={"name": NAMED, "named": True, "spokesperson": True})
    rows[1] = rows[1].model_copy(update={"name": HIDDEN_NAME})
    return (*rows, Participant(id="d99", name="Afwezige", partner="zandmeer", role="raadslid", present=False))


def _code(place: int) -> str:
    return CODES[place] if place < len(CODES) else f"QX{place}"


def _dot_list() -> Subject:
    options = tuple(DotOption(id=f"o{number}", text=text) for number, text in enumerate(_OPTIONS))
    return Subject(kind=SubjectKind.DOTS, ref="kansen", title="Waar zit de meeste winst?", options=options, dots=3)


def rounds_of(workshop: Workshop, dossier: Dossier, knowledge: Knowledge, seed: int = 7) -> tuple[Round, ...]:
    """Two or three rounds on every statement in which people come nearer, some other subjects, and dots."""
    random, people = Random(seed), [one.id for one in workshop.participants if one.present]
    subjects = subjects_of(dossier, knowledge, workshop)
    rounds: list[Round] = []
    for place, subject in enumerate(one for one in subjects if one.kind is SubjectKind.SCORE):
        centre = 1 + place % 5
        for number in range(1, 4 if place % 3 == 0 else 3):
            wide = 0 if place % 4 == 1 and number > 1 else 3 - number
            rounds.append(_round(workshop, subject, number, people, random, centre, wide))
    for kind, most in ((SubjectKind.IMPORTANCE, 4), (SubjectKind.FACTOR, 2), (SubjectKind.INFLUENCE, 2)):
        for subject in [one for one in subjects if one.kind is kind][:most]:
            low, high = subject.scale
            rounds.append(_round(workshop, subject, 1, people, random, (low + high) // 2 + 1, 2))
    interest = next((one for one in subjects if one.kind is SubjectKind.INTEREST), None)
    if interest is not None:
        rounds.append(_round(workshop, interest, 1, people[:2], random, 3, 1))
    return (*rounds, *_dotted(workshop, people, random))


def _round(
    workshop: Workshop, subject: Subject, number: int, people: Sequence[str], random: Random, centre: int, wide: int
) -> Round:
    low, high = subject.scale
    votes = {}
    for place, person in enumerate(people):
        value = min(max(centre + random.randint(-wide, wide) + (place > len(people) * 0.7), low), high)
        votes[person] = Vote() if place == 3 and number == 1 and len(people) > 5 else Vote(value=value)
    return Round(
        workshop=workshop.id,
        subject=subject,
        number=number,
        rule=workshop.rule,
        voters=tuple(people),
        votes=votes,
    )


def _dotted(workshop: Workshop, people: Sequence[str], random: Random) -> tuple[Round, ...]:
    made = []
    for subject in workshop.dot_lists:
        keys = [option.id for option in subject.options]
        votes = {person: Vote(dots={random.choice(keys[:3]): 2, keys[-1]: 1}) for person in people}
        made.append(Round(workshop=workshop.id, subject=subject, voters=tuple(people), votes=votes))
    return tuple(made)


def rich_workshop() -> Workshop:
    """Fourteen people of three partners, and all that a werksessie can hold."""
    return Workshop(
        id="w1",
        name="Eerste werksessie over de Lindestreek",
        held_on=date(2026, 11, 21),
        place="Raadzaal van Lindervoort",
        aim="Samen bepalen wat wij van de samenwerking verwachten, en waar wij nog over moeten praten",
        participants=_people(),
        dot_lists=(_dot_list(),),
        decisions=(
            _decision("score.reikwijdte", 2, 3),
            _decision("score.beleid", 2, 2),
            _decision("importance.reikwijdte", 6, 1),
            _decision("score.beleid", 1, 2, "lindervoort", NAMED),
            _decision("score.routine", 4, 2, "heidebroek", HIDDEN_NAME),
        ),
        dissent=(
            Dissent(id="m1", subject="score.beleid", text="Beleid hoort bij de eigen raad", by=NAMED),
            Dissent(
                id="m2", subject="score.routine", text=f"{HIDDEN_NAME} ziet meer maatwerk dan de rest", by=HIDDEN_NAME
            ),
        ),
        parked=(
            Parked(id="p1", text="Wie betaalt de overgang?"),
            Parked(id="p2", text="Welke systemen blijven", done=True),
        ),
        agreements=(
            Agreement(id="a1", text="Maak een eerste begroting", owner=NAMED, due=date(2026, 12, 18)),
            Agreement(id="a2", text="Vraag de ondernemingsraden om advies", owner=HIDDEN_NAME, due=date(2026, 12, 4)),
            Agreement(id="a3", text="Nodig Waterambt uit voor de volgende werksessie"),
        ),
        snapshots=_snapshots(),
    )


def _decision(subject: str, value: int, number: int, partner: str | None = None, by: str = "") -> Decision:
    return Decision(subject=subject, number=number, partner=partner, value=value, by=by, at=MOMENT)


def _snapshots() -> tuple[Snapshot, ...]:
    names = {"s1": "Inwoners van de Lindestreek", "s2": "Ondernemingsraad", "s3": "Gemeenteraden", "s4": "Waterschap"}
    before = {"s1": (120, 150, 90), "s2": (850, 300, 0), "s3": (500, 330, 180), "s4": (800, 850, 270)}
    after = {"s1": (330, 380, 135), "s2": (640, 400, 225), "s3": (500, 690, 0), "s4": (900, 900, 45)}
    return tuple(
        Snapshot(
            id=name.replace(" ", "-"),
            name=name,
            taken=MOMENT,
            names=names,
            places={key: Placed(x=x, y=y, degrees=turn) for key, (x, y, turn) in places.items()},
            lines=lines,
        )
        for name, places, lines in (
            ("Aan het begin", before, (("s2", "s3"),)),
            ("Aan het eind", after, (("s2", "s3"), ("s1", "s3"))),
        )
    )


def shown(workshop: Workshop, rounds: Sequence[Round], dossier: Dossier, unread: int = 0) -> Session:
    """What may be shown of closed rounds."""
    return session_of(workshop, rounds, [partner.id for partner in dossier.partners.active], unread)


def rich(knowledge: Knowledge) -> tuple[Dossier, Session]:
    """The rich werksessie with its dossier."""
    dossier, workshop = lindestreek(), rich_workshop()
    return dossier, shown(workshop, rounds_of(workshop, dossier, knowledge), dossier)


def empty_session() -> Session:
    """A werksessie of which nothing is known but that it is there."""
    return Session(Workshop(id="w0"), ())


def crowd(knowledge: Knowledge) -> tuple[Dossier, Session]:
    """Sixty people of forty partners."""
    dossier = dossier_from_values(with_partners(example("lindestreek"), 40))
    keys = [partner.id for partner in dossier.partners.active]
    people = tuple(
        Participant(id=f"d{n}", name=f"Deelnemer {n}", partner=keys[n % 3 if n < 30 else n % 40], role="raadslid")
        for n in range(60)
    )
    workshop = rich_workshop().model_copy(update={"participants": people, "decisions": ()})
    return dossier, shown(workshop, rounds_of(workshop, dossier, knowledge), dossier)


def with_text(text: str, knowledge: Knowledge) -> tuple[Dossier, Session]:
    """The rich werksessie with ``text`` wherever people type."""
    values: Mapping[str, Any] = deepcopy(example("lindestreek"))
    dossier, held = dossier_from_values(dict(values)), rich_workshop()
    options = tuple(option.model_copy(update={"text": text}) for option in _dot_list().options)
    people = (
        held.participants[0].model_copy(update={"name": text, "role": text}),
        *(one.model_copy(update={"role": text}) for one in held.participants[1:]),
    )
    snapshots = tuple(
        one.model_copy(update={"name": text, "names": dict.fromkeys(one.names, text)}) for one in held.snapshots
    )
    workshop = held.model_copy(
        update={
            "name": text,
            "place": text,
            "aim": text,
            "participants": people,
            "dot_lists": (_dot_list().model_copy(update={"title": text, "options": options}),),
            "dissent": (Dissent(id="m", subject=text, text=text, by=text),),
            "parked": (Parked(id="p", text=text),),
            "agreements": (Agreement(id="a", text=text, owner=text),),
            "snapshots": snapshots,
        }
    )
    return dossier, shown(workshop, rounds_of(workshop, dossier, knowledge), dossier)


def ballots_of(rounds: Sequence[Round], *, closed: bool = True) -> tuple[Ballot, ...]:
    """The rounds as the library has them."""
    return tuple(
        Ballot(
            id=f"b{place}" if closed else f"open{place}",
            created=MOMENT,
            closed_at=MOMENT + timedelta(minutes=place + 1) if closed else None,
            payload=sealed(round_),
        )
        for place, round_ in enumerate(rounds)
    )


def record_of(workshop: Workshop, minutes: int = 0) -> WorkshopRecord:
    """The werksessie as the library has it."""
    later = MOMENT + timedelta(minutes=minutes)
    return WorkshopRecord(id=workshop.id, created=later, modified=later, payload=workshop_payload(workshop))
