"""Small parts of the advice panel: the margin gauge, lines with a sign, a heading of a part."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import arm_path, column, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.signs import Icon
from wizards.widgets.text import Label

__all__ = ["MOTION_MS", "Lines", "MarginGauge", "Point", "glide"]

MOTION_MS = 150


def glide(owner: QWidget, step: Callable[[float], None]) -> QVariantAnimation:
    """A movement from 0 to 1 that calls ``step``; start it with ``start()``."""
    animation = QVariantAnimation(owner)
    animation.setStartValue(0.0)
    animation.setEndValue(1.0)
    animation.setDuration(MOTION_MS)
    animation.setEasingCurve(QEasingCurve.Type.OutCubic)
    animation.valueChanged.connect(lambda value: step(float(value)))
    return animation


class MarginGauge(QWidget):
    """The lead over the next form on a scale of 0 to 10, with a line at the margin that is enough; on deep."""

    def __init__(self, look: Look, limit: float) -> None:
        super().__init__()
        self._look, self._limit = look, limit
        self._value: float | None = None
        self._shown = self._from = 0.0
        self._words = ""
        self._glide = glide(self, self._step)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_margin(self, margin: float | None, words: str) -> None:
        """Show a lead in points (None: there is none to show), and its words."""
        self._words = words
        self.setAccessibleName("" if margin is None else f"{words}, grens {self._limit:g} punten")
        self.setVisible(margin is not None)
        if margin is None or margin == self._value:
            self.update()
            return
        self._value, self._from = margin, self._shown
        if self._look.motion and self.isVisible():
            self._glide.start()
        else:
            self._step(1.0)

    def _step(self, part: float) -> None:
        aim = min(self._value or 0.0, 10.0)
        self._shown = self._from + (aim - self._from) * part
        self.update()

    def sizeHint(self) -> QSize:
        """A bar and a line of words."""
        return QSize(240, round(self._look.glyph(22) + self._look.metrics(TypeRole.CAPTION).height()))

    def minimumSizeHint(self) -> QSize:
        """It may be narrow."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw trough, arm, limit and words."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, bar = float(self.width()), float(look.glyph(10))
        top = look.glyph(4)
        painter.fillRect(QRectF(0, top + bar / 2 - 1.5, width, 3), look.colour("deep_line"))
        length = max(self._shown / 10 * width, bar)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("pointer"))
        painter.drawPath(arm_path(QRectF(0, top, length, bar), 0.42, 2))
        at = self._limit / 10 * width
        painter.setPen(QPen(look.colour("on_deep"), 2))
        painter.drawLine(QPointF(at, top - 3), QPointF(at, top + bar + 3))
        self._write(painter, QRectF(0, top + bar + 4, width, self.height() - top - bar - 4), at)

    def _write(self, painter: QPainter, room: QRectF, at: float) -> None:
        look, metrics = self._look, self._look.metrics(TypeRole.CAPTION)
        painter.setFont(look.font(TypeRole.CAPTION_BOLD))
        painter.setPen(look.colour("pointer"))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._words)
        painter.setFont(look.font(TypeRole.CAPTION))
        painter.setPen(look.colour("on_deep2"))
        limit = f"grens {self._limit:g}"
        half = metrics.horizontalAdvance(limit) / 2 + 2
        first = look.metrics(TypeRole.CAPTION_BOLD).horizontalAdvance(self._words)
        last = metrics.horizontalAdvance("10 of meer")
        if at - half > first + 6 and at + half < room.width() - last - 6:
            box = QRectF(at - half, room.top(), 2 * half, room.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, limit)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "10 of meer")


@dataclass(frozen=True, slots=True)
class Point:
    """A line: an icon with its role of colour, a text; ``act``: what the line does when it is a link."""

    text: str
    icon: str = ""
    tone: str = "ink2"
    act: Callable[[], object] | None = None
    key: str = ""
    """What the link leads to: lines with the same key and words are the same."""


class Lines(QWidget):
    """Lines under each other; made anew only when their words change."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._said: tuple[tuple[str, str, str], ...] = ()
        self._body = column(look.space(6))
        self.setLayout(self._body)

    def say(self, points: tuple[Point, ...]) -> None:
        """Show these lines."""
        said = tuple((point.text, point.icon, point.key) for point in points)
        if said == self._said:
            return
        self._said = said
        while (item := self._body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for point in points:
            self._body.addWidget(self._made(point))
        self.setVisible(bool(points))

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands there."""
        return tuple(text for text, _, _ in self._said)

    def _made(self, point: Point) -> QWidget:
        look = self._look
        if point.act is not None:
            button = Button(look, point.text, ButtonKind.QUIET, icon=point.icon or "arrow-right")
            button.clicked.connect(lambda *_, act=point.act: act())
            return button
        holder = QWidget()
        line = row(look.space(8))
        if point.icon:
            line.addWidget(Icon(look, point.icon, point.tone, 18), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Label(look, point.text), 1)
        holder.setLayout(line)
        return holder
