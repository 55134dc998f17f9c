"""The way from nothing to a first comparison: what to fill in first, second and third. Gone once all of it is there."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from models.dossier import Dossier
from models.dossier.edit import Path
from models.vocabulary import StepId
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.steps.kosten_parts.items import BASE, ITEMS
from wizards.steps.kosten_parts.keys import KEYS
from wizards.widgets.boxes import Card, column, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.text import Heading, Label

__all__ = ["ENOUGH_KEYS", "FIRST_STEPS", "FirstStep", "FirstStepsCard"]

ENOUGH_KEYS = 2
"""A comparison needs two."""
_CLOSING = "Bij Vergelijken staat dan wat elke partner betaalt."


@dataclass(frozen=True, slots=True)
class FirstStep:
    """One thing to do. ``done``: whether it is there; ``path``: the field where somebody goes on with it."""

    words: str
    done: Callable[[Dossier], bool]
    path: Callable[[Dossier], Path]


def _amount_path(dossier: Dossier) -> Path:
    kosten = dossier.kosten
    if not kosten.items:
        return ITEMS
    year = kosten.start_year
    cell = () if year is None else ("amounts", str(year))
    return (*ITEMS, kosten.items[0].id, *cell)


def _today_path(dossier: Dossier) -> Path:
    first = next((partner.id for partner in dossier.partners.active), None)
    return (StepId.PARTNERS.value,) if first is None else (*BASE, "today", first)


FIRST_STEPS = (
    FirstStep(
        "Vul in met welk jaar de samenwerking begint.",
        lambda dossier: dossier.kosten.start_year is not None,
        lambda _dossier: (*BASE, "start_year"),
    ),
    FirstStep(
        "Voeg een kostenpost toe en vul het bedrag in.",
        lambda dossier: any(item.amounts for item in dossier.kosten.items),
        _amount_path,
    ),
    FirstStep("Vul in wat het werk elke partner nu kost.", lambda dossier: bool(dossier.kosten.today), _today_path),
    FirstStep(
        "Kies minstens twee verdeelsleutels.",
        lambda dossier: len(dossier.kosten.keys) >= ENOUGH_KEYS,
        lambda _dossier: KEYS,
    ),
)
"""In the order of the views."""


class FirstStepsCard(Card):
    """The list with a way to each; hidden when nothing is left to do."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, fill="wash", border=None)
        self._context = context
        look = context.look
        self.body.addWidget(Heading(look, "Zo komt u tot een eerste vergelijking", 3))
        self.buttons: list[Button] = []
        self._done: list[Label] = []
        lines = column(look.space(4))
        for number, step in enumerate(FIRST_STEPS, 1):
            lines.addWidget(self._line(number, step))
        self.body.addLayout(lines)
        self.body.addWidget(Label(look, _CLOSING))

    def _line(self, number: int, step: FirstStep) -> QWidget:
        look = self._context.look
        holder = QWidget()
        line = row(look.space(10))
        holder.setLayout(line)
        line.addWidget(Label(look, f"{number}. {step.words}"), 1)
        done = Label(look, "Klaar", TypeRole.BODY_BOLD, "ok", wrap=False)
        go = Button(look, "Ga erheen", ButtonKind.QUIET, icon="arrow-right")
        go.setAccessibleDescription(step.words)
        go.clicked.connect(lambda *_: self._open(step))
        self._done.append(done)
        self.buttons.append(go)
        line.addWidget(done)
        line.addWidget(go)
        holder.setMinimumHeight(look.control_height)
        return holder

    def _open(self, step: FirstStep) -> None:
        path = step.path(self._context.editor.dossier)
        self._context.navigator.open_step(StepId(path[0]), path if len(path) > 1 else ())

    def refresh(self) -> None:
        """Show what is done."""
        dossier = self._context.editor.dossier
        ready = [step.done(dossier) for step in FIRST_STEPS]
        for on, done, go in zip(ready, self._done, self.buttons, strict=True):
            done.setVisible(on)
            go.setVisible(not on)
        self.setVisible(not all(ready))
