"""The list of deelnemers: who is there, from where, in which role; a click or Space notes that somebody is present."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from models.workshop.records import Participant
from wizards.look.look import Look
from wizards.look.tokens import TypeRole

__all__ = ["PeopleList", "detail_of", "name_of"]

_Index = QModelIndex | QPersistentModelIndex
_DETAIL = Qt.ItemDataRole.UserRole + 1
_CODE = Qt.ItemDataRole.UserRole + 2
_TICK = 20


def name_of(person: Participant) -> str:
    """How a participant is called on screen."""
    return person.name.strip() or "Zonder naam"


def detail_of(person: Participant, partners: Mapping[str, str]) -> str:
    """From where and in which role."""
    parts = (partners.get(person.partner or "", ""), person.role.strip(), "woordvoerder" if person.spokesperson else "")
    return " · ".join(part for part in parts if part)


class _People(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Participant, ...] = ()
        self.partners: Mapping[str, str] = {}
        self.codes = True

    def show_codes(self, shown: bool) -> None:
        """Whether the codes stand beside the names: who sees both knows who voted what on paper."""
        if shown is not self.codes:
            self.codes = shown
            if self.rows:
                self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def take(self, rows: tuple[Participant, ...], partners: Mapping[str, str]) -> None:
        """Show these people; what is chosen stays chosen as far as it is there."""
        same = [one.id for one in rows] == [one.id for one in self.rows]
        if same and rows == self.rows and partners == self.partners:
            return
        if same:
            self.rows, self.partners = rows, partners
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows, self.partners = rows, partners
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.rows):
            return None
        person = self.rows[index.row()]
        if role == _CODE:
            return person.code if self.codes else ""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return name_of(person)
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if person.present else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                detail = detail_of(person, self.partners).replace(" · ", ", ")
                told = (name_of(person), detail, "aanwezig" if person.present else "afwezig")
                return ", ".join(part for part in told if part)
        if role == _DETAIL:
            return detail_of(person, self.partners)
        return None


class _Rows(QStyledItemDelegate):
    """Draws a row: the box of who is present, name, detail, code."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        look = self._look
        lines = look.metrics(TypeRole.BODY_BOLD).height() + look.metrics(TypeRole.CAPTION).height()
        return QSize(160, max(36, round(lines + look.space(12))))

    def tick_width(self) -> int:
        """How far the part reaches that one clicks to note who is present."""
        return self._look.glyph(_TICK) + self._look.space(20)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look = self._look
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, look.colour("select"))
            painter.fillRect(QRectF(box.left(), box.top(), 4, box.height()), look.colour("action"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._draw_tick(painter, box, on=index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked)
        room = box.adjusted(self.tick_width(), look.space(6), -look.space(12), -look.space(6))
        code = str(index.data(_CODE) or "")
        if code:
            painter.setFont(look.font(TypeRole.BODY))
            painter.setPen(look.colour("on_select" if chosen else "ink2"))
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, code)
            room.setRight(room.right() - look.metrics().horizontalAdvance(code) - look.space(12))
        painter.setFont(look.font(TypeRole.BODY_BOLD))
        painter.setPen(look.colour("on_select" if chosen else "ink"))
        detail = str(index.data(_DETAIL))
        _line(painter, room, str(index.data()), Qt.AlignmentFlag.AlignTop if detail else Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(look.font(TypeRole.CAPTION))
        painter.setPen(look.colour("on_select" if chosen else "ink2"))
        _line(painter, room, detail, Qt.AlignmentFlag.AlignBottom)
        painter.restore()

    def _draw_tick(self, painter: QPainter, row: QRectF, *, on: bool) -> None:
        look, side = self._look, self._look.glyph(_TICK)
        box = QRectF(row.left() + look.space(10), row.center().y() - side / 2, side, side).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(look.colour("action" if on else "edge"), 1.5))
        painter.setBrush(look.colour("action" if on else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if on:
            device = painter.device()
            ratio = device.devicePixelRatio() if device is not None else 1.0
            tick = look.pixmap("check", round(box.width() - 4), "on_action", ratio)
            painter.drawPixmap(box.topLeft() + QRectF(2, 2, 0, 0).topLeft(), tick)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,  # noqa: ARG002
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """A click on the box, or Space, turns it."""
        if isinstance(event, QKeyEvent):
            turns = event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select)
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            turns = event.position().x() - option.rect.left() < self.tick_width()
        else:
            turns = False
        if turns:
            view = self.parent()
            assert isinstance(view, PeopleList)
            view.turned.emit(view.people[index.row()].id)
        return turns


def _line(painter: QPainter, room: QRectF, text: str, side: Qt.AlignmentFlag) -> None:
    words = painter.fontMetrics().elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | side, words)


class PeopleList(QListView):
    """``chosen``: another participant, by id, empty for none; ``turned``: came or went; ``unwanted``: Delete."""

    chosen = Signal(str)
    turned = Signal(str)
    unwanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._people = _People()
        self._quiet = False
        delegate = _Rows(look)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setModel(self._people)
        self.setAccessibleName("Deelnemers")
        self.setAccessibleDescription("Met de spatiebalk zet u iemand op aanwezig of afwezig.")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setUniformItemSizes(True)
        self.selectionModel().currentChanged.connect(lambda *_: self._tell())
        look.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def people(self) -> tuple[Participant, ...]:
        """Who is shown."""
        return self._people.rows

    @property
    def current(self) -> str:
        """The id of who is chosen; empty for none."""
        place = self.currentIndex().row()
        return self.people[place].id if 0 <= place < len(self.people) else ""

    def take(self, people: tuple[Participant, ...], partners: Mapping[str, str]) -> None:
        """Show these people. Who was chosen stays so, and the list stays where it was scrolled to."""
        before, where = self.current, self.verticalScrollBar().value()
        self._quiet = True
        self._people.take(people, partners)
        if self.current != before:
            self.choose(before)
            self.verticalScrollBar().setValue(where)
        self._quiet = False
        if self.current != before:
            self._tell()

    def show_codes(self, shown: bool) -> None:
        """Whether the codes stand beside the names."""
        self._people.show_codes(shown)

    def choose(self, key: str) -> None:
        """Choose somebody; nobody for an id that is not there."""
        place = next((at for at, one in enumerate(self.people) if one.id == key), -1)
        self.setCurrentIndex(self._people.index(place) if place >= 0 else QModelIndex())

    def _tell(self) -> None:
        if not self._quiet:
            self.chosen.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes somebody out."""
        if event.key() == Qt.Key.Key_Delete and self.current:
            self.unwanted.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Some rows."""
        return QSize(320, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Six rows: with more there is a bar."""
        rows = self.sizeHintForRow(0) if self.people else self._look.control_height
        return QSize(200, rows * 6 + 4)
