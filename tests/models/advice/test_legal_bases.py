"""Law.md §1.2, §3 and advice-model, "Legal basis": each basis allowed, under conditions, excluded."""

from datetime import date
from typing import Any

import pytest

from models.advice.legal import LegalAdvice, advise_on_basis
from models.dossier.legal_facts import LegalFacts
from models.knowledge import Knowledge
from models.vocabulary import CooperationForm, LegalBasis, LegalStatus, PartnerKind

DAY = date(2026, 11, 21)
THREE = (PartnerKind.GEMEENTE,) * 3
PRIVATE = {LegalBasis.VERENIGING, LegalBasis.STICHTING, LegalBasis.COOPERATIE, LegalBasis.BV, LegalBasis.NV}
NEVER_AT_ONCE = PRIVATE | {LegalBasis.GEMEENSCHAPPELIJK_ORGAAN}
"""Gemeentewet 160(2) and Wgr 8(2) ask a reason whatever the facts: these are never allowed without a condition."""


def advise(
    knowledge: Knowledge,
    form: CooperationForm | None = None,
    kinds: tuple[PartnerKind, ...] = THREE,
    **facts: Any,
) -> LegalAdvice:
    return advise_on_basis(LegalFacts(**facts), form, kinds, DAY, knowledge)


def status(advice: LegalAdvice, basis: str) -> LegalStatus:
    return next(o.status for o in advice.outcomes if o.basis == basis)


def rules(advice: LegalAdvice, basis: str) -> set[str]:
    return {f.rule for o in advice.outcomes if o.basis == basis for f in o.findings}


def test_twelve_bases_lightest_first_in_the_order_of_the_advice_model(knowledge: Knowledge) -> None:
    assert [o.basis for o in advise(knowledge).outcomes] == list(LegalBasis)


@pytest.mark.parametrize("basis", [b for b in LegalBasis if b not in NEVER_AT_ONCE])
def test_allowed_with_the_article_it_rests_on(knowledge: Knowledge, basis: LegalBasis) -> None:
    outcome = next(o for o in advise(knowledge).outcomes if o.basis is basis)
    assert outcome.status is LegalStatus.ALLOWED
    assert [f.effect for f in outcome.findings] == [LegalStatus.ALLOWED]
    assert outcome.findings[0].article


@pytest.mark.parametrize("basis", sorted(NEVER_AT_ONCE))
def test_gemeentewet_160_2_and_wgr_8_2_always_ask_a_reason(knowledge: Knowledge, basis: LegalBasis) -> None:
    assert status(advise(knowledge), basis) is LegalStatus.CONDITIONAL


@pytest.mark.parametrize(
    ("basis", "facts"),
    [
        ("convenant", {"powers": "mandate"}),
        ("overeenkomst", {"common_objectives": False}),
        ("regeling-zonder-meer", {"staff_moves": True}),
        ("centrumgemeente", {"legal_personality": True}),
        ("gemeenschappelijk-orgaan", {"powers": "delegation"}),
        ("bedrijfsvoeringsorganisatie", {"third_party_share": 20}),
        ("openbaar-lichaam", {"taxes": True, "powers": "delegation", "bodies": ("raad",)}),
        ("vereniging", {"civil_servants": True}),
        ("stichting", {"powers": "mandate"}),
        ("cooperatie", {"private_capital": True}),
        ("bv", {"third_party_share": 50}),
        ("nv", {"raad_influence": "in_the_board"}),
    ],
)
def test_allowed_under_conditions(knowledge: Knowledge, basis: str, facts: dict[str, Any]) -> None:
    advice = advise(knowledge, **facts)
    assert status(advice, basis) is LegalStatus.CONDITIONAL
    outcome = next(o for o in advice.outcomes if o.basis == basis)
    assert any(f.question for f in outcome.findings if f.effect is LegalStatus.CONDITIONAL)


