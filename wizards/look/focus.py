"""The focus ring: a yellow band with a dark edge around the control that has the focus, drawn by one overlay."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from wizards.look.look import Look

__all__ = ["FocusRing"]

_ROOM = 6
_MOVES = frozenset(
    {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest}
)


class FocusRing(QWidget):
    """Follows the focus inside ``window``. It takes no mouse, no focus and says nothing to assistive technology.

    A control with the property ``shows_focus`` draws the ring itself, such as a list around one of its lines.
    """

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._watched: list[QWidget] = []
        self._target: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._place)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)
        look.changed.connect(self.update)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for watched in self._watched:
            if isValid(watched):
                watched.removeEventFilter(self)
        self._watched = []
        inside = new is not None and new.window() is self.window() and new is not self.window()
        self._target = new if inside else None
        widget: QWidget | None = self._target
        while widget is not None and widget is not self.window():
            widget.installEventFilter(self)
            widget.destroyed.connect(self._forget)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self._later.start()

    def _forget(self, *_args: object) -> None:
        # Whatever of the chain is gone: nothing to draw around until the focus moves again.
        self._watched, self._target = [], None
        self._later.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow when something on the way to the control moves."""
        if event.type() in _MOVES:
            self._later.start()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible() or _ringless(target):
            self.hide()
            return
        box = QRect(target.mapTo(self.window(), QPoint(0, 0)), target.size())
        room = self._view_of(target)
        ring = box.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM).intersected(room)
        if ring.isEmpty():
            self.hide()
            return
        self._box = box.translated(-ring.topLeft())
        self.setGeometry(ring)
        self.raise_()
        self.show()
        self.update()

    def _view_of(self, target: QWidget) -> QRect:
        """The part of the window in which the control can be seen: inside each scroll area around it."""
        room = self.window().rect()
        widget = target.parentWidget()
        while widget is not None and widget is not self.window():
            if isinstance(widget, QAbstractScrollArea) and widget is not target:
                view = widget.viewport()
                top_left = view.mapTo(self.window(), QPoint(0, 0))
                room = room.intersected(QRect(top_left, view.size()).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM))
            widget = widget.parentWidget()
        return room

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw band and edge around the control, not over it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self._box)
        painter.setPen(QPen(self._look.colour("pointer"), 3))
        painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 8, 8)
        painter.setPen(QPen(self._look.colour("focus_out"), 1.5))
        painter.drawRoundedRect(box.adjusted(-4.25, -4.25, 4.25, 4.25), 10, 10)


def _ringless(target: QWidget) -> bool:
    """A heading takes the focus so that reading and Tab begin there: it is no control."""
    return bool(target.property("shows_focus")) or target.focusPolicy() == Qt.FocusPolicy.NoFocus
