"""Importing files one after another: never over what is there without asking."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.dialogs.base import Dialog
from desktop.dialogs.conflict import ConflictDialog
from desktop.dialogs.questions import message_dialog
from desktop.window.main_window import MainWindow
from models.storage.errors import ExchangeNewer, ImportConflict, StorageError
from models.storage.records import Conflict, ExchangeContents, ImportOutcome, ImportResult

if TYPE_CHECKING:
    from desktop.library_session import Comparison, LibrarySession

__all__ = ["Importer", "differences_in_words"]

_DONE = {
    ImportOutcome.ADDED: "“{}” staat nu in Mijn dossiers.",
    ImportOutcome.UNCHANGED: "“{}” stond al in Mijn dossiers, met dezelfde antwoorden.",
    ImportOutcome.REPLACED: "“{}” in Mijn dossiers is vervangen door het nieuwere bestand.",
    ImportOutcome.KEPT: "“{}” in Mijn dossiers is nieuwer en blijft zoals het is.",
    ImportOutcome.COPIED: "“{}” staat er nu als kopie naast.",
}


class Importer(QObject):
    """Takes files; ``done``: the id of a dossier that came in. Each question waits for its answer before the next."""

    done = Signal(str)

    def __init__(self, window: MainWindow, show: Callable[[Dialog], None]) -> None:
        super().__init__(window)
        self._window, self._show = window, show
        self._session: LibrarySession | None = None
        self._files: list[Path] = []
        self._busy = False

    def take(self, session: "LibrarySession", files: Sequence[Path]) -> None:
        """Import ``files`` into the library of ``session``, after those that wait already."""
        self._session = session
        self._files += files
        if not self._busy:
            self._next()

    def _next(self) -> None:
        session = self._session
        self._busy = bool(self._files)
        if not self._files or session is None:
            return
        path = self._files.pop(0)
        try:
            contents = session.read_file(path)
        except StorageError as error:
            self._refuse(path, error)
            return
        self._bring_in(session, contents, Conflict.ASK)

    def _bring_in(self, session: "LibrarySession", contents: ExchangeContents, on_conflict: Conflict) -> None:
        if self._window.autosave is not None:  # the file is laid beside what is on the screen now
            self._window.autosave.flush()
        view = self._window.dossier_view
        if view is not None:
            view.workshop.settle()
        try:
            result = session.bring_in(contents, on_conflict)
        except ImportConflict as conflict:
            self._ask(session, contents, conflict)
        except StorageError as error:
            self._refuse(None, error)
        else:
            self._show_replaced(session, result)
            self._tell(contents, result)

    def _show_replaced(self, session: "LibrarySession", result: ImportResult) -> None:
        """Where the dossier is open, let the window show it too: else the next edit would save the old one over it."""
        view = self._window.dossier_view
        if view is None or view.editor.dossier.id != result.dossier_id:
            return
        if result.outcome is ImportOutcome.REPLACED:
            view.editor.replace(session.load(result.dossier_id), "Nieuwer bestand ingelezen")
        view.workshop.reread()  # werksessies come along with any file

    def _tell(self, contents: ExchangeContents, result: ImportResult) -> None:
        self.done.emit(result.dossier_id)
        words = _DONE[result.outcome].format(contents.dossier.title)
        self._window.say(words + (" Het stond bij de verwijderde dossiers." if result.restored else ""))
        self._next()

    def _refuse(self, path: Path | None, error: StorageError) -> None:
        lines = [f"Bestand: {path.name}"] if path is not None else []
        lines.append(error.reason)
        lines.append("Er is niets veranderd.")
        newer = isinstance(error, ExchangeNewer)
        title = "Dit bestand is te nieuw voor deze versie" if newer else "Dit bestand kan niet worden ingelezen"
        dialog = message_dialog(self._window.look, self._window, title, *lines)
        dialog.chosen.connect(lambda _key: self._next())
        self._show(dialog)

    def _ask(self, session: "LibrarySession", contents: ExchangeContents, conflict: ImportConflict) -> None:
        look, window = self._window.look, self._window
        dialog = ConflictDialog(look, window, conflict.title, conflict.stored, conflict.offered)

        def choose(key: str) -> None:
            match key:
                case "compare":
                    dialog.show_differences(differences_in_words(session.compare(contents)))
                case "newest":
                    self._bring_in(session, contents, Conflict.NEWEST)
                case "both":
                    self._bring_in(session, contents, Conflict.BOTH)
                case _:
                    self._next()

        dialog.chosen.connect(choose)
        self._show(dialog)


def differences_in_words(comparison: "Comparison") -> tuple[tuple[str, int], ...]:
    """The name of each onderdeel that differs, and in how many places."""
    from desktop.cli.knowledge import shipped_knowledge

    titles = {step.id: step.title for step in shipped_knowledge().steps.steps}
    head = (("Titel en voortgang", len(comparison.head)),) if comparison.head else ()
    return (*head, *((titles[step], len(rows)) for step, rows in comparison.sections.items()))
