"""The scale of five stops on a line: the joint answer, with the partners' answers above it.

Each stop is a radio button, so that assistive technology meets a radio group; all of it is drawn here.
"""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QRadioButton, QSizePolicy, QWidget

from models.dossier.base import LATER, NOT_APPLICABLE, UNKNOWN, NoAnswer
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import column, row
from wizards.widgets.text import Label, tooltip

__all__ = ["FIVE", "FiveScale", "PartnerMark", "answer_of_key"]

FIVE = 5
_NO_STYLE = "QGroupBox { border: 0; margin: 0; padding: 0; } QGroupBox::title { width: 0; height: 0; }"
_MOST_ROWS = 3


def answer_of_key(event: QKeyEvent) -> tuple[int | NoAnswer | None] | None:
    """The answer that a key stands for, in a tuple of one; None for any other key.

    1 to 5; W "weet niet", N "n.v.t.", L "later"; Delete and Backspace: no answer.
    """
    if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
        return None
    if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        return (None,)
    text = event.text().lower()
    if text in {"1", "2", "3", "4", "5"}:
        return (int(text),)
    words = {"w": UNKNOWN, "n": NOT_APPLICABLE, "l": LATER}
    return (words[text],) if text in words else None


@dataclass(frozen=True, slots=True)
class PartnerMark:
    """The answer of one partner, 1 to 5: letters for its token and its name."""

    letters: str
    name: str
    value: int


