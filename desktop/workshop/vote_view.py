"""Voting: what can be voted on and what happened to it; while a round is open, who is done and how they answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.window.toast import announce
from desktop.workshop.pass_on import PassOn
from desktop.workshop.people_sides import ListAndDetail
from desktop.workshop.stand import Stand
from desktop.workshop.subject_list import SubjectList
from desktop.workshop.view_page import Undone, beamer_button, flowing
from desktop.workshop.vote_lists import ListForm, NewList, list_added, list_removed
from desktop.workshop.vote_pages import can_open, next_key, place_in, show_outcome, show_question, state_words
from desktop.workshop.vote_people import DoneList
from desktop.workshop.vote_round import RoundCard
from models.wording.words import first_upper
from models.wording.workshop import next_words
from models.wording.workshop_words import agreed_when, part_of, prompt_of, scale_words, title_of
from models.workshop.meeting import Polling
from models.workshop.records import Subject, SubjectKind
from models.workshop.revealed import Revealed
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, column
from wizards.widgets.buttons import Button, ButtonKind, focus_first, quiet_button
from wizards.widgets.signs import Notice
from wizards.widgets.text import Heading, Label

__all__ = ["VoteView"]

_NOBODY = "Zet bij Deelnemers eerst wie er is. Daarna kunt u een ronde openen."
_FEW_OPTIONS = "Vul de naam van de lijst in en ten minste twee regels om uit te kiezen."
_LATER = "Wie na het openen binnenkwam, doet de volgende ronde mee."
_CHOOSE = "Kies links waarover de deelnemers stemmen."
_MOST_SAID = "Er waren drie rondes. Meer rondes veranderen weinig."
_EVERYBODY = "Iedereen is klaar. Sluit de ronde."
_RULE_OPEN = "Dit staat vast zodra u de eerste ronde opent."


class VoteView(QWidget):
    """The rounds.

    ``page_wanted``: a widget that should cover the whole window, until its signal ``left``; ``outcome_wanted``: look
    at the outcome of the subject with this key; ``people_wanted``: there is nobody to vote yet; ``rule_wanted``: the
    rule for agreement should be another one.
    """

    page_wanted = Signal(QWidget)
    outcome_wanted = Signal(str)
    people_wanted = Signal()
    rule_wanted = Signal()

    def __init__(self, stand: Stand) -> None:
        super().__init__()
        self._stand, self._stale = stand, True
        look = stand.look
        self.setAccessibleName("Stemmen")
        self.sides = ListAndDetail(look)
        layout = column()
        layout.addWidget(self.sides)
        self.setLayout(layout)
        self._lay_subjects()
        self._lay_open()
        self._lay_chosen()
        self.sides.right.addWidget(self.round)
        self.sides.right.addStretch(1)
        stand.desk.changed.connect(self._refresh_soon)
        stand.editor.changed.connect(self._refresh_soon)
        self.refresh()

    # --- laying out

    def _lay_subjects(self) -> None:
        look = self._stand.look
        self._choosing = QWidget()
        inside = column(look.space(10))
        self._choosing.setLayout(inside)
        inside.addWidget(Heading(look, "Stemmen", 2))
        self.subjects = SubjectList(self._stand)
        self.new_list = NewList(self._stand)
        self.undone = Undone(look)
        for widget in (self.undone, self.new_list):
            inside.addWidget(widget)
        inside.addWidget(self.subjects, 1)
        self.sides.left.addWidget(self._choosing, 1)
        self.subjects.chosen.connect(lambda _key: self._show_chosen())
        self.subjects.picked.connect(self.sides.show_detail)
        self.new_list.made.connect(self._show_made)

    def _lay_open(self) -> None:
        look = self._stand.look
        self._waiting = QWidget()
        inside = column(look.space(10))
        self._waiting.setLayout(inside)
        inside.addWidget(Heading(look, "Stemmen", 2))
        self.count = Label(look, role=TypeRole.LEAD_BOLD)
        self.everybody = Label(look, _EVERYBODY, TypeRole.BODY_BOLD, "ok")
        self.everybody.hide()
        self.hands = Label(look, colour="ink2")
        self.later = Label(look, _LATER, colour="ink2")
        self.done = DoneList(self._stand)
        self.round = RoundCard(self._stand)
        # Above the list: with large text the list reaches below the window.
        for widget in (self.count, self.everybody, self.hands, self.round.end, self.later):
            inside.addWidget(widget)
        inside.addWidget(self.done, 1)
        self.sides.left.addWidget(self._waiting, 1)
        self.round.closed.connect(self._closed)
        self.round.dropped.connect(self.take_focus)
        self.round.pass_wanted.connect(self.pass_on)

    def _lay_chosen(self) -> None:
        look, stand = self._stand.look, self._stand
        self.nobody = Notice(look, "Er zijn nog geen deelnemers", _NOBODY)
        self.nobody.body.addLayout(flowing(look, quiet_button(look, "Naar Deelnemers", self.people_wanted.emit)))
        self.choose = Label(look, _CHOOSE, TypeRole.LEAD, "ink2")
        self.card = Card(look, spacing=10)
        self.caption = Label(look, role=TypeRole.CAPTION, colour="ink2")
        self.title = Heading(look, "", 2)
        self.help, self.scale = Label(look, colour="ink2"), Label(look)
        self.state = Label(look, role=TypeRole.BODY_BOLD)
        self.advice, self.wrong = Label(look, colour="ink2"), Label(look, colour="danger")
        for label in (self.caption, self.title, self.help, self.scale, self.state, self.advice, self.wrong):
            self.card.body.addWidget(label)
        self.rule = self._lay_rule()
        self.card.body.addWidget(self.rule)
        self.open_button = Button(look, "", ButtonKind.ARM)
        self.look_button = Button(look, "Bekijk de uitslag", icon="list")
        self.show_button = beamer_button(look, "Toon de uitslag in de zaal", self._show_outcome)
        self.card.body.addLayout(flowing(look, self.open_button, self.look_button, self.show_button))
        self.list_card = Card(look)
        self.list_form = ListForm(stand)
        self.list_card.body.addWidget(self.list_form)
        for widget in (self.nobody, self.choose, self.card, self.list_card):
            self.sides.right.addWidget(widget)
        self.open_button.clicked.connect(lambda *_: self.open_round())
        self.look_button.clicked.connect(lambda *_: self.outcome_wanted.emit(self._key))
        self.list_form.unwanted.connect(self._remove_list)

    def _lay_rule(self) -> QWidget:
        look = self._stand.look
        rule, inside = QWidget(), column(look.space(4))
        rule.setLayout(inside)
        self.rule_words = Label(look)
        change = quiet_button(look, "Wanneer bent u het eens?", self.rule_wanted.emit)
        inside.addWidget(self.rule_words)
        inside.addLayout(flowing(look, change))
        return rule

    # --- what there is

    def _refresh_soon(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        """Show the rounds as they are now."""
        self._stale = False
        polling = self._stand.desk.polling
        for widget in (self._choosing, self.card, self.list_card, self.nobody, self.choose):
            if polling is not None:
                widget.hide()
        self._choosing.setVisible(polling is None)
        self._waiting.setVisible(polling is not None)
        self.round.setVisible(polling is not None)
        if polling is not None:
            self._show_open(polling)
        else:
            self.round.forget()
            self.subjects.refresh()
            if self.subjects.subject is None:
                self.subjects.choose(next_key(self._stand, ""))
            self._show_chosen()

    def take_focus(self) -> None:
        """Begin where one goes on: how people answer, or the next round."""
        if self._stand.desk.polling is not None:
            focus_first(self.round.ways)
        elif self.card.isVisibleTo(self):
            (self.open_button if not self.open_button.isHidden() else self.look_button).setFocus(
                Qt.FocusReason.OtherFocusReason
            )
            self.sides.show_detail()
        else:
            focus_first(self)

    def show_subject(self, key: str) -> None:
        """Show a subject by its key."""
        self.refresh()
        self.subjects.choose(key)
        self._show_chosen()

    def _show_open(self, polling: Polling) -> None:
        workshop = self._stand.desk.workshop
        self.count.setText(f"{polling.answered} van {polling.expected} klaar")
        everybody = polling.answered >= polling.expected > 0
        if everybody and self.everybody.isHidden():
            announce(self, _EVERYBODY)
        self.everybody.setVisible(everybody)
        self.hands.setText(f"Daarvan {polling.hands} met de hand omhoog.")
        self.hands.setVisible(bool(polling.hands))
        here = {one.id for one in workshop.participants if one.present} if workshop is not None else set()
        self.later.setVisible(not here <= set(polling.voters))
        self.done.show_round(polling)
        self.round.show_round(polling)

    @property
    def _key(self) -> str:
        subject = self.subjects.subject
        return "" if subject is None else subject.key

    @property
    def _rounds(self) -> tuple[Revealed, ...]:
        session = self._stand.desk.session
        return () if session is None else session.on(self._key)

    def _show_chosen(self) -> None:
        subject, workshop = self.subjects.subject, self._stand.desk.workshop
        nobody = workshop is None or not any(one.present for one in workshop.participants)
        self.nobody.setVisible(nobody)
        self.choose.setVisible(subject is None and not nobody)
        self.card.setVisible(subject is not None)
        dots = subject is not None and subject.kind is SubjectKind.DOTS
        self.list_card.setVisible(dots)
        self.new_list.setVisible(workshop is not None)
        self._complain("")
        if subject is not None:
            self._show_subject(subject, self._rounds)

    def _show_subject(self, subject: Subject, rounds: tuple[Revealed, ...]) -> None:
        stand, dots = self._stand, subject.kind is SubjectKind.DOTS
        place = place_in(stand, subject)
        part = part_of(stand.knowledge, subject)
        self.caption.setText(f"{place} · {part}" if place else part)
        self.title.setText(title_of(stand.editor.dossier, subject) or "Lijst zonder naam")
        self.help.setText(prompt_of(stand.knowledge, subject))
        words, (low, high) = scale_words(stand.knowledge, subject), subject.scale
        told = ((low, words.low), ((low + high) // 2, words.middle), (high, words.high))
        self.scale.setText("\n".join(f"{number}: {text}" for number, text in told))
        self.scale.setVisible(not dots)
        self.state.setText(f"{first_upper(state_words(rounds))}.")
        session, more = stand.desk.session, can_open(rounds)
        first = session is not None and not session.rounds and not dots
        self.rule.setVisible(first)
        if first and session is not None:
            self.rule_words.setText(f"{agreed_when(session.workshop.rule, subject)} {_RULE_OPEN}")
        advice = next_words(session.next_on(subject.key)) if rounds and session is not None and not dots else ""
        self.advice.setText(advice if more else _MOST_SAID)
        self.advice.setVisible(bool(self.advice.text()))
        self.open_button.setText(f"Open ronde {rounds[-1].number + 1 if rounds else 1}")
        self.open_button.setVisible(more)
        self.look_button.setVisible(bool(rounds))
        self.show_button.setVisible(bool(rounds))
        if dots:
            self.list_form.show_list(subject, fixed=bool(rounds))

    # --- changes

    def open_round(self) -> None:
        """Open the next round on the chosen subject, and show its question to the room."""
        subject, workshop = self.subjects.subject, self._stand.desk.workshop
        if subject is None or workshop is None or self._stand.desk.polling is not None:
            return
        if not any(one.present for one in workshop.participants):
            self._complain(_NOBODY)
            return
        few = not subject.title.strip() or len(subject.options) < 2
        if subject.kind is SubjectKind.DOTS and few:
            self._complain(_FEW_OPTIONS)
            self.list_form.take_focus()
            return
        self._stand.desk.open_round(subject)
        show_question(self._stand)
        focus_first(self.round.ways)

    def pass_on(self) -> PassOn:
        """Make the page that goes round, and ask the window to show it."""
        page = PassOn(self._stand)
        self.page_wanted.emit(page)
        return page

    def _closed(self, key: str) -> None:
        self.subjects.choose(key)
        self.refresh()
        # What had the focus is gone with the round.
        self.look_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.outcome_wanted.emit(key)

    def _show_outcome(self) -> None:
        workshop = self._stand.desk.workshop
        people = sum(one.present for one in workshop.participants) if workshop is not None else 0
        show_outcome(self._stand, self._key, people)

    def _show_made(self, key: str) -> None:
        self.undone.withdraw()
        self.refresh()
        self.subjects.choose(key)
        self._show_chosen()
        self.list_form.take_focus()

    def _remove_list(self) -> None:
        subject = self.subjects.subject
        if subject is None:
            return
        self._stand.desk.update(lambda workshop: list_removed(workshop, subject.ref))

        def back() -> None:
            self._stand.desk.update(lambda workshop: list_added(workshop, subject))
            self.show_subject(subject.key)

        self.undone.offer("De lijst is verwijderd.", back)

    def _complain(self, words: str) -> None:
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
