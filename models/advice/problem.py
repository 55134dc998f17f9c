"""The choice as a small, exact multi-criteria problem: forms that ask ranges, answers, weights.

Nothing here knows a dossier or Dutch: forms and criteria are plain keys, so that the arithmetic can be
held against brute force. All scores are exact fractions; a tie is a tie. [advice-model, "Arithmetic"]
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import NamedTuple

__all__ = ["Demand", "Problem", "Standing", "rank_scores"]


class Demand(NamedTuple):
    """What a form asks of one criterion: a range (``high`` None: no upper end), and hard limits that exclude it.

    ``tolerance``: scale points (or partners) outside the range at which the fit has fallen to 0.
    """

    low: int
    high: int | None
    tolerance: Fraction
    hard_min: int | None = None
    hard_max: int | None = None

    def distance(self, value: int) -> int:
        """How far ``value`` lies outside the range, in scale points."""
        if value < self.low:
            return self.low - value
        return value - self.high if self.high is not None and value > self.high else 0

    def fit(self, value: int) -> Fraction:
        """1 inside the range, 1 - d/t outside it, never below 0."""
        return max(Fraction(0), 1 - self.distance(value) / self.tolerance)

    def excludes(self, value: int) -> bool:
        """Whether ``value`` lies beyond a hard limit."""
        below = self.hard_min is not None and value < self.hard_min
        return below or (self.hard_max is not None and value > self.hard_max)


@dataclass(frozen=True)
class Problem:
    """Forms (lightest first), what each asks, the answers (None: unanswered) and the importance of each criterion.

    Criteria that are not applicable are simply absent from ``answers``. An importance of 0 leaves a criterion out
    of the score; a hard limit holds whatever its importance, because no weight makes the impossible possible.
    """

    demands: Mapping[str, Mapping[str, Demand]]
    answers: Mapping[str, int | None]
    importance: Mapping[str, int]
    _units: dict[tuple[str, str, int], int] = field(default_factory=dict, compare=False, repr=False)
    """Fits already worked out, shared by the problems that were made from this one."""

    @property
    def forms(self) -> tuple[str, ...]:
        """All forms, lightest first."""
        return tuple(self.demands)

    @cached_property
    def weighed(self) -> tuple[str, ...]:
        """The criteria that count: applicable and of an importance above 0."""
        return tuple(c for c in self.answers if self.importance[c] > 0)

    @cached_property
    def answered(self) -> tuple[str, ...]:
        """The criteria that count and have an answer."""
        return tuple(c for c in self.weighed if self.answers[c] is not None)

    @cached_property
    def scale(self) -> int:
        """The number by which every fit becomes a whole number, so that sums stay exact and fast."""
        return lcm(*(d.tolerance.numerator for row in self.demands.values() for d in row.values()))

    def units(self, form: str, criterion: str, value: int) -> int:
        """The fit of ``form`` for ``value``, times :attr:`scale`."""
        key = (form, criterion, value)
        if key not in self._units:
            self._units[key] = int(self.demands[form][criterion].fit(value) * self.scale)
        return self._units[key]

    def fit(self, form: str, criterion: str) -> Fraction | None:
        """The fit of ``form`` on ``criterion``, or None where it asks nothing or nothing was answered."""
        value = self.answers.get(criterion)
        if value is None or criterion not in self.demands[form]:
            return None
        return Fraction(self.units(form, criterion, value), self.scale)

    def sums(self, form: str) -> tuple[int, int]:
        """Weight times fit (times :attr:`scale`), and weight, over the answered criteria that ``form`` asks of."""
        top = bottom = 0
        demands = self.demands[form]
        for criterion in self.answered:
            value = self.answers[criterion]
            if value is not None and criterion in demands:
                weight = self.importance[criterion]
                top += weight * self.units(form, criterion, value)
                bottom += weight
        return top, bottom

    def excluding(self, form: str) -> tuple[str, ...]:
        """The criteria whose answer lies beyond a hard limit of ``form``."""
        demands = self.demands[form].items()
        return tuple(c for c, d in demands if (value := self.answers.get(c)) is not None and d.excludes(value))

    def score(self, form: str) -> Fraction | None:
        """S(f) = sum of weight times fit over sum of weight, over the answered criteria that f asks of; 0 to 1."""
        top, bottom = self.sums(form)
        return Fraction(top, bottom * self.scale) if bottom else None

    def coverage(self, form: str | None = None) -> Fraction:
        """The answered share of the weight: of all criteria, or of those that ``form`` asks of; 0 to 1."""
        asked = [c for c in self.weighed if form is None or c in self.demands[form]]
        total = sum(self.importance[c] for c in asked)
        answered = sum(self.importance[c] for c in asked if self.answers[c] is not None)
        return Fraction(answered, total) if total else Fraction(0)

    @cached_property
    def standing(self) -> "Standing":
        """The scores, who is excluded, and who stands first."""
        scores = {form: self.score(form) for form in self.forms}
        excluded = {form: criteria for form in self.forms if (criteria := self.excluding(form))}
        running = {f: s for f, s in scores.items() if s is not None and f not in excluded}
        return Standing(scores, excluded, rank_scores(running))

    def with_answer(self, criterion: str, value: int) -> "Problem":
        """The same problem with another answer to one criterion."""
        return replace(self, answers={**self.answers, criterion: value})

    def without(self, criterion: str) -> "Problem":
        """The same problem with one criterion left out of the score; its hard limits stay."""
        return replace(self, importance={**self.importance, criterion: 0})


class Standing(NamedTuple):
    """Scores per form (0 to 1, None: nothing answered that it asks), the excluding criteria per excluded form,
    and the rank of each form that takes part; equal scores share a rank (1, 1, 3)."""

    scores: Mapping[str, Fraction | None]
    excluded: Mapping[str, tuple[str, ...]]
    ranks: Mapping[str, int]

    @property
    def winners(self) -> tuple[str, ...]:
        """The forms in first place, lightest first; more than one in a tie, none when all are excluded."""
        return tuple(form for form, rank in self.ranks.items() if rank == 1)

    def score(self, form: str) -> Fraction:
        """The score of a form that takes part."""
        score = self.scores[form]
        if score is None:
            raise KeyError(form)
        return score

    @property
    def margin(self) -> Fraction | None:
        """How far the first leads the next, 0 to 1; 0 in a tie, None when there is no next."""
        best_two = sorted((self.score(form) for form in self.ranks), reverse=True)[:2]
        return best_two[0] - best_two[1] if len(best_two) == 2 else None


def rank_scores(scores: Mapping[str, Fraction]) -> dict[str, int]:
    """Competition ranks: 1 + the number of forms with a higher score. Order of the keys is kept."""
    return {form: 1 + sum(other > score for other in scores.values()) for form, score in scores.items()}
