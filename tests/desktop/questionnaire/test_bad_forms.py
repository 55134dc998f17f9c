"""Forms with values that cannot be, and files that are no form: each recognised and named, none a crash."""

from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.questionnaire import raw
from desktop.questionnaire.errors import (
    FlattenedForm,
    FormEncrypted,
    FormError,
    FormNewer,
    FormTooLarge,
    MarkDamaged,
    NotAForm,
    NotAPdf,
    XfaOnly,
)
from desktop.questionnaire.filled import OddKind
from desktop.questionnaire.mark import INFO_KEY, Mark, mark_for, mark_from, mark_text
from desktop.questionnaire.reading import date_from, read_questionnaire
from models.knowledge import Knowledge
from tests.desktop.questionnaire.forms import (
    ANSWER,
    REMARK,
    WEIGHT,
    dossier_with,
    edited,
    odd,
    one,
    set_to,
)

# --- values that cannot be


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (ANSWER, pikepdf.Name("/antwoord-9")),
        (ANSWER, pikepdf.String("6")),
        (ANSWER, pikepdf.String("#99")),
        (ANSWER, pikepdf.String("later")),
        (WEIGHT, pikepdf.String("11")),
        (WEIGHT, pikepdf.String("-1")),
        (WEIGHT, pikepdf.String("zeven")),
        (WEIGHT, pikepdf.String("7,5")),
        (WEIGHT, pikepdf.String("1" * 5000)),
    ],
)
def test_an_impossible_value_is_refused_and_named(name: str, value: pikepdf.Object, empty: bytes) -> None:
    filled = read_questionnaire(edited(empty, set_to(name, value)))
    assert filled.statements == ()
    assert odd(filled) == [(OddKind.IMPOSSIBLE, name)]
    assert filled.odd[0].shown
    assert len(filled.odd[0].shown) <= 60


def test_two_values_are_refused_and_named(empty: bytes) -> None:
    def edit(_pdf: pikepdf.Pdf, fields: dict[str, pikepdf.Object]) -> None:
        fields[ANSWER].V = pikepdf.Name("/antwoord-1")
        fields[ANSWER].Kids[4].AS = pikepdf.Name("/antwoord-5")

    filled = read_questionnaire(edited(empty, edit))
    assert filled.statements == ()
    assert odd(filled) == [(OddKind.TWO_VALUES, ANSWER)]


def test_the_same_field_twice(empty: bytes) -> None:
    def twice(second: str) -> Any:
        def edit(pdf: pikepdf.Pdf, fields: dict[str, pikepdf.Object]) -> None:
            fields[WEIGHT].V = pikepdf.String("3")
            copy = pikepdf.Dictionary(FT=pikepdf.Name.Tx, T=pikepdf.String(WEIGHT), V=pikepdf.String(second))
            pdf.Root.AcroForm.Fields.append(pdf.make_indirect(copy))

        return edit

    assert one(read_questionnaire(edited(empty, twice("3")))).importance == 3
    assert odd(read_questionnaire(edited(empty, twice("4")))) == [(OddKind.TWO_VALUES, WEIGHT)]


def test_a_text_that_is_too_long(empty: bytes) -> None:
    filled = read_questionnaire(edited(empty, set_to("vraag.reden", pikepdf.String("a" * 200_001))))
    assert filled.texts == ()
    assert odd(filled) == [(OddKind.TOO_LONG, "vraag.reden")]


def test_words_that_are_no_date(empty: bytes) -> None:
    filled = read_questionnaire(edited(empty, set_to("wie.datum", pikepdf.String("morgen"))))
    assert filled.held_on is None
    assert odd(filled) == [(OddKind.NO_DATE, "wie.datum")]


@pytest.mark.parametrize(
    "words",
    ["2026-03-05", "5-3-2026", "05/03/2026", "5.3.2026", "5 maart 2026", "5 mrt. 2026", "5\u00a0Maart\u00a02026"],
)
def test_dates(words: str) -> None:
    assert date_from(words) == date(2026, 3, 5)


@pytest.mark.parametrize("words", ["", "31 februari 2026", "5 foo 2026", "2026", "5-13-2026", "05-03-26"])
def test_no_dates(words: str) -> None:
    assert date_from(words) is None


def test_a_field_that_is_not_ours_is_named(empty: bytes) -> None:
    def edit(pdf: pikepdf.Pdf, _fields: dict[str, pikepdf.Object]) -> None:
        extra = pikepdf.Dictionary(
            FT=pikepdf.Name.Tx, T=pikepdf.String("stelling.aantal_partners.antwoord"), V=pikepdf.String("5")
        )
        pdf.Root.AcroForm.Fields.append(pdf.make_indirect(extra))

    filled = read_questionnaire(edited(empty, edit))
    assert filled.statements == ()
    assert odd(filled) == [(OddKind.UNKNOWN_FIELD, "stelling.aantal_partners.antwoord")]


