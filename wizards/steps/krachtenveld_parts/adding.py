"""Ways to add belanghebbenden: one click per kind, and those that still want a place on the map."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from models.dossier.base import known
from models.dossier.edit import fresh_id, record_added
from models.dossier.explore import Stakeholder
from models.figures.answers import name_of
from models.knowledge.base import Item
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.steps.krachtenveld_parts.changes import stakeholder_from
from wizards.steps.krachtenveld_parts.forms import LIST
from wizards.widgets.boxes import Card, FlowLayout
from wizards.widgets.buttons import Button
from wizards.widgets.text import Heading, Label, tooltip

__all__ = ["NotPlaced", "QuickAdd", "has_place"]

_MOST = 12


def has_place(one: Stakeholder) -> bool:
    """Whether it stands on the map."""
    return known(one.influence) is not None and known(one.interest) is not None


class QuickAdd(Card):
    """A button for each kind that nobody added yet. ``added``: the key of the new card."""

    added = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context.look)
        self._context = context
        look, knowledge = context.look, context.editor.knowledge.stakeholders
        self.body.addWidget(Heading(look, "Snel toevoegen", 3))
        self.body.addWidget(Label(look, "Eén klik maakt een kaart. Daarna geeft u invloed en belang.", colour="ink2"))
        self.buttons: dict[str, Button] = {}
        self._add_row(knowledge.kinds)
        self.own = Button(look, "Eigen belanghebbende toevoegen", icon="plus")
        self.own.clicked.connect(lambda: self._add(Stakeholder(id=fresh_id())))
        self.labour = Label(look, "Speelt de arbeidsmarkt mee?", TypeRole.BODY_BOLD)
        self.body.addWidget(self.labour)
        self._add_row(knowledge.labour_market)
        self.body.addWidget(self.own, 0, Qt.AlignmentFlag.AlignLeft)
        self.refresh()

    def _add_row(self, kinds: tuple[Item, ...]) -> None:
        look = self._context.look
        holder, flow = QWidget(), FlowLayout(look.space(8))
        holder.setLayout(flow)
        for kind in kinds:
            button = Button(look, stakeholder_from(kind).name, icon="plus")
            button.setToolTip(tooltip(kind.text))
            button.setAccessibleDescription(kind.text)
            button.clicked.connect(lambda *_, kind=kind: self._add(stakeholder_from(kind)))
            flow.addWidget(button)
            self.buttons[kind.id] = button
        self.body.addWidget(holder)

    def _add(self, one: Stakeholder) -> None:
        self._context.editor.apply(lambda dossier: record_added(dossier, LIST, one))
        self.added.emit(one.id)

    def refresh(self) -> None:
        """Leave out the kinds that have a card."""
        there = {one.kind for one in self._context.editor.dossier.krachtenveld.stakeholders}
        for kind, button in self.buttons.items():
            button.setVisible(kind not in there)
        labour = {kind.id for kind in self._context.editor.knowledge.stakeholders.labour_market}
        self.labour.setVisible(bool(labour - there))


class NotPlaced(Card):
    """Those without both scores, as buttons. ``wanted``: a person chose one."""

    wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context.look)
        self._context = context
        look = context.look
        self.body.addWidget(Heading(look, "Nog niet geplaatst", 3))
        self.body.addWidget(Label(look, "Kies er een en geef invloed en belang een cijfer.", colour="ink2"))
        holder, flow = QWidget(), FlowLayout(look.space(8))
        holder.setLayout(flow)
        self.buttons: list[Button] = []
        self._keys: list[str] = []
        for place in range(_MOST):
            button = Button(look, "", icon="pointer")
            button.clicked.connect(lambda *_, place=place: self.wanted.emit(self._keys[place]))
            flow.addWidget(button)
            self.buttons.append(button)
        self.body.addWidget(holder)
        self.rest = Label(look, colour="ink2")
        self.body.addWidget(self.rest)
        self.refresh()

    def refresh(self) -> None:
        """Show who stands nowhere yet."""
        waiting = [one for one in self._context.editor.dossier.krachtenveld.stakeholders if not has_place(one)]
        self._keys = [one.id for one in waiting]
        for place, button in enumerate(self.buttons):
            if place < len(waiting):
                name = name_of(waiting[place].name)
                if button.words != name:
                    button.setText(name)
            button.setVisible(place < len(waiting))
        more = len(waiting) - len(self.buttons)
        self.rest.setText(f"En nog {more}. U vindt ze onder Tabel." if more > 0 else "")
        self.rest.setVisible(more > 0)
        self.setVisible(bool(waiting))
