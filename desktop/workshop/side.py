"""Beside the parts: what the room sees now, and the keys to it."""

from PySide6.QtWidgets import QWidget

from desktop.workshop.beamer import Beamer
from desktop.workshop.beamer_preview import BeamerControls, BeamerPreview
from desktop.workshop.direction import Direction, PageMaker
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import FlowLayout, column
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.text import Heading, Label

__all__ = ["RoomSide"]


class RoomSide(QWidget):
    """``clock``: the clock of the werksessie; ``pages``: what can be shown at any moment, each with its words."""

    def __init__(
        self,
        look: Look,
        beamer: Beamer,
        direction: Direction,
        clock: QWidget,
        pages: tuple[tuple[str, PageMaker], ...],
    ) -> None:
        super().__init__()
        self._direction = direction
        self.setAccessibleName("Wat de zaal ziet")
        layout = column(look.space(10), (look.space(12), look.space(6), look.space(16), look.space(16)))
        self.title = Heading(look, "De zaal ziet", 3)
        self.preview = BeamerPreview(look, beamer)
        self.controls = BeamerControls(look, beamer)
        layout.addWidget(self.title)
        layout.addWidget(self.preview)
        layout.addWidget(self.controls)
        layout.addWidget(clock)
        layout.addWidget(Label(look, "Toon in de zaal", TypeRole.BODY_BOLD))
        line = FlowLayout(look.space(6))
        self.shortcuts: dict[str, Button] = {}
        for words, make in pages:
            button = Button(look, words, ButtonKind.QUIET, icon="projector")
            button.clicked.connect(lambda *_, words=words, make=make: direction.show(words, make))
            self.shortcuts[words] = button
            line.addWidget(button)
        layout.addLayout(line)
        layout.addStretch(1)
        self.setLayout(layout)
        direction.changed.connect(self._show_name)
        self._show_name()

    def _show_name(self) -> None:
        name = self._direction.name
        self.title.setText(f"De zaal ziet: {name}" if name else "De zaal ziet")
