"""The view Overzicht: the outcome in words and as a figure, the sums, the settlement, drivers, hours beside cost."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QWidget

from models.agreements.hours import HoursOutcome, footing_of, hours_outcome
from models.agreements.hours_notes import HoursNoteKind
from models.dossier import Dossier
from models.dossier.costs import KostenSection
from models.dossier.edit import Path
from models.dossier.explore import PartnersSection
from models.dossier.hours import Settlement
from models.figures.hours import hours_figure
from models.vocabulary import StepId
from models.wording.hours import (
    BALANCE_RULE,
    FOOTING_RULE,
    SETTLE_RULE,
    footing_words,
    freed_words,
    hours_in_words,
    hours_title,
    note_words,
    transfer_words,
)
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.steps.options import partner_name
from wizards.steps.uren_parts import sheets
from wizards.steps.uren_parts.entries import ENTRIES
from wizards.steps.uren_parts.notes import NotesCard
from wizards.steps.uren_parts.shares import cost_shares
from wizards.steps.uren_parts.sheets import By, Measure
from wizards.widgets.boxes import Card, FlowLayout, column, row
from wizards.widgets.buttons import Button, ButtonKind, Pills, quiet_button
from wizards.widgets.copy_table import CopyTable
from wizards.widgets.figure_view import FigureView
from wizards.widgets.read_table import Sheet
from wizards.widgets.text import Heading, Label

__all__ = ["Overview"]

_BY = (("partner", "Per partner"), ("phase", "Per fase"), ("role", "Per rol"))
_MEASURES = (("hours", "Uren"), ("fte", "Fte"), ("euros", "Euro's"))
_SAID_ELSEWHERE = frozenset({HoursNoteKind.NO_ENTRIES, HoursNoteKind.NO_PARTNERS})
_MOST_TRANSFERS = 12
_NO_KEY = "Kies een verdeelsleutel. Dan staat hier ook het deel in de kosten."
_KEY_FAILS = "De gekozen verdeelsleutel geeft nog geen bijdragen. Bij Kosten verdelen staat wat er ontbreekt."
_PLAN_SIGNS = "Een plus is ontvangen, een min is betalen."

Names = Mapping[str, str]


class _Part(Card):
    """A card of the overview: a heading, and lines that are hidden while they are empty."""

    def __init__(self, context: Context, title: str) -> None:
        super().__init__(context.look)
        self._context = context
        self.body.addWidget(Heading(context.look, title, 3))

    def line(self, *, colour: str = "ink", role: TypeRole = TypeRole.BODY) -> Label:
        """Add a line of text."""
        label = Label(self._context.look, role=role, colour=colour)
        self.body.addWidget(label)
        label.hide()
        return label

    @staticmethod
    def say(label: Label, text: str) -> None:
        """Show ``text``, or nothing."""
        label.setText(text)
        label.setVisible(bool(text))


class _Sums(_Part):
    """Brought, used and balance; by partner, phase or role; in hours, fte or euros."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Brengen, gebruiken en saldo")
        look = context.look
        pills = FlowLayout(look.space(20))
        self.by = Pills(look, "Verdeel de uren", _BY)
        self.measure = Pills(look, "Laat zien in", _MEASURES)
        for choice, first in ((self.by, By.PARTNER), (self.measure, Measure.HOURS)):
            choice.choose(first.value)
            choice.chosen.connect(self._again)
            pills.addWidget(choice)
        self.body.addLayout(pills)
        self.table = CopyTable(context, "Brengen, gebruiken en saldo")
        self.body.addWidget(self.table)
        self.body.addWidget(Label(look, BALANCE_RULE, TypeRole.CAPTION, "ink2"))
        self._taken: tuple[HoursOutcome, Names] | None = None

    def take(self, outcome: HoursOutcome, names: Names) -> None:
        """Show these sums."""
        self._taken = (outcome, names)
        by, measure = By(self.by.value() or By.PARTNER), Measure(self.measure.value() or Measure.HOURS)
        self.table.take(sheets.sums_sheet(outcome, names, by, measure))

    def _again(self, *_: object) -> None:
        if self._taken is not None:
            self.take(*self._taken)


