"""Lists to put dots on: what people want to compare, in their own words, and how many dots each has."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.workshop.people_sides import in_row, labelled
from desktop.workshop.stand import Stand
from desktop.workshop.view_page import flowing
from models.dossier.edit import fresh_id
from models.workshop.records import DotOption, Subject, SubjectKind, Workshop
from wizards.widgets.boxes import column
from wizards.widgets.buttons import Button, ButtonKind, Pills
from wizards.widgets.inputs import Area, Line
from wizards.widgets.text import Heading, Label

__all__ = ["ListForm", "NewList", "list_added", "list_changed", "list_removed", "options_of"]

_DOTS = tuple((str(number), str(number)) for number in (1, 2, 3, 4, 5, 7, 10))
_EMPTY = "Eigen lijst"
_WHY = "Eén per regel. Zo staat het straks ook in de zaal."


def list_added(workshop: Workshop, made: Subject) -> Workshop:
    """The werksessie with one more list."""
    return workshop.model_copy(update={"dot_lists": (*workshop.dot_lists, made)})


def list_changed(workshop: Workshop, made: Subject) -> Workshop:
    """The werksessie with another list of the same id."""
    rows = tuple(made if one.ref == made.ref else one for one in workshop.dot_lists)
    return workshop.model_copy(update={"dot_lists": rows})


def list_removed(workshop: Workshop, ref: str) -> Workshop:
    """The werksessie without a list."""
    return workshop.model_copy(update={"dot_lists": tuple(one for one in workshop.dot_lists if one.ref != ref)})


def options_of(text: str, before: tuple[DotOption, ...]) -> tuple[DotOption, ...]:
    """An option per line; an option whose words stay keeps its id."""
    known = {option.text: option.id for option in reversed(before)}
    made = []
    for line in text.splitlines():
        if words := line.strip():
            made.append(DotOption(id=known.pop(words, None) or fresh_id(), text=words))
    return tuple(made)


class NewList(QWidget):
    """Makes a list: one that the script knows, or one of your own. ``made``: with the key of the list."""

    made = Signal(str)

    def __init__(self, stand: Stand) -> None:
        super().__init__()
        self._stand = stand
        look = stand.look
        layout = column(look.space(8))
        self.setLayout(layout)
        self._choices = QWidget()
        self.button = Button(look, "Lijst om stippen te geven", icon="plus")
        self.button.clicked.connect(lambda *_: self._open(on=self._choices.isHidden()))
        layout.addLayout(in_row(look, self.button))
        inside = column(look.space(8))
        self._choices.setLayout(inside)
        known = {text.id: text.title for text in stand.knowledge.workshop.dot_lists}
        self.kinds = Pills(look, "Welke lijst?", (*known.items(), ("", _EMPTY)))
        self.kinds.chosen.connect(self.make)
        inside.addWidget(labelled(look, "Welke lijst?", self.kinds))
        layout.addWidget(self._choices)
        self._choices.hide()

    def make(self, kind: str) -> None:
        """Make a list of a kind that the knowledge knows, else an empty one."""
        known = next((text for text in self._stand.knowledge.workshop.dot_lists if text.id == kind), None)
        title, dots = (known.title, known.dots) if known is not None else ("", 3)
        subject = Subject(kind=SubjectKind.DOTS, ref=fresh_id(), title=title, dots=dots)
        self._stand.desk.update(lambda workshop: list_added(workshop, subject))
        self.kinds.choose(None)
        self._open(on=False)
        self.made.emit(subject.key)

    def _open(self, *, on: bool) -> None:
        self._choices.setVisible(on)


class ListForm(QWidget):
    """The form of one list. ``unwanted``: take it out."""

    unwanted = Signal()

    def __init__(self, stand: Stand) -> None:
        super().__init__()
        self._stand = stand
        self._ref = ""
        look = stand.look
        layout = column(look.space(12))
        self.setLayout(layout)
        layout.addWidget(Heading(look, "De lijst", 3))
        self.fixed = Label(look, "De lijst staat vast sinds ronde 1.", colour="ink2")
        layout.addWidget(self.fixed)
        self.told = Label(look)
        layout.addWidget(self.told)
        self._form = QWidget()
        inside = column(look.space(12))
        self._form.setLayout(inside)
        self.name, self.options = Line(look), Area(look, lines=4)
        self.dots = Pills(look, "Stippen per deelnemer", _DOTS)
        inside.addWidget(labelled(look, "Vraag of naam van de lijst", self.name))
        inside.addWidget(labelled(look, "Waaruit kiezen de deelnemers?", self.options, _WHY))
        inside.addWidget(labelled(look, "Stippen per deelnemer", self.dots))
        self.remove = Button(look, "Lijst verwijderen", ButtonKind.QUIET, icon="minus")
        inside.addLayout(flowing(look, self.remove))
        layout.addWidget(self._form)
        self.name.edited.connect(lambda text: self._put(title=text))
        self.options.edited.connect(self._put_options)
        self.dots.chosen.connect(lambda key: self._put(dots=int(key)))
        self.remove.clicked.connect(lambda *_: self.unwanted.emit())

    def show_list(self, subject: Subject, *, fixed: bool) -> None:
        """Show a list; what is half typed stays. ``fixed``: there was a round."""
        lines = "\n".join(option.text for option in subject.options)
        self.fixed.setVisible(fixed)
        self.told.setVisible(fixed)
        self.told.setText(lines)
        self._form.setVisible(not fixed)
        self.name.show_value(subject.title)
        self.dots.choose(str(subject.dots))
        typed = tuple(option.text for option in options_of(self.options.toPlainText(), ()))
        if subject.ref != self._ref or typed != tuple(option.text for option in subject.options):
            self.options.show_value(lines)
        self._ref = subject.ref

    def take_focus(self) -> None:
        """Begin with what is still empty."""
        (self.options if self.name.text().strip() else self.name).setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_options(self, text: str) -> None:
        held = self._held
        if held is not None:
            self._put(options=options_of(text, held.options))

    def _put(self, **values: object) -> None:
        held = self._held
        if held is not None:
            made = held.model_copy(update=values)
            self._stand.desk.update(lambda workshop: list_changed(workshop, made))

    @property
    def _held(self) -> Subject | None:
        workshop = self._stand.desk.workshop
        rows = workshop.dot_lists if workshop is not None else ()
        return next((one for one in rows if one.ref == self._ref), None)
