"""Whatever a person types stays text: no tag, no link, no file that is read, and the file opens."""

import re
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from lxml import etree

from desktop.report import tree
from desktop.report.office import render_docx, render_odt
from desktop.report.office.clean import clean, one_line
from desktop.report.office.items import words_of
from desktop.report.office.tables import is_address, piece_of
from desktop.report.tree import Cell, Document, Paragraph, Run, plain
from tests.desktop.report.dossiers import ATTACKS
from tests.desktop.report.office.reading import read, squeezed
from tests.desktop.report.office.samples import ADDRESS, META, every_block, expected
from tests.strategies import texts

WRITERS = {"docx": render_docx, "odt": render_odt}
TYPED = (
    *ATTACKS,
    '<w:p/><text:p>"\'&amp;quot; a="b"',
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "</w:t></w:r></w:p>",
    '{ INCLUDEPICTURE "http://voorbeeld.nl/x.png" } =1+1',
    "https://voorbeeld.nl/niet-van-ons",
    "javascript:alert(1)",
    "مرحبا بكم שלום",
    "👩\u200d👩\u200d👧 🦊",
    "e\u0301 日本 \u00ad",
    "x" * 41,
    "  voor   en na  ",
    "regel een\nregel twee\r\nregel drie",
)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("kind", list(WRITERS))
@pytest.mark.parametrize("typed", TYPED)
def test_text_stays_text(kind: str, typed: str) -> None:
    document = every_block(typed)
    data = WRITERS[kind](document)
    found, usual = read(kind, data), read(kind, WRITERS[kind](every_block()))
    whole = squeezed(found.text)
    for wanted in (squeezed(clean(text)) for texts_ in expected(document) for text in texts_):
        assert wanted in whole
    assert found.links == {ADDRESS}
    assert len(found.headings) == len(usual.headings)
    assert [len(head) for head in found.heads] == [len(head) for head in usual.heads]
    assert parts(data).keys() == parts(WRITERS[kind](every_block())).keys() or kind == "odt"


@pytest.mark.parametrize("kind", list(WRITERS))
def test_nothing_outside_the_file_is_named(kind: str) -> None:
    data = parts(WRITERS[kind](every_block(TYPED[0])))
    if kind == "docx":
        relations = b"".join(text for name, text in data.items() if name.endswith(".rels"))
        assert re.findall(rb'Target="([^"]*)"[^>]*TargetMode="External"', relations) == [ADDRESS.encode()]
        return
    targets = set(re.findall(rb'xlink:href="([^"]*)"', data["content.xml"]))
    assert {target for target in targets if not target.startswith((b"#", b"Pictures/"))} == {ADDRESS.encode()}


@pytest.mark.parametrize("kind", list(WRITERS))
@pytest.mark.parametrize("sign", ["x", "🦊", "أ", "\n"])
def test_a_hundred_thousand_signs(kind: str, sign: str) -> None:
    typed = (sign * 100_000)[:100_000]
    table = tree.Table("Lang", (tree.Column("a"), tree.Column("b")), (tree.Row((tree.cell(typed), tree.cell("b"))),))
    blocks = (tree.LabelledParagraph(typed, plain("na")), Paragraph(plain(typed)), tree.Heading(1, typed, "A"), table)
    found = read(kind, WRITERS[kind](Document(META, blocks)))
    assert found.text.count(sign) >= (4 * 100_000 if sign != "\n" else 4)


@pytest.mark.parametrize("kind", list(WRITERS))
@given(texts(120))
@settings(max_examples=15)
def test_any_text_comes_back(kind: str, typed: str) -> None:
    found = read(kind, WRITERS[kind](every_block(typed)))
    assert squeezed(clean(typed)) in squeezed(found.text)


@given(texts(200))
def test_cleaned_text_fits_in_xml(typed: str) -> None:
    made = clean(typed)
    element = etree.Element("a")
    element.text = made
    element.set("b", one_line(typed))
    assert etree.fromstring(etree.tostring(element)).text == (made or None)
    assert clean(made) == made


def test_what_xml_cannot_hold_is_left_out_or_a_square() -> None:
    assert clean("a\x00b\x07c\x1bd") == "abcd"
    assert clean("half \ud800 en \uffff") == "half □ en □"
    assert clean("\u202eomgekeerd\u2066") == "omgekeerd"
    assert clean("een\r\ntwee\u2028drie\n\n\n\nvier\tvijf") == "een\ntwee\ndrie\n\nvier vijf"
    assert clean("👩\u200d👧 é € ]]>") == "👩\u200d👧 é € ]]>"
    assert one_line(" a\n b\t c ") == "a b c"


def test_only_a_run_brings_a_link_and_only_to_the_web() -> None:
    assert is_address(ADDRESS)
    assert not any(map(is_address, ("", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "mailto:a@b")))
    assert words_of((piece_of(Run("de wet", target=ADDRESS)),)) == "de wet"
    for kind, write in WRITERS.items():
        document = Document(META, (Paragraph((Run("klik", target="javascript:alert(1)"),)),))
        assert read(kind, write(document)).links == set()
        table = tree.Table("t", (tree.Column("a"),), (tree.Row((Cell((tree.linked("wet", ADDRESS),)),)),))
        assert read(kind, write(Document(META, (table,)))).links == {ADDRESS}
