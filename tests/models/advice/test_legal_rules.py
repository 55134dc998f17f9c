"""Every legal rule fires somewhere, has its words in law.yaml, and reads no other facts than it says."""

from collections import Counter
from datetime import date
from typing import Any

import pytest

from models.advice.legal import advise_on_basis
from models.advice.legal.findings import LawView
from models.advice.legal.registry import ALL_RULES, NOTES, RULES
from models.advice.legal.rule import Beside, Context, Rule
from models.advice.legal.words import FACT_QUESTIONS
from models.dossier.legal_facts import LegalFacts
from models.knowledge import Knowledge
from models.vocabulary import CooperationForm, LegalBasis, LegalStatus, PartnerKind

DAY = date(2026, 11, 21)
GEMEENTEN = (PartnerKind.GEMEENTE, PartnerKind.GEMEENTE)

FIRES: dict[str, dict[str, Any]] = {
    "ovk.geen-rechtspersoon": {"legal_personality": True},
    "rzm.geen-rechtspersoon": {"legal_personality": True},
    "go.geen-rechtspersoon": {"legal_personality": True},
    "centrum.rechtspersoon": {"legal_personality": True},
    "centrum.een-partner": {"one_partner_runs": False},
    "ovk.mandaat-apart": {"powers": "mandate"},
    "rzm.geen-mandaat": {"powers": "mandate"},
    "centrum.mandaat": {"powers": "mandate"},
    "centrum.zonder-mandaat": {"powers": "none"},
    "wgr.mandaat-aan-lichaam": {"powers": "mandate"},
    "priv.mandaat-routine": {"powers": "mandate"},
    "ovk.geen-delegatie": {"powers": "delegation"},
    "rzm.geen-delegatie": {"powers": "delegation"},
    "centrum.geen-delegatie": {"powers": "delegation"},
    "wgr.delegatie": {"powers": "delegation"},
    "priv.geen-delegatie": {"powers": "delegation"},
    "awb.voorschriften-niet-in-mandaat": {"binding_rules": True},
    "awb.belasting-niet-in-mandaat": {"taxes": True},
    "go.geen-voorschriften": {"binding_rules": True},
    "go.geen-belastingen": {"taxes": True},
    "bvo.geen-voorschriften": {"binding_rules": True},
    "bvo.geen-belastingen": {"taxes": True},
    "ol.belastingen": {"taxes": True},
    "ol.voorschriften-delegatie": {"taxes": True, "powers": "mandate"},
    "ol.voorschriften-raad": {"binding_rules": True, "bodies": ("college",)},
    "priv.geen-voorschriften": {"taxes": True},
    "bvo.beleidsarm": {"task_kind": "policy_rich"},
    "bvo.alleen-colleges": {"bodies": ("raad",)},
    "bvo.raad-niet-in-bestuur": {"raad_influence": "in_the_board"},
    "raad.geen-bestuur": {"raad_influence": "in_the_board"},
    "wgr.raden-treffen-mee": {"raad_influence": "in_the_board", "bodies": ("college",)},
    "priv.raad-in-bestuur": {"raad_influence": "in_the_board"},
    "raad.onderweg-afspreken": {"raad_influence": "along_the_way"},
    "wgr.private-partij": {"private_parties": True},
    "wgr.geen-aandelen": {"private_capital": True},
    "wgr.provincie": {"kinds": (*GEMEENTEN, PartnerKind.PROVINCIE)},
    "wgr.waterschap": {"kinds": (*GEMEENTEN, PartnerKind.WATERSCHAP)},
    "wgr.ander-openbaar-lichaam": {"kinds": (*GEMEENTEN, PartnerKind.GEMEENSCHAPPELIJKE_REGELING)},
    "wgr.rijk": {"kinds": (*GEMEENTEN, PartnerKind.RIJK)},
    "wgr.overige-partner": {"kinds": (*GEMEENTEN, PartnerKind.OVERIG)},
    "bw2.vereniging-winst": {"profit": True},
    "bw2.stichting-winst": {"profit": True},
    "vpb.onderneming": {"profit": True},
    "aw.privaat-geen-ambtenaren": {"civil_servants": True},
    "aw.lichaam-ambtenaren": {"civil_servants": True},
    "aw.geen-werkgever": {"staff_moves": True},
    "inkoop.80-procent": {"third_party_share": 20},
    "inkoop.privaat-kapitaal": {"private_capital": True},
    "inkoop.geen-gezamenlijk-doel": {"common_objectives": False},
    "inkoop.20-procent-markt": {"third_party_share": 21},
    "inkoop.alleen-overheden": {"private_parties": True},
    "btw.kostprijs": {"vat": "cost"},
    "btw.zonder-btw": {"vat": "none"},
    "btw.ambtelijke-fusie": {"vat": "none", "form": CooperationForm.SETA},
    "mandaat.instemming": {"powers": "mandate"},
    "mandaat.geen-overdracht": {"powers": "delegation"},
    "mandaat.geen-voorschriften": {"binding_rules": True},
    "detachering.teams": {"staff_moves": True},
    "detachering.btw": {"vat": "cost"},
    "bijzonder.omgevingsdienst": {"special_statute": "omgevingsdienst"},
    "bijzonder.omgevingsdienst-provincie": {"special_statute": "omgevingsdienst"},
    "bijzonder.ggd": {"special_statute": "ggd"},
    "bijzonder.veiligheidsregio": {"special_statute": "veiligheidsregio"},
    "bijzonder.veiligheidsregio-bestuur": {"special_statute": "veiligheidsregio", "bodies": ("college",)},
    "bijzonder.jeugdregio": {"special_statute": "jeugdregio"},
}
"""The fewest facts on which each rule speaks; the other rules speak whatever the facts."""

