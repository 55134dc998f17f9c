"""Reading a form back: whatever program filled it, whatever was done to it."""

from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf.generic import NameObject, TextStringObject

from desktop.questionnaire.filled import OddKind, StatementFilled, TextFilled
from desktop.questionnaire.mark import mark_for
from desktop.questionnaire.questions import STATES, questions_of, statements_of
from desktop.questionnaire.reading import read_questionnaire
from models.dossier.base import NOT_APPLICABLE, UNKNOWN
from models.knowledge import Knowledge
from tests.desktop.questionnaire.forms import (
    ANSWER,
    REMARK,
    WEIGHT,
    by_pdfium,
    by_pikepdf,
    by_pypdf,
    dossier_with,
    edited,
    odd,
    one,
    set_to,
    state_of,
)
from tests.strategies import texts

ATTACKS = (
    '<img src="/etc/passwd">',
    '<a href="javascript:alert(1)">',
    '<font size="5000">',
    "<para a=1>",
    "R&D ]]>",
    "x" * 100_000,
    "\u202eomgekeerd",
    "👩\u200d👧",
    "=HYPERLINK()",
)


# --- forms that are in order


def test_an_empty_form_holds_nothing(empty: bytes, knowledge: Knowledge) -> None:
    filled = read_questionnaire(empty)
    assert (filled.statements, filled.texts, filled.odd) == ((), (), ())
    assert (filled.organisation, filled.respondent, filled.held_on) == ("", "", None)
    assert filled.mark == mark_for(dossier_with(), knowledge, "p1")


@pytest.mark.parametrize("fill", [by_pypdf, by_pikepdf])
def test_what_was_filled_in_comes_back(fill: Any, empty: bytes) -> None:
    values = {
        ANSWER: "antwoord-4",
        WEIGHT: "10",
        REMARK: "Één € – “R&D” <b>",
        "stelling.beleid.antwoord": "niet-van-toepassing",
        "vraag.reden": "Eerste regel\nTweede regel",
        "empathie.pijn": "Geen",
        "wie.functie": "gemeentesecretaris",
        "wie.datum": "5 maart 2026",
    }
    filled = read_questionnaire(fill(empty, values))
    assert set(filled.statements) == {
        StatementFilled("routine", 4, 10, "Één € – “R&D” <b>"),
        StatementFilled("beleid", NOT_APPLICABLE),
    }
    assert set(filled.texts) == {
        TextFilled("vraag.reden", "Eerste regel\nTweede regel"),
        TextFilled("empathie.pijn", "Geen"),
    }
    assert (filled.respondent, filled.held_on) == ("gemeentesecretaris", date(2026, 3, 5))
    assert filled.odd == ()


def _certain(text: str) -> bool:
    """Whether its bytes are not those of another text too: "Â¡" in a PDF's own signs is "¡" in UTF-8."""
    try:
        return text.encode("pdfdoc_pikepdf").decode() == text
    except UnicodeError:
        return True


_TEXTS = texts(30).filter(_certain)
_ROWS = st.tuples(st.none() | st.sampled_from(list(STATES.values())), st.none() | st.integers(0, 10), _TEXTS)


@settings(max_examples=20)
@given(rows=st.lists(_ROWS, min_size=13, max_size=13), words=st.lists(_TEXTS, min_size=1, max_size=30))
def test_any_answers_come_back(rows: list[Any], words: list[str], empty: bytes, knowledge: Knowledge) -> None:
    values: dict[str, str] = {}
    wanted: set[StatementFilled] = set()
    for criterion, (answer, weight, remark) in zip(statements_of(knowledge), rows, strict=True):
        key = f"stelling.{criterion.id.value}"
        if answer is not None:
            values[f"{key}.antwoord"] = state_of(answer)
        if weight is not None:
            values[f"{key}.belang"] = str(weight)
        values[f"{key}.opmerking"] = remark
        made = StatementFilled(criterion.id.value, answer, weight, _as_read(remark))
        wanted |= set() if made.is_empty else {made}
    fields = [f"{kind}.{question.id}" for kind, question in questions_of(knowledge)]
    typed = dict(zip(fields, words, strict=False))
    filled = read_questionnaire(by_pikepdf(empty, values | typed))
    assert set(filled.statements) == wanted
    assert {(row.field, row.text) for row in filled.texts} == {
        (key, _as_read(text)) for key, text in typed.items() if _as_read(text)
    }
    assert filled.odd == ()


