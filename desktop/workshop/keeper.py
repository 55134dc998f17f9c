"""Keeps werksessies in the library: read once, written at once, off the GUI thread, never two at once."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.background import Background
from models.storage.errors import AlreadyExists, NotFound, StorageError
from models.storage.records import Ballot, WorkshopRecord

__all__ = ["WorkshopKeeper", "WorkshopStore"]

RETRY_MS = 5000
"""How long after a failure it is tried again, in milliseconds."""

_FAILED = "De werksessie is niet opgeslagen. Het programma probeert het opnieuw."
_MENDED = "De werksessie is weer opgeslagen."
_OTHER = "Een deel van de werksessie staat intussen anders in Mijn dossiers. U ziet nu wat daar staat."


_T = TypeVar("_T")


class WorkshopStore(Protocol):
    """What the desk asks of the library; called from another thread."""

    def put_workshop(self, dossier_id: str, workshop: WorkshopRecord) -> None:
        """Write a werksessie."""

    def workshops(self, dossier_id: str) -> tuple[WorkshopRecord, ...]:
        """The werksessies."""

    def put_ballot(self, dossier_id: str, ballot: Ballot) -> None:
        """Write a round."""

    def ballots(self, dossier_id: str) -> tuple[Ballot, ...]:
        """The rounds, open ones too."""

    def drop_ballot(self, dossier_id: str, ballot_id: str) -> None:
        """Forget an open round."""


class _Write:
    """What waits to be written; what was written is taken out at once, so that a failure repeats nothing.

    ``dropped``: open rounds that are forgotten.
    """

    def __init__(self) -> None:
        self.records: dict[str, WorkshopRecord] = {}
        self.ballots: dict[str, Ballot] = {}
        self.dropped: set[str] = set()

    @property
    def empty(self) -> bool:
        return not (self.records or self.ballots or self.dropped)

    def drop(self, key: str) -> None:
        """Forget an open round."""
        self.ballots.pop(key, None)
        self.dropped.add(key)

    def before(self, newer: "_Write") -> "_Write":
        """What is left of this one, and then ``newer``."""
        made = _Write()
        made.records = {**self.records, **newer.records}
        made.dropped = self.dropped | newer.dropped
        made.ballots = {key: one for key, one in {**self.ballots, **newer.ballots}.items() if key not in newer.dropped}
        return made

    def carry_out(self, store: WorkshopStore, dossier_id: str, known: set[str]) -> bool:
        """In the background: write; whether the library took all of it.

        ``known``: rounds in the library, those that are written are added. What the library refuses for good, such as
        another vote in a round that a file closed, does not keep the rest from it.
        """
        taken = True
        for key, record in tuple(self.records.items()):
            taken &= _done(store.put_workshop, dossier_id, record)
            del self.records[key]
        # First what is forgotten: killed in between, the round of before would come back beside the new one.
        for key in tuple(self.dropped):
            if key in known:
                taken &= _done(store.drop_ballot, dossier_id, key)
                known.discard(key)
            self.dropped.discard(key)
        for key, ballot in tuple(self.ballots.items()):
            taken &= _done(store.put_ballot, dossier_id, ballot)
            known.add(key)
            del self.ballots[key]
        return taken


def _done(write: Callable[[str, _T], None], dossier_id: str, what: _T) -> bool:
    try:
        write(dossier_id, what)
    except (AlreadyExists, NotFound):
        return False
    return True


class WorkshopKeeper(QObject):
    """Reads and writes the werksessies of one dossier. Call :meth:`close` before letting go of it.

    ``found``: the records and the ballots, once they were read; ``said`` and ``failed``: a Dutch sentence. ``store``
    None: an example, nothing of it is kept.
    """

    found = Signal(tuple, tuple)
    said = Signal(str)
    failed = Signal(str)

    def __init__(self, store: WorkshopStore | None, dossier_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._dossier_id = store, dossier_id
        self._background = Background("vormwijzer-werksessie", self)
        self._waiting, self._known = _Write(), set[str]()
        self._failing = self._closed = False
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self._again)
        self.ready = store is None
        self._again()

    @property
    def kept(self) -> bool:
        """Whether anything is kept; not so for an example."""
        return self._store is not None

    def wait_ready(self) -> None:
        """Wait for what is being read, so that it replaces nothing that is begun now."""
        if not self.ready:
            self._background.wait()

    def keep_workshop(self, record: WorkshopRecord) -> None:
        """Write a werksessie."""
        self._waiting.records[record.id] = record
        self._save()

    def keep_ballot(self, ballot: Ballot) -> None:
        """Write a round."""
        self._waiting.ballots[ballot.id] = ballot
        self._save()

    def drop_ballot(self, key: str) -> None:
        """Forget an open round, also where it was not written yet."""
        self._waiting.drop(key)
        self._save()

    def settle(self) -> bool:
        """Write what waits, and wait for it; whether all of it is in the library now."""
        self._background.wait()
        self._again()
        while self._background.busy:  # what is done begins with what waited meanwhile, what failed does not
            self._background.wait()
        return self._waiting.empty

    def reread(self) -> None:
        """Read again, because something else wrote in the library, such as a file that was taken in.

        Waits for it: what is done meanwhile would get lost. What cannot be written first stays as it is here.
        """
        if self._store is not None and self.settle() and self.ready:
            self._read(self._store)
            self._background.wait()

    def close(self) -> None:
        """Write what waits, and wait for what is on its way."""
        self._closed = True
        self._retry.stop()
        self.settle()

    def _again(self) -> None:
        """Read, where that did not succeed yet, else write what waits."""
        if self._store is None or self.ready:
            self._save()
        elif not self._background.busy:
            self._read(self._store)

    def _read(self, store: WorkshopStore) -> None:
        dossier_id = self._dossier_id
        read = self._background.start
        read(lambda: (store.workshops(dossier_id), store.ballots(dossier_id)), self._take, self._fail)

    def _take(self, read: tuple[tuple[WorkshopRecord, ...], tuple[Ballot, ...]]) -> None:
        records, ballots = read
        self._known = {one.id for one in ballots}
        self.ready = True
        self._mend()
        self.found.emit(records, ballots)
        self._save()

    def _save(self) -> None:
        store, waiting, dossier_id, known = self._store, self._waiting, self._dossier_id, self._known
        if store is None:
            self._waiting = _Write()
            return
        if waiting.empty or self._background.busy or not self.ready:
            return
        self._waiting = _Write()

        def written(taken: bool) -> None:
            self._mend()
            if not taken:
                self.failed.emit(_OTHER)
                self._read(store)
                self._background.wait()
            self._save()

        def failed(error: BaseException) -> None:
            self._waiting = waiting.before(self._waiting)
            self._fail(error)

        self._background.start(lambda: waiting.carry_out(store, dossier_id, known), written, failed)

    def _mend(self) -> None:
        if self._failing:
            self._failing = False
            self.said.emit(_MENDED)

    def _fail(self, error: BaseException) -> None:
        """Say what went wrong, once, and try again; a mistake of this program is raised, to be reported."""
        if not isinstance(error, StorageError):
            raise error
        if not self._closed:
            self._retry.start()
        if not self._failing:
            self._failing = True
            self.failed.emit(_FAILED)
