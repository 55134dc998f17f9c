"""The texts of a proposal, on which an akkoord rests beside the content; ids do not count, words do."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import NamedTuple

from models.dossier import Dossier
from models.storage.records import Revision
from models.vocabulary import BodyKind

__all__ = ["Point", "Proposal", "ProposalOf", "proposal_changes", "proposal_of"]


class Point(NamedTuple):
    """A beslispunt without its id: one that was typed again in the same words is the same."""

    text: str
    bodies: tuple[BodyKind, ...]
    arguments: tuple[str, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the report adds to the answers and what people agree with; names as in ``VaststellingSection``."""

    summary: str
    beslispunten: tuple[Point, ...]
    minority_view: str
    why_now: str
    changes: str
    questions: tuple[str, ...]


ProposalOf = Callable[[Revision], Proposal | None]
"""Gives the proposal of a frozen version; None where its document cannot be read."""


def proposal_of(dossier: Dossier) -> Proposal:
    """The proposal of a dossier."""
    section = dossier.vaststelling
    points = tuple(Point(p.text, p.bodies, p.arguments, p.remarks) for p in section.beslispunten)
    return Proposal(section.summary, points, section.minority_view, section.why_now, section.changes, section.questions)


def proposal_changes(before: Proposal, after: Proposal) -> tuple[str, ...]:
    """The names of the fields that differ, in the order of the section."""
    return tuple(f.name for f in fields(Proposal) if getattr(before, f.name) != getattr(after, f.name))