@pytest.mark.parametrize(
    ("basis", "facts", "because"),
    [
        ("convenant", {"legal_personality": True}, "ovk.geen-rechtspersoon"),
        ("convenant", {"powers": "delegation"}, "ovk.geen-delegatie"),
        ("overeenkomst", {"raad_influence": "in_the_board"}, "raad.geen-bestuur"),
        ("regeling-zonder-meer", {"powers": "mandate"}, "rzm.geen-mandaat"),
        ("regeling-zonder-meer", {"powers": "delegation"}, "rzm.geen-delegatie"),
        ("centrumgemeente", {"powers": "delegation"}, "centrum.geen-delegatie"),
        ("centrumgemeente", {"one_partner_runs": False}, "centrum.een-partner"),
        ("centrumgemeente", {"binding_rules": True}, "awb.voorschriften-niet-in-mandaat"),
        ("gemeenschappelijk-orgaan", {"legal_personality": True}, "go.geen-rechtspersoon"),
        ("gemeenschappelijk-orgaan", {"taxes": True}, "go.geen-belastingen"),
        ("gemeenschappelijk-orgaan", {"binding_rules": True}, "go.geen-voorschriften"),
        ("bedrijfsvoeringsorganisatie", {"task_kind": "policy_rich"}, "bvo.beleidsarm"),
        ("bedrijfsvoeringsorganisatie", {"bodies": ("raad", "college")}, "bvo.alleen-colleges"),
        ("bedrijfsvoeringsorganisatie", {"bodies": ("burgemeester",)}, "bvo.alleen-colleges"),
        ("bedrijfsvoeringsorganisatie", {"taxes": True}, "bvo.geen-belastingen"),
        ("bedrijfsvoeringsorganisatie", {"binding_rules": True}, "bvo.geen-voorschriften"),
        ("bedrijfsvoeringsorganisatie", {"raad_influence": "in_the_board"}, "bvo.raad-niet-in-bestuur"),
        ("openbaar-lichaam", {"private_parties": True}, "wgr.private-partij"),
        ("vereniging", {"profit": True}, "bw2.vereniging-winst"),
        ("stichting", {"profit": True}, "bw2.stichting-winst"),
        ("cooperatie", {"powers": "delegation"}, "priv.geen-delegatie"),
        ("bv", {"taxes": True}, "priv.geen-voorschriften"),
        ("nv", {"special_statute": "ggd"}, "bijzonder.ggd"),
    ],
)
def test_excluded_and_why(knowledge: Knowledge, basis: str, facts: dict[str, Any], because: str) -> None:
    advice = advise(knowledge, **facts)
    assert status(advice, basis) is LegalStatus.EXCLUDED
    outcome = next(o for o in advice.outcomes if o.basis == basis)
    assert outcome.findings[0].rule == because, "the reason for exclusion comes first"


def test_language_md_example_wgr_8_3_in_plain_words(knowledge: Knowledge) -> None:
    outcome = advise(knowledge, task_kind="policy_rich").outcomes[5]
    finding = outcome.findings[0]
    assert finding.text == "Een bedrijfsvoeringsorganisatie mag geen beleidsrijke taken doen."
    assert finding.article == "artikel 8, derde lid, Wgr"
    assert (finding.statute, finding.text_date) == ("wgr", "2025-02-12")


@pytest.mark.parametrize(("share", "fires"), [(0, False), (19, False), ("19.99", False), (20, True), (100, True)])
def test_aanbestedingswet_2_24b_asks_more_than_80_percent(knowledge: Knowledge, share: Any, fires: bool) -> None:
    advice = advise(knowledge, third_party_share=share)
    for basis in (*PRIVATE, "bedrijfsvoeringsorganisatie", "openbaar-lichaam"):
        assert ("inkoop.80-procent" in rules(advice, basis)) is fires


@pytest.mark.parametrize(("share", "fires"), [(0, False), (20, False), ("20.01", True), (100, True)])
def test_aanbestedingswet_2_24c_takes_exactly_20_percent(knowledge: Knowledge, share: Any, fires: bool) -> None:
    advice = advise(knowledge, third_party_share=share)
    for basis in ("overeenkomst", "centrumgemeente"):
        assert ("inkoop.20-procent-markt" in rules(advice, basis)) is fires


def test_awb_10_15_wgr_30_only_bodies_take_delegation(knowledge: Knowledge) -> None:
    advice = advise(knowledge, powers="delegation")
    left = {o.basis for o in advice.outcomes if o.status is not LegalStatus.EXCLUDED}
    assert left == {"gemeenschappelijk-orgaan", "bedrijfsvoeringsorganisatie", "openbaar-lichaam"}


