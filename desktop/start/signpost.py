"""The left panel of the start: a signpost with the five forms in a landscape, drawn in the colours of the look."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from wizards.look.look import Look
from wizards.look.tokens import LIGHT, Appearance, TypeRole
from wizards.widgets.boxes import arm_path

__all__ = ["ARMS", "SignpostPanel"]

ARMS = (
    ("netwerk", "Netwerk", 0),
    ("centrum", "Centrumgemeente", 14),
    ("matrix", "Matrix", 0),
    ("ssc", "Shared service centrum", 14),
    ("seta", "Ambtelijke fusie", 0),
)
"""Form, its name as in the knowledge (which is not loaded yet), and how far to the right its arm begins; at zoom 1."""

_WOOD, _INK = QColor(LIGHT.surface), QColor(LIGHT.ink)
"""The signpost is of white wood in every appearance."""

_TITLE = "Samen kiezen hoe u samenwerkt"
_LEAD = "Van eerste vraag tot besluit in de raad. Met uw partners om één tafel."
_FURROWS = (-330.0, -275.0, -205.0, 0.0, 94.0, 200.0, 331.0, 545.0, 760.0, 1100.0)
"""Where the furrows reach the foot of the panel, in its pixels at a width of 448; all run to one point."""

_YELLOW = frozenset({3, 7})
"""The strips of land, counted from the left, on which rapeseed stands."""


class SignpostPanel(QWidget):
    """A drawing and three lines of words; it has nothing to operate."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(f"Vormwijzer. {_TITLE}. {_LEAD}")
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """About a third of a small screen."""
        return QSize(self._look.glyph(448), 400)

    def minimumSizeHint(self) -> QSize:
        """As wide as its hint; the height gives way."""
        return QSize(self.sizeHint().width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw land, words and signpost."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(self.rect(), self._look.colour("deep"))
        contrast = self._look.appearance in (Appearance.CONTRAST, Appearance.LIGHT_CONTRAST)
        if not contrast:
            self._land(painter)
        below = self._words(painter)
        self._post(painter, below + self._look.space(24))
        if not contrast:
            self._partners(painter)

    # --- the land

    def _tone(self, light: float, yellow: float = 0.0) -> QColor:
        deep, white, sun = self._look.colour("deep"), QColor(130, 210, 190), self._look.colour("pointer")
        parts = []
        for name in ("red", "green", "blue"):
            base, bright, warm = (getattr(colour, name)() for colour in (deep, white, sun))
            parts.append(round((base * (1 - light) + bright * light) * (1 - yellow) + warm * yellow))
        return QColor(*parts)

    def _land(self, painter: QPainter) -> None:
        width, height = float(self.width()), float(self.height())
        horizon = height * 0.735
        vanish = QPointF(width * 0.72, horizon)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._tone(0.12))
        painter.save()
        painter.setClipRect(QRectF(0, 0, width, horizon))
        painter.drawEllipse(QPointF(width * 0.73, horizon), width * 0.29, width * 0.29)
        painter.restore()
        self._village(painter, vanish)
        unit, deep = width / 448, max(height - horizon, 1.0)
        feet = [QPointF(foot * unit, horizon + deep * 1.001) for foot in _FURROWS]
        for place, (left, right) in enumerate(pairwise(feet)):
            painter.setBrush(self._tone(0.18, 0.22) if place in _YELLOW else self._tone(0.13 + 0.07 * (place % 2)))
            painter.drawPolygon(QPolygonF([vanish, left, right]))
        painter.setPen(QPen(self._tone(0.4), 1.5))
        painter.drawLine(QPointF(0, horizon), QPointF(width, horizon))
        for foot in feet:
            painter.drawLine(vanish, foot)

    def _village(self, painter: QPainter, at: QPointF) -> None:
        unit = self.width() / 448
        painter.setBrush(self._tone(0.22))
        for x, wide, high, roof in (
            (-54, 24, 14, 10),
            (-28, 20, 11, 0),
            (6, 36, 12, 8),
            (50, 18, 10, 7),
            (81, 7, 12, 0),
        ):
            left, top = at.x() + x * unit, at.y() - high * unit
            right = left + wide * unit
            house = QPolygonF(
                [QPointF(left, at.y()), QPointF(left, top), QPointF((left + right) / 2, top - roof * unit)]
            )
            house.append(QPointF(right, top))
            house.append(QPointF(right, at.y()))
            painter.drawPolygon(house)
        tower = QPolygonF([at + QPointF(-6, 0) * unit, at + QPointF(-6, -30) * unit, at + QPointF(0, -48) * unit])
        tower.append(at + QPointF(6, -30) * unit)
        tower.append(at + QPointF(6, 0) * unit)
        painter.drawPolygon(tower)

    # --- the words

    def _words(self, painter: QPainter) -> float:
        """Draw name, title and lead; the y where they end."""
        look, left = self._look, float(self._look.space(36))
        painter.setPen(QPen(look.colour("focus_out"), 1.25))
        mark = QRectF(left, look.space(25), look.glyph(44), look.glyph(24))
        painter.setBrush(look.colour("pointer"))
        painter.drawPath(arm_path(mark))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("on_pointer"))
        for place in (0.2, 0.41, 0.62):
            painter.drawEllipse(
                mark.topLeft() + QPointF(mark.width() * place, mark.height() / 2), *(look.glyph(3),) * 2
            )
        name = QRectF(mark.right() + look.space(13), mark.top() - 20, self.width(), mark.height() + 40)
        painter.setFont(look.font(TypeRole.LEAD_BOLD))
        painter.setPen(look.colour("on_deep"))
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, "Vormwijzer")
        y = self._paragraph(painter, mark.bottom() + look.space(30), _TITLE, TypeRole.H1, "on_deep")
        return self._paragraph(painter, y + look.space(2), _LEAD, TypeRole.LEAD, "on_deep2")

    def _paragraph(self, painter: QPainter, y: float, text: str, role: TypeRole, colour: str) -> float:
        left = self._look.space(36)
        painter.setFont(self._look.font(role))
        painter.setPen(self._look.colour(colour))
        room = QRectF(left, y, self.width() - 2 * left, 10_000)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        drawn = painter.boundingRect(room, int(flags), text)
        painter.drawText(room, flags, text)
        return drawn.bottom()

    # --- the signpost

    def _post(self, painter: QPainter, top: float) -> None:
        look = self._look
        x, wide = float(look.glyph(129)), float(look.glyph(10))
        bottom = max(self.height() - look.space(58), top + 60)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LIGHT.ground))
        painter.drawRoundedRect(QRectF(x, top, wide, bottom - top), 4, 4)
        painter.setBrush(_INK)
        for stripe in (0, 16, 32):
            painter.drawRect(QRectF(x, bottom - look.glyph(46) + look.glyph(stripe), wide, look.glyph(8)))
        high = float(look.glyph(36))
        step: float = min(look.glyph(45), (bottom - look.glyph(50) - top - look.space(14)) / len(ARMS))
        if step < high * 0.95:  # too low a window: the words and the post stay
            return
        for index, (form, words, shift) in enumerate(ARMS):
            left = look.glyph(108) + look.glyph(shift)
            self._arm(painter, form, words, QPointF(left, top + look.space(14) + index * step), high)

    def _arm(self, painter: QPainter, form: str, words: str, at: QPointF, high: float) -> None:
        look = self._look
        font = look.font(TypeRole.BODY_BOLD)
        painter.setFont(font)
        room = painter.fontMetrics().horizontalAdvance(words)
        box = QRectF(at.x(), at.y(), look.glyph(46) + room + look.space(58) + high * 0.42, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_WOOD)
        painter.drawPath(arm_path(box))
        painter.setPen(QPen(_INK, 1.25))
        painter.drawPath(arm_path(box.adjusted(3, 3, -5, -3), radius=2.0))
        tile = QRectF(box.left() + look.glyph(7), box.center().y() - look.glyph(12), look.glyph(24), look.glyph(24))
        self._tile(painter, form, tile)
        painter.setPen(_INK)
        text = QRectF(tile.right() + look.glyph(9), box.top(), room + 4, high)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _tile(self, painter: QPainter, form: str, tile: QRectF) -> None:
        look = self._look
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LIGHT.colour(form)))
        painter.drawRoundedRect(tile, 4, 4)
        size = round(tile.width() * 0.72)
        pixmap = look.pixmap(f"form-{form}", size, "on_deep", self.devicePixelRatioF())
        painter.drawPixmap(tile.topLeft() + QPointF((tile.width() - size) / 2, (tile.height() - size) / 2), pixmap)

    def _partners(self, painter: QPainter) -> None:
        look = self._look
        if self.height() < look.glyph(620):
            return
        for letters, x, up in (("L", 224, 83), ("W", 264, 62), ("H", 305, 83), ("Z", 345, 62)):
            at = QPointF(look.glyph(x), self.height() - look.glyph(up))
            path = QPainterPath()
            path.addEllipse(at, look.glyph(17), look.glyph(17))
            painter.setPen(QPen(_INK, 1.25))
            painter.setBrush(_WOOD)
            painter.drawPath(path)
            painter.setFont(look.font(TypeRole.BODY_BOLD))
            painter.setPen(_INK)
            painter.drawText(path.boundingRect(), Qt.AlignmentFlag.AlignCenter, letters)
