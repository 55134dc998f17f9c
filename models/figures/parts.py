"""What figures have in common: the arm, the tile and the key line of a form, an ellipse, a text over some lines."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import cos, pi, sin

from models.figures.glyphs import glyph_shapes
from models.figures.shapes import Anchor, Circle, Line, Polygon, Rect, Role, Shape, Text, Weight, placed
from models.vocabulary import CooperationForm

__all__ = ["LETTERS", "arm", "ellipse", "form_dash", "form_role", "form_tile", "key_line", "text_block"]

_POINT = 0.42
"""Length of the point of an arm, in heights (screens-look, rule 2)."""

LETTERS = {
    CooperationForm.NETWERK: "N",
    CooperationForm.CENTRUM: "C",
    CooperationForm.MATRIX: "M",
    CooperationForm.SSC: "S",
    CooperationForm.SETA: "T",
}
"""The letter of each form."""

_DASHES: dict[CooperationForm, tuple[float, ...]] = {
    CooperationForm.NETWERK: (1, 2),
    CooperationForm.CENTRUM: (),
    CooperationForm.MATRIX: (6, 2, 1, 2),
    CooperationForm.SSC: (5, 3),
    CooperationForm.SETA: (12, 3),
}


def form_role(form: CooperationForm) -> Role:
    """The colour of a form."""
    return Role(form.value)


def form_dash(form: CooperationForm) -> tuple[float, ...]:
    """Strokes and gaps of the line of a form, in widths of the line; empty for a full line."""
    return _DASHES[form]


def arm(
    x: float,
    y: float,
    width: float,
    height: float,
    fill: Role | None,
    stroke: Role | None = None,
    *,
    stroke_width: float = 1.25,
    hatch: Role | None = None,
    dashed: bool = False,
    leftwards: bool = False,
) -> Polygon:
    """A bar with a pointed end, in the box of ``width`` by ``height`` at (x, y)."""
    tip = min(_POINT * height, width)
    points = ((0, 0), (width - tip, 0), (width, height / 2), (width - tip, height), (0, height))
    moved = tuple((x + (width - a if leftwards else a), y + b) for a, b in points)
    return Polygon(moved, fill, stroke, stroke_width, dashed, hatch)


def ellipse(x: float, y: float, across: float, down: float, fill: Role | None, stroke: Role | None) -> Polygon:
    """An ellipse around (x, y) with these radii."""
    turns = (2 * pi * step / 96 for step in range(96))
    return Polygon(tuple((x + across * cos(t), y + down * sin(t)) for t in turns), fill, stroke, 0.8)


def form_tile(form: CooperationForm, x: float, y: float, size: float, role: Role | None = None) -> Iterator[Shape]:
    """The sign of a form on a square in its colour, or in ``role``."""
    ground = form_role(form) if role is None else role
    yield Rect(x, y, size, size, fill=ground, radius=size / 7)
    inner = size * 0.72
    drawn = (_on_tile(shape, ground) for shape in glyph_shapes(form, Role.ON_FORM))
    yield from placed(drawn, x + (size - inner) / 2, y + (size - inner) / 2, inner / 100)


def _on_tile(shape: Shape, ground: Role) -> Shape:
    """What was open to the paper is open to the tile."""
    if isinstance(shape, Text):
        return shape
    stroke = ground if shape.stroke is Role.PAPER else shape.stroke
    if isinstance(shape, Line):
        return replace(shape, stroke=stroke or ground)
    return replace(shape, stroke=stroke, fill=ground if shape.fill is Role.PAPER else shape.fill)


def key_line(form: CooperationForm, x: float, y: float, width: float) -> Iterator[Shape]:
    """The line of a form with its dashes, and its marker in the middle: ring, dot, diamond, square, triangle."""
    colour, middle = form_role(form), x + width / 2
    yield Line(x, y, x + width, y, colour, 1.8, dash=form_dash(form))
    match form:
        case CooperationForm.NETWERK:
            yield Circle(middle, y, 3.4, Role.PAPER, colour, 1.5)
        case CooperationForm.CENTRUM:
            yield Circle(middle, y, 4, colour)
        case CooperationForm.MATRIX:
            yield Polygon(((middle, y - 4.8), (middle + 4.8, y), (middle, y + 4.8), (middle - 4.8, y)), colour)
        case CooperationForm.SSC:
            yield Rect(middle - 3.8, y - 3.8, 7.6, 7.6, colour)
        case CooperationForm.SETA:
            yield Polygon(((middle, y - 4.8), (middle + 4.8, y + 3.8), (middle - 4.8, y + 3.8)), colour)


def text_block(
    lines: Sequence[str],
    x: float,
    middle: float,
    size: float,
    weight: Weight = Weight.REGULAR,
    fill: Role = Role.INK,
    anchor: Anchor = Anchor.START,
) -> Iterator[Text]:
    """Lines of text around the height ``middle``."""
    leading = size * 1.25
    first = middle - leading * (len(lines) - 1) / 2 + size * 0.35
    for number, line in enumerate(lines):
        yield Text(x, first + number * leading, line, size, weight, fill, anchor)
