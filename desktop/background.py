"""One job at a time off the GUI thread, its outcome back on it."""

from collections.abc import Callable
from functools import partial
from threading import Thread
from typing import NoReturn, TypeVar

from PySide6.QtCore import QObject, Signal

__all__ = ["Background"]

_T = TypeVar("_T")


class _Job:
    """A job on its way; ``deliver``: what to do on the GUI thread once it is done."""

    def __init__(self) -> None:
        self.thread: Thread
        self.deliver: Callable[[], None]


def _raise(error: BaseException) -> NoReturn:
    raise error


class Background(QObject):
    """Runs jobs in a thread of their own, never two at once. Call :meth:`wait` before letting go of it."""

    _finished = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        """``name``: of the thread, for reports of faults."""
        super().__init__(parent)
        self._name = name
        self._job: _Job | None = None
        self._finished.connect(self._deliver)

    @property
    def busy(self) -> bool:
        """Whether a job is running, or its outcome still has to be delivered."""
        return self._job is not None

    def start(
        self, work: Callable[[], _T], done: Callable[[_T], None], failed: Callable[[BaseException], None] = _raise
    ) -> None:
        """Run ``work``; then call ``done`` or ``failed`` on the GUI thread. Raises ``RuntimeError`` while busy."""
        if self._job is not None:
            raise RuntimeError("one job at a time")
        job = self._job = _Job()

        def run() -> None:
            try:
                job.deliver = partial(done, work())
            except BaseException as error:  # noqa: BLE001 - handed over, and raised where it can be reported
                job.deliver = partial(failed, error)
            self._finished.emit(job)

        job.thread = Thread(target=run, name=self._name)
        job.thread.start()

    def wait(self) -> None:
        """Wait for the job, if any, and deliver its outcome now."""
        if self._job is not None:
            self._job.thread.join()
            self._deliver(self._job)

    def _deliver(self, job: _Job) -> None:
        # After a wait the signal of the same job still comes in.
        if job is self._job:
            self._job = None
            job.deliver()
