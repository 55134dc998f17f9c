"""The view of the goals: the list, whether each is SMART, and goals to add in one click."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.dossier.edit import Path, fresh_id, record_added
from models.dossier.explore import Goal
from models.goals import is_smart, missing_parts
from models.knowledge.base import Item
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.page import GroupCard
from wizards.steps.doelen_parts.forms import GOALS, goals_group, result_group, smart_words
from wizards.steps.views import ViewBody
from wizards.widgets.boxes import Card, column, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.columns import Columns
from wizards.widgets.signs import Icon
from wizards.widgets.text import Heading, Label

__all__ = ["ExampleGoals", "SmartCard", "fill_goals"]


def fill_goals(body: ViewBody) -> None:
    """The cards of the view."""
    context = body.context
    card = body.add_group(goals_group())
    smart = SmartCard(context, card)
    body.add_widget(smart, smart.refresh)
    examples = ExampleGoals(context, card)
    body.add_widget(examples, examples.refresh)
    body.add_group(result_group())


class _SmartLine(QWidget):
    """One goal: a sign, its text, what is missing, and a button that leads there."""

    def __init__(self, context: Context, goals: GroupCard) -> None:
        super().__init__()
        look = context.look
        self._goals = goals
        self._path: Path = GOALS
        line = row(look.space(10))
        self.setLayout(line)
        self._good, self._open = Icon(look, "check", "ok"), Icon(look, "warning", "warn")
        texts = column(look.space(2))
        self._name = Label(look, role=TypeRole.BODY_BOLD)
        self.words = Label(look, colour="ink2")
        texts.addWidget(self._name)
        texts.addWidget(self.words)
        self.button = Button(look, "Vul aan", ButtonKind.QUIET, icon="arrow-right")
        self.button.clicked.connect(lambda: self._goals.reveal(self._path))
        for sign in (self._good, self._open):
            line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(texts, 1)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def take(self, goal: Goal) -> None:
        done, missing = is_smart(goal), missing_parts(goal)
        name = goal.text.split("\n")[0] or "Doel zonder tekst"
        self._name.setText(name)
        self.words.setText(smart_words(goal))
        self._good.setVisible(done)
        self._open.setVisible(not done)
        self.button.setVisible(not done)
        self.button.setAccessibleName(f"Vul aan: {name}")
        self._path = (*GOALS, goal.id, missing[0][0]) if missing else (*GOALS, goal.id)


class SmartCard(Card):
    """For each goal whether it is SMART, and what is still missing."""

    def __init__(self, context: Context, goals: GroupCard) -> None:
        super().__init__(context.look, fill="wash", border=None)
        self._context, self._goals = context, goals
        self.body.addWidget(Heading(context.look, "Zijn de doelen SMART?", 3))
        self.summary = Label(context.look)
        self.body.addWidget(self.summary)
        self.lines: list[_SmartLine] = []

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        goals = self._context.editor.dossier.doelen.goals
        self.summary.setText(_summary(goals))
        while len(self.lines) < len(goals):
            line = _SmartLine(self._context, self._goals)
            self.lines.append(line)
            self.body.addWidget(line)
        for index, line in enumerate(self.lines):
            line.setVisible(index < len(goals))
            if index < len(goals):
                line.take(goals[index])


def _summary(goals: tuple[Goal, ...]) -> str:
    if not goals:
        return "Er zijn nog geen doelen. Een doel is SMART als niets ontbreekt: wat, hoeveel, wanneer en wie."
    good = sum(1 for goal in goals if is_smart(goal))
    if good == len(goals):
        return "Alle doelen zijn SMART." if good > 1 else "Het doel is SMART."
    return f"{good} van de {len(goals)} doelen {'is' if good == 1 else 'zijn'} SMART."


class _Example(QWidget):
    """A goal to take over: what it says, and the button."""

    def __init__(self, context: Context, goals: GroupCard, item: Item) -> None:
        super().__init__()
        look = context.look
        self._context, self._goals, self.item = context, goals, item
        layout = column(look.space(2))
        self.setLayout(layout)
        self.button = Button(look, item.name, ButtonKind.QUIET, icon="plus")
        self.button.setAccessibleName(f"Doel toevoegen: {item.name}")
        self.button.clicked.connect(self.add)
        line = row()
        line.addWidget(self.button)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addWidget(Label(look, item.text, colour="ink2"))
        self.taken = Label(look, "Staat bij uw doelen.", TypeRole.CAPTION_BOLD, "ok")
        layout.addWidget(self.taken)

    def add(self) -> None:
        goal = Goal(id=fresh_id(), text=self.item.text.rstrip("."), kind=self.item.id)
        self._context.editor.apply(
            lambda dossier: record_added(dossier, GOALS, goal), said=f"Doel toegevoegd: {self.item.name}."
        )

    def refresh(self) -> None:
        goals = self._context.editor.dossier.doelen.goals
        self.taken.setVisible(any(goal.kind == self.item.id for goal in goals))


class ExampleGoals(Card):
    """Goals of others, to take over in one click and then make one's own."""

    def __init__(self, context: Context, goals: GroupCard) -> None:
        super().__init__(context.look)
        look, file = context.look, context.editor.knowledge.motives
        self.body.addWidget(Heading(look, "Voorbeelden om over te nemen", 3))
        self.body.addWidget(Label(look, "Kies een voorbeeld en maak het daarna eigen en meetbaar.", colour="ink2"))
        self.examples: dict[str, _Example] = {}
        for title, items in (("Brede samenwerking", file.example_goals), ("Arbeidsmarkt", file.labour_goals)):
            self.body.addWidget(Label(look, title, TypeRole.BODY_BOLD))
            columns = Columns(look, narrowest=260, most=3, spacing=10)
            for item in items:
                self.examples[item.id] = _Example(context, goals, item)
                columns.add(self.examples[item.id])
            self.body.addWidget(columns)
        self.body.addWidget(Label(look, "Tips bij doelen", TypeRole.BODY_BOLD))
        for advice in file.goal_advice:
            self.body.addWidget(Label(look, advice.text, colour="ink2"))

    def refresh(self) -> None:
        """Show which ones are taken already."""
        for example in self.examples.values():
            example.refresh()
