"""All keys side by side in one year, as data: per partner what it pays now, its contribution and the difference."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from models.agreements.contributions import CostOutcome
from models.agreements.money import cents, euros
from models.agreements.outcome import Contribution, KeyOutcome
from models.dossier import Dossier
from models.dossier.base import known
from models.knowledge import Knowledge
from models.rounding import half_up, nearest
from models.wording.costs import note_text, sign_of
from models.wording.words import spelled
from wizards.steps.kosten_parts.compare_text import NOTHING, Unit, money_text, percent_text
from wizards.steps.kosten_parts.compare_words import key_line, partner_names
from wizards.steps.kosten_parts.keys import key_name
from wizards.widgets.read_table import Sheet
from wizards.widgets.signs import letters_of

__all__ = [
    "Board",
    "BoardRow",
    "Figure",
    "KeyColumn",
    "Show",
    "board_of",
    "board_sheet",
    "notation",
]


class Show(StrEnum):
    """What the columns of the keys hold."""

    YEARLY = "yearly"
    SHARE = "share"
    PER_INHABITANT = "per_inhabitant"
    ONE_OFF = "one_off"
    NET = "net"
    CUMULATIVE = "cumulative"


_PER_UNIT = {Unit.CENTS: 1, Unit.EUROS: 100, Unit.THOUSANDS: 100_000}
_HEADS: Mapping[Show, tuple[str, str]] = {
    Show.YEARLY: ("bijdrage", "verschil"),
    Show.SHARE: ("aandeel", "verschil"),
    Show.PER_INHABITANT: ("per inwoner", "verschil"),
    Show.ONE_OFF: ("eenmalig", "na btw"),
    Show.NET: ("netto", "verschil"),
    Show.CUMULATIVE: ("tot nu toe", "verschil"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as shown, and exactly. ``sign``: V, N, or nothing."""

    text: str = NOTHING
    value: Decimal | Fraction | None = None
    sign: str = ""


@dataclass(frozen=True, slots=True)
class KeyColumn:
    """A key: its name, what it divides by in a few words, and what stands in its way."""

    key: str
    name: str
    line: str
    chosen: bool
    obstacles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A partner, or all together (``partner`` empty): what it pays now, and two figures per key.

    A key with obstacles has no figures: ``None``.
    """

    partner: str
    name: str
    letters: str
    now: Figure
    pairs: tuple[tuple[Figure, Figure] | None, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The table of one year. ``heads``: over the two columns of each key; ``off``: how far shown sums may be off."""

    year: int | None
    show: Show
    unit: Unit
    columns: tuple[KeyColumn, ...]
    rows: tuple[BoardRow, ...]
    total: BoardRow
    off: int = 0

    @property
    def heads(self) -> tuple[str, str]:
        """The words over the two columns of a key."""
        return _HEADS[self.show]

    @property
    def has_differences(self) -> bool:
        """Whether the second column tells voordeel and nadeel."""
        return self.show is not Show.ONE_OFF


def cents_of(amount: Decimal) -> int:
    """Whole cents of an amount that has no finer part."""
    return int(amount.scaleb(2))


def _tagged(amount: Decimal | None, unit: Unit) -> Figure:
    """A difference: the letter says what a minus sign would."""
    if amount is None:
        return Figure()
    if not amount:
        return Figure("gelijk", amount)
    return Figure(money_text(abs(amount), unit), amount, sign_of(amount))


@dataclass(frozen=True, slots=True)
class _Pair:
    """Exact figures of one partner, or of all."""

    amount: Decimal | Fraction | None
    second: Decimal | None


def _sum(amounts: Sequence[Decimal | None]) -> Decimal | None:
    return None if None in amounts else sum((a for a in amounts if a is not None), Decimal(0))


def _each(amount: Decimal | None, inhabitants: int | None) -> Decimal | None:
    if amount is None or not inhabitants:
        return None
    return euros(half_up(Fraction(cents(amount), inhabitants)))


def _pair(show: Show, so_far: Sequence[Contribution]) -> _Pair:
    """``so_far``: the contributions of one partner up to the year that is shown."""
    c = so_far[-1]
    if show is Show.SHARE:
        return _Pair(c.share, c.difference)
    if show is Show.PER_INHABITANT:
        return _Pair(c.per_inhabitant, _each(c.difference, c.inhabitants))
    if show is Show.ONE_OFF:
        return _Pair(c.one_off, c.one_off - c.one_off_back)
    if show is Show.NET:
        return _Pair(c.net, c.difference)
    if show is Show.CUMULATIVE:
        paid = sum((x.structural + x.one_off for x in so_far), Decimal(0))
        gained = _sum([x.difference for x in so_far])
        once = sum((x.one_off - x.one_off_back for x in so_far), Decimal(0))
        return _Pair(paid, None if gained is None else gained - once)
    return _Pair(c.structural, c.difference)


