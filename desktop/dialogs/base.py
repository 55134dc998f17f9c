"""The frame of every dialog: a question, what follows from each answer, and verbs to choose from.

Dialogs are opened with ``open``, so that nothing waits inside; ``chosen`` tells the answer. Closing a dialog, or
Escape, is the safe choice.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QWidget

from wizards.look.focus import FocusRing
from wizards.look.look import Look
from wizards.widgets.boxes import column, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.text import Heading, Label

__all__ = ["Choice", "Dialog"]

_WIDTH = 560


@dataclass(frozen=True, slots=True)
class Choice:
    """A button. ``stays``: the dialog stays open after it, such as for copying."""

    key: str
    words: str
    kind: ButtonKind = ButtonKind.OUTLINE
    icon: str | None = None
    stays: bool = False


class Dialog(QDialog):
    """``chosen``: the key of a choice. ``safe``: the key of the choice without consequences, which stands left."""

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        question: str,
        lines: Sequence[str],
        choices: Sequence[Choice],
        *,
        safe: str,
    ) -> None:
        super().__init__(parent)
        self.look, self._safe, self._answered = look, safe, False
        self.setWindowTitle(question)
        self.setAccessibleName(question)
        self.setAccessibleDescription(" ".join(lines))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        edge = look.space(24)
        whole = column(look.space(12), (edge, edge, edge, edge))
        self.setLayout(whole)
        self.question = Heading(look, question, 2)
        whole.addWidget(self.question)
        self.lines = tuple(Label(look, line) for line in lines)
        for label in self.lines:
            whole.addWidget(label)
        self.body = column(look.space(10))
        whole.addLayout(self.body, 1)
        whole.addSpacing(look.space(8))
        self._row = row(look.space(10))
        self._row.addStretch(1)
        self.buttons: dict[str, Button] = {}
        for choice in choices:
            self._add(choice)
        whole.addLayout(self._row)
        self.ring = FocusRing(look, self)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self.look.colour("surface"))
        self.setPalette(palette)
        # Qt makes a dialog at most two thirds of the screen wide; words and buttons come first.
        beside = sum(button.sizeHint().width() + self._row.spacing() for button in self.buttons.values())
        wanted = max(self.look.glyph(_WIDTH), beside + 2 * self.look.space(24))
        self.setMinimumWidth(min(wanted, self._most_width()))

    def _add(self, choice: Choice) -> None:
        button = Button(self.look, choice.words, choice.kind, icon=choice.icon)
        button.clicked.connect(lambda: self._choose(choice))
        self.buttons[choice.key] = button
        self._row.addWidget(button)

    def _choose(self, choice: Choice) -> None:
        if choice.stays:
            self.chosen.emit(choice.key)
        else:
            self.answer(choice.key)

    def answer(self, key: str) -> None:
        """Tell the answer, once, and close."""
        if not self._answered:
            self._answered = True
            self.close()
            if self.isVisible():  # while its cross closes a window, ``close`` does nothing
                super().reject()
            self.chosen.emit(key)

    def reject(self) -> None:
        """Escape, or the cross of the window: the safe choice."""
        if self._answered:
            super().reject()
        else:
            self.answer(self._safe)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, and never another one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.focusWidget()
            if isinstance(focus, Button):
                focus.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As wide as reads well, as high as its words."""
        width = self.minimumWidth()
        layout = self.layout()
        assert layout is not None
        height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        return QSize(width, height)

    def _most_width(self) -> int:
        return self.screen().availableGeometry().width() - 40

    def showEvent(self, event: QShowEvent) -> None:
        """The focus begins at the safe choice."""
        super().showEvent(event)
        self.buttons[self._safe].setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Buttons that do not fit beside each other stand under each other."""
        super().resizeEvent(event)
        wanted = sum(button.sizeHint().width() + self._row.spacing() for button in self.buttons.values())
        fits = wanted <= self.width() - 2 * self.look.space(24)
        direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != direction:
            self._row.setDirection(direction)
            QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        """Room for all words, at this width."""
        layout = self.layout()
        assert layout is not None
        self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))
