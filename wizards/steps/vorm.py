"""Samenwerkingsvorm: thirteen statements, seen one by one or all at once, the advice beside them, and the choice."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.dossier import Dossier
from models.dossier.edit import Path
from models.knowledge import Knowledge
from models.knowledge.forms import Criterion
from models.vocabulary import CriterionId, StepId
from wizards.context import Context
from wizards.forms.rows import CheckRow
from wizards.forms.spec import Field, Group, Kind
from wizards.forms.values import NOT_FILLED_IN, spoken
from wizards.page import StepPage, StepSpec
from wizards.panels.advice import AdvicePanel
from wizards.panels.form_detail import GO_ON
from wizards.panels.warning_card import ACCEPTED
from wizards.steps.options import form_options
from wizards.steps.vorm_parts.answers import ANSWERS, Tokens, answers_to, short_words
from wizards.steps.vorm_parts.choice import CHOICE, CHOICE_FIELDS, ChoiceCard
from wizards.steps.vorm_parts.overview import OverviewView
from wizards.steps.vorm_parts.statement import REMARK, StatementView
from wizards.widgets.boxes import column
from wizards.widgets.buttons import focus_first

__all__ = ["SPEC", "VormPage"]

STEP = StepId.VORM
_STATEMENT, _OVERVIEW = "stelling", "overzicht"
_VIEWS = ((_STATEMENT, "Stelling voor stelling"), (_OVERVIEW, "Overzicht"))
_GO_ON_TEXT = Field("go_on_as_now", "Wat gebeurt er als er niets verandert?", Kind.AREA)


def groups(_dossier: Dossier, _knowledge: Knowledge) -> tuple[Group, ...]:
    """The card that is only data."""
    why = "Doorgaan zonder nieuwe samenwerking kan altijd. Beschrijf eerlijk wat er dan gebeurt."
    return (Group("Doorgaan zoals nu", (STEP.value,), (_GO_ON_TEXT,), why),)


class VormPage(StepPage):
    """``footer_changed``: the footer's buttons or the words of the folded panel are others now."""

    footer_changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context, STEP, _VIEWS)
        self.panel: AdvicePanel = AdvicePanel(context)
        self.statement = StatementView(context)
        self.overview: OverviewView | None = None
        holder = QWidget()
        self._views = column()
        self._views.addWidget(self.statement)
        holder.setLayout(self._views)
        self.add_widget(holder, self._refresh_view, self._reveal_answer)
        self.add_group(groups(context.editor.dossier, context.editor.knowledge)[0])
        self.choice = ChoiceCard(context)
        self.add_widget(self.choice, self.choice.refresh, self._reveal_choice)
        assert self.view is not None
        self.view.chosen.connect(self.show_view)
        self.statement.moved.connect(self._moved)
        self.statement.finished.connect(self._finished)
        context.editor.insight_changed.connect(self._insight_changed)

    @property
    def primary(self) -> tuple[str, Callable[[], None]] | None:
        """Words and act of the footer's button on; None: it goes to the next step."""
        here = self.statement
        if self._shows_overview or here.number + 1 >= len(here.statements):
            return None
        following = here.statements[here.number + 1]
        return f"Stelling {here.number + 2}: {following.label}", here.go_on

    @property
    def secondary(self) -> tuple[str, Callable[[], None]] | None:
        """Words and act of the footer's button back; None: it goes to the step before."""
        here = self.statement
        if self._shows_overview or here.number == 0:
            return None
        return "Vorige stelling", lambda: here.show_number(here.number - 1)

    @property
    def panel_summary(self) -> str:
        """The advice in a few words, for the button that opens the folded panel."""
        return self.panel.summary

    @property
    def _shows_overview(self) -> bool:
        return self.overview is not None and not self.overview.isHidden()

    def show_view(self, key: str) -> None:
        """Show the statements one by one (``stelling``) or all at once (``overzicht``)."""
        if key == _OVERVIEW and self.overview is None:
            self.overview = OverviewView(self.context)
            self._views.addWidget(self.overview)
        assert self.view is not None
        self.view.choose(key)
        self.statement.setVisible(key == _STATEMENT)
        if self.overview is not None:
            self.overview.setVisible(key == _OVERVIEW)
        self._refresh_view()
        self.footer_changed.emit()

    def _refresh_view(self) -> None:
        if self._shows_overview and self.overview is not None:
            self.overview.refresh()
        else:
            self.statement.refresh()

    def _insight_changed(self) -> None:
        if self.isVisible():
            self.choice.refresh()
        self.footer_changed.emit()

    def _moved(self) -> None:
        self.scroller.ensureWidgetVisible(self.statement.question, 0, 120)
        self.footer_changed.emit()

    def _finished(self) -> None:
        focus_first(self.choice.forms)
        self.scroller.ensureWidgetVisible(self.choice)

    def _reveal_answer(self, path: Path) -> bool:
        if path[:2] != ANSWERS:
            return False
        if len(path) > 2 and path[2] == CriterionId.AANTAL_PARTNERS.value:
            self.show_view(_OVERVIEW)
            return self.overview is not None and self.overview.reveal((*path[:3], "importance"))
        self.show_view(_STATEMENT)
        return self.statement.reveal(path if len(path) > 2 else (*ANSWERS, self.statement.criterion.value))

    def _reveal_choice(self, path: Path) -> bool:
        if path[:2] == ACCEPTED:
            return self.panel.reveal(path) or self.choice.reveal(CHOICE)
        return self.choice.reveal(path)


