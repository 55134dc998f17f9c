""" "Over Vormwijzer": version, places and licences, and all of it as text for the helpdesk."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.about.components import Component, load_components
from desktop.about.facts import About, PlaceFact
from desktop.dialogs.about_parts import LicencePage, PlacesPage, ProgramPage
from desktop.dialogs.base import Choice, Dialog
from desktop.dialogs.open_folder import open_folder
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import row
from wizards.widgets.buttons import ButtonKind, Switch
from wizards.widgets.text import Label

__all__ = ["AboutDialog"]

_WIDE, _TALL = 720, 520
_VIEWS = (("program", "Dit programma"), ("places", "Plaatsen"), ("licences", "Licenties"))


class AboutDialog(Dialog):
    """``chosen``: ``close``, or ``copy``, which leaves it open. ``components``: gives what the program is made of."""

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        about: About,
        components: Callable[[], Sequence[Component]] = load_components,
    ) -> None:
        choices = (
            Choice("close", "Sluiten"),
            Choice("copy", "Kopiëren voor de helpdesk", ButtonKind.SOLID, icon="export", stays=True),
        )
        super().__init__(look, parent, "Over Vormwijzer", (), choices, safe="close")
        self._load = components
        self.about = replace(about, qt=qVersion())
        self.views = Switch(look, "Wat u wilt zien", _VIEWS)
        line = row()
        line.addWidget(self.views)
        line.addStretch(1)
        self.body.addLayout(line)
        self.stack = QStackedWidget()
        self.program = ProgramPage(look, self.about)
        self.places = PlacesPage(look, self.about, self._show_folder)
        self.licences: LicencePage | None = None
        self.stack.addWidget(self.program)
        self.stack.addWidget(self.places)
        self.body.addWidget(self.stack, 1)
        self.said = Label(look, "", TypeRole.CAPTION, "ok")
        self.said.hide()
        self.body.addWidget(self.said)
        self.views.chosen.connect(self.show_view)
        self.chosen.connect(self._copy)

    def show_view(self, key: str) -> None:
        """Show a page: ``program``, ``places`` or ``licences``."""
        self.views.choose(key)
        self._say("", ok=True)
        if key == "licences":
            self.stack.setCurrentWidget(self._licences())
        else:
            self.stack.setCurrentWidget(self.places if key == "places" else self.program)

    def showEvent(self, event: QShowEvent) -> None:
        """As large as reads well, within the screen."""
        room = self.screen().availableGeometry()
        wide, tall = self.look.glyph(_WIDE), self.look.glyph(_TALL)
        self.resize(min(wide, room.width() - 40), min(tall, room.height() - 60))
        super().showEvent(event)

    def _licences(self) -> LicencePage:
        if self.licences is None:  # to look them all up takes a moment, and few people ask
            self.licences = LicencePage(self.look, self._load())
            self.stack.addWidget(self.licences)
        return self.licences

    def _show_folder(self, place: PlaceFact) -> None:
        shown = open_folder(place.folder)
        self._say("" if shown else "De map is niet te openen. Zoek haar op in uw bestandsbeheer.", ok=shown)

    def _copy(self, key: str) -> None:
        if key == "copy":
            QGuiApplication.clipboard().setText(self.about.as_text())
            self._say("De tekst staat op het klembord. U kunt hem nu plakken, bijvoorbeeld in een mail.", ok=True)

    def _say(self, words: str, *, ok: bool) -> None:
        self.said.recolour("ok" if ok else "danger")
        self.said.setText(words)
        self.said.setVisible(bool(words))