class _Stop(QRadioButton):
    """One stop: a circle with its number."""

    def __init__(self, look: Look, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self.number = look, number
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """A circle, with room for the ring of the chosen one."""
        side = self._look.glyph(42) + 10
        return QSize(side, side)

    def hitButton(self, position: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw circle, number, and the yellow ring where it is chosen."""
        look, on = self._look, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        radius = look.glyph(42) / 2
        if on:
            painter.setPen(QPen(look.colour("ink"), 1.25))
            painter.setBrush(look.colour("pointer"))
            painter.drawEllipse(middle, radius + 4, radius + 4)
        painter.setPen(QPen(look.colour("ink" if on else "action" if self.underMouse() else "edge"), 1.5))
        painter.setBrush(look.colour("action" if on else "surface"))
        painter.drawEllipse(middle, radius - 0.75, radius - 0.75)
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
    """The line with its stops, and the partners' tokens above."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.marks: tuple[PartnerMark, ...] = ()
        self.wide = False
        self.setFlat(True)
        # The title is the group's name for assistive technology; the question stands above.
        self.setStyleSheet(_NO_STYLE)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.stops = tuple(_Stop(look, number, self) for number in range(1, FIVE + 1))
        self.group = QButtonGroup(self)
        for stop in self.stops:
            self.group.addButton(stop, stop.number)
        look.changed.connect(self._place)

    # --- measures

    @property
    def _side(self) -> int:
        return self.stops[0].sizeHint().width()

    @property
    def _token(self) -> int:
        return self._look.glyph(28)

    def _x(self, number: int, width: int) -> float:
        """The middle of a stop."""
        return self._side / 2 + (number - 1) * (width - self._side) / (FIVE - 1)

    def _per_row(self, width: int) -> int:
        return max(1, int((width - self._side) / (FIVE - 1) / (self._token + 3)))

    def _groups(self) -> dict[int, list[PartnerMark]]:
        groups: dict[int, list[PartnerMark]] = {}
        for mark in self.marks:
            groups.setdefault(mark.value, []).append(mark)
        return groups

    def _rows(self, width: int) -> int:
        most = max((len(marks) for marks in self._groups().values()), default=0)
        return min(_MOST_ROWS, ceil(most / self._per_row(width)))

    def _above(self, width: int) -> int:
        """The room above the stops."""
        rows = self._rows(width)
        return rows * (self._token + 3) + self._look.space(22) if rows else 2

    def hasHeightForWidth(self) -> bool:
        """Many tokens need more rows where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Tokens, bracket and stops."""
        return self._above(width) + self._side

    def sizeHint(self) -> QSize:
        """As wide as there is room for."""
        return QSize(self._side * 9, self.heightForWidth(self._side * 9))

    def minimumSizeHint(self) -> QSize:
        """Five stops side by side."""
        return QSize(self._side * FIVE, self._side)

    # --- placing and drawing

    def _place(self) -> None:
        top = self._above(self.width())
        for stop in self.stops:
            x = self._x(stop.number, self.width()) - self._side / 2
            stop.setGeometry(round(x), top, self._side, self._side)
        self.updateGeometry()
        self.update()

    def take(self, marks: tuple[PartnerMark, ...], *, wide: bool) -> None:
        """Show these answers of partners."""
        if (marks, wide) != (self.marks, self.wide):
            self.marks, self.wide = marks, wide
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the stops."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the line, the bracket and the tokens; the stops draw themselves."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, top = self.width(), self._above(self.width())
        y = top + self._side / 2
        painter.setPen(QPen(self._look.colour("edge"), 1.5))
        painter.drawLine(QPointF(self._x(1, width), y), QPointF(self._x(FIVE, width), y))
        groups = self._groups()
        if not groups:
            return
        painter.setPen(QPen(self._look.colour("warn" if self.wide else "edge"), 1.5))
        bar = top - self._look.space(12)
        painter.drawLine(QPointF(self._x(min(groups), width), bar), QPointF(self._x(max(groups), width), bar))
        for value in groups:
            x = self._x(value, width)
            painter.drawLine(QPointF(x, bar - self._look.space(8)), QPointF(x, top + 5))
        for value, marks in groups.items():
            self._draw_tokens(painter, self._shown(marks, width), self._x(value, width), bar - self._look.space(8))

    def _shown(self, marks: list[PartnerMark], width: int) -> list[str]:
        room = self._per_row(width) * _MOST_ROWS
        letters = [mark.letters for mark in marks]
        return letters if len(letters) <= room else [*letters[: room - 1], f"+{len(letters) - room + 1}"]

    def _draw_tokens(self, painter: QPainter, letters: list[str], middle: float, bottom: float) -> None:
        look, token = self._look, self._token
        painter.setFont(look.font(TypeRole.CAPTION_BOLD))
        per_row = self._per_row(self.width())
        for start in range(0, len(letters), per_row):
            some = letters[start : start + per_row]
            wide = len(some) * (token + 3) - 3
            x = min(max(middle - wide / 2, 1), self.width() - wide - 1)
            y = bottom - token - (start // per_row) * (token + 3)
            for number, text in enumerate(some):
                box = QRectF(x + number * (token + 3), y, token, token).adjusted(0.75, 0.75, -0.75, -0.75)
                painter.setPen(QPen(look.colour("ink"), 1.25))
                painter.setBrush(look.colour("surface"))
                painter.drawEllipse(box)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class FiveScale(QWidget):
    """A statement's joint answer. It knows no dossier.

    ``answered``: what a person chose: 1 to 5, a :class:`NoAnswer` by its key, or None (cleared). ``entered``: Enter
    was pressed, on to the next. Arrows move, 1 to 5 choose, W, N and L give no answer, Delete clears.
    """

    answered = Signal(object)
    entered = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.line = _Line(look)
        layout = column(look.space(6))
        layout.addWidget(self.line)
        under = row(look.space(16))
        sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
        self._words = tuple(Label(look) for _ in sides)
        for label, side in zip(self._words, sides, strict=True):
            label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
            under.addWidget(label, 1)
        layout.addLayout(under)
        self.setLayout(layout)
        for stop in self.line.stops:
            stop.clicked.connect(lambda *_, number=stop.number: self.answered.emit(number))
        self.ask("", ("", "", ""))

    def ask(self, name: str, words: tuple[str, str, str]) -> None:
        """Take another statement: its text, and the words at 1, 3 and 5."""
        self.line.setTitle(name.replace("&", "&&"))
        low, middle, high = words
        told = (low, "tussen 1 en 3", middle, "tussen 3 en 5", high)
        for stop, text in zip(self.line.stops, told, strict=True):
            stop.setAccessibleName(f"{stop.number} van 5: {text}")
            stop.setToolTip(tooltip(text))
        for label, text in zip(self._words, words, strict=True):
            label.setText(text)

    def show_value(self, value: int | None) -> None:
        """Show a stop as chosen, without telling anybody."""
        group = self.line.group
        if group.checkedId() == (value if value is not None else -1):
            return
        group.setExclusive(False)
        for stop in self.line.stops:
            stop.setChecked(stop.number == value)
        group.setExclusive(True)
        if self.line.isAncestorOf(self.focusWidget() or self) and value is not None:
            self.line.stops[value - 1].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_marks(self, marks: tuple[PartnerMark, ...], *, wide: bool = False) -> None:
        """Show the partners' answers; ``wide``: they lie far apart."""
        self.line.take(marks, wide=wide)
        told = ", ".join(f"{mark.name} {mark.value}" for mark in marks)
        self.line.setAccessibleDescription(f"Antwoorden van de partners: {told}." if told else "")

    def take_focus(self) -> None:
        """Put the focus on the chosen stop, else on the first."""
        chosen = self.line.group.checkedButton() or self.line.stops[0]
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer from the keyboard."""
        answer = answer_of_key(event)
        if answer is not None:
            self.answered.emit(answer[0])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() in _STEPS:
            self._move(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _move(self, by: int) -> None:
        chosen = self.line.group.checkedId()
        if chosen == -1:
            at = next((stop.number for stop in self.line.stops if stop.hasFocus()), 1)
            self.answered.emit(at)
            return
        self.answered.emit(min(max(chosen + by, 1), FIVE))


_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}
