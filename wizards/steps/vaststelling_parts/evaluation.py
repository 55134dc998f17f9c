"""Evaluatie: the plan, the goals that it measures, and the evaluations that were held, each with a result per goal."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from models.dossier import Dossier
from models.dossier.agree import Evaluation, GoalVerdict
from models.dossier.edit import Path, fresh_id
from models.dossier.explore import Goal
from models.dutch import day
from models.knowledge import Knowledge
from models.vocabulary import StepId
from models.wording.signoff import EVALUATION_EXPLAINED
from models.wording.words import counted, first_upper, shortened
from wizards.context import Context
from wizards.forms.spec import Field, Group, Kind, Option, Records
from wizards.look.tokens import TypeRole
from wizards.page import GroupCard
from wizards.steps.vaststelling_parts.form import takeout
from wizards.widgets.boxes import Card, Rule, column, row
from wizards.widgets.buttons import quiet_button
from wizards.widgets.text import Heading, Label

__all__ = ["EvaluationsCard", "GoalsCard", "evaluations_group", "plan_group"]

_BASE = (StepId.VASTSTELLING.value,)
_NAME = 70
"""Signs of a goal in the label of a question."""

GOAL_VERDICTS = (
    Option(GoalVerdict.REACHED.value, "Gehaald"),
    Option(GoalVerdict.PARTLY.value, "Deels gehaald"),
    Option(GoalVerdict.NOT_REACHED.value, "Niet gehaald"),
)


def plan_group() -> Group:
    """When and how the cooperation is evaluated."""
    return Group(
        "Evaluatie",
        _BASE,
        (
            Field("evaluation/first_on", "Wanneer is de eerste evaluatie?", Kind.DATE),
            Field("evaluation/every_years", "Om de hoeveel jaar evalueert u daarna?", Kind.WHOLE, unit="jaar"),
            Field("evaluation/owner", "Wie bereidt de evaluatie voor?"),
            Field("evaluation/text", "Waar kijkt u dan naar?", Kind.AREA, why="Begin bij de doelen die u meet."),
        ),
        why="Elke gemeenschappelijke regeling bevat regels over haar evaluatie (artikel 11a Wgr). "
        "Hoe vaak mag u zelf kiezen.",
    )


def _goal_fields(number: int, goal: Goal) -> tuple[Field, ...]:
    name = f"Doel {number}, {shortened(goal.text, _NAME) or 'zonder tekst'}"
    measured = f"Indicator: {goal.indicator.strip()}." if goal.indicator.strip() else ""
    wanted = f"Doel was: {goal.target.strip()}." if goal.target.strip() else ""
    return (
        Field(f"goals/{goal.id}/value", f"{name}: wat is gemeten?", why=f"{measured} {wanted}".strip()),
        Field(f"goals/{goal.id}/verdict", f"Doel {number}: is het gehaald?", Kind.CHOICE, options=GOAL_VERDICTS),
        Field(f"goals/{goal.id}/remark", f"Doel {number}: toelichting"),
    )


def _headline(evaluation: Evaluation, _dossier: Dossier, _knowledge: Knowledge) -> str:
    return f"Evaluatie van {day(evaluation.held_on)}" if evaluation.held_on else "Evaluatie zonder datum"


def _detail(evaluation: Evaluation, _dossier: Dossier, _knowledge: Knowledge) -> str:
    verdicts = [outcome.verdict for outcome in evaluation.goals.values()]
    told = [
        f"{counted(verdicts.count(GoalVerdict(option.value)), 'doel', 'doelen')} {option.label.lower()}"
        for option in GOAL_VERDICTS
        if GoalVerdict(option.value) in verdicts
    ]
    return first_upper(", ".join(told))


def evaluations_group(dossier: Dossier) -> Group:
    """The evaluations that were held; the questions follow from the goals of the dossier."""
    goals = tuple(field for n, goal in enumerate(dossier.doelen.goals, 1) for field in _goal_fields(n, goal))
    fields = (
        Field("held_on", "Wanneer is de evaluatie gehouden?", Kind.DATE),
        Field("revision", "Welke versie van dit dossier is geëvalueerd?", Kind.WHOLE, why="Het nummer van de versie."),
        Field("owner", "Wie hield de evaluatie?"),
        *goals,
        Field(
            "came_about",
            "Wat is er gekomen van het advies?",
            Kind.AREA,
            why="Noem ook wat anders liep dan geadviseerd.",
        ),
        Field("lessons", "Wat heeft u geleerd?", Kind.AREA),
        Field("actions", "Wat verandert u daarom?", Kind.AREA, why="Noem per punt wie het doet en wanneer."),
    )
    records = Records(
        (*_BASE, "evaluations"),
        "Gehouden evaluaties",
        "evaluatie",
        "Evaluatie verwijderd.",
        fields,
        make=lambda _dossier: Evaluation(id=fresh_id()),
        headline=_headline,
        detail=_detail,
        why=EVALUATION_EXPLAINED,
        empty="Nog geen evaluatie gehouden. Voeg er een toe zodra u terugkijkt.",
    )
    return Group("Gehouden evaluaties", _BASE, (records,))


class GoalsCard(Card):
    """The SMART goals with their indicators, as the evaluation measures them."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, spacing=8)
        self._context = context
        look = context.look
        self.body.addWidget(Heading(look, "Waaraan u meet", 3))
        self._rows = column(look.space(8))
        self.body.addLayout(self._rows)
        line = row()
        title = context.editor.knowledge.step[StepId.DOELEN].title
        line.addWidget(quiet_button(look, f"Naar {title}", lambda: context.navigator.open_step(StepId.DOELEN)))
        line.addStretch(1)
        self.body.addLayout(line)
        self._shown: tuple[Goal, ...] | None = None
        self.refresh()

    def refresh(self) -> None:
        """Show the goals as they are now."""
        goals = self._context.editor.dossier.doelen.goals
        if goals == self._shown:
            return
        self._shown = goals
        takeout(self._rows)
        look = self._context.look
        if not goals:
            words = "Er zijn nog geen doelen. Zonder doelen is er later weinig te evalueren."
            self._rows.addWidget(Label(look, words, colour="ink2"))
        for number, goal in enumerate(goals, 1):
            self._rows.addWidget(self._goal(number, goal))

    def _goal(self, number: int, goal: Goal) -> QWidget:
        look = self._context.look
        widget = QWidget()
        layout = column(look.space(2))
        widget.setLayout(layout)
        if number > 1:
            layout.addWidget(Rule(look))
        layout.addWidget(Label(look, f"Doel {number}. {goal.text.strip() or 'Zonder tekst'}", TypeRole.BODY_BOLD))
        layout.addWidget(Label(look, " ".join(_measures(goal)) or "Nog geen indicator.", colour="ink2"))
        return widget


