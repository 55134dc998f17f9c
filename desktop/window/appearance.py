"""Which colours to wear: what the user chose, or what the system says, also when that changes."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from desktop.settings import Appearance as Chosen
from wizards.look.tokens import Appearance

__all__ = ["appearance_now", "watch_system"]


def appearance_now(chosen: Chosen) -> Appearance:
    """The colours for what was chosen."""
    if chosen is not Chosen.SYSTEM:
        return Appearance(chosen.value)
    hints = QGuiApplication.styleHints()
    dark = hints.colorScheme() is Qt.ColorScheme.Dark
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return Appearance.CONTRAST if dark else Appearance.LIGHT_CONTRAST
    return Appearance.DARK if dark else Appearance.LIGHT


def watch_system(owner: QObject, act: Callable[[], None]) -> None:
    """Call ``act`` when the system changes its colours, as long as ``owner`` lives."""
    hints = QGuiApplication.styleHints()
    relay = _Relay(owner, act)
    hints.colorSchemeChanged.connect(relay.tell)
    hints.accessibility().contrastPreferenceChanged.connect(relay.tell)


class _Relay(QObject):
    """A receiver that goes with its owner: Qt then drops the connection."""

    def __init__(self, owner: QObject, act: Callable[[], None]) -> None:
        super().__init__(owner)
        self._act = act

    def tell(self) -> None:
        """Pass on."""
        self._act()
