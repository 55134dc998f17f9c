"""What the answers suggest as a factor, and that it is not offered twice."""

from typing import Any

import pytest
from hypothesis import given

from models.advice.advise import advise
from models.dossier import Dossier, dossier_from_values
from models.dossier.choose import FactorDirection
from models.dossier.edit import with_value
from models.knowledge import Knowledge
from models.suggestions import Suggestion, factor_suggestions, with_suggestion
from tests.models.samples import example, minimal
from tests.strategies import dossiers


def suggested(dossier: Dossier, knowledge: Knowledge) -> dict[str, Suggestion]:
    return {s.id: s for s in factor_suggestions(dossier, advise(dossier, knowledge), knowledge)}


def of(**sections: Any) -> Dossier:
    return dossier_from_values(minimal(**sections))


def test_an_empty_dossier_suggests_nothing(knowledge: Knowledge) -> None:
    assert suggested(of(), knowledge) == {}


def test_a_wide_spread_hinders_and_names_the_partners(knowledge: Knowledge) -> None:
    partners = [{"id": f"p{n}", "name": name} for n, name in enumerate(("Ans", "Bert", "Cor"))]
    answers = {"beleid": {"partners": {"p0": 1, "p1": 5, "p2": 5}}, "uittreden": {"partners": {"p0": 3, "p1": 3}}}
    found = suggested(of(partners={"partners": partners}, vorm={"answers": answers}), knowledge)
    assert list(found) == ["voorstel-verschil-beleid"]
    one = found["voorstel-verschil-beleid"]
    assert one.text == "Grote verschillen over beleid of uitvoering"
    assert one.direction is FactorDirection.BLOCKING
    assert "Ans antwoordt 1. Bert en Cor antwoorden 5." in one.reason


def test_a_warning_comes_with_its_case_and_what_one_can_do(knowledge: Knowledge) -> None:
    dossier = dossier_from_values(example("aalsmeer-amstelveen"))
    found = suggested(dossier, knowledge)
    one = found["voorstel-waarschuwing-no-budget-steering"]
    assert one.case == "aalsmeer-amstelveen"
    assert one.measure == knowledge.warning["no-budget-steering"].do
    assert "Aalsmeer" in one.reason
    assert "voorstel-sturing-budget" not in found  # the warning says it already


@pytest.mark.parametrize(
    ("score", "key"), [(1, "laag"), (2, "laag"), (3, None), (4, "hoog"), (5, "hoog"), ({"no_answer": "unknown"}, None)]
)
def test_pillars_and_statements_speak_at_the_ends_of_the_scale(
    score: Any, key: str | None, knowledge: Knowledge
) -> None:
    found = suggested(
        of(
            beginsituatie={"pillars": {"weefsel": {"score": score}}},
            vorm={"answers": {"vertrouwen": {"joint": score}}},
        ),
        knowledge,
    )
    expected = {f"voorstel-pijler-weefsel-{key}", f"voorstel-stelling-vertrouwen-{key}"} if key else set()
    assert set(found) == expected
    side = FactorDirection.BLOCKING if key == "laag" else FactorDirection.PROMOTING
    assert all(s.direction is side for s in found.values())


def test_goals_budget_and_check_questions(knowledge: Knowledge) -> None:
    first = knowledge.factors.success_factors[0]
    dossier = of(
        doelen={"goals": [{"id": "g1", "text": "Beter"}]},
        sturing={"budget_agreement": False},
        factoren={"success": {first.id: {"met": False}, knowledge.factors.success_factors[1].id: {"met": True}}},
    )
    found = suggested(dossier, knowledge)
    assert set(found) == {"voorstel-doelen-vaag", "voorstel-sturing-budget", f"voorstel-succes-{first.id}"}
    assert found["voorstel-doelen-vaag"].factor == "vage-doelen"
    assert first.check_question in found[f"voorstel-succes-{first.id}"].reason


def test_measurable_goals_help(knowledge: Knowledge) -> None:
    goal = {"id": "g1", "text": "a", "indicator": "b", "baseline": "c", "target": "d", "due": "2030-01-01"}
    found = suggested(of(doelen={"goals": [{**goal, "reporter": "e"}]}), knowledge)
    assert found["voorstel-doelen-helder"].direction is FactorDirection.PROMOTING


def test_what_was_added_is_not_offered_again_even_after_other_words(knowledge: Knowledge) -> None:
    dossier = of(sturing={"budget_agreement": False})
    (one,) = suggested(dossier, knowledge).values()
    added = with_suggestion(dossier, one)
    assert added.factoren.factors[0].text == one.text
    assert suggested(added, knowledge) == {}
    renamed = with_value(added, ("factoren", "factors", one.id, "text"), "iets anders")
    assert suggested(renamed, knowledge) == {}


def test_a_factor_of_knowledge_that_is_there_is_not_offered(knowledge: Knowledge) -> None:
    dossier = of(
        doelen={"goals": [{"id": "g1", "text": "Beter"}]},
        factoren={"factors": [{"id": "x", "factor": "vage-doelen", "direction": "blocking"}]},
    )
    assert suggested(dossier, knowledge) == {}


@given(dossier=dossiers())
def test_every_suggestion_can_be_added_until_none_is_left(dossier: Dossier, knowledge: Knowledge) -> None:
    advice = advise(dossier, knowledge)
    found = factor_suggestions(dossier, advice, knowledge)
    assert len({s.id for s in found}) == len(found)
    for suggestion in found:
        assert suggestion.reason.strip()
        assert suggestion.text or suggestion.factor
        dossier = with_suggestion(dossier, suggestion)
    assert factor_suggestions(dossier, advice, knowledge) == ()
