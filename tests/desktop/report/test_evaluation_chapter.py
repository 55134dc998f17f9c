"""Evaluation: plan, indicators, what came about; and what comes next."""

from typing import Any

from models.dossier import Dossier, dossier_from_values
from models.knowledge import Knowledge
from tests.desktop.report import agreements, dossiers
from tests.desktop.report.reading import chapter, headings, rows_of, table, tree_of

TITLE = "Evaluatie"
GOAL = {
    "id": "g1",
    "text": "Betaal op tijd",
    "indicator": "aandeel op tijd",
    "baseline": "97%",
    "target": "99%",
    "due": "2029-12-31",
    "reporter": "de directeur",
}
HELD = {
    "id": "e1",
    "held_on": "2026-05-04",
    "revision": 2,
    "owner": "de stuurgroep",
    "goals": {"g1": {"value": "98%", "verdict": "partly", "remark": "Bijna"}, "weg": {"value": "1"}},
    "came_about": "De helft ging door",
    "lessons": "Begin eerder",
    "actions": "Plan ruimer",
}


def _dossier(**vaststelling: Any) -> Dossier:
    return dossier_from_values(dossiers._clear() | {"doelen": {"goals": [GOAL]}, "vaststelling": vaststelling})


def test_plan_and_indicators(knowledge: Knowledge) -> None:
    plan = {"first_on": "2030-01-01", "every_years": 2, "owner": "het bestuur", "text": "Met een enquête"}
    document = tree_of(_dossier(evaluation=plan), knowledge)
    text = chapter(document, TITLE)
    assert "De eerste evaluatie is op 1\u00a0januari 2030, daarna elke twee jaar." in text
    assert "Het bestuur." in text and "Met een enquête." in text
    cells = ["Betaal op tijd", "aandeel op tijd", "97%", "99%", "31\u00a0december 2029", "de directeur"]
    assert rows_of(table(document, "De doelen en hun indicatoren")) == [cells]


def test_the_law_asks_it_of_a_regeling_only(knowledge: Knowledge) -> None:
    values = dossiers._clear() | {"doelen": {"goals": [GOAL]}}
    for basis, asked in (("bedrijfsvoeringsorganisatie", True), ("centrumgemeente", True), ("stichting", False)):
        values["rechtsvorm"]["choice"] = {"basis": basis}
        text = chapter(tree_of(dossier_from_values(values), knowledge), TITLE)
        assert ("artikel 11a Wgr" in text) is asked, basis


def test_what_came_about(knowledge: Knowledge) -> None:
    document = tree_of(_dossier(evaluations=[HELD]), knowledge)
    text = chapter(document, TITLE)
    assert "Evaluatie van 4\u00a0mei 2026, over versie 2" in text
    rows = rows_of(table(document, "De doelen: wat is beloofd"))
    assert rows == [["Betaal op tijd", "99%", "98%", "deels bereikt", "Bijna"]]
    for words in ("De stuurgroep.", "De helft ging door.", "Begin eerder.", "Plan ruimer."):
        assert words in text
    assert "Plan ruimer." in chapter(document, "Vervolg")
    assert "Eén evaluatie is gehouden." in text


def test_an_evaluation_with_only_a_day(knowledge: Knowledge) -> None:
    text = chapter(tree_of(_dossier(evaluations=[{"id": "e", "held_on": "2026-05-04"}]), knowledge), TITLE)
    assert "Evaluatie van 4\u00a0mei 2026" in text


def test_nothing_to_evaluate_is_a_sentence(knowledge: Knowledge) -> None:
    document = tree_of(dossiers.clear(), knowledge)
    assert TITLE not in headings(document)
    assert "evaluatie staat er nog niets." in chapter(document, "Open vragen")


def test_the_next_steps_stand_in_the_order_of_their_days(knowledge: Knowledge) -> None:
    values = agreements.agreed_values()
    values["factoren"] = {
        "factors": [
            {
                "id": "a",
                "text": "Tijd",
                "direction": "blocking",
                "measure": "Huur in",
                "owner": "P&O",
                "due": "2026-12-01",
            },
            {"id": "b", "text": "Geld", "direction": "blocking", "measure": "Vraag subsidie"},
        ]
    }
    values["vaststelling"] = {"evaluation": {"first_on": "2031-01-01", "owner": "het bestuur"}}
    document = tree_of(dossier_from_values(values), knowledge)
    rows = rows_of(table(document, "Wie doet wat, en wanneer?"))
    assert rows[0] == ["1\u00a0december 2026", "Huur in", "P&O", "factor: Tijd"]
    assert rows[-1][:3] == ["Nog niet gepland", "Vraag subsidie", "nog niet bekend"]
    assert rows[-2][:3] == ["1\u00a0januari 2031", "Eerste evaluatie houden", "het bestuur"]
    assert any(row[1] == "Toestemming van de raden" and row[3] == "planning" for row in rows)
    text = chapter(document, "Vervolg")
    assert "De eerste is op 1\u00a0december 2026. Bij één stap ontbreekt de dag of de naam." in text
    assert headings(document)["Planning"] in text


def test_without_anything_to_do_there_is_no_chapter(knowledge: Knowledge) -> None:
    assert "Vervolg" not in headings(tree_of(dossiers.clear(), knowledge))