def test_fields_that_were_taken_out_count_as_open(empty: bytes) -> None:
    def edit(pdf: pikepdf.Pdf, fields: dict[str, pikepdf.Object]) -> None:
        fields[WEIGHT].V = pikepdf.String("4")
        roots = pdf.Root.AcroForm.Fields
        pdf.Root.AcroForm.Fields = pikepdf.Array([root for root in roots if str(root.T) == "stelling"])

    assert one(read_questionnaire(edited(empty, edit))).importance == 4


# --- forms that cannot be read as a whole


def test_xfa_beside_the_fields_is_named(empty: bytes) -> None:
    def edit(pdf: pikepdf.Pdf, fields: dict[str, pikepdf.Object]) -> None:
        fields[WEIGHT].V = pikepdf.String("4")
        pdf.Root.AcroForm.XFA = pdf.make_stream(b"<xdp/>")

    filled = read_questionnaire(edited(empty, edit))
    assert one(filled).importance == 4
    assert odd(filled) == [(OddKind.SECOND_LAYER, "")]


def test_only_xfa(empty: bytes) -> None:
    def edit(pdf: pikepdf.Pdf, _fields: dict[str, pikepdf.Object]) -> None:
        pdf.Root.AcroForm = pikepdf.Dictionary(XFA=pdf.make_stream(b"<xdp/>"), Fields=pikepdf.Array())

    with pytest.raises(XfaOnly):
        read_questionnaire(edited(empty, edit))


def test_a_flattened_form(empty: bytes) -> None:
    def edit(pdf: pikepdf.Pdf, _fields: dict[str, pikepdf.Object]) -> None:
        pdf.flatten_annotations("all")
        if "/AcroForm" in pdf.Root:
            del pdf.Root.AcroForm

    with pytest.raises(FlattenedForm) as caught:
        read_questionnaire(edited(empty, edit))
    assert "velden" in caught.value.reason


def test_printed_to_a_new_pdf() -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(595, 842)
    written = BytesIO()
    writer.write(written)
    with pytest.raises(NotAForm):
        read_questionnaire(written.getvalue())


def test_a_form_of_another_maker(empty: bytes) -> None:
    def edit(pdf: pikepdf.Pdf, _fields: dict[str, pikepdf.Object]) -> None:
        del pdf.docinfo[INFO_KEY]
        field = pikepdf.Dictionary(FT=pikepdf.Name.Tx, T=pikepdf.String("naam"), V=pikepdf.String("Jan"))
        pdf.Root.AcroForm.Fields = pikepdf.Array([pdf.make_indirect(field)])

    with pytest.raises(NotAForm):
        read_questionnaire(edited(empty, edit))


def test_a_program_that_drops_info_leaves_the_field(empty: bytes) -> None:
    def edit(pdf: pikepdf.Pdf, fields: dict[str, pikepdf.Object]) -> None:
        del pdf.trailer.Info
        fields[WEIGHT].V = pikepdf.String("4")

    assert one(read_questionnaire(edited(empty, edit))).importance == 4


@pytest.mark.parametrize("place", ["info", "field", "both"])
@pytest.mark.parametrize(("old", "new"), [('"partner":"p1"', '"partner":"p2"'), ('"d-1"', '"d-2"'), ("{", "[")])
def test_a_mark_that_was_changed(place: str, old: str, new: str, empty: bytes) -> None:
    def edit(pdf: pikepdf.Pdf, fields: dict[str, pikepdf.Object]) -> None:
        changed = str(pdf.docinfo[INFO_KEY]).replace(old, new)
        if place != "field":
            pdf.docinfo[INFO_KEY] = changed
        if place != "info":
            fields["vormwijzer.merk"].V = pikepdf.String(changed)

    with pytest.raises(MarkDamaged):
        read_questionnaire(edited(empty, edit))


def test_the_mark_of_another_form_in_one_of_the_two_places(empty: bytes, knowledge: Knowledge) -> None:
    def edit(pdf: pikepdf.Pdf, _fields: dict[str, pikepdf.Object]) -> None:
        pdf.docinfo[INFO_KEY] = mark_text(mark_for(dossier_with(), knowledge, "p2"))

    with pytest.raises(MarkDamaged):
        read_questionnaire(edited(empty, edit))


