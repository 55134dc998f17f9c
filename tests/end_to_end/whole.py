"""The whole program, started as a person does, with somebody at the keys who does what a test asks.

Run as ``python -m tests.end_to_end.whole WHAT [FILE ...]``. ``open``: the system asks to open the files, the first of
them before the program is there. Every other: a dossier is made and edited, autosave being too slow to keep it;
then ``wait``: somebody else ends the program; ``asked``: the same with dialogs on the screen, and something typed
that was not sent; ``logout``: somebody logs out, and the system ends it; ``switch-off``: the same on Windows, where it
is killed at once; ``stay``: somebody thinks better of logging out. Says what it did, a line each; the sizes of the icon
of application and window first.
"""

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtTest import QTest

import desktop.app
import desktop.program
from desktop import autosave
from desktop.application import Application
from desktop.program import Program
from models.vocabulary import StepId
from wizards.steps.vaststelling_parts.versions_view import VersionsView

SAID = "Net getypt"
TITLE = "Wordt afgesloten"
READY_MS = 50


def say(text: str) -> None:
    os.write(1, f"{text}\n".encode())


def app() -> Application:
    found = QCoreApplication.instance()
    assert isinstance(found, Application)
    return found


def ask_to_open(path: str) -> None:
    QCoreApplication.sendEvent(app(), QFileOpenEvent(path))


def tell_of_logging_out() -> None:
    """What Qt says when the system announces the end; only its own code can make what it says that with."""
    import ctypes

    import PySide6
    from shiboken6 import getCppPointer

    library = ctypes.CDLL(str(Path(PySide6.__file__).parent / "Qt" / "lib" / "libQt6Gui.so.6"))
    announce = library._ZN15QGuiApplication17commitDataRequestER15QSessionManager
    announce.argtypes, announce.restype = [ctypes.c_void_p] * 2, None
    stand_in = QObject()  # nobody looks at it
    announce(getCppPointer(app())[0], getCppPointer(stand_in)[0])


def edit(program: Program) -> None:
    """Make a dossier and type; nothing of it is on disk then but its title."""
    program.create(TITLE)
    view = program.window.dossier_view
    assert view is not None and program.window.autosave is not None
    program.window.autosave.flush()
    view.editor.put(("opgave", "question"), SAID)


def leave_unsent(program: Program) -> None:
    """Type in a form that has a button of its own: whoever goes away is asked about it."""
    view = program.window.dossier_view
    assert view is not None
    view.open_step(StepId.VASTSTELLING)
    view.stack.currentWidget().open_view("versies")  # type: ignore[attr-defined]
    form = view.findChild(VersionsView).form
    QTest.keyClicks(form.control("name"), "Voor het college")
    assert form.unsent


def act(what: str, files: Sequence[str], program: Program) -> None:
    if what == "open":
        for path in files:
            ask_to_open(path)
        say(f"opened {len(program.start.rows)}")
        return
    edit(program)
    if what in {"asked", "logout", "switch-off"}:
        leave_unsent(program)
    if what == "asked":
        program.show_about()
        program.show_settings()
    if what in {"logout", "switch-off", "stay"}:
        tell_of_logging_out()
    say("edited")
    if what == "logout":
        QCoreApplication.sendEvent(app(), QEvent(QEvent.Type.Quit))
    elif what == "switch-off":
        app().aboutToQuit.emit()
        os._exit(0)
    elif what == "stay":
        say(f"open {program.window.isVisible()} {program.window.dossier_view is not None}")


def main() -> int:
    what, files = sys.argv[1], sys.argv[2:]
    autosave.SAVE_MS = 3_600_000
    begun, drawn = Program.begin, desktop.app._draw_icons

    def begin(program: Program, given: Sequence[Path] = ()) -> None:
        begun(program, given)
        timer = QTimer(program)

        def look() -> None:
            if program.ready:
                timer.stop()
                act(what, files[1:], program)

        timer.timeout.connect(look)
        timer.start(READY_MS)

    def draw(*arguments: object) -> None:
        drawn(*arguments)  # type: ignore[arg-type]
        sizes = [size.width() for size in app().windowIcon().availableSizes()]
        of_window = [size.width() for size in arguments[1].windowIcon().availableSizes()]  # type: ignore[attr-defined]
        say(f"icon {sorted(sizes)} {sorted(of_window)}")
        if what == "open":
            ask_to_open(files[0])

    Program.begin = begin  # type: ignore[method-assign]
    desktop.app._draw_icons = draw
    return desktop.app.run()


def heed_signals() -> None:
    """As from a desktop: who runs the tests with nohup or in the background hands down that signals are ignored."""
    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)


if __name__ == "__main__":
    heed_signals()
    sys.exit(main())
