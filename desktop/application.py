"""The application object: a thin shell around what the system asks of the program itself, and not of a window."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

__all__ = ["Application", "FileOpens"]

_SUFFIXES = (".vormwijzer", ".json")


class FileOpens:
    """Files that the system asks to open, as macOS does for a double click: it names none on the command line.

    What comes before :meth:`hand_over` is kept until then.
    """

    def __init__(self) -> None:
        self._waiting: list[Path] = []
        self._take: Callable[[tuple[Path, ...]], object] | None = None

    def hear(self, event: QFileOpenEvent) -> bool:
        """Whether the event names a dossier on this computer; then it is taken, or kept."""
        url = event.url()
        path = Path(url.toLocalFile()) if url.isLocalFile() else None
        if path is None or not path.is_absolute() or path.suffix.lower() not in _SUFFIXES:
            return False
        if self._take is None:
            self._waiting.append(path)
        else:
            self._take((path,))
        return True

    def hand_over(self, take: Callable[[tuple[Path, ...]], object]) -> None:
        """Call ``take`` with the files that wait, and from now on with each that comes."""
        self._take = take
        waiting, self._waiting = tuple(self._waiting), []
        if waiting:
            take(waiting)


class Application(QApplication):
    """``files``: what the system asks to open. ``quits``: asked before Qt closes the windows one by one.

    ``quits`` returns whether it ends the program itself.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        # Before Qt: on macOS the first file can come while it starts.
        self.files = FileOpens()
        self.quits: Callable[[], bool] = lambda: False
        super().__init__(list(arguments))

    def event(self, event: QEvent) -> bool:
        """Hear files and the end; all else is for Qt."""
        if isinstance(event, QFileOpenEvent) and self.files.hear(event):
            return True
        if event.type() is QEvent.Type.Quit and self.quits():
            return True
        return super().event(event)
