"""What the editions of a report bring: decisions and a logo on the first page, forms, signatures, internal copies."""

from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from desktop.report import render_pdf, tree
from desktop.report.tree import Block, Document, Heading, Paragraph, Row, Table, cell, plain
from models.figures import Figure, Rect, Role, Twin
from tests.changed import replace
from tests.desktop.report.tagged import failures
from tests.desktop.report.test_layout import META, SENTENCE

DECISIONS = tuple(f"Neem besluit {number} over de samenwerking." for number in range(1, 5))


def title_page(**changes: object) -> tree.TitlePage:
    page = tree.TitlePage("Advies", "Concept", "Samen", "Over", "Het advies", ("Doe het.",), (("Voor", "de raad"),))
    return replace(page, **changes)  # type: ignore[arg-type]


def picture(kind: str = "PNG", mode: str = "RGBA", size: tuple[int, int] = (300, 100)) -> bytes:
    held = BytesIO()
    Image.new(mode, size, "red").save(held, kind)
    return held.getvalue()


def read(*blocks: Block, meta: tree.Meta = META) -> PdfReader:
    return PdfReader(BytesIO(render_pdf(Document(meta, blocks))))


def said(*blocks: Block) -> list[str]:
    return [page.extract_text() for page in read(*blocks).pages]


def test_decisions_are_asked_for_by_number() -> None:
    (page,) = said(title_page(ask="Wij vragen vier besluiten.", decisions=DECISIONS))
    assert "Gevraagd besluit" in page and "Wij vragen vier besluiten." in page
    assert page.index("Neem besluit 4") > page.index("Neem besluit 1")


def test_many_decisions_go_on_over_the_page_and_none_is_lost() -> None:
    decisions = tuple(f"{SENTENCE * 3}Dit is besluit nummer {number}." for number in range(30))
    pages = said(title_page(decisions=decisions))
    assert len(pages) > 2
    assert all(any(f"nummer {number}." in " ".join(page.split()) for page in pages) for number in range(30))


@pytest.mark.parametrize("whole", [True, False])
def test_a_first_page_that_is_not_whole_goes_on(whole: bool) -> None:
    pages = said(title_page(whole=whole, decisions=DECISIONS), Paragraph(plain("Daarna.")))
    assert len(pages) == (2 if whole else 1)


@pytest.mark.parametrize(("kind", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("JPEG", "RGB"), ("JPEG", "CMYK")])
def test_a_logo_is_a_figure_with_words(kind: str, mode: str) -> None:
    pdf = render_pdf(Document(META, (title_page(logo=tree.Logo(picture(kind, mode), "Gemeente Lindeloo")),)))
    assert failures(pdf) == []
    assert len(PdfReader(BytesIO(pdf)).pages[0].images) == 1


def test_a_logo_is_written_anew() -> None:
    data = picture("JPEG", "RGB") + b"geheim-aanhangsel"
    assert b"geheim-aanhangsel" not in render_pdf(Document(META, (title_page(logo=tree.Logo(data, "x")),)))


@pytest.mark.parametrize("data", [b"", b"niets", picture()[:60], b"GIF89a" + bytes(40), b"\x89PNG\r\n\x1a\n"])
def test_a_logo_that_cannot_be_read_is_left_out(data: bytes) -> None:
    reader = read(title_page(logo=tree.Logo(data, "Gemeente")))
    assert not reader.pages[0].images
    assert "Samen" in reader.pages[0].extract_text()


def test_an_internal_copy_says_so_on_every_page() -> None:
    meta = replace(META, internal=True, page_word="intern blad")
    blocks = (title_page(), tree.PageBreak(), Heading(1, "Kop", "A"), Paragraph(plain(SENTENCE * 60)))
    pages = [page.extract_text() for page in read(*blocks, meta=meta).pages]
    assert len(pages) == 3
    for number, page in enumerate(pages, start=1):
        assert "Intern, niet openbaar" in page
        assert f"intern blad {number} van 3" in page
    assert not any("Intern, niet openbaar" in page for page in said(*blocks))


def test_a_signature_leaves_room_until_somebody_signed() -> None:
    lines = (
        tree.SignatureLine("de burgemeester", "A. de Wit", "volgens het besluit van 1 mei"),
        tree.SignatureLine("de secretaris", signed="ondertekend op 5 maart 2026"),
    )
    (page,) = said(tree.SignatureBlock("Collegestuk", "College van Lindeloo", "Gemeentewet artikel 59a", lines))
    assert page.count("plaats") == page.count("datum") == 1
    for text in ("College van Lindeloo", "(Gemeentewet artikel 59a)", "A. de Wit", "ondertekend op 5 maart 2026"):
        assert text in page


def test_forty_signatures_go_on_over_the_pages() -> None:
    lines = tuple(tree.SignatureLine(f"namens partner {number}: de burgemeester") for number in range(40))
    pages = said(tree.SignatureBlock("Regeling", "De regeling", "", lines))
    assert len(pages) > 2
    assert all(any(f"partner {number}:" in page for page in pages) for number in range(40))


def test_a_form_has_boxes_with_words_and_its_head_on_each_page() -> None:
    boxes = tree.FormCell(boxes=("ja", "ja, als …", "nee"))
    rows = tuple((tree.FormCell(f"rol {number}."), tree.FormCell(), boxes) for number in range(30))
    pages = said(tree.FormTable("Wie is akkoord?", ("Rol", "Naam", "Oordeel"), (1, 2, 0.8), rows))
    assert len(pages) > 2
    assert all("Oordeel" in page for page in pages)
    assert sum(page.count("ja, als …") for page in pages) == 30


def test_text_goes_before_a_figure_that_has_no_room() -> None:
    tall = Figure("Hoog", "Een hoge figuur.", 400, 400, (Rect(0, 0, 400, 400, Role.MID),), Twin((), ()))
    filling = [Paragraph(plain("regel"))] * 17
    pages = said(*filling, tree.FigureBlock(tall, "zo hoog"), Paragraph(plain("Dit mag eerst.")), Heading(2, "Later"))
    assert "Dit mag eerst." in pages[0]
    assert "Hoog" in pages[1] and "Later" in pages[1]


def test_a_small_table_stays_on_one_page() -> None:
    columns = (tree.Column("Kop"), tree.Column("Tekst"))
    table = Table("Klein", columns, tuple(Row((cell(f"rij {number}."), cell("x"))) for number in range(6)))
    for filling in range(24, 34):
        pages = said(*[Paragraph(plain("regel"))] * filling, table)
        assert sum("rij" in page for page in pages) == 1


def test_progress_rises_to_one_and_can_stop_the_work() -> None:
    document = Document(META, tuple(Paragraph(plain(SENTENCE * 40)) for _ in range(20)))
    heard: list[float] = []
    pdf = render_pdf(document, heard.append)
    assert pdf == render_pdf(document)
    assert heard == sorted(heard) and heard[0] == 0 and heard[-1] == 1
    assert len(heard) > 20

    class StoppedError(Exception):
        pass

    def stop(part: float) -> None:
        if part > 0.5:
            raise StoppedError

    with pytest.raises(StoppedError):
        render_pdf(document, stop)
