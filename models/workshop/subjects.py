"""What can be voted on in a dossier, in the words that the room sees. Nothing that is marked intern."""

from collections.abc import Iterable
from typing import NamedTuple

from models.dossier import Dossier
from models.knowledge import Knowledge
from models.vocabulary import CriterionId
from models.workshop.records import Subject, SubjectKind, Workshop

__all__ = ["Scale", "scale_of", "subjects_of"]


class Scale(NamedTuple):
    """The words at a scale: at the lowest, in the middle and at the highest answer; and short ones for the ends."""

    low: str
    middle: str
    high: str
    low_short: str
    high_short: str


_IMPORTANCE = Scale("Telt niet mee", "Telt gewoon mee", "Telt het zwaarst", "telt niet mee", "telt het zwaarst")
_STRENGTH = Scale("Zwak", "Redelijk sterk", "Zeer sterk", "zwak", "zeer sterk")
_INFLUENCE = Scale("Weinig invloed", "Enige invloed", "Veel invloed", "weinig invloed", "veel invloed")
_INTEREST = Scale("Klein belang", "Redelijk belang", "Groot belang", "klein belang", "groot belang")


def subjects_of(dossier: Dossier, knowledge: Knowledge, workshop: Workshop) -> tuple[Subject, ...]:
    """The statements and their importance, the factors, the belanghebbenden, and the lists to put dots on."""
    return (
        *(_statement(text.id, text.statement) for text in knowledge.criterion.values() if not text.derived),
        *(_importance(text.id, text.label) for text in knowledge.criterion.values()),
        *_factors(dossier, knowledge),
        *_stakeholders(dossier),
        *workshop.dot_lists,
    )


def scale_of(subject: Subject, knowledge: Knowledge) -> Scale:
    """The words at the answers. Raises ``ValueError`` for dots, which have no scale of words."""
    match subject.kind:
        case SubjectKind.SCORE:
            text = knowledge.criterion[CriterionId(subject.ref)]
            return Scale(text.low, text.middle, text.high, text.low_short, text.high_short)
        case SubjectKind.IMPORTANCE:
            return _IMPORTANCE
        case SubjectKind.FACTOR:
            return _STRENGTH
        case SubjectKind.INFLUENCE:
            return _INFLUENCE
        case SubjectKind.INTEREST:
            return _INTEREST
        case SubjectKind.DOTS:
            raise ValueError(subject.key)


def _statement(criterion: CriterionId, statement: str) -> Subject:
    return Subject(kind=SubjectKind.SCORE, ref=criterion.value, title=statement)


def _importance(criterion: CriterionId, label: str) -> Subject:
    return Subject(kind=SubjectKind.IMPORTANCE, ref=criterion.value, title=f"Hoe zwaar telt dit mee: {label}?")


def _factors(dossier: Dossier, knowledge: Knowledge) -> Iterable[Subject]:
    names = {factor.id: factor.name for factor in knowledge.factors.factors}
    for row in dossier.factoren.factors:
        name = (row.text.strip() or names.get(row.factor or "", "")) if not row.internal else ""
        if name:
            title = f"Hoe sterk is deze factor: {name}?"
            yield Subject(kind=SubjectKind.FACTOR, ref=row.id, title=title)


def _stakeholders(dossier: Dossier) -> Iterable[Subject]:
    for row in dossier.krachtenveld.stakeholders:
        if name := row.name.strip():
            yield Subject(kind=SubjectKind.INFLUENCE, ref=row.id, title=f"Hoe groot is de invloed van: {name}?")
            yield Subject(kind=SubjectKind.INTEREST, ref=row.id, title=f"Hoe groot is het belang van: {name}?")
