"""How each partner would choose, where interests differ, and how far the rankings agree. [advice-model, "Partners"]"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from models.advice.agreement import kendalls_w, mean_ranks
from models.advice.from_dossier import DERIVED, partner_problem
from models.advice.results import PartnersView, PartnerView, Spread
from models.dossier import Dossier
from models.dossier.base import known
from models.knowledge import Knowledge
from models.knowledge.forms import Thresholds
from models.vocabulary import CooperationForm, CriterionId

__all__ = ["partners_view"]


def partners_view(dossier: Dossier, knowledge: Knowledge) -> PartnersView:
    """The view of every partner that answered at least one statement itself."""
    thresholds = knowledge.profiles.thresholds
    answering = [p.id for p in dossier.partners.active if _answers_of(dossier, p.id)]
    views = tuple(_view(dossier, knowledge, partner) for partner in answering)
    spreads = tuple(_spread(dossier, criterion, thresholds.spread) for criterion in knowledge.criterion)
    return PartnersView(views, tuple(s for s in spreads if s is not None), _agreement(views, thresholds))


def _answers_of(dossier: Dossier, partner: str) -> dict[CriterionId, int]:
    given = {c: known(row.partners.get(partner)) for c, row in dossier.vorm.answers.items()}
    return {c: value for c, value in given.items() if value is not None and c is not DERIVED}


def _view(dossier: Dossier, knowledge: Knowledge, partner: str) -> PartnerView:
    problem = partner_problem(dossier, knowledge, partner)
    standing, coverage = problem.standing, problem.coverage()
    return PartnerView(
        partner=partner,
        ranks={CooperationForm(form): rank for form, rank in standing.ranks.items()},
        scores={CooperationForm(f): None if s is None else 100 * s for f, s in standing.scores.items()},
        excluded=tuple(CooperationForm(form) for form in standing.excluded),
        coverage=coverage,
        counts=coverage >= Fraction(knowledge.profiles.thresholds.coverage),
    )


def _spread(dossier: Dossier, criterion: CriterionId, wide: int) -> Spread | None:
    row = dossier.vorm.answers.get(criterion)
    if row is None or criterion is DERIVED:
        return None
    active = {p.id for p in dossier.partners.active}
    answers = {p: value for p, answer in row.partners.items() if p in active and (value := known(answer)) is not None}
    if len(answers) < 2:
        return None
    width = max(answers.values()) - min(answers.values())
    return Spread(criterion, answers, width, width >= wide)


def _agreement(views: Sequence[PartnerView], thresholds: Thresholds) -> Fraction | None:
    counted = [view for view in views if view.counts]
    if len(counted) < thresholds.agreement_partners:
        return None
    common = [form for form in CooperationForm if all(view.scores[form] is not None for view in counted)]
    return kendalls_w([mean_ranks(_preference(view, common)) for view in counted])


def _preference(view: PartnerView, forms: Sequence[CooperationForm]) -> Mapping[str, Fraction]:
    """Scores by which to rank; a form that this partner's own answers exclude stands behind all others."""
    return {f.value: Fraction(-1) if f in view.excluded else (view.scores[f] or Fraction(0)) for f in forms}
