"""Accessible and archivable: PDF/UA-1 and PDF/A-2a by a checker, and our own reading of the tags by hand."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import desktop.report
from desktop.report import build_report, render_pdf, tree
from desktop.report.edition import DocumentKind, Edition
from desktop.report.fonts import faces_for, printable
from desktop.report.texts import texts_of
from desktop.report.tree import Document, Heading, Paragraph, Row, RowKind, Table, cell, linked, plain
from models.advice.advise import advise
from models.dossier import Dossier, dossier_from_values
from models.figures import Weight
from models.knowledge import Knowledge
from tests.desktop.report.tagged import Node, Tagged, failures
from tests.desktop.report.test_layout import META, SENTENCE, _blocks, every_kind
from tests.models.samples import example
from tests.strategies import dossiers as any_dossiers

EXAMPLES = [
    path.stem for path in sorted((Path(desktop.report.__file__).parents[2] / "resources/examples").glob("*.json"))
]
HASH = "7f3a91c2" + "0" * 56
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""Not made smaller on failure: the checker takes a fifth of a second for each try."""


def document_of(values: Dossier, knowledge: Knowledge, edition: Edition | None = None) -> Document:
    advice = advise(values, knowledge, samples=False)
    return build_report(values, advice, knowledge, content_hash=HASH, edition=edition)


def bare(text: str) -> str:
    """Without white and soft hyphens: where a line ends is no matter here."""
    return re.sub(r"[\s\u00ad]+", "", text)


def as_printed(text: str) -> str:
    """Without white, and with □ for a sign that no font has."""
    return "".join(part for _, part in faces_for(bare(printable(text)), Weight.REGULAR))


def faults_of(pdf: bytes) -> list[str]:
    """What is wrong with the tags, by our own reading."""
    tagged = Tagged(pdf)
    return [
        *tagged.faults,
        *_marks(tagged),
        *_headings(tagged),
        *_tables(tagged),
        *_notes(tagged),
        *_fonts(tagged),
        *_file(tagged),
    ]


def _marks(tagged: Tagged) -> Iterator[str]:
    for mark in tagged.drawn:
        if len(tagged.by_mark.get(mark, [])) != 1:
            yield f"mark {mark} is in the tree {len(tagged.by_mark.get(mark, []))} times"
    for mark in tagged.by_mark:
        if mark not in tagged.drawn:
            yield f"mark {mark} is not on its page"
    parents = _parents(tagged)
    for (page, number), nodes in tagged.by_mark.items():
        if parents[tagged.pages[page].obj.StructParents][number].objgen != nodes[0].entry.objgen:
            yield f"the way back from {(page, number)} is wrong"
    for node in tagged.tree.walk():
        for note in node.notes:
            if parents[note.StructParent].objgen != node.entry.objgen:
                yield f"the way back from a {node.tag} is wrong"


def _parents(tagged: Tagged) -> dict[int, Any]:
    nums = list(tagged.file.Root.StructTreeRoot.ParentTree.Nums)
    return {int(key): value for key, value in zip(nums[::2], nums[1::2], strict=True)}


def _headings(tagged: Tagged) -> Iterator[str]:
    levels = [int(node.tag[1]) for node in tagged.tree.walk() if re.fullmatch("H[1-6]", node.tag)]
    for before, after in pairwise([0, *levels]):
        if after > before + 1:
            yield f"H{before} is followed by H{after}"


def _tables(tagged: Tagged) -> Iterator[str]:
    for node in tagged.tree.walk():
        if node.tag == "Table":
            rows = [kid for kid in node.kids if kid.tag == "TR"]
            wide = {sum(int(entry.attributes.get("/ColSpan", 1)) for entry in row.kids) for row in rows}
            if len(wide) > 1:
                yield f"rows of {wide} cells"
            if any(kid.tag not in ("TR", "Caption") for kid in node.kids):
                yield "a table holds more than rows"
        if node.tag == "TH" and node.attributes.get("/Scope") not in ("/Row", "/Column"):
            yield f"a heading {node.text!r} without scope"
        if node.tag == "L" and any([kid.tag for kid in item.kids] != ["Lbl", "LBody"] for item in node.kids):
            yield "a list item without sign or text"


def _notes(tagged: Tagged) -> Iterator[str]:
    held = [note.objgen for node in tagged.tree.walk() for note in node.notes]
    drawn = [note.objgen for page in tagged.pages for note in page.obj.get("/Annots", [])]
    if sorted(held) != sorted(drawn):
        yield "an annotation is not in the tree, or the other way round"
    for node in tagged.tree.walk():
        if node.tag == "Figure" and (not str(node.entry.get("/Alt", "")).strip() or "/BBox" not in node.attributes):
            yield "a figure without a text or a place"
        if node.tag == "Link" and not (len(node.notes) == 1 and str(node.notes[0].get("/Contents", "")).strip()):
            yield "a link without its place or words"
        if node.tag == "Form" and not (len(node.notes) == 1 and str(node.notes[0].get("/TU", "")).strip()):
            yield "a field without words"
        if any(note.F != 4 for note in node.notes):
            yield "an annotation that does not print"


