"""Answers on paper typed over: the code, the answer, Enter, the next. What was typed is gone at once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.window.toast import announce
from desktop.workshop.people_sides import labelled
from desktop.workshop.stand import Stand
from desktop.workshop.view_page import flowing
from desktop.workshop.vote_fields import MOST_ON_ONE, CountFields, VoteLine
from models.workshop.changes import VoteError
from models.workshop.codes import is_code, normal
from models.workshop.meeting import Polling
from models.workshop.records import SubjectKind, Vote
from wizards.widgets.boxes import FlowLayout, column
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.inputs import Line
from wizards.widgets.text import Label

__all__ = ["CodesForm"]

_WHY = "Typ de code en het antwoord van het stembriefje over. Een code vervangt het eerdere antwoord."
_MISTYPED = "Deze code klopt niet. Kijk nog eens goed naar de letters."
_UNKNOWN = "Deze code hoort niet bij deze werksessie."
_FULL = "Iedereen heeft al geantwoord. Wis de telling van de handen, of tel minder handen."
_LATE = "Deze deelnemer was er nog niet toen de ronde begon."
_NO_NUMBER = "Vul per regel een heel getal in, of laat de regel leeg."


class CodesForm(QWidget):
    """The form for the open round."""

    def __init__(self, stand: Stand) -> None:
        super().__init__()
        self._stand = stand
        self._polling: Polling | None = None
        look = stand.look
        layout = column(look.space(10))
        self.setLayout(layout)
        layout.addWidget(Label(look, _WHY, colour="ink2"))
        self.code = Line(look, characters=8)
        self.answer = VoteLine(look, characters=6)
        self.dots = CountFields(look)
        flow = FlowLayout(look.space(16), bottom=True)
        flow.addWidget(labelled(look, "Code", self.code))
        self._single = labelled(look, "Antwoord", self.answer)
        flow.addWidget(self._single)
        layout.addLayout(flow)
        layout.addWidget(self.dots)
        self.message = Label(look)
        self.message.hide()
        layout.addWidget(self.message)
        self.button = Button(look, "Vastleggen", ButtonKind.SOLID, icon="check")
        self.none = Button(look, "Geen antwoord vastleggen")
        layout.addLayout(flowing(look, self.button, self.none))
        self.code.returnPressed.connect(self._to_answer)
        self.answer.entered.connect(self.take)
        self.dots.entered.connect(self.take)
        self.button.clicked.connect(lambda *_: self.take())
        self.none.clicked.connect(lambda *_: self.take(abstained=True))
        stand.privacy.changed.connect(self._cover)
        self._cover()

    def _cover(self) -> None:
        """Where the room sees this screen, nobody may read an answer beside its code."""
        self.answer.cover(self._stand.privacy.hidden)
        self.dots.cover(self._stand.privacy.hidden)

    def show_round(self, polling: Polling) -> None:
        """Ask for the answers of this round; what is being typed stays."""
        self._polling = polling
        dots = polling.subject.kind is SubjectKind.DOTS
        self._single.setVisible(not dots)
        self.dots.setVisible(dots)
        if dots:
            self.dots.ask(tuple((option.id, option.text) for option in polling.subject.options))

    def forget(self) -> None:
        """Empty the form: the round is over."""
        self._wipe()
        self.code.setText("")
        self._say("")

    def take_focus(self) -> None:
        """Begin with the code."""
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, *, abstained: bool = False) -> None:
        """Take what was typed; the answer is wiped, whether it can be used or not."""
        polling = self._polling
        if polling is None:
            return
        person, wrong = self._person(polling)
        if not wrong and polling.answered >= polling.expected and person not in polling.done:
            wrong = _FULL
        if wrong:
            self._wipe()
            self._say(wrong, wrong=True)
            self.take_focus()
            return
        vote = Vote() if abstained else self._vote(polling)
        self._wipe()
        try:
            if vote is None:
                raise VoteError
            replaced = person in polling.done
            self._stand.desk.vote(person, vote)
        except VoteError:
            self._say(_range_words(polling), wrong=True)
            self._to_answer()
            return
        code = normal(self.code.text())
        self.code.setText("")
        self._say(f"Code {code}: antwoord vervangen." if replaced else f"Code {code}: antwoord vastgelegd.")
        self.take_focus()

    def _person(self, polling: Polling) -> tuple[str, str]:
        """Whose code it is, or what is wrong with it."""
        code = normal(self.code.text())
        if not is_code(code):
            return "", _MISTYPED
        workshop = self._stand.desk.workshop
        people = workshop.participants if workshop is not None else ()
        person = next((one.id for one in people if one.code == code), "")
        if not person:
            return "", _UNKNOWN
        return (person, "") if person in polling.voters else ("", _LATE)

    def _vote(self, polling: Polling) -> Vote | None:
        """The answer that was typed; None where it cannot be one."""
        if polling.subject.kind is SubjectKind.DOTS:
            dots = self.dots.read()
            # Compared here: a model that refuses a value would name it.
            fits = dots is not None and 0 < sum(dots.values()) <= polling.subject.dots
            return Vote(dots=dots) if dots is not None and fits and max(dots.values()) <= MOST_ON_ONE else None
        low, high = polling.subject.scale
        number = self.answer.whole() if self.answer.text().strip() else None
        return Vote(value=number) if number is not None and low <= number <= high else None

    def _to_answer(self) -> None:
        if self._polling is not None and self._polling.subject.kind is SubjectKind.DOTS:
            self.dots.take_focus()
        else:
            self.answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wipe(self) -> None:
        self.answer.forget()
        self.dots.forget()

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.message.setText(words)
        self.message.recolour("danger" if wrong else "ok")
        self.message.setVisible(bool(words))
        if words:
            announce(self, words)


def _range_words(polling: Polling) -> str:
    if polling.subject.kind is SubjectKind.DOTS:
        return f"Geef samen 1 tot en met {polling.subject.dots} stippen. {_NO_NUMBER}"
    low, high = polling.subject.scale
    return f"Vul een getal in van {low} tot en met {high}."
