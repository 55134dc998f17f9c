"""Saving what is shown: the very bytes as a PDF, or the same document for a word processor; and what is kept of it."""

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.background import Background
from desktop.preview.making import Made, file_name
from models.dossier.edit import fresh_id
from models.storage.errors import StorageError
from models.storage.records import ExportRecord

__all__ = ["ExportShelf", "FileFormat", "Saver", "ask_file", "bytes_of", "record_of"]

_FOR_OTHERS = 0o644
"""Mode of the file: it is made to be given to somebody."""


class ExportShelf(Protocol):
    """Where it is kept that a file was made, such as ``models.storage.library.Library``; called from another thread."""

    def add_export(self, dossier_id: str, export: ExportRecord) -> object:
        """Keep ``export``; raises :class:`models.storage.errors.StorageError`."""

    def find_export(self, sha256: str) -> tuple[str, ExportRecord] | None:
        """The dossier and the record of the file with this hash."""


class FileFormat(StrEnum):
    """The kinds of file, by their suffix."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"


def bytes_of(made: Made, kind: FileFormat) -> bytes:
    """The file. For a word processor it takes up to a second: not on the GUI thread."""
    if kind is FileFormat.PDF:
        return made.data
    from desktop.report.office import render_docx, render_odt

    return (render_docx if kind is FileFormat.DOCX else render_odt)(made.document)


def record_of(made: Made, now: datetime) -> ExportRecord:
    """What the library keeps of a PDF, to recognise it later."""
    return ExportRecord(
        id=fresh_id(), kind=made.kind.value, sha256=made.sha256, content_hash=made.content_hash, created=now
    )


def ask_file(
    parent: QWidget, made: Made, kind: FileFormat, folder: Path | None, then: Callable[[Path], object]
) -> object:
    """Ask where to write; ``then`` is called with the file, not when somebody thinks better of it."""
    from desktop.dialogs.files import DOCX, ODT, PDF, choose_to_save

    kinds = {FileFormat.PDF: PDF, FileFormat.DOCX: DOCX, FileFormat.ODT: ODT}
    return choose_to_save(parent, folder, file_name(made, kind.value), then, kinds[kind])


class Saver(QObject):
    """Writes one file at a time in the background.

    ``said``: what goes on, or why it failed; ``saved``: the file and a Dutch sentence.
    """

    said = Signal(str)
    saved = Signal(object, str)

    def __init__(self, shelf: ExportShelf | None, parent: QObject | None = None) -> None:
        """``shelf``: of the dossier; None for an example, of which nothing is kept."""
        super().__init__(parent)
        self._shelf = shelf
        self._background = Background("vormwijzer-opslaan-als", self)

    def save(self, made: Made, kind: FileFormat, path: Path) -> None:
        """Write ``made`` to ``path``: all of it or nothing."""
        if self._background.busy:
            self.said.emit("Er wordt al een bestand opgeslagen.")
            return
        self.said.emit("Het document wordt opgeslagen.")

        def work() -> StorageError | None:
            from models.storage.files import write_atomically

            write_atomically(path, bytes_of(made, kind), mode=_FOR_OTHERS)
            return self._keep(made) if kind is FileFormat.PDF else None

        self._background.start(work, lambda trouble: self._done(path, trouble), self._fail)

    def wait(self) -> None:
        """Wait for the file that is being written."""
        self._background.wait()

    def _keep(self, made: Made) -> StorageError | None:
        if self._shelf is None:
            return None
        try:
            self._shelf.add_export(made.wish.dossier.id, record_of(made, datetime.now(UTC)))
        except StorageError as error:
            return error
        return None

    def _done(self, path: Path, trouble: StorageError | None) -> None:
        if trouble is None:
            self.saved.emit(path, f"Het document staat in {path.name}.")
        else:
            self.said.emit(f"{path.name} is opgeslagen. In Mijn dossiers is dat niet genoteerd. {trouble.reason}")

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, (OSError, StorageError)):
            raise error
        self.said.emit("Het document kon niet worden opgeslagen. Kies een andere map.")
