"""An editable table, such as hours per partner: typed cells, copy and paste from a spreadsheet, totals below."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from models.dossier import Dossier
from models.dossier.base import NoAnswer
from models.dossier.edit import InvalidValueError, Path, path_key, value_at
from wizards.context import Context
from wizards.forms.grid import (
    NUMERIC,
    PICKED,
    Derived,
    GridRow,
    GridSpec,
    cell_advice,
    cell_choices,
    grid_rows,
    read_cell,
    with_cell,
)
from wizards.forms.spec import Field, Kind
from wizards.forms.values import Unreadable, shown, spoken
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import column
from wizards.widgets.inputs import Combo, Line, clean
from wizards.widgets.text import Heading, Label

__all__ = ["GridRow", "GridSpec", "GridWidget", "grid_rows", "with_cell"]

_Index = QModelIndex | QPersistentModelIndex
_MOST_NEW = 500
"""How many rows one paste can add."""


class GridModel(QAbstractTableModel):
    """The cells, as they stand in the dossier."""

    def __init__(self, context: Context, spec: GridSpec) -> None:
        super().__init__()
        self._context, self._spec = context, spec
        self.rows: tuple[GridRow, ...] = ()
        self.columns: tuple[Field, ...] = ()
        self.derived: tuple[Derived, ...] = ()
        self._totals: tuple[str, ...] = ()
        self._read: dict[tuple[int, int], tuple[Any, str | None, str]] = {}
        self._read_from: Dossier | None = None
        self.refresh()

    def refresh(self) -> None:
        """Read the dossier again."""
        editor, spec = self._context.editor, self._spec
        self._read = {}
        rows = spec.rows(editor.dossier, editor.knowledge)
        columns = spec.columns(editor.dossier, editor.knowledge)
        derived, before = spec.derived(editor.dossier, editor.knowledge), self.derived
        self._totals = spec.totals(editor.dossier, editor.knowledge) if spec.totals is not None and rows else ()
        same = [d.label for d in derived] == [d.label for d in before]
        if same:
            self.derived = derived
        if same and self._same_cells(rows, columns):  # another label only: a cell that is being typed in stays open
            self.rows = rows
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, max(self.rowCount() - 1, 0))
            self._tell_cells()
        elif not same or rows != self.rows or columns != self.columns:
            self.beginResetModel()
            self.rows, self.columns, self.derived = rows, columns, derived
            self.endResetModel()
        else:
            self._tell_cells()

    def _same_cells(self, rows: tuple[GridRow, ...], columns: tuple[Field, ...]) -> bool:
        keys, old = [row.key for row in rows], [row.key for row in self.rows]
        return rows != self.rows and columns == self.columns and keys == old

    def _tell_cells(self) -> None:
        if self.rows and self.columns:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def path(self, index: _Index) -> Path:
        """The path of a cell."""
        return self._spec.path(self.rows[index.row()].key, self.columns[index.column()])

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Rows, and one for the totals."""
        return 0 if parent.isValid() else len(self.rows) + bool(self._totals)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Columns to fill in, and columns to read."""
        return 0 if parent.isValid() else len(self.columns) + len(self.derived)

    def is_total(self, index: _Index) -> bool:
        """Whether a cell is in the row of totals."""
        return index.row() >= len(self.rows)

    def is_read(self, index: _Index) -> bool:
        """Whether a cell is only read: a total, or what follows from its row."""
        return self.is_total(index) or index.column() >= len(self.columns)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Cells can be edited, totals and what follows from a row only read."""
        flags = super().flags(index)
        if self.is_read(index) or self._context.editor.read_only:
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Labels of rows and columns."""
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Vertical:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = section >= len(self.columns) or self.columns[section].kind in NUMERIC
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal and section >= len(self.columns):
            return self.derived[section - len(self.columns)].label
        if orientation == Qt.Orientation.Horizontal:
            field = self.columns[section]
            return f"{field.label} ({field.unit})" if field.unit else field.label
        return self.rows[section].label if section < len(self.rows) else self._spec.total_label

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, alignment, fonts and names of a cell."""
        if not index.isValid():
            return None
        if index.column() >= len(self.columns):
            return self._derived(index, role)
        look, field = self._context.look, self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if field.kind in NUMERIC else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.FontRole:
            return look.font(TypeRole.BODY_BOLD if self.is_total(index) else TypeRole.BODY)
        if self.is_total(index):
            return self._totals[index.column()] if role == Qt.ItemDataRole.DisplayRole else None
        return self._cell(index, field, role)

    def _derived(self, index: _Index, role: int) -> Any:
        editor, look = self._context.editor, self._context.look
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.FontRole:
            return look.font(TypeRole.BODY_BOLD)
        if self.is_total(index) or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        column = self.derived[index.column() - len(self.columns)]
        said = column.text(editor.dossier, editor.knowledge, self.rows[index.row()].key)
        spoken_too = role == Qt.ItemDataRole.AccessibleTextRole
        return f"{self.rows[index.row()].label}, {column.label}: {said or 'nog niets'}" if spoken_too else said

    def _held(self, index: _Index) -> tuple[Any, str | None, str]:
        """Value, draft and hint of a cell; read once for each dossier, for Qt asks many times."""
        editor, place = self._context.editor, (index.row(), index.column())
        if self._read_from is not editor.dossier:
            self._read, self._read_from = {}, editor.dossier
        if place not in self._read:
            path = self.path(index)
            draft, value = editor.dossier.drafts.get(path_key(path)), value_at(editor.dossier, path)
            empty = draft is None and (value is None or value == "")
            hint, row, field = self._spec.hint, self.rows[index.row()], self.columns[index.column()]
            said = hint(editor.dossier, editor.knowledge, row.key, field) if hint is not None and empty else ""
            self._read[place] = (value, draft, said)
        return self._read[place]

    def hint(self, index: _Index) -> str:
        """What the program counts with while a cell is empty; nothing where it is filled in."""
        return self._held(index)[2]

    def copied(self, index: _Index) -> str:
        """A cell for the clipboard: what is typed or worked out, not what is only hinted at."""
        hinted = not self.is_read(index) and self.hint(index)
        return "" if hinted else str(self.data(index) or "")

    def _cell(self, index: _Index, field: Field, role: int) -> Any:
        value, draft, hint = self._held(index)
        if role == Qt.ItemDataRole.EditRole:
            return draft if draft is not None else shown(field.kind, value)
        if role == Qt.ItemDataRole.DisplayRole:
            if draft is not None:
                return f"{draft}  (past niet)"
            return hint if value is None or value == "" else self._words(field, value)
        if role == Qt.ItemDataRole.ForegroundRole:
            quiet = isinstance(value, NoAnswer) or value is None
            return self._context.look.colour("danger" if draft is not None else "ink2" if quiet else "ink")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = f"niet ingevuld, gerekend met {hint}" if hint else self.data(index) or "niet ingevuld"
            return f"{self.rows[index.row()].label}, {field.label}: {said}"
        return None

    def _words(self, field: Field, value: Any) -> str:
        editor = self._context.editor
        if isinstance(value, NoAnswer) or field.kind in (Kind.CHOICE, Kind.YES_NO, Kind.TOGGLE):
            return spoken(field, value, editor.dossier, editor.knowledge)
        return shown(field.kind, value)

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed in a cell."""
        if role != Qt.ItemDataRole.EditRole or self.is_read(index) or str(value) == self.data(index, role):
            return False
        self.write(((index.row(), index.column(), str(value)),))
        return True

    def type_in(self, index: _Index, text: str) -> None:
        """Take what stands in a cell while somebody types there, all of it one step of undo."""
        if not index.isValid() or self.is_read(index) or self.stands_for(index, text):
            return
        editor, field, path = self._context.editor, self.columns[index.column()], self.path(index)
        try:
            value = read_cell(field, text, editor.dossier, editor.knowledge)
            if value is None:
                self.write(((index.row(), index.column(), text),))
            else:
                editor.put(path, value, merge=True)
        except (Unreadable, InvalidValueError):
            editor.put_draft(path, text)

    def put_back(self, index: _Index, before: Dossier) -> None:
        """Let a cell hold what it held in ``before``."""
        if not index.isValid():
            return
        editor, path = self._context.editor, self.path(index)
        draft, value = before.drafts.get(path_key(path)), value_at(before, path)
        if draft is not None or value is None:
            self.type_in(index, draft or "")
        else:
            editor.put(path, value, merge=True)

    def stands_for(self, index: _Index, text: str) -> bool:
        """Whether ``text`` says what the cell holds already, such as "1.2" for 1,2 that is being typed."""
        editor, field = self._context.editor, self.columns[index.column()]
        return with_cell(editor.dossier, field, self.path(index), clean(text), editor.knowledge) == editor.dossier

    def write(self, cells: tuple[tuple[int, int, str], ...]) -> None:
        """Take texts for cells (row, column, text) as one edit.

        Rows below the last are added where the table can grow; what else lies outside it is left out.
        """
        editor, spec = self._context.editor, self._spec

        def change(dossier: Dossier) -> Dossier:
            more = max((row for row, _place, _text in cells), default=-1) + 1 - len(self.rows)
            if spec.grow is not None and more > 0:
                dossier = spec.grow(dossier, min(more, _MOST_NEW))
            rows = spec.rows(dossier, editor.knowledge)
            for row, place, text in cells:
                if row < len(rows) and place < len(self.columns):
                    field = self.columns[place]
                    path = spec.path(rows[row].key, field)
                    dossier = with_cell(dossier, field, path, clean(text), editor.knowledge)
            return dossier

        editor.apply(change)
        self.refresh()


class _CellDelegate(QStyledItemDelegate):
    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._before, self._here = context.editor.dossier, QPersistentModelIndex()
        self.closeEditor.connect(self._closed)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:  # noqa: ARG002
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

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, Combo):
            editor.show_value(str(index.data() or ""))
        elif isinstance(editor, Line):
            model = index.model()
            assert isinstance(model, GridModel)
            if not (editor.isModified() and model.stands_for(index, editor.text())):
                editor.show_value(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: Any, index: _Index) -> None:
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
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        context.look.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Make rows and columns as large as their texts need."""
        look, model = self._context.look, self.model()
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setFont(look.font(TypeRole.BODY))
        self.verticalHeader().setDefaultSectionSize(look.control_height + 2)
        metrics = look.metrics()
        for place in range(model.columnCount()):
            head = str(model.headerData(place, Qt.Orientation.Horizontal))
            texts = [str(model.index(r, place).data() or "") for r in range(min(model.rowCount(), 60))]
            words = place < len(self._grid.columns) and self._grid.columns[place].kind is Kind.LINE
            widest = max(metrics.horizontalAdvance(t) for t in (head, *texts, "000.000" * (3 if words else 1)))
            self.setColumnWidth(place, round(min(widest, look.glyph(360))) + look.space(28))
        last = self._grid.columns[-1] if self._grid.columns and not self._grid.derived else None
        self.horizontalHeader().setStretchLastSection(last is not None and last.kind is Kind.LINE)
        labels = [str(model.headerData(r, Qt.Orientation.Vertical)) for r in range(model.rowCount())]
        widest = max((metrics.horizontalAdvance(t) for t in labels), default=60.0)
        self.verticalHeader().setFixedWidth(round(min(widest, look.glyph(260))) + look.space(26))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All rows, up to a number of them."""
        count = min(self.model().rowCount(), self._most)
        head = self.horizontalHeader().sizeHint().height()
        bar = 16 if self.horizontalHeader().length() + self.verticalHeader().width() > self.width() else 0
        return QSize(320, head + count * self.verticalHeader().defaultSectionSize() + bar + 4)

    def minimumSizeHint(self) -> QSize:
        """The same height: the page scrolls."""
        return QSize(160, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, paste and clear; Enter goes a row down."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._grid.write(tuple((i.row(), i.column(), "") for i in self.selectedIndexes()))
        else:
            super().keyPressEvent(event)

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
        layout = column(look.space(8))
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
