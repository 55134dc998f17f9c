"""Raised hands: a number per answer, of one partner or of all together. Only how many hands there were stays."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.window.toast import announce
from desktop.workshop.people_sides import in_row, labelled
from desktop.workshop.person_card import partner_options
from desktop.workshop.stand import Stand
from desktop.workshop.vote_fields import CountFields
from models.workshop.changes import VoteError
from models.workshop.meeting import Polling
from models.workshop.records import SubjectKind
from wizards.widgets.boxes import column
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.inputs import Combo
from wizards.widgets.text import Label

__all__ = ["HandsForm"]

_NONE = "none"
_ALIKE = "Antwoordt een deel anders? Doe dat dan met ten minste vijf mensen, anders blijft de uitslag dicht."
_WHY = "Na het vastleggen ziet ook u de aantallen niet meer. Opnieuw tellen vervangt de vorige telling."
_DOTS = "Stippen geven kan niet met handen. Kies een andere manier."
_NO_NUMBER = "Vul hele getallen in, bijvoorbeeld 4."
_NOTHING = "Vul bij ten minste één antwoord in hoeveel handen er waren."
_TOO_MANY = "Dat zijn meer handen dan mensen die nog niet klaar zijn. Tel nog eens."
_WIPED = "De telling is gewist. Niemand heeft nu een hand omhoog."


class HandsForm(QWidget):
    """The form for the open round."""

    def __init__(self, stand: Stand) -> None:
        super().__init__()
        self._stand = stand
        look = stand.look
        layout = column(look.space(10))
        self.setLayout(layout)
        self.why = Label(look, _WHY, colour="ink2")
        self._form = QWidget()
        inside = column(look.space(10))
        self._form.setLayout(inside)
        self.partner = Combo(look, "Iedereen samen")
        inside.addWidget(labelled(look, "Wie steekt de hand op?", self.partner))
        self.counts = CountFields(look)
        inside.addWidget(self.counts)
        self.message = Label(look)
        inside.addWidget(self.message)
        self.message.hide()
        self.button = Button(look, "Vastleggen", ButtonKind.SOLID, icon="check")
        self.wipe = Button(look, "Telling wissen", ButtonKind.QUIET, icon="minus")
        self.wipe.clicked.connect(lambda *_: self.forget_hands())
        self.wipe.hide()
        inside.addLayout(in_row(look, self.button, self.wipe))
        self.alike = Label(look, _ALIKE, colour="ink2")
        # Below what one types in: the button has to stay in sight.
        for widget in (self._form, self.why, self.alike):
            layout.addWidget(widget)
        self.button.clicked.connect(lambda *_: self.count())
        self.counts.entered.connect(self.count)
        self.partner.edited.connect(lambda _key: self._say(""))

    def show_round(self, polling: Polling) -> None:
        """Ask for the answers of this round; what is being typed stays."""
        dots = polling.subject.kind is SubjectKind.DOTS
        self.why.setText(_DOTS if dots else _WHY)
        self._form.setVisible(not dots)
        self.alike.setVisible(not dots)
        self.wipe.setVisible(bool(polling.hands))
        self.partner.offer(partner_options(self._stand))
        if not dots:
            low, high = polling.subject.scale
            numbers = ((str(value), str(value)) for value in range(low, high + 1))
            self.counts.ask((*numbers, (_NONE, "Geen antwoord")))

    def forget(self) -> None:
        """Empty the form: the round is over."""
        self.counts.forget()
        self.partner.show_value("")
        self._say("")

    def count(self) -> None:
        """Take the hands that were counted."""
        found = self.counts.read()
        if not found:
            self._say(_NO_NUMBER if found is None else _NOTHING, wrong=True)
            self.counts.take_focus()
            return
        partner = str(self.partner.currentData() or "") or None
        who = self.partner.currentText() if partner else "iedereen samen"
        total = sum(found.values())
        try:
            hands = {None if key == _NONE else int(key): number for key, number in found.items()}
            self._stand.desk.count_hands(partner, hands)
        except VoteError:
            self._say(_TOO_MANY, wrong=True)
            return
        # Wiped at once: nobody should read it from the screen, the facilitator least of all.
        self.counts.forget()
        self._say(f"{total} {'hand' if total == 1 else 'handen'} vastgelegd voor {who}.")
        self.partner.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget_hands(self) -> None:
        """Take back every hand that was counted: people will answer in another way."""
        for partner in (None, *(key for key, _ in partner_options(self._stand))):
            self._stand.desk.count_hands(partner, {})
        self._say(_WIPED)
        self.partner.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.message.setText(words)
        self.message.recolour("danger" if wrong else "ok")
        self.message.setVisible(bool(words))
        if words:
            announce(self, words)
