"""The report of the workshop: a real document without an advice, without anything to sign, that says what lacks."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from desktop.report import build_report, render_pdf
from desktop.report.content.workshop import workshop_report
from desktop.report.edition import DocumentKind, Edition
from desktop.report.tree import (
    Document,
    FigureBlock,
    FormTable,
    Heading,
    KeySentence,
    SignatureBlock,
    Table,
    TitlePage,
    walk,
)
from models.advice.advise import advise
from models.dossier import dossier_from_values
from models.figures.partner_answers import MOST_LETTERS
from models.knowledge import Knowledge
from models.storage.records import Adoption
from models.wording.words import bare_form
from tests.desktop.report.dossiers import ATTACKS, clear, with_texts
from tests.desktop.report.proposals import brief_of, proposal, version, with_partners
from tests.desktop.report.reading import HASH, headings, rows_of, said, table
from tests.models.samples import example, full, minimal

NOT_HELD = "Er is nog geen werksessie vastgelegd."


def made(values, knowledge, **edition) -> Document:
    return workshop_report(brief_of(values, knowledge, DocumentKind.WORKSHOP, **edition))


def keys(document: Document) -> list[str]:
    return [b.text for b in walk(document) if isinstance(b, KeySentence)]


@pytest.mark.parametrize("name", ["minimal", "full", "forty", "clear"])
def test_it_is_a_real_document(name: str, knowledge: Knowledge):
    values = {
        "minimal": minimal,
        "full": full,
        "forty": lambda: with_partners(full(), 40),
        "clear": clear,
    }[name]()
    document = made(values, knowledge)
    assert NOT_HELD in said(document)
    assert document.meta.kind == "Verslag van de werksessie"
    reader = PdfReader(BytesIO(render_pdf(document)))
    assert NOT_HELD in " ".join(reader.pages[0].extract_text().split())
    assert list(headings(document).values()) == ["A", "B", "C"]


def test_it_gives_no_advice_and_asks_for_no_signature(knowledge: Knowledge):
    for values in (clear(), proposal(), example("bar")):
        document = made(values, knowledge)
        held = [b for b in walk(document) if isinstance(b, TitlePage)]
        assert [(page.form, page.decisions) for page in held] == [(None, ())]
        assert not [b for b in walk(document) if isinstance(b, SignatureBlock | FormTable)]
        text = " ".join(block.text for block in walk(document) if isinstance(block, Heading | KeySentence)).lower()
        brief = brief_of(values, knowledge)
        assert brief.advice.form.recommended is not None
        assert bare_form(brief.advice.form.recommended) not in text
        assert "Dit verslag is geen advies en geen besluit." in said(document)


def test_it_never_says_that_it_was_adopted(knowledge: Knowledge):
    from models.signoff import SignOff

    held = version(3, proposal())
    when = held.created.date()
    adopted = tuple(
        Adoption(id=f"a{n}", content_hash=HASH, revision=held.id, body=body, partner=partner, adopted_on=when)
        for n, (body, partner) in enumerate((b, p) for b in ("college", "raad") for p in ("aldermeer", "brinkhoven"))
    )
    document = made(proposal(), knowledge, sign_off=SignOff((held,), (), adopted, (), held))
    assert "vastgesteld" not in document.meta.status.lower()
    assert document.meta.status.startswith("Versie 3")


def test_few_partners_have_a_column_each(knowledge: Knowledge):
    held = table(made(full(), knowledge), "De antwoorden in cijfers")
    assert [column.head for column in held.columns][2:-1] == ["Aldermeer", "Brinkhoven", "Castelrade"]
    brief = brief_of(full(), knowledge)
    for row in rows_of(held):
        criterion = next(key for key in knowledge.criterion if brief.label(key) == row[0])
        assert row[2] == str(brief.answers(criterion).partners["aldermeer"])


def test_many_partners_are_counted(knowledge: Knowledge):
    values = with_partners(full(), MOST_LETTERS + 3)
    held = table(made(values, knowledge), "De antwoorden in cijfers")
    for row in rows_of(held):
        assert sum(int(number) for number in row[2:7] if number != "–") == 3  # so many partners answered


def test_where_partners_differ_comes_first(knowledge: Knowledge):
    document = made(full(), knowledge)
    assert keys(document)[0] == "Bij één stelling is het verschil 3 of meer. Bespreek die eerst."
    assert "Brinkhoven geeft 1, Castelrade geeft 4." in said(document)
    assert keys(made(minimal(), knowledge))[0].startswith("Dat is nog niet te zeggen")
    agreeing = example("lindestreek")
    assert "De partners liggen dicht bij elkaar" in keys(made(agreeing, knowledge))[0]


def test_what_they_agreed_is_there(knowledge: Knowledge):
    values = full()
    values["opgave"]["agenda"] = [{"id": "a", "text": "Samen één loket", "partners": ["aldermeer"]}]
    document = made(values, knowledge)
    assert "Samen één loket. (Aldermeer)" in said(document)
    assert rows_of(table(document, "Wie doet wat"))
    nothing = made(minimal(), knowledge)
    assert keys(nothing)[-1] == "Er zijn nog geen afspraken of acties vastgelegd."
    assert not [b for b in walk(nothing) if isinstance(b, Table | FigureBlock)]


def test_remarks_and_notes_stay_out(knowledge: Knowledge):
    values = full()
    next(iter(values["vorm"]["answers"].values()))["remark"] = "Jan vindt dit niets."
    values["opgave"]["notes"] = [{"id": "n", "text": "Piet is tegen.", "internal": True}]
    for internal in (False, True):
        text = said(made(values, knowledge, internal=internal))
        assert "Jan" not in text
        assert "Piet" not in text


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_people_typed_is_only_text(attack: str, knowledge: Knowledge):
    document = made(with_texts(attack), knowledge)
    assert attack in said(document)
    assert render_pdf(document).startswith(b"%PDF-")


def test_the_report_module_makes_it(knowledge: Knowledge):
    dossier = dossier_from_values(full())
    advice = advise(dossier, knowledge, samples=False)
    edition = Edition(kind=DocumentKind.WORKSHOP)
    document = build_report(dossier, advice, knowledge, content_hash=HASH, edition=edition)
    assert document == made(dossier, knowledge)
    assert ("kind", "werksessie") in document.meta.mark
