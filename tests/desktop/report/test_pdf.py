"""What comes to stand on paper: text as typed, our fonts only, the same bytes, nothing over the edge."""

import ast
import re
import time
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from pypdf import PdfReader

import desktop.report
from desktop.report import build_report, missing_signs, render_pdf, styles
from desktop.report.blocks import boxes_of
from desktop.report.boxes import Flow
from desktop.report.layout import paginate
from desktop.report.styles import ROOM
from desktop.report.tables import TableBox
from desktop.report.tree import Document, Heading, Meta, Paragraph, plain, walk
from desktop.report.typeset import set_text
from models.advice.advise import advise
from models.dossier import Dossier, dossier_from_values
from models.knowledge import Knowledge
from tests.desktop.report import dossiers
from tests.strategies import dossiers as any_dossiers
from tests.strategies import texts

HASH = "7f3a91c2" + "0" * 56
META = Meta("Proef", "Advies over samenwerking", "Concept", "Concept", "9 juni 2026", "7F3A-91C2", HASH)


def document_of(dossier: Dossier, knowledge: Knowledge) -> Document:
    return build_report(dossier, advise(dossier, knowledge, samples=False), knowledge, content_hash=HASH)


def read(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def text_in(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in read(pdf).pages)


def squeezed(text: str) -> str:
    """Without spaces and line ends: where a line breaks is no matter here."""
    return re.sub(r"\s+", "", text)


def assert_fits(document: Document) -> None:
    for page in paginate(boxes_of(document)).pages:
        for box, top in page.boxes:
            assert top + box.height <= ROOM + 0.1, type(box).__name__


@pytest.mark.parametrize("make", [dossiers.clear, dossiers.not_clear, dossiers.other_choice, dossiers.empty])
def test_equal_input_gives_equal_bytes_and_fits_its_pages(make: object, knowledge: Knowledge) -> None:
    document = document_of(make(), knowledge)  # type: ignore[operator]
    assert_fits(document)
    pdf = render_pdf(document)
    assert pdf == render_pdf(document)
    assert pdf == render_pdf(document_of(make(), knowledge))  # type: ignore[operator]


def test_properties_outline_and_running_lines(knowledge: Knowledge) -> None:
    reader = read(render_pdf(document_of(dossiers.clear(), knowledge)))
    assert reader.metadata is not None
    assert reader.metadata.title == "Samen sterker"
    assert reader.root_object["/Lang"] == "nl-NL"
    titles = [entry["/Title"] for entry in reader.outline if not isinstance(entry, list)]
    assert titles[0] == "In het kort"
    assert [title[0] for title in titles[1:]] == list("ABCDEFG")
    total = len(reader.pages)
    for number, page in enumerate(reader.pages, start=1):
        text = page.extract_text()
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
    assert len(links) == 7
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
            assert "/A" not in annotation.get_object()


def test_nothing_in_the_report_reads_markup() -> None:
    """No Paragraph, no platypus, no parser: reportlab draws in two modules and nowhere else."""
    folder = Path(desktop.report.__file__).parent
    for path in (*folder.glob("*.py"), *(folder / "content").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [f"{node.module}.{alias.name}" for alias in node.names]
            for name in names:
                assert not name.startswith(("reportlab.platypus", "reportlab.lib", "xml", "html", "PySide6")), path
                if name.startswith("reportlab"):
                    assert path.name in {"pen.py", "fonts.py"}, path


def test_every_text_of_the_knowledge_is_covered() -> None:
    folder = Path(desktop.report.__file__).parents[2] / "resources"
    for path in sorted(folder.rglob("*.yaml")) + sorted(folder.rglob("*.json")):
        assert missing_signs(path.read_text(encoding="utf-8")) == (), path.name


def test_missing_signs_are_named_once_and_print_as_a_square() -> None:
    assert missing_signs("日本 en 日 🦊, é ✓ ← مرحبا e\u0301\u200d\n") == ("日", "本", "🦊")
    pdf = render_pdf(Document(META, (Heading(1, "Kop", "A"), Paragraph(plain("a 日本 b ✓")))))
    assert squeezed("a □□ b ✓") in squeezed(text_in(pdf))


@pytest.mark.parametrize("text", ["x" * 100_000, "🦊" * 50_000, "ﷺ" * 20_000, "a\n" * 3_000, "أ" * 100_000])
def test_very_long_text_breaks_within_a_second_or_so(text: str) -> None:
    started = time.process_time()
    document = Document(META, (Heading(1, "Kop", "A"), Paragraph(plain(text))))
    assert_fits(document)
    render_pdf(document)
    assert time.process_time() - started < 6  # a guard against quadratic time, not a benchmark


def test_long_texts_everywhere_fit_their_pages(knowledge: Knowledge) -> None:
    for text in ("w" * 20_000, "Een lange zin met gewone woorden. " * 600):
        document = document_of(dossiers.with_texts(text), knowledge)
        assert_fits(document)
        assert len(read(render_pdf(document)).pages) > 10


def test_forty_partners_with_long_names(knowledge: Knowledge) -> None:
    values = dossiers._clear()
    for number in range(37):
        name = f"Gemeenschappelijk samenwerkingsverband {number} van de regio Holland Rijnland en Midden-Delfland"
        values["partners"]["partners"].append({"id": f"p{number}", "name": name, "inhabitants": 10000})
    document = document_of(dossier_from_values(values), knowledge)
    assert_fits(document)
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
    for box in boxes_of(document):
        if isinstance(box, Flow) and box.place is not None:
            assert not any(line.line.text.endswith("-") for line in box.right)


def test_a_long_word_in_text_is_hyphenated_at_a_joint() -> None:
    words = "woord " * 9 + "bedrijfsvoeringsorganisatie en meer"
    box = next(box for box in boxes_of(Document(META, (Paragraph(plain(words)),))) if isinstance(box, Flow))
    assert box.right[0].line.text.endswith(("bedrijfs-", "bedrijfsvoerings-"))


def test_an_address_gets_no_sign_that_is_not_in_it() -> None:
    address = "https://www.vijverbergadvocaten.nl/publicaties/gemeenschappelijke-regeling-verwerkingsverantwoordelijke"
    for measure in (60, 120, 240, 337):
        lines = set_text(address, styles.CELL, measure)
        assert "".join(line.text for line in lines) == address


def test_a_table_repeats_its_head_and_keeps_its_rows(knowledge: Knowledge) -> None:
    values = dossiers._clear()
    values["partners"]["partners"] += [{"id": f"p{n}", "name": f"Gemeente {n}"} for n in range(80)]
    document = document_of(dossier_from_values(values), knowledge)
    parts = [
        box
        for page in paginate(boxes_of(document)).pages
        for box, _ in page.boxes
        if isinstance(box, TableBox) and box.columns[0].head == "Partner" and len(box.columns) == 3
    ]
    assert len(parts) > 1
    assert sum(len(part.rows) for part in parts) == 83
    assert all(part.head and len(part.rows) > 1 and not any(row.begun for row in part.rows) for part in parts)


def test_no_heading_ends_a_page(knowledge: Knowledge) -> None:
    for make in (dossiers.clear, dossiers.not_clear, dossiers.other_choice, dossiers.empty):
        for page in paginate(boxes_of(document_of(make(), knowledge))).pages[:-1]:
            if page.boxes:
                assert not page.boxes[-1][0].keeps


@given(texts(300))
def test_any_text_renders(text: str) -> None:
    blocks = (Heading(1, text, "A"), Paragraph(plain(text)), Paragraph(plain(text * 5)))
    assert render_pdf(Document(META, blocks)).startswith(b"%PDF-")


@settings(max_examples=8)
@given(any_dossiers())
def test_any_dossier_renders_and_fits(knowledge: Knowledge, dossier: Dossier) -> None:
    document = document_of(dossier, knowledge)
    assert_fits(document)
    assert render_pdf(document).startswith(b"%PDF-")
