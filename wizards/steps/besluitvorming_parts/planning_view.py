"""The view Planning: when which body must do what, what must be ready, what stands in the way, and the way out."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.dossier.edit import Path
from models.figures.figure import Figure
from models.figures.timeline import timeline_figure
from models.planning import CalendarKind, DecisionCalendar, PlanNote
from models.wording.planning import body_table, calendar_title, headline, note_words, step_table
from wizards.context import Context
from wizards.forms.spec import Field, Group
from wizards.look.tokens import TypeRole
from wizards.page import GroupCard
from wizards.steps.besluitvorming_parts import planning_words as words
from wizards.steps.besluitvorming_parts.forms import BASE, BUDGET, LEAVING
from wizards.steps.besluitvorming_parts.tables import WordsTable
from wizards.steps.besluitvorming_parts.terms import TermsCard
from wizards.steps.besluitvorming_parts.worked import Worked
from wizards.widgets.boxes import Card, FlowLayout, column, row
from wizards.widgets.buttons import Button, ButtonKind, Pills
from wizards.widgets.figure_view import FigureView
from wizards.widgets.inputs import Combo
from wizards.widgets.signs import Notice
from wizards.widgets.text import Heading, Label

__all__ = ["FIELDS", "PlanningView"]

_OF_KIND: dict[CalendarKind, Group] = {CalendarKind.BEGROTING: BUDGET, CalendarKind.UITTREDEN: LEAVING}
_KIND_OF = {item.name: kind for kind, group in _OF_KIND.items() for item in group.items if isinstance(item, Field)}
FIELDS: tuple[str, ...] = (*_KIND_OF, "terms")
"""The fields of the section that the view shows."""
_PILLS = (
    (CalendarKind.BESLUITVORMING.value, "Besluit tot start"),
    (CalendarKind.BEGROTING.value, "Begroting"),
    (CalendarKind.UITTREDEN.value, "Uittreden"),
)


def _emptied(layout: QVBoxLayout) -> None:
    while (entry := layout.takeAt(0)) is not None:
        if (old := entry.widget()) is not None:
            old.hide()
            old.deleteLater()


class _Notes(QWidget):
    """Notes in words, each with the way to what it is about. Made anew only when they are others."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._layout = column(context.look.space(10))
        self.setLayout(self._layout)
        self.said: tuple[str, ...] = ()

    def take(self, notes: tuple[PlanNote, ...], names: words.Names) -> None:
        said = tuple(note_words(note, names) for note in notes)
        self.setVisible(bool(said))
        if said == self.said:
            return
        self.said = said
        _emptied(self._layout)
        for note, text in zip(notes, said, strict=True):
            self._layout.addWidget(self._row(note, text))

    def _row(self, note: PlanNote, text: str) -> QWidget:
        look = self._context.look
        holder = QWidget()
        line = row(look.space(12))
        holder.setLayout(line)
        line.addWidget(Label(look, text), 1)
        place = words.place_of(note)
        if place is not None:
            step, path = place
            go = Button(look, "Invullen", ButtonKind.QUIET, icon="arrow-right")
            go.setAccessibleDescription(text)
            go.clicked.connect(lambda *_: self._context.navigator.open_step(step, path))
            line.addWidget(go)
        return holder


