"""The band above a page and the one below it: which part, which place, who is in, and the clock."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from models.figures.audience.flow import Area, Block
from models.figures.audience.sheet import GAP, HEIGHT, Sheet, block_height, broken, lines_of, wide
from models.figures.shapes import Anchor, Circle, Polygon, Rect, Role, Shape, Text, Weight

__all__ = ["Frame", "frame_of"]

_HEAD, _PAD = 92.0, 36.0
_SIGN = 61.0
_DOT, _SMALLEST_DOT = 19.0, 8.0
_MOST_DOTS, _DOT_LINES = 60, 2
_LINES = 2
"""Of words in a band, at most: more go on a sheet of their own."""
_CLOCK = 46.0


class Frame(NamedTuple):
    """The bands of a page, and where the page stands between them.

    ``before`` and ``after``: words of the bands that are too long for them and come on sheets of their own.
    """

    shapes: tuple[Shape, ...]
    area: Area
    before: tuple[Block, ...]
    after: tuple[Block, ...]


class _Band(NamedTuple):
    shapes: tuple[Shape, ...]
    edge: float
    rest: tuple[Block, ...] = ()


def frame_of(sheet: Sheet, part: str, place: str, note: str, timer: str, done: int = 0, expected: int = 0) -> Frame:
    """The frame of a page. ``timer``: what the clock says; a dot for each who is expected, filled for who is in."""
    head, foot = _head(sheet, part, place), _foot(sheet, note, timer, done, expected)
    area = Area(sheet.margin, head.edge + GAP, sheet.room, foot.edge - GAP)
    return Frame((*head.shapes, *foot.shapes), area, head.rest, foot.rest)


# --- above


def _head(sheet: Sheet, part: str, place: str) -> _Band:
    """The part and the place in it on one line, or under each other where that is too wide."""
    size, grown = sheet.body, sheet.body / 34
    sign = _SIGN * grown
    left = sheet.margin + sign + 21
    room = sheet.width - sheet.margin - left
    beside = wide(part, size) + wide(place, size) + 40 <= room
    first = broken(part, size, room) if part else ()
    second = () if beside or not place else broken(place, size, room)
    if len(first) + len(second) > _LINES:
        rest = tuple(Block(broken(text, size, sheet.room), size, gap=GAP) for text in (part, place) if text)
        return _Band(_head_plane(sheet, _HEAD), _HEAD, rest)
    high = max(_HEAD, block_height((*first, *second), size) + 22)
    top = (high - block_height((*first, *second), size)) / 2 - size * 0.06
    shapes = list(_head_plane(sheet, high))
    shapes += lines_of(first, left, top, size, weight=Weight.SEMIBOLD, fill=Role.ON_DEEP)
    if second:
        shapes += lines_of(second, left, top + block_height(first, size), size, fill=Role.ON_DEEP)
    elif place:
        right = sheet.width - sheet.margin
        shapes += lines_of((place,), right, top, size, fill=Role.ON_DEEP, anchor=Anchor.END)
    return _Band(tuple(shapes), high)


def _head_plane(sheet: Sheet, high: float) -> tuple[Shape, ...]:
    grown = sheet.body / 34
    left, middle = sheet.margin, high / 2
    dots = (Circle(left + (11.5 + 13.5 * n) * grown, middle, 4.9 * grown, Role.ON_POINTER) for n in range(3))
    plane = Rect(0, 0, sheet.width, high, fill=Role.DEEP)
    return (plane, _pointer(left, middle, _SIGN * grown, 18 * grown), *dots)


# --- below


def _foot(sheet: Sheet, note: str, timer: str, done: int, expected: int) -> _Band:
    """The note alone stands plain; with dots or a clock the foot is a band."""
    size, dotted = sheet.body, 0 < expected <= _MOST_DOTS
    if not timer and not dotted:
        return _plain_foot(sheet, note)
    arm = _arm_width(sheet, timer)
    beside = sheet.room - (arm + 40 if arm else 0)
    dots = _dots(sheet.margin, beside, done, expected) if dotted else ()
    dots_high = max((dot.y + dot.radius for dot in dots), default=0.0)
    clock_high = sheet.size(_CLOCK) * 2 if arm else 0.0
    lines = broken(note, size, beside) if note else ()
    below = len(lines) > _LINES and arm > 0
    if below:
        lines = broken(note, size, sheet.room)
    rest = (Block(broken(note, size, sheet.room), size, fill=Role.GREY),) if len(lines) > _LINES else ()
    lines = () if rest else lines
    gap = 14.0 if (dots or below) and lines else 0.0
    words = block_height(lines, size)
    if below:
        upper = max(dots_high, clock_high)
        inside = upper + gap + words
    else:
        upper = inside = max(dots_high + gap + words, clock_high)
    pad = _PAD / max(1.0, sheet.scale * sheet.scale)
    top = HEIGHT - inside - 2 * pad
    shapes: list[Shape] = [Rect(0, top, sheet.width, HEIGHT - top, fill=Role.BAND)]
    left_high = dots_high + (0 if below else gap + words)
    begin = top + pad + (upper - left_high) / 2
    shapes += (replace(dot, y=dot.y + begin) for dot in dots)
    words_top = top + pad + upper + gap if below else begin + dots_high + gap
    shapes += lines_of(lines, sheet.margin, words_top - size * 0.1, size)
    if arm:
        shapes += _clock(sheet, timer, arm, top + pad + upper / 2)
    return _Band(tuple(shapes), top, rest)


def _plain_foot(sheet: Sheet, note: str) -> _Band:
    lines = broken(note, sheet.body, sheet.room) if note else ()
    if len(lines) > _LINES:
        return _Band((), HEIGHT - 4, (Block(lines, sheet.body, fill=Role.GREY),))
    if not lines:
        return _Band((), HEIGHT - 4)
    top = HEIGHT - block_height(lines, sheet.body) - 31
    return _Band(tuple(lines_of(lines, sheet.margin, top, sheet.body, fill=Role.GREY)), top)


def _dots(left: float, room: float, done: int, expected: int) -> tuple[Circle, ...]:
    """A dot for each who is expected, in two lines at most as long as they stay large enough to be seen."""
    radius = _DOT
    while -(-expected // _in_line(radius, room)) > _DOT_LINES and radius > _SMALLEST_DOT:
        radius -= 1
    in_line, step = _in_line(radius, room), radius * 2.48
    return tuple(
        Circle(
            left + radius + step * (number % in_line),
            radius + step * (number // in_line),
            radius,
            Role.ACCENT if number < done else Role.PAPER,
            Role.ACCENT if number < done else Role.EDGE,
            2.5,
        )
        for number in range(expected)
    )


def _in_line(radius: float, room: float) -> int:
    return max(1, int((room + radius * 0.48) / (radius * 2.48)))


def _arm_width(sheet: Sheet, timer: str) -> float:
    size = sheet.size(_CLOCK)
    # As wide for 9:59 as for 10:00, so that nothing jumps from second to second.
    return max(wide(timer, size), wide("00:00", size)) + size * 2.3 if timer else 0.0


def _clock(sheet: Sheet, timer: str, width: float, middle: float) -> Iterator[Shape]:
    size = sheet.size(_CLOCK)
    left, half = sheet.width - sheet.margin - width, size
    yield _pointer(left, middle, width, half)
    yield Text(
        left + (width - half * 0.6) / 2,
        middle + size * 0.34,
        timer,
        size,
        Weight.SEMIBOLD,
        Role.ON_POINTER,
        Anchor.MIDDLE,
    )


def _pointer(left: float, middle: float, width: float, half: float) -> Polygon:
    """The arm of a signpost, its corners at the left a little cut."""
    tip, cut = half * 0.82, half * 0.14
    right = left + width
    points = (
        (left, middle - half + cut),
        (left + cut, middle - half),
        (right - tip, middle - half),
        (right, middle),
        (right - tip, middle + half),
        (left + cut, middle + half),
        (left, middle + half - cut),
    )
    return Polygon(points, Role.POINTER, Role.ON_POINTER, 3)
