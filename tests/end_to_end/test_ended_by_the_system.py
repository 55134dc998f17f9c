"""The system ends the program: everything is saved, and the next start has nothing to say about it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from models.dossier import dossier_from_values
from models.storage.exchange import exchange_bytes
from models.storage.library import Library
from models.storage.records import ExchangeContents
from tests.end_to_end.whole import SAID, TITLE
from tests.models.samples import minimal
from tests.processes import killed_when_late, line_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems end a program in other ways")

ROOT = Path(__file__).resolve().parents[2]
ICONS = "icon [16, 32, 48, 64, 256] [16, 32, 48, 64, 256]"


@contextmanager
def program(tmp_path: Path, *words: str) -> Iterator[tuple[subprocess.Popen[str], IO[str]]]:
    """The program with folders of its own, its window painted."""
    own = {
        "QT_QPA_PLATFORM": "offscreen",
        "VORMWIJZER_CONFIG": str(tmp_path / "config"),
        "VORMWIJZER_DATA": str(tmp_path / "data"),
        "XDG_RUNTIME_DIR": str(tmp_path),
    }
    command = [sys.executable, "-m", "tests.end_to_end.whole", *words]
    with subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **own}, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        try:
            with killed_when_late(process):
                assert line_of(process.stdout) == ICONS
                yield process, process.stdout
        finally:
            process.kill()


def marker(tmp_path: Path) -> Path:
    return tmp_path / "config" / "bezig.json"


def saved(tmp_path: Path) -> dict[str, str | None]:
    """The question of each dossier in the library, by title."""
    with Library.open(tmp_path / "data" / "mijn-dossiers.db") as library:
        return {entry.title: library.load(entry.id).opgave.question for entry in library.list()}


def assert_ended_well(process: subprocess.Popen[str], tmp_path: Path) -> None:
    _, wrong = process.communicate(timeout=60)
    # The one warning that design.md lets pass.
    assert [line for line in wrong.splitlines() if "propagateSizeHints" not in line] == []
    assert process.returncode == 0
    assert saved(tmp_path) == {TITLE: SAID}
    assert not marker(tmp_path).exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_closes_it_as_a_person_does(tmp_path: Path, number: signal.Signals) -> None:
    with program(tmp_path, "wait") as (process, said):
        assert line_of(said) == "edited"
        assert marker(tmp_path).exists()
        assert saved(tmp_path) == {TITLE: ""}
        process.send_signal(number)
        assert_ended_well(process, tmp_path)


def test_an_open_dialog_and_a_form_that_was_not_sent_do_not_hold_it_up(tmp_path: Path) -> None:
    with program(tmp_path, "asked") as (process, said):
        assert line_of(said) == "edited"
        process.terminate()
        assert_ended_well(process, tmp_path)
    assert '"geometry": "' in (tmp_path / "config" / "settings.json").read_text(encoding="utf-8")  # it really closed


@pytest.mark.parametrize("how", ["logout", "switch-off"])
def test_logging_out_and_switching_off_save_everything(tmp_path: Path, how: str) -> None:
    with program(tmp_path, how) as (process, said):
        assert line_of(said) == "edited"
        assert_ended_well(process, tmp_path)


def test_whoever_thinks_better_of_logging_out_goes_on(tmp_path: Path) -> None:
    with program(tmp_path, "stay") as (process, said):
        assert line_of(said) == "edited"
        assert line_of(said) == "open True True"
        assert saved(tmp_path) == {TITLE: SAID}
        assert marker(tmp_path).exists()
        process.terminate()
        assert_ended_well(process, tmp_path)


def test_a_signal_that_is_shut_out_stays_shut_out(tmp_path: Path) -> None:
    """As nohup does: the terminal closes, and the program goes on."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with program(tmp_path, "wait") as (process, said):
            assert line_of(said) == "edited"
            process.send_signal(signal.SIGHUP)
            process.send_signal(signal.SIGTERM)
            assert_ended_well(process, tmp_path)
    finally:
        signal.signal(signal.SIGHUP, before)


def test_files_that_the_system_asks_to_open_come_in(tmp_path: Path) -> None:
    """As a double click on macOS: one before the program is there, others at once while it runs, and no dossier."""
    names = []
    for number, title in enumerate(("Vroeg", "Later", "Ook later")):
        values = {**minimal(), "id": f"d{number}", "title": title}
        path = tmp_path / f"{title}.vormwijzer"
        path.write_bytes(exchange_bytes(ExchangeContents(dossier_from_values(values))))
        names.append(str(path))
    with program(tmp_path, "open", *names, str(tmp_path / "geen.pdf")) as (process, said):
        assert line_of(said) == "opened 3"
        process.terminate()
        process.communicate(timeout=60)
    assert sorted(saved(tmp_path)) == ["Later", "Ook later", "Vroeg"]
