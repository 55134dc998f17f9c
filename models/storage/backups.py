"""Dated backups of the library: made whole, the last ten kept, put back with the present one kept aside.

Uses SQLite's own backup, so that a library in use gives a consistent copy. Needs no SQLAlchemy.
"""

import contextlib
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from models.dossier import sha256
from models.storage.condition import database_uri, schema_version
from models.storage.errors import LibraryDamaged, LibraryNewer, StorageError
from models.storage.files import PRIVATE, error_of, sync_file, sync_folder
from models.storage.sqlite_errors import sqlite_failures

__all__ = ["KEPT_BACKUPS", "Backup", "backup_folder", "list_backups", "make_backup", "restore_backup"]

KEPT_BACKUPS: Final = 10
"""How many dated backups are kept (design, "Storage")."""

_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"(?P<stamp>\d{8}T\d{6}Z)(-(?P<number>\d+))?(?P<aside>-vervangen)?\.db")
_BUSY_SECONDS = 2.0
_SIDE_FILES = ("-wal", "-shm", "-journal")


@dataclass(frozen=True)
class Backup:
    """A backup. ``made``: in UTC; ``size``: in bytes; ``replaced``: the library that a restore kept aside."""

    path: Path
    made: datetime
    number: int
    size: int
    replaced: bool


def backup_folder(library: Path) -> Path:
    """The folder with the backups of ``library``, beside it."""
    return library.parent / "reservekopieen"


def list_backups(library: Path) -> tuple[Backup, ...]:
    """The backups of ``library``, newest first. Raises ``FileFailed`` when the folder cannot be read."""
    folder = backup_folder(library)
    try:
        found = [backup for path in folder.glob(f"{library.stem}-*.db") if (backup := _backup_at(path, library))]
    except OSError as error:
        raise error_of(error, folder) from error
    return tuple(sorted(found, key=lambda backup: (backup.made, backup.number), reverse=True))


def make_backup(library: Path, moment: datetime, *, keep: int = KEPT_BACKUPS) -> Backup | None:
    """Make a backup dated ``moment`` and drop all but the last ``keep``; None when nothing changed since the last.

    A damaged library gives no backup, so that it pushes no good one out. Raises the errors of storage.
    """
    folder = backup_folder(library)
    with _file_failures(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
        with _temporary(folder) as temporary:
            _copy_database(library, temporary)
            kept = [backup for backup in list_backups(library) if not backup.replaced]
            if kept and _fingerprint(kept[0].path) == _fingerprint(temporary):
                return None
            target = _free_path(library, moment, "")
            temporary.replace(target)
            sync_folder(folder)
        for backup in kept[max(keep - 1, 0) :]:
            backup.path.unlink(missing_ok=True)
    return _backup_at(target, library)


def restore_backup(library: Path, backup: Path, moment: datetime) -> Path | None:
    """Put ``backup`` in the place of ``library``, which nobody may have open.

    The present library is kept aside first, dated ``moment``, among the backups; returns its path, None when
    there was none. Raises ``LibraryDamaged`` or ``LibraryNewer`` for a backup that is no sound library,
    ``LibraryLocked`` for a library in use, ``DiskFull``, ``NotWritable``.
    """
    with _file_failures(library):
        library.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _temporary(library.parent) as temporary:
            shutil.copyfile(backup, temporary)
            _require_sound(temporary, backup)
            sync_file(temporary)
            aside = _keep_aside(library, moment) if library.exists() else None
            _remove_side_files(library)
            temporary.replace(library)
            sync_folder(library.parent)
    return aside


def _backup_at(path: Path, library: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name.removeprefix(f"{library.stem}-"))
    if match is None:
        return None
    made = datetime.strptime(match["stamp"], _STAMP).replace(tzinfo=UTC)
    return Backup(path, made, int(match["number"] or 1), path.stat().st_size, match["aside"] is not None)


def _free_path(library: Path, moment: datetime, ending: str) -> Path:
    stem = f"{library.stem}-{moment.astimezone(UTC).strftime(_STAMP)}"
    names = (f"{stem}{f'-{number}' if number > 1 else ''}" for number in range(1, 10_000))
    paths = (backup_folder(library) / f"{name}{ending}.db" for name in names)
    return next(path for path in paths if not path.exists())


@contextmanager
def _file_failures(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise error_of(error, path) from error


@contextmanager
def _temporary(folder: Path) -> Iterator[Path]:
    handle, name = tempfile.mkstemp(prefix=".vormwijzer-", suffix=".tmp", dir=folder)
    open(handle, "wb").close()  # noqa: PTH123 - closes the handle that mkstemp left open
    path = Path(name)
    try:
        yield path
    finally:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
            _remove_side_files(path)


def _copy_database(library: Path, target: Path) -> None:
    with (
        sqlite_failures(library),
        closing(sqlite3.connect(database_uri(library, "rw"), uri=True, timeout=_BUSY_SECONDS)) as source,
        closing(sqlite3.connect(target, isolation_level=None)) as copy,
    ):
        source.backup(copy)
        # One file without a log beside it, so that it can be carried anywhere and opened without writing.
        copy.execute("PRAGMA journal_mode = DELETE")
        if copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise LibraryDamaged(library)
    sync_file(target)


def _fingerprint(path: Path) -> str:
    data = bytearray(path.read_bytes())
    # The counters of changes in the header of SQLite's file format; they differ between equal copies.
    data[24:28], data[92:100] = bytes(4), bytes(8)
    return sha256(bytes(data))


def _require_sound(copy: Path, backup: Path) -> None:
    try:
        version = schema_version(copy, busy_seconds=0.0)
    except LibraryNewer as error:
        raise LibraryNewer(backup, error.found) from error
    except LibraryDamaged as error:
        raise type(error)(backup) from error
    if version is None:
        raise LibraryDamaged(backup)


def _keep_aside(library: Path, moment: datetime) -> Path:
    folder = backup_folder(library)
    folder.mkdir(mode=0o700, exist_ok=True)
    aside = _free_path(library, moment, "-vervangen")
    try:
        # First as it is: of a damaged library, SQLite may throw the log away, with the only copy of something.
        for suffix in ("", *_SIDE_FILES):
            _copy_file(_beside(library, suffix), _beside(aside, suffix))
        if _settle_log(library):
            _copy_file(library, aside)
            _remove_side_files(aside)
    except (StorageError, OSError):
        _remove_side_files(aside)
        aside.unlink(missing_ok=True)
        raise
    sync_folder(folder)
    return aside


def _copy_file(source: Path, target: Path) -> None:
    if source.exists():
        shutil.copyfile(source, target)
        target.chmod(PRIVATE)
        sync_file(target)


def _beside(library: Path, suffix: str) -> Path:
    return library.with_name(library.name + suffix)


def _remove_side_files(library: Path) -> None:
    for suffix in _SIDE_FILES:
        _beside(library, suffix).unlink(missing_ok=True)


def _settle_log(library: Path) -> bool:
    """Bring the write-ahead log into the file; False when it is damaged. Raises ``LibraryLocked`` when it is in use."""
    with contextlib.suppress(LibraryDamaged), sqlite_failures(library):
        connection = sqlite3.connect(database_uri(library, "rw"), uri=True, timeout=_BUSY_SECONDS, isolation_level=None)
        with closing(connection):
            connection.execute("PRAGMA journal_mode = DELETE")
        return True
    return False
