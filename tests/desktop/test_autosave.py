"""Autosave: everything on disk soon after a change, one save at a time, and a failure is said and made good."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import autosave as module
from desktop.autosave import Autosave, SaveKind, SaveState, save_words
from desktop.editor import DossierEditor
from models.dossier import Dossier
from models.knowledge import Knowledge
from models.storage.errors import DiskFull, LibraryReadOnly, StorageError
from models.storage.library import Library
from tests.models.storage.helpers import make_dossier, tiny_disk

ROOT = Path(__file__).resolve().parents[2]
NOON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
QUESTION = ("opgave", "question")


class Store:
    """Keeps what is saved in memory; waits at ``gate`` and raises ``error`` when told to."""

    def __init__(self) -> None:
        self.saved: list[Dossier] = []
        self.error: Exception | None = None
        self.gate = threading.Event()
        self.gate.set()
        self.inside = self.most_inside = 0
        self.threads: set[str] = set()

    def save(self, dossier: Dossier) -> None:
        self.inside += 1
        self.most_inside = max(self.most_inside, self.inside)
        self.threads.add(threading.current_thread().name)
        try:
            assert self.gate.wait(10)
            if self.error is not None:
                raise self.error
            self.saved.append(dossier)
        finally:
            self.inside -= 1


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SAVE_MS", 60)
    monkeypatch.setattr(module, "RETRY_MS", 250)


@pytest.fixture
def store() -> Iterator[Store]:
    store = Store()
    yield store
    store.gate.set()


@pytest.fixture
def editor(qtbot: QtBot, knowledge: Knowledge) -> Iterator[DossierEditor]:
    editor = DossierEditor(make_dossier(), knowledge)
    yield editor
    editor.close()


@pytest.fixture
def autosave(editor: DossierEditor, store: Store) -> Iterator[Autosave]:
    autosave = Autosave(editor, store, saved_at=NOON, now=lambda: NOON.replace(hour=13))
    yield autosave
    store.gate.set()
    autosave.close()


def kinds_of(autosave: Autosave) -> list[SaveKind]:
    kinds: list[SaveKind] = []
    autosave.state_changed.connect(lambda: kinds.append(autosave.state.kind))
    return kinds


def test_a_change_is_saved_soon_off_the_gui_thread(
    qtbot: QtBot, editor: DossierEditor, store: Store, autosave: Autosave
) -> None:
    kinds = kinds_of(autosave)
    assert autosave.state == SaveState(SaveKind.SAVED, NOON) and not autosave.unsaved
    editor.put(QUESTION, "Waarom?")
    assert autosave.unsaved and autosave.state.kind is SaveKind.SAVING
    qtbot.waitUntil(lambda: not autosave.unsaved)
    assert store.saved == [editor.dossier] and kinds == [SaveKind.SAVING, SaveKind.SAVED]
    assert autosave.state.at == NOON.replace(hour=13)
    assert threading.main_thread().name not in store.threads


def test_typing_on_and_on_does_not_put_off_a_save(
    qtbot: QtBot, editor: DossierEditor, store: Store, autosave: Autosave
) -> None:
    for number in range(30):
        editor.put(QUESTION, f"Vraag {number}", merge=True)
        qtbot.wait(10)
    assert len(store.saved) >= 2
    qtbot.waitUntil(lambda: not autosave.unsaved)
    assert store.saved[-1] is editor.dossier


def test_never_two_saves_at_once_and_the_newest_last(
    qtbot: QtBot, editor: DossierEditor, store: Store, autosave: Autosave
) -> None:
    store.gate.clear()
    editor.put(QUESTION, "Een")
    first = editor.dossier
    qtbot.waitUntil(lambda: store.inside == 1)
    for number in range(5):
        editor.put(QUESTION, f"Meer {number}")
        qtbot.wait(30)
    assert store.inside == 1 and autosave.state.kind is SaveKind.SAVING
    store.gate.set()
    qtbot.waitUntil(lambda: not autosave.unsaved)
    assert store.saved == [first, editor.dossier] and store.most_inside == 1
    assert autosave.state.kind is SaveKind.SAVED


def test_undone_before_it_was_saved_there_is_nothing_to_save(
    qtbot: QtBot, editor: DossierEditor, store: Store, autosave: Autosave
) -> None:
    editor.put(QUESTION, "Toch niet")
    editor.undo()
    assert autosave.state == SaveState(SaveKind.SAVED, NOON)
    qtbot.wait(120)
    assert store.saved == []


def test_undone_while_it_was_saved_is_saved_again(
    qtbot: QtBot, editor: DossierEditor, store: Store, autosave: Autosave
) -> None:
    store.gate.clear()
    start = editor.dossier
    editor.put(QUESTION, "Toch niet")
    qtbot.waitUntil(lambda: store.inside == 1)
    editor.undo()
    store.gate.set()
    qtbot.waitUntil(lambda: len(store.saved) == 2)
    assert store.saved[-1] is start


def test_a_dossier_of_which_nothing_is_known_is_saved_at_once(
    qtbot: QtBot, editor: DossierEditor, store: Store
) -> None:
    autosave = Autosave(editor, store)
    assert autosave.state.kind is SaveKind.SAVING
    qtbot.waitUntil(lambda: store.saved == [editor.dossier])
    autosave.close()


def test_an_example_is_never_written(qtbot: QtBot, knowledge: Knowledge, store: Store) -> None:
    editor = DossierEditor(make_dossier(), knowledge, read_only=True)
    autosave = Autosave(editor, store)
    editor.put(QUESTION, "Anders")
    qtbot.wait(120)
    assert autosave.flush() and autosave.close() and store.saved == []
    assert not autosave.unsaved and autosave.state.kind is SaveKind.SAVED
    editor.close()


def test_a_failure_is_said_and_tried_again(
    qtbot: QtBot, editor: DossierEditor, store: Store, autosave: Autosave
) -> None:
    store.error = DiskFull(Path("m.db"))
    kinds = kinds_of(autosave)
    editor.put(QUESTION, "Waarom?")
    qtbot.waitUntil(lambda: autosave.state.kind is SaveKind.FAILED)
    assert autosave.state.at == NOON and autosave.state.reason == store.error.reason
    store.error = None
    qtbot.waitUntil(lambda: not autosave.unsaved)
    assert kinds == [SaveKind.SAVING, SaveKind.FAILED, SaveKind.SAVED]
    assert store.saved == [editor.dossier]


def test_after_a_failure_the_next_change_tries_again(
    qtbot: QtBot, editor: DossierEditor, store: Store, autosave: Autosave, monkeypatch: pytest.MonkeyPatch
) -> None:
    autosave._retry.setInterval(60_000)
    store.error = DiskFull(Path("m.db"))
    editor.put(QUESTION, "Waarom?")
    qtbot.waitUntil(lambda: autosave.state.kind is SaveKind.FAILED)
    store.error = None
    editor.put(QUESTION, "Daarom")
    assert autosave.state.kind is SaveKind.FAILED  # in sight until it is mended
    qtbot.waitUntil(lambda: autosave.state.kind is SaveKind.SAVED)
    assert store.saved == [editor.dossier] and not autosave._retry.isActive()


def test_flush_saves_now_and_says_whether_it_went(editor: DossierEditor, store: Store, autosave: Autosave) -> None:
    editor.put(QUESTION, "Waarom?")
    assert autosave.flush() and store.saved == [editor.dossier]
    assert autosave.flush() and len(store.saved) == 1
    editor.put(QUESTION, "Daarom")
    store.error = LibraryReadOnly(Path("m.db"))
    assert not autosave.flush() and autosave.state.kind is SaveKind.FAILED
    store.error = ValueError("a mistake of ours")
    assert not autosave.flush() and autosave.state.reason == "Er ging iets mis bij het opslaan."
    store.error = None
    assert autosave.flush() and autosave.state.kind is SaveKind.SAVED


def test_flush_waits_for_the_save_that_is_going_on(
    qtbot: QtBot, editor: DossierEditor, store: Store, autosave: Autosave
) -> None:
    store.gate.clear()
    editor.put(QUESTION, "Een")
    qtbot.waitUntil(lambda: store.inside == 1)
    editor.put(QUESTION, "Twee")
    threading.Timer(0.05, store.gate.set).start()
    assert autosave.close()
    assert [saved.opgave.question for saved in store.saved] == ["Een", "Twee"] and store.most_inside == 1
    editor.put(QUESTION, "Drie")
    qtbot.wait(120)
    assert len(store.saved) == 2


def test_a_mistake_of_the_program_is_reported_and_tried_again(
    qtbot: QtBot, editor: DossierEditor, store: Store, autosave: Autosave
) -> None:
    store.error = ValueError("a mistake of ours")
    with qtbot.capture_exceptions() as caught:
        editor.put(QUESTION, "Waarom?")
        qtbot.waitUntil(lambda: autosave.state.kind is SaveKind.FAILED)
        store.error = None
    assert [kind for kind, *_ in caught] == [ValueError]
    qtbot.waitUntil(lambda: not autosave.unsaved)


# --- with a real library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "data" / "m.db") as library:
        yield library


def test_a_library_gets_every_change(qtbot: QtBot, editor: DossierEditor, library: Library) -> None:
    autosave = Autosave(editor, library)
    qtbot.waitUntil(lambda: not autosave.unsaved)
    for number in range(20):
        editor.put(QUESTION, f"Vraag {number}")
        qtbot.wait(20)
    qtbot.waitUntil(lambda: not autosave.unsaved)
    assert library.load("aa") == editor.dossier
    editor.put_draft(("opgave", "review_on"), "half maart")
    assert autosave.close() and library.load("aa") == editor.dossier


def test_a_full_disk_fails_and_recovers(qtbot: QtBot, editor: DossierEditor, tmp_path: Path) -> None:
    with tiny_disk(tmp_path / "disk", 1200) as disk:
        library = Library.open(disk / "m.db")
        autosave = Autosave(editor, library)
        qtbot.waitUntil(lambda: not autosave.unsaved)
        filler = disk / "filler"
        filler.write_bytes(b"x" * (os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize))
        editor.put(QUESTION, "lang " * 20_000)
        qtbot.waitUntil(lambda: autosave.state.kind is SaveKind.FAILED)
        assert save_words(autosave.state).startswith("Niet opgeslagen: de schijf is vol")
        filler.unlink()
        qtbot.waitUntil(lambda: not autosave.unsaved)
        assert library.load("aa") == editor.dossier
        autosave.close()
        library._database.close()


LIMITED = """
import resource, signal, sys
from pathlib import Path
from models.storage.errors import StorageError
from models.storage.library import Library
from tests.models.storage.helpers import asking, make_dossier
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
library = Library.open(Path(sys.argv[1]))
library.save(make_dossier())
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (65536, hard))
try:
    library.save(asking(make_dossier(), "lang " * 40000))
