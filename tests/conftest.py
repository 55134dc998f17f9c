"""What every test gets: no screen, no network, its own folders, and no unexpected log records."""

import gc
import logging
import os
from collections.abc import Generator, Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QEvent

from models.knowledge import Knowledge, load_knowledge
from tests.remembered import Memory

os.environ["QT_QPA_PLATFORM"] = "offscreen"

SHARED = Path(__file__).resolve().parents[2] / "shared"

settings.register_profile(
    "vormwijzer", deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.register_profile("thorough", deadline=None, max_examples=2000, suppress_health_check=list(HealthCheck))
settings.load_profile(os.environ.get("VORMWIJZER_HYPOTHESIS", "vormwijzer"))


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Let no garbage be looked for while the tests are read: what is read stays, and looking took a quarter of it."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, data and cache of this test alone."""
    names = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "APPDATA", "VORMWIJZER_DATA")
    for name in (*names, "VORMWIJZER_CONFIG"):
        folder = tmp_path / "own" / name.lower()
        folder.mkdir(parents=True)
        monkeypatch.setenv(name, str(folder))


@pytest.fixture(autouse=True)
def no_unexpected_log_records(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on a warning that no test asked for."""
    yield
    for when in ("setup", "call"):
        records = [r for r in caplog.get_records(when) if r.levelno >= logging.WARNING]
        assert not records, [record.getMessage() for record in records]


_RUNS = count(1)
_FULL_EVERY = 12
"""After so many tests all garbage is looked for; after the others only what is young."""


@pytest.fixture(scope="session", autouse=True)
def garbage_in_this_thread_only() -> Iterator[None]:
    """Python looks for garbage in whatever thread allocates; a widget that a worker collects takes Qt down.

    The program does the same (``desktop/app.py``).
    """
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def collected(garbage_in_this_thread_only: None) -> Iterator[None]:
    """Look for garbage between tests, in the thread that may let go of widgets.

    What outlives a full search (modules, the knowledge) is not looked at again: that would take a quarter of the time.
    """
    yield
    # What a test closed goes now: without a running event loop Qt keeps it, and dresses it again with every look.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if next(_RUNS) % _FULL_EVERY:
        gc.collect(1)
    else:
        gc.collect()
        gc.freeze()


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The style is named where the program names it too: at the start."""
    return ["vormwijzer", "-style", "fusion"]


@pytest.fixture(scope="session")
def memory() -> Memory:
    """What this worker worked out already."""
    return Memory()


@pytest.fixture(autouse=True)
def remembered(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sample a problem and read a file of knowledge once; folders that test just that go without."""
    memory.use(monkeypatch)


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The knowledge as shipped."""
    return load_knowledge()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the sources, where it stands beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("the sources are not beside this checkout")
    return SHARED
