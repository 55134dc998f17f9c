"""No page of a werksessie tells a vote that is open, a name, or anything that is marked intern; all are plain Dutch."""

import re
from collections.abc import Iterator
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from models.dossier import Dossier
from models.dossier.choose import FactorDirection, FactorEntry
from models.dossier.explore import Attitude, Stakeholder
from models.dossier.section import Note
from models.knowledge import load_knowledge
from models.storage.records import Ballot, WorkshopRecord
from models.vocabulary import StepId
from models.wording.workshop import (
    agreements_page,
    asked_page,
    differences_page,
    effect_page,
    next_words,
    opening_page,
    parked_page,
    partners_page,
    place_of,
    revealed_page,
    room_page,
    rule_words,
    rules_page,
    script_page,
    setup_page,
    snapshot_of,
    tipping_page,
)
from models.workshop.effect import effect_of
from models.workshop.pages import Page
from models.workshop.records import (
    Agreement,
    ConsensusKind,
    ConsensusRule,
    Decision,
    Dissent,
    DotOption,
    Hands,
    Participant,
    Round,
    Subject,
    SubjectKind,
    Vote,
    Workshop,
)
from models.workshop.revealed import Next
from models.workshop.room import legible
from models.workshop.sealed import sealed
from models.workshop.session import Session, session_of, sessions_of
from models.workshop.stored import workshop_payload
from models.workshop.subjects import subjects_of
from tests.models.knowledge.test_language import AVOID
from tests.models.knowledge.texts import sentences
from tests.models.samples import full, made
from tests.models.workshop.samples import FOURTEEN, NOW, SCORE, round_of, workshop
from tests.strategies import dossiers

KNOWLEDGE = load_knowledge()
MARK = "GEHEIM"
DOTS = Subject(
    kind=SubjectKind.DOTS,
    ref="kansen",
    title="Kansen",
    options=(DotOption(id="a", text="Samen werven"), DotOption(id="b", text="Samen opleiden")),
    dots=3,
)


