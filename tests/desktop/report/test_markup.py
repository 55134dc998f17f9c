"""Text becomes markup in one place: escaped, in fonts that have its signs, bound, cut where no line can hold it."""

import ast
import html
import re
from pathlib import Path

import pyphen
import pytest
from hypothesis import given

import desktop.report.pdf
from desktop.report import styles
from desktop.report.fonts import printable
from desktop.report.pdf.columns import rooms_of, widths_of
from desktop.report.pdf.hyphens import breaks_of
from desktop.report.pdf.markup import markup
from desktop.report.pdf.texts import text
from desktop.report.styles import ALONG, BODY, CELL, COLUMN, FULL, KEY
from desktop.report.tree import Align, Column, Row, Table, bold, cell, plain
from tests.strategies import texts

FOLDER = Path(desktop.report.pdf.__file__).parent
NB = "\u00a0"
TAGS = re.compile(r'</?font(?: face="[\w-]+")?>|<br/>')


def set_lines(given_text: str, measure: float = ALONG) -> list[str]:
    made = text(given_text, BODY, measure)
    made.wrap(measure, 0)
    if made.blPara.kind == 0:
        return [" ".join(words) for _, words in made.blPara.lines]
    return ["".join(part.text for part in line.words) for line in made.blPara.lines]


@pytest.mark.parametrize(
    "typed",
    [
        '<img src="/etc/passwd">',
        '<a href="javascript:alert(1)">klik</a>',
        '<font size="5000">groot</font>',
        '<para alignment="center" backColor="yellow">x',
        "<b>open",
        "R&D &amp; &#8364;",
        "]]>",
        "<br/>",
    ],
)
def test_a_tag_is_text(typed: str) -> None:
    made = markup(typed, BODY, ALONG)
    assert html.unescape(made) == typed
    assert "".join(set_lines(typed)) == typed


@given(texts())
def test_markup_holds_no_tags_but_ours(typed: str) -> None:
    made = TAGS.sub("", markup(typed, BODY, ALONG))
    assert "<" not in made and ">" not in made
    assert not re.search(r"&(?!(amp|lt|gt);)", made)


@given(texts())
def test_every_sign_is_set_or_replaced(typed: str) -> None:
    squeezed = re.sub(r"\s", "", printable(typed))
    done = re.sub(r"\s", "", "".join(set_lines(typed)))
    assert len(done.replace("-", "")) == len(squeezed.replace("-", ""))


def test_each_part_stands_in_a_font_that_has_it() -> None:
    assert markup("goed 😀", BODY, ALONG) == 'goed <font face="DejaVuSans">😀</font>'
    assert markup("één\u0378", BODY, ALONG) == 'één<font face="DejaVuSans">□</font>'
    assert markup((bold("vet "), *plain("gewoon")), BODY, ALONG) == (
        '<font face="SourceSansPro-Semibold">vet </font>gewoon'
    )
    assert markup("a\u200d\u202eb\u00adc\ufe0f", BODY, ALONG) == "abc"


def test_line_ends_stay() -> None:
    assert markup("een\r\ntwee\u2028drie\n\n\n\nvier", BODY, ALONG) == "een<br/>twee<br/>drie<br/><br/>vier"


@pytest.mark.parametrize(
    ("typed", "bound"),
    [
        ("dat kost € 5", f"dat kost €{NB}5"),
        ("op 5 maart", f"op 5{NB}maart"),
        ("zie artikel 8", f"zie artikel{NB}8"),
        ("zie hoofdstuk G", f"zie hoofdstuk{NB}G"),
        ("3 van 5", f"3{NB}van{NB}5"),
        ("tabel Dingen", "tabel Dingen"),
    ],
)
def test_what_is_read_together_stays_together(typed: str, bound: str) -> None:
    assert markup(typed, BODY, ALONG) == bound


