"""One deelnemer: name, gemeente, role, and what people agreed about the name and who speaks for the partner."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal

from desktop.workshop.people_changes import changed
from desktop.workshop.people_sides import in_row, labelled
from desktop.workshop.stand import Stand
from models.wording.words import shortened
from models.workshop.records import Participant
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, FlowLayout
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.inputs import Check, Combo, Line
from wizards.widgets.text import Heading, Label

__all__ = ["OTHER_ROLE", "PersonCard", "RoleChoice", "partner_options"]

OTHER_ROLE = "anders"
"""The id of the role that people write themselves."""
_NAME_LENGTH = 60


def partner_options(stand: Stand) -> tuple[tuple[str, str], ...]:
    """The partners that take part, to choose from."""
    active = stand.editor.dossier.partners.active
    return tuple((row.id, shortened(row.name, _NAME_LENGTH) or "Zonder naam") for row in active)


class RoleChoice(Combo):
    """A role, by its name; ``OTHER_ROLE`` for one that people write themselves."""

    def __init__(self, stand: Stand) -> None:
        super().__init__(stand.look, "Geen rol")
        roles = stand.knowledge.workshop.roles
        self._names: Mapping[str, str] = {role.id: role.name for role in roles if role.id != OTHER_ROLE}
        self.offer(tuple((role.id, role.name) for role in roles))

    @property
    def role(self) -> str:
        """The role as it is kept; empty for none and for one in other words."""
        return self._names.get(str(self.currentData() or ""), "")

    @property
    def is_other(self) -> bool:
        """Whether the role stands in other words."""
        return bool(self.currentData() == OTHER_ROLE)

    def show_role(self, role: str) -> None:
        """Show a role as it is kept."""
        key = next((key for key, name in self._names.items() if name == role), OTHER_ROLE if role else "")
        self.show_value(key)


class PersonCard(Card):
    """The form of one participant. ``unwanted``: take this person out."""

    unwanted = Signal()

    def __init__(self, stand: Stand) -> None:
        super().__init__(stand.look, spacing=12)
        self._stand = stand
        self._key, self._writes_role = "", False
        look = stand.look
        self.title = Heading(look, "", 3)
        self.name, self.other = Line(look), Line(look)
        self.partner, self.role = Combo(look, "Geen partner"), RoleChoice(stand)
        self.present = Check(look, "Aanwezig")
        self.named = Check(look, "De naam mag in het verslag")
        self.speaks = Check(look, "Woordvoerder van deze partner")
        self.code = Label(look, colour="ink2")
        self.remove = Button(look, "Deelnemer verwijderen", ButtonKind.QUIET, icon="minus")
        self._other = labelled(look, "Welke rol?", self.other)
        self.body.addWidget(self.title)
        self.body.addWidget(labelled(look, "Naam of schuilnaam", self.name))
        beside = FlowLayout(look.space(20), bottom=True)
        beside.addWidget(labelled(look, "Partner", self.partner))
        beside.addWidget(labelled(look, "Rol", self.role))
        self.body.addLayout(beside)
        self.body.addWidget(self._other)
        for box in (self.present, self.speaks, self.named):
            self.body.addWidget(box)
        self.body.addWidget(Label(look, "Zonder vinkje staat alleen de rol in het verslag.", TypeRole.CAPTION, "ink2"))
        self.body.addWidget(self.code)
        self.body.addLayout(in_row(look, self.remove))
        self._connect()

    def _connect(self) -> None:
        self.name.edited.connect(lambda text: self._put(name=text))
        self.other.edited.connect(lambda text: self._put(role=text))
        self.partner.edited.connect(lambda key: self._put(partner=key or None))
        self.role.edited.connect(lambda _key: self._choose_role())
        self.present.edited.connect(lambda on: self._put(present=on))
        self.named.edited.connect(lambda on: self._put(named=on))
        self.speaks.edited.connect(lambda on: self._put(spokesperson=on))
        self.remove.clicked.connect(lambda *_: self.unwanted.emit())

    def show_person(self, person: Participant) -> None:
        """Show what is kept of a participant."""
        if person.id != self._key:
            self._key, self._writes_role = person.id, False
        self.title.setText(shortened(person.name.strip(), _NAME_LENGTH) or "Zonder naam")
        self.name.show_value(person.name)
        self.partner.offer(partner_options(self._stand))
        self.partner.show_value(person.partner or "")
        if not self._writes_role:
            self.role.show_role(person.role)
        self._other.setVisible(self.role.is_other)
        if self.role.is_other:
            self.other.show_value(person.role)
        self.present.show_value(person.present)
        self.named.show_value(person.named)
        self.speaks.show_value(person.spokesperson)
        self.speaks.setVisible(person.partner is not None)
        self.code.setText(f"Code op papier: {person.code}" if person.code else "Nog geen code op papier.")
        self.code.setVisible(not self._stand.privacy.hidden)

    def take_focus(self) -> None:
        """Begin with the name."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_role(self) -> None:
        self._writes_role = self.role.is_other
        self._put(role=self.role.role)
        self._other.setVisible(self._writes_role)
        if self._writes_role:
            self.other.show_value("")
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, **values: Any) -> None:
        self._stand.desk.update(lambda workshop: changed(workshop, self._key, **values))
