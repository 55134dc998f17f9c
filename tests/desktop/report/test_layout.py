"""The pages that platypus makes: what stands on them, where they break, what the file holds."""

import re
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from desktop.report import tree
from desktop.report.pdf import render_pdf
from desktop.report.tree import Block, Document, Heading, Meta, Paragraph, Row, Table, cell, plain
from models.figures import Anchor, Circle, Figure, Line, Polygon, Rect, Role, Text, Twin
from models.vocabulary import CooperationForm
from tests.strategies import texts

META = Meta("Proef", "Advies over samenwerking", "Concept", "Versie 3", "9 juni 2026", "7F3A-91C2", "7f3a" * 16, "A")
SENTENCE = "De gemeenten verdelen de kosten naar gebruik en kijken na twee jaar of dat eerlijk is. "
ATTACKS = [
    '<img src="/etc/passwd">',
    '<a href="javascript:alert(1)">klik</a>',
    '<font size="5000">groot</font>',
    '<para backColor="yellow">x',
    "<b>open",
    "R&D",
    "]]>",
    "مرحبا",
    "😀",
]


def pages_of(*blocks: Block) -> list[str]:
    return [page.extract_text() for page in read(*blocks).pages]


def read(*blocks: Block) -> PdfReader:
    return PdfReader(BytesIO(render_pdf(Document(META, blocks))))


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00a0\u00ad-]+", "", text)


def every_kind(text: str) -> tuple[Block, ...]:
    """Each kind of block, with ``text`` wherever a text can stand."""
    runs = plain(text)
    shapes = (
        Rect(0, 0, 40, 9, Role.PAPER, Role.MID, dashed=True, hatch=Role.MID),
        Rect(50, 0, 40, 9, fill=Role.ACCENT, radius=3),
        Line(0, 20, 90, 20, round_ends=True),
        Circle(20, 40, 9, Role.PAPER, Role.INK),
        Polygon(((0, 60), (9, 60), (5, 50)), Role.BAND, Role.INK, hatch=Role.BRICK),
        Text(200, 40, text, 9, anchor=Anchor.MIDDLE),
    )
    figure = Figure(text, "", 400, 70, shapes, Twin((), ()))
    columns = (tree.Column("Kop"), tree.Column(text), tree.Column("Getal", 0.3, tree.Align.RIGHT))
    marks = (cell(text, form=CooperationForm.SETA), cell(text, mark=tree.Mark.HALF), cell(text))
    rows = (Row((cell(text), cell(text), cell("12"))), Row(marks, chosen=True), Row(marks))
    return (
        tree.TitlePage(text, text, text, text, text, (text,), (("Feit", text), (text, "x")), CooperationForm.SSC),
        tree.PageBreak(),
        tree.Panel(text, (tree.KeyFigure(text, text),) * 4, (tree.QuestionAnswer(text, runs),) * 2),
        tree.Contents(text),
        tree.PageBreak(),
        Heading(1, text, "A"),
        tree.KeySentence(text),
        Heading(2, text, "A1"),
        Paragraph(runs),
        tree.LabelledParagraph(text, runs, tree.LabelKind.REMARK),
        tree.BulletList((runs, runs)),
        tree.NumberedList((runs,)),
        Table(text, columns, rows, text, text),
        tree.FigureBlock(figure, text, text),
        tree.Entry(text, text, text, (runs, runs), tree.Mark.WARNING),
        Heading(3, text),
        Paragraph(runs, tree.ParagraphKind.WORDS, leads=True),
        tree.Together((Paragraph(runs, tree.ParagraphKind.NOTE), Paragraph(runs))),
    )


def test_every_kind_of_block_prints() -> None:
    pages = pages_of(*every_kind("Samen werken aan één doel"))
    assert len(pages) == 3
    assert all(f"pagina {number} van 3" in page for number, page in enumerate(pages, start=1))
    assert pages[2].count("Samen werken aan één doel") > 20
    assert "In woorden." in pages[2] and "Tabel 1" in pages[2] and "Figuur 1" in pages[2]


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_prints_as_typed_and_does_nothing(attack: str, monkeypatch: pytest.MonkeyPatch) -> None:
    render_pdf(Document(META, every_kind("eerst de fonts laden: ✓ مرحبا 😀")))

    def refuse(*_args: Any, **_options: Any) -> Any:
        raise AssertionError("a file was opened")

    monkeypatch.setattr("builtins.open", refuse)
    reader = PdfReader(BytesIO(render_pdf(Document(META, every_kind(attack)))))
    if attack.isascii():
        said = squeezed("".join(page.extract_text() for page in reader.pages))
        assert said.count(squeezed(attack)) > 15
    assert len(reader.pages) in (3, 4)
    for page in reader.pages:
        assert not page.images
        assert all("/A" not in note.get_object() for note in page.get("/Annots", ()))


