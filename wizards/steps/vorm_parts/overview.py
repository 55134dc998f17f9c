"""Overzicht: all statements and partners in one table that can be filled in from the keyboard."""

from time import monotonic

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from models.dossier.edit import Path
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.steps.vorm_parts.answers import Tokens, put_answer, put_importance
from wizards.steps.vorm_parts.overview_model import CellKind, Index, OverviewModel
from wizards.steps.vorm_parts.overview_paint import CellPainter, PartnerHeader
from wizards.steps.vorm_parts.pasting import pasted, with_values
from wizards.widgets.answer_pills import AnswerPills
from wizards.widgets.boxes import Card, FlowLayout, column, row
from wizards.widgets.clipboard import copy_model
from wizards.widgets.inputs import ImportanceInput
from wizards.widgets.scale import answer_of_key
from wizards.widgets.signs import PartnerToken
from wizards.widgets.text import Label

__all__ = ["OverviewTable", "OverviewView"]

_TEN_WITHIN = 1.0
"""Seconds within which a 1 and a 0 make a 10."""


class OverviewTable(QTableView):
    """Arrows move; 1–5, W, N, L and Delete answer; 0–10 in the column of the importance."""

    def __init__(self, context: Context, model: OverviewModel) -> None:
        super().__init__()
        self._context, self._table = context, model
        self._one: tuple[Path, float] | None = None
        look = context.look
        self.setModel(model)
        self._painter = CellPainter(look, model)
        self.setItemDelegate(self._painter)
        self.setHorizontalHeader(PartnerHeader(look, model))
        self.setAccessibleName("Overzicht van alle stellingen")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        rows = self.verticalHeader()
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.modelReset.connect(self._dress)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        look = self._context.look
        self.setFont(look.font())
        self.verticalHeader().setFont(look.font())
        self.verticalHeader().setDefaultSectionSize(look.control_height)
        self._share_width()
        self.updateGeometry()

    def _share_width(self) -> None:
        """Columns take what they need; what is left goes to all of them."""
        look, columns = self._context.look, self._table.columns
        answer = max(look.glyph(48), round(look.metrics(TypeRole.CAPTION).horizontalAdvance("weet niet")) + 8)
        head = round(look.metrics(TypeRole.CAPTION_BOLD).horizontalAdvance("Verschil")) + look.space(14)
        least = {CellKind.WEIGHT: look.glyph(96), CellKind.SPREAD: head}
        widths = [least.get(column.kind, answer) for column in columns]
        room = self.viewport().width() - sum(widths)
        more = min(max(room // len(widths), 0), look.glyph(60))
        for number, width in enumerate(widths):
            self.setColumnWidth(number, width + more)

    def resizeEvent(self, event: object) -> None:
        """Share the width again."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._share_width()

    def sizeHint(self) -> QSize:
        """All rows: the page scrolls, not the table."""
        rows = self.verticalHeader().defaultSectionSize() * self._table.rowCount()
        bar = self.horizontalScrollBar().sizeHint().height() if self.horizontalScrollBar().maximum() else 0
        return QSize(400, rows + self.horizontalHeader().sizeHint().height() + bar + 4)

    def minimumSizeHint(self) -> QSize:
        """As high as the hint."""
        return QSize(240, self.sizeHint().height())

    def updateGeometries(self) -> None:
        """A bar that comes or goes changes the height."""
        super().updateGeometries()
        self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Up and down scrolls the page, sideways the table."""
        if abs(event.angleDelta().x()) > abs(event.angleDelta().y()):
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: object) -> None:
        """Something is always current."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._table.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fill in from the keyboard; Copy takes the whole table, Paste fills in from the current cell on."""
        if event.matches(QKeySequence.StandardKey.Copy):
            copy_model(self._table)
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
            return
        index = self.currentIndex()
        path = self._table.path(index) if index.isValid() else None
        if path is not None and self._filled_in(index, path, event):
            event.accept()
        elif event.key() in _MOVES or event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paste(self, text: str) -> None:
        """Fill in what a spreadsheet holds, from the current cell on, as one edit; the rest stays."""
        at = self.currentIndex()
        found = pasted(self._table, at, text) if at.isValid() else {}
        if found:
            self._context.editor.apply(lambda dossier: with_values(dossier, found))

    def _filled_in(self, index: Index, path: Path, event: QKeyEvent) -> bool:
        if self._table.column(index).kind is CellKind.WEIGHT:
            return self._weighed(path, event)
        answer = answer_of_key(event)
        if answer is None:
            return False
        put_answer(self._context, path, answer[0])
        return True

    def _weighed(self, path: Path, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            put_importance(self._context, path, None)
            return True
        text = event.text()
        if len(text) != 1 or text not in "0123456789":
            return False
        value = int(text)
        if value == 0 and self._one is not None and self._one[0] == path and monotonic() - self._one[1] < _TEN_WITHIN:
            value = 10
        self._one = (path, monotonic()) if value == 1 else None
        put_importance(self._context, path, value)
        return True


_MOVES = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)


class OverviewView(QWidget):
    """The legend, the table, and below it the cell that is current, to fill in with the mouse."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        look = context.look
        body = column(look.space(12))
        self._legend = FlowLayout(look.space(16))
        self._legend_of: tuple[tuple[str, str], ...] = ()
        self._legend_parts: list[QWidget] = []
        body.addLayout(self._legend)
        card = Card(look, padding=2, spacing=0)
        self.model = OverviewModel(context)
        self.table = OverviewTable(context, self.model)
        card.body.addWidget(self.table)
        body.addWidget(card)
        body.addWidget(self._make_cell())
        body.addWidget(
            Label(
                look,
                "Met de pijltjes gaat u door de tabel. Typ 1 tot 5, W (weet ik niet), "
                "N (niet van toepassing), L (later invullen) of Delete. "
                "Typ bij belang 0 tot 10. Het aantal partners telt het programma zelf.",
                TypeRole.CAPTION,
                "ink2",
            )
        )
        self.setLayout(body)
        selection = self.table.selectionModel()
        selection.currentChanged.connect(lambda *_: self._show_cell())
        self.model.modelReset.connect(self._show_cell)
        self.refresh()

    def _make_cell(self) -> Card:
        look = self._context.look
        card = Card(look, padding=14, spacing=8)
        self.cell_name = Label(look, "", TypeRole.BODY_BOLD)
        self.pills = AnswerPills(look, "Antwoord in deze cel")
        self.pills.answered.connect(self._answer)
        self.weight = ImportanceInput(look, "Belang in deze cel")
        self.weight.edited.connect(self._weigh)
        self.note = Label(look, "", colour="ink2")
        for widget in (self.cell_name, self.pills, self.weight, self.note):
            card.body.addWidget(widget)
        return card

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        self.model.refresh()
        tokens = Tokens(self._context.editor.dossier)
        if tokens.partners != self._legend_of:
            self._legend_of = tokens.partners
            self._fill_legend(tokens)
        self._show_cell()

    def _fill_legend(self, tokens: Tokens) -> None:
        look = self._context.look
        for old in self._legend_parts:
            self._legend.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._legend_parts = []
        for (_, name), letters in zip(tokens.partners, tokens.letters, strict=True):
            one = QWidget(self)
            line = row(look.space(6))
            line.addWidget(PartnerToken(look, letters, name))
            line.addWidget(Label(look, name[:60], colour="ink2", wrap=False))
            one.setLayout(line)
            self._legend.addWidget(one)
            self._legend_parts.append(one)
            one.show()

    def _current(self) -> QModelIndex:
        index = self.table.currentIndex()
        return index if index.isValid() else self.model.index(0, 0)

    def _show_cell(self) -> None:
        index = self._current()
        if not index.isValid():
            return
        kind, path = self.model.column(index).kind, self.model.path(index)
        self.cell_name.setText(f"{self.model.criterion(index).statement} ({self.model.column(index).name})")
        weigh, answer = kind is CellKind.WEIGHT, path is not None and kind is not CellKind.WEIGHT
        self.pills.setVisible(answer)
        self.weight.setVisible(weigh)
        self.note.setVisible(path is None)
        if weigh:
            self.weight.show_value(int(self.model.text(index)))
        elif answer:
            self.pills.rename(self.cell_name.text())
            self.pills.show_value(self.model.answer(index))
        else:
            self.note.setText(f"{self.model.spoken(index)}. Hier vult u niets in.")

    def _answer(self, answer: object) -> None:
        path = self.model.path(self._current())
        if path is not None:
            put_answer(self._context, path, answer)  # type: ignore[arg-type]

    def _weigh(self, value: int) -> None:
        path = self.model.path(self._current())
        if path is not None:
            put_importance(self._context, path, value)

    def reveal(self, path: Path) -> bool:
        """Put the focus on the cell of ``path``; whether the table has it."""
        for y in range(self.model.rowCount()):
            for x in range(self.model.columnCount()):
                index = self.model.index(y, x)
                if self.model.path(index) == path:
                    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
                    self.table.selectionModel().setCurrentIndex(index, flag)
                    self.table.setFocus(Qt.FocusReason.OtherFocusReason)
                    return True
        return False
