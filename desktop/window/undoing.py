"""Undo and redo in the window: do it, go to where it was, and say what it was."""

from typing import Protocol

from desktop.editor import DossierEditor
from desktop.window.places import Here, What
from desktop.window.words import step_of
from models.dossier.edit import Path, value_at
from models.vocabulary import StepId

__all__ = ["Undoing"]


class _Shell(Protocol):
    here: Here

    def show_field(self, step: StepId, path: Path) -> None: ...

    def show_tasks(self) -> None: ...

    def say(self, text: str) -> None: ...


class Undoing:
    """Takes back and does again for one dossier."""

    def __init__(self, shell: _Shell, editor: DossierEditor) -> None:
        self._shell, self._editor = shell, editor

    def undo(self) -> None:
        """Take back the last change and show where it was."""
        editor = self._editor
        path, label = editor.undo_path, editor.undo_label
        if path is None:
            self._shell.say("Er is niets om ongedaan te maken.")
            return
        editor.undo()
        self._show(path, f"Ongedaan gemaakt: {_lower(label)}" if label else "", "Ongedaan gemaakt")

    def redo(self) -> None:
        """Do again what was undone last and show where it was."""
        editor = self._editor
        path, label = editor.redo_path, editor.redo_label
        if path is None:
            self._shell.say("Er is niets om opnieuw te doen.")
            return
        editor.redo()
        self._show(path, f"Opnieuw gedaan: {_lower(label)}" if label else "", "Opnieuw gedaan")

    def _show(self, path: Path, words: str, verb: str) -> None:
        shell, step = self._shell, step_of(path)
        if shell.here.what is What.PREVIEW:  # the pages follow the dossier; one stays to see them
            where = f" bij {self._editor.knowledge.step[step].title}" if step is not None else ""
            shell.say(words or f"{verb}{where}.")
            return
        if step is None:
            if shell.here.what is not What.TASKS:
                shell.show_tasks()
            shell.say(words or f"{verb}.")
            return
        field = path if path[0] == step.value else ()
        while len(field) > 1 and value_at(self._editor.dossier, field) is None:
            field = field[:-1]
        shell.show_field(step, field)
        shell.say(words or f"{verb} bij {self._editor.knowledge.step[step].title}.")


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]
