"""What an open dossier asks of the window: to say things, to save, to make a copy; and what it gets of the program."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.editor import DossierEditor
from desktop.preview.surroundings import Surroundings
from desktop.report.template import TemplateStore
from desktop.signoff import DossierDesk
from desktop.window.dossier_view import DossierView
from desktop.window.records import Records
from desktop.window.rescue import keep_copy
from desktop.window.save_watch import SaveWatch

if TYPE_CHECKING:
    from desktop.autosave import Store
    from desktop.window.main_window import MainWindow
    from models.dossier import Dossier
    from models.knowledge import Knowledge

__all__ = ["make_view", "wire_dossier"]

_UNDO = "Ongedaan maken"


def make_view(
    window: "MainWindow", dossier: "Dossier", knowledge: "Knowledge", store: "Store | None", *, read_only: bool
) -> DossierView:
    """The view of ``dossier`` with an editor of its own; ``read_only``: an example, which has no records."""
    editor = DossierEditor(dossier, knowledge, read_only=read_only)
    records = store if isinstance(store, Records) and not read_only else None
    desk = DossierDesk(editor, records, lambda: _flush(window), parent=editor) if records is not None else None

    def keep_folder(folder: Path) -> None:
        window.take_settings(window.settings._replace(last_folder=folder))

    def keep_audience(zoom: float, screen: str) -> None:
        window.take_settings(window.settings._replace(audience_zoom=zoom, audience_screen=screen))

    around = Surroundings(
        shelf=records,
        desk=desk,
        templates=TemplateStore(window.outfit.folder, window.outfit.house_style),
        look_up=lambda: window.look_up(),
        folder=lambda: window.settings.last_folder,
        keep_folder=keep_folder,
        workshops=records,
        audience=lambda: (window.settings.audience_zoom, window.settings.audience_screen),
        keep_audience=keep_audience,
    )
    view = DossierView(window.look, editor, window.settings.onlooker, around)
    editor.setParent(view)
    return view


def _flush(window: "MainWindow") -> bool:
    return window.autosave is not None and window.autosave.flush()


def _wire_desk(window: "MainWindow", desk: DossierDesk, store: "Store") -> None:
    desk.said.connect(window.say)
    desk.failed.connect(lambda words: window.say(words, urgent=True))
    desk.copied.connect(lambda copy: window.open_dossier(copy, store, saved_at=datetime.now(UTC)))


def wire_dossier(window: "MainWindow", view: DossierView, store: "Store | None") -> None:
    """Connect ``view`` with ``window``, whose ``autosave`` is the one of this dossier."""
    if store is not None and view.around.desk is not None:
        _wire_desk(window, view.around.desk, store)
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
