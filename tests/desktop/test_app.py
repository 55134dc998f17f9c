"""Starting for real, in processes of their own: the window comes, a second start hands over, Dutch is spoken."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.app import TIMING
from desktop.cli.main import main
from models.dossier import dossier_from_values
from models.storage.exchange import exchange_bytes
from models.storage.library import Library
from models.storage.records import ExchangeContents
from tests.models.samples import minimal
from tests.processes import killed_when_late, line_of

ROOT = Path(__file__).resolve().parents[2]


def begin(tmp_path: Path, *words: str) -> subprocess.Popen[str]:
    """A start with folders of its own."""
    own = {
        "QT_QPA_PLATFORM": "offscreen",
        "VORMWIJZER_CONFIG": str(tmp_path / "config"),
        "VORMWIJZER_DATA": str(tmp_path / "data"),
        "XDG_RUNTIME_DIR": str(tmp_path),
        TIMING: "1",
    }
    command = [sys.executable, "-m", "desktop", *words]
    return subprocess.Popen(command, cwd=ROOT, env={**os.environ, **own}, stdout=subprocess.PIPE, text=True)


def titles(tmp_path: Path) -> list[str]:
    with Library.open(tmp_path / "data" / "mijn-dossiers.db") as library:
        return [entry.title for entry in library.list()]


def wait_for(tmp_path: Path, wanted: list[str]) -> None:
    until = time.monotonic() + 15
    while time.monotonic() < until:
        if (tmp_path / "data" / "mijn-dossiers.db").exists() and titles(tmp_path) == wanted:
            return
        time.sleep(0.2)
    assert titles(tmp_path) == wanted


def test_the_window_comes_and_a_second_start_hands_its_file_over(tmp_path: Path) -> None:
    file = tmp_path / "nieuw.vormwijzer"
    file.write_bytes(exchange_bytes(ExchangeContents(dossier_from_values({**minimal(), "title": "Overgedragen"}))))
    with begin(tmp_path) as first, killed_when_late(first):
        try:
            assert line_of(first.stdout).startswith("shown ")
            with begin(tmp_path, str(file)) as second, killed_when_late(second):
                assert second.wait(timeout=20) == 0
                assert second.stdout is not None and second.stdout.read() == ""  # no window of its own
            wait_for(tmp_path, ["Overgedragen"])
            assert first.poll() is None
        finally:
            first.kill()
    assert (tmp_path / "config" / "bezig.json").exists()  # it was killed: the next start will say so


@pytest.mark.parametrize("arguments", [["--help"], ["onbekend"], ["lijst.json"]])
def test_other_words_are_for_the_command_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) in {0, 2}
    capsys.readouterr()


def test_what_the_window_needs_is_light() -> None:
    """Pydantic, the database, the report and the network cost more than the window: none comes before it."""
    heavy = ("pydantic", "sqlalchemy", "reportlab", "yaml", "PySide6.QtNetwork", "models.dossier")
    script = f"import desktop.cli.main, desktop.app, sys; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.strip() == "[]"


DIALOG = """
import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop import app
from desktop.dialogs.files import choose_folder
from desktop.window.main_window import MainWindow

def use_a_dialog():
    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
    dialog = choose_folder(window, None, lambda path: None)
    dialog.reject()
    shiboken6.delete(dialog)
    QApplication.quit()

app._tell_time = lambda: QTimer.singleShot(0, use_a_dialog)  # called once the window shows
raise SystemExit(app.run())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt keeps its settings where the system says")
def test_what_qt_keeps_of_its_dialogs_stands_with_our_settings(tmp_path: Path) -> None:
    own = {
        "QT_QPA_PLATFORM": "offscreen",
        "VORMWIJZER_CONFIG": str(tmp_path / "config"),
        "XDG_RUNTIME_DIR": str(tmp_path),
    }
    subprocess.run([sys.executable, "-c", DIALOG], cwd=ROOT, env={**os.environ, **own}, check=True, timeout=120)
    assert [path.parent for path in tmp_path.rglob("QtProject.conf")] == [tmp_path / "config"]
