"""The foot of a page: back at the left, the one way on at the right, and between them what folded away."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.text import Label

__all__ = ["Footer"]


class Footer(QWidget):
    """``sheet``: somebody wants to see the folded panel."""

    sheet = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._back: Callable[[], None] | None = None
        self._on: Callable[[], None] | None = None
        self._words, self._short = "Volgende", False
        self.setAccessibleName("Vorige en volgende")
        self.back = Button(look, "Vorige", ButtonKind.OUTLINE, icon="arrow-left")
        self.note = Label(look, "", TypeRole.CAPTION, "ink2")
        self.panel = Button(look, "Advies", ButtonKind.DEEP, icon="chevron-up")
        self.panel.setMaximumWidth(look.glyph(640))
        self.on = Button(look, "Volgende", ButtonKind.ARM)
        line = row(look.space(16), (look.space(32), 0, look.space(32), 0))
        line.addWidget(self.back)
        line.addWidget(self.note, 1)
        line.addWidget(self.panel)
        line.addStretch(0)
        line.addWidget(self.on)
        self.setLayout(line)
        policy = self.panel.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Maximum)
        self.panel.setSizePolicy(policy)
        self.back.clicked.connect(lambda *_: self.go_back())
        self.on.clicked.connect(lambda *_: self.go_on())
        self.panel.clicked.connect(lambda *_: self.sheet.emit())
        look.changed.connect(self._resize)
        self._resize()

    def show_ways(self, back: tuple[str, Callable[[], None]], on: tuple[str, Callable[[], None]]) -> None:
        """Take the words and acts of both ways."""
        self.back.setText(back[0])
        self._words = on[0]
        self._back, self._on = back[1], on[1]
        self._say()

    def shorten(self, short: bool) -> None:
        """Whether the button on says only what comes before its colon; assistive technology gets all of it."""
        self._short = short
        self._say()

    def show_note(self, text: str) -> None:
        """What a page says at its foot."""
        self.note.setText(text)

    def show_panel(self, words: str | None) -> None:
        """The folded panel in words; None: there is none, or it stands beside the page."""
        self.panel.setVisible(words is not None)
        self.note.setVisible(words is None)
        if words is not None:
            self.panel.setText(words)

    def go_back(self) -> None:
        """As the left button."""
        if self._back is not None:
            self._back()

    def go_on(self) -> None:
        """As the right button."""
        if self._on is not None:
            self._on()

    def _say(self) -> None:
        self.on.setText(self._words.split(":")[0] if self._short else self._words)
        self.on.setAccessibleName(self._words)

    def _resize(self) -> None:
        self.setFixedHeight(max(60, self._look.control_height + self._look.space(28)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """A white plane with a hairline over it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("surface"))
        painter.fillRect(0, 0, self.width(), 1, self._look.colour("line"))
