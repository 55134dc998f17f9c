"""Drawing on the canvas: figures, rules, tints, marks, single lines of text.

Coordinates are points; ``y`` grows upwards, as in reportlab. A figure counts from its own top left, downwards.
"""

from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import accumulate
from math import inf
from typing import assert_never

from desktop.report.fonts import faces_for
from desktop.report.pdf import rl
from desktop.report.pdf.words import unbroken
from desktop.report.styles import TextStyle
from desktop.report.tree import Mark
from models.figures import Anchor, Circle, Figure, Polygon, Rect, Role, Shape, Text
from models.figures import Line as LineShape

__all__ = [
    "MARK_ROOM",
    "draw_figure",
    "draw_line_of_text",
    "draw_mark",
    "draw_rule",
    "draw_tint",
    "line_of_text",
    "width_of",
]

MARK_ROOM = 14.0
"""Width that a mark takes before its text."""

_HATCH_STEP = 3.2
_DASH = (2.0, 1.5)
_RADIUS = 3.8


def draw_line_of_text(
    canvas: rl.Canvas,
    given: str,
    x: float,
    y: float,
    style: TextStyle,
    anchor: Anchor = Anchor.START,
    room: float = inf,
) -> None:
    """``given`` on one line with its base line at ``y`` and its ``anchor`` at ``x``; "…" for what has no room."""
    canvas.addLiteral(line_of_text(canvas, given, x, y, anchor, style, room))


def line_of_text(
    canvas: rl.Canvas, given: str, x: float, y: float, anchor: Anchor, style: TextStyle, room: float
) -> str:
    """What :func:`draw_line_of_text` draws, as operators."""
    parts = faces_for(_fitting(unbroken(given), style, room), style.weight)
    width = sum(face.width(part, style.size) for face, part in parts)
    shift = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[anchor]
    line = canvas.beginText(x - shift, y)
    line.setFillColor(rl.colour(style.colour))
    for face, part in parts:
        line.setFont(face.name, style.size)
        line.textOut(part)
    return line.getCode()


def width_of(given: str, style: TextStyle) -> float:
    """The width of ``given`` on one line."""
    return sum(face.width(part, style.size) for face, part in faces_for(unbroken(given), style.weight))


def _fitting(text: str, style: TextStyle, room: float) -> str:
    """``text``, or as much of it as fits in ``room`` with "…" after it."""
    if room == inf:
        return text
    advances = [face.advances[ord(sign)] for face, part in faces_for(text, style.weight) for sign in part]
    widths = list(accumulate(advance * style.size / 1000 for advance in advances))
    if not widths or widths[-1] <= room:
        return text
    return text[: bisect_right(widths, room - style.size)].rstrip() + "…"


def draw_rule(canvas: rl.Canvas, x: float, y: float, width: float, role: Role = Role.RULE, weight: float = 0.4) -> None:
    """A horizontal line."""
    start, stop, height = round(x, 2), round(x + width, 2), round(y, 2)
    canvas.addLiteral(f"{rl.parts_of(role)} RG {weight:g} w {start:g} {height:g} m {stop:g} {height:g} l S")


def draw_tint(canvas: rl.Canvas, x: float, y: float, width: float, height: float, role: Role) -> None:
    """A filled rectangle with its lower left at (x, y)."""
    area = " ".join(f"{round(value, 2):g}" for value in (x, y, width, height))
    canvas.addLiteral(f"{rl.parts_of(role)} rg {area} re f")


def draw_mark(canvas: rl.Canvas, mark: Mark, x: float, middle: float) -> None:
    """A mark with its left at ``x`` and its middle at the height ``middle``."""
    for shape in _mark_shapes(mark):
        _draw(canvas, shape, x, middle)


def draw_figure(canvas: rl.Canvas, figure: Figure, x: float, top: float) -> None:
    """All shapes of ``figure``, its top left at (x, top)."""
    for shape in figure.shapes:
        _draw(canvas, shape, x, top)


def _mark_shapes(mark: Mark) -> Iterator[Shape]:
    if mark is Mark.WARNING:
        yield Polygon(((0.6, 3.6), (9.4, 3.6), (5, -4.2)), stroke=Role.BRICK, stroke_width=1.2)
        return
    if mark in _BOXES:
        yield Rect(0.6, -4.2, _BOX, _BOX, Role.PAPER, Role.INK, 0.9)
        yield from _BOXES[mark]
        return
    yield Circle(4.2, 0, _RADIUS, Role.INK if mark is Mark.FULL else Role.PAPER, Role.INK, 0.9)
    if mark is Mark.HALF:
        below = [(4.2 + _RADIUS * a, _RADIUS * b) for a, b in _ARC]
        yield Polygon((*below, *((a, -b) for a, b in reversed(below))), fill=Role.INK)
    if mark is Mark.STRUCK:
        yield LineShape(1.5, 2.7, 6.9, -2.7, stroke_width=0.9)


