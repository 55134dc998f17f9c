"""Tables of words: cells wrap, all rows show, and a button copies them to a spreadsheet."""

from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from models.figures.figure import Twin
from wizards.context import Context
from wizards.forms.sheet import sheet_text
from wizards.look.look import Look
from wizards.widgets.boxes import column, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.copy_table import COPIED
from wizards.widgets.figure_view import TwinTable
from wizards.widgets.read_table import copied_cell

__all__ = ["WordsTable", "copied"]


def copied(twin: Twin) -> str:
    """A table of words as a spreadsheet takes it."""
    cells = (tuple(copied_cell(cell) for cell in line) for line in twin.rows)
    return sheet_text((twin.head, *cells)).removesuffix("\n")


class _Table(TwinTable):
    """Cells at most ``widest`` wide; Ctrl+C copies all of it."""

    def __init__(self, look: Look, widest: float) -> None:
        self._widest = widest
        self.twin = Twin((), ())
        super().__init__(look)

    def _dress(self) -> None:
        super()._dress()
        self.horizontalHeader().setMaximumSectionSize(self._look.glyph(self._widest))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy puts the table on the clipboard."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(copied(self.twin))
        else:
            super().keyPressEvent(event)


class WordsTable(QWidget):
    """A table with "Kopieer tabel" under it. ``name``: what it shows, for assistive technology.

    ``widest``: of a column, in pixels at normal size; the last column takes the room that is left.
    """

    def __init__(self, context: Context, name: str, *, widest: float = 195, copies: str = "Kopieer tabel") -> None:
        super().__init__()
        self._context = context
        look = context.look
        self.table = _Table(look, widest)
        self.table.setAccessibleName(name)
        self.button = Button(look, copies, ButtonKind.QUIET, icon="export")
        self.button.setAccessibleDescription(name)
        self.button.clicked.connect(self.copy)
        self._copied = Twin((), ())
        layout = column(look.space(4))
        self.setLayout(layout)
        layout.addWidget(self.table)
        line = row()
        line.addWidget(self.button)
        line.addStretch(1)
        layout.addLayout(line)

    def take(self, shown: Twin, whole: Twin | None = None) -> None:
        """Show ``shown``; ``whole``: what the button copies, where that is more."""
        self._copied = whole if whole is not None else shown
        if shown != self.table.twin:
            self.table.twin = shown
            self.table.fill(shown)
            self.table.resizeRowsToContents()

    def copy(self) -> None:
        """Put the whole table on the clipboard, and say so."""
        QGuiApplication.clipboard().setText(copied(self._copied))
        self._context.navigator.say(COPIED)
