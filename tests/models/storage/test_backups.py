"""Dated backups: the last ten, only when something changed, and back again."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from models.storage.backups import backup_folder, list_backups, make_backup, restore_backup
from models.storage.condition import APPLICATION_ID
from models.storage.errors import DiskFull, LibraryDamaged, LibraryLocked, LibraryNewer, NotALibrary, StorageError
from models.storage.library import Library
from tests.models.storage.helpers import Ticking, asking, make_dossier, mode_of, picture, tiny_disk


def question_in(path: Path) -> str:
    library = Library.open(path)
    try:
        return library.load("aa").opgave.question
    finally:
        library._database.close()


def session(path: Path, clock: Ticking, question: str) -> None:
    with Library.open(path, clock=clock) as library:
        library.save(asking(make_dossier(), question))


def test_closing_makes_a_backup_that_is_a_whole_library(path: Path, clock: Ticking) -> None:
    session(path, clock, "Eerst")
    (backup,) = list_backups(path)
    assert backup.made == clock.now.replace(microsecond=0)
    assert backup.path.parent == backup_folder(path) and mode_of(backup.path) == 0o600
    assert mode_of(backup.path.parent) == 0o700
    assert list(picture(backup.path.parent)) == [backup.path.name]
    assert question_in(backup.path) == "Eerst"


def test_no_backup_when_nothing_changed(path: Path, clock: Ticking) -> None:
    session(path, clock, "Eerst")
    for _ in range(3):
        session(path, clock, "Eerst")
    assert len(list_backups(path)) == 1
    session(path, clock, "Daarna")
    assert len(list_backups(path)) == 2


def test_the_last_ten_are_kept(path: Path, clock: Ticking) -> None:
    for number in range(13):
        session(path, clock, f"Vraag {number}")
    backups = list_backups(path)
    assert len(backups) == 10
    assert question_in(backups[0].path) == "Vraag 12" and question_in(backups[-1].path) == "Vraag 3"


def test_backups_of_the_same_second_stay_apart(path: Path, clock: Ticking) -> None:
    moment = clock()
    library = Library.open(path, clock=lambda: moment)
    for number in range(3):
        library.save(asking(make_dossier(), f"Vraag {number}"))
        assert library.backup() is not None
    library.close()
    assert [question_in(backup.path) for backup in list_backups(path)] == ["Vraag 2", "Vraag 1", "Vraag 0"]


def test_a_backup_of_a_library_in_use_is_consistent(library: Library) -> None:
    library.save(asking(make_dossier(), "In gebruik"))
    backup = library.backup()
    assert backup is not None and question_in(backup.path) == "In gebruik"


def test_restoring_keeps_the_present_library_aside(path: Path, clock: Ticking) -> None:
    session(path, clock, "Goed")
    session(path, clock, "Per ongeluk")
    aside = restore_backup(path, list_backups(path)[-1].path, clock())
    assert question_in(path) == "Goed"
    assert aside is not None and question_in(aside) == "Per ongeluk"
    assert [backup.path for backup in list_backups(path) if backup.replaced] == [aside]
    assert restore_backup(path, aside, clock()) is not None
    assert question_in(path) == "Per ongeluk"


def test_restoring_over_a_damaged_library_keeps_its_bytes(path: Path, clock: Ticking) -> None:
    session(path, clock, "Goed")
    path.write_bytes(b"rubbish" * 1000)
    path.with_name(path.name + "-wal").write_bytes(b"log")
    aside = restore_backup(path, list_backups(path)[0].path, clock())
    assert question_in(path) == "Goed"
    assert aside is not None and aside.read_bytes() == b"rubbish" * 1000
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"log"


def test_restoring_where_no_library_is(path: Path, clock: Ticking) -> None:
    session(path, clock, "Goed")
    path.unlink()
    assert restore_backup(path, list_backups(path)[0].path, clock()) is None
    assert question_in(path) == "Goed"


def test_restoring_while_the_library_is_open_is_refused(path: Path, clock: Ticking) -> None:
    session(path, clock, "Goed")
    with Library.open(path, clock=clock) as library:
        library.save(asking(make_dossier(), "Nu"))
        with pytest.raises(LibraryLocked):
            restore_backup(path, list_backups(path)[0].path, clock())
        assert library.load("aa").opgave.question == "Nu"
    assert not [backup for backup in list_backups(path) if backup.replaced]


def test_only_a_sound_library_can_be_put_back(path: Path, clock: Ticking, tmp_path: Path) -> None:
    session(path, clock, "Goed")
    bad, foreign, newer = tmp_path / "bad.db", tmp_path / "foreign.db", tmp_path / "newer.db"
    bad.write_bytes(path.read_bytes()[:8192] + b"\xff" * 50_000)
    with closing(sqlite3.connect(foreign)) as connection, connection:
        connection.execute("CREATE TABLE x (y)")
    with closing(sqlite3.connect(newer)) as connection, connection:
        connection.execute("CREATE TABLE alembic_version (version_num)")
        connection.execute("INSERT INTO alembic_version VALUES ('9999')")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    before = picture(path.parent)
    empty = tmp_path / "empty.db"
    empty.touch()
    expected: list[tuple[Path, type[StorageError]]] = [
        (bad, LibraryDamaged),
        (empty, LibraryDamaged),
        (foreign, NotALibrary),
        (newer, LibraryNewer),
        (tmp_path / "none.db", StorageError),
    ]
    for backup, kind in expected:
        with pytest.raises(kind) as caught:
            restore_backup(path, backup, clock())
        assert getattr(caught.value, "path", None) in {backup, path}
        assert picture(path.parent) == before


def test_a_damaged_library_pushes_no_good_backup_out(path: Path, clock: Ticking) -> None:
    session(path, clock, "Goed")
    data = bytearray(path.read_bytes())
    data[8192:20480] = b"\xaa" * 12288
    path.write_bytes(data)
    with pytest.raises(LibraryDamaged):
        make_backup(path, clock())
    assert [question_in(backup.path) for backup in list_backups(path)] == ["Goed"]
    assert [p.name for p in backup_folder(path).iterdir() if p.name.startswith(".")] == []


def test_a_full_disk_makes_no_half_backup(tmp_path: Path, clock: Ticking) -> None:
    with tiny_disk(tmp_path / "disk", 400) as disk:
        path = disk / "m.db"
        library = Library.open(path, clock=clock)
        library.save(asking(make_dossier(), "Bewaard"))
        library._database.close()
        (disk / "filler").write_bytes(bytes(150_000))
        before = picture(disk)
        with pytest.raises(DiskFull):
            make_backup(path, clock())
        assert picture(disk) == before
        (disk / "filler").unlink()
        assert question_in(path) == "Bewaard"
