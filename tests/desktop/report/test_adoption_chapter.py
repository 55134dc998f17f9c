"""Who decides and who signs: rooms to fill in, decisions and signatures that came, and never a word too many."""

from typing import Any

import pytest

from desktop.report.edition import Edition
from desktop.report.tree import Document, FormTable, PageBreak, SignatureBlock, TitlePage, walk
from models.dossier import Dossier, dossier_from_values
from models.knowledge import Knowledge
from models.storage.records import SignatureAct
from tests.changed import replace
from tests.desktop.report import agreements, dossiers
from tests.desktop.report.reading import chapter, said, table, tree_of
from tests.desktop.report.signed import adoption, frozen, signature
from tests.models.samples import example, made

TITLE = "Vaststelling en ondertekening"
NAMES = {"bar": "Barendrecht", "alb": "Albrandswaard", "rid": "Ridderkerk"}


def _values(**more: Any) -> dict[str, Any]:
    choice = {"basis": "bedrijfsvoeringsorganisatie"}
    values = dossiers._clear() | {"besluitvorming": {"kind": "collegeregeling"}} | more
    values["rechtsvorm"]["choice"] = choice
    return values


def _dossier(**more: Any) -> Dossier:
    return dossier_from_values(_values(**more))


def _blocks(document: Document) -> list[SignatureBlock]:
    return [block for block in walk(document) if isinstance(block, SignatureBlock)]


def _form(document: Document) -> FormTable:
    return next(block for block in walk(document) if isinstance(block, FormTable))


def test_each_body_has_a_row_and_a_block(knowledge: Knowledge) -> None:
    document = tree_of(_dossier(), knowledge)
    rows = [row[0].text for row in _form(document).rows]
    assert rows == [*(f"College van {n}" for n in NAMES.values()), *(f"Raad van {n}" for n in NAMES.values())]
    assert _form(document).rows[0][3].boxes == ("ongewijzigd", "gewijzigd, zie:")
    assert _form(document).rows[-1][3].boxes == ("toestemming", "geen toestemming")
    blocks = _blocks(document)
    assert [block.label for block in blocks] == ["Collegestuk"] * 3 + ["Raadsstuk"] * 3 + ["Regeling"]
    assert [line.role for line in blocks[0].lines] == ["de burgemeester", "de secretaris"]
    assert blocks[0].law == "Gemeentewet artikel 59a"
    assert [line.role for line in blocks[3].lines] == ["de burgemeester als voorzitter", "de griffier"]
    assert [line.role for line in blocks[-1].lines] == [f"namens {name}: de burgemeester" for name in NAMES.values()]
    assert blocks[-1].lines[0].below == "volgens het besluit van het college van …"
    assert blocks[-1].law == "Gemeentewet artikel 171"


@pytest.mark.parametrize("make", [_dossier, dossiers.empty, agreements.agreed])
def test_nothing_is_signed_without_a_signature(make: Any, knowledge: Knowledge) -> None:
    assert "ondertekend" not in said(tree_of(make(), knowledge)).lower()
    held = frozen(adoptions=(adoption("college van Barendrecht", "bar"),))
    assert "ondertekend" not in said(tree_of(make(), knowledge, held)).lower()


def test_the_largest_example_says_nothing_of_signed(knowledge: Knowledge) -> None:
    assert "ondertekend" not in said(tree_of(made(example("lindestreek")), knowledge)).lower()


def test_it_starts_on_a_new_page(knowledge: Knowledge) -> None:
    blocks = list(walk(tree_of(_dossier(), knowledge)))
    place = next(i for i, block in enumerate(blocks) if getattr(block, "text", "") == TITLE)
    assert isinstance(blocks[place - 1], PageBreak)


def test_without_bodies_it_is_a_sentence(knowledge: Knowledge) -> None:
    document = tree_of(dossiers.empty(), knowledge)
    assert "Welke organen besluiten, is nog niet ingevuld." in chapter(document, TITLE)
    assert not _blocks(document)


def test_a_decision_leaves_the_form_and_dates_the_agreement(knowledge: Knowledge) -> None:
    held = frozen(adoptions=(adoption("college van Barendrecht", "bar", amendments="artikel 4 vervalt"),))
    document = tree_of(_dossier(), knowledge, held)
    row = [cell.runs[0].text for cell in table(document, "Wie heeft besloten?").rows[0].cells]
    assert row == ["College van Barendrecht", "24\u00a0november 2026", "2026-24", "gewijzigd: artikel 4 vervalt"]
    assert len(_form(document).rows) == 5
    lines = _blocks(document)[-1].lines
    assert lines[0].below == "volgens het besluit van het college van 24\u00a0november 2026"
    assert lines[1].below.endswith("van …")
    assert document.meta.status == "Versie 3, deels vastgesteld"
    assert "Eén van de zes organen heeft besloten." in chapter(document, TITLE)


def test_adopted_is_said_where_every_body_decided_on_just_this(knowledge: Knowledge) -> None:
    every = tuple(adoption(f"{body} van {n}", k) for k, n in NAMES.items() for body in ("college", "raad"))
    document = tree_of(_dossier(), knowledge, frozen(adoptions=every))
    page = next(block for block in walk(document) if isinstance(block, TitlePage))
    assert page.status == "Vastgesteld op 24\u00a0november 2026"
    assert not any(isinstance(block, FormTable) for block in walk(document))
    other = (*every[:-1], every[-1].model_copy(update={"content_hash": "ab" * 32}))
    assert tree_of(_dossier(), knowledge, frozen(adoptions=other)).meta.status == "Versie 3, deels vastgesteld"


