"""The pages around the rounds: opening, rules, script, agreements, netwerkopstelling; and the clock."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from models.dossier import Dossier
from models.knowledge import load_knowledge
from models.vocabulary import StepId
from models.wording.workshop import (
    agreements_page,
    next_words,
    opening_page,
    parked_page,
    room_page,
    rule_words,
    rules_page,
    script_page,
    setup_page,
    snapshot_of,
    timer_words,
)
from models.workshop.pages import Setup
from models.workshop.records import (
    Agreement,
    ConsensusKind,
    ConsensusRule,
    Parked,
    Participant,
    Workshop,
)
from models.workshop.revealed import Next
from models.workshop.room import legible
from tests.models.samples import made, minimal, statements
from tests.models.workshop.samples import NOW, workshop

KNOWLEDGE = load_knowledge()
THREE = made(statements({"gelijkwaardigheid": 3}, partners=3))


# --- around the rounds


@pytest.mark.parametrize(
    ("kind", "points", "words"),
    [
        (ConsensusKind.MIDDLE_HALF, 1, "de middelste helft van de antwoorden hooguit 1 punt uit elkaar ligt."),
        (ConsensusKind.MIDDLE_HALF, 0, "de middelste helft van de antwoorden hetzelfde antwoord is."),
        (ConsensusKind.NEAR_MEDIAN, 2, "80% van de antwoorden hooguit 2 punten van het midden ligt."),
        (ConsensusKind.NEAR_MEDIAN, 0, "80% van de antwoorden gelijk is aan het midden."),
    ],
)
def test_the_rule_is_told_in_words(kind: ConsensusKind, points: int, words: str) -> None:
    told = rule_words(ConsensusRule(kind=kind, points=points))
    assert words in told
    assert ("van 0 tot en met 10" in told) == (points > 0)
    assert rules_page(KNOWLEDGE, workshop()).rows[-1] == rule_words(ConsensusRule())


def test_each_reason_for_or_against_another_round_has_words() -> None:
    assert len({next_words(after) for after in Next}) == len(Next)
    assert next_words(Next.AGREED) == "Nog een ronde is niet nodig: u bent het eens."


@pytest.mark.parametrize(
    ("seconds", "words"), [(252, "4:12"), (0, "0:00"), (-1, "+0:01"), (-35, "+0:35"), (-60, "+1:00"), (3600, "60:00")]
)
def test_the_clock(seconds: int, words: str) -> None:
    assert timer_words(seconds) == words


def test_agreements_and_points_for_later_name_nobody() -> None:
    people = (Participant(id="d1", name="Jan de Vries", named=True), Participant(id="d2", name="kraai"))
    held = Workshop(
        id="w1",
        participants=people,
        agreements=(
            Agreement(id="a1", text="jan de vries belt de provincie", owner="Jan", due=date(2027, 1, 5)),
            Agreement(id="a2", text="De planning maken", owner="griffie van Borne"),
            Agreement(id="a3", text="Iets anders", owner="Kraai"),
            Agreement(id="a4", text=" "),
        ),
        parked=(Parked(id="q1", text="Huisvesting, zegt Jan de Vries"), Parked(id="q2", text="Archief", done=True)),
    )
    assert agreements_page(held).rows == (
        "Een deelnemer belt de provincie. Wie: een deelnemer. Wanneer: 5\u00a0januari 2027.",
        "De planning maken. Wie: griffie van Borne.",
        "Iets anders. Wie: een deelnemer.",
    )
    assert parked_page(held).rows == ("Huisvesting, zegt een deelnemer.",)
    assert parked_page(held).note == "Al besproken: 1."
    nothing = Workshop(id="w1")
    assert agreements_page(nothing).note == "Er zijn nog geen afspraken."
    assert parked_page(nothing).note == "Er staat niets open."


def test_the_opening_says_who_and_where() -> None:
    held = workshop(13).model_copy(update={"held_on": date(2026, 11, 21), "place": "Borne", "aim": "Kiezen"})
    page = opening_page(THREE, held)
    assert (page.title, page.place, page.text) == ("Werksessie", "21\u00a0november 2026", "Kiezen.")
    assert page.note == "13 deelnemers, van drie partners. Plaats: Borne."
    assert opening_page(THREE, Workshop(id="w1")).title == THREE.title


def test_the_room_reads_a_line_aloud() -> None:
    page = room_page(KNOWLEDGE, legible(Decimal(9), Decimal("1.5")))
    assert page.title == "Kan iedereen dit lezen?"
    assert page.note == "De letters zijn 3,4% van de hoogte van het beeld."
    assert "te ver weg" in room_page(KNOWLEDGE, legible(Decimal(30), Decimal("1.5"))).note


def test_the_script_of_every_step_is_a_page() -> None:
    pages = {step: script_page(KNOWLEDGE, step) for step in StepId}
    assert pages[StepId.VORM].place == "Ongeveer 75 minuten"
    assert pages[StepId.VORM].note.startswith("Iedereen klaar: ga verder met")
    assert (pages[StepId.UREN].place, len(pages[StepId.UREN].rows)) == ("Vooraf", 1)


# --- netwerkopstelling


def field(**edits: Any) -> Dossier:
    rows = [
        {"id": "raad", "name": "De raad", "place": {"x": 100, "y": 900, "degrees": 90}},
        {"id": "or", "name": "De ondernemingsraad", "participation": "meedoen"},
    ]
    ties = [("raad", "or"), ("or", "raad"), ("raad", "raad")]
    relations = [{"id": f"r{n}", "source": a, "target": b} for n, (a, b) in enumerate(ties)]
    return made(minimal(krachtenveld={"stakeholders": rows, "relations": relations}), edits)


def test_who_was_placed_stands_there_and_the_others_in_their_ring() -> None:
    page = setup_page(field())
    assert isinstance(page, Setup)
    (board,) = page.boards
    raad, council = board.figurines
    assert (raad.name, raad.x, raad.y, raad.degrees) == ("De raad", 0.1, 0.9, 90)
    assert council.degrees is None
    assert 0 < council.x < 1
    assert 0 < council.y < 1
    assert board.lines == (("raad", "or"),)
    assert setup_page(made(minimal())).note == "Er staat nog niemand."


def test_two_moments_stand_beside_each_other() -> None:
    before = snapshot_of(field(), id="s1", name="Voor", taken=NOW)
    moved = field(**{"krachtenveld.stakeholders.0.place": {"x": 500, "y": 500}})
    page = setup_page(moved, (before, snapshot_of(moved, id="s2", name="", taken=NOW)))
    assert [board.caption for board in page.boards] == ["Voor", "Opstelling 2"]
    assert page.boards[0].figurines == setup_page(field()).boards[0].figurines
    assert [board.figurines[0].x for board in page.boards] == [0.1, 0.5]
    assert page.boards[0].lines == (("raad", "or"),)
    with pytest.raises(ValueError, match="3"):
        setup_page(moved, (before,) * 3)
