"""Hours and input: who brings and who takes, what that costs, how it is settled, and whether drivers have been freed.

One call, :func:`hours_outcome`, works out everything of the section uren. Hours, fte and rates are exact fractions;
money is whole cents. Nothing is assumed: what is missing comes back as a note, and what hangs on it as None.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from models.agreements.hours_lines import Effort, EffortState, Freed, HourLine, OverheadKind, hour_lines, overhead_kind
from models.agreements.hours_netting import Advance, Netting, Transfer, advance_of, net_cents, net_hours, transfers_of
from models.agreements.hours_notes import HoursNote, HoursNoteKind
from models.agreements.hours_remarks import line_notes, settling_notes, source_notes
from models.agreements.hours_tally import Tallies, Tally, tallies_of
from models.dossier.base import known
from models.dossier.hours import Settlement, UrenSection

__all__ = [
    "Footing",
    "FootingLine",
    "FreedHours",
    "HoursOutcome",
    "PaymentLine",
    "footing_of",
    "hours_outcome",
]

_K = HoursNoteKind


class PaymentLine(NamedTuple):
    """Cents of one partner; above zero it receives, below zero it pays. None: not known (yet).

    ``planned``: by the planned hours; ``advance``: of that beforehand; ``actual``: by the hours made; ``still``: what
    is left to settle afterwards, actual less advance (all of it where no advance was agreed).
    """

    partner: str
    planned: int | None
    advance: int | None
    actual: int | None
    still: int | None


class FreedHours(NamedTuple):
    """Hours a year that partners bring, by whether people were really given the time [S0 factor 4].

    ``hours``: of what is known; ``entries``: the lines per answer, also those without hours.
    """

    hours: Mapping[Freed, Fraction]
    entries: Mapping[Freed, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class HoursOutcome:
    """All that follows from the section uren for the partners that take part.

    ``planned`` and ``actual``: sums; ``actual`` is None until somebody filled in hours made. ``in_kind`` (hours for
    hours) and ``invoice`` (cents) settle the planned hours, ``in_kind_actual`` and ``invoice_actual`` the hours made;
    each is None while something is missing. ``settlement``: which of the two the partners chose.
    """

    partners: tuple[str, ...]
    lines: tuple[HourLine, ...]
    overhead: OverheadKind
    settlement: Settlement | None
    planned: Tallies
    actual: Tallies | None
    in_kind: Netting[Fraction] | None
    in_kind_actual: Netting[Fraction] | None
    invoice: Netting[int] | None
    invoice_actual: Netting[int] | None
    advance: Advance | None
    payments: tuple[PaymentLine, ...]
    freed: FreedHours
    notes: tuple[HoursNote, ...]

    @property
    def obstacles(self) -> tuple[HoursNote, ...]:
        """The notes about what cannot be worked out."""
        return tuple(note for note in self.notes if note.is_obstacle)

    @property
    def remarks(self) -> tuple[HoursNote, ...]:
        """The notes that must be said beside the figures."""
        return tuple(note for note in self.notes if not note.is_obstacle)

    @property
    def transfers(self) -> tuple[Transfer[int], ...]:
        """Who pays whom how many cents, at the last stage that is known: what is left, else the advance, else all."""
        for stage in ("still", "advance", "planned"):
            balances = [getattr(line, stage) for line in self.payments]
            if balances and None not in balances:
                return transfers_of(self.partners, balances)
        return ()

    def line(self, entry: str) -> HourLine | None:
        """The line of an entry; None where it does not count."""
        return next((line for line in self.lines if line.entry == entry), None)


class FootingLine(NamedTuple):
    """Shares of one partner, of 1; ``points``: share in hours brought less share in cost, in percentage points."""

    partner: str
    brought: Fraction | None
    taken: Fraction | None
    cost: Fraction | None

    @property
    def points(self) -> Fraction | None:
        """Above zero the partner brings a larger share of the hours than it pays of the cost."""
        return None if self.brought is None or self.cost is None else (self.brought - self.cost) * 100


class Footing(NamedTuple):
    """Share in hours beside share in cost, to discuss equal footing [S0 factor 12]; no verdict."""

    lines: tuple[FootingLine, ...]
    notes: tuple[HoursNote, ...]


def hours_outcome(uren: UrenSection, partners: Sequence[str]) -> HoursOutcome:
    """Work out the section for ``partners``: the ids of those that take part, in their order."""
    ids = tuple(partners)
    lines = hour_lines(uren, ids)
    planned = tallies_of(lines, ids, _planned)
    made = any(line.actual.state in (EffortState.KNOWN, EffortState.NO_WEEKS) for line in lines)
    actual = tallies_of(lines, ids, _actual) if made else None
    invoice, later = _invoice(planned), _invoice(actual)
    percentage = uren.advance_percentage
    advance = None if invoice is None or percentage is None else advance_of(invoice, Fraction(percentage))
    in_kind = _in_kind(planned)
    return HoursOutcome(
        partners=ids,
        lines=lines,
        overhead=overhead_kind(uren),
        settlement=known(uren.settlement),
        planned=planned,
        actual=actual,
        in_kind=in_kind,
        in_kind_actual=_in_kind(actual),
        invoice=invoice,
        invoice_actual=later,
        advance=advance,
        payments=_payments(ids, invoice, advance, later, agreed=percentage is not None),
        freed=_freed(lines),
        notes=(
            *line_notes(uren, ids, lines, made=made),
            *settling_notes(uren, lines, in_kind, invoice, advance),
            *source_notes(uren, lines),
        ),
    )


def footing_of(outcome: HoursOutcome, contributions: Mapping[str, Decimal] | None) -> Footing:
    """Shares in planned hours beside shares in cost; ``contributions``: euros per partner by the chosen key.

    A share is None while hours or contributions are missing, add up to zero, or are below zero.
    """
    tallies = outcome.planned.partners
    brought = _shares([t.brings.hours.value for t in tallies])
    taken = _shares([t.takes.hours.value for t in tallies])
    given = [None if contributions is None else contributions.get(p) for p in outcome.partners]
    cost = _shares([None if euros is None else Fraction(euros) for euros in given])
    notes: list[HoursNote] = []
    if contributions is not None and outcome.partners:
        missing = tuple(p for p, euros in zip(outcome.partners, given, strict=True) if euros is None)
        if missing:
            notes.append(HoursNote(_K.COST_MISSING, partners=missing))
        elif cost[0] is None:
            notes.append(HoursNote(_K.COST_ZERO))
    lines = (FootingLine(*row) for row in zip(outcome.partners, brought, taken, cost, strict=True))
    return Footing(tuple(lines), tuple(notes))


def _planned(line: HourLine) -> Effort:
    return line.planned


def _actual(line: HourLine) -> Effort:
    return line.actual


def _shares(parts: Sequence[Fraction | None]) -> Sequence[Fraction | None]:
    known_parts = [part for part in parts if part is not None]
    total = sum(known_parts, Fraction(0))
    if len(known_parts) < len(parts) or total <= 0 or any(part < 0 for part in known_parts):
        return [None] * len(parts)
    return [part / total for part in known_parts]


def _invoice(tallies: Tallies | None) -> Netting[int] | None:
    if tallies is None or not tallies.partners:
        return None
    claims = [t.brings.cents.value for t in tallies.partners]
    debts = [t.takes.cents.value for t in tallies.partners]
    full_claims, full_debts = [c for c in claims if c is not None], [d for d in debts if d is not None]
    if len(full_claims) + len(full_debts) < len(claims) + len(debts):
        return None
    return net_cents(_keys(tallies.partners), full_claims, full_debts)


def _in_kind(tallies: Tallies | None) -> Netting[Fraction] | None:
    if tallies is None or not tallies.partners:
        return None
    claims = [t.brings.hours.value for t in tallies.partners]
    debts = [t.takes.hours.value for t in tallies.partners]
    full_claims, full_debts = [c for c in claims if c is not None], [d for d in debts if d is not None]
    if len(full_claims) + len(full_debts) < len(claims) + len(debts):
        return None
    return net_hours(_keys(tallies.partners), full_claims, full_debts)


def _keys(tallies: Sequence[Tally]) -> tuple[str, ...]:
    return tuple(tally.key for tally in tallies)


def _payments(
    partners: Sequence[str],
    invoice: Netting[int] | None,
    advance: Advance | None,
    later: Netting[int] | None,
    *,
    agreed: bool,
) -> tuple[PaymentLine, ...]:
    lines = []
    for place, partner in enumerate(partners):
        planned = None if invoice is None else invoice.lines[place].balance
        before = None if advance is None else advance.balances[place]
        actual = None if later is None else later.lines[place].balance
        # An advance that was agreed but cannot be worked out leaves the rest unknown; none agreed leaves all of it.
        still = None if actual is None or (agreed and before is None) else actual - (before or 0)
        lines.append(PaymentLine(partner, planned, before, actual, still))
    return tuple(lines)


def _freed(lines: Sequence[HourLine]) -> FreedHours:
    hours = dict.fromkeys(Freed, Fraction(0))
    entries: dict[Freed, tuple[str, ...]] = dict.fromkeys(Freed, ())
    for line in lines:
        if line.takes or line.planned.state is EffortState.LEFT_OUT:
            continue
        hours[line.freed] += line.planned.yearly or 0
        entries[line.freed] = (*entries[line.freed], line.entry)
    return FreedHours(hours, entries)
