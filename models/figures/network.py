"""Who stands where: three rings around the question, stakeholders on them, relations between them.

[screens-look, "Network"; S1 wegwijzer 4]. Close to the middle is more involved. Where people placed a stakeholder
themselves, it stands there; else it has a fixed place on its ring.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import cos, dist, pi, radians, sin, sqrt

from models.dossier.base import known
from models.dossier.explore import KrachtenveldSection, Participation, Relation, Stakeholder
from models.figures.answers import PARTICIPATION_WORDS, answer_words, name_of
from models.figures.figure import Figure, Twin
from models.figures.metrics import SMALL, fitted, text_width, wrap_label
from models.figures.parts import ellipse, text_block
from models.figures.shapes import Anchor, Circle, Line, Rect, Role, Shape, Text, Weight

__all__ = ["Spot", "network_figure", "place_at", "places"]

_SMALLEST = (240.0, 200.0)
_FOOT, _TOKEN, _DOT = 18.0, 11.0, 1.8
_RINGS = (0.98, 0.72, 0.45)
_CAPTIONS = ("meeweten", "meedoen en meedenken", "meebeslissen")
_ON_RING: Mapping[Participation | None, tuple[float, ...]] = {
    Participation.MEEBESLISSEN: (0.37, 0.43),
    Participation.MEEDOEN: (0.585, 0.5, 0.66),
    Participation.MEEDENKEN: (0.585, 0.5, 0.66),
    Participation.MEEWETEN: (0.84, 0.76, 0.92),
    None: (1.0,),
}
"""Where on the way from the middle to the edge: the usual place, and others when a ring is full."""
_START, _SWEEP = radians(125), radians(290)
"""Places run clockwise and leave the bottom free, where the rings have their names."""
_STRONG = 3
_MOST_NAMES = 60
"""With more stakeholders there is never room for all names, and looking for it takes long."""

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a stakeholder stands: the middle and radius of its token. ``own``: people put it there."""

    x: float
    y: float
    radius: float
    own: bool


@dataclass(frozen=True, slots=True)
class _Plane:
    width: float
    height: float

    @property
    def middle(self) -> tuple[float, float]:
        return self.width / 2, self.height / 2

    def inside(self, x: float, y: float, radius: float) -> tuple[float, float]:
        """(x, y), moved so that a token fits."""
        edge = radius + 2
        return min(max(x, edge), self.width - edge), min(max(y, edge), self.height - edge)


def _plane(width: float, height: float) -> _Plane:
    return _Plane(max(width, _SMALLEST[0]), max(height, _SMALLEST[1]) - _FOOT)


def places(section: KrachtenveldSection, width: float, height: float) -> dict[str, Spot]:
    """The spot of every stakeholder by id, as ``network_figure`` of the same size draws it.

    A stakeholder whose ring nobody chose stands on the outer edge.
    """
    plane = _plane(width, height)
    found: dict[str, Spot] = {}
    free: dict[tuple[float, ...], list[str]] = {}
    for one in section.stakeholders:
        if one.place is not None:
            x, y = one.place.x / 1000 * plane.width, one.place.y / 1000 * plane.height
            found[one.id] = Spot(*plane.inside(x, y, _TOKEN), _TOKEN, own=True)
        else:
            free.setdefault(_ON_RING[known(one.participation)], []).append(one.id)
    for ring, keys in free.items():
        found |= _around(ring, keys, plane)
    return {one.id: found[one.id] for one in section.stakeholders}


def place_at(x: float, y: float, width: float, height: float) -> tuple[int, int]:
    """The place (x and y from 0 to 1000) of a point in a figure of this size; a point outside goes to the edge."""
    plane = _plane(width, height)
    parts = (x / plane.width, y / plane.height)
    across, down = (round(1000 * min(max(part, 0.0), 1.0)) for part in parts)
    return across, down


def _around(ring: tuple[float, ...], keys: Sequence[str], plane: _Plane) -> dict[str, Spot]:
    """Even places on a ring; a full ring gets more lines, and smaller tokens."""
    x, y = plane.middle
    curves = [_curve(x, y, line) for line in ring]
    lengths = [sum(map(dist, curve, curve[1:])) for curve in curves]
    radius = min(_TOKEN, (lengths[0] / len(keys) - 2) / 2)
    if len(ring) > 1 and radius < _TOKEN:
        apart = min(abs(a - b) for a in ring for b in ring if a != b) * min(x, y)
        radius = min((apart - 1) / 2, (sum(lengths) / (len(keys) + len(ring)) - 1) / 2)
    else:
        curves, lengths = curves[:1], lengths[:1]
    ends = [round(len(keys) * part / sum(lengths)) for part in accumulate(lengths)]
    spots: dict[str, Spot] = {}
    for curve, start, end in zip(curves, [0, *ends], ends, strict=False):
        for key, point in zip(keys[start:end], _even(curve, end - start), strict=True):
            at = plane.inside(*point, max(radius, _DOT))
            spots[key] = Spot(*at, max(radius, _DOT), own=False)
    return spots


