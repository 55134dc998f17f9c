"""Why, and why not: one form at a time, with what it asks beside what was answered."""

from PySide6.QtWidgets import QWidget

from models.figures import profile_figure
from models.figures.figure import Figure
from models.vocabulary import CooperationForm, CriterionId
from models.wording.about import About
from models.wording.advice import AS_NOW, AS_NOW_BEST, AS_NOW_PRO, own_warnings, speaks, way_to_win
from models.wording.words import score_words, sentence, shortened
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.panels.parts import Lines, Point
from wizards.widgets.boxes import FlowLayout, column
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.figure_view import FigureView
from wizards.widgets.inputs import Combo
from wizards.widgets.text import Heading, Label

__all__ = ["GO_ON", "FormDetail"]


GO_ON = "doorgaan"
_SHOW, _HIDE = "Toon wat deze vorm vraagt", "Verberg wat deze vorm vraagt"


class FormDetail(QWidget):
    """What speaks for and against the form that is picked; the advised one until somebody picks."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        look = context.look
        self._picked: str | None = None
        self._open = self._has_profile = False
        self._about: About | None = None
        body = column(look.space(8))
        self.heading = Heading(look, "Waarom, en waarom niet?", 3)
        body.addWidget(self.heading)
        label = Label(look, "Vorm om te bekijken", TypeRole.CAPTION_BOLD)
        body.addWidget(label)
        self.pick = Combo(look, "Kies een vorm")
        label.setBuddy(self.pick)
        self.pick.setAccessibleName("Vorm om te bekijken")
        names = tuple((form.id.value, form.name) for form in context.editor.knowledge.form.values())
        self.pick.offer((*names, (GO_ON, AS_NOW)))
        self.pick.edited.connect(self._choose)
        self.summary = Label(look)
        self.out = Label(look, colour="danger")
        self.points = Lines(look)
        self.change_head = Label(look, "Wat moet er veranderen om op plaats 1 te komen?", TypeRole.CAPTION_BOLD)
        self.change = Label(look)
        self.profile = FigureView(look, paper="wash")
        self.profile.hide()
        self.show_profile = Button(look, _SHOW, ButtonKind.QUIET, icon="chevron-down")
        self.show_profile.clicked.connect(self._turn_profile)
        self.more = Button(look, "Meer over deze vorm", ButtonKind.QUIET, icon="help")
        self.more.clicked.connect(self._help)
        for widget in (self.pick, self.summary, self.out, self.points, self.change_head, self.change):
            body.addWidget(widget)
        line = FlowLayout()
        line.addWidget(self.show_profile)
        line.addWidget(self.more)
        body.addLayout(line)
        body.addWidget(self.profile)
        self.setLayout(body)

    def say(self, about: About) -> None:
        """Show the reasons as they are now."""
        self._about = about
        advised = about.advice.form.recommended
        key = self._picked or (advised.value if advised is not None else "")
        self.pick.show_value(key)
        if key == GO_ON:
            self._say_as_now(about)
        elif key:
            self._say_form(about, CooperationForm(key))
        else:
            self._show("", "", (), "")
        self._has_profile = key not in ("", GO_ON)
        self.profile.setVisible(self._open and self._has_profile)
        self.show_profile.setVisible(self._has_profile)
        self.more.setVisible(key not in ("", GO_ON))

    def choose(self, key: str) -> None:
        """Pick a form (its id, or ``doorgaan``)."""
        self._choose(key)

    def _choose(self, key: str) -> None:
        self._picked = key or None
        if self._about is not None:
            self.say(self._about)

    def _turn_profile(self) -> None:
        self._open = not self._open
        self.show_profile.setText(_HIDE if self._open else _SHOW)
        self.profile.setVisible(self._open and self._has_profile)

    def _help(self) -> None:
        self._context.navigator.open_help(f"form:{self.pick.currentData()}")

    def _say_form(self, about: About, form: CooperationForm) -> None:
        outcome, text = about.outcome(form), about.knowledge.form[form]
        score = f" Score: {score_words(outcome.score)} van 100." if outcome.score is not None else ""
        out = " ".join(f"Valt af, omdat {reason}." for reason in about.reasons(outcome))
        if outcome.thin and outcome.score is not None:
            out = f"{out} Er is te weinig beantwoord van wat deze vorm vraagt. De score zegt dan weinig.".strip()
        points = [Point(t, "check", "ok", key=c.value) for c, t in speaks(about, form, met=True)]
        points += [
            Point(f"{about.label(c)}: {t}", "minus", "danger", key=c.value) for c, t in speaks(about, form, met=False)
        ]
        points += [Point(text, "warning", "warn") for text in own_warnings(about, form)]
        change = "" if form is about.advice.form.recommended else way_to_win(about, outcome)
        self._show(f"{text.summary}{score}", out, tuple(points), change)
        answers = {key: row.joint for key, row in about.dossier.vorm.answers.items()}
        answers[CriterionId.AANTAL_PARTNERS] = len(about.dossier.partners.active) or None

        def make(width: float) -> Figure:
            return profile_figure(outcome, about.knowledge, answers, width)

        self.profile.show_made(make, key=(form, tuple(answers.items()), outcome.score))

    def _say_as_now(self, about: About) -> None:
        told = shortened(about.dossier.vorm.go_on_as_now, 600)
        text = sentence(told) if told else "U beschreef nog niet wat er gebeurt als er niets verandert."
        points = (Point(AS_NOW_PRO, "check", "ok"), Point(text, "pointer"))
        self._show(f"Beste keus als {AS_NOW_BEST}", "", points, "")

    def _show(self, summary: str, out: str, points: tuple[Point, ...], change: str) -> None:
        for label, text in ((self.summary, summary), (self.out, out), (self.change, change)):
            label.setText(text)
            label.setVisible(bool(text))
        self.change_head.setVisible(bool(change))
        self.points.say(points)
