"""Hours brought and used per partner: an outlined bar over a solid one, the balance with its sign, who pays.

[report-look, chapter G]. Brought is outlined and used is solid, so that the two differ without colour.
"""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from models.agreements.hours import HoursOutcome
from models.agreements.hours_tally import Tally, Total
from models.dossier.hours import Settlement
from models.figures.figure import Figure, Twin
from models.figures.metrics import BODY, SMALL, fitted, text_width, wrap_label
from models.figures.parts import text_block
from models.figures.shapes import Line, Rect, Role, Shape, Text, Weight
from models.wording.hours import at_least, hours_of, payment_words, signed_hours

__all__ = ["hours_figure"]

_BAR, _BETWEEN, _PAD = 15.0, 2.0, 6.0
_HEAD, _ROW = 20.0, 2 * _BAR + _BETWEEN + 2 * _PAD
_NARROWEST, _STACKED_BELOW = 220.0, 400.0
_BEHIND = 14.0
"""White after the names."""

_TITLE = "Ingebrachte en gebruikte uren per partner"
_MOST_SAID = 4


def hours_figure(
    outcome: HoursOutcome, names: Mapping[str, str], width: float = 480.0, *, start: float | None = None
) -> Figure:
    """Draw the planned hours ``width`` points wide (at least 220); ``names`` of the partners by id.

    ``start``: where the bars start, if not behind the longest name. Where there is little room the name stands over
    its bars. Partners come in the order of the dossier.
    """
    width = max(width, _NARROWEST)
    tallies = outcome.planned.partners
    paid = _settled(outcome)
    said = {t.key: _Said(t, names.get(t.key, ""), paid.get(t.key, "")) for t in tallies}
    shapes: list[Shape] = []
    beside = width >= _STACKED_BELOW
    room = _Room(said.values(), width, start, beside=beside)
    most = max((hours for t in tallies for hours in (_length(t.brings.hours), _length(t.takes.hours))), default=0.0)
    y = _HEAD
    shapes += _heads(room, width)
    for tally in tallies:
        shapes += _row(tally, said[tally.key], room, y, most)
        y += room.row_height
        shapes.append(Line(0, y, width, y, Role.RULE, 0.8))
    return Figure(_TITLE, _alt(outcome, said), width, y + 1, tuple(shapes), _twin(said))


class _Said:
    """The words of one partner."""

    def __init__(self, tally: Tally, name: str, paid: str) -> None:
        self.name, self.paid, self.hours = name or "Partner zonder naam", paid, tally.hours
        self.brings, self.takes = _words(tally.brings.hours), _words(tally.takes.hours)
        self.balance = "nog niet volledig" if tally.hours is None else f"{signed_hours(tally.hours)} uur"


class _Room:
    """Where the columns stand: names, bars, balances."""

    def __init__(self, said: Iterable[_Said], width: float, start: float | None, *, beside: bool) -> None:
        words = tuple(said)
        widest = max((max(text_width(s.balance, BODY) + 4, text_width(s.paid, SMALL)) for s in words), default=0.0)
        self.beside, self.width = beside, width
        self.balance = width - max(min(widest + 0.5, 0.42 * width), text_width("Saldo", SMALL))
        names = max((text_width(s.name, BODY) + 4 for s in words), default=0.0)
        names = min(names, 0.26 * width) if start is None else max(start - _BEHIND, 0.0)
        self.name = names if beside else self.balance
        self.left = self.name + _BEHIND if beside else 0.0
        self.right = self.balance - 14
        self.row_height = _ROW if beside else _ROW + 16


def _heads(room: _Room, width: float) -> Iterator[Shape]:
    yield Text(room.left, 11, "Uren per jaar", SMALL, Weight.SEMIBOLD, Role.GREY)
    yield Text(room.balance, 11, "Saldo", SMALL, Weight.SEMIBOLD, Role.GREY)
    yield Line(0, _HEAD, width, _HEAD, Role.INK, 1.0)


