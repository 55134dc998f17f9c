"""What the dossier says on a subject, beside what the group set after a round; and who set it, in words."""

from models.dossier import Dossier
from models.dossier.edit import fresh_id
from models.vocabulary import CriterionId
from models.wording.workshop_words import middle_words
from models.workshop.decisions import proposals
from models.workshop.records import Decision, Dissent, Subject, SubjectKind, Workshop
from models.workshop.revealed import PartnerSpread, Revealed
from models.workshop.statistics import FEWEST_FOR_MEDIAN

__all__ = [
    "decision_words",
    "dissent_added",
    "dissent_changed",
    "dissent_on",
    "dissent_removed",
    "dossier_value",
    "proposal_words",
    "spokesperson_words",
]

_GROUP = "de groep"


def dossier_value(dossier: Dossier, subject: Subject, partner: str | None = None) -> int | None:
    """The answer that stands in the dossier now; None where there is no number."""
    found: object = None
    match subject.kind:
        case SubjectKind.SCORE | SubjectKind.IMPORTANCE:
            found = _answer(dossier, subject, partner)
        case SubjectKind.FACTOR:
            found = next((row.strength for row in dossier.factoren.factors if row.id == subject.ref), None)
        case SubjectKind.INFLUENCE | SubjectKind.INTEREST:
            rows = dossier.krachtenveld.stakeholders
            found = next((getattr(row, subject.kind.value) for row in rows if row.id == subject.ref), None)
        case SubjectKind.DOTS:
            pass
    return found if isinstance(found, int) else None


def _answer(dossier: Dossier, subject: Subject, partner: str | None) -> object:
    if subject.ref not in {criterion.value for criterion in CriterionId}:
        return None
    row = dossier.vorm.answers.get(CriterionId(subject.ref))
    if row is None:
        return None
    score = subject.kind is SubjectKind.SCORE
    if partner is None:
        return row.joint if score else row.importance
    return (row.partners if score else row.partner_importance).get(partner)


def proposal_words(round_: Revealed | PartnerSpread) -> str:
    """What the median proposes, which is no answer yet."""
    if round_.median is None:
        few = "te weinig mensen" if round_.n < FEWEST_FOR_MEDIAN else "het midden blijft dicht"
        return f"Geen voorstel: {few}." if round_.n else "Geen voorstel: geen antwoorden."
    values = proposals(round_.median)
    if len(values) == 1:
        return f"Voorstel: {values[0]}, het midden."
    return f"Voorstel: {values[0]} of {values[1]}. Het midden is {middle_words(round_.median)}."


def decision_words(decision: Decision | None, held: int | None, newest: int) -> str:
    """From which round an answer came, whether there was another one since, and what the dossier says now."""
    if decision is None:
        return f"Nog niet gezet. In het dossier staat nu {held}." if held is not None else "Nog niet gezet."
    by = f" door {decision.by}" if decision.by else ""
    words = f"Gezet op {decision.value} na ronde {decision.number}{by}."
    if decision.number < newest:
        words += " Daarna was er nog een ronde."
    if held == decision.value:
        return words
    now = "staat nu geen antwoord" if held is None else f"staat nu {held}"
    return f"{words} In het dossier {now}."


def spokesperson_words(workshop: Workshop, partner: str | None) -> str:
    """Who sets an answer: the group, or the woordvoerder, with a name only where that may be told."""
    if partner is None:
        return _GROUP
    rows = workshop.participants
    speaks = next((one for one in rows if one.spokesperson and one.partner == partner), None)
    if speaks is not None and speaks.named and speaks.name.strip():
        return f"de woordvoerder, {speaks.name.strip()}"
    return "de woordvoerder"


# --- dissent


def dissent_on(workshop: Workshop, key: str) -> tuple[Dissent, ...]:
    """What people hold against the joint answer on a subject."""
    return tuple(one for one in workshop.dissent if one.subject == key)


def dissent_added(workshop: Workshop, key: str) -> Workshop:
    """The werksessie with an empty dissent to write."""
    return workshop.model_copy(update={"dissent": (*workshop.dissent, Dissent(id=fresh_id(), subject=key))})


def dissent_changed(workshop: Workshop, key: str, **values: object) -> Workshop:
    """The werksessie with other words for one dissent."""
    rows = tuple(one.model_copy(update=values) if one.id == key else one for one in workshop.dissent)
    return workshop.model_copy(update={"dissent": rows})


def dissent_removed(workshop: Workshop, key: str) -> Workshop:
    """The werksessie without one dissent."""
    return workshop.model_copy(update={"dissent": tuple(one for one in workshop.dissent if one.id != key)})
