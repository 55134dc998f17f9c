"""The band above a page and the one below it: which part, which place, who is in, and the clock."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from models.figures.audience.sheet import HEIGHT, Sheet, block_height, broken, lines_of
from models.figures.metrics import text_width
from models.figures.shapes import Anchor, Circle, Polygon, Rect, Role, Shape, Text, Weight

__all__ = ["Foot", "Head", "foot_of", "head_of"]

_HEAD, _PAD = 92.0, 22.0
_DOT, _GAP = 19.0, 9.0
_MOST_DOTS = 60
_SIGN = 54.0


class Head(NamedTuple):
    """The band above; ``bottom``: where the page begins."""

    shapes: tuple[Shape, ...]
    bottom: float


class Foot(NamedTuple):
    """The band below; ``top``: where the page ends."""

    shapes: tuple[Shape, ...]
    top: float


def head_of(sheet: Sheet, part: str, place: str) -> Head:
    """The part and the place in it on one line, or under each other where that is too wide."""
    size, left = sheet.body, sheet.margin + _SIGN + 22
    room = sheet.width - sheet.margin - left
    beside = text_width(part, size) + text_width(place, size) + 40 <= room
    first = broken(part, size, room)
    second = () if beside or not place else broken(place, size, room)
    high = max(_HEAD, block_height((*first, *second), size) + _PAD)
    top = (high - block_height((*first, *second), size)) / 2
    shapes: list[Shape] = [Rect(0, 0, sheet.width, high, fill=Role.DEEP), *_sign(sheet.margin, high / 2)]
    shapes += lines_of(first, left, top, size, weight=Weight.SEMIBOLD, fill=Role.ON_DEEP)
    if second:
        shapes += lines_of(second, left, top + block_height(first, size), size, fill=Role.ON_DEEP)
    elif place:
        right = sheet.width - sheet.margin
        shapes += lines_of((place,), right, top, size, fill=Role.ON_DEEP, anchor=Anchor.END)
    return Head(tuple(shapes), high)


def foot_of(sheet: Sheet, note: str, timer: str, done: int = 0, expected: int = 0) -> Foot:
    """A dot per person who is expected, filled for who is in; the note; and the clock as an arm at the right."""
    if not note and not timer and not expected:
        return Foot((), HEIGHT - 40)
    size, arm = sheet.body, _arm_width(sheet, timer)
    room = sheet.room - (arm + 40 if arm else 0)
    lines = broken(note, size, room) if note else ()
    dots = tuple(_dots(sheet, room, done, expected))
    dots_high = max((shape.y + shape.radius for shape in dots if isinstance(shape, Circle)), default=0.0)
    inside = max(dots_high + (14 if dots and lines else 0) + block_height(lines, size), size * 1.9 if arm else 0.0)
    top = HEIGHT - inside - 2 * _PAD
    shapes: list[Shape] = [Rect(0, top, sheet.width, HEIGHT - top, fill=Role.PANEL)]
    shapes += (_moved(dot, top + _PAD) for dot in dots)
    shapes += lines_of(lines, sheet.margin, HEIGHT - _PAD - block_height(lines, size), size)
    if arm:
        shapes += _clock(sheet, timer, arm, (top + HEIGHT) / 2)
    return Foot(tuple(shapes), top)


def _moved(dot: Circle, down: float) -> Circle:
    return Circle(dot.x, dot.y + down, dot.radius, fill=dot.fill, stroke=dot.stroke, stroke_width=dot.stroke_width)


def _dots(sheet: Sheet, room: float, done: int, expected: int) -> Iterator[Circle]:
    if not 0 < expected <= _MOST_DOTS:
        return
    step = 2 * _DOT + _GAP
    in_line = max(1, int((room + _GAP) / step))
    for number in range(expected):
        x = sheet.margin + _DOT + step * (number % in_line)
        y = _DOT + step * (number // in_line)
        inside = number < done
        yield Circle(x, y, _DOT, Role.ACCENT if inside else Role.PAPER, Role.ACCENT if inside else Role.EDGE, 2.5)


def _arm_width(sheet: Sheet, timer: str) -> float:
    return text_width(timer, sheet.size(46)) + 130 if timer else 0.0


def _clock(sheet: Sheet, timer: str, width: float, middle: float) -> Iterator[Shape]:
    size = sheet.size(46)
    left, half = sheet.width - sheet.margin - width, size * 0.95
    yield _pointer(left, middle, width, half)
    x, y = left + (width - half * 0.8) / 2, middle + size * 0.34
    yield Text(x, y, timer, size, Weight.SEMIBOLD, Role.ON_POINTER, Anchor.MIDDLE)


def _pointer(left: float, middle: float, width: float, half: float) -> Polygon:
    tip = half * 0.8
    points: Sequence[tuple[float, float]] = (
        (left, middle - half),
        (left + width - tip, middle - half),
        (left + width, middle),
        (left + width - tip, middle + half),
        (left, middle + half),
    )
    return Polygon(tuple(points), Role.POINTER, Role.ON_POINTER, 3)


def _sign(left: float, middle: float) -> Iterator[Shape]:
    yield _pointer(left, middle, _SIGN, 19)
    for number in range(3):
        yield Circle(left + 13 + number * 12, middle, 4.4, Role.ON_POINTER)
