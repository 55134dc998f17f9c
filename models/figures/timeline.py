"""A calendar as a figure: a row per step, months on top, a bar for a term, a diamond for a decision or start.

[report-look, chapter H; screens-look, "Calendar"]. A solid bar is a term of the law, an outlined one own planning, a
dashed outline a term of the regeling itself, so that they differ without colour. Recess of the raden is a band.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from models.figures.figure import Figure
from models.figures.metrics import BODY, SMALL, fitted, text_width, wrap_label
from models.figures.shapes import Anchor, Line, Polygon, Rect, Role, Shape, Text, Weight
from models.planning.days import merged
from models.planning.keys import CalendarKind
from models.planning.results import DecisionCalendar, PlannedStep
from models.planning.terms import TermKind
from models.wording.planning import calendar_title, headline, step_table, step_title, term_length, when_words, who

__all__ = ["timeline_figure"]

_HEAD, _BAR, _DIAMOND, _PAD = 18.0, 12.0, 5.5, 5.0
_NARROWEST = 260.0
_LABELS, _WIDEST = 190.0, 0.34
"""Room for the names of the steps, and how much of the width that may be."""

_TINY, _LEADING = 8.5, 11.5
_LEAST_TICK, _THIN = 26.0, 2.0
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000, 60000, 120000)
_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "juni", "juli", "aug", "sept", "okt", "nov", "dec")


def timeline_figure(
    calendar: DecisionCalendar,
    names: Mapping[str, str],
    width: float = 453.5,
    *,
    today: date | None = None,
    start: float | None = None,
) -> Figure:
    """Draw a calendar ``width`` points wide (at least 260); ``names`` of the partners by id.

    ``today``: a dashed line on that day, where it lies inside the calendar; ``start``: where the days start, if not
    after the usual room for names. With an obstacle it says what lacks.
    """
    width = max(width, _NARROWEST)
    title, twin = calendar_title(calendar.kind), step_table(calendar, names)
    said = " ".join(headline(calendar, names))
    if not calendar.steps:
        return Figure(title, said, width, *_nothing(said, width), twin)
    left = min(start or _LABELS, _WIDEST * width)
    rows = _rows(calendar, names, left - 8)
    axis = _Axis.of(calendar, left, width)
    bottom = rows[-1].top + rows[-1].height
    shapes: list[Shape] = [*_recess(calendar, axis, bottom), *_months(axis, bottom, width)]
    for row in rows:
        shapes += _row(row, axis, width)
    shapes.append(Line(0, bottom, width, bottom, Role.INK, 0.8))
    foot, below = _foot(calendar, axis, bottom, today)
    shapes += foot
    legend, end = _legend(calendar, axis, below, width)
    return Figure(title, _alt(calendar, said), width, end, (*shapes, *legend), twin)


def _nothing(said: str, width: float) -> tuple[float, tuple[Shape, ...]]:
    lines = wrap_label(said, BODY, width, 8)
    texts = tuple(Text(0, 12 + number * 14, line, BODY) for number, line in enumerate(lines))
    return max(14.0 * len(lines) + 4, 1.0), texts


class _Row(NamedTuple):
    step: PlannedStep
    title: tuple[str, ...]
    who: str
    top: float

    @property
    def height(self) -> float:
        return 2 * _PAD + _LEADING * (len(self.title) + 1)

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def _rows(calendar: DecisionCalendar, names: Mapping[str, str], room: float) -> tuple[_Row, ...]:
    rows: list[_Row] = []
    top = _HEAD
    for step in calendar.steps:
        title = wrap_label(step_title(step), SMALL, room, 3)
        rows.append(_Row(step, title, fitted(who(step, names), _TINY, room), top))
        top += rows[-1].height
    return tuple(rows)


class _Axis(NamedTuple):
    """Days as places: from the first day of a month to the last of another, as ordinals."""

    left: float
    right: float
    first: int
    last: int

    @classmethod
    def of(cls, calendar: DecisionCalendar, left: float, right: float) -> "_Axis":
        start, end = calendar.start or date.min, calendar.end or date.min
        first = start.replace(day=1).toordinal()
        year, month = divmod(end.year * 12 + end.month, 12)
        # December 9999 has no month after it; its last day is then the end.
        last = date(year, month + 1, 1).toordinal() if year <= date.max.year else date.max.toordinal() + 1
        return cls(left, right, first, last)

    def at(self, ordinal: int) -> float:
        """The place at which a day begins."""
        return self.left + (self.right - self.left) * (ordinal - self.first) / (self.last - self.first)

    def ticks(self) -> list[date]:
        """The first days of months (or of every so many months) that stand far enough apart."""
        months = max(1.0, (self.last - self.first) / 30.44)
        wanted = _LEAST_TICK * months / (self.right - self.left)
        step = next((size for size in _STEPS if size >= wanted), _STEPS[-1])
        begin = date.fromordinal(self.first)
        count = begin.year * 12 + begin.month - 1
        count += -count % step
        days: list[date] = []
        while (year := count // 12) <= date.max.year:
            day = date(max(year, 1), count % 12 + 1, 1)
            if day.toordinal() >= self.last:
                break
            if day.toordinal() >= self.first:
                days.append(day)
            count += step
        return days


def _months(axis: _Axis, bottom: float, width: float) -> Iterator[Shape]:
    yield Line(0, _HEAD, width, _HEAD, Role.INK, 0.8)
    ticks = axis.ticks()
    whole_years = len(ticks) > 1 and all(day.month == 1 for day in ticks)
    free = axis.left - 1
    for number, day in enumerate(ticks):
        x = axis.at(day.toordinal())
        yield Line(x, 2, x, bottom, Role.RULE, 0.5)
        with_year = day.month == 1 or number == 0
        short = _MONTHS[day.month - 1]
        words = str(day.year) if whole_years else f"{short} {day.year}" if with_year else short
        weight = Weight.SEMIBOLD if with_year else Weight.REGULAR
        for text in (words, short if not whole_years else ""):
            if text and x + 3 >= free and x + 3 + text_width(text, _TINY) <= width:
                yield Text(x + 3, 12, text, _TINY, weight, Role.INK if with_year else Role.GREY)
                free = x + 6 + text_width(text, _TINY)
                break


def _recess(calendar: DecisionCalendar, axis: _Axis, bottom: float) -> Iterator[Shape]:
    for left, right in _bands(calendar, axis):
        yield Rect(left, _HEAD, right - left, bottom - _HEAD, Role.WASH)


def _bands(calendar: DecisionCalendar, axis: _Axis) -> list[tuple[float, float]]:
    """Left and right of each recess, as far as it lies inside the axis."""
    bands: list[tuple[float, float]] = []
    for first, last in merged(period for _, period in calendar.recess):
        begin, end = max(first.toordinal(), axis.first), min(last.toordinal() + 1, axis.last)
        if begin < end:
            bands.append((axis.at(begin), axis.at(end)))
    return bands


def _row(row: _Row, axis: _Axis, width: float) -> Iterator[Shape]:
    step = row.step
    for number, line in enumerate(row.title):
        yield Text(0, row.top + _PAD + 8.5 + number * _LEADING, line, SMALL, Weight.SEMIBOLD)
    yield Text(0, row.top + _PAD + 8.5 + len(row.title) * _LEADING, row.who, _TINY, fill=Role.GREY)
    yield Line(0, row.top + row.height, width, row.top + row.height, Role.RULE, 0.5)
    left, right = axis.at(step.start.toordinal()), axis.at(step.end.toordinal() + 1)
    if not step.is_moment:
        left = min(left, axis.right - _THIN)
        right = max(right, left + _THIN)
        yield from _bar(step, left, right, row.middle)
    if _has_diamond(step):
        middle = min(max(axis.at(step.end.toordinal()), axis.left + _DIAMOND), axis.right - _DIAMOND)
        yield _diamond(middle, row.middle)
        yield from _day(step, min(left, middle - _DIAMOND), max(middle + _DIAMOND, right), row.middle, axis)


def _has_diamond(step: PlannedStep) -> bool:
    return step.decision or step.is_moment


def _bar(step: PlannedStep, left: float, right: float, middle: float) -> Iterator[Shape]:
    top = middle - _BAR / 2
    if not step.is_statutory:
        dashed = step.term is not None and step.term.kind is TermKind.REGELING
        yield Rect(left, top, right - left, _BAR, Role.PAPER, Role.ACCENT, 1.1, dashed=dashed)
        return
    yield Rect(left, top, right - left, _BAR, Role.ACCENT)
    assert step.term is not None  # what is statutory has a term
    for words in (f"{term_length(step.term)}, uit de wet", term_length(step.term)):
        if step.term.days is not None and text_width(words, _TINY) + 8 <= right - left:
            yield Text(left + 5, middle + 3, words, _TINY, Weight.SEMIBOLD, Role.PAPER)
            return


def _diamond(x: float, y: float) -> Polygon:
    s = _DIAMOND
    return Polygon(((x, y - s), (x + s, y), (x, y + s), (x - s, y)), Role.INK)


def _day(step: PlannedStep, left: float, right: float, middle: float, axis: _Axis) -> Iterator[Shape]:
    """The day beside its diamond: after it, or before everything in the row; nowhere if there is no room."""
    words = f"{step.end.day} {_MONTHS[step.end.month - 1]}"
    room = text_width(words, SMALL) + 6
    if right + room <= axis.right:
        yield Text(right + 4, middle + 3.3, words, SMALL, Weight.BOLD)
    elif left - room >= axis.left:
        yield Text(left - 4, middle + 3.3, words, SMALL, Weight.BOLD, anchor=Anchor.END)


def _foot(calendar: DecisionCalendar, axis: _Axis, bottom: float, today: date | None) -> tuple[list[Shape], float]:
    """Foot bars of the recess and the line of today, with words that do not overlap; and where they end."""
    shapes: list[Shape] = []
    wanted: list[tuple[float, str]] = []
    if today is not None and axis.first <= today.toordinal() < axis.last:
        x = axis.at(today.toordinal())
        shapes.append(Line(x, _HEAD, x, bottom + 3, Role.ACCENT, 1.1, dashed=True))
        wanted.append((x, "vandaag"))
    for left, right in _bands(calendar, axis):
        shapes.append(Line(left, bottom + 1.5, right, bottom + 1.5, Role.GREY, 2.4))
        wanted.append(((left + right) / 2, "reces"))
    placed: list[tuple[float, float]] = []
    for middle, words in wanted:
        half = text_width(words, _TINY) / 2
        x = min(max(middle, half), axis.right - half)
        if all(x + half + 3 <= left or x - half - 3 >= right for left, right in placed):
            placed.append((x - half, x + half))
            shapes.append(Text(x, bottom + 12, words, _TINY, fill=Role.GREY, anchor=Anchor.MIDDLE))
    return shapes, bottom + (18 if placed else 8)


def _legend(calendar: DecisionCalendar, axis: _Axis, top: float, width: float) -> tuple[list[Shape], float]:
    """What the signs mean, as far as they are in the figure, on as many lines as they need."""
    shapes: list[Shape] = []
    x, y = axis.left, top + 10
    for sign, words in _signs(calendar):
        room = 27 + text_width(words, _TINY)
        if x > axis.left and x + room > width:
            x, y = axis.left, y + 15
        shapes += _sign(sign, x, y)
        shapes.append(Text(x + 25, y, fitted(words, _TINY, width - x - 25), _TINY, fill=Role.GREY))
        x += room + 16
    return shapes, y + 5


def _signs(calendar: DecisionCalendar) -> Iterator[tuple[str, str]]:
    bars = [step for step in calendar.steps if not step.is_moment]
    if any(step.is_statutory for step in bars):
        yield "wet", "termijn uit de wet"
    if any(_of_partners(step) for step in bars):
        yield "planning", "ter inzage en zienswijze" if calendar.kind is CalendarKind.BEGROTING else "eigen planning"
    if any(step.term is not None and step.term.kind is TermKind.REGELING for step in bars):
        yield "regeling", "termijn uit de regeling"
    if any(_has_diamond(step) for step in calendar.steps):
        yield "besluit", "besluit of laatste dag" if calendar.kind is CalendarKind.BEGROTING else "besluit of moment"


def _of_partners(step: PlannedStep) -> bool:
    return not step.is_statutory and (step.term is None or step.term.kind is TermKind.PLANNING)


def _sign(sign: str, x: float, y: float) -> Iterator[Shape]:
    if sign == "besluit":
        yield _diamond(x + 10, y - 3)
    elif sign == "wet":
        yield Rect(x, y - 8, 20, 9, Role.ACCENT)
    else:
        yield Rect(x, y - 8, 20, 9, Role.PAPER, Role.ACCENT, 1.1, dashed=sign == "regeling")


def _alt(calendar: DecisionCalendar, said: str) -> str:
    """The outcome, then every step with its days."""
    steps = " ".join(f"{step_title(step)}: {when_words(step)}." for step in calendar.steps)
    return f"{said} {steps}".strip()
