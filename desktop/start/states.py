"""What stands in the place of the list where there is none: first use, nothing found, a library that cannot open."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.start.rows import EXAMPLES
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, column, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.signs import Notice
from wizards.widgets.text import Heading, Label

__all__ = ["EmptyState", "ExampleButtons", "NothingFound", "Trouble"]


_TABLE_ZOOM = 1.5
"""From this zoom on the words take the room of the drawing."""


class _EmptyTable(QWidget):
    """A table with free seats."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Grows with the text."""
        return QSize(self._look.glyph(150), self._look.glyph(92))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the table from above, and five seats."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = self.width() / 150
        painter.scale(unit, unit)
        painter.setPen(QPen(self._look.colour("line"), 1.25))
        painter.setBrush(self._look.colour("wash"))
        painter.drawEllipse(QRectF(30, 22, 90, 44))
        pen = QPen(self._look.colour("edge"), 1.5, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(self._look.colour("surface"))
        for x, y in ((75, 13), (20, 31), (130, 31), (48, 76), (102, 76)):
            painter.drawEllipse(QPointF(x, y), 11, 11)


class ExampleButtons(QWidget):
    """One click opens an example. ``wanted``: the name of its file."""

    wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        layout = column()
        self.setLayout(layout)
        for example in EXAMPLES:
            button = Button(look, example.words, ButtonKind.QUIET)
            button.setAccessibleName(f"Voorbeeld bekijken: {example.words}")
            button.clicked.connect(lambda _on=False, name=example.name: self.wanted.emit(name))
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)


class EmptyState(Card):
    """First use: what to do, one button, and the examples."""

    new_wanted = Signal()
    example_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, spacing=8, padding=20)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._table = _EmptyTable(look)
        self.body.addWidget(self._table, 0, centre)
        heading = Heading(look, "Nog geen dossiers", 3)
        heading.setAlignment(centre)
        words = Label(
            look,
            "Een dossier hoort bij één samenwerking. U vult het alleen in, of samen met uw partners.",
            colour="ink2",
        )
        words.setAlignment(centre)
        self.body.addWidget(heading)
        self.body.addWidget(words)
        self.button = Button(look, "Eerste dossier maken", ButtonKind.SOLID, icon="plus")
        self.button.clicked.connect(self.new_wanted)
        self.body.addWidget(self.button, 0, centre)
        look_first = Label(look, "Of bekijk eerst een voorbeeld. Daarin kunt u niets kapotmaken.", colour="ink2")
        look_first.setAlignment(centre)
        self.body.addWidget(look_first)
        examples = ExampleButtons(look)
        examples.wanted.connect(self.example_wanted)
        self.body.addWidget(examples)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._table.setVisible(self._look.zoom < _TABLE_ZOOM)


class NothingFound(QWidget):
    """A search that leaves nothing. ``cleared``: show all dossiers again."""

    cleared = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        layout = row(look.space(8), (2, look.space(12), 2, look.space(12)))
        self.setLayout(layout)
        self._words = Label(look, "", TypeRole.BODY, "ink2")
        layout.addWidget(self._words, 1)
        button = Button(look, "Alle dossiers tonen", ButtonKind.QUIET)
        button.clicked.connect(self.cleared)
        layout.addWidget(button)

    def say(self, query: str) -> None:
        """Name what was looked for."""
        self._words.setText(f"Geen dossier gevonden met “{query}”. Zoek op een woord uit de titel of op een partner.")


class Trouble(Notice):
    """Mijn dossiers cannot be opened. ``asked``: show the ways on."""

    asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Mijn dossiers kan niet open", kind="danger")
        line = row()
        self.button = Button(look, "Bekijk wat u kunt doen")
        self.button.clicked.connect(self.asked)
        line.addWidget(self.button)
        line.addStretch(1)
        self.body.addLayout(line)
