"""What a municipality's own template changes: names and order of chapters, kind, portfolio, case number, logo."""

from base64 import b64encode
from io import BytesIO

from PIL import Image

from desktop.report.content.chapters import TITLES, Chapter
from desktop.report.edition import DocumentKind, Edition
from desktop.report.template import Template
from desktop.report.tree import Document, TitlePage, walk
from models.knowledge import Knowledge
from tests.desktop.report import agreements, dossiers
from tests.desktop.report.reading import chapter, headings, said, tree_of


def _page(document: Document) -> TitlePage:
    return next(block for block in walk(document) if isinstance(block, TitlePage))


def _edition(**fields: object) -> Edition:
    return Edition(template=Template.model_validate(fields))


def test_every_chapter_has_a_title() -> None:
    assert TITLES.keys() == set(Chapter)
    assert len(Chapter) <= 26


def test_names_and_order(knowledge: Knowledge) -> None:
    edition = _edition(headings={"legal": "Juridisch kader"}, order=["decisions", "sources", "notes", "leaving"])
    document = tree_of(agreements.agreed(), knowledge, edition)
    found = headings(document)
    assert list(found)[:4] == [
        "Besluiten en argumenten",
        "Bronnen en uitgangspunten",
        "Uittreden",
        "Opgave en partners",
    ]
    assert "Juridisch kader" in found and "Rechtsvorm" not in found
    assert list(found.values()) == list("ABCDEFGHIJKLMNOP"[: len(found)])
    assert f"(uitleg: hoofdstuk {found['Bronnen en uitgangspunten']})" in said(document)
    assert f"Hoofdstuk {found['Kosten en bijdragen']} noemt de bijdragen." in said(document)
    assert "die in hoofdstuk B staat." in chapter(document, "Juridisch kader")


def test_the_terms_are_explained_wherever_the_sources_stand(knowledge: Knowledge) -> None:
    plain = chapter(tree_of(agreements.agreed(), knowledge), "Bronnen en uitgangspunten")
    moved = chapter(tree_of(agreements.agreed(), knowledge, _edition(order=["sources"])), "Bronnen en uitgangspunten")
    assert [line.split("1")[0] for line in plain.split("\n")[1:4]] == [
        line.split("1")[0] for line in moved.split("\n")[1:4]
    ]
    assert "Woorden" in plain and "Woorden" in moved


def test_kind_portfolio_and_case_number(knowledge: Knowledge) -> None:
    edition = _edition(kind="Raadsvoorstel", portfolio="wethouder Bos", case_number="Z-1")
    document = tree_of(dossiers.clear(), knowledge, edition)
    page = _page(document)
    assert (page.kind, document.meta.kind) == ("Raadsvoorstel", "Raadsvoorstel")
    assert {("Portefeuille", "wethouder Bos"), ("Zaaknummer", "Z-1")} <= set(page.facts)
    own = _page(tree_of(dossiers.with_texts("Z-2"), knowledge, edition))
    assert ("Zaaknummer", "Z-2") in own.facts


def test_the_logo(knowledge: Knowledge) -> None:
    made = BytesIO()
    Image.new("RGB", (40, 20), "white").save(made, "PNG")
    edition = _edition(logo=b64encode(made.getvalue()).decode(), organisation="Gemeente Barendrecht")
    logo = _page(tree_of(dossiers.clear(), knowledge, edition)).logo
    assert logo is not None
    assert logo.alt == "Gemeente Barendrecht" and logo.data == made.getvalue()
    assert _page(tree_of(dossiers.clear(), knowledge)).logo is None


def test_each_kind_of_document_is_made(knowledge: Knowledge) -> None:
    kinds = {kind: tree_of(agreements.agreed(), knowledge, Edition(kind=kind)).meta for kind in DocumentKind}
    assert len({meta.kind for meta in kinds.values()}) == 4
    assert [dict(meta.mark)["kind"] for meta in kinds.values()] == [kind.value for kind in DocumentKind]
    assert kinds[DocumentKind.APPROVALS].internal is True
