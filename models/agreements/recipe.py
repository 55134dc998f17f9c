"""From a cost key to a recipe: how it divides a sum, with every figure on which that rests.

Two families. A key in proportion divides whatever there is: components (equal parts, drivers), each with its part of
the sum (cases.md, "Cost keys that practice uses"). A priced key charges price times quantity, whatever there is; a
driver without a price divides a pool of its own, or the rest.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from models.agreements.drivers import INHABITANTS, DriverFigures, average, figures_of
from models.agreements.money import Shares, as_decimal, percent_shares, shares_of, shares_of_one, summed
from models.agreements.notes import Note, NoteKind
from models.dossier.costs import CostKey, CostKeyKind, RestRule
from models.dossier.explore import Partner
from models.rounding import round_to

__all__ = ["MIXED", "PRICED", "Component", "PricedLine", "PricedRecipe", "ProportionalRecipe", "Recipe", "recipe_of"]

PRICED = frozenset({CostKeyKind.USAGE, CostKeyKind.LUMP_SUM_PLUS, CostKeyKind.HOURS_RATE, CostKeyKind.COST_PRICE})
"""The kinds that charge price times quantity."""

MIXED = frozenset({CostKeyKind.COMPOSITE, CostKeyKind.FIXED_VARIABLE})
"""The kinds that weigh several shares together."""

_WHOLE = Fraction(1)


class Component(NamedTuple):
    """A part of the sum (``part``, of 1) and what it follows: a driver, or nothing (``figures`` is ``None``): equal.

    ``shares``: of each partner in it, rounded where the key asks that.
    """

    name: str
    part: Fraction
    figures: DriverFigures | None
    shares: Shares


@dataclass(frozen=True, slots=True)
class ProportionalRecipe:
    """Components, and the exact shares that they give together."""

    components: tuple[Component, ...]
    shares: Shares


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A driver with its ``price`` in euros a piece, or with a ``pool`` in euros that it divides, or neither: the rest.

    ``cost`` ÷ ``hours`` or ``rate`` × ``norm`` is what the price comes from, before rounding.
    """

    figures: DriverFigures
    price: Fraction | None = None
    pool: Fraction | None = None
    cost: Fraction | None = None
    hours: Fraction | None = None
    rate: Fraction | None = None
    norm: Fraction | None = None
    norm_years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PricedRecipe:
    """The lines of a priced key."""

    lines: tuple[PricedLine, ...]


Recipe = ProportionalRecipe | PricedRecipe


def recipe_of(key: CostKey, partners: Sequence[Partner]) -> Recipe | tuple[Note, ...]:
    """The recipe of a key that is no combination, or why there is none."""
    if not partners:
        return (Note(NoteKind.NO_PARTNERS),)
    wrong = _negative(key)
    if wrong:
        return wrong
    if key.kind in PRICED:
        return _priced(key, partners)
    if key.kind is CostKeyKind.FIXED_TERM:
        return _fixed_term(key, partners)
    return _proportional(key, partners)


def _negative(key: CostKey) -> tuple[Note, ...]:
    names = {name for held in (key.prices, key.weights, key.pools, key.rate_costs) for name, n in held.items() if n < 0}
    return tuple(Note(NoteKind.NEGATIVE_FIGURE, name=name) for name in sorted(names & set(key.drivers)))


# --- in proportion


def _proportional(key: CostKey, partners: Sequence[Partner]) -> Recipe | tuple[Note, ...]:
    parts = _parts(key)
    if isinstance(parts, tuple):
        return parts
    components, notes = [], []
    for name, part in parts.items():
        figures = figures_of(key, name, partners) if name else None
        if isinstance(figures, Note):
            notes.append(figures)
        elif figures is not None and not figures.total:
            notes.append(Note(NoteKind.DRIVER_ZERO, name=name))
        else:
            components.append(Component(name, part, figures, _component_shares(key, figures, len(partners))))
    if notes:
        return tuple(notes)
    parts_of_one = [summed([c.part * c.shares.of(i) for c in components]) for i in range(len(partners))]
    return ProportionalRecipe(tuple(components), shares_of_one(parts_of_one))


def _component_shares(key: CostKey, figures: DriverFigures | None, count: int) -> Shares:
    exact = Shares((1,) * count, count) if figures is None else shares_of(figures.quantities)
    assert exact is not None  # a driver with a total of zero is a note
    if key.component_decimals is None or key.kind not in MIXED:
        return exact
    return percent_shares(exact, key.component_decimals, whole=key.rest is RestRule.LARGEST_REMAINDER)


