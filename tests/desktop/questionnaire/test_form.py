"""The empty form: what is in it, that it is accessible, and that no text can break it."""

from io import BytesIO

import page
import pikepdf
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.questionnaire.errors import PartnerGone
from desktop.questionnaire.form import questionnaire_pdf
from desktop.questionnaire.mark import INFO_KEY, mark_from
from desktop.questionnaire.questions import STATES, questions_of, statements_of
from desktop.questionnaire.sheet import lines_of
from desktop.report.styles import BODY, LEFT, PAGE_WIDTH
from models.dossier import dossier_from_values
from models.knowledge import Knowledge
from tests.desktop.questionnaire.forms import dossier_with, terminal
from tests.models.samples import EXAMPLES, example, minimal
from tests.strategies import texts

ATTACKS = (
    '<img src="/etc/passwd">',
    '<a href="javascript:alert(1)">klik</a>',
    '<font size="5000">groot',
    "<para leading=1>",
    "R&D ]]> -->",
    "\u202eomgekeerd مرحبا בדיקה",
    "👩\u200d👩\u200d👧 🇳🇱",
    "a" * 100_000,
    ") /S /JavaScript (",
)


def reader_of(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(data))


def is_accessible(data: bytes) -> bool:
    found = page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1)
    assert [failure.to_dict() if hasattr(failure, "to_dict") else str(failure) for failure in found.failures] == []
    return found.is_compliant


def test_it_asks_all_statements_and_questions(knowledge: Knowledge) -> None:
    data = questionnaire_pdf(dossier_with(), knowledge, "p2")
    with pikepdf.open(BytesIO(data)) as pdf:
        fields = terminal(pdf)
        wanted = {
            f"stelling.{row.id.value}.{part}"
            for row in statements_of(knowledge)
            for part in ("antwoord", "belang", "opmerking")
        }
        wanted |= {f"{kind}.{row.id}" for kind, row in questions_of(knowledge)}
        assert set(fields) == wanted | {"wie.functie", "wie.datum", "vormwijzer.merk"}
        for row in statements_of(knowledge):
            buttons = fields[f"stelling.{row.id.value}.antwoord"]
            states = [next(key for key in kid.AP.N.keys() if key != "/Off") for kid in buttons.Kids]  # noqa: SIM118
            assert states == [f"/{state}" for state in STATES]
            assert str(buttons.TU) == row.statement
    words = " ".join("".join(sheet.extract_text() for sheet in reader_of(data).pages).split())
    for row in statements_of(knowledge):
        for text in (row.statement, row.low, row.middle, row.high):
            assert text.split()[0] in words
    assert "Gemeente 2" in words
    assert "pagina 1 van 7" in words


def test_the_words_of_every_statement_can_be_read_aloud(knowledge: Knowledge) -> None:
    data = questionnaire_pdf(dossier_with(), knowledge, "p1")
    words = " ".join(" ".join(sheet.extract_text() for sheet in reader_of(data).pages).split())
    for row in statements_of(knowledge):
        assert row.statement in words
    for _, question in questions_of(knowledge):
        assert question.text in words


def test_a_form_for_anybody_asks_which_organisation(knowledge: Knowledge) -> None:
    data = questionnaire_pdf(dossier_with(), knowledge)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert "wie.organisatie" in terminal(pdf)
    assert is_accessible(data)


def test_the_mark_says_for_whom_it_is(knowledge: Knowledge) -> None:
    data = questionnaire_pdf(dossier_with(), knowledge, "p1")
    with pikepdf.open(BytesIO(data)) as pdf:
        mark = mark_from(str(pdf.docinfo[INFO_KEY]))
        assert str(terminal(pdf)["vormwijzer.merk"].V) == str(pdf.docinfo[INFO_KEY])
    assert (mark.dossier, mark.partner, mark.knowledge) == ("d-1", "p1", knowledge.version)
    assert len(mark.questions) == 26


@pytest.mark.parametrize("name", sorted(path.stem for path in EXAMPLES.glob("*.json")))
def test_it_is_accessible_for_every_example(name: str, knowledge: Knowledge) -> None:
    dossier = dossier_from_values(example(name))
    assert is_accessible(questionnaire_pdf(dossier, knowledge, dossier.partners.active[-1].id))


def test_the_same_input_gives_the_same_bytes(knowledge: Knowledge) -> None:
    dossier = dossier_with()
    first = questionnaire_pdf(dossier, knowledge, "p1")
    assert questionnaire_pdf(dossier, knowledge, "p1") == first
    assert questionnaire_pdf(dossier, knowledge, "p2") != first


def test_structure_tab_order_and_names(knowledge: Knowledge) -> None:
    data = questionnaire_pdf(dossier_with(), knowledge, "p1")
    with pikepdf.open(BytesIO(data)) as pdf:
        assert str(pdf.Root.Lang) == "nl-NL"
        assert pdf.Root.MarkInfo.Marked
        assert "/NeedAppearances" not in pdf.Root.AcroForm
        parents = dict(
            zip(
                pdf.Root.StructTreeRoot.ParentTree.Nums[::2], pdf.Root.StructTreeRoot.ParentTree.Nums[1::2], strict=True
            )
        )
        count = 0
        for sheet in pdf.pages:
            assert sheet.obj.Tabs == pikepdf.Name.S
            for widget in sheet.obj.get("/Annots", ()):
                owner = parents[widget.StructParent]
                assert pikepdf.Name.Form == owner.S
                assert owner.K[0].Obj.objgen == widget.objgen
                assert str(widget.TU) and str(widget.Contents)
                assert int(widget.F) & 4
                count += 1
        assert count == 13 * 9 + 13 + 2
        kinds: list[str] = []
        _kinds(pdf.Root.StructTreeRoot.K[0], kinds)
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == 3
    assert kinds.count("/H3") == 26
    assert kinds.count("/Form") == count


