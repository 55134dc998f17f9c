"""Whether what is intern is hidden, as when the room sees this very screen (one screen, or a mirrored beamer)."""

from PySide6.QtCore import QObject, Signal

from models.dossier import Dossier
from models.dossier.edit import Path, key_of

__all__ = ["Privacy", "internal_at"]

_ALWAYS = "attitude"
"""The attitude of a belanghebbende is intern whatever anybody says (design.md, "Text and safety")."""


class Privacy(QObject):
    """``changed``: :attr:`hidden` is another; every page shows itself again."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hidden = False

    @property
    def hidden(self) -> bool:
        """Whether what is intern must not be on this screen."""
        return self._hidden

    def hide(self, hidden: bool) -> None:
        """Hide what is intern, or show it again."""
        if hidden is not self._hidden:
            self._hidden = hidden
            self.changed.emit()


def internal_at(dossier: Dossier, path: Path) -> bool:
    """Whether what stands at ``path`` is intern: an attitude, or part of a record that people marked so."""
    if _ALWAYS in path:
        return True
    here: object = dossier
    for part in path:
        if isinstance(here, tuple):
            here = next((one for one in here if key_of(one) == part), None)
        else:
            here = getattr(here, part, None)
        if here is None:
            return False
        if getattr(here, "internal", False) is True:
            return True
    return False
