"""How the cells and heads of the overview are drawn: number and five pips, an arm for the importance, a warning."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.steps.vorm_parts.overview_model import CellKind, OverviewModel
from wizards.widgets.boxes import arm_path

__all__ = ["CellPainter", "PartnerHeader"]

_FIVE = 5
_LONG, _SHORT = "weet ik niet", "weet niet"


class CellPainter(QStyledItemDelegate):
    """Draws a cell."""

    def __init__(self, look: Look, model: OverviewModel) -> None:
        super().__init__()
        self._look, self._model = look, model

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """One line and its pips."""
        return QSize(self._look.glyph(56), self._look.control_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw it."""
        look, model = self._look, self._model
        kind = model.column(index).kind
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(box, look.colour("select"))
        elif kind is CellKind.JOINT:
            painter.fillRect(box, look.colour("wash"))
        ink = "on_select" if chosen else "ink"
        if kind is CellKind.WEIGHT:
            self._weight(painter, box, index, ink)
        elif kind is CellKind.SPREAD:
            self._spread(painter, box, index, ink)
        else:
            self._answer(painter, box, index, ink)
        if chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("ink"), 2))
            painter.drawRect(QRectF(box).adjusted(1, 1, -2, -2))
        painter.restore()

    def _answer(self, painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex, ink: str) -> None:
        look, model = self._look, self._model
        text = model.text(index)
        strong = model.column(index).kind is CellKind.JOINT
        words = not text.isdigit()
        role = TypeRole.CAPTION if words else TypeRole.BODY_BOLD if strong else TypeRole.BODY
        painter.setFont(look.font(role))
        painter.setPen(look.colour("ink2" if words and ink == "ink" else ink))
        asked = not model.derived(index)
        room = QRectF(box).adjusted(2, 0, -2, 0 if words or not asked else -look.glyph(9))
        metrics = painter.fontMetrics()
        if text == _LONG and metrics.horizontalAdvance(text) > room.width():
            text = _SHORT
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, cut)
        if asked and not words:
            self._pips(painter, box, int(text), ink)
        elif asked and not text:
            self._pips(painter, box, 0, ink)

    def _pips(self, painter: QPainter, box: QRect, value: int, ink: str) -> None:
        look = self._look
        side, gap = look.glyph(4), look.glyph(2)
        left = box.center().x() - (_FIVE * side + (_FIVE - 1) * gap) / 2
        top = box.bottom() - look.glyph(9)
        for number in range(1, _FIVE + 1):
            on = number == value
            colour = (ink if ink == "on_select" else "action") if on else "edge"
            pip = QRectF(left + (number - 1) * (side + gap), top, side, side)
            if on:
                painter.fillRect(pip.adjusted(-0.5, -0.5, 0.5, 0.5), look.colour(colour))
            else:
                painter.setPen(QPen(look.colour(colour), 0.75))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(pip.adjusted(0.5, 0.5, -0.5, -0.5))

    def _weight(self, painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex, ink: str) -> None:
        look, model = self._look, self._model
        unset, value = model.importance(index) is None, int(model.text(index))
        pad, number = look.space(10), look.glyph(28)
        track = QRectF(box.left() + pad, box.center().y(), box.width() - 2 * pad - number, 1)
        painter.fillRect(track, look.colour("edge"))
        high = look.glyph(8)
        if value:
            bar = QRectF(track.left(), box.center().y() - high / 2, max(track.width() * value / 10, high), high)
            painter.setPen(QPen(look.colour("action"), 1.25))
            painter.setBrush(look.colour("surface" if unset else "action"))
            painter.drawPath(arm_path(bar, 0.42, 1))
        painter.setFont(look.font(TypeRole.BODY))
        painter.setPen(look.colour("ink2" if unset and ink == "ink" else ink))
        room = QRectF(box.right() - pad - number, box.top(), number, box.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(value))

    def _spread(self, painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex, ink: str) -> None:
        look, model = self._look, self._model
        text, wide = model.text(index), model.is_wide(index)
        tone = "warn" if wide and ink == "ink" else "ink2" if ink == "ink" else ink
        size, middle = look.glyph(16), box.center()
        if wide:
            device = painter.device()
            ratio = device.devicePixelRatioF() if device is not None else 1.0
            pixmap = look.pixmap("warning", size, tone, ratio)
            painter.drawPixmap(middle.x() - size - 3, round(middle.y() - size / 2), pixmap)
        painter.setFont(look.font(TypeRole.BODY_BOLD if wide else TypeRole.BODY))
        painter.setPen(look.colour(tone))
        room = QRectF(box) if not wide else QRectF(middle.x() + 3, box.top(), box.width() / 2, box.height())
        side = Qt.AlignmentFlag.AlignLeft if wide else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, text)


class PartnerHeader(QHeaderView):
    """The heads of the columns; a partner is a circle with its letters."""

    def __init__(self, look: Look, model: OverviewModel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look, self._table = look, model

    def sizeHint(self) -> QSize:
        """Room for a circle."""
        return QSize(super().sizeHint().width(), self._look.glyph(28) + self._look.space(10))

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Draw a head."""
        look, column = self._look, self._table.columns[logical]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, look.colour("wash" if column.kind is CellKind.JOINT else "surface"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 0.5, rect.width(), 1.5), look.colour("edge"))
        painter.setFont(look.font(TypeRole.CAPTION_BOLD))
        painter.setPen(look.colour("ink2"))
        if column.kind is CellKind.PARTNER:
            side = look.glyph(28)
            circle = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
            painter.setPen(QPen(look.colour("ink"), 1.25))
            painter.setBrush(look.colour("surface"))
            painter.drawEllipse(circle)
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, column.head)
        else:
            painter.drawText(QRectF(rect), Qt.AlignmentFlag.AlignCenter, column.head)
        painter.restore()