def texts_of(value: object) -> Iterator[str]:
    """Every text inside a page; ids of figurines are no text, but must not tell anything either."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for entry in value:
            yield from texts_of(entry)


def every_page(dossier: Dossier, session: Session) -> list[Page]:
    """Each kind of page that there is, for a werksessie."""
    held = session.workshop
    effect = effect_of(dossier, KNOWLEDGE, session.rounds, held.decisions)
    pages: list[Page] = [
        *(opening_page(dossier, held), rules_page(KNOWLEDGE, held), agreements_page(held), parked_page(held)),
        *(script_page(KNOWLEDGE, step) for step in StepId),
        room_page(KNOWLEDGE, legible(Decimal(30), Decimal("1.5"))),
        differences_page(dossier, KNOWLEDGE, session),
        effect_page(dossier, KNOWLEDGE, effect),
        tipping_page(KNOWLEDGE, effect),
        setup_page(dossier),
        setup_page(dossier, (snapshot_of(dossier, id="s1", name="Voor", taken=NOW),)),
    ]
    for round_ in session.rounds:
        pages.append(revealed_page(dossier, KNOWLEDGE, session.on(round_.subject.key), len(held.participants)))
        pages.append(partners_page(dossier, KNOWLEDGE, round_))
    subjects = subjects_of(dossier, KNOWLEDGE, held)
    for one in subjects:
        place = place_of(one, subjects)
        pages.append(asked_page(dossier, KNOWLEDGE, one, number=1, done=3, expected=9, place=place))
    return pages


def ids_of(dossier: Dossier) -> tuple[str, ...]:
    return tuple(one.id for one in dossier.partners.active)


def people_of(dossier: Dossier, mark: str = "Naam") -> tuple[Participant, ...]:
    partners = [one.id for one in dossier.partners.active] or [None]
    return tuple(
        Participant(id=f"d{n}", name=f"{mark} {n}", partner=partners[n % len(partners)], role=mark, code=f"{mark}{n}")
        for n in range(1, 13)
    )


def planted(dossier: Dossier, mark: str, attitude: Attitude) -> Dossier:
    """``dossier`` with a mark in all that is intern: attitudes, notes, cards, and a factor that there always is."""
    for step in StepId:
        section = dossier.section(step)
        notes = (*section.notes, Note(id="geheim", text=mark, internal=True))
        dossier = dossier.with_section(step, section.model_copy(update={"notes": notes}))
    card = {"attitude": attitude, "stake": mark, "approach": mark, "action": mark, "owner": mark}
    assert card.keys() <= Stakeholder.model_fields.keys()
    field = dossier.krachtenveld
    held = tuple(one.model_copy(update=card) for one in field.stakeholders)
    dossier = dossier.with_section(StepId.KRACHTENVELD, field.model_copy(update={"stakeholders": held}))
    factor = FactorEntry(id="geheim", direction=FactorDirection.BLOCKING, text=mark, measure=mark, internal=True)
    factors = (*dossier.factoren.factors, factor)
    return dossier.with_section(StepId.FACTOREN, dossier.factoren.model_copy(update={"factors": factors}))


@settings(max_examples=25)
@given(dossiers(), st.sampled_from(FOURTEEN))
def test_no_page_depends_on_anything_intern(dossier: Dossier, value: int) -> None:
    held = workshop().model_copy(update={"participants": people_of(dossier)})
    rounds = [round_of((value,) * 12, one) for one in subjects_of(dossier, KNOWLEDGE, held)[::9]]

    def pages(mark: str, attitude: Attitude) -> list[Page]:
        asked = Subject(kind=SubjectKind.FACTOR, ref="geheim", title=mark)
        closed = (*rounds, round_of(FOURTEEN[:12], asked))
        return every_page(planted(dossier, mark, attitude), session_of(held, closed, ids_of(dossier)))

    assert pages("GEHEIM-A", Attitude.OPPOSED) == pages("GEHEIM-B", Attitude.SUPPORTING)


def secretive() -> tuple[Dossier, Workshop]:
    """A dossier and a werksessie with the mark wherever the room must not look."""
    values = full()
    factor = {"id": "fx", "text": MARK, "direction": "blocking", "internal": True}
    values["factoren"]["factors"].append(factor)
    values["krachtenveld"]["stakeholders"][0] |= {"attitude": "opposed", "approach": MARK}
    dossier = made(values)
    return dossier, workshop().model_copy(
        update={
            "participants": people_of(dossier, MARK),
            "dot_lists": (DOTS,),
            "dissent": (Dissent(id="x", subject=SCORE.key, text=MARK, by=MARK),),
            "decisions": (Decision(subject=SCORE.key, number=1, value=4, by=MARK, at=NOW),),
            "agreements": (Agreement(id="a1", text="De planning maken", owner=f"{MARK} 3"),),
        }
    )


def test_no_name_code_or_dissent_is_on_any_page() -> None:
    dossier, held = secretive()
    asked = Subject(kind=SubjectKind.FACTOR, ref="fx", title=f"Hoe sterk is deze factor: {MARK}?")
    rounds = [round_of(FOURTEEN[:12]), round_of(FOURTEEN[:12], asked)]
    texts = [text for page in every_page(dossier, session_of(held, rounds, ids_of(dossier))) for text in texts_of(page)]
    assert len(texts) > 300
    assert "Deze factor is intern" in texts
    assert [text for text in texts if MARK.casefold() in text.casefold()] == []


def test_a_round_that_is_open_in_the_library_is_on_no_page() -> None:
    dossier, held = secretive()
    option = DotOption(id=MARK, text=MARK)
    dotted = Subject(kind=SubjectKind.DOTS, ref=MARK, title=MARK, options=(option,), dots=3)
    votes = {one.id: Vote(dots={MARK: 3}) for one in held.participants}
    open_rounds = (
        Round(workshop="w1", subject=dotted, voters=tuple(votes), votes=votes),
        round_of((1, 5) * 6, number=2),
    )
    record = WorkshopRecord(id="w1", created=NOW, modified=NOW, payload=workshop_payload(held))
    first = Ballot(id="b1", created=NOW, closed_at=NOW, payload=sealed(round_of(FOURTEEN[:12])))
    others = [Ballot(id=f"o{n}", created=NOW, payload=sealed(one)) for n, one in enumerate(open_rounds)]

    def pages(*ballots: Ballot) -> list[Page]:
        (session,) = sessions_of([record], ballots, ids_of(dossier))
        return every_page(dossier, session)

    assert pages(first, *others) == pages(first)
    assert pages(first) != pages()


def test_every_sentence_is_short_and_says_u() -> None:
    dossier = made(full())
    held = workshop().model_copy(update={"participants": people_of(dossier), "dot_lists": (DOTS,)})
    subjects = subjects_of(dossier, KNOWLEDGE, held)
    spread = (FOURTEEN[:12], (3,) * 12, (1, 5, 2), (1,) * 6 + (5,) * 6)
    rounds = [round_of(spread[n % 4], one) for n, one in enumerate(subjects[:30]) if one.kind is not SubjectKind.DOTS]
    rounds += [round_of(FOURTEEN[:12], one.subject, number=2) for one in rounds[:8]]
    hands = (Hands(partner=None, value=3, count=2),)
    rounds.append(Round(workshop="w1", subject=subjects[0], number=3, hands=hands))
    pages = every_page(dossier, session_of(held, rounds, ids_of(dossier)))
    texts = {text for page in pages for text in texts_of(page)}
    texts |= {rule_words(ConsensusRule(kind=kind, points=n)) for kind in ConsensusKind for n in range(3)}
    texts |= {next_words(after) for after in Next}
    assert len(texts) > 200
    assert [one for text in texts for one in sentences(text) if len(one.split()) > 20] == []
    unfit = re.compile(rf"\b(je|jij|jou|jouw|jullie|workshop|sessie|{'|'.join(AVOID)})\b|!", re.IGNORECASE)
    assert [text for text in texts if unfit.search(text)] == []
