"""A table to read: figures that follow from what was typed. Cells can be chosen and copied to a spreadsheet."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView

from models.rounding import half_up
from wizards.forms.sheet import sheet_text
from wizards.look.look import Look
from wizards.look.tokens import TypeRole

__all__ = ["ReadTable", "Sheet", "Value", "copied_cell"]

_Index = QModelIndex | QPersistentModelIndex
Value = Decimal | Fraction | int | None
"""The figure behind a cell; None: the cell is its text."""

_NUMBER = re.compile(r"(?:€\s*)?([-+]?)\s*(?:€\s*)?(\d{1,3}(?:\.\d{3})+|\d+)(,\d+)?")
_FORMULA = ("=", "+", "-", "@")
_PLACES = 6


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands in the table: heads of columns and, per row, its label and its cells. ``bold``: rows of totals.

    ``corner``: the head of the labels. ``values``: per row the figures behind the cells, for whoever copies them;
    without them a cell that reads as a number is copied as one. ``left``: places of columns that hold words.
    """

    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, tuple[str, ...]], ...] = ()
    bold: frozenset[int] = frozenset()
    corner: str = ""
    values: tuple[tuple[Value, ...], ...] = ()
    left: frozenset[int] = frozenset()

    def copied(self, row: int, place: int) -> str:
        """A cell as a Dutch spreadsheet takes it."""
        value = self.values[row][place] if self.values else None
        return copied_cell(self.rows[row][1][place], value)


def copied_cell(text: str, value: Value = None) -> str:
    """A cell for the clipboard: a number with a comma, without euro sign or points, and never a formula."""
    if value is not None:
        return _plain(value)
    bare = text.replace("\u00a0", " ").replace("\u2212", "-").strip()
    number = _NUMBER.fullmatch(bare)
    if number is not None:
        sign, whole, rest = number.groups()
        return f"{sign.replace('+', '')}{whole.replace('.', '')}{rest or ''}"
    # A name that begins like a formula would be worked out by the spreadsheet.
    return f"'{text}" if len(bare) > 1 and bare.startswith(_FORMULA) else text


def _plain(value: Decimal | Fraction | int) -> str:
    if isinstance(value, Fraction):
        scaled = half_up(value * 10**_PLACES)
        sign, digits = ("-" if scaled < 0 else ""), str(abs(scaled)).rjust(_PLACES + 1, "0")
        text = f"{sign}{digits[:-_PLACES]}.{digits[-_PLACES:]}".rstrip("0").rstrip(".")
    else:
        text = format(Decimal(value), "f")
    return text.replace(".", ",")


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
            right = across and section not in self.sheet.left
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
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
            left = index.column() in self.sheet.left
            side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
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
        # Long names often differ at their end only.
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideMiddle)
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
        # Figures keep their distance from the line between columns. Qt works a sheet out anew even when it is the same.
        padding = f"QTableView::item {{ padding: 0 {look.space(6)}px; }}"
        if padding != self.styleSheet():
            self.setStyleSheet(padding)
        metrics = look.metrics(TypeRole.BODY_BOLD)
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setFont(look.font(TypeRole.BODY))
            header.viewport().setFont(header.font())  # it paints with its own, which does not follow by itself
        self.verticalHeader().setDefaultSectionSize(look.control_height + 2)
        for place, head in enumerate(sheet.heads):
            widest = max(metrics.horizontalAdvance(t) for t in (head, *(cells[place] for _, cells in sheet.rows)))
            self.setColumnWidth(place, round(widest) + look.space(28))
        widest = max((metrics.horizontalAdvance(label) for label, _ in sheet.rows), default=60.0)
        self.verticalHeader().setFixedWidth(round(min(widest, look.glyph(260))) + look.space(26))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All columns, and all rows up to a number of them."""
        count = min(self._model.rowCount(), self._most)
        head = self.horizontalHeader().sizeHint().height()
        wide = self.horizontalHeader().length() + self.verticalHeader().width() + 2 * self.frameWidth()
        slider = self.verticalScrollBar().sizeHint().width() if self._model.rowCount() > count else 0
        bar = 16 if wide + slider > self.width() else 0
        return QSize(wide + slider, head + count * self.verticalHeader().defaultSectionSize() + bar + 4)

    def minimumSizeHint(self) -> QSize:
        """The same height: the page scrolls."""
        return QSize(160, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Whether there is a bar to scroll sideways, and so the height, follows from the width."""
        super().resizeEvent(event)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy puts the chosen cells on the clipboard, and the whole table where none are chosen."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied() if self.selectedIndexes() else self.copied_whole())
        else:
            super().keyPressEvent(event)

    def copied(self) -> str:
        """The chosen cells as a spreadsheet takes them, with the heads above and the labels before them."""
        chosen = self.selectedIndexes()
        return self._copied(sorted({i.row() for i in chosen}), sorted({i.column() for i in chosen}))

    def copied_whole(self) -> str:
        """The whole table as a spreadsheet takes it."""
        return self._copied(range(self._model.rowCount()), range(self._model.columnCount()))

    def _copied(self, rows: Sequence[int], places: Sequence[int]) -> str:
        sheet = self._model.sheet
        head = (sheet.corner, *(copied_cell(sheet.heads[c]) for c in places))
        lines = ((copied_cell(sheet.rows[r][0]), *(sheet.copied(r, c) for c in places)) for r in rows)
        return sheet_text((head, *lines)).removesuffix("\n")
