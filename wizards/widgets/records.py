"""A list of records that grows: the list, and beside or below it the form of the one that is chosen."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPen, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from models.dossier.edit import Path, key_of, record_added, record_moved, value_at, without
from wizards.context import Context
from wizards.forms.spec import Records
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import FlowLayout, Rule, column, row
from wizards.widgets.buttons import Button, ButtonKind, IconButton
from wizards.widgets.fields import FieldWidget
from wizards.widgets.text import Heading, Label

__all__ = ["RecordsWidget"]

_Index = QModelIndex | QPersistentModelIndex
_DETAIL = Qt.ItemDataRole.UserRole + 1
_WIDE = 720


class RecordsModel(QAbstractListModel):
    """The records as the list shows them; texts are made when a row is drawn."""

    def __init__(self, context: Context, records: Records) -> None:
        super().__init__()
        self._context, self._records = context, records
        self.rows: tuple[Any, ...] = ()

    def take(self, rows: tuple[Any, ...]) -> None:
        """Show these records."""
        if [key_of(r) for r in rows] != [key_of(r) for r in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        self.rows = rows
        if rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """How many records there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Headline, detail, or both for assistive technology."""
        editor, spec = self._context.editor, self._records
        if not 0 <= index.row() < len(self.rows):
            return None
        record = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                spec.headline(record, editor.dossier, editor.knowledge) or f"{spec.singular.capitalize()} zonder naam"
            )
        if role == _DETAIL:
            return spec.detail(record, editor.dossier, editor.knowledge)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.data(index)}. {self.data(index, _DETAIL)}"
        return None


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        look = self._look
        height = look.metrics(TypeRole.BODY_BOLD).height() + look.space(14)
        if index.data(_DETAIL):
            height += look.metrics(TypeRole.CAPTION).height()
        return QSize(120, max(32, round(height)))

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
        room = box.adjusted(look.space(12), look.space(6), -look.space(8), -look.space(6))
        painter.setFont(look.font(TypeRole.BODY_BOLD))
        painter.setPen(look.colour("on_select" if chosen else "ink"))
        self._line(painter, room, str(index.data()))
        detail = str(index.data(_DETAIL) or "")
        if detail:
            painter.setFont(look.font(TypeRole.CAPTION))
            painter.setPen(look.colour("on_select" if chosen else "ink2"))
            room.setTop(room.bottom() - look.metrics(TypeRole.CAPTION).height())
            self._line(painter, room, detail)
        painter.restore()

    @staticmethod
    def _line(painter: QPainter, room: QRectF, text: str) -> None:
        words = painter.fontMetrics().elidedText(
            text.replace("\n", " "), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, words)


class _List(QListView):
    """As high as its rows, up to a number of them."""

    def __init__(self, look: Look, most: int, delegate: QStyledItemDelegate) -> None:
        super().__init__()
        self._look, self._most, self._delegate = look, most, delegate
        self.setItemDelegate(delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setUniformItemSizes(False)

    def sizeHint(self) -> QSize:
        """The height of the rows."""
        model = self.model()
        count = model.rowCount() if model else 0
        heights = sum(self.sizeHintForRow(i) for i in range(min(count, self._most)))
        return QSize(280, max(heights, 32) + 4)

    def minimumSizeHint(self) -> QSize:
        """The same height: the page scrolls."""
        return QSize(160, self.sizeHint().height())


class RecordsWidget(QWidget):
    """A growing list with a form for the chosen record. Alt+up and Alt+down move it, Delete takes it out.

    ``delegate``: draws the rows, where a line with a headline and a detail is not enough. ``stacked``: the form
    always stands below the list, for a list that needs the whole width.
    """

    def __init__(
        self,
        context: Context,
        records: Records,
        *,
        most: int = 8,
        delegate: QStyledItemDelegate | None = None,
        stacked: bool = False,
    ) -> None:
        super().__init__()
        self._stacked = stacked
        self._context, self.records = context, records
        look = context.look
        layout = column(look.space(8))
        self.setLayout(layout)
        self._title = Heading(look, records.title, 3)
        layout.addWidget(self._title)
        self._why = Label(look, records.why, colour="ink2")
        layout.addWidget(self._why)
        self._why.setVisible(bool(records.why))
        self._empty = Label(look, records.empty or f"Er is nog geen {records.singular}.", colour="ink2")
        layout.addWidget(self._empty)
        self.model = RecordsModel(context, records)
        self.list = _List(look, most, delegate or _RowDelegate(look))
        self.list.setAccessibleName(records.title)
        self.list.setModel(self.model)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._open())
        self.form = QWidget()
        self.fields = tuple(FieldWidget(context, field, (*records.path, "~")) for field in records.fields)
        self._lay_form(look)
        self._sides = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(look.space(16))
        self.add_button = Button(look, f"{records.singular.capitalize()} toevoegen", icon="plus")
        self.add_button.clicked.connect(self.add)
        self._foot = FlowLayout(look.space(8), centred=True)
        self._foot.addWidget(self.add_button)
        left = column(look.space(10))
        self._above, self._below = column(), column(look.space(6))
        left.addLayout(self._above)
        left.addWidget(self.list)
        left.addLayout(self._below)
        left.addLayout(self._foot)
        left.addStretch(1)
        self._sides.addLayout(left, 2)
        self._rule = Rule(look)
        self._sides.addWidget(self._rule)
        self._sides.addWidget(self.form, 3, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self._sides)
        self._keys()
        self.refresh()

    def _lay_form(self, look: Look) -> None:
        layout = column(look.space(12))
        self.form.setLayout(layout)
        flow: FlowLayout | None = None
        for widget in self.fields:
            if not widget.field.short:
                flow = None
                layout.addWidget(widget)
                continue
            if flow is None:
                flow = FlowLayout(look.space(20), bottom=True)
                layout.addLayout(flow)
            flow.addWidget(widget)
        tools = row(look.space(4))
        name = self.records.singular
        self._up = IconButton(look, "chevron-up", f"{name.capitalize()} naar boven")
        self._down = IconButton(look, "chevron-down", f"{name.capitalize()} naar beneden")
        self._remove = Button(look, f"{name.capitalize()} verwijderen", ButtonKind.QUIET, icon="minus")
        self._up.clicked.connect(lambda: self.shift(-1))
        self._down.clicked.connect(lambda: self.shift(1))
        self._remove.clicked.connect(self.remove)
        for button in (self._up, self._down, self._remove):
            tools.addWidget(button)
        tools.addStretch(1)
        layout.addLayout(tools)

    def _keys(self) -> None:
        for keys, act in (
            ("Alt+Up", lambda: self.shift(-1)),
            ("Alt+Down", lambda: self.shift(1)),
            ("Del", self.remove),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def put_above_list(self, widget: QWidget) -> None:
        """Put something right above the rows, such as the heads of columns."""
        self._above.addWidget(widget)

    def put_below_list(self, widget: QWidget) -> None:
        """Put something between the rows and the button that adds one."""
        self._below.addWidget(widget)

    def put_beside_add(self, widget: QWidget) -> None:
        """Put another way to fill the list beside the button that adds one."""
        self._foot.addWidget(widget)

    @property
    def current(self) -> str | None:
        """The key of the chosen record."""
        index = self.list.currentIndex().row()
        return key_of(self.model.rows[index]) if 0 <= index < len(self.model.rows) else None

    def choose(self, key: str) -> bool:
        """Choose a record; whether it is there."""
        for index, record in enumerate(self.model.rows):
            if key_of(record) == key:
                self.list.setCurrentIndex(self.model.index(index))
                return True
        return False

    def reveal(self, path: Path) -> bool:
        """Show the field at ``path`` and put the focus there; whether it is in this list."""
        depth = len(self.records.path)
        if path[:depth] != self.records.path:
            return False
        if len(path) > depth and self.choose(path[depth]):
            wanted = path[depth + 1 :]
            for field in self.fields:
                if wanted and field.field.parts == wanted[: len(field.field.parts)]:
                    field.take_focus()
                    return True
            self.fields[0].take_focus()
            return True
        if len(path) > depth and self.records.keep is not None:
            # Another list on the page keeps this record.
            return False
        (self.list if self.model.rows else self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        current, place = self.current, self.list.currentIndex().row()
        kept = self.records.keep
        rows = tuple(r for r in value_at(self._context.editor.dossier, self.records.path) if kept is None or kept(r))
        if self._context.privacy.hidden:
            rows = tuple(r for r in rows if getattr(r, "internal", False) is not True)
        self.model.take(rows)
        if rows and (current is None or not self.choose(current)):
            self.list.setCurrentIndex(self.model.index(min(max(place, 0), len(rows) - 1)))
        self.list.setVisible(bool(rows))
        self.form.setVisible(bool(rows))
        self._rule.setVisible(bool(rows) and self._stacked)
        self._empty.setVisible(not rows)
        self._up.setVisible(len(rows) > 1)
        self._down.setVisible(len(rows) > 1)
        self.list.updateGeometry()
        self._open()

    def add(self) -> None:
        """Add a record, choose it, and put the focus on its first field."""
        record = self.records.make(self._context.editor.dossier)
        if self._context.privacy.hidden and getattr(record, "internal", False) is True:
            # What one types while the room looks on is no secret; and it must be there to type it.
            record = type(record).model_validate({**dict(record), "internal": False})
        self._context.editor.apply(lambda dossier: record_added(dossier, self.records.path, record))
        self.refresh()
        if self.choose(key_of(record)) and self.fields:
            self.fields[0].take_focus()

    def remove(self) -> None:
        """Take out the chosen record; "Ongedaan maken" brings it back."""
        key = self.current
        if key is None:
            return
        path = (*self.records.path, key)
        remove = self.records.remove or without
        self._context.editor.apply(lambda dossier: remove(dossier, path), said=self.records.removed)
        self.refresh()
        (self.list if self.model.rows else self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def shift(self, by: int) -> None:
        """Move the chosen record up (-1) or down (1)."""
        key = self.current
        if key is None:
            return
        step = by * self._passed(key, by)
        self._context.editor.apply(lambda dossier: record_moved(dossier, (*self.records.path, key), step))
        self.refresh()
        self.choose(key)

    def _passed(self, key: str, by: int) -> int:
        """How many places of the whole list one place among the records that are shown is."""
        records = value_at(self._context.editor.dossier, self.records.path)
        keys, shown = [key_of(r) for r in records], [key_of(r) for r in self.model.rows]
        target = shown.index(key) + by
        return abs(keys.index(shown[target]) - keys.index(key)) if 0 <= target < len(shown) else 0

    def _open(self) -> None:
        key = self.current
        if key is None:
            return
        for field in self.fields:
            if field.path[: len(self.records.path) + 1] != (*self.records.path, key):
                field.rebase((*self.records.path, key))
            else:
                field.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """List and form beside each other where there is room."""
        super().resizeEvent(event)
        wide = not self._stacked and self.width() >= self._context.look.glyph(_WIDE)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._sides.direction() != direction:
            self._sides.setDirection(direction)
