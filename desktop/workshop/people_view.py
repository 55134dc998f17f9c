"""Who takes part in the werksessie: names, gemeenten, roles, attendance, codes on paper, and the rule for agreement."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.workshop.people_changes import changed, people_words, put_back, removed
from desktop.workshop.people_forms import AddForm, CodesCard, WorkshopCard
from desktop.workshop.people_list import PeopleList, name_of
from desktop.workshop.people_sides import ListAndDetail
from desktop.workshop.person_card import PersonCard, partner_options
from desktop.workshop.rule_view import RuleView
from desktop.workshop.stand import Stand
from desktop.workshop.view_page import Undone
from models.wording.words import shortened
from models.workshop.records import Workshop
from wizards.widgets.boxes import column
from wizards.widgets.buttons import focus_first
from wizards.widgets.signs import Notice
from wizards.widgets.text import Heading, Label

__all__ = ["PeopleView"]

_EMPTY = "Er zijn nog geen deelnemers. Typ hierboven een naam, of plak een lijst met namen."
_EXAMPLE = "Wat u hier doet, is weg zodra u het voorbeeld sluit. Maak een kopie om het te bewaren."


class PeopleView(QWidget):
    """``sheets_wanted``: somebody wants to print the sheets with codes."""

    sheets_wanted = Signal()

    def __init__(self, stand: Stand) -> None:
        super().__init__()
        self._stand, self._stale = stand, True
        look = stand.look
        self.setAccessibleName("Deelnemers")
        self.sides = ListAndDetail(look)
        self.attendance = Label(look, colour="ink2")
        self.add = AddForm(stand)
        self.undone = Undone(look)
        self.empty = Label(look, _EMPTY, colour="ink2")
        self.list = PeopleList(look)
        left = self.sides.left
        left.addWidget(Heading(look, "Deelnemers", 2))
        left.addWidget(self.attendance)
        for widget in (self.add, self.undone, self.empty):
            left.addWidget(widget)
        left.addWidget(self.list, 1)
        self._spare = QWidget()
        left.addWidget(self._spare, 1)
        self._lay_right()
        layout = column()
        layout.addWidget(self.sides)
        self.setLayout(layout)
        self._connect()
        self.refresh()

    def _lay_right(self) -> None:
        stand = self._stand
        self.person, self.workshop = PersonCard(stand), WorkshopCard(stand)
        self.rule, self.codes = RuleView(stand), CodesCard(stand)
        self.example = Notice(stand.look, "Dit is een voorbeeld", _EXAMPLE)
        self.example.setVisible(not stand.desk.kept)
        for widget in (self.example, self.person, self.workshop, self.rule, self.codes):
            self.sides.right.addWidget(widget)
        self.sides.right.addStretch(1)

    def _connect(self) -> None:
        self.add.added.connect(self._show_added)
        self.list.chosen.connect(lambda _key: self._show_person())
        self.list.activated.connect(lambda _index: self.sides.show_detail())
        self.list.turned.connect(self._turn_presence)
        self.list.unwanted.connect(self.remove)
        self.person.unwanted.connect(self.remove)
        self.codes.sheets_wanted.connect(self.sheets_wanted)
        self._stand.desk.changed.connect(self._refresh_soon)
        self._stand.editor.changed.connect(self._refresh_soon)
        self._stand.privacy.changed.connect(self._refresh_soon)

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
        """Show the people as they are now."""
        self._stale = False
        workshop = self._stand.desk.workshop
        self.sides.setVisible(workshop is not None)
        if workshop is None:
            return
        people = workshop.participants
        self.attendance.setText(_attendance(workshop))
        self.add.refresh()
        self.list.take(people, dict(partner_options(self._stand)))
        self.list.show_codes(not self._stand.privacy.hidden)
        self.list.setVisible(bool(people))
        self._spare.setVisible(not people)
        self.empty.setVisible(not people)
        self.workshop.show_workshop(workshop)
        self.rule.refresh()
        self.codes.setVisible(bool(people))
        self.codes.show_workshop(workshop)
        self._show_person()

    def _show_person(self) -> None:
        workshop = self._stand.desk.workshop
        person = workshop.participant(self.list.current) if workshop is not None else None
        self.person.setVisible(person is not None)
        if person is not None:
            self.person.show_person(person)

    def _show_added(self, key: str) -> None:
        self.undone.withdraw()
        self.list.choose(key)
        self.list.scrollToBottom()

    def take_focus(self) -> None:
        """Begin with a name."""
        self.add.take_focus()

    def show_rule(self) -> None:
        """Bring the rule for agreement in sight."""
        self.refresh()
        focus_first(self.rule)

        def bring() -> None:
            # Once the cards have their heights; which of the two scrolls depends on the width.
            for area in (self.sides.detail, self.sides.scroller):
                area.ensureWidgetVisible(self.rule)

        QTimer.singleShot(0, self, bring)

    # --- changes

    def _turn_presence(self, key: str) -> None:
        workshop = self._stand.desk.workshop
        person = workshop.participant(key) if workshop is not None else None
        if person is not None:
            self._stand.desk.update(lambda held: changed(held, key, present=not person.present))

    def remove(self) -> None:
        """Take out who is chosen, with a way back."""
        workshop, key = self._stand.desk.workshop, self.list.current
        person = workshop.participant(key) if workshop is not None else None
        if workshop is None or person is None:
            return
        place = workshop.participants.index(person)
        after = workshop.participants[place + 1 :] or workshop.participants[:place][-1:]
        self._stand.desk.update(lambda held: removed(held, key))
        if after:
            self.list.choose(after[0].id)

        def back() -> None:
            self._stand.desk.update(lambda held: put_back(held, person, place))
            self.list.choose(person.id)

        self.undone.offer(f"{shortened(name_of(person), 40)} is verwijderd.", back)


def _attendance(workshop: Workshop) -> str:
    people = workshop.participants
    present = sum(one.present for one in people)
    return f"{present} van {people_words(len(people))} aanwezig" if people else ""
