"""Stelling voor stelling: one statement with the partners' answers, the joint answer, its importance, a remark."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from models.dossier.base import known
from models.dossier.edit import Path
from models.figures import criterion_figure
from models.figures.figure import Figure
from models.vocabulary import CriterionId
from wizards.context import Context
from wizards.forms.spec import Field, Kind
from wizards.look.tokens import TypeRole
from wizards.steps.vorm_parts.answers import (
    ANSWERS,
    Tokens,
    answer_path,
    answers_to,
    importance_path,
    is_done,
    put_answer,
    put_importance,
    short_words,
    spread_of,
    statements,
)
from wizards.steps.vorm_parts.dots import Dots
from wizards.steps.vorm_parts.partner_rows import PartnerRows
from wizards.widgets.answer_pills import NoAnswerPills
from wizards.widgets.boxes import Card, FlowLayout, Rule, column, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.fields import FieldWidget
from wizards.widgets.figure_view import FigureView
from wizards.widgets.inputs import ImportanceInput
from wizards.widgets.scale import FiveScale
from wizards.widgets.signs import Icon
from wizards.widgets.text import Heading, Label

__all__ = ["REMARK", "StatementView"]

REMARK = Field("remark", "Opmerking bij deze stelling", Kind.AREA)
_OPEN, _SHUT = "Antwoord per partner invullen", "Antwoord per partner verbergen"


class StatementView(QWidget):
    """``moved``: another statement is shown. ``finished``: Enter on the last one."""

    moved = Signal()
    finished = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.statements = statements(context.editor.knowledge)
        self.number = self._first_open()
        look = context.look
        body = column(look.space(14))
        card = Card(look, padding=20, spacing=8)
        body.addWidget(card)
        self.setLayout(body)
        self._add_question(card)
        self._add_answer(card)
        self._add_weight(card)
        body.addWidget(self._figure_card())
        self.refresh()

    @property
    def criterion(self) -> CriterionId:
        """The statement that is shown."""
        return self.statements[self.number].id

    def _first_open(self) -> int:
        dossier = self._context.editor.dossier
        open_ones = (n for n, s in enumerate(self.statements) if not is_done(dossier, s.id))
        return next(open_ones, 0)

    # --- making

    def _add_question(self, card: Card) -> None:
        look = self._context.look
        top = FlowLayout(look.space(16), centred=True)
        self.caption = Label(look, "", TypeRole.CAPTION_BOLD, "ink2", wrap=False)
        self.dots = Dots(look, tuple(statement.label for statement in self.statements))
        self.dots.picked.connect(self.show_number)
        top.addWidget(self.caption)
        top.addWidget(self.dots)
        card.body.addLayout(top)
        self.question = Heading(look, "", 2)
        card.body.addWidget(self.question)
        why = row(look.space(8))
        why.addWidget(Icon(look, "help", "action", 18), 0, Qt.AlignmentFlag.AlignTop)
        self.why = Label(look, "", colour="ink2")
        why.addWidget(self.why, 1)
        card.body.addLayout(why)

    def _add_answer(self, card: Card) -> None:
        look = self._context.look
        head = FlowLayout(look.space(16), centred=True)
        self.partners_caption = Label(look, "Antwoord per partner", TypeRole.CAPTION_BOLD, "ink2", wrap=False)
        head.addWidget(self.partners_caption)
        self.spread = QWidget()
        line = row(look.space(6))
        line.addWidget(Icon(look, "warning", "warn", 18))
        self.spread_text = Label(look, "", TypeRole.CAPTION_BOLD, "warn", wrap=False)
        line.addWidget(self.spread_text)
        self.spread.setLayout(line)
        head.addWidget(self.spread)
        self.open_rows = Button(look, _OPEN, ButtonKind.QUIET, icon="partner")
        head.addWidget(self.open_rows)
        card.body.addLayout(head)
        self.scale = FiveScale(look)
        self.scale.answered.connect(self._answer)
        self.scale.entered.connect(self.go_on)
        card.body.addWidget(self.scale)
        choice = FlowLayout(look.space(12), centred=True)
        self.joint = Label(look, "", TypeRole.BODY_BOLD, wrap=False)
        self.none = NoAnswerPills(look, "Samen geen antwoord")
        self.none.answered.connect(self._answer)
        choice.addWidget(self.joint)
        choice.addWidget(self.none)
        card.body.addLayout(choice)
        self.rows = PartnerRows(self._context)
        self.rows.hide()
        self.open_rows.clicked.connect(lambda: self.show_rows(self.rows.isHidden()))
        card.body.addWidget(self.rows)

    def _add_weight(self, card: Card) -> None:
        look = self._context.look
        card.body.addWidget(Rule(look))
        line = FlowLayout(look.space(16), centred=True)
        words = QWidget()
        both = column(0)
        both.addWidget(Label(look, "Belang van deze stelling", TypeRole.BODY_BOLD, wrap=False))
        self.weight_note = Label(look, "", TypeRole.CAPTION, "ink2", wrap=False)
        both.addWidget(self.weight_note)
        words.setLayout(both)
        line.addWidget(words)
        self.weight = ImportanceInput(look, "Belang van deze stelling")
        self.weight.edited.connect(self._weigh)
        line.addWidget(self.weight)
        card.body.addLayout(line)
        card.body.addWidget(Rule(look))
        self.remark = FieldWidget(self._context, REMARK, (*ANSWERS, self.criterion.value))
        card.body.addWidget(self.remark)

    def _figure_card(self) -> Card:
        card = Card(self._context.look, padding=20, spacing=8)
        self.figure = FigureView(self._context.look)
        card.body.addWidget(self.figure)
        return card

    # --- showing

    def show_number(self, number: int) -> None:
        """Show another statement, by its number from 0."""
        number = min(max(number, 0), len(self.statements) - 1)
        if number == self.number:
            return
        self.number = number
        self._context.editor.end_merge()
        self.remark.rebase((*ANSWERS, self.criterion.value))
        self.refresh()
        self.moved.emit()

    def go_on(self) -> None:
        """Show the next statement; on the last one tell that all were shown."""
        if self.number + 1 < len(self.statements):
            self.show_number(self.number + 1)
            self.scale.take_focus()
        else:
            self.finished.emit()

    def show_rows(self, on: bool) -> None:
        """Open or shut the answers per partner."""
        if on:
            self.rows.open()
        else:
            self.rows.hide()
        self.open_rows.setText(_SHUT if on else _OPEN)

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        editor = self._context.editor
        dossier, statement = editor.dossier, self.statements[self.number]
        given = answers_to(dossier, statement.id)
        self.caption.setText(f"Stelling {self.number + 1} van {len(self.statements)}")
        done = tuple(is_done(dossier, s.id) for s in self.statements)
        self.dots.show_state(self.number, done)
        self.question.setText(statement.statement)
        self.why.setText(f"Waarom vragen we dit? {statement.why}")
        self.scale.ask(f"Samen: {statement.statement}", (statement.low, statement.middle, statement.high))
        self.scale.show_value(known(given.joint))
        self._show_partners()
        words = short_words(given.joint)
        self.joint.setText(f"Samen kiezen wij: {words}" if words else "Wat kiest u samen?")
        self.none.show_value(given.joint)
        self.rows.ask(statement.id)
        default = editor.knowledge.profiles.thresholds.default_importance
        self.weight.show_value(default if given.importance is None else given.importance)
        self.weight_note.setText(
            f"Nog niet gekozen: telt als {default}" if given.importance is None else "0 telt niet mee"
        )
        self.remark.refresh()
        knowledge, answer, key = editor.knowledge, given.joint, statement.id

        def make(width: float) -> Figure:
            return criterion_figure(key, knowledge, answer, width)

        self.figure.show_made(make, key=(key, answer))

    def _show_partners(self) -> None:
        editor = self._context.editor
        dossier, key = editor.dossier, self.criterion
        marks = Tokens(dossier).marks(answers_to(dossier, key))
        spread = spread_of(dossier, key)
        wide = spread is not None and spread >= editor.knowledge.profiles.thresholds.spread
        self.scale.show_marks(marks, wide=wide)
        self.spread.setVisible(wide)
        self.spread_text.setText(f"{spread} punten verschil: praat hier eerst over" if wide else "")
        total = len(dossier.partners.active)
        told = f"Antwoord per partner: {len(marks)} van {total}"
        self.partners_caption.setText(told if total else "Nog geen partners")
        self.open_rows.setVisible(bool(total))

    # --- answering

    def _answer(self, answer: object) -> None:
        put_answer(self._context, answer_path(self.criterion), answer)  # type: ignore[arg-type]

    def _weigh(self, value: int) -> None:
        put_importance(self._context, importance_path(self.criterion), value)

    def reveal(self, path: Path) -> bool:
        """Put the focus on the place of ``path`` in a statement; whether it is one of those asked."""
        numbers = {statement.id.value: number for number, statement in enumerate(self.statements)}
        if path[:2] != ANSWERS or len(path) < 3 or path[2] not in numbers:
            return False
        self.show_number(numbers[path[2]])
        part = path[3] if len(path) > 3 else "joint"
        if part in ("partners", "partner_importance"):
            self.show_rows(True)
            if self.rows.take_focus((*path[:3], part, *path[4:])):
                return True
            self.open_rows.setFocus(Qt.FocusReason.OtherFocusReason)
        elif part == "importance":
            self.weight.setFocus(Qt.FocusReason.OtherFocusReason)
        elif part == "remark":
            self.remark.take_focus()
        else:
            self.scale.take_focus()
        return True
