"""The window: start, dossier, help, the bar, saving, settings."""

import subprocess
import sys
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.settings import Appearance
from desktop.window.dossier_view import DossierView
from desktop.window.main_window import MainWindow
from models.storage.errors import NotWritable
from models.vocabulary import Onlooker, StepId
from tests.desktop.window.conftest import Shelf, press, settle

HEAVY = ("pydantic", "sqlalchemy", "reportlab", "yaml", "models.dossier", "models.knowledge")
CTRL = Qt.KeyboardModifier.ControlModifier


class Help(QWidget):
    """A help view that remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.topics: list[str] = []

    def open_topic(self, topic: str) -> None:
        self.topics.append(topic)


def test_importing_the_window_imports_nothing_heavy() -> None:
    code = f"import sys, desktop.window.main_window; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.strip() == "[]"


def test_task_list_is_the_first_thing_seen(view: DossierView, window: MainWindow) -> None:
    assert view.stack.currentWidget() is view.tasks
    assert window.windowTitle() == f"Takenlijst · {view.editor.dossier.title} – Vormwijzer"
    assert view.rail.isHidden()


def test_title_says_which_step_of_how_many(view: DossierView, window: MainWindow) -> None:
    view.open_step(StepId.PARTNERS)
    assert window.windowTitle() == f"Onderdeel 2 van 14 · Partners · {view.editor.dossier.title} – Vormwijzer"
    view.editor.put(("short_route",), True)
    view.open_step(StepId.VORM)
    assert window.windowTitle().startswith("Onderdeel 7 van 14 · Samenwerkingsvorm")


def test_crumbs_lead_back(view: DossierView, window: MainWindow) -> None:
    view.open_step(StepId.PARTNERS)
    assert window.bar.part.words == "Partners"
    window.bar.dossier.click()
    assert view.stack.currentWidget() is view.tasks
    window.bar.crumb_home.click()
    assert window.dossier_view is None
    assert window.stack.currentWidget() is window.start


def test_help_opens_on_the_step_and_escape_leads_back(view: DossierView, window: MainWindow) -> None:
    made = Help()
    window.set_help(lambda: made)
    view.open_step(StepId.VORM)
    press(window, Qt.Key.Key_F1)
    assert made.topics == ["step:vorm"]
    assert window.stack.currentWidget() is made
    assert window.windowTitle() == "Naslag – Vormwijzer"
    press(window, Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is view
    assert window.windowTitle().startswith("Onderdeel 7")


def test_edit_is_saved_and_said_in_the_bar(view: DossierView, window: MainWindow, shelf: Shelf, qtbot: QtBot) -> None:
    view.editor.put(("title",), "Anders")
    qtbot.waitUntil(lambda: any(d.title == "Anders" for d in shelf.kept), timeout=2000)
    qtbot.waitUntil(lambda: window.bar.saved.label.text().startswith("Opgeslagen om "), timeout=1000)
    assert window.bar.dossier.words == "Anders"


def test_failed_save_is_shown_once_with_a_way_out_and_its_end_too(
    view: DossierView, window: MainWindow, shelf: Shelf, qtbot: QtBot
) -> None:
    assert window.autosave is not None
    window.autosave.flush()
    shelf.error = NotWritable("x")
    view.editor.put(("title",), "Anders")
    assert not window.autosave.flush()
    assert window.toast.isVisible()
    assert window.toast.words.text().startswith("Niet opgeslagen: ")
    assert window.toast.action.words == "Kopie bewaren"
    assert window.toast.words.height() >= window.toast.words.heightForWidth(window.toast.words.width())
    assert window.bar.saved.label.text() == "Niet opgeslagen"
    shelf.error = None
    assert window.autosave.flush()
    assert window.toast.words.text().startswith("Opgeslagen om ")


def test_closing_saves_without_a_question(view: DossierView, window: MainWindow, shelf: Shelf) -> None:
    view.editor.put(("title",), "Nog net")
    window.close()
    assert shelf.kept[-1].title == "Nog net"
    assert window.settings.open_dossier == view.editor.dossier.id


def test_zoom_is_kept_and_folds_the_bar(view: DossierView, window: MainWindow, qtbot: QtBot) -> None:
    for _ in range(5):
        press(window, Qt.Key.Key_Plus, CTRL)
    settle(qtbot)
    assert window.settings.zoom == 2.0
    assert window.bar.more_button.isVisible()
    assert not window.bar.search_button.isVisible()
    press(window, Qt.Key.Key_0, CTRL)
    assert window.settings.zoom == 1.0
    assert window.look.zoom == 1.0


def test_settings_menu_changes_look_and_onlooker(view: DossierView, window: MainWindow) -> None:
    window.bar.settings_menu.appearance.emit("dark")
    assert window.look.palette.ground == "#0F1A1C"
    window.bar.settings_menu.onlooker.emit("raadslid")
    assert view.tasks.onlooker is Onlooker.RAADSLID
    assert window.settings == window.settings._replace(appearance=Appearance.DARK, onlooker=Onlooker.RAADSLID)


def test_example_cannot_be_changed_and_offers_a_copy(
    opened: Callable[..., DossierView], window: MainWindow, qtbot: QtBot
) -> None:
    view = opened(read_only=True)
    with qtbot.waitSignal(window.copy_wanted) as wanted:
        view.banner.copy.click()
    assert wanted.args == [view.editor.dossier]
    before = view.editor.dossier
    view.editor.put(("title",), "Anders")
    assert view.editor.dossier is before
    assert window.toast.action.words == "Kopie maken en bewerken"
    assert not window.bar.undo_button.isVisible()
    assert window.autosave is None


def test_second_dossier_takes_the_place_of_the_first(
    opened: Callable[..., DossierView], window: MainWindow, qtbot: QtBot
) -> None:
    first = opened()
    with qtbot.waitSignal(window.dossier_closed):
        second = opened()
    assert window.dossier_view is second is not first
    assert window.stack.count() == 2


def test_f6_goes_round_the_parts(view: DossierView, window: MainWindow) -> None:
    view.open_step(StepId.VORM)
    seen = []
    for _ in range(5):
        press(window, Qt.Key.Key_F6)
        focus = window.focusWidget()
        seen.append(next(zone for zone in (window.bar, *view.zones()) if zone.isAncestorOf(focus)))
    assert seen == [view.dock, view.footer, window.bar, view.rail, view.stack]
