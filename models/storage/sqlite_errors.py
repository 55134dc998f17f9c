"""From what SQLite says to the typed errors of storage. Needs no SQLAlchemy."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.storage.errors import DiskFull, LibraryDamaged, LibraryFailed, LibraryLocked, LibraryReadOnly, StorageError

__all__ = ["sqlite_failures", "storage_error_of"]

_PRIMARY = 0xFF
_LOCKED = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})
_REFUSED = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_AUTH})
_NO_ROOM = frozenset({sqlite3.SQLITE_IOERR_SHMSIZE})


def storage_error_of(error: sqlite3.Error, path: Path) -> StorageError | None:
    """The typed error for ``error`` on the database ``path``; None when it is a mistake of this program."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    primary = code & _PRIMARY
    if primary == sqlite3.SQLITE_FULL or code in _NO_ROOM:
        return DiskFull(path)
    if primary in _LOCKED:
        return LibraryLocked(path)
    if primary in _DAMAGED:
        return LibraryDamaged(path)
    if primary in _REFUSED:
        return LibraryReadOnly(path)
    return LibraryFailed(path) if primary == sqlite3.SQLITE_IOERR else None


@contextmanager
def sqlite_failures(path: Path) -> Iterator[None]:
    """Raise typed errors in place of SQLite's; mistakes of this program pass unchanged."""
    try:
        yield
    except sqlite3.Error as error:
        typed = storage_error_of(error, path)
        if typed is None:
            raise
        raise typed from error
