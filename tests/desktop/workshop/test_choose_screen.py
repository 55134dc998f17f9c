"""The choice of a screen: drawn to scale, by mouse and by keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from desktop.workshop.beamer import Beamer
from desktop.workshop.beamer_preview import BeamerControls
from desktop.workshop.choose_screen import ChooseScreen, ScreenMap
from tests.desktop.workshop.fake_screens import LAPTOP, ROOM, FakeScreens, screen_of
from wizards.look.look import Look

THIRD = screen_of(3, left=1366 + 1920, width=1024, height=768, make="Epson")


@pytest.fixture
def screens() -> FakeScreens:
    return FakeScreens(LAPTOP, ROOM, THIRD)


@pytest.fixture
def beamer(look: Look, screens: FakeScreens) -> Iterator[Beamer]:
    made = Beamer(look, screens, home=lambda: QRect(10, 10, 300, 200))
    yield made
    made.close()


@pytest.fixture
def dialog(look: Look, beamer: Beamer, qtbot: QtBot) -> ChooseScreen:
    made = ChooseScreen(look, beamer)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    qtbot.waitExposed(made)
    return made


def test_the_screen_without_the_facilitator_is_proposed(dialog: ChooseScreen) -> None:
    assert dialog.map.chosen == ROOM.key
    assert dialog.map.buttons[LAPTOP.key].accessibleName() == f"{LAPTOP.name}, met uw venster"
    assert dialog.map.buttons[ROOM.key].accessibleName() == ROOM.name


def test_the_screens_stand_as_on_the_desktop(dialog: ChooseScreen) -> None:
    laptop, room, third = (dialog.map.buttons[info.key].geometry() for info in (LAPTOP, ROOM, THIRD))
    assert laptop.right() < room.left() and room.right() < third.left()
    assert room.width() > laptop.width() > third.width()
    assert room.width() / room.height() == pytest.approx(16 / 9, rel=0.1)
    assert dialog.map.rect().contains(laptop.united(room).united(third))


def test_a_click_and_the_button_start_it_there(dialog: ChooseScreen, beamer: Beamer, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.map.buttons[THIRD.key], Qt.MouseButton.LeftButton)
    assert dialog.map.chosen == THIRD.key and not beamer.running
    dialog.buttons["start"].click()
    assert beamer.running and beamer.screen == THIRD and not dialog.isVisible()


def test_arrow_keys_choose_and_enter_starts(dialog: ChooseScreen, beamer: Beamer, qtbot: QtBot) -> None:
    button = dialog.map.buttons[ROOM.key]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Right)
    assert dialog.map.chosen == THIRD.key
    qtbot.keyClick(dialog.map.buttons[THIRD.key], Qt.Key.Key_Return)
    assert beamer.running and beamer.screen == THIRD


def test_escape_starts_nothing(dialog: ChooseScreen, beamer: Beamer, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible() and not beamer.running


def test_it_goes_when_the_screens_change(dialog: ChooseScreen, screens: FakeScreens, beamer: Beamer) -> None:
    screens.become(LAPTOP, ROOM)
    assert not dialog.isVisible() and not beamer.running


def test_it_comes_from_the_controls(look: Look, beamer: Beamer, qtbot: QtBot) -> None:
    controls = BeamerControls(look, beamer)
    qtbot.addWidget(controls)
    controls.show()
    asked = controls.ask_screen()
    assert asked.isVisible() and asked.parent() is controls
    asked.answer("start")
    assert beamer.screen == ROOM and beamer.running


def test_enter_takes_the_proposed_screen_at_once(dialog: ChooseScreen, beamer: Beamer, qtbot: QtBot) -> None:
    button = dialog.map.buttons[ROOM.key]
    assert dialog.focusWidget() is button
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert beamer.running and beamer.screen == ROOM


def test_who_takes_the_own_screen_gets_the_window_on_another(dialog: ChooseScreen, beamer: Beamer) -> None:
    places: list[QRect] = []
    beamer.swap_wanted.connect(places.append)
    dialog.map.buttons[LAPTOP.key].setChecked(True)
    dialog.buttons["start"].click()
    assert beamer.screen == LAPTOP and places == [ROOM.geometry]
    assert beamer.window is not None
    assert beamer.window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_a_screen_with_larger_letters_stands_against_its_neighbour(look: Look, qtbot: QtBot) -> None:
    large = LAPTOP._replace(geometry=QRect(0, 0, 911, 512), ratio=1.5)
    made = ScreenMap(look, (large, ROOM), ROOM.key, large.key)
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.show()
    laptop, room = (made.buttons[key].geometry() for key in (large.key, ROOM.key))
    assert 0 < room.left() - laptop.right() <= 10
    assert room.width() / laptop.width() == pytest.approx(1920 / 1366, rel=0.05)
