"""The library, "Mijn dossiers": one SQLite database in the user's data folder (design, "Storage").

Importing this module loads SQLAlchemy; import it when the library is opened, not at the start of the program.
"""

import contextlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import delete
from sqlalchemy.orm import Session

from models.dossier import Dossier, dossier_from_values
from models.storage.backups import KEPT_BACKUPS, Backup, list_backups, make_backup
from models.storage.condition import SCHEMA_VERSIONS, schema_version
from models.storage.database import Database
from models.storage.dossier_rows import dossier_row, list_entries, read_dossier_rows, write_dossier
from models.storage.errors import AlreadyExists, StorageError
from models.storage.files import PRIVATE, error_of
from models.storage.importing import copy_title, import_contents, writes_over
from models.storage.record_keeping import RecordKeeping
from models.storage.record_rows import exchange_contents, new_id, note, note_saved
from models.storage.records import (
    AuditAction,
    Conflict,
    ExchangeContents,
    ImportOutcome,
    ImportResult,
    LibraryEntry,
    Saved,
)
from models.storage.tables import AuditRow, DossierRow

__all__ = ["Clock", "Library", "utc_now"]

Clock = Callable[[], datetime]
"""Gives the present moment, with a time zone."""


def utc_now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


class Library(RecordKeeping):
    """The dossiers on this computer. Every method raises the errors of :mod:`models.storage.errors`.

    Each method that writes is one transaction: when it returns, the change is on disk and survives kill -9.
    """

    def __init__(self, database: Database, clock: Clock, keep_backups: int) -> None:
        """Use :meth:`open`."""
        super().__init__(database, clock)
        self.path = database.path
        self._keep = keep_backups
        self.migrated: Backup | None = None
        """Where the library was of an older version and was brought up to this one: the backup from before."""

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        clock: Clock = utc_now,
        busy_seconds: float = 2.0,
        keep_backups: int = KEPT_BACKUPS,
    ) -> Self:
        """Open the library at ``path``, made on first use (folder 0700, file 0600) and migrated when older.

        ``busy_seconds``: how long to wait for a lock. Raises ``LibraryNewer``, ``LibraryDamaged``,
        ``LibraryLocked``, ``LibraryReadOnly``, ``NotWritable`` or ``DiskFull``; then nothing has changed.
        """
        created = _create_file(path)
        try:
            migrated = _bring_up_to_date(path, clock, busy_seconds, keep_backups)
            database = Database(path, busy_seconds=busy_seconds)
            try:
                database.probe()
            except StorageError:
                database.close()
                raise
        except StorageError:
            if created:
                _remove_file(path)
            raise
        library = cls(database, clock, keep_backups)
        library.migrated = migrated
        return library

    def close(self) -> Backup | None:
        """Let go of the file and make a dated backup; None when nothing changed since the last one."""
        self._database.close()
        return self.backup()

    def backup(self) -> Backup | None:
        """Make a dated backup now; None when nothing changed since the last one."""
        return make_backup(self.path, self._clock(), keep=self._keep)

    def __enter__(self) -> Self:
        """The library itself; it is closed at the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close; what went wrong inside the block is not hidden by a backup that fails as well."""
        if error is None:
            self.close()
        else:
            with contextlib.suppress(StorageError):
                self.close()

    def save(self, dossier: Dossier) -> Saved:
        """Write the sections that changed, and title, progress and drafts if those did.

        Drafts never stand in the way, nor does a reference to something that is gone.
        """
        with self._database.writing() as session:
            now = self._clock()
            is_new = session.get(DossierRow, dossier.id) is None
            saved = write_dossier(session, dossier, now)
            if is_new:
                note(session, dossier.id, AuditAction.CREATED, now)
            elif saved.changed:
                note_saved(session, dossier.id, [step.value for step in saved.steps], now)
            return saved

    def load(self, dossier_id: str) -> Dossier:
        """The dossier, also when it is archived or in the bin. Raises ``NotFound``, ``DossierUnreadable``."""
        with self._database.reading() as session:
            return read_dossier_rows(session, dossier_id)

    def list(self, *, include_archived: bool = False, include_deleted: bool = False) -> tuple[LibraryEntry, ...]:
        """What the list shows of each dossier, last changed first."""
        with self._database.reading() as session:
            return list_entries(session, archived=include_archived, deleted=include_deleted)

    def rename(self, dossier_id: str, title: str) -> None:
        """Give a dossier another title. Raises ``DossierError`` for an empty one or one over 300 signs."""
        with self._marking(dossier_id, AuditAction.RENAMED) as (session, _row, now):
            values = {**read_dossier_rows(session, dossier_id).as_json(), "title": title}
            write_dossier(session, dossier_from_values(values, references=False), now)

    def archive(self, dossier_id: str) -> None:
        """Put a dossier away; it stays readable."""
        with self._marking(dossier_id, AuditAction.ARCHIVED) as (_session, row, now):
            row.archived_at = now

    def unarchive(self, dossier_id: str) -> None:
        """Take a dossier out of the archive."""
        with self._marking(dossier_id, AuditAction.UNARCHIVED) as (_session, row, _now):
            row.archived_at = None

    def delete(self, dossier_id: str) -> None:
        """Put a dossier in the bin; :meth:`undelete` brings it back."""
        with self._marking(dossier_id, AuditAction.DELETED) as (_session, row, now):
            row.deleted_at = now

    def undelete(self, dossier_id: str) -> None:
        """Take a dossier out of the bin."""
        with self._marking(dossier_id, AuditAction.UNDELETED) as (_session, row, _now):
            row.deleted_at = None

    def purge(self, dossier_id: str) -> None:
        """Destroy a dossier with all its records; only the line that says so stays. Backups still hold it."""
        with self._database.writing() as session:
            session.delete(dossier_row(session, dossier_id))
            session.execute(delete(AuditRow).where(AuditRow.dossier_id == dossier_id))
            note(session, dossier_id, AuditAction.PURGED, self._clock())

    def duplicate(self, dossier_id: str, new_dossier_id: str | None = None) -> Dossier:
        """A copy of the answers under another id, with " (kopie)" behind the title; no records come along.

        Raises ``AlreadyExists`` when the id is taken.
        """
        key = new_dossier_id or new_id()
        with self._database.writing() as session:
            now = self._clock()
            values = read_dossier_rows(session, dossier_id).as_json()
            if session.get(DossierRow, key) is not None:
                raise AlreadyExists(key)
            values |= {"id": key, "title": copy_title(values["title"]), "created": now.isoformat()}
            copy = dossier_from_values(values, references=False)
            write_dossier(session, copy, now)
            note(session, key, AuditAction.DUPLICATED, now, source=dossier_id)
            return copy

    def contents_for_exchange(self, dossier_id: str) -> ExchangeContents:
        """All that an exchange file of this dossier carries; ``exchange_bytes`` makes the file of it."""
        with self._database.reading() as session:
            return exchange_contents(session, dossier_id, self._clock())

    def import_exchange(self, contents: ExchangeContents, on_conflict: Conflict = Conflict.ASK) -> ImportResult:
        """Bring in what an exchange file or a plain dossier holds; equal content is left as it is.

        ``on_conflict``: what to do when the library holds other content under the same id. Before a dossier or a
        werksessie is replaced a backup is made. Raises ``ImportConflict`` or ``ExchangeError``: nothing has changed.
        """
        with self._database.writing() as session:
            replaces = writes_over(session, contents)
            result = import_contents(session, contents, on_conflict, self._clock())
            if replaces or result.outcome is ImportOutcome.REPLACED:
                # The backup reads through a connection of its own, so it still sees the dossier as it was.
                self.backup()
            return result

    @contextmanager
    def _marking(self, dossier_id: str, action: AuditAction) -> Iterator[tuple[Session, DossierRow, datetime]]:
        with self._database.writing() as session:
            now = self._clock()
            yield session, dossier_row(session, dossier_id), now
            note(session, dossier_id, action, now)


def _create_file(path: Path) -> bool:
    """Make an empty file where there is none, readable by its owner only; whether that was needed."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE))
    except FileExistsError:
        return False
    except OSError as error:
        raise error_of(error, path) from error
    return True


def _remove_file(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + suffix).unlink(missing_ok=True)


def _bring_up_to_date(path: Path, clock: Clock, busy_seconds: float, keep_backups: int) -> Backup | None:
    """The backup of what was there before; None where there was nothing to migrate."""
    version = schema_version(path, busy_seconds=busy_seconds)
    if version == SCHEMA_VERSIONS[-1]:
        return None
    before: Backup | None = None
    if version is not None:
        made = make_backup(path, clock(), keep=keep_backups)
        # None says that the last backup holds the same already.
        before = made or next(backup for backup in list_backups(path) if not backup.replaced)
    from models.storage.schema import migrate  # Alembic is loaded only when there is something to migrate

    migrate(path, busy_seconds=busy_seconds)
    return before
