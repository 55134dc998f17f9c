"""The view Kosten: what there is to share, what it rests on, and what partners pay now."""

from collections.abc import Callable, Iterator

from models.dossier import Dossier
from models.dossier.edit import Path
from models.knowledge import Knowledge
from wizards.forms.grid import grid_rows
from wizards.forms.rows import CheckRow
from wizards.forms.spec import Field, Group
from wizards.look.tokens import TypeRole
from wizards.steps.kosten_parts import item_tables, items
from wizards.steps.kosten_parts.budget_sheet import BudgetCard
from wizards.steps.kosten_parts.cases import WarningCard
from wizards.steps.kosten_parts.first_steps import FirstStepsCard
from wizards.steps.views import ViewBody
from wizards.widgets.boxes import Card
from wizards.widgets.fields import FieldWidget
from wizards.widgets.text import Label

__all__ = ["FIELDS", "fill", "groups", "more_rows"]

FIELDS: tuple[str, ...] = (
    "start_year",
    "years",
    "items",
    "savings",
    "subtract_savings",
    "indices",
    "index_decimals",
    "today",
    "today_year",
    "today_indexed",
    "bcf",
)
"""The fields of the section that this view shows."""


def groups(dossier: Dossier, knowledge: Knowledge) -> tuple[Group, ...]:
    """The cards that are data."""
    return items.cost_groups(dossier, knowledge)


def more_rows(dossier: Dossier, knowledge: Knowledge) -> Iterator[CheckRow]:
    """The rows of the tables."""
    for spec in item_tables.grids():
        yield from grid_rows(spec, dossier, knowledge)


def _add_fields(body: ViewBody, card: Card, group: Group) -> None:
    """Put the fields of a group below what the card holds already."""
    if group.why:
        card.body.addWidget(Label(body.context.look, group.why, colour="ink2"))
    for item in group.items:
        if isinstance(item, Field):
            widget = FieldWidget(body.context, item, group.base)
            card.body.addWidget(widget)
            body.link(widget.refresh, _revealer(widget))


def _revealer(widget: FieldWidget) -> Callable[[Path], bool]:
    def reveal(path: Path) -> bool:
        if path != widget.path:
            return False
        widget.take_focus()
        return True

    return reveal


def fill(body: ViewBody) -> None:
    """Make the view."""
    context = body.context
    editor = context.editor
    start, structural, once, savings, today, index = items.cost_groups(editor.dossier, editor.knowledge)
    amounts, once_amounts, indices, paid, bcf = item_tables.grids()
    first = FirstStepsCard(context)
    body.add_widget(first, first.refresh)
    first.refresh()
    body.add_group(start)
    body.add_group(structural)
    body.add_grid(amounts)
    _add_fields(body, body.add_grid(indices), index)
    body.add_group(once)
    body.add_grid(once_amounts)
    body.add_group(savings)
    early = WarningCard(context, "savings-too-early")
    body.add_widget(early, early.refresh)
    early.refresh()
    sums = BudgetCard(context)
    body.add_widget(sums, sums.refresh)
    card = body.add_grid(paid)
    still = Label(context.look, "", TypeRole.CAPTION, "ink2")
    card.body.addWidget(still)

    def count() -> None:
        still.setText(item_tables.today_text(editor.dossier))
        still.setVisible(bool(still.text()))

    body.link(count)
    _add_fields(body, card, today)
    back = body.add_grid(bcf)

    def ask() -> None:
        back.setVisible(item_tables.asks_bcf(editor.dossier))

    body.link(ask)
    count()
    ask()
