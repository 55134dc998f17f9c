"""Opening what is shown in the program that this computer has for PDFs: a copy that can only be read."""

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop.preview.making import Made, file_name

__all__ = ["Viewer", "open_with_system"]

_ONLY_READ = 0o400


def open_with_system(path: Path) -> bool:
    """Open a file as the system does; whether there was a program for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class Viewer:
    """Keeps its copies in a folder that only this user can enter; call :meth:`clear` before letting go of it."""

    def __init__(self, open_file: Callable[[Path], bool] = open_with_system) -> None:
        self._open = open_file
        self._folder: TemporaryDirectory[str] | None = None

    def show(self, made: Made) -> str:
        """Open a copy; a Dutch sentence where that failed, else empty."""
        try:
            path = self._copy(made)
        except OSError:
            return "De pdf kon niet worden klaargezet. Sla het document op, en open het daarna."
        if self._open(path):
            return ""
        return "Er is geen programma gevonden dat een pdf opent. Sla het document op."

    def clear(self) -> None:
        """Take the copies away. A program that shows one may keep it: then it stays until the system cleans up."""
        folder, self._folder = self._folder, None
        if folder is not None:
            folder.cleanup()

    def _copy(self, made: Made) -> Path:
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="vormwijzer-", ignore_cleanup_errors=True)
        # A folder for each content: a program that shows an older one keeps what it shows.
        holder = Path(self._folder.name) / made.sha256[:16]
        path = holder / file_name(made, "pdf")
        if not path.exists():
            holder.mkdir(mode=0o700, exist_ok=True)
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(made.data)
            path.chmod(_ONLY_READ)
        return path
