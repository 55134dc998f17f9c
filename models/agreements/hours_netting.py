"""Who owes whom, in hours or in cents, so that what is paid is exactly what is received.

What a partner brings first covers what it takes itself: only the balance is settled, so that who brings more receives
and who takes more pays. Where the partners together brought more than they took (or the other way round) the side
that is larger counts in proportion, by largest remainder. The difference is nobody's: it stays visible in the outcome.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, NamedTuple, TypeVar

from models.agreements.money import apportion, shares_of
from models.rounding import half_up

__all__ = ["Advance", "Netting", "NettingLine", "Transfer", "advance_of", "net_cents", "net_hours", "transfers_of"]

_N = TypeVar("_N", int, Fraction)
_FINEST = 100
"""Hours are settled to the hundredth, or finer where somebody filled in finer hours."""


@dataclass(frozen=True, slots=True)
class NettingLine(Generic[_N]):
    """One partner. ``claim`` and ``debt``: all that it brought and took; ``credit`` and ``charge``: what is settled."""

    partner: str
    claim: _N
    debt: _N
    credit: _N
    charge: _N

    @property
    def own(self) -> _N:
        """All that it brought less all that it took."""
        return self.claim - self.debt

    @property
    def balance(self) -> _N:
        """What is settled: above zero the partner receives, below zero it pays."""
        return self.credit - self.charge


@dataclass(frozen=True, slots=True)
class Transfer(Generic[_N]):
    """``payer`` owes ``receiver`` this much."""

    payer: str
    receiver: str
    amount: _N


@dataclass(frozen=True, slots=True)
class Netting(Generic[_N]):
    """All partners. The balances of ``lines`` add up to zero; ``transfers`` bring them about, with few payments.

    ``claimed`` and ``owed``: all that was brought and taken; ``settled``: what changes hands. ``rounded_up``: the
    partners that got a cent (or a hundredth) of rounding.
    """

    lines: tuple[NettingLine[_N], ...]
    claimed: _N
    owed: _N
    settled: _N
    transfers: tuple[Transfer[_N], ...]
    rounded_up: tuple[str, ...]

    @property
    def open(self) -> _N:
        """What is nobody's: above zero brought without a user, below zero used without a bringer."""
        return self.claimed - self.owed


class Advance(NamedTuple):
    """What each partner receives (above zero) or pays beforehand, in cents; adds up to zero."""

    percentage: Fraction
    total: int
    balances: tuple[int, ...]
    rounded_up: tuple[str, ...]


def net_cents(partners: Sequence[str], claims: Sequence[int], debts: Sequence[int]) -> Netting[int]:
    """Settle cents: claims for what was brought, debts for what was taken; none below zero."""
    return _net(partners, claims, debts)


def net_hours(partners: Sequence[str], claims: Sequence[Fraction], debts: Sequence[Fraction]) -> Netting[Fraction]:
    """Settle hours for hours."""
    fine = math.lcm(_FINEST, *(amount.denominator for amount in (*claims, *debts)))
    counted = _net(partners, [int(c * fine) for c in claims], [int(d * fine) for d in debts])
    return _scaled(counted, lambda amount: Fraction(amount, fine))


def advance_of(netting: Netting[int], percentage: Fraction) -> Advance:
    """``percentage`` of what is to be paid by plan, half up; divided over payers and receivers by largest remainder."""
    up = [max(line.balance, 0) for line in netting.lines]
    down = [max(-line.balance, 0) for line in netting.lines]
    total = half_up(sum(up) * percentage / 100)
    received, first = _divided(total, up)
    paid, second = _divided(total, down)
    places = sorted({*first, *second})
    balances = tuple(r - p for r, p in zip(received, paid, strict=True))
    return Advance(percentage, total, balances, tuple(netting.lines[place].partner for place in places))


def _net(partners: Sequence[str], claims: Sequence[int], debts: Sequence[int]) -> Netting[int]:
    own = [claim - debt for claim, debt in zip(claims, debts, strict=True)]
    up, down = [max(balance, 0) for balance in own], [max(-balance, 0) for balance in own]
    settled = min(sum(up), sum(down))
    credits_, first = _divided(settled, up)
    charges, second = _divided(settled, down)
    lines = tuple(NettingLine(*row) for row in zip(partners, claims, debts, credits_, charges, strict=True))
    rounded = tuple(partners[place] for place in sorted({*first, *second}))
    transfers = transfers_of(partners, [line.balance for line in lines])
    return Netting(lines, sum(claims), sum(debts), settled, transfers, rounded)


def _divided(whole: int, parts: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
    """The parts of ``whole``, and the places that got one of rounding."""
    if whole == sum(parts):
        return parts, ()
    shares = shares_of(parts)
    if shares is None:
        return [0] * len(parts), ()
    division = apportion(whole, shares)
    return division.parts, division.rounded_up


def transfers_of(partners: Sequence[str], balances: Sequence[int]) -> tuple[Transfer[int], ...]:
    """Who pays whom, for balances that add up to zero.

    The largest debtor pays the largest creditor, and so on: fewer payments than partners.
    """
    left = dict(zip(partners, balances, strict=True))
    payers = sorted((key for key, balance in left.items() if balance < 0), key=lambda key: left[key])
    receivers = sorted((key for key, balance in left.items() if balance > 0), key=lambda key: -left[key])
    made: list[Transfer[int]] = []
    at = 0
    for payer in payers:
        while left[payer]:
            receiver = receivers[at]
            amount = min(-left[payer], left[receiver])
            made.append(Transfer(payer, receiver, amount))
            left[payer] += amount
            left[receiver] -= amount
            at += not left[receiver]
    return tuple(made)


def _scaled(netting: Netting[int], scale: Callable[[int], Fraction]) -> Netting[Fraction]:
    lines = tuple(
        NettingLine(line.partner, scale(line.claim), scale(line.debt), scale(line.credit), scale(line.charge))
        for line in netting.lines
    )
    transfers = tuple(Transfer(t.payer, t.receiver, scale(t.amount)) for t in netting.transfers)
    return Netting(
        lines, scale(netting.claimed), scale(netting.owed), scale(netting.settled), transfers, netting.rounded_up
    )
