"""Dossiers to and from their rows. Each function works within the transaction of its session."""

import functools
from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic import ValidationError
from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from models.dossier import Dossier, DossierError, NewerVersionError, Progress, canonical_json, dossier_from_values
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
    filled = _filled(session)
    return tuple(_entry(row, frozenset(filled[row.id])) for row in session.scalars(query))


def _filled(session: Session) -> Mapping[str, set[StepId]]:
    """By dossier, the steps in which something is filled in; the database compares, so that nothing is parsed."""
    empty = (and_(SectionRow.step == step, SectionRow.json == text) for step, text in _empty_sections().items())
    found: defaultdict[str, set[StepId]] = defaultdict(set)
    for dossier_id, step in session.execute(select(SectionRow.dossier_id, SectionRow.step).where(~or_(*empty))):
        if step in _STEPS:  # not one of an older format
            found[dossier_id].add(StepId(step))
    return found


@functools.cache
def _empty_sections() -> Mapping[str, str]:
    """What stands in the database for a section in which nobody filled in anything."""
    sections = {step.value: Dossier.model_fields[step.value].default for step in StepId}
    return {step: canonical_json(section.model_dump(mode="json")).decode() for step, section in sections.items()}


def _entry(row: DossierRow, filled: frozenset[StepId]) -> LibraryEntry:
    head: object = row.head
    values = head if isinstance(head, dict) else {}
    return LibraryEntry(
        id=row.id,
        title=row.title,
        partners=tuple(row.partner_names),
        dated=row.dated,
        modified=row.modified,
        fictional=row.fictional,
        archived=row.archived_at is not None,
        deleted=row.deleted_at is not None,
        short_route=values.get("short_route") is True,
        filled=filled,
        progress=_progress(values.get("progress")),
    )


def _progress(values: object) -> Mapping[StepId, Progress]:
    """The progress as stored; what cannot be read counts as none, because the list must show in any case."""
    read: dict[StepId, Progress] = {}
    for step, progress in values.items() if isinstance(values, dict) else ():
        try:
            read[StepId(step)] = Progress.model_validate(progress)
        except (ValueError, ValidationError):
            continue
    return read
