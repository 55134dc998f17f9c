"""What goes on with the document, in one line: its state in words; after half a second how far, and a way to stop."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from wizards.look.look import Look
from wizards.widgets.boxes import row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.text import Label

__all__ = ["PATIENCE_MS", "WorkLine"]

PATIENCE_MS = 500
"""After this long, in milliseconds, progress is shown."""


class _Bar(QProgressBar):
    """A trough that fills."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setRange(0, 100)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Grows with the text."""
        return QSize(self._look.glyph(120), self._look.glyph(12))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw trough and filling."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.setPen(QPen(self._look.colour("edge"), 1.25))
        painter.setBrush(self._look.colour("surface"))
        painter.drawRoundedRect(box, 4, 4)
        filled = box.adjusted(2, 2, -2, -2)
        filled.setWidth(filled.width() * self.value() / 100)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("action"))
        painter.drawRoundedRect(filled, 2, 2)


class WorkLine(QWidget):
    """Says one thing at a time. ``stop`` and ``again`` are what its buttons do."""

    def __init__(self, look: Look, stop: Callable[[], object], again: Callable[[], object]) -> None:
        super().__init__()
        self._look, self._state = look, ""
        self.words = Label(look, "", colour="ink2")
        self.bar = _Bar(look)
        self.stop = Button(look, "Stoppen", ButtonKind.OUTLINE, icon="close")
        self.again = Button(look, "Opnieuw maken", ButtonKind.OUTLINE, icon="redo")
        self.stop.clicked.connect(lambda *_: stop())
        self.again.clicked.connect(lambda *_: again())
        line = row(look.space(10))
        line.addWidget(self.words, 1)
        for widget in (self.bar, self.stop, self.again):
            line.addWidget(widget)
            widget.hide()
        self.setLayout(line)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._show_progress)

    @property
    def waits(self) -> bool:
        """Whether work goes on that is not shown with a bar yet."""
        return self._patience.isActive()

    def show_state(self, words: str) -> None:
        """Nothing goes on: say how the document stands."""
        self._state = words
        self._rest(words, "ink2", again=False)

    def show_work(self, words: str) -> None:
        """Something goes on; in half a second its progress shows too."""
        self.words.setText(words)
        self.words.recolour("ink2")
        self.again.hide()
        self.bar.setAccessibleName(words)
        if not self.bar.isVisible() and not self.waits:
            self.bar.setValue(0)
            self._patience.start()

    def show_part(self, part: float) -> None:
        """How far it is, 0 to 1."""
        self.bar.setValue(round(100 * part))

    def show_halt(self, words: str) -> None:
        """It was stopped, or went wrong: the document is not as it should be, and can be made again."""
        self._rest(words, "warn", again=True)

    def rest(self) -> None:
        """Nothing goes on any more: the state as it was."""
        self._rest(self._state, "ink2", again=False)

    def _rest(self, words: str, colour: str, *, again: bool) -> None:
        held = self.stop.hasFocus()
        self._patience.stop()
        self.words.setText(words)
        self.words.recolour(colour)
        self.again.setVisible(again)
        if held and again:
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bar.hide()
        self.stop.hide()

    def _show_progress(self) -> None:
        self.bar.show()
        self.stop.show()
