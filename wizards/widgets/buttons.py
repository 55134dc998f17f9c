"""Buttons: arm, solid, outline, quiet; icon buttons; a switch between views; pills."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGroupBox, QPushButton, QRadioButton, QToolButton, QWidget

from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import FlowLayout, arm_path, row
from wizards.widgets.text import tooltip

__all__ = ["Button", "ButtonKind", "IconButton", "Pills", "Switch", "focus_first", "quiet_button"]


class ButtonKind(StrEnum):
    """How a button looks; ``ARM`` is the one way on, ``POINTER`` the same on deep."""

    ARM = "arm"
    SOLID = "solid"
    OUTLINE = "outline"
    QUIET = "quiet"
    DEEP = "deep"
    POINTER = "pointer"


_INK = {
    ButtonKind.ARM: "on_action",
    ButtonKind.SOLID: "on_action",
    ButtonKind.OUTLINE: "ink",
    ButtonKind.QUIET: "action",
    ButtonKind.DEEP: "on_deep",
    ButtonKind.POINTER: "on_pointer",
}


class Button(QPushButton):
    """A button with words, and an icon where that helps."""

    def __init__(
        self,
        look: Look,
        text: str,
        kind: ButtonKind = ButtonKind.OUTLINE,
        *,
        icon: str | None = None,
        shortcut: str | None = None,
    ) -> None:
        super().__init__()
        self._look, self.kind, self._icon = look, kind, icon
        self.setAutoDefault(False)
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if shortcut:
            self.setShortcut(shortcut)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def setText(self, text: str) -> None:
        """Take other words; an ampersand in them is an ampersand, no shortcut."""
        self._words = text
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        """The words as they are shown."""
        return self._words

    @property
    def _height(self) -> int:
        return max(36, self._look.control_height + 4)

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        metrics = self._look.metrics(TypeRole.BODY_BOLD)
        pad = self._look.space(20 if self.kind is ButtonKind.QUIET else 32)
        icon = self._look.glyph(18) + self._look.space(8) if self._icon else 0
        arm = self._height * 0.3 if self.kind in (ButtonKind.ARM, ButtonKind.POINTER) else 0
        return QSize(round(metrics.horizontalAdvance(self._words) + pad + icon + arm) + 1, self._height)

    def minimumSizeHint(self) -> QSize:
        """The words may be cut at the end where there is no room."""
        return QSize(min(self.sizeHint().width(), self._look.glyph(140)), self._height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw plane, icon and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        self._plane(painter, box)
        ink = _INK[self.kind]
        x = box.left() + self._look.space(10 if self.kind is ButtonKind.QUIET else 16)
        if self._icon:
            size = self._look.glyph(18)
            pixmap = self._look.pixmap(self._icon, size, ink, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(x, box.center().y() - size / 2), pixmap)
            x += size + self._look.space(8)
        font = self._look.font(TypeRole.BODY_BOLD)
        if self.kind is ButtonKind.QUIET and self.underMouse():
            font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(self._look.colour(ink))
        room = QRectF(x, box.top(), box.right() - x - self._look.space(6), box.height())
        words = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, round(room.width()) + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _plane(self, painter: QPainter, box: QRectF) -> None:
        look, kind = self._look, self.kind
        if kind in (ButtonKind.ARM, ButtonKind.SOLID):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("down" if self.isDown() else "hover" if self.underMouse() else "action"))
        elif kind is ButtonKind.POINTER:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("pointer"))
        elif kind is ButtonKind.QUIET:
            return
        else:
            edge = "on_deep2" if kind is ButtonKind.DEEP else "action" if self.underMouse() else "edge"
            painter.setPen(QPen(look.colour(edge), 1.5))
            painter.setBrush(look.colour("deep" if kind is ButtonKind.DEEP else "surface"))
        if kind in (ButtonKind.ARM, ButtonKind.POINTER):
            painter.drawPath(arm_path(box, 0.36, 6))
        else:
            painter.drawRoundedRect(box, 6, 6)


class IconButton(QToolButton):
    """A button of one icon; ``name``: what it does, for tooltip and assistive technology."""

    def __init__(self, look: Look, icon: str, name: str, *, role: str = "ink2") -> None:
        super().__init__()
        self._look, self._icon, self._role = look, icon, role
        self.rename(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def rename(self, name: str) -> None:
        """Say something else that it does."""
        self.setAccessibleName(name)
        self.setToolTip(tooltip(name))

    def sizeHint(self) -> QSize:
        """At least 32 by 32."""
        side = max(32, self._look.glyph(32))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Never smaller."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the icon, and a quiet plane under the mouse."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("select"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        size = self._look.glyph(20)
        role = "on_select" if self.underMouse() or self.isChecked() else self._role
        pixmap = self._look.pixmap(self._icon, size, role, self.devicePixelRatioF())
        painter.drawPixmap(QPointF((self.width() - size) / 2, (self.height() - size) / 2), pixmap)


class _Segment(QRadioButton):
    """One choice of a switch or a row of pills: a radio button that is drawn as a plane with words."""

    def __init__(self, look: Look, text: str, *, pill: bool) -> None:
        super().__init__()
        self._look, self._words, self._pill = look, text, pill
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def hitButton(self, position: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(position)

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        metrics = self._look.metrics(TypeRole.BODY_BOLD)
        return QSize(round(metrics.horizontalAdvance(self._words)) + self._look.space(26), self._look.control_height)

    def minimumSizeHint(self) -> QSize:
        """Words may be cut where there is no room at all."""
        return QSize(min(self.sizeHint().width(), self._look.glyph(180)), self._look.control_height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw plane and words."""
        look, on = self._look, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.setBrush(
            look.colour("action") if on else look.colour("surface") if self._pill else Qt.BrushStyle.NoBrush
        )
        edge = look.colour("action" if on or self.underMouse() else "edge")
        painter.setPen(QPen(edge, 1.25) if self._pill else Qt.PenStyle.NoPen)
        radius = box.height() / 2 if self._pill else 5.0
        if on or self._pill:
            painter.drawRoundedRect(box, radius, radius)
        painter.setFont(look.font(TypeRole.BODY if self._pill else TypeRole.BODY_BOLD))
        painter.setPen(look.colour("on_action" if on else "ink"))
        room = round(box.width()) - 8
        words = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


