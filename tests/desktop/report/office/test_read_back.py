"""What is in the tree is in the file: every text in order, headings, tables, pictures; the same bytes each time."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import given, settings
from odf.opendocument import load

from desktop.report import tree
from desktop.report.office import render_docx, render_odt
from desktop.report.office.items import Style
from models.dossier import Dossier, read_dossier
from models.knowledge import Knowledge
from tests.desktop.report import dossiers
from tests.desktop.report.office.reading import read, squeezed
from tests.desktop.report.office.samples import ADDRESS, META, every_block, expected
from tests.desktop.report.reading import tree_of
from tests.strategies import dossiers as any_dossiers

KINDS = ("docx", "odt")
WRITERS = {"docx": render_docx, "odt": render_odt}
EXAMPLES = Path(__file__).resolve().parents[4] / "resources" / "examples"


def example(name: str, knowledge: Knowledge) -> tree.Document:
    return tree_of(read_dossier((EXAMPLES / f"{name}.json").read_bytes()), knowledge)


def assert_all_in_order(document: tree.Document, text: str) -> None:
    whole, at = squeezed(text), 0
    for texts in expected(document):
        places = []
        for wanted in filter(None, map(squeezed, texts)):
            place = whole.find(wanted, at)
            assert place >= 0, f"{wanted!r} is not in {whole[at : at + 300]!r}"
            places.append(place)
        at = min(places, default=at)


def headings_of(document: tree.Document, decisions: bool = True) -> Iterator[tuple[int, str]]:
    for block in tree.walk(document):
        if isinstance(block, tree.Heading):
            if decisions or block.kind is not tree.HeadingKind.DECISION:
                yield block.level, squeezed(block.label + block.text)
        elif isinstance(block, tree.Panel):
            yield 1, squeezed(block.title)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["lindestreek", "matrix"])
def test_an_example_comes_back_whole(kind: str, name: str, knowledge: Knowledge) -> None:
    document = example(name, knowledge)
    found = read(kind, WRITERS[kind](document))
    assert_all_in_order(document, found.text)
    tables = [b for b in tree.walk(document) if isinstance(b, tree.Table | tree.FormTable | tree.SignatureBlock)]
    assert len(found.heads) == len(tables)
    figures = [b for b in tree.walk(document) if isinstance(b, tree.FigureBlock)]
    assert len(found.alts) >= len(figures) > 0


@pytest.mark.parametrize("kind", KINDS)
def test_every_block_comes_back(kind: str) -> None:
    document = every_block()
    found = read(kind, WRITERS[kind](document))
    assert_all_in_order(document, found.text)
    shown = [(level, squeezed(text)) for level, text in found.headings]
    wanted = list(headings_of(document, decisions=kind == "odt"))  # in Word a besluit has a style of its own
    assert shown == wanted
    assert found.heads[0] == ["Partner", "Bedrag", "Uitleg"]
    assert [title for title, _ in found.alts] == ["Logo", "Teken", "Figuur 1: Figuur Gewone tekst"]
    assert all(alt.strip() for _, alt in found.alts)
    assert found.links == {ADDRESS}


@pytest.mark.parametrize("kind", KINDS)
def test_equal_documents_give_equal_bytes_with_one_date(kind: str) -> None:
    first, second = WRITERS[kind](every_block()), WRITERS[kind](every_block())
    assert first == second
    with zipfile.ZipFile(BytesIO(first)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(2026, 6, 9, 0, 0, 0)}
        assert archive.testzip() is None
    other = WRITERS[kind](every_block(meta=replace(META, dated="10 juni 2026")))
    assert other != first


def test_bytes_do_not_hang_on_what_was_written_before() -> None:
    before = render_odt(every_block())
    render_odt(every_block("Iets anders"))
    load(BytesIO(before))
    assert render_odt(every_block()) == before


def test_styles_of_word_are_real_and_named() -> None:
    made = docx.Document(BytesIO(render_docx(every_block())))
    names = {style.name for style in made.styles}
    assert names >= {
        "Kernzin",
        "Hoofdtekst",
        "Besluit",
        "Argument",
        "Kanttekening",
        "Noot",
        "Lijst",
        "Tabel Vormwijzer",
    }
    aliases = {s.name: s.element.find(qn("w:aliases")) for s in made.styles}
    shown = {name: found.get(qn("w:val")) for name, found in aliases.items() if found is not None}
    assert shown.items() >= {("Heading 1", "Kop 1"), ("Title", "Titel"), ("Subtitle", "Ondertitel")}
    assert "Bijschrift" in shown.values()
    body = made.styles["Hoofdtekst"].paragraph_format
    assert abs(body.left_indent - Mm(41)) < Mm(0.1)
    levels = {name: made.styles[name].element.pPr.find(qn("w:outlineLvl")) for name in ("Heading 1", "Besluit")}
    assert {name: found.get(qn("w:val")) for name, found in levels.items()} == {"Heading 1": "0", "Besluit": "1"}
    used = {found.get(qn("w:val")) for found in made.element.body.iter(qn("w:pStyle"))}
    assert used <= {style.style_id for style in made.styles}
    assert len(used) == len(list(Style)) - 3  # but for the header, the footer and the small title
    paragraphs = list(made.element.body.iter(qn("w:p")))
    assert all(p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") is not None for p in paragraphs)


def test_word_has_no_boxes_and_rows_that_stay_whole() -> None:
    made = docx.Document(BytesIO(render_docx(every_block())))
    body = made.element.body
    assert not [e for e in body.iter() if e.tag.endswith("}txbxContent") or e.tag.endswith("}anchor")]
    rows = list(body.iter(qn("w:tr")))
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
    assert {t.style.name for t in made.tables} == {"Tabel Vormwijzer"}
    for found in body.iter(qn("w:tblLook")):
        assert found.get(qn("w:firstRow")) == found.get(qn("w:firstColumn")) == "1"


def test_running_lines_are_fields() -> None:
    made = docx.Document(BytesIO(render_docx(every_block())))
    (section,) = made.sections
    fields = [f.get(qn("w:instr")).split() for f in section.footer._element.iter(qn("w:fldSimple"))]
    properties = [["DOCPROPERTY", name] for name in ("Versie", "Datum", "Controlecode")]
    assert fields == [*properties, ["PAGE"], ["NUMPAGES"]]
    fields = [f.get(qn("w:instr")).split()[1] for f in section.header._element.iter(qn("w:fldSimple"))]
    assert fields == ["Soort", "Status"]
    assert not list(section.first_page_header._element.iter(qn("w:t")))
    core = made.core_properties
    assert (core.title, core.author, core.language) == ("Proef", "Steller", "nl-NL")
    assert core.created == core.modified
    assert core.created.date().isoformat() == "2026-06-09"


@pytest.mark.parametrize("kind", KINDS)
def test_only_an_internal_copy_says_so_on_every_page(kind: str) -> None:
    def said(internal: bool) -> int:
        data = WRITERS[kind](every_block(meta=replace(META, internal=internal)))
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = [n for n in archive.namelist() if n == "styles.xml" or n.startswith("word/header")]
            return sum(archive.read(name).count(b"Intern, niet openbaar") for name in names)

    assert said(False) == 0
    assert said(True) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_document_and_one_of_breaks_only(kind: str) -> None:
    for blocks in ((), (tree.PageBreak(), tree.PageBreak()), (tree.Together(()),), (tree.Contents("Inhoud"),)):
        found = read(kind, WRITERS[kind](tree.Document(META, blocks)))
        assert found.headings == found.heads == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_logo_that_is_no_picture_is_left_out(kind: str) -> None:
    page = tree.TitlePage("a", "b", "c", "d", "e", (), (), logo=tree.Logo(b"geen plaatje", "Wapen"))
    assert read(kind, WRITERS[kind](tree.Document(META, (page,)))).alts == []


@settings(max_examples=5)
@given(any_dossiers())
def test_any_dossier_comes_back(knowledge: Knowledge, dossier: Dossier) -> None:
    document = tree_of(dossier, knowledge)
    for kind in KINDS:
        found = read(kind, WRITERS[kind](document))
        shown = [(level, squeezed(text)) for level, text in found.headings]
        assert len(shown) == len(list(headings_of(document, decisions=kind == "odt")))


def test_no_dossier_of_ours_is_empty(knowledge: Knowledge) -> None:
    for make in (dossiers.empty, dossiers.not_clear, dossiers.other_choice):
        document = tree_of(make(), knowledge)
        for kind in KINDS:
            assert_all_in_order(document, read(kind, WRITERS[kind](document)).text)
