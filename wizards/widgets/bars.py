"""A small figure: arms of which the length says how much, with the number in words beside each."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import arm_path, column
from wizards.widgets.text import Label

__all__ = ["ArmBars", "Bar"]


@dataclass(frozen=True, slots=True)
class Bar:
    """One arm. ``part``: its length, 0 to 1. ``words``: the number as people read it. ``leading``: drawn in yellow."""

    label: str
    part: float
    words: str
    leading: bool = False


class _Arm(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._part, self._leading = look, 0.0, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def take(self, bar: Bar) -> None:
        self._part, self._leading = bar.part, bar.leading
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.glyph(220), self._look.glyph(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._look.glyph(20))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if self._part <= 0:
            return
        box.setWidth(max(box.width() * min(self._part, 1.0), box.height() * 0.6))
        if self._leading:
            painter.setPen(QPen(look.colour("on_pointer"), 1.25))
            painter.setBrush(look.colour("pointer"))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("action"))
        painter.drawPath(arm_path(box, 0.42, 3))


class ArmBars(QWidget):
    """Arms below each other, with one sentence that says what to see. ``name``: what the figure is."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look, self._name = look, name
        self.bars: tuple[Bar, ...] = ()
        self._rows: list[tuple[Label, _Arm, Label]] = []
        layout = column(look.space(10))
        self.setLayout(layout)
        self.conclusion = Label(look, role=TypeRole.BODY_BOLD)
        layout.addWidget(self.conclusion)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.space(12))
        self._grid.setVerticalSpacing(look.space(6))
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 5)
        layout.addLayout(self._grid)
        self.setAccessibleName(name)

    def show_bars(self, bars: tuple[Bar, ...], conclusion: str) -> None:
        """Show these arms; the sentence says what follows from them."""
        self.conclusion.setText(conclusion)
        self.conclusion.setVisible(bool(conclusion))
        self.setAccessibleDescription(" ".join((conclusion, *(f"{bar.label}: {bar.words}." for bar in bars))).strip())
        if bars == self.bars:
            return
        self.bars = bars
        while len(self._rows) < len(bars):
            self._add_row()
        for index, row in enumerate(self._rows):
            for widget in row:
                widget.setVisible(index < len(bars))
            if index < len(bars):
                row[0].setText(bars[index].label)
                row[1].take(bars[index])
                row[2].setText(bars[index].words)

    def _add_row(self) -> None:
        row = (Label(self._look), _Arm(self._look), Label(self._look, wrap=False))
        place = len(self._rows)
        for col, widget in enumerate(row):
            self._grid.addWidget(widget, place, col, Qt.AlignmentFlag.AlignVCenter)
        self._rows.append(row)