def _measures(goal: Goal) -> Iterable[str]:
    told = (
        ("Indicator", goal.indicator),
        ("Nu", goal.baseline),
        ("Doel", goal.target),
        ("Klaar op", day(goal.due) if goal.due else ""),
        ("Wie meldt", goal.reporter),
    )
    return (f"{label}: {text.strip()}." for label, text in told if text.strip())


class EvaluationsCard(QWidget):
    """The list of evaluations; made anew when the goals, and so its questions, are others."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._layout = column()
        self.setLayout(self._layout)
        self._group: tuple[tuple[str, str], ...] | None = None
        self._card: GroupCard | None = None
        self.refresh()

    def refresh(self) -> None:
        """Show the evaluations as they are now."""
        group = evaluations_group(self._context.editor.dossier)
        records = group.items[0]
        assert isinstance(records, Records)
        asked = tuple((field.name + field.label, field.why) for field in records.fields)
        if asked != self._group:
            takeout(self._layout)
            self._group, self._card = asked, GroupCard(self._context, group)
            self._layout.addWidget(self._card)
            self._card.show()
        elif self._card is not None:
            self._card.refresh()

    def reveal(self, path: Path) -> bool:
        """Put the focus on a field of an evaluation."""
        return self._card is not None and self._card.reveal(path)
