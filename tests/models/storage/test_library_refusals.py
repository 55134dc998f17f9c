"""A library that cannot be opened or written: said with a typed error, and left exactly as it was."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from models.storage.condition import SCHEMA_VERSIONS
from models.storage.errors import (
    DiskFull,
    LibraryDamaged,
    LibraryLocked,
    LibraryNewer,
    NotALibrary,
    NotWritable,
    StorageError,
)
from models.storage.library import Library
from tests.models.storage.helpers import (
    Ticking,
    as_other_user,
    asking,
    make_dossier,
    open_folder,
    picture,
    refusal_of,
    tiny_disk,
)

QUICK = 0.05


def filled(path: Path) -> None:
    """A library with a dossier, closed."""
    with Library.open(path, clock=Ticking()) as library:
        library.save(asking(make_dossier(), "Bewaard"))


def still_holds(path: Path) -> bool:
    library = Library.open(path)
    try:
        return library.load("aa").opgave.question == "Bewaard"
    finally:
        library._database.close()


@contextmanager
def other_program(path: Path, *statements: str) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
        yield connection
        connection.rollback()


def opened(path: Path) -> None:
    Library.open(path, busy_seconds=QUICK).close()


@pytest.mark.parametrize(
    "lock", [("BEGIN EXCLUSIVE",), ("PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE", "COMMIT", "SELECT 1")]
)
def test_a_locked_library_is_refused(path: Path, lock: tuple[str, ...]) -> None:
    filled(path)
    with other_program(path, *lock):
        with pytest.raises(LibraryLocked) as caught:
            opened(path)
        assert caught.value.path == path
    assert still_holds(path)


def test_a_lock_during_a_save_is_said_and_the_next_save_works(path: Path) -> None:
    with Library.open(path, busy_seconds=QUICK) as library:
        library.save(asking(make_dossier(), "Bewaard"))
        with other_program(path, "BEGIN IMMEDIATE"):
            with pytest.raises(LibraryLocked):
                library.save(asking(make_dossier(), "Niet bewaard"))
            assert library.load("aa").opgave.question == "Bewaard"
        library.save(asking(make_dossier(), "Nu wel"))
        assert library.load("aa").opgave.question == "Nu wel"


def test_a_newer_library_is_refused(path: Path) -> None:
    filled(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
        connection.execute("PRAGMA journal_mode = DELETE")
    before = picture(path.parent)
    with pytest.raises(LibraryNewer) as caught:
        opened(path)
    assert caught.value.found == "0999" and "nieuwere versie" in caught.value.reason
    assert picture(path.parent) == before


def overwritten(data: bytes, start: int, length: int) -> bytes:
    return data[:start] + b"\xa5" * length + data[start + length :]


@pytest.mark.parametrize(
    "kind", ["header", "first page", "middle", "cut off", "rubbish", "version table empty", "a folder"]
)
def test_a_damaged_library_is_refused(path: Path, kind: str) -> None:
    filled(path)
    good = path.read_bytes()
    bad = {
        "header": overwritten(good, 0, 16),
        "first page": overwritten(good, 100, 3000),
        "middle": overwritten(good, len(good) // 3, len(good) // 3),
        "cut off": good[: len(good) // 2],
        "rubbish": b"geen database" * 500,
    }
    if kind == "version table empty":
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("DELETE FROM alembic_version")
    elif kind == "a folder":
        path.unlink()
        path.mkdir()
    else:
        path.write_bytes(bad[kind])
    before = picture(path.parent)
    with pytest.raises(StorageError if kind == "a folder" else LibraryDamaged):
        opened(path)
    after = {name: value for name, value in picture(path.parent).items() if not name.endswith(("-wal", "-shm"))}
    assert after == before


def test_a_database_of_another_program_is_not_ours(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE boodschappen (wat TEXT)")
    before = picture(path.parent)
    with pytest.raises(NotALibrary):
        opened(path)
    assert picture(path.parent) == before


def test_damage_found_while_working_is_said(path: Path) -> None:
    with Library.open(path) as library:
        library.save(make_dossier())
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("UPDATE dossiers SET modified = 'gisteren'")
        with pytest.raises(LibraryDamaged):
            library.list()


def test_an_empty_file_becomes_a_library(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    filled(path)
    assert still_holds(path)


def test_a_folder_without_permission_gets_no_library() -> None:
    with open_folder() as folder:
        folder.chmod(0o555)
        for path in (folder / "m.db", folder / "deeper" / "m.db"):
            assert as_other_user(lambda path=path: refusal_of(lambda: opened(path))).startswith("NotWritable")  # type: ignore[misc]
        assert picture(folder) == {} and list(folder.iterdir()) == []


@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o777), (0o444, 0o555), (0o666, 0o555), (0o000, 0o777)])
def test_a_read_only_library_is_refused(file_mode: int, folder_mode: int) -> None:
    with open_folder() as folder:
        path = folder / "m.db"
        filled(path)
        before = picture(folder)
        path.chmod(file_mode)
        folder.chmod(folder_mode)
        refusal = as_other_user(lambda: refusal_of(lambda: opened(path)))
        assert refusal.startswith("LibraryReadOnly: Vormwijzer mag Mijn dossiers niet wijzigen")
        folder.chmod(0o755)
        path.chmod(0o600)
        assert picture(folder) == before
        assert still_holds(path)


def fill_up(filler: Path) -> None:
    with filler.open("wb", buffering=0) as file, pytest.raises(OSError, match="No space"):
        while True:
            file.write(bytes(4096))


def test_a_full_disk_keeps_the_last_save_and_works_again_with_room(tmp_path: Path) -> None:
    with tiny_disk(tmp_path / "disk", 2000) as disk:
        path = disk / "m.db"
        library = Library.open(path)
        library.save(asking(make_dossier(), "Bewaard"))
        filler = disk / "filler"
        fill_up(filler)
        with pytest.raises(DiskFull):
            library.save(asking(make_dossier(), "Te veel " * 20_000))
        assert library.load("aa").opgave.question == "Bewaard"
        filler.unlink()
        library.save(asking(make_dossier(), "Weer ruimte"))
        assert library.load("aa").opgave.question == "Weer ruimte"
        library._database.close()


@pytest.mark.parametrize("kilobytes", [4, 16, 64, 128, 160])
def test_no_half_library_is_made_on_a_full_disk(tmp_path: Path, kilobytes: int) -> None:
    with tiny_disk(tmp_path / "disk", kilobytes) as disk:
        with pytest.raises(DiskFull):
            opened(disk / "m.db")
        assert picture(disk) == {}


def test_a_library_at_its_largest_is_full(library: Library) -> None:
    library.save(asking(make_dossier(), "Bewaard"))
    with library._database.reading() as session:
        session.connection().exec_driver_sql("PRAGMA max_page_count = 1")
    with pytest.raises(DiskFull):
        library.save(asking(make_dossier(), "Te veel " * 20_000))
    assert library.load("aa").opgave.question == "Bewaard"


def test_the_known_versions_are_in_order() -> None:
    assert list(SCHEMA_VERSIONS) == sorted(SCHEMA_VERSIONS)
    assert issubclass(LibraryLocked, StorageError) and not issubclass(LibraryLocked, NotWritable)
