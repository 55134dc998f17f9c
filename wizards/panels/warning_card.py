"""A warning of a real case in the advice panel: what happened, why it fits here, what to do, accept with a reason."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy

from models.advice.acceptance import acceptance_of, evidence_text, lapsed_acceptance
from models.advice.results import MatchedWarning
from models.dossier import Dossier
from models.dossier.choose import AcceptedWarning
from models.dossier.edit import record_added, without
from models.dutch import day, listed
from models.knowledge.source_words import notes_of
from models.vocabulary import StepId
from models.wording.words import sentence, shortened
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import FlowLayout
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.inputs import Area
from wizards.widgets.signs import Notice
from wizards.widgets.text import Label

__all__ = ["ACCEPTED", "WarningCard", "accept", "take_back"]

ACCEPTED = (StepId.VORM.value, "accepted_warnings")


def accept(dossier: Dossier, matched: MatchedWarning, reason: str) -> Dossier:
    """The next dossier, in which the warning is accepted for what matches now."""
    record = AcceptedWarning(warning=matched.warning, reason=reason, evidence=evidence_text(matched.evidence))
    return record_added(without(dossier, (*ACCEPTED, matched.warning)), ACCEPTED, record)


def take_back(dossier: Dossier, warning: str) -> Dossier:
    """The next dossier, without the acceptance."""
    return without(dossier, (*ACCEPTED, warning))


class WarningCard(Notice):
    """One warning. A reason is required to accept it; the acceptance lapses when the facts change."""

    def __init__(self, context: Context, warning: str) -> None:
        knowledge = context.editor.knowledge
        text = knowledge.warning[warning]
        super().__init__(context.look, text.title, kind="warn")
        self._context, self.warning = context, warning
        self._matched: MatchedWarning | None = None
        look = context.look
        cases = [knowledge.case[case] for case in text.cases]
        said = (f"Wat gebeurde er in {listed([case.name for case in cases])}?", sentence(text.what_happened))
        self.body.addWidget(Label(look, said[0], TypeRole.CAPTION_BOLD))
        self.body.addWidget(Label(look, said[1]))
        self.because = Label(look)
        self.body.addWidget(self.because)
        self.body.addWidget(Label(look, f"Wat u kunt doen: {sentence(text.do)}"))
        gathered = max(case.facts_from for case in cases)
        years = "; ".join(f"{case.name}: {case.years}" for case in cases)
        # The first source of a case is where its facts were read; Naslag has them all.
        origin = dict.fromkeys(note.text for case in cases for note in notes_of(knowledge, (case,))[:1])
        source = f"{years}. Feiten verzameld op {day(gathered)}. Bron: {', '.join(origin)}."
        self.body.addWidget(Label(look, source, TypeRole.CAPTION, "ink2"))
        self.links = FlowLayout(look.space(4))
        for case in cases:
            link = Button(look, f"Meer over {case.name}", ButtonKind.QUIET, icon="case")
            # A long name may be cut here; the whole name stands above.
            link.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            link.clicked.connect(lambda *_, case=case.id: context.navigator.open_help(f"case:{case}"))
            self.links.addWidget(link)
        self.body.addLayout(self.links)
        self._add_acceptance(text.title)

    def _add_acceptance(self, title: str) -> None:
        look = self._context.look
        self.state = Label(look, "", TypeRole.BODY_BOLD)
        self.ask = Label(look, "Reden om deze waarschuwing te aanvaarden (verplicht)", TypeRole.CAPTION_BOLD)
        self.reason = Area(look, lines=1)
        self.reason.setAccessibleName(f"Reden om te aanvaarden: {title}")
        self.message = Label(look, "Schrijf eerst op waarom u de waarschuwing aanvaardt.", colour="danger")
        self.accept = Button(look, "Aanvaarden", icon="check")
        self.accept.clicked.connect(self._accept)
        self.take_back = Button(look, "Niet meer aanvaarden", icon="undo")
        self.take_back.clicked.connect(self._take_back)
        for widget in (self.state, self.ask, self.reason, self.message, self.accept, self.take_back):
            self.body.addWidget(widget, 0, Qt.AlignmentFlag(0))
        self.message.hide()

    def show_matched(self, matched: MatchedWarning) -> None:
        """Show why it fits, and whether it was accepted."""
        self._matched = matched
        editor = self._context.editor
        text = editor.knowledge.warning[self.warning]
        because = text.because({key: shortened(value, 300) for key, value in matched.evidence.items()})
        self.because.setText(f"Past hier, want: {sentence(because)}" if because else "")
        self.because.setVisible(bool(because))
        accepted = acceptance_of(editor.dossier, matched)
        lapsed = lapsed_acceptance(editor.dossier, matched)
        if accepted is not None:
            self.state.setText(f"Aanvaard. Reden: {sentence(accepted.reason)}")
        elif lapsed is not None:
            self.state.setText("De feiten zijn veranderd. Aanvaard de waarschuwing opnieuw, of pas uw antwoorden aan.")
            if not self.reason.toPlainText() and not self.reason.hasFocus():
                self.reason.show_value(lapsed.reason)
        self.state.setVisible(accepted is not None or lapsed is not None)
        for widget in (self.ask, self.reason, self.accept):
            widget.setVisible(accepted is None)
        self.take_back.setVisible(accepted is not None)
        if accepted is not None:
            self.message.hide()

    def take_focus(self) -> None:
        """Put the focus on the reason, or on taking back."""
        (self.take_back if self.reason.isHidden() else self.reason).setFocus(Qt.FocusReason.OtherFocusReason)

    def _accept(self) -> None:
        reason, matched = self.reason.toPlainText().strip(), self._matched
        self.message.setVisible(not reason)
        self.reason.mark(invalid=not reason)
        if not reason or matched is None:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._context.editor.apply(lambda dossier: accept(dossier, matched, reason), "Waarschuwing aanvaard.")

    def _take_back(self) -> None:
        warning = self.warning
        self._context.editor.apply(lambda d: take_back(d, warning), "Waarschuwing niet meer aanvaard.")