class _Choice(QGroupBox):
    """A titled group of radio buttons without Qt's frame; ``chosen`` is emitted when a person picks another.

    Qt gives each radio button the title of its group box as a label for assistive technology.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._buttons: dict[str, QAbstractButton] = {}
        self._group = QButtonGroup(self)
        self.setTitle(name)
        self.setFlat(True)
        # The title is for assistive technology; on screen a label above says it.
        self.setStyleSheet("QGroupBox { border: 0; margin: 0; padding: 0; } QGroupBox::title { width: 0; height: 0; }")

    def sizeHint(self) -> QSize:
        """The size of the buttons: the title takes no room."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As small as the buttons allow."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()

    def value(self) -> str | None:
        """The key of the choice, None where nothing is chosen."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), None)

    def choose(self, key: str | None) -> None:
        """Show ``key`` as chosen (None: nothing), without telling anybody."""
        if key == self.value():
            return
        self._group.setExclusive(key is not None)
        for name, button in self._buttons.items():
            button.setChecked(name == key)
        self._group.setExclusive(True)

    def _add(self, key: str, button: QAbstractButton) -> None:
        self._buttons[key] = button
        self._group.addButton(button)
        button.clicked.connect(lambda *_: self.chosen.emit(key))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw nothing: no frame, no title."""


class Switch(_Choice):
    """Two or three ways to look at the same data."""

    def __init__(self, look: Look, name: str, options: tuple[tuple[str, str], ...], current: str | None = None) -> None:
        super().__init__(look, name)
        layout = row(0, (3, 3, 3, 3))
        self.setLayout(layout)
        for key, text in options:
            segment = _Segment(look, text, pill=False)
            self._add(key, segment)
            layout.addWidget(segment)
        self.choose(current if current is not None else options[0][0])
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the trough."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("edge"), 1.25))
        painter.setBrush(self._look.colour("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), 7, 7)


class Pills(_Choice):
    """Some answers to choose one of; they wrap to the next line."""

    def __init__(self, look: Look, name: str, options: tuple[tuple[str, str], ...]) -> None:
        super().__init__(look, name)
        layout = FlowLayout(look.space(8))
        self.setLayout(layout)
        for key, text in options:
            pill = _Segment(look, text, pill=True)
            self._add(key, pill)
            layout.addWidget(pill)


def quiet_button(look: Look, text: str, act: Callable[[], object], icon: str = "arrow-right") -> Button:
    """A quiet button that does ``act``."""
    button = Button(look, text, ButtonKind.QUIET, icon=icon)
    button.clicked.connect(lambda *_: act())
    return button


def focus_first(widget: QWidget) -> None:
    """Put the focus on the first control inside ``widget``."""
    for child in widget.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisibleTo(widget):
            child.setFocus(Qt.FocusReason.OtherFocusReason)
            return
