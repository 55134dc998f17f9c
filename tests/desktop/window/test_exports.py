"""Files for other programs: from the page and from the menu, written whole, refused with a word."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.window.dossier_view import DossierView
from desktop.window.exports import Exporter, ExportKind, content_of, export_name
from desktop.window.main_window import MainWindow
from models.dossier import Dossier, dossier_from_values
from models.knowledge import Knowledge
from models.vocabulary import StepId
from tests.desktop.window.conftest import settle
from tests.models.samples import example, minimal
from wizards.widgets.buttons import Button

Opened = Callable[..., DossierView]


def planned() -> Dossier:
    return dossier_from_values(example("lindestreek"))


def answered(view: DossierView, target: Path) -> list[tuple[str, str]]:
    """Let the view find ``target`` chosen; what it asked for."""
    asked: list[tuple[str, str]] = []

    def answer(_parent: object, kind: ExportKind, name: str, then: Callable[[Path], object]) -> None:
        asked.append((kind.value, name))
        then(target)

    view.files.ask_export = answer
    return asked


def words(window: MainWindow) -> str:
    return window.toast.words.text()


def test_the_agenda_is_written_where_asked(opened: Opened, window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    view, target = opened(planned()), tmp_path / "planning.ics"
    asked = answered(view, target)
    view.open_step(StepId.BESLUITVORMING, ("besluitvorming", "budget_year"))
    settle(qtbot)
    page = view.stack.currentWidget()
    button = next(b for b in page.findChildren(Button) if b.words == "Opslaan als agenda (.ics)")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: words(window) == "De agenda staat in planning.ics.", timeout=20_000)
    assert target.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert asked[0][0] == "ics" and asked[0][1].endswith(" - planning.ics")
    assert list(tmp_path.glob(".vormwijzer-*")) == []


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_the_menu_writes_a_spreadsheet(
    opened: Opened, window: MainWindow, qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    view, target = opened(planned()), tmp_path / f"cijfers.{kind}"
    answered(view, target)
    assert window.bar.export_button.isVisible()
    action = next(a for a in window.bar.export_menu.actions() if f"(.{kind})" in a.text())
    action.trigger()
    qtbot.waitUntil(lambda: words(window) == f"Het rekenblad staat in cijfers.{kind}.", timeout=20_000)
    assert target.read_bytes().startswith(b"PK")


def test_without_a_planning_nothing_is_written(
    opened: Opened, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    view, target = opened(dossier_from_values(minimal())), tmp_path / "leeg.ics"
    answered(view, target)
    view.export_calendar()
    qtbot.waitUntil(lambda: words(window).startswith("Er is nog geen planning"), timeout=20_000)
    assert not target.exists()


def test_a_place_that_cannot_be_written_is_said(
    opened: Opened, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    view = opened(planned())
    answered(view, tmp_path / "nergens" / "planning.ics")
    view.export_calendar()
    qtbot.waitUntil(lambda: "kon niet worden geschreven" in words(window), timeout=20_000)


def test_an_example_can_be_taken_along_too(opened: Opened, window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    view, target = opened(planned(), read_only=True), tmp_path / "planning.ics"
    answered(view, target)
    view.export_calendar()
    qtbot.waitUntil(target.exists, timeout=20_000)
    qtbot.waitUntil(lambda: not view.files.exporter._background.busy, timeout=20_000)


def test_a_second_file_waits_for_the_first(qtbot: QtBot, knowledge: Knowledge, tmp_path: Path) -> None:
    exporter, said = Exporter(), list[str]()
    exporter.said.connect(said.append)
    with qtbot.waitSignal(exporter.made, timeout=20_000):
        exporter.make(ExportKind.AGENDA, planned(), knowledge, tmp_path / "a.ics")
        exporter.make(ExportKind.AGENDA, planned(), knowledge, tmp_path / "b.ics")
    assert said == ["De agenda wordt gemaakt.", "Er wordt al een bestand gemaakt."]
    assert not (tmp_path / "b.ics").exists()


def test_the_advised_basis_plans_where_none_is_chosen(knowledge: Knowledge) -> None:
    values = example("lindestreek")
    values["rechtsvorm"] |= {"choice": None}
    assert content_of(ExportKind.AGENDA, dossier_from_values(values), knowledge).startswith(b"BEGIN:VCALENDAR")


@pytest.mark.parametrize("kind", list(ExportKind))
def test_file_names_hold_on_every_system(kind: ExportKind) -> None:
    assert export_name('A/B: "C"?', kind).startswith("A B C - ")
    assert export_name("", kind).startswith("Dossier - ")
    assert export_name("x" * 300, kind).endswith(f".{kind.value}")


@pytest.mark.parametrize("kind", list(ExportKind))
def test_the_dialog_asks_for_that_kind(view: DossierView, qtbot: QtBot, kind: ExportKind) -> None:
    view.export(kind.value)
    dialog = view.findChild(QFileDialog)
    assert dialog is not None and dialog.defaultSuffix() == kind.value
    dialog.reject()
    settle(qtbot)


def test_narrow_and_elsewhere_the_menu_follows(opened: Opened, window: MainWindow, qtbot: QtBot) -> None:
    opened(planned())
    window.resize(960, 600)
    settle(qtbot)
    assert not window.bar.export_button.isVisible() and window.bar.more_button.isVisible()
    assert window.bar.export_menu.menuAction().isVisible()
    assert window.bar.export_menu.menuAction() in window.bar.more.actions()
