"""The outcome of closed rounds: how the answers lie, whether another round makes sense, and what the group sets."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.workshop.decision_form import DecisionForm, DissentForm
from desktop.workshop.outcome_tables import dot_bars, partner_sheet, round_sheet, votes_figure
from desktop.workshop.people_sides import ListAndDetail
from desktop.workshop.stand import Stand
from desktop.workshop.subject_list import SubjectList
from desktop.workshop.view_page import beamer_button, flowing
from desktop.workshop.vote_pages import (
    all_subjects,
    can_open,
    next_key,
    outcome_page,
    place_in,
    show_outcome,
    show_partners,
    show_question,
)
from models.wording.words import shortened
from models.wording.workshop import alike_words, next_words
from models.wording.workshop_words import label_of, scale_words, title_of
from models.workshop.pages import Counted, Listed
from models.workshop.records import SubjectKind
from models.workshop.revealed import Next, Revealed
from models.workshop.session import Session
from wizards.look.tokens import TypeRole
from wizards.widgets.bars import ArmBars
from wizards.widgets.boxes import Card, column
from wizards.widgets.buttons import Button, ButtonKind, focus_first, quiet_button
from wizards.widgets.figure_view import FigureView
from wizards.widgets.read_table import ReadTable
from wizards.widgets.text import Heading, Label

__all__ = ["OutcomeView"]

_EMPTY = "Er is nog geen ronde gesloten. Open bij Stemmen een ronde; daarna ziet u hier de uitslag."
_DOTS_FEW = "Te weinig mensen gaven stippen. De verdeling blijft dicht."
_BUSY = "Er is al een ronde open. Sluit die eerst bij Stemmen."
_NAME_LENGTH = 40
_OPEN = "Op dit onderwerp is een ronde open. U ziet hier de rondes daarvoor."


class OutcomeView(QWidget):
    """The closed rounds.

    ``vote_wanted``: a round was opened, or should be; look at the voting; ``subject_wanted``: go on with the subject
    of this key.
    """

    vote_wanted = Signal()
    subject_wanted = Signal(str)

    def __init__(self, stand: Stand) -> None:
        super().__init__()
        self._stand, self._stale, self._onward = stand, True, ""
        look = stand.look
        self.setAccessibleName("Uitslag")
        self.empty = Card(look)
        self.empty.body.addWidget(Heading(look, "Nog geen uitslag", 2))
        self.empty.body.addWidget(Label(look, _EMPTY, TypeRole.LEAD, "ink2"))
        self.empty.body.addLayout(flowing(look, quiet_button(look, "Naar Stemmen", self.vote_wanted.emit)))
        self._none = QWidget()
        around = column(0, (look.space(24), look.space(16), look.space(24), look.space(16)))
        around.addWidget(self.empty)
        around.addStretch(1)
        self._none.setLayout(around)
        self.sides = ListAndDetail(look)
        self._lay_left()
        self._lay_right()
        layout = column()
        layout.addWidget(self._none)
        layout.addWidget(self.sides, 1)
        self.setLayout(layout)
        stand.desk.changed.connect(self._refresh_soon)
        stand.editor.changed.connect(self._refresh_soon)
        self.refresh()

    # --- laying out

    def _lay_left(self) -> None:
        look, left = self._stand.look, self.sides.left
        left.addWidget(Heading(look, "Uitslag", 2))
        self.subjects = SubjectList(self._stand, closed=True)
        left.addWidget(self.subjects, 1)
        self.alike = Label(look, role=TypeRole.BODY, colour="ink2")
        left.addWidget(self.alike)
        self.subjects.chosen.connect(lambda _key: self._show_chosen())
        self.subjects.picked.connect(self.sides.show_detail)

    def _lay_right(self) -> None:
        look, right = self._stand.look, self.sides.right
        self.card = Card(look, fill="wash", border=None, spacing=8)
        self.caption = Label(look, role=TypeRole.CAPTION, colour="ink2")
        self.title = Heading(look, "", 2)
        self.verdict = Label(look, role=TypeRole.LEAD_BOLD, colour="action")
        self.answers, self.reason = Label(look, colour="ink2"), Label(look)
        self.advice, self.wrong = Label(look), Label(look, colour="danger")
        for label in (self.caption, self.title, self.verdict, self.answers, self.reason, self.advice, self.wrong):
            self.card.body.addWidget(label)
        self.next = Button(look, "", ButtonKind.SOLID, icon="arrow-right")
        self.onward = Button(look, "", ButtonKind.ARM)
        self.room = beamer_button(look, "Toon in de zaal", self._show_outcome)
        self.partners_room = beamer_button(look, "Toon per partner", lambda: show_partners(self._stand, self._key))
        self.card.body.addLayout(flowing(look, self.next, self.onward, self.room, self.partners_room))
        self.next.clicked.connect(lambda *_: self.open_round())
        self.onward.clicked.connect(lambda *_: self.subject_wanted.emit(self._onward))
        self.decision, self.dissent = DecisionForm(self._stand), DissentForm(self._stand)
        # First what people do now, then what it rests on.
        for card in (self.card, self.decision, self.dissent, self._lay_rounds(), self._lay_partners()):
            right.addWidget(card)
        right.addStretch(1)

    def _lay_rounds(self) -> Card:
        look = self._stand.look
        card = Card(look, spacing=12)
        card.body.addWidget(Heading(look, "De rondes", 3))
        self.rounds = ReadTable(look, "De rondes")
        self.figure = FigureView(look)
        self.bars = ArmBars(look, "Stippen per onderwerp op de lijst")
        self.ends = Label(look, colour="ink2")
        for widget in (self.figure, self.ends, self.bars, self.rounds):
            card.body.addWidget(widget)
        return card

    def _lay_partners(self) -> Card:
        look = self._stand.look
        self.partners_card = Card(look, spacing=12)
        self.partners_card.body.addWidget(Heading(look, "Per partner", 3))
        why = (
            "Het midden staat er vanaf drie antwoorden, de middelste helft vanaf vijf. "
            "Soms blijft meer dicht, omdat anders een kleine groep te zien is."
        )
        self.partners_card.body.addWidget(Label(look, why, colour="ink2"))
        self.partners = ReadTable(look, "Antwoorden per partner")
        self.partners_card.body.addWidget(self.partners)
        return self.partners_card

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
        """Show the outcomes as they are now."""
        self._stale = False
        session = self._stand.desk.session
        some = session is not None and bool(session.rounds)
        self._none.setVisible(not some)
        self.sides.setVisible(some)
        if session is None or not some:
            return
        self.subjects.refresh()
        if self.subjects.subject is None:
            self.subjects.choose(session.rounds[-1].subject.key)
        self.alike.setText(alike_words(session.alike))
        self.alike.setVisible(bool(self.alike.text()))
        self._show_chosen()

    def show_subject(self, key: str) -> None:
        """Show the outcome on a subject by its key."""
        self.refresh()
        self.subjects.choose(key)
        self._show_chosen()
        self.sides.detail.verticalScrollBar().setValue(0)

    @property
    def _key(self) -> str:
        subject = self.subjects.subject
        return "" if subject is None else subject.key

    @property
    def _people(self) -> int:
        """How many could vote, as far as it is known afterwards."""
        workshop = self._stand.desk.workshop
        return sum(one.present for one in workshop.participants) if workshop is not None else 0

    def _show_chosen(self) -> None:
        session = self._stand.desk.session
        rounds = session.on(self._key) if session is not None else ()
        if session is not None and rounds:
            self._show_rounds(session, rounds)
            self.decision.show_round(rounds[-1])
            self.dissent.show_subject(session.workshop, self._key)

    def _show_rounds(self, session: Session, rounds: tuple[Revealed, ...]) -> None:
        stand, last = self._stand, rounds[-1]
        dots = last.subject.kind is SubjectKind.DOTS
        place = place_in(stand, last.subject)
        self.caption.setText(" · ".join(text for text in (f"Ronde {last.number} is gesloten", place) if text))
        self.title.setText(title_of(stand.editor.dossier, last.subject))
        self._show_words(rounds)
        polling = stand.desk.polling
        self.advice.setText("" if dots else next_words(session.next_on(self._key)))
        if polling is not None and polling.subject.key == self._key:
            self.advice.setText(_OPEN)
        self.advice.setVisible(bool(self.advice.text()))
        self._complain("")
        self.next.setText(f"Open ronde {last.number + 1}")
        self.next.setVisible(can_open(rounds) and polling is None)
        self.next.kind = ButtonKind.SOLID if session.next_on(self._key) is Next.GO_ON else ButtonKind.OUTLINE
        self.next.update()
        self._show_onward(first=self.next.isHidden() or self.next.kind is not ButtonKind.SOLID)
        self.partners_room.setVisible(not dots)
        self.partners_card.setVisible(not dots)
        self.rounds.take(round_sheet(rounds))
        self.partners.take(partner_sheet(stand, last))
        self._show_figure(rounds)

    def _show_onward(self, *, first: bool) -> None:
        stand = self._stand
        self._onward = next_key(stand, self._key) if stand.desk.polling is None else ""
        after = next((one for one in all_subjects(stand) if one.key == self._onward), None)
        self.onward.setVisible(after is not None)
        if after is not None:
            name = label_of(stand.editor.dossier, stand.knowledge, after) or "lijst zonder naam"
            self.onward.setText(f"Volgende: {shortened(name, _NAME_LENGTH)}")
        self.onward.kind = ButtonKind.ARM if first else ButtonKind.OUTLINE
        self.onward.update()

    def take_focus(self) -> None:
        """Begin with what to do next."""
        focus_first(self.card if self.sides.isVisibleTo(self) else self)
        self.sides.show_detail()

    def _show_words(self, rounds: tuple[Revealed, ...]) -> None:
        page = outcome_page(self._stand, rounds[-1].subject.key, 0)
        if isinstance(page, Counted):
            self.verdict.setText(page.verdict)
            self.reason.setText(page.reason)
        elif isinstance(page, Listed):
            few = not rounds[-1].dots
            self.verdict.setText(_DOTS_FEW if few else "De stippen zijn geteld")
            self.reason.setText("")
        self.reason.setVisible(bool(self.reason.text()))
        last = rounds[-1]
        none = f", {last.abstained} zonder antwoord" if last.abstained else ""
        self.answers.setText(f"{last.n} {'antwoord' if last.n == 1 else 'antwoorden'}{none}")

    def _show_figure(self, rounds: tuple[Revealed, ...]) -> None:
        last = rounds[-1]
        dots = last.subject.kind is SubjectKind.DOTS
        drawn = not dots and any(one.spread is not None for one in rounds)
        self.figure.setVisible(drawn)
        self.ends.setVisible(drawn)
        if drawn:
            words, (low, high) = scale_words(self._stand.knowledge, last.subject), last.subject.scale
            self.ends.setText(f"{low}: {words.low}\n{high}: {words.high}")
            self.figure.show_made(lambda width: votes_figure(rounds, width), key=rounds)
        bars = dot_bars(last) if dots else ()
        self.bars.setVisible(bool(bars))
        if bars:
            self.bars.show_bars(bars, "")

    # --- changes

    def open_round(self) -> None:
        """Open the next round on the same subject, and show its question to the room."""
        subject, desk = self.subjects.subject, self._stand.desk
        if subject is None:
            return
        if desk.polling is not None:
            self._complain(_BUSY)
            return
        desk.open_round(subject)
        show_question(self._stand)
        self.vote_wanted.emit()

    def _show_outcome(self) -> None:
        show_outcome(self._stand, self._key, self._people)

    def _complain(self, words: str) -> None:
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
        if words:
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)
