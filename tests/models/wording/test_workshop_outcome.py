"""What all rounds together say: where partners differ, and what it does to the advice."""

from fractions import Fraction

from models.knowledge import load_knowledge
from models.wording.workshop import (
    alike_words,
    differences_page,
    effect_page,
    tipping_page,
    tipping_words,
)
from models.workshop.effect import effect_of
from models.workshop.pages import Columns, Listed
from models.workshop.records import (
    Participant,
    Subject,
    SubjectKind,
)
from models.workshop.session import Session, session_of
from models.workshop.subjects import subjects_of
from tests.models.samples import full, made, minimal, statements
from tests.models.wording.test_workshop import of_partners
from tests.models.workshop.samples import PARTNERS, round_of, workshop

KNOWLEDGE = load_knowledge()
THREE = made(statements({"gelijkwaardigheid": 3}, partners=3))
IMPORTANCE = Subject(kind=SubjectKind.IMPORTANCE, ref="routine", title="Hoe zwaar telt dit mee: Soort werk?")


def three_rounds() -> Session:
    round_, people = of_partners(p1=(1, 1, 2, 1, 1), p2=(5,) * 5, p3=(3,) * 5)
    weights = round_of((*(4,) * 5, *(7,) * 5, *(5,) * 5), IMPORTANCE)
    again = round_of((*(2,) * 5, *(5,) * 5, *(3,) * 5), number=2)
    held = workshop().model_copy(update={"participants": people})
    return session_of(held, (round_, weights, again), PARTNERS)


def test_the_largest_difference_comes_first_by_the_last_round() -> None:
    page = differences_page(THREE, KNOWLEDGE, three_rounds())
    assert isinstance(page, Columns)
    assert page.rows == (
        ("Gelijke zeggenschap", "2: Partner 1", "5: Partner 2", "3 punten"),
        ("Belang: Soort werk", "4: Partner 1", "7: Partner 2", "3 punten"),
    )


def test_without_medians_there_is_no_difference_to_show() -> None:
    page = differences_page(THREE, KNOWLEDGE, session_of(workshop(), (round_of((1, 5, 3, 2)),), PARTNERS))
    assert isinstance(page, Listed)
    assert page.rows[0].startswith("Er is geen verschil te tonen.")


def test_how_far_people_think_alike_is_said_in_words() -> None:
    assert alike_words(None) == ""
    assert alike_words(Fraction(7, 10)).startswith("De rangordes van de deelnemers lijken sterk op elkaar: 0,7 op")
    assert "weinig" in alike_words(Fraction(1, 3))


# --- the advice


def test_the_effect_shows_both_rankings_and_that_nothing_is_set() -> None:
    dossier = made(full())
    partners = tuple(one.id for one in dossier.partners.active)
    people = tuple(Participant(id=f"d{n}", partner=partners[n % 3]) for n in range(1, 10))
    held = workshop().model_copy(update={"participants": people})
    asked = subjects_of(dossier, KNOWLEDGE, held)[:13]
    session = session_of(held, [round_of((1,) * 9, one) for one in asked], partners)
    effect = effect_of(dossier, KNOWLEDGE, session.rounds, ())
    page = effect_page(dossier, KNOWLEDGE, effect)
    assert [row[0] for row in page.rows] == ["Samen", *(one.name for one in dossier.partners.active)]
    assert page.rows[0][1].startswith("1 matrix, 2 ")
    assert page.rows[0][1] != page.rows[0][2]
    assert effect.turned
    assert "Zonder de werksessie was het de matrix." in page.note
    assert "13 rondes tellen mee." in page.note
    assert "Dit is een vooruitblik: er ligt niets vast." in page.note
    tips = tipping_words(KNOWLEDGE, effect)
    assert 0 < len(tips) <= 3
    assert tipping_page(KNOWLEDGE, effect).rows == tips


def test_without_rounds_nothing_changes_and_without_answers_there_is_no_advice() -> None:
    dossier = made(full())
    page = effect_page(dossier, KNOWLEDGE, effect_of(dossier, KNOWLEDGE, (), ()))
    assert all(before == after for _, before, after in page.rows)
    assert "Het advies verandert niet. Nog geen ronde telt mee." in page.note
    empty = made(minimal())
    effect = effect_of(empty, KNOWLEDGE, (), ())
    assert effect_page(empty, KNOWLEDGE, effect).rows == (("Samen", "nog geen rangorde", "nog geen rangorde"),)
    assert tipping_page(KNOWLEDGE, effect).rows == ("Er is nog geen advies, want er is te weinig beantwoord.",)