def test_everything_drawn_is_in_the_structure_or_an_artifact(knowledge: Knowledge) -> None:
    with pikepdf.open(BytesIO(questionnaire_pdf(dossier_with(), knowledge, "p1"))) as pdf:
        tree = pdf.Root.StructTreeRoot.ParentTree.Nums
        owners = dict(zip(tree[::2], tree[1::2], strict=True))
        for sheet in pdf.pages:
            found, inside = [], 0
            for operands, operator in pikepdf.parse_content_stream(sheet):
                name = str(operator)
                if name == "BDC":
                    kind, number = operands
                    assert kind == owners[sheet.obj.StructParents][int(number.MCID)].S
                    found.append(int(number.MCID))
                inside += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
                assert inside in (0, 1)
                assert inside or name not in ("Tj", "TJ", "S", "s", "f", "B", "re", "Do"), name
            assert found == list(range(len(owners[sheet.obj.StructParents])))
            assert found


def _kinds(element: pikepdf.Object, found: list[str]) -> None:
    found.append(str(element.S))
    for part in element.K:
        if isinstance(part, pikepdf.Dictionary) and "/S" in part:
            _kinds(part, found)


def test_what_is_typed_is_set_in_an_embedded_font_with_the_signs_of_dutch(knowledge: Knowledge) -> None:
    with pikepdf.open(BytesIO(questionnaire_pdf(dossier_with(), knowledge, "p1"))) as pdf:
        form = pdf.Root.AcroForm
        font = form.DR.Font["/SourceSansPro"]
        assert str(form.DA).startswith("/SourceSansPro 10 Tf")
        assert font.Encoding == pikepdf.Name.WinAnsiEncoding
        widths = dict(zip(range(32, 256), font.Widths, strict=True))
        for sign in "Eéëïóüç€–“”’ ":
            assert widths[sign.encode("cp1252")[0]] > 0
        assert font.FontDescriptor.FontFile2.read_bytes()[:4] == b"\0\1\0\0"
        for field in terminal(pdf).values():
            if field.get("/FT") in (pikepdf.Name.Tx, pikepdf.Name.Ch) and "/DA" in field:
                assert "/SourceSansPro" in str(field.DA)


def test_all_fields_stand_on_the_page_and_none_on_another(knowledge: Knowledge) -> None:
    with pikepdf.open(BytesIO(questionnaire_pdf(dossier_with(), knowledge, None))) as pdf:
        for sheet in pdf.pages:
            boxes = [tuple(float(side) for side in widget.Rect) for widget in sheet.obj.get("/Annots", ())]
            for number, (left, bottom, right, top) in enumerate(boxes):
                assert LEFT - 1 <= left < right <= PAGE_WIDTH - LEFT + 1
                assert 70 < bottom < top < 842 - 70
                for other in boxes[number + 1 :]:
                    apart = right <= other[0] or other[2] <= left or top <= other[1] or other[3] <= bottom
                    assert apart, (boxes[number], other)


@pytest.mark.parametrize("attack", ATTACKS)
def test_names_are_plain_text(attack: str, knowledge: Knowledge) -> None:
    rows = [{"id": "p1", "name": attack}, {"id": "p2", "name": "Tweede"}]
    dossier = dossier_from_values(minimal(partners={"partners": rows}) | {"title": attack[:300]})
    data = questionnaire_pdf(dossier, knowledge, "p1")
    assert is_accessible(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        for found in pdf.objects:
            if isinstance(found, pikepdf.Dictionary):
                assert (
                    not {"/URI", "/JS", "/Launch", "/A", "/AA"} & set(found.keys())
                    or found.get("/Type") == "/StructElem"
                )
    reader = reader_of(data)
    assert 7 <= len(reader.pages) <= 8
    if attack.startswith(("<", "R&D")):
        assert attack.split()[0] in " ".join(reader.pages[0].extract_text().split())


@settings(max_examples=12)
@given(name=texts(), title=texts(60).filter(str.strip))
def test_any_name_gives_an_accessible_form(name: str, title: str, knowledge: Knowledge) -> None:
    dossier = dossier_from_values(minimal(partners={"partners": [{"id": "p1", "name": name}]}) | {"title": title})
    assert is_accessible(questionnaire_pdf(dossier, knowledge, "p1"))


def test_a_partner_that_takes_no_part_gets_no_form(knowledge: Knowledge) -> None:
    rows = [{"id": "p1", "name": "Weg", "removed": True}]
    dossier = dossier_from_values(minimal(partners={"partners": rows}))
    for partner in ("p1", "nooit-gezien"):
        with pytest.raises(PartnerGone):
            questionnaire_pdf(dossier, knowledge, partner)


@given(text=st.text(max_size=200), width=st.floats(30, 400))
def test_lines_fit_and_lose_nothing(text: str, width: float) -> None:
    from desktop.report.fonts import faces_for, printable

    lines = lines_of(text, BODY, width)
    assert "".join("".join(lines).split()) == "".join(printable(text).split())
    for line in lines:
        wide = sum(face.width(part, BODY.size) for face, part in faces_for(line, BODY.weight))
        assert wide <= width + 0.01 or len(line) == 1
