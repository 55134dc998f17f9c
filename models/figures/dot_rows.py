"""Votes of a closed round as rows of dots on a scale: a dot per answer, the middle half as a wash, a house under the
median. One row after the other, or small multiples: a row per subject, a column per round.

[report-look, "Workshop report"; look/screens/beamer-uitslag]. What :mod:`models.workshop.revealed` keeps to itself has
no dots here: the row then says in words why.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from models.figures.figure import Figure, Twin
from models.figures.metrics import SMALL, fitted, wrap_label
from models.figures.parts import text_block
from models.figures.shapes import Anchor, Circle, Line, Polygon, Rect, Role, Shape, Text, Weight
from models.workshop.statistics import Spread

__all__ = [
    "DotRow",
    "Multiple",
    "dot_multiples_figure",
    "dot_rows_figure",
    "middle_words",
    "point_words",
    "spread_words",
]

_FEW = 8.5
_LEFT = 116.2
"""Where the plot starts: the text axis of the report."""

_SAID, _WORDS = 108.0, 84.0
"""Room at the right for what a row comes to, and a row of small multiples."""

_RADII = (3.4, 3.0, 2.6, 2.2, 1.8, 1.5, 1.2, 1.0)
_GAP = 0.9
_TALL, _FLAT = 78.0, 44.0
"""How high a stack becomes before its dots get smaller: in a row of its own, and in small multiples."""

_HOUSE, _ROOF, _NUMBERS = 6.4, 3.6, 15.0
_FIVE = 5
_NARROWEST = 300.0


@dataclass(frozen=True, slots=True)
class DotRow:
    """One row of dots. ``median`` and ``spread``: None where too few people answered to show them; ``n``: answers;
    ``note``: small, under the label; ``said``: lines at the right.
    """

    label: str
    n: int
    median: Fraction | None
    spread: Spread | None
    note: str = ""
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Multiple:
    """A subject with its rounds. ``ends``: short words at the lowest and the highest answer, empty for none;
    ``verdict``: at the right, ``apart``: it asks for attention; ``result``: the line under it.
    """

    label: str
    rounds: Sequence[DotRow]
    ends: tuple[str, str] = ("", "")
    verdict: str = ""
    apart: bool = False
    result: str = ""


class _Axis(NamedTuple):
    """A scale from ``low`` to ``high`` between two places."""

    left: float
    right: float
    low: int
    high: int

    @property
    def step(self) -> float:
        return (self.right - self.left) / (self.high - self.low + 1)

    def at(self, value: float | Fraction) -> float:
        return self.left + self.step * (float(value) - self.low + 0.5)


# --- words


def point_words(value: Fraction) -> str:
    """``3`` or ``3,5``: a median, or an end of the middle half."""
    whole, rest = divmod(value, 1)
    if not rest:
        return str(whole)
    return f"{whole},5" if rest == Fraction(1, 2) else f"{float(value):.2f}".replace(".", ",")


def middle_words(spread: Spread | None) -> str:
    """``2 tot 4``, ``4`` where both ends are the same, or a dash."""
    if spread is None:
        return "–"
    low, high = point_words(spread.low), point_words(spread.high)
    return low if low == high else f"{low} tot {high}"


def spread_words(spread: Spread | None) -> str:
    """``2 (3 keer), 4 (1 keer)``, or that too few people answered."""
    if spread is None:
        return "te weinig antwoorden"
    return ", ".join(f"{value} ({count} keer)" for value, count in spread.counts.items() if count)


# --- one row after the other


def dot_rows_figure(
    title: str,
    rows: Sequence[DotRow],
    scale: tuple[int, int],
    ends: tuple[str, str] = ("", ""),
    width: float = 453.5,
) -> Figure:
    """Draw ``rows`` under each other, ``width`` points wide (at least 300).

    ``scale``: the lowest and the highest answer, with the words in ``ends``.
    """
    width = max(width, _NARROWEST)
    axis = _Axis(_LEFT, width - _SAID - 14, *scale)
    radius = _radius(rows, axis.step, _TALL)
    shapes: list[Shape] = []
    top = 0.0
    for row in rows:
        shapes.append(Line(0, top, width, top, Role.RULE, 0.4))
        base = top + 7 + max(_height(row.spread, axis.step, radius), 18.0)
        shapes += _labelled(row, top + 14)
        shapes += _plot(row, axis, base, top + 5, radius)
        for number, line in enumerate(row.said):
            y = top + 14 + 12 * number
            shapes.append(
                Text(width - _SAID, y, fitted(line, SMALL, _SAID), SMALL, fill=Role.GREY if number else Role.INK)
            )
        top = base + _NUMBERS + 7
    shapes += _ends(ends, axis, top + 4)
    top += 10 if any(ends) else 0
    return Figure(title, _alt(rows), width, max(top, 1.0), tuple(shapes), _twin(rows))


def _labelled(row: DotRow, y: float) -> Iterator[Shape]:
    lines = wrap_label(row.label, SMALL, _LEFT - 12, 2)
    for number, line in enumerate(lines):
        yield Text(0, y + 12 * number, line, SMALL, Weight.SEMIBOLD)
    if row.note:
        yield Text(0, y + 12 * len(lines), fitted(row.note, _FEW, _LEFT - 12), _FEW, fill=Role.GREY)


def _ends(ends: tuple[str, str], axis: _Axis, y: float) -> Iterator[Shape]:
    half = (axis.right - axis.left) / 2 - 4
    if ends[0]:
        yield Text(axis.left, y, fitted(ends[0], _FEW, half), _FEW, fill=Role.GREY)
    if ends[1]:
        yield Text(axis.right, y, fitted(ends[1], _FEW, half), _FEW, fill=Role.GREY, anchor=Anchor.END)


# --- small multiples


def dot_multiples_figure(
    title: str, subjects: Sequence[Multiple], scale: tuple[int, int], width: float = 453.5
) -> Figure:
    """Draw a row per subject with a column per round, ``width`` points wide (at least 300)."""
    width = max(width, _NARROWEST)
    columns = max((len(one.rounds) for one in subjects), default=1) or 1
    axes = tuple(_columns(columns, width, scale))
    every = [row for one in subjects for row in one.rounds]
    radius = _radius(every, axes[0].step, _FLAT)
    shapes: list[Shape] = []
    for number, axis in enumerate(axes, start=1):
        shapes.append(Text(axis.left, 9, f"Ronde {number}", _FEW, Weight.SEMIBOLD, Role.GREY))
    top = 15.0
    for one in subjects:
        shapes.append(Line(0, top, width, top, Role.RULE, 0.4))
        drawn, top = _multiple(one, axes, top, width, radius)
        shapes += drawn
    shapes.append(Line(0, top, width, top, Role.RULE, 0.4))
    return Figure(title, _multiples_alt(subjects), width, top + 1, tuple(shapes), _multiples_twin(subjects))


def _columns(columns: int, width: float, scale: tuple[int, int]) -> Iterator[_Axis]:
    room = (width - _LEFT - _WORDS - 12) / columns
    for number in range(columns):
        start = _LEFT + number * room
        yield _Axis(start, start + room - (12 if columns > 1 else 24), *scale)


def _multiple(
    one: Multiple, axes: Sequence[_Axis], top: float, width: float, radius: float
) -> tuple[list[Shape], float]:
    """The shapes of a subject, and where the next one starts."""
    shapes: list[Shape] = []
    lines = wrap_label(one.label, SMALL, _LEFT - 14, 2)
    for number, line in enumerate(lines):
        shapes.append(Text(0, top + 14 + 11.5 * number, line, SMALL, Weight.SEMIBOLD))
    foot = top + 14 + 11.5 * (len(lines) - 1)
    for end in one.ends:
        if end:
            foot += 11
            shapes.append(Text(0, foot, fitted(end, _FEW, _LEFT - 14), _FEW, fill=Role.GREY))
    base = top + 6 + max([16.0, *(_height(row.spread, axes[0].step, radius) for row in one.rounds)])
    base = max(base, foot - _NUMBERS + 2)
    for row, axis in zip(one.rounds, axes, strict=False):
        shapes += _plot(row, axis, base, top + 4, radius)
    weight, fill = (Weight.SEMIBOLD, Role.BRICK) if one.apart else (Weight.SEMIBOLD, Role.INK)
    said = wrap_label(one.verdict, SMALL, _WORDS, 2)
    for number, line in enumerate(said):
        shapes.append(Text(width - _WORDS, top + 14 + 11.5 * number, line, SMALL, weight, fill))
    below = top + 14 + 11.5 * len(said)
    for number, line in enumerate(wrap_label(one.result, _FEW, _WORDS, 2)):
        shapes.append(Text(width - _WORDS, below + 10.5 * number, line, _FEW, fill=Role.GREY))
    return shapes, max(base + _NUMBERS, foot, below + 2) + 6


# --- one plot


def _radius(rows: Sequence[DotRow], step: float, most: float) -> float:
    """The largest dots with which no stack is too high; the smallest where none does."""
    fitting = (r for r in _RADII if all(_height(row.spread, step, r) <= most for row in rows))
    return next(fitting, _RADII[-1])


def _across(step: float, radius: float) -> int:
    """How many dots stand beside each other at one answer."""
    return max(1, int((step * 0.9 + _GAP) / (2 * radius + _GAP)))


def _height(spread: Spread | None, step: float, radius: float) -> float:
    most = max(spread.counts.values(), default=0) if spread is not None else 0
    return -(-most // _across(step, radius)) * (2 * radius + _GAP)


def _plot(row: DotRow, axis: _Axis, base: float, top: float, radius: float) -> Iterator[Shape]:
    """Wash, dots, line, numbers and house; without a spread the words that say why."""
    if row.spread is not None:
        low, high = axis.at(row.spread.low), axis.at(row.spread.high)
        half = axis.step * 0.46
        yield Rect(low - half, top, high - low + 2 * half, base - top, Role.WASH, radius=2)
        for value, count in row.spread.counts.items():
            yield from _stack(axis.at(value), base, count, radius, _across(axis.step, radius))
    else:
        words = "verdeling niet te zien"
        if row.median is None:
            words = f"{row.n} antwoord{'en' if row.n > 1 else ''}: te weinig" if row.n else "geen antwoorden"
        lines = wrap_label(words, _FEW, axis.right - axis.left, 2)
        yield from text_block(
            lines, (axis.left + axis.right) / 2, base - 10, _FEW, fill=Role.GREY, anchor=Anchor.MIDDLE
        )
    yield Line(axis.left, base, axis.right, base, Role.EDGE, 1.0)
    yield from _numbers(row.median, axis, base)


def _stack(x: float, base: float, count: int, radius: float, across: int) -> Iterator[Shape]:
    pitch = 2 * radius + _GAP
    for number in range(count):
        line, place = divmod(number, across)
        wide = min(across, count - line * across)
        left = x - pitch * (wide - 1) / 2
        yield Circle(left + pitch * place, base - _GAP - radius - pitch * line, radius, Role.ACCENT)


def _numbers(median: Fraction | None, axis: _Axis, base: float) -> Iterator[Shape]:
    """The answers under the line, as far as they have room, and the house around the median."""
    stops = range(axis.low, axis.high + 1)
    if axis.step < 11:
        stops = range(axis.low, axis.high + 1, max((axis.high - axis.low) // 2, 1))
    centre = None if median is None else axis.at(median)
    y = base + 11.2
    for stop in stops:
        x = axis.at(stop)
        if centre is None or abs(x - centre) >= _HOUSE + 3.5:
            yield Text(x, y, str(stop), _FEW, fill=Role.GREY, anchor=Anchor.MIDDLE)
    if median is None or centre is None:
        return
    words = point_words(median)
    half = _HOUSE if len(words) < _FIVE - 3 else _HOUSE + 2.6
    yield _house(centre, base + 1.2, half)
    yield Text(centre, y, words, _FEW, Weight.SEMIBOLD, Role.ON_POINTER, Anchor.MIDDLE)


def _house(x: float, top: float, half: float) -> Polygon:
    roof, foot = top + _ROOF, top + _NUMBERS - 2
    points = ((x, top), (x + half, roof), (x + half, foot), (x - half, foot), (x - half, roof))
    return Polygon(points, Role.POINTER, Role.ON_POINTER, 0.9)


# --- the same in words and as a table


def _alt(rows: Sequence[DotRow]) -> str:
    return " ".join(_row_words(row) for row in rows) or "Er zijn nog geen antwoorden."


def _row_words(row: DotRow) -> str:
    if row.median is None:
        return f"{row.label}: {'geen antwoorden' if not row.n else 'te weinig antwoorden om te laten zien'}."
    middle = "" if row.spread is None else f", middelste helft {middle_words(row.spread)}"
    return f"{row.label}: mediaan {point_words(row.median)}{middle}."


def _twin(rows: Sequence[DotRow]) -> Twin:
    cells = ((row.label, *_cells(row)) for row in rows)
    return Twin(("Rij", "Antwoorden", "Mediaan", "Middelste helft", "Verdeling"), tuple(cells))


def _cells(row: DotRow) -> tuple[str, str, str, str]:
    median = "–" if row.median is None else point_words(row.median)
    return str(row.n), median, middle_words(row.spread), spread_words(row.spread)


def _multiples_alt(subjects: Sequence[Multiple]) -> str:
    return " ".join(f"{one.label}: {_last(one)}." for one in subjects if one.rounds) or "Er zijn nog geen antwoorden."


def _last(one: Multiple) -> str:
    row = one.rounds[-1]
    median = "te weinig antwoorden" if row.median is None else f"mediaan {point_words(row.median)}"
    return f"{median}, {one.verdict}" if one.verdict and row.median is not None else median


def _multiples_twin(subjects: Sequence[Multiple]) -> Twin:
    rows = tuple((one.label, row.label, *_cells(row)) for one in subjects for row in one.rounds)
    return Twin(("Onderwerp", "Ronde", "Antwoorden", "Mediaan", "Middelste helft", "Verdeling"), rows)
