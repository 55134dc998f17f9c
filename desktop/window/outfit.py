"""The settings of the program, and the look that follows from them. Light: it is there before the window shows."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop.settings import Appearance, Settings, SettingsStore, zoomed
from desktop.window.appearance import appearance_now, watch_system
from models.vocabulary import Onlooker
from wizards.look.look import Look

__all__ = ["Outfit"]


class Outfit(QObject):
    """Keeps the settings. ``changed``: they are others, and the look is already worn; ``dressed``: the look is."""

    changed = Signal()
    dressed = Signal()

    def __init__(self, look: Look, store: SettingsStore, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self.look, self._store, self.settings = look, store, settings
        look.changed.connect(self._dress)
        watch_system(self, self.wear)

    @property
    def folder(self) -> Path:
        """Where the program keeps what a user set."""
        return self._store.folder

    @property
    def house_style(self) -> Path | None:
        """The template of documents for who keeps none in :attr:`folder`."""
        return self._store.house_style

    def move(self, store: SettingsStore) -> None:
        """Keep the settings in ``store`` from now on, and wear what stands there."""
        self._store = store
        settings = store.load()
        if settings != self.settings:
            self.settings = settings
            self.wear()
            self.changed.emit()

    def take(self, settings: Settings) -> None:
        """Take other settings and keep them."""
        if settings != self.settings:
            self.settings = settings
            self._store.save(settings)
            self.wear()
            self.changed.emit()

    def zoom(self, by: int) -> float:
        """Text larger (1), smaller (-1) or as it was (0); how large it is now."""
        zoom = zoomed(self.settings.zoom, by) if by else 1.0
        self.take(self.settings._replace(zoom=zoom))
        return zoom

    def choose_appearance(self, key: str) -> None:
        """Take other colours."""
        self.take(self.settings._replace(appearance=Appearance(key)))

    def choose_onlooker(self, key: str) -> None:
        """Somebody else looks on."""
        self.take(self.settings._replace(onlooker=Onlooker(key)))

    def choose_motion(self, on: bool) -> None:
        """Whether bars move."""
        self.take(self.settings._replace(motion=on))

    def wear(self) -> None:
        """Put on what the settings and the system say."""
        self.look.motion = self.settings.motion
        self.look.wear(appearance_now(self.settings.appearance), self.settings.zoom)

    def _dress(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.look.apply_to(app)
        self.dressed.emit()
