"""Draws a dossier as a card: title, partners, phase and last change, and how far it is. Takes a new title in place."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.start.model import DossierModel, RowRole
from desktop.start.rows import Row, changed_in_words, progress_in_words
from wizards.look.look import Look
from wizards.look.tokens import TypeRole

__all__ = ["CARD_INSET", "DossierDelegate", "paint_blocks"]

_Index = QModelIndex | QPersistentModelIndex
CARD_INSET = 7
"""Pixels beside a card, for its focus."""

_GAP = 9
"""Pixels between two cards; half of it above and below each."""

_MOST_TOKENS = 6
_LONGEST_TITLE = 300


class DossierDelegate(QStyledItemDelegate):
    """``more_wanted``: the three dots of a row were clicked; carries its index."""

    more_wanted = Signal(QModelIndex)
    open_wanted = Signal(QModelIndex)

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    # --- measures

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        """As high as its lines."""
        parent = self.parent()
        return QSize(100, self.height_at(parent.width() if isinstance(parent, QWidget) else option.rect.width()))

    def height_at(self, width: int) -> int:
        """The height of a row in a list of this width: one line more where there is little."""
        look = self._look
        lines = look.metrics(TypeRole.H3).height() + look.space(4) + look.glyph(26)
        if not self._wide(width):
            lines += look.space(6) + look.metrics(TypeRole.CAPTION).height()
        return round(lines) + 2 * look.space(13) + _GAP

    def _wide(self, width: int) -> bool:
        return width >= self._look.glyph(560)

    def _card(self, option: QStyleOptionViewItem) -> QRect:
        return option.rect.adjusted(CARD_INSET, _GAP // 2, -CARD_INSET, -_GAP // 2)

    def _more_box(self, option: QStyleOptionViewItem) -> QRect:
        side, card = self._look.glyph(32), self._card(option)
        return QRect(card.right() - self._look.space(42) - side, card.center().y() - side // 2, side, side)

    def _way_box(self, option: QStyleOptionViewItem) -> QRect:
        card = self._card(option)
        return QRect(card.right() - self._look.space(40), card.top(), self._look.space(40), card.height())

    # --- drawing

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the card of one dossier."""
        row = index.data(RowRole.ROW)
        if not isinstance(row, Row):
            return
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self._plane(painter, option)
        look, card = self._look, self._card(option)
        right = card.right() - look.space(42) - look.glyph(32) - look.space(6)
        wide = self._wide(option.rect.width())
        strip = self._progress_width(row) if wide else 0
        left, top = card.left() + look.space(17), card.top() + look.space(12)
        high = look.metrics(TypeRole.H3).height()
        room = QRectF(left, top, right - left - strip - (look.space(20) if wide else 0), high)
        self._line(painter, room, row.title, TypeRole.H3, "ink")
        second = QRectF(left, room.bottom() + look.space(4), room.width(), look.glyph(26))
        self._partners(painter, second, row, index)
        if wide:
            self._progress(painter, QRectF(right - strip, card.top(), strip, card.height()), row)
        else:
            below = QRectF(left, second.bottom() + look.space(6), right - left, look.metrics(TypeRole.CAPTION).height())
            end = paint_blocks(painter, look, QPointF(left, below.center().y() - look.glyph(4)), row)
            below.setLeft(end + look.space(12))
            self._line(painter, below, progress_in_words(row), TypeRole.CAPTION, "ink2")
        self._marks(painter, option)
        painter.restore()

    def _plane(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        look, state = self._look, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        under = bool(state & QStyle.StateFlag.State_MouseOver)
        box = QRectF(self._card(option)).adjusted(1, 1, -1, -1)
        painter.setBrush(look.colour("surface"))
        painter.setPen(QPen(look.colour("action" if chosen or under else "line"), 1.75 if chosen else 1.0))
        painter.drawRoundedRect(box, 8, 8)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("pointer"), 3))
            painter.drawRoundedRect(box.adjusted(-2.5, -2.5, 2.5, 2.5), 9, 9)
            painter.setPen(QPen(look.colour("focus_out"), 1.25))
            painter.drawRoundedRect(box.adjusted(-4.4, -4.4, 4.4, 4.4), 10, 10)

    def _line(self, painter: QPainter, room: QRectF, text: str, role: TypeRole, colour: str) -> float:
        painter.setFont(self._look.font(role))
        painter.setPen(self._look.colour(colour))
        words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(round(room.width()), 0))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        return room.left() + painter.fontMetrics().horizontalAdvance(words)

    def _partners(self, painter: QPainter, room: QRectF, row: Row, index: _Index) -> None:
        from wizards.widgets.signs import letters_of

        look, x = self._look, room.left()
        size = float(look.glyph(25))
        step = size * 0.78
        shown = row.partners[:_MOST_TOKENS]
        for letters in letters_of(shown):
            circle = QRectF(x, room.top() + (room.height() - size) / 2, size, size)
            painter.setPen(QPen(look.colour("ink"), 1.25))
            painter.setBrush(look.colour("surface"))
            painter.drawEllipse(circle)
            painter.setFont(look.font(TypeRole.CAPTION_BOLD))
            painter.setPen(look.colour("ink"))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, letters)
            x += step
        x += size - step + look.space(10) if shown else 0
        parts = [f"en {len(row.partners) - _MOST_TOKENS} meer"] if len(row.partners) > _MOST_TOKENS else []
        model = index.model()
        if isinstance(model, DossierModel):
            parts.append(changed_in_words(row.modified, model.now))
        parts += [
            word
            for word, on in ((row.phase, row.phase), ("Fictief", row.fictional), ("In het archief", row.archived))
            if on
        ]
        room = QRectF(x, room.top(), room.right() - x, room.height())
        self._line(painter, room, " · ".join(parts), TypeRole.CAPTION, "ink2")

    def _progress_width(self, row: Row) -> int:
        words = self._look.metrics(TypeRole.CAPTION).horizontalAdvance(progress_in_words(row))
        return round(max(_blocks_width(self._look, row), words)) + 2

    def _progress(self, painter: QPainter, room: QRectF, row: Row) -> None:
        look = self._look
        top = room.top() + look.space(22)
        if row.blocks:
            paint_blocks(painter, look, QPointF(room.right() - _blocks_width(look, row), top), row)
        painter.setFont(look.font(TypeRole.CAPTION))
        painter.setPen(look.colour("ink2"))
        words = QRectF(room.left() - 40, top + look.glyph(9) + look.space(5), room.width() + 40, 200)
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, progress_in_words(row))

    def _marks(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """The three dots and the chevron."""
        look, size = self._look, self._look.glyph(20)
        ratio = painter.device().devicePixelRatioF()
        for box, name, role in (
            (self._more_box(option), "more", "ink2"),
            (self._way_box(option), "chevron-right", "action"),
        ):
            at = QPointF(box.center()) - QPointF(size / 2, size / 2)
            painter.drawPixmap(at, look.pixmap(name, size, role, ratio))

    # --- mouse and editing

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """A click on the dots asks for the menu, one on the chevron opens."""
        if event.type() is QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            at = event.position().toPoint()
            if event.button() is Qt.MouseButton.LeftButton:
                if self._more_box(option).contains(at):
                    self.more_wanted.emit(model.index(index.row(), 0))
                    return True
                if self._way_box(option).contains(at):
                    self.open_wanted.emit(model.index(index.row(), 0))
                    return True
        return super().editorEvent(event, model, option, index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:  # noqa: ARG002
        """A line for the title."""
        line = QLineEdit(parent)
        line.setFont(self._look.font(TypeRole.LEAD_BOLD))
        line.setMaxLength(_LONGEST_TITLE)
        line.setAccessibleName("Titel van het dossier")
        return line

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """The title as it is, all of it selected."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:  # noqa: ARG002
        """Over the title."""
        card, look = self._card(option), self._look
        height = max(look.control_height, round(look.metrics(TypeRole.LEAD_BOLD).height()) + 8)
        width = min(card.width() - look.space(100), look.glyph(520))
        editor.setGeometry(QRect(card.left() + look.space(7), card.top() + look.space(6), width, height))


def _blocks_width(look: Look, row: Row) -> float:
    wide, gap = look.glyph(9), look.glyph(3)
    return sum(len(group) * (wide + gap) - gap for group in row.blocks) + max(len(row.blocks) - 1, 0) * look.glyph(11)


def paint_blocks(painter: QPainter, look: Look, at: QPointF, row: Row) -> float:
    """A block for each onderdeel from ``at``, in groups by phase; the x where they end."""
    wide, high, gap = float(look.glyph(9)), float(look.glyph(8)), look.glyph(3)
    x = at.x()
    for group in row.blocks:
        for status in group:
            _block(painter, look, QRectF(x, at.y(), wide, high), status)
            x += wide + gap
        x += look.glyph(11) - gap
    return x - look.glyph(11) if row.blocks else x


def _block(painter: QPainter, look: Look, box: QRectF, status: str) -> None:
    line, fill = {
        "finished": ("action", "action"),
        "busy": ("action", None),
        "recheck": ("warn", "warn_bg"),
        "problem": ("danger", "danger"),
    }.get(status, ("edge", None))
    inner = box.adjusted(0.6, 0.6, -0.6, -0.6)
    painter.setPen(QPen(look.colour(line), 1.2))
    painter.setBrush(look.colour(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inner, 2.5, 2.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(line))
    if status == "busy":
        painter.drawRect(QRectF(inner.left(), inner.top(), inner.width() / 2, inner.height()))
    elif status == "recheck":
        painter.drawEllipse(inner.center(), 1.6, 1.6)
    elif status == "problem":
        painter.setBrush(look.colour("surface"))
        painter.drawRect(QRectF(inner.center().x() - 0.8, inner.top() + 1.2, 1.6, inner.height() - 2.4))