def _fonts(tagged: Tagged) -> Iterator[str]:
    for page in tagged.pages:
        for font in page.Resources.Font.values():
            if "/ToUnicode" not in font or "/FontFile2" not in font.FontDescriptor:
                yield f"{font.BaseFont} is not embedded whole"


def _file(tagged: Tagged) -> Iterator[str]:
    root = tagged.file.Root
    if not (root.MarkInfo.Marked and root.ViewerPreferences.DisplayDocTitle and str(root.Lang) == "nl-NL"):
        yield "the file does not say that it is tagged, what it is called, or its language"
    for page in tagged.pages:
        if page.obj.get("/Tabs") != pikepdf.Name.S:
            yield "the tab order is not that of the tree"


def check(document: Document) -> None:
    """Valid by the checker and by us, and read in the order of the document tree."""
    pdf = render_pdf(document)
    assert failures(pdf) == []
    assert faults_of(pdf) == []
    assert_read_in_order(document, pdf)


def assert_read_in_order(document: Document, pdf: bytes) -> None:
    said = bare("".join(node.text for node in Tagged(pdf).tree.kids))
    at = 0
    for block in tree.walk(document):
        if isinstance(block, tree.FigureBlock | tree.Contents):
            continue
        for text in _in_order(block):
            expected = as_printed(text)
            found = said.find(expected, at)
            assert found >= 0, f"{text!r} is not read after {said[max(at - 80, 0) : at]!r}"
            at = found + len(expected)


def _in_order(block: tree.Block) -> Iterator[str]:
    """The texts of a block as they are read: of a group only its heading, a field of a title page where it stands."""
    if isinstance(block, Table):
        yield from (block.caption, block.unit, *(column.head for column in block.columns))
        for row in block.rows:
            cells = row.cells[:1] if row.kind is RowKind.GROUP else row.cells
            yield from (f"{tree.text_of(entry.runs)} {entry.after}".strip() for entry in cells)
        yield block.note
    elif isinstance(block, tree.TitlePage):
        yield from (block.kind, block.status, block.title, block.subtitle)
        yield from (block.label if block.sentences else "", *block.sentences, block.ask, *block.decisions)
        yield from (part for fact in block.facts for part in fact)
    elif isinstance(block, tree.FormTable):
        yield from (block.caption, block.unit, *block.heads)
        yield from (part for row in block.rows for entry in row for part in (entry.boxes or (entry.text,)))
    elif isinstance(block, tree.SignatureBlock):
        yield from (block.label, block.title, block.law)
        yield from (part for line in block.lines for part in (line.role, line.name, line.below, line.signed))
    else:
        yield from texts_of(block)


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("kind", DocumentKind)
def test_every_document_of_every_example(name: str, kind: DocumentKind, knowledge: Knowledge) -> None:
    dossier = dossier_from_values(example(name))
    check(document_of(dossier, knowledge, Edition(kind=kind, internal=kind is DocumentKind.APPROVALS, fields=True)))


@given(any_dossiers())
@settings(max_examples=5, deadline=None, phases=QUICK, suppress_health_check=[HealthCheck.too_slow])
def test_any_dossier(knowledge: Knowledge, dossier: Dossier) -> None:
    check(document_of(dossier, knowledge))


@given(st.lists(_blocks(), max_size=12))
@settings(max_examples=15, deadline=None, phases=QUICK, suppress_health_check=[HealthCheck.too_slow])
def test_any_blocks(blocks: list[tree.Block]) -> None:
    pdf = render_pdf(Document(META, tuple(blocks)))
    assert failures(pdf) == []
    assert faults_of(pdf) == []


@pytest.mark.parametrize(
    "text", ["Samen werken", "", "<b> & ) Tj ET \\", "日本 😀 \ud800 مرحبا", "bedrijfsvoeringsorganisatie " * 9]
)
def test_every_kind_of_block(text: str) -> None:
    line = tree.SignatureLine(text, text, text, "Handtekening 1")
    form = tree.FormTable(
        text, (text, "b"), (1, 2), ((tree.FormCell(text), tree.FormCell(boxes=(text, "nee"), ticked=1)),)
    )
    more = (
        tree.SignatureBlock(text, text, text, (line, tree.SignatureLine(text, signed=text), tree.SignatureLine(text))),
        form,
        Heading(2, text, "Besluit 1", tree.HeadingKind.DECISION),
        Paragraph((*plain(text), linked(f"de wet {text}", "https://wetten.overheid.nl/"))),
    )
    pdf = render_pdf(Document(replace(META, title=text, author=text), (*every_kind(text), *more)))
    assert failures(pdf) == []
    assert faults_of(pdf) == []


def nodes(pdf: bytes, tag: str) -> list[Node]:
    return [node for node in Tagged(pdf).tree.walk() if node.tag == tag]