def _total_pair(show: Show, pairs: Sequence[_Pair], key: KeyOutcome, place: int) -> _Pair:
    contributions = key.years[place].contributions
    if show is Show.SHARE:
        whole = sum((p.amount for p in pairs if isinstance(p.amount, Fraction)), Fraction(0))
        return _Pair(whole, _sum([p.second for p in pairs]))
    if show is Show.PER_INHABITANT:
        counts = [c.inhabitants for c in contributions]
        people = None if None in counts else sum(n or 0 for n in counts)
        return _Pair(_each(key.years[place].charged, people), _each(key.years[place].difference, people))
    return _Pair(
        _sum([p.amount if isinstance(p.amount, Decimal) else None for p in pairs]), _sum([p.second for p in pairs])
    )


def _figures(pair: _Pair, show: Show, unit: Unit) -> tuple[Figure, Figure]:
    if show is Show.SHARE:
        share = pair.amount if isinstance(pair.amount, Fraction) else None
        return Figure(percent_text(share), share), _tagged(pair.second, unit)
    amount = pair.amount if isinstance(pair.amount, Decimal) else None
    fine = Unit.CENTS if show is Show.PER_INHABITANT else unit
    first = Figure(money_text(amount, fine), amount)
    if show is Show.ONE_OFF:
        return first, Figure(money_text(pair.second, fine), pair.second)
    return first, _tagged(pair.second, fine)


# --- what partners pay now


def _today(dossier: Dossier, outcome: CostOutcome, place: int, show: Show) -> tuple[Decimal | None, ...]:
    """What each partner pays now, brought to the year (or to all years so far) where the dossier asks that."""
    worked = next((key for key in outcome.keys if key.years), None)
    partners = dossier.partners.active
    if worked is None:
        return tuple(known(dossier.kosten.today.get(partner.id)) for partner in partners)
    first = 0 if show is Show.CUMULATIVE else place
    years = worked.years[first : place + 1]
    return tuple(_sum([year.contributions[i].today for year in years]) for i in range(len(partners)))


def _now(dossier: Dossier, today: Sequence[Decimal | None], show: Show, unit: Unit) -> tuple[Figure, ...]:
    """The figures of the column "nu", with all together as the last."""
    whole = _sum(today)
    amounts = (*today, whole)
    if show is Show.ONE_OFF:
        return (Figure(""),) * len(amounts)
    if show is Show.SHARE:
        parts = [Fraction(a) / Fraction(whole) if whole and a is not None else None for a in amounts]
        return tuple(Figure(percent_text(part), part) for part in parts)
    if show is Show.PER_INHABITANT:
        counts = [known(partner.inhabitants) for partner in dossier.partners.active]
        people = None if None in counts else sum(n or 0 for n in counts)
        each = [_each(a, n) for a, n in zip(amounts, (*counts, people), strict=True)]
        return tuple(Figure(money_text(a, Unit.CENTS), a) for a in each)
    return tuple(Figure(money_text(a, unit), a) for a in amounts)


# --- the table


def board_of(
    dossier: Dossier, knowledge: Knowledge, outcome: CostOutcome, year: int | None, show: Show, unit: Unit
) -> Board:
    """The table of ``year``; without years the keys stand there with what is missing."""
    partners = dossier.partners.active
    names = partner_names(dossier)
    letters = letters_of(tuple(names[p.id] for p in partners))
    years = outcome.budget.years
    place = years.index(year) if year in years else 0
    keys = {key.id: key for key in dossier.kosten.keys}
    columns, exact, totals = [], [], []
    for done in outcome.keys:
        said = tuple(note_text(note, names) for note in done.obstacles)
        name = key_name(keys[done.key], knowledge)
        line = key_line(keys[done.key], len(partners))
        columns.append(KeyColumn(done.key, name, line, done.key == dossier.kosten.chosen, said))
        pairs = _pairs(done, place, show)
        exact.append(pairs)
        totals.append(_total_pair(show, pairs, done, place) if pairs else None)
    today = _now(dossier, _today(dossier, outcome, place, show), show, unit)
    rows = tuple(
        BoardRow(
            partner.id,
            names[partner.id],
            letters[i],
            today[i],
            tuple(_figures(pairs[i], show, unit) if pairs else None for pairs in exact),
        )
        for i, partner in enumerate(partners)
    )
    whole = tuple(None if pair is None else _figures(pair, show, unit) for pair in totals)
    total = BoardRow("", "Totaal", "", today[-1], whole)
    return Board(year, show, unit, tuple(columns), rows, total, _off(rows, total, show, unit))


