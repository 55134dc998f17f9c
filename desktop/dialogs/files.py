"""Choosing files: the dialogs of the system, in Dutch, opened without waiting inside."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

__all__ = ["DOSSIERS", "choose_folder", "choose_to_open", "choose_to_save"]

DOSSIERS = ("Dossiers van Vormwijzer (*.vormwijzer)", "Dossiers in JSON (*.json)", "Alle bestanden (*)")


def choose_to_open(parent: QWidget, folder: Path | None, then: Callable[[tuple[Path, ...]], object]) -> QFileDialog:
    """Let somebody choose dossiers to read; ``then`` is called with them, not when they choose nothing."""
    dialog = _dialog(parent, "Dossier inlezen", folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(DOSSIERS)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Inlezen")
    dialog.filesSelected.connect(lambda names: then(tuple(Path(name) for name in names)))
    dialog.open()
    return dialog


def choose_to_save(parent: QWidget, folder: Path | None, name: str, then: Callable[[Path], object]) -> QFileDialog:
    """Let somebody choose where an exchange file goes; the dialog asks about a file that is there already."""
    dialog = _dialog(parent, "Dossier exporteren", folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(DOSSIERS[:1])
    dialog.setDefaultSuffix("vormwijzer")
    dialog.selectFile(name)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Exporteren")
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()
    return dialog


def choose_folder(parent: QWidget, folder: Path | None, then: Callable[[Path], object]) -> QFileDialog:
    """Let somebody choose the folder in which the library stands."""
    dialog = _dialog(parent, "Plek voor uw dossiers", folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Deze map gebruiken")
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: str, folder: Path | None) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    if QGuiApplication.platformName() == "offscreen":  # there is no dialog of a system there
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    # Qt draws its own dialog on some desktops, and its Dutch lacks these two.
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, "&Zoeken in:")
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, "&Soort bestand:")
    if folder is not None and folder.is_dir():
        dialog.setDirectory(str(folder))
    dialog.finished.connect(dialog.deleteLater)
    return dialog
