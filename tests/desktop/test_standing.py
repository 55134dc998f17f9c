"""Where the library stands, in the whole program: a policy that is wrong, an older library, a newer one, about."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from desktop.dialogs.about import AboutDialog
from desktop.dialogs.library import LibraryDialog
from desktop.dialogs.settings import SettingsDialog
from desktop.places import Origin, find_places
from desktop.program import Program
from desktop.settings import Appearance
from models.storage.backups import list_backups
from models.storage.library import Library
from tests.desktop.dialogs.test_about import Opened
from tests.desktop.test_program import dialog_of, make, titles
from tests.models.storage.helpers import tiny_disk
from tests.models.storage.test_migrations import at_version

__all__ = ["make"]

ROOT = Path(__file__).resolve().parents[2]
NAME = "mijn-dossiers.db"


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a policy, still to be written; no other variable names a place."""
    for name in ("VORMWIJZER_DATA", "VORMWIJZER_CONFIG"):
        monkeypatch.delenv(name)
    path = tmp_path / "beleid.toml"
    monkeypatch.setenv("VORMWIJZER_POLICY", str(path))
    return path


def test_a_wrong_policy_keeps_the_library_closed_until_it_is_mended(
    make: Callable[..., Program], policy: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    policy.write_text("[plaatsen]\nvast = 'ja'\n")
    program = make(wait=False, find=find_places)
    qtbot.waitUntil(lambda: bool(program._dialogs), timeout=10_000)
    dialog = dialog_of(program, LibraryDialog)
    assert "plaatsen.vast" in dialog.lines[0].text() and str(policy) in dialog.lines[0].text()
    assert "elsewhere" not in dialog.buttons
    standard = program.standing.places.given.path
    program.create("Nergens")  # whatever one asks for
    program.open_example("bar")
    assert "plaatsen.vast" in program.window.toast.words.text()
    assert not standard.parent.exists() and not program.ready
    assert program.window.look_up() is None

    policy.write_text("[plaatsen]\nvast = 3\n")
    dialog.buttons["again"].click()
    qtbot.waitUntil(lambda: dialog_of(program, LibraryDialog) is not dialog, timeout=10_000)
    again = dialog_of(program, LibraryDialog)
    policy.write_text(
        f"[plaatsen]\ngegevens = '{tmp_path / 'p'}'\ninstellingen = '{tmp_path / 'i'}'\nvast = true\n"
        "[standaard]\nuiterlijk = 'donker'\n"
    )
    again.buttons["again"].click()
    qtbot.waitUntil(lambda: program.ready, timeout=10_000)
    program.create("Toch")
    program.window.show_start()
    assert titles(program) == ["Toch"]
    assert (tmp_path / "p" / NAME).is_file() and not standard.exists()
    assert program.window.settings.appearance is Appearance.DARK
    program.window.zoom(1)
    assert set(json.loads((tmp_path / "i" / "settings.json").read_text())) == {"version", "zoom"}


def test_an_unclosed_example_needs_no_library_but_a_fixed_place_is_not_moved(
    make: Callable[..., Program], policy: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    policy.write_text(f"[plaatsen]\ngegevens = '{tmp_path / 'p'}'\nvast = true\n[beheer]\nnaam = 'Helpdesk'\n")
    program = make(find=find_places)
    program.show_settings()
    dialog = dialog_of(program, SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    assert not dialog.other.isEnabled() and "beheerder" in dialog.why.text()
    program.standing.choose_place()
    assert program.window.findChildren(type(dialog)) == [dialog]  # no dialog to choose a folder with
    dialog.about.click()
    about = dialog_of(program, AboutDialog)
    assert isinstance(about, AboutDialog)
    assert about.about.desk == "Helpdesk" and about.about.places[0].origin is Origin.POLICY
    about.reject()
    dialog.reject()


def test_about_is_reached_from_start_and_menu(make: Callable[..., Program]) -> None:
    program = make()
    program.start.about_button.click()
    dialog_of(program, AboutDialog).reject()
    program.open_example("bar")
    menu = program.window.bar.settings_menu
    next(action for action in menu.actions() if action.text() == "Over Vormwijzer").trigger()
    about = dialog_of(program, AboutDialog)
    assert about.isVisible()
    about.reject()


@pytest.fixture
def opened() -> Iterator[Opened]:
    taker = Opened()
    QDesktopServices.setUrlHandler("file", taker, "take")
    yield taker
    QDesktopServices.unsetUrlHandler("file")


def test_an_older_library_is_brought_up_and_that_is_said_once(
    make: Callable[..., Program], tmp_path: Path, opened: Opened
) -> None:
    path = tmp_path / "oud" / NAME
    at_version(path, "0001")
    program = make(path)
    assert titles(program) == ["Oud dossier"]
    (backup,) = list_backups(path)
    toast = program.window.toast
    assert toast.isVisible() and backup.path.name in toast.words.text()
    toast.action.click()
    assert opened.urls == [QUrl.fromLocalFile(str(backup.path.parent))]
    with closing(sqlite3.connect(backup.path)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)


def test_a_library_of_this_version_says_nothing(make: Callable[..., Program]) -> None:
    program = make()
    assert program.window._toast is None or not program.window.toast.isVisible()


def test_a_newer_library_is_refused_in_the_window(make: Callable[..., Program], tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "nieuw" / NAME
    Library.open(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    program = make(path, wait=False)
    qtbot.waitUntil(lambda: bool(program._dialogs), timeout=10_000)
    dialog = dialog_of(program, LibraryDialog)
    assert "nieuwere versie" in dialog.lines[0].text() and "restore" not in dialog.buttons
    assert path.read_bytes() == before


def test_a_chosen_house_style_reaches_the_documents(make: Callable[..., Program], policy: Path, tmp_path: Path) -> None:
    from desktop.report.template import Template, template_bytes

    (tmp_path / "huis.json").write_bytes(template_bytes(Template(kind="Raadsvoorstel")))
    policy.write_text(f"[standaard]\nsjabloon = '{tmp_path / 'huis.json'}'\n")
    program = make(find=find_places)
    program.create("Met huisstijl")
    view = program.window.dossier_view
    assert view is not None and view.around.templates is not None
    assert view.around.templates.load().kind == "Raadsvoorstel"


# --- a home that takes nothing, in a process of its own

SCRIPT = """
import sys
from PySide6.QtCore import QTimer
from desktop import app
from desktop.program import Program
told = Program._loaded
def loaded(program, error):
    told(program, error)
    print("fout:", None if error is None else error.reason, flush=True)
    for dialog in program._dialogs:
        print("venster:", dialog.windowTitle(), flush=True)
    program.leaving.agreed = True
    QTimer.singleShot(0, program.window.close)
Program._loaded = loaded
sys.exit(app.run())
"""


def started(home: Path) -> tuple[int, str, str]:
    """The program with this home until its window tells how the library opened; exit code, output, errors."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("VORMWIJZER_", "XDG_"))}
    env = {**kept, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, env=env, capture_output=True, text=True, timeout=120
    )
    return done.returncode, done.stdout, done.stderr


def only_log_lines(errors: str) -> bool:
    return "Traceback" not in errors and "Error:" not in errors


def test_a_full_disk_at_the_start_is_said_in_the_window(tmp_path: Path) -> None:
    with tiny_disk(tmp_path / "klein", 16) as home:
        (home / "vol").write_bytes(b"x" * 4096 * 2)
        code, out, errors = started(home)
    assert code == 0, errors
    assert "De schijf is vol" in out and "Mijn dossiers kan niet open" in out
    assert only_log_lines(errors), errors


@contextmanager
def unwritable(folder: Path) -> Iterator[Path]:
    """A folder in which nobody may write: for root, who may write everywhere, a disk that is read-only."""
    if os.geteuid() != 0:
        folder.mkdir(mode=0o500)
        yield folder
        folder.chmod(0o700)
        return
    with tiny_disk(folder, 16) as disk:
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True, timeout=120)
        yield disk


def test_a_home_without_rights_is_said_in_the_window(tmp_path: Path) -> None:
    with unwritable(tmp_path / "dicht") as home:
        code, out, errors = started(home)
        assert list(home.iterdir()) == []
    assert code == 0, errors
    assert "mag hier niet schrijven" in out and "Mijn dossiers kan niet open" in out
    assert only_log_lines(errors), errors
