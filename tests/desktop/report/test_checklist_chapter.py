"""The chapter with checklists: what the law asks of this regeling, boxes with words, open points semibold."""

from desktop.report.tree import Mark, RunStyle, text_of
from models.dossier import dossier_from_values
from models.knowledge import Knowledge
from models.vocabulary import LegalBasis
from tests.desktop.report import agreements
from tests.desktop.report.reading import chapter, pages, table, tree_of

TITLE = "Controlelijst"


def test_the_points_are_those_of_the_chosen_basis(knowledge: Knowledge) -> None:
    held = table(tree_of(agreements.agreed(), knowledge), "Wat er in de regeling staat")
    basis = LegalBasis.OPENBAAR_LICHAAM
    points = [p for p in knowledge.checklists.regeling if not p.for_bases or basis in p.for_bases]
    assert [text_of(row.cells[1].runs) for row in held.rows] == [point.text for point in points]
    assert [text_of(row.cells[0].runs) for row in held.rows][:1] == ["artikel 10, eerste lid, Wgr"]


def test_box_place_and_weight(knowledge: Knowledge) -> None:
    held = table(tree_of(agreements.agreed(), knowledge), "Wat er in de regeling staat")
    rows = {text_of(row.cells[1].runs): row.cells for row in held.rows}
    texts = {point.id: point.text for point in knowledge.checklists.regeling}

    def told(point: str) -> tuple[Mark | None, bool, str, str]:
        _, item, place, who = rows[texts[point]]
        return item.mark, item.runs[0].style is RunStyle.BOLD, text_of(place.runs), text_of(who.runs)

    assert told("belang") == (Mark.DONE, False, "ontwerp, artikel 2", "–")
    assert told("wijzigen") == (Mark.BUSY, True, "bezig", "de jurist van Barendrecht, 1\u00a0maart 2027")
    assert told("opheffen") == (Mark.OPEN, True, "nog maken", "–")
    assert told("participatie") == (Mark.DROPPED, False, "niet van toepassing", "–")
    assert told("ombudsman") == (Mark.OPEN, False, "geen plicht", "–")


def test_the_key_sentence_counts_what_the_law_asks(knowledge: Knowledge) -> None:
    text = chapter(tree_of(agreements.agreed(), knowledge), TITLE)
    assert "Twee van de 18 verplichte punten zijn klaar of niet nodig." in text


def test_only_lists_in_which_something_was_filled_in(knowledge: Knowledge) -> None:
    values = agreements.agreed_values()
    values["besluitvorming"].pop("checklist")
    text = chapter(tree_of(dossier_from_values(values), knowledge), TITLE)
    assert "Wat er in de regeling staat" not in text
    assert "Wat er in de dienstverleningsovereenkomst staat" in text
    assert "Wat medewerkers nodig hebben" in text
    assert "P&O, 1\u00a0juni 2027" in text


def test_an_agreement_has_the_list_of_the_agreement(knowledge: Knowledge) -> None:
    values = agreements.agreed_values()
    values["rechtsvorm"]["choice"] = {"basis": "overeenkomst", "reason": "Licht."}
    values["besluitvorming"]["checklist"] = {"taken": {"state": "done", "place": "artikel 3"}}
    text = chapter(tree_of(dossier_from_values(values), knowledge), TITLE)
    assert "Wat er in de regeling staat" not in text
    assert "artikel 3" in text and "artikel 1" in text


def test_all_done(knowledge: Knowledge) -> None:
    values = agreements.agreed_values()
    every = {point.id: {"state": "done"} for point in knowledge.checklists.regeling}
    values["besluitvorming"]["checklist"] = every
    text = chapter(tree_of(dossier_from_values(values), knowledge), TITLE)
    assert "18 verplichte punten: alles is klaar of niet nodig." in text


def test_it_prints(knowledge: Knowledge) -> None:
    assert any("Wat er in de regeling staat" in page for page in pages(tree_of(agreements.agreed(), knowledge)))
