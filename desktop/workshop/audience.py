"""The window on the beamer: a sheet over the whole screen, and nothing of the facilitator."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QCursor, QKeyEvent, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from desktop.workshop.screens import ScreenInfo
from desktop.workshop.stage import Stage, paint_stage, stage_colours

__all__ = ["AudienceWindow", "Wish"]

Wish = str
"""What a key asks, such as ``stop`` or ``larger``: the values of the two tables below."""

_KEYS: Mapping[Qt.Key, Wish] = {
    Qt.Key.Key_Escape: "stop",
    Qt.Key.Key_F5: "stop",
    Qt.Key.Key_F7: "freeze",
    Qt.Key.Key_F8: "blank",
    Qt.Key.Key_F9: "swap",
    Qt.Key.Key_PageDown: "next",
    Qt.Key.Key_PageUp: "previous",
}
_CTRL_KEYS: Mapping[Qt.Key, Wish] = {
    Qt.Key.Key_Plus: "larger",
    Qt.Key.Key_Equal: "larger",
    Qt.Key.Key_Minus: "smaller",
    Qt.Key.Key_0: "usual",
}


class AudienceWindow(QWidget):
    """A window of its own. ``wished``: what a key in it asks; ``closed``: somebody closed it, such as with Alt+F4."""

    wished = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        # The program neither ends with this window, nor goes on because of it.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(QCursor(Qt.CursorShape.BlankCursor))
        self.setWindowTitle("Beamer – Vormwijzer")
        self._colours = stage_colours()
        self._stage = Stage(None)

    @property
    def stage(self) -> Stage:
        """What it shows."""
        return self._stage

    def show_stage(self, stage: Stage, name: str, description: str) -> None:
        """Show this. ``name`` and ``description``: for assistive technology."""
        self._stage = stage
        if self.accessibleName() != name:
            self.setAccessibleName(name)
        if self.accessibleDescription() != description:
            self.setAccessibleDescription(description)
        self.update()

    def stand_on(self, info: ScreenInfo, screen: QScreen | None, *, take_focus: bool) -> None:
        """Cover the screen ``info``; ``screen``: Qt's own, None for one that only a test knows."""
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not take_focus)
        if screen is not None:
            if self.windowState() & Qt.WindowState.WindowFullScreen:
                # Some systems move a window that fills a screen only after it filled it no more.
                self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)
            self.setScreen(screen)
            self.setGeometry(info.geometry)
            # Not ``showFullScreen``: that takes the focus from the facilitator, whatever the attribute above says.
            self.setWindowState(self.windowState() | Qt.WindowState.WindowFullScreen)
        else:
            self.setGeometry(info.geometry)
        self.show()
        if take_focus:
            self.activateWindow()

    def leave(self, home: QWidget | None) -> None:
        """Show nothing any more; the focus, where it was here, goes to ``home``: not every system sees to that."""
        focused = self.isActiveWindow()
        self.hide()
        if focused and home is not None:
            home.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The facilitator's keys work here too: with one screen this window covers the other."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held & Qt.KeyboardModifier.ControlModifier:
            wish = _CTRL_KEYS.get(key)
        else:
            wish = _KEYS.get(key) if held == Qt.KeyboardModifier.NoModifier else None
        if wish is None:
            super().keyPressEvent(event)
        else:
            self.wished.emit(wish)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it stops the beamer, and nothing else."""
        super().closeEvent(event)
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_stage(painter, QRectF(self.rect()), self._stage, self._colours)
