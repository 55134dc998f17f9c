"""Every dialog: a question, the safe choice left and first, Escape is that choice, all in plain text."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.dialogs.base import Dialog
from desktop.dialogs.conflict import ConflictDialog, moment_in_words
from desktop.dialogs.fault import FaultDialog
from desktop.dialogs.files import choose_folder, choose_to_open, choose_to_save
from desktop.dialogs.library import LibraryDialog
from desktop.dialogs.questions import go_on_dialog, message_dialog, unsaved_dialog
from desktop.dialogs.settings import SettingsDialog
from desktop.faults import FaultReport
from desktop.places import Origin, Place, Places
from desktop.run_marker import PreviousCrash
from desktop.settings import Settings
from models.storage.backups import Backup
from models.storage.errors import (
    DiskFull,
    LibraryDamaged,
    LibraryLocked,
    LibraryNewer,
    LibraryReadOnly,
    PolicyFailed,
    StorageError,
)
from tests.wizards.audit import cut_off, overlapping, rich_labels, small_targets, unnamed
from wizards.look.look import Look

OLD, NEW = datetime(2026, 3, 5, 13, 32, tzinfo=UTC), datetime(2026, 11, 21, 9, 5, tzinfo=UTC)
PATH = Path("/nergens/mijn-dossiers.db")
NOWHERE = Place(Path("/nergens"), Origin.STANDARD)
PLACES = Places(Place(PATH, Origin.STANDARD), Place(PATH, Origin.STANDARD), NOWHERE, NOWHERE)
FIXED = PLACES._replace(library=Place(PATH, Origin.POLICY), given=Place(PATH, Origin.POLICY), fixed=True)
BY_ENVIRONMENT = FIXED._replace(library=Place(PATH, Origin.ENVIRONMENT))
BAD_POLICY = PolicyFailed(Path("/etc/b.toml"), "Het beleidsbestand /etc/b.toml is geen goede TOML (regel 3).")
REPORT = FaultReport(NEW, "0.1", "Vormwijzer kwam iets tegen.", "ZeroDivisionError", "3.11", "6.11", "Linux")
BACKUPS = tuple(Backup(PATH, NEW, number, 40_000, number == 1) for number in (1, 2, 3))

MAKERS: dict[str, Callable[[Look], Dialog]] = {
    "fault": lambda look: FaultDialog(look, None, REPORT, saved=True),
    "fault-unsaved": lambda look: FaultDialog(look, None, REPORT, saved=False),
    "go-on": lambda look: go_on_dialog(look, None, PreviousCrash(OLD, "", "a"), "Een <b>titel</b> & meer"),
    "unsaved": lambda look: unsaved_dialog(look, None, "De schijf is vol."),
    "message": lambda look: message_dialog(look, None, "Dit kan niet", "Er is niets veranderd."),
    "conflict": lambda look: ConflictDialog(look, None, "Titel", OLD, NEW),
    "conflict-undecided": lambda look: ConflictDialog(look, None, "Titel", OLD, None),
    "damaged": lambda look: LibraryDialog(look, None, LibraryDamaged(PATH), BACKUPS),
    "damaged-none": lambda look: LibraryDialog(look, None, LibraryDamaged(PATH), ()),
    "locked": lambda look: LibraryDialog(look, None, LibraryLocked(PATH), BACKUPS),
    "newer": lambda look: LibraryDialog(look, None, LibraryNewer(PATH, "9"), ()),
    "read-only": lambda look: LibraryDialog(look, None, LibraryReadOnly(PATH), ()),
    "full": lambda look: LibraryDialog(look, None, DiskFull(PATH), ()),
    "other": lambda look: LibraryDialog(look, None, StorageError("Er is iets."), ()),
    "policy": lambda look: LibraryDialog(look, None, BAD_POLICY, (), helpers="Servicedesk, toestel 1234"),
    "fixed-full": lambda look: LibraryDialog(look, None, DiskFull(PATH), (), may_move=False),
    "settings": lambda look: SettingsDialog(look, None, Settings(), PLACES),
    "settings-fixed": lambda look: SettingsDialog(look, None, Settings(), FIXED),
}


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_every_dialog(name: str, zoom: float, look: Look, qtbot: QtBot) -> None:
    look.wear(zoom=zoom)
    dialog = MAKERS[name](look)
    heard: list[str] = []
    dialog.chosen.connect(heard.append)
    dialog.open()
    qtbot.wait(10)
    for found in (unnamed(dialog), small_targets(dialog), rich_labels(dialog), cut_off(dialog), overlapping(dialog)):
        assert found == []
    safe = dialog.buttons[dialog._safe]
    assert safe.hasFocus() or dialog.focusWidget() is safe
    assert next(iter(dialog.buttons)) == dialog._safe
    assert dialog.windowTitle() == dialog.accessibleName() == dialog.question.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert heard == [dialog._safe]


def test_the_answer_is_told_once(look: Look, qtbot: QtBot) -> None:
    dialog = MAKERS["conflict"](look)
    heard: list[str] = []
    dialog.chosen.connect(heard.append)
    dialog.open()
    dialog.buttons["newest"].click()
    dialog.reject()
    assert heard == ["newest"]


def test_the_cross_of_the_window_closes_at_once(look: Look, qtbot: QtBot) -> None:
    dialog = MAKERS["conflict"](look)
    heard: list[str] = []
    dialog.chosen.connect(heard.append)
    dialog.open()
    assert dialog.close() and not dialog.isVisible()
    assert heard == [dialog._safe]


def test_comparing_shows_what_differs_and_stays(look: Look, qtbot: QtBot) -> None:
    dialog = ConflictDialog(look, None, "Titel", OLD, NEW)
    dialog.open()
    dialog.buttons["compare"].click()
    dialog.show_differences((("Partners", 1), ("Samenwerkingsvorm", 12)))
    qtbot.wait(10)
    assert dialog.isVisible() and not dialog.buttons["compare"].isVisible()
    assert cut_off(dialog) == []
    dialog.reject()


def test_only_damage_offers_backups(look: Look, qtbot: QtBot) -> None:
    damaged, locked = MAKERS["damaged"](look), MAKERS["locked"](look)
    assert "restore" in damaged.buttons and "restore" not in locked.buttons
    assert isinstance(damaged, LibraryDialog)
    assert damaged.backup is BACKUPS[1]  # not the file that was put aside
    damaged.deleteLater()
    locked.deleteLater()


def test_where_the_place_is_fixed_no_other_is_offered(look: Look, qtbot: QtBot) -> None:
    policy, full, free = MAKERS["policy"](look), MAKERS["fixed-full"](look), MAKERS["full"](look)
    assert "elsewhere" in free.buttons
    for dialog in (policy, full):
        assert "elsewhere" not in dialog.buttons and "again" in dialog.buttons
    assert policy.lines[0].text() == BAD_POLICY.reason
    assert policy.lines[-1].text() == "Hulp: Servicedesk, toestel 1234."
    for dialog in (policy, full, free):
        dialog.deleteLater()


@pytest.mark.parametrize(
    ("places", "words"),
    [
        (PLACES, "De gewone plek."),
        (FIXED, "Bepaald door uw beheerder. Uw beheerder staat geen andere plek toe."),
        (BY_ENVIRONMENT, "Bepaald door een omgevingsvariabele. U kunt hier geen andere plek kiezen."),
    ],
)
def test_the_settings_say_why_the_library_stands_there(look: Look, qtbot: QtBot, places: Places, words: str) -> None:
    dialog = SettingsDialog(look, None, Settings(), places)
    asked: list[str] = []
    dialog.place_wanted.connect(lambda: asked.append("place"))
    dialog.about_wanted.connect(lambda: asked.append("about"))
    dialog.open()
    assert dialog.place.text() == str(PATH) and dialog.why.text() == words
    qtbot.mouseClick(dialog.other, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.about, Qt.MouseButton.LeftButton)
    assert asked == (["about"] if places.fixed else ["place", "about"])
    assert dialog.isVisible()
    dialog.reject()


def test_moments_in_words() -> None:
    assert moment_in_words(None) == "onbekend"
    assert "5\u00a0maart 2026" in moment_in_words(OLD)


def test_file_dialogs_are_dutch(look: Look, qtbot: QtBot, tmp_path: Path) -> None:
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    qtbot.addWidget(parent)
    got: list[object] = []
    dialogs = (
        choose_to_open(parent, tmp_path, got.append),
        choose_to_save(parent, None, "naam.vormwijzer", got.append),
        choose_folder(parent, tmp_path, got.append),
    )
    for dialog in dialogs:
        assert dialog.windowTitle()
        dialog.reject()
    assert got == []
    qtbot.wait(10)
