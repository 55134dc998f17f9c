"""What comes to stand on paper: text as typed, our fonts only, the same bytes, nothing over the edge."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from pypdf import PdfReader

import desktop.report
from desktop.report import build_report, missing_signs, render_pdf
from desktop.report.tree import Document, Heading, Meta, Paragraph, plain, walk
from models.advice.advise import advise
from models.dossier import Dossier, dossier_from_values
from models.knowledge import Knowledge
from tests.desktop.report import dossiers
from tests.pdf_text import page_texts
from tests.strategies import dossiers as any_dossiers
from tests.strategies import texts

HASH = "7f3a91c2" + "0" * 56
META = Meta("Proef", "Advies over samenwerking", "Concept", "Concept", "9 juni 2026", "7F3A-91C2", HASH)


def document_of(dossier: Dossier, knowledge: Knowledge) -> Document:
    return build_report(dossier, advise(dossier, knowledge, samples=False), knowledge, content_hash=HASH)


def read(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def text_in(pdf: bytes) -> str:
    return "\n".join(page_texts(pdf))


def squeezed(text: str) -> str:
    """Without spaces, line ends and soft hyphens: where a line breaks is no matter here."""
    return re.sub(r"[\s\u00ad]+", "", text)


@pytest.mark.parametrize("make", [dossiers.clear, dossiers.not_clear, dossiers.other_choice, dossiers.empty])
def test_equal_input_gives_equal_bytes(make: object, knowledge: Knowledge) -> None:
    document = document_of(make(), knowledge)  # type: ignore[operator]
    pdf = render_pdf(document)
    assert pdf == render_pdf(document)
    assert pdf == render_pdf(document_of(make(), knowledge))  # type: ignore[operator]


def test_properties_outline_and_running_lines(knowledge: Knowledge) -> None:
    document = document_of(dossiers.clear(), knowledge)
    pdf = render_pdf(document)
    reader = read(pdf)
    letters = [block.label for block in walk(document) if isinstance(block, Heading) and block.level == 1]
    assert reader.metadata is not None
    assert reader.metadata.title == "Samen sterker"
    assert reader.root_object["/Lang"] == "nl-NL"
    titles = [entry["/Title"] for entry in reader.outline if not isinstance(entry, list)]
    assert titles[0] == "In het kort"
    assert [title[0] for title in titles[1:]] == letters
    total = len(reader.pages)
    for number, text in enumerate(page_texts(pdf), start=1):
        assert f"pagina {number} van {total}" in text
        assert "controlecode 7F3A-91C2" in text


def test_contents_name_the_page_of_each_chapter(knowledge: Knowledge) -> None:
    document = document_of(dossiers.clear(), knowledge)
    pages = read(render_pdf(document)).pages
    contents = pages[1].extract_text().split("Inhoud")[1]
    for block in walk(document):
        if isinstance(block, Heading) and block.level == 1:
            found = re.search(rf"{block.label}\s*{block.text}\s*(\d+)", contents)
            assert found is not None
            assert block.text in pages[int(found.group(1)) - 1].extract_text()
    links = [annotation.get_object() for annotation in pages[1]["/Annots"]]  # type: ignore[union-attr]
    assert len(links) == sum(isinstance(block, Heading) and block.level == 1 for block in walk(document))
    assert all("/A" not in link for link in links)


def test_only_our_fonts_are_in_the_file(knowledge: Knowledge) -> None:
    pdf = render_pdf(document_of(dossiers.with_texts("← ✓ 日本"), knowledge))
    assert b"Helvetica" not in pdf
    for page in read(pdf).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            assert re.search(r"(SourceSansPro|DejaVuSans)", font.get_object()["/BaseFont"])
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]


@pytest.mark.parametrize("attack", dossiers.ATTACKS)
def test_an_attack_prints_as_typed_and_links_nothing(attack: str, knowledge: Knowledge) -> None:
    pdf = render_pdf(document_of(dossiers.with_texts(attack), knowledge))
    reader = read(pdf)
    assert squeezed(text_in(pdf)).count(squeezed(attack)) >= 10
    assert not any(page.images for page in reader.pages)
    for page in reader.pages:
        for annotation in page.get("/Annots", ()):
            address = annotation.get_object().get("/A", {}).get("/URI", "https://")
            assert address.startswith("https://") and attack not in address


def test_every_text_of_the_knowledge_is_covered() -> None:
    folder = Path(desktop.report.__file__).parents[2] / "resources"
    for path in sorted(folder.rglob("*.yaml")) + sorted(folder.rglob("*.json")):
        assert missing_signs(path.read_text(encoding="utf-8")) == (), path.name


def test_missing_signs_are_named_once_and_print_as_a_square() -> None:
    assert missing_signs("日本 en 日 🦊, é ✓ ← مرحبا e\u0301\u200d\n") == ("日", "本", "🦊")
    pdf = render_pdf(Document(META, (Heading(1, "Kop", "A"), Paragraph(plain("a 日本 b ✓")))))
    assert squeezed("a □□ b ✓") in squeezed(text_in(pdf))


@pytest.mark.parametrize("text", ["x" * 100_000, "🦊" * 50_000, "ﷺ" * 20_000, "a\n" * 3_000, "أ" * 100_000])
def test_very_long_text_breaks(text: str) -> None:
    document = Document(META, (Heading(1, "Kop", "A"), Paragraph(plain(text))))
    assert render_pdf(document).startswith(b"%PDF-")


def test_long_texts_everywhere(knowledge: Knowledge) -> None:
    for text in ("w" * 20_000, "Een lange zin met gewone woorden. " * 600):
        document = document_of(dossiers.with_texts(text), knowledge)
        assert len(read(render_pdf(document)).pages) > 10


def test_forty_partners_with_long_names(knowledge: Knowledge) -> None:
    values = dossiers._clear()
    for number in range(37):
        name = f"Gemeenschappelijk samenwerkingsverband {number} van de regio Holland Rijnland en Midden-Delfland"
        values["partners"]["partners"].append({"id": f"p{number}", "name": name, "inhabitants": 10000})
    document = document_of(dossier_from_values(values), knowledge)
    text = squeezed(text_in(render_pdf(document)))
    for number in range(37):
        assert f"samenwerkingsverband{number}van" in text.replace("-", "")


def test_titles_are_never_hyphenated(knowledge: Knowledge) -> None:
    title = "Bedrijfsvoeringsorganisatie voor intergemeentelijke belastingsamenwerking en vergunningverlening"
    values = dossiers._clear() | {"title": title}
    document = document_of(dossier_from_values(values), knowledge)
    first = read(render_pdf(document)).pages[0].extract_text()
    for word in title.split():
        assert word in first


@given(texts(300))
def test_any_text_renders(text: str) -> None:
    blocks = (Heading(1, text, "A"), Paragraph(plain(text)), Paragraph(plain(text * 5)))
    assert render_pdf(Document(META, blocks)).startswith(b"%PDF-")


@settings(max_examples=8)
@given(any_dossiers())
def test_any_dossier_renders(knowledge: Knowledge, dossier: Dossier) -> None:
    document = document_of(dossier, knowledge)
    assert render_pdf(document).startswith(b"%PDF-")
