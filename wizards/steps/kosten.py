"""Kosten verdelen: costs and what they rest on, the keys that the partners compare, and what leaving costs."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from models.dossier import Dossier
from models.dossier.edit import Path
from models.knowledge import Knowledge
from models.vocabulary import StepId
from wizards.context import Context
from wizards.forms.grid import grid_rows
from wizards.forms.rows import CheckRow
from wizards.forms.spec import Group
from wizards.look.tokens import TypeRole
from wizards.page import GroupCard, StepPage, StepSpec
from wizards.steps.kosten_parts import items, keys, leaving
from wizards.steps.kosten_parts.cases import CaseCard, WarningCard
from wizards.steps.kosten_parts.key_cards import KeyOverview, KindPicker
from wizards.steps.kosten_parts.key_detail import KeyDetail
from wizards.steps.kosten_parts.table import ReadTable
from wizards.steps.views import View, ViewBody, ViewsPage
from wizards.widgets.boxes import Card, column
from wizards.widgets.text import Heading, Label

__all__ = ["SPEC"]

STEP = StepId.KOSTEN


def groups(_dossier: Dossier, _knowledge: Knowledge) -> tuple[Group, ...]:
    """The cards of all three views."""
    return (*items.cost_groups(), keys.keys_group(), keys.choice_group(), leaving.exit_group())


def more_rows(dossier: Dossier, knowledge: Knowledge) -> Iterator[CheckRow]:
    """The rows of the tables: costs, indexation, and the figures of each key."""
    for spec in items.grids():
        yield from grid_rows(spec, dossier, knowledge)
    for key in dossier.kosten.keys:
        name = keys.key_name(key, knowledge)
        for spec in keys.key_grids(partial(str, key.id)):
            for row in grid_rows(spec, dossier, knowledge):
                yield CheckRow(f"{name}: {row.group.lower()}", row.label, row.answer, row.path, row.unread)


class _Sums(Card):
    """All costs per year, added up."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look)
        self._context = context
        look = context.look
        self.body.addWidget(Heading(look, "Alle kosten bij elkaar", 3))
        self._empty = Label(look, "Vul kosten in. Dan staat hier wat ze per jaar samen zijn.", colour="ink2")
        self.table = ReadTable(look, "Alle kosten bij elkaar")
        self._note = Label(look, "", TypeRole.CAPTION, "ink2")
        for widget in (self._empty, self.table, self._note):
            self.body.addWidget(widget)
        self.refresh()

    def refresh(self) -> None:
        """Show the sums of what is filled in now."""
        dossier = self._context.editor.dossier
        sheet = items.cost_sheet(dossier)
        self.table.take(sheet)
        self.table.setVisible(bool(sheet.rows))
        self._empty.setVisible(not sheet.rows)
        said = ["Bedragen in euro's, zoals ingevuld. Er is niets geïndexeerd."]
        if dossier.kosten.savings:
            said.append("De besparing is niet van de kosten afgetrokken.")
        self._note.setText(" ".join(said))
        self._note.setVisible(bool(sheet.rows))


def _fill_costs(body: ViewBody) -> None:
    context = body.context
    start, structural, once, savings = items.cost_groups()
    amounts, once_amounts, today, indices = items.grids()
    body.add_group(start)
    body.add_group(structural)
    body.add_grid(amounts)
    body.add_group(once)
    body.add_grid(once_amounts)
    sums = _Sums(context)
    body.add_widget(sums, sums.refresh)
    body.add_group(savings)
    early = WarningCard(context, "savings-too-early")
    body.add_widget(early, early.refresh)
    early.refresh()
    body.add_grid(today)
    still = Label(context.look, "", TypeRole.CAPTION, "ink2")

    def count() -> None:
        still.setText(items.today_text(context.editor.dossier))
        still.setVisible(bool(still.text()))

    body.add_widget(still, count)
    count()
    body.add_grid(indices)


class _Keys(QWidget):
    """The view of the keys: list, kinds to pick, figures of the one in hand, all side by side, the choice."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        look = context.look
        layout = column(look.space(14))
        self.setLayout(layout)
        self.list_card = GroupCard(context, keys.keys_group())
        self.records = self.list_card.lists[0]
        self.picker = KindPicker(context, self._added)
        # Adding goes by picking a kind: the button of the list leads there.
        self.records.add_button.clicked.disconnect()
        self.records.add_button.clicked.connect(lambda: self.picker.offer())
        self.detail = KeyDetail(context, lambda: self.records.current)
        self.records.list.selectionModel().currentChanged.connect(lambda *_: self.detail.refresh())
        self.overview = KeyOverview(context)
        self.choice = GroupCard(context, keys.choice_group())
        self.warning = WarningCard(context, "historic-key")
        self.case = CaseCard(context, "sed")
        parts = (
            self.list_card,
            self.picker,
            self.detail,
            self.overview,
            self.warning,
            self.case,
            self.choice,
        )
        for part in parts:
            layout.addWidget(part)
        self.refresh()

    def _added(self, key: str) -> None:
        self.refresh()
        if self.records.choose(key):
            self.records.fields[0].take_focus()

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        self.list_card.refresh()
        self.detail.refresh()
        self.overview.refresh()
        self.choice.refresh()
        # The warning tells the same case, with why it holds here.
        self.warning.refresh()
        self.case.setVisible(not self.warning.holds)

    def reveal(self, path: Path) -> bool:
        """Put the focus on a field, a cell, or the choice."""
        if path[: len(keys.KEYS)] == keys.KEYS:
            if len(path) > len(keys.KEYS) and not self.records.choose(path[len(keys.KEYS)]):
                return self.records.reveal(keys.KEYS)
            return self.detail.reveal(path) or self.records.reveal(path)
        return self.choice.reveal(path)


def _fill_keys(body: ViewBody) -> None:
    view = _Keys(body.context)
    body.add_widget(view, view.refresh, view.reveal)


def _fill_exit(body: ViewBody) -> None:
    context = body.context
    look, knowledge = context.look, context.editor.knowledge
    body.add_group(leaving.exit_group())
    card = Card(look)
    card.body.addWidget(Heading(look, "Manieren om een uittreedsom uit te rekenen", 3))
    for item in leaving.methods(knowledge):
        card.body.addWidget(Label(look, item.name, TypeRole.BODY_BOLD))
        card.body.addWidget(Label(look, item.text, colour="ink2"))
    for item in leaving.rules(knowledge):
        card.body.addWidget(Label(look, item.name, TypeRole.BODY_BOLD))
        card.body.addWidget(Label(look, item.text, colour="ink2"))
    body.add_widget(card)
    body.add_widget(CaseCard(context, "aalsmeer-amstelveen", "uittreden"))


_VIEWS = (
    View("kosten", "Kosten", ("start_year", "items", "savings", "today", "indices"), _fill_costs),
    View("sleutels", "Verdeelsleutels", ("keys", "chosen", "chosen_reason"), _fill_keys),
    View("uittreden", "Uittreden", ("exit_formula", "exit_method"), _fill_exit),
)


def page(context: Context) -> StepPage:
    """The page: three views, each made when it is first shown."""
    return ViewsPage(context, STEP, _VIEWS)


SPEC = StepSpec(STEP, page, groups, more_rows)