class _Settlement(_Part):
    """Who pays whom, or who still owes hours: by plan, beforehand, and after the hours made."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Afrekening")
        self.open = self.line(colour="ink2")
        self.money = CopyTable(context, "Afrekening in euro's")
        self.signs = self.line(colour="ink2", role=TypeRole.CAPTION)
        self.planned = CopyTable(context, "Afrekening in uren, gepland")
        self.made = CopyTable(context, "Afrekening in uren, gemaakt")
        for table in (self.money, self.planned, self.made):
            self.body.addWidget(table)
        self.body.addWidget(self.signs)
        self.who = self.line()
        self.rule = self.line(colour="ink2", role=TypeRole.CAPTION)

    def take(self, outcome: HoursOutcome, names: Names, dossier: Dossier) -> None:
        """Show the settlement that the partners chose; in euros while they chose none."""
        in_kind = outcome.settlement is Settlement.IN_KIND
        empty = Sheet()
        money = empty if in_kind else sheets.payments_sheet(outcome, names)
        self.money.take(money)
        self.planned.take(sheets.netting_sheet(outcome.in_kind, names, made=False) if in_kind else empty)
        self.made.take(sheets.netting_sheet(outcome.in_kind_actual, names, made=True) if in_kind else empty)
        last = outcome.in_kind_actual or outcome.in_kind if in_kind else outcome.invoice_actual or outcome.invoice
        self.say(self.open, "" if last is not None else "Er is nog geen afrekening. Hierboven staat wat er ontbreekt.")
        self.say(self.signs, _PLAN_SIGNS if money.rows else "")
        self.say(self.who, "" if last is None else self._who(outcome, dossier))
        self.say(self.rule, SETTLE_RULE if last is not None else "")

    @staticmethod
    def _who(outcome: HoursOutcome, dossier: Dossier) -> str:
        """Who still pays whom, or owes whom hours, at the last stage that is known."""
        if outcome.settlement is Settlement.IN_KIND:
            netting = outcome.in_kind_actual or outcome.in_kind
            told, head = transfer_words(netting.transfers if netting is not None else (), dossier), ""
        else:
            told = transfer_words(outcome.transfers, dossier)
            after = all(line.still is not None for line in outcome.payments)
            head = "Achteraf:" if after else "Vooraf:" if outcome.advance is not None else ""
        more = len(told) - _MOST_TRANSFERS
        end = f"En nog {more} {'keer' if more == 1 else 'keren'}." if more > 0 else ""
        return "\n".join(text for text in (head if told else "", *told[:_MOST_TRANSFERS], end) if text)


class _Drivers(_Part):
    """Whether people were really given the time."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Is er echt tijd vrijgemaakt?")
        self.words = self.line()
        self.table = CopyTable(context, "Tijd vrijgemaakt per rol", most=12)
        self.body.addWidget(self.table)

    def take(self, outcome: HoursOutcome, names: Names) -> None:
        """Show the roles that are brought."""
        sheet = sheets.freed_sheet(outcome, names)
        self.table.take(sheet)
        self.say(self.words, freed_words(outcome) or "Nog geen partner brengt uren.")


