"""Unexpected errors: caught wherever they come up, told in words, and kept as a report that gives nothing away.

A report holds no answers of a dossier and no folder of the user: of an error it keeps the kind and the lines of code,
and its message only where that comes from Python itself and cannot hold what a person typed.
"""

import contextlib
import logging
import platform
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path, PurePosixPath, PureWindowsPath
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion

from models.storage.errors import StorageError
from models.storage.files import write_atomically

__all__ = ["TITLE", "FaultCatcher", "FaultReport", "install", "words"]

TITLE = "Er ging iets mis"
"""Title of the dialog."""

_LOG = logging.getLogger(__name__)
_ROOT = Path(__file__).resolve().parents[1]
_MOST_REPORTS = 20
_MOST_FRAMES = 60
_MOST_CAUSES = 8
_AGAIN = 5.0
"""Seconds within which the same error is not told again: a window that cannot be painted fails at every frame."""

_MESSAGE_IS_CODE = frozenset(
    {
        *(AttributeError, ImportError, IndexError, MemoryError, ModuleNotFoundError, NameError),
        *(RecursionError, TypeError, UnboundLocalError, ZeroDivisionError),
    }
)
"""Their messages name parts of the program. A KeyError or a ValueError quotes what it was given."""

_LEFT_OUT = "bericht weggelaten: er kan tekst uit een dossier in staan"
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


@dataclass(frozen=True, slots=True)
class FaultReport:
    """One unexpected error. ``what``: a Dutch sentence; ``details``: kinds of error and lines of code.

    ``path``: where the report was written, None where that failed.
    """

    at: datetime
    version: str
    what: str
    details: str
    python: str
    qt: str
    system: str
    path: Path | None = None

    def as_text(self) -> str:
        """The report to copy: plain text, without answers and without folders of the user."""
        facts = (
            ("Tijdstip", self.at.isoformat(timespec="seconds")),
            ("Vormwijzer", self.version),
            ("Python", self.python),
            ("Qt", self.qt),
            ("Systeem", self.system),
        )
        head = "\n".join(f"{name}: {value}" for name, value in facts)
        return f"Foutmelding van Vormwijzer\n\n{self.what}\n\n{head}\n\n{self.details.rstrip()}\n"


def words(saved: bool) -> tuple[str, tuple[str, ...]]:
    """What the dialog says: one text, and what one can do. ``saved``: whether all changes are on disk."""
    ways = (
        "U kunt meestal gewoon doorgaan.",
        "Gaat het weer mis? Sluit Vormwijzer en start het opnieuw. Uw dossier gaat dan weer open.",
        "Kopieer het verslag en stuur het naar uw beheerder. Er staan geen antwoorden uit uw dossier in.",
    )
    if saved:
        return "Er ging iets mis. Uw werk is opgeslagen.", ways
    return (
        "Er ging iets mis. Uw laatste wijziging is misschien niet opgeslagen.",
        ("Schrijf uw laatste wijziging over voordat u verdergaat.", *ways),
    )


def install(report_folder: Path, on_fault: Callable[[FaultReport], None]) -> "FaultCatcher":
    """Catch what nobody caught, from now on. ``on_fault`` is called in the thread in which this was called.

    Call ``uninstall`` of what comes back to give the hooks back.
    """
    catcher = FaultCatcher(report_folder)
    catcher.faulted.connect(_Receiver(on_fault, catcher).take)
    catcher.install()
    return catcher


class _Receiver(QObject):
    """Lives in the main thread, so that Qt brings reports of other threads there."""

    def __init__(self, on_fault: Callable[[FaultReport], None], parent: QObject) -> None:
        super().__init__(parent)
        self._on_fault = on_fault

    def take(self, report: FaultReport) -> None:
        self._on_fault(report)


@dataclass(slots=True)
class _Handling(threading.local):
    """Whether this thread is telling a fault right now."""

    busy: bool = False


@dataclass(slots=True)
class _Before:
    """The hooks as they were."""

    excepthook: Callable[[type[BaseException], BaseException, TracebackType | None], object]
    threads: Callable[[threading.ExceptHookArgs], object]
    unraisable: "Callable[[sys.UnraisableHookArgs], object]"
    qt: Callable[[QtMsgType, QMessageLogContext, str], object] | None = None