def _pairs(done: KeyOutcome, place: int, show: Show) -> list[_Pair]:
    if not done.years:
        return []
    first = 0 if show is Show.CUMULATIVE else place
    held = [year.contributions for year in done.years[first : place + 1]]
    return [_pair(show, row) for row in zip(*held, strict=True)]


def _off(rows: Sequence[BoardRow], total: BoardRow, show: Show, unit: Unit) -> int:
    """The most that a column as shown is off from its sum as shown, in units."""
    if unit is Unit.CENTS or show in (Show.SHARE, Show.PER_INHABITANT):
        return 0
    per = _PER_UNIT[unit]

    def shown(figure: Figure) -> int:
        return nearest(cents_of(figure.value), per) if isinstance(figure.value, Decimal) else 0

    most = 0
    for place, whole in enumerate(total.pairs):
        if whole is None:
            continue
        for side in (0, 1):
            if whole[side].value is None:
                continue
            parts = sum(shown(pair[side]) for row in rows if (pair := row.pairs[place]) is not None)
            most = max(most, abs(parts - shown(whole[side])))
    if total.now.value is not None:
        most = max(most, abs(sum(shown(row.now) for row in rows) - shown(total.now)))
    return most


def notation(board: Board, dossier: Dossier, outcome: CostOutcome) -> str:
    """How to read the table: units, the two letters, how it adds up, and what the difference rests on."""
    first = [_UNITS[board.show] if board.show in _UNITS else _MONEY[board.unit]]
    if board.has_differences:
        first.append("V = voordeel, N = nadeel tegenover nu.")
    sums = board.show not in (Show.SHARE, Show.PER_INHABITANT)
    if sums and any(key.years for key in outcome.keys):
        first.append("De bijdragen tellen op de cent op.")
    more = []
    if sums and board.unit is Unit.THOUSANDS:
        more.append(f"In duizenden kan de som {spelled(max(board.off, 1))} afwijken door afronding.")
    elif sums and board.off:
        more.append(f"In hele euro's kan de som {spelled(board.off)} afwijken door afronding.")
    if board.show is Show.CUMULATIVE:
        more.append("Het verschil is na aftrek van de eenmalige kosten.")
    worked = [year for key in outcome.keys for year in key.years]
    if sums and any(year.year == board.year and (year.uncovered or year.rest) for year in worked):
        more.append("Wat overblijft of tekortkomt, staat onder de tabel.")
    if board.show is Show.YEARLY and any(c.structural_back_cents for year in worked for c in year.contributions):
        more.append("Verschil is nu min de bijdrage, plus de btw die terugkomt.")
    if dossier.kosten.today_indexed and board.show is not Show.ONE_OFF:
        more.append("De kosten van nu groeien mee met de index.")
    return "\n".join(filter(None, (" ".join(first), " ".join(more))))


_MONEY = {
    Unit.CENTS: "Bedragen in euro's en centen per jaar.",
    Unit.EUROS: "Bedragen in euro's per jaar.",
    Unit.THOUSANDS: "Bedragen × € 1.000 per jaar.",
}
_UNITS = {
    Show.SHARE: "Aandeel in alle bijdragen van het jaar; het verschil in geld per jaar.",
    Show.PER_INHABITANT: "Bedragen in euro's en centen per inwoner per jaar.",
    Show.ONE_OFF: "Eenmalige kosten van dit jaar. Na btw: zonder de btw die terugkomt.",
}


def board_sheet(board: Board) -> Sheet:
    """The same as plain cells, for the clipboard. A difference above zero is a voordeel, as the heads say."""
    first, second = board.heads
    more = ", plus is voordeel" if board.has_differences else ""
    year = f" {board.year}" if board.year is not None else ""
    heads = ["Nu"]
    for column in board.columns:
        heads += [f"{column.name}: {first}{year}", f"{column.name}: {second}{year}{more}"]
    lines = (*board.rows, board.total)
    rows, values = [], []
    for line in lines:
        cells = [line.now]
        for place, pair in enumerate(line.pairs):
            cells += pair if pair is not None else (Figure(" ".join(board.columns[place].obstacles)), Figure(""))
        rows.append((line.name, tuple(f"{c.sign} {c.text}".strip() for c in cells)))
        values.append(tuple(_copied(c) for c in cells))
    return Sheet(tuple(heads), tuple(rows), frozenset({len(lines) - 1}), "Partner", tuple(values))


def _copied(figure: Figure) -> Decimal | Fraction | None:
    """A share goes to the clipboard in percent, as it is shown."""
    return figure.value * 100 if isinstance(figure.value, Fraction) else figure.value
