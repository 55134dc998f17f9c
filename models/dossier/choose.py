"""Sections of the phase Kiezen: sturing, vorm, rechtsvorm, factoren."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from models.dossier.base import EMPTY, Answer, Day, Flag, Frozen, FrozenDict, Id, Importance, Number, Score, Text
from models.dossier.legal_facts import LegalFacts
from models.dossier.section import Section
from models.vocabulary import CooperationForm, CriterionId, LegalBasis, SteeringKind

__all__ = [
    "AcceptedWarning",
    "CriterionAnswers",
    "DecisionRule",
    "FactorDirection",
    "FactorEntry",
    "FactorPhase",
    "FactorenSection",
    "FormChoice",
    "LegalChoice",
    "PartnerVote",
    "RechtsvormSection",
    "SturingSection",
    "SuccessCheck",
    "VormSection",
]


class DecisionRule(StrEnum):
    """How the board decides (Wgr 13(4))."""

    SIMPLE_MAJORITY = "simple_majority"
    QUALIFIED_MAJORITY = "qualified_majority"
    UNANIMITY = "unanimity"


class PartnerVote(Frozen):
    """Votes and seats of one partner in the board."""

    votes: Answer[Annotated[int, Field(strict=True, ge=0, le=1000)]] = None
    seats: Answer[Annotated[int, Field(strict=True, ge=0, le=1000)]] = None


class SturingSection(Section):
    """Steering, legitimacy and say; ids of questions and arrangements are those of ``steering.yaml``."""

    weights: FrozenDict[SteeringKind, Importance] = EMPTY
    main: Answer[SteeringKind] = None
    answers: FrozenDict[Id, Answer[Text]] = EMPTY
    legitimacy: tuple[Id, ...] = ()
    legitimacy_text: Text = ""
    raad_moments: tuple[Id, ...] = ()
    votes: FrozenDict[Id, PartnerVote] = EMPTY
    decision_rule: Answer[DecisionRule] = None
    qualified_percentage: Annotated[Number, Field(ge=0, le=100)] | None = None
    budget_agreement: Answer[Flag] = None
    """Whether the partners agreed who steers on the budget and how it is reported."""
    budget_steering: Text = ""


class CriterionAnswers(Frozen):
    """The answers to one statement: joint, and per partner by partner id."""

    joint: Answer[Score] = None
    partners: FrozenDict[Id, Answer[Score]] = EMPTY
    importance: Importance | None = None
    partner_importance: FrozenDict[Id, Importance] = EMPTY
    remark: Text = ""


class FormChoice(Frozen):
    """What the people chose; ``doorgaan`` is going on as now. A reason is required when it differs from the advice."""

    form: CooperationForm | Literal["doorgaan"]
    reason: Text = ""
    by: Text = ""
    chosen_on: Day | None = None


class AcceptedWarning(Frozen):
    """A warning that people accepted with a reason; ``evidence``: what it rested on when they did."""

    warning: Id
    reason: Text
    evidence: Text = ""


class VormSection(Section):
    """The thirteen statements, their importance, and the choice.

    ``answers`` may hold ``aantal_partners`` for its importance only: its answer is derived.
    """

    answers: FrozenDict[CriterionId, CriterionAnswers] = EMPTY
    go_on_as_now: Text = ""
    choice: FormChoice | None = None
    accepted_warnings: tuple[AcceptedWarning, ...] = ()


class LegalChoice(Frozen):
    """The legal basis that the people chose."""

    basis: LegalBasis
    reason: Text = ""
    by: Text = ""
    chosen_on: Day | None = None


class RechtsvormSection(Section):
    """The facts for the legal rules, and the choice."""

    facts: LegalFacts = LegalFacts.model_construct()
    choice: LegalChoice | None = None
    mandaat: Flag = False
    detachering: Flag = False


class FactorDirection(StrEnum):
    """Helping or hindering."""

    PROMOTING = "promoting"
    BLOCKING = "blocking"


class FactorPhase(StrEnum):
    """When a factor works [S4 table 2]."""

    RANDVOORWAARDEN = "randvoorwaarden"
    PROCES = "proces"
    STAAND = "staand"


class FactorEntry(Frozen):
    """A factor in this cooperation; ``factor``: id in ``factors.yaml``, or None for one's own."""

    id: Id
    factor: Id | None = None
    text: Text = ""
    direction: FactorDirection
    phase: Answer[FactorPhase] = None
    strength: Answer[Score] = None
    influenceable: Answer[Score] = None
    measure: Text = ""
    owner: Text = ""
    due: Day | None = None
    internal: Flag = False


class SuccessCheck(Frozen):
    """The answer to the check question of a success factor."""

    met: Answer[Flag] = None
    remark: Text = ""


class FactorenSection(Section):
    """What helps and what hinders; ``success``: by success factor id of ``factors.yaml``."""

    factors: tuple[FactorEntry, ...] = ()
    success: FrozenDict[Id, SuccessCheck] = EMPTY
