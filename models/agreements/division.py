"""A recipe applied to a sum of one year, in cents: what each partner is charged, and what is left over.

Shares or rates that are rounded before they are used leave a difference; the key says where that goes (``RestRule``).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from models.agreements.money import Division, Shares, apportion, percent_shares, shares_of
from models.agreements.recipe import PricedLine, PricedRecipe, ProportionalRecipe, Recipe
from models.dossier.costs import CostKey, RestRule
from models.rounding import half_up, nearest, round_to

__all__ = ["Charge", "Rounding", "charge", "divide", "rounded_shares", "rounding_of"]


@dataclass(frozen=True, slots=True)
class Rounding:
    """How a key rounds; ``partner``: the place of the one that bears the rest."""

    rule: RestRule = RestRule.LARGEST_REMAINDER
    partner: int | None = None
    share_decimals: int | None = None
    rate_decimals: int | None = None


@dataclass(frozen=True, slots=True)
class Charge:
    """What each partner is charged in cents.

    ``rest``: the rounding difference that stays with the organisation. ``uncovered``: what prices do not bring in
    (or, below zero, bring in too much). ``spread``: the rounding difference that was divided over the partners or
    borne by one of them. ``rounded_up``: the places that got a cent of largest remainder. ``by_line``: per driver of
    a priced key the charges in cents. ``rates``: the rate that was applied per component or line, in euros a piece.
    """

    parts: tuple[int, ...]
    rest: int = 0
    uncovered: int = 0
    overdrawn: int = 0
    spread: int = 0
    rounded_up: tuple[int, ...] = ()
    by_line: tuple[tuple[int, ...], ...] = ()
    rates: tuple[Fraction | None, ...] = ()

    @property
    def whole(self) -> int:
        """All that is charged."""
        return sum(self.parts)


def rounding_of(key: CostKey, partners: Sequence[str]) -> Rounding:
    """The rounding that a key asks; without the partner that it names, nobody bears the rest."""
    place = partners.index(key.rest_partner) if key.rest_partner in partners else None
    rule = RestRule.LARGEST_REMAINDER if key.rest is RestRule.PARTNER and place is None else key.rest
    return Rounding(rule, place, key.share_decimals, key.rate_decimals)


def rounded_shares(shares: Shares, rounding: Rounding) -> Shares:
    """The shares as percentages with so many decimals.

    By largest remainder they still add up to 100, else half up each.
    """
    if rounding.share_decimals is None:
        return shares
    return percent_shares(shares, rounding.share_decimals, whole=rounding.rule is RestRule.LARGEST_REMAINDER)


def divide(whole: int, shares: Shares, rounding: Rounding) -> Charge:
    """``whole`` cents by shares, and the rest by the rule."""
    if rounding.rule is RestRule.LARGEST_REMAINDER and shares.complete:
        done: Division = apportion(whole, shares)
        return Charge(done.parts, rounded_up=done.rounded_up)
    parts = tuple(nearest(whole * weight, shares.total) for weight in shares.weights)
    return _settled(whole, parts, shares, rounding)


def _settled(whole: int, parts: tuple[int, ...], shares: Shares, rounding: Rounding) -> Charge:
    """The parts with the rest where the rule puts it."""
    rest = whole - sum(parts)
    if not rest:
        return Charge(parts)
    if rounding.rule is RestRule.ORGANISATION:
        return Charge(parts, rest=rest)
    if rounding.rule is RestRule.PARTNER and rounding.partner is not None:
        place = rounding.partner
        return Charge((*parts[:place], parts[place] + rest, *parts[place + 1 :]), spread=rest)
    more = apportion(rest, shares)
    return Charge(tuple(a + b for a, b in zip(parts, more.parts, strict=True)), spread=rest)


def charge(recipe: Recipe, whole: int, rounding: Rounding, factor: Fraction = Fraction(1)) -> Charge:
    """What each partner is charged of ``whole`` cents; ``factor``.

    How far prices and pools have risen with the index.
    """
    if isinstance(recipe, PricedRecipe):
        return _priced(recipe, whole, rounding, factor)
    if rounding.rate_decimals is not None:
        return _by_rate(recipe, whole, rounding)
    return divide(whole, rounded_shares(recipe.shares, rounding), rounding)


def _cents(price: Fraction, quantity: Fraction) -> int:
    """Price in euros times quantity, to the cent."""
    return nearest(price.numerator * quantity.numerator * 100, price.denominator * quantity.denominator)


def _by_rate(recipe: ProportionalRecipe, whole: int, rounding: Rounding) -> Charge:
    """Each component as a rate a piece, rounded before it is applied; equal parts are a rate per partner."""
    count = len(recipe.shares.weights)
    parts, rates = [0] * count, []
    for component in recipe.components:
        quantities = component.figures.quantities if component.figures is not None else (Fraction(1),) * count
        rate = round_to(component.part * whole / 100 / sum(quantities), rounding.rate_decimals)
        rates.append(rate)
        for place, quantity in enumerate(quantities):
            parts[place] += _cents(rate, quantity)
    done = _settled(whole, tuple(parts), recipe.shares, rounding)
    return replace(done, rates=tuple(rates))


def _priced(recipe: PricedRecipe, whole: int, rounding: Rounding, factor: Fraction) -> Charge:
    count = len(recipe.lines[0].figures.quantities)
    by_line: list[Charge] = [Charge((0,) * count)] * len(recipe.lines)
    open_line: int | None = None
    taken = 0
    for number, line in enumerate(recipe.lines):
        if line.price is None and line.pool is None:
            open_line = number
            continue
        by_line[number] = _line(line, rounding, factor)
        taken += by_line[number].whole + by_line[number].rest
    uncovered = whole - taken
    overdrawn = max(0, -uncovered) if open_line is not None and whole >= 0 else 0
    if open_line is not None:
        by_line[open_line] = _pooled(recipe.lines[open_line], uncovered, rounding)
        uncovered = 0
    parts = tuple(sum(line.parts[place] for line in by_line) for place in range(count))
    return Charge(
        parts,
        rest=sum(line.rest for line in by_line),
        uncovered=uncovered,
        overdrawn=overdrawn,
        spread=sum(line.spread for line in by_line),
        rounded_up=tuple(sorted({place for line in by_line for place in line.rounded_up})),
        by_line=tuple(line.parts for line in by_line),
        rates=tuple(rate for line in by_line for rate in line.rates),
    )


def _line(line: PricedLine, rounding: Rounding, factor: Fraction) -> Charge:
    if line.price is None:
        return _pooled(line, half_up((line.pool or Fraction(0)) * factor * 100), rounding)
    price = round_to(line.price * factor, rounding.rate_decimals)
    return Charge(tuple(_cents(price, quantity) for quantity in line.figures.quantities), rates=(price,))


def _pooled(line: PricedLine, pool: int, rounding: Rounding) -> Charge:
    """A pool in proportion to the quantities; by a rounded rate where the key rounds rates."""
    shares = shares_of(line.figures.quantities)
    assert shares is not None  # a recipe has no line with a total of zero that divides a pool
    if rounding.rate_decimals is None:
        done = divide(pool, rounded_shares(shares, rounding), rounding)
        return replace(done, rates=(None,))
    rate = round_to(Fraction(pool, 100) / line.figures.total, rounding.rate_decimals)
    parts = tuple(_cents(rate, quantity) for quantity in line.figures.quantities)
    done = _settled(pool, parts, shares, rounding)
    return replace(done, rates=(rate,))
