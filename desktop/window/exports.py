"""Files for other programs: the calendars for an agenda, and the figures as a spreadsheet."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.background import Background
from models.dossier import Dossier
from models.knowledge import Knowledge

__all__ = ["ExportKind", "Exporter", "ask_export_file", "content_of", "export_name"]

_READABLE = 0o644
"""Mode of a file that was made for others to read."""


class ExportKind(StrEnum):
    """The kinds of file, by their suffix."""

    AGENDA = "ics"
    XLSX = "xlsx"
    ODS = "ods"


@dataclass(frozen=True, slots=True)
class _Words:
    busy: str
    made: str
    failed: str


_AGENDA = _Words(
    "De agenda wordt gemaakt.",
    "De agenda staat in {name}.",
    "De agenda kon niet worden geschreven. Kies een andere map.",
)
_SHEET = _Words(
    "Het rekenblad wordt gemaakt.",
    "Het rekenblad staat in {name}.",
    "Het rekenblad kon niet worden geschreven. Kies een andere map.",
)
_BUSY = "Er wordt al een bestand gemaakt."
_NO_PLANNING = "Er is nog geen planning om op te slaan. Bij Planning staat wat nog nodig is."


def export_name(title: str, kind: ExportKind) -> str:
    """A file name for a title, that every system can hold."""
    kept = "".join(sign if sign.isalnum() or sign in " -_" else " " for sign in title)
    what = "planning" if kind is ExportKind.AGENDA else "rekenblad"
    return f"{' '.join(kept.split())[:80].strip() or 'Dossier'} - {what}.{kind.value}"


def ask_export_file(parent: QWidget, kind: ExportKind, suggestion: str, then: Callable[[Path], object]) -> object:
    """Ask where to write; ``then`` is called with the file, not when somebody thinks better of it."""
    from desktop.dialogs.files import AGENDA, ODS, XLSX, choose_to_save

    kinds = {ExportKind.AGENDA: AGENDA, ExportKind.XLSX: XLSX, ExportKind.ODS: ODS}
    return choose_to_save(parent, None, suggestion, then, kinds[kind])


def content_of(kind: ExportKind, dossier: Dossier, knowledge: Knowledge) -> bytes:
    """The file. A spreadsheet takes up to a second: not on the GUI thread. Empty for an agenda without any step."""
    if kind is ExportKind.AGENDA:
        return _agenda(dossier, knowledge)
    from desktop.spreadsheet import ods_of, xlsx_of

    return xlsx_of(dossier, knowledge) if kind is ExportKind.XLSX else ods_of(dossier, knowledge)


def _agenda(dossier: Dossier, knowledge: Knowledge) -> bytes:
    from desktop.calendar_file import calendar_file
    from models.advice.advise import advise
    from models.planning import calendars
    from models.wording.about import NAME_LENGTH
    from models.wording.words import shortened

    basis = None
    if dossier.rechtsvorm.choice is None:
        basis = advise(dossier, knowledge, samples=False).legal.preferred
    found = calendars(dossier, knowledge, basis)
    if not any(calendar.steps for calendar in found):
        return b""
    names = {p.id: shortened(p.name, NAME_LENGTH) or "zonder naam" for p in dossier.partners.partners}
    return calendar_file(dossier, found, names)


class Exporter(QObject):
    """Makes one file at a time in the background. ``said``: what goes on; ``made``: the file and a Dutch sentence."""

    said = Signal(str)
    made = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background("vormwijzer-export", self)

    def make(self, kind: ExportKind, dossier: Dossier, knowledge: Knowledge, path: Path) -> None:
        """Write ``dossier`` as ``kind`` to ``path``: all of it or nothing."""
        if self._background.busy:
            self.said.emit(_BUSY)
            return
        words = _AGENDA if kind is ExportKind.AGENDA else _SHEET
        self.said.emit(words.busy)

        def work() -> bool:
            from models.storage.files import write_atomically

            data = content_of(kind, dossier, knowledge)
            if data:
                write_atomically(path, data, mode=_READABLE)
            return bool(data)

        def done(written: bool) -> None:
            if written:
                self.made.emit(path, words.made.format(name=path.name))
            else:
                self.said.emit(_NO_PLANNING)

        self._background.start(work, done, lambda error: self._fail(error, words.failed))

    def wait(self) -> None:
        """Wait for the file that is being made."""
        self._background.wait()

    def _fail(self, error: BaseException, words: str) -> None:
        from models.storage.errors import StorageError

        if not isinstance(error, (OSError, StorageError)):
            raise error
        self.said.emit(words)
