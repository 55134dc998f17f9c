"""The dossiers as a list model: what stands in it, what a search leaves, and a title that is changed in place."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop.start.rows import Row, matches, said_aloud

__all__ = ["DossierModel", "RowRole"]

_Index = QModelIndex | QPersistentModelIndex


class RowRole(IntEnum):
    """What a view may ask beside Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1


class DossierModel(QAbstractListModel):
    """The rows that fit the search, last changed first. ``renamed``: id and new title, typed in place."""

    renamed = Signal(str, str)

    def __init__(self, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        super().__init__()
        self._clock = clock
        self._rows: tuple[Row, ...] = ()
        self._shown: tuple[Row, ...] = ()
        self._query = ""

    @property
    def now(self) -> datetime:
        """The present moment."""
        return self._clock()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, also those that the search hides."""
        return self._rows

    @property
    def shown(self) -> tuple[Row, ...]:
        """The rows that fit the search."""
        return self._shown

    def show(self, rows: Sequence[Row]) -> None:
        """Take other rows."""
        self._rows = tuple(sorted(rows, key=lambda row: row.modified, reverse=True))
        self._sift()

    def search(self, query: str) -> None:
        """Show only the rows that fit ``query``."""
        if query != self._query:
            self._query = query
            self._sift()

    def row_at(self, index: _Index) -> Row | None:
        """The row of an index, None for none."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def index_of(self, dossier: str) -> QModelIndex:
        """Where the dossier with this id stands; an invalid index where it is not shown."""
        at = next((place for place, row in enumerate(self._shown) if row.id == dossier), None)
        return QModelIndex() if at is None else self.index(at, 0)

    def _sift(self) -> None:
        self.beginResetModel()
        self._shown = tuple(row for row in self._rows if matches(row, self._query)) if self._query else self._rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every title can be changed in place."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a view asks about a row."""
        row = self.row_at(index)
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return said_aloud(row, self.now)
        return row if role == RowRole.ROW else None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another title; the list shows it when the library took it."""
        row = self.row_at(index)
        title = " ".join(str(value).split())
        if row is None or role != Qt.ItemDataRole.EditRole or not title or title == row.title:
            return False
        self.renamed.emit(row.id, title)
        return True
