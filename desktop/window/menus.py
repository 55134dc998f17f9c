"""The menus of the top bar: size of the text, settings, and both together where there is little room."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.settings import Appearance, Settings
from models.vocabulary import Onlooker

__all__ = ["APPEARANCES", "ONLOOKERS", "ExportMenu", "SettingsMenu", "ZoomMenu", "more_menu"]

APPEARANCES = (
    (Appearance.SYSTEM, "Zoals het systeem"),
    (Appearance.LIGHT, "Licht"),
    (Appearance.DARK, "Donker"),
    (Appearance.LIGHT_CONTRAST, "Hoog contrast, licht"),
    (Appearance.CONTRAST, "Hoog contrast, donker"),
)
ONLOOKERS = (
    (Onlooker.SECRETARIS, "Gemeentesecretaris"),
    (Onlooker.RAADSLID, "Raadslid"),
    (Onlooker.BEGELEIDER, "Begeleider"),
)


class ZoomMenu(QMenu):
    """Larger, smaller, as it was; ``chosen``: 1, -1 or 0."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Tekstgrootte", parent)
        self._now = self.addAction("")
        self._now.setEnabled(False)
        self.addSeparator()
        for by, text in ((1, "Groter\tCtrl +"), (-1, "Kleiner\tCtrl −"), (0, "Gewone grootte\tCtrl 0")):
            self.addAction(text).triggered.connect(lambda *_, by=by: self.chosen.emit(by))

    def show_zoom(self, zoom: float) -> None:
        """Say how large the text is."""
        self._now.setText(f"De tekst staat op {round(zoom * 100)}%")


class ExportMenu(QMenu):
    """Documents, and files for other programs; ``chosen``: a suffix, or ``preview``, ``sign``, ``verify``."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Exporteren", parent)
        self._offer("preview", "Afdrukvoorbeeld en opslaan (pdf, docx, odt)\tCtrl+P")
        self.addSeparator()
        self._offer("xlsx", "Rekenblad voor Excel (.xlsx)")
        self._offer("ods", "Rekenblad voor LibreOffice (.ods)")
        self._offer("ics", "Agenda (.ics)")
        self.addSeparator()
        self._offer("forms", "Lege vragenlijst voor elke partner (pdf)…")
        self._offer("blank-form", "Lege vragenlijst zonder naam (pdf)…")
        self._offer("read-forms", "Ingevulde vragenlijsten inlezen…")
        self.addSeparator()
        self._offer("sign", "Een pdf ondertekenen…")
        self._offer("verify", "Een pdf controleren…")

    def _offer(self, kind: str, text: str) -> None:
        self.addAction(text).triggered.connect(lambda *_: self.chosen.emit(kind))


class SettingsMenu(QMenu):
    """Who looks on, the appearance, whether things move, and what the program is."""

    appearance = Signal(str)
    onlooker = Signal(str)
    motion = Signal(bool)
    about = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Instellingen", parent)
        self._onlookers = self._choices("Wie kijkt mee?", ONLOOKERS, self.onlooker.emit)
        self._appearances = self._choices("Uiterlijk", APPEARANCES, self.appearance.emit)
        self.addSeparator()
        self._motion = self.addAction("Balken laten bewegen")
        self._motion.setCheckable(True)
        self._motion.triggered.connect(self.motion.emit)
        self.addSeparator()
        self.addAction("Over Vormwijzer").triggered.connect(lambda *_: self.about.emit())

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""
        self._onlookers[settings.onlooker].setChecked(True)
        self._appearances[settings.appearance].setChecked(True)
        self._motion.setChecked(settings.motion)

    def _choices(
        self, title: str, options: tuple[tuple[str, str], ...], tell: Callable[[str], object]
    ) -> dict[str, QAction]:
        self.addSection(title)
        heading = self.addAction(title)
        heading.setEnabled(False)
        group = QActionGroup(self)
        made = {}
        for key, text in options:
            action = self.addAction(text)
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda *_, key=key: tell(key))
            made[key] = action
        return made


def more_menu(
    parent: QWidget,
    zoom: QMenu,
    settings: QMenu,
    export: QMenu,
    search: Callable[[], object],
    help_: Callable[[], object],
    workshop: Callable[[], object],
) -> QMenu:
    """Everything that the narrow bar leaves out."""
    menu = QMenu("Meer", parent)
    menu.addAction("Zoeken\tCtrl+F").triggered.connect(lambda *_: search())
    menu.addAction("Werksessie en beamer\tCtrl+B").triggered.connect(lambda *_: workshop())
    menu.addAction("Naslag en hulp\tF1").triggered.connect(lambda *_: help_())
    menu.addMenu(export)
    menu.addMenu(zoom)
    menu.addMenu(settings)
    return menu
