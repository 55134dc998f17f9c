"""What one does with the document that is shown: save it, print it, open it in another program."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.preview.making import KIND_WORDS, Made
from desktop.preview.pdf_pages import PdfPages
from desktop.preview.printing import NO_PRINTER, Printing, ask_printer
from desktop.preview.saving import FileFormat, Saver, ask_file
from desktop.preview.surroundings import Surroundings
from desktop.preview.viewer import Viewer, open_with_system

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

__all__ = ["Actions"]

_WAIT = "Het afdrukvoorbeeld wordt nog gemaakt. Wacht even, en kies dan opnieuw."
_NOTHING = "Er is nog geen afdrukvoorbeeld. Kies eerst “Opnieuw maken”."
_PRINTING = "Er wordt al een document afgedrukt."


class Actions(QObject):
    """``shown``: the document on screen; ``busy``: whether a newer one is being made.

    ``said``, ``said_with``: messages; ``prints``: printing goes on, or ended; ``printed``: how far it is.
    """

    said = Signal(str)
    said_with = Signal(str, str, object)
    prints = Signal(bool)
    printed = Signal(float)

    def __init__(
        self, parent: QWidget, around: Surroundings, shown: Callable[[], Made | None], busy: Callable[[], bool]
    ) -> None:
        super().__init__(parent)
        self._window, self._around, self._shown, self._busy = parent, around, shown, busy
        self.ask_file = ask_file
        self.ask_printer = ask_printer
        self.viewer = Viewer()
        self.saver = Saver(around.shelf, self)
        self.saver.said.connect(self.said)
        self.saver.saved.connect(self._saved)
        self.printing: Printing | None = None

    def save(self, kind: FileFormat) -> None:
        """Ask where a file of this kind goes, and write what is shown now."""
        made = self._ready()
        if made is None:
            return

        def write(path: Path) -> None:
            self._around.keep_folder(path.parent)
            self.saver.save(made, kind, path)

        self.ask_file(self._window, made, kind, self._around.folder(), write)

    def open(self) -> None:
        """Open a copy in the program that this computer has for it."""
        made = self._ready()
        if made is not None:
            trouble = self.viewer.show(made)
            if trouble:
                self.said.emit(trouble)

    def print(self) -> None:
        """Ask for a printer, and print what is shown now."""
        made = self._ready()
        if made is None:
            return
        if self.printing is not None:
            self.said.emit(_PRINTING)
            return
        pages = PdfPages(made.data)
        size, count = pages.sizes[0], len(pages)
        pages.close()
        title = f"{KIND_WORDS[made.kind]} {made.wish.dossier.title}"
        if self.ask_printer(self._window, title, size, count, lambda printer: self._print(made, printer)) is None:
            self.said.emit(NO_PRINTER)

    def stop_printing(self) -> None:
        """Print no further."""
        if self.printing is not None:
            self.printing.stop()

    def close(self) -> None:
        """Stop what goes on, and wait for the file that is being written."""
        self.stop_printing()
        self.saver.wait()
        self.viewer.clear()

    def _ready(self) -> Made | None:
        made = self._shown()
        if self._busy():
            self.said.emit(_WAIT)
            return None
        if made is None:
            self.said.emit(_NOTHING)
        return made

    def _print(self, made: Made, printer: "QPrinter") -> None:
        self.printing = Printing(made.data, printer, self)
        self.printing.part.connect(self.printed)
        self.printing.done.connect(self._printed)
        self.prints.emit(True)
        self.printing.start()

    def _printed(self, words: str) -> None:
        if self.printing is not None:
            self.printing.deleteLater()
        self.printing = None
        self.prints.emit(False)
        self.said.emit(words)

    def _saved(self, path: Path, words: str) -> None:
        self.said_with.emit(words, "Openen", lambda: open_with_system(path))
