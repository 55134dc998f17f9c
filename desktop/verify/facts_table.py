"""Facts in two columns, to read and to copy; long texts wrap."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem

from desktop.verify.words import Fact
from wizards.look.look import Look
from wizards.look.tokens import TypeRole

__all__ = ["FactsTable"]

_GROUP = 8
"""A code without spaces does not wrap: it is shown in groups of so many signs, and copied without the spaces."""

_CODE = 40


class FactsTable(QTableWidget):
    """As high as its rows: what it stands in scrolls. Ctrl+C copies the chosen cells, or everything."""

    def __init__(self, look: Look, facts: Sequence[Fact], name: str) -> None:
        super().__init__(len(facts), 2)
        self._look, self._facts = look, tuple(facts)
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(["Wat", "Gevonden"])
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for at, fact in enumerate(self._facts):
            for place, text in enumerate((fact.label, _shown(fact.text))):
                item = QTableWidgetItem(text)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, fact.text if place else fact.label)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(at, place, item)
        look.changed.connect(self._fit)
        self._fit()

    def copied(self) -> str:
        """The chosen rows, or all of them, a line each with a tab between."""
        rows = sorted({index.row() for index in self.selectedIndexes()}) or range(len(self._facts))
        return "\n".join(f"{self._facts[row].label}\t{self._facts[row].text}" for row in rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy puts the chosen rows on the clipboard."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self._wrap()

    def sizeHint(self) -> QSize:
        """All rows."""
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        return QSize(320, rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self) -> QSize:
        """The same height: what it stands in scrolls."""
        return QSize(200, self.sizeHint().height())

    def _fit(self) -> None:
        look = self._look
        self.setStyleSheet(f"QTableView::item {{ padding: 2px {look.space(7)}px; }}")
        self.setFont(look.font())
        self.horizontalHeader().setFont(look.font(TypeRole.CAPTION_BOLD))
        widest = max((look.metrics().horizontalAdvance(fact.label) for fact in self._facts), default=80.0)
        self.setColumnWidth(0, round(min(widest, look.glyph(230))) + look.space(28))
        self._wrap()

    def _wrap(self) -> None:
        self.resizeRowsToContents()
        for row in range(self.rowCount()):
            self.setRowHeight(row, max(self.rowHeight(row), self._look.control_height))
        self.updateGeometry()


def _shown(text: str) -> str:
    if " " in text or len(text) < _CODE:
        return text
    return " ".join(text[at : at + _GROUP] for at in range(0, len(text), _GROUP))
