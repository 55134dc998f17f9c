"""The view Voorstellen: factors that the answers suggest, each with its reason and one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from models.dossier.choose import FactorDirection
from models.suggestions import Suggestion, factor_suggestions, with_suggestion
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.steps.factoren_parts.forms import factor_names
from wizards.widgets.boxes import Card, FlowLayout, column
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.text import Heading, Label

__all__ = ["SuggestedView"]

_ADD = {
    FactorDirection.PROMOTING: "Toevoegen als bevorderende factor",
    FactorDirection.BLOCKING: "Toevoegen als belemmerende factor",
}


class _SuggestionCard(Card):
    """One suggestion. ``add``: a person takes it over; ``read``: a person wants to read the case."""

    add = Signal()
    read = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, padding=16, spacing=8)
        look = context.look
        self._names = factor_names(context.editor.knowledge)
        self._cases = context.editor.knowledge.case
        self.suggestion: Suggestion | None = None
        self.title = Label(look, "", TypeRole.BODY_BOLD)
        self.reason, self.measure = Label(look), Label(look)
        for label in (self.title, self.reason, self.measure):
            self.body.addWidget(label)
        tools = FlowLayout(look.space(8))
        self.button = Button(look, "", icon="plus")
        self.button.clicked.connect(self.add)
        self.case = Button(look, "", ButtonKind.QUIET, icon="case")
        self.case.clicked.connect(self.read)
        tools.addWidget(self.button)
        tools.addWidget(self.case)
        self.body.addLayout(tools)

    def say(self, suggestion: Suggestion) -> None:
        """Show this suggestion."""
        self.suggestion = suggestion
        name = suggestion.text or self._names.get(suggestion.factor or "", "")
        self.title.setText(name)
        self.reason.setText(f"Waarom dit voorstel: {suggestion.reason}")
        self.measure.setText(f"Wat u kunt doen: {suggestion.measure}")
        self.measure.setVisible(bool(suggestion.measure))
        self.button.setText(_ADD[suggestion.direction])
        self.button.setAccessibleDescription(name)
        case = self._cases[suggestion.case].name if suggestion.case else ""
        self.case.setText(f"Meer over {case}" if case else "")
        self.case.setVisible(bool(case))


class SuggestedView(QWidget):
    """What the answers suggest now; what was added is gone from here."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        look = context.look
        layout = column(look.space(14))
        head = Card(look)
        head.body.addWidget(Heading(look, "Voorstellen uit uw antwoorden", 3))
        self.said = Label(look, colour="ink2")
        head.body.addWidget(self.said)
        layout.addWidget(head)
        self._list = layout
        self.cards: list[_SuggestionCard] = []
        self.setLayout(layout)
        context.editor.insight_changed.connect(self._catch_up)

    def _catch_up(self) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Show what the answers suggest now."""
        editor = self._context.editor
        found = factor_suggestions(editor.dossier, editor.insight.advice, editor.knowledge)
        while len(self.cards) < len(found):
            card = _SuggestionCard(self._context)
            card.add.connect(lambda card=card: self._add(card))
            card.read.connect(lambda card=card: self._read(card))
            self._list.addWidget(card)
            self.cards.append(card)
        for number, card in enumerate(self.cards):
            if number < len(found):
                card.say(found[number])
            card.setVisible(number < len(found))
        none = (
            "Uw antwoorden geven nu geen voorstel. Hier verschijnen grote verschillen, waarschuwingen en lage cijfers."
        )
        some = "Elk voorstel noemt het antwoord waar het op rust. U beslist of het klopt."
        self.said.setText(some if found else none)

    def _add(self, card: _SuggestionCard) -> None:
        suggestion = card.suggestion
        if suggestion is None:
            return
        self._context.editor.apply(lambda dossier: with_suggestion(dossier, suggestion), "Factor toegevoegd.")
        self.refresh()
        next_one = next((other for other in self.cards if not other.isHidden()), None)
        if next_one is not None:
            card.button.setFocus(Qt.FocusReason.OtherFocusReason)
            if card.isHidden():
                next_one.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, card: _SuggestionCard) -> None:
        if card.suggestion is not None and card.suggestion.case is not None:
            self._context.navigator.open_help(f"case:{card.suggestion.case}")
