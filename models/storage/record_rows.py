"""Records beside a dossier to and from their rows. Each function works within the transaction of its session."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final, TypeVar
from uuid import uuid4

from pydantic import ValidationError
from sqlalchemy import ColumnElement, func, literal_column, select
from sqlalchemy.orm import Session, undefer

from models.dossier.base import Frozen
from models.storage.dossier_rows import read_dossier_rows
from models.storage.errors import AlreadyExists, ContentChanged, DossierUnreadable, NotFound
from models.storage.records import (
    Adoption,
    Approval,
    AuditAction,
    AuditEntry,
    Ballot,
    ExchangeContents,
    ExportRecord,
    Revision,
    RevisionDocument,
    Signature,
    WorkshopRecord,
    content_hash_of_document,
)
from models.storage.tables import (
    AdoptionRow,
    ApprovalRow,
    AuditRow,
    BallotRow,
    DossierRow,
    ExportRow,
    RecordRow,
    RevisionRow,
    SignatureRow,
    WorkshopRow,
)

__all__ = [
    "ROWS",
    "add_record",
    "audit_entries",
    "drop_ballot",
    "exchange_contents",
    "export_by_hash",
    "freeze",
    "new_id",
    "next_number",
    "note",
    "note_saved",
    "put_ballot",
    "put_workshop",
    "records",
    "revision_document",
    "revision_documents",
]

ROWS: Final[Mapping[type[Frozen], type[RecordRow]]] = {
    Revision: RevisionRow,
    RevisionDocument: RevisionRow,
    Approval: ApprovalRow,
    Adoption: AdoptionRow,
    Signature: SignatureRow,
    ExportRecord: ExportRow,
    Ballot: BallotRow,
    WorkshopRecord: WorkshopRow,
    AuditEntry: AuditRow,
}
"""The table of each kind of record; its columns have the names of the record's fields."""

_IN_ORDER: Final[ColumnElement[int]] = literal_column("rowid")
_TOGETHER = timedelta(minutes=10)
_Record = TypeVar("_Record", bound=Frozen)


def new_id() -> str:
    """An id for a record or a dossier, unique over libraries."""
    return uuid4().hex


def records(session: Session, kind: type[_Record], dossier_id: str) -> tuple[_Record, ...]:
    """The records of ``kind`` of a dossier, in the order in which they came."""
    table = ROWS[kind]
    rows = session.scalars(select(table).where(table.dossier_id == dossier_id).order_by(_IN_ORDER))
    return tuple(_record(kind, row) for row in rows)


def revision_documents(session: Session, dossier_id: str) -> tuple[RevisionDocument, ...]:
    """The revisions of a dossier with all that they froze."""
    query = select(RevisionRow).where(RevisionRow.dossier_id == dossier_id).order_by(RevisionRow.number)
    rows = session.scalars(query.options(undefer(RevisionRow.document), undefer(RevisionRow.advice)))
    return tuple(_record(RevisionDocument, row) for row in rows)


def revision_document(session: Session, revision_id: str) -> RevisionDocument:
    """One revision with all that it froze. Raises :class:`NotFound`."""
    row = session.get(RevisionRow, revision_id)
    if row is None:
        raise NotFound("versie", revision_id)
    return _record(RevisionDocument, row)


def export_by_hash(session: Session, sha256: str) -> tuple[str, ExportRecord] | None:
    """The dossier id and the record of the file with this hash, the last if there are several."""
    query = select(ExportRow).where(ExportRow.sha256 == sha256).order_by(_IN_ORDER.desc()).limit(1)
    row = session.scalar(query)
    return None if row is None else (row.dossier_id, _record(ExportRecord, row))


def _record(kind: type[_Record], row: RecordRow) -> _Record:
    try:
        return kind.model_validate({name: getattr(row, name) for name in kind.model_fields})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = f"{row.__tablename__}.{'.'.join(map(str, first['loc']))}"
        raise DossierUnreadable(row.dossier_id, where, "deze waarde past hier niet") from error


def add_record(session: Session, dossier_id: str, record: Frozen) -> None:
    """Write a new record. Raises :class:`AlreadyExists`, and :class:`NotFound` for a revision of another dossier."""
    table = ROWS[type(record)]
    values: dict[str, Any] = {name: getattr(record, name) for name in type(record).model_fields}
    if session.get(table, values["id"]) is not None:
        raise AlreadyExists(values["id"])
    bound = values.get("revision")
    if bound is not None:
        _require_revision(session, dossier_id, bound, values["content_hash"])
    session.add(table(**{**values, "dossier_id": dossier_id}))
    session.flush()


def _require_revision(session: Session, dossier_id: str, revision_id: str, content_hash: str) -> None:
    revision = session.get(RevisionRow, revision_id)
    if revision is None or revision.dossier_id != dossier_id:
        raise NotFound("versie", revision_id)
    if revision.content_hash != content_hash:
        raise ContentChanged(dossier_id, content_hash, revision.content_hash)


