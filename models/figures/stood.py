"""The netwerkopstelling as it stood: snapshots beside each other, with numbers whose names stand in the twin.

Nothing but places, turns and lines: who people are for or against is never in a snapshot.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import cos, hypot, pi, radians, sin

from models.dutch import listed
from models.figures.figure import Figure, Twin
from models.figures.metrics import SMALL, fitted
from models.figures.parts import ellipse
from models.figures.shapes import Anchor, Circle, Line, Rect, Role, Shape, Text, Weight
from models.workshop.records import Snapshot

__all__ = ["distance_words", "stood_figure"]

_FEW = 8.5
_GUTTER, _HEAD = 11.3, 18.0
_ASPECT = 0.88
_TOKEN, _ARM = 8.2, 6.0
_EDGE = _TOKEN + _ARM + 1
_RINGS = (0.34, 0.66, 0.98)
_MIDDLE = 500
_NEAR = 60
"""Of 1000: what moves less than this stands where it stood."""

_MOST_NAMED = 4


def stood_figure(title: str, snapshots: Sequence[Snapshot], goal: str, width: float = 453.5) -> Figure:
    """Draw one or two ``snapshots`` beside each other; ``goal``: what stands in the middle.

    A token has the number of its row in the twin, the same in both.
    """
    keys = _keys(snapshots)
    panel = (width - _GUTTER) / 2
    height = panel * _ASPECT
    shapes: list[Shape] = []
    for place, snapshot in enumerate(snapshots[:2]):
        shapes += _panel(snapshot, keys, place * (panel + _GUTTER), panel, height, goal)
    return Figure(
        title, _alt(snapshots[:2], keys), width, _HEAD + height + 2, tuple(shapes), _twin(snapshots[:2], keys)
    )


def _keys(snapshots: Sequence[Snapshot]) -> Mapping[str, tuple[int, str]]:
    """Number and name of each that stands somewhere, in the order in which they were placed."""
    names: dict[str, str] = {}
    for snapshot in snapshots:
        for key in snapshot.places:
            names.setdefault(key, snapshot.names.get(key, "").strip() or "zonder naam")
    return {key: (number, name) for number, (key, name) in enumerate(names.items(), start=1)}


def _panel(
    snapshot: Snapshot, keys: Mapping[str, tuple[int, str]], left: float, width: float, height: float, goal: str
) -> Iterator[Shape]:
    yield Text(left, 10, fitted(snapshot.name.strip() or "Opstelling", SMALL, width), SMALL, Weight.SEMIBOLD)
    yield Rect(left, _HEAD, width, height, Role.PAPER, Role.RULE, 0.8)
    x, y = left + width / 2, _HEAD + height / 2
    for ring in reversed(_RINGS):
        yield ellipse(x, y, ring * (width / 2 - _EDGE), ring * (height / 2 - _EDGE), None, Role.RULE)
    spots = {key: _spot(place.x, place.y, left, width, height) for key, place in snapshot.places.items()}
    for one, other in snapshot.lines:
        if one in spots and other in spots:
            yield Line(*spots[one], *spots[other], Role.INK, 1.2)
    words = fitted(goal.strip() or "de opgave", _FEW, 0.3 * width)
    yield Rect(x - 0.16 * width, y - 8, 0.32 * width, 16, Role.PANEL, Role.ACCENT, 0.8, radius=3)
    yield Text(x, y + 3, words, _FEW, Weight.SEMIBOLD, Role.INK, Anchor.MIDDLE)
    for key, (across, down) in spots.items():
        turn = radians(snapshot.places[key].degrees) - pi / 2
        tip = across + (_TOKEN + _ARM) * cos(turn), down + (_TOKEN + _ARM) * sin(turn)
        yield Line(across, down, *tip, Role.INK, 2)
        yield Circle(across, down, _TOKEN, Role.PAPER, Role.ACCENT, 1.3)
        sign = str(keys[key][0])
        yield Text(across, down + 3, sign, _FEW, Weight.SEMIBOLD, Role.INK, Anchor.MIDDLE)


def _spot(x: int, y: int, left: float, width: float, height: float) -> tuple[float, float]:
    """A place of 0 to 1000 in the panel, with room for the token and its arm."""
    return left + _EDGE + x / 1000 * (width - 2 * _EDGE), _HEAD + _EDGE + y / 1000 * (height - 2 * _EDGE)


# --- in words


def _distance(snapshot: Snapshot, key: str) -> float | None:
    place = snapshot.places.get(key)
    return None if place is None else hypot(place.x - _MIDDLE, place.y - _MIDDLE)


def distance_words(snapshot: Snapshot, key: str) -> str:
    """How far from the middle somebody stands: in the inner ring, halfway, or at the edge."""
    found = _distance(snapshot, key)
    if found is None:
        return "stond er niet"
    inner, outer = (ring * _MIDDLE for ring in _RINGS[:2])
    return "dicht bij het midden" if found <= inner else "halverwege" if found <= outer else "aan de rand"


def _alt(snapshots: Sequence[Snapshot], keys: Mapping[str, tuple[int, str]]) -> str:
    if not keys:
        return "Er staat nog niemand in de opstelling."
    if len(snapshots) < 2:
        near = [name for key, (_, name) in keys.items() if distance_words(snapshots[0], key).startswith("dicht")]
        if not near:
            return f"Er staan {len(keys)} belanghebbenden. Geen van hen staat dicht bij het midden."
        return f"Er staan {len(keys)} belanghebbenden. Dicht bij het midden: {_some(near)}."
    moved: dict[str, list[str]] = {"dichter bij het midden": [], "verder van het midden": []}
    for key, (_, name) in keys.items():
        first, last = _distance(snapshots[0], key), _distance(snapshots[1], key)
        if first is not None and last is not None and abs(first - last) >= _NEAR:
            moved["dichter bij het midden" if last < first else "verder van het midden"].append(name)
    parts = [
        f"In de tweede opstelling {'staat' if len(names) == 1 else 'staan'} {words}: {_some(names)}."
        for words, names in moved.items()
        if names
    ]
    lines = len(snapshots[0].lines), len(snapshots[1].lines)
    parts.append(f"Lijnen: eerst {lines[0]}, daarna {lines[1]}.")
    return " ".join(parts)


def _some(names: Sequence[str]) -> str:
    if len(names) <= _MOST_NAMED:
        return listed(names)
    return f"{', '.join(names[: _MOST_NAMED - 1])} en nog {len(names) - _MOST_NAMED + 1}"


def _twin(snapshots: Sequence[Snapshot], keys: Mapping[str, tuple[int, str]]) -> Twin:
    heads = [snapshot.name.strip() or f"Opstelling {place}" for place, snapshot in enumerate(snapshots, start=1)]
    rows = []
    for key, (number, name) in keys.items():
        cells = [f"{distance_words(one, key)}{_linked(one, key, keys)}" for one in snapshots]
        rows.append((str(number), name, *cells))
    return Twin(("Nr.", "Belanghebbende", *heads), tuple(rows))


def _linked(snapshot: Snapshot, key: str, keys: Mapping[str, tuple[int, str]]) -> str:
    """``, lijn met 2 en 5``; empty without lines."""
    others = {b if a == key else a for a, b in snapshot.lines if key in (a, b) and a != b}
    known = sorted(keys[other][0] for other in others if other in keys and other in snapshot.places)
    return f", lijn met {listed([str(number) for number in known])}" if known and key in snapshot.places else ""
