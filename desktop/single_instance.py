"""One window for each user and library: a second start hands its files to the first, and ends.

The decision is a lock file (``QLockFile`` of QtCore: nothing more to import, and the system tells when its owner was
killed). ``PySide6.QtNetwork`` costs about 10 ms and is imported only to speak: by the first after its window is shown
(:meth:`SingleInstance.listen`), by a second to hand over. It speaks over a local socket, never over a network.
"""

import contextlib
import os
import stat
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import adler32, crc32

from PySide6.QtCore import QDir, QLockFile, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket
    from PySide6.QtWidgets import QWidget

__all__ = ["SingleInstance", "bring_forward", "instance_name"]

_LONGEST_MESSAGE = 1_000_000
_MOST_FILES = 100
_PATIENCE = 5.0
"""Seconds that a second start waits for a first that may still be opening its window."""
_NO_RAISING = frozenset({"offscreen", "wayland"})
"""There Qt warns that it cannot raise a window; activating does what can be done."""

_ACTIVATION = "XDG_ACTIVATION_TOKEN"
_LONGEST_SOCKET = 100
"""Bytes of a socket's path; systems take 104 to 108."""


def instance_name(library: Path) -> str:
    """The name of the program for this user and this library, the same however the path is written."""
    with contextlib.suppress(OSError):
        library = library.resolve()
    user = os.environ.get("USERNAME", "") if sys.platform == "win32" else str(os.getuid())
    # A check sum is enough to tell a person's few libraries apart, and costs no import of OpenSSL before the window.
    name = f"{user}\0{library}".encode(errors="surrogatepass")
    return f"vormwijzer-{crc32(name):08x}{adler32(name):08x}"


def bring_forward(window: "QWidget") -> None:
    """Show ``window`` before the others, also where it was made small."""
    window.setWindowState((window.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive)
    window.show()
    if QGuiApplication.platformName() not in _NO_RAISING:
        window.raise_()
    window.activateWindow()


class SingleInstance(QObject):
    """``acquire`` before the window; then ``listen`` (first) or ``hand_over`` (second). ``release`` at the end.

    ``asked``: a second start wants the window forward; carries a tuple of paths to import, often empty.
    ``folder``: where lock and socket stand, by default one that only this user may enter.
    """

    asked = Signal(tuple)

    def __init__(self, name: str, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = _private_folder() if folder is None else folder
        self._name = name
        self._lock: QLockFile | None = None
        self._server: QLocalServer | None = None
        self._waiting: dict[QLocalSocket, bytearray] = {}

    def acquire(self) -> bool:
        """Whether this is the first. True too where it cannot be known: two windows are better than none."""
        if self._folder is None:
            _note("no folder for the lock of a single instance")
            return True
        lock = QLockFile(str(self._folder / f"{self._name}.lock"))
        lock.setStaleLockTime(0)  # never old by its age alone; that its owner is gone is seen from the process
        if not lock.tryLock(0) and lock.error() == QLockFile.LockError.LockFailedError:
            return False
        self._lock = lock
        return True

    def listen(self) -> bool:
        """Take what later starts hand over, from now on. Call it when the window is shown."""
        from PySide6.QtNetwork import QLocalServer

        if self._folder is None or self._lock is None or not self._lock.isLocked():
            return False
        # Whoever holds the lock is the only one: a socket that is there was left by a process that was killed.
        QLocalServer.removeServer(self._address())
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(self._address()):
            _note("no second start can reach this window: %s", server.errorString())
            return False
        server.newConnection.connect(self._greet)
        self._server = server
        return True

    def hand_over(self, files: Sequence[Path] = (), patience: float = _PATIENCE) -> bool:
        """Ask the first to come forward and import ``files``; whether it said that it will.

        Waits at most ``patience`` seconds. False: nobody answers, so go on as a window of its own.
        """
        from PySide6.QtNetwork import QLocalSocket

        until = time.monotonic() + patience
        _let_it_come_forward()
        message = {"files": [str(file.absolute()) for file in files], "token": os.environ.get(_ACTIVATION, "")}
        while True:
            socket = QLocalSocket()
            socket.connectToServer(self._address())
            if socket.waitForConnected(200):
                import json

                return _told(socket, json.dumps(message).encode() + b"\n", until)
            if time.monotonic() >= until:
                return False
            time.sleep(0.05)

    def release(self) -> None:
        """Stop listening and let the next start be the first."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _address(self) -> str:
        if sys.platform == "win32" or self._folder is None:
            return self._name
        path = str(self._folder / f"{self._name}.socket")
        return path if len(os.fsencode(path)) < _LONGEST_SOCKET else self._name

    def _greet(self) -> None:
        assert self._server is not None
        while (socket := self._server.nextPendingConnection()) is not None:
            self._waiting[socket] = bytearray()
            socket.readyRead.connect(self._hear)
            socket.disconnected.connect(self._part)
            if socket.bytesAvailable():
                self._take(socket)

    def _hear(self) -> None:
        for socket in list(self._waiting):
            if socket.bytesAvailable():
                self._take(socket)

    def _part(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        for socket in list(self._waiting):
            if socket.state() == QLocalSocket.LocalSocketState.UnconnectedState:
                del self._waiting[socket]
                socket.deleteLater()

    def _take(self, socket: "QLocalSocket") -> None:
        heard = self._waiting[socket]
        heard += socket.readAll().data()
        if len(heard) > _LONGEST_MESSAGE:
            socket.abort()
            return
        line, end, _ = heard.partition(b"\n")
        if not end:
            return
        request = _request_of(bytes(line))
        if request is None:
            socket.abort()
            return
        files, token = request
        socket.write(b"ok\n")
        socket.flush()
        heard.clear()
        if token:
            os.environ[_ACTIVATION] = token  # Qt reads it when a window asks to be activated
        self.asked.emit(files)


def _told(socket: "QLocalSocket", message: bytes, until: float) -> bool:
    socket.write(message)
    socket.flush()
    heard = b""
    while (left := until - time.monotonic()) > 0 and not heard.endswith(b"\n"):
        if not socket.waitForReadyRead(max(1, int(left * 1000))):
            break
        heard += socket.readAll().data()
    socket.disconnectFromServer()
    return heard == b"ok\n"


def _request_of(line: bytes) -> tuple[tuple[Path, ...], str] | None:
    """The files and the activation token of a request; None for what is none."""
    try:
        import json

        values = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(values, dict):
        return None
    files, token = values.get("files"), values.get("token", "")
    if not isinstance(files, list) or len(files) > _MOST_FILES or not isinstance(token, str) or "\0" in token:
        return None
    if not all(isinstance(file, str) and "\0" not in file and Path(file).is_absolute() for file in files):
        return None
    return tuple(Path(file) for file in files), token


def _private_folder() -> Path | None:
    """A folder on this computer that only this user may enter; None where there is none."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    base = Path(runtime) if runtime and Path(runtime).is_dir() else Path(QDir.tempPath())
    if sys.platform == "win32":
        return base
    folder = base / f"vormwijzer-{os.getuid()}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return None
    # In a folder for all, such as /tmp, somebody else may have made it first.
    private = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077
    return folder if private else None


def _let_it_come_forward() -> None:
    """Windows lets only the program that the user started take the foreground; pass that right on."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)


def _note(text: str, *details: str) -> None:
    import logging  # only for what goes wrong: the window waits for this module

    logging.getLogger(__name__).info(text, *details)
