"""The steps of the script as a list: a sign for what is done, the title, and how long it takes."""

from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from models.vocabulary import StepId
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import arm_path

__all__ = ["ScriptList", "ScriptRow"]

_Index = QModelIndex | QPersistentModelIndex
_MINUTES = Qt.ItemDataRole.UserRole + 1
_DONE = Qt.ItemDataRole.UserRole + 2


class ScriptRow(NamedTuple):
    """One step; ``minutes``: None where it is prepared beforehand."""

    step: StepId
    title: str
    minutes: int | None
    done: bool

    @property
    def length(self) -> str:
        """``25 min``, or that it is prepared."""
        return "vooraf" if self.minutes is None else f"{self.minutes} min"

    @property
    def spoken(self) -> str:
        """All of it in words."""
        length = "vooraf voorbereiden" if self.minutes is None else f"{self.minutes} minuten"
        return f"{self.title}, {length}, {'gedaan' if self.done else 'nog niet gedaan'}"


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[ScriptRow, ...] = ()

    def take(self, rows: tuple[ScriptRow, ...]) -> None:
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        elif rows != self.rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        known = {
            Qt.ItemDataRole.DisplayRole: row.title,
            Qt.ItemDataRole.AccessibleTextRole: row.spoken,
            _MINUTES: row.length,
            _DONE: row.done,
        }
        return known.get(role)


class _Delegate(QStyledItemDelegate):
    """A step as the rail shows it: the chosen one is the yellow arm of "you are here"."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        look = self._look
        words = look.metrics().horizontalAdvance(f"{index.data()}  {index.data(_MINUTES)}")
        return QSize(round(words) + look.glyph(60), look.control_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look = self._look
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(2, 1.5, -2, -1.5)
        if chosen:
            painter.setPen(QPen(look.colour("on_pointer"), 1.25))
            painter.setBrush(look.colour("pointer"))
            painter.drawPath(arm_path(box))
        ink = "on_pointer" if chosen else "ink"
        left = box.left() + look.space(10)
        self._node(painter, QPointF(left + look.glyph(9), box.center().y()), bool(index.data(_DONE)), ink)
        room = box.adjusted(look.space(10) + look.glyph(28), 0, -look.space(10) - box.height() * 0.3, 0)
        painter.setFont(look.font(TypeRole.CAPTION))
        painter.setPen(look.colour("on_pointer" if chosen else "ink2"))
        length = str(index.data(_MINUTES))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, length)
        room.setRight(room.right() - look.metrics(TypeRole.CAPTION).horizontalAdvance(length) - look.space(8))
        painter.setFont(look.font(TypeRole.BODY_BOLD if chosen else TypeRole.BODY))
        painter.setPen(look.colour(ink))
        words = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()

    def _node(self, painter: QPainter, at: QPointF, done: bool, ink: str) -> None:
        look = self._look
        chosen, radius = ink == "on_pointer", look.glyph(9)
        full = "on_pointer" if chosen else "action"
        painter.setPen(QPen(look.colour(full if done or chosen else "edge"), 1.75))
        painter.setBrush(look.colour(full if done else "pointer" if chosen else "surface"))
        painter.drawEllipse(at, radius - 1, radius - 1)
        if done:
            size, ratio = look.glyph(14), painter.device().devicePixelRatioF()
            tick = look.pixmap("check", size, "pointer" if chosen else "on_action", ratio)
            painter.drawPixmap(QPointF(at.x() - size / 2, at.y() - size / 2), tick)


class ScriptList(QListView):
    """As high as its rows; the page scrolls. ``chosen``: another step; ``ticked``: Space, done or not after all."""

    chosen = Signal(object)
    ticked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._model, self._taking = look, _Model(), False
        self._delegate = _Delegate(look)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Onderdelen van het draaiboek")
        self.setAccessibleDescription("Spatie: gedaan, of toch nog niet.")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QListView { border: 0; background: transparent; }")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)

    def take(self, rows: tuple[ScriptRow, ...], step: StepId) -> None:
        """Show these rows, ``step`` as the chosen one, without telling anybody."""
        self._taking = True
        self._model.take(rows)
        here = next((place for place, row in enumerate(rows) if row.step is step), 0)
        self.setCurrentIndex(self._model.index(here))
        self._taking = False
        self.updateGeometry()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Follow arrows, mouse and keyboard search."""
        super().currentChanged(current, previous)
        if current.isValid() and not self._taking:
            self.chosen.emit(self._model.rows[current.row()].step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks the chosen step."""
        here = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and here.isValid():
            self.ticked.emit(self._model.rows[here.row()].step)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """All rows."""
        rows = self._model.rowCount()
        widest = max((self.sizeHintForIndex(self._model.index(row)).width() for row in range(rows)), default=200)
        return QSize(min(widest, self._look.glyph(340)), rows * self._look.control_height + 4)

    def minimumSizeHint(self) -> QSize:
        """All rows; names may be cut."""
        return QSize(180, self.sizeHint().height())

    def _dress(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
