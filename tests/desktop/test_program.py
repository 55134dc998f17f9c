"""The whole program in one process: the real window, the real library, the real dialogs."""

import gc
import json
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.dialogs.base import Dialog
from desktop.dialogs.conflict import ConflictDialog
from desktop.dialogs.fault import FaultDialog
from desktop.dialogs.library import LibraryDialog
from desktop.dialogs.settings import SettingsDialog
from desktop.places import Origin, Place, Places
from desktop.program import Program
from desktop.settings import Appearance, SettingsStore
from desktop.single_instance import SingleInstance
from desktop.start.view import StartView
from desktop.window.main_window import MainWindow
from models.dossier import dossier_from_values
from models.storage.errors import StorageError
from models.storage.exchange import exchange_bytes
from models.storage.library import Library
from models.storage.records import ExchangeContents
from tests.models.samples import example, minimal
from wizards.look.look import Look


@pytest.fixture
def make(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """Starts the program on a library in the folder of this test."""
    made: list[Program] = []

    def known(record: logging.LogRecord) -> bool:
        # The one warning that design.md lets pass; the catcher of faults has it logged, past the list of pytest-qt.
        return "propagateSizeHints" not in record.getMessage()

    logging.getLogger("desktop.faults").addFilter(known)

    def start(
        library: Path | None = None,
        files: tuple[Path, ...] = (),
        *,
        wait: bool = True,
        find: Callable[[], Places] | None = None,
    ) -> Program:
        """``find``: gives the places; without it, they are those of ``library``."""
        own = Place(library or tmp_path / "mijn-dossiers.db", Origin.STANDARD)
        folder = Place(tmp_path / "settings", Origin.STANDARD)
        given = Places(own, own, folder, folder) if find is None else find()
        store = given.store()
        look = Look()
        settings = store.load()
        window = MainWindow(look, store, settings)
        view = StartView(look)
        window.set_start(view)
        look.apply_to(qapp)
        instance = SingleInstance("test", tmp_path)
        assert instance.acquire()
        program = Program(window, view, store, instance, given.with_choice(settings.library), find or (lambda: given))
        made.append(program)
        window.resize(1280, 720)
        window.show()
        program.begin(files)
        if wait:
            qtbot.waitUntil(lambda: program.ready, timeout=10_000)
            qtbot.wait(20)
        return program

    yield start
    for program in made:
        finish(program)
        program.window.deleteLater()
    qapp.processEvents()
    gc.collect()
    logging.getLogger("desktop.faults").removeFilter(known)


def finish(program: Program) -> None:
    """Close as a person does."""
    program.leaving.agreed = True
    program.window.close()
    program.end()


def dialog_of(program: Program, kind: type[Dialog]) -> Dialog:
    """The dialog that is open."""
    found = [dialog for dialog in program._dialogs if type(dialog) is kind]
    assert found, program._dialogs
    return found[-1]


def active(qtbot: QtBot, program: Program) -> MainWindow:
    """The window, in front."""
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    return program.window


def type_here(qtbot: QtBot, window: MainWindow, text: str) -> None:
    """Type where the focus is, a key at a time, while the program goes on."""
    for letter in text:
        qtbot.keyClicks(window.focusWidget() or window, letter)
        qtbot.wait(1)


def titles(program: Program) -> list[str]:
    return [row.title for row in program.start.rows]


def write_exchange(path: Path, title: str, key: str = "a") -> Path:
    values = {**minimal(), "id": key, "title": title}
    path.write_bytes(exchange_bytes(ExchangeContents(dossier_from_values(values))))
    return path


def test_first_use_makes_a_dossier_and_lists_it(make: Callable[..., Program], qtbot: QtBot) -> None:
    program = make()
    middle = program.start.dossiers
    assert middle.empty.isVisible()
    qtbot.mouseClick(middle.empty.button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(middle.card.line, Qt.Key.Key_Return)
    assert program.window.dossier_view is None  # a title is needed
    qtbot.keyClicks(middle.card.line, "Personeel Lindestreek")
    qtbot.keyClick(middle.card.line, Qt.Key.Key_Return)
    assert program.window.dossier_view is not None
    assert program.window.dossier_view.editor.dossier.title == "Personeel Lindestreek"
    program.window.show_start()
    assert titles(program) == ["Personeel Lindestreek"]
    assert middle.list.isVisible()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """The library opens when this is set: a slow disk, or a large library."""
    opens, opened = Event(), Program._open_library

    def late(program: Program) -> StorageError | None:
        opens.wait(10)
        return opened(program)

    monkeypatch.setattr(Program, "_open_library", late)
    yield opens
    opens.set()


def test_a_title_can_be_typed_before_the_list_is_there(make: Callable[..., Program], qtbot: QtBot, gate: Event) -> None:
    program = make(wait=False)
    window = active(qtbot, program)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    type_here(qtbot, window, "Proef ")
    assert not program.ready
    gate.set()
    qtbot.waitUntil(lambda: program.ready, timeout=10_000)
    qtbot.wait(20)
    type_here(qtbot, window, "op echt ")
    program.refresh()
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    type_here(qtbot, window, "scherm")
    assert program.start.dossiers.card.line.text() == "Proef op echt scherm"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert window.dossier_view is not None
    assert window.dossier_view.editor.dossier.title == "Proef op echt scherm"


def test_a_title_given_before_the_list_is_there_makes_the_dossier(
    make: Callable[..., Program], qtbot: QtBot, gate: Event
) -> None:
    program = make(wait=False)
    window = active(qtbot, program)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    type_here(qtbot, window, "Vlug")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert not program.ready
    gate.set()
    qtbot.waitUntil(lambda: window.dossier_view is not None, timeout=10_000)
    assert window.dossier_view is not None
    assert window.dossier_view.editor.dossier.title == "Vlug"


def test_enter_opens_and_f2_renames(make: Callable[..., Program], qtbot: QtBot) -> None:
    program = make()
    program.create("Eerste")
    program.window.show_start()
    shelf = program.start.dossiers.list
    shelf.setFocus()
    qtbot.keyClick(shelf, Qt.Key.Key_F2)
    editor = shelf.viewport().findChild(type(program.start.dossiers.search))
    assert editor is not None
    editor.setText("Andere naam")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(program) == ["Andere naam"])
    program.window.toast.action.click()
    assert titles(program) == ["Eerste"]
    shelf.setFocus()
    qtbot.keyClick(shelf, Qt.Key.Key_Return)
    assert program.window.dossier_view is not None


def test_delete_archive_and_duplicate_can_be_undone(make: Callable[..., Program], qtbot: QtBot) -> None:
    program = make()
    program.create("Weg ermee")
    program.window.show_start()
    shelf = program.start.dossiers.list
    shelf.setFocus()
    qtbot.keyClick(shelf, Qt.Key.Key_Delete)
    assert titles(program) == []
    program.window.toast.action.click()
    assert titles(program) == ["Weg ermee"]
    dossier = program.start.rows[0].id
    program.archive(dossier, into=True)
    assert titles(program) == []
    program.show_archive(True)
    assert [row.archived for row in program.start.rows] == [True]
    program.window.toast.action.click()
    program.show_archive(False)
    assert titles(program) == ["Weg ermee"]
    program.duplicate(dossier)
    assert sorted(titles(program)) == ["Weg ermee", "Weg ermee (kopie)"]
    program.window.toast.action.click()
    assert titles(program) == ["Weg ermee"]


def test_an_example_opens_read_only_and_can_be_copied(make: Callable[..., Program]) -> None:
    program = make()
    program.open_example("bar")
    view = program.window.dossier_view
    assert view is not None and view.editor.read_only and program.window.autosave is None
    program.window.copy_wanted.emit(view.editor.dossier)
    assert program.window.dossier_view is not None and not program.window.dossier_view.editor.read_only
    program.window.show_start()
    assert len(titles(program)) == 1


def test_an_import_that_conflicts_asks(make: Callable[..., Program], tmp_path: Path) -> None:
    one, other = write_exchange(tmp_path / "a.vormwijzer", "Een"), write_exchange(tmp_path / "b.vormwijzer", "Twee")
    program = make(files=(one,))
    assert titles(program) == ["Een"]
    program.bring_in((other,))
    dialog = dialog_of(program, ConflictDialog)
    assert "newest" not in dialog.buttons  # the file does not say when it changed
    dialog.buttons["compare"].click()
    assert dialog.isVisible()
    dialog.buttons["both"].click()
    assert sorted(titles(program)) == ["Een", "Twee (kopie)"]
    program.bring_in((other,))
    dialog_of(program, ConflictDialog).reject()
    assert sorted(titles(program)) == ["Een", "Twee (kopie)"]


def test_a_bad_file_is_refused_in_words(make: Callable[..., Program], tmp_path: Path) -> None:
    bad = tmp_path / "slecht.vormwijzer"
    bad.write_text("geen dossier")
    program = make(files=(bad,))
    dialog = dialog_of(program, Dialog)
    assert "slecht.vormwijzer" in dialog.accessibleDescription()
    dialog.buttons["close"].click()
    assert titles(program) == []


def test_export_writes_a_file_that_imports(make: Callable[..., Program], tmp_path: Path) -> None:
    program = make()
    program.create("Uit")
    program.window.show_start()
    program._write(program.start.rows[0].id, tmp_path / "uit.vormwijzer")
    assert (tmp_path / "uit.vormwijzer").read_bytes().startswith(b"PK")


def test_a_damaged_library_offers_its_backups(make: Callable[..., Program], tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "mijn-dossiers.db"
    with Library.open(path) as library:
        library.save(dossier_from_values({**minimal(), "title": "Bewaard"}))
    path.write_bytes(b"stuk" * 1000)
    program = make(path, wait=False)
    qtbot.waitUntil(lambda: bool(program._dialogs), timeout=10_000)
    dialog = dialog_of(program, LibraryDialog)
    assert program.start.dossiers.trouble.isVisible()
    assert isinstance(dialog, LibraryDialog) and dialog.backup is not None
    dialog.buttons["restore"].click()
    qtbot.waitUntil(lambda: program.ready and bool(program.start.rows), timeout=10_000)
    assert titles(program) == ["Bewaard"]


def test_another_place_for_the_library(make: Callable[..., Program], tmp_path: Path, qtbot: QtBot) -> None:
    program = make()
    program.create("Hier")
    program.window.show_start()
    program.standing.move_to(tmp_path / "elders")
    qtbot.waitUntil(lambda: program.ready and not program.start.rows, timeout=10_000)
    assert program.window.settings.library == tmp_path / "elders" / "mijn-dossiers.db"
    assert SettingsStore(tmp_path / "settings").load().library == program.window.settings.library


def test_settings_take_effect_at_once(make: Callable[..., Program]) -> None:
    program = make()
    program.show_settings()
    dialog = dialog_of(program, SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    dialog.appearance.show_value("dark")
    dialog.appearance.edited.emit("dark")
    dialog.zoom.edited.emit("1.5")
    assert program.window.settings.appearance is Appearance.DARK
    assert program.window.look.zoom == 1.5
    dialog.buttons["close"].click()


def test_after_a_crash_it_offers_what_was_open(make: Callable[..., Program], tmp_path: Path) -> None:
    with Library.open(tmp_path / "mijn-dossiers.db") as library:
        library.save(dossier_from_values({**minimal(), "id": "open", "title": "Halverwege"}))
    (tmp_path / "settings").mkdir()
    marker = {"started": "2026-11-21T10:00:00+01:00", "open_dossier": "open"}
    (tmp_path / "settings" / "bezig.json").write_text(json.dumps(marker))
    program = make()
    dialog = dialog_of(program, Dialog)
    assert "Halverwege" in dialog.accessibleDescription()
    dialog.buttons["open"].click()
    assert program.window.dossier_view is not None
    finish(program)
    assert not (tmp_path / "settings" / "bezig.json").exists()


def test_a_fault_says_that_the_work_is_saved(
    make: Callable[..., Program], caplog: pytest.LogCaptureFixture, qapp: QApplication
) -> None:
    import sys

    program = make()
    program.create("Veilig")
    try:
        raise ZeroDivisionError("proef")
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    qapp.processEvents()
    caplog.clear()
    dialog = dialog_of(program, FaultDialog)
    assert "opgeslagen" in dialog.lines[0].text()
    dialog.buttons["copy"].click()
    assert "ZeroDivisionError" in qapp.clipboard().text()
    dialog.buttons["go_on"].click()


def test_help_opens_and_escape_returns(make: Callable[..., Program], qtbot: QtBot) -> None:
    program = make()
    program.create("Hulp")
    qtbot.keyClick(program.window, Qt.Key.Key_F1)
    assert program.window.windowTitle().startswith("Naslag")
    qtbot.keyClick(program.window, Qt.Key.Key_Escape)
    assert program.window.stack.currentWidget() is program.window.dossier_view


def test_two_hundred_dossiers_are_listed(make: Callable[..., Program], tmp_path: Path) -> None:
    with Library.open(tmp_path / "mijn-dossiers.db") as library:
        for number in range(200):
            library.save(dossier_from_values({**example("bar"), "id": f"d{number}", "title": f"Dossier {number}"}))
    program = make()
    program.refresh()
    program.window.grab()
    assert len(titles(program)) == 200
