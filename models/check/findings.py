"""One finding of the check, and how it gets its words."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from models.advice.results import Advice
from models.dossier import Dossier
from models.knowledge import Knowledge
from models.vocabulary import StepId

__all__ = ["CheckContext", "Finding", "FindingKind", "Raw", "step_of_field", "worded"]


class FindingKind(StrEnum):
    """Not filled in yet, two answers that exclude each other, or something to know."""

    MISSING = "missing"
    CONTRADICTION = "contradiction"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Finding:
    """``check``: id in ``checks.yaml``; ``step`` and ``field``: where; ``text``: in Dutch."""

    check: str
    kind: FindingKind
    step: StepId
    field: str
    text: str


class CheckContext(NamedTuple):
    """What the checks look at."""

    dossier: Dossier
    advice: Advice
    knowledge: Knowledge


Raw = Iterator[tuple[str, str, dict[str, object]]]
"""Check id, field, and the values for the places in its text."""


def worded(context: CheckContext, check: str, field: str, values: dict[str, object]) -> Finding:
    """The finding in words."""
    text = context.knowledge.check[check]
    return Finding(
        check, FindingKind(text.kind), step_of_field(field) or text.step, field, text.text.format_map(values)
    )


def step_of_field(field: str) -> StepId | None:
    """The step that a field is in, written with dots or, as a draft is, with slashes; None for another field."""
    name = field.replace("/", ".").split(".", 1)[0]
    return next((step for step in StepId if step.value == name), None)
