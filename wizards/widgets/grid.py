"""An editable table, such as hours per partner: typed cells, copy and paste from a spreadsheet, totals below."""

from typing import Any

from PySide6.QtCore import QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from models.dossier.edit import Path, path_key
from wizards.context import Context
from wizards.forms.grid import (
    PICKED,
    GridSpec,
    cell_advice,
    cell_choices,
)
from wizards.forms.spec import Kind
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import column
from wizards.widgets.grid_model import GridIndex, GridModel
from wizards.widgets.inputs import Combo, Line
from wizards.widgets.text import Heading, Label

__all__ = ["GridWidget"]


_TYPING = QAbstractItemView.State.EditingState


class _CellDelegate(QStyledItemDelegate):
    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._before, self._here = context.editor.dossier, QPersistentModelIndex()
        self.closeEditor.connect(self._closed)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: GridIndex) -> QWidget:  # noqa: ARG002
        model = index.model()
        assert isinstance(model, GridModel)
        field, editor = model.columns[index.column()], self._context.editor
        name = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
        control: Combo | Line
        if field.kind in PICKED:
            control = Combo(self._context.look)
            choices = cell_choices(field, editor.dossier, editor.knowledge)
            control.offer(tuple((option.label, option.label) for option in choices))
            control.edited.connect(lambda *_: self.commitData.emit(control))
        else:
            control = Line(self._context.look)
            control.setFrame(False)
            # Kept at each key, as in every other field: whoever closes the window now loses nothing.
            here = QPersistentModelIndex(index)
            self._before, self._here = self._context.editor.dossier, here
            control.edited.connect(lambda text: model.type_in(here, text))
        control.setParent(parent)
        control.setAccessibleName(name)
        return control

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: GridIndex) -> None:  # noqa: ARG002
        """Whoever types has the whole cell, not only what its padding leaves."""
        editor.setGeometry(option.rect)

    def setEditorData(self, editor: QWidget, index: GridIndex) -> None:
        if isinstance(editor, Combo):
            editor.show_value(str(index.data() or ""))
        elif isinstance(editor, Line):
            model = index.model()
            assert isinstance(model, GridModel)
            if not (editor.isModified() and model.stands_for(index, editor.text())):
                editor.show_value(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: Any, index: GridIndex) -> None:
        text = str(editor.currentData() or "") if isinstance(editor, Combo) else editor.text()  # type: ignore[attr-defined]
        model.setData(index, text)

    def _closed(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        if not isinstance(editor, Line):
            return
        model = self._here.model()
        if hint is QStyledItemDelegate.EndEditHint.RevertModelCache and isinstance(model, GridModel):  # Escape
            model.put_back(self._here, self._before)
        self._context.editor.end_merge()


class _Table(QTableView):
    def __init__(self, context: Context, model: GridModel, most: int) -> None:
        super().__init__()
        self._context, self._most = context, most
        self.fills_width = False
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(context))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().setHighlightSections(False)
        # Long names often differ at their end only.
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        context.look.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Make rows and columns as large as their texts need."""
        look, model = self._context.look, self.model()
        # Figures keep their distance from the line between columns, and stand under their heads.
        padding = f"QTableView::item {{ padding: 0 {look.space(6)}px; }}"
        if padding != self.styleSheet():
            self.setStyleSheet(padding)
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setFont(look.font(TypeRole.BODY))
            header.viewport().setFont(header.font())  # it paints with its own, which does not follow by itself
        self.verticalHeader().setDefaultSectionSize(look.control_height + 2)
        metrics = look.metrics()
        for place in range(model.columnCount()):
            head = str(model.headerData(place, Qt.Orientation.Horizontal))
            texts = [str(model.index(r, place).data() or "") for r in range(min(model.rowCount(), 60))]
            words = place < len(self._grid.columns) and self._grid.columns[place].kind is Kind.LINE
            widest = max(metrics.horizontalAdvance(t) for t in (head, *texts, "000.000" * (3 if words else 1)))
            self.setColumnWidth(place, round(min(widest, look.glyph(360))) + look.space(28))
        last = self._grid.columns[-1] if self._grid.columns and not self._grid.derived else None
        self.fills_width = last is not None and last.kind is Kind.LINE
        self.horizontalHeader().setStretchLastSection(self.fills_width)
        labels = [str(model.headerData(r, Qt.Orientation.Vertical)) for r in range(model.rowCount())]
        widest = max((metrics.horizontalAdvance(t) for t in labels), default=60.0)
        self.verticalHeader().setFixedWidth(round(min(widest, look.glyph(260))) + look.space(26))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All rows, up to a number of them."""
        count = min(self.model().rowCount(), self._most)
        head = self.horizontalHeader().sizeHint().height()
        wide = self.horizontalHeader().length() + self.verticalHeader().width() + 2 * self.frameWidth()
        slider = self.verticalScrollBar().sizeHint().width() if self.model().rowCount() > count else 0
        bar = 16 if wide + slider > self.width() and not self.fills_width else 0
        wide = 320 if self.fills_width else wide + slider
        return QSize(wide, head + count * self.verticalHeader().defaultSectionSize() + bar + 4)

    def minimumSizeHint(self) -> QSize:
        """The same height: the page scrolls."""
        return QSize(160, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Whether there is a bar to scroll sideways, and so the height, follows from the width."""
        super().resizeEvent(event)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, paste and clear; Enter goes a row down."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() is not _TYPING:
            self._go_down()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._grid.write(tuple((i.row(), i.column(), "") for i in self.selectedIndexes()))
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        """Enter while typing goes a row down too, as in a spreadsheet."""
        super().closeEditor(editor, hint)
        if hint is QStyledItemDelegate.EndEditHint.SubmitModelCache:
            self._go_down()

    def _go_down(self) -> None:
        here = self.currentIndex()
        if here.isValid() and here.row() + 1 < len(self._grid.rows):
            self.setCurrentIndex(self.model().index(here.row() + 1, here.column()))

    @property
    def _grid(self) -> GridModel:
        model = self.model()
        assert isinstance(model, GridModel)
        return model

    def copied(self) -> str:
        """The chosen cells, as a spreadsheet takes them."""
        chosen = self.selectedIndexes()
        rows, places = sorted({i.row() for i in chosen}), sorted({i.column() for i in chosen})
        model = self._grid
        return "\n".join("\t".join(model.copied(model.index(r, c)) for c in places) for r in rows)

    def paste(self, text: str) -> None:
        """Put the cells of a spreadsheet in, from the current cell on."""
        start = self.currentIndex()
        if not start.isValid():
            return
        lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
        cells = (
            (start.row() + r, start.column() + c, cell)
            for r, line in enumerate(lines)
            for c, cell in enumerate(line.split("\t"))
        )
        self._grid.write(tuple(cells))


class GridWidget(QWidget):
    """The table with its title, its explanation and what an unreadable cell should hold."""

    def __init__(self, context: Context, spec: GridSpec, *, most: int = 42) -> None:
        super().__init__()
        self._context, self.spec = context, spec
        look = context.look
        layout = self._layout = column(look.space(8))
        self.setLayout(layout)
        layout.addWidget(Heading(look, spec.title, 3))
        if spec.why:
            layout.addWidget(Label(look, spec.why, colour="ink2"))
        self.model = GridModel(context, spec)
        self.table = _Table(context, self.model, most)
        self.table.setAccessibleName(spec.title)
        self.table.setAccessibleDescription(
            "Typ in een cel. Pijltjes gaan naar een andere cel. U kunt cellen uit een rekenblad plakken."
        )
        layout.addWidget(self.table)
        row = spec.row_title.lower()
        begin = spec.empty or f"Hier komt een rij per {row}. Vul eerst een {row} in."
        self._empty = Label(look, begin, colour="ink2")
        layout.addWidget(self._empty)
        self._message = Label(look, colour="danger")
        layout.addWidget(self._message)
        self.setFocusProxy(self.table)
        self.refresh()

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        shape = (self.model.rows, self.model.columns, len(self.model.derived))
        self.model.refresh()
        follows = self.spec.hint is not None or bool(self.model.derived)
        if follows or shape != (self.model.rows, self.model.columns, len(self.model.derived)):
            self.table.fit()
        side = Qt.AlignmentFlag(0) if self.table.fills_width else Qt.AlignmentFlag.AlignLeft
        self._layout.setAlignment(self.table, side)
        filled = bool(self.model.rows and self.model.columns)
        self.table.setVisible(filled)
        self._empty.setVisible(not filled)
        self._complain()

    def reveal(self, path: Path) -> bool:
        """Put the focus on the cell at ``path``; whether it is in this table."""
        for row, entry in enumerate(self.model.rows):
            for place, field in enumerate(self.model.columns):
                if self.spec.path(entry.key, field) == path:
                    self.table.setCurrentIndex(self.model.index(row, place))
                    self.table.setFocus(Qt.FocusReason.OtherFocusReason)
                    return True
        return False

    def _complain(self) -> None:
        editor, wrong = self._context.editor, []
        for entry in self.model.rows:
            for field in self.model.columns:
                draft = editor.dossier.drafts.get(path_key(self.spec.path(entry.key, field)))
                if draft is not None:
                    advice = cell_advice(field, draft, editor.dossier, editor.knowledge)
                    wrong.append(f"{entry.label}, {field.label}: {advice}")
        self._message.setText("\n".join(wrong))
        self._message.setVisible(bool(wrong))
