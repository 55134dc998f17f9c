"""Empty questionnaires for all partners, made beside the window: how far it is, and a way to stop."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.background import Background
from desktop.dialogs.base import Choice, Dialog
from desktop.questionnaire.saving import save_all
from models.dossier import Dossier
from models.knowledge import Knowledge
from models.storage.errors import StorageError
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.text import Label

__all__ = ["FormSaver", "SavingDialog"]

_NOBODY = "Er zijn nog geen partners. Voeg ze eerst toe."
_BUSY = "Er worden al vragenlijsten gemaakt."


class _StoppedError(Exception):
    """Somebody asked to stop."""


class FormSaver(QObject):
    """Writes the forms in a thread of its own. Call :meth:`wait` before letting go of it.

    ``started``: how many there will be; ``progressed``: how many are done; ``said``: how it ended, in Dutch;
    ``finished``: after that, in any case.
    """

    started = Signal(int)
    progressed = Signal(int)
    said = Signal(str)
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background("vormwijzer-vragenlijsten", self)
        self._stop = Event()
        self._done = 0

    def save(self, dossier: Dossier, knowledge: Knowledge, folder: Path) -> None:
        """Put an empty form for each partner in ``folder``; a file that is there is never replaced."""
        total = len(dossier.partners.active)
        if self._background.busy or not total:
            self.said.emit(_BUSY if total else _NOBODY)
            return
        self._stop.clear()
        self._done = 0
        self.started.emit(total)

        def progress(part: float) -> None:
            self._done = round(part * total)
            if self._stop.is_set() and self._done < total:
                raise _StoppedError
            self.progressed.emit(self._done)

        def work() -> int:
            return len(save_all(dossier, knowledge, folder, progress))

        self._background.start(work, lambda count: self._end(_told(count, folder)), lambda e: self._fail(e, folder))

    def stop(self) -> None:
        """Stop after the form that is being made; those that are written stay."""
        self._stop.set()

    def wait(self) -> None:
        """Wait until nothing is being made any more."""
        self._background.wait()

    def _fail(self, error: BaseException, folder: Path) -> None:
        if isinstance(error, _StoppedError):
            self._end(f"Gestopt. {_told(self._done, folder)}")
        elif isinstance(error, StorageError):
            self._end(error.reason)
        else:
            self.finished.emit()
            raise error

    def _end(self, words: str) -> None:
        self.said.emit(words)
        self.finished.emit()


def _told(count: int, folder: Path) -> str:
    words = "1 lege vragenlijst staat" if count == 1 else f"{count} lege vragenlijsten staan"
    return f"{words} in de map {folder.name}."


class SavingDialog(Dialog):
    """Shows how far ``saver`` is; closes by itself. ``chosen``: ``stop`` or ``done``. Open it when ``started``."""

    def __init__(self, look: Look, parent: QWidget | None, saver: FormSaver, total: int) -> None:
        choices = (Choice("stop", "Stoppen"),)
        lines = ("Stopt u, dan blijven de vragenlijsten die al klaar zijn.",)
        super().__init__(look, parent, "De vragenlijsten worden gemaakt", lines, choices, safe="stop")
        self._saver, self._total = saver, total
        self.told = Label(look, "", TypeRole.BODY_BOLD)
        self.body.addWidget(self.told)
        self._show(0)
        saver.progressed.connect(self._show)
        saver.finished.connect(self._finish)

    def _show(self, done: int) -> None:
        self.told.setText(f"{done} van de {self._total} klaar")

    def _finish(self) -> None:
        self.answer("done")

    def answer(self, key: str) -> None:
        """Close; ``stop`` asks the work to end too."""
        if key == "stop":
            self._saver.stop()
        super().answer(key)
