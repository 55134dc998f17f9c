"""The kinds of key to pick from."""

from collections.abc import Callable

from models.dossier.costs import CostKeyKind
from models.dossier.edit import record_added
from wizards.context import Context
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.steps.kosten_parts.keys import KEYS, formula_text, kind_text, new_key, unbroken
from wizards.widgets.boxes import Card, row
from wizards.widgets.buttons import Button, ButtonKind, focus_first
from wizards.widgets.columns import Columns
from wizards.widgets.text import Heading, Label

__all__ = ["KindPicker"]


def _said(look: Look, term: str, text: str) -> Label:
    return Label(look, f"{term}: {unbroken(text)}", colour="ink2")


class KindPicker(Card):
    """All kinds of key, each with its formula, what it suits and what to beware of; folded once there are keys."""

    def __init__(self, context: Context, added: Callable[[str], None]) -> None:
        super().__init__(context.look)
        self._context, self._added = context, added
        self.is_open = True
        look = context.look
        head = row(look.space(12))
        head.addWidget(Heading(look, "Soorten verdeelsleutels", 3), 1)
        self.fold = Button(look, "Soorten tonen", ButtonKind.QUIET)
        self.fold.clicked.connect(lambda: self.open(not self.is_open))
        head.addWidget(self.fold)
        self.body.addLayout(head)
        self._kinds = Columns(look, narrowest=270)
        self.body.addWidget(self._kinds)
        self.buttons: dict[CostKeyKind, Button] = {}
        for kind in CostKeyKind:
            self._kinds.add(self._kind_card(kind))
        self.open(not context.editor.dossier.kosten.keys)

    def _kind_card(self, kind: CostKeyKind) -> Card:
        look = self._context.look
        text = kind_text(kind, self._context.editor.knowledge)
        card = Card(look, padding=14, spacing=6)
        card.body.addWidget(Label(look, text.name, TypeRole.BODY_BOLD))
        card.body.addWidget(Label(look, unbroken(text.text)))
        card.body.addWidget(Label(look, unbroken(formula_text(text.formula)), colour="ink2"))
        card.body.addWidget(_said(look, "Past bij", text.suits))
        if text.beware:
            card.body.addWidget(_said(look, "Let op", text.beware))
        button = Button(look, "Vergelijk deze", icon="plus")
        button.setAccessibleDescription(text.name)
        button.clicked.connect(lambda: self._add(kind))
        self.buttons[kind] = button
        line = row()
        line.addWidget(button)
        line.addStretch(1)
        card.body.addLayout(line)
        return card

    def open(self, on: bool) -> None:
        """Show or fold the kinds."""
        self.is_open = on
        self._kinds.setVisible(on)
        self.fold.setText("Soorten verbergen" if on else "Soorten tonen")

    def offer(self) -> None:
        """Open, with the focus on the first kind."""
        self.open(True)
        focus_first(self._kinds)

    def _add(self, kind: CostKeyKind) -> None:
        key = new_key(kind, self._context.editor.knowledge)
        self._context.editor.apply(lambda dossier: record_added(dossier, KEYS, key))
        self.open(False)
        self._added(key.id)
