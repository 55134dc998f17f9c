"""What leaves an open dossier, or comes in beside it: the preview and its documents, figures, agenda, PDFs to check."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.preview.surroundings import Surroundings
from desktop.preview.viewer import open_with_system
from desktop.window.exports import Exporter, ExportKind, ask_export_file, export_name
from desktop.window.questionnaires import Questionnaires
from desktop.window.signed import SignedNotes
from desktop.window.workshop import WorkshopPlace
from wizards.context import Context

if TYPE_CHECKING:
    from desktop.preview.view import PreviewView

__all__ = ["Files"]


class Files(QObject):
    """``said``, ``said_with``: messages; ``preview_left``: somebody wants to go on from the preview."""

    said = Signal(str)
    said_with = Signal(str, str, object)
    preview_left = Signal()

    def __init__(self, context: Context, around: Surroundings, workshop: WorkshopPlace, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._around, self._window = context, around, window
        self._workshop = workshop
        self._preview: PreviewView | None = None
        self.ask_export: Callable[[QWidget, ExportKind, str, Callable[[Path], object]], object] = ask_export_file
        self.exporter = Exporter(self)
        self.exporter.said.connect(self.said)
        self.exporter.made.connect(self._offer)
        self.signed = SignedNotes(around, lambda: context.editor.dossier, self)
        self.signed.said.connect(self.said)
        self.questionnaires = Questionnaires(context, around, window)
        self.questionnaires.said.connect(self.said)

    @property
    def preview(self) -> "PreviewView":
        """The preview, made when it is first needed."""
        if self._preview is None:
            from desktop.preview.view import PreviewView

            made = self._preview = PreviewView(self._context, self._around)
            made.said.connect(self.said)
            made.said_with.connect(self.said_with)
            made.left.connect(self.preview_left)
            made.session = self._workshop.session
            self._workshop.session_changed.connect(made.session_changed)
        return self._preview

    @property
    def preview_or_none(self) -> "PreviewView | None":
        """The preview, where it was made."""
        return self._preview

    def export(self, kind: ExportKind) -> None:
        """Ask where a file of this kind goes, and write it there."""
        editor = self._context.editor

        def write(path: Path) -> None:
            self.exporter.make(kind, editor.dossier, editor.knowledge, path)

        self.ask_export(self._window, kind, export_name(editor.dossier.title, kind), write)

    def verify(self) -> None:
        """Let somebody look what a PDF is, and whether it is as it was made."""
        from desktop.verify.view import open_verify

        open_verify(self._window.window(), self._context.look, self._around.look_up)

    def sign(self) -> None:
        """Let somebody sign a PDF with a certificate; what was signed is noted where it is of this library."""
        from desktop.verify.sign_dialog import open_signing

        dialog = open_signing(self._window.window(), self._context.look)
        dialog.signed.connect(self.signed.note)

    def close(self) -> None:
        """Stop what goes on in the background, and wait for the files that are being written."""
        if self._preview is not None:
            self._preview.close_preview()
        self.exporter.wait()
        self.signed.wait()
        self.questionnaires.close()

    def _offer(self, path: Path, words: str) -> None:
        self.said_with.emit(words, "Openen", lambda: open_with_system(path))
