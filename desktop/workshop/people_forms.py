"""Small forms beside the people: add one or many, the werksessie itself, codes on paper."""

from random import SystemRandom

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.workshop.people_changes import MOST_PEOPLE, added, pasted, people_words, with_codes
from desktop.workshop.people_sides import in_row, labelled
from desktop.workshop.person_card import RoleChoice, partner_options
from desktop.workshop.stand import Stand
from desktop.workshop.view_page import flowing
from models.dossier.edit import fresh_id
from models.workshop.records import Participant, Workshop
from wizards.forms.spec import Kind
from wizards.forms.values import Unreadable, parse, shown
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, column, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.inputs import Area, Combo, Line
from wizards.widgets.text import Heading, Label

__all__ = ["AddForm", "CodesCard", "WorkshopCard"]

_STAY = "Partner en rol blijven staan voor de volgende naam."
_PASTE_WHY = "Eén naam per regel. Ook goed: naam; partner; rol."


class AddForm(QWidget):
    """Adds one after the other with Enter, or a whole list. ``added``: with the id of the last one."""

    added = Signal(str)

    def __init__(self, stand: Stand) -> None:
        super().__init__()
        self._stand = stand
        look = stand.look
        layout = column(look.space(8))
        self.setLayout(layout)
        self.name = Line(look)
        self.name.setPlaceholderText("Naam, daarna Enter")
        self.button = Button(look, "Toevoegen", ButtonKind.SOLID, icon="plus")
        self.partner, self.role = Combo(look, "Geen partner"), RoleChoice(stand)
        self.several = Button(look, "Namen plakken", ButtonKind.QUIET, icon="list")
        line = row(look.space(8))
        line.addWidget(self.name, 1)
        line.addWidget(self.button)
        self.name.setAccessibleName("Naam of schuilnaam van een nieuwe deelnemer")
        self.partner.setAccessibleName("Partner van een nieuwe deelnemer")
        self.role.setAccessibleName("Rol van een nieuwe deelnemer")
        for control in (self.name, self.partner, self.role):
            # A label that nobody sees: assistive technology asks for one beside a choice.
            hidden = Label(look, control.accessibleName(), parent=self)
            hidden.setBuddy(control)
            hidden.hide()
        layout.addLayout(line)
        layout.addLayout(flowing(look, self.partner, self.role, self.several, spacing=8))
        layout.addWidget(Label(look, _STAY, TypeRole.CAPTION, "ink2"))
        self._lay_paste()
        layout.addWidget(self.paste)
        self.name.returnPressed.connect(self.add)
        self.button.clicked.connect(lambda *_: self.add())
        self.several.clicked.connect(lambda *_: self._turn_paste())

    def _lay_paste(self) -> None:
        look = self._stand.look
        self.paste = QWidget()
        layout = column(look.space(8))
        self.paste.setLayout(layout)
        self.lines = Area(look, lines=4)
        self.take = Button(look, "Lijst toevoegen", ButtonKind.SOLID, icon="plus")
        self.take.clicked.connect(lambda *_: self.add_list())
        layout.addWidget(labelled(look, "Lijst met namen", self.lines, _PASTE_WHY))
        layout.addLayout(in_row(look, self.take))
        self.paste.hide()

    def refresh(self) -> None:
        """Offer the partners as they are now."""
        self.partner.offer(partner_options(self._stand))

    def take_focus(self) -> None:
        """Begin with a name."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Add who was typed; partner and role stay for the next one."""
        name = self.name.text().strip()
        if not name:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        partner = str(self.partner.currentData() or "") or None
        self.name.show_value("")
        self._add((Participant(id=fresh_id(), name=name, partner=partner, role=self.role.role),))
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_list(self) -> None:
        """Add the people of the list."""
        roles = [role.name for role in self._stand.knowledge.workshop.roles]
        people = pasted(self.lines.toPlainText(), dict(partner_options(self._stand)), roles)
        if not people:
            self.lines.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.lines.show_value("")
        self._turn_paste()
        self._add(people)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        alone = sum(one.partner is None for one in people)
        note = f" Daarvan {alone} zonder partner." if alone else ""
        self._stand.navigator.say(f"{people_words(len(people))} toegevoegd.{note}")

    def _add(self, people: tuple[Participant, ...]) -> None:
        desk = self._stand.desk
        before = len(desk.workshop.participants) if desk.workshop is not None else 0
        if before + len(people) > MOST_PEOPLE:
            self._stand.navigator.say(f"Een werksessie heeft hoogstens {MOST_PEOPLE} deelnemers.")
        desk.update(lambda workshop: added(workshop, people))
        if before < MOST_PEOPLE:
            self.added.emit(people[-1].id)

    def _turn_paste(self) -> None:
        self.paste.setVisible(self.paste.isHidden())
        if not self.paste.isHidden():
            self.lines.setFocus(Qt.FocusReason.OtherFocusReason)