_BOX = 8.4
_BOXES: dict[Mark, tuple[Shape, ...]] = {
    Mark.OPEN: (),
    Mark.BUSY: (Rect(0.6, 0, _BOX, _BOX / 2, Role.INK),),
    Mark.DROPPED: (LineShape(2.4, 0, 7.2, 0, stroke_width=1.1),),
    Mark.DONE: (LineShape(2.4, 0.1, 4.2, 2, stroke_width=1.3), LineShape(4.2, 2, 7.3, -2.1, stroke_width=1.3)),
}
"""What stands inside the box of a checklist."""

_ARC = ((0, 1), (-0.383, 0.924), (-0.707, 0.707), (-0.924, 0.383), (-1, 0))
"""A quarter of a circle, for the half disc."""


def _draw(canvas: rl.Canvas, shape: Shape, x: float, top: float) -> None:
    match shape:
        case Text():
            _draw_text(canvas, shape, x + shape.x, top - shape.y)
        case LineShape():
            with _inked(canvas, shape):
                if shape.round_ends:
                    canvas.setLineCap(1)
                if shape.dash:
                    canvas.setDash([part * shape.stroke_width for part in shape.dash])
                canvas.line(x + shape.x1, top - shape.y1, x + shape.x2, top - shape.y2)
        case Rect():
            _draw_rect(canvas, shape, x + shape.x, top - shape.y - shape.height)
        case Circle():
            with _inked(canvas, shape) as (stroke, fill):
                canvas.circle(x + shape.x, top - shape.y, shape.radius, stroke, fill)
        case Polygon():
            _draw_polygon(canvas, shape, [(x + a, top - b) for a, b in shape.points])
        case _:
            assert_never(shape)


def _draw_text(canvas: rl.Canvas, shape: Text, x: float, y: float) -> None:
    style = TextStyle(shape.size, shape.size, shape.weight, shape.fill)
    if not shape.turned:
        draw_line_of_text(canvas, shape.text, x, y, style, shape.anchor)
        return
    canvas.saveState()
    canvas.translate(x, y)
    canvas.rotate(90)
    draw_line_of_text(canvas, shape.text, 0, 0, style, shape.anchor)
    canvas.restoreState()


def _draw_rect(canvas: rl.Canvas, shape: Rect, left: float, bottom: float) -> None:
    with _inked(canvas, shape) as (stroke, fill):
        if shape.hatch is not None:
            if fill:
                canvas.rect(left, bottom, shape.width, shape.height, 0, 1)
            edge = canvas.beginPath()
            edge.rect(left, bottom, shape.width, shape.height)
            _hatch(canvas, edge, (left, bottom, shape.width, shape.height), shape.hatch)
            fill = 0
        if shape.radius:
            canvas.roundRect(left, bottom, shape.width, shape.height, shape.radius, stroke, fill)
        elif stroke or fill:
            canvas.rect(left, bottom, shape.width, shape.height, stroke, fill)


def _draw_polygon(canvas: rl.Canvas, shape: Polygon, points: list[tuple[float, float]]) -> None:
    def outline() -> rl.Path:
        path = canvas.beginPath()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        path.close()
        return path

    with _inked(canvas, shape) as (stroke, fill):
        if shape.hatch is not None:
            if fill:
                canvas.drawPath(outline(), 0, 1)
            left, bottom = min(a for a, _ in points), min(b for _, b in points)
            size = max(a for a, _ in points) - left, max(b for _, b in points) - bottom
            _hatch(canvas, outline(), (left, bottom, *size), shape.hatch)
            fill = 0
        canvas.drawPath(outline(), stroke, fill)


def _hatch(canvas: rl.Canvas, edge: rl.Path, area: tuple[float, float, float, float], role: Role) -> None:
    """Slanted lines inside ``edge``."""
    left, bottom, width, height = area
    canvas.saveState()
    canvas.clipPath(edge, stroke=0, fill=0)
    canvas.setStrokeColor(rl.colour(role))
    canvas.setLineWidth(0.5)
    canvas.setDash(1000, 0)
    steps = int((width + height) / _HATCH_STEP) + 1
    starts = [left - height + step * _HATCH_STEP for step in range(steps)]
    canvas.lines([(start, bottom, start + height, bottom + height) for start in starts])
    canvas.restoreState()


@contextmanager
def _inked(canvas: rl.Canvas, shape: LineShape | Rect | Circle | Polygon) -> Iterator[tuple[int, int]]:
    """Colours and line for one shape; yields whether to stroke and whether to fill, as reportlab wants it."""
    fill = None if isinstance(shape, LineShape) else shape.fill
    canvas.saveState()
    canvas.setLineWidth(shape.stroke_width)
    if shape.dashed:
        canvas.setDash(*_DASH)
    if fill is not None:
        canvas.setFillColor(rl.colour(fill))
    if shape.stroke is not None:
        canvas.setStrokeColor(rl.colour(shape.stroke))
    yield int(shape.stroke is not None), int(fill is not None)
    canvas.restoreState()
