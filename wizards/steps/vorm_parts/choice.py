"""Uw keuze: what the people choose, which may differ from the advice; then a reason is required."""

from models.dossier.choose import FormChoice
from models.dossier.edit import Path
from models.vocabulary import CooperationForm, StepId
from models.wording.advice import AS_NOW
from models.wording.words import first_upper, sentence, the_form
from wizards.context import Context
from wizards.forms.spec import Field, Kind
from wizards.look.tokens import TypeRole
from wizards.panels.form_detail import GO_ON
from wizards.widgets.boxes import Card, row
from wizards.widgets.buttons import Button, ButtonKind, Pills, focus_first
from wizards.widgets.fields import FieldWidget
from wizards.widgets.text import Heading, Label

__all__ = ["CHOICE", "CHOICE_FIELDS", "ChoiceCard"]

CHOICE = (StepId.VORM.value, "choice")
_REASON = Field("reason", "Reden van deze keuze", Kind.AREA)
CHOICE_FIELDS = (
    _REASON,
    Field("by", "Wie koos?", Kind.LINE, why="Bijvoorbeeld de stuurgroep."),
    Field("chosen_on", "Wanneer?", Kind.DATE),
)


class ChoiceCard(Card):
    """The five forms and going on as now, with reason, who and when."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, padding=24, spacing=12)
        self._context = context
        look = context.look
        self.body.addWidget(Heading(look, "Uw keuze", 3))
        self.advice = Label(look, colour="ink2")
        self.body.addWidget(self.advice)
        names = tuple((form.id.value, form.name) for form in context.editor.knowledge.form.values())
        self.forms = Pills(look, "Uw keuze", (*names, (GO_ON, AS_NOW)))
        self.forms.chosen.connect(self._choose)
        self.body.addWidget(self.forms)
        self.message = Label(
            look, "Uw keuze is anders dan het advies. Schrijf op waarom.", TypeRole.BODY_BOLD, "danger"
        )
        self.body.addWidget(self.message)
        self.fields = tuple(FieldWidget(context, field, CHOICE) for field in CHOICE_FIELDS)
        for field in self.fields:
            self.body.addWidget(field)
        self.clear = Button(look, "Wis de keuze", ButtonKind.QUIET, icon="close")
        self.clear.clicked.connect(self._clear)
        line = row()
        line.addWidget(self.clear)
        line.addStretch(1)
        self.body.addLayout(line)
        self.refresh()

    def refresh(self) -> None:
        """Show the choice and what the advice is."""
        editor = self._context.editor
        choice, advised = editor.dossier.vorm.choice, editor.insight.advice.form.recommended
        self.forms.choose(None if choice is None else str(choice.form))
        self.advice.setText(self._advice_words(advised, editor.dossier.vorm.choice))
        # A reason is asked for only where there is an advice to differ from.
        differs = choice is not None and advised is not None and choice.form != advised
        need = "verplicht, want uw keuze is anders dan het advies" if differs else "niet verplicht"
        self.fields[0].label.setText(f"{_REASON.label} ({need})")
        self.message.setVisible(differs and choice is not None and not choice.reason.strip())
        for field in self.fields:
            field.setVisible(choice is not None)
            if choice is not None:
                field.refresh()
        self.clear.setVisible(choice is not None)

    def _advice_words(self, advised: CooperationForm | None, choice: FormChoice | None) -> str:
        text = "U beslist; het advies helpt daarbij. "
        text += "Er is nog geen advies." if advised is None else f"Het advies is {the_form(advised)}."
        if choice is not None and isinstance(choice.form, CooperationForm):
            outcome = self._context.editor.insight.advice.form.form(choice.form)
            if outcome.excluded_by:
                cell = self._context.editor.knowledge.profile[choice.form][outcome.excluded_by[0]]
                because = (cell.excluded_because or "een grens is overschreden").rstrip(".")
                text += sentence(f" Let op: {the_form(choice.form)} valt af, omdat {because}")
        return first_upper(text)

    def _choose(self, key: str) -> None:
        form = key if key == GO_ON else CooperationForm(key)
        old = self._context.editor.dossier.vorm.choice
        new = FormChoice(form=form) if old is None else old.model_copy(update={"form": form})
        self._context.editor.put(CHOICE, new)

    def _clear(self) -> None:
        self._context.editor.apply(
            lambda d: d.with_section(StepId.VORM, d.vorm.model_copy(update={"choice": None})), "Keuze gewist."
        )

    def reveal(self, path: Path) -> bool:
        """Put the focus on the choice or one of its fields."""
        if path[:2] != CHOICE:
            return False
        if self._context.editor.dossier.vorm.choice is not None:
            for field in self.fields:
                if field.path == path:
                    field.take_focus()
                    return True
        focus_first(self.forms)
        return True
