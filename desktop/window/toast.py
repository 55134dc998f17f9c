"""A short message at the foot of the window: it stays until the next action, or ten seconds."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QWidget

from wizards.look.look import Look
from wizards.widgets.boxes import Card, row
from wizards.widgets.buttons import Button, ButtonKind, IconButton
from wizards.widgets.text import Label

__all__ = ["Toast", "announce"]

STAYS_MS = 10_000
_FOOT = 76
"""Distance from the bottom of the window: above the footer."""


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have assistive technology say ``text``."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 8 ms that the first window need not wait for

    event = QAccessibleAnnouncementEvent(widget, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


class Toast(Card):
    """One message at a time, over the window; ``action``: a word for what can be done about it."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(look, fill="deep", border="deep_line", padding=6, spacing=0)
        self.setParent(window)
        self._act: Callable[[], None] | None = None
        self._fresh = False
        line = self._line = row(look.space(12), (look.space(10), 0, 0, 0))
        self.words = Label(look, colour="on_deep")
        self.action = Button(look, "Ongedaan maken", ButtonKind.POINTER)
        self._close = IconButton(look, "close", "Melding sluiten", role="on_deep")
        line.addWidget(self.words, 1)
        line.addWidget(self.action)
        line.addWidget(self._close)
        self.body.addLayout(line)
        self.action.clicked.connect(self._do)
        self._close.clicked.connect(self.dismiss)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self.dismiss)
        self.hide()

    def say(self, text: str, action: str = "", act: Callable[[], None] | None = None, *, urgent: bool = False) -> None:
        """Show ``text``; ``urgent``: it stays, and interrupts what is being read out."""
        self._act, self._fresh = act, True
        self.words.setText(text)
        self.action.setVisible(bool(action and act))
        if action:
            self.action.setText(action)
        self.show()
        self.place()
        self.raise_()
        if urgent:
            self._timer.stop()
        else:
            self._timer.start()
        announce(self, text, urgent=urgent)
        # The edit that this message is about still comes in; the one after it takes the message away.
        QTimer.singleShot(0, self, self._settle)

    def next_action(self) -> None:
        """Somebody did something else: the message has had its time."""
        if not self._fresh and self._timer.isActive():
            self.dismiss()

    def dismiss(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._act = None
        held = self.isAncestorOf(self.window().focusWidget() or self)
        self.hide()
        if held:
            self.window().focusNextChild()

    def place(self) -> None:
        """Over the foot of the window, in the middle."""
        window = self.parentWidget()
        if self.isHidden() or window is None:
            return
        widest = window.width() - 2 * self._look.space(24)
        self._wrap(False)  # the words tell their whole width only then
        width = min(self.sizeHint().width(), widest)
        self._wrap(width == widest)
        height = max(self.minimumSizeHint().height(), self.body.totalHeightForWidth(width))
        top = window.height() - height - self._look.space(_FOOT)
        self.setGeometry((window.width() - width) // 2, top, width, height)

    def _wrap(self, wrap: bool) -> None:
        self.words.setWordWrap(wrap)
        # Qt would measure again at the next turn of the event loop; the place is needed now.
        for layout in (self._line, self.body):
            layout.invalidate()

    def changeEvent(self, event: QEvent) -> None:
        """Fit again with another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.place()

    def _settle(self) -> None:
        self._fresh = False

    def _do(self) -> None:
        act = self._act
        self.dismiss()
        if act is not None:
            act()
