"""How the answers of a round lie: a dot per answer, the middle half on a wash, a pointer up at the median."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from models.figures.audience.flow import Area
from models.figures.audience.sheet import LEAD, Sheet, block_height, broken, lines_of, whole_words, wide
from models.figures.shapes import Anchor, Circle, Line, Polygon, Rect, Role, Shape, Text, Weight
from models.workshop.pages import Counted, Distribution

__all__ = ["ends_fit", "least_height", "spread_shapes"]

_STOP = 48.0
_LARGEST, _STACKED, _FIRST = 40.0, 2.22, 1.3
"""Of a dot: its largest radius, and in radii how far dots are apart and the first is above the line."""
_MOST_COLUMNS, _CLEAR = 8, 22.0
_LEAST_DOTS = 90.0
_LABEL = 1.5
"""Height of the words at the middle half, in sizes of their type."""
_MIDDLE = "middelste helft"
_END_LINES = 2


def least_height(page: Counted, sheet: Sheet) -> float:
    """What the figure needs at least, in units of the sheet."""
    return _below(page, sheet, sheet.room) + sheet.body * LEAD + _LEAST_DOTS


def ends_fit(page: Counted, sheet: Sheet, area: Area) -> bool:
    """Whether the words at the ends stand below the line; else they belong with the other words."""
    room = area.width / 2 - 20
    lines = (broken(word, sheet.body, room) for word in page.ends)
    return all(len(one) <= _END_LINES for one in lines) and all(
        whole_words(word, sheet.body, room) for word in page.ends
    )


def _ends(page: Counted, sheet: Sheet, width: float) -> tuple[tuple[str, ...], ...]:
    if not ends_fit(page, sheet, Area(0, 0, width, 0)):
        return ()
    return tuple(broken(word, sheet.body, width / 2 - 20) if word else () for word in page.ends)


def _below(page: Counted, sheet: Sheet, width: float) -> float:
    ends = _ends(page, sheet, width)
    high = max((block_height(lines, sheet.body) for lines in ends), default=0.0)
    return sheet.size(_STOP) * 2.35 + high


def spread_shapes(page: Counted, spread: Distribution, sheet: Sheet, area: Area) -> Iterator[Shape]:
    """The figure in ``area``. Answers between the stops stand between them."""
    step = area.width / len(page.stops)
    line = area.bottom - _below(page, sheet, area.width)
    label = sheet.body * _LABEL + 8
    dots = _dots(page, spread, area.left, step, line, line - area.top - label)
    reach = [abs(dot.x - x) + dot.radius for dot in dots for x in [_nearest(page, area.left, step, dot.x)]]
    side = max(step * 0.23, max(reach, default=0.0) + 10)
    low, high = (_x(page, value, area.left, step) for value in (spread.low, spread.high))
    top = min((dot.y - dot.radius for dot in dots), default=line - 60)
    yield from _middle_half(sheet, area, low - side, high + side, top, line)
    yield Line(area.left, line, area.left + area.width, line, Role.EDGE, 3)
    yield from dots
    yield from _stops(page, spread, sheet, area.left, step, line)
    ends_top = line + sheet.size(_STOP) * 2.35
    for lines, x, anchor in zip(
        _ends(page, sheet, area.width), (area.left, area.left + area.width), (Anchor.START, Anchor.END), strict=False
    ):
        yield from lines_of(lines, x, ends_top, sheet.body, fill=Role.GREY, anchor=anchor)


def _x(page: Counted, value: Fraction | int, left: float, step: float) -> float:
    """Where an answer stands; one that is not marked stands between its neighbours."""
    stops = page.stops
    after = next((place for place, stop in enumerate(stops) if stop >= value), len(stops) - 1)
    if after == 0 or stops[after] <= value:
        return left + step * (after + 0.5)
    share = (float(value) - stops[after - 1]) / (stops[after] - stops[after - 1])
    return left + step * (after - 0.5 + share)


def _nearest(page: Counted, left: float, step: float, x: float) -> float:
    place = min(max(0, int((x - left) / step)), len(page.stops) - 1)
    return left + step * (place + 0.5)


def _dots(
    page: Counted, spread: Distribution, left: float, step: float, line: float, room: float
) -> tuple[Circle, ...]:
    """A dot per answer, stacked in as few columns per stop as keep them large."""
    most = max(spread.counts.values(), default=1)

    def radius_of(columns: int) -> float:
        return min(_LARGEST, step * 0.76 / (columns * _STACKED), room / (-(-most // columns) * _STACKED + 0.2))

    large = (columns for columns in range(1, _MOST_COLUMNS + 1) if radius_of(columns) >= _CLEAR)
    columns = next(large, max(range(1, _MOST_COLUMNS + 1), key=radius_of))
    radius = radius_of(columns)
    made = []
    for answer, count in sorted(spread.counts.items()):
        middle = _x(page, answer, left, step)
        for number in range(count):
            level, place = divmod(number, columns)
            beside = min(columns, count - level * columns)
            x = middle + radius * _STACKED * (place - (beside - 1) / 2)
            made.append(Circle(x, line - radius * (_FIRST + _STACKED * level), radius, Role.ACCENT))
    return tuple(made)


def _middle_half(sheet: Sheet, area: Area, left: float, right: float, top: float, line: float) -> Iterator[Shape]:
    """The wash behind the middle half, with its words inside where they fit, else above."""
    size, width = sheet.body, wide(_MIDDLE, sheet.body)
    left, right = max(left, area.left), min(right, area.left + area.width)
    inside = width + 24 <= right - left
    ground = top - size * _LABEL if inside else top - 8
    yield Rect(left, ground, right - left, line - ground, fill=Role.WASH, radius=8)
    if inside:
        yield Text(left + 12, ground + size * 1.02, _MIDDLE, size, fill=Role.GREY)
        return
    middle = min(max((left + right) / 2, area.left + width / 2), area.left + area.width - width / 2)
    yield Text(middle, ground - size * 0.3, _MIDDLE, size, fill=Role.GREY, anchor=Anchor.MIDDLE)


def _stops(page: Counted, spread: Distribution, sheet: Sheet, left: float, step: float, line: float) -> Iterator[Shape]:
    number = sheet.size(_STOP)
    middle = _x(page, spread.median, left, step)
    at_stop = spread.median in page.stops
    if at_stop:
        half = min(number * 0.9, step * 0.49)
        yield _house(middle, line + 8, max(half, wide(str(int(spread.median)), number) / 2 + 4), number * 2.05)
    else:
        half = min(number * 0.5, max(8.0, _free(page, middle, left, step, number)))
        yield _house(middle, line + 8, half, number * 1.6)
    for place, stop in enumerate(page.stops):
        fill = Role.ON_POINTER if stop == spread.median else Role.INK
        x = left + step * (place + 0.5)
        yield Text(x, line + number * 1.72, str(stop), number, Weight.SEMIBOLD, fill, Anchor.MIDDLE)


def _free(page: Counted, middle: float, left: float, step: float, number: float) -> float:
    """Room at either side of ``middle`` up to the numbers."""
    return min(
        abs(left + step * (place + 0.5) - middle) - wide(str(stop), number) / 2 - 4
        for place, stop in enumerate(page.stops)
    )


def _house(x: float, top: float, half: float, height: float) -> Polygon:
    """The pointer at the median, upwards."""
    roof = min(half * 0.68, height * 0.4)
    points: Sequence[tuple[float, float]] = (
        (x, top),
        (x + half, top + roof),
        (x + half, top + height),
        (x - half, top + height),
        (x - half, top + roof),
    )
    return Polygon(tuple(points), Role.POINTER, Role.ON_POINTER, 3)
