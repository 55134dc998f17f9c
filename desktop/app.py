"""Starting the program: the window first, everything that takes long after it (design, "Libraries").

Only what the window shows is imported with this module; knowledge, library and the pages come when it stands.
"""

import gc
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QSettings, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from desktop.application import Application
from desktop.places import find_places
from desktop.single_instance import SingleInstance, instance_name
from desktop.start.view import StartView
from desktop.window.main_window import MainWindow
from wizards.look.look import Look, load_fonts

__all__ = ["TIMING", "TIMING_START", "run"]

TIMING = "VORMWIJZER_TIMING"
"""Environment variable: print when the window was painted: milliseconds on the clock and of the processor."""

TIMING_START = "VORMWIJZER_TIMING_START"
"""Environment variable with the moment at which the process was started, in seconds since 1970."""

_BEGUN = time.time()
_COLLECT_MS = 2000


def run(files: Sequence[Path] = ()) -> int:
    """Show the window and stay until it is closed; ``files`` are imported. Returns the exit code.

    A second start hands ``files`` to the first window and returns 0.
    """
    # Named here, the style costs nothing; setting it afterwards makes Qt set up a second one (12 ms).
    app = Application([sys.argv[0] if sys.argv else "vormwijzer", "-style", "fusion"])
    found = find_places()
    store = found.store()
    settings = store.load()
    places = found.with_choice(settings.library)
    instance = SingleInstance(instance_name(places.library.path))
    if not instance.acquire() and instance.hand_over(files):
        return 0
    _speak_dutch(app)
    look = _look(app)
    look.icons_wait = True
    window = MainWindow(look, store, settings)
    start = StartView(look)
    window.set_start(start)
    look.apply_to(app)
    window.show()
    app.processEvents()
    _tell_time()
    _draw_icons(look, window)
    _keep_qt_settings_in(store.folder)
    _GuiCollector(app)

    from desktop.ending import Ending
    from desktop.program import Program

    program = Program(window, start, store, instance, places)
    ending = Ending(app, window, program.end)

    def begin() -> None:
        program.begin(files)
        app.files.hand_over(program.take_files)

    QTimer.singleShot(0, program, begin)
    code = app.exec()
    ending.end()
    return code


def _draw_icons(look: Look, window: QWidget) -> None:
    """Draw what the first picture of the window left out, and its own icon."""
    look.icons_wait = False
    for widget in window.findChildren(QWidget):
        widget.update()
    if sys.platform != "darwin":  # there the bundle has a better one
        from desktop.app_icon import program_icon

        QApplication.setWindowIcon(program_icon())


def _keep_qt_settings_in(folder: Path) -> None:
    """Let Qt's dialogs keep their settings, with the folders of the user, beside ours. Works on Linux only.

    On Windows and macOS Qt does not let another place be chosen; there the dialogs are those of the system.
    """
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder))


def _speak_dutch(app: QApplication) -> None:
    """Numbers, days and Qt's own words in Dutch, whatever the system speaks."""
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    app.setApplicationName("Vormwijzer")
    app.setApplicationDisplayName("Vormwijzer")
    app.setDesktopFileName("vormwijzer")
    translator = QTranslator(app)
    if translator.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)


def _look(app: QApplication) -> Look:
    points = app.font().pointSizeF()
    load_fonts()
    return Look(system_points=points if points > 0 else 9.0, parent=app)


def _tell_time() -> None:
    if os.environ.get(TIMING):
        begun = float(os.environ.get(TIMING_START) or _BEGUN)
        wall, processor = 1000 * (time.time() - begun), 1000 * time.process_time()
        sys.stdout.write(f"shown {wall:.0f} processor {processor:.0f}\n")
        sys.stdout.flush()


class _GuiCollector(QObject):
    """Looks for garbage in the GUI thread only: a widget that another thread collects takes the program down."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        gc.disable()
        gc.freeze()  # what stands now stays
        self._timer = QTimer(self)
        self._timer.setInterval(_COLLECT_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def _collect(self) -> None:
        thresholds, counts = gc.get_threshold(), gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return
