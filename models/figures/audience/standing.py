"""Figurines on a board: a circle with a nose that says where it looks, and its name or number."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import cos, hypot, pi, radians, sin
from typing import NamedTuple

from models.figures.audience.flow import Area
from models.figures.audience.sheet import LEAD, Sheet, block_height, broken, lines_of, whole_words, wide
from models.figures.shapes import Anchor, Circle, Line, Polygon, Rect, Role, Shape, Text, Weight
from models.workshop.pages import Board

__all__ = ["named", "numbered"]

_NAMED, _NUMBERED, _TIGHT, _SMALL = 0.85, 0.8, 0.62, 12.0
"""Radius of a figurine in sizes of running text: with a name, with a number, with many; and without either."""
_NOSE = 1.6
"""How far a nose reaches, in radii."""
_APART, _AIR = 6.0, 10.0
_MOST_NAMED = 24
"""With more figurines than this on a board nobody looks for room for their names."""
_WIDTHS = (0.45, 0.3, 0.2, 0.12)
"""Of the board, for a name in one line, or in more."""

Point = tuple[float, float]


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def within(self, area: Area) -> bool:
        right = area.left + area.width
        return self.left >= area.left and self.right <= right and self.top >= area.top and self.bottom <= area.bottom


class _Name(NamedTuple):
    lines: tuple[str, ...]
    box: _Box


@lru_cache(maxsize=32)
def named(board: Board, area: Area, sheet: Sheet) -> tuple[Shape, ...] | None:
    """The figurines with their names beside them; None where there is no room for all names."""
    if len(board.figurines) > _MOST_NAMED:
        return None
    radius = _NAMED * sheet.body
    points = _apart(board, area, radius)
    if points is None:
        return None
    names = _names(board, area, sheet.body, points, radius)
    if names is None:
        return None
    return (
        *_lines(board, points),
        *(shape for name in names for shape in _written(name, sheet.body)),
        *(shape for place in range(len(points)) for shape in _figurine(board, place, points, radius, Role.ACCENT)),
    )


@lru_cache(maxsize=32)
def numbered(board: Board, area: Area, sheet: Sheet, numbers: tuple[str, ...]) -> tuple[Shape, ...]:
    """The figurines with a number each, in their order; without one where so many do not stand beside each other."""
    size = sheet.body
    least = max((wide(number, size) for number in numbers), default=0.0) / 2 + 3
    for share in (_NUMBERED, _TIGHT):
        radius = max(share * size, least)
        points = _apart(board, area, radius)
        if points is not None:
            return (
                *_lines(board, points),
                *(s for n in range(len(points)) for s in _figurine(board, n, points, radius, Role.PAPER)),
                *(
                    Text(x, y + size * 0.33, number, size, Weight.SEMIBOLD, Role.INK, Anchor.MIDDLE)
                    for (x, y), number in zip(points, numbers, strict=True)
                ),
            )
    points = _wished(board, area, _SMALL)
    return (
        *_lines(board, points),
        *(s for n in range(len(points)) for s in _figurine(board, n, points, _SMALL, Role.ACCENT)),
    )


# --- where they stand


def _wished(board: Board, area: Area, radius: float) -> tuple[Point, ...]:
    """Where people put them; far enough inside for their noses."""
    edge = radius * _NOSE + 4
    wide_, high = max(0.0, area.width - 2 * edge), max(0.0, area.height - 2 * edge)
    return tuple(
        (
            area.left + edge + wide_ * min(max(one.x, 0.0), 1.0),
            area.top + edge + high * min(max(one.y, 0.0), 1.0),
        )
        for one in board.figurines
    )


def _apart(board: Board, area: Area, radius: float) -> tuple[Point, ...] | None:
    """As near to where people put them as they stand without covering each other; None where they do not."""
    edge, distance = radius * _NOSE + 4, 2 * radius * 1.05 + _APART
    inside = Area(area.left + edge, area.top + edge, area.width - 2 * edge, area.bottom - edge)
    if inside.width < 0 or inside.height < 0:
        return None
    placed: list[Point] = []
    for wish in _wished(board, area, radius):
        point = next((p for p in _around(wish, distance, inside) if _free(p, placed, distance)), None)
        if point is None:
            return _on_grid(_wished(board, area, radius), inside, distance)
        placed.append(point)
    return tuple(placed)


def _around(wish: Point, distance: float, area: Area) -> Iterator[Point]:
    """``wish``, and points further and further away from it."""
    yield wish
    step = distance * 0.5
    for ring in range(1, int(hypot(area.width, area.height) / step) + 2):
        count = 6 * ring
        for number in range(count):
            turn = 2 * pi * number / count
            x, y = wish[0] + ring * step * cos(turn), wish[1] + ring * step * sin(turn)
            if area.left <= x <= area.left + area.width and area.top <= y <= area.bottom:
                yield x, y


def _free(point: Point, placed: Iterable[Point], distance: float) -> bool:
    return all(hypot(point[0] - x, point[1] - y) >= distance - 0.01 for x, y in placed)


def _on_grid(wishes: Sequence[Point], area: Area, distance: float) -> tuple[Point, ...] | None:
    """Each at the nearest free crossing of a grid: as many as there can be."""
    columns, rows = int(area.width / distance) + 1, int(area.height / distance) + 1
    if columns * rows < len(wishes):
        return None
    across, down = area.width / max(1, columns - 1), area.height / max(1, rows - 1)
    free = {(area.left + c * across, area.top + r * down) for c in range(columns) for r in range(rows)}
    placed = []
    for x, y in wishes:
        nearest = min(free, key=lambda point: (hypot(point[0] - x, point[1] - y), point))
        free.remove(nearest)
        placed.append(nearest)
    return tuple(placed)


# --- their names


def _names(board: Board, area: Area, size: float, points: Sequence[Point], radius: float) -> tuple[_Name, ...] | None:
    """A free place for every name; who finds none is asked first in a next try."""
    reach = radius * _NOSE
    circles = [_Box(x - reach, y - reach, x + reach, y + reach) for x, y in points]
    options = [
        tuple(_options(one.name, point, area, size, reach)) if one.name.split() else ()
        for one, point in zip(board.figurines, points, strict=True)
    ]
    waiting = [place for place, one in enumerate(board.figurines) if one.name.split()]
    for _ in range(len(waiting) + 1):
        found: dict[int, _Name] = {}
        for place in waiting:
            others = [box for other, box in enumerate(circles) if other != place]
            taken = [*others, *(name.box for name in found.values())]
            name = next((o for o in options[place] if not any(o.box.meets(box) for box in taken)), None)
            if name is None:
                waiting = [place, *(other for other in waiting if other != place)]
                break
            found[place] = name
        else:
            return tuple(found.values())
    return None


def _options(name: str, point: Point, area: Area, size: float, reach: float) -> Iterator[_Name]:
    """Places for a name in order of liking: beside, below, above, at a corner; in few lines first."""
    x, y = point
    seen: set[tuple[str, ...]] = set()
    for share in _WIDTHS:
        room = area.width * share
        lines = broken(name, size, room)
        if lines in seen or not whole_words(name, size, room):
            continue
        seen.add(lines)
        width, high = max(wide(line, size) for line in lines) + _AIR, block_height(lines, size)
        left = min(max(x - width / 2, area.left + 2), area.left + area.width - width - 2)
        for a, b in (
            (x + reach, y - high / 2),
            (x - reach - width, y - high / 2),
            (left, y + reach),
            (left, y - reach - high),
            *((side, y + share * reach - high * (share < 0)) for side in (x, x - width) for share in (1, -1)),
            *((side, y - high * up) for side in (x + reach, x - reach - width) for up in (0.9, 0.1)),
        ):
            box = _Box(a, b, a + width, b + high)
            if box.within(area):
                yield _Name(lines, box)


def _written(name: _Name, size: float) -> Iterator[Shape]:
    box = name.box
    # A line between two figurines may not run through a name.
    high = size * LEAD * len(name.lines)
    yield Rect(box.left, box.top + 2, box.right - box.left, high - 4, fill=Role.PAPER)
    middle = (box.left + box.right) / 2
    yield from lines_of(name.lines, middle, box.top - size * 0.04, size, anchor=Anchor.MIDDLE)


# --- the figurines


def _lines(board: Board, points: Sequence[Point]) -> Iterator[Shape]:
    at = {one.key: point for one, point in zip(board.figurines, points, strict=True)}
    for first, second in board.lines:
        if first in at and second in at:
            (a, b), (c, d) = at[first], at[second]
            yield Line(a, b, c, d, Role.EDGE, 5)


def _figurine(board: Board, place: int, points: Sequence[Point], radius: float, fill: Role) -> Iterator[Shape]:
    x, y = points[place]
    degrees = board.figurines[place].degrees
    if degrees is not None:
        # Clockwise from up, with y downwards.
        turn = radians(degrees)
        tip = (x + sin(turn) * radius * _NOSE, y - cos(turn) * radius * _NOSE)
        sides = (turn - 0.62, turn + 0.62)
        base = tuple((x + sin(side) * radius * 0.98, y - cos(side) * radius * 0.98) for side in sides)
        yield Polygon((tip, *base), Role.ACCENT, Role.ACCENT, 2)
    yield Circle(x, y, radius, fill, Role.ACCENT, 4)
