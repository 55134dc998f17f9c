"""Typed text becomes words in one place and stays text: in fonts that have its signs, bound, cut where it must be."""

import ast
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
from desktop.report.pdf.texts import text
from desktop.report.pdf.words import words_of
from desktop.report.styles import ALONG, BODY, CELL, COLUMN, FULL, KEY
from desktop.report.tree import Align, Column, Inline, Row, Table, bold, cell, linked, plain
from tests.strategies import texts

FOLDER = Path(desktop.report.pdf.__file__).parent
NB = "\u00a0"
SOFT = "\u00ad"


def set_lines(given_text: Inline | str, measure: float = ALONG, style: styles.TextStyle = BODY) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in text(given_text, style, measure).lines]


def joined(given_text: Inline | str) -> str:
    """What is set before it is broken into lines."""
    lines = words_of(given_text, BODY, ALONG)
    return "\n".join(" ".join(word.text for word in line) for line in lines)


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
        ") Tj ET EMC (",
        "\\) \\( \\101",
    ],
)
def test_a_tag_is_text(typed: str) -> None:
    assert joined(typed) == typed
    assert "".join(set_lines(typed)) == typed
    assert not any(piece.target for line in text(typed, BODY, ALONG).lines for piece in line.pieces)


@given(texts())
def test_every_sign_is_set_or_replaced(typed: str) -> None:
    squeezed = re.sub(r"\s", "", printable(typed))
    done = re.sub(rf"[\s{SOFT}]", "", "".join(set_lines(typed)))
    assert len(done) == len(squeezed)


@given(texts())
def test_no_line_is_wider_than_its_measure(typed: str) -> None:
    for measure in (40.0, 90.0, ALONG):
        made = text(typed, CELL, measure)
        for line in made.lines:
            width = sum(piece.face.width(piece.text, CELL.size) for piece in line.pieces)
            assert width <= measure + 1 or len("".join(piece.text for piece in line.pieces)) == 1


def test_each_part_stands_in_a_font_that_has_it() -> None:
    def pieces(given_text: Inline | str) -> list[tuple[str, str]]:
        return [(piece.face.name, piece.text) for line in text(given_text, BODY, ALONG).lines for piece in line.pieces]

    assert pieces("goed 😀") == [("SourceSansPro-Regular", "goed "), ("DejaVuSans", "😀")]
    assert pieces("één\u0378") == [("SourceSansPro-Regular", "één"), ("DejaVuSans", "□")]
    assert pieces((bold("vet "), *plain("gewoon"))) == [
        ("SourceSansPro-Semibold", "vet "),
        ("SourceSansPro-Regular", "gewoon"),
    ]
    assert pieces("a\u200d\u202eb\u00adc\ufe0f") == [("SourceSansPro-Regular", "abc")]


def test_words_of_two_runs_are_one_word_where_no_space_parts_them() -> None:
    runs = (*plain("(zie "), bold("het artikel"), *plain("). Einde"))
    assert set_lines(runs) == ["(zie het artikel). Einde"]
    narrow = set_lines(runs, 60)
    assert "artikel)." in " ".join(narrow).split()


def test_a_link_is_one_stretch_and_its_words_stay_text() -> None:
    made = text((*plain("zie "), linked("de wet & <b>", "https://wetten.overheid.nl")), BODY, ALONG)
    assert [(piece.text, piece.target) for line in made.lines for piece in line.pieces] == [
        ("zie ", ""),
        ("de wet & <b>", "https://wetten.overheid.nl"),
    ]


def test_line_ends_stay() -> None:
    assert joined("een\r\ntwee\u2028drie\n\n\n\nvier") == "een\ntwee\ndrie\n\nvier"
    assert set_lines("een\n\ntwee") == ["een", "", "twee"]


@pytest.mark.parametrize(
    ("typed", "bound"),
    [
        ("dat kost € 5", f"dat kost €{NB}5"),
        ("op 5 maart", f"op 5{NB}maart"),
        ("zie artikel 8", f"zie artikel{NB}8"),
        ("zie hoofdstuk G", f"zie hoofdstuk{NB}G"),
        ("3 van 5", f"3{NB}van{NB}5"),
        ("93 van 100", f"93{NB}van{NB}100"),
        ("tabel Dingen", "tabel Dingen"),
    ],
)
def test_what_is_read_together_stays_together(typed: str, bound: str) -> None:
    assert joined(typed) == bound


def test_a_word_that_no_line_can_hold_is_cut_fast() -> None:
    lines = set_lines("a" * 100_000)
    assert "".join(lines) == "a" * 100_000
    assert all(len(line) > 50 for line in lines[:-1])


@pytest.mark.parametrize(
    "nasty", ["http://" + ":" * 50_000, "x" * 39 + "://" + "@:" * 9_999, "-" * 60_000, "a😀" * 40_000]
)
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
    lines = set_lines(words, 150)
    assert any(line.endswith(SOFT) for line in lines)
    assert "".join(line.removesuffix(SOFT) if line.endswith(SOFT) else f"{line} " for line in lines).strip() == words
    assert not any(SOFT in line for line in set_lines(words, 190, styles.H2))


def test_a_word_with_a_hyphen_of_its_own_is_parted_there() -> None:
    words = "Alphen-aan-den-Rijn-en-omgeving"
    lines = set_lines(words, 90, styles.H2)
    assert len(lines) > 1 and "".join(lines) == words
    assert all(line.endswith("-") for line in lines[:-1])


def test_display_text_has_lines_of_even_length() -> None:
    key = text("Het openbaar lichaam past het best. Er is nog één vraag over de btw die open staat.", KEY, ALONG)
    first, second = (line.width * KEY.size / 1000 for line in key.lines)
    assert abs(first - second) < 70


def test_no_word_of_a_narrow_column_is_broken_but_at_a_syllable() -> None:
    heads = ("Stelling", "Vorm vraagt", "Samen", "Oeverdam", "Lindeloo", "Velderen", "Verschil", "Oordeel")
    columns = tuple(Column(head, 0.2 if head == "Samen" else 1.0) for head in heads)
    table = Table("Proef", columns, (Row(tuple(cell("past") for _ in heads)),))
    widths = widths_of(table)
    assert sum(widths) == pytest.approx(FULL)
    for column, room in zip(columns, rooms_of(columns, widths), strict=True):
        made = text(column.head, styles.HEAD, room, Align.LEFT)
        parts = ["".join(piece.text for piece in line.pieces) for line in made.lines]
        breaks = {head for head, _ in breaks_of(column.head)}
        assert all(not part.endswith(SOFT) or part.removesuffix(SOFT) in breaks for part in parts)
        assert all(line.spaced or parts[at].endswith(SOFT) for at, line in enumerate(made.lines))


def test_only_one_function_makes_paragraphs() -> None:
    """And nothing here reads markup: no text can reach a parser of reportlab's, nor the page but through a font."""
    for path in sorted(FOLDER.glob("*.py")):
        source = path.read_text(encoding="utf-8")
        assert "paraparser" not in source and "platypus" not in source.replace("platypus's", ""), path.name
        calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
        makers = {getattr(node.func, "id", "") for node in calls}
        assert "Text" not in makers or path.name in {"texts.py", "drawing.py"}, path.name
        assert "words_of" not in makers or path.name == "texts.py", path.name


def test_reportlab_is_named_in_one_module_only() -> None:
    imports = re.compile(r"(?m)^ *(from|import) reportlab")
    assert {path.name for path in FOLDER.glob("*.py") if imports.search(path.read_text())} == {"rl.py"}
