"""Dots that people gave to the options of a list: a bar and a number each, most first [ux.md section 4]."""

from collections.abc import Iterator, Sequence

from models.dutch import listed
from models.figures.figure import Figure, Twin
from models.figures.metrics import SMALL, text_width, wrap_label
from models.figures.parts import text_block
from models.figures.shapes import Anchor, Line, Rect, Role, Shape, Text, Weight

__all__ = ["dot_bars_figure"]

_BAR, _PAD, _LEADING = 11.0, 9.0, 12.0
_LABEL = 0.45
"""The share of the width that names take."""

_MOST_LINES = 3


def dot_bars_figure(title: str, rows: Sequence[tuple[str, int]], width: float = 453.5) -> Figure:
    """Draw ``rows``, options with their dots in the order in which they come, ``width`` points wide."""
    most = max((count for _, count in rows), default=0)
    left = _LABEL * width
    room = width - left - text_width(str(most), SMALL) - 12
    shapes: list[Shape] = []
    top = 0.0
    for name, count in rows:
        lines = wrap_label(name, SMALL, left - 14, _MOST_LINES)
        height = max(len(lines) * _LEADING, _BAR) + _PAD
        first = bool(most) and count == most
        shapes += _row(lines, count, (left, top, height), room * count / most if most else 0.0, first)
        top += height
        shapes.append(Line(0, top, width, top, Role.RULE, 0.4))
    shapes.append(Line(left, 0, left, top, Role.EDGE, 1.0))
    return Figure(
        title, _alt(rows, most), width, max(top + 1, 1.0), tuple(shapes), Twin(("Keuze", "Stippen"), _cells(rows))
    )


def _row(
    lines: Sequence[str], count: int, box: tuple[float, float, float], length: float, first: bool
) -> Iterator[Shape]:
    left, top, height = box
    middle = top + height / 2
    weight = Weight.SEMIBOLD if first else Weight.REGULAR
    yield from text_block(lines, 0, middle, SMALL, weight)
    if length:
        yield Rect(left, middle - _BAR / 2, length, _BAR, Role.ACCENT if first else Role.MID)
    yield Text(left + length + 5, middle + 3.2, str(count), SMALL, Weight.SEMIBOLD, Role.INK, Anchor.START)


def _alt(rows: Sequence[tuple[str, int]], most: int) -> str:
    if not most:
        return "Geen enkele keuze kreeg een stip."
    best = [name.rstrip(".") for name, count in rows if count == most]
    dots = "1 stip" if most == 1 else f"{most} stippen"
    verb = "krijgt" if len(best) == 1 else "krijgen elk"
    none = sum(not count for _, count in rows)
    rest = f" Zonder stip: {none} van de {len(rows)} keuzes." if none else ""
    named = listed(best) if len(best) <= 3 else f"{len(best)} keuzes"
    return f"{named[:1].upper()}{named[1:]} {verb} {dots}, de meeste.{rest}"


def _cells(rows: Sequence[tuple[str, int]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(count)) for name, count in rows)
