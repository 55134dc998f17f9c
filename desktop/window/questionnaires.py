"""Questionnaires from an open dossier: empty forms for partners without the program, and reading filled ones back."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.questionnaire_saver import FormSaver, SavingDialog
from desktop.preview.surroundings import Surroundings
from wizards.context import Context

__all__ = ["Questionnaires"]


class Questionnaires(QObject):
    """``said``: what happened, a Dutch sentence."""

    said = Signal(str)

    def __init__(self, context: Context, around: Surroundings, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._around, self._window = context, around, window
        self._saver = FormSaver(self)
        self._saver.said.connect(self.said)
        self._saver.started.connect(self._show_progress)

    def save_one(self, partner: str = "") -> None:
        """Let somebody save one empty form, for a partner (an id) or without a name."""
        from desktop.dialogs.questionnaire_files import save_one_form

        editor, window = self._context.editor, self._window.window()
        save_one_form(window, editor.dossier, editor.knowledge, partner or None, self.said.emit, self._around.folder())

    def save_all(self) -> None:
        """Let somebody choose a folder for an empty form for each partner."""
        from desktop.dialogs.questionnaire_files import save_all_forms

        editor = self._context.editor
        save_all_forms(self._window.window(), editor.dossier, editor.knowledge, self._saver, self._around.folder())

    def read(self, files: tuple[Path, ...] = ()) -> None:
        """Let somebody take in filled forms, as one change of the dossier."""
        from desktop.dialogs.questionnaire import QuestionnaireDialog

        QuestionnaireDialog(self._context.look, self._window.window(), self._context.editor, files).open()

    def close(self) -> None:
        """Wait for the forms that are being written."""
        self._saver.wait()

    def _show_progress(self, total: int) -> None:
        SavingDialog(self._context.look, self._window.window(), self._saver, total).open()
