"""Which screen the room sees: all screens as they stand beside each other, to choose one of."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from desktop.dialogs.base import Choice, Dialog
from desktop.workshop.beamer import Beamer
from desktop.workshop.screens import ScreenInfo
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.buttons import ButtonKind

__all__ = ["ChooseScreen", "ScreenMap"]

_HIGH = 190
_GAP = 6
_START, _CANCEL = "start", "cancel"


class _ScreenButton(QRadioButton):
    """A screen as a plane of its own shape, with its name on it."""

    def __init__(self, look: Look, info: ScreenInfo, parent: QWidget, *, home: bool) -> None:
        super().__init__(parent)
        self._look, self._info, self._home = look, info, home
        said = f"{info.name}, met uw venster" if home else info.name
        self.setText(said.replace("&", "&&"))
        self.setAccessibleName(said)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def hitButton(self, position: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(position)

    def minimumSizeHint(self) -> QSize:
        """The map gives it its size."""
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the plane, the name, and whether the facilitator's window is there."""
        look, on = self._look, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QPen(look.colour("action" if on or self.underMouse() else "edge"), 3 if on else 1.5))
        painter.setBrush(look.colour("action" if on else "sunken"))
        painter.drawRoundedRect(box, 6, 6)
        ink = look.colour("on_action" if on else "ink")
        painter.setPen(ink)
        painter.setFont(look.font(TypeRole.BODY_BOLD))
        words = f"{self._info.name}\nUw venster" if self._home else self._info.name
        pad = look.space(8)
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        painter.drawText(box.adjusted(pad, pad, -pad, -pad), flags, words)


class ScreenMap(QWidget):
    """The screens to scale, as radio buttons; the arrow keys go from one to the other. ``picked``: the key of one."""

    picked = Signal(str)

    def __init__(self, look: Look, screens: tuple[ScreenInfo, ...], chosen: str, home: str) -> None:
        super().__init__()
        self._look, self._screens = look, screens
        self.buttons = {info.key: _ScreenButton(look, info, self, home=info.key == home) for info in screens}
        self._group = QButtonGroup(self)
        for key, button in self.buttons.items():
            self._group.addButton(button)
            button.setChecked(key == chosen)
            button.toggled.connect(lambda on, key=key: self.picked.emit(key) if on else None)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setAccessibleName("Schermen")

    @property
    def chosen(self) -> str:
        """The key of the chosen screen, empty where none is."""
        return next((key for key, button in self.buttons.items() if button.isChecked()), "")

    def sizeHint(self) -> QSize:
        """High enough for names on screens beside each other."""
        return QSize(self._look.glyph(480), self._look.glyph(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """The same height at any width."""
        return QSize(self._look.glyph(240), self._look.glyph(_HIGH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the screens as they stand on the desktop."""
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        """Place them before they can be seen."""
        super().showEvent(event)
        self._place()

    def _place(self) -> None:
        boxes = {info.key: _in_pixels(info) for info in self._screens}
        whole = QRect()
        for box in boxes.values():
            whole = whole.united(box)
        if whole.isEmpty():
            return
        scale = min(self.width() / whole.width(), self.height() / whole.height())
        left = (self.width() - whole.width() * scale) / 2
        top = (self.height() - whole.height() * scale) / 2
        for key, place in boxes.items():
            box = place.translated(-whole.topLeft())
            x, y = round(left + box.left() * scale), round(top + box.top() * scale)
            size = QSize(round(box.width() * scale) - _GAP, round(box.height() * scale) - _GAP)
            self.buttons[key].setGeometry(QRect(QPoint(x + _GAP // 2, y + _GAP // 2), size))


def _in_pixels(info: ScreenInfo) -> QRect:
    """Where a screen stands: its corner is in pixels already, its size is not where things are drawn larger."""
    return QRect(info.geometry.topLeft(), info.geometry.size() * info.ratio)


class ChooseScreen(Dialog):
    """Asks for the screen of the room, and starts the beamer there. It closes when the screens change."""

    def __init__(self, look: Look, beamer: Beamer, parent: QWidget | None = None) -> None:
        super().__init__(
            look,
            parent,
            "Welk scherm ziet de zaal?",
            ["Uw eigen venster staat dan op een ander scherm."],
            [Choice(_CANCEL, "Niet nu"), Choice(_START, "Toon op dit scherm", ButtonKind.SOLID, icon="projector")],
            safe=_CANCEL,
        )
        self._beamer = beamer
        home = beamer.home_screen
        shown = beamer.screen
        self._screens = beamer.screens
        self.map = ScreenMap(
            look, self._screens, shown.key if shown is not None else "", home.key if home is not None else ""
        )
        self.body.addWidget(self.map, 1)
        self.buttons[_START].setEnabled(bool(self.map.chosen))
        self.map.picked.connect(lambda _: self.buttons[_START].setEnabled(True))
        self.chosen.connect(self._start)
        beamer.changed.connect(self._look_again)

    def _look_again(self) -> None:
        if self._beamer.screens != self._screens:
            self.reject()

    def _start(self, key: str) -> None:
        if key == _START and self.map.chosen:
            self._beamer.show_on(self.map.chosen)

    def showEvent(self, event: QShowEvent) -> None:
        """The focus begins at the proposed screen: Enter shows it there, Escape does nothing."""
        super().showEvent(event)
        if self.map.chosen:
            self.map.buttons[self.map.chosen].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a screen shows it there."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(self.focusWidget(), _ScreenButton):
            self.buttons[_START].click()
            return
        super().keyPressEvent(event)