def test_a_word_that_no_line_can_hold_is_cut_fast() -> None:
    lines = set_lines("a" * 100_000)
    assert "".join(lines) == "a" * 100_000
    assert all(len(line) > 50 for line in lines[:-1])


@pytest.mark.parametrize("nasty", ["http://" + ":" * 50_000, "x" * 39 + "://" + "@:" * 9_999, "-" * 60_000])
def test_no_text_makes_the_breaking_slow(nasty: str) -> None:
    made = text(nasty, CELL, COLUMN)
    assert made.count > 100


def test_an_address_is_cut_after_a_sign_that_divides_it() -> None:
    address = "https://voorbeeld.nl/" + "gemeenschappelijke-regelingen-" * 4
    assert all(line.endswith(("-", "/")) for line in set_lines(address))


def test_hyphenation_is_that_of_pyphen() -> None:
    whole = pyphen.Pyphen(lang="nl_NL", left=3, right=3)
    words = ["bedrijfsvoeringsorganisatie", "Samenwerkingsverband", "GEMEENTESECRETARIS", "coördinatie", "naar", "één"]
    assert [breaks_of(word) for word in words] == [tuple(whole.iterate(word)) for word in words]
    assert breaks_of("a" * 61) == breaks_of("R2D2") == breaks_of("") == ()


def test_long_words_are_hyphenated_in_text_and_never_in_titles() -> None:
    words = "De bedrijfsvoeringsorganisatie en de samenwerkingsovereenkomsten voor gemeentesecretarissen"
    assert any(line.endswith("-") for line in set_lines(words, 150))
    title = text(words, styles.H2, 190)
    title.wrap(190, 0)
    assert not any(word.endswith("-") for _, line in title.blPara.lines for word in line)


def test_display_text_has_lines_of_even_length() -> None:
    key = text("Het openbaar lichaam past het best. Er is nog één vraag over de btw die open staat.", KEY, ALONG)
    assert key.count == 2
    assert min(extra for extra, _ in key.blPara.lines) < 5
    assert max(extra for extra, _ in key.blPara.lines) < 70


def test_no_word_of_a_narrow_column_is_broken_but_at_a_syllable() -> None:
    heads = ("Stelling", "Vorm vraagt", "Samen", "Oeverdam", "Lindeloo", "Velderen", "Verschil", "Oordeel")
    columns = tuple(Column(head, 0.2 if head == "Samen" else 1.0) for head in heads)
    table = Table("Proef", columns, (Row(tuple(cell("past") for _ in heads)),))
    widths = widths_of(table)
    assert sum(widths) == pytest.approx(FULL)
    for column, room in zip(columns, rooms_of(columns, widths), strict=True):
        head = text(column.head, styles.HEAD, room, Align.LEFT)
        head.wrap(room, 0)
        assert head._splitLongWordCount == 0


def test_only_one_function_makes_paragraphs() -> None:
    """And only from what ``markup`` made: no other text can reach reportlab's parser."""
    makers = {"Paragraph", "Text", "XPreformatted", "ParaParser", "CJKParagraph"}
    calls = []
    for path in sorted(FOLDER.glob("*.py")):
        module = ast.parse(path.read_text(encoding="utf-8"))
        shapes = {
            name.asname or name.name
            for node in ast.walk(module)
            if isinstance(node, ast.ImportFrom) and node.module == "models.figures"
            for name in node.names
        }
        for node in ast.walk(module):
            if isinstance(node, ast.Call):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                from_tree = isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) == "tree"
                if called in makers and called not in shapes and not from_tree:
                    calls.append((path.name, ast.unparse(node.args[0])))
    assert calls == [("texts.py", "markup(given, style, measure)")]


def test_reportlab_is_named_in_one_module_only() -> None:
    imports = re.compile(r"(?m)^ *(from|import) reportlab")
    assert {path.name for path in FOLDER.glob("*.py") if imports.search(path.read_text())} == {"rl.py"}
