"""A table to read: sums that follow from what was typed. Cells can be chosen and copied to a spreadsheet."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView

from wizards.look.look import Look
from wizards.look.tokens import TypeRole

__all__ = ["ReadTable", "Sheet"]

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands in the table: heads of columns and, per row, its label and its cells. ``bold``: rows of totals."""

    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, tuple[str, ...]], ...] = ()
    bold: frozenset[int] = frozenset()


class _Model(QAbstractTableModel):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self.sheet = look, Sheet()

    def take(self, sheet: Sheet) -> None:
        self.beginResetModel()
        self.sheet = sheet
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.sheet.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.sheet.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if across else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.FontRole and not across and section in self.sheet.bold:
            return self._look.font(TypeRole.BODY_BOLD)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.sheet.heads[section] if across else self.sheet.rows[section][0]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        label, cells = self.sheet.rows[index.row()]
        text = cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.FontRole:
            return self._look.font(TypeRole.BODY_BOLD if index.row() in self.sheet.bold else TypeRole.BODY)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{label}, {self.sheet.heads[index.column()]}: {text}"
        return None


class ReadTable(QTableView):
    """Shows a :class:`Sheet`; it scrolls sideways where there is no room, and its rows set its height."""

    def __init__(self, look: Look, name: str, *, most: int = 42) -> None:
        super().__init__()
        self._look, self._most = look, most
        self._model = _Model(look)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setHighlightSections(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        look.changed.connect(self.fit)
        self.fit()

    @property
    def sheet(self) -> Sheet:
        """What is shown."""
        return self._model.sheet

    def take(self, sheet: Sheet) -> None:
        """Show ``sheet``; the chosen cells stay chosen when nothing changed."""
        if sheet != self._model.sheet:
            self._model.take(sheet)
            self.fit()

    def fit(self) -> None:
        """Make rows and columns as large as their texts need."""
        look, sheet = self._look, self._model.sheet
        metrics = look.metrics(TypeRole.BODY_BOLD)
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setFont(look.font(TypeRole.BODY))
        self.verticalHeader().setDefaultSectionSize(look.control_height + 2)
        for place, head in enumerate(sheet.heads):
            widest = max(metrics.horizontalAdvance(t) for t in (head, *(cells[place] for _, cells in sheet.rows)))
            self.setColumnWidth(place, round(widest) + look.space(28))
        widest = max((metrics.horizontalAdvance(label) for label, _ in sheet.rows), default=60.0)
        self.verticalHeader().setFixedWidth(round(min(widest, look.glyph(260))) + look.space(26))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All rows, up to a number of them."""
        count = min(self._model.rowCount(), self._most)
        head = self.horizontalHeader().sizeHint().height()
        bar = 16 if self.horizontalHeader().length() + self.verticalHeader().width() > self.width() else 0
        return QSize(320, head + count * self.verticalHeader().defaultSectionSize() + bar + 4)

    def minimumSizeHint(self) -> QSize:
        """The same height: the page scrolls."""
        return QSize(160, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy puts the chosen cells on the clipboard, with their labels where all of the table is chosen."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        else:
            super().keyPressEvent(event)

    def copied(self) -> str:
        """The chosen cells as a spreadsheet takes them, with the heads above and the labels before them."""
        chosen = self.selectedIndexes()
        rows, places = sorted({i.row() for i in chosen}), sorted({i.column() for i in chosen})
        sheet = self._model.sheet
        head = "\t".join(("", *(sheet.heads[c] for c in places)))
        lines = ("\t".join((sheet.rows[r][0], *(sheet.rows[r][1][c] for c in places))) for r in rows)
        return "\n".join((head, *lines))
