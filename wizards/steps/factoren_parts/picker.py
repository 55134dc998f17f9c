"""Factors from practice to pick from: search, filter on direction and phase, add in one click."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from models.dossier.choose import FactorDirection, FactorPhase
from models.dossier.edit import record_added
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.steps.factoren_parts.forms import (
    DIRECTION_WORDS,
    LIST,
    PHASES,
    Offered,
    entry_of,
    matching,
    offered,
)
from wizards.widgets.boxes import Card, Rule, column, row
from wizards.widgets.buttons import Button, ButtonKind, Pills
from wizards.widgets.inputs import Line
from wizards.widgets.text import Heading, Label

__all__ = ["Picker"]

_PAGE = 6
_ALL = "alle"


class _Row(QWidget):
    """One factor with its words and the button that adds it."""

    add = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        look = context.look
        self._key = ""
        self.name = Label(look, "", TypeRole.BODY_BOLD)
        self.text = Label(look, colour="ink2")
        self.kind = Label(look, "", TypeRole.CAPTION, "ink2")
        self.button = Button(look, "Toevoegen", icon="plus")
        self.button.clicked.connect(lambda: self.add.emit(self._key))
        words = column(look.space(2))
        for label in (self.name, self.text, self.kind):
            words.addWidget(label)
        line = row(look.space(12))
        line.addLayout(words, 1)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        outer = column(look.space(8))
        outer.addLayout(line)
        outer.addWidget(Rule(look))
        self.setLayout(outer)

    def say(self, offer: Offered) -> None:
        """Show this factor."""
        self._key = offer.id
        self.name.setText(offer.name)
        self.text.setText(offer.text)
        phase = next((o.label.lower() for o in PHASES if offer.phase and o.value == offer.phase.value), "arbeidsmarkt")
        self.kind.setText(f"{DIRECTION_WORDS[offer.direction]}, {phase}")
        self.button.setAccessibleDescription(offer.name)


class Picker(Card):
    """What knowledge offers and is not in the list yet. ``added``: the key of the new factor."""

    added = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context.look)
        self._context = context
        look = context.look
        self._offers = offered(context.editor.knowledge)
        self._most = _PAGE
        self.body.addWidget(Heading(look, "Kies uit de praktijk", 3))
        self.body.addWidget(Label(look, "Deze factoren kwamen bij andere samenwerkingen voor.", colour="ink2"))
        label = Label(look, "Zoek een factor", TypeRole.BODY_BOLD)
        self.search = Line(look)
        self.search.setAccessibleName("Zoek een factor")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _text: self._from_the_top())
        label.setBuddy(self.search)
        self.body.addWidget(label)
        self.body.addWidget(self.search)
        sides = tuple((direction.value, words) for direction, words in DIRECTION_WORDS.items())
        self.direction = Pills(look, "Helpt of hindert", ((_ALL, "Alles"), *sides))
        self.phase = Pills(look, "Fase", ((_ALL, "Alle fasen"), *((o.value, o.label) for o in PHASES)))
        for pills in (self.direction, self.phase):
            pills.choose(_ALL)
            pills.chosen.connect(lambda _key: self._from_the_top())
            self.body.addWidget(pills)
        self.count = Label(look, colour="ink2")
        self.body.addWidget(self.count)
        self.rows: list[_Row] = []
        self._list = column(look.space(8))
        self.body.addLayout(self._list)
        self.more = Button(look, "Toon meer", ButtonKind.QUIET, icon="chevron-down")
        self.more.clicked.connect(self._show_more)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.refresh()

    def look_for(self, direction: FactorDirection) -> None:
        """Show only this direction, with the focus on searching."""
        self.direction.choose(direction.value)
        self._from_the_top()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def found(self) -> tuple[Offered, ...]:
        """What the search and the filters leave."""
        taken = {entry.factor for entry in self._context.editor.dossier.factoren.factors}
        side, phase = self.direction.value() or _ALL, self.phase.value() or _ALL
        rows = tuple(row for row in self._offers if row.id not in taken)
        return matching(
            rows,
            self.search.text(),
            None if side == _ALL else FactorDirection(side),
            None if phase == _ALL else FactorPhase(phase),
        )

    def refresh(self) -> None:
        """Show what is left."""
        found = self.found()
        shown = found[: self._most]
        while len(self.rows) < len(shown):
            made = _Row(self._context)
            made.add.connect(self._add)
            self._list.addWidget(made)
            self.rows.append(made)
        for number, made in enumerate(self.rows):
            if number < len(shown):
                made.say(shown[number])
            made.setVisible(number < len(shown))
        words = "Eén factor gevonden." if len(found) == 1 else f"{len(found)} factoren gevonden."
        self.count.setText(words if found else "Geen factor gevonden. Schrijf er zelf een op.")
        self.more.setVisible(len(found) > len(shown))
        self.more.setText(f"Toon meer (nog {len(found) - len(shown)})")

    def _from_the_top(self) -> None:
        self._most = _PAGE
        self.refresh()

    def _show_more(self) -> None:
        first = self._most
        self._most += 2 * _PAGE
        self.refresh()
        if first < len(self.rows):
            self.rows[first].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, key: str) -> None:
        offer = next(row for row in self._offers if row.id == key)
        entry = entry_of(offer)
        said = f"Toegevoegd: {offer.name}."
        self._context.editor.apply(lambda dossier: record_added(dossier, LIST, entry), said)
        self.refresh()
        self.added.emit(entry.id)
