"""Uren en inzet: who brings and who uses hours, what an hour rests on, and how hours are settled."""

from collections.abc import Iterator

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
from wizards.page import StepPage, StepSpec
from wizards.steps.kosten_parts.table import ReadTable
from wizards.steps.kosten_parts.viewed import View, ViewedPage
from wizards.steps.uren_parts import entries
from wizards.widgets.boxes import Card, column, row
from wizards.widgets.buttons import Button
from wizards.widgets.text import Heading, Label

__all__ = ["SPEC"]

STEP = StepId.UREN
_BASIS = frozenset({"productive_hours", "productive_source", "overhead_per_hour", "overhead_percentage", "settlement"})


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

    def __init__(self, page: ViewedPage) -> None:
        super().__init__()
        self._page = page
        line = row()
        self.setLayout(line)
        self.button = Button(page.context.look, "Rij toevoegen", icon="plus")
        self.button.clicked.connect(self._add)
        line.addWidget(self.button)
        line.addStretch(1)

    def refresh(self) -> None:
        """Show it when a row can belong to somebody."""
        self.setVisible(bool(self._page.context.editor.dossier.partners.active))

    def _add(self) -> None:
        editor = self._page.context.editor
        editor.apply(lambda dossier: entries.with_entries(dossier, 1))
        self._page.refresh()
        if editor.dossier.uren.entries:
            self._page.reveal((*entries.ENTRIES, editor.dossier.uren.entries[-1].id, "role"))


def _build_roles(page: ViewedPage) -> None:
    card = page.add_group(entries.entries_group())
    button = card.lists[0].add_button

    def allow() -> None:
        # An hour belongs to a partner: without partners there is nobody to choose.
        button.setVisible(bool(page.context.editor.dossier.partners.active))

    page.refreshers.append(allow)
    allow()


def _build_table(page: ViewedPage) -> None:
    card = page.add_grid(entries.entries_table(), most=20).parentWidget()
    assert isinstance(card, Card)
    add = _AddRow(page)
    card.body.addWidget(add)
    page.refreshers.append(add.refresh)
    add.refresh()


def _build_basis(page: ViewedPage) -> None:
    page.add_grid(entries.productive_table(), most=20)
    page.add_group(entries.source_group())
    page.add_group(entries.agreement_group())
    _add_advice(page)


def _add_advice(page: ViewedPage) -> None:
    look = page.context.look
    card = Card(look, fill="wash", border=None)
    lines = column(look.space(6))
    lines.addWidget(Heading(look, "Op gelijke voet", 3))
    for line in page.context.editor.knowledge.costs.advice[:2]:
        lines.addWidget(Label(look, line.text))
    card.body.addLayout(lines)
    page.add_widget(card)


def _build_overview(page: ViewedPage) -> None:
    balance = _Balance(page.context)
    page.add_widget(balance, balance.refresh)
    _add_advice(page)


def _under(path: Path, fields: frozenset[str]) -> bool:
    return len(path) > 1 and path[0] == STEP.value and path[1] in fields


def page(context: Context) -> StepPage:
    """The page."""
    has_entries = frozenset({"entries"})
    views = {
        "rollen": View("Rollen", _build_roles, lambda path: _under(path, has_entries)),
        "tabel": View("Tabel", _build_table, lambda path: _under(path, has_entries)),
        "basis": View("Uitgangspunten", _build_basis, lambda path: _under(path, _BASIS)),
        "overzicht": View("Overzicht", _build_overview, lambda _path: False),
    }
    return ViewedPage(context, STEP, views)


SPEC = StepSpec(STEP, page, groups, more_rows)
