"""Schema for ``workshop.yaml``: the script of a werksessie, its clocks, what to talk about, what is read aloud."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from models.knowledge.base import KnowledgeId, Line, Record, Sourced, unique_ids
from models.vocabulary import CriterionId, StepId, SubjectKind

__all__ = [
    "DotListText",
    "LegibleText",
    "RoleText",
    "ScriptPart",
    "Situation",
    "TalkText",
    "TimerPreset",
    "TimerSequence",
    "WorkshopFile",
]


class Situation(StrEnum):
    """How the answers of a round lie, as far as it matters for what to talk about."""

    FAR_APART = "far_apart"
    NEARLY = "nearly"
    AGREED = "agreed"
    TOO_FEW = "too_few"
    TWO_CAMPS = "two_camps"
    PARTNERS = "partners"


class ScriptPart(Sourced):
    """What a facilitator does with one step.

    A step that suits a room has a ``method``, ``minutes`` and ``ready`` (when to go on); another says
    in ``beforehand`` why it is better prepared. ``votes``: kinds of vote that fit.
    """

    id: StepId
    aim: Line
    method: Annotated[tuple[Line, ...], Field(max_length=5)] = ()
    minutes: Annotated[int, Field(ge=1, le=240)] | None = None
    ready: Line | None = None
    beforehand: Line | None = None
    votes: tuple[SubjectKind, ...] = ()
    talk: tuple[Line, ...] = ()

    @property
    def in_room(self) -> bool:
        """Whether this step suits a room."""
        return self.beforehand is None

    @model_validator(mode="after")
    def _whole_or_beforehand(self) -> "ScriptPart":
        if self.in_room:
            if len(self.method) < 2 or self.minutes is None or self.ready is None:
                raise ValueError("een onderdeel voor de zaal heeft method (ten minste twee), minutes en ready")
        elif self.method or self.minutes is not None or self.ready is not None or self.votes or self.talk:
            raise ValueError("bij beforehand hoort geen method, minutes, ready, votes of talk")
        return self


class TimerPreset(Record):
    """A clock to start at once; ``text``: what people do meanwhile."""

    id: KnowledgeId
    name: Line
    seconds: Annotated[int, Field(ge=1, le=4 * 3600)]
    text: Line


class TimerSequence(Record):
    """Clocks after each other, by id."""

    id: KnowledgeId
    name: Line
    timers: Annotated[tuple[KnowledgeId, ...], Field(min_length=2)]


class TalkText(Record):
    """Questions for one situation, of which the room sees one at a time."""

    id: Situation
    lines: Annotated[tuple[Line, ...], Field(min_length=2, max_length=3)]


class DotListText(Record):
    """A list to begin with; what is on it comes from the people. ``dots``: to give away, per person."""

    id: KnowledgeId
    title: Line
    hint: Line
    dots: Annotated[int, Field(ge=1, le=20)]


class RoleText(Record):
    """A role to choose for somebody."""

    id: KnowledgeId
    name: Line


class LegibleText(Record):
    """What the farthest row reads aloud."""

    question: Line
    text: Line


class WorkshopFile(Record):
    """``workshop.yaml``. ``prompts``: one line under a statement; ``kind_prompts``: under any other question."""

    script: Annotated[tuple[ScriptPart, ...], unique_ids]
    timers: Annotated[tuple[TimerPreset, ...], unique_ids]
    sequences: Annotated[tuple[TimerSequence, ...], unique_ids]
    talk: Annotated[tuple[TalkText, ...], unique_ids]
    prompts: dict[CriterionId, Line]
    kind_prompts: dict[SubjectKind, Line]
    dot_lists: Annotated[tuple[DotListText, ...], unique_ids]
    roles: Annotated[tuple[RoleText, ...], unique_ids]
    legible: LegibleText
    rules: Annotated[tuple[Line, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _knows_what_it_names(self) -> "WorkshopFile":
        timers = {timer.id for timer in self.timers}
        for sequence in self.sequences:
            if unknown := set(sequence.timers) - timers:
                raise ValueError(f"onbekende klok: {', '.join(sorted(unknown))}")
        if missing := set(Situation) - {talk.id for talk in self.talk}:
            raise ValueError(f"talk ontbreekt: {', '.join(sorted(missing))}")
        if missing_kinds := set(SubjectKind) - set(self.kind_prompts):
            raise ValueError(f"kind_prompts ontbreekt: {', '.join(sorted(missing_kinds))}")
        return self

    def part(self, step: StepId) -> ScriptPart:
        """The part of the script for a step; loading made sure that there is one."""
        return next(part for part in self.script if part.id is step)

    def questions(self, situation: Situation) -> tuple[str, ...]:
        """What to talk about when answers lie so."""
        return next(talk.lines for talk in self.talk if talk.id is situation)

    def clocks(self, sequence: TimerSequence) -> tuple[TimerPreset, ...]:
        """The clocks of a sequence, in order."""
        by_id = {timer.id: timer for timer in self.timers}
        return tuple(by_id[key] for key in sequence.timers)
