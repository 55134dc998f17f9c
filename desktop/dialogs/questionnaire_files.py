"""Files of questionnaires: choosing filled ones, and saving empty ones, one or one for each partner."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.dialogs.files import SaveKind, choose_to_save, file_dialog
from desktop.dialogs.questionnaire_saver import FormSaver
from desktop.questionnaire.form import partner_name, questionnaire_pdf
from desktop.questionnaire.saving import file_name
from models.dossier import Dossier
from models.knowledge import Knowledge
from models.storage.errors import StorageError
from models.storage.files import write_atomically

__all__ = ["FORM", "choose_forms", "save_all_forms", "save_one_form"]

FORM = SaveKind("Lege vragenlijst opslaan", "Opslaan", ("Pdf (*.pdf)",), "pdf")
_READABLE = 0o644

Say = Callable[[str], object]
"""Shows a sentence at the foot of the window."""


def choose_forms(parent: QWidget, folder: Path | None, then: Callable[[Sequence[Path]], object]) -> QFileDialog:
    """Let somebody choose filled forms; ``then`` is called with them, not when they choose nothing."""
    dialog = file_dialog(parent, "Ingevulde vragenlijsten kiezen", folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(("Pdf (*.pdf)", "Alle bestanden (*)"))
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Kiezen")
    dialog.filesSelected.connect(lambda names: then(tuple(Path(name) for name in names)))
    dialog.open()
    return dialog


def save_one_form(
    parent: QWidget, dossier: Dossier, knowledge: Knowledge, partner: str | None, say: Say, folder: Path | None = None
) -> QFileDialog:
    """Let somebody save an empty form for a partner (an id), or one for anybody; ``say`` hears how it went."""
    name = None if partner is None else partner_name(dossier, partner)

    def write(path: Path) -> None:
        try:
            write_atomically(path, questionnaire_pdf(dossier, knowledge, partner), mode=_READABLE)
        except StorageError as error:
            say(error.reason)
        else:
            say(f"De lege vragenlijst staat in {path.name}.")

    return choose_to_save(parent, folder, file_name(name), write, FORM)


def save_all_forms(
    parent: QWidget, dossier: Dossier, knowledge: Knowledge, saver: FormSaver, folder: Path | None = None
) -> QFileDialog:
    """Let somebody choose a folder, and have ``saver`` put an empty form for each partner there."""
    dialog = file_dialog(parent, "Map voor de lege vragenlijsten", folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Hier opslaan")
    dialog.filesSelected.connect(lambda names: saver.save(dossier, knowledge, Path(names[0])))
    dialog.open()
    return dialog
