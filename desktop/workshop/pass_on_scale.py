"""The answers that a participant gives on the laptop that goes round: a scale of large stops, or dots per option."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QElapsedTimer, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QRadioButton, QSizePolicy, QWidget

from desktop.workshop.vote_fields import MOST_ON_ONE
from models.workshop.records import Subject, SubjectKind
from models.workshop.subjects import Scale
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import column, row
from wizards.widgets.buttons import IconButton
from wizards.widgets.text import Label, tooltip

__all__ = ["BigDots", "BigScale"]

_NO_STYLE = "QGroupBox { border: 0; margin: 0; padding: 0; } QGroupBox::title { width: 0; height: 0; }"
_TEN_WITHIN_MS = 1500
"""A 0 typed so soon after a 1 makes it a 10."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}


class _Stop(QRadioButton):
    """One large stop with its number."""

    def __init__(self, look: Look, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self.number = look, number
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def hitButton(self, position: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw circle, number, and the yellow ring where it is chosen."""
        look, on = self._look, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, radius = QPointF(self.width() / 2, self.height() / 2), self.width() / 2 - 6
        if on:
            painter.setPen(QPen(look.colour("ink"), 1.25))
            painter.setBrush(look.colour("pointer"))
            painter.drawEllipse(middle, radius + 5, radius + 5)
        painter.setPen(QPen(look.colour("ink" if on else "action" if self.underMouse() else "edge"), 2))
        painter.setBrush(look.colour("action" if on else "surface"))
        painter.drawEllipse(middle, radius - 1, radius - 1)
        painter.setFont(look.font(TypeRole.LEAD_BOLD))
        painter.setPen(look.colour("on_action" if on else "ink"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, str(self.number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space chooses; all other keys are for the scale."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            super().keyPressEvent(event)
        else:
            event.ignore()


class _Line(QGroupBox):
    """The stops on a line."""

    def __init__(self, look: Look, name: str, scale: tuple[int, int]) -> None:
        super().__init__()
        self._look = look
        self.setFlat(True)
        self.setTitle(name.replace("&", "&&"))  # the name for assistive technology; the question stands above
        self.setStyleSheet(_NO_STYLE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.stops = tuple(_Stop(look, number, self) for number in range(scale[0], scale[1] + 1))
        self.group = QButtonGroup(self)
        for stop in self.stops:
            self.group.addButton(stop, stop.number)
        look.changed.connect(self._place)

    @property
    def _side(self) -> int:
        return min(self._look.glyph(64), self.width() // len(self.stops) - 2)

    def sizeHint(self) -> QSize:
        """As wide as there is room for."""
        return QSize(self._look.glyph(64) * len(self.stops), self._look.glyph(64))

    def minimumSizeHint(self) -> QSize:
        """The stops side by side, small."""
        return QSize(40 * len(self.stops), self._look.glyph(64))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the stops."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        side, last = self._side, len(self.stops) - 1
        for place, stop in enumerate(self.stops):
            x = place * (self.width() - side) / last
            stop.setGeometry(round(x), (self.height() - side) // 2, side, side)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the line behind the stops."""
        painter = QPainter(self)
        painter.setPen(QPen(self._look.colour("edge"), 2))
        half = self._side / 2
        painter.drawLine(QPointF(half, self.height() / 2), QPointF(self.width() - half, self.height() / 2))


class BigScale(QWidget):
    """A scale that begins without an answer. ``entered``: Enter was pressed. Digits and arrows choose."""

    entered = Signal()

    def __init__(self, look: Look, name: str, scale: tuple[int, int], words: Scale) -> None:
        super().__init__()
        self._low, self._high = scale
        self._since = QElapsedTimer()
        self.line = _Line(look, name, scale)
        layout = column(look.space(10))
        self.setLayout(layout)
        layout.addWidget(self.line)
        under = row(look.space(24))
        sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
        for text, side in zip((words.low, words.middle, words.high), sides, strict=True):
            label = Label(look, text)
            label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
            under.addWidget(label, 1)
        layout.addLayout(under)
        ends = {self._low: words.low, (self._low + self._high) // 2: words.middle, self._high: words.high}
        for stop in self.line.stops:
            said = ends.get(stop.number, "")
            stop.setAccessibleName(f"{stop.number}: {said}" if said else str(stop.number))
            stop.setToolTip(tooltip(said))

    @property
    def value(self) -> int | None:
        """What is chosen; None where nothing is."""
        number = self.line.group.checkedId()
        return None if number == -1 else number

    def take_focus(self) -> None:
        """Begin at the first stop: it tells nothing."""
        self.line.stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer from the keyboard."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() in _STEPS:
            at = self.value
            self._choose(self._low if at is None else at + _STEPS[Qt.Key(event.key())])
        elif event.text().isascii() and event.text().isdigit():
            self._type(int(event.text()))
        else:
            super().keyPressEvent(event)

    def _type(self, digit: int) -> None:
        soon = self._since.isValid() and self._since.elapsed() < _TEN_WITHIN_MS
        if digit == 0 and self.value == 1 and soon and self._high >= MOST_ON_ONE:
            self._choose(MOST_ON_ONE)
        elif self._low <= digit <= self._high:
            self._choose(digit)
            self._since.restart()

    def _choose(self, number: int) -> None:
        stop = self.line.stops[min(max(number, self._low), self._high) - self._low]
        stop.setChecked(True)
        stop.setFocus(Qt.FocusReason.OtherFocusReason)


class _Option(NamedTuple):
    number: Label
    less: IconButton
    more: IconButton


class BigDots(QWidget):
    """Dots to divide over options; the rest is in words. It begins with none given."""

    entered = Signal()

    def __init__(self, look: Look, subject: Subject) -> None:
        super().__init__()
        assert subject.kind is SubjectKind.DOTS
        self._look, self._dots = look, subject.dots
        self._given: dict[str, int] = {option.id: 0 for option in subject.options}
        self._options: dict[str, _Option] = {}
        layout = column(look.space(6))
        self.setLayout(layout)
        self.rest = Label(look, role=TypeRole.BODY_BOLD, colour="action")
        layout.addWidget(self.rest)
        for option in subject.options:
            layout.addWidget(self._row(option.id, option.text))
        self._show()

    def _row(self, key: str, text: str) -> QWidget:
        look = self._look
        widget = QWidget()
        line = row(look.space(10))
        widget.setLayout(line)
        less, more = (
            IconButton(look, "minus", f"{text}: een stip minder"),
            IconButton(look, "plus", f"{text}: een stip"),
        )
        number = Label(look, role=TypeRole.LEAD_BOLD, wrap=False)
        number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        number.setMinimumWidth(round(look.metrics(TypeRole.LEAD_BOLD).horizontalAdvance("20")) + look.space(8))
        less.clicked.connect(lambda *_: self._change(key, -1))
        more.clicked.connect(lambda *_: self._change(key, 1))
        for control in (less, number, more):
            line.addWidget(control)
        line.addWidget(Label(look, text), 1)
        self._options[key] = _Option(number, less, more)
        return widget

    @property
    def given(self) -> Mapping[str, int]:
        """How many dots per option, where there are any."""
        return {key: number for key, number in self._given.items() if number}

    def take_focus(self) -> None:
        """Begin with the first option."""
        first = next(iter(self._options.values()), None)
        if first is not None:
            first.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _change(self, key: str, by: int) -> None:
        left = self._dots - sum(self._given.values())
        number = self._given[key] + by
        if 0 <= number <= MOST_ON_ONE and by <= left:
            self._given[key] = number
            self._show()

    def _show(self) -> None:
        left = self._dots - sum(self._given.values())
        self.rest.setText(f"Nog {left} van {self._dots} stippen te geven" if left else "Alle stippen zijn gegeven")
        for key, option in self._options.items():
            option.number.setText(str(self._given[key]))
            option.more.setAccessibleDescription(f"nu {self._given[key]}")
