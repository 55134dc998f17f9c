"""The view Beeld: the force field per phase, without totals and without a verdict."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.dossier.choose import FactorDirection, FactorEntry, FactorPhase
from models.figures.figure import Figure
from models.figures.force_field import force_field_figure
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.steps.factoren_parts.forms import PHASES, factor_names
from wizards.steps.krachtenveld_parts.rings import goal_of
from wizards.widgets.boxes import Card, FlowLayout, column
from wizards.widgets.buttons import Button, Pills
from wizards.widgets.figure_view import FigureView
from wizards.widgets.inputs import Check
from wizards.widgets.text import Label

__all__ = ["ForceFieldView"]

_ALL = "alle"


class ForceFieldView(QWidget):
    """The picture, a filter on phase, and a switch for internal factors, which is off until somebody asks.

    ``wanted``: a person wants to add a factor of this direction.
    """

    wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        look = context.look
        self._seen: object = None
        self._names: Mapping[str, str] = factor_names(context.editor.knowledge)
        card = Card(look)
        self.phase = Pills(look, "Fase", ((_ALL, "Alle fasen"), *((o.value, o.label) for o in PHASES)))
        self.phase.choose(_ALL)
        self.phase.chosen.connect(lambda _key: self.refresh())
        card.body.addWidget(self.phase)
        how = "De lengte is de sterkte, van 1 tot en met 5. De blokjes zijn uw invloed erop."
        card.body.addWidget(Label(look, how, TypeRole.CAPTION, "ink2"))
        self.figure = FigureView(look)
        card.body.addWidget(self.figure)
        self.internal = Check(look, "Interne factoren tonen (intern)")
        self.internal.edited.connect(lambda _on: self.refresh())
        card.body.addWidget(self.internal)
        self.hidden = Label(look, colour="intern")
        card.body.addWidget(self.hidden)
        tools = FlowLayout(look.space(8))
        for direction, words in (
            (FactorDirection.PROMOTING, "Wat helpt toevoegen"),
            (FactorDirection.BLOCKING, "Wat hindert toevoegen"),
        ):
            button = Button(look, words, icon="plus")
            button.clicked.connect(lambda *_, direction=direction: self.wanted.emit(direction.value))
            tools.addWidget(button)
        card.body.addLayout(tools)
        layout = column()
        layout.addWidget(card)
        self.setLayout(layout)

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        dossier, key = self._context.editor.dossier, self.phase.value() or _ALL
        phase = None if key == _ALL else FactorPhase(key)
        hidden = self._context.privacy.hidden
        self.internal.setVisible(not hidden)
        entries, internal = dossier.factoren.factors, self.internal.isChecked() and not hidden
        count = 0 if internal else sum(entry.internal for entry in entries)
        words = "Eén interne factor staat" if count == 1 else f"{count} interne factoren staan"
        self.hidden.setText(f"{words} niet in dit beeld." if count else "")
        self.hidden.setVisible(count > 0)
        seen = (entries, goal_of(dossier), phase, internal)
        if seen != self._seen:
            self._seen = seen
            self.figure.show_made(lambda width: self._made(entries, goal_of(dossier), phase, width, internal=internal))

    def _made(
        self, entries: tuple[FactorEntry, ...], goal: str, phase: FactorPhase | None, width: float, *, internal: bool
    ) -> Figure:
        return force_field_figure(entries, goal, self._names, width, phase=phase, internal=internal)
