"""Paints the neutral shapes of ``models.figures`` with QPainter, as the report does with reportlab.

One unit of a figure is one unit of the painter: scale the painter and geometry and text grow together.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import assert_never

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from models.figures.figure import Figure
from models.figures.shapes import Anchor, Circle, Line, Polygon, Rect, Role, Shape, Text, Weight

__all__ = ["Colours", "paint_figure"]

Colours = Mapping[Role, QColor]
"""The colour of each role of a figure."""

_HATCH_STEP = 3.2
_DASH = (2.0, 1.5)
"""Strokes and gaps of a dashed shape, in points, as in the report."""
_LARGE = 100.0
"""Fonts are measured large, so that rounding to whole pixels does not show."""
_WEIGHTS = {
    Weight.REGULAR: QFont.Weight.Normal,
    Weight.SEMIBOLD: QFont.Weight.DemiBold,
    Weight.BOLD: QFont.Weight.Bold,
    Weight.ITALIC: QFont.Weight.Normal,
}


def paint_figure(painter: QPainter, figure: Figure, colours: Colours, family: str) -> None:
    """Paint ``figure`` with its top left at the painter's origin, antialiased.

    ``colours``: one for every role; ``family``: of the typeface. The painter's state is as before afterwards.
    """
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    for shape in figure.shapes:
        _paint(painter, shape, colours, family)
    painter.restore()


def _paint(painter: QPainter, shape: Shape, colours: Colours, family: str) -> None:
    match shape:
        case Text():
            _text(painter, shape, colours[shape.fill], family)
        case Line():
            painter.setPen(_pen(shape, colours))
            painter.drawLine(QLineF(shape.x1, shape.y1, shape.x2, shape.y2))
        case Rect():
            path = QPainterPath()
            box = QRectF(shape.x, shape.y, shape.width, shape.height)
            path.addRoundedRect(box, shape.radius, shape.radius)
            _area(painter, path, shape, shape.hatch, colours)
        case Circle():
            path = QPainterPath()
            path.addEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
            _area(painter, path, shape, None, colours)
        case Polygon():
            path = QPainterPath()
            path.addPolygon(QPolygonF([QPointF(x, y) for x, y in shape.points]))
            path.closeSubpath()
            _area(painter, path, shape, shape.hatch, colours)
        case _:
            assert_never(shape)


def _area(
    painter: QPainter, path: QPainterPath, shape: Rect | Circle | Polygon, hatch: Role | None, colours: Colours
) -> None:
    if shape.fill is not None:
        painter.fillPath(path, colours[shape.fill])
    if hatch is not None:
        _hatch(painter, path, colours[hatch])
    if shape.stroke is not None:
        painter.strokePath(path, _pen(shape, colours))


def _hatch(painter: QPainter, path: QPainterPath, colour: QColor) -> None:
    """Slanted lines inside ``path``; Qt's own hatching would not grow with the painter."""
    box = path.boundingRect()
    starts = [box.left() - box.height() + n * _HATCH_STEP for n in range(int((box.width() + box.height()) / 3.2) + 1)]
    lines = [QLineF(start, box.bottom(), start + box.height(), box.top()) for start in starts]
    with _kept(painter):
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(colour, 0.7))
        painter.drawLines(lines)


def _pen(shape: Line | Rect | Circle | Polygon, colours: Colours) -> QPen:
    if shape.stroke is None:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(colours[shape.stroke], shape.stroke_width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    round_ends = isinstance(shape, Line) and shape.round_ends
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if round_ends else Qt.PenCapStyle.FlatCap)
    if isinstance(shape, Line) and shape.dash:
        pen.setDashPattern(shape.dash)
    elif shape.dashed:
        pen.setDashPattern([part / max(shape.stroke_width, 0.1) for part in _DASH])
    return pen


def _text(painter: QPainter, shape: Text, colour: QColor, family: str) -> None:
    """One line at its anchor. The painter is scaled from a large font, so that text keeps to the geometry."""
    if not shape.text:
        return
    scale = shape.size / _LARGE
    font = _font(family, shape.weight)
    width = QFontMetricsF(font).horizontalAdvance(shape.text) * scale
    shift = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[shape.anchor]
    with _kept(painter):
        painter.translate(shape.x, shape.y)
        if shape.turned:
            painter.rotate(-90)
        painter.translate(-shift, 0)
        painter.scale(scale, scale)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QPointF(0, 0), shape.text)


def _font(family: str, weight: Weight) -> QFont:
    font = QFont(family)
    font.setPixelSize(round(_LARGE))
    font.setWeight(_WEIGHTS[weight])
    font.setItalic(weight is Weight.ITALIC)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@contextmanager
def _kept(painter: QPainter) -> Iterator[None]:
    painter.save()
    yield
    painter.restore()
