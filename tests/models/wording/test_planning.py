"""Every step, body, note and thing to have ready has words, in short Dutch sentences."""

import re
from datetime import date

import pytest

from models.knowledge import Knowledge
from models.planning import (
    CalendarKind,
    NoteKind,
    Organ,
    PlanNote,
    Ready,
    StepKey,
    budget_calendar,
    decision_calendar,
)
from models.vocabulary import LegalBasis
from models.wording.planning import (
    body_table,
    calendar_title,
    headline,
    note_words,
    ready_words,
    step_table,
    term_words,
    when_words,
    who,
)
from models.wording.planning_notes import NOTES
from models.wording.planning_steps import BODY_NAMES, ORGANS, READY, TITLES
from tests.models.planning.plans import plan_of

NAMES = {f"p{n}": name for n, name in enumerate(("Aalten", "Borne", "Delden", "Ede", "Goes", "Heusden", "Kampen"), 1)}
AVOID = re.compile(r"!|\b(middels|inzake|teneinde|conform|indien|reeds|betreffende|borgen|wij|ons)\b", re.IGNORECASE)


def assert_plain(text: str) -> None:
    assert text == text.strip()
    assert not AVOID.search(text), text
    for sentence in re.split(r"(?<=[.?:])\s", text):
        assert len(sentence.split()) <= 20, sentence


def test_everything_has_words():
    assert set(TITLES) == set(StepKey)
    assert set(READY) == set(Ready)
    assert set(NOTES) == set(NoteKind)
    assert set(ORGANS) | set(BODY_NAMES) == set(Organ)
    assert not set(ORGANS) & set(BODY_NAMES)
    assert all(calendar_title(kind) for kind in CalendarKind)


@pytest.mark.parametrize("key", list(Ready))
def test_what_must_be_ready_is_plain(key: Ready):
    assert READY[key].endswith(".")
    assert_plain(READY[key])


@pytest.mark.parametrize("kind", list(NoteKind))
@pytest.mark.parametrize("number", [1, 2, 7])
def test_notes_are_plain(kind: NoteKind, number: int):
    note = PlanNote(
        kind,
        tuple(NAMES)[:number],
        StepKey.ZIENSWIJZE,
        date(2027, 4, 3),
        date(2027, 4, 7),
        (2029, 2030),
        "Een termijn",
        6,
        LegalBasis.OPENBAAR_LICHAAM,
    )
    text = note_words(note, NAMES)
    assert text.endswith(".")
    assert text[0].isupper() or text[0].isdigit()
    assert "None" not in text and "een onbekende dag" not in text
    assert_plain(text)


def test_many_partners_are_counted():
    text = note_words(PlanNote(NoteKind.MEETINGS_UNKNOWN, tuple(NAMES)), NAMES)
    assert "Aalten, Borne, Delden en vier andere" in text


def test_who_acts(knowledge: Knowledge):
    two, five = (decision_calendar(plan_of(partners=n), knowledge) for n in (2, 5))
    names = [who(step, NAMES) for step in two.steps]
    assert "colleges van Aalten en Borne" in names
    assert "raden van Aalten en Borne" in names
    assert "gemeente van de zetel (Aalten)" in names
    assert "vijf raden" in [who(step, NAMES) for step in five.steps]


def test_the_table_of_steps(knowledge: Knowledge):
    calendar = decision_calendar(plan_of(terms={"principebesluit": 1}), knowledge)
    table = step_table(calendar, NAMES)
    assert table.head == ("Wanneer", "Stap", "Wie", "Termijn", "Grondslag")
    assert table.rows[0][3] == "eigen planning: 1 dag"
    assert [row[3] for row in table.rows if row[1] == "Zienswijze van de raden"] == ["wet: 8 weken"]
    assert [row[4] for row in table.rows if row[1].startswith("Bekendmaking")] == ["artikel 26, eerste lid, Wgr"]
    for step in calendar.steps:
        assert all(ready_words(step)) or not step.ready


def test_last_days_are_called_last_days(knowledge: Knowledge):
    calendar = budget_calendar(plan_of(budget_year=2028), knowledge)
    frames = calendar.steps[0]
    assert when_words(frames) == "uiterlijk 29\u00a0april 2027"
    assert term_words(frames) == "wet: vóór 30\u00a0april"


def test_what_each_body_must_do(knowledge: Knowledge):
    raad = {"p1": {"meetings": ["2027-06-10"]}}
    rows = body_table(decision_calendar(plan_of(raad=raad), knowledge).per_body(), NAMES).rows
    assert ("Raad van Aalten", "op 10\u00a0juni 2027", "Toestemming van de raden") in rows
    assert ("Raad van Aalten", "geen vergadering binnen de termijn", "Zienswijze van de raden") in rows
    assert ("Raad van Borne", "uiterlijk 6\u00a0april 2027", "Zienswijze van de raden") in rows


@pytest.mark.parametrize(
    ("wished", "last"),
    [
        ("2027-06-15", "Er is geen speling."),
        ("2027-06-16", "De speling is 1 dag."),
        ("2028-01-01", "De speling is 200 dagen."),
        (None, "U hebt nog geen gewenste dag ingevuld."),
    ],
)
def test_the_headline_says_the_room_that_is_left(knowledge: Knowledge, wished: str | None, last: str):
    said = headline(decision_calendar(plan_of(in_force=wished), knowledge), NAMES)
    assert said[0] == "De samenwerking kan starten vanaf 15\u00a0juni 2027."
    assert said[-1] == last
    for sentence in said:
        assert_plain(sentence)
