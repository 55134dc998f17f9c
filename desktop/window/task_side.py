"""The column beside the task list: where to go on, what the answers say now, and the questions of who looks on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.window.page_view import clear
from desktop.window.rows import LinkRow
from models.advice.results import FormOutcome, Outcome
from models.figures import ranked_forms
from models.flow import Status, StepStatus
from models.knowledge.guide import OnlookerText
from models.vocabulary import Onlooker, StepId
from models.wording.about import About
from models.wording.advice import answered_statements, not_enough, verdict
from models.wording.words import score_words
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, FlowLayout, column, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.signs import FormTile, Icon
from wizards.widgets.text import Heading, Label, tooltip

__all__ = ["AdviceCard", "GoOnCard", "QuestionsCard", "next_step"]

_SHOWN_FORMS = 3
_SHOWN_QUESTIONS = 4
_FIRST_STEPS = 3
_OPEN = (Status.PROBLEM, Status.RECHECK, Status.BUSY, Status.NOT_STARTED)


def next_step(statuses: tuple[StepStatus, ...], last: StepId | None) -> StepStatus:
    """Where to go on: where one was, if that is open; else the first open step that was begun, else the first open."""
    here = next((status for status in statuses if status.step is last and status.status in _OPEN), None)
    if here is not None:
        return here
    begun = (status for status in statuses if status.status is Status.BUSY)
    still = (status for status in statuses if status.status in _OPEN)
    return next(begun, None) or next(still, statuses[-1])


class GoOnCard(Card):
    """ "Verder waar u was": one yellow arm."""

    chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        look = context.look
        super().__init__(look, fill="deep", border=None, padding=18, spacing=4)
        self._context = context
        self._step = StepId.OPGAVE
        self.caption = Label(look, "Verder waar u was", TypeRole.CAPTION_BOLD, "pointer")
        self.title = Heading(look, "", 2, colour="on_deep")
        self.text = Label(look, "", colour="on_deep2")
        self.go = Button(look, "Verder", ButtonKind.POINTER)
        self.go.clicked.connect(lambda *_: self.chosen.emit(self._step.value))
        for widget in (self.caption, self.title, self.text):
            self.body.addWidget(widget)
        self.body.addSpacing(look.space(8))
        line = row()
        line.addWidget(self.go)
        line.addStretch(1)
        self.body.addLayout(line)

    def show_step(self, status: StepStatus, *, begun: bool, done: bool) -> None:
        """Lead to a step; ``begun``: somebody filled in something; ``done``: everything is finished."""
        self._step = status.step
        text = self._context.editor.knowledge.step[status.step]
        self.caption.setText("Alles is afgerond" if done else "Verder waar u was" if begun else "Begin hier")
        self.title.setText(text.title)
        self.text.setText(status.reasons[0] if status.reasons else text.text)
        self.go.setText("Verder" if begun else "Begin")
        self.go.setAccessibleName(f"{self.go.words}: {text.title}")


class AdviceCard(Card):
    """ "Stand van het advies": the verdict in a sentence, and the best forms with their scores."""

    def __init__(self, context: Context) -> None:
        look = context.look
        super().__init__(look, fill="wash", border=None, padding=16, spacing=6)
        self._context = context
        self._shown: object = None
        head = row(look.space(10))
        head.addWidget(Icon(look, "form", "action"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Label(look, "Stand van het advies", TypeRole.BODY_BOLD), 1)
        self.body.addLayout(head)
        self.words = Label(look)
        self.body.addWidget(self.words)
        self._forms: QVBoxLayout = column(look.space(4))
        self.body.addLayout(self._forms)
        self.go = Button(look, "Naar de stellingen", ButtonKind.QUIET, icon="arrow-right")
        self.go.clicked.connect(lambda *_: context.navigator.open_step(StepId.VORM))
        line = row()
        line.addWidget(self.go)
        line.addStretch(1)
        self.body.addLayout(line)

    def refresh(self) -> None:
        """Show what the answers say now."""
        editor = self._context.editor
        about = About(editor.dossier, editor.insight.advice, editor.knowledge)
        advice = about.advice.form
        ranked = () if advice.outcome is Outcome.NO_ADVICE else tuple(ranked_forms(advice)[:_SHOWN_FORMS])
        said = _sentences(about)
        key = (said, tuple((f.form, f.score, bool(f.excluded_by)) for f in ranked))
        if key == self._shown:
            return
        self._shown = key
        self.words.setText(said)
        clear(self._forms)
        for outcome in ranked:
            self._add(about, outcome)

    def _add(self, about: About, outcome: FormOutcome) -> None:
        look = self._context.look
        name, score = about.name(outcome.form), score_words(outcome.score)
        card = Card(look, fill="wash", border=None, padding=0)
        card.setAccessibleName(f"{name}, {score} van 100")
        line = row(look.space(9))
        line.addWidget(FormTile(look, outcome.form.value, 20), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Label(look, name), 1)
        line.addWidget(Label(look, "valt af" if outcome.excluded_by else score, TypeRole.BODY_BOLD, wrap=False))
        card.body.addLayout(line)
        self._forms.addWidget(card)


def _sentences(about: About) -> str:
    if about.advice.form.outcome is not Outcome.NO_ADVICE:
        return verdict(about)
    done, all_ = answered_statements(about)
    return f"Er is nog geen advies. {done} van de {all_} stellingen zijn beantwoord. {' '.join(not_enough(about))}"


class QuestionsCard(Card):
    """What the one who looks on can ask, each question leading to its step; and what comes first for them."""

    def __init__(self, context: Context) -> None:
        look = context.look
        super().__init__(look, padding=16, spacing=4)
        self._context, self._onlooker, self._all = context, Onlooker.SECRETARIS, False
        self.rows: list[LinkRow] = []
        self._inside: QVBoxLayout = column(look.space(2))
        self.body.addLayout(self._inside)

    def show_onlooker(self, onlooker: Onlooker) -> None:
        """Show the questions of ``onlooker``."""
        if onlooker is not self._onlooker or not self.rows:
            self._onlooker, self._all = onlooker, False
            self._rebuild()

    def _rebuild(self) -> None:
        look, knowledge = self._context.look, self._context.editor.knowledge
        text = knowledge.onlooker[self._onlooker]
        clear(self._inside)
        self.rows = []
        self._inside.addWidget(Label(look, f"Vragen van een {text.name.lower()}", TypeRole.BODY_BOLD))
        self._inside.addWidget(Label(look, text.text, TypeRole.CAPTION, "ink2"))
        self._inside.addWidget(self._first_steps(text))
        shown = text.questions if self._all else text.questions[:_SHOWN_QUESTIONS]
        for question in shown:
            link = LinkRow(look, question.text, knowledge.step[question.step].title)
            link.setToolTip(tooltip(question.why))
            link.clicked.connect(lambda *_, step=question.step: self._context.navigator.open_step(step))
            self.rows.append(link)
            self._inside.addWidget(link)
        if not self._all:
            more = Button(look, f"Alle {len(text.questions)} vragen", ButtonKind.QUIET, icon="chevron-down")
            more.clicked.connect(lambda *_: self._show_all())
            self._inside.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _first_steps(self, text: OnlookerText) -> QWidget:
        look, knowledge = self._context.look, self._context.editor.knowledge
        holder = QWidget()
        lines = column(0, (0, look.space(4), 0, look.space(4)))
        lines.addWidget(Label(look, "Kijk eerst hier", TypeRole.CAPTION_BOLD, "ink2"))
        flow = FlowLayout(0)
        for step in text.first[:_FIRST_STEPS]:
            button = Button(look, knowledge.step[step].title, ButtonKind.QUIET)
            button.clicked.connect(lambda *_, step=step: self._context.navigator.open_step(step))
            flow.addWidget(button)
        lines.addLayout(flow)
        holder.setLayout(lines)
        return holder

    def _show_all(self) -> None:
        self._all = True
        self._rebuild()
        self.rows[_SHOWN_QUESTIONS].setFocus(Qt.FocusReason.OtherFocusReason)
