"""kill -9: whatever moment it comes, the library opens and holds the last acknowledged change."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from models.storage.library import Library
from tests.models.storage.helpers import make_dossier
from tests.processes import killed_when_late, line_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork and no SIGKILL on Windows")

ROOT = Path(__file__).resolve().parents[3]
TIMES = 50


@contextmanager
def saver() -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.models.storage.saver"]
    with subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        with killed_when_late(process):
            yield process
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(10) == 0


def killed_after(process: subprocess.Popen[str], order: str, seconds: float, saves: int = 0) -> list[int]:
    """Start a child and kill it ``seconds`` after it acknowledged ``saves`` values; all that it acknowledged."""
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(f"{order}\n")
    process.stdin.flush()
    child = 0
    acknowledged: list[int] = []
    while not child or len(acknowledged) < saves:
        word, _, rest = line_of(process.stdout).partition(" ")
        if word == "pid":
            child = int(rest)
        else:
            acknowledged.append(int(word))
    time.sleep(seconds)
    with contextlib.suppress(ProcessLookupError):  # it was done before
        os.kill(child, signal.SIGKILL)
    while (line := line_of(process.stdout)) != "dead":
        acknowledged.append(int(line))
    return acknowledged


def test_fifty_kills_while_saving_lose_nothing_that_was_acknowledged(path: Path) -> None:
    chance = random.Random(2026)
    last = 0
    with saver() as process:
        for _ in range(TIMES):
            acknowledged = killed_after(process, f"save {path}", chance.uniform(0, 0.04), saves=1)
            assert acknowledged == list(range(acknowledged[0], acknowledged[-1] + 1))
            assert last < acknowledged[0] <= last + 2
            library = Library.open(path)
            dossier = library.load("aa")
            library._database.close()
            last = int(dossier.opgave.question)
            assert acknowledged[-1] <= last <= acknowledged[-1] + 1
            assert dossier.title == f"Nummer {last}"


def test_kills_while_the_library_is_made_leave_one_that_opens(tmp_path: Path) -> None:
    chance = random.Random(2026)
    with saver() as process:
        for number in range(20):
            path = tmp_path / str(number) / "m.db"
            killed_after(process, f"create {path}", chance.uniform(0, 0.1))
            with Library.open(path) as library:
                library.save(make_dossier())
                assert library.load("aa") == make_dossier()
