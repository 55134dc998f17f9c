"""Dossiers to and from their rows. Each function works within the transaction of its session."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.dossier import Dossier, DossierError, NewerVersionError, canonical_json, dossier_from_values
from models.dossier.read import parse_json
from models.storage.errors import DossierNewer, DossierUnreadable, NotFound
from models.storage.records import LibraryEntry, Saved
from models.storage.tables import DossierRow, SectionRow
from models.vocabulary import StepId

__all__ = ["dossier_row", "list_entries", "read_dossier_rows", "read_values", "write_dossier"]

_STEPS = frozenset(step.value for step in StepId)


def dossier_row(session: Session, dossier_id: str) -> DossierRow:
    """The row of a dossier. Raises :class:`NotFound`."""
    row = session.get(DossierRow, dossier_id)
    if row is None:
        raise NotFound("dossier", dossier_id)
    return row


def write_dossier(session: Session, dossier: Dossier, now: datetime, modified: datetime | None = None) -> Saved:
    """Write what differs from the rows and nothing else. ``modified``: moment of change, if that is not ``now``."""
    values = dossier.as_json()
    sections = {step: canonical_json(values.pop(step)).decode() for step in sorted(_STEPS)}
    row = session.get(DossierRow, dossier.id)
    # Compared as text: an equal dict is not always equal JSON (True == 1).
    head = row is None or canonical_json(row.head) != canonical_json(values)
    if row is None:
        row = DossierRow(id=dossier.id, created=now, modified=modified or now)
    if head:
        _fill_head(row, dossier, values)
        session.add(row)
    steps = _write_sections(session, dossier.id, sections, now)
    if StepId.PARTNERS in steps:
        row.partner_names = [partner.name for partner in dossier.partners.active]
    if head or steps:
        row.modified = modified or now
    return Saved(dossier.id, steps, head, row.modified)


def _fill_head(row: DossierRow, dossier: Dossier, values: dict[str, Any]) -> None:
    row.title, row.dated, row.fictional = dossier.title, dossier.dated, dossier.fictional
    row.format_version, row.head = dossier.format_version, values


def _write_sections(session: Session, dossier_id: str, sections: dict[str, str], now: datetime) -> tuple[StepId, ...]:
    stored = {row.step: row for row in _section_rows(session, dossier_id)}
    changed: list[StepId] = []
    for step in StepId:
        text, row = sections[step.value], stored.pop(step.value, None)
        if row is None:
            session.add(SectionRow(dossier_id=dossier_id, step=step.value, json=text, saved_at=now))
        elif row.json != text:
            row.json, row.saved_at = text, now
        else:
            continue
        changed.append(step)
    for row in stored.values():  # a step of an older format, by now moved elsewhere
        session.delete(row)
    return tuple(changed)


def _section_rows(session: Session, dossier_id: str) -> list[SectionRow]:
    return list(session.scalars(select(SectionRow).where(SectionRow.dossier_id == dossier_id)))


def read_values(session: Session, dossier_id: str) -> dict[str, Any]:
    """The stored document as plain JSON values, in the format version in which it was saved.

    Raises :class:`NotFound`, :class:`DossierUnreadable`.
    """
    head: object = dossier_row(session, dossier_id).head
    if not isinstance(head, dict):
        raise DossierUnreadable(dossier_id, "head", "hier hoort een groep velden te staan")
    values = dict(head)
    for row in _section_rows(session, dossier_id):
        try:
            values[row.step] = parse_json(row.json.encode())
        except DossierError as error:
            raise DossierUnreadable(dossier_id, row.step, error.reason) from error
    return values


def read_dossier_rows(session: Session, dossier_id: str) -> Dossier:
    """The dossier, lifted to today's format.

    References between sections are not checked: what could be saved must be readable again.
    Raises :class:`NotFound`, :class:`DossierUnreadable`, :class:`DossierNewer`.
    """
    try:
        return dossier_from_values(read_values(session, dossier_id), references=False)
    except NewerVersionError as error:
        raise DossierNewer(dossier_id, error.found) from error
    except DossierError as error:
        raise DossierUnreadable(dossier_id, error.where, error.reason) from error


def list_entries(session: Session, *, archived: bool, deleted: bool) -> tuple[LibraryEntry, ...]:
    """The list of dossiers, last changed first; ``archived`` and ``deleted``: whether to include those."""
    query = select(DossierRow).order_by(DossierRow.modified.desc(), DossierRow.id)
    if not archived:
        query = query.where(DossierRow.archived_at.is_(None))
    if not deleted:
        query = query.where(DossierRow.deleted_at.is_(None))
    return tuple(_entry(row) for row in session.scalars(query))


def _entry(row: DossierRow) -> LibraryEntry:
    return LibraryEntry(
        id=row.id,
        title=row.title,
        partners=tuple(row.partner_names),
        dated=row.dated,
        modified=row.modified,
        fictional=row.fictional,
        archived=row.archived_at is not None,
        deleted=row.deleted_at is not None,
    )
