"""The empty state of the page: a table with seats, of which at least two must be taken."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, FlowLayout
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.text import Heading, Label

__all__ = ["EmptyTable", "Seats"]

_SEATS = 5


class Seats(QWidget):
    """A table seen from above with five seats; ``taken``: the letters of those who sit there."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.taken: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Een tafel met lege stoelen")
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As in the drawing."""
        return QSize(self._look.glyph(170), self._look.glyph(108))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw table and seats."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() * 0.52)
        wide, high = self.width() * 0.28, self.height() * 0.27
        painter.setPen(QPen(look.colour("line"), 1.25))
        painter.setBrush(look.colour("wash"))
        painter.drawEllipse(middle, wide, high)
        size = look.glyph(26)
        painter.setFont(look.font(TypeRole.CAPTION_BOLD))
        for seat in range(_SEATS):
            turn = math.radians(-90 + seat * 360 / _SEATS)
            x = middle.x() + math.cos(turn) * wide * 1.28
            y = middle.y() + math.sin(turn) * high * 1.28
            self._seat(painter, QRectF(x - size / 2, y - size / 2, size, size), seat)

    def _seat(self, painter: QPainter, box: QRectF, seat: int) -> None:
        taken = seat < len(self.taken)
        pen = QPen(self._look.colour("ink" if taken else "edge"), 1.5)
        if not taken:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(self._look.colour("surface"))
        painter.drawEllipse(box)
        if taken:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.taken[seat])


class EmptyTable(Card):
    """Says what to do while fewer than two partners take part; ``add``, ``example`` and ``paste`` are its ways on."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=20, spacing=8)
        self.seats = Seats(look)
        self.body.addWidget(self.seats, 0, Qt.AlignmentFlag.AlignHCenter)
        self.title = Heading(look, "", 3)
        self.text = Label(look, "", colour="ink2")
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.body.addWidget(label)
        self.add = Button(look, "Partner toevoegen", ButtonKind.SOLID, icon="plus")
        self.paste = Button(look, "Plakken uit een rekenblad", ButtonKind.QUIET, icon="import")
        self.example = Button(look, "Bekijk een voorbeeld", ButtonKind.QUIET, icon="case")
        for buttons in ((self.add,), (self.example, self.paste)):
            line = FlowLayout(look.space(8), centred=True)
            for button in buttons:
                line.addWidget(button)
            self.body.addLayout(line)

    def show_taken(self, letters: tuple[str, ...]) -> None:
        """Seat those who take part: nobody, or one."""
        self.seats.taken = letters
        self.seats.update()
        if letters:
            self.title.setText("Nog één partner nodig")
            self.text.setText("Samenwerken doet u met minstens twee. Voeg de volgende partner toe.")
        else:
            self.title.setText("Nog geen partners aan tafel")
            self.text.setText("Voeg de organisaties toe die meedoen. Daarna kan elke partner zelf antwoorden.")