def _row(tally: Tally, said: _Said, room: _Room, top: float, most: float) -> Iterator[Shape]:
    middle = top + room.row_height / 2
    first = top + _PAD + (0 if room.beside else 16)
    if room.beside:
        yield from text_block(wrap_label(said.name, BODY, room.name, 2), 0, middle, BODY, Weight.SEMIBOLD)
    else:
        yield Text(0, top + _PAD + 9, fitted(said.name, BODY, room.balance - 8), BODY, Weight.SEMIBOLD)
    yield from _bar(f"inbreng {said.brings}", tally.brings.hours, room, first, most, solid=False)
    yield from _bar(f"gebruik {said.takes}", tally.takes.hours, room, first + _BAR + _BETWEEN, most, solid=True)
    balance = fitted(said.balance, BODY, room.width - room.balance)
    weight = Weight.BOLD if tally.hours is not None else Weight.REGULAR
    if not said.paid:
        yield Text(room.balance, middle + BODY * 0.35, balance, BODY, weight)
        return
    yield Text(room.balance, middle - 2.5, balance, BODY, weight)
    yield Text(room.balance, middle + 11, fitted(said.paid, SMALL, room.width - room.balance), SMALL)


def _bar(words: str, total: Total[Fraction], room: _Room, y: float, most: float, *, solid: bool) -> Iterator[Shape]:
    """A bar with its words inside, or beside it where they do not fit."""
    across = room.right - room.left
    length = across * _length(total) / most if most else 0.0
    wide = text_width(words, SMALL) + 12
    inside = length >= wide
    if not inside and length + wide > across:
        length = max(across - wide, 0.0)  # a little too short rather than under its own words
    if length > 0.5 and solid:
        yield Rect(room.left, y, length, _BAR, Role.ACCENT)
    elif length > 0.5:
        yield Rect(room.left + 0.6, y + 0.6, max(length - 1.2, 0.3), _BAR - 1.2, Role.PAPER, Role.ACCENT, 1.2)
    x = room.left + 6 if inside else room.left + length + (6 if length > 0.5 else 0)
    ink = Role.PAPER if solid and inside else Role.INK
    yield Text(x, y + _BAR / 2 + SMALL * 0.35, fitted(words, SMALL, room.right - x), SMALL, fill=ink)


def _length(total: Total[Fraction]) -> float:
    return float(total.shown or 0)


def _words(total: Total[Fraction]) -> str:
    return "nog niet bekend" if total.shown is None else at_least(total, hours_of(total.shown))


def _settled(outcome: HoursOutcome) -> Mapping[str, str]:
    """Who pays or receives, in euros or in hours, as the partners agreed."""
    if outcome.settlement is not Settlement.IN_KIND:
        return {line.partner: payment_words(line.planned) for line in outcome.payments}
    if outcome.in_kind is None:
        return {}
    return {line.partner: _owed(line.balance) for line in outcome.in_kind.lines}


def _owed(hours: Fraction) -> str:
    if not hours:
        return "staat quitte"
    return f"{hours_of(abs(hours))} uur {'tegoed' if hours > 0 else 'schuldig'}"


def _alt(outcome: HoursOutcome, said: Mapping[str, _Said]) -> str:
    if not outcome.lines:
        return "Er zijn nog geen uren ingevuld."
    known = [(t.hours, said[t.key]) for t in outcome.planned.partners if t.hours is not None]
    parts = []
    for _hours, words in sorted(known, key=lambda pair: -abs(pair[0]))[:_MOST_SAID]:
        end = f" en {words.paid}" if words.paid.startswith(("ontvangt", "betaalt")) else ""
        parts.append(f"{_short(words.name)} brengt {words.brings} uur, gebruikt {words.takes} uur{end}.")
    rest = len(known) - _MOST_SAID
    if rest > 0:
        parts.append(f"De tabel noemt nog {rest} {'partner' if rest == 1 else 'partners'}.")
    unknown = sum(t.hours is None for t in outcome.planned.partners)
    if unknown:
        parts.append(f"Nog niet volledig: {unknown} {'partner' if unknown == 1 else 'partners'}.")
    return " ".join(parts)


def _short(name: str) -> str:
    words = name.split()
    return " ".join(words[:6]) + ("…" if len(words) > 6 else "")


def _twin(said: Mapping[str, _Said]) -> Twin:
    head = ("Partner", "Inbreng (uur per jaar)", "Gebruik (uur per jaar)", "Saldo", "Verrekening")
    rows = tuple((s.name, s.brings, s.takes, s.balance, s.paid or "–") for s in said.values())
    return Twin(head, rows)
