"""Settling afterwards: the estimate of the first year beside what was really used and what it really cost."""

from collections.abc import Sequence

from models.agreements.budget import Budget
from models.agreements.division import charge, rounding_of
from models.agreements.money import cents, euros
from models.agreements.notes import Note, NoteKind
from models.agreements.outcome import RecipePart, Settled
from models.agreements.recipe import recipe_of
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
    return tuple(Settled(p, euros(e), euros(a)) for p, e, a in zip(ids, estimate, actual, strict=True)), ()
