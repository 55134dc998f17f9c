"""The board on screen: all keys side by side; the partners stay in sight while the keys scroll."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView

from wizards.forms.sheet import sheet_text
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.steps.kosten_parts.compare_board import Board, board_sheet
from wizards.steps.kosten_parts.compare_heads import Corner, KeyHeader, PartnerHeader
from wizards.steps.kosten_parts.compare_model import FEW_PARTNERS, NOW, BoardModel, RowKind
from wizards.steps.kosten_parts.compare_paint import BoardPainter, pad_of, tag_side
from wizards.widgets.read_table import copied_cell

__all__ = ["BoardTable"]

_IN_SIGHT = 14
"""With more partners than fit, so many rows are in sight at a time."""
_WIDEST_NAMES = 0.34
"""The part of the width that names may take."""


class BoardTable(QTableView):
    """Arrows move through the figures; Enter on a key that cannot be worked out opens that key; copying works."""

    def __init__(self, look: Look, open_key: Callable[[str], None]) -> None:
        super().__init__()
        self._look, self._open_key = look, open_key
        self.board_model = BoardModel()
        self.setModel(self.board_model)
        self.painter_of_cells = BoardPainter(look, self.board_model)
        self.setItemDelegate(self.painter_of_cells)
        self._heads = KeyHeader(look, self.board_model)
        self._names = PartnerHeader(look, self.board_model)
        self.setHorizontalHeader(self._heads)
        self.setVerticalHeader(self._names)
        self._corner = Corner(look, self)
        self._fitted = -1
        self.setAccessibleName("Verdeelsleutels naast elkaar")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        # The card around it has the border.
        self.setStyleSheet("QTableView { border: 0; border-radius: 0; }")
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for header in (self._heads, self._names):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self._open_at)
        look.changed.connect(self.fit)

    @property
    def board(self) -> Board:
        """What is shown."""
        return self.board_model.board

    def take(self, board: Board) -> None:
        """Show ``board``."""
        if board != self.board:
            self.board_model.take(board)
            self.fit()
            self.viewport().update()

    # --- sizes

    def fit(self) -> None:
        """Make rows and columns as large as their words need, and share what is left of the width."""
        look, model = self._look, self.board_model
        if not model.lines:
            return
        self._fitted = self.width()
        self._share_width(self._names.wanted_width(max(round(self.width() * _WIDEST_NAMES), look.glyph(130))))
        tall = max(look.control_height + 2, self._names.tallest() + look.space(8))
        heights = {RowKind.PARTNER: tall, RowKind.TOTAL: look.control_height + 2, RowKind.BARS: self._bars_height()}
        for number, (kind, _) in enumerate(model.lines):
            height = heights[kind]
            if self.rowHeight(number) != height:
                self.setRowHeight(number, height)
        self._span()
        self._leave_room_for_obstacles()
        self._heads.setFixedHeight(self._heads.sizeHint().height())
        self.updateGeometries()
        self.updateGeometry()

    def _bars_height(self) -> int:
        return max(self.painter_of_cells.bars_height(), self._names.bars_height())

    def _share_width(self, names: int) -> None:
        look, model = self._look, self.board_model
        board, pad = model.board, 2 * pad_of(look)
        bold, plain = look.metrics(TypeRole.BODY_BOLD), look.metrics(TypeRole.CAPTION_BOLD)
        lines = (*board.rows, board.total)
        pairs = [pair for line in lines for pair in line.pairs if pair is not None]
        now = max((bold.horizontalAdvance(line.now.text) for line in lines), default=0.0)
        first = max((bold.horizontalAdvance(a.text) for a, _ in pairs), default=0.0)
        second = max((bold.horizontalAdvance(b.text) for _, b in pairs), default=0.0)
        tag = tag_side(look) + look.space(6) if board.has_differences else 0
        heads = [plain.horizontalAdvance(word) for word in board.heads]
        widths = {
            NOW: max(now, plain.horizontalAdvance("Nu")) + pad,
            1: max(first + pad, heads[0] + pad),
            2: max(second + pad_of(look) + look.space(5) + tag, heads[1] + pad),
        }
        count = len(board.columns)
        least = look.glyph(168) - widths[1] - widths[2]
        if least > 0:
            widths[1] += least / 2
            widths[2] += least / 2
        room = self.width() - 2 * self.frameWidth() - names - self._bar_width()
        more = max(room - widths[NOW] - count * (widths[1] + widths[2]), 0)
        each = min(more / (2 * count), look.glyph(60)) if count else 0
        for number in range(model.columnCount()):
            kind = NOW if number == NOW else 2 if model.is_difference(number) else 1
            extra = 0 if kind == NOW else each
            self.setColumnWidth(number, int(widths[kind] + extra))
        # What is left over goes to the names, so that the table ends where its card ends.
        wide = names + max(room - self._heads.length(), 0)
        if self._names.width() != wide or self._names.minimumWidth() != wide:
            self._names.setFixedWidth(wide)

    def _bar_width(self) -> int:
        if len(self.board.rows) <= FEW_PARTNERS:
            return 0
        return self.verticalScrollBar().sizeHint().width()

    def _span(self) -> None:
        """A key with obstacles fills its columns from top to bottom; bars fill both columns of their key."""
        self.clearSpans()
        model = self.board_model
        rows = model.rowCount()
        for place, key in enumerate(model.board.columns):
            column = 1 + 2 * place
            if key.obstacles:
                self.setSpan(0, column, rows, 2)
            elif rows and model.kind(rows - 1) is RowKind.BARS:
                self.setSpan(rows - 1, column, 1, 2)

    def _leave_room_for_obstacles(self) -> None:
        model = self.board_model
        last = model.rowCount() - 1
        needed = 0
        for place, key in enumerate(model.board.columns):
            if key.obstacles:
                column = 1 + 2 * place
                width = self.columnWidth(column) + self.columnWidth(column + 1)
                needed = max(needed, self.painter_of_cells.obstacle_height(column, width))
        short = needed - self._names.length()
        if short > 0:
            self.setRowHeight(last, self.rowHeight(last) + short)

    def _place_corner(self) -> None:
        side = self.frameWidth()
        self._corner.setGeometry(side, side, self._names.width(), self._heads.height())
        self._corner.raise_()

    def _scrolls_sideways(self) -> bool:
        return self._heads.length() + self._names.width() + self._bar_width() > self.width()

    def resizeEvent(self, event: object) -> None:
        """Share the width again."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        # To fit may move the viewport, which comes back here: only another width of the table itself asks for more.
        if self.width() != self._fitted:
            self.fit()

    def updateGeometries(self) -> None:
        """The corner follows the headers."""
        super().updateGeometries()
        self._place_corner()

    def sizeHint(self) -> QSize:
        """All rows for a few partners; for many a part, with the heads in sight."""
        rows = self._names.length()
        if len(self.board.rows) > FEW_PARTNERS:
            rows = min(rows, _IN_SIGHT * self.rowHeight(1))
        bar = self.horizontalScrollBar().sizeHint().height() if self._scrolls_sideways() else 0
        return QSize(400, rows + self._heads.height() + bar + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """As high as the hint."""
        return QSize(240, self.sizeHint().height())

    # --- what people do

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Sideways scrolls the table; up and down the page, unless the table has rows out of sight."""
        sideways = abs(event.angleDelta().x()) > abs(event.angleDelta().y())
        if sideways or self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: object) -> None:
        """Something is always current."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        if not self.currentIndex().isValid() and self.board_model.lines:
            self.setCurrentIndex(self.board_model.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, open a key, or move."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_at(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open_at(self, index: QModelIndex) -> None:
        key = self.board_model.key(index.column()) if index.isValid() else None
        if key is not None and key.obstacles:
            self._open_key(key.key)

    def copied(self) -> str:
        """The chosen cells, or the whole table where one or none is chosen, as a spreadsheet takes it."""
        chosen = [i for i in self.selectedIndexes() if self.board_model.kind(i.row()) is not RowKind.BARS]
        if len(chosen) <= 1:
            return self._copied(None, None)
        return self._copied({i.row() for i in chosen}, {i.column() for i in chosen})

    def copied_whole(self) -> str:
        """The whole table as a spreadsheet takes it."""
        return self._copied(None, None)

    def _copied(self, rows: set[int] | None, columns: set[int] | None) -> str:
        sheet = board_sheet(self.board)
        # On the board the total may stand first, on the sheet it always stands last.
        order = [kind for kind, _ in self.board_model.lines if kind is not RowKind.BARS]
        shift = 1 if order and order[0] is RowKind.TOTAL else 0
        last = len(sheet.rows) - 1
        at = range(last + 1) if rows is None else sorted((row - shift) % (last + 1) for row in rows)
        places = range(len(sheet.heads)) if columns is None else sorted(columns)
        head = (sheet.corner, *(copied_cell(sheet.heads[c]) for c in places))
        lines = ((copied_cell(sheet.rows[r][0]), *(sheet.copied(r, c) for c in places)) for r in at)
        return sheet_text((head, *lines)).removesuffix("\n")
