"""The view Uittreden: the agreement, the figures, and what leaving costs the one who leaves and the others."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from models import dutch
from models.agreements.leaving import Leaving
from models.agreements.leaving_notes import ExitNote
from models.dossier import Dossier
from models.figures.leaving import leaving_figure
from models.knowledge import Knowledge
from models.knowledge.source_words import notes_of
from models.wording.leaving import (
    BEFORE_SIGNING,
    MORE_THAN_NEEDED,
    applies_text,
    base_text,
    cover_text,
    exit_note_text,
    method_name,
    method_source,
    overview_text,
    schedule_text,
)
from wizards.context import Context
from wizards.forms.grid import grid_rows
from wizards.forms.rows import CheckRow
from wizards.forms.spec import Group
from wizards.look.tokens import TypeRole
from wizards.steps.kosten_parts import exit_tables, leaving
from wizards.steps.kosten_parts.cases import CaseCard
from wizards.steps.kosten_parts.exit_tables import Side
from wizards.steps.kosten_parts.keys import key_name
from wizards.steps.kosten_parts.notes import Line, NoteBox, names_of
from wizards.steps.views import ViewBody
from wizards.widgets.boxes import Card, column
from wizards.widgets.buttons import Pills
from wizards.widgets.copy_table import CopyTable
from wizards.widgets.figure_view import FigureView
from wizards.widgets.signs import Notice
from wizards.widgets.text import Heading, Label

__all__ = ["FIELDS", "fill", "groups", "more_rows"]

FIELDS: tuple[str, ...] = (
    "exit_formula",
    "exit_fixed",
    "exit_percentages",
    "exit_method",
    "exit_partner",
    "exit_year",
    "exit_contribution",
    "exit_avoidable",
    "exit_damages",
)
"""The fields of the section that this view shows."""

ABOVE_FIRST = "Vul eerst aan wat hierboven ontbreekt. Dan staan hier de bedragen."
_SIDES = (
    (Side.EXTRA.value, "Verschil"),
    (Side.BEFORE.value, "Met vertrekker"),
    (Side.AFTER.value, "Zonder vertrekker"),
)


def groups(_dossier: Dossier, _knowledge: Knowledge) -> tuple[Group, ...]:
    """The cards that are data."""
    return leaving.exit_groups()


def more_rows(dossier: Dossier, knowledge: Knowledge) -> Iterator[CheckRow]:
    """The rows of the tables: the own formula in figures, the damage by year."""
    for spec in (leaving.percentage_table(), leaving.damage_table()):
        yield from grid_rows(spec, dossier, knowledge)


class _Told(Card):
    """A card with an outcome: a heading, sentences, notes with the way to their field, tables."""

    def __init__(self, context: Context, title: str, why: str = "") -> None:
        super().__init__(context.look)
        self.context = context
        look = context.look
        self.body.addWidget(Heading(look, title, 3))
        if why:
            self.body.addWidget(Label(look, why, colour="ink2"))
        self.said = Label(look)
        self.body.addWidget(self.said)

    def say(self, text: str) -> None:
        """The sentences under the heading; hidden without any."""
        self.said.setText(text)
        self.said.setVisible(bool(text))

    def lines(self, notes: tuple[ExitNote, ...]) -> tuple[Line, ...]:
        """Notes in words with their fields, each once."""
        dossier = self.context.editor.dossier
        names = names_of(dossier)
        found = ((exit_note_text(note, names), leaving.note_path(note, dossier)) for note in notes)
        return tuple(dict.fromkeys(found))

    def outcome(self) -> Leaving:
        """What comes out now."""
        editor = self.context.editor
        return exit_tables.leaving_of(editor.dossier, editor.knowledge)


class _MethodLine(QWidget):
    """One method: its name, what it comes to, and the ruling behind it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        look = context.look
        layout = column(look.space(2))
        self.setLayout(layout)
        self.name = Label(look, "", TypeRole.BODY_BOLD)
        self.sum = Label(look)
        self.source = Label(look, "", TypeRole.CAPTION, "ink2")
        for label in (self.name, self.sum, self.source):
            layout.addWidget(label)


