"""Which notes come with an outcome about hours: one per kind, with everything that it is about."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from models.agreements.hours_lines import EffortState, Freed, HourLine, OverheadKind, overhead_kind
from models.agreements.hours_netting import Advance, Netting
from models.agreements.hours_notes import HoursNote, HoursNoteKind
from models.dossier.base import known
from models.dossier.hours import HourUnit, Settlement, UrenSection

__all__ = ["line_notes", "settling_notes", "source_notes"]

_K = HoursNoteKind


def line_notes(
    uren: UrenSection, partners: Sequence[str], lines: Sequence[HourLine], *, made: bool
) -> Iterator[HoursNote]:
    """What is missing or left out in the entries; ``made``: hours made are filled in somewhere."""
    if not partners:
        yield HoursNote(_K.NO_PARTNERS)
    elif not lines:
        yield HoursNote(_K.NO_ENTRIES)
    yield from _about(_K.HOURS_MISSING, lines, lambda line: line.planned.state is EffortState.MISSING)
    yield from _about(_K.WEEKS_MISSING, lines, _lacks_weeks)
    if made:
        yield from _about(_K.ACTUAL_MISSING, lines, lambda line: line.actual.state is EffortState.MISSING)
    lacking = {line.partner for line in lines if line.productive is None}
    if lacking:
        yield HoursNote(_K.PRODUCTIVE_MISSING, partners=tuple(p for p in partners if p in lacking))
    yield from _rate_notes(uren, lines)
    yield from _about(_K.HOURS_NOT_APPLICABLE, lines, lambda line: line.planned.state is EffortState.LEFT_OUT)
    gone = tuple(entry.id for entry in uren.entries if entry.partner not in partners)
    if gone:
        yield HoursNote(_K.ENTRIES_LEFT_OUT, entries=gone)
    brought = [line for line in lines if not line.takes and line.planned.state is not EffortState.LEFT_OUT]
    yield from _about(_K.NOT_FREED, brought, lambda line: line.freed is Freed.NO)
    yield from _about(_K.FREED_UNKNOWN, brought, lambda line: line.freed is Freed.UNKNOWN)


def _lacks_weeks(line: HourLine) -> bool:
    return EffortState.NO_WEEKS in (line.planned.state, line.actual.state)


def _rate_notes(uren: UrenSection, lines: Sequence[HourLine]) -> Iterator[HoursNote]:
    asked = any(line.rate is not None or line.rate_fault != "missing" for line in lines)
    if not lines or (known(uren.settlement) is Settlement.IN_KIND and not asked):
        return  # hours for hours, and nobody filled in any rate: euros are not asked for
    yield from _about(_K.RATE_MISSING, lines, lambda line: line.rate_fault == "missing")
    unknown = [line for line in lines if line.rate_fault == "scale"]
    if unknown:
        scales = tuple(dict.fromkeys(" ".join(line.scale.split()) for line in unknown))
        yield HoursNote(_K.SCALE_WITHOUT_RATE, tuple(line.entry for line in unknown), names=scales)
    yield from _about(_K.NEGATIVE_RATE, lines, lambda line: line.rate_fault == "negative")
    kind = overhead_kind(uren)
    if kind is OverheadKind.TWICE:
        yield HoursNote(_K.OVERHEAD_TWICE)
    elif kind is OverheadKind.MISSING:
        yield HoursNote(_K.OVERHEAD_MISSING)
    yield from _about(
        _K.RATES_ROUNDED, lines, lambda line: line.rate is not None and line.rate.exact != line.rate.total
    )


def settling_notes(
    uren: UrenSection,
    lines: Sequence[HourLine],
    in_kind: Netting[Fraction] | None,
    invoice: Netting[int] | None,
    advance: Advance | None,
) -> Iterator[HoursNote]:
    """What must be said beside a settlement: hours and euros that are nobody's, who gets a cent, what is open."""
    if not lines:
        return
    choice = known(uren.settlement)
    if choice is None:
        yield HoursNote(_K.SETTLEMENT_OPEN)
    if in_kind is not None and in_kind.open > 0:
        yield HoursNote(_K.HOURS_WITHOUT_USER, hours=in_kind.open)
    if in_kind is not None and in_kind.open < 0:
        yield HoursNote(_K.HOURS_WITHOUT_BRINGER, hours=-in_kind.open)
    if choice is Settlement.IN_KIND:
        return
    if invoice is not None and invoice.open > 0:
        yield HoursNote(_K.EUROS_WITHOUT_PAYER, hours=in_kind.open if in_kind else None, cents=invoice.open)
    if invoice is not None and invoice.open < 0:
        yield HoursNote(_K.EUROS_WITHOUT_RECEIVER, hours=in_kind.open if in_kind else None, cents=-invoice.open)
    rounded = (*(invoice.rounded_up if invoice else ()), *(advance.rounded_up if advance else ()))
    if rounded:
        yield HoursNote(_K.CENTS_DIVIDED, partners=tuple(dict.fromkeys(rounded)))
    if choice is Settlement.INVOICE and uren.advance_percentage is None:
        yield HoursNote(_K.NO_ADVANCE)


def source_notes(uren: UrenSection, lines: Sequence[HourLine]) -> Iterator[HoursNote]:
    """Figures without a source: names of the fields of the section that hold the sources."""
    used = {
        "productive_source": bool(uren.productive_hours),
        "weeks_source": uren.weeks_per_year is not None and any(line.unit is HourUnit.WEEK for line in lines),
        "rates_source": bool(uren.rates),
        "overhead_source": overhead_kind(uren) in (OverheadKind.AMOUNT, OverheadKind.PERCENTAGE),
    }
    lacking = tuple(name for name, is_used in used.items() if is_used and not getattr(uren, name).strip())
    if lacking and lines:
        yield HoursNote(_K.SOURCES_MISSING, names=lacking)


def _about(kind: HoursNoteKind, lines: Sequence[HourLine], applies: Callable[[HourLine], bool]) -> Iterator[HoursNote]:
    found = [line for line in lines if applies(line)]
    if found:
        hours = sum((line.planned.yearly or Fraction(0) for line in found), Fraction(0))
        yield HoursNote(kind, entries=tuple(line.entry for line in found), hours=hours)
