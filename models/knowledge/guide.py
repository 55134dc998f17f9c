"""Schemas for what goes with the steps: who looks on and what they ask, and the help."""

from typing import Annotated

from pydantic import Field

from models.knowledge.base import KnowledgeId, Line, Record, Sourced, unique_ids
from models.vocabulary import Onlooker, StepId

__all__ = ["HelpFile", "HelpTopic", "OnlookerQuestion", "OnlookerText", "OnlookersFile", "Shortcut", "StepHelp"]


class OnlookerQuestion(Sourced):
    """A question that this onlooker can ask, why, and the step that answers it."""

    id: KnowledgeId
    step: StepId
    text: Line
    why: Line


class OnlookerText(Record):
    """Who looks on. ``first``: the steps that matter most to them, in order; nothing is hidden."""

    id: Onlooker
    name: Line
    text: Line
    first: Annotated[tuple[StepId, ...], Field(min_length=1)]
    questions: Annotated[tuple[OnlookerQuestion, ...], unique_ids, Field(min_length=5)]


class OnlookersFile(Record):
    """``onlookers.yaml``."""

    onlookers: Annotated[tuple[OnlookerText, ...], unique_ids]


class StepHelp(Record):
    """ "Zo vult u dit onderdeel in": short lines for one step, whoever looks on."""

    id: StepId
    lines: Annotated[tuple[Line, ...], Field(min_length=3, max_length=6)]


class Shortcut(Record):
    """Keys, as they stand on a Dutch keyboard, and what they do."""

    keys: Line
    text: Line


class HelpTopic(Record):
    """A page of help about the program itself: paragraphs, and points under them."""

    id: KnowledgeId
    title: Line
    lines: Annotated[tuple[Line, ...], Field(min_length=1)]
    points: tuple[Line, ...] = ()


class HelpFile(Record):
    """``help.yaml``."""

    steps: Annotated[tuple[StepHelp, ...], unique_ids]
    topics: Annotated[tuple[HelpTopic, ...], unique_ids]
    shortcuts: tuple[Shortcut, ...]
