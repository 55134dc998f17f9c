"""The condition of a library's database before anybody works on it: sound, ours, of which version.

Looks without SQLAlchemy and changes nothing, so that a refused library stays as it is.
"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from models.storage.errors import LibraryDamaged, LibraryNewer, LibraryReadOnly, NotALibrary
from models.storage.sqlite_errors import sqlite_failures

__all__ = ["APPLICATION_ID", "SCHEMA_VERSIONS", "database_uri", "schema_version"]

APPLICATION_ID: Final = 0x56574D5A
"""What marks a SQLite file as ours ("VWMZ")."""

SCHEMA_VERSIONS: Final = ("0001", "0002")
"""Versions of the schema, oldest first; the ids of the modules in ``migrations/versions``."""


def schema_version(path: Path, *, busy_seconds: float) -> str | None:
    """The schema version of the database ``path``, None when it is still empty.

    Raises :class:`LibraryDamaged`, :class:`NotALibrary`, :class:`LibraryNewer`, :class:`LibraryLocked` or
    :class:`LibraryReadOnly`.
    """
    # Asked beforehand: SQLite would leave an empty log beside a file that it may only read.
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise LibraryReadOnly(path)
    with sqlite_failures(path):
        connection = sqlite3.connect(database_uri(path, "rw"), uri=True, timeout=busy_seconds, isolation_level=None)
        with closing(connection):
            version = _version(connection, path)
            if version is not None and version not in SCHEMA_VERSIONS:
                raise LibraryNewer(path, version)
            if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise LibraryDamaged(path)
            return version


def database_uri(path: Path, mode: str) -> str:
    """``path`` as SQLite's URI. ``mode``: "rw", "ro" or "immutable"."""
    return path.absolute().as_uri() + ("?immutable=1" if mode == "immutable" else f"?mode={mode}")


def _version(connection: sqlite3.Connection, path: Path) -> str | None:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return None
    if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,) or "alembic_version" not in tables:
        raise NotALibrary(path)
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None or not isinstance(row[0], str):
        raise LibraryDamaged(path)
    return row[0]