NOTES_FIRE: dict[str, dict[str, Any]] = {
    "nota.zienswijze-ontwerp": {"bodies": ("college",)},
    "nota.toestemming": {"bodies": ("college",)},
    "nota.raad-treft-mee": {"bodies": ("raad", "college")},
    "nota.adviescommissie": {"raad_influence": "along_the_way"},
    "nota.verhouding-verordeningen": {"binding_rules": True},
    "nota.secretaris-griffier": {"form": CooperationForm.SETA},
    "nota.zelfde-secretaris": {"form": CooperationForm.SETA},
    "nota.overgang-onderneming": {"staff_moves": True},
    "nota.cao": {"staff_moves": True},
    "nota.bcf": {"vat": "compensable"},
    "nota.koepelvrijstelling": {"form": CooperationForm.SSC, "vat": "cost"},
    "nota.markt-overheid": {"third_party_share": 1},
}


def _case(case: dict[str, Any]) -> tuple[LegalFacts, CooperationForm | None, tuple[PartnerKind, ...]]:
    rest = {name: value for name, value in case.items() if name not in ("form", "kinds")}
    return LegalFacts(**rest), case.get("form"), case.get("kinds", GEMEENTEN)


def _context(case: dict[str, Any], knowledge: Knowledge) -> Context:
    view = LawView.of(knowledge.law)
    facts, form, kinds = _case(case)
    own = view.percentage("quasi-inbesteden-aandeel", DAY)
    return Context.of(facts, kinds, form, own, view.percentage("samenwerking-markt-aandeel", DAY))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_speaks_on_its_bases_with_its_effect(knowledge: Knowledge, rule: Rule) -> None:
    advice = advise_on_basis(*_case(FIRES.get(rule.id, {})), DAY, knowledge)
    found = {o.basis: f for o in advice.outcomes for f in o.findings if f.rule == rule.id}
    beside = {Beside(name): f for name, fs in advice.beside for f in fs if f.rule == rule.id}
    everywhere: dict[Any, Any] = {**found, **beside}
    assert set(everywhere) == set(rule.targets)
    assert {f.effect for f in everywhere.values()} == {rule.effect}


@pytest.mark.parametrize("rule", [r for r in RULES if r.id in FIRES], ids=lambda rule: rule.id)
def test_a_rule_with_a_condition_is_silent_when_nothing_is_known(knowledge: Knowledge, rule: Rule) -> None:
    advice = advise_on_basis(LegalFacts(), None, GEMEENTEN, DAY, knowledge)
    assert rule.id not in {f.rule for o in advice.outcomes for f in o.findings}
    assert rule.id not in {f.rule for _, fs in advice.beside for f in fs}


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.id)
def test_every_note_is_told(knowledge: Knowledge, note: Rule) -> None:
    advice = advise_on_basis(*_case(NOTES_FIRE.get(note.id, {})), DAY, knowledge)
    assert note.id in {f.rule for f in advice.statute_notes}


def test_the_tables_name_only_rules_that_exist() -> None:
    assert set(FIRES) <= {rule.id for rule in RULES}
    assert set(NOTES_FIRE) <= {note.id for note in NOTES}


def test_rules_and_texts_match_one_to_one(knowledge: Knowledge) -> None:
    doubled = [rule for rule, n in Counter(rule.id for rule in ALL_RULES).items() if n > 1]
    assert not doubled
    assert {rule.id for rule in ALL_RULES} == set(knowledge.rule)


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.id)
def test_a_rule_names_the_statute_of_its_text(knowledge: Knowledge, rule: Rule) -> None:
    assert knowledge.rule[rule.id].statute == rule.statute
    assert rule.statute in knowledge.statute


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.id)
def test_law_md_marks_only_read_or_sure_facts_exclude(knowledge: Knowledge, rule: Rule) -> None:
    words = knowledge.rule[rule.id]
    if rule.effect is LegalStatus.EXCLUDED:
        assert words.mark in ("V", "V(derived)", "M-hi")
    if words.mark in ("M-mid", "M-lo") or rule.effect is LegalStatus.CONDITIONAL:
        assert words.question


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_reads_the_facts_that_it_names_and_no_others(knowledge: Knowledge, rule: Rule) -> None:
    assert set(rule.facts) <= set(LegalFacts.model_fields)
    case = FIRES.get(rule.id, {})
    facts_used = {name for name in case if name not in ("form", "kinds")}
    assert facts_used <= set(rule.facts)
    for fact in facts_used:
        without = {name: value for name, value in case.items() if name != fact}
        assert rule.when(_context(without, knowledge)) is None, f"{fact} is needed"


def test_every_fact_has_a_question_and_a_rule_that_asks_it() -> None:
    assert set(FACT_QUESTIONS) == set(LegalFacts.model_fields)
    assert {fact for rule in RULES for fact in rule.facts} == set(LegalFacts.model_fields)


def test_every_basis_rests_on_something_and_can_be_conditional_or_excluded() -> None:
    for target in (*LegalBasis, *Beside):
        effects = {rule.effect for rule in RULES if target in rule.targets}
        assert effects == set(LegalStatus), target
