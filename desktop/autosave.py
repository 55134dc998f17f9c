"""Saving without being asked: soon after each change, off the GUI thread, never two at once, always the newest."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.background import Background
from desktop.editor import DossierEditor
from models.dossier import Dossier
from models.storage.errors import StorageError

__all__ = ["Autosave", "SaveKind", "SaveState", "Store", "save_words"]

SAVE_MS = 700
"""At most how long a change waits, in milliseconds."""

RETRY_MS = 5000
"""How long after a failure it is tried again without a change, in milliseconds."""

_UNEXPECTED = "Er ging iets mis bij het opslaan."
_NAMES = ("Mijn dossiers", "Vormwijzer")


class Store(Protocol):
    """Where dossiers are saved, such as ``models.storage.library.Library``; called from another thread."""

    def save(self, dossier: Dossier) -> object:
        """Write ``dossier``; raises :class:`models.storage.errors.StorageError`."""


class SaveKind(StrEnum):
    """Whether the work is on disk."""

    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SaveState:
    """``at``: the moment of the last save, with a time zone; ``reason``: why it failed, a Dutch sentence."""

    kind: SaveKind
    at: datetime | None = None
    reason: str = ""


def save_words(state: SaveState) -> str:
    """The state in words, such as "Opgeslagen om 14.32 uur", in the time of this computer."""
    if state.kind is SaveKind.SAVING:
        return "Bezig met opslaan"
    if state.kind is SaveKind.FAILED:
        reason = state.reason
        return f"Niet opgeslagen: {reason if reason.startswith(_NAMES) else reason[:1].lower() + reason[1:]}"
    if state.at is None:
        return "Opgeslagen"
    here = state.at.astimezone()
    return f"Opgeslagen om {here.hour}.{here.minute:02} uur"


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Autosave(QObject):
    """Saves the dossier of one editor; nothing for an example. Call :meth:`close` before letting go of it."""

    state_changed = Signal()

    def __init__(
        self,
        editor: DossierEditor,
        store: Store,
        *,
        saved_at: datetime | None = None,
        now: Callable[[], datetime] = _utc_now,
        parent: QObject | None = None,
    ) -> None:
        """``saved_at``: when the dossier as it now is was saved; None: not known, so it is saved at once."""
        super().__init__(parent)
        self._editor, self._store, self._now = editor, store, now
        self._background = Background("vormwijzer-opslaan", self)
        self._saved: Dossier | None = editor.dossier if saved_at is not None or editor.read_only else None
        self._state = SaveState(SaveKind.SAVING if self._saved is None else SaveKind.SAVED, saved_at)
        self._closed = False
        self._soon = self._timer(SAVE_MS)
        self._retry = self._timer(RETRY_MS)
        if not editor.read_only:
            editor.changed.connect(self._on_change)
            self._on_change()

    @property
    def state(self) -> SaveState:
        """Whether the work is on disk."""
        return self._state

    @property
    def unsaved(self) -> bool:
        """Whether the dossier as it now is, is not on disk yet."""
        return not self._editor.read_only and self._editor.dossier is not self._saved

    def flush(self) -> bool:
        """Save now and wait for it, as before closing and at a fault; whether all is saved. Raises nothing."""
        self._soon.stop()
        self._retry.stop()
        with contextlib.suppress(Exception):  # it is in the state, and is tried once more here
            self._background.wait()
        if self.unsaved:
            dossier = self._editor.dossier
            try:
                self._store.save(dossier)
            except Exception as error:  # noqa: BLE001 - whoever closes or reports a fault must be able to go on
                self._failed(error)
            else:
                self._done(dossier)
        return not self.unsaved

    def close(self) -> bool:
        """Save what is left and stop; whether all is saved."""
        self._closed = True
        saved = self.flush()
        self._soon.stop()
        self._retry.stop()
        return saved

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self._start)
        return timer

    def _on_change(self) -> None:
        if self._closed or self._background.busy:  # while busy: what comes of it decides
            return
        if not self.unsaved:  # undone back to what is on disk
            self._soon.stop()
            self._retry.stop()
            self._become(SaveState(SaveKind.SAVED, self._state.at))
            return
        if self._state.kind is SaveKind.SAVED:  # a failure stays in sight until a save succeeds
            self._become(SaveState(SaveKind.SAVING, self._state.at))
        if not self._soon.isActive():
            self._soon.start()

    def _start(self) -> None:
        if self._background.busy or not self.unsaved:
            return
        self._soon.stop()
        self._retry.stop()
        dossier = self._editor.dossier
        self._background.start(
            lambda: self._store.save(dossier), lambda _: self._done(dossier), self._failed_in_background
        )

    def _done(self, dossier: Dossier) -> None:
        self._saved = dossier
        if self.unsaved:
            self._become(SaveState(SaveKind.SAVING, self._now()))
            self._soon.start()
        else:
            self._become(SaveState(SaveKind.SAVED, self._now()))

    def _failed(self, error: BaseException) -> None:
        reason = error.reason if isinstance(error, StorageError) else _UNEXPECTED
        self._become(SaveState(SaveKind.FAILED, self._state.at, reason))
        self._retry.start()

    def _failed_in_background(self, error: BaseException) -> None:
        self._failed(error)
        if not isinstance(error, StorageError):  # a mistake of this program, to be reported
            raise error

    def _become(self, state: SaveState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()