class ExitSums(_Told):
    """The exit sum by every method, the one that applies first, with its schedule by year."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Uittreedsom")
        look = context.look
        self.base = Label(look, colour="ink2")
        self.body.addWidget(self.base)
        self.obstacles = NoteBox(context, "Dit ontbreekt nog")
        self.body.addWidget(self.obstacles)
        self.methods = [_MethodLine(context) for _ in range(len(context.editor.knowledge.costs.exit) + 1)]
        for line in self.methods:
            self.body.addWidget(line)
        self.table = CopyTable(context, "Uittreedsom per manier en per jaar")
        self.body.addWidget(self.table)
        self.remarks = NoteBox(context, "Goed om te weten", "info")
        self.body.addWidget(self.remarks)
        self.refresh()

    def refresh(self) -> None:
        """Show what comes out now."""
        editor = self.context.editor
        found = self.outcome()
        self.say(applies_text(found))
        chosen = next((key for key in editor.dossier.kosten.keys if key.id == editor.dossier.kosten.chosen), None)
        self.base.setText(base_text(found.base, found.left_in, key_name(chosen, editor.knowledge) if chosen else ""))
        self.obstacles.take(self.lines(found.obstacles))
        self.table.take(exit_tables.schedule_sheet(found))
        method_notes = tuple(note for method in found.methods for note in method.remarks)
        self.remarks.take(self.lines((*found.remarks, *method_notes)))
        self._show_methods(found)

    def _show_methods(self, found: Leaving) -> None:
        editor = self.context.editor
        for place, line in enumerate(self.methods):
            line.setVisible(place < len(found.methods))
            if place >= len(found.methods):
                continue
            method = found.methods[place]
            applies = " (geldt)" if method.id == found.applied else ""
            line.name.setText(f"{method_name(method)}{applies}")
            why = " ".join(text for text, _path in self.lines(method.obstacles))
            line.sum.setText(why or f"{schedule_text(method)}.")
            line.source.setText(method_source(method, editor.knowledge.costs.exit))


class TakingOver(_Told):
    """What the others take over by year, what the exit sum covers of it, and each partner that stays."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Wat nemen de anderen over?", "De gekozen verdeelsleutel, maar zonder de vertrekker.")
        look = context.look
        self.obstacles = NoteBox(context, "Dit ontbreekt nog")
        self.body.addWidget(self.obstacles)
        self.figure = FigureView(look, show_title=False)
        self.figure.toggle.hide()  # the table below says the same, and more
        self.body.addWidget(self.figure)
        self.years = CopyTable(context, "Wat de anderen overnemen, per jaar")
        self.body.addWidget(self.years)
        self.sign = Label(look, MORE_THAN_NEEDED, TypeRole.CAPTION, "ink2")
        self.body.addWidget(self.sign)
        self.heading = Label(look, "Per partner die blijft", TypeRole.BODY_BOLD)
        self.body.addWidget(self.heading)
        self.sides = Pills(look, "Welke bedragen", _SIDES)
        self.side = Side.EXTRA
        self.sides.choose(self.side.value)
        self.sides.chosen.connect(self._turn)
        self.body.addWidget(self.sides)
        self.partners = CopyTable(context, "Bijdrage per partner die blijft", most=12)
        self.body.addWidget(self.partners)
        self.remarks = NoteBox(context, "Zo is gerekend", "info")
        self.body.addWidget(self.remarks)
        self.refresh()

    def _turn(self, side: str) -> None:
        self.side = Side(side)
        self.sides.choose(side)
        self.refresh()

    def refresh(self) -> None:
        """Show what comes out now."""
        found = self.outcome()
        takeover = found.takeover
        own = tuple(note for note in takeover.obstacles if note not in found.obstacles)
        self.say(cover_text(takeover) or ("" if own else ABOVE_FIRST))
        self.obstacles.take(self.lines(own))
        self.figure.setVisible(bool(takeover.years))
        self.figure.show_made(partial(leaving_figure, takeover), key=takeover)
        self.years.take(exit_tables.takeover_sheet(takeover))
        names = names_of(self.context.editor.dossier)
        self.partners.take(exit_tables.partner_sheet(takeover, names, self.side))
        for widget in (self.heading, self.sides):
            widget.setVisible(bool(takeover.years))
        self.sign.setVisible(any((row.uncovered_cents or 0) < 0 for row in takeover.years))
        self.remarks.take(self.lines(takeover.remarks))


class EveryPartner(_Told):
    """What leaving would cost for each partner, to discuss before signing."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Wat als een andere partner uittreedt?", BEFORE_SIGNING)
        self.table = CopyTable(context, "Uittreden per partner", most=12)
        self.body.addWidget(self.table)
        self.remarks = NoteBox(context, "Zo is gerekend", "info")
        self.body.addWidget(self.remarks)
        self.refresh()

    def refresh(self) -> None:
        """Show what comes out now."""
        editor = self.context.editor
        found = exit_tables.overview_of(editor.dossier, editor.knowledge)
        sheet = exit_tables.overview_sheet(found, names_of(editor.dossier))
        self.say(overview_text(found) if sheet.rows else ABOVE_FIRST)
        self.table.take(sheet)
        self.remarks.take(self.lines(found.remarks) if sheet.rows else ())


def _consent(context: Context) -> Notice:
    """What the law says about consent, with its source."""
    look, knowledge = context.look, context.editor.knowledge
    rules = leaving.rules(knowledge)
    notice = Notice(look, dutch.listed([text.name for text in rules]), "\n".join(text.text for text in rules), "info")
    said = dutch.listed([note.text for note in notes_of(knowledge, rules)])
    decisions = dutch.listed([text.decision for text in rules])
    notice.body.addWidget(Label(look, f"{decisions}. Bron: {said}.", TypeRole.CAPTION, "ink2"))
    return notice


def _ways(context: Context) -> Card:
    """The ways that case law accepts, with their sources and the day on which these were looked at."""
    look, knowledge = context.look, context.editor.knowledge
    card = Card(look)
    card.body.addWidget(Heading(look, "Manieren om een uittreedsom uit te rekenen", 3))
    for text in leaving.methods(knowledge):
        card.body.addWidget(Label(look, text.name, TypeRole.BODY_BOLD))
        card.body.addWidget(Label(look, text.text, colour="ink2"))
        checked = f"{text.decision}. Bekeken op {dutch.day(text.checked_on)}."
        card.body.addWidget(Label(look, checked, TypeRole.CAPTION, "ink2"))
    said = dutch.listed([note.text for note in notes_of(knowledge, leaving.methods(knowledge))])
    card.body.addWidget(Label(look, f"Bron: {said}.", TypeRole.CAPTION, "ink2"))
    return card


def fill(body: ViewBody) -> None:
    """Make the view."""
    context = body.context
    body.add_widget(_consent(context))
    body.add_group(leaving.agreement_group())
    body.add_grid(leaving.percentage_table())
    body.add_group(leaving.leaver_group())
    body.add_group(leaving.damage_group())
    body.add_grid(leaving.damage_table())
    for made in (ExitSums(context), TakingOver(context), EveryPartner(context)):
        body.add_widget(made, made.refresh)
    body.add_widget(CaseCard(context, "aalsmeer-amstelveen", "uittreden"))
    body.add_widget(_ways(context))
