"""Notes about a key or the budget on the page: each in words, with the way to the field that it is about."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from models.agreements.notes import Note
from models.dossier import Dossier
from models.dossier.edit import Path
from models.vocabulary import StepId
from models.wording.costs import note_text
from wizards.context import Context
from wizards.steps.options import partner_name
from wizards.widgets.boxes import column, row
from wizards.widgets.buttons import Button, quiet_button
from wizards.widgets.signs import Notice
from wizards.widgets.text import Label

__all__ = ["Line", "NoteBox", "names_of", "said"]

Line = tuple[str, Path]
"""A sentence, and the field that it is about; without a field the path is empty."""


def names_of(dossier: Dossier) -> dict[str, str]:
    """The names of the partners by id, also of those that left."""
    return {partner.id: partner_name(dossier, partner.id) for partner in dossier.partners.partners}


def said(notes: Sequence[Note], dossier: Dossier) -> tuple[str, ...]:
    """Notes in words."""
    names = names_of(dossier)
    return tuple(note_text(note, names) for note in notes)


class NoteBox(Notice):
    """A box with sentences, and a button beside each that leads to its field. Hidden while there are none."""

    def __init__(self, context: Context, title: str, kind: str = "warn") -> None:
        super().__init__(context.look, title, kind=kind)
        self._context = context
        self.lines: tuple[Line, ...] = ()
        self.buttons: list[Button] = []
        self._list = column(context.look.space(4))
        self.body.addLayout(self._list)
        self._holder: QWidget | None = None

    def take(self, lines: tuple[Line, ...]) -> None:
        """Show these; nothing changes under the cursor while they stay the same."""
        if lines != self.lines:
            self.lines = lines
            self._remake()
        self.setVisible(bool(lines))

    def _remake(self) -> None:
        if self._holder is not None:
            self._holder.hide()
            self._holder.deleteLater()
        look = self._context.look
        self._holder, self.buttons = QWidget(), []
        layout = column(look.space(4))
        self._holder.setLayout(layout)
        for text, path in self.lines:
            line = row(look.space(10))
            line.addWidget(Label(look, text), 1)
            if path:
                line.addWidget(self._button(text, path))
            layout.addLayout(line)
        self._list.addWidget(self._holder)

    def _button(self, text: str, path: Path) -> Button:
        step = StepId(path[0])
        button = quiet_button(self._context.look, "Vul aan", lambda: self._context.navigator.open_step(step, path))
        button.setAccessibleDescription(text)
        self.buttons.append(button)
        return button
