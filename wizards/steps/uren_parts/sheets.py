"""The tables of the overview, from an outcome: sums, settlement, each role worked out, drivers, shares. Without Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from models.agreements.hours import Footing, HoursOutcome
from models.agreements.hours_lines import Effort, EffortState, HourLine
from models.agreements.hours_netting import Netting
from models.agreements.hours_tally import Part, Side, Tally, Total
from models.agreements.money import euros
from models.rounding import half_up
from models.wording.hours import (
    FREED_WORDS,
    NOTHING,
    STATE_WORDS,
    at_least,
    euros_of,
    fte_of,
    hours_of,
    payment_words,
    percent_of,
    points_of,
    signed_euros,
    signed_fte,
    signed_hours,
)
from wizards.widgets.read_table import Sheet, Value

__all__ = [
    "By",
    "Measure",
    "footing_sheet",
    "freed_sheet",
    "lines_sheet",
    "netting_sheet",
    "payments_sheet",
    "sums_sheet",
]

Names = Mapping[str, str]
_Cell = tuple[str, Value]
_NO_NAME = "Zonder naam"


class Measure(StrEnum):
    """In what the sums stand."""

    HOURS = "hours"
    FTE = "fte"
    EUROS = "euros"


class By(StrEnum):
    """How the sums are divided."""

    PARTNER = "partner"
    PHASE = "phase"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class _Show:
    unit: str
    total: Callable[[Side], Total[Fraction] | Total[int]]
    balance: Callable[[Tally], Fraction | int | None]


_SHOW: Mapping[Measure, _Show] = {
    Measure.HOURS: _Show("uur", lambda side: side.hours, lambda tally: tally.hours),
    Measure.FTE: _Show("fte", lambda side: side.fte, lambda tally: tally.fte),
    Measure.EUROS: _Show("€", lambda side: side.cents, lambda tally: tally.cents),
}


def sums_sheet(outcome: HoursOutcome, names: Names, by: By, measure: Measure) -> Sheet:
    """Brought, used and balance; by phase or role each has its partners under it. Empty without hours."""
    if not outcome.lines:
        return Sheet()
    planned = outcome.planned
    rows: list[tuple[str, Tally, bool]] = []
    if by is By.PARTNER:
        rows = [(names.get(tally.key, ""), tally, False) for tally in planned.partners]
    else:
        for part in planned.phases if by is By.PHASE else planned.roles:
            rows += _part_rows(part, names, by)
    rows.append(("Samen", planned.total, True))
    cells = [_tally_cells(tally, measure) for _label, tally, _bold in rows]
    unit = _SHOW[measure].unit
    heads = (f"Brengt ({unit})", f"Gebruikt ({unit})", f"Saldo ({unit})")
    corner = {By.PARTNER: "Partner", By.PHASE: "Fase", By.ROLE: "Rol"}[by]
    bold = frozenset(place for place, (_label, _tally, is_bold) in enumerate(rows) if is_bold)
    return _sheet(corner, heads, [label for label, _tally, _bold in rows], cells, bold=bold)


def _part_rows(part: Part, names: Names, by: By) -> list[tuple[str, Tally, bool]]:
    without = "Zonder fase" if by is By.PHASE else "Zonder rol"
    each = [(f"    {names.get(tally.key, '')}", tally, False) for tally in part.partners]
    return [(part.name or without, part.total, True), *each]


def _tally_cells(tally: Tally, measure: Measure) -> tuple[_Cell, ...]:
    show = _SHOW[measure]
    cells = [_total_cell(show.total(side), measure) for side in (tally.brings, tally.takes)]
    balance = show.balance(tally)
    return (*cells, (_signed(balance, measure), _value(balance, measure)))


def _total_cell(total: Total[Fraction] | Total[int], measure: Measure) -> _Cell:
    shown = total.shown
    if shown is None:
        return NOTHING, None
    words = at_least(total, _plain(shown, measure))
    return words, None if total.missing else _value(shown, measure)


def _plain(value: Fraction | int, measure: Measure) -> str:
    if measure is Measure.EUROS:
        return euros_of(int(value))
    return hours_of(Fraction(value)) if measure is Measure.HOURS else fte_of(Fraction(value))


def _signed(value: Fraction | int | None, measure: Measure) -> str:
    if value is None:
        return NOTHING
    if measure is Measure.EUROS:
        return signed_euros(int(value))
    return signed_hours(Fraction(value)) if measure is Measure.HOURS else signed_fte(Fraction(value))


def _value(value: Fraction | int | None, measure: Measure) -> Value:
    if value is None:
        return None
    return euros(int(value)) if measure is Measure.EUROS else Fraction(value)


def payments_sheet(outcome: HoursOutcome, names: Names) -> Sheet:
    """What each partner receives or pays: by plan, beforehand, by the hours made, what is left; empty if unknown."""
    if outcome.invoice is None or not outcome.lines:
        return Sheet()
    heads = ["Volgens plan"]
    picks: list[Callable[[int], int | None]] = [lambda n: outcome.payments[n].planned]
    if outcome.advance is not None:
        heads.append("Voorschot")
        picks.append(lambda n: outcome.payments[n].advance)
    if outcome.actual is not None:
        heads += ["Op gemaakte uren", "Nog te verrekenen"]
        picks += [lambda n: outcome.payments[n].actual, lambda n: outcome.payments[n].still]
    rows = [[pick(place) for pick in picks] for place in range(len(outcome.partners))]
    cells = [tuple(_money(cents) for cents in row) for row in rows]
    last = [(_first_upper(payment_words(row[-1])) or "Nog niet bekend", None) for row in rows]
    total = [_sum(column) for column in zip(*rows, strict=True)]
    cells = [(*row, words) for row, words in zip(cells, last, strict=True)]
    cells.append((*(_money(cents) for cents in total), ("", None)))
    labels = [*(names.get(partner, "") for partner in outcome.partners), "Samen"]
    return _sheet(
        "Partner",
        (*heads, "In woorden"),
        labels,
        cells,
        bold=frozenset({len(labels) - 1}),
        left=frozenset({len(heads)}),
    )


def netting_sheet(netting: Netting[Fraction] | None, names: Names, *, made: bool) -> Sheet:
    """Hours for hours: brought, used, balance, what is settled, and who still owes. ``made``: of the hours made."""
    if netting is None:
        return Sheet()
    scaled = bool(netting.open)
    what = "gemaakt" if made else "gepland"
    cells = []
    for line in netting.lines:
        owes = "Staat quitte" if not line.balance else "Tegoed" if line.balance > 0 else "Nog schuldig"
        own, settled = _signed_hours(line.own), _signed_hours(line.balance)
        both = (own, settled) if scaled else (own,)
        cells.append((_hours(line.claim), _hours(line.debt), *both, (owes, None)))
    rest = (_signed_hours(netting.open), *((("0", Fraction(0)),) if scaled else ()))
    cells.append((_hours(netting.claimed), _hours(netting.owed), *rest, ("", None)))
    labels = [*(names.get(line.partner, "") for line in netting.lines), "Samen"]
    more = ("Te verrekenen",) if scaled else ()
    heads = (f"Gebracht ({what})", f"Gebruikt ({what})", "Saldo", *more, "In woorden")
    return _sheet("Partner", heads, labels, cells, bold=frozenset({len(labels) - 1}), left=frozenset({len(heads) - 1}))


def lines_sheet(outcome: HoursOutcome, names: Names) -> Sheet:
    """Each role worked out: hours, fte, pay, overhead, rate, amount."""
    heads = (
        *("Partner", "Doet", "Uren per jaar", "Fte", "Loon per uur", "Overhead per uur", "Tarief per uur", "Bedrag"),
        *(("Gemaakte uren", "Bedrag gemaakt") if outcome.actual is not None else ()),
    )
    cells = [_line_cells(line, names, made=outcome.actual is not None) for line in outcome.lines]
    labels = [" ".join(line.role.split()) or _NO_NAME for line in outcome.lines]
    return _sheet("Rol", heads, labels, cells, left=frozenset({0, 1})) if cells else Sheet()


def _line_cells(line: HourLine, names: Names, *, made: bool) -> tuple[_Cell, ...]:
    rate = line.rate
    parts = (None, None, None) if rate is None else (rate.pay, rate.overhead, rate.total)
    actual = (_effort_hours(line.actual), _amount(line.actual.cents)) if made else ()
    return (
        (names.get(line.partner, ""), None),
        ("gebruikt" if line.takes else "brengt", None),
        _effort_hours(line.planned),
        (fte_of(line.planned.fte), line.planned.fte),
        *((_rate_words(part), part) for part in parts),
        _amount(line.planned.cents),
        *actual,
    )


def _effort_hours(effort: Effort) -> _Cell:
    if effort.state is EffortState.KNOWN:
        return hours_of(effort.yearly), effort.yearly
    return STATE_WORDS[effort.state], None


def _rate_words(part: Fraction | None) -> str:
    """Euros an hour; with four decimals where it is finer than a cent."""
    if part is None:
        return NOTHING
    if (part * 100).denominator == 1:
        return euros_of(int(part * 100))
    whole, rest = divmod(half_up(part * 10_000), 10_000)
    return f"€\u00a0{whole:,}".replace(",", ".") + f",{rest:04}"


def freed_sheet(outcome: HoursOutcome, names: Names) -> Sheet:
    """Per role that is brought: the partner, hours a year, and whether time was freed for it."""
    entries = {entry for rows in outcome.freed.entries.values() for entry in rows}
    rows = [line for line in outcome.lines if line.entry in entries]
    cells: list[tuple[_Cell, ...]] = [
        ((names.get(line.partner, ""), None), _effort_hours(line.planned), (FREED_WORDS[line.freed], None))
        for line in rows
    ]
    labels = [" ".join(line.role.split()) or _NO_NAME for line in rows]
    heads = ("Partner", "Uren per jaar", "Tijd vrijgemaakt?")
    return _sheet("Rol", heads, labels, cells, left=frozenset({0, 2})) if rows else Sheet()


def footing_sheet(footing: Footing, names: Names) -> Sheet:
    """Share in hours beside share in cost, in percent; the cost only where it is known."""
    if all(line.brought is None and line.cost is None for line in footing.lines):
        return Sheet()
    cost = any(line.cost is not None for line in footing.lines)
    heads = (
        "Deel van gebrachte uren",
        "Deel van gebruikte uren",
        *(("Deel van de kosten", "Verschil") if cost else ()),
    )
    cells = []
    for line in footing.lines:
        more = (_share(line.cost), (points_of(line.points), line.points)) if cost else ()
        cells.append((_share(line.brought), _share(line.taken), *more))
    return _sheet("Partner", heads, [names.get(line.partner, "") for line in footing.lines], cells)


def _share(share: Fraction | None) -> _Cell:
    return percent_of(share), None if share is None else share * 100


def _hours(value: Fraction) -> _Cell:
    return hours_of(value), value


def _amount(cents: int | None) -> _Cell:
    return euros_of(cents), None if cents is None else euros(cents)


def _signed_hours(value: Fraction) -> _Cell:
    return signed_hours(value), value


def _money(cents: int | None) -> _Cell:
    return signed_euros(cents), None if cents is None else euros(cents)


def _sum(column: tuple[int | None, ...]) -> int | None:
    given = [cents for cents in column if cents is not None]
    return sum(given) if len(given) == len(column) else None


def _first_upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _sheet(
    corner: str,
    heads: tuple[str, ...],
    labels: list[str],
    cells: list[tuple[_Cell, ...]],
    *,
    bold: frozenset[int] = frozenset(),
    left: frozenset[int] = frozenset(),
) -> Sheet:
    rows = tuple((label, tuple(text for text, _value in row)) for label, row in zip(labels, cells, strict=True))
    values = tuple(tuple(value for _text, value in row) for row in cells)
    return Sheet(heads, rows, bold, corner, values, left)
