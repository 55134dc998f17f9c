"""kill -9 while somebody works: what was done up to two seconds before is in the library."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from models.dossier import Dossier
from models.knowledge import Knowledge
from models.storage.library import Library
from tests.end_to_end.editing import EDITS
from tests.processes import killed_when_late, line_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def editing(path: Path) -> Iterator[tuple[subprocess.Popen[str], IO[str]]]:
    command = [sys.executable, "-m", "tests.end_to_end.editing", str(path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        try:
            with killed_when_late(process):
                yield process, process.stdout
        finally:
            process.kill()


def stored(path: Path, key: str) -> Dossier:
    with Library.open(path) as library:
        return library.load(key)


def assert_whole(dossier: Dossier, number: int) -> None:
    """Every edit up to ``number`` is there, and each of them wholly."""
    assert dossier.opgave.question == str(number)
    assert [fact.text for fact in dossier.opgave.facts] == [str(n) for n in range(1, number + 1)]
    assert dossier.vorm.answers


def test_two_seconds_after_the_last_edit_everything_is_there(tmp_path: Path, knowledge: Knowledge) -> None:
    path = tmp_path / "m.db"
    with editing(path) as (process, said):
        key = line_of(said)
        while not line_of(said).startswith(f"{EDITS} "):
            pass
        time.sleep(2)
        process.kill()
        process.wait()
    dossier = stored(path, key)
    assert_whole(dossier, EDITS)
    assert dossier.drafts == {"opgave/review_on": f"dag {EDITS}"}


def test_killed_in_the_middle_of_it_only_the_last_two_seconds_can_be_lost(tmp_path: Path) -> None:
    path = tmp_path / "m.db"
    made: list[tuple[int, float]] = []
    with editing(path) as (process, said):
        key = line_of(said)
        end = time.monotonic() + 3
        while time.monotonic() < end and len(made) < EDITS - 1:
            number, moment = line_of(said).split()
            made.append((int(number), float(moment)))
        process.kill()
        process.wait()
        killed = time.time()
    dossier = stored(path, key)
    due = max(number for number, moment in made if moment <= killed - 2)
    found = int(dossier.opgave.question or 0)
    assert due <= found
    facts = [fact.text for fact in dossier.opgave.facts]
    assert facts in ([str(n) for n in range(1, found + 1)], [str(n) for n in range(1, found)])
