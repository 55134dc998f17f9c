"""The screens of the computer, in words and by a key that stays."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.workshop.audience import AudienceWindow
from desktop.workshop.beamer import Beamer
from desktop.workshop.screens import Screens, ScreenSource, mirrored, screen_name, shape_of, standing_on
from tests.desktop.workshop.fake_screens import LAPTOP, MIRROR, ROOM, FakeScreens
from wizards.look.look import Look


def test_a_screen_has_a_name_that_people_know() -> None:
    assert screen_name(2, "BenQ", 1920, 1080) == "Scherm 2: BenQ (1920 × 1080)"
    assert screen_name(1, "", 1024, 768) == "Scherm 1 (1024 × 768)"


def test_screens_that_lie_over_each_other_are_mirrored() -> None:
    assert mirrored((LAPTOP, MIRROR))
    assert mirrored((LAPTOP, MIRROR._replace(geometry=QRect(0, 0, 1024, 768))))
    assert not mirrored((LAPTOP, ROOM))
    assert not mirrored((LAPTOP,))
    assert not mirrored(())


def test_the_screens_of_this_computer(qapp: QApplication) -> None:
    screens = Screens()
    found = screens.all()
    assert len(found) == len(QGuiApplication.screens())
    real = QGuiApplication.primaryScreen()
    assert found[0].geometry == real.geometry()
    assert screens.screen(found[0].key) is real
    assert screens.screen("an other one") is None
    assert not screens.mirrored


def test_a_change_is_told(qapp: QApplication, qtbot: QtBot) -> None:
    screens = Screens()
    with qtbot.waitSignal(screens.changed, timeout=2000):
        QGuiApplication.primaryScreen().geometryChanged.emit(QRect(0, 0, 640, 480))


def test_a_screen_that_goes_is_gone_at_once(qapp: QApplication, qtbot: QtBot) -> None:
    screens = Screens()
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    with qtbot.waitSignals([screens.changed, screens.changed], timeout=2000):
        seen: list[int] = []
        screens.changed.connect(lambda: seen.append(len(screens.all())))
        app.screenRemoved.emit(QGuiApplication.primaryScreen())
    assert seen == [0, 1]  # Qt's own list has it still, as it was only said


def test_the_fake_ones_are_a_source(qapp: QApplication) -> None:
    source: ScreenSource = FakeScreens(LAPTOP, ROOM)
    assert source.all() == (LAPTOP, ROOM)


def test_the_beamer_fills_a_real_screen(look: Look, qtbot: QtBot) -> None:
    screens = Screens()
    beamer = Beamer(look, screens)
    beamer.start()
    assert beamer.window is not None and beamer.one_screen
    assert beamer.window.isFullScreen() and beamer.window.geometry() == screens.all()[0].geometry
    beamer.stop()
    assert not beamer.window.isVisible()
    beamer.start()
    assert beamer.window.isFullScreen()
    beamer.close()


def test_on_a_real_screen_the_facilitator_keeps_the_focus(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Offscreen each window that comes has the focus; what would take it elsewhere is ``showFullScreen``."""

    def never(window: AudienceWindow) -> None:
        raise AssertionError

    monkeypatch.setattr(AudienceWindow, "showFullScreen", never)
    window, screens = AudienceWindow(), Screens()
    qtbot.addWidget(window)
    info = screens.all()[0]
    window.stand_on(info, screens.screen(info.key), take_focus=False)
    assert window.isVisible() and window.isFullScreen()
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_the_facilitator_gets_the_focus_back(qtbot: QtBot) -> None:
    home, window, screens = QWidget(), AudienceWindow(), Screens()
    for widget in (home, window):
        qtbot.addWidget(widget)
    home.show()
    info = screens.all()[0]
    window.stand_on(info, screens.screen(info.key), take_focus=True)
    qtbot.waitUntil(window.isActiveWindow)
    window.leave(home)
    qtbot.waitUntil(home.isActiveWindow)
    assert not window.isVisible()


def test_the_shape_of_a_screen() -> None:
    assert shape_of(LAPTOP) == 1366 / 768
    assert shape_of(None) == shape_of(LAPTOP._replace(geometry=QRect())) == 16 / 9


def test_a_window_stands_on_the_screen_that_has_most_of_it() -> None:
    screens = (LAPTOP, ROOM)
    assert standing_on(screens, QRect(1300, 100, 400, 300)) == ROOM
    assert standing_on(screens, QRect(900, -300, 600, 400)) == LAPTOP  # its middle is on none
    assert standing_on(screens, QRect(-32000, -32000, 160, 30)) is None
    assert standing_on((), QRect(0, 0, 10, 10)) is None
