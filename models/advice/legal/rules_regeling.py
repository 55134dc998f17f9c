"""Rules on the five kinds of regeling and on agreements: personality, powers, binding rules, bodies (law.md §1, §4)."""

from models.advice.legal.conditions import (
    along_the_way,
    binding_rules_needed,
    delegation,
    legal_personality_needed,
    mandate,
    nothing_handed_over,
    raad_in_the_board,
    rules_or_taxes,
    taxes_needed,
)
from models.advice.legal.logic import Tri, all_of, any_of, contains, equals, lacks, negate
from models.advice.legal.rule import AGREEMENTS, BODIES, PRIVATE_PERSONS, Context, Rule
from models.dossier.legal_facts import PowerTransfer, TaskKind
from models.vocabulary import BodyKind, CooperationForm, LegalBasis, LegalStatus

__all__ = ["BASIS_RULES", "BODY_RULES", "POWER_RULES", "SOVEREIGN_RULES"]

_ALLOWED, _CONDITIONAL, _EXCLUDED = LegalStatus.ALLOWED, LegalStatus.CONDITIONAL, LegalStatus.EXCLUDED
_CONVENANT, _OVEREENKOMST = AGREEMENTS
_RZM, _CENTRUM = LegalBasis.REGELING_ZONDER_MEER, LegalBasis.CENTRUMGEMEENTE
_GO, _BVO, _OL = BODIES


def no_partner_runs_it(c: Context) -> Tri:
    """No single municipality does the work (Wgr 8(4)); in a matrix each task has its own, so it never holds there."""
    return all_of(c.form is not CooperationForm.MATRIX, negate(c.one_partner_runs))


def rules_without_delegation(c: Context) -> Tri:
    """Binding rules or taxes wanted, but no power transferred (Wgr 30(1))."""
    return all_of(rules_or_taxes(c), equals(c.powers, PowerTransfer.NONE, PowerTransfer.MANDATE))


def rules_without_raad(c: Context) -> Tri:
    """Binding rules or taxes wanted while the raad takes no part: the competent body must (Wgr 1(1))."""
    return all_of(rules_or_taxes(c), lacks(c.bodies, BodyKind.RAAD))


def policy_rich(c: Context) -> Tri:
    """Tasks that leave room for policy, against "bedrijfsvoering en uitvoering" (Wgr 8(3))."""
    return equals(c.task_kind, TaskKind.POLICY_RICH)


def not_only_colleges(c: Context) -> Tri:
    """Raad or burgemeester takes part (Wgr 8(3) speaks of colleges only)."""
    return any_of(contains(c.bodies, BodyKind.RAAD), contains(c.bodies, BodyKind.BURGEMEESTER))


def raad_wants_board_but_stays_out(c: Context) -> Tri:
    """A seat in the board wanted, but no regeling (co-)made by the raden (Wgr 13(1)(6))."""
    return all_of(raad_in_the_board(c), lacks(c.bodies, BodyKind.RAAD))


BASIS_RULES: tuple[Rule, ...] = (
    Rule("convenant.grondslag", "gemeentewet", _ALLOWED, (_CONVENANT,)),
    Rule("overeenkomst.grondslag", "gemeentewet", _ALLOWED, (_OVEREENKOMST,)),
    Rule("rzm.grondslag", "wgr", _ALLOWED, (_RZM,)),
    Rule("centrum.grondslag", "wgr", _ALLOWED, (_CENTRUM,)),
    Rule("go.grondslag", "wgr", _ALLOWED, (_GO,)),
    Rule("bvo.grondslag", "wgr", _ALLOWED, (_BVO,)),
    Rule("ol.grondslag", "wgr", _ALLOWED, (_OL,)),
    Rule("vereniging.grondslag", "bw2", _ALLOWED, (LegalBasis.VERENIGING,)),
    Rule("stichting.grondslag", "bw2", _ALLOWED, (LegalBasis.STICHTING,)),
    Rule("cooperatie.grondslag", "bw2", _ALLOWED, (LegalBasis.COOPERATIE,)),
    Rule("bv.grondslag", "bw2", _ALLOWED, (LegalBasis.BV,)),
    Rule("nv.grondslag", "bw2", _ALLOWED, (LegalBasis.NV,)),
)
"""On what each basis rests; law.md §1.2, §3.1, §3.2."""