def test_an_accent_that_stands_alone_comes_back(empty: bytes) -> None:
    """PDF has its own codes for them, where ASCII has control signs."""
    filled = read_questionnaire(by_pikepdf(empty, {"vraag.reden": "˘ˇˆ˙˝˛˚˜"}))
    assert [row.text for row in filled.texts] == ["˘ˇˆ˙˝˛˚˜"] and filled.odd == ()


def test_bytes_that_are_text_in_two_ways_are_read_as_utf_8(empty: bytes) -> None:
    """Known and chosen: programs that write UTF-8 against the rules are many, and nobody types "Â¡" in Dutch."""
    filled = read_questionnaire(by_pikepdf(empty, {"vraag.reden": "Â¡"}))
    assert [row.text for row in filled.texts] == ["¡"]


def _as_read(text: str) -> str:
    return text.replace("\u2028", "\n").replace("\u2029", "\n").strip()


@pytest.mark.parametrize("attack", ATTACKS)
def test_attacks_are_text(attack: str, empty: bytes) -> None:
    filled = read_questionnaire(by_pikepdf(empty, {REMARK: attack, "vraag.reden": attack, "wie.functie": attack}))
    assert one(filled).remark == attack
    assert filled.texts == (TextFilled("vraag.reden", attack),)


# --- as other programs write


@pytest.mark.parametrize(
    "value",
    [
        "Één euro: €".encode("utf-8-sig"),
        b"\xfe\xff" + "Één euro: €".encode("utf-16-be"),
        b"\xff\xfe" + "Één euro: €".encode("utf-16-le"),
        "Één euro: €".encode(),
        "Één euro: €".encode("pdfdoc_pikepdf"),
    ],
)
def test_texts_in_every_encoding(value: bytes, empty: bytes) -> None:
    assert one(read_questionnaire(edited(empty, set_to(REMARK, pikepdf.String(value))))).remark == "Één euro: €"


def test_utf_16_without_its_mark(empty: bytes) -> None:
    value = pikepdf.String("Mooi".encode("utf-16-be"))
    assert one(read_questionnaire(edited(empty, set_to(REMARK, value)))).remark == "Mooi"


def test_a_text_in_a_stream(empty: bytes) -> None:
    def edit(pdf: pikepdf.Pdf, fields: dict[str, pikepdf.Object]) -> None:
        fields[REMARK].V = pdf.make_stream(b"\xfe\xff" + "Lang verhaal".encode("utf-16-be"))

    assert one(read_questionnaire(edited(empty, edit))).remark == "Lang verhaal"


def test_line_ends_of_every_kind(empty: bytes) -> None:
    value = pikepdf.String("a\rb\r\nc\vd")
    assert one(read_questionnaire(edited(empty, set_to(REMARK, value)))).remark == "a\nb\nc\nd"


def test_signs_that_no_dossier_holds_are_left_out_and_named(empty: bytes) -> None:
    value = pikepdf.String(b"\xfe\xff" + "a\x00b\x1bc".encode("utf-16-be") + b"\xd8\x00" + b"\x00d")
    filled = read_questionnaire(edited(empty, set_to(REMARK, value)))
    assert one(filled).remark.startswith("abc")
    assert one(filled).remark.endswith("d")
    assert odd(filled) == [(OddKind.SIGNS_LEFT_OUT, REMARK)]


def test_a_button_only_in_as(empty: bytes) -> None:
    def edit(_pdf: pikepdf.Pdf, fields: dict[str, pikepdf.Object]) -> None:
        del fields[ANSWER].V
        fields[ANSWER].Kids[5].AS = pikepdf.Name("/weet-ik-niet")

    assert one(read_questionnaire(edited(empty, edit))).answer == UNKNOWN


def test_a_button_only_in_v(empty: bytes) -> None:
    assert one(read_questionnaire(by_pikepdf(empty, {ANSWER: "antwoord-2"}, shown=False))).answer == 2


