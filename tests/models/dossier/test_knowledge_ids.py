"""Ids that must exist in the knowledge: each list accepts all of its own and nothing else."""

from typing import Any

import pytest

from models.dossier import DossierError
from models.dossier.knowledge_ids import check_knowledge_ids
from tests.models.samples import EXAMPLES, example, full, made


def _ids(*lists: Any) -> list[str]:
    return [row.id for rows in lists for row in rows]


LISTS: dict[str, tuple[str, Any, Any]] = {
    "doelen.motives": (
        "doelen.motives",
        lambda k: _ids(k.motives.motives, k.motives.labour_motives),
        lambda ids: dict.fromkeys(ids, 5),
    ),
    "doelen.submotives": ("doelen.submotives", lambda k: [s.id for m in k.motives.motives for s in m.submotives], list),
    "doelen.push_factors": ("doelen.push_factors", lambda k: _ids(k.motives.push_factors), list),
    "doelen.pull_factors": ("doelen.pull_factors", lambda k: _ids(k.motives.pull_factors), list),
    "doelen.goals": (
        "doelen.goals",
        lambda k: _ids(k.motives.motives, k.motives.example_goals, k.motives.labour_goals),
        lambda ids: [{"id": f"g{n}", "kind": kind} for n, kind in enumerate(ids)],
    ),
    "doelen.themes": (
        "doelen.themes",
        lambda k: sorted(set(_ids(k.themes.pain_points, k.themes.chances))),
        lambda ids: [{"theme": theme} for theme in ids],
    ),
    "doelen.pool_choices": ("doelen.pool_choices", lambda k: _ids(k.themes.pool_choices), dict.fromkeys),
    "doelen.knobs": ("doelen.knobs", lambda k: _ids(k.themes.knobs), list),
    "doelen.practices": ("doelen.practices", lambda k: _ids(k.themes.practices), list),
    "krachtenveld.stakeholders": (
        "krachtenveld",
        lambda k: _ids(k.stakeholders.kinds, k.stakeholders.labour_market),
        lambda ids: {"stakeholders": [{"id": f"s{n}", "kind": kind} for n, kind in enumerate(ids)]},
    ),
    "partners.aldermeer.intake.answers": (
        "partners.partners.0.intake.answers",
        lambda k: _ids(k.questionnaire.interview),
        lambda ids: dict.fromkeys(ids, "antwoord"),
    ),
    "partners.aldermeer.intake.empathy_map": (
        "partners.partners.0.intake.empathy_map",
        lambda k: _ids(k.questionnaire.empathy_map),
        dict.fromkeys,
    ),
    "sturing.answers": (
        "sturing.answers",
        lambda k: [q.id for s in k.steering.steering for q in s.questions],
        dict.fromkeys,
    ),
    "sturing.legitimacy": ("sturing.legitimacy", lambda k: _ids(k.steering.legitimacy), list),
    "sturing.raad_moments": ("sturing.raad_moments", lambda k: _ids(k.steering.raad_moments), list),
    "vorm.accepted_warnings": (
        "vorm.accepted_warnings",
        lambda k: _ids(k.cases.warnings),
        lambda ids: [{"warning": w, "reason": "Besproken."} for w in ids],
    ),
    "factoren.factors": (
        "factoren.factors",
        lambda k: _ids(k.factors.factors, k.factors.labour_obstacles),
        lambda ids: [{"id": f"f{n}", "factor": f, "direction": "blocking"} for n, f in enumerate(ids)],
    ),
    "factoren.success": (
        "factoren.success",
        lambda k: _ids(k.factors.success_factors, k.factors.labour_success_factors),
        lambda ids: {key: {"met": True} for key in ids},
    ),
    "medewerkers.checklist": (
        "medewerkers.checklist",
        lambda k: _ids(k.checklists.staff),
        lambda ids: {key: {} for key in ids},
    ),
    "besluitvorming.checklist": (
        "besluitvorming.checklist",
        lambda k: _ids(k.checklists.regeling, k.checklists.dienstverleningsovereenkomst),
        lambda ids: {key: {} for key in ids},
    ),
    "besluitvorming.arrangements": (
        "besluitvorming.arrangements",
        lambda k: _ids(k.process.to_arrange),
        dict.fromkeys,
    ),
    "besluitvorming.terms": (
        "besluitvorming.terms",
        lambda k: _ids(k.law.terms),
        lambda ids: dict.fromkeys(ids, 30),
    ),
}
"""Per field that the error names: where it stands, the ids that exist, and how the field holds ids."""


@pytest.mark.parametrize("field", LISTS)
def test_every_id_of_the_knowledge_is_accepted_and_another_is_named(field, knowledge):
    place, existing, held = LISTS[field]
    ids = existing(knowledge)
    assert ids
    check_knowledge_ids(made(full(), {place: held(ids)} | _without_lines(place)), knowledge)
    with pytest.raises(DossierError) as caught:
        check_knowledge_ids(made(full(), {place: held([*ids, "verzonnen-id"])} | _without_lines(place)), knowledge)
    assert (caught.value.where, caught.value.reason) == (field, "onbekend: verzonnen-id")


@pytest.mark.parametrize("field", LISTS)
def test_an_id_of_another_list_is_refused(field, knowledge):
    place, existing, held = LISTS[field]
    own = set(existing(knowledge))
    others = {next((i for i in ids(knowledge) if i not in own), None) for _, ids, _ in LISTS.values()} - {None}
    assert len(others) > 12
    for other in others:
        with pytest.raises(DossierError, match=f"onbekend: {other}$"):
            check_knowledge_ids(made(full(), {place: held([other])} | _without_lines(place)), knowledge)


def _without_lines(place: str) -> dict[str, Any]:
    return {} if place.startswith("krachtenveld") else {"krachtenveld.relations": []}


def test_the_way_of_leaving_is_one_of_those_known(knowledge):
    for method in _ids(knowledge.costs.exit):
        check_knowledge_ids(made(full(), {"kosten.exit_method": method}), knowledge)
    with pytest.raises(DossierError, match=r"kosten\.exit_method: onbekend: verzonnen"):
        check_knowledge_ids(made(full(), {"kosten.exit_method": "verzonnen"}), knowledge)


@pytest.mark.parametrize("answer", [None, {"no_answer": "unknown"}, {"no_answer": "not_applicable"}])
def test_no_way_of_leaving_is_fine(answer, knowledge):
    check_knowledge_ids(made(full(), {"kosten.exit_method": answer}), knowledge)


def test_a_motive_is_no_theme(knowledge):
    motive = knowledge.motives.motives[0].id
    with pytest.raises(DossierError, match=f"onbekend: {motive}"):
        check_knowledge_ids(made(full(), {"doelen.themes": [{"theme": motive}]}), knowledge)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_the_examples_use_known_ids_only(path, knowledge):
    check_knowledge_ids(made(example(path.stem)), knowledge)
