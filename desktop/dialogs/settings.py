"""Instellingen: colours, size of the text, motion, and where the dossiers stand. Each takes effect at once."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from desktop.about.facts import origin_words
from desktop.dialogs.base import Choice
from desktop.dialogs.fitting import FittingDialog
from desktop.dialogs.long_names import breakable, shortened
from desktop.places import Origin, Places
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


_FAINT = 0.45
"""How much of a button shows that does nothing here."""


class SettingsDialog(FittingDialog):
    """``changed``: the settings as they should be now; ``place_wanted``: another place for the library.

    ``about_wanted``: what the program is.
    """

    changed = Signal(object)
    place_wanted = Signal()
    about_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None, settings: Settings, places: Places) -> None:
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
        self._show_place(places)
        self.about = Button(look, "Over Vormwijzer", ButtonKind.QUIET)
        self.about.clicked.connect(lambda: self.about_wanted.emit())
        self._row.insertWidget(0, self.about)

    def _show_place(self, places: Places) -> None:
        look = self.look
        line = row(look.space(12))
        line.addWidget(Label(look, "Plek van uw dossiers", TypeRole.BODY_BOLD), 1)
        self.place = Label(look, breakable(shortened(str(places.library.path))))
        self.place.setAccessibleName(str(places.library.path))
        self.why = Label(look, _why(places), TypeRole.CAPTION, "ink2")
        self.other = Button(look, "Andere plek kiezen")
        self.other.clicked.connect(lambda: self.place_wanted.emit())
        if places.fixed:
            self.other.setEnabled(False)
            self.other.setAccessibleDescription(self.why.text())
            effect = QGraphicsOpacityEffect(self.other)
            effect.setOpacity(_FAINT)
            self.other.setGraphicsEffect(effect)
        line.addWidget(self.other)
        self.body.addLayout(line)
        self.body.addWidget(self.place)
        self.body.addWidget(self.why)

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
        line = row(self.look.space(12))
        line.addWidget(label, 1)
        line.addWidget(combo)
        self.body.addLayout(line)
        return combo

    def _take(self, **values: object) -> None:
        self._settings = self._settings._replace(**values)  # type: ignore[arg-type]
        self.changed.emit(self._settings)


def _why(places: Places) -> str:
    """Why the library stands where it stands, and why one cannot choose another place where that is so."""
    words = origin_words(places.library.origin)
    sentence = f"{words[0].upper()}{words[1:]}."
    if not places.fixed:
        return sentence
    if places.library.origin is Origin.ENVIRONMENT:
        return f"{sentence} U kunt hier geen andere plek kiezen."
    return f"{sentence} Uw beheerder staat geen andere plek toe."