class FaultCatcher(QObject):
    """Holds the four hooks: of Python, its threads, what cannot be raised, and the messages of Qt."""

    faulted = Signal(object)
    """Carries the :class:`FaultReport`."""

    def __init__(self, report_folder: Path, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._folder, self._clock = report_folder, clock
        self._told: dict[str, float] = {}
        self._handling = _Handling()
        self._before: _Before | None = None

    def install(self) -> None:
        """Take the hooks."""
        self._before = _Before(sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable
        self._before.qt = qInstallMessageHandler(self._on_qt)

    def uninstall(self) -> None:
        """Give the hooks back."""
        before, self._before = self._before, None
        if before is None:
            return
        sys.excepthook, threading.excepthook, sys.unraisablehook = before.excepthook, before.threads, before.unraisable
        qInstallMessageHandler(before.qt)

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, Exception):  # Ctrl+C and exits are no faults
            sys.__excepthook__(kind, error, trace)
            return
        self._tell(_what(error), _details(error))

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and isinstance(args.exc_value, Exception):
            self._tell(_what(args.exc_value), _details(args.exc_value))

    def _on_unraisable(self, args: "sys.UnraisableHookArgs") -> None:
        if args.exc_value is not None:
            self._tell(_what(args.exc_value), "Bij het opruimen:\n" + _details(args.exc_value))

    def _on_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        place = f"{_short(context.file)}:{context.line}" if context.file else context.category or "qt"
        if kind in {QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}:
            self._tell("Het venster meldt een ernstige fout.", f"Qt, {place}\n{_private(message)}")
        else:
            _LOG.log(_QT_LEVELS[kind], "Qt, %s: %s", place, message)

    def _tell(self, what: str, details: str) -> None:
        if self._handling.busy:
            # A fault while a fault is told: to the terminal and no further, or it would go round for ever.
            if sys.__stderr__ is not None:
                sys.__stderr__.write(details)
            return
        now = self._clock()
        if now - self._told.get(details, float("-inf")) < _AGAIN:
            self._told[details] = now
            return
        self._told[details] = now
        self._handling.busy = True
        try:
            report = self._kept(_report(what, details))
            _LOG.error("%s\n%s", report.what, report.details)
            self.faulted.emit(report)
        finally:
            self._handling.busy = False

    def _kept(self, report: FaultReport) -> FaultReport:
        """The report, written to a file of its own; the oldest files go."""
        path = self._folder / f"fout-{report.at:%Y%m%d-%H%M%S-%f}.txt"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(path, report.as_text().encode(errors="backslashreplace"))
            for old in sorted(self._folder.glob("fout-*.txt"))[:-_MOST_REPORTS]:
                old.unlink(missing_ok=True)
        except (OSError, StorageError) as error:
            _LOG.warning("the report of a fault cannot be written: %s", type(error).__name__)
            return report
        return replace(report, path=path)


def _report(what: str, details: str) -> FaultReport:
    from desktop.about.build import read_build  # only where something goes wrong

    program = read_build().version
    system = f"{platform.system()} {platform.release()} ({platform.machine()})"
    return FaultReport(
        datetime.now().astimezone(), program, what, details, platform.python_version(), qVersion(), system
    )


def _what(error: BaseException) -> str:
    if isinstance(error, MemoryError):
        return "Het geheugen van de computer is vol."
    if isinstance(error, (OSError, StorageError)):
        return "Lezen of schrijven op de schijf is niet gelukt."
    return "Vormwijzer kwam iets tegen waar het geen raad mee weet."


def _details(error: BaseException) -> str:
    """The error and what caused it, the first cause first, without what people typed."""
    parts: list[str] = []
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen and len(parts) < _MOST_CAUSES:
        seen.add(id(at))
        frames = traceback.extract_tb(at.__traceback__)[-_MOST_FRAMES:]
        lines = [
            f'  File "{_short(f.filename)}", line {f.lineno}, in {f.name}\n' + (f"    {f.line}\n" if f.line else "")
            for f in frames
        ]
        parts.append("".join(lines) + _said(at) + "\n")
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)
    return "\nDaardoor:\n".join(reversed(parts))


def _said(error: BaseException) -> str:
    """The kind of error, with its message where that is safe."""
    name = type(error).__qualname__
    if isinstance(error, OSError):
        return f"{name}: {error.strerror or 'geen uitleg'} (errno {error.errno})"
    if isinstance(error, BaseExceptionGroup):
        return f"{name}: {', '.join(type(inner).__qualname__ for inner in error.exceptions)}"
    message = str(error)
    of_code = type(error) in _MESSAGE_IS_CODE or message.startswith("Internal C++ object")
    if not message:
        return name
    return (
        f"{name}: {_private(message)}"
        if of_code
        else f"{name} (bericht weggelaten: er kan tekst uit een dossier in staan)"
    )


def _private(text: str) -> str:
    """The text without the folder of the user and of the program."""
    for folder, sign in ((str(_ROOT), "."), (_home(), "~")):
        if len(folder) > 1:
            text = text.replace(folder, sign).replace(folder.replace("\\", "/"), sign)
    return text


def _home() -> str:
    """The folder of the user; empty where the system knows none."""
    try:
        return str(Path.home())
    except RuntimeError:
        return ""


def _short(path: str) -> str:
    """A file of code, from the program or from the package that it belongs to; of other files the name alone."""
    if Path(path).is_absolute():
        with contextlib.suppress(ValueError, OSError):
            return Path(path).resolve().relative_to(_ROOT).as_posix()
    parts = (PureWindowsPath(path) if "\\" in path else PurePosixPath(path)).parts
    for anchor in ("site-packages", "dist-packages"):
        if anchor in parts:
            return "/".join(parts[parts.index(anchor) + 1 :])
    return parts[-1] if parts else path
