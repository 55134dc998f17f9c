"""Neutral shapes that a screen and a PDF can both draw. Points, origin at the top left, y downwards.

A shape names a role of colour, never a colour: the theme of the screen, the print and high contrast each have
their own. Meaning never hangs on colour alone, so a filling can be hatched and a line dashed.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

__all__ = ["Anchor", "Circle", "Line", "Polygon", "Rect", "Role", "Shape", "Text", "Weight", "placed"]


class Role(StrEnum):
    """What a colour is for (report-look and screens-look, "Colour"). ``PAPER`` is what the figure stands on.

    ``WASH`` and ``DEEP`` are grounds of what the program says, ``POINTER`` fills "you are here", ``ON_...`` is for
    text on the role it names. The five forms have a role each; ``ON_FORM`` is for text on any of them.
    """

    INK = "ink"
    ACCENT = "accent"
    MID = "mid"
    BAND = "band"
    PANEL = "panel"
    GREY = "grey"
    RULE = "rule"
    BRICK = "brick"
    PAPER = "paper"
    EDGE = "edge"
    WASH = "wash"
    DEEP = "deep"
    ON_DEEP = "on_deep"
    POINTER = "pointer"
    ON_POINTER = "on_pointer"
    OK = "ok"
    DANGER = "danger"
    DANGER_WASH = "danger_wash"
    INTERN = "intern"
    NETWERK = "netwerk"
    CENTRUM = "centrum"
    MATRIX = "matrix"
    SSC = "ssc"
    SETA = "seta"
    ON_FORM = "on_form"


class Weight(StrEnum):
    """Style of the one typeface."""

    REGULAR = "regular"
    SEMIBOLD = "semibold"
    BOLD = "bold"
    ITALIC = "italic"


class Anchor(StrEnum):
    """Which end of a text stands at its x."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True)
class Rect:
    """A rectangle; ``hatch`` draws slanted lines instead of a full filling, ``radius`` rounds the corners."""

    x: float
    y: float
    width: float
    height: float
    fill: Role | None = None
    stroke: Role | None = None
    stroke_width: float = 0.8
    dashed: bool = False
    hatch: Role | None = None
    radius: float = 0.0


@dataclass(frozen=True)
class Line:
    """A straight line; ``round_ends`` for the arms of a sign, ``dash`` for strokes and gaps in widths of the line."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: Role = Role.INK
    stroke_width: float = 0.8
    dashed: bool = False
    round_ends: bool = False
    dash: tuple[float, ...] = ()


@dataclass(frozen=True)
class Polygon:
    """A closed polygon."""

    points: tuple[tuple[float, float], ...]
    fill: Role | None = None
    stroke: Role | None = None
    stroke_width: float = 0.8
    dashed: bool = False
    hatch: Role | None = None


@dataclass(frozen=True)
class Circle:
    """A circle around (x, y)."""

    x: float
    y: float
    radius: float
    fill: Role | None = None
    stroke: Role | None = None
    stroke_width: float = 0.8
    dashed: bool = False


@dataclass(frozen=True)
class Text:
    """One line of plain text; ``y`` is its base line. ``turned``: it runs upwards, its anchor at (x, y)."""

    x: float
    y: float
    text: str
    size: float = 9.0
    weight: Weight = Weight.REGULAR
    fill: Role = Role.INK
    anchor: Anchor = Anchor.START
    turned: bool = False


Shape = Rect | Line | Polygon | Circle | Text


def placed(shapes: Iterable[Shape], x: float, y: float, scale: float = 1.0) -> tuple[Shape, ...]:
    """The same shapes, scaled from their origin and moved to (x, y)."""
    return tuple(_placed(shape, x, y, scale) for shape in shapes)


def _placed(shape: Shape, x: float, y: float, k: float) -> Shape:
    if isinstance(shape, Text):
        return replace(shape, x=x + k * shape.x, y=y + k * shape.y, size=k * shape.size)
    width = k * shape.stroke_width
    if isinstance(shape, Rect):
        return replace(
            shape,
            x=x + k * shape.x,
            y=y + k * shape.y,
            width=k * shape.width,
            height=k * shape.height,
            radius=k * shape.radius,
            stroke_width=width,
        )
    if isinstance(shape, Line):
        return replace(
            shape,
            x1=x + k * shape.x1,
            y1=y + k * shape.y1,
            x2=x + k * shape.x2,
            y2=y + k * shape.y2,
            stroke_width=width,
        )
    if isinstance(shape, Circle):
        return replace(shape, x=x + k * shape.x, y=y + k * shape.y, radius=k * shape.radius, stroke_width=width)
    return replace(shape, points=tuple((x + k * a, y + k * b) for a, b in shape.points), stroke_width=width)
