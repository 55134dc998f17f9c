"""What the facilitator's views are made of: a page that scrolls, sides that give way, a message that can be undone."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, SignalInstance
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from desktop.window.toast import announce
from desktop.workshop.stand import Stand
from models.workshop.records import Workshop
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, FlowLayout, column, row
from wizards.widgets.buttons import Button, ButtonKind, focus_first
from wizards.widgets.signs import Icon
from wizards.widgets.text import Heading, Label

__all__ = ["Sides", "Undone", "ViewPage", "beamer_button", "change_workshop", "flowing", "listed_lines"]

_WIDE = 820


def change_workshop(stand: Stand, change: Callable[[Workshop], Workshop]) -> None:
    """Change the werksessie at hand; where there is none yet, one is begun, so that nobody types for nothing."""
    if stand.desk.workshop is None:
        stand.desk.begin()
    stand.desk.update(change)


def beamer_button(look: Look, words: str, act: Callable[[], object], about: str = "") -> Button:
    """A button that puts something on the beamer; ``about``: what, for assistive technology."""
    button = Button(look, words, icon="projector")
    if about:
        button.setAccessibleDescription(about)
    button.clicked.connect(lambda *_: act())
    return button


def flowing(look: Look, *widgets: QWidget, spacing: int = 10) -> FlowLayout:
    """Widgets on a line that goes on below where there is no room."""
    line = FlowLayout(look.space(spacing), centred=True)
    for widget in widgets:
        line.addWidget(widget)
    return line


class _Content(QWidget):
    """What scrolls: never wider than the view; its height follows from its width."""

    def minimumSizeHint(self) -> QSize:
        """Any width will do, the cards give way."""
        return QSize(240, 0)


class ViewPage(QWidget):
    """Base of the views: a title, a line under it, and cards in ``content``.

    A view that nobody sees waits with :meth:`refresh` until it is shown.
    """

    def __init__(self, stand: Stand, title: str, text: str) -> None:
        super().__init__()
        self.stand, self.look = stand, stand.look
        self._stale = False
        look = self.look
        self.setAccessibleName(title)
        self.content = column(look.space(14), (look.space(28), look.space(16), look.space(28), look.space(24)))
        inner = _Content()
        inner.setLayout(self.content)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)
        whole = column()
        whole.addWidget(self.area)
        self.setLayout(whole)
        head = column(look.space(2))
        self.title = Heading(look, title, 2)
        self.text = Label(look, text, colour="ink2")
        head.addWidget(self.title)
        head.addWidget(self.text)
        self.content.addLayout(head)

    def follow(self, *signals: SignalInstance) -> None:
        """Refresh at once, and after each of these signals."""
        for signal in signals:
            signal.connect(self.refresh_soon)
        self.refresh()

    def refresh(self) -> None:
        """Show what there is now."""
        raise NotImplementedError

    def refresh_soon(self) -> None:
        """Show what there is now, or once somebody looks."""
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def leave(self) -> None:
        """Nobody looks any more: keep what was typed."""

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed."""
        super().hideEvent(event)
        self.leave()


class Sides(QWidget):
    """Two things beside each other, or below each other where there is no room; ``shares``: of the width."""

    def __init__(self, look: Look, first: QWidget, second: QWidget, shares: tuple[int, int] = (1, 1)) -> None:
        super().__init__()
        self._look = look
        self._sides = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(look.space(14))
        for widget, share in zip((first, second), shares, strict=True):
            self._sides.addWidget(widget, share, Qt.AlignmentFlag.AlignTop)
        self.setLayout(self._sides)
        look.changed.connect(self._turn)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn when the width asks for it."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        wide = self.width() >= self._look.glyph(_WIDE)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._sides.direction() != direction:
            self._sides.setDirection(direction)


class Undone(Card):
    """Says that something is gone, and brings it back when asked; it goes with the next thing that is done."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, fill="deep", border=None, padding=6, spacing=0)
        self._act: Callable[[], object] | None = None
        self._look = look
        self.words = Label(look, colour="on_deep", role=TypeRole.BODY)
        self.button = Button(look, "Ongedaan maken", ButtonKind.POINTER)
        self.button.clicked.connect(self._bring_back)
        line = row(look.space(10), (look.space(8), 0, 0, 0))
        line.addWidget(Icon(look, "check", "on_deep"))
        line.addWidget(self.words, 1)
        line.addWidget(self.button)
        self.body.addLayout(line)
        self.hide()

    def offer(self, words: str, act: Callable[[], object]) -> None:
        """Say ``words``; ``act`` brings it back. The focus goes to the button: what had it may be gone."""
        self._act = act
        self.words.setText(words)
        self.show()
        announce(self, words)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def withdraw(self) -> None:
        """Something else was done: it has had its time."""
        held = self.button.hasFocus()
        self._act = None
        self.hide()
        if held and (parent := self.parentWidget()) is not None:
            focus_first(parent)

    def _bring_back(self) -> None:
        act = self._act
        self.withdraw()
        if act is not None:
            act()


def listed_lines(look: Look, lines: Sequence[str]) -> QWidget:
    """Lines with a number before each, as a method is read."""
    box = QWidget()
    layout = column(look.space(6))
    box.setLayout(layout)
    for number, text in enumerate(lines, 1):
        line = row(look.space(8))
        mark = Label(look, f"{number}.", TypeRole.BODY_BOLD, "action", wrap=False)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Label(look, text), 1)
        layout.addLayout(line)
    return box
