"""The chapters in the template: their order and what a municipality calls them. A table and two buttons."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.report.content.chapters import TITLES, Chapter
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import column, row
from wizards.widgets.buttons import Button
from wizards.widgets.inputs import Line, clean
from wizards.widgets.text import Label

__all__ = ["NAME_LENGTH", "ChaptersTable"]

NAME_LENGTH = 120
_Index = QModelIndex | QPersistentModelIndex
_HEADS = ("Hoofdstuk", "Eigen naam")
_NAME, _OWN = 0, 1
_TYPING = QAbstractItemView.State.EditingState
_MOST = 8
"""Rows that show at once."""
_HOW = "Typ een eigen naam in de tweede kolom. Alt met pijl omhoog of omlaag verplaatst een hoofdstuk."


class _Model(QAbstractTableModel):
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.order: list[Chapter] = list(Chapter)
        self.names: dict[Chapter, str] = {}

    def take(self, order: Sequence[Chapter], names: Mapping[Chapter, str]) -> None:
        self.beginResetModel()
        self.order, self.names = list(dict.fromkeys((*order, *Chapter))), dict(names)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.order)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return _HEADS[section] if orientation == Qt.Orientation.Horizontal else str(section + 1)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        chapter = self.order[index.row()]
        text = TITLES[chapter] if index.column() == _NAME else self.names.get(chapter, "")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_HEADS[index.column()]} {index.row() + 1}, {TITLES[chapter]}: {text or 'geen eigen naam'}"
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() != _OWN:
            return False
        chapter, name = self.order[index.row()], " ".join(clean(str(value)).split())[:NAME_LENGTH]
        self.names = {**self.names, chapter: name}
        self.dataChanged.emit(index, index)
        self.edited.emit()
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        own = Qt.ItemFlag.ItemIsEditable if index.column() == _OWN else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | own

    def move(self, place: int, by: int) -> int:
        """Move a chapter; the place where it now stands."""
        to = place + by
        if not (0 <= place < len(self.order) and 0 <= to < len(self.order)):
            return place
        self.layoutAboutToBeChanged.emit()
        self.order.insert(to, self.order.pop(place))
        self.layoutChanged.emit()
        self.edited.emit()
        return to


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:  # noqa: ARG002
        line = Line(self._look)
        line.setParent(parent)
        line.setFrame(False)
        line.setMaxLength(NAME_LENGTH)
        line.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return line

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:  # noqa: ARG002
        """Whoever types has the whole cell."""
        editor.setGeometry(option.rect)


class _View(QTableView):
    moved = Signal(int)

    def __init__(self, look: Look, model: _Model) -> None:
        super().__init__()
        self._look = look
        self.setModel(model)
        self._delegate = _Delegate(look)
        self.setItemDelegate(self._delegate)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAccessibleName("Hoofdstukken van het advies, in volgorde")
        self.setAccessibleDescription(_HOW)
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.ResizeToContents)
        across.setSectionResizeMode(_OWN, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setHighlightSections(False)
        look.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Rows as high as their text."""
        padding = f"QTableView::item {{ padding: 0 {self._look.space(6)}px; }}"
        if padding != self.styleSheet():
            self.setStyleSheet(padding)
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setFont(self._look.font(TypeRole.BODY))
        self.setFont(self._look.font())
        self.verticalHeader().setDefaultSectionSize(self._look.control_height + 2)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Some rows; it scrolls to the others."""
        head = self.horizontalHeader().sizeHint().height()
        return QSize(320, head + _MOST * self.verticalHeader().defaultSectionSize() + 4)

    def minimumSizeHint(self) -> QSize:
        """The same height: the dialog scrolls."""
        return QSize(160, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves a chapter; Delete gives it its own name back."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.model().setData(self.currentIndex(), "")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Enter that ends the typing passes here too.
            if self.state() is not _TYPING and self.currentIndex().column() == _OWN:
                self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class ChaptersTable(QWidget):
    """``edited``: a person changed a name or the order."""

    edited = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        layout = column(look.space(8))
        self.setLayout(layout)
        layout.addWidget(Label(look, _HOW, colour="ink2"))
        self.model = _Model()
        self.table = _View(look, self.model)
        layout.addWidget(self.table)
        line = row(look.space(10))
        self.up = Button(look, "Omhoog", icon="chevron-up")
        self.down = Button(look, "Omlaag", icon="chevron-down")
        for button, by, what in ((self.up, -1, "omhoog"), (self.down, 1, "omlaag")):
            button.setAccessibleDescription(f"Zet het gekozen hoofdstuk een plaats {what}")
            button.clicked.connect(lambda _=False, by=by: self.move_chosen(by))
            line.addWidget(button)
        line.addStretch(1)
        layout.addLayout(line)
        self.table.moved.connect(self.move_chosen)
        self.table.selectionModel().currentChanged.connect(self._offer)
        self.model.edited.connect(self.edited)
        self.table.setCurrentIndex(self.model.index(0, _OWN))
        self._offer()

    @property
    def order(self) -> tuple[Chapter, ...]:
        """The order; empty where it is that of the program."""
        held = tuple(self.model.order)
        return () if held == tuple(Chapter) else held

    @property
    def names(self) -> Mapping[Chapter, str]:
        """The names that differ from those of the program."""
        return {c: name for c, name in self.model.names.items() if name and name != TITLES[c]}

    def take(self, order: Sequence[Chapter], names: Mapping[Chapter, str]) -> None:
        """Show other names and another order, without telling anybody."""
        self.model.take(order, names)
        self.table.setCurrentIndex(self.model.index(0, _OWN))
        self._offer()

    def move_chosen(self, by: int) -> None:
        """Move the chapter at the cursor; the cursor goes with it."""
        here = self.table.currentIndex()
        if here.isValid():
            at, side = here.row(), here.column()
            self.table.setCurrentIndex(self.model.index(self.model.move(at, by), side))
            self._offer()

    def _offer(self) -> None:
        at = self.table.currentIndex().row()
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < self.model.rowCount() - 1)
