"""Fields for answers that somebody types over: what was typed is gone at once, and never on the clipboard."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.window.page_view import take_out
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import FlowLayout, column
from wizards.widgets.inputs import Line
from wizards.widgets.text import Label

__all__ = ["MOST_ON_ONE", "CountFields", "VoteLine"]

MOST_ON_ONE = 10
"""More dots than this one person cannot give to one option (:class:`models.workshop.records.Vote`)."""
_LONGEST = 3


class VoteLine(Line):
    """A short field without selection, menu or memory: nothing of an answer can be copied or undone.

    ``entered``: Enter was pressed.
    """

    entered = Signal()

    def __init__(self, look: Look, *, characters: int = 3) -> None:
        super().__init__(look, characters=characters)
        self.setMaxLength(_LONGEST)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        # Selected text goes to a clipboard of its own on some systems.
        self.selectionChanged.connect(self.deselect)
        self.returnPressed.connect(self.entered)

    def forget(self) -> None:
        """Empty the field; ``setText`` also drops what could be undone, even where the field is empty already."""
        self.setText("")

    def cover(self, covered: bool) -> None:
        """Show dots for what is typed, as where the room sees this screen."""
        self.setEchoMode(QLineEdit.EchoMode.Password if covered else QLineEdit.EchoMode.Normal)

    def whole(self) -> int | None:
        """The number that was typed: 0 for an empty field, None where it is no whole number."""
        text = self.text().strip()
        return 0 if not text else int(text) if text.isascii() and text.isdigit() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing is put back that was wiped."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in (Qt.Key.Key_Z, Qt.Key.Key_Y):
            event.accept()
        else:
            super().keyPressEvent(event)


class CountFields(QWidget):
    """A number per answer or option. ``entered``: Enter in the last field; in another one it goes to the next."""

    entered = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._asked: tuple[tuple[str, str], ...] = ()
        self.fields: dict[str, VoteLine] = {}
        self._covered = False
        layout = column()
        self._flow = FlowLayout(look.space(10), bottom=True)
        layout.addLayout(self._flow)
        self.setLayout(layout)

    def ask(self, answers: tuple[tuple[str, str], ...]) -> None:
        """Ask a number for each of these, by key; what was typed stays where they are the same."""
        if answers == self._asked:
            return
        self._asked = answers
        take_out(self._flow)
        for held in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            held.hide()
            held.deleteLater()
        self.fields = {}
        for key, words in answers:
            self._flow.addWidget(self._field(key, words))

    def _field(self, key: str, words: str) -> QWidget:
        look = self._look
        widget = QWidget()
        layout = column(look.space(2))
        widget.setLayout(layout)
        label = Label(look, words, TypeRole.BODY_BOLD, wrap=len(words) > 40)
        field = VoteLine(look)
        field.setAccessibleName(words)
        field.cover(self._covered)
        label.setBuddy(field)
        layout.addWidget(label)
        layout.addWidget(field)
        field.entered.connect(lambda: self._next(key))
        self.fields[key] = field
        return widget

    def _next(self, key: str) -> None:
        keys = list(self.fields)
        at = keys.index(key) + 1
        if at < len(keys):
            self.fields[keys[at]].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.entered.emit()

    def read(self) -> dict[str, int] | None:
        """The numbers above zero; None where something is no number."""
        found: dict[str, int] = {}
        for key, field in self.fields.items():
            number = field.whole()
            if number is None:
                return None
            if number:
                found[key] = number
        return found

    def cover(self, covered: bool) -> None:
        """Show dots for what is typed, also in fields that are asked for later."""
        self._covered = covered
        for field in self.fields.values():
            field.cover(covered)

    def forget(self) -> None:
        """Empty every field."""
        for field in self.fields.values():
            field.forget()

    def take_focus(self) -> None:
        """Begin with the first."""
        first: QObject | None = next(iter(self.fields.values()), None)
        if isinstance(first, VoteLine):
            first.setFocus(Qt.FocusReason.OtherFocusReason)
