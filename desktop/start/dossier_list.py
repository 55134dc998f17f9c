"""The list of dossiers: keys, mouse and the menu of one dossier."""

from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QSizePolicy

from desktop.start.delegate import DossierDelegate
from desktop.start.model import DossierModel
from desktop.start.rows import Row
from wizards.look.look import Look

__all__ = ["DossierList"]


@dataclass(frozen=True, slots=True)
class _Action:
    """A line of the menu. ``keys``: shown behind it, for who wants to learn them."""

    name: str
    words: str
    icon: str
    keys: str = ""


_ACTIONS = (
    _Action("open", "Openen", "dossier", "Enter"),
    _Action("rename", "Naam wijzigen", "sign-off", "F2"),
    _Action("duplicate", "Kopie maken", "case"),
    _Action("export", "Exporteren", "export"),
    _Action("archive", "Naar het archief", "blank"),
    _Action("delete", "Verwijderen", "close", "Delete"),
)


class DossierList(QListView):
    """Tells by signal what a person wants with a dossier; each carries its id. The name is changed in place."""

    open_wanted = Signal(str)
    duplicate_wanted = Signal(str)
    export_wanted = Signal(str)
    archive_wanted = Signal(str, bool)
    delete_wanted = Signal(str)

    def __init__(self, look: Look, model: DossierModel) -> None:
        super().__init__()
        self._look, self._dossiers = look, model
        self._delegate = DossierDelegate(look, self)
        self._delegate.more_wanted.connect(self._show_menu_at)
        self._delegate.open_wanted.connect(self._open)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Dossiers, laatst bewerkt eerst")
        # The card of the dossier shows the focus; a ring around the whole list would say less.
        self.setProperty("shows_focus", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListView { background: transparent; border: 0; }")
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.doubleClicked.connect(self._open)
        model.modelReset.connect(self.updateGeometry)
        look.changed.connect(self._dress)

    def _dress(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as all its rows."""
        return QSize(400, self._delegate.height_at(self.width()) * self._dossiers.rowCount() + 2)

    def minimumSizeHint(self) -> QSize:
        """Room for two rows, or for the one that there is."""
        return QSize(200, self._delegate.height_at(self.width()) * min(self._dossiers.rowCount(), 2) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A row is higher where there is little width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._dress()

    def choose(self, dossier: str) -> None:
        """Stand on the dossier with this id, else on the first."""
        index = self._dossiers.index_of(dossier)
        if not index.isValid() and self._dossiers.rowCount():
            index = self._dossiers.index(0, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if index.isValid():
            self.scrollTo(index)

    def current(self) -> Row | None:
        """The dossier that one stands on."""
        return self._dossiers.row_at(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete takes away; Qt does the rest."""
        editing = self.state() == QAbstractItemView.State.EditingState
        row = self.current()
        if not editing and row is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_wanted.emit(row.id)
        elif not editing and row is not None and event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit(row.id)
        else:
            super().keyPressEvent(event)

    def menu(self) -> QMenu:
        """What one can do with the dossier that one stands on; empty without one."""
        menu = QMenu(self)
        menu.setAccessibleName("Meer met dit dossier")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        row = self.current()
        for action in _ACTIONS if row is not None else ():
            assert row is not None
            words = "Uit het archief halen" if action.name == "archive" and row.archived else action.words
            if action.name == "delete":
                menu.addSeparator()
            entry = menu.addAction(self._look.icon(action.icon), f"{words}\t{action.keys}" if action.keys else words)
            entry.setObjectName(action.name)
            entry.triggered.connect(lambda _on=False, name=action.name, of=row: self._do(name, of))
        return menu

    def _do(self, name: str, row: Row) -> None:
        match name:
            case "rename":
                self.edit(self._dossiers.index_of(row.id))
            case "archive":
                self.archive_wanted.emit(row.id, not row.archived)
            case _:
                getattr(self, f"{name}_wanted").emit(row.id)

    def _open(self, index: QModelIndex) -> None:
        row = self._dossiers.row_at(index)
        if row is not None:
            self.open_wanted.emit(row.id)

    def _show_menu(self, at: QPoint) -> None:
        # The menu key gives the middle of the list; the menu belongs at the dossier.
        index = self.indexAt(at)
        if not index.isValid() or not self.visualRect(self.currentIndex()).contains(at):
            at = self.visualRect(self.currentIndex()).center()
        if self.current() is not None:
            self.menu().popup(self.viewport().mapToGlobal(at))

    def _show_menu_at(self, index: QModelIndex) -> None:
        self.setCurrentIndex(index)
        box = self.visualRect(index)
        self.menu().popup(self.viewport().mapToGlobal(QPoint(box.right() - self._look.glyph(120), box.center().y())))
