"""Floors and ceilings: who would pay less or more than agreed pays the limit, and the others bear what that leaves.

The rest is resolved until nobody is outside a limit (as CSS resolves flexible lengths): in each round the limits that
together press hardest are fixed, and what is left is divided again over those that are still free.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from models.agreements.money import apportion, cents, euros, shares_of
from models.agreements.notes import Note, NoteKind
from models.dossier.costs import AbsorbRule, CostKey

__all__ = ["Limited", "Limits", "limited", "limits_of"]


class Limits(NamedTuple):
    """Per partner the least and the most in cents (``None``: no limit), and who bears the rest."""

    partners: tuple[str, ...]
    low: tuple[int | None, ...]
    high: tuple[int | None, ...]
    rule: AbsorbRule
    absorber: int | None = None


class Limited(NamedTuple):
    """The parts within the limits; ``at_floor`` and ``at_ceiling``: the places that pay a limit.

    ``rounds``: after each.
    """

    parts: tuple[int, ...]
    at_floor: tuple[int, ...] = ()
    at_ceiling: tuple[int, ...] = ()
    rounds: tuple[tuple[int, ...], ...] = ()


def limits_of(key: CostKey, partners: Sequence[str]) -> Limits | Note | None:
    """The limits of a key for these partners; ``None`` without any; a note where they contradict each other."""
    low = tuple(_cents(key.floors, partner) for partner in partners)
    high = tuple(_cents(key.ceilings, partner) for partner in partners)
    if not any(limit is not None for limit in (*low, *high)):
        return None
    for partner, least, most in zip(partners, low, high, strict=True):
        if least is not None and most is not None and least > most:
            return Note(NoteKind.FLOOR_ABOVE_CEILING, (partner,), amount=euros(least), limit=euros(most))
    absorber = partners.index(key.absorb_partner) if key.absorb_partner in partners else None
    if key.absorb is AbsorbRule.PARTNER and absorber is None:
        return Note(NoteKind.ABSORB_PARTNER_MISSING)
    return Limits(tuple(partners), low, high, key.absorb, absorber)


def _cents(limits: Mapping[str, Decimal], partner: str) -> int | None:
    held = limits.get(partner)
    return None if held is None else cents(held)


def limited(parts: tuple[int, ...], limits: Limits, year: int) -> Limited | Note:
    """``parts`` brought within the limits, with the same sum; or why that cannot be."""
    problem = _impossible(parts, limits, year)
    if problem is not None:
        return problem
    if limits.rule is AbsorbRule.PARTNER and limits.absorber is not None:
        return _one_absorbs(parts, limits, limits.absorber, year)
    return _resolved(parts, limits)


def _impossible(parts: tuple[int, ...], limits: Limits, year: int) -> Note | None:
    whole = sum(parts)
    if any(low is not None for low in limits.low):
        # A partner without a floor whose part is below zero makes room for the floors of the others.
        least = sum(_bounds(part, limits, place)[0] for place, part in enumerate(parts))
        if least > whole:
            floors = sum(low or 0 for low in limits.low)
            return Note(NoteKind.FLOORS_TOO_HIGH, year=year, amount=euros(whole), limit=euros(floors))
    if all(high is not None for high in limits.high):
        most = sum(high or 0 for high in limits.high)
        if most < whole:
            return Note(NoteKind.CEILINGS_TOO_LOW, year=year, amount=euros(whole), limit=euros(most))
    return None


def _bounds(part: int, limits: Limits, place: int) -> tuple[int, int | None]:
    """What a partner may pay: never below zero unless its part was below zero already."""
    low, high = limits.low[place], limits.high[place]
    return (min(part, 0) if low is None else low), high


def _clamped(part: int, bounds: tuple[int, int | None]) -> int:
    low, high = bounds
    return max(low, part if high is None else min(part, high))


def _one_absorbs(parts: tuple[int, ...], limits: Limits, absorber: int, year: int) -> Limited | Note:
    """Everybody is brought to the limit.

    The one that absorbs pays what is left, and must stay within its own limits.
    """
    done = [_clamped(part, _bounds(part, limits, place)) for place, part in enumerate(parts)]
    done[absorber] = sum(parts) - sum(part for place, part in enumerate(done) if place != absorber)
    if done[absorber] != _clamped(done[absorber], _bounds(parts[absorber], limits, absorber)):
        amount = euros(done[absorber])
        return Note(NoteKind.ABSORBER_OUTSIDE, (limits.partners[absorber],), year=year, amount=amount)
    return _result(parts, tuple(done), limits, (tuple(done),))


def _resolved(parts: tuple[int, ...], limits: Limits) -> Limited:
    whole, current = sum(parts), parts
    fixed: dict[int, int] = {}
    rounds: list[tuple[int, ...]] = []
    while True:
        free = [place for place in range(len(parts)) if place not in fixed]
        bounds = {place: _bounds(parts[place], limits, place) for place in free}
        moved = {place: _clamped(current[place], bounds[place]) - current[place] for place in free}
        pressed = sum(moved.values())
        if not any(moved.values()):
            return _result(parts, current, limits, tuple(rounds))
        # Above zero the floors press harder, below zero the ceilings; at zero all that moved can be fixed at once.
        for place, move in moved.items():
            if move and (pressed == 0 or (move > 0) == (pressed > 0)):
                fixed[place] = current[place] + move
        current = _shared_again(parts, fixed, whole, limits.rule)
        rounds.append(current)


def _shared_again(parts: tuple[int, ...], fixed: Mapping[int, int], whole: int, rule: AbsorbRule) -> tuple[int, ...]:
    """What is left after the fixed parts, over those that are free.

    In proportion to their parts, or the same for each.
    """
    free = [place for place in range(len(parts)) if place not in fixed]
    left = whole - sum(fixed.values())
    done = dict(fixed)
    if free:
        before = sum(parts[place] for place in free)
        even = shares_of([1] * len(free))
        by_part = shares_of([parts[place] for place in free]) if rule is AbsorbRule.PROPORTIONAL else None
        assert even is not None
        if by_part is not None:
            shared = apportion(left, by_part).parts
        else:
            more = apportion(left - before, even).parts
            shared = tuple(parts[place] + extra for place, extra in zip(free, more, strict=True))
        done |= dict(zip(free, shared, strict=True))
    return tuple(done[place] for place in range(len(parts)))


def _result(
    parts: tuple[int, ...], done: tuple[int, ...], limits: Limits, rounds: tuple[tuple[int, ...], ...]
) -> Limited:
    at_floor = tuple(i for i, part in enumerate(done) if part == limits.low[i] and parts[i] < part)
    at_ceiling = tuple(i for i, part in enumerate(done) if part == limits.high[i] and parts[i] > part)
    return Limited(done, at_floor, at_ceiling, rounds)
