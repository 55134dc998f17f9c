"""What the group sets after a round, put into the dossier: the joint answer, or that of a partner.

Nothing is set by arithmetic. The median is what a round proposes; where it falls between two answers, both are.
"""

from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction
from math import ceil, floor

from models.dossier import Dossier
from models.dossier.choose import CriterionAnswers
from models.vocabulary import CriterionId, StepId
from models.workshop.records import Decision, Subject, SubjectKind, Workshop
from models.workshop.revealed import Revealed

__all__ = ["answer_in", "can_be_set", "decided", "decision_of", "proposals", "set_in_dossier"]


def proposals(middle: Fraction | None) -> tuple[int, ...]:
    """The answers that a median proposes: one, or the two that it lies between; none without a median."""
    return () if middle is None else tuple(sorted({floor(middle), ceil(middle)}))


def can_be_set(subject: Subject, partner: str | None) -> bool:
    """Whether an answer on ``subject`` has a place in the dossier, for all together or for one partner."""
    if subject.kind is SubjectKind.DOTS:
        return False
    return partner is None or subject.kind in {SubjectKind.SCORE, SubjectKind.IMPORTANCE}


def decided(
    workshop: Workshop, round_: Revealed, value: int, *, partner: str | None, by: str, at: datetime
) -> Workshop:
    """The werksessie with what was set; the last decision on a subject and partner counts.

    Raises ``ValueError`` for an answer outside the scale, or one that has no place in the dossier.
    """
    low, high = round_.subject.scale
    if not low <= value <= high or not can_be_set(round_.subject, partner):
        raise ValueError(value)
    key = round_.subject.key
    row = Decision(subject=key, number=round_.number, partner=partner, value=value, by=by.strip(), at=at)
    kept = (one for one in workshop.decisions if (one.subject, one.partner) != (key, partner))
    return workshop.model_copy(update={"decisions": (*kept, row)})


def decision_of(decisions: Sequence[Decision], subject: Subject, partner: str | None = None) -> Decision | None:
    """What was set on a subject, so that one sees from which round an answer came."""
    return next((one for one in decisions if (one.subject, one.partner) == (subject.key, partner)), None)


def answer_in(dossier: Dossier, subject: Subject, partner: str | None = None) -> int | None:
    """The answer on a statement or its importance that stands in the dossier; None where there is no number."""
    row = dossier.vorm.answers.get(CriterionId(subject.ref))
    if row is None:
        return None
    score = subject.kind is SubjectKind.SCORE
    if partner is None:
        found: object = row.joint if score else row.importance
    else:
        found = (row.partners if score else row.partner_importance).get(partner)
    return found if isinstance(found, int) else None


def set_in_dossier(dossier: Dossier, subject: Subject, value: int, partner: str | None = None) -> Dossier:
    """The dossier with the answer in its place. Raises ``ValueError`` where it has none (any more)."""
    if not can_be_set(subject, partner):
        raise ValueError(subject.key)
    match subject.kind:
        case SubjectKind.SCORE | SubjectKind.IMPORTANCE:
            return _answered(dossier, subject, value, partner)
        case SubjectKind.FACTOR:
            return _scored(dossier, StepId.FACTOREN, "factors", subject.ref, {"strength": value})
        case _:
            return _scored(dossier, StepId.KRACHTENVELD, "stakeholders", subject.ref, {subject.kind.value: value})


def _answered(dossier: Dossier, subject: Subject, value: int, partner: str | None) -> Dossier:
    criterion, score = CriterionId(subject.ref), subject.kind is SubjectKind.SCORE
    row = dossier.vorm.answers.get(criterion, CriterionAnswers())
    change: dict[str, object]
    if partner is None:
        change = {"joint" if score else "importance": value}
    else:
        if partner not in {one.id for one in dossier.partners.active}:
            raise ValueError(partner)
        name = "partners" if score else "partner_importance"
        change = {name: {**getattr(row, name), partner: value}}
    made = CriterionAnswers.model_validate({**dict(row), **change})
    answers = type(dossier.vorm).model_validate(
        {**dict(dossier.vorm), "answers": {**dossier.vorm.answers, criterion: made}}
    )
    return dossier.with_section(StepId.VORM, answers)


def _scored(dossier: Dossier, step: StepId, rows: str, key: str, change: dict[str, object]) -> Dossier:
    section = dossier.section(step)
    held = getattr(section, rows)
    if all(row.id != key for row in held):
        raise ValueError(key)
    made = tuple(type(row).model_validate({**dict(row), **change}) if row.id == key else row for row in held)
    return dossier.with_section(step, section.model_copy(update={rows: made}))
