"""Sums of hours, fte and euros: per partner, per phase, per role. What is missing is counted, never taken as zero."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, NamedTuple, TypeVar

from models.agreements.hours_lines import Effort, EffortState, HourLine

__all__ = ["Part", "Side", "Tallies", "Tally", "Total", "tallies_of"]

_N = TypeVar("_N", int, Fraction)
_Of = Callable[[HourLine], Effort]


@dataclass(frozen=True, slots=True)
class Total(Generic[_N]):
    """The sum of what is known; ``known`` and ``missing``: of how many lines."""

    amount: _N
    known: int = 0
    missing: int = 0

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing

    @property
    def value(self) -> _N | None:
        """The sum, None where something is missing."""
        return None if self.missing else self.amount

    @property
    def shown(self) -> _N | None:
        """What a table may show: the sum of what is known, None where nothing is."""
        return None if self.missing and not self.known else self.amount


class Side(NamedTuple):
    """What is brought, or what is taken, in hours a year, fte and cents (``pay_cents``: the direct pay in those)."""

    hours: Total[Fraction]
    fte: Total[Fraction]
    cents: Total[int]
    pay_cents: Total[int]


class Tally(NamedTuple):
    """Brought and taken of ``key``: id of a partner, or name of a phase or role. Balances: brought less taken."""

    key: str
    brings: Side
    takes: Side

    @property
    def hours(self) -> Fraction | None:
        """Balance in hours a year; None where hours are missing."""
        return _less(self.brings.hours.value, self.takes.hours.value)

    @property
    def fte(self) -> Fraction | None:
        """Balance in fte; None where something is missing."""
        return _less(self.brings.fte.value, self.takes.fte.value)

    @property
    def cents(self) -> int | None:
        """Balance in cents at the rates; None where something is missing."""
        return _less(self.brings.cents.value, self.takes.cents.value)

    @property
    def empty(self) -> bool:
        """Whether it holds no line at all."""
        return not (_lines(self.brings) + _lines(self.takes))


class Part(NamedTuple):
    """A phase or a role: all of it, and per partner that has a line in it. An empty name: none was filled in."""

    name: str
    total: Tally
    partners: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class Tallies:
    """The same lines added up in four ways; ``partners`` has every partner, in the order of the dossier."""

    total: Tally
    partners: tuple[Tally, ...]
    phases: tuple[Part, ...]
    roles: tuple[Part, ...]


def tallies_of(lines: Sequence[HourLine], partners: Sequence[str], effort: _Of) -> Tallies:
    """Add up ``effort`` (planned or made) of ``lines``; what somebody left out does not count."""
    counted = [line for line in lines if effort(line).state is not EffortState.LEFT_OUT]
    return Tallies(
        _tally("", counted, effort),
        _per_partner(counted, partners, effort),
        _parts(counted, partners, effort, lambda line: line.phase),
        _parts(counted, partners, effort, lambda line: line.role),
    )


def _per_partner(lines: Sequence[HourLine], partners: Sequence[str], effort: _Of) -> tuple[Tally, ...]:
    own: dict[str, list[HourLine]] = {partner: [] for partner in partners}
    for line in lines:
        own[line.partner].append(line)
    return tuple(_tally(partner, rows, effort) for partner, rows in own.items())


def _parts(
    lines: Sequence[HourLine], partners: Sequence[str], effort: _Of, name: Callable[[HourLine], str]
) -> tuple[Part, ...]:
    groups: dict[str, tuple[str, list[HourLine]]] = {}
    for line in lines:
        said = " ".join(name(line).split())
        groups.setdefault(said.casefold(), (said, []))[1].append(line)
    made = []
    for said, rows in groups.values():
        present = {line.partner for line in rows}
        each = _per_partner(rows, [partner for partner in partners if partner in present], effort)
        made.append(Part(said, _tally(said, rows, effort), each))
    return tuple(made)


def _tally(key: str, lines: Iterable[HourLine], effort: _Of) -> Tally:
    rows = tuple(lines)
    return Tally(
        key,
        _side([effort(line) for line in rows if not line.takes]),
        _side([effort(line) for line in rows if line.takes]),
    )


def _side(efforts: Sequence[Effort]) -> Side:
    return Side(
        _total([e.yearly for e in efforts], Fraction(0)),
        _total([e.fte for e in efforts], Fraction(0)),
        _total([e.cents for e in efforts], 0),
        _total([e.pay_cents for e in efforts], 0),
    )


def _total(amounts: Sequence[_N | None], nothing: _N) -> Total[_N]:
    given = [amount for amount in amounts if amount is not None]
    return Total(sum(given, nothing), len(given), len(amounts) - len(given))


def _lines(side: Side) -> int:
    return side.hours.known + side.hours.missing


def _less(brings: _N | None, takes: _N | None) -> _N | None:
    return None if brings is None or takes is None else brings - takes