def test_wgr_8_only_two_public_and_five_private_bases_are_legal_persons(knowledge: Knowledge) -> None:
    advice = advise(knowledge, legal_personality=True, one_partner_runs=False)
    left = {o.basis for o in advice.outcomes if o.status is not LegalStatus.EXCLUDED}
    assert left == PRIVATE | {"bedrijfsvoeringsorganisatie", "openbaar-lichaam"}


def test_wgr_30_1_a_only_a_body_with_raden_makes_binding_rules(knowledge: Knowledge) -> None:
    facts = {"binding_rules": True, "powers": "delegation"}
    with_raad = advise(knowledge, bodies=("raad", "college"), **facts)
    assert {o.basis for o in with_raad.outcomes if o.status is not LegalStatus.EXCLUDED} == {"openbaar-lichaam"}
    assert status(with_raad, "openbaar-lichaam") is LegalStatus.ALLOWED
    without = advise(knowledge, bodies=("college",), **facts)
    assert "ol.voorschriften-raad" in rules(without, "openbaar-lichaam")


def test_wgr_13_the_raad_in_the_board_asks_a_regeling_made_by_raden(knowledge: Knowledge) -> None:
    colleges = advise(knowledge, raad_influence="in_the_board", bodies=("college",))
    assert "wgr.raden-treffen-mee" in rules(colleges, "openbaar-lichaam")
    raden = advise(knowledge, raad_influence="in_the_board", bodies=("raad", "college"))
    assert status(raden, "openbaar-lichaam") is LegalStatus.ALLOWED
    assert status(raden, "bedrijfsvoeringsorganisatie") is LegalStatus.EXCLUDED


def test_a_private_partner_counts_whatever_was_answered(knowledge: Knowledge) -> None:
    kinds = (PartnerKind.GEMEENTE, PartnerKind.GEMEENTE, PartnerKind.PRIVAAT)
    for answer in (None, False, True):
        advice = advise(knowledge, kinds=kinds, private_parties=answer)
        assert status(advice, "bedrijfsvoeringsorganisatie") is LegalStatus.EXCLUDED
        assert status(advice, "bv") is LegalStatus.CONDITIONAL
        assert "private_parties" not in {q.fact for q in advice.questions}


@pytest.mark.parametrize(
    "kind",
    ["provincie", "waterschap", "rijk", "gemeenschappelijke-regeling", "overig"],
)
def test_wgr_chapters_iv_to_vi_and_art_93_make_conditions(knowledge: Knowledge, kind: str) -> None:
    advice = advise(knowledge, kinds=(*THREE, PartnerKind(kind)))
    assert status(advice, "regeling-zonder-meer") is LegalStatus.CONDITIONAL
    assert status(advice, "openbaar-lichaam") is LegalStatus.CONDITIONAL
    assert status(advice, "convenant") is LegalStatus.ALLOWED


@pytest.mark.parametrize(
    ("statute", "left"),
    [
        ("omgevingsdienst", {"openbaar-lichaam"}),
        ("ggd", {"openbaar-lichaam"}),
        ("veiligheidsregio", {"openbaar-lichaam"}),
        ("jeugdregio", {"centrumgemeente", "bedrijfsvoeringsorganisatie", "openbaar-lichaam"}),
        ("none", set(LegalBasis)),
    ],
)
def test_law_5_12_special_statutes_fix_the_form(knowledge: Knowledge, statute: str, left: set[str]) -> None:
    advice = advise(knowledge, special_statute=statute)
    assert {o.basis for o in advice.outcomes if o.status is not LegalStatus.EXCLUDED} == left


@pytest.mark.parametrize(
    ("facts", "mandaat", "detachering"),
    [
        ({}, LegalStatus.ALLOWED, LegalStatus.ALLOWED),
        ({"powers": "mandate", "vat": "cost"}, LegalStatus.CONDITIONAL, LegalStatus.CONDITIONAL),
        ({"powers": "delegation", "staff_moves": True}, LegalStatus.EXCLUDED, LegalStatus.EXCLUDED),
        ({"taxes": True, "vat": "compensable"}, LegalStatus.CONDITIONAL, LegalStatus.ALLOWED),
    ],
)
def test_awb_10_mandaat_and_detachering_beside_a_basis(
    knowledge: Knowledge, facts: dict[str, Any], mandaat: LegalStatus, detachering: LegalStatus
) -> None:
    beside = {name: found[0].effect for name, found in advise(knowledge, **facts).beside}
    assert beside == {"mandaat": mandaat, "detachering": detachering}
