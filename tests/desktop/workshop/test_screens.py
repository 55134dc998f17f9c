"""The screens of the computer, in words and by a key that stays."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.workshop.beamer import Beamer
from desktop.workshop.screens import Screens, ScreenSource, mirrored, screen_name
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
