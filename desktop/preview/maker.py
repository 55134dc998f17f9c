"""Makes the document of the newest wish in the background: one at a time, to be stopped at any moment."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.background import Background
from desktop.preview.making import Made, StoppedError, Wish, make, short_turns
from models.storage.errors import StorageError

__all__ = ["IDLE_MS", "Maker"]

IDLE_MS = 600
"""How long nobody edits before the document is made again, in milliseconds."""

_STEP = 0.02
"""Progress is told in steps of at least this part."""


class _Run:
    """One making; ``stop`` is asked for from the GUI thread."""

    def __init__(self, wish: Wish, tell: Callable[[float], object]) -> None:
        self._wish, self._tell, self._told = wish, tell, -1.0
        self.stop = Event()

    def work(self) -> Made:
        with short_turns():
            return make(self._wish, self._go_on)

    def _go_on(self, part: float) -> None:
        if self.stop.is_set():
            raise StoppedError
        if part - self._told >= _STEP:
            self._told = part
            self._tell(part)


class Maker(QObject):
    """``ask`` gives the wish at the moment that the work begins. Call :meth:`close` before letting go of it.

    ``began``: a document is wanted and being made; ``part``: how far it is, 0 to 1; ``made``: the document;
    ``stopped``: somebody stopped it; ``failed``: why it went wrong, a Dutch sentence, empty for an error of the
    program, which is raised after this.
    """

    began = Signal()
    part = Signal(float)
    made = Signal(object)
    stopped = Signal()
    failed = Signal(str)

    def __init__(self, ask: Callable[[], Wish], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._run: _Run | None = None
        self._wanted = self._closed = False
        self._background = Background("vormwijzer-voorbeeld", self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._start)

    @property
    def busy(self) -> bool:
        """Whether a document is wanted that is not there yet."""
        return self._wanted

    def want(self, wait_ms: int = 0) -> None:
        """Make the document as it is after ``wait_ms``; one that is being made is of no use any more."""
        if self._closed:
            return
        self._break_off()
        self._wanted = True
        self._soon.start(wait_ms)
        self.began.emit()

    def stop(self) -> None:
        """Make no document now."""
        if not self._wanted:
            return
        self._wanted = False
        self._soon.stop()
        self._break_off()
        self.stopped.emit()

    def close(self) -> None:
        """Stop, and wait for the work to end (a fraction of a second)."""
        self._closed, self._wanted = True, False
        self._soon.stop()
        self._break_off()
        self._background.wait()

    def _break_off(self) -> None:
        if self._run is not None:
            self._run.stop.set()

    def _start(self) -> None:
        if self._background.busy:  # what was broken off still ends; that starts this one
            return
        run = self._run = _Run(self._ask(), self.part.emit)
        self._background.start(run.work, lambda made: self._take(run, made), self._end)

    def _take(self, run: _Run, made: Made) -> None:
        self._run = None
        if run.stop.is_set():
            self._next()
            return
        self._wanted = False
        self.made.emit(made)

    def _end(self, error: BaseException) -> None:
        self._run = None
        if isinstance(error, StoppedError):
            self._next()
            return
        self._wanted = False
        if not isinstance(error, StorageError):
            self.failed.emit("")
            raise error
        self.failed.emit(error.reason)

    def _next(self) -> None:
        if self._wanted and not self._soon.isActive():
            self._start()
