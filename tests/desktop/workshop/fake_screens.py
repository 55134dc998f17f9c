"""Screens that only a test knows: they come, go and change at will."""

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QScreen

from desktop.workshop.screens import ScreenInfo, screen_name

SIZES = ((1024, 768), (1280, 720), (1280, 1024), (1920, 1080), (1920, 1200), (3840, 2160))


def screen_of(number: int, left: int = 0, width: int = 1920, height: int = 1080, make: str = "BenQ") -> ScreenInfo:
    """A screen of this size, ``left`` on the desktop."""
    name = screen_name(number, make, width, height)
    return ScreenInfo(f"{make} {number}", name, QRect(left, 0, width, height))


LAPTOP = screen_of(1, width=1366, height=768, make="Dell")
ROOM = screen_of(2, left=1366)
MIRROR = ROOM._replace(geometry=QRect(0, 0, 1366, 768))


class FakeScreens(QObject):
    """A source of screens."""

    changed = Signal()

    def __init__(self, *screens: ScreenInfo) -> None:
        super().__init__()
        self._screens = screens

    def all(self) -> tuple[ScreenInfo, ...]:
        return self._screens

    def screen(self, key: str) -> QScreen | None:
        return None

    def become(self, *screens: ScreenInfo) -> None:
        """Other screens from now on."""
        self._screens = screens
        self.changed.emit()
