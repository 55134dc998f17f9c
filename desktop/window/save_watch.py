"""Shows how saving goes, and says it where that matters: that it failed, and that it is right again."""

from PySide6.QtCore import QObject, Signal

from desktop.autosave import Autosave, SaveKind, save_words
from desktop.window.saving import SaveShown, SaveSign

__all__ = ["SaveWatch"]


class SaveWatch(QObject):
    """Follows one ``autosave``. ``failed`` and ``mended``: a Dutch sentence to say; not each of hundreds of saves."""

    failed = Signal(str)
    mended = Signal(str)

    def __init__(self, autosave: Autosave, sign: SaveSign) -> None:
        super().__init__(autosave)
        self._autosave, self._sign = autosave, sign
        self._problem = False
        autosave.state_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show it as it is now."""
        state = self._autosave.state
        words, failed = save_words(state), state.kind is SaveKind.FAILED
        short = words.replace("Opgeslagen om ", "").replace("Bezig met opslaan", "Bezig")
        self._sign.show_state(SaveShown(words, short, busy=state.kind is SaveKind.SAVING, problem=failed))
        if failed and not self._problem:
            self.failed.emit(words)
        elif self._problem and state.kind is SaveKind.SAVED:
            self.mended.emit(words)
        self._problem = failed or (self._problem and state.kind is SaveKind.SAVING)