class _Outcome(Card):
    """From when it can start, whether the wished day is met, and the ways to take the calendar along."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, fill="wash", border=None)
        look, navigator = context.look, context.navigator
        self.title = Heading(look, "", 3)
        self.body.addWidget(self.title)
        self.first = Label(look, "", TypeRole.LEAD_BOLD)
        self.rest = Label(look, "")
        self.body.addWidget(self.first)
        self.body.addWidget(self.rest)
        self.notes = _Notes(context)
        self.body.addWidget(self.notes)
        line = FlowLayout(look.space(10))
        self.agenda = Button(look, "Opslaan als agenda (.ics)", ButtonKind.OUTLINE, icon="calendar")
        self.agenda.clicked.connect(lambda *_: navigator.export_calendar())
        self.sheet = Button(look, "Opslaan als rekenblad (.xlsx)", ButtonKind.OUTLINE, icon="export")
        self.sheet.clicked.connect(lambda *_: navigator.export_spreadsheet("xlsx"))
        self.open_sheet = Button(look, "Opslaan als rekenblad (.ods)", ButtonKind.QUIET, icon="export")
        self.open_sheet.clicked.connect(lambda *_: navigator.export_spreadsheet("ods"))
        for button in (self.agenda, self.sheet, self.open_sheet):
            line.addWidget(button)
        self.body.addLayout(line)

    def take(self, calendar: DecisionCalendar, names: words.Names) -> None:
        self.title.setText(calendar_title(calendar.kind))
        if calendar.obstacles:
            self.first.setText("Er is nog geen planning. Dit is nodig:")
            self.rest.setText("")
        else:
            first, *rest = headline(calendar, names) or ("",)
            self.first.setText(first)
            self.rest.setText(" ".join(rest))
        for label in (self.first, self.rest):
            label.setVisible(bool(label.text()))
        self.notes.take(calendar.obstacles, names)
        self.agenda.setVisible(bool(calendar.steps))


class _Bodies(Card):
    """What one body must do when; the button copies it for all bodies."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look)
        look = context.look
        self._calendar: DecisionCalendar | None = None
        self._names: words.Names = {}
        self.body.addWidget(Heading(look, "Per orgaan", 3))
        label = Label(look, "Van welk orgaan wilt u de stappen zien?", TypeRole.BODY_BOLD)
        self.body.addWidget(label)
        self.choice = Combo(look, "Kies een orgaan")
        self.choice.setAccessibleName("Van welk orgaan wilt u de stappen zien?")
        label.setBuddy(self.choice)
        self.choice.edited.connect(lambda _key: self._show())
        line = row()
        line.addWidget(self.choice)
        line.addStretch(1)
        self.body.addLayout(line)
        self.table = WordsTable(context, "De stappen van dit orgaan", widest=330, copies="Kopieer alle organen")
        self.body.addWidget(self.table)

    def take(self, calendar: DecisionCalendar, names: words.Names) -> None:
        if calendar == self._calendar and names == self._names:
            return
        self._calendar, self._names = calendar, names
        options = words.bodies(calendar, names)
        chosen = str(self.choice.currentData() or "")
        self.choice.offer(options)
        keys = [key for key, _ in options]
        self.choice.show_value(chosen if chosen in keys else keys[0])
        self.choice.updateGeometry()
        self._show()

    def _show(self) -> None:
        if self._calendar is None:
            return
        key = str(self.choice.currentData() or "")
        agendas = self._calendar.per_body()
        agenda = next((one for one in agendas if words.body_key(one) == key), agendas[0])
        self.choice.show_value(words.body_key(agenda))
        self.table.take(words.of_body(agenda, self._names), body_table(agendas, self._names))


