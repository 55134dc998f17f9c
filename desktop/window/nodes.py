"""The sign of a status: ring, half, check, turning arrow, red octagon with "!"; and the strip of blocks."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.flow import Status
from wizards.look.look import Look

__all__ = ["NodeSign", "Strip", "draw_node"]


def draw_node(painter: QPainter, box: QRectF, status: Status, look: Look, ground: str = "surface") -> None:
    """Draw the sign of ``status`` in ``box`` (square); ``ground``: role of what is behind it."""
    painter.save()
    on_arm = ground == "pointer"
    action, edge = ("on_pointer", "on_pointer") if on_arm else ("action", "edge")
    inner = box.adjusted(1.25, 1.25, -1.25, -1.25)
    if status is Status.RECHECK:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(ground))
        painter.drawEllipse(box)
        pixmap = look.pixmap("recheck", round(box.width()), "on_pointer" if on_arm else "warn", 2.0)
        painter.drawPixmap(box, pixmap, QRectF(pixmap.rect()))
    elif status is Status.PROBLEM:
        _octagon(painter, box, look)
    elif status is Status.FINISHED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(action))
        painter.drawEllipse(box)
        painter.setPen(
            QPen(look.colour("pointer" if on_arm else "on_action"), box.width() * 0.09, c=Qt.PenCapStyle.RoundCap)
        )
        x, y, w = box.x(), box.y(), box.width()
        points = [
            QPointF(x + w * 0.28, y + w * 0.52),
            QPointF(x + w * 0.44, y + w * 0.67),
            QPointF(x + w * 0.73, y + w * 0.35),
        ]
        painter.drawPolyline(points)
    else:
        busy = status is Status.BUSY
        painter.setPen(QPen(look.colour(action if busy else edge), 1.75))
        painter.setBrush(look.colour(ground))
        painter.drawEllipse(inner)
        if busy:
            painter.setBrush(look.colour(action))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawPie(inner, 90 * 16, 180 * 16)
    painter.restore()


def _octagon(painter: QPainter, box: QRectF, look: Look) -> None:
    middle, reach = box.center(), box.width() / 2 * 1.06
    turns = [math.pi / 8 + i * math.pi / 4 for i in range(8)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("danger"))
    painter.drawPolygon(QPolygonF([middle + QPointF(reach * math.cos(t), reach * math.sin(t)) for t in turns]))
    painter.setPen(QPen(look.colour("on_action"), box.width() * 0.11, c=Qt.PenCapStyle.RoundCap))
    top, low = box.top(), box.height()
    painter.drawLine(QPointF(middle.x(), top + low * 0.25), QPointF(middle.x(), top + low * 0.55))
    painter.drawPoint(QPointF(middle.x(), top + low * 0.75))


class NodeSign(QWidget):
    """The sign beside the words of a status."""

    def __init__(self, look: Look, status: Status = Status.NOT_STARTED, size: int = 17) -> None:
        super().__init__()
        self._look, self._status, self._size = look, status, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_status(self, status: Status) -> None:
        """Show another status."""
        if status is not self._status:
            self._status = status
            self.update()

    def sizeHint(self) -> QSize:
        """Grows with the text."""
        return QSize(self._look.glyph(self._size), self._look.glyph(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_node(painter, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self._status, self._look)


class Strip(QWidget):
    """A block for each step, in groups by phase; the words beside it say the same."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._groups: tuple[tuple[Status, ...], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_groups(self, groups: tuple[tuple[Status, ...], ...]) -> None:
        """Show the statuses, phase by phase."""
        self._groups = groups
        self.updateGeometry()
        self.update()

    def _measure(self) -> tuple[float, float, float]:
        return self._look.glyph(10), self._look.glyph(12), self._look.glyph(8)

    def sizeHint(self) -> QSize:
        """All blocks."""
        side, pace, gap = self._measure()
        count = sum(len(group) for group in self._groups)
        width = count * pace + max(0, len(self._groups) - 1) * gap
        return QSize(round(width) + 1, round(side) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the blocks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, pace, gap = self._measure()
        x = 0.0
        for group in self._groups:
            for status in group:
                self._block(painter, QRectF(x + 0.75, 1.25, side - 1.5, side - 1.5), status)
                x += pace
            x += gap

    def _block(self, painter: QPainter, box: QRectF, status: Status) -> None:
        look = self._look
        tone = {Status.NOT_STARTED: "edge", Status.RECHECK: "warn", Status.PROBLEM: "danger"}.get(status, "action")
        full = status in (Status.FINISHED, Status.PROBLEM)
        painter.setPen(QPen(look.colour(tone), 1.25))
        painter.setBrush(look.colour(tone if full else "warn_bg" if status is Status.RECHECK else "surface"))
        painter.drawRoundedRect(box, 2, 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(tone))
        if status is Status.BUSY:
            painter.drawRect(QRectF(box.left(), box.top(), box.width() / 2, box.height()))
        elif status is Status.RECHECK:
            painter.drawEllipse(box.center(), box.width() * 0.17, box.width() * 0.17)
