"""Making a dossier asks one thing: its title. A card above the list, no window of its own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.signs import Icon
from wizards.widgets.text import Heading, Label

__all__ = ["TitleCard"]

_LONGEST_TITLE = 300


class TitleCard(Card):
    """``given``: the title that a person wants; ``left``: they want no dossier after all."""

    given = Signal(str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, border="edge", spacing=8, padding=16)
        self.body.addWidget(Heading(look, "Nieuw dossier", 3))
        label = Label(look, "Hoe heet de samenwerking? (verplicht)", TypeRole.BODY_BOLD)
        self.body.addWidget(label)
        self._error = Label(look, "Vul een titel in, bijvoorbeeld de taak en de streek.", colour="danger")
        self._trouble = row(look.space(6))
        self._sign = Icon(look, "warning", "danger", 18)
        self._trouble.addWidget(self._sign)
        self._trouble.addWidget(self._error, 1)
        self.body.addLayout(self._trouble)
        self.line = QLineEdit()
        self.line.setMaxLength(_LONGEST_TITLE)
        self.line.setFont(look.font())
        self.line.setPlaceholderText("Bijvoorbeeld: Personeel en salaris Lindestreek")
        look.changed.connect(lambda: self.line.setFont(look.font()))
        label.setBuddy(self.line)
        self.line.setAccessibleName(label.text())
        self.line.returnPressed.connect(self._give)
        self.line.textEdited.connect(lambda _text: self._complain(on=False))
        self.body.addWidget(self.line)
        self.body.addWidget(Label(look, "U kunt de titel later wijzigen.", TypeRole.CAPTION, "ink2"))
        buttons = row(look.space(10))
        buttons.addStretch(1)
        no = Button(look, "Nu niet")
        no.clicked.connect(self.left)
        yes = Button(look, "Dossier maken", ButtonKind.ARM)
        yes.clicked.connect(self._give)
        buttons.addWidget(no)
        buttons.addWidget(yes)
        self.body.addLayout(buttons)
        self._complain(on=False)
        self.hide()

    def ask(self) -> None:
        """Show the card, empty, with the focus in its line. What is already being typed stays."""
        if self.isHidden():
            self.line.clear()
            self._complain(on=False)
            self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """The focus in the line, unless it is on this card already."""
        focus = self.window().focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _complain(self, *, on: bool) -> None:
        self._error.setVisible(on)
        self._sign.setVisible(on)
        if bool(self.line.property("invalid")) != on:
            self.line.setProperty("invalid", on)
            self.line.style().polish(self.line)
        self.line.setAccessibleDescription(self._error.text() if on else "")

    def _give(self) -> None:
        title = " ".join(self.line.text().split())
        if not title:
            self._complain(on=True)
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.given.emit(title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
