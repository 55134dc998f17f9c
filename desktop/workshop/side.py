"""Beside the parts: what the room sees now, and the keys to it."""

from PySide6.QtWidgets import QWidget

from desktop.workshop.beamer import Beamer
from desktop.workshop.beamer_preview import BeamerControls, BeamerPreview
from desktop.workshop.direction import PageMaker
from desktop.workshop.stand import Stand
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import FlowLayout, column
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.inputs import Check
from wizards.widgets.text import Heading, Label

__all__ = ["RoomSide"]

_SHARED = "Dan staat op dit scherm niets wat intern is, en gaat de laptop niet rond."


class RoomSide(QWidget):
    """``clock``: the clock of the werksessie; ``pages``: what can be shown at any moment, each with its words."""

    def __init__(
        self,
        look: Look,
        stand: Stand,
        beamer: Beamer,
        clock: QWidget,
        pages: tuple[tuple[str, PageMaker], ...],
    ) -> None:
        super().__init__()
        direction = self._direction = stand.direction
        self._beamer, self._privacy = beamer, stand.privacy
        self.setAccessibleName("Wat de zaal ziet")
        layout = column(look.space(10), (look.space(12), look.space(6), look.space(16), look.space(16)))
        self.title = Heading(look, "De zaal ziet", 3)
        self.preview = BeamerPreview(look, beamer)
        self.controls = BeamerControls(look, beamer)
        layout.addWidget(self.title)
        layout.addWidget(self.preview)
        layout.addWidget(self.controls)
        self.shared = Check(look, "De zaal kijkt mee op dit scherm")
        self.shared.setAccessibleDescription(_SHARED)
        self.shared.edited.connect(self._privacy.hide)
        self.shared_words = Label(look, _SHARED, TypeRole.CAPTION, "ink2")
        layout.addWidget(self.shared)
        layout.addWidget(self.shared_words)
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
        beamer.changed.connect(self._show_shared)
        self._privacy.changed.connect(self._show_shared)
        self._show_name()
        self._show_shared()

    def _show_shared(self) -> None:
        self.shared.show_value(self._privacy.hidden)
        offered = self._beamer.one_screen or self._privacy.hidden
        self.shared.setVisible(offered)
        self.shared_words.setVisible(offered)

    def _show_name(self) -> None:
        name = self._direction.name
        self.title.setText(f"De zaal ziet: {name}" if name else "De zaal ziet")
