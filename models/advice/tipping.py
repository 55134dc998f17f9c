"""Which single answer, or which criterion left out, changes the winner; and what would make another form win.

[advice-model, robustness (d) and (e), and the explanation per form]
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from models.advice.problem import Problem, Standing

__all__ = [
    "AnswerChange",
    "LeaveOneOut",
    "TippingPoint",
    "leave_one_out",
    "path_to_win",
    "single_changes",
    "tipping_points",
]

SCALE = range(1, 6)


class AnswerChange(NamedTuple):
    """One answer that becomes another."""

    criterion: str
    before: int
    after: int

    @property
    def points(self) -> int:
        """By how many points the answer moves."""
        return abs(self.after - self.before)


class TippingPoint(NamedTuple):
    """A single change, and the ``winners`` after it; a tipping point where some present winner is not among them."""

    change: AnswerChange
    winners: tuple[str, ...]


class LeaveOneOut(NamedTuple):
    """The winners with one criterion left out; ``changed``: some present winner is no longer first."""

    criterion: str
    winners: tuple[str, ...]
    changed: bool


class _Sums:
    """Scores that follow a changed answer without starting anew: per form, weight times fit, and weight."""

    def __init__(self, problem: Problem) -> None:
        self.problem, self.standing = problem, problem.standing
        self.sums = {form: problem.sums(form) for form in problem.forms}

    def after(self, criterion: str, value: int) -> Standing:
        """The standing when ``criterion``, which has an answer, is answered with ``value``; ranks past 1 are 2."""
        problem, weight, before = self.problem, self.problem.importance[criterion], self.problem.answers[criterion]
        assert before is not None
        scores, excluded = dict(self.standing.scores), dict(self.standing.excluded)
        for form, demands in problem.demands.items():
            if criterion not in demands:
                continue
            top, bottom = self.sums[form]
            if weight:
                gain = problem.units(form, criterion, value) - problem.units(form, criterion, before)
                scores[form] = Fraction(top + weight * gain, bottom * problem.scale)
            others = tuple(c for c in excluded.pop(form, ()) if c != criterion)
            if others or demands[criterion].excludes(value):
                excluded[form] = (*others, *((criterion,) if demands[criterion].excludes(value) else ()))
        running = {f: s for f, s in scores.items() if s is not None and f not in excluded}
        best = max(running.values(), default=None)
        return Standing(scores, excluded, {f: 1 if s == best else 2 for f, s in running.items()})


def single_changes(problem: Problem, fixed: Iterable[str] = ()) -> tuple[TippingPoint, ...]:
    """Every single other answer, and who is first then. ``fixed``: as for :func:`tipping_points`."""
    sums, points = _Sums(problem), []
    for criterion in _answers(problem, fixed):
        before = problem.answers[criterion]
        assert before is not None
        for value in SCALE:
            if value != before:
                points.append(
                    TippingPoint(AnswerChange(criterion, before, value), sums.after(criterion, value).winners)
                )
    return tuple(points)


def tipping_points(problem: Problem, fixed: Iterable[str] = ()) -> tuple[TippingPoint, ...]:
    """Per criterion with an answer and per direction, the smallest change that topples a winner; smallest first.

    ``fixed``: criteria that are no answer of anybody (the number of partners). Equal sizes keep the order of
    the criteria.
    """
    sums = _Sums(problem)
    winners = set(sums.standing.winners)
    if not winners:
        return ()
    found = [point for c in _answers(problem, fixed) for point in _tips(sums, c, winners)]
    return tuple(sorted(found, key=lambda point: point.change.points))


def _answers(problem: Problem, fixed: Iterable[str]) -> Iterator[str]:
    held = set(fixed)
    return (c for c, value in problem.answers.items() if value is not None and c not in held)


def _tips(sums: _Sums, criterion: str, winners: set[str]) -> Iterator[TippingPoint]:
    before = sums.problem.answers[criterion]
    assert before is not None
    for direction in (range(before - 1, SCALE.start - 1, -1), range(before + 1, SCALE.stop)):
        for value in direction:
            now = sums.after(criterion, value).winners
            if not winners <= set(now):
                yield TippingPoint(AnswerChange(criterion, before, value), now)
                break


def leave_one_out(problem: Problem) -> tuple[LeaveOneOut, ...]:
    """The winners with each answered criterion left out in turn."""
    winners = set(problem.standing.winners)
    without = ((c, problem.without(c).standing.winners) for c in problem.answered)
    return tuple(LeaveOneOut(c, now, not winners <= set(now)) for c, now in without)


def path_to_win(
    problem: Problem, form: str, fixed: Iterable[str] = (), singles: Sequence[TippingPoint] | None = None
) -> tuple[AnswerChange, ...] | None:
    """Answers to change until ``form`` is in first place: a single one where that suffices, the smallest change first;
    else greedily its own unmet answers, the most telling first.

    ``singles``: :func:`single_changes`, where somebody worked them out already. Empty when the form is there already;
    None when no such way was found. The search is no proof that there is none.
    """
    if form in problem.standing.winners:
        return ()
    points = single_changes(problem, fixed) if singles is None else singles
    single = min((p.change for p in points if form in p.winners), key=lambda change: change.points, default=None)
    if single is not None:
        return (single,)
    changes: list[AnswerChange] = []
    changed = set(fixed)
    while form not in problem.standing.winners:
        step = _best_step(problem, form, changed)
        if step is None:
            return None
        changes.append(step)
        changed.add(step.criterion)
        problem = problem.with_answer(step.criterion, step.after)
    return tuple(changes)


def _best_step(problem: Problem, form: str, changed: set[str]) -> AnswerChange | None:
    sums = _Sums(problem)
    best: tuple[tuple[int, Fraction, int], AnswerChange] | None = None
    for criterion in _answers(problem, changed):
        demand, before = problem.demands[form].get(criterion), problem.answers[criterion]
        if demand is None or before is None or not demand.distance(before):
            continue
        after = demand.low if before < demand.low else demand.high
        assert after is not None
        change = AnswerChange(criterion, before, after)
        gain = _gain(sums.after(criterion, after), form, change)
        if best is None or gain > best[0]:
            best = (gain, change)
    return best[1] if best else None


def _gain(standing: Standing, form: str, change: AnswerChange) -> tuple[int, Fraction, int]:
    """Fewest exclusions first, then the largest lead over the best of the others, then the smallest change."""
    others = [standing.score(f) for f in standing.ranks if f != form]
    score = standing.scores[form] or Fraction(0)
    return (-len(standing.excluded.get(form, ())), score - max(others, default=Fraction(0)), -change.points)
