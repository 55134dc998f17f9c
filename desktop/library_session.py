"""Mijn dossiers, as the start window uses it: opened late, and each thing that one can do with a dossier.

SQLAlchemy is loaded when the library is first needed, not with this module. All that goes wrong is one of the typed
errors of :mod:`models.storage.errors`; the shell words it.
"""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from desktop.start.rows import Row
from models.dossier import Dossier, DossierError, Progress, dossier_from_values, read_dossier
from models.dossier.differences import Difference, differences
from models.dossier.edit import fresh_id
from models.dossier.knowledge_ids import check_knowledge_ids
from models.dossier.read import MAX_DOCUMENT
from models.flow import Status, status_without_check
from models.knowledge import Knowledge
from models.storage.backups import Backup, list_backups, restore_backup
from models.storage.errors import ExchangeError, NotFound, StorageError
from models.storage.exchange import EXCHANGE_SUFFIX, exchange_bytes, read_any
from models.storage.files import read_limited, write_atomically
from models.storage.records import Conflict, ExchangeContents, ImportResult, LibraryEntry
from models.vocabulary import Phase, StepId

if TYPE_CHECKING:
    from models.storage.library import Library

__all__ = ["Comparison", "LibrarySession", "row_of"]

_EXAMPLES = Path(__file__).resolve().parents[1] / "resources" / "examples"
_MAX_FILE = 2 * MAX_DOCUMENT
_FOR_OTHERS = 0o644
"""Mode of an exported file: it is made to be given to somebody."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A dossier in the library beside the one of the same id in a file.

    ``stored_at``, ``offered_at``: moments of last change; ``offered_at`` is None for a plain JSON file.
    ``head``: differences outside the steps, such as the title; ``sections``: per step, those that differ only.
    In each difference ``before`` is the library and ``after`` the file.
    """

    stored: Dossier
    offered: Dossier
    stored_at: datetime
    offered_at: datetime | None
    head: tuple[Difference, ...]
    sections: dict[StepId, tuple[Difference, ...]]


