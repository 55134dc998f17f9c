"""A preview of an example in a real window, with a real library behind it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.preview.making import Made, Wish, make
from desktop.preview.view import PreviewView
from desktop.report.edition import Edition
from desktop.window.dossier_view import DossierView
from desktop.window.main_window import MainWindow
from models.dossier import Dossier, dossier_from_values
from models.knowledge import Knowledge
from models.storage.library import Library
from tests.changed import replace
from tests.desktop.window.conftest import opened, settle, shelf, view, window
from tests.models.samples import example

__all__ = ["opened", "shelf", "view", "window"]

MADE_MS = 30_000


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library with nothing in it."""
    made = Library.open(tmp_path / "library" / "m.db")
    yield made
    made.close()


@pytest.fixture(scope="session")
def made(knowledge: Knowledge) -> Made:
    """The report of the smallest example."""
    return make(Wish(dossier_from_values(example("netwerk")), knowledge, Edition()), lambda _part: None)


@pytest.fixture
def preview(window: MainWindow, library: Library, qtbot: QtBot) -> PreviewView:
    """The preview of a dossier of the library, made."""
    dossier = dossier_from_values(example("netwerk"))
    library.save(dossier)
    opened_view = window.open_dossier(dossier, library)
    settle(qtbot)
    opened_view.open_preview()
    shown = opened_view.files.preview
    finished(shown, qtbot)
    return shown


def finished(preview: PreviewView, qtbot: QtBot) -> None:
    """Wait until what is wanted is shown."""
    qtbot.waitUntil(lambda: not preview.maker.busy, timeout=MADE_MS)
    settle(qtbot)


def wished(dossier: Dossier, knowledge: Knowledge, **edition: object) -> Wish:
    """A wish for an edition of ``dossier``."""
    return Wish(dossier, knowledge, replace(Edition(), **edition))  # type: ignore[arg-type]


def of_window(preview: PreviewView) -> DossierView:
    """The dossier that it belongs to."""
    found = preview.context.navigator
    assert isinstance(found, DossierView)
    return found


def answering(path: Path) -> Callable[..., object]:
    """A dialog that answers ``path`` at once."""

    def ask(*arguments: object) -> object:
        then = arguments[-1]
        assert callable(then)
        return then(path)

    return ask


def process() -> None:
    """Let what waits happen."""
    for _ in range(3):
        QApplication.processEvents()