def _parts(key: CostKey) -> Mapping[str, Fraction] | tuple[Note, ...]:
    """By driver (or "" for equal parts) its part of the sum."""
    if key.kind is CostKeyKind.EQUAL:
        return {"": _WHOLE}
    fixed = Fraction(0)
    if key.kind is CostKeyKind.FIXED_VARIABLE and key.fixed_percentage is not None:
        fixed = Fraction(key.fixed_percentage) / 100
    if fixed == _WHOLE:
        return {"": fixed}
    if not key.drivers:
        # Whoever divides by inhabitants has them in the step Partners: nothing need be typed.
        taken = key.kind is CostKeyKind.INHABITANTS
        return {INHABITANTS: _WHOLE} if taken else (Note(NoteKind.NO_DRIVER),)
    if key.kind is CostKeyKind.FIXED_VARIABLE and key.fixed_percentage is None:
        return (Note(NoteKind.FIXED_PART_MISSING),)
    equal = {"": fixed} if fixed else {}
    weights = _weights(key)
    if isinstance(weights, tuple):
        return weights
    return {**equal, **{name: (_WHOLE - fixed) * weight for name, weight in weights.items()}}


def _weights(key: CostKey) -> Mapping[str, Fraction] | tuple[Note, ...]:
    """The weight of each driver, of 1; one driver needs none. A driver with weight 0 does not count."""
    if len(key.drivers) == 1 and (key.kind is not CostKeyKind.COMPOSITE or not key.weights):
        return dict.fromkeys(key.drivers, _WHOLE)
    without = [name for name in key.drivers if name not in key.weights]
    if without:
        return tuple(Note(NoteKind.WEIGHTS_MISSING, name=name) for name in without)
    total = sum((key.weights[name] for name in key.drivers), Decimal(0))
    if total != 100:
        return (Note(NoteKind.WEIGHTS_NOT_WHOLE, amount=total),)
    return {name: Fraction(key.weights[name]) / 100 for name in key.drivers if key.weights[name]}


def _fixed_term(key: CostKey, partners: Sequence[Partner]) -> Recipe | tuple[Note, ...]:
    if not key.drivers:
        return (Note(NoteKind.NO_DRIVER),)
    figures = figures_of(key, next(iter(key.drivers)), partners)
    if isinstance(figures, Note):
        return (figures,)
    if figures.total != 100:
        return (Note(NoteKind.PERCENTAGES_NOT_WHOLE, amount=as_decimal(figures.total)),)
    shares = shares_of(figures.quantities)
    assert shares is not None
    return ProportionalRecipe((Component(figures.driver, _WHOLE, figures, shares),), shares)


# --- priced


def _priced(key: CostKey, partners: Sequence[Partner]) -> Recipe | tuple[Note, ...]:
    if not key.drivers:
        return (Note(NoteKind.NO_DRIVER),)
    lines, notes = [], []
    for name in key.drivers:
        line = _line(key, name, partners)
        if isinstance(line, Note):
            notes.append(line)
        else:
            lines.append(line)
    open_lines = [line for line in lines if line.price is None and line.pool is None]
    if len(open_lines) > 1:
        names = tuple(line.figures.driver for line in open_lines)
        notes.append(Note(NoteKind.TOO_MANY_REST_DRIVERS, names=names))
    notes += [
        Note(NoteKind.DRIVER_ZERO, name=line.figures.driver)
        for line in lines
        if line.price is None and not line.figures.total
    ]
    return tuple(notes) if notes else PricedRecipe(tuple(lines))


def _line(key: CostKey, name: str, partners: Sequence[Partner]) -> PricedLine | Note:
    figures = figures_of(key, name, partners)
    if isinstance(figures, Note):
        return figures
    line = PricedLine(figures)
    if key.kind is CostKeyKind.COST_PRICE:
        return _cost_price(key, name, line)
    if name in key.rate_costs or name in key.rate_hours:
        cost, hours = key.rate_costs.get(name), key.rate_hours.get(name)
        if cost is None or hours is None:
            return Note(NoteKind.PRICE_MISSING, name=name)
        if not hours:
            return Note(NoteKind.RATE_HOURS_ZERO, name=name)
        price = round_to(Fraction(cost) / Fraction(hours), key.rate_decimals)
        return replace(line, price=price, cost=Fraction(cost), hours=Fraction(hours))
    if name in key.prices:
        return replace(line, price=round_to(Fraction(key.prices[name]), key.rate_decimals))
    if name in key.pools:
        return replace(line, pool=Fraction(key.pools[name]))
    return line


def _cost_price(key: CostKey, name: str, line: PricedLine) -> PricedLine | Note:
    """Rate an hour times norm hours a piece; the norm is the mean of the years that are filled in (often three)."""
    years = tuple(sorted(key.norm_hours.get(name, {})))
    if years:
        norm = average([Fraction(key.norm_hours[name][year]) for year in years])
    elif name in key.weights:
        norm = Fraction(key.weights[name])
    else:
        return Note(NoteKind.PRICE_MISSING, name=name)
    if name not in key.prices:
        return Note(NoteKind.PRICE_MISSING, name=name)
    rate = Fraction(key.prices[name])
    return replace(line, price=round_to(rate * norm, key.rate_decimals), rate=rate, norm=norm, norm_years=years)
