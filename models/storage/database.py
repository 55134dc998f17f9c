"""The database of the library: how SQLite is set, transactions, and errors as typed ones."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from models.storage.errors import LibraryDamaged
from models.storage.sqlite_errors import sqlite_failures, storage_error_of
from models.storage.tables import DamagedValueError

__all__ = ["WRITES", "Database", "failures", "make_engine"]

WRITES = "vormwijzer_writes"
"""Execution option of a connection that will write."""


def make_engine(path: Path, *, busy_seconds: float, foreign_keys: bool = True) -> Engine:
    """An engine on the SQLite file ``path``: WAL, every commit synced, deleted content overwritten.

    ``foreign_keys`` is off only while a migration rebuilds tables.
    """
    url = URL.create("sqlite", database=str(path))
    # Without values in messages of errors: they would hold answers, and votes of an open round.
    engine = create_engine(url, connect_args={"timeout": busy_seconds}, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def settle(connection: sqlite3.Connection, _record: object) -> None:
        # Transactions are begun by the listener below, so sqlite3 itself must not begin or commit any.
        connection.isolation_level = None
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "secure_delete = ON",
            f"foreign_keys = {'ON' if foreign_keys else 'OFF'}",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer takes its lock first: one that read before it wrote could be refused without waiting.
        writes = connection.get_execution_options().get(WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


@contextmanager
def failures(path: Path) -> Iterator[None]:
    """Raise typed errors in place of those of SQLite and SQLAlchemy; mistakes of this program pass unchanged."""
    try:
        with sqlite_failures(path):
            yield
    except DBAPIError as error:
        typed = storage_error_of(error.orig, path) if isinstance(error.orig, sqlite3.Error) else None
        if typed is None:
            raise
        raise typed from error
    except DamagedValueError as error:
        raise LibraryDamaged(path) from error


class Database:
    """Transactions on one SQLite file. Raises the errors of :mod:`models.storage.errors`."""

    def __init__(self, path: Path, *, busy_seconds: float) -> None:
        """Work on ``path``, which must exist with its schema; a lock is waited for ``busy_seconds``."""
        self.path = path
        self._engine = make_engine(path, busy_seconds=busy_seconds)
        self._writer = self._engine.execution_options(**{WRITES: True})

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One consistent view of the library."""
        with failures(self.path), Session(self._engine) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction: all of it is on disk at the end of the block, or nothing."""
        with failures(self.path), Session(self._writer) as session, session.begin():
            yield session

    def probe(self) -> None:
        """Find out whether the library may be written to, without changing it."""
        with self.writing() as session:
            # SQLite begins a transaction on a file that it may only read; a statement that would write finds out.
            session.connection().exec_driver_sql("DELETE FROM alembic_version WHERE 0")

    def close(self) -> None:
        """Let go of the file; what the write-ahead log holds goes into it."""
        with failures(self.path):
            self._engine.dispose()
