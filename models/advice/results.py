"""What the advice says, with the intermediate values behind it. Plain frozen data; words come later."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from models.advice.intervals import WeightInterval
from models.advice.legal.results import LegalAdvice
from models.advice.problem import Problem, Standing
from models.advice.smaa import Acceptability
from models.advice.tipping import AnswerChange, LeaveOneOut, TippingPoint
from models.vocabulary import CooperationForm, CriterionId

__all__ = [
    "Advice",
    "Contribution",
    "FormAdvice",
    "FormOutcome",
    "MatchedWarning",
    "Outcome",
    "PartnerView",
    "PartnersView",
    "Robustness",
    "Spread",
]


class Outcome(StrEnum):
    """What the arithmetic comes to."""

    NO_ADVICE = "no_advice"
    """Too little is answered."""
    ALL_EXCLUDED = "all_excluded"
    """Every form meets a hard limit."""
    CLEAR = "clear"
    """One form leads clearly."""
    NOT_CLEAR = "not_clear"
    """The best forms are too close, or other importance too easily turns it; the lightest of them is preferred."""
    PROVISIONAL = "provisional"
    """The lead is large enough; whether it holds under other importance was not computed."""


class Contribution(NamedTuple):
    """What one criterion does for one form.

    ``fit``: 0 to 1; ``weight``: its share of the weight of all answered criteria that the form asks of;
    ``points``: what it adds to the score and ``lost``: what it fails to add, both of 100.
    """

    criterion: CriterionId
    value: int
    fit: Fraction
    weight: Fraction

    @property
    def points(self) -> Fraction:
        """Points of 100 that it adds to the score."""
        return 100 * self.weight * self.fit

    @property
    def lost(self) -> Fraction:
        """Points of 100 that it fails to add."""
        return 100 * self.weight * (1 - self.fit)


@dataclass(frozen=True, slots=True)
class FormOutcome:
    """One form: score of 100 (None: nothing answered that it asks), rank (None: excluded or no score), coverage 0 to 1.

    ``excluded_by``: the criteria beyond a hard limit; ``thin``: less than the threshold of what it asks was
    answered; ``contributions``: largest weight first; ``path``: answers to change for it to win (None: none
    found, empty: it is first).
    """

    form: CooperationForm
    score: Fraction | None
    rank: int | None
    coverage: Fraction
    thin: bool
    excluded_by: tuple[CriterionId, ...]
    contributions: tuple[Contribution, ...]
    path: tuple[AnswerChange, ...] | None

    @property
    def speaks_for(self) -> tuple[Contribution, ...]:
        """The criteria that it meets, those that add most first."""
        return tuple(sorted((c for c in self.contributions if c.fit == 1), key=lambda c: -c.points))

    @property
    def speaks_against(self) -> tuple[Contribution, ...]:
        """The criteria that it does not meet, those that cost most first."""
        return tuple(sorted((c for c in self.contributions if c.fit < 1), key=lambda c: -c.lost))


class Robustness(NamedTuple):
    """(a) intervals, (b) SMAA, (c) perturbed weights, (d) tipping points, (e) leave one out.

    ``uniform`` and ``perturbed`` are None where no samples were asked for.
    """

    intervals: tuple[WeightInterval, ...]
    tipping: tuple[TippingPoint, ...]
    leave_one_out: tuple[LeaveOneOut, ...]
    uniform: Acceptability | None
    perturbed: Acceptability | None


@dataclass(frozen=True, slots=True)
class FormAdvice:
    """The advice on the form.

    ``winners``: all in first place; ``margin``: lead over the next, in points of 100 (None: there is no next);
    ``contenders``: the forms named when it is not clear, lightest first; ``recommended``: the form advised, if any;
    ``missing``: what to answer first, most telling first.
    """

    outcome: Outcome
    problem: Problem
    standing: Standing
    forms: tuple[FormOutcome, ...]
    coverage: Fraction
    winners: tuple[CooperationForm, ...]
    margin: Fraction | None
    contenders: tuple[CooperationForm, ...]
    recommended: CooperationForm | None
    missing: tuple[CriterionId, ...]
    robustness: Robustness

    def form(self, form: CooperationForm) -> FormOutcome:
        """The outcome of one form."""
        return next(outcome for outcome in self.forms if outcome.form is form)


class PartnerView(NamedTuple):
    """One partner's own ranking; ``counts``: whether it answered enough to count for W."""

    partner: str
    ranks: Mapping[CooperationForm, int]
    scores: Mapping[CooperationForm, Fraction | None]
    excluded: tuple[CooperationForm, ...]
    coverage: Fraction
    counts: bool


class Spread(NamedTuple):
    """The answers of the partners to one criterion; ``wide``: a difference of interests to talk about."""

    criterion: CriterionId
    answers: Mapping[str, int]
    spread: int
    wide: bool


class PartnersView(NamedTuple):
    """All partners' rankings, the spread per criterion, and Kendall's W (None: not shown)."""

    views: tuple[PartnerView, ...]
    spreads: tuple[Spread, ...]
    kendalls_w: Fraction | None

    @property
    def differences(self) -> tuple[Spread, ...]:
        """The criteria on which interests differ, widest first."""
        return tuple(sorted((s for s in self.spreads if s.wide), key=lambda s: -s.spread))


class MatchedWarning(NamedTuple):
    """A warning of real cases that the facts of the dossier match.

    ``evidence``: what in the dossier matched, as named values that the words can show.
    """

    warning: str
    evidence: Mapping[str, str]


class Advice(NamedTuple):
    """Everything that the program says about one dossier.

    ``considered``: the form that ``legal`` and ``warnings`` are held against; ``warnings_by_form``: what each
    form would bring beside the warnings that hold whatever the form.
    """

    form: FormAdvice
    considered: CooperationForm | None
    partners: PartnersView
    legal: LegalAdvice
    warnings: tuple[MatchedWarning, ...]
    warnings_by_form: Mapping[CooperationForm, tuple[MatchedWarning, ...]]
