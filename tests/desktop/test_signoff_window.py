"""Sign-off in the real window: freezing saves what was just typed, and a copy of a version opens."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.settings import SettingsStore
from desktop.signoff import DossierDesk
from desktop.window.main_window import MainWindow
from models.dossier import dossier_from_values
from models.knowledge import Knowledge
from models.storage.library import Library
from models.vocabulary import StepId
from tests.models.samples import full
from wizards.look.look import Look
from wizards.steps.vaststelling_parts.versions_view import VersionsView


@pytest.fixture
def window(qtbot: QtBot, look: Look, tmp_path: Path, knowledge: Knowledge) -> Iterator[MainWindow]:
    made = MainWindow(look, SettingsStore(tmp_path / "settings"))
    made.set_knowledge(lambda: knowledge)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    yield made
    made.close_dossier()


def settle(desk: DossierDesk) -> None:
    while desk.busy:
        desk._background.wait()
    for _ in range(4):
        QApplication.processEvents()


def test_freeze_and_go_on_with_a_copy(window: MainWindow, tmp_path: Path) -> None:
    with Library.open(tmp_path / "mijn-dossiers.db") as library:
        dossier = dossier_from_values(full())
        library.save(dossier)
        view = window.open_dossier(dossier, library)
        desk = view.context.desk
        assert isinstance(desk, DossierDesk)
        settle(desk)
        view.open_step(StepId.VASTSTELLING)
        page = view.stack.currentWidget()
        page.open_view("versies")  # type: ignore[attr-defined]
        versions = page.findChild(VersionsView)
        view.editor.put(("opgave", "question"), "Net getypt")
        versions.form.put("name", "Voor het college")
        versions.freeze()
        settle(desk)
        (revision,) = library.revisions(dossier.id)
        assert library.revision_document(revision.id).document["opgave"]["question"] == "Net getypt"
        assert versions.state.text() == "Het dossier is nu gelijk aan versie 1."
        view.editor.put(("opgave", "question"), "Daarna veranderd")
        desk.open_copy(revision.id)
        settle(desk)
        opened = window.dossier_view
        assert opened is not None
        assert opened is not view
        assert opened.editor.dossier.opgave.question == "Net getypt"
        assert opened.editor.dossier.id != dossier.id
        assert library.load(dossier.id).opgave.question == "Daarna veranderd"
        window.close_dossier()


def test_going_away_asks_about_what_was_not_sent(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    with Library.open(tmp_path / "mijn-dossiers.db") as library:
        dossier = dossier_from_values(full())
        library.save(dossier)
        view = window.open_dossier(dossier, library)
        desk = view.context.desk
        assert isinstance(desk, DossierDesk)
        settle(desk)
        view.open_step(StepId.VASTSTELLING)
        page = view.stack.currentWidget()
        page.open_view("versies")  # type: ignore[attr-defined]
        name = page.findChild(VersionsView).form.control("name")
        qtbot.keyClicks(name, "Voor het college")
        view.show_tasks()
        window.show_start()
        dialog = window.unsent.dialog
        assert dialog is not None and window.dossier_view is view
        assert [label.text() for label in dialog.lines] == [
            "Bij Advies, akkoord en evaluatie vulde u “Naam van de versie” in. Dat is nog niet genoteerd.",
            "Gaat u nu weg, dan is die tekst weg.",
        ]
        dialog.close()
        assert window.focusWidget() is name
        assert not window.close() and window.dossier_view is view
        assert window.unsent.dialog is not None
        window.unsent.dialog.buttons["back"].click()
        window.show_start()
        assert window.unsent.dialog is not None
        window.unsent.dialog.buttons["leave"].click()
        assert window.dossier_view is None


def test_an_example_has_no_desk(window: MainWindow) -> None:
    view = window.open_dossier(dossier_from_values(full()), read_only=True)
    assert view.context.desk is None
