"""The oplegnotitie: never more than two pages, the numbers and the code of the report, and its own words first."""

import re
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from desktop.report import build_report, render_pdf
from desktop.report.content.cover_note import cover_note
from desktop.report.content.cover_questions import MOST_QUESTIONS, questions_of
from desktop.report.content.cover_words import cut_at_sentence
from desktop.report.edition import DocumentKind, Edition
from desktop.report.template import Template, with_logo
from desktop.report.tree import (
    Document,
    FigureBlock,
    Heading,
    LabelledParagraph,
    NumberedList,
    PageBreak,
    Table,
    TitlePage,
    text_of,
    walk,
)
from models.advice.advise import advise
from models.dossier import dossier_from_values
from models.figures import Role
from models.knowledge import Knowledge, load_knowledge
from models.wording.words import spelled
from tests.desktop.report.dossiers import ATTACKS, clear, empty, not_clear, other_choice, with_texts
from tests.desktop.report.proposals import brief_of, proposal, signed_off, version, with_partners
from tests.desktop.report.reading import HASH, rows_of, said, table
from tests.desktop.report.test_template import picture
from tests.models.samples import EXAMPLES, example, full, minimal
from tests.strategies import dossiers

LONG = "Dit is een lange tekst met veel woorden, die maar doorgaat en doorgaat. " * 40

LONG_NAME = "De zeer lange naam van de gemeente met nummer {} aan het water en in de polder"


def stuffed(values, text, points=12):
    """The same dossier with ``text`` in every place that the oplegnotitie shows."""
    values["title"] = text[:300]
    values["opgave"] = {**values.get("opgave", {}), "occasion": text, "question": text}
    values["vaststelling"] = {
        "summary": text,
        "why_now": text,
        "changes": text,
        "questions": [text] * 9,
        "author": text,
        "beslispunten": [{"id": f"b{i}", "text": text, "remarks": [text] * 3} for i in range(points)],
        "evaluation": {"first_on": "2030-01-15", "owner": text},
    }
    for partner in values["partners"]["partners"]:
        partner["name"] = text[:200]
    return values


CASES = {
    **{path.stem: (lambda name=path.stem: example(name)) for path in sorted(EXAMPLES.glob("*.json"))},
    "minimal": minimal,
    "full": full,
    "proposal": proposal,
    "forty": lambda: with_partners(proposal(), 40),
    "forty with long names": lambda: with_partners(proposal(), 40, LONG_NAME),
    "long": lambda: stuffed(proposal(), LONG),
    "long and forty": lambda: stuffed(with_partners(proposal(), 40), LONG),
    "wide": lambda: stuffed(proposal(), "W" * 100_000),
    "wide words": lambda: stuffed(proposal(), "WWW " * 3000),
    "no space": lambda: stuffed(proposal(), "x" * 100_000),
    "narrow": lambda: stuffed(proposal(), "il. " * 5000),
    "other scripts": lambda: stuffed(proposal(), "😀 مرحبا 漢字 " * 400),
    "line ends": lambda: stuffed(proposal(), "a\n\n" * 2000),
}


def note(values, knowledge, **edition) -> Document:
    return cover_note(brief_of(values, knowledge, **edition))


def count(document: Document) -> int:
    return len(PdfReader(BytesIO(render_pdf(document))).pages)


@pytest.mark.parametrize("name", CASES)
def test_it_takes_one_or_two_pages(name: str, knowledge: Knowledge):
    for samples in (False, True):
        assert count(note(CASES[name](), knowledge, samples=samples)) in (1, 2)


@pytest.mark.parametrize("make", [clear, not_clear, empty, other_choice], ids=lambda make: make.__name__)
def test_it_takes_two_pages_whatever_the_outcome(make, knowledge: Knowledge):
    assert count(note(make(), knowledge, samples=True)) in (1, 2)


KNOWLEDGE = load_knowledge()


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(dossiers())
def test_it_takes_two_pages_for_any_dossier(dossier):
    assert count(note(dossier, KNOWLEDGE)) in (1, 2)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(st.text("iWm. ", min_size=20, max_size=60), st.integers(1, 60), st.integers(0, 12), st.integers(2, 12))
def test_it_takes_two_pages_for_any_amount_of_text(piece, times, points, partners):
    values = stuffed(with_partners(proposal(), partners), f"a{piece}" * times, points)
    assert count(note(values, KNOWLEDGE)) in (1, 2)


