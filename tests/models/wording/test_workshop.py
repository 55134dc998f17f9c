"""A question and its outcome read as on the pictures, and few answers tell nothing."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.knowledge import load_knowledge
from models.knowledge.workshop import Situation
from models.wording.workshop import (
    asked_page,
    partners_page,
    place_of,
    revealed_page,
    talk_of,
)
from models.wording.workshop_words import label_of, situation_of
from models.workshop.pages import Asked, Counted, Listed
from models.workshop.records import (
    ConsensusKind,
    ConsensusRule,
    DotOption,
    Hands,
    Participant,
    Round,
    Subject,
    SubjectKind,
    Vote,
)
from models.workshop.revealed import Revealed, revealed
from models.workshop.subjects import subjects_of
from tests.models.samples import full, made, statements
from tests.models.workshop.samples import FOURTEEN, PARTNERS, SCORE, round_of, workshop

KNOWLEDGE = load_knowledge()
THREE = made(statements({"gelijkwaardigheid": 3}, partners=3))
IMPORTANCE = Subject(kind=SubjectKind.IMPORTANCE, ref="routine", title="Hoe zwaar telt dit mee: Soort werk?")
DOTS = Subject(
    kind=SubjectKind.DOTS,
    ref="kansen",
    title="Kansen",
    options=(DotOption(id="a", text="Samen werven"), DotOption(id="b", text="Samen opleiden")),
    dots=3,
)


def closed(values: Iterable[int | None], subject: Subject = SCORE, number: int = 1, **changes: Any) -> Revealed:
    """A revealed round of ``samples.workshop`` people, who are of three partners in turn."""
    held = tuple(values)
    round_ = round_of(held, subject, number).model_copy(update=changes)
    return revealed(round_, workshop(len(held)).participants, PARTNERS)


def dots(*given_: dict[str, int]) -> Revealed:
    votes = {f"d{n}": Vote(dots=row) for n, row in enumerate(given_, start=1)}
    round_ = Round(workshop="w1", subject=DOTS, voters=tuple(votes), votes=votes)
    return revealed(round_, workshop(len(given_)).participants, PARTNERS)


def counted_page(*rounds: Revealed, people: int = 14) -> Counted:
    page = revealed_page(THREE, KNOWLEDGE, rounds, people, (7, 13))
    assert isinstance(page, Counted)
    return page


# --- asking


def test_a_statement_is_asked_as_on_the_picture() -> None:
    page = asked_page(THREE, KNOWLEDGE, SCORE, number=1, done=11, expected=14, place=(7, 13))
    assert isinstance(page, Asked)
    assert (page.part, page.place, page.question) == ("Samenwerkingsvorm", "Stelling 7 van 13", SCORE.title)
    assert page.help == "Denk aan besluiten over geld, mensen en werkwijze."
    assert page.stops == (1, 2, 3, 4, 5)
    assert page.words[1] == "Bij grote keuzes telt elke partner even zwaar"
    assert page.note == "Stemmen binnen: 11 van 14. Ronde 1 van hooguit 3. Stemmen zijn anoniem."


def test_each_kind_stands_in_its_part() -> None:
    dossier = made(full())
    subjects = subjects_of(dossier, KNOWLEDGE, workshop().model_copy(update={"dot_lists": (DOTS,)}))
    first = {one.kind: one for one in reversed(subjects)}
    pages = {
        kind: asked_page(dossier, KNOWLEDGE, one, number=2, done=0, expected=1, place=place_of(one, subjects))
        for kind, one in first.items()
    }
    assert {kind: page.part for kind, page in pages.items()} == {
        SubjectKind.SCORE: "Samenwerkingsvorm",
        SubjectKind.IMPORTANCE: "Samenwerkingsvorm",
        SubjectKind.FACTOR: "Wat helpt en wat hindert",
        SubjectKind.INFLUENCE: "Krachtenveld",
        SubjectKind.INTEREST: "Krachtenveld",
        SubjectKind.DOTS: "Stippen geven",
    }
    assert pages[SubjectKind.SCORE].place == "Stelling 1 van 13"
    assert pages[SubjectKind.IMPORTANCE].stops == tuple(range(11))
    assert pages[SubjectKind.DOTS].rows == ("Samen werven", "Samen opleiden")
    assert pages[SubjectKind.DOTS].marks == ()
    assert "Ieder heeft drie stippen." in pages[SubjectKind.DOTS].note
    assert "Ronde 2 van hooguit 3." in pages[SubjectKind.DOTS].note


def test_a_belanghebbende_has_a_short_label() -> None:
    dossier = made(full())
    name = dossier.krachtenveld.stakeholders[0].name
    subjects = subjects_of(dossier, KNOWLEDGE, workshop())
    found = [one for one in subjects if one.ref == dossier.krachtenveld.stakeholders[0].id]
    assert [label_of(dossier, KNOWLEDGE, one) for one in found] == [f"Invloed: {name}", f"Belang: {name}"]
    gone = found[0].model_copy(update={"ref": "weg"})
    assert label_of(dossier, KNOWLEDGE, gone) == found[0].title


def test_a_subject_that_is_not_one_of_them_has_no_place() -> None:
    assert place_of(SCORE, (IMPORTANCE, DOTS)) is None
    assert asked_page(THREE, KNOWLEDGE, SCORE, number=1, done=0, expected=1).place == ""


def test_a_statement_of_another_version_is_shown_without_words() -> None:
    other = Subject(kind=SubjectKind.SCORE, ref="later", title="Wat vindt u hiervan?")
    page = asked_page(THREE, KNOWLEDGE, other, number=1, done=0, expected=3)
    assert (page.question, page.words) == ("Wat vindt u hiervan?", ("", "", ""))
    assert page.help == KNOWLEDGE.workshop.kind_prompts[SubjectKind.SCORE]
    assert revealed_page(THREE, KNOWLEDGE, (closed(FOURTEEN, other),), 14).ends == ("", "")


# --- outcomes


def test_an_outcome_reads_as_on_the_picture() -> None:
    page = counted_page(closed(FOURTEEN))
    assert page.verdict == "U bent het nog niet eens"
    assert (
        page.reason == "Het midden is 4. De middelste helft ligt tussen 2 en 4. De afspraak: eens bij 1 punt verschil."
    )
    assert page.answers == "14 antwoorden van 14 deelnemers"
    assert page.note == "Ronde 1 van hooguit 3. Stemmen zijn anoniem."
    assert (page.spread.median, page.spread.low, page.spread.high) == (4, 2, 4)
    assert page.ends == ("één mag leiden", "ieder evenveel")
    assert page.talk in KNOWLEDGE.workshop.questions(Situation.NEARLY)


def test_agreement_halves_and_abstentions_are_told() -> None:
    page = counted_page(closed((3, 3, 3, 4, 4, 4, None)), people=9)
    assert page.verdict == "U bent het eens"
    assert page.reason.startswith("Het midden is 3,5. De middelste helft ligt tussen 3 en 4.")
    assert page.answers == "6 antwoorden van 9 deelnemers"
    assert page.note.endswith("Zonder antwoord: 1.")
    same = counted_page(closed((2, 2, 2, 2, 2)))
    assert same.reason.startswith("Het midden is 2. Ten minste de helft van u koos 2.")


def test_points_count_double_on_the_scale_to_ten() -> None:
    page = counted_page(closed((4, 4, 5, 6, 6, 6), IMPORTANCE))
    assert page.verdict == "U bent het eens"
    assert page.reason.endswith("De afspraak: eens bij 2 punten verschil.")


def test_the_other_rule_tells_how_many_are_near() -> None:
    rule = ConsensusRule(kind=ConsensusKind.NEAR_MEDIAN, points=1, percentage=80)
    page = counted_page(closed((1, 3, 3, 3, 4, 4, 5, 3, 3, 3), rule=rule))
    assert "80% van u zit hooguit 1 punt van het midden." in page.reason
    assert page.reason.endswith("De afspraak: eens als 80% hooguit 1 punt van het midden zit.")
    assert page.verdict == "U bent het eens"


def test_the_next_round_tells_what_changed() -> None:
    first, second = closed((1, 1, 2, 4, 5)), closed((2, 2, 2, 4, 4), number=2)
    page = counted_page(first, second._replace(changed=3))
    assert page.note == (
        "Ronde 2 van hooguit 3. Stemmen zijn anoniem. In ronde 1 was het midden 2. Daarna veranderden drie antwoorden."
    )
    assert "veranderde" not in counted_page(first, second._replace(changed=0)).note


LITTLE = st.lists(st.integers(1, 5), max_size=4)


@given(st.data(), LITTLE, LITTLE)
def test_below_five_answers_a_page_tells_nothing_but_the_median(data: Any, one: list[int], before: list[int]) -> None:
    other = data.draw(st.lists(st.integers(1, 5), min_size=len(one), max_size=len(one)))
    rounds = [closed(one, number=2)._replace(changed=0), closed(other, number=2)._replace(changed=len(other))]
    pages = [counted_page(closed(before), round_) for round_ in rounds]
    assert pages[0].spread is None
    assert pages[0].verdict == "Te weinig antwoorden om te tonen"
    if rounds[0].median == rounds[1].median:
        assert pages[0] == pages[1]
    assert ("Het midden" in pages[0].reason) == (len(one) >= 3)
    assert "was het midden" not in pages[0].note


def test_dots_are_listed_most_first_and_hidden_for_few() -> None:
    page = revealed_page(THREE, KNOWLEDGE, (dots(*[{"a": 1, "b": 2}] * 5),), 6)
    assert isinstance(page, Listed)
    assert (page.rows, page.marks) == (("Samen opleiden", "Samen werven"), (10, 5))
    few = revealed_page(THREE, KNOWLEDGE, (dots(*[{"b": 3}] * 4),), 6)
    assert (few.rows, few.marks) == (("Samen werven", "Samen opleiden"), ())
    assert few == revealed_page(THREE, KNOWLEDGE, (dots(*[{"a": 3}] * 4),), 6)
    assert few.note.startswith("Te weinig antwoorden om te tonen.")


@pytest.mark.parametrize(
    ("values", "partner_order", "situation"),
    [
        ((3, 3, 3, 4, 4), False, Situation.AGREED),
        ((1, 5, 3), False, Situation.TOO_FEW),
        (FOURTEEN, False, Situation.NEARLY),
        ((1, 1, 1, 1, 1, 1, 5, 5, 5, 5, 5, 5), False, Situation.TWO_CAMPS),
        ((1, 1, 1, 2, 3, 3, 4, 5, 5, 5, 3, 1), False, Situation.FAR_APART),
        ((1, 1, 2, 1, 1, 4, 5, 5, 4, 5, 3, 3, 3, 3, 3), True, Situation.PARTNERS),
    ],
)
def test_what_to_talk_about_follows_how_answers_lie(
    values: tuple[int, ...], partner_order: bool, situation: Situation
) -> None:
    size = len(values) // 3
    people = tuple(
        Participant(id=f"d{n}", partner=PARTNERS[(n - 1) // size if partner_order else n % 3])
        for n in range(1, len(values) + 1)
    )
    round_ = revealed(round_of(values), people, PARTNERS)
    if not partner_order:
        round_ = round_._replace(by_partner=())
    assert situation_of(round_) is situation
    assert talk_of(KNOWLEDGE, round_) in KNOWLEDGE.workshop.questions(situation)


def test_the_next_round_has_another_question() -> None:
    first = closed((1, 1, 1, 2, 3, 3, 4, 5, 5, 5, 3, 1))
    assert talk_of(KNOWLEDGE, first) == talk_of(KNOWLEDGE, first)
    assert talk_of(KNOWLEDGE, first) != talk_of(KNOWLEDGE, first._replace(number=2))


# --- per partner


def of_partners(**values: tuple[int, ...]) -> tuple[Round, tuple[Participant, ...]]:
    rows = [(partner, value) for partner, given_ in values.items() for value in given_]
    people = tuple(
        Participant(id=f"d{n}", name=f"Naam {n}", partner=partner) for n, (partner, _) in enumerate(rows, start=1)
    )
    return round_of(tuple(value for _, value in rows)), people


def test_a_partner_with_few_people_has_no_spread() -> None:
    round_, people = of_partners(p1=(1, 2, 2, 3, 3, 3), p2=(4, 4, 5), p3=(5, 5))
    page = partners_page(THREE, KNOWLEDGE, revealed(round_, people, (*PARTNERS, "p4")))
    assert page.rows == (
        ("Partner 1", "6", "2,5", "2 tot 3"),
        ("Partner 2", "3", "blijft dicht", "te weinig mensen"),
        ("Partner 3", "2", "te weinig mensen", "te weinig mensen"),
        ("Een vroegere partner", "0", "–", "–"),
    )


def test_beside_hands_a_few_unseen_answers_stay_shut_and_the_page_says_why() -> None:
    round_ = Round(
        workshop="w1",
        subject=SCORE,
        voters=tuple(f"d{n}" for n in range(1, 15)),
        votes={"d1": Vote(value=5), "d2": Vote(value=1)},
        hands=(Hands(partner=None, value=3, count=9),),
    )
    page = counted_page(revealed(round_, workshop(14).participants, PARTNERS))
    assert page.verdict == "Te weinig anonieme antwoorden"
    assert "Naast de handen antwoordden minder dan vijf mensen anoniem." in page.reason
    assert "Met minder dan vijf antwoorden" not in page.reason and page.spread is None


def test_what_would_show_a_small_group_stays_shut_and_the_page_says_why() -> None:
    round_, people = of_partners(p1=(1, 2, 2, 3, 3, 3), p2=(4, 4))
    page = partners_page(THREE, KNOWLEDGE, revealed(round_, people, PARTNERS))
    assert page.rows[0] == ("Partner 1", "6", "2,5", "blijft dicht")
    assert page.note.endswith("Soms blijft meer dicht, omdat anders een kleine groep te zien is.")
    assert partners_page(THREE, KNOWLEDGE, dots({"a": 3})).rows == ()
