"""The parts that both writers share: counting, pictures, dates, soft hyphens, what stays together."""

from datetime import datetime
from io import BytesIO

import pytest
from PIL import Image

from desktop.report import styles, tree
from desktop.report.office.archive import moment_of
from desktop.report.office.counting import Counter
from desktop.report.office.items import Counted, Grid, GridRow, Listing, Para, Picture, Style, words_of
from desktop.report.office.pictures import fitted, png_of
from desktop.report.office.soft import softened
from desktop.report.office.story import items_of
from desktop.report.tree import Align, Column, Document, Heading, Paragraph, Row, RowKind, Table, Together, cell, plain
from models.figures import Figure, Rect, Role, Text, Twin
from tests.desktop.report.office.samples import META, every_block


def items(*blocks: tree.Block) -> list[object]:
    return list(items_of(Document(META, blocks)))


def numbers(rows: int, note: str = "") -> Table:
    columns = (Column("a"), Column("b", 1, Align.RIGHT))
    return Table("t", columns, tuple(Row((cell(str(n)), cell(str(n)))) for n in range(rows)), note=note)


def grid(table: Table) -> Grid:
    return next(item for item in items(table) if isinstance(item, Grid))


def test_besluiten_are_counted_as_long_as_their_labels_follow() -> None:
    counter = Counter()
    assert counter.argument("Argument 0.1") is None
    assert counter.decision("Besluit 1") == Counted(0)
    assert [counter.argument(f"Argument 1.{n}") for n in (1, 2)] == [Counted(1)] * 2
    assert [counter.remark(f"Kanttekening 1.{n}") for n in (1, 2)] == [Counted(2)] * 2
    assert counter.remark("Let op") is None
    assert counter.argument("Argument 1.4") is None
    assert counter.argument("Argument 1.3") == Counted(1)
    assert counter.remark("Kanttekening 1.3") is None, "a list starts a kanttekening anew after an argument"
    assert counter.decision("Besluit 3") is None
    assert counter.decision("Besluit 2") == Counted(0)
    assert counter.argument("Argument 2.1") == Counted(1)
    assert counter.remark("Kanttekening 2.1") == Counted(2)


def test_a_figure_is_a_png_of_300_dots_and_always_the_same() -> None:
    figure = Figure("f", "wat", 72, 36, (Rect(0, 0, 36, 36, fill=Role.INK), Text(40, 20, "é ✓ 日")), Twin((), ()))
    data = png_of(figure)
    assert data == png_of(figure)
    with Image.open(BytesIO(data)) as image:
        assert image.size == (300, 150)
        assert [round(side) for side in image.info["dpi"]] == [300, 300]
        shown = image.convert("RGB")
        assert shown.getpixel((75, 75)) == (0x1B, 0x24, 0x28)
        assert shown.getpixel((290, 140)) == (255, 255, 255)
    assert png_of(Figure("f", "leeg", 0, 0, (), Twin((), ()))).startswith(b"\x89PNG")


def test_a_picture_is_never_larger_than_the_page_or_than_it_is() -> None:
    assert fitted(100, 50, 400, 600) == (100, 50)
    assert fitted(800, 400, 400, 600) == (400, 200)
    assert fitted(100, 2400, 400, 600) == (25, 600)
    tall = tree.FigureBlock(Figure("f", "", 300, 3000, (), Twin((), ())), "in woorden")
    (picture,) = (item for item in items(tall) if isinstance(item, Picture))
    assert picture.height < styles.ROOM
    assert picture.alt == "in woorden"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("9 juni 2026", (2026, 6, 9)),
        ("versie 3 van 21\u00a0november 2026", (2026, 11, 21)),
        ("31 februari 2026", (2000, 1, 1)),
        ("ooit", (2000, 1, 1)),
        ("3 mei 1950", (1980, 5, 3)),
        ("3 mei 9999", (9999, 5, 3)),
    ],
)
def test_the_day_of_a_file_is_that_of_the_document(words: str, day: tuple[int, int, int]) -> None:
    assert moment_of(words) == datetime(*day)


