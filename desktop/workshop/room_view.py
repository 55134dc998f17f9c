"""The room helper (zaalhulp): how far the last row sits, and how large letters must be to be read there."""

from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.window.toast import announce
from desktop.workshop.stand import Stand
from desktop.workshop.view_page import Sides, ViewPage, beamer_button, flowing
from models.wording.workshop import room_page
from models.workshop.room import BODY_SHARE, LARGEST, Room, legible
from wizards.forms.spec import Kind
from wizards.forms.values import Unreadable, decimal_text, parse
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, column, row
from wizards.widgets.buttons import Button, ButtonKind, quiet_button
from wizards.widgets.inputs import Line
from wizards.widgets.signs import Notice
from wizards.widgets.text import Heading, Label

__all__ = ["RoomView"]

_MOST = Decimal(200)
"""Metres: farther is a slip of the hand."""
_ADVICE = "Vul meters in, bijvoorbeeld 8,5."
_TOO_FAR = "De achterste rij zit te ver weg. Zet de stoelen dichterbij of maak het beeld groter."
_UNUSED = Room(Decimal(0), BODY_SHARE, Decimal(1), too_far=False)


class _Metres(QWidget):
    """A distance in metres, typed as Dutch people do."""

    edited = Signal()
    entered = Signal()

    def __init__(self, look: Look, words: str, why: str) -> None:
        super().__init__()
        stack = column(look.space(4))
        self.setLayout(stack)
        label = Label(look, words, TypeRole.BODY_BOLD)
        self.line = Line(look, characters=6)
        self.line.setAccessibleName(f"{words} in meter")
        self._why, self._touched = why, False
        label.setBuddy(self.line)
        self.message = Label(look, "", colour="danger")
        self.message.hide()
        beside = row(look.space(8))
        beside.addWidget(self.line)
        beside.addWidget(Label(look, "meter", wrap=False))
        beside.addStretch(1)
        stack.addWidget(label)
        stack.addWidget(Label(look, why, colour="ink2"))
        stack.addWidget(self.message)
        stack.addLayout(beside)
        self.line.edited.connect(self._typed)
        self.line.left.connect(self._left)
        self.line.returnPressed.connect(self._enter)
        self._complain("")

    @property
    def value(self) -> Decimal | None:
        """Metres above zero; None while there is no such number."""
        try:
            metres = parse(Kind.NUMBER, self.line.text())
        except Unreadable:
            return None
        return metres if isinstance(metres, Decimal) and 0 < metres <= _MOST else None

    def _typed(self) -> None:
        self._touched = True
        self._complain("")
        self.edited.emit()

    def _left(self) -> None:
        if self._touched:
            self._touched = False
            self._complain(_ADVICE if self.line.text().strip() and self.value is None else "")

    def _enter(self) -> None:
        self._left()
        self.entered.emit()

    def _complain(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))
        self.line.mark(invalid=bool(text))
        self.line.setAccessibleDescription(text or self._why)


