"""A whole table of any item model on the clipboard, as a spreadsheet takes it."""

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QGuiApplication

from wizards.forms.sheet import sheet_text
from wizards.widgets.read_table import copied_cell

__all__ = ["copied_model", "copy_model"]


def copied_model(model: QAbstractItemModel, *, labels: bool = True) -> str:
    """Heads above and, with ``labels``, the labels of the rows before the cells.

    Numbers are written as a Dutch spreadsheet reads them.
    """
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    columns, rows = range(model.columnCount()), range(model.rowCount())
    told = Qt.ItemDataRole.AccessibleTextRole
    heads = [model.headerData(c, across, told) or model.headerData(c, across) or "" for c in columns]
    lines = [[copied_cell(str(model.index(r, c).data() or "")) for c in columns] for r in rows]
    if labels:
        heads.insert(0, "")
        for r, line in zip(rows, lines, strict=True):
            line.insert(0, copied_cell(str(model.headerData(r, down) or "")))
    return sheet_text([[copied_cell(str(head)) for head in heads], *lines]).removesuffix("\n")


def copy_model(model: QAbstractItemModel, *, labels: bool = True) -> None:
    """Put the whole table on the clipboard."""
    QGuiApplication.clipboard().setText(copied_model(model, labels=labels))
