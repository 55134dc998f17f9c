"""Each check of checks.yaml: a dossier that triggers it, starting from one in which nothing is wrong."""

from string import Formatter
from typing import Any

import pytest
from hypothesis import given, settings

from models.advice.advise import advise
from models.check import FindingKind, check_dossier
from models.check.findings import step_of_field
from models.vocabulary import CriterionId, StepId
from tests.models.samples import EXAMPLES, changed, example, full, made, minimal
from tests.strategies import dossiers

NEVER = {"no_answer": "unknown"}
MORE = [{"id": f"p{n}", "name": f"Partner {n}", "inhabitants": 10} for n in range(41)]
ANSWERS = "vorm.answers"
OTHER_FORM = {"vorm.choice.form": "netwerk", "vorm.choice.reason": "Wij beginnen licht."}
ELSEWHERE = "missing-sign"
"""Found by the report, which knows its fonts."""

TRIGGERS: dict[str, tuple[dict[str, Any], str]] = {
    "no-question": ({"opgave.question": " \n"}, "opgave.question"),
    "too-many-partners": (
        {"partners.partners": [*full()["partners"]["partners"], *MORE[:38]], "sturing.votes": {}},
        "partners.partners",
    ),
    "no-inhabitants": ({"partners.partners.1.inhabitants": None}, "partners.partners"),
    "same-name": ({"partners.partners.1.name": "Aldermeer "}, "partners.partners"),
    "inhabitants-in-future": ({"partners.partners.0.inhabitants_on": "2026-11-22"}, "partners.aldermeer"),
    "no-goals": ({"doelen.goals": []}, "doelen.goals"),
    "goal-not-smart": ({"doelen.goals.0.due": None}, "doelen.goals.d1"),
    "no-stakeholders": ({"krachtenveld": {}}, "krachtenveld.stakeholders"),
    "relation-to-itself": ({"krachtenveld.relations.0.target": "raad"}, "krachtenveld.relations.r1"),
    "no-pillars": ({"beginsituatie.pillars.weefsel.score": NEVER}, "beginsituatie.pillars"),
    "no-steering": ({"sturing.main": NEVER}, "sturing.main"),
    "qualified-without-percentage": ({"sturing.decision_rule": "qualified_majority"}, "sturing.qualified_percentage"),
    "votes-missing": ({"sturing.votes.brinkhoven.votes": None}, "sturing.votes"),
    "statements-open": ({f"{ANSWERS}.beleid.joint": NEVER}, "vorm.answers"),
    "no-choice": ({"vorm.choice": None}, "vorm.choice"),
    "choice-without-reason": ({"vorm.choice.form": "doorgaan", "vorm.choice.reason": " "}, "vorm.choice.reason"),
    "joint-outside-partners": ({f"{ANSWERS}.urgentie.joint": 5}, "vorm.answers.urgentie"),
    "removed-partner-answers": ({"partners.partners.2.removed": True}, "vorm.answers"),
    "centre-somebody": (
        {f"{ANSWERS}.centrum": {"joint": 1}, "partners.partners.0.can_be_centre": True},
        "vorm.answers.centrum",
    ),
    "accepted-warning-gone": (
        {"vorm.accepted_warnings": [{"warning": "many-owners", "reason": "Besproken."}]},
        "vorm.accepted_warnings",
    ),
    "facts-open": ({"rechtsvorm.facts.vat": None}, "rechtsvorm.facts.vat"),
    "no-legal-choice": ({"rechtsvorm.choice": None}, "rechtsvorm.choice"),
    "staff-against-facts": (
        {"rechtsvorm.facts.staff_moves": True, f"{ANSWERS}.overplaatsing": {"joint": 1}},
        "rechtsvorm.facts.staff_moves",
    ),
    "policy-against-facts": ({f"{ANSWERS}.beleid": {"joint": 4}}, "rechtsvorm.facts.task_kind"),
    "no-factors": ({"factoren.factors": []}, "factoren.factors"),
    "no-costs": ({"kosten.items": []}, "kosten.items"),
    "no-key": ({"kosten.chosen": None}, "kosten.chosen"),
    "saving-before-start": ({"kosten.start_year": 2032}, "kosten.savings.s1"),
    "key-incomplete": (
        {
            "kosten.keys.0.ceilings": {"aldermeer": "1", "brinkhoven": "1", "castelrade": "1"},
            "kosten.keys.0.floors": {},
        },
        "kosten.keys.k1",
    ),
    "no-hours": ({"uren": {}}, "uren.entries"),
    "no-staff": ({"medewerkers": {}}, "medewerkers.staff"),
    "no-planning": ({"besluitvorming.start": None}, "besluitvorming.start"),
    "in-force-before-start": ({"besluitvorming.in_force": "2027-01-10"}, "besluitvorming.in_force"),
    "in-force-too-early": ({"besluitvorming.in_force": "2027-03-01"}, "besluitvorming.in_force"),
    "no-evaluation": ({"vaststelling.evaluation.first_on": None}, "vaststelling.evaluation.first_on"),
    "recheck": ({"progress": {"vorm": {"recheck": [{"reason": "Daarom.", "changed_step": "opgave"}]}}}, "vorm"),
    "draft": ({"drafts": {"uren.entries.0.hours": "veel\nuren"}}, "uren.entries.0.hours"),
}
"""Per check that can be triggered alone: the edits of full(), and the field that the finding names."""

