"""The row of dots above a statement: which are answered, which one is shown; each leads to its statement."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from wizards.look.look import Look
from wizards.widgets.boxes import FlowLayout, arm_path
from wizards.widgets.text import tooltip

__all__ = ["Dots"]


class _Dot(QAbstractButton):
    """One statement: filled when answered, an arm when it is shown."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.answered = self.current = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """At least 28 by 28 to click on."""
        side = max(28, self._look.glyph(28))
        return QSize(side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space picks; the arrows are for the row."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw it."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect()).center()
        if self.current:
            wide, high = look.glyph(20), look.glyph(15)
            painter.setPen(QPen(look.colour("on_pointer"), 1.25))
            painter.setBrush(look.colour("pointer"))
            painter.drawPath(arm_path(QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high), 0.42, 3))
            if self.answered:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("on_pointer"))
                painter.drawEllipse(middle, 2.5, 2.5)
            return
        radius = look.glyph(10) / 2
        on = self.answered
        painter.setPen(QPen(look.colour("action" if on or self.underMouse() else "edge"), 1.5))
        painter.setBrush(look.colour("action" if on else "surface"))
        painter.drawEllipse(middle, radius - 0.5, radius - 0.5)


class Dots(QWidget):
    """``picked``: the number of the statement, from 0. One stop for Tab; the arrows go along the row."""

    picked = Signal(int)

    def __init__(self, look: Look, names: tuple[str, ...]) -> None:
        super().__init__()
        self._names = names
        layout = FlowLayout(0)
        self.dots = tuple(_Dot(look) for _ in names)
        for number, dot in enumerate(self.dots):
            dot.clicked.connect(lambda *_, number=number: self.picked.emit(number))
            layout.addWidget(dot)
        self.setLayout(layout)

    def show_state(self, current: int, answered: tuple[bool, ...]) -> None:
        """Show which are answered, and which one is open on the page."""
        for number, (dot, done) in enumerate(zip(self.dots, answered, strict=True)):
            here = number == current
            state = "hier" if here else "beantwoord" if done else "nog open"
            dot.setAccessibleName(f"Stelling {number + 1}: {self._names[number]}, {state}")
            dot.setToolTip(tooltip(f"{number + 1}. {self._names[number]}"))
            dot.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
            if (dot.current, dot.answered) != (here, done):
                dot.current, dot.answered = here, done
                dot.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go to the statement beside it."""
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        here = next((number for number, dot in enumerate(self.dots) if dot.current), 0)
        if by is None or not 0 <= here + by < len(self.dots):
            super().keyPressEvent(event)
            return
        self.picked.emit(here + by)
        self.dots[here + by].setFocus(Qt.FocusReason.OtherFocusReason)
