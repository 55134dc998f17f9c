"""Uren en inzet: who brings and who uses hours, what an hour rests on, and how hours are settled."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from models.dossier import Dossier
from models.dossier.edit import Path
from models.knowledge import Knowledge
from models.vocabulary import StepId
from wizards.context import Context
from wizards.forms.grid import grid_rows
from wizards.forms.rows import CheckRow
from wizards.forms.spec import Group
from wizards.forms.values import NOT_FILLED_IN
from wizards.page import StepSpec
from wizards.steps.uren_parts import basis, entries
from wizards.steps.uren_parts.overview import Overview
from wizards.steps.uren_parts.scales import ScalesCard
from wizards.steps.views import View, ViewBody, ViewsPage
from wizards.widgets.boxes import row
from wizards.widgets.buttons import Button

__all__ = ["SPEC", "UrenPage"]

STEP = StepId.UREN


def groups(_dossier: Dossier, _knowledge: Knowledge) -> tuple[Group, ...]:
    """The cards of the page."""
    return (entries.entries_group(), *basis.groups())


def more_rows(dossier: Dossier, knowledge: Knowledge) -> Iterator[CheckRow]:
    """Productive hours and pay per scale; the table of roles holds the same answers as the list."""
    yield from grid_rows(basis.productive_table(), dossier, knowledge)
    rates = basis.rates_table()
    if not basis.scales(dossier):
        yield CheckRow(rates.title, "Schalen", NOT_FILLED_IN, basis.RATES)
    yield from grid_rows(rates, dossier, knowledge)


class _AddRow(QWidget):
    """The button under the table that adds a row; not shown while there are no partners."""

    def __init__(self, body: ViewBody, reveal: Callable[[Path], object]) -> None:
        super().__init__()
        self._body, self._reveal = body, reveal
        line = row()
        self.setLayout(line)
        self.button = Button(body.context.look, "Rij toevoegen", icon="plus")
        self.button.clicked.connect(self._add)
        line.addWidget(self.button)
        line.addStretch(1)

    def refresh(self) -> None:
        """Show it when a row can belong to somebody."""
        self.setVisible(bool(self._body.context.editor.dossier.partners.active))

    def _add(self) -> None:
        editor = self._body.context.editor
        editor.apply(lambda dossier: entries.with_entries(dossier, 1))
        self._body.refresh()
        if editor.dossier.uren.entries:
            self._reveal((*entries.ENTRIES, editor.dossier.uren.entries[-1].id, "role"))


def _fill_roles(body: ViewBody) -> None:
    card = body.add_group(entries.entries_group())
    button = card.lists[0].add_button

    def allow() -> None:
        # An hour belongs to a partner: without partners there is nobody to choose.
        button.setVisible(bool(body.context.editor.dossier.partners.active))

    body.link(allow)


def _fill_basis(body: ViewBody) -> None:
    body.add_grid(basis.productive_table(), most=20)
    body.add_group(basis.source_group())
    body.add_group(basis.weeks_group())
    scales = ScalesCard(body.context)
    body.add_widget(scales, scales.refresh, scales.reveal)
    body.add_group(basis.rate_group())
    body.add_group(basis.overhead_group())
    body.add_group(basis.settlement_group())


class UrenPage(ViewsPage):
    """Four views: the roles by form and as a table, what an hour rests on, and what is brought and used."""

    def __init__(self, context: Context) -> None:
        views = (
            View("rollen", "Rollen", ("entries",), _fill_roles),
            View("tabel", "Tabel", ("entries",), self._fill_table),
            View("basis", "Uitgangspunten", basis.FIELDS, _fill_basis),
            View("overzicht", "Overzicht", (), self._fill_overview),
        )
        super().__init__(context, STEP, views)

    def _fill_table(self, body: ViewBody) -> None:
        card = body.add_grid(entries.entries_table(), most=20)
        add = _AddRow(body, self.reveal)
        card.body.addWidget(add)
        body.link(add.refresh)

    def _fill_overview(self, body: ViewBody) -> None:
        overview = Overview(body.context, self.reveal)
        body.add_widget(overview, overview.refresh)


SPEC = StepSpec(STEP, UrenPage, groups, more_rows)
