"""Shows a folder of this computer in the program of the system for that."""

import os
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

__all__ = ["open_folder"]


def open_folder(folder: Path) -> bool:
    """Show ``folder``; False where it is no folder, or the system does not. It never opens anything but a folder."""
    if not os.path.isdir(folder):  # noqa: PTH112 - this one never raises
        return False
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
