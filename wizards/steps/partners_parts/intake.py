"""The intake of each partner: seven questions of the interview and six of the empathy map [S4 appendices]."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.dossier import Dossier
from models.dossier.base import NoAnswer, NoAnswerKind
from models.dossier.edit import Path, path_key
from models.dossier.explore import Intake, Partner
from models.knowledge import Knowledge
from wizards.context import Context
from wizards.forms.rows import CheckRow
from wizards.forms.spec import ALL_NO_ANSWERS, Field, Group, Kind
from wizards.forms.values import NOT_FILLED_IN
from wizards.look.tokens import TypeRole
from wizards.steps.partners_parts.compare import name_of
from wizards.steps.partners_parts.taking_part import LIST
from wizards.widgets.boxes import Card, FlowLayout, column
from wizards.widgets.buttons import Button, ButtonKind, IconButton
from wizards.widgets.fields import FieldWidget
from wizards.widgets.inputs import Combo
from wizards.widgets.text import Heading, Label

__all__ = ["IntakeView", "answered", "intake_groups", "intake_rows"]

_HEAD = (
    Field(
        "respondent", "Wie antwoordt?", Kind.LINE, why="Noem een functie, geen naam. Bijvoorbeeld gemeentesecretaris."
    ),
    Field("held_on", "Wanneer was het gesprek?", Kind.DATE),
)


def intake_path(partner: str) -> Path:
    """Where the intake of a partner stands."""
    return (*LIST, partner, "intake")


def _interview(knowledge: Knowledge) -> tuple[Field, ...]:
    asked = knowledge.questionnaire.interview
    return tuple(
        Field(f"answers/{q.id}", q.text, Kind.AREA, why=q.help or "", no_answers=ALL_NO_ANSWERS) for q in asked
    )


def _empathy_map(knowledge: Knowledge) -> tuple[Field, ...]:
    asked = knowledge.questionnaire.empathy_map
    return tuple(
        Field(f"empathy_map/{q.id}", q.text, Kind.AREA, why=q.help or "", no_answers=ALL_NO_ANSWERS) for q in asked
    )


def answered(intake: Intake, knowledge: Knowledge) -> tuple[int, int]:
    """How many of the thirteen questions have an answer, and thirteen; "later invullen" is none yet."""
    asked = knowledge.questionnaire
    given = [
        *(intake.answers.get(question.id) for question in asked.interview),
        *(intake.empathy_map.get(question.id) for question in asked.empathy_map),
    ]
    return sum(map(_is_answer, given)), len(given)


def _is_answer(value: str | NoAnswer | None) -> bool:
    if isinstance(value, NoAnswer):
        return value.no_answer is not NoAnswerKind.LATER
    return bool(value and value.strip())


def _begun(dossier: Dossier, partner: Partner) -> bool:
    start = path_key(intake_path(partner.id)) + "/"
    return partner.intake != Intake() or any(key.startswith(start) for key in dossier.drafts)


def _title(partner: Partner) -> str:
    return f"Intake van {name_of(partner)}"


def intake_groups(dossier: Dossier, knowledge: Knowledge) -> tuple[Group, ...]:
    """For the check page: every question of each intake that was begun."""
    fields = (*_HEAD, *_interview(knowledge), *_empathy_map(knowledge))
    return tuple(Group(_title(p), intake_path(p.id), fields) for p in dossier.partners.active if _begun(dossier, p))


def intake_rows(dossier: Dossier, _knowledge: Knowledge) -> Iterator[CheckRow]:
    """For the check page: one row for each intake that was not begun."""
    for partner in dossier.partners.active:
        if not _begun(dossier, partner):
            yield CheckRow("Intake per partner", _title(partner), NOT_FILLED_IN, intake_path(partner.id))


class IntakeView(QWidget):
    """The intake of the partner that was chosen. Its fields are made when it is first shown."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.partner: str | None = None
        self.fields: tuple[FieldWidget, ...] = ()
        self._layout = column(context.look.space(14))
        self.setLayout(self._layout)

    def prepare(self) -> None:
        """Make the fields, once."""
        if self.fields:
            return
        context, look = self._context, self._context.look
        knowledge = context.editor.knowledge
        base = intake_path(self.partner or "x")
        head = Card(look, padding=20, spacing=12)
        self._add_chooser(head)
        self._cards = QWidget()
        cards = column(look.space(14))
        self._cards.setLayout(cards)
        made: list[FieldWidget] = []
        for title, why, fields in (
            ("Het gesprek", "", _HEAD),
            ("Zeven vragen", "Vraag dit vóór de werksessie aan elke partner.", _interview(knowledge)),
            (
                "Verplaats u in deze partner",
                "Zes vragen uit de empathiekaart. Zo begrijpt u wat een partner drijft.",
                _empathy_map(knowledge),
            ),
        ):
            card = Card(look, padding=20, spacing=14)
            card.body.addWidget(Heading(look, title, 3))
            if why:
                card.body.addWidget(Label(look, why, colour="ink2"))
            for field in fields:
                widget = FieldWidget(context, field, base)
                made.append(widget)
                card.body.addWidget(widget)
            cards.addWidget(card)
        self.fields = tuple(made)
        cards.addWidget(Label(look, knowledge.questionnaire.delphi.text, colour="ink2"))
        self._layout.addWidget(head)
        self._layout.addWidget(self._cards)

    def _add_chooser(self, head: Card) -> None:
        look = self._context.look
        label = Label(look, "Van welke partner is deze intake?", TypeRole.BODY_BOLD)
        self.chooser = Combo(look, "Kies een partner")
        self.chooser.setAccessibleName("Van welke partner is deze intake?")
        self.chooser.edited.connect(self._picked)
        label.setBuddy(self.chooser)
        self.back = IconButton(look, "arrow-left", "Vorige partner")
        self.next = IconButton(look, "arrow-right", "Volgende partner")
        self.back.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.progress = Label(look, "", TypeRole.BODY_BOLD, "action", wrap=False)
        self._nobody = Label(look, "Er zijn nog geen partners. Voeg ze eerst toe.", colour="ink2")
        head.body.addWidget(label)
        line = FlowLayout(look.space(8))
        for widget in (self.chooser, self.back, self.next):
            line.addWidget(widget)
        head.body.addLayout(line)
        head.body.addWidget(self.progress)
        head.body.addLayout(self._form_buttons())
        head.body.addWidget(self._nobody)

    def _form_buttons(self) -> FlowLayout:
        look, navigator = self._context.look, self._context.navigator
        line = FlowLayout(look.space(8))
        self.save_form = Button(look, "Lege vragenlijst (pdf)", ButtonKind.QUIET, icon="export")
        self.save_form.clicked.connect(lambda *_: navigator.save_questionnaire(self.partner or ""))
        self.read_forms = Button(look, "Ingevulde vragenlijsten inlezen", ButtonKind.QUIET, icon="import")
        self.read_forms.clicked.connect(lambda *_: navigator.read_questionnaires())
        for button in (self.save_form, self.read_forms):
            line.addWidget(button)
        return line

    def choose(self, partner: str) -> bool:
        """Show the intake of a partner; whether it takes part."""
        if not any(p.id == partner for p in self._context.editor.dossier.partners.active):
            return False
        self.partner = partner
        self.refresh()
        return True

    def step(self, by: int) -> None:
        """Go to the partner before or after this one; after the last comes the first."""
        keys = [p.id for p in self._context.editor.dossier.partners.active]
        if keys:
            here = keys.index(self.partner) if self.partner in keys else -by
            self.choose(keys[(here + by) % len(keys)])

    def reveal(self, path: Path) -> bool:
        """Put the focus on the question at ``path`` (whole path from the dossier); whether it is here."""
        self.prepare()
        if not self.choose(path[len(LIST)]):
            return False
        wanted = path[len(LIST) + 2 :]
        field = next((f for f in self.fields if wanted and f.field.parts == wanted[: len(f.field.parts)]), None)
        (field or self.fields[0]).take_focus()
        return True

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        if not self.fields:
            return
        editor = self._context.editor
        active = editor.dossier.partners.active
        if all(p.id != self.partner for p in active):
            self.partner = active[0].id if active else None
        self.chooser.offer(tuple((p.id, self._line(p)) for p in active))
        self.chooser.show_value(self.partner or "")
        for widget in (self.chooser, self.progress, self._cards):
            widget.setVisible(bool(active))
        for button in (self.back, self.next):
            button.setVisible(len(active) > 1)
        self._nobody.setVisible(not active)
        for partner in active:
            if partner.id == self.partner:
                given, asked = answered(partner.intake, editor.knowledge)
                self.progress.setText(f"{given} van {asked} beantwoord")
                self._show_fields(intake_path(partner.id))

    def _line(self, partner: Partner) -> str:
        given, asked = answered(partner.intake, self._context.editor.knowledge)
        return f"{name_of(partner)} ({given} van {asked})"

    def _show_fields(self, base: Path) -> None:
        for field in self.fields:
            if field.path[: len(base)] != base:
                field.rebase(base)
            else:
                field.refresh()

    def _picked(self, partner: str) -> None:
        if not self.choose(partner):
            self.refresh()

    def take_focus(self) -> None:
        """Put the focus on the choice of partner."""
        self.chooser.setFocus(Qt.FocusReason.OtherFocusReason)