POWER_RULES: tuple[Rule, ...] = (
    # Legal personality: only BVO, OL and the private legal persons have it (law.md §1.2, §3.2).
    Rule(
        "ovk.geen-rechtspersoon", "gemeentewet", _EXCLUDED, AGREEMENTS, ("legal_personality",), legal_personality_needed
    ),
    Rule("rzm.geen-rechtspersoon", "wgr", _EXCLUDED, (_RZM,), ("legal_personality",), legal_personality_needed),
    Rule("go.geen-rechtspersoon", "wgr", _EXCLUDED, (_GO,), ("legal_personality",), legal_personality_needed),
    # The centre municipality is a legal person itself: a condition, and excluded when no partner runs it.
    Rule("centrum.rechtspersoon", "wgr", _CONDITIONAL, (_CENTRUM,), ("legal_personality",), legal_personality_needed),
    Rule("centrum.een-partner", "wgr", _EXCLUDED, (_CENTRUM,), ("one_partner_runs",), no_partner_runs_it),
    # Mandate: Awb 10:3-10:5, Wgr 8(4).
    Rule("ovk.mandaat-apart", "awb", _CONDITIONAL, AGREEMENTS, ("powers",), mandate),
    Rule("rzm.geen-mandaat", "wgr", _EXCLUDED, (_RZM,), ("powers",), mandate),
    Rule("centrum.mandaat", "wgr", _ALLOWED, (_CENTRUM,), ("powers",), mandate),
    Rule("centrum.zonder-mandaat", "wgr", _CONDITIONAL, (_CENTRUM,), ("powers",), nothing_handed_over),
    Rule("wgr.mandaat-aan-lichaam", "awb", _ALLOWED, BODIES, ("powers",), mandate),
    Rule("priv.mandaat-routine", "awb", _CONDITIONAL, PRIVATE_PERSONS, ("powers",), mandate),
    # Delegation: Awb 10:15 asks a statutory rule; Wgr 10(2) and 30 give it for bodies.
    Rule("ovk.geen-delegatie", "awb", _EXCLUDED, AGREEMENTS, ("powers",), delegation),
    Rule("rzm.geen-delegatie", "wgr", _EXCLUDED, (_RZM,), ("powers",), delegation),
    Rule("centrum.geen-delegatie", "wgr", _EXCLUDED, (_CENTRUM,), ("powers",), delegation),
    Rule("wgr.delegatie", "wgr", _ALLOWED, BODIES, ("powers",), delegation),
    Rule("priv.geen-delegatie", "awb", _EXCLUDED, PRIVATE_PERSONS, ("powers",), delegation),
)
"""Personality, mandate and delegation; law.md §1.2, §4."""

_BODILESS = (*AGREEMENTS, _RZM, _CENTRUM)

SOVEREIGN_RULES: tuple[Rule, ...] = (
    # Awb 10:3(2): never in mandate; Wgr 30(1): what can be transferred.
    Rule("awb.voorschriften-niet-in-mandaat", "awb", _EXCLUDED, _BODILESS, ("binding_rules",), binding_rules_needed),
    Rule("awb.belasting-niet-in-mandaat", "awb", _EXCLUDED, _BODILESS, ("taxes",), taxes_needed),
    Rule("go.geen-voorschriften", "wgr", _EXCLUDED, (_GO,), ("binding_rules",), binding_rules_needed),
    Rule("go.geen-belastingen", "wgr", _EXCLUDED, (_GO,), ("taxes",), taxes_needed),
    Rule("bvo.geen-voorschriften", "wgr", _EXCLUDED, (_BVO,), ("binding_rules",), binding_rules_needed),
    Rule("bvo.geen-belastingen", "wgr", _EXCLUDED, (_BVO,), ("taxes",), taxes_needed),
    Rule("ol.belastingen", "wgr", _CONDITIONAL, (_OL,), ("taxes",), taxes_needed),
    Rule(
        "ol.voorschriften-delegatie",
        "wgr",
        _CONDITIONAL,
        (_OL,),
        ("binding_rules", "taxes", "powers"),
        rules_without_delegation,
    ),
    Rule(
        "ol.voorschriften-raad", "wgr", _CONDITIONAL, (_OL,), ("binding_rules", "taxes", "bodies"), rules_without_raad
    ),
    Rule("priv.geen-voorschriften", "awb", _EXCLUDED, PRIVATE_PERSONS, ("binding_rules", "taxes"), rules_or_taxes),
)
"""Binding rules and taxes; law.md §1.2, §4."""

BODY_RULES: tuple[Rule, ...] = (
    Rule("go.bijzonder-geval", "wgr", _CONDITIONAL, (_GO,)),
    Rule("bvo.beleidsarm", "wgr", _EXCLUDED, (_BVO,), ("task_kind",), policy_rich),
    Rule("bvo.alleen-colleges", "wgr", _EXCLUDED, (_BVO,), ("bodies",), not_only_colleges),
    # A seat for the raad: Wgr 12-15; a say along the way: Wgr 10(5) and 17, for bodies only.
    Rule("bvo.raad-niet-in-bestuur", "wgr", _EXCLUDED, (_BVO,), ("raad_influence",), raad_in_the_board),
    Rule("raad.geen-bestuur", "wgr", _EXCLUDED, _BODILESS, ("raad_influence",), raad_in_the_board),
    Rule(
        "wgr.raden-treffen-mee",
        "wgr",
        _CONDITIONAL,
        (_GO, _OL),
        ("raad_influence", "bodies"),
        raad_wants_board_but_stays_out,
    ),
    Rule("priv.raad-in-bestuur", "gemeentewet", _CONDITIONAL, PRIVATE_PERSONS, ("raad_influence",), raad_in_the_board),
    Rule(
        "raad.onderweg-afspreken",
        "wgr",
        _CONDITIONAL,
        (*_BODILESS, *PRIVATE_PERSONS),
        ("raad_influence",),
        along_the_way,
    ),
)
"""Tasks, bodies and the influence of the raad; law.md §1.1-1.3, §2."""