except StorageError as error:
    print(type(error).__name__)
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
library.save(asking(make_dossier(), "kort"))
print(library.load("aa").opgave.question)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no limits to a file on Windows")
def test_a_file_that_may_not_grow_is_a_typed_error_that_mends(tmp_path: Path) -> None:
    command = [sys.executable, "-c", LIMITED, str(tmp_path / "m.db")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    kind, question = done.stdout.split()
    assert issubclass(getattr(__import__("models.storage.errors", fromlist=[kind]), kind), StorageError)
    assert question == "kort"


def test_a_locked_library_fails_and_recovers(qtbot: QtBot, editor: DossierEditor, tmp_path: Path) -> None:
    import sqlite3

    library = Library.open(tmp_path / "m.db", busy_seconds=0.05)
    autosave = Autosave(editor, library)
    qtbot.waitUntil(lambda: not autosave.unsaved)
    other = sqlite3.connect(tmp_path / "m.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    editor.put(QUESTION, "Waarom?")
    qtbot.waitUntil(lambda: autosave.state.kind is SaveKind.FAILED)
    assert "ander programma" in autosave.state.reason
    other.execute("ROLLBACK")
    other.close()
    qtbot.waitUntil(lambda: autosave.state.kind is SaveKind.SAVED)
    assert library.load("aa") == editor.dossier
    autosave.close()
    library.close()


# --- the words


def in_amsterdam(act: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    time.tzset()
    try:
        return act()
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.skipif(sys.platform == "win32", reason="the time zone cannot be set here")
def test_the_words_of_each_state(monkeypatch: pytest.MonkeyPatch) -> None:
    afternoon = SaveState(SaveKind.SAVED, datetime(2026, 3, 5, 13, 5, tzinfo=UTC))
    assert in_amsterdam(lambda: save_words(afternoon), monkeypatch) == "Opgeslagen om 14.05 uur"
    assert save_words(SaveState(SaveKind.SAVED)) == "Opgeslagen"
    assert save_words(SaveState(SaveKind.SAVING, NOON)) == "Bezig met opslaan"
    full, refused = DiskFull(Path("m.db")).reason, LibraryReadOnly(Path("m.db")).reason
    assert save_words(SaveState(SaveKind.FAILED, None, full)).startswith("Niet opgeslagen: de schijf is vol")
    assert save_words(SaveState(SaveKind.FAILED, None, refused)).startswith("Niet opgeslagen: Vormwijzer mag")
