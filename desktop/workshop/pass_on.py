"""The laptop goes round: who are you, your answer, thank you. Nothing that somebody gave stays on the screen.

It covers the window, because whoever has the laptop should see nothing else of the dossier or of the werksessie.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.window.page_view import scrolling
from desktop.window.toast import announce
from desktop.workshop.pass_on_scale import BigDots, BigScale
from desktop.workshop.people_list import name_of
from desktop.workshop.stand import Stand
from desktop.workshop.view_page import flowing
from models.dutch import listed
from models.wording.words import shortened
from models.wording.workshop_words import prompt_of, scale_words, title_of
from models.workshop.changes import VoteError
from models.workshop.meeting import Polling
from models.workshop.records import Subject, SubjectKind, Vote
from wizards.look.focus import FocusRing
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import FlowLayout, column
from wizards.widgets.buttons import Button, ButtonKind, focus_first
from wizards.widgets.text import Heading, Label

__all__ = ["PassOn"]

_LARGER, _LARGEST = 1.6, 2.2
_NAME_LENGTH = 40
_FIRST = "Kies eerst een antwoord, of kies Geen antwoord."
_FIRST_DOTS = "Geef eerst een stip, of kies Geen antwoord."
_FULL = "Uw antwoord kan er niet bij: er zijn al evenveel antwoorden als mensen. Zeg dit tegen de begeleider."
_AGAIN = "U heeft al geantwoord. Een nieuw antwoord vervangt het vorige."
_TRUST = "Niemand ziet wat u kiest. U kunt uw antwoord veranderen tot de ronde sluit."


class _Name(Button):
    """A participant to choose; who is done has a sign and the word."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name)
        self._name, self.done = name, False

    def mark(self, *, done: bool) -> None:
        """Say whether this one is done."""
        if done != self.done:
            self.done = done
            self._icon = "check" if done else None
            self.setText(f"{self._name}, klaar" if done else self._name)


