"""A real window with a real dossier, in the light look."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.settings import Settings, SettingsStore
from desktop.window.dossier_view import DossierView
from desktop.window.main_window import MainWindow
from models.dossier import Dossier, dossier_from_values
from models.knowledge import Knowledge
from tests.models.samples import example
from wizards.look.look import Look, load_fonts


class Shelf:
    """A library of one dossier; ``error``: what it raises instead of saving."""

    def __init__(self) -> None:
        self.kept: list[Dossier] = []
        self.error: Exception | None = None

    def save(self, dossier: Dossier) -> None:
        """Keep it."""
        if self.error is not None:
            raise self.error
        self.kept.append(dossier)


@pytest.fixture
def shelf() -> Shelf:
    """Where the dossier is saved."""
    return Shelf()


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, knowledge: Knowledge, tmp_path: Path) -> Iterator[MainWindow]:
    """The window, shown, with nothing open."""
    load_fonts()
    look = Look()
    made = MainWindow(look, SettingsStore(tmp_path), Settings())
    look.apply_to(qapp)
    made.set_knowledge(lambda: knowledge)
    made.resize(1280, 720)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()
    qapp.processEvents()


@pytest.fixture
def opened(window: MainWindow, shelf: Shelf, qtbot: QtBot) -> Callable[..., DossierView]:
    """Opens a dossier (the example ``bar``) and lets it settle."""

    def make(dossier: Dossier | None = None, *, read_only: bool = False) -> DossierView:
        chosen = dossier or dossier_from_values(example("bar"))
        view = window.open_dossier(chosen, shelf, read_only=read_only)
        settle(qtbot)
        return view

    return make


@pytest.fixture
def view(opened: Callable[..., DossierView]) -> DossierView:
    """The example, opened to be edited."""
    return opened()


def settle(qtbot: QtBot) -> None:
    """Let timers of no time run."""
    for _ in range(4):
        QApplication.processEvents()
    qtbot.wait(5)


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key at the control that has the focus in the window of ``widget``, as a person would."""
    QTest.keyClick(widget.window().focusWidget() or widget, key, modifier)
    QApplication.processEvents()
