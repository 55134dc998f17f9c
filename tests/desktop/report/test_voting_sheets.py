"""Voting sheets on paper: a slip per code, no name, an order that tells nothing, valid as the other documents."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from random import Random

import pytest

import desktop.workshop_paper
from desktop.workshop_paper import voting_sheets_pdf
from desktop.workshop_paper.slips import DotList, Question, Sheets, voting_sheets
from models.knowledge import Knowledge
from models.workshop.codes import is_code, new_codes
from models.workshop.records import DotOption, Subject, SubjectKind
from models.workshop.subjects import subjects_of
from tests.desktop.report.dossiers import ATTACKS
from tests.desktop.report.reading import squeezed
from tests.desktop.report.tagged import Tagged, failures
from tests.desktop.report.test_accessible import faults_of
from tests.desktop.report.workshop_samples import lindestreek, rich_workshop
from tests.pdf_text import page_texts
from tests.wizards.test_language import AVOIDED, MOST_WORDS, texts

WHEN = date(2026, 11, 21)
CODES = new_codes(14, (), Random(3))
FILES = sorted(Path(desktop.workshop_paper.__file__).parent.glob("*.py"))


def subjects(knowledge: Knowledge, *kinds: SubjectKind) -> list[Subject]:
    found = subjects_of(lindestreek(), knowledge, rich_workshop())
    return [one for one in found if one.kind in kinds]


def sheets(asked: Sequence[Subject], codes: Sequence[str], knowledge: Knowledge, seed: int = 1) -> Sheets:
    return voting_sheets(asked, codes, knowledge, "Eerste werksessie", dated=WHEN, random=Random(seed))


def pdf_of(asked: Sequence[Subject], codes: Sequence[str], knowledge: Knowledge, title: str = "Werksessie") -> bytes:
    return voting_sheets_pdf(asked, codes, knowledge, title, dated=WHEN, random=Random(1))


def pages(pdf: bytes) -> list[str]:
    return [" ".join(text.split()) for text in page_texts(pdf)]


def test_every_code_has_one_slip_with_every_statement(knowledge: Knowledge) -> None:
    asked = subjects(knowledge, SubjectKind.SCORE)
    assert len(asked) == 13
    found = pages(pdf_of(asked, CODES, knowledge))
    assert len(found) == len(CODES)  # thirteen statements fill one page
    for page in found:
        assert len([code for code in CODES if code in page]) == 1
        for subject in asked:
            assert subject.title in page
        assert page.count("geen antwoord") == 13
    assert {code for page in found for code in CODES if code in page} == set(CODES)


def test_few_questions_share_a_page(knowledge: Knowledge) -> None:
    found = pages(pdf_of(subjects(knowledge, SubjectKind.SCORE)[:2], CODES, knowledge))
    assert len(found) == 4
    assert [len([code for code in CODES if code in page]) for page in found] == [4, 4, 4, 2]


def test_the_order_is_that_of_chance_and_of_nothing_else(knowledge: Knowledge) -> None:
    asked = subjects(knowledge, SubjectKind.SCORE)
    one, again, other = (sheets(asked, CODES, knowledge, seed).codes for seed in (1, 1, 2))
    assert one == again != other
    assert one != CODES
    assert sorted(one) == sorted(other) == sorted(CODES)
    assert sheets(asked, sorted(CODES), knowledge).meta == sheets(asked, CODES, knowledge, 2).meta


def test_a_code_twice_is_one_slip(knowledge: Knowledge) -> None:
    asked = subjects(knowledge, SubjectKind.SCORE)[:1]
    assert sorted(sheets(asked, ("AAAA", "AAAA", "BBBB"), knowledge).codes) == ["AAAA", "BBBB"]


def test_scales_have_their_words_and_numbers(knowledge: Knowledge) -> None:
    asked = subjects(knowledge, SubjectKind.SCORE, SubjectKind.IMPORTANCE, SubjectKind.FACTOR)
    held = [one for one in sheets(asked, CODES, knowledge).asked if isinstance(one, Question)]
    lengths = {len(one.answers) for one in held}
    assert lengths == {5, 11}
    first = held[0]
    assert (first.text, first.low, first.high) == (asked[0].title, "één taak", "bijna alle taken")
    assert first.answers == ("1", "2", "3", "4", "5")
    weighed = next(one for one in held if len(one.answers) == 11)
    assert (weighed.answers[0], weighed.answers[-1], weighed.low) == ("0", "10", "telt niet mee")


def test_lists_have_room_for_dots(knowledge: Knowledge) -> None:
    dots = rich_workshop().dot_lists
    (held,) = sheets(dots, CODES, knowledge).asked
    assert isinstance(held, DotList)
    assert held.told == "U hebt drie stippen. U mag ze verdelen of bij elkaar zetten."
    found = pages(pdf_of(dots, CODES[:2], knowledge))
    assert len(found) == 1
    for option in dots[0].options:
        assert found[0].count(option.text) == 2
    assert "Zet uw stippen in de vakken. Uw naam staat nergens op." in found[0]
    assert "kruis" not in found[0]


def test_a_slip_over_two_pages_has_its_code_on_both(knowledge: Knowledge) -> None:
    asked = subjects(knowledge, SubjectKind.SCORE, SubjectKind.IMPORTANCE)
    found = pages(pdf_of(asked, CODES[:2], knowledge))
    codes = [[code for code in CODES[:2] if code in page] for page in found]
    assert len(found) > 3
    assert all(len(held) == 1 for held in codes)
    assert sum("vervolg van het stembriefje" in page for page in found) == len(found) - 2
    most = len(found) // 2
    assert [f"blad {n % most + 1} van {most}" in page for n, page in enumerate(found)] == [True] * len(found)


def test_no_slip_has_a_number_in_the_pile(knowledge: Knowledge) -> None:
    for asked in (subjects(knowledge, SubjectKind.SCORE), subjects(knowledge, *SubjectKind)):
        text = " ".join(pages(pdf_of(asked, CODES, knowledge)))
        assert "pagina" not in text and f"van {len(CODES)}" not in text


def test_no_name_of_a_participant_stands_on_it(knowledge: Knowledge) -> None:
    workshop = rich_workshop()
    codes = [one.code for one in workshop.participants if one.code]
    text = " ".join(pages(pdf_of(subjects(knowledge, SubjectKind.SCORE), codes, knowledge, workshop.name)))
    assert not [one.name for one in workshop.participants if one.name in text]


@pytest.mark.parametrize("kinds", [(SubjectKind.SCORE,), tuple(SubjectKind)], ids=["statements", "all"])
def test_it_is_accessible_and_archivable(kinds: tuple[SubjectKind, ...], knowledge: Knowledge) -> None:
    pdf = pdf_of(subjects(knowledge, *kinds), CODES[:3], knowledge)
    assert failures(pdf) == []
    assert faults_of(pdf) == []


def test_it_is_read_code_first_then_question_and_answers(knowledge: Knowledge) -> None:
    asked = subjects(knowledge, SubjectKind.SCORE)[:1]
    tagged = Tagged(pdf_of(asked, ("KLMN",), knowledge))
    read = " ".join(" ".join(node.text.split()) for node in tagged.tree.walk() if node.text.strip())
    expected = (
        "KLMN Stembriefje voor: Werksessie Zet bij elke vraag een kruis door één rondje. Uw naam staat nergens op. "
        "Hoeveel taken wilt u samen doen? één taak 1 2 3 4 5 bijna alle taken geen antwoord"
    )
    assert expected in read


@pytest.mark.parametrize(("codes", "said"), [((), "Voeg eerst deelnemers toe."), (CODES, "Kies eerst een onderwerp.")])
def test_nothing_to_print_is_said(codes: tuple[str, ...], said: str, knowledge: Knowledge) -> None:
    pdf = pdf_of([], codes, knowledge)
    assert said in pages(pdf)[0]
    assert failures(pdf) == []
    assert faults_of(pdf) == []


@pytest.mark.parametrize("attack", [*ATTACKS, "日本 😀 مرحبا", "bedrijfsvoeringsorganisatie " * 12])
def test_what_people_typed_is_only_text(attack: str, knowledge: Knowledge) -> None:
    options = tuple(DotOption(id=f"o{n}", text=attack) for n in range(3))
    asked = [
        Subject(kind=SubjectKind.DOTS, ref="kansen", title=attack, options=options, dots=3),
        Subject(kind=SubjectKind.FACTOR, ref="f", title=attack),
        Subject(kind=SubjectKind.SCORE, ref="bestaat-niet-meer", title=attack),
    ]
    pdf = pdf_of(asked, CODES[:2], knowledge, attack)
    assert failures(pdf) == []
    assert faults_of(pdf) == []
    if attack in ATTACKS:
        printed = squeezed("".join(page_texts(pdf))).replace("\u00ad", "")
        assert printed.count(squeezed(attack)) >= 2 * 6


def test_equal_input_gives_equal_bytes(knowledge: Knowledge) -> None:
    asked = subjects(knowledge, SubjectKind.SCORE)
    assert pdf_of(asked, CODES, knowledge) == pdf_of(asked, CODES, knowledge)
    assert all(is_code(code) for code in CODES)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_words_are_plain(file: Path) -> None:
    assert len(FILES) > 3
    wrong = []
    for line, text in texts(file):
        wrong += [f"{line}: {s}" for s in re.split(r"[.?:\n]\s", text) if len(s.split()) > MOST_WORDS]
        wrong += [f"{line}: {word}: {text}" for word in AVOIDED if re.search(rf"\b{word}(?!te\b)", text.lower())]
        wrong += [f"{line}: uitroepteken: {text}"] if "!" in text else []
    assert wrong == []
