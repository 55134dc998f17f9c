"""A table to read with a button that copies all of it to a spreadsheet."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from wizards.context import Context
from wizards.widgets.boxes import column, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.read_table import ReadTable, Sheet

__all__ = ["COPIED", "CopyTable"]

COPIED = "De tabel staat op het klembord. Plak haar in een rekenblad."


class CopyTable(QWidget):
    """A :class:`ReadTable` with the button "Kopieer tabel" under it; hidden while there are no rows.

    ``name``: what the table shows, for assistive technology. Numbers are copied as a Dutch spreadsheet reads them.
    """

    def __init__(self, context: Context, name: str, *, most: int = 42) -> None:
        super().__init__()
        self._context = context
        look = context.look
        self.table = ReadTable(look, name, most=most)
        self.button = Button(look, "Kopieer tabel", ButtonKind.QUIET, icon="export")
        self.button.setAccessibleDescription(name)
        self.button.clicked.connect(self.copy)
        body = column(look.space(4))
        self.setLayout(body)
        body.addWidget(self.table, 0, Qt.AlignmentFlag.AlignLeft)
        line = row()
        line.addWidget(self.button)
        line.addStretch(1)
        body.addLayout(line)

    @property
    def sheet(self) -> Sheet:
        """What is shown."""
        return self.table.sheet

    def take(self, sheet: Sheet) -> None:
        """Show ``sheet``; an empty one hides the table and its button."""
        self.table.take(sheet)
        self.setVisible(bool(sheet.rows))

    def copy(self) -> None:
        """Put the whole table on the clipboard, and say so."""
        QGuiApplication.clipboard().setText(self.table.copied_whole())
        self._context.navigator.say(COPIED)
