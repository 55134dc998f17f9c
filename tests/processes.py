"""Programs that tests start: none of them may keep the suite waiting."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from typing import IO

__all__ = ["PATIENCE", "killed_when_late", "line_of", "run_office"]

PATIENCE = 120
"""Seconds after which a program that a test started has failed."""
_TRIES = 2


@contextmanager
def killed_when_late(process: subprocess.Popen[str], seconds: float = PATIENCE) -> Iterator[None]:
    """Kill ``process`` after so many seconds: whoever reads its lines sees their end instead of waiting for ever."""
    timer = Timer(seconds, process.kill)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def line_of(said: IO[str] | None) -> str:
    """The next line, without its end. Raises ``EOFError`` when the program says no more."""
    assert said is not None
    line = said.readline()
    if not line:
        raise EOFError("the program ended before it said what the test waits for")
    return line.strip()


def run_office(command: Sequence[str], folder: Path, settings: str = "", seconds: float = PATIENCE) -> None:
    """Run LibreOffice, a second time with a profile of its own where it hung: the first start now and then does.

    ``settings``: what its profile starts with. ``soffice`` starts the real program as a
    child of its own that keeps the pipes: killing it alone would leave the reader waiting, so the whole group goes.
    Raises ``AssertionError`` with what it said, when it failed or hung twice.
    """
    log = folder / "office.log"
    for number in range(_TRIES):
        profile = folder / f"profile-{number}"
        (profile / "user").mkdir(parents=True)
        if settings:
            (profile / "user" / "registrymodifications.xcu").write_text(settings, encoding="utf-8")
        words = [command[0], f"-env:UserInstallation={profile.as_uri()}", "--headless", *command[1:]]
        with log.open("wb") as output:
            process = subprocess.Popen(words, stdout=output, stderr=output, start_new_session=True)
        with suppress(subprocess.TimeoutExpired):
            assert process.wait(seconds) == 0, log.read_text(encoding="utf-8", errors="replace")
            return
        if sys.platform != "win32":
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()
    raise AssertionError(f"LibreOffice hung {_TRIES} times: {log.read_text(encoding='utf-8', errors='replace')}")
