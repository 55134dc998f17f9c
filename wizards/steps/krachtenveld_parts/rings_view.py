"""The view Ringen: who takes part how far, where people place the figures themselves and draw relations."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from models.dossier.base import known
from models.dossier.explore import Environment, Stakeholder
from models.figures.answers import name_of
from models.knowledge.source_words import notes_of
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.steps.krachtenveld_parts.beside import Beside
from wizards.steps.krachtenveld_parts.card import on_card
from wizards.steps.krachtenveld_parts.forms import (
    LIST,
    can_relate,
    place_fields,
    relations,
    stakeholder_options,
)
from wizards.steps.krachtenveld_parts.map_view import FigureCard
from wizards.steps.krachtenveld_parts.rings import Rings
from wizards.widgets.boxes import Card, FlowLayout, column
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.fields import FieldWidget
from wizards.widgets.inputs import Combo
from wizards.widgets.records import RecordsWidget
from wizards.widgets.signs import Notice
from wizards.widgets.text import Heading, Label

__all__ = ["RingsView"]

_NOBODY = "~"
_KEYS = (
    "Kies met de pijltjes of klik. Sleep een figuur, of druk op Ctrl en een pijltje; met Shift gaat het in kleine "
    "stappen. R: relatie tekenen. [ en ]: draaien. Backspace: terug naar de ring."
)


class _RingCard(Card):
    """Who is chosen: ring, environment, place in numbers, and drawing a relation."""

    def __init__(self, context: Context, rings: Rings) -> None:
        super().__init__(context.look, padding=16, spacing=10)
        self._context, self._rings = context, rings
        look = context.look
        self.body.addWidget(Label(look, "Gekozen belanghebbende", TypeRole.CAPTION, "ink2"))
        self.name = Heading(look, "Nog niemand gekozen", 2)
        self.body.addWidget(self.name)
        self.hint = Label(look, "Kies een figuur in de ringen. Toevoegen doet u bij Kaart of Tabel.", colour="ink2")
        self.body.addWidget(self.hint)
        self.rest = QWidget()
        inner = column(look.space(10))
        self.rest.setLayout(inner)
        ring, around = on_card("participation", "Ring"), on_card("environment")
        fields = (ring, around, *(replace(field, short=False) for field in place_fields()))
        self.fields = {field.name: FieldWidget(context, field, (*LIST, _NOBODY)) for field in fields}
        for field in self.fields.values():
            inner.addWidget(field)
        inner.addLayout(self._tools())
        self.body.addWidget(self.rest)
        self.pick = self._make_pick()
        self.body.addWidget(self.pick)
        self.pick.hide()
        rings.wanted.connect(self._show_drawing)

    def _tools(self) -> FlowLayout:
        look, rings = self._context.look, self._rings
        tools = FlowLayout(look.space(4), centred=True)
        self.place = Button(look, "Zelf plaatsen", ButtonKind.QUIET, icon="pointer")
        self.back = Button(look, "Terug naar de ring", ButtonKind.QUIET, icon="undo")
        left = Button(look, "Draai linksom", ButtonKind.QUIET, icon="undo")
        right = Button(look, "Draai rechtsom", ButtonKind.QUIET, icon="redo")
        self.relate = Button(look, "Relatie tekenen", icon="plus")
        for button, act in (
            (self.place, rings.place_here),
            (self.back, rings.put_back),
            (left, lambda: rings.turn(-15)),
            (right, lambda: rings.turn(15)),
            (self.relate, rings.draw_from_chosen),
        ):
            button.clicked.connect(act)
            tools.addWidget(button)
        self.turns = (left, right)
        return tools

    def _make_pick(self) -> Notice:
        look = self._context.look
        notice = Notice(look, "Relatie tekenen", "Kies de andere belanghebbende in het beeld of in deze lijst.")
        self.other = Combo(look, "Kies een belanghebbende")
        self.other.setAccessibleName("Andere belanghebbende van de relatie")
        label = Label(look, "Andere belanghebbende", TypeRole.BODY_BOLD)
        label.setBuddy(self.other)
        self.other.edited.connect(lambda key: self._rings.draw_to(key) if key else None)
        off = Button(look, "Niet tekenen", ButtonKind.QUIET, icon="close")
        off.clicked.connect(self._rings.leave_off)
        notice.body.addWidget(label)
        notice.body.addWidget(self.other)
        notice.body.addWidget(off, 0, Qt.AlignmentFlag.AlignLeft)
        return notice

    def _show_drawing(self, on: bool) -> None:
        if on:
            editor = self._context.editor
            others = stakeholder_options(editor.dossier, editor.knowledge)
            self.other.offer(tuple((o.value, o.label) for o in others if o.value != self._rings.current))
            self.other.show_value("")
        self.pick.setVisible(on)
        self.relate.setEnabled(not on)

    def show_one(self, one: Stakeholder | None) -> None:
        """Show this one."""
        self.rest.setVisible(one is not None)
        self.hint.setVisible(one is None)
        self.name.setText("Nog niemand gekozen" if one is None else name_of(one.name))
        if one is None:
            return
        for field in self.fields.values():
            if field.path[len(LIST)] != one.id:
                field.rebase((*LIST, one.id))
            else:
                field.refresh()
        self.place.setVisible(one.place is None)
        for button in (self.back, *self.turns):
            button.setVisible(one.place is not None)
        self.relate.setVisible(can_relate(self._context.editor.dossier))


class RingsView(QWidget):
    """Rings and card, the relations, and what the wegwijzers advise. ``chosen``: a key."""

    chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        look = context.look
        self.rings = Rings(context)
        self.picture = FigureCard(context, self.rings, _KEYS)
        self.around = Label(look, colour="ink2")
        self.picture.body.insertWidget(1, self.around)
        self.card = _RingCard(context, self.rings)
        self.lines = Card(look, padding=20)
        self.relations = RecordsWidget(context, relations())
        self.lines.body.addWidget(self.relations)
        layout = column(look.space(14))
        layout.addWidget(Beside(look, self.picture, self.card))
        layout.addWidget(self.lines)
        layout.addWidget(_advice(context))
        self.setLayout(layout)
        self.rings.chosen.connect(self._choose)
        self.rings.drawn.connect(self._drawn)

    def choose(self, key: str | None) -> None:
        """Show an item as chosen, without telling anybody."""
        self.rings.choose(key)
        self.card.show_one(self._one())

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        people = self._context.editor.dossier.krachtenveld.stakeholders
        if self.rings.current is not None and all(one.id != self.rings.current for one in people):
            self.rings.leave_off()
            self.rings.choose(None)
        self.rings.refresh()
        self.card.show_one(self._one())
        self.lines.setVisible(can_relate(self._context.editor.dossier))
        self.relations.refresh()
        self.around.setText(_around(people))
        self.picture.show_table()

    def _one(self) -> Stakeholder | None:
        people = self._context.editor.dossier.krachtenveld.stakeholders
        return next((one for one in people if one.id == self.rings.current), None)

    def _choose(self, key: str) -> None:
        self.card.show_one(self._one())
        self.chosen.emit(key)

    def _drawn(self, key: str) -> None:
        self.refresh()
        self.relations.choose(key)
        next(field for field in self.relations.fields if field.field.name == "strength").take_focus()


def _around(people: tuple[Stakeholder, ...]) -> str:
    """How many stand in which environment."""
    told = [known(one.environment) for one in people]
    counts = (
        ("Contextueel: zij hebben invloed op u", told.count(Environment.CONTEXTUAL)),
        ("Transactioneel: de invloed werkt twee kanten op", told.count(Environment.TRANSACTIONAL)),
        ("Omgeving nog niet gekozen", told.count(None)),
    )
    return ". ".join(f"{words} ({count})" for words, count in counts if count) + ("." if people else "")


def _advice(context: Context) -> Card:
    look = context.look
    card = Card(look)
    card.body.addWidget(Heading(look, "Zo leert u het netwerk kennen", 3))
    knowledge = context.editor.knowledge
    lines = knowledge.stakeholders.network_advice
    for line in lines:
        card.body.addWidget(Label(look, line.text))
    origin = "; ".join(note.text for note in notes_of(knowledge, lines))
    card.body.addWidget(Label(look, f"Bron: {origin}.", TypeRole.CAPTION, "ink2"))
    return card
