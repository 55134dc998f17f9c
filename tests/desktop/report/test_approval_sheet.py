"""The sheet for akkoord: always internal, every role, what holds is filled in, what lapsed is named with the reason."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from desktop.report import build_report, render_pdf
from desktop.report.content.approval_sheet import ROLES, approval_sheet
from desktop.report.edition import DocumentKind, Edition
from desktop.report.template import Template
from desktop.report.tree import Document, FormTable, Paragraph, Table, text_of, walk
from models.advice.advise import advise
from models.dossier import dossier_from_values
from models.knowledge import Knowledge
from models.storage.records import Revision, Verdict
from tests.desktop.report.dossiers import ATTACKS
from tests.desktop.report.proposals import approval, brief_of, proposal, signed_off, version
from tests.desktop.report.reading import HASH, rows_of, said
from tests.models.samples import minimal

NOW = version(3, proposal())
OTHER_TEXT = proposal()
OTHER_TEXT["vaststelling"]["summary"] = "Anders."
SAME_CONTENT = version(2, OTHER_TEXT)
OLD_CONTENT = version(1, proposal(), "0" * 64)


def sheet(knowledge: Knowledge, *approvals, current=NOW, **edition) -> Document:
    held = signed_off(current, OLD_CONTENT, SAME_CONTENT, NOW, approvals=approvals)
    return approval_sheet(brief_of(proposal(), knowledge, DocumentKind.APPROVALS, sign_off=held, **edition))


def form(document: Document) -> FormTable:
    return next(b for b in walk(document) if isinstance(b, FormTable) and b.caption == "Wie is akkoord?")


def lapsed(document: Document) -> list[list[str]]:
    return [row for b in walk(document) if isinstance(b, Table) for row in rows_of(b)]


def test_an_empty_sheet_asks_every_role(knowledge: Knowledge):
    document = sheet(knowledge)
    rows = form(document).rows
    assert tuple(row[0].text for row in rows) == ROLES
    assert all(row[2].boxes == ("ja", "ja, als …", "nee") and row[2].ticked is None for row in rows)
    assert all(cell.text == "" for row in rows for cell in (row[1], row[3], row[4]))
    assert lapsed(document) == []


@pytest.mark.parametrize("internal", [False, True])
def test_it_is_internal_always(knowledge: Knowledge, internal: bool):
    meta = sheet(knowledge, internal=internal).meta
    assert (meta.internal, meta.page_word, meta.kind) == (True, "intern blad", "Intern blad")


def test_it_fits_on_one_page_while_it_is_empty(knowledge: Knowledge):
    reader = PdfReader(BytesIO(render_pdf(sheet(knowledge))))
    assert len(reader.pages) == 1
    text = " ".join(reader.pages[0].extract_text().split())
    for words in ("intern blad 1 van 1", "Intern, niet openbaar", *ROLES):
        assert words in text


@pytest.mark.parametrize("place", range(3))
def test_what_holds_is_filled_in(knowledge: Knowledge, place: int):
    verdict = tuple(Verdict)[place]
    given = approval("a", NOW, role=" juridisch  Adviseur", verdict=verdict, remark="Mits de btw klopt.")
    document = sheet(knowledge, given)
    row = next(row for row in form(document).rows if row[0].text == "Juridisch adviseur")
    assert [cell.text for cell in row] == [
        "Juridisch adviseur",
        "Naam a",
        "",
        "20\u00a0november 2026",
        "Mits de btw klopt.",
    ]
    assert row[2].ticked == place
    assert len(form(document).rows) == len(ROLES)
    assert lapsed(document) == []


def test_two_in_one_role_and_an_unknown_role_have_rows_of_their_own(knowledge: Knowledge):
    given = (approval("a", NOW), approval("b", NOW), approval("c", NOW, role="archivaris"), approval("d", NOW, role=""))
    rows = form(sheet(knowledge, *given)).rows
    assert [row[0].text for row in rows] == ["Steller", "Steller", *ROLES[1:], "Archivaris", "Zonder rol"]
    assert [row[1].text for row in rows if row[1].text] == ["Naam a", "Naam b", "Naam c", "Naam d"]


def test_what_lapsed_is_named_with_its_version_and_reason(knowledge: Knowledge):
    given = (approval("a", OLD_CONTENT), approval("b", SAME_CONTENT, verdict=Verdict.NOT_AGREED), approval("c", None))
    document = sheet(knowledge, *given)
    assert not any(row[1].text for row in form(document).rows)
    rows = lapsed(document)
    assert [row[0] for row in rows] == ["Naam a (Steller)", "Naam b (Steller)", "Naam c (Steller)"]
    assert [row[1] for row in rows] == ["ja", "nee", "ja"]
    assert [row[3] for row in rows] == ["versie 1", "versie 2", "–"]
    reasons = [row[4] for row in rows]
    assert "inhoud" in reasons[0]
    assert "voorstel" in reasons[1]
    assert "geen versie" in reasons[2]
    assert all(reason.startswith("vervallen") for reason in reasons)


def test_a_later_verdict_of_the_same_person_counts(knowledge: Knowledge):
    first = approval("a", NOW, name="Kim", verdict=Verdict.NOT_AGREED)
    document = sheet(knowledge, first, approval("b", NOW, name="kim ", verdict=Verdict.AGREED))
    filled = [row for row in form(document).rows if row[1].text]
    assert [row[2].ticked for row in filled] == [0]
    assert "later een ander oordeel" in lapsed(document)[0][4]


def test_a_version_without_its_document_is_not_trusted(knowledge: Knowledge):
    bare = Revision.model_validate({name: getattr(SAME_CONTENT, name) for name in Revision.model_fields})
    held = signed_off(NOW, bare, NOW, approvals=(approval("a", SAME_CONTENT),))
    document = approval_sheet(brief_of(proposal(), knowledge, DocumentKind.APPROVALS, sign_off=held))
    assert "niet te lezen" in lapsed(document)[0][4]


def test_without_a_version_it_says_that_no_akkoord_can_count(knowledge: Knowledge):
    document = sheet(knowledge, approval("a", OLD_CONTENT), current=None)
    told = " ".join(text_of(b.runs) for b in walk(document) if isinstance(b, Paragraph))
    assert "nog geen versie" in told
    assert "controlecode" not in told
    assert len(lapsed(document)) == 1


def test_it_names_version_code_and_organisation(knowledge: Knowledge):
    document = sheet(knowledge, template=Template(organisation="Gemeente Aldermeer"))
    assert "versie 3 met controlecode 7F3A-91C2" in said(document)
    assert "Gemeente Aldermeer" in said(document)


@pytest.mark.parametrize("attack", [*ATTACKS, "x" * 5000, "مرحبا 😀"])
def test_what_people_typed_is_only_text(attack: str, knowledge: Knowledge):
    given = [approval("a", NOW, name=attack, role=attack, remark=attack), approval("b", OLD_CONTENT, name=attack)]
    assert render_pdf(sheet(knowledge, *given)).startswith(b"%PDF-")


def test_the_report_module_makes_it(knowledge: Knowledge):
    dossier = dossier_from_values(minimal())
    advice = advise(dossier, knowledge, samples=False)
    edition = Edition(kind=DocumentKind.APPROVALS)
    document = build_report(dossier, advice, knowledge, content_hash=HASH, edition=edition)
    assert document == approval_sheet(brief_of(dossier, knowledge, DocumentKind.APPROVALS))
    assert ("kind", "akkoordblad") in document.meta.mark
