"""The shape of the advice as JSON: what ``vormwijzer advies --json`` prints.

Field names and their meaning stay; a change that would break a reader raises ``format_version``. Scores, margins
and points are of 100; shares and coverage lie between 0 and 1. ``vormwijzer schema --advies`` prints the schema.
"""

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from models.advice.results import Outcome
from models.vocabulary import CooperationForm, CriterionId, LegalBasis, LegalStatus

__all__ = [
    "ADVICE_FORMAT",
    "AdviceDocument",
    "BasisOut",
    "ChangeOut",
    "CriterionPoints",
    "DossierOut",
    "FormOut",
    "LeaveOneOutOut",
    "LegalOut",
    "LegalQuestionOut",
    "LegalReason",
    "PartnerOut",
    "PartnersOut",
    "SmaaOut",
    "SpreadOut",
    "TippingOut",
    "WarningOut",
    "WeightIntervalOut",
    "advice_schema",
]

ADVICE_FORMAT = 1


class _Out(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class CriterionPoints(_Out):
    """What one statement adds to a score, or fails to add, in points of 100."""

    criterion: CriterionId
    answer: int
    points: float


class ChangeOut(_Out):
    """One answer that becomes another."""

    criterion: CriterionId
    before: int
    after: int


class WarningOut(_Out):
    """A warning of real cases that the dossier matches; ``because``: why, in Dutch."""

    warning: str
    title: str
    cases: tuple[str, ...]
    because: str


class FormOut(_Out):
    """One form in the ranking; ``rank`` is null when excluded or without a score.

    ``reasons``: why it is excluded. ``changes_to_win``: answers to change for first place; empty when it is first,
    null when the program found no such answers.
    """

    form: CooperationForm
    name: str
    rank: int | None
    score: float | None
    excluded: bool
    reasons: tuple[str, ...]
    coverage: float
    enough_answered: bool
    speaks_for: tuple[CriterionPoints, ...]
    speaks_against: tuple[CriterionPoints, ...]
    changes_to_win: tuple[ChangeOut, ...] | None
    warnings: tuple[WarningOut, ...]


class WeightIntervalOut(_Out):
    """The importance (0-10) between which the winner stays first, the others as they are."""

    criterion: CriterionId
    importance: int
    low: float
    high: float
    elsewhere: tuple[tuple[float, float], ...]


class SmaaOut(_Out):
    """Shares of the samples per form and rank, and the mean weights under which a form is first (null: never)."""

    samples: int
    seed: int
    rank_acceptability: dict[CooperationForm, tuple[float, ...]]
    central_weights: dict[CooperationForm, dict[CriterionId, float] | None]


class TippingOut(_Out):
    """A single change of an answer after which another form is first."""

    change: ChangeOut
    winners: tuple[CooperationForm, ...]


class LeaveOneOutOut(_Out):
    """Who is first when one criterion is left out."""

    criterion: CriterionId
    winners: tuple[CooperationForm, ...]
    changed: bool


class PartnerOut(_Out):
    """One partner's own ranking."""

    partner: str
    name: str
    ranks: dict[CooperationForm, int]
    scores: dict[CooperationForm, float | None]
    excluded: tuple[CooperationForm, ...]
    coverage: float
    counts: bool


class SpreadOut(_Out):
    """The answers of the partners to one statement; ``wide``: 3 points or more apart."""

    criterion: CriterionId
    answers: dict[str, int]
    spread: int
    wide: bool


class PartnersOut(_Out):
    """The partners' views; ``kendalls_w`` is null below three partners or when every ranking is one tie."""

    rankings: tuple[PartnerOut, ...]
    spreads: tuple[SpreadOut, ...]
    kendalls_w: float | None


class LegalReason(_Out):
    """One reason: rule, words, article, date of the text that was read, when it was checked."""

    rule: str
    effect: LegalStatus
    text: str
    article: str
    statute: str
    text_date: str
    checked_on: date
    recheck: bool
    question: str | None


class BasisOut(_Out):
    """One legal basis; ``fits_form`` is null where no form is known."""

    basis: LegalBasis
    name: str
    status: LegalStatus
    fits_form: bool | None
    form_conditions: tuple[str, ...]
    reasons: tuple[LegalReason, ...]


class LegalQuestionOut(_Out):
    """A fact that the rules need and that is not known."""

    fact: str
    text: str
    rules: tuple[str, ...]


class LegalOut(_Out):
    """The twelve legal bases, lightest first, and the one preferred."""

    form: CooperationForm | None
    preferred: LegalBasis | None
    preferred_because: str
    bases: tuple[BasisOut, ...]
    beside: dict[str, tuple[LegalReason, ...]]
    questions: tuple[LegalQuestionOut, ...]
    notes: tuple[LegalReason, ...]


class DossierOut(_Out):
    """Which dossier this is about; ``content_hash``: SHA-256 of its content, the advice and the knowledge."""

    id: str
    title: str
    dated: date
    fictional: bool
    content_hash: str


class AdviceDocument(_Out):
    """The whole advice."""

    format: Literal["vormwijzer-advies"] = "vormwijzer-advies"
    format_version: int = ADVICE_FORMAT
    knowledge_version: str
    dossier: DossierOut
    outcome: Outcome
    clear_winner: bool | None = Field(description="null: not known without samples")
    winners: tuple[CooperationForm, ...]
    recommended: CooperationForm | None
    contenders: tuple[CooperationForm, ...]
    considered: CooperationForm | None
    margin: float | None
    coverage: float
    missing: tuple[CriterionId, ...]
    ranking: tuple[FormOut, ...]
    weight_intervals: tuple[WeightIntervalOut, ...]
    smaa: SmaaOut | None
    perturbed: SmaaOut | None
    tipping_points: tuple[TippingOut, ...]
    leave_one_out: tuple[LeaveOneOutOut, ...]
    partners: PartnersOut
    legal: LegalOut
    warnings: tuple[WarningOut, ...]


def advice_schema() -> dict[str, Any]:
    """The JSON schema of :class:`AdviceDocument`."""
    return AdviceDocument.model_json_schema(mode="serialization")
