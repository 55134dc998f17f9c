"""What the tests of figures share: the box of a shape, the sentences of an alternative text."""

import re

from models.figures import Circle, Figure, Line, Polygon, Rect, Shape, Text
from models.figures.metrics import text_width
from models.figures.shapes import Anchor

Box = tuple[float, float, float, float]
SLACK = 1.5
"""Half a pen, and what a bold letter is wider than the measure."""


def box_of(shape: Shape) -> Box:
    """Left, top, right, bottom."""
    match shape:
        case Rect():
            return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
        case Circle():
            return shape.x - shape.radius, shape.y - shape.radius, shape.x + shape.radius, shape.y + shape.radius
        case Line():
            return min(shape.x1, shape.x2), min(shape.y1, shape.y2), max(shape.x1, shape.x2), max(shape.y1, shape.y2)
        case Polygon():
            xs, ys = zip(*shape.points, strict=True)
            return min(xs), min(ys), max(xs), max(ys)
        case Text():
            width = text_width(shape.text, shape.size)
            start = {Anchor.START: 0.0, Anchor.MIDDLE: -width / 2, Anchor.END: -width}[shape.anchor]
            if shape.turned:
                return shape.x - shape.size * 0.8, shape.y - start - width, shape.x, shape.y - start
            return shape.x + start, shape.y - shape.size * 0.8, shape.x + start + width, shape.y


def assert_inside(figure: Figure) -> None:
    """Every shape stands inside the figure, and no shape has a negative size."""
    for shape in figure.shapes:
        left, top, right, bottom = box_of(shape)
        assert left <= right and top <= bottom, shape
        assert left >= -SLACK and top >= -SLACK, shape
        assert right <= figure.width + SLACK and bottom <= figure.height + SLACK, shape


def assert_short_sentences(alt: str, typed: str = "") -> None:
    """The alternative text says something, in sentences of at most twenty words; ``typed``: what people typed in it."""
    assert alt
    assert "!" in typed or "!" not in alt
    for sentence in re.split("[.…] ", alt):
        assert len(sentence.split()) <= 20, sentence


def words_of(figure: Figure) -> list[str]:
    """The texts that are drawn."""
    return [shape.text for shape in figure.shapes if isinstance(shape, Text)]
