"""Instellingen: colours, size of the text, motion, and where the dossiers stand. Each takes effect at once."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.base import Choice, Dialog
from desktop.settings import ZOOM_STEPS, Appearance, Settings
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.inputs import Check, Combo
from wizards.widgets.text import Label

__all__ = ["SettingsDialog"]

_APPEARANCES = (
    (Appearance.SYSTEM.value, "Zoals het systeem"),
    (Appearance.LIGHT.value, "Licht"),
    (Appearance.DARK.value, "Donker"),
    (Appearance.LIGHT_CONTRAST.value, "Hoog contrast, licht"),
    (Appearance.CONTRAST.value, "Hoog contrast, donker"),
)


class SettingsDialog(Dialog):
    """``changed``: the settings as they should be now; ``place_wanted``: another place for the library."""

    changed = Signal(object)
    place_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None, settings: Settings, library: Path) -> None:
        choices = (Choice("close", "Klaar", ButtonKind.SOLID),)
        lines = ("Elke keuze geldt meteen en blijft bewaard.",)
        super().__init__(look, parent, "Instellingen", lines, choices, safe="close")
        self._settings = settings
        self.appearance = self._combo(
            "Uiterlijk", _APPEARANCES, settings.appearance.value, lambda key: self._take(appearance=Appearance(key))
        )
        zooms = tuple((str(step), f"{round(step * 100)}%") for step in ZOOM_STEPS)
        self.zoom = self._combo(
            "Grootte van de tekst", zooms, str(settings.zoom), lambda key: self._take(zoom=float(key))
        )
        self.motion = Check(look, "Balken mogen bewegen als het advies verandert")
        self.motion.show_value(settings.motion)
        self.motion.edited.connect(lambda on: self._take(motion=on))
        self.body.addWidget(self.motion)
        self.body.addWidget(Label(look, "Plek van uw dossiers", TypeRole.BODY_BOLD))
        line = row(look.space(12))
        self.place = Label(look, str(library))
        line.addWidget(self.place, 1)
        other = Button(look, "Andere plek kiezen")
        other.clicked.connect(self.place_wanted)
        line.addWidget(other)
        self.body.addLayout(line)

    def show_place(self, library: Path) -> None:
        """The library stands elsewhere now."""
        self.place.setText(str(library))

    def _combo(
        self, words: str, options: tuple[tuple[str, str], ...], now: str, take: Callable[[str], object]
    ) -> Combo:
        label = Label(self.look, words, TypeRole.BODY_BOLD)
        combo = Combo(self.look)
        for key, text in options:
            combo.addItem(text, key)
        combo.show_value(now)
        combo.setAccessibleName(words)
        label.setBuddy(combo)
        combo.edited.connect(take)
        self.body.addWidget(label)
        line = row()
        line.addWidget(combo)
        line.addStretch(1)
        self.body.addLayout(line)
        return combo

    def _take(self, **values: object) -> None:
        self._settings = self._settings._replace(**values)  # type: ignore[arg-type]
        self.changed.emit(self._settings)
