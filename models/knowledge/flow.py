"""Schemas for the words of the flow: steps, phases, what a step needs, and what the check says."""

from typing import Annotated, Literal

from models.knowledge.base import KnowledgeId, Line, Record, unique_ids
from models.vocabulary import Phase, StepId

__all__ = ["CheckText", "ChecksFile", "PhaseText", "StepLink", "StepText", "StepsFile"]


class PhaseText(Record):
    """A phase of the task list."""

    id: Phase
    title: Line
    text: Line


class StepLink(Record):
    """Another step, and why it matters, in words."""

    step: StepId
    reason: Line


class StepText(Record):
    """A step: title, what it asks, which steps it needs, and which steps look again when it changes."""

    id: StepId
    phase: Phase
    title: Line
    text: Line
    why: Line
    short_route: bool = False
    needs: tuple[StepLink, ...] = ()
    touches: tuple[StepLink, ...] = ()


class StepsFile(Record):
    """``steps.yaml``: the order of the steps is the order of the task list."""

    phases: Annotated[tuple[PhaseText, ...], unique_ids]
    steps: Annotated[tuple[StepText, ...], unique_ids]


class CheckText(Record):
    """The words of one check; the check itself is typed Python under the same id.

    ``kind``: ``missing`` (not filled in yet), ``contradiction`` (two answers exclude each other) or ``notice``.
    """

    id: KnowledgeId
    kind: Literal["missing", "contradiction", "notice"]
    step: StepId
    text: Line


class ChecksFile(Record):
    """``checks.yaml``."""

    checks: Annotated[tuple[CheckText, ...], unique_ids]