class PassOn(QWidget):
    """``left``: the facilitator has the laptop again, or the round is over; take this away then.

    It draws its own ring of focus: it is shown as a window of its own.
    """

    left = Signal()

    def __init__(self, stand: Stand) -> None:
        super().__init__()
        self._stand = stand
        self._person = ""
        self._round = _round_of(stand.desk.polling)
        self.look = Look(stand.look.appearance, _zoom(stand.look), motion=stand.look.motion, parent=self)
        self.setAccessibleName("Geef de laptop door")
        self.setAutoFillBackground(True)
        self.pages = QStackedWidget()
        layout = column()
        layout.addWidget(self.pages)
        self.setLayout(layout)
        self._names: dict[str, _Name] = {}
        self.who, self._who_body = self._page()
        self.question, self._question_body = self._page()
        self.thanks, self._thanks_body = self._page()
        self.leaving, self._leaving_body = self._page()
        self.scale: BigScale | BigDots | None = None
        self._asked: QWidget | None = None
        self._lay_who()
        self._lay_thanks()
        self._lay_leaving()
        self._dress()
        self.ring = FocusRing(self.look, self)
        stand.look.changed.connect(self._dress)
        stand.desk.changed.connect(self._refresh)
        self._refresh()

    def _page(self) -> tuple[QWidget, QVBoxLayout]:
        look = self.look
        body = column(look.space(16), (look.space(48), look.space(32), look.space(48), look.space(32)))
        area = scrolling(body)
        self.pages.addWidget(area)
        return area, body

    def _dress(self) -> None:
        self.look.wear(self._stand.look.appearance, _zoom(self._stand.look))

    # --- who are you

    def _lay_who(self) -> None:
        look = self.look
        self._who_body.addWidget(Heading(look, "Geef de laptop door. Wie bent u?", 1))
        self._who_body.addWidget(Label(look, _TRUST, colour="ink2"))
        self.full = Label(look, _FULL, TypeRole.BODY_BOLD, "danger")
        self.full.hide()
        self._who_body.addWidget(self.full)
        self._flow = FlowLayout(look.space(12))
        self._who_body.addLayout(self._flow)
        workshop, polling = self._stand.desk.workshop, self._stand.desk.polling
        voters = polling.voters if polling is not None else ()
        for person in workshop.participants if workshop is not None else ():
            if person.present and person.id in voters:
                button = _Name(look, shortened(name_of(person), _NAME_LENGTH))
                button.clicked.connect(lambda *_, key=person.id: self.ask(key))
                self._names[person.id] = button
                self._flow.addWidget(button)
        self._who_body.addStretch(1)
        self.back = Button(look, "Terug naar de begeleider", ButtonKind.QUIET, icon="arrow-left")
        self.back.clicked.connect(lambda *_: self._ask_leaving())
        self._who_body.addLayout(flowing(look, self.back))

    def _refresh(self) -> None:
        polling = self._stand.desk.polling
        if _round_of(polling) != self._round or polling is None:
            self._forget()
            self.left.emit()
            return
        for key, button in self._names.items():
            button.mark(done=key in polling.done)

    # --- your answer

    def ask(self, person: str) -> None:
        """Ask ``person``, with an empty scale: what was given in this round is not shown, not even to them."""
        polling = self._stand.desk.polling
        if polling is None:
            return
        self._forget()
        self._person = person
        look, subject = self.look, polling.subject
        self._asked, body = QWidget(), column(look.space(16))
        self._asked.setLayout(body)
        self._question_body.addWidget(self._asked)
        name = self._names[person].words.removesuffix(", klaar") if person in self._names else ""
        body.addWidget(Label(look, f"{name} · ronde {polling.number}", TypeRole.BODY, "ink2"))
        title = title_of(self._stand.editor.dossier, subject)
        body.addWidget(Heading(look, title, 1))
        body.addWidget(Label(look, prompt_of(self._stand.knowledge, subject), colour="ink2"))
        earlier = _earlier_words(self._stand.desk.own_earlier(person), subject)
        if earlier:
            body.addWidget(Label(look, earlier, TypeRole.BODY_BOLD))
        if person in polling.done:
            body.addWidget(Label(look, _AGAIN, TypeRole.BODY_BOLD))
        self.scale = self._scale_for(subject, title)
        self.scale.entered.connect(self.done)
        body.addWidget(self.scale)
        self.message = Label(look, colour="danger")
        self.message.hide()
        body.addWidget(self.message)
        body.addSpacing(look.space(16))
        self._add_buttons(body)
        body.addStretch(1)
        self.pages.setCurrentWidget(self.question)
        self.scale.take_focus()

    def _scale_for(self, subject: Subject, title: str) -> BigScale | BigDots:
        if subject.kind is SubjectKind.DOTS:
            return BigDots(self.look, subject)
        return BigScale(self.look, title, subject.scale, scale_words(self._stand.knowledge, subject))

    def _add_buttons(self, body: QVBoxLayout) -> None:
        look = self.look
        self.other = Button(look, "Dat ben ik niet", ButtonKind.QUIET, icon="arrow-left")
        self.none = Button(look, "Geen antwoord")
        self.ready = Button(look, "Klaar", ButtonKind.ARM)
        self.other.clicked.connect(lambda *_: self.show_who())
        self.none.clicked.connect(lambda *_: self._give(Vote()))
        self.ready.clicked.connect(lambda *_: self.done())
        body.addLayout(flowing(look, self.ready, self.none, self.other, spacing=16))

    def done(self) -> None:
        """Give what was chosen."""
        if isinstance(self.scale, BigDots):
            given = self.scale.given
            self._give(Vote(dots=given) if given else None)
        elif self.scale is not None:
            value = self.scale.value
            self._give(Vote(value=value) if value is not None else None)

    def _give(self, vote: Vote | None) -> None:
        if vote is None:
            words = _FIRST_DOTS if isinstance(self.scale, BigDots) else _FIRST
            self.message.setText(words)
            self.message.show()
            announce(self, words)
            return
        person = self._person
        # Away with it before anybody hears of it: the thanks stand alone on the screen.
        self._forget()
        self._show_thanks(person)
        try:
            self._stand.desk.vote(person, vote)
        except VoteError:
            # More hands were counted than people are left for.
            self.show_who()
            self.full.show()
            announce(self, _FULL)

    def _forget(self) -> None:
        """Let nothing of an answer be on this screen any more."""
        self._person = ""
        self.scale = None
        asked, self._asked = self._asked, None
        if asked is not None:
            asked.hide()
            self._question_body.removeWidget(asked)
            asked.setParent(None)
            asked.deleteLater()

    # --- thank you

    def _lay_thanks(self) -> None:
        look = self.look
        self._thanks_body.addStretch(1)
        self.thanked = Heading(look, "Bedankt. Geef de laptop door.", 1)
        self._thanks_body.addWidget(self.thanked)
        self.next = Button(look, "Volgende deelnemer", ButtonKind.ARM)
        self.next.clicked.connect(lambda *_: self._go_on())
        self._thanks_body.addLayout(flowing(look, self.next))
        self._thanks_body.addStretch(2)

    def _show_thanks(self, person: str) -> None:
        polling = self._stand.desk.polling
        done = (polling.done if polling is not None else frozenset()) | {person}
        everybody = set(self._names) <= done
        words = "Bedankt. Iedereen is klaar." if everybody else "Bedankt. Geef de laptop door."
        self.thanked.setText(words)
        self.next.setText("Terug naar de begeleider" if everybody else "Volgende deelnemer")
        self.pages.setCurrentWidget(self.thanks)
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words)

    def _go_on(self) -> None:
        if self.next.words.startswith("Terug"):
            self.left.emit()
        else:
            self.show_who()

    def show_who(self) -> None:
        """Ask the next one who they are."""
        self._forget()
        self.full.hide()
        self.pages.setCurrentWidget(self.who)
        first = next((button for button in self._names.values() if not button.done), self.back)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- back to the facilitator

    def _lay_leaving(self) -> None:
        look, body = self.look, self._leaving_body
        body.addStretch(1)
        body.addWidget(Heading(look, "Heeft de begeleider de laptop?", 1))
        body.addWidget(Label(look, "Daarna is te zien wie klaar is, niet wat iemand gaf.", colour="ink2"))
        self.stay = Button(look, "Verder met doorgeven")
        self.leave = Button(look, "Stoppen met doorgeven", ButtonKind.SOLID)
        self.stay.clicked.connect(lambda *_: self.show_who())
        self.leave.clicked.connect(lambda *_: self.left.emit())
        body.addLayout(flowing(look, self.stay, self.leave, spacing=16))
        body.addStretch(2)

    def _ask_leaving(self) -> None:
        self._forget()
        self.pages.setCurrentWidget(self.leaving)
        focus_first(self.leaving)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape asks for the facilitator; a letter goes to the next name that begins with it."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self._ask_leaving()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, Button):
            focused.click()
        elif event.text().isalpha() and self.pages.currentWidget() is self.who:
            self._find(event.text().casefold())
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Who closes the window of the laptop that goes round is asked first whether they are the facilitator."""
        if event.spontaneous() and self.pages.currentWidget() is not self.leaving:
            event.ignore()
            self._ask_leaving()
            return
        super().closeEvent(event)
        if event.spontaneous():
            self.left.emit()

    def _find(self, letter: str) -> None:
        buttons = list(self._names.values())
        at = next((place for place, button in enumerate(buttons) if button.hasFocus()), -1)
        after = (*buttons[at + 1 :], *buttons[: at + 1])
        found = next((button for button in after if button.words.casefold().startswith(letter)), None)
        if found is not None:
            found.setFocus(Qt.FocusReason.TabFocusReason)


def _zoom(look: Look) -> float:
    return min(_LARGEST, look.zoom * _LARGER)


def _round_of(polling: Polling | None) -> tuple[str, int] | None:
    return (polling.subject.key, polling.number) if polling is not None else None


def _earlier_words(vote: Vote | None, subject: Subject) -> str:
    """What somebody gave in the round before, for their eyes only."""
    if vote is None:
        return ""
    if vote.abstained:
        return "Vorige ronde gaf u geen antwoord."
    if vote.value is not None:
        return f"Vorige ronde gaf u {vote.value}."
    given = [f"{option.text} {vote.dots[option.id]}" for option in subject.options if vote.dots.get(option.id)]
    return f"Vorige ronde gaf u: {listed(given)}."
