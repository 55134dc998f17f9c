"""The cards of the last step that follow from the whole dossier: the choice beside the advice, what is missing."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.check import Finding, FindingKind
from models.vocabulary import StepId
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.steps.vaststelling_parts.sentences import (
    StepFindings,
    counted,
    findings_by_step,
    target_of,
    verdict,
)
from wizards.widgets.boxes import Card, FlowLayout, column, row
from wizards.widgets.buttons import Button, ButtonKind, quiet_button
from wizards.widgets.columns import Columns
from wizards.widgets.signs import Icon, Notice
from wizards.widgets.text import Heading, Label

__all__ = ["ChoiceCard", "MissingCard"]

_SIGNS = {
    FindingKind.CONTRADICTION: ("warning", "danger", "Tegenspraak: "),
    FindingKind.MISSING: ("minus", "ink2", ""),
    FindingKind.NOTICE: ("recheck", "warn", ""),
}


class ChoiceCard(QWidget):
    """What people chose (on paper) beside the advice (on petrol), the reason where they differ, and what is to do."""

    def __init__(self, context: Context, show_missing: Callable[[], object]) -> None:
        super().__init__()
        self._context = context
        look = context.look
        layout = column(look.space(14))
        self.setLayout(layout)
        sides = Columns(look, narrowest=300, most=2)
        chosen, advised = Card(look), Card(look, fill="wash", border=None)
        self.choice, self.advice = Label(look), Label(look)
        chosen.body.addWidget(Heading(look, "De keuze", 3))
        chosen.body.addWidget(self.choice)
        advised.body.addWidget(Heading(look, "Het advies", 3))
        advised.body.addWidget(self.advice)
        links = FlowLayout(look.space(8))
        for step in (StepId.VORM, StepId.RECHTSVORM):
            links.addWidget(_to_step(context, step))
        chosen.body.addLayout(links)
        sides.add(chosen)
        sides.add(advised)
        layout.addWidget(sides)
        self.differs = Notice(look, "De keuze wijkt af van het advies", kind="warn")
        layout.addWidget(self.differs)
        todo = Card(look, padding=16)
        line = row(look.space(12))
        self.todo = Label(look)
        line.addWidget(self.todo, 1)
        self._look_at = quiet_button(look, "Bekijk de lijst", show_missing)
        line.addWidget(self._look_at)
        todo.body.addLayout(line)
        layout.addWidget(todo)
        context.editor.insight_changed.connect(self._again)
        self.refresh()

    def _again(self) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Show what follows from the dossier now."""
        editor = self._context.editor
        insight = editor.insight
        said = verdict(editor.dossier, insight.advice, editor.knowledge)
        self.choice.setText(said.choice)
        self.advice.setText(said.advice)
        reason = (f"Reden: {said.reason}",) if said.reason else ()
        ask = ("Schrijf bij elke keuze op waarom u afwijkt.",) if said.unexplained else ()
        self.differs.say("De keuze wijkt af van het advies", "\n".join((*reason, *ask)))
        self.differs.setVisible(said.differs)
        self.todo.setText(counted(insight.findings))
        self._look_at.setVisible(bool(insight.findings))


def _to_step(context: Context, step: StepId) -> Button:
    title = context.editor.knowledge.step[step].title
    return quiet_button(context.look, f"Naar {title}", lambda: context.navigator.open_step(step))


class MissingCard(QWidget):
    """Everything that is missing, contradicts or asks attention, per step, each with the way to its field."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: tuple[Finding, ...] | None = None
        look = context.look
        layout = column(look.space(14))
        self.setLayout(layout)
        self.total = Label(look, role=TypeRole.LEAD)
        layout.addWidget(self.total)
        self._cards = column(look.space(14))
        layout.addLayout(self._cards)
        self.links: list[Button] = []
        context.editor.insight_changed.connect(self._again)
        self.refresh()

    def _again(self) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Show what is missing now."""
        editor = self._context.editor
        findings = editor.insight.findings
        if findings == self._shown:
            return
        self._shown = findings
        self.total.setText(counted(findings))
        while (item := self._cards.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.links = []
        for group in findings_by_step(findings, editor.knowledge):
            self._cards.addWidget(self._step_card(group))

    def _step_card(self, group: StepFindings) -> Card:
        look, knowledge = self._context.look, self._context.editor.knowledge
        card = Card(look, padding=16, spacing=6)
        title = knowledge.step[group.step].title
        card.body.addWidget(Heading(look, title, 3))
        for finding in group.findings:
            card.body.addLayout(self._line(finding, title))
        return card

    def _line(self, finding: Finding, title: str) -> QHBoxLayout:
        look = self._context.look
        icon, role, before = _SIGNS[finding.kind]
        line = row(look.space(10))
        line.addWidget(Icon(look, icon, role), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(Label(look, before + finding.text), 1)
        step, path = target_of(finding)
        link = Button(look, "Ga erheen", ButtonKind.QUIET)
        link.setAccessibleDescription(f"{title}: {finding.text}")
        link.clicked.connect(lambda *_: self._context.navigator.open_step(step, path))
        self.links.append(link)
        line.addWidget(link)
        return line