class _Footing(_Part):
    """Share in hours beside share in cost, to talk about equal footing."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Op gelijke voet: uren naast kosten")
        self._asked: tuple[KostenSection, PartnersSection] | None = None
        self._cost: Mapping[str, Decimal] | None = None
        look = context.look
        self.words = self.line()
        self.table = CopyTable(context, "Deel in de uren naast deel in de kosten")
        self.body.addWidget(self.table)
        self.rule = self.line(colour="ink2", role=TypeRole.CAPTION)
        self.missing = self.line(colour="ink2")
        self.to_costs = quiet_button(
            look, "Naar Kosten verdelen", lambda: context.navigator.open_step(StepId.KOSTEN), icon="arrow-right"
        )
        self.body.addWidget(self.to_costs)
        advice = column(look.space(4))
        for line in context.editor.knowledge.costs.advice[:2]:
            advice.addWidget(Label(look, line.text, colour="ink2"))
        self.body.addLayout(advice)

    def take(self, outcome: HoursOutcome, names: Names, dossier: Dossier) -> None:
        """Show the shares."""
        contributions = self._cost_shares(dossier)
        footing = footing_of(outcome, contributions)
        sheet = sheets.footing_sheet(footing, names)
        self.table.take(sheet)
        self.say(self.words, footing_words(footing, dossier))
        self.say(self.rule, FOOTING_RULE if contributions is not None and sheet.rows else "")
        chosen = dossier.kosten.chosen is not None
        absent = _KEY_FAILS if chosen else _NO_KEY
        notes = " ".join(note_words(note, dossier) for note in footing.notes)
        self.say(self.missing, absent if contributions is None else notes)
        self.to_costs.setVisible(contributions is None)

    def _cost_shares(self, dossier: Dossier) -> Mapping[str, Decimal] | None:
        """Worked out again only where costs or partners are other ones than before."""
        if self._asked is None or self._asked[0] is not dossier.kosten or self._asked[1] is not dossier.partners:
            self._asked = (dossier.kosten, dossier.partners)
            self._cost = cost_shares(dossier)
        return self._cost


class Overview(QWidget):
    """All of it. ``go``: puts the focus on a path of the page."""

    def __init__(self, context: Context, go: Callable[[Path], object]) -> None:
        super().__init__()
        self._context = context
        look = context.look
        layout = column(look.space(14))
        self.setLayout(layout)
        head = Card(look, fill="wash", border=None)
        self.title = Heading(look, level=2)
        self.words = Label(look)
        self.begin = Button(look, "Vul de eerste rol in", ButtonKind.SOLID, icon="plus")
        self.begin.clicked.connect(lambda: go(ENTRIES))
        head.body.addWidget(self.title)
        head.body.addWidget(self.words)
        first = row()
        first.addWidget(self.begin)
        first.addStretch(1)
        head.body.addLayout(first)
        self.obstacles = NotesCard(context, "Dit ontbreekt nog", go, icon="warning", tone="warn", fill="warn_bg")
        figure = Card(look)
        self.figure = FigureView(look)
        figure.body.addWidget(self.figure)
        self.sums, self.settlement = _Sums(context), _Settlement(context)
        self.drivers, self.footing = _Drivers(context), _Footing(context)
        self.lines = _Part(context, "Zo is het per rol gerekend")
        self.lines_table = CopyTable(context, "Elke rol uitgerekend", most=20)
        self.lines.body.addWidget(self.lines_table)
        self.remarks = NotesCard(context, "Houd hier rekening mee", go, icon="help", tone="action", fill="surface")
        self._cards = (figure, self.sums, self.settlement, self.drivers, self.footing, self.lines)
        for widget in (head, self.obstacles, *self._cards, self.remarks):
            layout.addWidget(widget)
        self.refresh()

    def refresh(self) -> None:
        """Work it out again and show it."""
        dossier = self._context.editor.dossier
        partners = tuple(p.id for p in dossier.partners.active)
        outcome = hours_outcome(dossier.uren, partners)
        names = {partner: partner_name(dossier, partner) for partner in partners}
        self.title.setText(hours_title(outcome, dossier))
        words = "\n".join(hours_in_words(outcome, dossier, 4))
        self.words.setText(words or "Vul uren in. Dan staat hier wat elke partner brengt en gebruikt.")
        self.begin.setVisible(bool(partners) and not outcome.lines)
        for card in self._cards:
            card.setVisible(bool(outcome.lines))
        self.obstacles.take(tuple(n for n in outcome.obstacles if n.kind not in _SAID_ELSEWHERE))
        self.remarks.take(outcome.remarks)
        if not outcome.lines:
            return
        self.figure.show_made(partial(hours_figure, outcome, names), key=(outcome, tuple(names.items())))
        self.sums.take(outcome, names)
        self.settlement.take(outcome, names, dossier)
        self.drivers.take(outcome, names)
        self.footing.take(outcome, names, dossier)
        self.lines_table.take(sheets.lines_sheet(outcome, names))
