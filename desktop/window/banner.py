"""The line over an example: it can be looked at, and copied to be edited."""

from PySide6.QtWidgets import QWidget

from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.text import Label

__all__ = ["Banner"]


class Banner(QWidget):
    """``copy``: the button that asks for a copy."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        card = Card(look, fill="wash", border=None, bar="action", padding=10)
        words = Label(look, "Dit is een voorbeeld. U kunt het bekijken, niet wijzigen.", TypeRole.BODY_BOLD)
        self.copy = Button(look, "Kopie maken en bewerken", ButtonKind.SOLID)
        line = row(look.space(16), (look.space(8), 0, 0, 0))
        line.addWidget(words, 1)
        line.addWidget(self.copy)
        card.body.addLayout(line)
        around = row(0, (look.space(16), look.space(10), look.space(16), 0))
        around.addWidget(card, 1)
        self.setLayout(around)