def more_rows(dossier: Dossier, knowledge: Knowledge) -> Iterator[CheckRow]:
    """The statements, the choice, the warnings that were accepted."""
    tokens = Tokens(dossier)
    for criterion in knowledge.criterion.values():
        yield from _statement_rows(dossier, knowledge, criterion, tokens)
    yield from _choice_rows(dossier, knowledge)
    for accepted in dossier.vorm.accepted_warnings:
        title = knowledge.warning[accepted.warning].title if accepted.warning in knowledge.warning else accepted.warning
        answer = f"Aanvaard, omdat: {accepted.reason}"
        yield CheckRow("Aanvaarde waarschuwingen", title, answer, (*ACCEPTED, accepted.warning))


def _statement_rows(dossier: Dossier, knowledge: Knowledge, criterion: Criterion, tokens: Tokens) -> Iterator[CheckRow]:
    row, base = answers_to(dossier, criterion.id), (*ANSWERS, criterion.id.value)
    default = knowledge.profiles.thresholds.default_importance
    weight = f"{NOT_FILLED_IN}: telt als {default}" if row.importance is None else f"{row.importance} van 10"
    if criterion.derived:
        yield CheckRow("Stellingen", f"{criterion.label}: belang", weight, (*base, "importance"))
        return
    joint = f"{row.joint} van 5" if isinstance(row.joint, int) else short_words(row.joint).capitalize()
    yield CheckRow("Stellingen", criterion.label, joint or NOT_FILLED_IN, (*base, "joint"))
    each = (f"{name}: {short_words(row.partners[key])}" for key, name in tokens.partners if row.partners.get(key))
    said = "\n".join(each) or NOT_FILLED_IN
    yield CheckRow("Stellingen", f"{criterion.label}: antwoord per partner", said, (*base, "partners"))
    yield CheckRow("Stellingen", f"{criterion.label}: belang", weight, (*base, "importance"))
    weights = [
        f"{name}: {row.partner_importance[key]}" for key, name in tokens.partners if key in row.partner_importance
    ]
    if weights:
        label = f"{criterion.label}: belang per partner"
        yield CheckRow("Stellingen", label, "\n".join(weights), (*base, "partner_importance"))
    remark = spoken(REMARK, row.remark, dossier, knowledge)
    yield CheckRow("Stellingen", f"{criterion.label}: opmerking", remark, (*base, "remark"))


def _choice_rows(dossier: Dossier, knowledge: Knowledge) -> Iterator[CheckRow]:
    choice = dossier.vorm.choice
    if choice is None:
        yield CheckRow("Uw keuze", "Gekozen vorm", NOT_FILLED_IN, CHOICE)
        return
    names = {option.value: option.label for option in form_options(dossier, knowledge)}
    name = "Doorgaan zoals nu" if choice.form == GO_ON else names[str(choice.form)]
    yield CheckRow("Uw keuze", "Gekozen vorm", name, (*CHOICE, "form"))
    for field in CHOICE_FIELDS:
        answer = spoken(field, getattr(choice, field.name), dossier, knowledge)
        yield CheckRow("Uw keuze", field.label, answer, (*CHOICE, field.name))


SPEC = StepSpec(STEP, VormPage, groups, more_rows)
