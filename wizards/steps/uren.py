"""Uren en inzet: who brings and who uses hours, what an hour rests on, and how hours are settled."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from models.dossier import Dossier
from models.dossier.agree import HourUnit
from models.dossier.edit import Path
from models.knowledge import Knowledge
from models.vocabulary import StepId
from wizards.context import Context
from wizards.forms.grid import grid_rows
from wizards.forms.rows import CheckRow
from wizards.forms.spec import Group
from wizards.look.tokens import TypeRole
from wizards.page import StepSpec
from wizards.steps.kosten_parts.table import ReadTable
from wizards.steps.uren_parts import entries
from wizards.steps.views import View, ViewBody, ViewsPage
from wizards.widgets.boxes import Card, column, row
from wizards.widgets.buttons import Button
from wizards.widgets.text import Heading, Label

__all__ = ["SPEC", "UrenPage"]

STEP = StepId.UREN
_BASIS = ("productive_hours", "productive_source", "overhead_per_hour", "overhead_percentage", "settlement")


def groups(_dossier: Dossier, _knowledge: Knowledge) -> tuple[Group, ...]:
    """The cards of the page."""
    return (entries.entries_group(), entries.source_group(), entries.agreement_group())


def more_rows(dossier: Dossier, knowledge: Knowledge) -> Iterator[CheckRow]:
    """The productive hours; the table of roles holds the same answers as the list."""
    return grid_rows(entries.productive_table(), dossier, knowledge)


class _Balance(Card):
    """What each partner brings and uses, added up, per unit."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look)
        self._context = context
        look = context.look
        self.body.addWidget(Heading(look, "Wie brengt, wie gebruikt?", 3))
        self._empty = Label(look, "Vul uren in. Dan staat hier wat elke partner brengt en gebruikt.", colour="ink2")
        self.body.addWidget(self._empty)
        self.tables: dict[HourUnit, ReadTable] = {}
        self._titles: dict[HourUnit, Label] = {}
        for unit, words in ((HourUnit.YEAR, "Uren per jaar"), (HourUnit.WEEK, "Uren per week")):
            self._titles[unit] = Label(look, words, TypeRole.BODY_BOLD)
            self.tables[unit] = ReadTable(look, words)
            self.body.addWidget(self._titles[unit])
            self.body.addWidget(self.tables[unit])
        self._missing = Label(look, colour="warn")
        self._note = Label(look, role=TypeRole.CAPTION, colour="ink2")
        self.body.addWidget(self._missing)
        self.body.addWidget(self._note)
        self.refresh()

    def refresh(self) -> None:
        """Show the sums of what is filled in now."""
        dossier = self._context.editor.dossier
        for unit, table in self.tables.items():
            sheet = entries.balance_sheet(dossier, unit)
            table.take(sheet)
            for widget in (table, self._titles[unit]):
                widget.setVisible(bool(sheet.rows))
        used = [unit for unit, table in self.tables.items() if table.sheet.rows]
        self._empty.setVisible(not used)
        missing = entries.missing_text(dossier)
        self._missing.setText(missing)
        self._missing.setVisible(bool(missing))
        said = ["Een verschil boven nul betekent: deze partner brengt meer dan hij gebruikt."]
        if len(used) > 1:
            said.append("Uren per week en uren per jaar staan apart, omdat het aantal werkweken verschilt.")
        self._note.setText(" ".join(said))
        self._note.setVisible(bool(used))


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
    body.add_grid(entries.productive_table(), most=20)
    body.add_group(entries.source_group())
    body.add_group(entries.agreement_group())
    _add_advice(body)


def _add_advice(body: ViewBody) -> None:
    look = body.context.look
    card = Card(look, fill="wash", border=None)
    lines = column(look.space(6))
    lines.addWidget(Heading(look, "Op gelijke voet", 3))
    for line in body.context.editor.knowledge.costs.advice[:2]:
        lines.addWidget(Label(look, line.text))
    card.body.addLayout(lines)
    body.add_widget(card)


def _fill_overview(body: ViewBody) -> None:
    balance = _Balance(body.context)
    body.add_widget(balance, balance.refresh)
    _add_advice(body)


class UrenPage(ViewsPage):
    """Four views: the roles by form and as a table, what an hour rests on, and what is brought and used."""

    def __init__(self, context: Context) -> None:
        views = (
            View("rollen", "Rollen", ("entries",), _fill_roles),
            View("tabel", "Tabel", ("entries",), self._fill_table),
            View("basis", "Uitgangspunten", _BASIS, _fill_basis),
            View("overzicht", "Overzicht", (), _fill_overview),
        )
        super().__init__(context, STEP, views)

    def _fill_table(self, body: ViewBody) -> None:
        card = body.add_grid(entries.entries_table(), most=20)
        add = _AddRow(body, self.reveal)
        card.body.addWidget(add)
        body.link(add.refresh)


SPEC = StepSpec(STEP, UrenPage, groups, more_rows)
