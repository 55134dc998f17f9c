"""What the group makes of a round: the joint answer, that of each partner, and what people hold against it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.workshop.decision_values import (
    decision_words,
    dissent_added,
    dissent_changed,
    dissent_on,
    dissent_removed,
    dossier_value,
    proposal_words,
    spokesperson_words,
)
from desktop.workshop.people_sides import labelled
from desktop.workshop.stand import Stand
from desktop.workshop.view_page import Undone, flowing
from models.wording.words import first_upper
from models.wording.workshop_words import partner_name
from models.workshop.decisions import can_be_set, decision_of
from models.workshop.records import Dissent, Workshop
from models.workshop.revealed import PartnerSpread, Revealed
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, Rule, column
from wizards.widgets.buttons import Button, ButtonKind, Pills
from wizards.widgets.inputs import Area, Line
from wizards.widgets.text import Heading, Label

__all__ = ["DecisionForm", "DissentForm"]

_WHY = "De groep kiest. Het midden is alleen een voorstel."
_PARTNERS_WHY = "De woordvoerder kiest voor de eigen partner. Het midden van de eigen mensen is een voorstel."
_EXAMPLE = "Dit is een voorbeeld. Maak een kopie om antwoorden in het dossier te zetten."


class _Answer(QWidget):
    """One answer to set: a pill per value; a click sets it, nothing else does."""

    def __init__(self, stand: Stand, words: str, scale: tuple[int, int], act: Callable[[int], object]) -> None:
        super().__init__()
        look = stand.look
        layout = column(look.space(4))
        self.setLayout(layout)
        layout.addWidget(Label(look, words, TypeRole.BODY_BOLD))
        self.proposal = Label(look, colour="ink2")
        layout.addWidget(self.proposal)
        low, high = scale
        self.pills = Pills(look, words, tuple((str(value), str(value)) for value in range(low, high + 1)))
        layout.addWidget(self.pills)
        self.state = Label(look)
        layout.addWidget(self.state)
        self.pills.chosen.connect(lambda key: act(int(key)))

    def show_answer(self, proposal: str, value: int | None, state: str, *, warns: bool) -> None:
        """Show what is proposed and what was set."""
        self.proposal.setText(proposal)
        self.pills.choose(None if value is None else str(value))
        self.state.setText(state)
        self.state.recolour("warn" if warns else "ink2" if value is None else "ok")


class DecisionForm(Card):
    """The answers of the last closed round on a subject."""

    def __init__(self, stand: Stand) -> None:
        super().__init__(stand.look, spacing=14)
        self._stand = stand
        self._round: Revealed | None = None
        self._made: object = None
        self.answers: dict[str | None, _Answer] = {}
        look = stand.look
        self.body.addWidget(Heading(look, "Het antwoord", 3))
        self.body.addWidget(Label(look, _WHY, colour="ink2"))
        self.example = Label(look, _EXAMPLE, colour="warn")
        self.example.setVisible(stand.editor.read_only)
        self.body.addWidget(self.example)
        self._rows = column(look.space(16))
        self.body.addLayout(self._rows)

    def show_round(self, round_: Revealed) -> None:
        """Show what can be set after a round, and what was."""
        self._round = round_
        self.setVisible(can_be_set(round_.subject, None))
        partners = round_.by_partner if can_be_set(round_.subject, self._first(round_)) else ()
        asked = round_.subject.scale, tuple(row.partner for row in partners), self._names(partners)
        if asked != self._made:
            self._made = asked
            self._lay(round_, partners)
        workshop = self._stand.desk.workshop
        if workshop is None or self.isHidden():
            return
        self._show(workshop, None, proposal_words(round_))
        for row in partners:
            self._show(workshop, row.partner, proposal_words(row))

    def _names(self, partners: tuple[PartnerSpread, ...]) -> tuple[str, ...]:
        return tuple(partner_name(self._stand.editor.dossier, row.partner) for row in partners)

    @staticmethod
    def _first(round_: Revealed) -> str:
        return round_.by_partner[0].partner if round_.by_partner else ""

    def _lay(self, round_: Revealed, partners: tuple[PartnerSpread, ...]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.answers = {}
        look = self._stand.look
        self._add(None, "Gezamenlijk antwoord", round_)
        if partners:
            self._rows.addWidget(Rule(look))
            self._rows.addWidget(Heading(look, "Per partner", 3))
            self._rows.addWidget(Label(look, _PARTNERS_WHY, colour="ink2"))
        for row in partners:
            name = first_upper(partner_name(self._stand.editor.dossier, row.partner))
            self._add(row.partner, f"Antwoord van {name}", round_)

    def _add(self, partner: str | None, words: str, round_: Revealed) -> None:
        answer = _Answer(self._stand, words, round_.subject.scale, lambda value: self._set(partner, value))
        self.answers[partner] = answer
        self._rows.addWidget(answer)

    def _show(self, workshop: Workshop, partner: str | None, proposal: str) -> None:
        assert self._round is not None
        subject = self._round.subject
        decision = decision_of(workshop.decisions, subject, partner)
        held = dossier_value(self._stand.editor.dossier, subject, partner)
        newest = self._round.number
        warns = decision is not None and (decision.value != held or decision.number < newest)
        value = None if decision is None else decision.value
        self.answers[partner].show_answer(proposal, value, decision_words(decision, held, newest), warns=warns)

    def _set(self, partner: str | None, value: int) -> None:
        workshop, round_ = self._stand.desk.workshop, self._round
        if workshop is None or round_ is None:
            return
        if self._stand.editor.read_only:
            # Else the werksessie would say that something was set which no dossier holds.
            self._stand.navigator.say(_EXAMPLE)
            self.show_round(round_)
            return
        self._stand.desk.decide(round_, value, partner=partner, by=spokesperson_words(workshop, partner))
        self.show_round(round_)


class _DissentRow(QWidget):
    """One dissent: the words, and a name for who gives it."""

    def __init__(self, stand: Stand, row: Dissent, remove: Callable[[], object]) -> None:
        super().__init__()
        look = stand.look
        layout = column(look.space(8))
        self.setLayout(layout)
        layout.addWidget(Rule(look))
        self.text, self.by = Area(look), Line(look)
        layout.addWidget(labelled(look, "Bezwaar of kanttekening", self.text))
        layout.addWidget(labelled(look, "Van wie? Alleen als die persoon dat wil", self.by))
        self.remove = Button(look, "Bezwaar verwijderen", ButtonKind.QUIET, icon="minus")
        layout.addLayout(flowing(look, self.remove))
        self.remove.clicked.connect(lambda *_: remove())
        desk = stand.desk
        self.text.edited.connect(lambda text: desk.update(lambda held: dissent_changed(held, row.id, text=text)))
        self.by.edited.connect(lambda text: desk.update(lambda held: dissent_changed(held, row.id, by=text)))

    def show_row(self, row: Dissent) -> None:
        """Show what is kept."""
        self.text.show_value(row.text)
        self.by.show_value(row.by)


class DissentForm(Card):
    """What people hold against the joint answer on a subject, in their own words."""

    def __init__(self, stand: Stand) -> None:
        super().__init__(stand.look, spacing=12)
        self._stand = stand
        self._key = ""
        self.rows: dict[str, _DissentRow] = {}
        look = stand.look
        self.body.addWidget(Heading(look, "Bezwaren", 3))
        why = "Wie het niet eens is, zegt waarom. Dat staat zonder naam in het verslag, tenzij iemand die geeft."
        self.body.addWidget(Label(look, why, colour="ink2"))
        self.undone = Undone(look)
        self.body.addWidget(self.undone)
        self._rows = column(look.space(12))
        self.body.addLayout(self._rows)
        self.add = Button(look, "Bezwaar toevoegen", icon="plus")
        self.add.clicked.connect(lambda *_: self.add_row())
        self.body.addLayout(flowing(look, self.add))

    def show_subject(self, workshop: Workshop, key: str) -> None:
        """Show the dissent on a subject; what is half typed stays."""
        if key != self._key:
            self.undone.withdraw()
        self._key = key
        held = dissent_on(workshop, key)
        if [row.id for row in held] != list(self.rows):
            self._lay(held)
        for row in held:
            self.rows[row.id].show_row(row)

    def _lay(self, held: tuple[Dissent, ...]) -> None:
        wanted = {row.id for row in held}
        for key, widget in tuple(self.rows.items()):
            self._rows.removeWidget(widget)
            if key not in wanted:
                widget.hide()
                widget.deleteLater()
        made = {row.id: self.rows.get(row.id) or self._row(row) for row in held}
        for widget in made.values():
            self._rows.addWidget(widget)
        self.rows = made

    def _row(self, row: Dissent) -> _DissentRow:
        return _DissentRow(self._stand, row, lambda: self.remove(row.id))

    def add_row(self) -> None:
        """Add an empty one, and write in it."""
        before = set(self.rows)
        self.undone.withdraw()
        self._stand.desk.update(lambda workshop: dissent_added(workshop, self._key))
        workshop = self._stand.desk.workshop
        if workshop is not None:
            self.show_subject(workshop, self._key)
        for key in set(self.rows) - before:
            self.rows[key].text.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self, key: str) -> None:
        """Take one out, with a way back."""
        workshop = self._stand.desk.workshop
        if workshop is None:
            return
        before = workshop.dissent
        self._stand.desk.update(lambda held: dissent_removed(held, key))
        gone = next(one for one in before if one.id == key)

        def back() -> None:
            self._stand.desk.update(lambda held: held.model_copy(update={"dissent": (*held.dissent, gone)}))

        self.undone.offer("Het bezwaar is verwijderd.", back)