def put_ballot(session: Session, dossier_id: str, ballot: Ballot) -> None:
    """Write a ballot, or the next state of one that is still open. Raises :class:`AlreadyExists` for a closed one."""
    row = session.get(BallotRow, ballot.id)
    if row is None:
        add_record(session, dossier_id, ballot)
    elif row.dossier_id != dossier_id or row.closed_at is not None:
        raise AlreadyExists(ballot.id)
    else:
        row.payload, row.closed_at = ballot.payload, ballot.closed_at


def drop_ballot(session: Session, dossier_id: str, ballot_id: str) -> None:
    """Forget an open ballot. Raises :class:`NotFound`, and :class:`AlreadyExists` for one that is closed."""
    row = session.get(BallotRow, ballot_id)
    if row is None or row.dossier_id != dossier_id:
        raise NotFound("stemronde", ballot_id)
    if row.closed_at is not None:
        raise AlreadyExists(ballot_id)
    session.delete(row)


def put_workshop(session: Session, dossier_id: str, workshop: WorkshopRecord) -> None:
    """Write a werksessie or its next state. Raises :class:`AlreadyExists` for the id of one of another dossier."""
    row = session.get(WorkshopRow, workshop.id)
    if row is None:
        add_record(session, dossier_id, workshop)
    elif row.dossier_id != dossier_id:
        raise AlreadyExists(workshop.id)
    elif row.payload != workshop.payload:
        # Later than before whatever the clock says: an older state in a file must not count as the newer one.
        row.modified = max(workshop.modified, row.modified + timedelta(microseconds=1))
        row.payload = workshop.payload


def next_number(session: Session, dossier_id: str) -> int:
    """The number of the next revision of a dossier."""
    highest = session.scalar(select(func.max(RevisionRow.number)).where(RevisionRow.dossier_id == dossier_id))
    return (highest or 0) + 1


def freeze(
    session: Session,
    dossier_id: str,
    name: str,
    content_hash: str,
    knowledge_version: str,
    advice: Mapping[str, Any],
    now: datetime,
) -> Revision:
    """Write a revision of the dossier as stored.

    Raises :class:`ContentChanged` when ``content_hash`` is not that of the stored dossier with this advice and
    knowledge version: an akkoord on it would be on something else than was read.
    """
    document = read_dossier_rows(session, dossier_id).as_json()
    stored = content_hash_of_document(document, dict(advice), knowledge_version)
    if stored != content_hash:
        raise ContentChanged(dossier_id, content_hash, stored)
    revision = RevisionDocument(
        id=new_id(),
        number=next_number(session, dossier_id),
        name=name,
        created=now,
        content_hash=content_hash,
        knowledge_version=knowledge_version,
        document=document,
        advice=dict(advice),
    )
    add_record(session, dossier_id, revision)
    return Revision.model_validate({name: getattr(revision, name) for name in Revision.model_fields})


def note(session: Session, dossier_id: str, action: AuditAction, now: datetime, **detail: Any) -> None:
    """Add a line to the audit trail."""
    session.add(AuditRow(id=new_id(), dossier_id=dossier_id, at=now, action=action.value, detail=detail))


def note_saved(session: Session, dossier_id: str, steps: list[str], now: datetime) -> None:
    """Note a save. Saves of the same steps shortly after one another stay one line, dated at the last.

    Autosave would else write a line for every few letters.
    """
    last = session.scalar(select(AuditRow).where(AuditRow.dossier_id == dossier_id).order_by(_IN_ORDER.desc()).limit(1))
    if (
        last is not None
        and last.action == AuditAction.SAVED
        and last.detail.get("steps") == steps
        and timedelta() <= now - last.at <= _TOGETHER
    ):
        last.at, last.detail = now, {**last.detail, "times": last.detail.get("times", 1) + 1}
    else:
        note(session, dossier_id, AuditAction.SAVED, now, steps=steps)


def audit_entries(session: Session, dossier_id: str | None) -> tuple[AuditEntry, ...]:
    """The audit trail of one dossier, or of all, in order."""
    query = select(AuditRow).order_by(_IN_ORDER)
    if dossier_id is not None:
        query = query.where(AuditRow.dossier_id == dossier_id)
    return tuple(_record(AuditEntry, row) for row in session.scalars(query))


def exchange_contents(session: Session, dossier_id: str, now: datetime) -> ExchangeContents:
    """All that leaves the library with a dossier: open ballots do not."""
    dossier = read_dossier_rows(session, dossier_id)
    row = session.get_one(DossierRow, dossier_id)
    return ExchangeContents(
        dossier=dossier,
        created=now,
        modified=row.modified,
        revisions=revision_documents(session, dossier_id),
        approvals=records(session, Approval, dossier_id),
        adoptions=records(session, Adoption, dossier_id),
        signatures=records(session, Signature, dossier_id),
        ballots=tuple(ballot for ballot in records(session, Ballot, dossier_id) if ballot.closed),
        workshops=records(session, WorkshopRecord, dossier_id),
        audit=audit_entries(session, dossier_id),
    )
