""" "Over Vormwijzer": by mouse and keyboard, large and small, with what is good and what is damaged."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QAccessible, QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.about.build import Build
from desktop.about.components import Component
from desktop.about.facts import About, about_of
from desktop.dialogs.about import AboutDialog
from desktop.dialogs.open_folder import open_folder
from desktop.places import Origin, Place, Places
from desktop.policy import Policy
from tests.wizards.audit import cut_off, overlapping, rich_labels, small_targets, unnamed
from wizards.look.look import Look

VIEWS = ("program", "places", "licences")


class Opened(QObject):
    """Takes the place of the system's own program for folders."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.urls.append(url)


@pytest.fixture
def opened() -> Iterator[Opened]:
    taker = Opened()
    QDesktopServices.setUrlHandler("file", taker, "take")
    yield taker
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def components(tmp_path: Path) -> tuple[Component, ...]:
    (tmp_path / "a.txt").write_text("Tekst <b>van</b> de eerste")
    return (Component("alpha", "1.0", "MIT", (tmp_path / "a.txt",)), Component("Beta <img src=x>", "", ""))


@pytest.fixture
def about(tmp_path: Path) -> About:
    long = tmp_path / "OneDrive - Gemeente Lindestreek" / "Documenten" / "Vormwijzer & <b>meer</b>"
    long.mkdir(parents=True)
    library = Place(long / "mijn-dossiers.db", Origin.POLICY)
    rules = Policy(desk="Servicedesk", contact="toestel 1234", unknown=("plaatsen.gegeven",))
    settings, program = Place(tmp_path / "weg", Origin.STANDARD), Place(tmp_path, Origin.STANDARD)
    return about_of(Places(library, library, settings, program, Place(tmp_path / "b.toml", Origin.STANDARD), rules))


@pytest.fixture
def dialog(
    look: Look, qtbot: QtBot, about: About, components: tuple[Component, ...]
) -> Iterator[Callable[..., AboutDialog]]:
    made: list[AboutDialog] = []

    def make(told: About = about, parts: tuple[Component, ...] = components) -> AboutDialog:
        one = AboutDialog(look, None, told, lambda: parts)
        made.append(one)
        one.open()
        qtbot.wait(10)
        return one

    yield make
    for one in filter(isValid, made):
        one.close()


@pytest.mark.parametrize("zoom", [1.0, 2.0])
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_holds_to_the_rules(
    look: Look, qtbot: QtBot, dialog: Callable[..., AboutDialog], view: str, zoom: float
) -> None:
    look.wear(zoom=zoom)
    shown = dialog()
    shown.show_view(view)
    qtbot.wait(10)
    for found in (unnamed(shown), small_targets(shown), rich_labels(shown), cut_off(shown), overlapping(shown)):
        assert found == []
    page = shown.stack.currentWidget()
    assert page.minimumSizeHint().width() <= shown.stack.width(), "what stands at the right is cut off"
    room = shown.screen().availableGeometry()
    assert shown.width() <= room.width() and shown.height() <= room.height()


def test_it_says_what_it_knows(dialog: Callable[..., AboutDialog]) -> None:
    shown = dialog()
    told = shown.program.accessibleDescription()
    assert shown.about.build.version in told and shown.about.qt in told and "toestel 1234" in told
    places = shown.places.accessibleDescription()
    assert all(str(one.path) in places for one in shown.about.places)


def test_the_text_for_the_helpdesk_comes_on_the_clipboard(dialog: Callable[..., AboutDialog], qtbot: QtBot) -> None:
    shown = dialog()
    qtbot.mouseClick(shown.buttons["copy"], Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == shown.about.as_text()
    assert shown.isVisible() and shown.said.isVisible()
    shown.show_view("places")
    assert not shown.said.isVisible()


def test_a_folder_opens_only_where_it_is(
    dialog: Callable[..., AboutDialog], opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    shown = dialog()
    shown.show_view("places")
    assert set(shown.places.buttons) == {"library", "program", "policy"}  # no folder for the settings yet
    shown.places.buttons["library"].click()
    (url,) = opened.urls
    assert url.isLocalFile()
    assert Path(url.toLocalFile()) == shown.about.places[0].folder
    shown.about.places[0].folder.rmdir()  # gone in the meantime
    shown.places.buttons["library"].click()
    assert len(opened.urls) == 1 and shown.said.isVisible()
    (tmp_path / "programma.sh").write_text("#!/bin/sh")
    assert not open_folder(tmp_path / "programma.sh")  # nothing but a folder
    assert len(opened.urls) == 1


def test_choosing_a_component_shows_its_licence(dialog: Callable[..., AboutDialog], qtbot: QtBot) -> None:
    shown = dialog()
    shown.show_view("licences")
    page = shown.licences
    assert page is not None and page.list.count() == 2
    assert page.text.toPlainText() == "Tekst <b>van</b> de eerste"
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.licence.text() == "Licentie: onbekend"
    assert page.text.toPlainText() == "De licentie van dit onderdeel is onbekend."


def test_the_keyboard_reaches_everything(dialog: Callable[..., AboutDialog], qtbot: QtBot) -> None:
    shown = dialog()
    with qtbot.waitActive(shown):
        shown.activateWindow()
    assert shown.buttons["close"].hasFocus()
    seen = set()
    for _ in range(12):
        qtbot.keyClick(shown.focusWidget(), Qt.Key.Key_Tab)
        seen.add(shown.focusWidget())
    assert {shown.buttons["copy"], shown.program} <= seen
    segment = next(one for one in seen if one.parent() is shown.views)
    segment.setFocus()
    qtbot.keyClick(segment, Qt.Key.Key_Right)
    assert shown.stack.currentWidget() is shown.places
    names = [QAccessible.queryAccessibleInterface(b).text(QAccessible.Text.Name) for b in shown.places.buttons.values()]
    assert "Map openen: Mijn dossiers" in names
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_damage_is_told_and_stops_nothing(dialog: Callable[..., AboutDialog], about: About) -> None:
    damaged = dialog(
        replace(about, build=Build("0.1", damaged=True), fault="Het beleidsbestand /b.toml klopt niet."), ()
    )
    damaged.show_view("licences")
    assert damaged.licences is not None
    assert damaged.licences.licence.text() == "De lijst met onderdelen is niet te lezen."
    damaged.show_view("places")
    assert cut_off(damaged) == []


def test_the_components_of_this_program(look: Look, qtbot: QtBot, about: About) -> None:
    shown = AboutDialog(look, None, about)
    qtbot.addWidget(shown)
    shown.show_view("licences")
    assert shown.licences is not None and shown.licences.list.count() > 20
