"""Warnings that real cases teach: a typed trigger per warning of ``cases.yaml``. [advice-model, "Warnings from cases"]

A trigger looks at facts that people gave; a fact that is missing never warns.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal

from models.advice.results import MatchedWarning
from models.dossier import Dossier
from models.dossier.agree import CostItemKind, CostKeyKind
from models.dossier.base import known
from models.dossier.choose import DecisionRule
from models.dutch import euros, listed, whole
from models.vocabulary import CooperationForm, CriterionId, LegalBasis, Pillar

__all__ = ["TRIGGERS", "match_warnings"]

Evidence = Mapping[str, str]
Trigger = Callable[[Dossier, CooperationForm | None, LegalBasis | None], Evidence | None]

_SIZE_RATIO = 2
_PILLAR_GAP = 2
_STRONG = 4
_MANY_OWNERS = 4
_WIDE = 3
_PILLARS = {Pillar.WEEFSEL: "het weefsel", Pillar.STRUCTUUR: "de structuur"}
_NO_PERSON = frozenset(
    {
        LegalBasis.CONVENANT,
        LegalBasis.OVEREENKOMST,
        LegalBasis.REGELING_ZONDER_MEER,
        LegalBasis.CENTRUMGEMEENTE,
        LegalBasis.GEMEENSCHAPPELIJK_ORGAAN,
    }
)


def match_warnings(
    dossier: Dossier, form: CooperationForm | None, basis: LegalBasis | None
) -> tuple[MatchedWarning, ...]:
    """The warnings that match ``dossier`` if it were to become ``form`` on ``basis``."""
    found = ((warning, trigger(dossier, form, basis)) for warning, trigger in TRIGGERS.items())
    return tuple(MatchedWarning(warning, evidence) for warning, evidence in found if evidence is not None)


def _historic_key(dossier: Dossier, _form: CooperationForm | None, _basis: LegalBasis | None) -> Evidence | None:
    """A key on brought-in staff or budget is chosen or compared (SED)."""
    historic = [key for key in dossier.kosten.keys if key.kind is CostKeyKind.HISTORIC]
    if not historic:
        return None
    return {"key": historic[0].name or historic[0].id}


def _two_captains(dossier: Dossier, _form: CooperationForm | None, _basis: LegalBasis | None) -> Evidence | None:
    """Two partners, the largest at least twice the smallest, with equal votes (De Kompanjie)."""
    partners = dossier.partners.active
    sizes = [(size, p) for p in partners if (size := known(p.inhabitants)) is not None]
    votes = [known(dossier.sturing.votes[p.id].votes) for p in partners if p.id in dossier.sturing.votes]
    if len(partners) != 2 or len(sizes) != 2 or len(votes) != 2 or votes[0] is None or votes[0] != votes[1]:
        return None
    (small, smallest), (large, largest) = sorted(sizes, key=lambda pair: pair[0])
    if not small or large < _SIZE_RATIO * small:
        return None
    return {"largest": largest.name, "smallest": smallest.name, "large": whole(large), "small": whole(small)}


def _own_policy(dossier: Dossier, form: CooperationForm | None, _basis: LegalBasis | None) -> Evidence | None:
    """A full merger while partners keep their own policy, or differ widely on policy (8KTD, BAR)."""
    if form is not CooperationForm.SETA:
        return None
    keeping = [p.name for p in dossier.partners.active if known(p.own_policy)]
    if keeping:
        return {"partners": listed(keeping)}
    answers = dossier.vorm.answers.get(CriterionId.BELEID)
    active = {p.id for p in dossier.partners.active}
    given = [v for p, a in answers.partners.items() if p in active and (v := known(a)) is not None] if answers else []
    if len(given) < 2 or max(given) - min(given) < _WIDE:
        return None
    return {"lowest": str(min(given)), "highest": str(max(given))}


def _no_budget_steering(dossier: Dossier, form: CooperationForm | None, _basis: LegalBasis | None) -> Evidence | None:
    """A centre without a client that can steer, or without agreement on budget and reporting (Aalsmeer)."""
    if form is not CooperationForm.CENTRUM:
        return None
    if known(dossier.sturing.budget_agreement) is False:
        return {"budget": "none"}
    answers = dossier.vorm.answers.get(CriterionId.OPDRACHTGEVERSCHAP)
    score = known(answers.joint) if answers else None
    return {"score": str(score)} if score is not None and score <= 2 else None


def _founders(dossier: Dossier, _form: CooperationForm | None, _basis: LegalBasis | None) -> Evidence | None:
    """Strong people beside a weak fabric or structure (Aalsmeer, BAR)."""
    scores = {pillar: known(row.score) for pillar, row in dossier.beginsituatie.pillars.items()}
    people = scores.get(Pillar.PERSONEN)
    for pillar in _PILLARS:
        other = scores.get(pillar)
        if people is not None and people >= _STRONG and other is not None and people - other >= _PILLAR_GAP:
            return {"personen": str(people), "pillar": _PILLARS[pillar], "score": str(other)}
    return None


def _savings_too_early(dossier: Dossier, _form: CooperationForm | None, _basis: LegalBasis | None) -> Evidence | None:
    """Savings within two years of the start, or a yearly saving above all one-off cost (Servicepunt71, BAR).

    "Larger than start and friction cost allow" is read as: earned back within one year.
    """
    kosten = dossier.kosten
    savings = [saving for saving in kosten.savings if saving.amount > 0]
    if not savings:
        return None
    first = min(saving.year for saving in savings)
    if kosten.start_year is not None and first < kosten.start_year + 2:
        return {"year": str(first), "start": str(kosten.start_year)}
    costs = [a for item in kosten.items if item.kind is not CostItemKind.STRUCTURAL for a in item.amounts.values()]
    if not costs:
        return None
    one_off, yearly = sum(costs, Decimal(0)), sum((saving.amount for saving in savings), Decimal(0))
    return {"saving": euros(yearly), "one_off": euros(one_off)} if yearly > one_off else None


def _vat_not_settled(dossier: Dossier, form: CooperationForm | None, basis: LegalBasis | None) -> Evidence | None:
    """An ssc or a merger with a legal person, and nobody knows the VAT (BAR)."""
    facts = dossier.rechtsvorm.facts
    person = known(facts.legal_personality) is True or (basis is not None and basis not in _NO_PERSON)
    if form not in {CooperationForm.SSC, CooperationForm.SETA} or not person or known(facts.vat) is not None:
        return None
    return {"form": form.value}


def _many_owners(dossier: Dossier, _form: CooperationForm | None, _basis: LegalBasis | None) -> Evidence | None:
    """Four partners or more that decide by unanimity (Servicepunt71)."""
    count = len(dossier.partners.active)
    unanimous = known(dossier.sturing.decision_rule) is DecisionRule.UNANIMITY
    return {"partners": str(count)} if count >= _MANY_OWNERS and unanimous else None


TRIGGERS: Mapping[str, Trigger] = {
    "historic-key": _historic_key,
    "two-captains": _two_captains,
    "own-policy-in-merger": _own_policy,
    "no-budget-steering": _no_budget_steering,
    "trust-tied-to-founders": _founders,
    "savings-too-early": _savings_too_early,
    "vat-not-settled": _vat_not_settled,
    "many-owners": _many_owners,
}
"""Per id of ``cases.yaml``, what triggers it."""
