"""A list beside its details, as in the views of people, of votes and of outcomes; and a control under its label."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QSizePolicy, QWidget

from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import column, row
from wizards.widgets.inputs import Area, Line
from wizards.widgets.text import Label

__all__ = ["ListAndDetail", "in_row", "labelled"]

_WIDE = 800
"""Pixels at zoom 1; below that the list stands above its details."""
_LIST_SHARE, _DETAIL_SHARE = 4, 5


class _Detail(QScrollArea):
    """Scrolls by itself, or (``whole``) is as high as what is in it, for a page that scrolls around it."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self._whole = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inner)

    def set_whole(self, whole: bool) -> None:
        """Be as high as what is in it, or not."""
        self._whole = whole
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if whole else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is in it has another height."""
        if self._whole and watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        if self._whole and event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as what is in it at this width, where the page scrolls."""
        return self.minimumSizeHint() if self._whole else QSize(420, 300)

    def minimumSizeHint(self) -> QSize:
        """As :meth:`sizeHint`."""
        inner = self.widget()
        layout = inner.layout() if inner is not None else None
        if not self._whole or layout is None:
            return QSize(240, 120)
        width = max(self.viewport().width(), 240)
        tall = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        return QSize(240, tall)


class _Inner(QWidget):
    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(240, super().minimumSizeHint().height())


class ListAndDetail(QWidget):
    """A list and its details beside each other where there is room, else below each other on a page that scrolls.

    Put widgets in ``left`` and ``right``. Each side keeps its place when the other one changes.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.left, self.right = column(look.space(10)), column(look.space(14), (0, 0, look.space(8), 0))
        listed, inner = QWidget(), _Inner()
        listed.setLayout(self.left)
        inner.setLayout(self.right)
        self.detail = _Detail(inner)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setContentsMargins(look.space(28), look.space(16), look.space(16), look.space(16))
        self._box.setSpacing(look.space(20))
        self._box.addWidget(listed, _LIST_SHARE)
        self._box.addWidget(self.detail, _DETAIL_SHARE)
        whole = _Inner()
        whole.setLayout(self._box)
        self.scroller = QScrollArea()
        self.scroller.setWidgetResizable(True)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setWidget(whole)
        outer = column()
        outer.addWidget(self.scroller)
        self.setLayout(outer)
        look.changed.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose beside or below."""
        super().resizeEvent(event)
        self._arrange()

    def show_detail(self) -> None:
        """Bring the details in sight, where they stand below the list."""

        def bring() -> None:
            # Once the cards have their heights.
            if self._box.direction() == QBoxLayout.Direction.TopToBottom:
                self.scroller.verticalScrollBar().setValue(self.detail.y() - self._box.spacing())

        QTimer.singleShot(0, self, bring)

    def _arrange(self) -> None:
        wide = self.width() >= self._look.glyph(_WIDE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if way != self._box.direction():
            self._box.setDirection(way)
            self._box.setStretch(0, _LIST_SHARE if wide else 0)
            self._box.setStretch(1, _DETAIL_SHARE if wide else 0)
            self.detail.set_whole(not wide)


def labelled(look: Look, words: str, control: QWidget, why: str = "") -> QWidget:
    """A control under its label; the words are its name for assistive technology too."""
    widget = QWidget()
    layout = column(look.space(4))
    widget.setLayout(layout)
    label = Label(look, words, TypeRole.BODY_BOLD)
    label.setBuddy(control)
    control.setAccessibleName(words)
    layout.addWidget(label)
    if why:
        control.setAccessibleDescription(why)
        layout.addWidget(Label(look, why, colour="ink2"))
    if isinstance(control, Area) or (isinstance(control, Line) and control.maximumWidth() > _WIDE):
        layout.addWidget(control)
        return widget
    layout.addLayout(in_row(look, control))
    widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return widget


def in_row(look: Look, *widgets: QWidget) -> QBoxLayout:
    """Widgets beside each other at the left."""
    line = row(look.space(8))
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return line
