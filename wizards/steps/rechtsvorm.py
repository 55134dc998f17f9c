"""Rechtsvorm: the facts, what the law says of the twelve bases, side by side, and the people's own choice."""

from datetime import date

from PySide6.QtWidgets import QWidget

from models.dossier.choose import LegalChoice
from models.dossier.edit import Path
from models.vocabulary import LegalBasis, StepId
from models.wording.words import sentence
from wizards.context import Context
from wizards.forms.spec import Field, Group
from wizards.look.tokens import TypeRole
from wizards.page import StepPage, StepSpec
from wizards.steps.rechtsvorm_parts.compare import BasisComparison
from wizards.steps.rechtsvorm_parts.form import FACTS, groups
from wizards.steps.rechtsvorm_parts.outcome import BasisBoard, FactChips
from wizards.widgets.boxes import Card, column, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.text import Heading, Label

__all__ = ["SPEC"]

STEP = StepId.RECHTSVORM
_VIEWS = (("feiten", "De feiten"), ("oordeel", "Wat de wet toestaat"), ("naast", "Naast elkaar"))


class RechtsvormPage(StepPage):
    """Three ways to look: the questions, the outcome, and a comparison."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, STEP, _VIEWS)
        editor = context.editor
        self._all = groups(editor.dossier, editor.knowledge)
        self._views: dict[str, QWidget] = {}
        self._make_facts(self._all[:3])
        self._make_outcome(self._all)
        self._make_comparison()
        assert self.view is not None
        self.view.chosen.connect(self.show_view)
        editor.insight_changed.connect(self._refresh_outcome)
        begun = editor.dossier.rechtsvorm.facts != type(editor.dossier.rechtsvorm.facts).model_construct()
        self.show_view("oordeel" if begun else "feiten")

    @property
    def footer_text(self) -> str:
        """Stands in the foot of the window."""
        return "Dit is geen juridisch advies. Laat een jurist de rechtsvorm toetsen."

    def show_view(self, key: str) -> None:
        """Show one of the three views."""
        assert self.view is not None
        self.view.choose(key)
        for name, widget in self._views.items():
            widget.setVisible(name == key)
        self._refresh_outcome()

    def _view(self, key: str) -> QWidget:
        holder = QWidget()
        holder.setLayout(column(self.context.look.space(14)))
        self._views[key] = holder
        self.main.addWidget(holder)
        holder.hide()
        return holder

    def _make_facts(self, facts: tuple[Group, ...]) -> None:
        holder = self._view("feiten")
        for group in facts:
            card = self.add_group(group)
            layout = holder.layout()
            assert layout is not None
            layout.addWidget(card)
        self.revealers.append(self._reveal_fact)

    def _make_outcome(self, all_groups: tuple[Group, ...]) -> None:
        look, holder = self.context.look, self._view("oordeel")
        layout = holder.layout()
        assert layout is not None
        fields = tuple(
            (field, (*group.base, *field.parts))
            for group in all_groups[:3]
            for field in group.items
            if isinstance(field, Field)
        )
        self._chips = FactChips(self.context, fields, self.reveal)
        layout.addWidget(self._chips)
        head = Card(look, fill="wash", border=None, padding=16, spacing=4)
        self._verdict = Heading(look, "", 3)
        self._because = Label(look)
        head.body.addWidget(self._verdict)
        head.body.addWidget(self._because)
        layout.addWidget(head)
        self._board = BasisBoard(self.context, self._choose)
        layout.addWidget(self._board)
        self.choice_card = self.add_group(all_groups[3])
        layout.addWidget(self.choice_card)
        self._clear = Button(look, "Keuze wissen", ButtonKind.QUIET, icon="close")
        self._clear.clicked.connect(lambda: self.context.editor.put((STEP.value, "choice"), None))
        self.choice_card.body.addWidget(self._clear)
        layout.addWidget(self._make_notes())
        self.refreshers.append(self._refresh_outcome)

    def _make_notes(self) -> Card:
        look = self.context.look
        card = Card(look)
        card.body.addWidget(Heading(look, "Wat de wet nog meer vraagt", 3))
        self._notes = column(look.space(8))
        card.body.addLayout(self._notes)
        self._noted: object = None
        return card

    def _make_comparison(self) -> None:
        layout = self._view("naast").layout()
        assert layout is not None
        self._comparison = BasisComparison(self.context)
        layout.addWidget(self._comparison)

    def _reveal_fact(self, path: Path) -> bool:
        """A path of the step that no field has: the facts as a whole, or the choice as a whole."""
        if path[:2] == FACTS:
            self.show_view("feiten")
            return self.cards[1].reveal((*FACTS, "task_kind"))
        return False

    def reveal(self, path: Path) -> bool:
        """Show the view that holds the field, then put the focus there."""
        if path[:2] == FACTS:
            self.show_view("feiten")
        elif path[:1] == (STEP.value,) and path[1:2] != ("notes",):
            self.show_view("oordeel")
            if path[1:] == ("choice",):
                path = (*path, "basis")
        return super().reveal(path)

    def _choose(self, basis: LegalBasis) -> None:
        dossier = self.context.editor.dossier
        old = dossier.rechtsvorm.choice
        made = old.model_copy(update={"basis": basis}) if old else LegalChoice(basis=basis, chosen_on=date.today())  # noqa: DTZ011
        self.context.editor.put((STEP.value, "choice"), made)
        self.choice_card.reveal((STEP.value, "choice", "reason"))

    def _refresh_outcome(self) -> None:
        if not self.isVisible():
            return
        legal = self.context.editor.insight.advice.legal
        self._chips.refresh()
        self._board.refresh()
        self._comparison.refresh()
        basis = self.context.editor.knowledge.basis
        self._verdict.setText(
            f"Het advies: {basis[legal.preferred].name}" if legal.preferred else "Er is nog geen voorkeur"
        )
        self._because.setText(sentence(legal.preferred_because))
        self._clear.setVisible(self.context.editor.dossier.rechtsvorm.choice is not None)
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


SPEC = StepSpec(STEP, RechtsvormPage, groups)