def test_a_form_of_a_newer_program() -> None:
    with pytest.raises(FormNewer):
        mark_from('{"form": 2}')


@given(st.text(max_size=300))
def test_any_other_text_is_no_mark(text: str) -> None:
    with pytest.raises((MarkDamaged, FormNewer)):
        mark_from(text)


@pytest.mark.parametrize("text", ["[" * 10_000, "null", '{"form": true}', '{"form": 1}', "1e999"])
def test_odd_texts_are_no_mark(text: str) -> None:
    with pytest.raises(MarkDamaged):
        mark_from(text)


def test_a_mark_with_questions_that_are_no_names() -> None:
    with pytest.raises(MarkDamaged):
        mark_from(mark_text(Mark("d", "", "1", {"<b>": "x"})))


def test_a_mark_comes_back(knowledge: Knowledge) -> None:
    mark = mark_for(dossier_with(), knowledge, None)
    assert mark_from(mark_text(mark)) == mark


@pytest.mark.parametrize("data", [b"", b"geen pdf", b"%PDF-1.7\nkapot", b"\x89PNG\r\n", b"%PDF-1.7\n" + b"0" * 5000])
def test_not_a_pdf(data: bytes) -> None:
    with pytest.raises(NotAPdf):
        read_questionnaire(data)


def test_half_a_file_and_flipped_bytes_never_crash(empty: bytes) -> None:
    for cut in range(0, len(empty), len(empty) // 23):
        for data in (empty[:cut], empty[:cut] + b"\xff\x00" + empty[cut + 2 :]):
            try:
                read_questionnaire(data)
            except FormError as error:
                assert error.reason.endswith(".")


def test_an_encrypted_form(empty: bytes) -> None:
    locked = edited(empty, lambda *_: None, encryption=pikepdf.Encryption(user="geheim", owner="ook"))
    with pytest.raises(FormEncrypted):
        read_questionnaire(locked)
    open_to_read = edited(empty, lambda *_: None, encryption=pikepdf.Encryption(user="", owner="ook"))
    assert read_questionnaire(open_to_read).statements == ()


def test_a_huge_file() -> None:
    with pytest.raises(FormTooLarge):
        read_questionnaire(b"%PDF-1.7\n" + bytes(raw.MAX_FORM))


def test_too_many_fields(empty: bytes) -> None:
    def edit(pdf: pikepdf.Pdf, _fields: dict[str, pikepdf.Object]) -> None:
        for number in range(5_100):
            field = pikepdf.Dictionary(FT=pikepdf.Name.Tx, T=pikepdf.String(f"f{number}"))
            pdf.Root.AcroForm.Fields.append(pdf.make_indirect(field))

    with pytest.raises(FormTooLarge):
        read_questionnaire(edited(empty, edit))


def test_a_small_file_that_unpacks_to_a_huge_one(empty: bytes) -> None:
    def edit(pdf: pikepdf.Pdf, fields: dict[str, pikepdf.Object]) -> None:
        fields[REMARK].V = pdf.make_stream(b"\xfe\xff" + bytes(90_000_000))

    bomb = edited(empty, edit, compress_streams=True)
    assert len(bomb) < 1_000_000
    with pytest.raises(NotAPdf):
        read_questionnaire(bomb)


def test_fields_in_a_circle(empty: bytes) -> None:
    def edit(pdf: pikepdf.Pdf, _fields: dict[str, pikepdf.Object]) -> None:
        root = pdf.Root.AcroForm.Fields[0]
        root.Kids.append(root)

    assert read_questionnaire(edited(empty, edit)).statements == ()


@pytest.mark.parametrize("entry", ["T", "FT", "V", "Kids", "AP", "Opt", "AS"])
@pytest.mark.parametrize("junk", ["name", "number", "dictionary", "array", "stream", "true"])
def test_entries_of_the_wrong_kind_never_crash(entry: str, junk: str, empty: bytes) -> None:
    def edit(pdf: pikepdf.Pdf, fields: dict[str, pikepdf.Object]) -> None:
        kinds: dict[str, Any] = {
            "name": pikepdf.Name("/Vreemd"),
            "number": 3,
            "dictionary": pikepdf.Dictionary(A=1),
            "array": pikepdf.Array([1, pikepdf.Name.X]),
            "stream": pdf.make_stream(b"abc"),
            "true": True,
        }
        for name in (ANSWER, WEIGHT, REMARK):
            fields[name][f"/{entry}"] = kinds[junk]
        fields[ANSWER].get("/Kids")

    try:
        filled = read_questionnaire(edited(empty, edit))
    except FormError:
        return
    assert all(row.importance in (None, 3) for row in filled.statements)
