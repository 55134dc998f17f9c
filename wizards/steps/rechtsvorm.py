"""Rechtsvorm: the facts, what the law says of the twelve bases, side by side, and the people's own choice."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget

from models.dossier.choose import LegalChoice
from models.dossier.edit import Path
from models.vocabulary import LegalBasis, StepId
from models.wording.words import sentence
from wizards.context import Context
from wizards.forms.spec import Field
from wizards.look.tokens import TypeRole
from wizards.page import GroupCard, StepSpec
from wizards.steps.rechtsvorm_parts.compare import BasisComparison
from wizards.steps.rechtsvorm_parts.form import FACTS, groups
from wizards.steps.rechtsvorm_parts.outcome import BasisBoard, FactChips
from wizards.steps.views import View, ViewBody, ViewsPage
from wizards.widgets.boxes import Card, column, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.text import Heading, Label

__all__ = ["SPEC", "Outcome", "RechtsvormPage"]

STEP = StepId.RECHTSVORM


def _fill_facts(body: ViewBody) -> None:
    editor = body.context.editor
    cards = [body.add_group(group) for group in groups(editor.dossier, editor.knowledge)[:3]]
    # The facts as a whole, and a fact that a newer rule asks for: the first question is the nearest.
    body.link(reveal=lambda path: path[:2] == FACTS and cards[0].reveal((*FACTS, "task_kind")))


class Outcome(QWidget):
    """The facts as chips, the advice, the twelve bases, the choice, and what the law asks besides."""

    def __init__(self, context: Context, reveal: Callable[[Path], object]) -> None:
        super().__init__()
        self.context = context
        look, editor = context.look, context.editor
        layout = column(look.space(14))
        self.setLayout(layout)
        all_groups = groups(editor.dossier, editor.knowledge)
        fields = tuple(
            (field, (*group.base, *field.parts))
            for group in all_groups[:3]
            for field in group.items
            if isinstance(field, Field)
        )
        self.chips = FactChips(context, fields, reveal)
        layout.addWidget(self.chips)
        head = Card(look, fill="wash", border=None, padding=16, spacing=4)
        self._verdict = Heading(look, "", 3)
        self._because = Label(look)
        head.body.addWidget(self._verdict)
        head.body.addWidget(self._because)
        layout.addWidget(head)
        self.board = BasisBoard(context, self._choose)
        layout.addWidget(self.board)
        self.choice_card = GroupCard(context, all_groups[3])
        layout.addWidget(self.choice_card)
        self.clear = Button(look, "Keuze wissen", ButtonKind.QUIET, icon="close")
        self.clear.clicked.connect(lambda: editor.put((STEP.value, "choice"), None))
        self.choice_card.body.addWidget(self.clear)
        layout.addWidget(self._make_notes())
        editor.insight_changed.connect(self._refresh_if_shown)

    def _make_notes(self) -> Card:
        look = self.context.look
        card = Card(look)
        card.body.addWidget(Heading(look, "Wat de wet nog meer vraagt", 3))
        self._notes = column(look.space(8))
        card.body.addLayout(self._notes)
        self._noted: object = None
        return card

    def reveal(self, path: Path) -> bool:
        """Put the focus on the choice, or on what stands beside it."""
        if path[1:] == ("choice",):
            path = (*path, "basis")
        return self.choice_card.reveal(path)

    def _choose(self, basis: LegalBasis) -> None:
        old = self.context.editor.dossier.rechtsvorm.choice
        today = QDate.currentDate().toPython()
        assert isinstance(today, date)
        made = old.model_copy(update={"basis": basis}) if old else LegalChoice(basis=basis, chosen_on=today)
        self.context.editor.put((STEP.value, "choice"), made)
        self.choice_card.refresh()
        self.choice_card.reveal((STEP.value, "choice", "reason"))

    def _refresh_if_shown(self) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Show what the rules say now."""
        legal = self.context.editor.insight.advice.legal
        self.chips.refresh()
        self.board.refresh()
        self.choice_card.refresh()
        basis = self.context.editor.knowledge.basis
        self._verdict.setText(
            f"Het advies: {basis[legal.preferred].name}" if legal.preferred else "Er is nog geen voorkeur"
        )
        self._because.setText(sentence(legal.preferred_because))
        self.clear.setVisible(self.context.editor.dossier.rechtsvorm.choice is not None)
        self._refresh_notes()

    def _refresh_notes(self) -> None:
        legal, look = self.context.editor.insight.advice.legal, self.context.look
        found = (*legal.statute_notes, *(f for _name, findings in legal.beside for f in findings))
        if found == self._noted:
            return
        self._noted = found
        while (item := self._notes.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for finding in found:
            note = QWidget()
            line = row(look.space(16))
            note.setLayout(line)
            line.addWidget(Label(look, sentence(finding.text)), 3)
            line.addWidget(Label(look, finding.article, TypeRole.CAPTION, "ink2"), 1)
            self._notes.addWidget(note)


class RechtsvormPage(ViewsPage):
    """Three ways to look: the questions, the outcome, and a comparison; each made when it is first shown."""

    footer_text = "Dit is geen juridisch advies. Laat een jurist de rechtsvorm toetsen."

    def __init__(self, context: Context) -> None:
        facts = context.editor.dossier.rechtsvorm.facts
        views = (
            View("feiten", "De feiten", ("facts",), _fill_facts),
            View("oordeel", "Wat de wet toestaat", ("choice", "mandaat", "detachering"), self._fill_outcome),
            View("naast", "Naast elkaar", (), self._fill_comparison),
        )
        super().__init__(context, STEP, views, "oordeel" if facts != type(facts).model_construct() else "feiten")

    def _fill_outcome(self, body: ViewBody) -> None:
        outcome = Outcome(self.context, self.reveal)
        body.add_widget(outcome, outcome.refresh, outcome.reveal)

    def _fill_comparison(self, body: ViewBody) -> None:
        comparison = BasisComparison(self.context)
        body.add_widget(comparison, comparison.refresh)


SPEC = StepSpec(STEP, RechtsvormPage, groups)