def test_a_changed_dossier_is_a_concept_with_nothing_decided(knowledge: Knowledge) -> None:
    held = frozen(
        (adoption("college van Barendrecht", "bar"),), (signature(SignatureAct.COLLEGE, "bar", "secretaris", "X"),)
    )
    changed = replace(held, sign_off=replace(held.sign_off, current=None))
    document = tree_of(_dossier(), knowledge, changed)
    assert document.meta.status == "Concept" and document.meta.version == "Concept"
    assert "ondertekend" not in said(document)
    assert "Wie heeft besloten?" not in said(document)
    assert "Dit is een concept." in chapter(document, TITLE)


def test_signatures_stand_in_their_own_rooms(knowledge: Knowledge) -> None:
    given = (
        signature(SignatureAct.COLLEGE, "bar", "locosecretaris", "A. Jansen"),
        signature(SignatureAct.RAAD, "alb", "griffier", "B. Smit"),
        signature(SignatureAct.AGREEMENT, "rid", "burgemeester", "C. de Vries"),
        signature(SignatureAct.OTHER, "rid", "projectleider", "D. Bos"),
        signature(SignatureAct.RAAD, "bar", "griffier", "E. Oud", content_hash="ab" * 32),
    )
    blocks = _blocks(tree_of(_dossier(), knowledge, frozen(signatures=given)))
    college, raad, agreement, rest = blocks[0], blocks[4], blocks[6], blocks[7]
    assert (college.lines[0].signed, college.lines[1].name) == ("", "A. Jansen")
    assert college.lines[1].signed == "ondertekend op 30\u00a0november 2026"
    assert raad.title == "Raad van Albrandswaard" and raad.lines[1].name == "B. Smit"
    assert [line.name for line in agreement.lines] == ["", "", "C. de Vries"]
    assert [line.name for line in rest.lines] == ["D. Bos"]
    assert not any(line.name == "E. Oud" for block in blocks for line in block.lines)


def test_fields_are_unique_ascii_and_only_asked_for(knowledge: Knowledge) -> None:
    values = _values()
    values["partners"]["partners"][0]["name"] = values["partners"]["partners"][1]["name"] = "Súdwest-Fryslân"
    dossier = dossier_from_values(values)
    names = [line.field for block in _blocks(tree_of(dossier, knowledge, frozen(fields=True))) for line in block.lines]
    assert len(set(names)) == len(names) == 15
    assert names[:2] == ["college_sudwest_fryslan_burgemeester", "college_sudwest_fryslan_secretaris"]
    assert all(name.isascii() and name for name in names)
    plain = [line.field for block in _blocks(tree_of(dossier, knowledge)) for line in block.lines]
    assert set(plain) == {""}


def test_other_kinds_of_partners_have_other_words(knowledge: Knowledge) -> None:
    values = _values()
    for partner, kind in zip(values["partners"]["partners"], ("waterschap", "provincie", "privaat"), strict=True):
        partner["kind"] = kind
    document = tree_of(dossier_from_values(values), knowledge)
    blocks = _blocks(document)
    roles = {block.title: [line.role for line in block.lines] for block in blocks}
    assert roles["Dagelijks bestuur van Barendrecht"] == ["de dijkgraaf", "de secretaris"]
    assert roles["Gedeputeerde staten van Albrandswaard"] == ["de commissaris van de Koning", "de secretaris"]
    assert roles["Provinciale staten van Albrandswaard"][1] == "de griffier"
    assert blocks[-1].lines[2].role == "namens Ridderkerk: wie de organisatie mag vertegenwoordigen"
    assert "Bestuur van Ridderkerk" in [row[0].text for row in _form(document).rows]
    assert blocks[-1].law == ""


def test_forty_partners_get_one_block_of_each_kind(knowledge: Knowledge) -> None:
    values = _values()
    values["partners"]["partners"] += [{"id": f"p{n}", "name": f"Gemeente nummer {n}"} for n in range(37)]
    document = tree_of(dossier_from_values(values), knowledge, Edition(fields=True))
    blocks = _blocks(document)
    assert [block.title for block in blocks[:2]] == ["College van …", "Raad van …"]
    assert len(blocks) == 3 and len(blocks[2].lines) == 40
    assert len(_form(document).rows) == 80


def test_the_versions_and_the_code_are_explained(knowledge: Knowledge) -> None:
    text = chapter(tree_of(_dossier(), knowledge, frozen()), "Bronnen en uitgangspunten")
    assert "Voor de colleges (dit stuk)" in text and "Eerste ontwerp" in text and "ABAB-ABAB" in text
    assert "Gelijke codes betekenen gelijke antwoorden" in text


def test_the_file_is_marked(knowledge: Knowledge) -> None:
    mark = dict(tree_of(_dossier(), knowledge, frozen()).meta.mark)
    assert (mark["dossier"], mark["kind"], mark["version"]) == ("proef", "advies", "3")
    assert mark["content_hash"].startswith("7f3a91c2") and mark["dated"] == "2026-06-09"
    assert mark.keys() == {"dossier", "kind", "version", "content_hash", "knowledge", "dated", "made_with"}