TOGETHER: dict[str, tuple[dict[str, Any], str, set[str]]] = {
    "planning-open": (
        {"besluitvorming.kind": None, "rechtsvorm.facts.bodies": None},
        "besluitvorming",
        {"facts-open"},
    ),
    "too-few-partners": (
        {"partners.partners.1.removed": True, "partners.partners.2.removed": True},
        "partners.partners",
        {"removed-partner-answers"},
    ),
    "no-advice": ({ANSWERS: {"beleid": {"joint": 2}}}, "vorm.answers", {"statements-open"}),
    "thin-form": (
        {
            **{f"{ANSWERS}.{c}.joint": NEVER for c in ("reikwijdte", "routine", "urgentie")},
            **{f"{ANSWERS}.{c}.importance": 10 for c in ("reikwijdte", "routine", "urgentie", "centrum", "beleid")},
            **{f"{ANSWERS}.{c}.importance": 10 for c in ("investering", "opdrachtgeverschap", "aantal_partners")},
            f"{ANSWERS}.specialismen": {"joint": 1, "importance": 10},
            f"{ANSWERS}.overplaatsing": {"joint": 1, "importance": 1},
        },
        "vorm.answers",
        {"statements-open", "choice-excluded"},
    ),
    "nothing-weighed": (
        {f"{ANSWERS}.{c.value}.importance": 0 for c in CriterionId if c is not CriterionId.AANTAL_PARTNERS},
        "vorm.answers",
        set(),
    ),
    "choice-excluded": (
        {"vorm.choice": {"form": "centrum", "reason": "Toch."}},
        "vorm.choice",
        set(),
    ),
    "centre-nobody": (
        {f"{ANSWERS}.centrum": {"joint": 4}, **{f"partners.partners.{n}.can_be_centre": False for n in range(3)}},
        "vorm.answers.centrum",
        set(),
    ),
    "legal-choice-excluded": (
        {"rechtsvorm.facts.task_kind": "policy_rich", "rechtsvorm.choice": {"basis": "bedrijfsvoeringsorganisatie"}},
        "rechtsvorm.choice",
        set(),
    ),
    "legal-choice-unfit": (
        OTHER_FORM | {"rechtsvorm.choice.reason": ""},
        "rechtsvorm.choice",
        set(),
    ),
    "taxes-without-powers": (
        {"rechtsvorm.facts.powers": "none", "rechtsvorm.facts.taxes": True},
        "rechtsvorm.facts.powers",
        {"legal-choice-excluded"},
    ),
    "rule-recheck": (
        {"dated": "2028-06-01"},
        "rechtsvorm",
        set(),
    ),
}
"""Checks that cannot be triggered without one of these others."""


def _findings(values: dict[str, Any], knowledge):
    dossier = made(values)
    return check_dossier(dossier, advise(dossier, knowledge, samples=False), knowledge)


def _ids(values: dict[str, Any], knowledge) -> set[str]:
    return {finding.check for finding in _findings(values, knowledge)}


def test_in_a_full_and_consistent_dossier_there_is_nothing_to_find(knowledge):
    assert _findings(full(), knowledge) == ()


