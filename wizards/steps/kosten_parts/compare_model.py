"""The board as an item model: rows of partners, a total, the bars; columns "nu" and two per key."""

from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from models.figures.differences import Difference, differences_alt, longest_of
from wizards.steps.kosten_parts.compare_board import Board, BoardRow, Figure, KeyColumn, Show
from wizards.steps.kosten_parts.compare_text import Unit
from wizards.widgets.text import tooltip

__all__ = ["FEW_PARTNERS", "NOW", "BoardModel", "Index", "RowKind"]

Index = QModelIndex | QPersistentModelIndex
FEW_PARTNERS = 12
"""Up to so many partners the total stands under them; with more it stands above them, so that it is seen at once."""
NOW = 0
"""The column of what partners pay now."""
_BARS_TITLE = "Voordeel of nadeel tegenover wat ieder nu betaalt"


class RowKind(Enum):
    """What a row holds."""

    PARTNER = "partner"
    TOTAL = "total"
    BARS = "bars"


_EMPTY = Board(None, Show.YEARLY, Unit.EUROS, (), (), BoardRow("", "Totaal", "", Figure(), ()))


class BoardModel(QAbstractTableModel):
    """Shows a :class:`Board`; the same board again changes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.board = _EMPTY
        self.lines: tuple[tuple[RowKind, BoardRow], ...] = ()

    def take(self, board: Board) -> None:
        """Show ``board``. Cells that stay in place keep the focus."""
        if board == self.board:
            return
        alike = self._form(board) == self._form(self.board)
        if not alike:
            self.beginResetModel()
        self.board, self.lines = board, self._lines(board)
        if alike:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        else:
            self.endResetModel()

    def _form(self, board: Board) -> object:
        keys = tuple((column.key, bool(column.obstacles)) for column in board.columns)
        return keys, tuple((row.partner, row.name) for row in board.rows), board.has_differences

    def _lines(self, board: Board) -> tuple[tuple[RowKind, BoardRow], ...]:
        rows = tuple((RowKind.PARTNER, row) for row in board.rows)
        total = ((RowKind.TOTAL, board.total),)
        bars = ((RowKind.BARS, board.total),) if board.has_differences else ()
        return (*total, *rows, *bars) if len(rows) > FEW_PARTNERS else (*rows, *total, *bars)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Partners, the total, the bars."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Nu, and two per key."""
        return 0 if parent.isValid() or not self.lines else 1 + 2 * len(self.board.columns)

    def kind(self, row: int) -> RowKind:
        """What the row holds."""
        return self.lines[row][0]

    def key_place(self, column: int) -> int | None:
        """Which key a column belongs to; None for "nu"."""
        return None if column == NOW else (column - 1) // 2

    def key(self, column: int) -> KeyColumn | None:
        """The key of a column."""
        place = self.key_place(column)
        return None if place is None else self.board.columns[place]

    def is_difference(self, column: int) -> bool:
        """Whether it is the second column of its key."""
        return column != NOW and column % 2 == 0

    def figure(self, index: Index) -> Figure | None:
        """The figure in a cell; None where a key has obstacles, and in the row of the bars."""
        kind, row = self.lines[index.row()]
        place = self.key_place(index.column())
        if kind is RowKind.BARS:
            return None
        if place is None:
            return row.now
        pair = row.pairs[place]
        return None if pair is None else pair[1 if self.is_difference(index.column()) else 0]

    def differences(self, place: int) -> tuple[Difference, ...]:
        """The differences of one key, for its bars."""
        found = []
        for row in self.board.rows:
            pair = row.pairs[place]
            # The second figure of a pair is money unless the board shows something else there.
            amount = pair[1].value if pair is not None and self.board.has_differences else None
            found.append(Difference(row.letters, row.name, amount))  # type: ignore[arg-type]
        return tuple(found)

    def longest(self) -> Any:
        """The largest difference of all keys: one scale for all bars."""
        every = [longest_of(self.differences(place)) for place in range(len(self.board.columns))]
        return max(every, default=0)

    def obstacle_text(self, column: int) -> str:
        """What stands in the way of the key of a column, in sentences."""
        key = self.key(column)
        return "\n".join(key.obstacles) if key is not None else ""

    def text(self, index: Index) -> str:
        """What the cell shows."""
        figure = self.figure(index)
        if figure is None:
            return self.obstacle_text(index.column())
        return f"{figure.sign} {figure.text}".strip()

    def spoken(self, index: Index) -> str:
        """The cell in words, with its row and column."""
        kind, row = self.lines[index.row()]
        key = self.key(index.column())
        if key is not None and key.obstacles:
            return f"{key.name}: {' '.join(key.obstacles)}"
        if kind is RowKind.BARS:
            place = self.key_place(index.column())
            if place is None or key is None:
                return _BARS_TITLE
            return differences_alt(key.name, self.differences(place))
        figure = self.figure(index)
        assert figure is not None
        lead = f"{row.name}, {self.head(index.column())}"
        said = {"V": "voordeel ", "N": "nadeel "}.get(figure.sign, "") + figure.text
        return f"{lead}: {'nog niet bekend' if figure.value is None else said}"

    def head(self, column: int) -> str:
        """A column in full: ``Gelijke delen, bijdrage``."""
        key = self.key(column)
        if key is None:
            return "nu"
        return f"{key.name}, {self.board.heads[1 if self.is_difference(column) else 0]}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text to show and text to say."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self.spoken(index))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Names of partners and columns."""
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if not shown and role != Qt.ItemDataRole.ToolTipRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            kind, row = self.lines[section]
            words = _BARS_TITLE if kind is RowKind.BARS else row.name
        else:
            words = self.head(section)
        return words if shown else tooltip(words)