@pytest.mark.parametrize("most", [1, 40])
def test_a_word_of_a_hundred_thousand_letters_prints_whole(most: int) -> None:
    pages = pages_of(Heading(1, "Kop", "A"), *[Paragraph(plain("a" * (100_000 // most)))] * most)
    assert sum(page.count("a") for page in pages) > 100_000
    assert len(pages) > 20


def test_a_text_of_pages_in_a_cell_a_label_and_a_panel_goes_on_over_the_page() -> None:
    long = SENTENCE * 120
    columns = (tree.Column("Kop"), tree.Column("Tekst"))
    table = Table("Tabel", columns, (Row((cell("x"), cell(long))), Row((cell("laatste"), cell("kort")))))
    for block in (
        table,
        tree.LabelledParagraph(long, plain("kort")),
        tree.Panel("In het kort", (), (tree.QuestionAnswer("Vraag", plain(long)),)),
        tree.Entry("Wie", "", "Wat", (plain(long), plain("kort"))),
        tree.TitlePage("a", "b", "c", "d", "e", (), (("Partners", long),)),
    ):
        pages = pages_of(block)
        said = squeezed("".join(pages))
        assert len(pages) > 1
        assert said.count("eerlijkis") == 120


def test_the_head_of_a_table_repeats_and_rows_stay_whole() -> None:
    rows = tuple(Row((cell(f"rij {number}."), cell(SENTENCE * 3), cell("1"))) for number in range(60))
    columns = (tree.Column("Onderwerp"), tree.Column("Wat de wet vraagt"), tree.Column("Getal", 0.3, tree.Align.RIGHT))
    pages = pages_of(Heading(1, "Kop", "A"), Table("Veel rijen", columns, rows))
    assert len(pages) > 3
    assert all("Wat de wet vraagt" in page for page in pages)
    for page in pages:
        assert page.count("eerlijk is") == 3 * len(re.findall(r"rij \d+\.", page))


def test_no_lone_last_row() -> None:
    columns = (tree.Column("Kop"), tree.Column("Tekst"))
    for count in range(30, 45):
        rows = tuple(Row((cell(f"rij {number}."), cell("kort"))) for number in range(count))
        pages = pages_of(Table("Rijen", columns, rows))
        assert all(len(re.findall(r"rij \d+\.", page)) != 1 for page in pages)
        assert all(page.count("Kop") == 1 for page in pages)


def test_a_group_stays_with_its_first_row_and_a_total_with_its_last() -> None:
    columns = (tree.Column("Kop"), tree.Column("Bedrag", 1, tree.Align.RIGHT))
    kinds = tree.RowKind
    for filling in range(20, 40):
        rows: list[Row] = [Row((cell(f"rij {n}."), cell("1,00"))) for n in range(filling)]
        rows += [
            Row((cell("samen."), cell("9,00")), kind=kinds.TOTAL),
            Row((cell("de groep."), cell("")), kind=kinds.GROUP),
            *(Row((cell(f"lid {n}."), cell("2,00"))) for n in range(3)),
        ]
        pages = pages_of(Table("Rijen", columns, tuple(rows)))
        page = next(page for page in pages if "de groep." in page)
        assert "lid 0." in page
        page = next(page for page in pages if "samen." in page)
        assert f"rij {filling - 1}." in page


def test_a_group_leaves_no_single_row_behind() -> None:
    columns = (tree.Column("Kop"), tree.Column("Bedrag", 1, tree.Align.RIGHT))
    for filling in range(20, 40):
        rows = [Row((cell(f"rij {n}."), cell("1,00"))) for n in range(filling)]
        rows.append(Row((cell("de groep."), cell("")), kind=tree.RowKind.GROUP))
        rows += [Row((cell(f"lid {n}."), cell("2,00"))) for n in range(4)]
        page = next(page for page in pages_of(Table("Rijen", columns, tuple(rows))) if "de groep." in page)
        assert "lid 1." in page


def test_a_note_never_stands_without_rows_above_it() -> None:
    columns = (tree.Column("Kop"), tree.Column("Tekst"))
    for count in range(25, 45):
        rows = tuple(Row((cell(f"rij {n}."), cell("kort"))) for n in range(count))
        pages = pages_of(Table("Rijen", columns, rows, note="De noot."))
        page = next(page for page in pages if "De noot." in page)
        assert len(re.findall(r"rij \d+\.", page)) > 1


def test_what_follows_a_figure_fills_the_page_that_it_has_no_room_on() -> None:
    figure = tree.FigureBlock(Figure("De figuur", "Wat.", 400, 400, (Rect(0, 0, 9, 9),), Twin((), ())), "Gezegd.")
    rows = tuple(Row((cell(f"rij {n}."), cell("kort"))) for n in range(4))
    table = Table("De tabel", (tree.Column("Kop"), tree.Column("Tekst")), rows)
    follow: list[Block] = [Paragraph(plain("Het vervolg.")), Heading(2, "De volgende", "A2"), table]
    filling = [Paragraph(plain(SENTENCE * 8))] * 2
    first, second = pages_of(Heading(1, "Eerst", "A"), *filling, figure, *follow)
    assert all(words in first for words in ("Het vervolg.", "De volgende", "De tabel", "rij 3."))
    assert "De figuur" in second
    many = tuple(Row((cell(f"rij {n}."), cell("kort"))) for n in range(20))
    noted = Table("De tabel", table.columns, many, note="De noot.")
    pages = pages_of(Heading(1, "Eerst", "A"), *filling, figure, noted, *follow)
    assert pages[1].index("rij 19.") < pages[1].index("De noot.") < pages[1].index("De figuur")
    pages = pages_of(Heading(1, "Eerst", "A"), *filling, figure, Heading(1, "Dan", "B"), *follow)
    assert "Dan" not in pages[0] and pages[1].index("De figuur") < pages[1].index("Dan")


@pytest.mark.parametrize("high", (520, 527, 531, 540))
def test_the_words_of_a_figure_stay_with_it_to_the_last_point_of_the_page(high: float) -> None:
    figure = Figure("Een hoge figuur", "", 400, high, (Rect(0, 0, 400, high, Role.PAPER, Role.MID),), Twin((), ()))
    items = tree.BulletList((plain("punt"),) * 3)
    pages = pages_of(Heading(1, "Kop", "A"), items, tree.FigureBlock(figure, f"{SENTENCE}En dat is goed."))
    assert ["In woorden" in page for page in pages] == ["Een hoge figuur" in page for page in pages]


@pytest.mark.parametrize("mark", tree.Mark)
def test_every_mark_is_drawn_beside_its_words(mark: tree.Mark) -> None:
    columns = (tree.Column("Artikel"), tree.Column("Punt"))
    bare = read(Table("Proef", columns, (Row((cell("1"), cell("punt"))),))).pages[0]
    page = read(Table("Proef", columns, (Row((cell("1"), cell("punt", mark=mark))),))).pages[0]
    assert "punt" in page.extract_text()
    assert len(page.get_contents().get_data()) > len(bare.get_contents().get_data()) + 20


def test_a_letter_after_a_number_stands_in_a_slot_so_that_digits_align() -> None:
    columns = (tree.Column("Partner"), tree.Column("2028", 1, tree.Align.RIGHT), tree.Column("Tekst"))
    rows = (
        Row((cell("a"), cell("1.234", after="V"), cell("x"))),
        Row((cell("b"), cell("1.234"), cell("x"))),
        Row((cell("c"), cell("1.234", after="N"), cell("x")), kind=tree.RowKind.TOTAL),
    )
    page = PdfDocument(render_pdf(Document(META, (Table("Proef", columns, rows),))))[0].get_textpage()
    said = page.get_text_range()
    digits = [page.get_charbox(found.start())[0] for found in re.finditer(r"1\.234", said)]
    letters = [page.get_charbox(found.end() - 1)[0] for found in re.finditer(r"1\.234\s+[VN]", said)]
    assert (len(digits), len(letters)) == (3, 2)
    assert max(digits) - min(digits) < 2  # the total is set a little wider
    assert max(letters) - min(letters) < 1
    assert min(letters) > max(digits)


def test_a_heading_never_stands_alone_at_the_foot() -> None:
    for lines in range(38, 50):
        filling = [Paragraph(plain("regel"))] * (lines * 14 // 21)
        follow: list[Block] = [Heading(2, "De kop", "A1"), Paragraph(plain(SENTENCE * 8))]
        pages = pages_of(*filling, Paragraph(plain("regel\nregel" if lines % 2 else "regel")), *follow)
        page = next(page for page in pages if "De kop" in page)
        assert "eerlijk" in page.split("De kop")[1]


def test_what_is_together_stays_on_one_page() -> None:
    for filling in range(20, 33):
        group = tree.Together((Heading(2, "Begin"), Paragraph(plain(SENTENCE * 4)), Paragraph(plain("Het einde."))))
        pages = pages_of(*[Paragraph(plain("regel"))] * filling, group, Paragraph(plain(SENTENCE * 30)))
        page = next(page for page in pages if "Begin" in page)
        assert "Het einde." in page


def test_contents_outline_and_header_name_the_chapters() -> None:
    chapters = [(Heading(1, f"Hoofdstuk {letter}", letter), Heading(2, "Deel", f"{letter}1")) for letter in "ABC"]
    blocks: list[Block] = [tree.Contents("Inhoud"), tree.PageBreak()]
    for chapter in chapters:
        blocks += [*chapter, Paragraph(plain(SENTENCE * 60)), tree.PageBreak()]
    reader = read(*blocks)
    contents = squeezed(reader.pages[0].extract_text())
    for letter, page in zip("ABC", ("2", "4", "6"), strict=True):
        assert f"Hoofdstuk{letter}" in contents
        assert page in contents
        assert f"{letter} Hoofdstuk {letter}" in reader.pages[int(page) - 1].extract_text().replace("  ", " ")
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert titles == ["A Hoofdstuk A", "B Hoofdstuk B", "C Hoofdstuk C"]
    assert [reader.get_destination_page_number(e) for e in reader.outline if not isinstance(e, list)] == [1, 3, 5]
    assert len(reader.pages[0]["/Annots"]) == 3


def test_long_running_lines_are_cut_and_do_not_overlap() -> None:
    title = "Een heel lange titel over samenwerkingsverbanden en bedrijfsvoeringsorganisaties"
    said = pages_of(Heading(1, title, "A"), Paragraph(plain(SENTENCE)), tree.PageBreak(), Paragraph(plain("x")))[1]
    assert "…" in said and title not in said


def test_the_file_says_what_it_is_and_holds_only_our_fonts() -> None:
    reader = read(*every_kind("Tekst ✓"))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Proef", "A")
    assert reader.metadata.subject == "Advies over samenwerking"
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "nl-NL"
    assert str(root["/ViewerPreferences"]["/DisplayDocTitle"]) in ("true", "True")
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        assert re.search("SourceSansPro|DejaVuSans", font["/BaseFont"])
        assert "/FontFile2" in font["/FontDescriptor"]


def test_equal_documents_give_equal_bytes() -> None:
    blocks = every_kind("Tekst 😀")
    first = render_pdf(Document(META, blocks))
    render_pdf(Document(META, (Heading(1, "iets anders", "B"),)))
    assert render_pdf(Document(META, blocks)) == first


@pytest.mark.parametrize(
    "blocks",
    [
        (),
        (tree.PageBreak(), tree.PageBreak()),
        (Heading(2, "alleen"),),
        (Heading(3, "drie"), Heading(1, "een", "A"), Heading(2, "twee")),
        (tree.Contents("Inhoud"),),
        (tree.BulletList(()), tree.NumberedList(())),
        (tree.Panel("leeg", (), ()),),
        (tree.Together(()), tree.Together((Heading(1, "x"),))),
        (Table("leeg", (tree.Column("a"), tree.Column("b")), ()),),
        (Table("één kolom", (tree.Column("a"),), (Row((cell("x"),)),)),),
        (tree.TitlePage("", "", "", "", "", (), ()),),
        (tree.KeySentence(""), Paragraph(()), tree.Entry("", "", "", ())),
    ],
)
def test_a_document_with_next_to_nothing_prints(blocks: tuple[Block, ...]) -> None:
    assert len(pages_of(*blocks)) == 1


def _blocks() -> st.SearchStrategy[Block]:
    runs = st.lists(st.builds(tree.Run, texts(), st.sampled_from(tree.RunStyle)), max_size=3).map(tuple)
    cells = st.builds(tree.Cell, runs, st.none() | st.sampled_from(tree.Mark), after=st.sampled_from(["", "V", "N"]))
    kinds = st.sampled_from(tree.RowKind)
    rows = st.lists(st.builds(Row, st.tuples(cells, cells, cells), st.booleans(), kinds), max_size=9).map(tuple)
    columns = st.tuples(*[st.builds(tree.Column, texts(), st.floats(0.1, 3), st.sampled_from(tree.Align))] * 3)
    simple = st.one_of(
        st.builds(Heading, st.integers(1, 3), texts(), texts()),
        st.builds(tree.KeySentence, texts()),
        st.builds(Paragraph, runs, st.sampled_from(tree.ParagraphKind), st.booleans()),
        st.builds(tree.LabelledParagraph, texts(), runs, st.sampled_from(tree.LabelKind)),
        st.builds(tree.BulletList, st.lists(runs, max_size=4).map(tuple)),
        st.builds(Table, texts(), columns, rows, texts(), texts()),
        st.builds(tree.Entry, texts(), texts(), texts(), st.lists(runs, max_size=3).map(tuple)),
        st.just(tree.PageBreak()),
        st.builds(tree.Contents, texts()),
    )
    return simple | st.builds(tree.Together, st.lists(simple, max_size=5).map(tuple))


@given(st.lists(_blocks(), max_size=25))
@settings(max_examples=40, deadline=None)
def test_any_document_prints(blocks: list[Block]) -> None:
    pdf = render_pdf(Document(META, tuple(blocks)))
    assert pdf.startswith(b"%PDF")