def test_a_word_gets_soft_hyphens_only_where_its_column_is_too_narrow() -> None:
    word = "Bedrijfsvoeringsorganisatie"
    assert softened(word, styles.CELL, 300) == word
    made = softened(word, styles.CELL, 60)
    assert made.replace("\u00ad", "") == word
    assert made.startswith("Bedrijfs\u00advoe\u00adrings")
    assert softened("x" * 50 + " https://voorbeeld.nl/a", styles.CELL, 10).count("\u00ad") <= 3


def test_a_page_break_starts_the_next_paragraph_and_none_stays_behind() -> None:
    first, second = items(
        tree.PageBreak(), Paragraph(plain("een")), tree.PageBreak(), Paragraph(plain("twee")), tree.PageBreak()
    )
    assert isinstance(first, Para) and isinstance(second, Para)
    assert (first.page, second.page) == (False, True)


def test_together_holds_all_but_the_last() -> None:
    made = items(Together((Heading(2, "a"), Paragraph(plain("b")), numbers(2), Paragraph(plain("c")))), numbers(1))
    kept = [item.keep for item in made[:5] if isinstance(item, Para | Grid)]
    assert kept == [True, True, True, True, False]


def test_rows_that_belong_together_stay_together() -> None:
    long = grid(numbers(30))
    assert [n for n, row in enumerate(long.rows) if row.keep] == [0, 28]
    short = grid(numbers(4, "noot"))
    assert [row.keep for row in short.rows] == [True, True, True, False]
    assert short.keep and not long.keep
    columns = (Column("a"), Column("b"))
    kinds = [RowKind.PLAIN] * 15 + [RowKind.GROUP] + [RowKind.PLAIN] * 15 + [RowKind.TOTAL]
    mixed = grid(Table("t", columns, tuple(Row((cell("x"), cell("y")), kind=kind) for kind in kinds)))
    assert [n for n, row in enumerate(mixed.rows) if row.keep] == [0, 15, 30]
    assert mixed.rows[15].cells[0].span == 2


def test_a_row_with_a_very_long_text_may_go_over_two_pages() -> None:
    made = grid(
        Table("t", (Column("a"), Column("b")), (Row((cell("x" * 9000), cell("y"))), Row((cell("x"), cell("y")))))
    )
    assert [row.whole for row in made.rows] == [False, True]


def test_digits_align_where_some_have_a_letter() -> None:
    columns = (Column("a"), Column("b", 1, Align.RIGHT))
    rows = (Row((cell("x"), cell("1,00", after="V"))), Row((cell("y"), cell("2,00"))))
    made = grid(Table("t", columns, rows))
    with_letter, without = (row.cells[1] for row in made.rows)
    assert words_of(with_letter.lines[0]) == "1,00\u00a0V"
    assert with_letter.inset == 0 < without.inset
    assert with_letter.style is Style.NUMBER


def test_a_table_is_never_the_last_and_gives_space_to_what_follows() -> None:
    made = items(numbers(1), Paragraph(plain("na")), numbers(1))
    after = next(item for item in made if isinstance(item, Para) and item.style is Style.BODY)
    assert after.before
    assert isinstance(made[-1], Para)


def test_columns_are_as_wide_as_the_text_area() -> None:
    for item in items_of(every_block()):
        if isinstance(item, Grid):
            assert sum(item.widths) == pytest.approx(styles.FULL)
            assert all(
                isinstance(row, GridRow) and sum(c.span for c in row.cells) == len(item.widths) for row in item.rows
            )
        if isinstance(item, Listing):
            assert item.items


def test_a_wide_label_has_its_text_below_it() -> None:
    narrow, broad = items(
        tree.LabelledParagraph("Kort", plain("x")),
        tree.LabelledParagraph("Een label dat niet in de kantlijn past", plain("x")),
    )
    assert isinstance(narrow, Para) and isinstance(broad, Para)
    assert (narrow.wide, broad.wide) == (False, True)