class LibrarySession:
    """The library of one user while the program runs. Its methods may be called from any one thread at a time."""

    def __init__(
        self,
        path: Path,
        knowledge: Knowledge,
        *,
        today: Callable[[], date] = date.today,
        barred: StorageError | None = None,
    ) -> None:
        """``path``: of the database; nothing is opened yet. ``today``: the day that a new dossier gets.

        ``barred``: why the library must stay closed, whatever is asked for; None where it may open.
        """
        self.path, self._knowledge, self._today, self._barred = path, knowledge, today, barred
        self._library: Library | None = None
        self._opening = Lock()

    @property
    def library(self) -> "Library":
        """The library, opened when that was not done yet. Raises what ``Library.open`` raises, each time anew."""
        if self._barred is not None:
            raise self._barred
        with self._opening:
            if self._library is None:
                from models.storage.library import Library  # SQLAlchemy takes long to load

                self._library = Library.open(self.path)
            return self._library

    @property
    def is_open(self) -> bool:
        """Whether the library was opened."""
        return self._library is not None

    @property
    def migrated(self) -> Backup | None:
        """The backup from before, where opening brought the library up to this version; else None."""
        return self._library.migrated if self._library is not None else None

    def close(self) -> Backup | None:
        """Let go of the library and make a dated backup; None where nothing changed, or nothing was opened."""
        library, self._library = self._library, None
        return library.close() if library is not None else None

    # --- the list

    def entries(self, *, archived: bool = False, deleted: bool = False) -> tuple[LibraryEntry, ...]:
        """The dossiers, last changed first; ``archived`` and ``deleted``: whether to include those."""
        return self.library.list(include_archived=archived, include_deleted=deleted)

    def rows(self, *, archived: bool = False) -> tuple[Row, ...]:
        """The dossiers as the start window shows them, last changed first."""
        return tuple(row_of(entry, self._knowledge) for entry in self.entries(archived=archived))

    # --- a dossier

    def create(self, title: str) -> Dossier:
        """A new dossier, dated today and saved. Raises ``DossierError`` for a title that is empty or too long."""
        today = self._today()
        dossier = dossier_from_values(
            {"format_version": 1, "id": fresh_id(), "title": title.strip(), "dated": today.isoformat()}
        )
        self.library.save(dossier)
        return dossier

    def load(self, dossier_id: str) -> Dossier:
        """The dossier, also when it is archived or deleted."""
        return self.library.load(dossier_id)

    def example(self, name: str) -> Dossier:
        """An example that comes with the program, to be opened read-only; ``name``: of its file, as ``"bar"``."""
        path = _EXAMPLES / f"{name}.json"
        if path.parent != _EXAMPLES or not path.is_file():
            raise NotFound("dossier", name)
        return read_dossier(read_limited(path, _MAX_FILE))

    def duplicate(self, dossier_id: str) -> Dossier:
        """A copy of the answers, with " (kopie)" behind the title."""
        return self.library.duplicate(dossier_id)

    def keep_example(self, name: str) -> Dossier:
        """A copy of an example among the user's own dossiers, to go on with; what is fictional stays marked so."""
        copy = self.example(name).model_copy(update={"id": fresh_id(), "dated": self._today()})
        self.library.save(copy)
        return copy

    def rename(self, dossier_id: str, title: str) -> None:
        """Give another title. Raises ``DossierError`` for one that is empty or too long."""
        self.library.rename(dossier_id, title.strip())

    def archive(self, dossier_id: str) -> None:
        """Put away; :meth:`unarchive` takes it out again."""
        self.library.archive(dossier_id)

    def unarchive(self, dossier_id: str) -> None:
        """Take out of the archive."""
        self.library.unarchive(dossier_id)

    def delete(self, dossier_id: str) -> None:
        """Put in the bin; :meth:`undelete` brings it back."""
        self.library.delete(dossier_id)

    def undelete(self, dossier_id: str) -> None:
        """Bring back out of the bin."""
        self.library.undelete(dossier_id)

    # --- files

    def export(self, dossier_id: str, target: Path) -> None:
        """Write the exchange file of a dossier, in place of what is there; the file dialog asked about that."""
        from models.workshop.shared import for_others

        data = exchange_bytes(for_others(self.library.contents_for_exchange(dossier_id)))
        write_atomically(target, data, mode=_FOR_OTHERS)

    def export_name(self, dossier: Dossier) -> str:
        """A name to offer for the exchange file: the title, without signs that a file name cannot hold."""
        kept = "".join(sign if sign.isalnum() or sign in " -_()" else " " for sign in dossier.title)
        return f"{' '.join(kept.split())[:80].strip() or 'dossier'}{EXCHANGE_SUFFIX}"

    def read_file(self, source: Path) -> ExchangeContents:
        """What an exchange file or a dossier in JSON holds, all of it checked; raises ``ExchangeError``."""
        contents = read_any(read_limited(source, _MAX_FILE))
        try:
            check_knowledge_ids(contents.dossier, self._knowledge)
        except DossierError as error:
            raise ExchangeError(
                f"In dit bestand klopt {error.where} niet: {error.reason}.", where=error.where
            ) from error
        return contents

    def bring_in(self, contents: ExchangeContents, on_conflict: Conflict = Conflict.ASK) -> ImportResult:
        """Import what :meth:`read_file` gave.

        Raises ``ImportConflict`` when the library holds another content under the same id: then ask the user, and
        call again with ``NEWEST`` or ``BOTH``, after :meth:`compare` if they want to see the differences.
        """
        return self.library.import_exchange(contents, on_conflict)

    def compare(self, contents: ExchangeContents) -> Comparison:
        """The dossier in the library beside that of the file. Raises ``NotFound`` where the library has none."""
        stored, offered = self.load(contents.dossier.id), contents.dossier
        entry = next(e for e in self.entries(archived=True, deleted=True) if e.id == stored.id)
        found = tuple(differences(stored, offered))
        by_step = {step: tuple(d for d in found if d.path[0] == step.value) for step in StepId}
        return Comparison(
            stored=stored,
            offered=offered,
            stored_at=entry.modified,
            offered_at=contents.modified,
            head=tuple(d for d in found if d.path[0] not in by_step),
            sections={step: rows for step, rows in by_step.items() if rows},
        )

    # --- when the library does not open

    def backups(self) -> tuple[Backup, ...]:
        """The backups, newest first; none of a library that must stay closed."""
        if self._barred is not None:
            return ()
        return list_backups(self.path)

    def restore(self, backup: Backup, moment: datetime) -> Path | None:
        """Put a backup in place of the library; where the present one was kept aside, None when there was none."""
        if self._barred is not None:
            raise self._barred
        with self._opening:
            if self._library is not None:
                with contextlib.suppress(StorageError):  # of a damaged library there is no backup to make
                    self._library.close()
                self._library = None
            return restore_backup(self.path, backup.path, moment)


def row_of(entry: LibraryEntry, knowledge: Knowledge) -> Row:
    """The line of ``entry`` in "Mijn dossiers". Contradictions are left out: they would take reading all answers."""
    steps = [step for step in knowledge.steps.steps if step.short_route or not entry.short_route]
    found = {
        step.id: status_without_check(entry.progress.get(step.id, Progress()), empty=step.id not in entry.filled)
        for step in steps
    }
    ahead = next((step.phase for step in steps if found[step.id] is not Status.FINISHED), Phase.VASTSTELLEN)
    groups = (tuple(found[step.id].value for step in steps if step.phase is phase) for phase in Phase)
    return Row(
        id=entry.id,
        title=entry.title,
        partners=entry.partners,
        modified=entry.modified,
        phase=next(phase.title for phase in knowledge.steps.phases if phase.id is ahead),
        finished=sum(status is Status.FINISHED for status in found.values()),
        steps=len(steps),
        blocks=tuple(group for group in groups if group),
        archived=entry.archived,
        fictional=entry.fictional,
    )
