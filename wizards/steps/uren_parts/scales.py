"""The card of pay per scale: the table, a row to add a scale of one's own, and paste from a spreadsheet."""

from decimal import Decimal

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from models.dossier.edit import InvalidValueError, Path
from wizards.context import Context
from wizards.forms.spec import Kind
from wizards.forms.values import Unreadable, parse
from wizards.steps.uren_parts.basis import RATES, rates_table, read_scales, with_scales
from wizards.widgets.boxes import Card, FlowLayout, column
from wizards.widgets.buttons import Button
from wizards.widgets.grid import GridWidget
from wizards.widgets.inputs import Line
from wizards.widgets.text import Label

__all__ = ["ScalesCard"]

_NAME, _RATE = "Naam van een nieuwe schaal", "Loon per uur van de nieuwe schaal"


class ScalesCard(Card):
    """Pay per scale. To take a scale out, clear its pay."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look)
        self._context = context
        look = context.look
        self.grid = GridWidget(context, rates_table(), most=20)
        self.body.addWidget(self.grid)
        flow = FlowLayout(look.space(12), bottom=True)
        self.name, self.rate = Line(look, characters=14), Line(look, characters=8)
        for line, words, title in ((self.name, _NAME, "Nieuwe schaal"), (self.rate, _RATE, "Loon per uur")):
            part, lines = QWidget(), column(look.space(4))
            part.setLayout(lines)
            label = Label(look, title)
            label.setBuddy(line)
            line.setAccessibleName(words)
            line.returnPressed.connect(self._add)
            lines.addWidget(label)
            lines.addWidget(line)
            flow.addWidget(part)
        self.add = Button(look, "Schaal toevoegen", icon="plus")
        self.add.clicked.connect(self._add)
        self.paste = Button(look, "Plak schalen")
        self.paste.setAccessibleDescription("Twee kolommen uit een rekenblad: de schaal en het loon per uur.")
        self.paste.clicked.connect(self._paste)
        flow.addWidget(self.add)
        flow.addWidget(self.paste)
        self.body.addLayout(flow)
        self.message = Label(look, colour="danger")
        self.body.addWidget(self.message)
        self._say("")

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        self.grid.refresh()

    def reveal(self, path: Path) -> bool:
        """Put the focus on the pay of a scale, or where the first one is added."""
        if path == RATES:
            self.name.setFocus()
            return True
        return self.grid.reveal(path)

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _add(self) -> None:
        name = " ".join(self.name.text().split())
        try:
            rate = parse(Kind.MONEY, self.rate.text())
        except Unreadable as error:
            self._say(error.advice)
            self.rate.setFocus()
            return
        if not name or not isinstance(rate, Decimal):
            self._say("Vul de naam van de schaal en het loon per uur in.")
            (self.rate if name else self.name).setFocus()
            return
        if not self._take(((name, rate),)):
            return
        self.name.clear()
        self.rate.clear()
        self.name.setFocus()

    def _paste(self) -> None:
        found = read_scales(QGuiApplication.clipboard().text())
        if not found:
            self._say("Kopieer eerst twee kolommen: de schaal en het loon per uur.")
            return
        if self._take(found):
            self._context.navigator.say(f"{len(found)} schalen geplakt." if len(found) > 1 else "Eén schaal geplakt.")

    def _take(self, found: tuple[tuple[str, Decimal], ...]) -> bool:
        """Put these rates in; whether they fit."""
        self._say("")
        try:
            with_scales(self._context.editor.dossier, found)
        except InvalidValueError as error:
            self._say(f"Dit bedrag past niet: {error.reason}.")
            return False
        self._context.editor.apply(lambda dossier: with_scales(dossier, found))
        return True