@pytest.mark.parametrize("check", TRIGGERS)
def test_each_check_is_triggered_by_its_own_fault_alone(check, knowledge):
    edits, field = TRIGGERS[check]
    findings = _findings(changed(full(), edits), knowledge)
    assert {(finding.check, finding.field) for finding in findings} == {(check, field)}
    text = knowledge.check[check]
    # A check of the whole stands in the step of the field that it found.
    steps = {step_of_field(finding.field) or text.step for finding in findings}
    assert {(f.kind, f.step) for f in findings} == {(FindingKind(text.kind), step) for step in steps}


@pytest.mark.parametrize("check", TOGETHER)
def test_each_other_check_is_triggered_together_with_what_follows_from_the_same_fault(check, knowledge):
    edits, field, others = TOGETHER[check]
    findings = _findings(changed(full(), edits), knowledge)
    assert field in {finding.field for finding in findings if finding.check == check}
    assert {finding.check for finding in findings} - {check} == others


def test_those_are_all_the_checks_of_the_knowledge(knowledge):
    assert {*TRIGGERS, *TOGETHER, ELSEWHERE} == set(knowledge.check)


NOT_TRIGGERED: list[tuple[str, dict[str, Any]]] = [
    ("too-many-partners", {"partners.partners": [*full()["partners"]["partners"], *MORE[:37]]}),
    ("no-inhabitants", {"partners.partners.1.kind": "waterschap", "partners.partners.1.inhabitants": None}),
    ("same-name", {"partners.partners.1.name": "aldermeer"}),
    ("same-name", {"partners.partners.1.name": "Aldermeer", "partners.partners.1.removed": True}),
    ("inhabitants-in-future", {"partners.partners.0.inhabitants_on": "2026-11-21"}),
    ("no-steering", {"sturing.main": None, "sturing.weights": {"netwerkend": 3}}),
    (
        "qualified-without-percentage",
        {"sturing.decision_rule": "qualified_majority", "sturing.qualified_percentage": 67},
    ),
    ("votes-missing", {"sturing.votes": {}}),
    ("votes-missing", {"sturing.votes.brinkhoven.votes": 0}),
    ("statements-open", {f"{ANSWERS}.beleid.joint": {"no_answer": "not_applicable"}}),
    ("choice-without-reason", {"vorm.choice.form": "doorgaan"}),
    ("choice-without-reason", {"vorm.choice.reason": ""}),
    ("joint-outside-partners", {f"{ANSWERS}.beleid.joint": 3}),
    ("joint-outside-partners", {f"{ANSWERS}.beleid.joint": 1}),
    ("joint-outside-partners", {f"{ANSWERS}.beleid": {"joint": 4, "partners": {"aldermeer": 1}}}),
    ("removed-partner-answers", {"partners.partners.3": {"id": "weg", "name": "Weg", "removed": True}}),
    ("centre-nobody", {f"{ANSWERS}.centrum.joint": 4}),
    (
        "centre-nobody",
        {f"{ANSWERS}.centrum.joint": 3, **{f"partners.partners.{n}.can_be_centre": False for n in range(3)}},
    ),
    (
        "centre-nobody",
        {f"{ANSWERS}.centrum.joint": 5, **{f"partners.partners.{n}.can_be_centre": None for n in range(3)}},
    ),
    ("centre-somebody", {f"{ANSWERS}.centrum.joint": 2, "partners.partners.0.can_be_centre": True}),
    (
        "accepted-warning-gone",
        {
            "vorm.accepted_warnings": [{"warning": "historic-key", "reason": "Besproken."}],
            "kosten.keys.0.kind": "historic",
        },
    ),
    ("policy-against-facts", {f"{ANSWERS}.beleid.joint": 3}),
    ("policy-against-facts", {f"{ANSWERS}.beleid.joint": 2, "rechtsvorm.facts.task_kind": "policy_rich"}),
    ("staff-against-facts", {f"{ANSWERS}.overplaatsing.joint": 2, "rechtsvorm.facts.staff_moves": True}),
    ("legal-choice-unfit", OTHER_FORM),
    ("rule-recheck", {"dated": "2027-01-01"}),
    ("saving-before-start", {"kosten.start_year": 2031}),
    ("saving-before-start", {"kosten.start_year": None}),
    ("in-force-before-start", {"besluitvorming.in_force": "2027-01-11"}),
    ("key-incomplete", {"kosten.chosen": None, "kosten.keys.0.ceilings": {"aldermeer": "1"}}),
    ("key-incomplete", {"kosten.items": []}),
]


