""" "Proefversie maken": the report of the dossier as it is now, in a file that somebody chooses."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.background import Background
from models.dossier import Dossier
from models.knowledge import Knowledge

__all__ = ["ProofMaker", "ask_file", "file_name", "proof_of"]


def proof_of(dossier: Dossier, knowledge: Knowledge) -> bytes:
    """The report as a PDF. Slow (about a second): not on the GUI thread."""
    from desktop.report import build_report, render_pdf
    from models.advice.advise import advise
    from models.advice.fingerprint import dossier_hash
    from models.check import FindingKind, check_dossier

    advice = advise(dossier, knowledge)
    found = check_dossier(dossier, advice, knowledge)
    problems = [finding.text for finding in found if finding.kind is FindingKind.CONTRADICTION]
    code = dossier_hash(dossier, advice, knowledge)
    return render_pdf(build_report(dossier, advice, knowledge, content_hash=code, problems=problems))


def file_name(title: str) -> str:
    """A file name for a title, that every system can hold."""
    kept = "".join(sign if sign.isalnum() or sign in " -_" else " " for sign in title)
    return f"{' '.join(kept.split())[:80].strip() or 'Dossier'} - proefversie.pdf"


def ask_file(parent: QWidget, suggestion: str, then: Callable[[Path], object]) -> object:
    """Ask where to write; ``then`` is called with the file, not when somebody thinks better of it."""
    from desktop.dialogs.files import PROOF, choose_to_save

    return choose_to_save(parent, None, suggestion, then, PROOF)


class ProofMaker(QObject):
    """Makes one proof at a time in the background. ``made``: the file; ``failed``: why not, a Dutch sentence."""

    made = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background("vormwijzer-proof", self)

    @property
    def busy(self) -> bool:
        """Whether one is being made."""
        return self._background.busy

    def make(self, dossier: Dossier, knowledge: Knowledge, path: Path) -> None:
        """Write the report of ``dossier`` to ``path``."""
        self._background.start(_work(dossier, knowledge, path), self.made.emit, self._fail)

    def wait(self) -> None:
        """Wait for the one that is being made."""
        self._background.wait()

    def _fail(self, error: BaseException) -> None:
        from models.storage.errors import StorageError

        if not isinstance(error, (OSError, StorageError)):
            raise error
        self.failed.emit("De proefversie kon niet worden geschreven. Kies een andere map.")


def _work(dossier: Dossier, knowledge: Knowledge, path: Path) -> Callable[[], Path]:
    def work() -> Path:
        from models.storage.files import write_atomically

        write_atomically(path, proof_of(dossier, knowledge))
        return path

    return work
