"""Ids in a dossier that must exist in the knowledge: motives, themes, factors, questions, checklists."""

from collections.abc import Iterable, Iterator

from models.dossier.document import Dossier
from models.dossier.errors import DossierError
from models.knowledge import Knowledge
from models.knowledge.base import Item

__all__ = ["check_knowledge_ids"]

Row = tuple[str, Iterable[str], Iterable[str]]
"""Field, the ids that it holds, the ids that exist."""


def check_knowledge_ids(dossier: Dossier, knowledge: Knowledge) -> None:
    """Raise :class:`DossierError` for the first id that the knowledge does not hold."""
    for where, used, existing in _rows(dossier, knowledge):
        known = set(existing)
        for entry in used:
            if entry not in known:
                raise DossierError(where, f"onbekend: {entry}")


def _ids(*lists: Iterable[Item]) -> Iterator[str]:
    return (item.id for items in lists for item in items)


def _rows(dossier: Dossier, knowledge: Knowledge) -> Iterator[Row]:
    yield from _explore(dossier, knowledge)
    yield from _choose(dossier, knowledge)
    yield from _agree(dossier, knowledge)


def _explore(dossier: Dossier, knowledge: Knowledge) -> Iterator[Row]:
    interview = {question.id for question in knowledge.questionnaire.interview}
    empathy = {question.id for question in knowledge.questionnaire.empathy_map}
    for partner in dossier.partners.partners:
        yield f"partners.{partner.id}.intake.answers", partner.intake.answers, interview
        yield f"partners.{partner.id}.intake.empathy_map", partner.intake.empathy_map, empathy
    doelen, motives, themes = dossier.doelen, knowledge.motives, knowledge.themes
    yield "doelen.motives", doelen.motives, _ids(motives.motives, motives.labour_motives)
    yield "doelen.submotives", doelen.submotives, (s.id for m in motives.motives for s in m.submotives)
    yield "doelen.push_factors", doelen.push_factors, _ids(motives.push_factors)
    yield "doelen.pull_factors", doelen.pull_factors, _ids(motives.pull_factors)
    kinds = [goal.kind for goal in doelen.goals if goal.kind is not None]
    yield "doelen.goals", kinds, _ids(motives.motives, motives.example_goals, motives.labour_goals)
    yield "doelen.themes", (mark.theme for mark in doelen.themes), _ids(themes.pain_points, themes.chances)
    yield "doelen.pool_choices", doelen.pool_choices, _ids(themes.pool_choices)
    yield "doelen.knobs", doelen.knobs, _ids(themes.knobs)
    yield "doelen.practices", doelen.practices, (practice.id for practice in themes.practices)
    stakeholders = knowledge.stakeholders
    cards = [card.kind for card in dossier.krachtenveld.stakeholders if card.kind is not None]
    yield "krachtenveld.stakeholders", cards, _ids(stakeholders.kinds, stakeholders.labour_market)


def _choose(dossier: Dossier, knowledge: Knowledge) -> Iterator[Row]:
    sturing, steering = dossier.sturing, knowledge.steering
    questions = {q.id for kind in steering.steering for q in kind.questions}
    yield "sturing.answers", sturing.answers, questions
    yield "sturing.legitimacy", sturing.legitimacy, _ids(steering.legitimacy)
    yield "sturing.raad_moments", sturing.raad_moments, _ids(steering.raad_moments)
    accepted = (row.warning for row in dossier.vorm.accepted_warnings)
    yield "vorm.accepted_warnings", accepted, knowledge.warning
    factors = knowledge.factors
    used = [row.factor for row in dossier.factoren.factors if row.factor is not None]
    yield "factoren.factors", used, _ids(factors.factors, factors.labour_obstacles)
    success = _ids(factors.success_factors, factors.labour_success_factors)
    yield "factoren.success", dossier.factoren.success, success


def _agree(dossier: Dossier, knowledge: Knowledge) -> Iterator[Row]:
    lists = knowledge.checklists
    exit_method = dossier.kosten.exit_method
    if isinstance(exit_method, str):
        yield "kosten.exit_method", [exit_method], _ids(knowledge.costs.exit)
    yield "medewerkers.checklist", dossier.medewerkers.checklist, (row.id for row in lists.staff)
    planning = dossier.besluitvorming
    regeling = [row.id for row in (*lists.regeling, *lists.dienstverleningsovereenkomst)]
    yield "besluitvorming.checklist", planning.checklist, regeling
    agreement = (row.id for row in lists.dienstverleningsovereenkomst)
    yield "besluitvorming.agreement_checklist", planning.agreement_checklist, agreement
    yield "besluitvorming.arrangements", planning.arrangements, _ids(knowledge.process.to_arrange)
    yield "besluitvorming.terms", planning.terms, (term.id for term in knowledge.law.terms)
