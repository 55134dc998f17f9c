"""What the questionnaire asks, under which names its fields go, and how one sees that a question has changed.

The names are ours and stable: forms are filled in and come back months later. A question of which the words changed
since then is another question, so each goes by its words too (:func:`wording_of`).
"""

import hashlib
from collections.abc import Mapping
from enum import StrEnum

from models.dossier.base import NOT_APPLICABLE, UNKNOWN, NoAnswer
from models.knowledge import Knowledge
from models.knowledge.catalogue import Question
from models.knowledge.forms import Criterion

__all__ = [
    "DATE_FIELD",
    "EMPATHY",
    "FORM_VERSION",
    "FUNCTION_FIELD",
    "INTERVIEW",
    "MARK_FIELD",
    "ORGANISATION_FIELD",
    "STATEMENT",
    "STATES",
    "Part",
    "question_field",
    "questions_of",
    "statement_field",
    "statements_of",
    "wording_of",
]

FORM_VERSION = 1
"""One higher for each change that an older program cannot read."""

STATEMENT, INTERVIEW, EMPATHY = "stelling", "vraag", "empathie"
"""First part of the names of fields; the second is the id of the knowledge."""

ORGANISATION_FIELD, FUNCTION_FIELD, DATE_FIELD = "wie.organisatie", "wie.functie", "wie.datum"
MARK_FIELD = "vormwijzer.merk"
"""A field without a place on a page, that holds the mark: many programs drop what stands in Info."""

STATES: Mapping[str, int | NoAnswer] = {
    **{f"antwoord-{score}": score for score in range(1, 6)},
    "weet-ik-niet": UNKNOWN,
    "niet-van-toepassing": NOT_APPLICABLE,
}
"""The states of a radio button, in the order of the form, and the answer that each stands for."""


class Part(StrEnum):
    """What can be filled in for a statement."""

    ANSWER = "antwoord"
    IMPORTANCE = "belang"
    REMARK = "opmerking"


def statements_of(knowledge: Knowledge) -> tuple[Criterion, ...]:
    """The statements that people answer; the number of partners is counted."""
    return tuple(criterion for criterion in knowledge.criterion.values() if not criterion.derived)


def questions_of(knowledge: Knowledge) -> tuple[tuple[str, Question], ...]:
    """The questions of S4's appendix, each with the first part of its name."""
    asked = knowledge.questionnaire
    return (*((INTERVIEW, question) for question in asked.interview), *((EMPATHY, q) for q in asked.empathy_map))


def statement_field(criterion: str, part: Part) -> str:
    """The name of a field of a statement: ``stelling.routine.belang``."""
    return f"{STATEMENT}.{criterion}.{part}"


def question_field(kind: str, question: str) -> str:
    """The name of the field of a question: ``vraag.reden``."""
    return f"{kind}.{question}"


def wording_of(knowledge: Knowledge) -> Mapping[str, str]:
    """By field (without its last part for a statement), eight digits that change with the words of the question."""
    asked = {
        f"{STATEMENT}.{row.id.value}": _digest(row.statement, row.low, row.middle, row.high)
        for row in statements_of(knowledge)
    }
    asked |= {question_field(kind, row.id): _digest(row.text) for kind, row in questions_of(knowledge)}
    return asked


def _digest(*texts: str) -> str:
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:8]