class RoomView(ViewPage):
    """``scale_chosen``: how much larger than usual the beamer must draw its type, a ``Decimal`` from 1 to 2."""

    scale_chosen = Signal(object)

    def __init__(self, stand: Stand) -> None:
        super().__init__(
            stand, "Zaal", "Meet twee afstanden. Dan weet u hoe groot de letters moeten zijn voor de achterste rij."
        )
        self.scale = Decimal(1)
        self.content.addWidget(Sides(self.look, self._make_measures(), self._make_outcome()))
        self.content.addWidget(self._make_proof())
        self.content.addStretch(1)
        self.follow()

    # --- making

    def _make_measures(self) -> Card:
        look = self.look
        card = Card(look)
        card.body.addWidget(Heading(look, "Meet de zaal", 3))
        self.distance = _Metres(look, "Afstand tot de achterste stoel", "Van het beeld tot de verste stoel.")
        self.image = _Metres(look, "Hoogte van het beeld", "Van de onderkant tot de bovenkant van het beeld.")
        for field in (self.distance, self.image):
            field.edited.connect(self.refresh)
            field.entered.connect(self._enter)
            card.body.addWidget(field)
        card.body.addStretch(1)
        return card

    def _make_outcome(self) -> Card:
        look = self.look
        card = Card(look, fill="wash", border=None)
        card.body.addWidget(Heading(look, "Zo groot moeten de letters zijn", 3))
        self.verdict = Label(look, "", TypeRole.LEAD_BOLD)
        self.details = Label(look, "")
        self.far = Notice(look, _TOO_FAR, kind="warn")
        self.use = Button(look, "", ButtonKind.SOLID)
        self.use.clicked.connect(lambda *_: self._use())
        self.usual = quiet_button(look, "Gewone grootte", lambda: self._choose(Decimal(1)), "undo")
        self.now = Label(look, "", TypeRole.CAPTION, "ink2")
        for widget in (self.verdict, self.details, self.far):
            card.body.addWidget(widget)
        card.body.addLayout(flowing(look, self.use, self.usual))
        card.body.addWidget(self.now)
        card.body.addStretch(1)
        return card

    def _make_proof(self) -> Card:
        look, known = self.look, self.stand.knowledge.workshop.legible
        card = Card(look)
        card.body.addWidget(Heading(look, "De leesproef", 3))
        card.body.addWidget(
            Label(look, "Toon de proef en vraag iemand op de achterste rij om hem voor te lezen.", colour="ink2")
        )
        card.body.addWidget(Label(look, known.question, TypeRole.LEAD_BOLD))
        card.body.addWidget(Label(look, known.text, TypeRole.LEAD))
        self.beamer = beamer_button(look, "Toon de leesproef in de zaal", self.show_in_room)
        card.body.addLayout(flowing(look, self.beamer))
        return card

    # --- showing

    @property
    def room(self) -> Room | None:
        """What the two numbers ask; None while one is missing."""
        distance, height = self.distance.value, self.image.value
        return None if distance is None or height is None else legible(distance, height)

    def refresh(self) -> None:
        """Show what the two numbers ask."""
        room = self.room
        for widget in (self.details, self.use):
            widget.setVisible(room is not None)
        self.far.setVisible(room is not None and room.too_far)
        self.usual.setVisible(self.scale != 1 and (room is None or room.scale != 1))
        letters = "gewone letters" if self.scale == 1 else f"letters die {_times(self.scale)} zijn"
        self.now.setText(f"De zaal ziet nu {letters}.")
        if room is None:
            self.verdict.setText("Vul links beide afstanden in.")
            return
        self.verdict.setText(_verdict(room))
        self.details.setText(_details(room))
        self.use.setText("Gewone letters" if room.scale == 1 else f"Maak de letters {_times(room.scale)}")
        self.use.setVisible(room.scale != self.scale)

    def show_scale(self, scale: Decimal) -> None:
        """Say how large the beamer draws its type now, without telling anybody."""
        self.scale = scale
        self.refresh()

    # --- doing

    def show_in_room(self) -> None:
        """Let the room see the line to read aloud, at the size that the beamer has now."""
        knowledge = self.stand.knowledge
        self.stand.direction.show("Leesproef", lambda: room_page(knowledge, self._as_shown()))

    def _as_shown(self) -> Room:
        room = self.room or _UNUSED
        return room._replace(scale=self.scale, share=BODY_SHARE * self.scale)

    def _enter(self) -> None:
        if self.room is not None:
            self._use()

    def _use(self) -> None:
        room = self.room
        if room is not None:
            self._choose(room.scale)

    def _choose(self, scale: Decimal) -> None:
        self.scale = scale
        self.scale_chosen.emit(scale)
        held = self.use.hasFocus() or self.usual.hasFocus()
        self.refresh()
        if held:
            self.beamer.setFocus()
        self.stand.direction.refresh()
        announce(self, self.now.text())


def _times(scale: Decimal) -> str:
    return f"{decimal_text(scale)} keer zo groot"


def _rounded(number: Decimal) -> str:
    return decimal_text(number.quantize(Decimal("0.1"), ROUND_HALF_UP))


def _verdict(room: Room) -> str:
    if room.too_far:
        return f"Ook letters die {_times(LARGEST)} zijn, zijn nog te klein."
    if room.scale == 1:
        return "De gewone grootte is goed te lezen."
    return f"Maak de letters {_times(room.scale)}."


def _details(room: Room) -> str:
    heights, share = _rounded(room.heights), _rounded(room.share)
    return (
        f"De achterste rij zit op {heights} keer de hoogte van het beeld. Gewone tekst is dan {share}% van die hoogte."
    )