def test_a_table_over_pages_is_one_table_with_one_head() -> None:
    columns = (tree.Column("Wie"), tree.Column("Wat"))
    kinds = [RowKind.GROUP, *[RowKind.PLAIN] * 79]
    rows = tuple(Row((cell(f"rij {number}."), cell(SENTENCE)), kind=kind) for number, kind in enumerate(kinds))
    pdf = render_pdf(Document(META, (Table("Lang", columns, rows),)))
    (table,) = nodes(pdf, "Table")
    assert [kid.tag for kid in table.kids] == ["Caption", *["TR"] * 81]
    assert [kid.text.strip() for kid in table.kids[1].kids] == ["Wie", "Wat"]
    assert [(kid.tag, kid.attributes["/Scope"]) for kid in table.kids[1].kids] == [("TH", "/Column")] * 2
    assert [(kid.tag, int(kid.attributes["/ColSpan"])) for kid in table.kids[2].kids] == [("TH", 2)]
    assert [kid.tag for kid in table.kids[3].kids] == ["TH", "TD"]
    assert len({mark[0] for node in table.walk() for mark in node.marks}) > 2


def test_a_paragraph_over_pages_is_one_element_with_its_label_first() -> None:
    pdf = render_pdf(Document(META, (tree.LabelledParagraph("Argument 1.1", plain(SENTENCE * 90)),)))
    (paragraph,) = nodes(pdf, "P")
    assert len({page for page, _ in paragraph.marks}) > 1
    assert paragraph.text.startswith("Argument 1.1 De gemeenten")
    assert paragraph.text.split() == ["Argument", "1.1", *(SENTENCE * 90).split()]


def test_a_word_over_two_lines_is_read_whole() -> None:
    word = "gemeenschappelijke-regelingen"
    pdf = render_pdf(
        Document(META, (Paragraph(plain(f"de gemeenschappelijke samenwerkingsovereenkomst {word} " * 12)),))
    )
    (paragraph,) = nodes(pdf, "P")
    assert "\u00ad" in paragraph.text
    assert set(paragraph.text.replace("\u00ad", "").split()) == {
        "de",
        "gemeenschappelijke",
        "samenwerkingsovereenkomst",
        word,
    }


def test_headings_never_skip_and_stand_in_their_chapter() -> None:
    headings = (Heading(3, "drie"), Heading(1, "een", "A"), Heading(3, "drie"), Heading(2, "twee"), Heading(3, "diep"))
    pdf = render_pdf(Document(META, headings))
    levels = [node.tag for node in Tagged(pdf).tree.walk() if re.fullmatch("H[1-6]", node.tag)]
    assert levels == ["H1", "H1", "H2", "H2", "H3"]


def test_links_lead_where_they_say_and_what_is_typed_leads_nowhere() -> None:
    address = "https://wetten.overheid.nl/BWBR0003740"
    long = "een lange tekst over de Wet gemeenschappelijke regelingen die over de regel heen gaat tot op de volgende"
    runs = (*plain("Zie https://voorbeeld.nl/ en "), linked(long, address), *plain("."))
    pdf = render_pdf(Document(META, (Paragraph(runs),)))
    (link,) = nodes(pdf, "Link")
    (note,) = link.notes
    assert (str(note.A.URI), str(note.Contents)) == (address, long)
    assert len(note.QuadPoints) == 16
    assert link.text.split() == long.split()


def test_signature_fields_are_empty_named_and_spoken() -> None:
    lines = (tree.SignatureLine("de burgemeester", field="Handtekening 1"), tree.SignatureLine("de griffier"))
    block = tree.SignatureBlock("Raadsstuk", "Raad van Lindeloo", "Gemeentewet artikel 75", lines)
    tagged = Tagged(render_pdf(Document(META, (block,))))
    (entry,) = tagged.file.Root.AcroForm.Fields
    assert (str(entry.T), str(entry.TU)) == ("Handtekening 1", "Handtekening van de burgemeester: Raad van Lindeloo")
    assert pikepdf.Name.Sig == entry.FT and "/V" not in entry
    assert "/NeedAppearances" not in tagged.file.Root.AcroForm
    left, bottom, right, top = (float(value) for value in entry.Rect)
    assert top - bottom == pytest.approx(14 * 72 / 25.4, abs=0.1) and right - left > 200


def test_boxes_say_whether_they_are_ticked() -> None:
    marks = [tree.Mark.DONE, tree.Mark.OPEN, tree.Mark.FULL]
    rows = tuple(Row((cell("1"), cell("punt", mark=mark))) for mark in marks)
    pdf = render_pdf(Document(META, (Table("Lijst", (tree.Column("a"), tree.Column("b")), rows),)))
    content = b"".join(page.Contents.read_bytes() for page in Tagged(pdf).pages)
    assert re.findall(rb"ActualText\(([^)]*)\)", content) == [b"klaar: ", b"open: "]


def test_the_mark_of_the_program_is_in_the_properties() -> None:
    mark = (("kind", "advies"), ("dossier", "een „id” 😀"))
    tagged = Tagged(render_pdf(Document(replace(META, mark=mark), (Paragraph(plain("x")),))))
    assert (
        str(tagged.file.docinfo["/Vormwijzer"])
        == '{"dossier": "een \\u201eid\\u201d \\ud83d\\ude00", "kind": "advies"}'
    )
    assert tagged.file.pdf_version == "1.7"