@pytest.mark.parametrize("value", ["weet ik niet", "Weet ik niet", "antwoord-1", "niet van toepassing", "3"])
def test_a_button_as_text(value: str, empty: bytes) -> None:
    wanted = {"weet ik niet": UNKNOWN, "antwoord-1": 1, "niet van toepassing": NOT_APPLICABLE, "3": 3}
    filled = read_questionnaire(edited(empty, set_to(ANSWER, pikepdf.String(value))))
    assert one(filled).answer == wanted[value.lower()]


def _renamed(names: list[str], chosen: int, *, options: bool, value: bool) -> Any:
    """As programs do that give the buttons other names; ``options``: with the old names in ``/Opt``."""

    def edit(_pdf: pikepdf.Pdf, fields: dict[str, pikepdf.Object]) -> None:
        field = fields[ANSWER]
        for place, kid in enumerate(field.Kids):
            shape = next(kid.AP.N[key] for key in list(kid.AP.N.keys()) if key != "/Off")
            kid.AP.N = pikepdf.Dictionary({f"/{names[place]}": shape})
            kid.AS = pikepdf.Name(f"/{names[place]}") if place == chosen else pikepdf.Name.Off
        if options:
            field.Opt = pikepdf.Array([pikepdf.String(state) for state in STATES])
        field.V = pikepdf.Name(f"/{names[chosen]}") if value else pikepdf.Name.Off

    return edit


@pytest.mark.parametrize("chosen", range(7))
@pytest.mark.parametrize("options", [True, False])
@pytest.mark.parametrize("value", [True, False])
@pytest.mark.parametrize("names", [[str(n) for n in range(7)], ["Yes"] * 7])
def test_names_of_buttons_that_were_lost(
    chosen: int, options: bool, value: bool, names: list[str], empty: bytes
) -> None:
    data = edited(empty, _renamed(names, chosen, options=options, value=value))
    filled = read_questionnaire(data)
    assert one(filled).answer == list(STATES.values())[chosen]
    assert filled.odd == ()


@pytest.mark.parametrize(("typed", "meant"), [(" 7 ", 7), ("7,0", 7), ("10", 10), ("7/10", 7), ("\uff17", 7), ("0", 0)])
def test_an_importance_typed_as_text(typed: str, meant: int, empty: bytes) -> None:
    assert one(read_questionnaire(edited(empty, set_to(WEIGHT, pikepdf.String(typed))))).importance == meant


def test_an_importance_as_a_number_or_in_a_list(empty: bytes) -> None:
    assert one(read_questionnaire(edited(empty, set_to(WEIGHT, 7)))).importance == 7
    listed = pikepdf.Array([pikepdf.String("7")])
    assert one(read_questionnaire(edited(empty, set_to(WEIGHT, listed)))).importance == 7


def test_filled_in_the_engine_of_a_browser(empty: bytes) -> None:
    words = "Één opmerking: € 1.234,56 – “goed”"
    filled = read_questionnaire(by_pdfium(empty, remark=(REMARK, words), button=(ANSWER, 5), choice=(WEIGHT, 8)))
    assert one(filled) == StatementFilled("routine", UNKNOWN, 7, words)
    assert filled.odd == ()


def test_edited_by_hand_in_the_bytes(empty: bytes) -> None:
    plain = edited(empty, lambda *_: None, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    filled = read_questionnaire(plain.replace(b"/T (belang)", b"/T (belang) /V (8)"))
    assert [row.importance for row in filled.statements] == [8] * 13


def test_an_update_at_the_end_of_the_file(empty: bytes) -> None:
    writer = pypdf.PdfWriter(BytesIO(empty), incremental=True)
    found: Any = writer.root_object["/AcroForm"]
    for field in found["/Fields"]:
        if field["/T"] == "wie":
            for kid in field["/Kids"]:
                kid.get_object()[NameObject("/V")] = TextStringObject("secretaris")
    written = BytesIO()
    writer.write(written)
    assert written.getvalue().startswith(empty[:1000])
    filled = read_questionnaire(written.getvalue())
    assert filled.respondent == "secretaris"
    assert odd(filled) == [(OddKind.NO_DATE, "wie.datum")]
