"""The card of the chosen belanghebbende beside the map and the rings."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from models.dossier.explore import Stakeholder
from models.figures.answers import name_of
from wizards.context import Context
from wizards.forms.spec import Field
from wizards.look.tokens import TypeRole
from wizards.steps.krachtenveld_parts.forms import LIST, field_of
from wizards.widgets.boxes import Card, FlowLayout, column, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.fields import FieldWidget
from wizards.widgets.signs import Icon
from wizards.widgets.text import Heading, Label

__all__ = ["ChosenCard", "intern_card", "on_card"]

_NOBODY = "~"
INTERN = "Niet op de beamer en niet in het openbare rapport."


def on_card(name: str, label: str = "") -> Field:
    """A field as it stands on the card: without explanation and "geen antwoord", which the table has."""
    field = field_of(name)
    return replace(field, label=label or field.label, why="", words=None, no_answers=(), short=False)


def intern_card(context: Context, field: FieldWidget) -> Card:
    """A field on the violet plane that says who does not see it."""
    look = context.look
    card = Card(look, fill="intern_bg", border=None, bar="intern", padding=16, spacing=6)
    head = row(look.space(8))
    head.addWidget(Icon(look, "note-intern", "intern"))
    head.addWidget(Label(look, "Intern", TypeRole.CAPTION_BOLD, "intern"), 1)
    card.body.addLayout(head)
    card.body.addWidget(field)
    card.body.addWidget(Label(look, INTERN, TypeRole.CAPTION, "ink2"))
    return card


class ChosenCard(QWidget):
    """Name, kind and scores; attitude on a card of its own; the first step and who takes it.

    ``wanted``: a person chose another one of the same cell; ``more``: a person asks for the whole form.
    """

    wanted = Signal(str)
    more = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        look = context.look
        layout = column(look.space(14))
        self.setLayout(layout)
        self.nobody = Card(look, padding=16)
        said = "Kies een belanghebbende op de kaart. Of voeg er hieronder een toe."
        self.nobody.body.addWidget(Label(look, said, colour="ink2"))
        layout.addWidget(self.nobody)
        self.fields: dict[str, FieldWidget] = {}
        self.first, self.third = self._make_first(), self._make_third()
        self.intern = intern_card(context, self._field(on_card("attitude")))
        self.cards = (self.first, self.intern, self.third)
        for card in self.cards:
            layout.addWidget(card)
        self.show_one(None, ())

    def _field(self, field: Field) -> FieldWidget:
        made = FieldWidget(self._context, field, (*LIST, _NOBODY))
        self.fields[field.name] = made
        return made

    def _make_first(self) -> Card:
        look = self._context.look
        card = Card(look, padding=16, spacing=10)
        card.body.addWidget(Label(look, "Gekozen belanghebbende", TypeRole.CAPTION, "ink2"))
        self.name = Heading(look, "", 2)
        card.body.addWidget(self.name)
        for field in (on_card("kind"), on_card("influence", "Invloed"), on_card("interest", "Belang")):
            card.body.addWidget(self._field(field))
        self._together = Label(look, "In deze cel staan ook (spatiebalk: de volgende):", TypeRole.CAPTION_BOLD, "ink2")
        card.body.addWidget(self._together)
        holder = QWidget()
        self._flow = FlowLayout(look.space(4))
        holder.setLayout(self._flow)
        self._holder = holder
        self.others: list[Button] = []
        self._keys: list[str] = []
        card.body.addWidget(holder)
        return card

    def _make_third(self) -> Card:
        look = self._context.look
        card = Card(look, padding=16, spacing=10)
        card.body.addWidget(self._field(on_card("action")))
        card.body.addWidget(self._field(on_card("owner")))
        everything = Button(look, "Alle gegevens", ButtonKind.QUIET, icon="list")
        everything.clicked.connect(self.more)
        card.body.addWidget(everything, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def show_one(self, one: Stakeholder | None, together: tuple[Stakeholder, ...]) -> None:
        """Show this one; ``together``: all that stand on the same plate."""
        self.nobody.setVisible(one is None)
        for card in self.cards:
            card.setVisible(one is not None and not (card is self.intern and self._context.privacy.hidden))
        if one is None:
            return
        self.name.setText(name_of(one.name))
        for field in self.fields.values():
            if field.path[len(LIST)] != one.id:
                field.rebase((*LIST, one.id))
            else:
                field.refresh()
        self._show_together(tuple(other for other in together if other.id != one.id))

    def _show_together(self, others: tuple[Stakeholder, ...]) -> None:
        look = self._context.look
        while len(self.others) < len(others):
            button = Button(look, "", ButtonKind.QUIET)
            place = len(self.others)
            button.clicked.connect(lambda *_, place=place: self.wanted.emit(self._keys[place]))
            self._flow.addWidget(button)
            self.others.append(button)
        self._keys = [other.id for other in others]
        for number, button in enumerate(self.others):
            if number < len(others):
                button.setText(name_of(others[number].name))
            button.setVisible(number < len(others))
        self._together.setVisible(bool(others))
        self._holder.setVisible(bool(others))
