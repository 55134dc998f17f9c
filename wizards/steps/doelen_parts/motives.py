"""The view of the motives: their weights as arms, what is behind them, what pushes and pulls."""

from PySide6.QtWidgets import QWidget

from models.knowledge.base import Item
from wizards.context import Context
from wizards.page import GroupCard
from wizards.steps.doelen_parts.forms import (
    BASE,
    factors_group,
    labour_motives_group,
    motives_group,
    submotives_group,
    weighed,
)
from wizards.steps.views import ViewBody
from wizards.widgets.bars import ArmBars, Bar
from wizards.widgets.boxes import Card, column
from wizards.widgets.columns import Columns
from wizards.widgets.text import Heading, Label
from wizards.widgets.ticks import Tick, TickList

__all__ = ["fill_motives", "ticks_of", "titled"]


def ticks_of(items: tuple[Item, ...]) -> tuple[Tick, ...]:
    """Things to tick, from knowledge."""
    return tuple(Tick(item.id, item.name, item.text) for item in items)


def titled(context: Context, title: str, ticks: TickList) -> QWidget:
    """A column of boxes under a title."""
    holder = QWidget()
    layout = column(context.look.space(10))
    holder.setLayout(layout)
    layout.addWidget(Heading(context.look, title, 3))
    for item in ticks.items.values():
        layout.addWidget(item)
    return holder


def fill_motives(body: ViewBody) -> None:
    """The cards of the view."""
    context, knowledge = body.context, body.context.editor.knowledge
    pair = Columns(context.look, narrowest=390, most=2, spacing=8)
    for group in (motives_group(knowledge), labour_motives_group(knowledge)):
        card = GroupCard(context, group)
        pair.add(card)
        body.link(card.refresh, card.reveal)
    body.add_widget(pair)
    figure = _Weights(context)
    body.add_widget(figure, figure.refresh)
    _add_submotives(body)
    _add_factors(body)


class _Weights(Card):
    """The weights beside each other, heaviest first."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look)
        self._context = context
        self.body.addWidget(Heading(context.look, "Wat weegt het zwaarst?", 3))
        self.bars = ArmBars(context.look, "Het gewicht van de motieven")
        self.body.addWidget(self.bars)
        self.body.addWidget(Label(context.look, context.editor.knowledge.motives.overlap.text, colour="ink2"))

    def refresh(self) -> None:
        editor = self._context.editor
        rows = weighed(editor.dossier, editor.knowledge)
        heaviest = rows[0][1] if rows else 0
        bars = tuple(Bar(name, n / 10, f"{n} van 10", leading=n == heaviest) for name, n in rows)
        self.bars.show_bars(bars, _conclusion(rows))


def _conclusion(rows: tuple[tuple[str, int], ...]) -> str:
    if not rows:
        return "Weeg eerst de motieven. Dan ziet u hier wat het zwaarst telt."
    first = [name for name, weight in rows if weight == rows[0][1]]
    if len(first) == 1:
        return f"{first[0]} weegt het zwaarst: {rows[0][1]} van 10."
    return f"{', '.join(first[:-1])} en {first[-1].lower()} wegen even zwaar: {rows[0][1]} van 10."


def _add_submotives(body: ViewBody) -> None:
    context, motives = body.context, body.context.editor.knowledge.motives.motives
    card = Card(context.look)
    card.body.addWidget(Heading(context.look, submotives_group(context.editor.knowledge).title, 3))
    card.body.addWidget(Label(context.look, "Kruis aan wat bij u speelt.", colour="ink2"))
    columns = Columns(context.look, narrowest=250, most=3)
    order = tuple(item.id for motive in motives for item in motive.submotives)
    for motive in motives:
        ticks = TickList(context, (*BASE, "submotives"), ticks_of(motive.submotives), order)
        columns.add(titled(context, motive.name, ticks))
        body.link(ticks.refresh, ticks.reveal)
    card.body.addWidget(columns)
    body.add_widget(card)


def _add_factors(body: ViewBody) -> None:
    context, file = body.context, body.context.editor.knowledge.motives
    card = Card(context.look)
    card.body.addWidget(Heading(context.look, factors_group(context.editor.knowledge).title, 3))
    card.body.addWidget(Label(context.look, "Kruis aan wat u dwingt of aantrekt om samen te werken.", colour="ink2"))
    columns = Columns(context.look, narrowest=320, most=2)
    for name, title, items in (
        ("push_factors", "Wat u dwingt", file.push_factors),
        ("pull_factors", "Wat u aantrekt", file.pull_factors),
    ):
        ticks = TickList(context, (*BASE, name), ticks_of(items))
        columns.add(titled(context, title, ticks))
        body.link(ticks.refresh, ticks.reveal)
    card.body.addWidget(columns)
    body.add_widget(card)
