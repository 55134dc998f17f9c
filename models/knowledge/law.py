"""Schemas for the law: statutes, legal bases, rule texts, terms, and which basis fits which form."""

from typing import Annotated, Literal

from pydantic import Field

from models.knowledge.base import Dated, Item, KnowledgeId, Line, Record, Sourced, SourcedLine, unique_ids
from models.vocabulary import BodyKind, CooperationForm, LegalBasis

__all__ = [
    "BasisFit",
    "BasisText",
    "FormBases",
    "LawFile",
    "LegalBasesFile",
    "LegalRuleText",
    "Mark",
    "Outdated",
    "Statute",
    "Term",
]

Mark = Literal["V", "V(derived)", "M-hi", "M-mid", "M-lo"]
"""How a fact is known: read (V), inferred from read text, or from memory with how sure."""


class Statute(Record):
    """A law and the version of its text that was read."""

    id: KnowledgeId
    name: Line
    short: Line
    text_date: Line
    """The date of the version, ISO, as in the official address."""
    url: Line
    note: Line | None = None


class LegalRuleText(Dated):
    """The words of one legal rule; the rule itself is typed Python and names this id.

    ``text`` may hold ``{named}`` places that the rule fills. ``article`` is printed as it stands.
    """

    id: KnowledgeId
    text: Line
    article: Line
    statute: KnowledgeId
    mark: Mark
    question: Line | None = None
    """What to ask or have checked: for a condition, and always where the mark is M-lo."""


class Term(Dated):
    """A statutory term or percentage, or a planning value (``kind``)."""

    id: KnowledgeId
    name: Line
    value: int
    maximum: int | None = None
    """For a planning value with a range: the longest; ``value`` is then the shortest."""
    unit: Literal["dagen", "weken", "maanden", "procent", "aantal", "dag-maand"]
    kind: Literal["wettelijk", "planning"]
    article: Line | None = None
    mark: Mark


class Outdated(Sourced):
    """What older documents still say, and what holds now (law.md §8)."""

    id: KnowledgeId
    old: Line
    now: Line
    since: Line
    mark: Line


class LawFile(Record):
    """``law.yaml``: statutes, rule texts, terms, what is outdated and what is in doubt."""

    statutes: Annotated[tuple[Statute, ...], unique_ids]
    rules: Annotated[tuple[LegalRuleText, ...], unique_ids]
    terms: Annotated[tuple[Term, ...], unique_ids]
    outdated: Annotated[tuple[Outdated, ...], unique_ids]
    doubts: tuple[SourcedLine, ...]


class BasisText(Sourced):
    """What one legal basis is and brings (design: personality, staff, board, powers, influence, exit, tax ...).

    ``order``: 1 is the lightest. ``decided_by``: what must be decided by whom.
    """

    id: LegalBasis
    name: Line
    kind: Literal["publiek", "privaat"]
    order: int = Field(ge=1, le=12)
    summary: Line
    legal_personality: Line
    staff: Line
    board: Line
    powers: Line
    raad_influence: Line
    leaving: Line
    vat: Line
    corporate_tax: Line
    procurement: Line
    works_council: Line
    archive: Line
    decided_by: tuple[Line, ...] = Field(min_length=1)
    bodies: tuple[BodyKind, ...] = Field(min_length=1)
    pros: tuple[Line, ...] = ()
    cons: tuple[Line, ...] = ()


class BasisFit(Sourced):
    """A legal basis that fits a form, at once or under conditions."""

    basis: LegalBasis
    fit: Literal["fits", "conditional"]
    conditions: tuple[Line, ...] = ()


class FormBases(Record):
    """Which legal bases a form takes (advice-model, "Legal basis")."""

    form: CooperationForm
    bases: tuple[BasisFit, ...]
    beside: tuple[Literal["mandaat", "detachering"], ...] = ()
    note: SourcedLine | None = None


class LegalBasesFile(Record):
    """``legal_bases.yaml``: the twelve bases, what can stand beside them, kinds of regeling, form × basis."""

    bases: Annotated[tuple[BasisText, ...], unique_ids]
    beside: Annotated[tuple[Item, ...], unique_ids]
    regeling_kinds: Annotated[tuple[Item, ...], unique_ids]
    by_form: tuple[FormBases, ...]
