"""Bringing the contents of an exchange file into the library: never silently over what is there (design, "Storage").

The dossier is added, replaced or copied as the caller chose. The records beside it only ever accumulate: each is
bound to a content hash, so an akkoord that was given on another laptop is never lost and never moves.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from models.dossier import Dossier, canonical_json
from models.dossier.base import Frozen
from models.storage.dossier_rows import read_dossier_rows, write_dossier
from models.storage.errors import ExchangeError, ImportConflict
from models.storage.record_rows import ROWS, add_record, new_id, next_number, note
from models.storage.records import (
    AuditAction,
    AuditEntry,
    BoundRecord,
    Conflict,
    ExchangeContents,
    ImportOutcome,
    ImportResult,
    RevisionDocument,
)
from models.storage.tables import AuditRow, BallotRow, DossierRow, RevisionRow, WorkshopRow

__all__ = ["copy_title", "import_contents", "writes_over"]

_MAX_TITLE = 300
_Bound = TypeVar("_Bound", bound=BoundRecord)


def import_contents(session: Session, contents: ExchangeContents, on_conflict: Conflict, now: datetime) -> ImportResult:
    """Bring ``contents`` into the library, within the transaction of ``session``.

    Equal content changes nothing. Raises :class:`ImportConflict` for other content under the same id, when asked
    to ask or when it cannot be told which is newest, and :class:`ExchangeError` for a record that differs from the
    one in the library under the same id.
    """
    row = session.get(DossierRow, contents.dossier.id)
    if row is None:
        return _write(session, contents, ImportOutcome.ADDED, now)
    if _same(read_dossier_rows(session, row.id), contents.dossier):
        return _add_records(session, contents, row, ImportOutcome.UNCHANGED, now)
    if on_conflict is Conflict.BOTH:
        return _write(session, _copied(contents), ImportOutcome.COPIED, now)
    if on_conflict is Conflict.NEWEST and contents.modified is not None and contents.modified != row.modified:
        if contents.modified < row.modified:
            return _add_records(session, contents, row, ImportOutcome.KEPT, now)
        return _write(session, contents, ImportOutcome.REPLACED, now)
    undecided = on_conflict is Conflict.NEWEST  # no date in the file, or the same one
    raise ImportConflict(row.id, row.title, row.modified, contents.modified, row.deleted_at is not None, undecided)


def writes_over(session: Session, contents: ExchangeContents) -> bool:
    """Whether a werksessie or an open round in the library would make way for what ``contents`` holds of it."""
    for workshop in contents.workshops:
        held = session.get(WorkshopRow, workshop.id)
        if held is not None and workshop.modified > held.modified and workshop.payload != held.payload:
            return True
    rounds = (session.get(BallotRow, ballot.id) for ballot in contents.ballots)
    return any(row is not None and row.closed_at is None for row in rounds)


def copy_title(title: str) -> str:
    """The title of a copy, within the length that a title may have."""
    ending = " (kopie)"
    return title[: _MAX_TITLE - len(ending)] + ending


def _same(stored: Dossier, offered: Dossier) -> bool:
    return canonical_json(stored.as_json()) == canonical_json(offered.as_json())


def _write(session: Session, contents: ExchangeContents, outcome: ImportOutcome, now: datetime) -> ImportResult:
    write_dossier(session, contents.dossier, now, contents.modified)
    session.flush()
    return _add_records(session, contents, session.get_one(DossierRow, contents.dossier.id), outcome, now)


def _add_records(
    session: Session, contents: ExchangeContents, row: DossierRow, outcome: ImportOutcome, now: datetime
) -> ImportResult:
    restored = row.deleted_at is not None
    row.deleted_at = None
    count = sum(_add_once(session, row.id, _numbered(session, row.id, revision)) for revision in contents.revisions)
    bound = (*contents.approvals, *contents.adoptions, *contents.signatures)
    for record in (*bound, *contents.ballots, *contents.workshops):
        count += _add_once(session, row.id, record)
    _add_audit(session, row.id, contents.audit)
    if outcome is not ImportOutcome.UNCHANGED or count or restored:
        note(session, row.id, AuditAction.IMPORTED, now, outcome=outcome.value, records=count)
    return ImportResult(outcome, row.id, count, restored)


def _numbered(session: Session, dossier_id: str, revision: RevisionDocument) -> RevisionDocument:
    """The revision, with the next number when two laptops gave out the same one."""
    taken = {number: key for key, number in _numbers(session, dossier_id)}
    if revision.id in taken.values() or revision.number not in taken:
        return revision
    return revision.model_copy(update={"number": next_number(session, dossier_id)})


def _numbers(session: Session, dossier_id: str) -> Iterable[tuple[str, int]]:
    query = session.query(RevisionRow.id, RevisionRow.number).filter(RevisionRow.dossier_id == dossier_id)
    return [(key, number) for key, number in query]


def _add_once(session: Session, dossier_id: str, record: Frozen) -> bool:
    """Add ``record`` unless it is there; whether it was added. Raises for another record under its id."""
    values: dict[str, Any] = {name: getattr(record, name) for name in type(record).model_fields}
    row = session.get(ROWS[type(record)], values["id"])
    if row is None:
        add_record(session, dossier_id, record)
        return True
    if isinstance(row, BallotRow) and row.closed_at is None and row.dossier_id == dossier_id:
        row.payload, row.closed_at = values["payload"], values["closed_at"]
        return True
    if isinstance(row, BallotRow) and row.dossier_id == dossier_id:
        return False  # a file does not tell who gave which answer: the round as it was held here says more
    if isinstance(row, WorkshopRow) and row.dossier_id == dossier_id:
        newer = bool(values["modified"] > row.modified)
        if newer:
            row.modified, row.payload = values["modified"], values["payload"]
        elif row.modified == values["modified"] and row.payload != values["payload"]:
            raise ExchangeError("Een werksessie in dit bestand wijkt af van die in Mijn dossiers.")
        return newer
    # A number may differ: it was given again when the revision came in the first time.
    stored = {name: getattr(row, name) for name in values if name != "number" or not isinstance(row, RevisionRow)}
    if row.dossier_id != dossier_id or any(stored[name] != values[name] for name in stored):
        raise ExchangeError("Een versie, akkoord of besluit in dit bestand wijkt af van dat in Mijn dossiers.")
    return False


def _add_audit(session: Session, dossier_id: str, entries: Iterable[AuditEntry]) -> None:
    for entry in entries:
        if session.get(AuditRow, entry.id) is None:
            add_record(session, dossier_id, entry)


def _copied(contents: ExchangeContents) -> ExchangeContents:
    """The contents as another dossier: new ids throughout, the same content and so the same hashes."""
    key, dossier = new_id(), contents.dossier
    revisions = {revision.id: new_id() for revision in contents.revisions}
    return replace(
        contents,
        dossier=dossier.model_copy(update={"id": key, "title": copy_title(dossier.title)}),
        revisions=tuple(
            revision.model_copy(update={"id": revisions[revision.id], "document": {**revision.document, "id": key}})
            for revision in contents.revisions
        ),
        approvals=_rebound(contents.approvals, revisions),
        adoptions=_rebound(contents.adoptions, revisions),
        signatures=_rebound(contents.signatures, revisions),
        ballots=tuple(ballot.model_copy(update={"id": new_id()}) for ballot in contents.ballots),
        workshops=tuple(workshop.model_copy(update={"id": new_id()}) for workshop in contents.workshops),
        audit=tuple(entry.model_copy(update={"id": new_id(), "dossier_id": key}) for entry in contents.audit),
    )


def _rebound(records: tuple[_Bound, ...], revisions: dict[str, str]) -> tuple[_Bound, ...]:
    return tuple(
        record.model_copy(update={"id": new_id(), "revision": revisions.get(record.revision or "")})
        for record in records
    )
