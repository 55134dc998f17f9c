"""Long names may break, and nothing else of them changes."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.about.facts import about_of
from desktop.dialogs.about import AboutDialog
from desktop.dialogs.base import Dialog
from desktop.dialogs.fault import FaultDialog
from desktop.dialogs.library import LibraryDialog
from desktop.dialogs.long_names import breakable, shortened
from desktop.dialogs.settings import SettingsDialog
from desktop.faults import FaultReport
from desktop.places import Origin, Place, Places
from desktop.policy import Policy
from desktop.settings import Settings
from models.storage.errors import PolicyFailed
from wizards.look.look import Look

BREAK = "\u200b"
LONG = Path("/home") / ("k" * 200) / "Vormwijzer"


@given(st.text(alphabet="ab /\\é", max_size=300), st.booleans())
def test_only_breaks_are_added(text: str, folders: bool) -> None:
    shown = breakable(text, folders=folders)
    assert shown.replace(BREAK, "") == text
    assert not shown.startswith(BREAK) and not shown.endswith(BREAK)
    words = shown.replace(BREAK, " ").replace("/", " ").replace("\\", " ").split()
    assert all(len(word) <= 34 for word in words)


def test_what_fits_stays_as_it_is() -> None:
    path = "/home/k.de.vries/OneDrive - Gemeente Lindestreek/mijn-dossiers.db"
    assert breakable(path) == path
    assert breakable("C:\\a\\b", folders=True) == f"C:\\{BREAK}a\\{BREAK}b"
    assert breakable("/a/", folders=True) == f"/{BREAK}a/"


@given(st.text(max_size=300))
def test_a_very_long_path_keeps_its_beginning_and_its_end(path: str) -> None:
    shown = shortened(path)
    assert len(shown) == min(len(path), 120)
    head, _, tail = shown.partition("…") if len(path) > 120 and "…" not in path else (path, "", path)
    assert path.startswith(head) and path.endswith(tail)


def places() -> Places:
    library = Place(LONG / "mijn-dossiers.db", Origin.CHOSEN)
    other = Place(LONG, Origin.STANDARD)
    rules = Policy(desk="h" * 200, unknown=("plaatsen." + "g" * 70,), template=LONG / "huisstijl.zip")
    return Places(library, library, other, other, Place(LONG / "beleid.toml", Origin.STANDARD), rules)


def settings(look: Look) -> Dialog:
    return SettingsDialog(look, None, Settings(), places())


def library(look: Look) -> Dialog:
    error = PolicyFailed(LONG / "beleid.toml", f"Het beleidsbestand {LONG}/beleid.toml is niet te lezen.")
    return LibraryDialog(look, None, error, ())


def about(view: str) -> Callable[[Look], Dialog]:
    def make(look: Look) -> Dialog:
        dialog = AboutDialog(look, None, about_of(places()), lambda: ())
        dialog.show_view(view)
        return dialog

    return make


@pytest.mark.parametrize("zoom", [1.0, 2.0])
@pytest.mark.parametrize("make", [settings, library, about("program"), about("places")])
def test_a_name_of_200_letters_is_not_cut_off(
    look: Look, qtbot: QtBot, make: Callable[[Look], Dialog], zoom: float
) -> None:
    look.wear(zoom=zoom)
    dialog = make(look)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.wait(10)
    assert_whole(dialog)
    dialog.close()


def test_settings_grow_with_the_text_that_they_make_larger(look: Look, qtbot: QtBot) -> None:
    dialog = settings(look)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.wait(10)
    small = dialog.height()
    look.wear(zoom=2.0)
    qtbot.wait(20)
    assert_whole(dialog)
    assert small < dialog.height() <= 680  # of a screen of 720, less the frame of the window
    look.wear(zoom=1.0)
    qtbot.wait(20)
    assert dialog.height() == small
    dialog.close()


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_a_fault_keeps_its_buttons_on_the_screen(look: Look, qtbot: QtBot, zoom: float) -> None:
    look.wear(zoom=zoom)
    report = FaultReport(datetime(2026, 11, 21), "0.1.0", "Het ging mis.", "x" * 2000, "3.11", "6.11", "Linux")
    dialog = FaultDialog(look, None, report, saved=False)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.wait(10)
    assert dialog.height() <= dialog.screen().availableGeometry().height() - 40
    for label in (*dialog.lines, dialog.question):
        assert label.height() >= label.heightForWidth(label.width())
    for button in dialog.buttons.values():
        assert dialog.rect().contains(button.geometry())
    assert dialog.report.geometry().bottom() < dialog.buttons["copy"].geometry().top()
    dialog.close()


def assert_whole(dialog: Dialog) -> None:
    labels = [label for label in dialog.findChildren(QLabel) if label.isVisible() and label.text()]
    assert any(BREAK in label.text() for label in labels)
    for label in labels:
        metrics = QFontMetrics(label.font())
        pieces = label.text().replace(BREAK, " ").replace("/", "/ ").split()
        assert max(metrics.horizontalAdvance(piece) for piece in pieces) <= label.width(), label.text()
        assert BREAK not in label.text() or label.accessibleName().startswith(label.text().replace(BREAK, "")[:30])
        assert "…" not in label.accessibleName()
        assert label.height() >= label.heightForWidth(label.width())
