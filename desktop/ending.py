"""Ending because the system wants it: a signal, logging out, a computer that goes off. Nobody is there to answer.

Qt tells of logging out in two steps. At the first all is saved and nothing closes, for another program may still hold
it up. At the second the program ends; on Windows it is killed as soon as it has been told.
"""

import os
import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier

from desktop.application import Application
from desktop.window.main_window import MainWindow

__all__ = ["Ending", "SystemSignals"]

_MANY = 64


class Ending(QObject):
    """Saves and closes without a question. ``end``: what comes after the window closed; it is called once."""

    def __init__(self, app: Application, window: MainWindow, end: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._end = window, end
        self._ended = self._logging_out = False
        app.commitDataRequest.connect(self.save)
        app.aboutToQuit.connect(self._finish)
        app.quits = self._quits
        self._signals = SystemSignals(self.stop, self)

    def save(self) -> None:
        """Save all there is, and go on: somebody logs out, or thinks better of it."""
        self._logging_out = True
        view, autosave = self._window.dossier_view, self._window.autosave
        if view is None:
            return
        view.settle()
        if autosave is not None:
            autosave.flush()
        view.workshop.settle()

    def stop(self) -> None:
        """Close the window as a person does, without a question, and end the program."""
        try:
            self._close()
        finally:  # whatever goes wrong: the system kills what does not end
            QCoreApplication.exit(0)

    def end(self) -> None:
        """What comes last; a second time it does nothing."""
        if not self._ended:
            self._ended = True
            self._end()
            self._signals.give_back()  # not before: logging out often brings a signal too

    def _close(self) -> None:
        if self._window.isVisible():
            self._window.close_dossier()  # saves; without a dossier there is nothing left to ask about
            self._window.close()

    def _quits(self) -> bool:
        """After somebody logged out, the end; at any other time the window may ask."""
        if self._logging_out:
            self.stop()
        return self._logging_out

    def _finish(self) -> None:
        """The very last that Qt tells. Where the window still stands, Windows goes off and kills what comes after."""
        if self._window.isVisible():
            self._close()
            self.end()


class SystemSignals(QObject):
    """Calls ``act`` in the GUI thread when the process is asked to end. Does nothing on Windows, which has no such.

    Python handles a signal between two of its own steps only, and while Qt waits it takes none: so the number of the
    signal goes into a pipe that Qt watches. A signal that whoever started the program shuts out stays shut out.
    """

    def __init__(self, act: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._act = act
        self._before: dict[int, object] = {}
        self._reads = self._writes = self._woken = -1
        if sys.platform != "win32":
            self._listen()

    def give_back(self) -> None:
        """Let the signals do again what they did before."""
        if self._reads < 0:
            return
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]
        signal.set_wakeup_fd(self._woken)
        self._notifier.setEnabled(False)
        os.close(self._reads)
        os.close(self._writes)
        self._reads = self._writes = -1

    def _listen(self) -> None:
        self._reads, self._writes = os.pipe()
        for end in (self._reads, self._writes):
            os.set_blocking(end, False)
        self._woken = signal.set_wakeup_fd(self._writes, warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._reads, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            before = signal.getsignal(number)
            if before in (signal.SIG_DFL, signal.default_int_handler):
                self._before[number] = before
                signal.signal(number, lambda *_: None)

    def _hear(self) -> None:
        heard = os.read(self._reads, _MANY)
        if any(number in self._before for number in heard):
            self._act()
