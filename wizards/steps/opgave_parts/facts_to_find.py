"""Facts that are worth finding, each put in the list with one click [S1 wegwijzer 1]."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from models.dossier import Dossier
from models.dossier.edit import fresh_id, record_added
from models.dossier.explore import Fact
from models.folding import folded
from models.knowledge.base import Item
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, column, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.text import Label

__all__ = ["FactsToFind", "is_there"]

_WHERE_TO_ASK = "wie-heeft-cijfers"
"""The entry that says where figures can be had: no fact of its own."""


def is_there(dossier: Dossier, name: str) -> bool:
    """Whether a fact with this name, or one that starts with it, is in the list."""
    return any(folded(fact.text).startswith(folded(name)) for fact in dossier.opgave.facts)


class FactsToFind(Card):
    """``added``: called with the key of a fact that was put in the list."""

    def __init__(self, context: Context, added: Callable[[str], object]) -> None:
        look = context.look
        super().__init__(look, fill="wash", border=None, padding=16, spacing=10)
        self._context, self._added = context, added
        self.buttons: dict[str, Button] = {}
        self._there: dict[str, Label] = {}
        self.body.addWidget(Label(look, "Zoek deze feiten op", TypeRole.BODY_BOLD))
        items = context.editor.knowledge.themes.facts_to_find
        for item in items:
            if item.id != _WHERE_TO_ASK:
                self.body.addWidget(self._line(item))
        for item in items:
            if item.id == _WHERE_TO_ASK:
                self.body.addWidget(Label(look, f"{item.name} {item.text}", colour="ink2"))
        self.refresh()

    def _line(self, item: Item) -> QWidget:
        look = self._context.look
        holder, layout, words = QWidget(), row(look.space(12)), column(look.space(2))
        holder.setLayout(layout)
        words.addWidget(Label(look, item.name, TypeRole.BODY_BOLD))
        words.addWidget(Label(look, item.text))
        layout.addLayout(words, 1)
        button = Button(look, "Zet in de lijst", ButtonKind.QUIET, icon="plus")
        button.setAccessibleName(f"{item.name}: zet in de lijst met feiten")
        button.clicked.connect(lambda: self._add(item.name))
        there = Label(look, "Staat in de lijst", TypeRole.CAPTION_BOLD, "ok", wrap=False)
        self.buttons[item.name], self._there[item.name] = button, there
        layout.addWidget(button)
        layout.addWidget(there)
        return holder

    def refresh(self) -> None:
        """Offer what is not in the list yet."""
        dossier = self._context.editor.dossier
        for name, button in self.buttons.items():
            there = is_there(dossier, name)
            button.setVisible(not there)
            self._there[name].setVisible(there)

    def _add(self, name: str) -> None:
        fact = Fact(id=fresh_id(), text=name)
        self._context.editor.apply(lambda dossier: record_added(dossier, ("opgave", "facts"), fact))
        self.refresh()
        self._added(fact.id)
