"""The records beside the dossiers, as methods of the library: revisions, akkoord, vaststelling, ondertekening, ..."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from models.dossier.base import Frozen
from models.storage.database import Database
from models.storage.dossier_rows import dossier_row
from models.storage.record_rows import (
    add_record,
    audit_entries,
    drop_ballot,
    export_by_hash,
    freeze,
    note,
    put_ballot,
    put_workshop,
    records,
    revision_document,
)
from models.storage.records import (
    Adoption,
    Approval,
    AuditAction,
    AuditEntry,
    Ballot,
    ExportRecord,
    Revision,
    RevisionDocument,
    Signature,
    WorkshopRecord,
)

__all__ = ["RecordKeeping"]

_Record = TypeVar("_Record", bound=Frozen)


class RecordKeeping:
    """What :class:`models.storage.library.Library` can do with records; each is bound to a content hash.

    Records are only ever added. A person who changes their mind gives another akkoord; the last one counts.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        """Work on ``database``; ``clock`` gives the moment of each line in the audit trail."""
        self._database = database
        self._clock = clock

    def freeze(
        self, dossier_id: str, name: str, content_hash: str, knowledge_version: str, advice: Mapping[str, Any]
    ) -> Revision:
        """Freeze the dossier as stored, with its advice, as the next numbered version.

        ``content_hash``: as ``models.dossier.content_hash`` gives it for what the user saw. Raises
        ``ContentChanged`` when the stored dossier has another, ``NotFound``.
        """
        with self._database.writing() as session:
            now = self._clock()
            revision = freeze(session, dossier_id, name, content_hash, knowledge_version, advice, now)
            detail = {"revision": revision.id, "number": revision.number, "content_hash": content_hash}
            note(session, dossier_id, AuditAction.FROZEN, now, **detail)
            return revision

    def revisions(self, dossier_id: str) -> tuple[Revision, ...]:
        """The versions of a dossier, oldest first, without their documents."""
        return tuple(sorted(self._list(Revision, dossier_id), key=lambda revision: revision.number))

    def revision_document(self, revision_id: str) -> RevisionDocument:
        """A version with the document and the advice that it froze. Raises ``NotFound``."""
        with self._database.reading() as session:
            return revision_document(session, revision_id)

    def add_approval(self, dossier_id: str, approval: Approval) -> None:
        """Note an akkoord. Raises ``AlreadyExists``, ``NotFound``, ``ContentChanged`` as all ``add_`` methods do."""
        self._add(dossier_id, approval, AuditAction.APPROVED, approval.content_hash)

    def approvals(self, dossier_id: str) -> tuple[Approval, ...]:
        """Every akkoord on a dossier, in the order in which they came."""
        return self._list(Approval, dossier_id)

    def add_adoption(self, dossier_id: str, adoption: Adoption) -> None:
        """Note a vaststelling."""
        self._add(dossier_id, adoption, AuditAction.ADOPTED, adoption.content_hash)

    def adoptions(self, dossier_id: str) -> tuple[Adoption, ...]:
        """Every vaststelling of a dossier."""
        return self._list(Adoption, dossier_id)

    def add_signature(self, dossier_id: str, signature: Signature) -> None:
        """Note an ondertekening."""
        self._add(dossier_id, signature, AuditAction.SIGNED, signature.content_hash)

    def signatures(self, dossier_id: str) -> tuple[Signature, ...]:
        """Every ondertekening of a dossier."""
        return self._list(Signature, dossier_id)

    def add_export(self, dossier_id: str, export: ExportRecord) -> None:
        """Note a file that was made, so that it can be recognised later."""
        self._add(dossier_id, export, AuditAction.EXPORTED, export.content_hash)

    def exports(self, dossier_id: str) -> tuple[ExportRecord, ...]:
        """The files that were made of a dossier."""
        return self._list(ExportRecord, dossier_id)

    def find_export(self, sha256: str) -> tuple[str, ExportRecord] | None:
        """The dossier id and the record of the file with these bytes; None when this library did not make it."""
        with self._database.reading() as session:
            return export_by_hash(session, sha256)

    def put_ballot(self, dossier_id: str, ballot: Ballot) -> None:
        """Write a ballot or the next state of an open one. Raises ``AlreadyExists`` for one that is closed."""
        with self._database.writing() as session:
            dossier_row(session, dossier_id)
            put_ballot(session, dossier_id, ballot)
            if ballot.closed:
                note(session, dossier_id, AuditAction.BALLOT, self._clock(), ballot=ballot.id)

    def drop_ballot(self, dossier_id: str, ballot_id: str) -> None:
        """Forget a ballot that was opened and is not held after all; a closed one stays (``AlreadyExists``)."""
        with self._database.writing() as session:
            drop_ballot(session, dossier_id, ballot_id)

    def ballots(self, dossier_id: str) -> tuple[Ballot, ...]:
        """The ballots of a dossier, open ones too: those must reach no screen, export or log."""
        return self._list(Ballot, dossier_id)

    def put_workshop(self, dossier_id: str, workshop: WorkshopRecord) -> None:
        """Write a werksessie or its next state."""
        with self._database.writing() as session:
            dossier_row(session, dossier_id)
            put_workshop(session, dossier_id, workshop)

    def workshops(self, dossier_id: str) -> tuple[WorkshopRecord, ...]:
        """The werksessies of a dossier, oldest first."""
        return self._list(WorkshopRecord, dossier_id)

    def audit(self, dossier_id: str | None = None) -> tuple[AuditEntry, ...]:
        """The audit trail of a dossier, also of one that was destroyed; without an id, of the whole library."""
        with self._database.reading() as session:
            return audit_entries(session, dossier_id)

    def _list(self, kind: type[_Record], dossier_id: str) -> tuple[_Record, ...]:
        with self._database.reading() as session:
            dossier_row(session, dossier_id)
            return records(session, kind, dossier_id)

    def _add(self, dossier_id: str, record: Frozen, action: AuditAction, content_hash: str) -> None:
        with self._database.writing() as session:
            dossier_row(session, dossier_id)
            add_record(session, dossier_id, record)
            note(session, dossier_id, action, self._clock(), content_hash=content_hash)