class PlanningView(QWidget):
    """One of three calendars: from decision to start, the yearly budget, leaving."""

    def __init__(self, context: Context, worked: Worked, reordered: Callable[[], None] = lambda: None) -> None:
        """``reordered``: the view shows other controls, so that Tab must go another way."""
        super().__init__()
        self._context, self._worked, self._reordered = context, worked, reordered
        self.kind = CalendarKind.BESLUITVORMING
        look = context.look
        self._layout = column(look.space(14))
        self.setLayout(self._layout)
        self.pills = Pills(look, "Welke planning wilt u zien?", _PILLS)
        self.pills.chosen.connect(lambda key: self.open(CalendarKind(key)))
        self._layout.addWidget(self.pills)
        self._questions: dict[CalendarKind, GroupCard] = {}
        self._asked = column()
        self._layout.addLayout(self._asked)
        self.outcome = _Outcome(context)
        self._layout.addWidget(self.outcome)
        self._parts()
        self.open(self.kind)

    def _parts(self) -> None:
        context, look = self._context, self._context.look
        drawn = Card(look)
        self.figure = FigureView(look)
        drawn.body.addWidget(self.figure)
        steps = Card(look)
        steps.body.addWidget(Heading(look, "De stappen met dag, orgaan en grondslag", 3))
        self.steps = WordsTable(context, "De stappen met dag, orgaan, termijn en grondslag")
        steps.body.addWidget(self.steps)
        ready = Card(look)
        ready.body.addWidget(Heading(look, "Wat per stap klaar moet zijn", 3))
        self.ready = WordsTable(context, "Wat per stap klaar moet zijn", widest=260)
        ready.body.addWidget(self.ready)
        self._notice = Notice(look, "Let hierop", kind="info")
        self.remarks = _Notes(context)
        self._notice.body.addWidget(self.remarks)
        law = "Bij elke stap uit de wet staat het artikel. Dit is geen juridisch advies: laat uw planning toetsen."
        self._notice.body.addWidget(Label(look, law, TypeRole.CAPTION, "ink2"))
        self.bodies = _Bodies(context)
        self._shown_with_steps = (drawn, steps, self._notice, self.bodies, ready)
        for card in self._shown_with_steps:
            self._layout.addWidget(card)
        self.terms = TermsCard(context, self._term_ids)
        self._layout.addWidget(self.terms)

    def open(self, kind: CalendarKind) -> None:
        """Show a calendar."""
        self.kind = kind
        self.pills.choose(kind.value)
        group = _OF_KIND.get(kind)
        if group is not None and kind not in self._questions:
            self._questions[kind] = GroupCard(self._context, group)
            self._asked.addWidget(self._questions[kind])
        for other, card in self._questions.items():
            card.setVisible(other is kind)
        self.refresh()
        self._reordered()

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        names, calendar = self._worked.names(), self._worked.calendar(self.kind)
        question = self._questions.get(self.kind)
        if question is not None:
            question.refresh()
        self.outcome.take(calendar, names)
        # The cycle of the budget has terms of the law only; they stand in the table.
        planned = self.kind is CalendarKind.UITTREDEN and bool(calendar.steps)
        self.terms.setVisible(planned or self.kind is CalendarKind.BESLUITVORMING)
        if self.terms.isVisibleTo(self):
            self.terms.refresh()
        for card in self._shown_with_steps:
            card.setVisible(bool(calendar.steps))
        if not calendar.steps:
            return
        today = self._worked.today()
        make = partial(_draw, calendar, names, today)
        self.figure.show_made(make, key=(calendar, tuple(names.items()), today))
        self.steps.take(step_table(calendar, names), words.copied_steps(calendar, names))
        self.ready.take(words.ready_table(calendar))
        self._notice.setVisible(bool(calendar.steps))
        self.remarks.take(calendar.remarks, names)
        self.bodies.take(calendar, names)

    def reveal(self, path: Path) -> bool:
        """Put the focus on a field; whether it is here."""
        if path[:1] != BASE or len(path) < 2:
            return False
        if path[1] == "terms":
            if self.terms.isHidden():
                self.open(CalendarKind.BESLUITVORMING)
            return self.terms.reveal(path)
        kind = _KIND_OF.get(path[1])
        if kind is None:
            return False
        self.open(kind)
        return self._questions[kind].reveal(path)

    def _term_ids(self) -> tuple[str, ...]:
        if self.kind is CalendarKind.BESLUITVORMING:
            return self._worked.procedure_terms()
        steps = self._worked.calendar(self.kind).steps
        return tuple(dict.fromkeys(step.term.id for step in steps if step.term is not None))


def _draw(calendar: DecisionCalendar, names: words.Names, today: date, width: float) -> Figure:
    return timeline_figure(calendar, names, width, today=today)
