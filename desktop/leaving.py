"""Leaving the program: it asks nothing, unless the last change cannot be saved."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from desktop.window.main_window import MainWindow
from models.storage.errors import StorageError

if TYPE_CHECKING:
    from desktop.dialogs.base import Dialog

__all__ = ["Leaving"]

_WORKSHOP = "De werksessie is niet opgeslagen. Die gaat niet mee in een bestand: maak eerst ruimte op de schijf."


class Leaving(QObject):
    """Watches the closing of ``window``. ``agreed``: whether a person chose to leave without the last change."""

    def __init__(self, window: MainWindow, show_dialog: "Callable[[Dialog], None]", parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._show_dialog = window, show_dialog
        self.agreed = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where the last change cannot be saved, leaving asks; else it never does."""
        if watched is self._window and event.type() is QEvent.Type.Close and not self._may_leave():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _may_leave(self) -> bool:
        autosave, view = self._window.autosave, self._window.dossier_view
        if view is not None:
            view.settle()
        if self.agreed:
            return True
        saved = autosave is None or autosave.flush()
        kept = view is None or view.workshop.settle()
        if saved and kept:
            return True
        from desktop.dialogs.questions import unsaved_dialog

        reason = autosave.state.reason if autosave is not None and not saved else ""
        words = " ".join(filter(None, (reason, "" if kept else _WORKSHOP)))
        dialog = unsaved_dialog(self._window.look, self._window, words)
        dialog.chosen.connect(self._leave)
        self._show_dialog(dialog)
        return False

    def _leave(self, key: str) -> None:
        if key == "leave":
            self.agreed = True
            self._window.close()
        elif key == "elsewhere" and self._window.dossier_view is not None:
            from desktop.dialogs.files import choose_to_save

            choose_to_save(self._window, None, "dossier.vormwijzer", self._keep_elsewhere)

    def _keep_elsewhere(self, path: Path) -> None:
        view = self._window.dossier_view
        if view is None:
            return
        from models.storage.exchange import exchange_bytes
        from models.storage.files import write_atomically
        from models.storage.records import ExchangeContents

        try:
            write_atomically(path, exchange_bytes(ExchangeContents(view.editor.dossier, modified=datetime.now(UTC))))
        except StorageError as error:
            self._window.say(error.reason, urgent=True)
        else:
            self._window.say(f"Het dossier staat in {path.name}.", "Afsluiten", lambda: self._leave("leave"))
