"""The cells of an editable table as Qt reads and writes them: what is typed, hinted at, worked out and added up."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from models.dossier import Dossier
from models.dossier.base import NoAnswer
from models.dossier.edit import InvalidValueError, Path, path_key, value_at
from wizards.context import Context
from wizards.forms.grid import (
    NUMERIC,
    Derived,
    GridRow,
    GridSpec,
    read_cell,
    with_cell,
)
from wizards.forms.spec import Field, Kind
from wizards.forms.values import Unreadable, shown, spoken
from wizards.look.tokens import TypeRole
from wizards.widgets.inputs import clean

__all__ = ["GridIndex", "GridModel"]

GridIndex = QModelIndex | QPersistentModelIndex
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

    def path(self, index: GridIndex) -> Path:
        """The path of a cell."""
        return self._spec.path(self.rows[index.row()].key, self.columns[index.column()])

    def rowCount(self, parent: GridIndex = QModelIndex()) -> int:  # noqa: B008
        """Rows, and one for the totals."""
        return 0 if parent.isValid() else len(self.rows) + bool(self._totals)

    def columnCount(self, parent: GridIndex = QModelIndex()) -> int:  # noqa: B008
        """Columns to fill in, and columns to read."""
        return 0 if parent.isValid() else len(self.columns) + len(self.derived)

    def is_total(self, index: GridIndex) -> bool:
        """Whether a cell is in the row of totals."""
        return index.row() >= len(self.rows)

    def is_read(self, index: GridIndex) -> bool:
        """Whether a cell is only read: a total, or what follows from its row."""
        return self.is_total(index) or index.column() >= len(self.columns)

    def flags(self, index: GridIndex) -> Qt.ItemFlag:
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
        if role == Qt.ItemDataRole.FontRole and orientation == Qt.Orientation.Vertical and section >= len(self.rows):
            return self._context.look.font(TypeRole.BODY_BOLD)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal and section >= len(self.columns):
            return self.derived[section - len(self.columns)].label
        if orientation == Qt.Orientation.Horizontal:
            field = self.columns[section]
            return f"{field.label} ({field.unit})" if field.unit else field.label
        return self.rows[section].label if section < len(self.rows) else self._spec.total_label

    def data(self, index: GridIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
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

    def _derived(self, index: GridIndex, role: int) -> Any:
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

    def _held(self, index: GridIndex) -> tuple[Any, str | None, str]:
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

    def hint(self, index: GridIndex) -> str:
        """What the program counts with while a cell is empty; nothing where it is filled in."""
        return self._held(index)[2]

    def copied(self, index: GridIndex) -> str:
        """A cell for the clipboard: what is typed or worked out, not what is only hinted at."""
        hinted = not self.is_read(index) and self.hint(index)
        return "" if hinted else str(self.data(index) or "")

    def _cell(self, index: GridIndex, field: Field, role: int) -> Any:
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

    def setData(self, index: GridIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed in a cell."""
        if role != Qt.ItemDataRole.EditRole or self.is_read(index) or str(value) == self.data(index, role):
            return False
        self.write(((index.row(), index.column(), str(value)),))
        return True

    def type_in(self, index: GridIndex, text: str) -> None:
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

    def put_back(self, index: GridIndex, before: Dossier) -> None:
        """Let a cell hold what it held in ``before``."""
        if not index.isValid():
            return
        editor, path = self._context.editor, self.path(index)
        draft, value = before.drafts.get(path_key(path)), value_at(before, path)
        if draft is not None or value is None:
            self.type_in(index, draft or "")
        else:
            editor.put(path, value, merge=True)

    def stands_for(self, index: GridIndex, text: str) -> bool:
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
