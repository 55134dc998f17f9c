"""From a dossier and the knowledge to the exact problem: who answered what, and what counts."""

from collections.abc import Mapping
from fractions import Fraction

from models.advice.problem import Demand, Problem
from models.dossier import Dossier
from models.dossier.base import Answer, NoAnswer, NoAnswerKind, known
from models.dossier.choose import CriterionAnswers
from models.knowledge import Knowledge
from models.knowledge.forms import Cell
from models.vocabulary import CriterionId

__all__ = ["DERIVED", "demands_of", "joint_problem", "partner_problem"]

DERIVED = CriterionId.AANTAL_PARTNERS
"""The one criterion that is counted instead of asked."""

_EMPTY = CriterionAnswers()


def demands_of(knowledge: Knowledge) -> dict[str, dict[str, Demand]]:
    """What each form asks per criterion, forms lightest first."""
    default = Fraction(knowledge.profiles.thresholds.tolerance)
    return {
        form.value: {criterion.value: _demand(cell, default) for criterion, cell in knowledge.profile[form].items()}
        for form in knowledge.form
    }


def _demand(cell: Cell, default: Fraction) -> Demand:
    tolerance = default if cell.tolerance is None else Fraction(cell.tolerance)
    return Demand(cell.low, cell.high, tolerance, cell.hard_min, cell.hard_max)


def joint_problem(dossier: Dossier, knowledge: Knowledge) -> Problem:
    """The problem with the joint answers and the joint importance."""
    answers = {c: _of(dossier, c).joint for c in knowledge.criterion}
    return _problem(dossier, knowledge, answers, {})


def partner_problem(dossier: Dossier, knowledge: Knowledge, partner: str) -> Problem:
    """The problem as one partner answered it; where it set no importance of its own, the joint one holds."""
    answers = {c: _of(dossier, c).partners.get(partner) for c in knowledge.criterion}
    own = {
        c: importance
        for c in knowledge.criterion
        if (importance := _of(dossier, c).partner_importance.get(partner)) is not None
    }
    return _problem(dossier, knowledge, answers, own)


def _problem(
    dossier: Dossier,
    knowledge: Knowledge,
    answers: Mapping[CriterionId, Answer[int]],
    own_importance: Mapping[CriterionId, int],
) -> Problem:
    count = len(dossier.partners.active)
    kept: dict[str, int | None] = {}
    for criterion, answer in answers.items():
        if criterion is DERIVED:
            kept[criterion.value] = count if count >= 2 else None  # nobody cooperates alone: not known yet
        elif not (isinstance(answer, NoAnswer) and answer.no_answer is NoAnswerKind.NOT_APPLICABLE):
            kept[criterion.value] = known(answer)
    default = knowledge.profiles.thresholds.default_importance
    importance = {c.value: own_importance.get(c, _joint_importance(dossier, c, default)) for c in answers}
    return Problem(demands_of(knowledge), kept, importance)


def _joint_importance(dossier: Dossier, criterion: CriterionId, default: int) -> int:
    importance = _of(dossier, criterion).importance
    return default if importance is None else importance


def _of(dossier: Dossier, criterion: CriterionId) -> CriterionAnswers:
    return dossier.vorm.answers.get(criterion, _EMPTY)