def test_a_logo_changes_no_pages(knowledge: Knowledge):
    template = with_logo(Template(organisation="Gemeente Aalten"), picture((300, 300)))
    document = note(stuffed(proposal(), LONG), knowledge, template=template)
    page = next(b for b in walk(document) if isinstance(b, TitlePage))
    assert page.logo is not None
    assert page.logo.alt == "Gemeente Aalten"
    assert count(document) == 2


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_people_typed_is_only_text(attack: str, knowledge: Knowledge):
    assert count(note(with_texts(attack), knowledge)) in (1, 2)
    document = note(stuffed(proposal(), attack), knowledge)
    assert attack in said(document)
    assert not any(run.target for block in walk(document) if isinstance(block, LabelledParagraph) for run in block.runs)
    assert count(document) in (1, 2)


def test_everything_on_one_page_stays_on_one(knowledge: Knowledge):
    document = note(minimal(), knowledge)
    assert not any(isinstance(block, PageBreak) for block in walk(document))
    assert count(document) == 1


# --- what it says


def paragraphs(document: Document) -> dict[str, str]:
    return {b.label: text_of(b.runs) for b in walk(document) if isinstance(b, LabelledParagraph)}


def test_its_own_words_come_first(knowledge: Knowledge):
    told = paragraphs(note(proposal(), knowledge))
    assert told["Waarom nu?"].startswith("De gemeenten krijgen vacatures niet vervuld.")
    assert told["Wat verandert er?"].startswith("Twaalf banen komen")
    assert "Ook doorgaan zoals nu" in told["Wat is gewogen?"] or "Doorgaan zoals nu" in told["Wat is gewogen?"]


def test_without_them_the_dossier_speaks(knowledge: Knowledge):
    values = proposal()
    values["vaststelling"] |= {"why_now": " ", "changes": "", "questions": []}
    values["opgave"]["occasion"] = "Er is een tekort aan mensen."
    told = paragraphs(note(values, knowledge))
    assert told["Waarom nu?"] == "Er is een tekort aan mensen."
    assert "organisatie" in told["Wat verandert er?"]
    values["opgave"] |= {"occasion": "", "question": "Hoe houden wij het vol?"}
    assert paragraphs(note(values, knowledge))["Waarom nu?"] == "Hoe houden wij het vol?"


def test_who_goes_on_as_now_gets_no_new_organisation(knowledge: Knowledge):
    told = paragraphs(note(other_choice("doorgaan"), knowledge))
    assert told["Wat verandert er?"].startswith("De partners gaan door zoals nu.")


def test_decisions_and_kanttekeningen_have_the_numbers_of_the_report(knowledge: Knowledge):
    dossier = dossier_from_values(proposal())
    advice = advise(dossier, knowledge, samples=False)
    document = note(dossier, knowledge)
    page = next(b for b in walk(document) if isinstance(b, TitlePage))
    assert page.decisions == ("Kies de matrix.", "Kies de rechtsvorm.")
    mine = {label: text for label, text in paragraphs(document).items() if label.startswith("Kanttekening")}
    assert list(mine) == ["Kanttekening 1.1", "Kanttekening 2.1", "Kanttekening 2.2"]
    report = build_report(dossier, advice, knowledge, content_hash=HASH)
    theirs = {label: text for label, text in paragraphs(report).items() if label.startswith("Kanttekening")}
    assert mine == theirs
    assert document.meta.code == report.meta.code
    assert document.meta.code in paragraphs(document)["Meer weten?"]


def test_what_is_left_out_is_counted(knowledge: Knowledge):
    document = note(stuffed(proposal(), LONG), knowledge)
    page = next(b for b in walk(document) if isinstance(b, TitlePage))
    shown = [label for label in paragraphs(document) if label.startswith("Kanttekening")]
    assert 0 < len(page.decisions) < 12
    assert f"nog {spelled(12 - len(page.decisions))} besluiten in het adviesrapport" in said(document)
    assert f"nog {36 - len(shown)} kanttekeningen" in paragraphs(document)["Meer weten?"]


def test_without_kanttekeningen_the_program_says_what_it_sees(knowledge: Knowledge):
    values = example("bar")
    assert "Let op" in paragraphs(note(values, knowledge))
    assert paragraphs(note(minimal(), knowledge))["Let op"] == "De partners schreven nog geen kanttekeningen op."


def test_money_is_a_table_of_every_partner(knowledge: Knowledge):
    held = table(note(proposal(), knowledge), "Wat kost het?")
    rows = rows_of(held)
    assert [row[0] for row in rows] == ["Aldermeer", "Brinkhoven", "Castelrade", "Samen"]
    assert [column.head for column in held.columns][:2] == ["Partner", "2028"]
    columns = len(rows[0])
    for place in range(1, 5):
        amounts = [int(row[place].replace(".", "")) for row in rows]
        assert abs(sum(amounts[:-1]) - amounts[-1]) <= 1
    assert rows[-1][columns - 1] == "–"  # of one partner it is not known what it pays now