class WorkshopCard(Card):
    """What the werksessie is called, when and where it is held, and to what end."""

    def __init__(self, stand: Stand) -> None:
        super().__init__(stand.look, spacing=12)
        self._stand = stand
        look = stand.look
        self.name, self.place, self.aim = Line(look), Line(look), Area(look)
        self.day = Line(look, characters=20)
        self.wrong = Label(look, colour="danger")
        self.wrong.hide()
        self.body.addWidget(Heading(look, "De werksessie", 3))
        self.body.addWidget(labelled(look, "Naam van de werksessie", self.name))
        self.body.addWidget(labelled(look, "Datum", self.day))
        self.body.addWidget(self.wrong)
        self.body.addWidget(labelled(look, "Plaats", self.place))
        self.body.addWidget(labelled(look, "Doel van de werksessie", self.aim))
        self._typed = False
        self.name.edited.connect(lambda text: self._put(name=text))
        self.place.edited.connect(lambda text: self._put(place=text))
        self.aim.edited.connect(lambda text: self._put(aim=text))
        self.day.edited.connect(lambda _text: self._type_day())
        self.day.left.connect(self._read_day)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show what is kept; a day that is being typed stays as it is."""
        self.name.show_value(workshop.name)
        self.place.show_value(workshop.place)
        self.aim.show_value(workshop.aim)
        if not self._typed:
            self.day.show_value(shown(Kind.DATE, workshop.held_on))

    def _type_day(self) -> None:
        self._typed = True
        self._complain("")

    def _read_day(self) -> None:
        if not self._typed:
            return
        try:
            value = parse(Kind.DATE, self.day.text())
        except Unreadable as error:
            self._complain(error.advice)
            return
        self._typed = False
        self._put(held_on=value)
        self.day.show_value(shown(Kind.DATE, value))

    def _complain(self, words: str) -> None:
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
        self.day.mark(invalid=bool(words))
        self.day.setAccessibleDescription(words)

    def _put(self, **values: object) -> None:
        self._stand.desk.update(lambda workshop: workshop.model_copy(update=values))


class CodesCard(Card):
    """Codes on paper. ``sheets_wanted``: somebody wants the sheets to print."""

    sheets_wanted = Signal()

    def __init__(self, stand: Stand) -> None:
        super().__init__(stand.look, spacing=10)
        self._stand = stand
        look = stand.look
        self.body.addWidget(Heading(look, "Codes op papier", 3))
        why = "Wie liever op papier stemt, krijgt een stembriefje met een code. U typt de antwoorden daarna over."
        self.body.addWidget(Label(look, why, colour="ink2"))
        self.state = Label(look)
        self.body.addWidget(self.state)
        self.make = Button(look, "Codes maken", icon="plus")
        self.again = Button(look, "Alle codes vernieuwen", ButtonKind.QUIET, icon="recheck")
        self.sheets = Button(look, "Stembriefjes maken", icon="pdf")
        self.body.addLayout(flowing(look, self.make, self.sheets, self.again))
        self.ask = Card(look, fill="warn_bg", border=None, padding=12, spacing=8)
        self.ask.body.addWidget(Label(look, "Stembriefjes met de oude codes gelden dan niet meer."))
        self.renew = Button(look, "Codes vernieuwen", ButtonKind.SOLID)
        self.keep = Button(look, "Codes houden")
        self.ask.body.addLayout(flowing(look, self.keep, self.renew))
        self.ask.hide()
        self.body.addWidget(self.ask)
        self.make.clicked.connect(lambda *_: self._make(everybody=False))
        self.again.clicked.connect(lambda *_: self._ask(on=True))
        self.keep.clicked.connect(lambda *_: self._ask(on=False))
        self.renew.clicked.connect(lambda *_: self._make(everybody=True))
        self.sheets.clicked.connect(lambda *_: self.sheets_wanted.emit())

    def show_workshop(self, workshop: Workshop) -> None:
        """Show who has a code."""
        everybody, coded = len(workshop.participants), sum(bool(one.code) for one in workshop.participants)
        verb = "heeft" if coded == 1 else "hebben"
        self.state.setText(f"{coded} van {people_words(everybody)} {verb} een code.")
        self.make.setVisible(coded < everybody)
        self.make.setText("Codes maken" if not coded else "Ontbrekende codes maken")
        self.again.setVisible(bool(coded))
        self.sheets.setVisible(bool(coded))

    def _ask(self, *, on: bool) -> None:
        self.ask.setVisible(on)
        (self.keep if on else self.again).setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, *, everybody: bool) -> None:
        self.ask.hide()
        self._stand.desk.update(lambda workshop: with_codes(workshop, SystemRandom(), everybody=everybody))
        self.sheets.setFocus(Qt.FocusReason.OtherFocusReason)
