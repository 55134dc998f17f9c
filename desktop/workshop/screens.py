"""The screens of this computer, and what a beamer asks of them: tests have screens of their own."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, QRect, QTimer, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

__all__ = [
    "ScreenInfo",
    "ScreenSource",
    "Screens",
    "mirrored",
    "proposed",
    "screen_name",
    "shape_of",
    "standing_on",
    "window_of",
]


class ScreenInfo(NamedTuple):
    """A screen. ``key``: the same when it is plugged in again; ``geometry``: in logical pixels of the desktop.

    ``name``: in words, such as "Scherm 2: BenQ (1920 × 1080)"; ``ratio``: pixels of the screen per logical pixel.
    """

    key: str
    name: str
    geometry: QRect
    ratio: float = 1.0


class ScreenSource(Protocol):
    """Where screens come from. ``changed``: one came, went, or has another size or place."""

    @property
    def changed(self) -> SignalInstance:
        """Emitted after something changed."""

    def all(self) -> tuple[ScreenInfo, ...]:
        """The screens there are now, the main one first; none while a computer sleeps."""

    def screen(self, key: str) -> QScreen | None:
        """Qt's own screen, None where there is none."""


def screen_name(number: int, make: str, width: int, height: int) -> str:
    """What people call a screen: its number, its make where it tells that, and its size in pixels."""
    said = f"Scherm {number}: {make}" if make else f"Scherm {number}"
    return f"{said} ({width} × {height})"


def mirrored(screens: Sequence[ScreenInfo]) -> bool:
    """Whether screens show the same: they then lie over each other."""
    return any(one.geometry.intersects(other.geometry) for one, other in combinations(screens, 2))


def shape_of(info: ScreenInfo | None) -> float:
    """Width by height of a screen; without one that of most."""
    if info is None or info.geometry.isEmpty():
        return 16 / 9
    return info.geometry.width() / info.geometry.height()


def standing_on(screens: Sequence[ScreenInfo], place: QRect) -> ScreenInfo | None:
    """The screen that has most of a window at ``place``; None where it is on none, such as when it is minimised."""

    def shared(info: ScreenInfo) -> int:
        both = info.geometry.intersected(place)
        return both.width() * both.height() if both.isValid() else 0

    best = max(screens, key=shared, default=None)
    return best if best is not None and shared(best) else None


def window_of(made: QObject) -> QWidget | None:
    """The window that something belongs to by its parents."""
    parent = made.parent()
    while parent is not None and not isinstance(parent, QWidget):
        parent = parent.parent()
    return None if parent is None else parent.window()


def proposed(screens: Sequence[ScreenInfo], home: ScreenInfo | None, remembered: str) -> ScreenInfo | None:
    """The screen for the room: the remembered one, but over the facilitator's window only where there is no other."""
    others = [info for info in screens if home is None or info.key != home.key]
    known = next((info for info in others if info.key == remembered), None)
    return known or next(iter(others), None) or next(iter(screens), None)


class Screens(QObject):
    """The screens that Qt knows."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        self._leaving: list[QScreen] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._settled)
        app.screenAdded.connect(self._came)
        app.screenRemoved.connect(self._went)
        app.primaryScreenChanged.connect(self._soon)
        for screen in app.screens():
            self._watch(screen)

    @property
    def mirrored(self) -> bool:
        """Whether two screens show the same."""
        return mirrored(self.all())

    def all(self) -> tuple[ScreenInfo, ...]:
        """The screens there are now, the main one first."""
        seen: Counter[str] = Counter()
        infos = []
        for number, screen in enumerate(self._present(), 1):
            key = _key_of(screen)
            seen[key] += 1
            # Two of the same make without a serial number are told apart by their order.
            key = key if seen[key] == 1 else f"{key}#{seen[key]}"
            ratio, size = screen.devicePixelRatio(), screen.geometry().size()
            name = screen_name(number, _make_of(screen), round(size.width() * ratio), round(size.height() * ratio))
            infos.append(ScreenInfo(key, name, screen.geometry(), ratio))
        return tuple(infos)

    def screen(self, key: str) -> QScreen | None:
        """Qt's own screen, None where there is none."""
        pairs = zip(self.all(), self._present(), strict=True)
        return next((screen for info, screen in pairs if info.key == key), None)

    def _present(self) -> list[QScreen]:
        return [screen for screen in QGuiApplication.screens() if screen not in self._leaving]

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._soon)
        screen.logicalDotsPerInchChanged.connect(self._soon)

    def _soon(self, *_args: object) -> None:
        # What a signal tells is not for the timer: it would take a number for its interval.
        self._later.start()

    def _came(self, screen: QScreen) -> None:
        self._watch(screen)
        self._later.start()

    def _went(self, screen: QScreen) -> None:
        # At once: Qt moves what was on it to the main screen, where the facilitator works.
        self._leaving.append(screen)
        self.changed.emit()
        self._later.start()

    def _settled(self) -> None:
        self._leaving.clear()
        self.changed.emit()


def _key_of(screen: QScreen) -> str:
    parts = (screen.manufacturer(), screen.model(), screen.serialNumber())
    # With a serial number it is the same screen at whatever plug.
    return " ".join(filter(None, parts)) if screen.serialNumber() else " ".join(filter(None, (*parts, screen.name())))


def _make_of(screen: QScreen) -> str:
    return screen.manufacturer().strip() or screen.model().strip() or screen.name().strip()
