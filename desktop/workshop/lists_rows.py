"""A row of the parking list and one of the agreements: what is typed is told, what is kept is shown."""

from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from models.dutch import day
from models.workshop.records import Agreement, Parked
from wizards.forms.spec import Kind
from wizards.forms.values import Unreadable, parse
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import FlowLayout, column, row
from wizards.widgets.buttons import IconButton
from wizards.widgets.inputs import Area, Check, Line
from wizards.widgets.text import Label

__all__ = ["AgreementRow", "ListRow", "ParkedRow"]

_DATE_CHARACTERS, _OWNER_CHARACTERS = 18, 22


class _Words(Area):
    """A text of one paragraph that wraps, so that all of it can be read; Enter goes to the next control."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, lines=1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other lines at another width, and so another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends no line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class ListRow(QWidget):
    """``typed``: the field and its new value, while somebody types; ``left``: the person went on; ``removed``."""

    typed = Signal(str, object)
    left = Signal()
    removed = Signal()

    def __init__(self, look: Look, noun: str) -> None:
        super().__init__()
        self.look, self._noun = look, noun
        self._described: list[tuple[QWidget, str]] = []
        self.text = _Words(look)
        self.text.edited.connect(lambda text: self.typed.emit("text", " ".join(text.split("\n"))))
        self.text.left.connect(self.left)
        self.remove = IconButton(look, "close", f"{noun} verwijderen")
        self.remove.clicked.connect(lambda *_: self.removed.emit())
        self.describe(self.text, noun)
        self.describe(self.remove, f"{noun} verwijderen")

    def describe(self, control: QWidget, words: str) -> None:
        """Name a control; :meth:`number` says of which row it is."""
        self._described.append((control, words))

    def number(self, number: int) -> None:
        """Say which row this is."""
        for control, words in self._described:
            name = words.replace(self._noun, f"{self._noun} {number}", 1)
            if isinstance(control, IconButton):
                control.rename(name)
            else:
                control.setAccessibleName(name)

    def show_record(self, record: Any, waiting: frozenset[str]) -> None:
        """Show what is kept; fields in ``waiting`` hold something newer."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the focus on the text."""
        self.text.setFocus()


class ParkedRow(ListRow):
    """A point for later, and whether it was talked about."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Punt")
        self.done = Check(look, "Besproken")
        self.done.edited.connect(self._tick)
        self.describe(self.done, "Punt besproken")
        line = row(look.space(10))
        line.addWidget(self.text, 1)
        line.addWidget(self.done, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)

    def show_record(self, record: Any, waiting: frozenset[str]) -> None:
        """Show the point."""
        parked = cast(Parked, record)
        if "text" not in waiting:
            self.text.show_value(parked.text)
        self.done.show_value(parked.done)

    def _tick(self, on: bool) -> None:
        self.typed.emit("done", on)
        self.left.emit()


class AgreementRow(ListRow):
    """What was agreed, who does it, and when."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Afspraak")
        self.owner = Line(look, characters=_OWNER_CHARACTERS)
        self.owner.edited.connect(lambda text: self.typed.emit("owner", text))
        self.due = Line(look, characters=_DATE_CHARACTERS)
        self.due.edited.connect(self._typed_date)
        self._touched = False
        self.message = Label(look, "", colour="danger")
        self.message.hide()
        self._lay_out()
        self.owner.left.connect(self.left)
        self.due.left.connect(self._left_date)

    def _lay_out(self) -> None:
        look = self.look
        whole, first, more = column(look.space(6)), row(look.space(10)), FlowLayout(look.space(16), centred=True)
        first.addWidget(self.text, 1)
        first.addWidget(self.remove)
        for words, control in (("Wie", self.owner), ("Wanneer", self.due)):
            pair, line = QWidget(), row(look.space(8))
            label = Label(look, words, TypeRole.BODY_BOLD, wrap=False)
            label.setBuddy(control)
            line.addWidget(label)
            line.addWidget(control)
            pair.setLayout(line)
            more.addWidget(pair)
            self.describe(control, f"Afspraak: {words.lower()}")
        whole.addLayout(first)
        whole.addLayout(more)
        whole.addWidget(self.message)
        self.setLayout(whole)

    def show_record(self, record: Any, waiting: frozenset[str]) -> None:
        """Show the agreement; a date that cannot be read (yet) stays as it was typed."""
        agreement = cast(Agreement, record)
        for field, control, text in (
            ("text", self.text, agreement.text),
            ("owner", self.owner, agreement.owner),
            ("due", self.due, "" if agreement.due is None else day(agreement.due)),
        ):
            unread = field == "due" and (self._touched or bool(self.message.text()))
            if field not in waiting and not unread:
                control.show_value(text)

    def _typed_date(self, text: str) -> None:
        self._touched = True
        self._complain("")
        try:
            self.typed.emit("due", parse(Kind.DATE, text))
        except Unreadable:
            self.typed.emit("due", None)

    def _left_date(self) -> None:
        if self._touched:
            self._touched = False
            try:
                parse(Kind.DATE, self.due.text())
            except Unreadable as error:
                self._complain(error.advice)
        self.left.emit()

    def _complain(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))
        self.due.mark(invalid=bool(text))
        self.due.setAccessibleDescription(text)
