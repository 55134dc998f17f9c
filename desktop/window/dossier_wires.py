"""What an open dossier asks of the window: to say things, to save, to make a copy."""

from typing import TYPE_CHECKING

from desktop.window.rescue import keep_copy
from desktop.window.save_watch import SaveWatch

if TYPE_CHECKING:
    from desktop.window.dossier_view import DossierView
    from desktop.window.main_window import MainWindow

__all__ = ["wire_dossier"]

_UNDO = "Ongedaan maken"


def wire_dossier(window: "MainWindow", view: "DossierView") -> None:
    """Connect ``view`` with ``window``, whose ``autosave`` is the one of this dossier."""
    editor = view.editor
    view.said.connect(window.say)
    view.said_with.connect(window.say)
    view.help_wanted.connect(window.open_help)
    view.copy_wanted.connect(lambda: window.copy_wanted.emit(editor.dossier))
    editor.said.connect(lambda text: window.say(text, _UNDO, window.undo))
    editor.refused.connect(lambda: _refuse(window, view))
    editor.changed.connect(window.toast.next_action)
    if window.autosave is None:
        window.bar.saved.show_state(None)
        return
    watch = SaveWatch(window.autosave, window.bar.saved)
    watch.failed.connect(lambda words: window.say(words, "Kopie bewaren", lambda: _rescue(window), urgent=True))
    watch.mended.connect(window.say)
    watch.refresh()


def _refuse(window: "MainWindow", view: "DossierView") -> None:
    window.say(
        "Dit is een voorbeeld. U kunt het bekijken, niet wijzigen.",
        "Kopie maken en bewerken",
        lambda: window.copy_wanted.emit(view.editor.dossier),
    )


def _rescue(window: "MainWindow") -> None:
    if window.dossier_view is not None:
        keep_copy(window, window.dossier_view.editor.dossier, window.say)
