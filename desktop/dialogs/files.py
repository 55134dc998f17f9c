"""Choosing files: the dialogs of the system, in Dutch, opened without waiting inside."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

__all__ = [
    "AGENDA",
    "COPY",
    "DOCX",
    "DOSSIERS",
    "EXPORT",
    "ODS",
    "ODT",
    "PDF",
    "PDF_FILES",
    "XLSX",
    "SaveKind",
    "choose_folder",
    "choose_one",
    "choose_to_open",
    "choose_to_save",
    "file_dialog",
]

DOSSIERS = ("Dossiers van Vormwijzer (*.vormwijzer)", "Dossiers in JSON (*.json)", "Alle bestanden (*)")


def choose_to_open(parent: QWidget, folder: Path | None, then: Callable[[tuple[Path, ...]], object]) -> QFileDialog:
    """Let somebody choose dossiers to read; ``then`` is called with them, not when they choose nothing."""
    dialog = file_dialog(parent, "Dossier inlezen", folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(DOSSIERS)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Inlezen")
    dialog.filesSelected.connect(lambda names: then(tuple(Path(name) for name in names)))
    dialog.open()
    return dialog


@dataclass(frozen=True, slots=True)
class SaveKind:
    """What is saved: title of the dialog, its button, and the kind of file."""

    title: str
    verb: str
    filters: tuple[str, ...]
    suffix: str


EXPORT = SaveKind("Dossier exporteren", "Exporteren", DOSSIERS[:1], "vormwijzer")
COPY = SaveKind("Kopie bewaren", "Bewaren", DOSSIERS[:1], "vormwijzer")
PDF_FILES = ("Pdf (*.pdf)",)
PDF = SaveKind("Opslaan als pdf", "Opslaan", PDF_FILES, "pdf")
DOCX = SaveKind("Opslaan voor Word", "Opslaan", ("Document van Word (*.docx)",), "docx")
ODT = SaveKind("Opslaan als OpenDocument", "Opslaan", ("OpenDocument-tekst (*.odt)",), "odt")
AGENDA = SaveKind("Opslaan als agenda", "Opslaan", ("Agenda (*.ics)",), "ics")
XLSX = SaveKind("Opslaan als rekenblad", "Opslaan", ("Rekenblad van Excel (*.xlsx)",), "xlsx")
ODS = SaveKind("Opslaan als rekenblad", "Opslaan", ("Rekenblad van LibreOffice (*.ods)",), "ods")


def choose_to_save(
    parent: QWidget, folder: Path | None, name: str, then: Callable[[Path], object], kind: SaveKind = EXPORT
) -> QFileDialog:
    """Let somebody choose where a file goes; the dialog asks about a file that is there already."""
    dialog = file_dialog(parent, kind.title, folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(kind.filters)
    dialog.setDefaultSuffix(kind.suffix)
    dialog.selectFile(name)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, kind.verb)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()
    return dialog


def choose_folder(parent: QWidget, folder: Path | None, then: Callable[[Path], object]) -> QFileDialog:
    """Let somebody choose the folder in which the library stands."""
    dialog = file_dialog(parent, "Plek voor uw dossiers", folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Deze map gebruiken")
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()
    return dialog


def choose_one(
    parent: QWidget,
    title: str,
    verb: str,
    filters: tuple[str, ...],
    folder: Path | None,
    then: Callable[[Path], object],
) -> QFileDialog:
    """Let somebody choose one file that is there; ``then`` is called with it, not when they choose nothing."""
    dialog = file_dialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(filters)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, verb)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()
    return dialog


def file_dialog(parent: QWidget, title: str, folder: Path | None) -> QFileDialog:
    """A dialog to choose files with, still to be opened; it begins in ``folder``, if that is there."""
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
