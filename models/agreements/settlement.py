"""Settling afterwards: the estimate of the first year beside what was really used and what it really cost."""

from collections.abc import Iterator, Mapping, Sequence

from models.agreements.budget import Budget
from models.agreements.division import charge, rounding_of
from models.agreements.money import cents, euros
from models.agreements.notes import Note, NoteKind
from models.agreements.outcome import RecipePart, Settled
from models.agreements.recipe import PRICED, recipe_of
from models.agreements.sharing import phase_of
from models.dossier.costs import CostKey, CostKeyKind
from models.dossier.explore import Partner

__all__ = ["settle"]


def settle(
    key: CostKey, partners: Sequence[Partner], recipes: Sequence[RecipePart], budget: Budget
) -> tuple[tuple[Settled, ...], tuple[Note, ...]]:
    """Per partner the estimate and the actual charge by the key alone, without transition and limits.

    And what is missing.
    """
    if key.kind is CostKeyKind.COMBINATION or not (key.actuals or key.actual_cost is not None):
        return (), ()
    used = {name: held for name, held in key.actuals.items() if name in key.drivers and held}
    missing = [
        Note(NoteKind.ACTUALS_MISSING, tuple(p.id for p in partners if p.id not in held), name)
        for name, held in used.items()
        if any(p.id not in held for p in partners)
    ]
    if missing:
        return (), tuple(missing)
    yearly = {name: held for name, held in key.yearly.items() if name not in used}
    afterwards = key.model_copy(update={"drivers": {**key.drivers, **used}, "yearly": yearly})
    recipe = recipe_of(afterwards, partners)
    if isinstance(recipe, tuple):
        return (), recipe
    ids = tuple(p.id for p in partners)
    rounding, whole = rounding_of(key, ids), budget.structural(budget.start_place)
    estimate = charge(recipes[0].recipe, whole, rounding).parts
    cost = whole if key.actual_cost is None else cents(key.actual_cost)
    actual = charge(recipe, cost, rounding).parts
    settled = tuple(Settled(p, euros(e), euros(a)) for p, e, a in zip(ids, estimate, actual, strict=True))
    return settled, tuple(_said(key, used, budget))


def _said(key: CostKey, used: Mapping[str, object], budget: Budget) -> Iterator[Note]:
    """Which drivers still count as estimated, and that transition and limits stay outside."""
    for name in key.drivers:
        if used and name not in used and key.kind in PRICED:
            yield Note(NoteKind.ACTUALS_ESTIMATED, name=name)
    phased = phase_of(key, budget.start, budget.start) < 1
    if phased or key.floors or key.ceilings:
        yield Note(NoteKind.SETTLED_BY_KEY_ALONE, year=budget.start)
