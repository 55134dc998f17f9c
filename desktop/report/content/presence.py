"""Which chapters a report has beside those about agreements: one is there where the dossier has something to tell."""

from collections.abc import Iterator, Mapping

from desktop.report.content.chapters import Chapter
from models.dossier import Dossier
from models.dossier.agree import EvaluationPlan, StaffCount
from models.dossier.choose import SuccessCheck
from models.dossier.section import Note, Section
from models.vocabulary import StepId

__all__ = ["CHAPTER_OF", "internal_notes", "public_notes", "told_chapters"]

CHAPTER_OF: Mapping[StepId, Chapter] = {
    StepId.OPGAVE: Chapter.QUESTION,
    StepId.PARTNERS: Chapter.QUESTION,
    StepId.DOELEN: Chapter.QUESTION,
    StepId.KRACHTENVELD: Chapter.STAKEHOLDERS,
    StepId.BEGINSITUATIE: Chapter.QUESTION,
    StepId.STURING: Chapter.STEERING,
    StepId.VORM: Chapter.FORM,
    StepId.RECHTSVORM: Chapter.LEGAL,
    StepId.FACTOREN: Chapter.STAKEHOLDERS,
    StepId.KOSTEN: Chapter.COSTS,
    StepId.UREN: Chapter.HOURS,
    StepId.MEDEWERKERS: Chapter.STAFF,
    StepId.BESLUITVORMING: Chapter.PLANNING,
    StepId.VASTSTELLING: Chapter.DECISIONS,
}
"""The chapter in which the public notes of a step stand; where it is not there they stand with what is open."""


def told_chapters(dossier: Dossier, *, internal: bool) -> Iterator[Chapter]:
    """The chapters that depend on one section; ``internal``: of a copy with what is not for the public."""
    if _steering(dossier):
        yield Chapter.STEERING
    if _stakeholders(dossier, internal=internal):
        yield Chapter.STAKEHOLDERS
    if _staff(dossier):
        yield Chapter.STAFF
    planned = dossier.besluitvorming
    if planned.communication.strip() or planned.participation.strip():
        yield Chapter.COMMUNICATION
    if _evaluation(dossier):
        yield Chapter.EVALUATION
    if internal and any(internal_notes(dossier)):
        yield Chapter.NOTES


def public_notes(section: Section) -> tuple[Note, ...]:
    """The notes of a step that everybody may read."""
    return tuple(note for note in section.notes if not note.internal and note.text.strip())


def internal_notes(dossier: Dossier) -> Iterator[tuple[StepId, Note]]:
    """The notes that only an internal copy has, in the order of the steps."""
    for step in StepId:
        yield from ((step, note) for note in dossier.section(step).notes if note.internal and note.text.strip())


def _steering(dossier: Dossier) -> bool:
    held = dossier.sturing
    listed = (held.weights, held.answers, held.legitimacy, held.raad_moments, held.votes)
    typed = (held.legitimacy_text, held.budget_steering)
    single = (held.main, held.decision_rule, held.qualified_percentage, held.budget_agreement)
    return any(listed) or any(text.strip() for text in typed) or any(one is not None for one in single)


def _stakeholders(dossier: Dossier, *, internal: bool) -> bool:
    factors = any(internal or not factor.internal for factor in dossier.factoren.factors)
    checked = any(check != SuccessCheck() for check in dossier.factoren.success.values())
    return bool(dossier.krachtenveld.stakeholders) or factors or checked


def _staff(dossier: Dossier) -> bool:
    held, active = dossier.medewerkers, {partner.id for partner in dossier.partners.active}
    counted = any(count != StaffCount() for key, count in held.staff.items() if key in active)
    asked = held.works_council_asked_on is not None or held.works_council_text.strip()
    flags = held.equal_placement is not None or dossier.besluitvorming.works_council is not None
    return bool(counted or asked or flags)


def _evaluation(dossier: Dossier) -> bool:
    held = dossier.vaststelling
    goals = [goal for goal in dossier.doelen.goals if goal.text.strip()]
    measured = any(goal.indicator.strip() or goal.target.strip() for goal in goals)
    return held.evaluation != EvaluationPlan() or bool(held.evaluations) or measured
