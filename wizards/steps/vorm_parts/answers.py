"""Paths, words and edits of the statements: what every part of the page shares."""

from models.dossier import Dossier
from models.dossier.base import LATER, Answer, NoAnswer, NoAnswerKind, known
from models.dossier.choose import CriterionAnswers
from models.dossier.edit import Path, value_at, with_value, without
from models.knowledge import Knowledge
from models.knowledge.forms import Criterion
from models.vocabulary import CriterionId, StepId
from wizards.context import Context
from wizards.widgets.scale import PartnerMark
from wizards.widgets.signs import letters_of

__all__ = [
    "ANSWERS",
    "SHORT_WORDS",
    "Tokens",
    "answer_path",
    "answers_to",
    "importance_path",
    "is_done",
    "put_answer",
    "put_importance",
    "short_words",
    "spread_of",
    "statements",
]

ANSWERS = (StepId.VORM.value, "answers")
_NOTHING = CriterionAnswers()

SHORT_WORDS = {
    NoAnswerKind.UNKNOWN: "weet ik niet",
    NoAnswerKind.NOT_APPLICABLE: "n.v.t.",
    NoAnswerKind.LATER: "later",
}


def statements(knowledge: Knowledge) -> tuple[Criterion, ...]:
    """The thirteen statements that are asked."""
    return tuple(criterion for criterion in knowledge.criterion.values() if not criterion.derived)


def answers_to(dossier: Dossier, criterion: CriterionId) -> CriterionAnswers:
    """What was answered to a statement."""
    return dossier.vorm.answers.get(criterion, _NOTHING)


def is_done(dossier: Dossier, criterion: CriterionId) -> bool:
    """Whether the group answered a statement; "later" is still open."""
    return answers_to(dossier, criterion).joint not in (None, LATER)


def answer_path(criterion: CriterionId, partner: str | None = None) -> Path:
    """Where the joint answer stands, or that of a partner."""
    base = (*ANSWERS, criterion.value)
    return (*base, "joint") if partner is None else (*base, "partners", partner)


def importance_path(criterion: CriterionId, partner: str | None = None) -> Path:
    """Where the joint importance stands, or that of a partner."""
    base = (*ANSWERS, criterion.value)
    return (*base, "importance") if partner is None else (*base, "partner_importance", partner)


def put_answer(context: Context, path: Path, answer: int | NoAnswer | None) -> None:
    """Give or clear an answer; a partner that says nothing any more leaves no trace."""
    if answer is None and path[-2] == "partners":
        context.editor.apply(lambda dossier: without(dossier, path))
    else:
        context.editor.put(path, answer)


def put_importance(context: Context, path: Path, value: int | None) -> None:
    """Set an importance; None: back to what was not set."""
    if value is None and path[-2] == "partner_importance":
        context.editor.apply(lambda dossier: without(dossier, path))
    elif value is None:
        context.editor.apply(lambda d: d if value_at(d, path) is None else with_value(d, path, None))
    else:
        context.editor.put(path, value, merge=True)


def short_words(answer: Answer[int]) -> str:
    """``4``, ``weet ik niet``, or nothing."""
    if isinstance(answer, NoAnswer):
        return SHORT_WORDS[answer.no_answer]
    return "" if answer is None else str(answer)


def spread_of(dossier: Dossier, criterion: CriterionId) -> int | None:
    """How far the partners' answers lie apart; None below two answers."""
    row = answers_to(dossier, criterion)
    given = [value for p in dossier.partners.active if (value := known(row.partners.get(p.id))) is not None]
    return max(given) - min(given) if len(given) > 1 else None


class Tokens:
    """The letters and names of the partners that take part."""

    def __init__(self, dossier: Dossier) -> None:
        self.partners = tuple((p.id, " ".join(p.name.split()) or "Zonder naam") for p in dossier.partners.active)
        self.letters = letters_of(tuple(name for _, name in self.partners))

    def marks(self, row: CriterionAnswers) -> tuple[PartnerMark, ...]:
        """The answers that stand on the scale."""
        pairs = zip(self.partners, self.letters, strict=True)
        found = ((letters, name, known(row.partners.get(key))) for (key, name), letters in pairs)
        return tuple(PartnerMark(letters, name, value) for letters, name, value in found if value is not None)
