"""Who is done in the open round, never with what."""

from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem

from desktop.workshop.people_list import name_of
from desktop.workshop.stand import Stand
from models.workshop.meeting import Polling
from wizards.look.look import Look
from wizards.look.tokens import TypeRole

__all__ = ["DoneList"]

_Index = QModelIndex | QPersistentModelIndex
_DONE = Qt.ItemDataRole.UserRole + 1
_STATE = Qt.ItemDataRole.UserRole + 2
_READY, _WAITING, _UNNAMED = "klaar", "nog niet", "niet op naam"
"""The last one: where hands were raised, nobody knows whose they were."""


class _Voter(NamedTuple):
    name: str
    done: bool
    state: str


class _Voters(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[_Voter, ...] = ()

    def take(self, rows: tuple[_Voter, ...]) -> None:
        if rows == self.rows:
            return
        if len(rows) == len(self.rows):
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        told = {
            Qt.ItemDataRole.DisplayRole: row.name,
            Qt.ItemDataRole.AccessibleTextRole: f"{row.name}, {row.state}",
            _DONE: row.done,
            _STATE: row.state,
        }
        return told.get(role)


class _Rows(QStyledItemDelegate):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        return QSize(160, max(30, round(self._look.metrics().height() + self._look.space(10))))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look, done = self._look, bool(index.data(_DONE))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        side, left = look.glyph(18), box.left() + look.space(12)
        if done:
            device = painter.device()
            ratio = device.devicePixelRatio() if device is not None else 1.0
            sign = look.pixmap("check", side, "action", ratio)
            painter.drawPixmap(QPointF(left, box.center().y() - side / 2), sign)
        else:
            painter.setPen(QPen(look.colour("edge"), 1.5))
            painter.drawEllipse(QPointF(left + side / 2, box.center().y()), side * 0.32, side * 0.32)
        room = box.adjusted(side + look.space(22), 0, -look.space(12), 0)
        painter.setFont(look.font(TypeRole.BODY))
        painter.setPen(look.colour("ink2"))
        words = str(index.data(_STATE))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        room.setRight(room.right() - look.metrics().horizontalAdvance(words) - look.space(12))
        painter.setPen(look.colour("ink"))
        name = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()


class DoneList(QListView):
    """The people of the open round: who is done, in the order in which they were added."""

    def __init__(self, stand: Stand) -> None:
        super().__init__()
        self._stand, self._look = stand, stand.look
        self._voters = _Voters()
        self._delegate = _Rows(stand.look)
        self.setItemDelegate(self._delegate)
        self.setModel(self._voters)
        self.setAccessibleName("Wie is klaar")
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setUniformItemSizes(True)
        stand.look.changed.connect(self.scheduleDelayedItemsLayout)

    def show_round(self, polling: Polling) -> None:
        """Show who is done in this round."""
        workshop = self._stand.desk.workshop
        names = {one.id: name_of(one) for one in workshop.participants} if workshop is not None else {}
        waiting = _UNNAMED if polling.hands else _WAITING

        def voter(key: str) -> _Voter:
            done = key in polling.done
            return _Voter(names.get(key, "Verwijderde deelnemer"), done, _READY if done else waiting)

        self._voters.take(tuple(voter(key) for key in polling.voters))

    def sizeHint(self) -> QSize:
        """Some rows."""
        return QSize(320, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Six rows: with more there is a bar."""
        return QSize(200, round(self._look.metrics().height() + self._look.space(10)) * 6)
