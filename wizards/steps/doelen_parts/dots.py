"""A meter that one fills in: a circle per partner, filled where the partner recognises the theme."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.signs import letters_of
from wizards.widgets.text import tooltip

__all__ = ["PartnerDots"]

_NEXT = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class _Dot(QCheckBox):
    """One partner; ticked: it recognises the theme."""

    entered = Signal()
    stepped = Signal(int)

    def __init__(self, look: Look, letters: str, name: str, theme: str) -> None:
        super().__init__()
        self._look, self._letters = look, letters
        self.setAccessibleName(f"{name} herkent: {theme}")
        self.setToolTip(tooltip(name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        side = max(32, self._look.glyph(32))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: object) -> bool:  # noqa: ARG002
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _NEXT:
            self.stepped.emit(_NEXT[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        look, on = self._look, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QPen(look.colour("action" if on or self.underMouse() else "edge"), 1.5))
        painter.setBrush(look.colour("action" if on else "surface"))
        painter.drawEllipse(box)
        painter.setFont(look.font(TypeRole.CAPTION_BOLD if on else TypeRole.CAPTION))
        painter.setPen(look.colour("on_action" if on else "ink2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._letters)


class PartnerDots(QWidget):
    """The circles of one theme. Tab enters once; the arrows go from partner to partner; space turns one."""

    edited = Signal(tuple)

    def __init__(self, look: Look, theme: str) -> None:
        super().__init__()
        self._look, self._theme = look, theme
        self._partners: tuple[tuple[str, str], ...] = ()
        self.dots: dict[str, _Dot] = {}
        self.setAccessibleName(f"Wie herkent: {theme}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self._place)

    def offer(self, partners: tuple[str, ...], names: tuple[str, ...]) -> None:
        """Take these partners, by id and by name."""
        wanted = tuple(zip(partners, names, strict=True))
        if wanted == self._partners:
            return
        self._partners = wanted
        for old in self.dots.values():
            old.hide()
            old.deleteLater()
        self.dots = {}
        for (partner, name), letters in zip(wanted, letters_of(names), strict=True):
            dot = _Dot(self._look, letters, name, self._theme)
            dot.setParent(self)
            dot.show()
            dot.clicked.connect(self._told)
            dot.entered.connect(lambda partner=partner: self._only(partner))
            dot.stepped.connect(lambda by, partner=partner: self._step(partner, by))
            self.dots[partner] = dot
        if wanted:
            self._only(wanted[0][0])
        self._place()
        self.updateGeometry()

    def show_value(self, partners: tuple[str, ...]) -> None:
        """Show who recognises the theme, without telling anybody."""
        for partner, dot in self.dots.items():
            dot.setChecked(partner in partners)

    def take_focus(self) -> bool:
        """Put the focus on the partner that Tab goes to; whether there is one."""
        for dot in self.dots.values():
            if dot.focusPolicy() & Qt.FocusPolicy.TabFocus:
                dot.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    # Forty equal circles for each of ten themes: laid out by sum, a layout would measure each of them again and again.

    @property
    def _step_size(self) -> tuple[int, int]:
        side = max(32, self._look.glyph(32))
        return side, side + self._look.space(6)

    def _per_line(self, width: int) -> int:
        side, step = self._step_size
        return max(1, 1 + (width - side) // step)

    def hasHeightForWidth(self) -> bool:
        """The circles wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The lines that are needed."""
        side, step = self._step_size
        lines = -(-len(self.dots) // self._per_line(width))
        return side + step * (max(lines, 1) - 1)

    def sizeHint(self) -> QSize:
        """All circles in one line, at most twenty."""
        side, step = self._step_size
        width = side + step * max(0, min(len(self.dots), 20) - 1)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One circle."""
        side, _ = self._step_size
        return QSize(side, side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the circles in lines."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        side, step = self._step_size
        count = self._per_line(self.width())
        for index, dot in enumerate(self.dots.values()):
            dot.setGeometry(index % count * step, index // count * step, side, side)

    def _told(self) -> None:
        self.edited.emit(tuple(partner for partner, dot in self.dots.items() if dot.isChecked()))

    def _only(self, partner: str) -> None:
        """Make one circle the stop of Tab: forty stops for each theme would be a wall."""
        for key, dot in self.dots.items():
            dot.setFocusPolicy(Qt.FocusPolicy.StrongFocus if key == partner else Qt.FocusPolicy.ClickFocus)

    def _step(self, partner: str, by: int) -> None:
        keys = list(self.dots)
        place = keys.index(partner) + by
        if 0 <= place < len(keys):
            self.dots[keys[place]].setFocus(Qt.FocusReason.TabFocusReason)
