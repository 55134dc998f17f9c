"""The kinds of key to pick from, and the keys under comparison side by side in words."""

from collections.abc import Callable

from models.dossier.agree import CostKey, CostKeyKind
from models.dossier.edit import record_added
from wizards.context import Context
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.steps.kosten_parts.items import BASE
from wizards.steps.kosten_parts.keys import KEYS, key_name, kind_text, needs_of, new_key, weights_text
from wizards.widgets.boxes import Card, row
from wizards.widgets.buttons import Button, ButtonKind, focus_first
from wizards.widgets.columns import Columns
from wizards.widgets.text import Heading, Label

__all__ = ["KeyOverview", "KindPicker"]


def _said(look: Look, term: str, text: str) -> Label:
    return Label(look, f"{term}: {text}", colour="ink2")


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
        card.body.addWidget(Label(look, text.text))
        card.body.addWidget(_said(look, "Formule", text.formula))
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


class _KeyCard(Card):
    """One key: what it is, what it needs, what is filled in."""

    def __init__(self, context: Context, key: str) -> None:
        super().__init__(context.look, padding=14, spacing=6)
        self._context, self._key = context, key
        look = context.look
        self._sign = Label(look, "Uw keuze", TypeRole.CAPTION_BOLD, "action")
        self._name = Label(look, role=TypeRole.BODY_BOLD)
        self._kind, self._formula, self._suits, self._beware = (Label(look, colour="ink2") for _ in range(4))
        self._needs = Label(look)
        self.choose = Button(look, "Kies deze")
        self.choose.clicked.connect(lambda: context.editor.put((*BASE, "chosen"), key))
        for widget in (self._sign, self._name, self._kind, self._formula, self._suits, self._beware, self._needs):
            self.body.addWidget(widget)
        line = row()
        line.addWidget(self.choose)
        line.addStretch(1)
        self.body.addLayout(line)

    def take(self, key: CostKey) -> None:
        """Show this key as it is now."""
        editor = self._context.editor
        text, name = kind_text(key.kind, editor.knowledge), key_name(key, editor.knowledge)
        chosen = editor.dossier.kosten.chosen == key.id
        self.dress(fill="wash" if chosen else "surface", border="action" if chosen else "line")
        self._sign.setVisible(chosen)
        self._name.setText(name)
        self._kind.setText(f"Soort: {text.name}")
        self._kind.setVisible(text.name != name)
        self._formula.setText(f"Formule: {text.formula}")
        self._suits.setText(f"Past bij: {text.suits}")
        self._beware.setText(f"Let op: {text.beware}")
        self._beware.setVisible(bool(text.beware))
        self._needs.setText("\n".join(self._lines(key)))
        self.choose.setText("Kies een andere" if chosen else "Kies deze")
        self.choose.setVisible(not chosen)
        self.choose.setAccessibleDescription(name)

    def _lines(self, key: CostKey) -> tuple[str, ...]:
        needs = needs_of(key, self._context.editor.dossier)
        if not needs:
            return ("Nodig: alleen de partners en het bedrag.",)
        filled = tuple(f"• {need.label}: {need.state}" for need in needs)
        more = weights_text(key)
        return ("Nodig en ingevuld:", *filled, *((more,) if more else ()))


class KeyOverview(Card):
    """The keys side by side in words: what each needs, and what is filled in."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look)
        self._context = context
        look = context.look
        self.body.addWidget(Heading(look, "Naast elkaar", 3))
        self._empty = Label(look, "Er is nog geen verdeelsleutel om te vergelijken.", colour="ink2")
        self.body.addWidget(self._empty)
        self._columns = Columns(look, narrowest=260)
        self.body.addWidget(self._columns)
        self.cards: dict[str, _KeyCard] = {}
        self.refresh()

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        keys = self._context.editor.dossier.kosten.keys
        for key in keys:
            if key.id not in self.cards:
                self.cards[key.id] = _KeyCard(self._context, key.id)
                self._columns.add(self.cards[key.id])
            self.cards[key.id].take(key)
        wanted = [self.cards[key.id] for key in keys]
        rest = [card for card in self.cards.values() if card not in wanted]
        self._columns.order((*wanted, *rest))
        self._columns.keep(set(wanted))
        self._columns.setVisible(bool(keys))
        self._empty.setVisible(not keys)
