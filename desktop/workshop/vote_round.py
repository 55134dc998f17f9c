"""The open round: its question, the three ways to answer, and how it ends."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.workshop.codes_form import CodesForm
from desktop.workshop.hands_form import HandsForm
from desktop.workshop.people_sides import in_row
from desktop.workshop.stand import Stand
from desktop.workshop.view_page import beamer_button, flowing
from desktop.workshop.vote_pages import place_in, show_dropped, show_outcome, show_question
from models.wording.workshop_words import agreed_when, prompt_of, scale_words, title_of
from models.workshop.meeting import Polling
from models.workshop.records import SubjectKind
from models.workshop.subjects import Scale
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, column
from wizards.widgets.buttons import Button, ButtonKind, Switch
from wizards.widgets.text import Heading, Label

__all__ = ["RoundCard"]

_WAYS = (("pass", "Laptop doorgeven"), ("codes", "Codes van papier"), ("hands", "Handen tellen"))
_ROUND_WHY = "Iedereen antwoordt om de beurt op deze laptop. Het scherm laat geen eerder antwoord zien."
_DROP = "Alle antwoorden van deze ronde zijn dan weg. U kunt dezelfde ronde later opnieuw openen."


class RoundCard(QWidget):
    """The round; :attr:`end`, with which it is closed, stands elsewhere.

    ``closed``: with the key of the subject; ``dropped``: it is gone; ``pass_wanted``: the laptop should go round.
    """

    closed = Signal(str)
    dropped = Signal()
    pass_wanted = Signal()

    def __init__(self, stand: Stand) -> None:
        super().__init__()
        self._stand = stand
        self._shown: tuple[str, int] | None = None
        self._asking = ""
        look = stand.look
        layout = column(look.space(14))
        self.setLayout(layout)
        head = Card(look, padding=16, spacing=6)
        self.caption = Label(look, role=TypeRole.CAPTION, colour="ink2")
        self.title = Heading(look, "", 2)
        self.help, self.scale = Label(look, colour="ink2"), Label(look)
        self.rule = Label(look, role=TypeRole.CAPTION, colour="ink2")
        for label in (self.caption, self.title, self.help, self.scale, self.rule):
            head.body.addWidget(label)
        self.to_room = beamer_button(look, "Toon de vraag in de zaal", lambda: show_question(stand))
        head.body.addLayout(in_row(look, self.to_room))
        layout.addWidget(head)
        layout.addWidget(self._lay_ways())
        self.end = self._lay_end()

    def _lay_ways(self) -> Card:
        look = self._stand.look
        card = self.ways = Card(look, padding=16, spacing=10)
        card.body.addWidget(Heading(look, "Zo antwoorden de deelnemers", 3))
        self.way = Switch(look, "Zo antwoorden de deelnemers", _WAYS)
        card.body.addLayout(flowing(look, self.way))
        self.pass_page = QWidget()
        inside = column(look.space(10))
        self.pass_page.setLayout(inside)
        inside.addWidget(Label(look, _ROUND_WHY, colour="ink2"))
        self.pass_button = Button(look, "Geef de laptop door", ButtonKind.SOLID, icon="arrow-right")
        self.pass_button.clicked.connect(lambda *_: self.pass_wanted.emit())
        inside.addLayout(in_row(look, self.pass_button))
        self.codes, self.hands = CodesForm(self._stand), HandsForm(self._stand)
        self._pages = {"pass": self.pass_page, "codes": self.codes, "hands": self.hands}
        for page in self._pages.values():
            card.body.addWidget(page)
        self.way.chosen.connect(self._show_way)
        self._show_way("pass")
        return card

    def _show_way(self, key: str) -> None:
        for name, page in self._pages.items():
            page.setVisible(name == key)
        if key == "codes" and self.isVisible():
            self.codes.take_focus()

    def _lay_end(self) -> Card:
        look = self._stand.look
        card = Card(look, padding=14, spacing=10)
        self.close_button = Button(look, "Sluit en toon", ButtonKind.ARM)
        self.drop_button = Button(look, "Ronde laten vervallen", ButtonKind.QUIET, icon="close")
        self.close_button.clicked.connect(lambda *_: self.close_round())
        self.drop_button.clicked.connect(lambda *_: self._ask("drop"))
        card.body.addLayout(flowing(look, self.close_button, self.drop_button))
        self.question = Card(look, fill="warn_bg", border=None, padding=12, spacing=8)
        self.asked = Label(look, role=TypeRole.BODY_BOLD)
        self.question.body.addWidget(self.asked)
        self.stay, self.sure = Button(look, "Nog even wachten"), Button(look, "", ButtonKind.SOLID)
        self.stay.clicked.connect(lambda *_: self._ask(""))
        self.sure.clicked.connect(lambda *_: self._finish() if self._asking == "close" else self._drop())
        self.question.body.addLayout(flowing(look, self.stay, self.sure))
        self.question.hide()
        card.body.addWidget(self.question)
        return card

    # --- what there is

    def show_round(self, polling: Polling) -> None:
        """Show the open round; what is being typed stays, a question about another round goes."""
        now = polling.subject.key, polling.number
        if now != self._shown:
            self._shown = now
            self._show_question(polling)
        self.codes.show_round(polling)
        self.hands.show_round(polling)
        if self._asking == "close":
            self.asked.setText(_not_done(polling))

    def _show_question(self, polling: Polling) -> None:
        stand, subject = self._stand, polling.subject
        self._ask("", focus=False)
        place = place_in(stand, subject)
        self.caption.setText(" · ".join(text for text in (f"Ronde {polling.number} is open", place) if text))
        self.title.setText(title_of(stand.editor.dossier, subject))
        self.help.setText(prompt_of(stand.knowledge, subject))
        self.scale.setText(_scale_line(scale_words(stand.knowledge, subject), subject.scale))
        self.scale.setVisible(subject.kind is not SubjectKind.DOTS)
        self.rule.setText(agreed_when(polling.rule, subject))
        self.rule.setVisible(subject.kind is not SubjectKind.DOTS)
        self.codes.forget()
        self.hands.forget()

    # --- how it ends

    def close_round(self) -> None:
        """Close it, or ask once where somebody is not done."""
        polling = self._stand.desk.polling
        if polling is None:
            return
        if polling.answered < polling.expected:
            self._ask("close")
        else:
            self._finish()

    def _ask(self, what: str, *, focus: bool = True) -> None:
        polling = self._stand.desk.polling
        self._asking = what
        self.question.setVisible(bool(what))
        if what == "close" and polling is not None:
            self.asked.setText(_not_done(polling))
            self.stay.setText("Nog even wachten")
            self.sure.setText("Toch sluiten en tonen")
        elif what:
            self.asked.setText(_DROP)
            self.stay.setText("Ronde houden")
            self.sure.setText("Laten vervallen")
        if focus:
            (self.stay if what else self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish(self) -> None:
        polling = self._stand.desk.polling
        if polling is None:
            return
        self.forget()
        revealed = self._stand.desk.close_round()
        show_outcome(self._stand, revealed.subject.key, polling.expected)
        self.closed.emit(revealed.subject.key)

    def _drop(self) -> None:
        polling = self._stand.desk.polling
        if polling is None:
            return
        self.forget()
        self._stand.desk.drop_round()
        show_dropped(self._stand, polling.subject)
        self._stand.navigator.say("De ronde is vervallen.")
        self.dropped.emit()

    def forget(self) -> None:
        """Let go of what was typed: the round is over."""
        self._ask("", focus=False)
        self._shown = None
        self.codes.forget()
        self.hands.forget()


def _not_done(polling: Polling) -> str:
    left = polling.expected - polling.answered
    who = "1 deelnemer is" if left == 1 else f"{left} deelnemers zijn"
    return f"{who} nog niet klaar."


def _scale_line(words: Scale, scale: tuple[int, int]) -> str:
    low, high = scale
    told = ((low, words.low), ((low + high) // 2, words.middle), (high, words.high))
    return "\n".join(f"{number}: {text}" for number, text in told if text)