def _curve(x: float, y: float, line: float) -> list[Point]:
    """Points along an ellipse around (x, y), clockwise, without its bottom."""
    turns = (_START + _SWEEP * step / 240 for step in range(241))
    return [(x + x * line * cos(turn), y + y * line * sin(turn)) for turn in turns]


def _even(curve: Sequence[Point], count: int) -> Iterator[Point]:
    """``count`` points of the curve at equal distances along it."""
    walked = [0.0, *accumulate(map(dist, curve, curve[1:]))]
    for number in range(count):
        yield curve[min(bisect_left(walked, walked[-1] * (number + 0.5) / count), len(curve) - 1)]


def network_figure(
    section: KrachtenveldSection,
    goal: str,
    width: float = 330.0,
    height: float = 270.0,
    *,
    selected: str | None = None,
) -> Figure:
    """Draw the network of ``width`` by ``height`` points (at least 240 by 200); ``goal`` stands in the middle.

    A full line is a relation of strength 3 or more, a dashed one is weaker or not known. Where names would run
    into each other, tokens have the number of their row in the twin instead of a letter.
    """
    plane, spots = _plane(width, height), places(section, width, height)
    plate = _goal_box(goal, plane)
    tags = _names(section, spots, plate, plane)
    numbered = len(tags) < len(section.stakeholders)
    shapes: list[Shape] = [*_rings(plane), *_lines(section.relations, spots), *_goal(goal, plate)]
    for number, one in enumerate(section.stakeholders, 1):
        sign = str(number) if numbered else _initial(one.name)
        shapes += _token(one, spots[one.id], sign, selected=one.id == selected)
        if one.id in tags:
            shapes.append(tags[one.id])
    words = "Volle lijn: sterke relatie. Streep: zwak of nog niet bekend."
    shapes.append(Text(0, plane.height + _FOOT - 5, fitted(words, SMALL, plane.width), SMALL, fill=Role.GREY))
    size = (plane.width, plane.height + _FOOT)
    return Figure("Wie staat waar?", _alt(section), *size, tuple(shapes), _twin(section))


def _rings(plane: _Plane) -> Iterator[Shape]:
    x, y = plane.middle
    for ring, fill in zip(_RINGS, (Role.PANEL, Role.BAND, Role.WASH), strict=True):
        yield ellipse(x, y, x * ring, y * ring, fill, Role.RULE)
    for ring, words in zip(_RINGS, _CAPTIONS, strict=True):
        # The ring curves up beside its foot: at the ends of the words it is this much higher.
        aside = min(text_width(words, SMALL) / 2 / (x * ring), 1.0)
        curve = y * ring * (1 - sqrt(1 - aside**2))
        yield Text(x, y + y * ring - 5 - curve, words, SMALL, fill=Role.GREY, anchor=Anchor.MIDDLE)


def _lines(relations: Sequence[Relation], spots: Mapping[str, Spot]) -> Iterator[Shape]:
    for relation in relations:
        start, end = spots.get(relation.source), spots.get(relation.target)
        if start is None or end is None or start == end:
            continue
        if (known(relation.strength) or 0) >= _STRONG:
            yield Line(start.x, start.y, end.x, end.y, Role.ACCENT, 1.7)
        else:
            yield Line(start.x, start.y, end.x, end.y, Role.EDGE, 1.2, dash=(4, 2.5))


def _goal_lines(goal: str, plane: _Plane) -> tuple[str, ...]:
    return wrap_label(goal if goal.strip() else "Onze opgave", SMALL, min(0.24 * plane.width, 110) - 12, 3)


def _goal_box(goal: str, plane: _Plane) -> Box:
    lines = _goal_lines(goal, plane)
    x, y = plane.middle
    across, down = max(text_width(line, SMALL) for line in lines) / 2 + 7, len(lines) * SMALL * 0.625 + 6
    return x - across, y - down, x + across, y + down


def _goal(goal: str, box: Box) -> Iterator[Shape]:
    left, top, right, bottom = box
    yield Rect(left, top, right - left, bottom - top, Role.DEEP, Role.ACCENT, 0.8, radius=4)
    room = right - left - 13
    lines = wrap_label(goal if goal.strip() else "Onze opgave", SMALL, room, 3)
    middle = (left + right) / 2, (top + bottom) / 2
    yield from text_block(lines, *middle, SMALL, Weight.SEMIBOLD, Role.ON_DEEP, Anchor.MIDDLE)


def _initial(name: str) -> str:
    return next((sign.upper()[:1] for sign in name if sign.isalnum()), "?")