@pytest.mark.parametrize(("check", "edits"), NOT_TRIGGERED)
def test_just_beside_the_fault_the_check_is_silent(check, edits, knowledge):
    values = full()
    values["partners"]["partners"] += [None] if "partners.partners.3" in edits else []
    assert check not in _ids(changed(values, edits), knowledge)


def test_policy_poor_statements_against_policy_rich_facts_contradict_as_well(knowledge):
    edits = {f"{ANSWERS}.beleid": {"joint": 1}, "rechtsvorm.facts.task_kind": "policy_rich"}
    found = [f for f in _findings(changed(full(), edits), knowledge) if f.check == "policy-against-facts"]
    assert [f.text for f in found] == [
        "De stelling over beleid staat op 1, maar bij de feiten zijn de taken beleidsrijk."
    ]


def test_the_words_name_what_was_found(knowledge):
    edits = {
        "partners.partners.1.inhabitants": None,
        "partners.partners.2.inhabitants": NEVER,
        "doelen.goals.0": {"id": "d1", "text": "Goed\nwerk", "indicator": "meting", "target": "4"},
        f"{ANSWERS}.beleid.joint": 5,
        "kosten.start_year": 2040,
    }
    texts = {f.check: f.text for f in _findings(changed(full(), edits), knowledge)}
    assert texts["no-inhabitants"] == "Van Brinkhoven en Castelrade ontbreekt het aantal inwoners."
    assert texts["goal-not-smart"] == "Het doel “Goed werk” mist nog: de waarde nu, de datum en wie rapporteert."
    wanted = "Bij beleid of uitvoering is het gezamenlijke antwoord 5. De partners antwoorden 1 tot 3."
    assert texts["joint-outside-partners"] == wanted
    assert texts["saving-before-start"] == "Er staat een besparing in 2031. De samenwerking begint pas in 2040."


def test_a_share_just_below_the_threshold_is_not_shown_as_the_threshold(knowledge):
    # 62 of 104 points of importance are answered: 59.6 of 100, where 60 are needed.
    weights = {c.value: 8 for c in CriterionId} | {"reikwijdte": 10, "aantal_partners": 4, "beleid": 2}
    answered = ["reikwijdte", *(c.value for c in list(CriterionId)[2:8])]
    answers = {c: {"importance": w, "joint": 3 if c in answered else None} for c, w in weights.items()}
    answers["aantal_partners"].pop("joint")
    edits = {ANSWERS: answers}
    text = next(f.text for f in _findings(changed(full(), edits), knowledge) if f.check == "no-advice")
    assert text == "Er is nog geen advies: 59 van de 100 punten belang is beantwoord, 60 is nodig."


def test_findings_stand_in_the_order_of_the_steps(knowledge):
    order = [list(StepId).index(finding.step) for finding in _findings(minimal(), knowledge)]
    assert order == sorted(order)
    assert set(order) == set(range(14))


def test_on_the_short_route_nothing_is_missing_in_the_steps_it_skips(knowledge):
    skipped = {step.id for step in knowledge.steps.steps if not step.short_route}
    long, short = (_findings(minimal(short_route=flag), knowledge) for flag in (False, True))
    assert [f for f in long if f.step not in skipped] == list(short)
    assert {f.step for f in long} & skipped == skipped


@pytest.mark.parametrize("check", ["relation-to-itself", "qualified-without-percentage", "in-force-before-start"])
def test_on_the_short_route_a_contradiction_counts_in_a_skipped_step_too(check, knowledge):
    values = changed(full(), {**TRIGGERS[check][0], "short_route": True})
    assert check in _ids(values, knowledge)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_the_examples_hold_no_contradiction(path, knowledge):
    found = _findings(example(path.stem), knowledge)
    assert [f for f in found if f.kind is FindingKind.CONTRADICTION] == []


@settings(max_examples=40)
@given(dossiers())
def test_no_dossier_makes_the_check_fall_over_and_every_place_in_a_text_is_filled(knowledge, dossier):
    for finding in check_dossier(dossier, advise(dossier, knowledge, samples=False), knowledge):
        assert finding.text.strip()
        template = knowledge.check[finding.check].text
        fixed = [literal for literal, _, _, _ in Formatter().parse(template)]
        position = 0
        for literal in fixed:  # the fixed words stand in order, with something in between
            position = finding.text.index(literal, position) + len(literal)
        for _, name, _, _ in Formatter().parse(template):
            assert name is None or f"{{{name}}}" not in finding.text
