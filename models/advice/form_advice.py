"""From the exact problem to the advice on the form. [advice-model, "Arithmetic"]"""

from collections.abc import Iterable
from fractions import Fraction

from models.advice.from_dossier import DERIVED
from models.advice.intervals import weight_intervals
from models.advice.problem import Problem, Standing
from models.advice.results import Contribution, FormAdvice, FormOutcome, Outcome, Robustness
from models.advice.smaa import acceptability_perturbed, acceptability_uniform
from models.advice.tipping import TippingPoint, leave_one_out, path_to_win, single_changes, tipping_points
from models.knowledge.forms import Thresholds
from models.vocabulary import CooperationForm, CriterionId

__all__ = ["form_advice"]

_FIXED = (DERIVED.value,)


def form_advice(problem: Problem, thresholds: Thresholds, *, samples: bool = True) -> FormAdvice:
    """Weigh the forms. ``samples``: also run SMAA, without which no lead is called clear."""
    standing = problem.standing
    robustness = _robustness(problem, thresholds, samples)
    margin = None if standing.margin is None else 100 * standing.margin
    contenders = _contenders(problem, standing, Fraction(thresholds.clear_margin))
    outcome = _outcome(problem, standing, thresholds, robustness)
    singles = single_changes(problem, _FIXED)
    if outcome in {Outcome.CLEAR, Outcome.PROVISIONAL}:
        recommended = standing.winners[0]
    else:
        recommended = contenders[0] if outcome is Outcome.NOT_CLEAR else ""
    return FormAdvice(
        outcome=outcome,
        problem=problem,
        standing=standing,
        forms=tuple(_form_outcome(problem, standing, form, thresholds, singles) for form in problem.forms),
        coverage=problem.coverage(),
        winners=_forms(standing.winners),
        margin=margin,
        contenders=_forms(contenders),
        recommended=CooperationForm(recommended) if recommended else None,
        missing=_missing(problem, standing),
        robustness=robustness,
    )


def _forms(keys: Iterable[str]) -> tuple[CooperationForm, ...]:
    return tuple(CooperationForm(key) for key in keys)


def _contenders(problem: Problem, standing: Standing, within: Fraction) -> tuple[str, ...]:
    """The forms less than ``within`` points behind the first, lightest first."""
    if not standing.winners:
        return ()
    best = standing.score(standing.winners[0])
    return tuple(f for f in problem.forms if f in standing.ranks and 100 * (best - standing.score(f)) < within)


def _outcome(problem: Problem, standing: Standing, thresholds: Thresholds, robustness: Robustness) -> Outcome:
    if problem.coverage() < Fraction(thresholds.coverage) or not _weighs_anything(problem):
        return Outcome.NO_ADVICE
    if not standing.winners:
        return Outcome.ALL_EXCLUDED if standing.excluded else Outcome.NO_ADVICE
    margin = standing.margin
    if len(standing.winners) > 1 or (margin is not None and 100 * margin < Fraction(thresholds.clear_margin)):
        return Outcome.NOT_CLEAR
    if robustness.perturbed is None:
        return Outcome.PROVISIONAL
    share = robustness.perturbed.first(standing.winners[0])
    return Outcome.CLEAR if share >= float(thresholds.clear_first_share) else Outcome.NOT_CLEAR


def _weighs_anything(problem: Problem) -> bool:
    """Whether people answered at least one statement that counts, and there are partners to cooperate."""
    alone = DERIVED.value in problem.answers and problem.answers[DERIVED.value] is None
    return not alone and any(criterion not in _FIXED for criterion in problem.answered)


def _robustness(problem: Problem, thresholds: Thresholds, samples: bool) -> Robustness:
    uniform = perturbed = None
    if samples:
        low, high = float(thresholds.perturbation_low), float(thresholds.perturbation_high)
        uniform = acceptability_uniform(problem, thresholds.samples, thresholds.seed)
        perturbed = acceptability_perturbed(problem, thresholds.samples, thresholds.seed, low, high)
    return Robustness(
        weight_intervals(problem), tipping_points(problem, _FIXED), leave_one_out(problem), uniform, perturbed
    )


def _form_outcome(
    problem: Problem, standing: Standing, form: str, thresholds: Thresholds, singles: tuple[TippingPoint, ...]
) -> FormOutcome:
    score, coverage = standing.scores[form], problem.coverage(form)
    return FormOutcome(
        form=CooperationForm(form),
        score=None if score is None else 100 * score,
        rank=standing.ranks.get(form),
        coverage=coverage,
        thin=coverage < Fraction(thresholds.coverage),
        excluded_by=tuple(CriterionId(c) for c in standing.excluded.get(form, ())),
        contributions=_contributions(problem, form),
        path=path_to_win(problem, form, _FIXED, singles) if standing.ranks or standing.excluded else None,
    )


def _contributions(problem: Problem, form: str) -> tuple[Contribution, ...]:
    asked = [c for c in problem.answered if c in problem.demands[form]]
    total = sum(problem.importance[c] for c in asked)
    rows = []
    for criterion in asked:
        fit, value = problem.fit(form, criterion), problem.answers[criterion]
        assert fit is not None
        assert value is not None
        rows.append(Contribution(CriterionId(criterion), value, fit, Fraction(problem.importance[criterion], total)))
    return tuple(sorted(rows, key=lambda row: -row.weight))


def _missing(problem: Problem, standing: Standing) -> tuple[CriterionId, ...]:
    """Unanswered criteria, those first on which most weight hangs for most forms that still take part."""
    open_forms = [form for form in problem.forms if form not in standing.excluded]
    unanswered = [c for c in problem.weighed if problem.answers[c] is None]

    def telling(criterion: str) -> int:
        return problem.importance[criterion] * sum(criterion in problem.demands[form] for form in open_forms)

    return tuple(CriterionId(c) for c in sorted(unanswered, key=telling, reverse=True))