def _token(one: Stakeholder, spot: Spot, sign: str, *, selected: bool) -> Iterator[Shape]:
    if one.place is not None and one.place.degrees:
        turn = radians(one.place.degrees) - pi / 2
        far = spot.radius + 3
        tip = spot.x + far * cos(turn), spot.y + far * sin(turn)
        yield Line(spot.x, spot.y, *tip, Role.INK, 2)
    ground = Role.POINTER if selected else Role.PAPER
    dashed = known(one.participation) is None
    yield Circle(spot.x, spot.y, spot.radius, ground, Role.INK, 1.1 if spot.radius > 6 else 0.7, dashed=dashed)
    size = min(SMALL, spot.radius * 0.9)
    if size >= 6.5 and text_width(sign, size) <= 2 * spot.radius - 3:
        ink = Role.ON_POINTER if selected else Role.INK
        yield Text(spot.x, spot.y + size * 0.35, sign, size, Weight.SEMIBOLD, ink, Anchor.MIDDLE)


def _names(section: KrachtenveldSection, spots: Mapping[str, Spot], plate: Box, plane: _Plane) -> dict[str, Text]:
    """A name under its token, or above it, off the lines where that leaves room for as many names.

    None where it would run into a token, the plate or another name.
    """
    if len(section.stakeholders) > _MOST_NAMES:
        return {}
    crossings = list(_along(section.relations[:_MOST_NAMES], spots))
    tries = [_names_off(lines, section.stakeholders, spots, plate, plane) for lines in (crossings, ())]
    return max(tries, key=len)


def _names_off(
    crossings: Sequence[Point],
    stakeholders: Sequence[Stakeholder],
    spots: Mapping[str, Spot],
    plate: Box,
    plane: _Plane,
) -> dict[str, Text]:
    taken = [plate, *((s.x - s.radius, s.y - s.radius, s.x + s.radius, s.y + s.radius) for s in spots.values())]
    made: dict[str, Text] = {}
    for one in stakeholders:
        spot = spots[one.id]
        text = fitted(name_of(one.name), SMALL, min(0.27 * plane.width, 96))
        half = text_width(text, SMALL) / 2
        x = min(max(spot.x, half + 1), plane.width - half - 1)
        bases = (spot.y + spot.radius + 10, spot.y - spot.radius - 3.5)
        boxes = [(x - half, base - 8.2, x + half, base + 2.2) for base in bases]
        boxes.sort(key=lambda box: any(box[0] < a < box[2] and box[1] < b < box[3] for a, b in crossings))
        for box in boxes:
            fits = box[1] >= 0 and box[3] <= plane.height
            if fits and not any(_meet(box, other) for other in taken):
                made[one.id] = Text(x, box[3] - 2.2, text, SMALL, anchor=Anchor.MIDDLE)
                taken.append(box)
                break
    return made


def _along(relations: Sequence[Relation], spots: Mapping[str, Spot]) -> Iterator[Point]:
    """Points on the lines, some units apart."""
    for relation in relations:
        start, end = spots.get(relation.source), spots.get(relation.target)
        if start is not None and end is not None:
            yield from ((start.x + (end.x - start.x) * n / 48, start.y + (end.y - start.y) * n / 48) for n in range(49))


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _alt(section: KrachtenveldSection) -> str:
    if not section.stakeholders:
        return "Er staat nog geen belanghebbende in de ringen."
    counts: dict[str, int] = {}
    for one in section.stakeholders:
        part = known(one.participation)
        words = "nog geen ring" if part is None else PARTICIPATION_WORDS[part]
        counts[words] = counts.get(words, 0) + 1
    order = [*(PARTICIPATION_WORDS[part] for part in Participation), "nog geen ring"]
    parts = [f"{words.capitalize()}: {counts[words]}." for words in order if words in counts]
    between = [relation for relation in section.relations if relation.source != relation.target]
    strong = sum((known(relation.strength) or 0) >= _STRONG for relation in between)
    weak = len(between) - strong
    parts.append(f"Sterke relaties: {strong}. Zwakke of onbekende relaties: {weak}.")
    return " ".join(parts)


def _twin(section: KrachtenveldSection) -> Twin:
    names = {one.id: name_of(one.name) for one in section.stakeholders}
    ties: dict[str, list[str]] = {key: [] for key in names}
    for relation in section.relations:
        for here, there in ((relation.source, relation.target), (relation.target, relation.source)):
            if here in ties and there in names and here != there:
                how = answer_words(relation.strength, "sterkte niet ingevuld")
                ties[here].append(f"{names[there]} ({how})")
    rows = []
    for number, one in enumerate(section.stakeholders, 1):
        part = known(one.participation)
        ring = answer_words(one.participation) if part is None else PARTICIPATION_WORDS[part]
        rows.append((str(number), names[one.id], ring, ", ".join(ties[one.id]) or "–"))
    return Twin(("Nr.", "Belanghebbende", "Ring", "Relaties"), tuple(rows))