def test_money_of_forty_partners_is_their_sum(knowledge: Knowledge):
    held = table(note(with_partners(proposal(), 40), knowledge), "Wat kost het?")
    assert [row[0] for row in rows_of(held)] in ([], ["Samen"])
    assert "Wat elke partner betaalt, staat in hoofdstuk" in held.note


def test_money_that_is_not_known_is_a_sentence(knowledge: Knowledge):
    assert "nog niet bekend" in paragraphs(note(minimal(), knowledge))["Wat kost het?"]
    values = proposal()
    values["kosten"]["chosen"] = None
    assert "hoofdstuk" in paragraphs(note(values, knowledge))["Wat kost het?"]


def test_the_steps_end_with_start_and_evaluation(knowledge: Knowledge):
    rows = rows_of(table(note(proposal(), knowledge), "Hoe gaat het verder?"))
    assert rows[-1] == ["15\u00a0januari 2030", "Eerste evaluatie", "het bestuur"]
    assert rows[-2][1].startswith("Start")
    assert any("Besluit" in row[1] for row in rows)


def test_the_ranking_is_there_once_there_is_one(knowledge: Knowledge):
    figures = [b for b in walk(note(proposal(), knowledge)) if isinstance(b, FigureBlock)]
    assert len(figures) == 1
    assert any(getattr(shape, "fill", None) is Role.ACCENT for shape in figures[0].figure.shapes)
    assert not [b for b in walk(note(empty(), knowledge)) if isinstance(b, FigureBlock)]


def test_questions_are_asked_and_at_most_five(knowledge: Knowledge):
    brief = brief_of(proposal(), knowledge)
    asked = questions_of(brief)
    assert asked[:2] == ("Wat merken inwoners hiervan?", "Wie beslist bij verschil van mening?")
    assert len(asked) <= MOST_QUESTIONS
    assert all(question[-1] in "?.…" for question in asked)
    document = cover_note(brief)
    listed = [b for b in walk(document) if isinstance(b, NumberedList)]
    assert [text_of(item) for block in listed for item in block.items] == list(asked)[: len(listed[0].items)]


def test_the_program_asks_about_what_lies_open(knowledge: Knowledge):
    asked = questions_of(brief_of(minimal(), knowledge, problems=("A spreekt B tegen.",)))
    assert asked[0] == "Het dossier bevat één tegenspraak. Wat klopt er wel?"
    assert len(asked) == MOST_QUESTIONS
    everything = questions_of(brief_of(minimal(), knowledge), 20)
    assert "Wat gaat dit kosten, en wanneer weten wij dat?" in everything
    assert "Wat gaat dit kosten, en wanneer weten wij dat?" not in questions_of(brief_of(proposal(), knowledge), 20)


def test_a_version_is_named(knowledge: Knowledge):
    held = version(3, proposal())
    document = note(proposal(), knowledge, sign_off=signed_off(held))
    assert "adviesrapport, versie 3." in paragraphs(document)["Meer weten?"]
    assert document.meta.version == "Versie 3"
    assert "versie" not in paragraphs(note(proposal(), knowledge))["Meer weten?"].lower()


def test_the_report_module_makes_it(knowledge: Knowledge):
    dossier = dossier_from_values(proposal())
    advice = advise(dossier, knowledge, samples=False)
    edition = Edition(kind=DocumentKind.COVER_NOTE)
    made = build_report(dossier, advice, knowledge, content_hash=HASH, edition=edition)
    assert made == note(dossier, knowledge)
    assert made.meta.kind == "Oplegnotitie"
    assert ("kind", "oplegnotitie") in made.meta.mark


def test_every_heading_and_number_is_in_order(knowledge: Knowledge):
    document = note(proposal(), knowledge)
    assert [b.level for b in walk(document) if isinstance(b, Heading)] == [1]
    assert [b.number for b in walk(document) if isinstance(b, Table)] == [1, 2]


def test_our_own_sentences_are_short(knowledge: Knowledge):
    for values in (minimal(), example("bar"), example("netwerk")):
        document = note(values, knowledge)
        for label, text in paragraphs(document).items():
            if label in ("Waarom nu?", "Wat is gewogen?"):  # the words of people; a list of five forms
                continue
            for part in re.split(r"(?<=[.?!])\s", text):
                assert len(part.split()) <= 22, part


@given(st.text("ab. !?\n", max_size=300), st.integers(10, 200))
def test_a_text_is_cut_after_a_sentence(text, most):
    made = cut_at_sentence(text, most)
    assert len(made) <= most
    flat = " ".join(text.split())
    assert made == flat if len(flat) <= most else made.endswith("…")
    assert flat.startswith(made.rstrip("… "))
