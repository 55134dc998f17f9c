"""The view Kaart: the grid, its table, and the card of who is chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.dossier.explore import Stakeholder
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.steps.krachtenveld_parts.adding import NotPlaced, QuickAdd
from wizards.steps.krachtenveld_parts.beside import Beside
from wizards.steps.krachtenveld_parts.card import ChosenCard
from wizards.steps.krachtenveld_parts.grid_map import GridMap
from wizards.steps.krachtenveld_parts.items import FigureItems
from wizards.widgets.boxes import Card, FlowLayout, column
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.figure_view import TwinTable
from wizards.widgets.inputs import Check
from wizards.widgets.text import Label

__all__ = ["FigureCard", "MapView"]

_KEYS = (
    "Kies met de pijltjes of klik. Sleep naar een andere cel, of druk op Ctrl en een pijltje. "
    "Enter gaat naar de kaart ernaast."
)


class FigureCard(Card):
    """A figure whose items can be chosen, what the keys do, and the same as a table when asked for."""

    def __init__(self, context: Context, items: FigureItems, keys: str) -> None:
        super().__init__(context.look, padding=12, spacing=8)
        self._look, self.items = context.look, items
        self.body.addWidget(items)
        self.tools = FlowLayout(self._look.space(12), centred=True)
        self.toggle = Button(self._look, "Toon als tabel", ButtonKind.QUIET, icon="list")
        self.toggle.clicked.connect(lambda: self.open_table(self.table is None or self.table.isHidden()))
        self.tools.addWidget(self.toggle)
        self.body.addLayout(self.tools)
        self.body.addWidget(Label(self._look, keys, TypeRole.CAPTION, "ink2"))
        self.words = Label(self._look, colour="ink2")
        self.body.addWidget(self.words)
        self.words.hide()
        self.table: TwinTable | None = None

    def open_table(self, on: bool) -> None:
        """Show or hide the table."""
        if on and self.table is None:
            self.table = TwinTable(self._look)
            self.table.setAccessibleName(f"{self.items.accessibleName()}, als tabel")
            self.body.addWidget(self.table)
        self.toggle.setText("Verberg tabel" if on else "Toon als tabel")
        self.words.setVisible(on)
        if self.table is not None:
            self.table.setVisible(on)
        self.show_table()

    def show_table(self) -> None:
        """Fill the table, when it is open."""
        figure = self.items.figure
        if self.table is not None and not self.table.isHidden() and figure is not None:
            self.words.setText(figure.alt)
            self.table.fill(figure.twin)


class MapView(QWidget):
    """Map and card, those without a place, and quick adding.

    ``chosen``: a key; ``more``: a person asks for the whole form; ``named``: one without a name wants its form.
    """

    chosen = Signal(str)
    more = Signal()
    named = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        look = context.look
        self.map = GridMap(context)
        self.picture = FigureCard(context, self.map, _KEYS)
        self.attitude = Check(look, "Houding tonen (intern)")
        self.attitude.edited.connect(self._show_attitude)
        self.picture.tools.addWidget(self.attitude)
        self.card, self.waiting, self.quick = ChosenCard(context), NotPlaced(context), QuickAdd(context)
        layout = column(look.space(14))
        left, stack = QWidget(), column(look.space(14))
        stack.addWidget(self.picture)
        stack.addWidget(self.waiting)
        left.setLayout(stack)
        layout.addWidget(Beside(look, left, self.card))
        layout.addWidget(self.quick)
        self.setLayout(layout)
        self.map.chosen.connect(self._choose)
        self.map.activated.connect(lambda _index: self.card.fields["influence"].take_focus())
        self.card.wanted.connect(self._choose)
        self.card.more.connect(self.more)
        self.waiting.wanted.connect(self._score)
        self.quick.added.connect(self._added)

    def choose(self, key: str | None) -> None:
        """Show an item as chosen, without telling anybody."""
        self.map.choose(key)
        self._show_card()

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        people = self._context.editor.dossier.krachtenveld.stakeholders
        if self.map.current is not None and all(one.id != self.map.current for one in people):
            self.map.choose(None)
        hidden = self._context.privacy.hidden
        self.attitude.setVisible(not hidden)
        self.map.internal = self.attitude.isChecked() and not hidden
        self.map.refresh()
        self.waiting.refresh()
        self.quick.refresh()
        self.picture.show_table()
        self._show_card()

    def _show_card(self) -> None:
        self.card.show_one(self._one(), self.map.together())

    def _one(self) -> Stakeholder | None:
        people = self._context.editor.dossier.krachtenveld.stakeholders
        return next((one for one in people if one.id == self.map.current), None)

    def _choose(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)

    def _score(self, key: str) -> None:
        self._choose(key)
        self.card.fields["influence"].take_focus()

    def _added(self, key: str) -> None:
        self.refresh()
        self._score(key)
        one = self._one()
        if one is not None and not one.name:
            self.named.emit()

    def _show_attitude(self, on: bool) -> None:
        self.map.internal = on
        self.map.refresh()
        self.picture.show_table()
