"""The tables of the library (design, "Storage"). The schema itself comes from ``migrations`` only."""

# ruff: noqa: ARG002 - the arguments are those that SQLAlchemy hands over

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Date, Dialect, ForeignKey, Index, Text, TypeDecorator, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from models.dossier import DossierError, canonical_json
from models.dossier.read import parse_json

__all__ = [
    "AdoptionRow",
    "ApprovalRow",
    "AuditRow",
    "BallotRow",
    "Base",
    "DamagedValueError",
    "DossierRow",
    "ExportRow",
    "RecordRow",
    "RevisionRow",
    "SectionRow",
    "SignatureRow",
    "WorkshopRow",
]


class DamagedValueError(Exception):
    """A value in the database is not what its column holds."""


class UtcMoment(TypeDecorator[datetime]):
    """A moment as ISO text in UTC, with microseconds, so that text order is time order."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Text for the database; a moment without a time zone is a mistake."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Moment from the database; raises :class:`DamagedValueError`."""
        try:
            return None if value is None else datetime.fromisoformat(value)
        except ValueError as error:
            raise DamagedValueError(value) from error


class JsonValue(TypeDecorator[Any]):
    """A JSON value as canonical text: equal values are equal text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        """Text for the database."""
        return canonical_json(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Value from the database; raises :class:`DamagedValueError`."""
        try:
            return None if value is None else parse_json(value.encode())
        except DossierError as error:
            raise DamagedValueError(error.reason) from error


class Base(DeclarativeBase):
    """Base of the tables: text without a length, dates and moments as text."""

    type_annotation_map = {str: Text(), date: Date(), datetime: UtcMoment(), dict[str, Any]: JsonValue()}  # noqa: RUF012 - SQLAlchemy's own form


class DossierRow(Base):
    """A dossier without its sections. ``head`` holds all its other fields; the columns beside it serve the list."""

    __tablename__ = "dossiers"

    id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    partner_names: Mapped[list[str]] = mapped_column(JsonValue())
    dated: Mapped[date]
    created: Mapped[datetime]
    modified: Mapped[datetime]
    fictional: Mapped[bool]
    archived_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]
    format_version: Mapped[int]
    head: Mapped[dict[str, Any]]


def _of_dossier(primary_key: bool = False) -> Mapped[str]:
    return mapped_column(ForeignKey("dossiers.id", ondelete="CASCADE"), primary_key=primary_key, index=not primary_key)


class SectionRow(Base):
    """One section: its step and its JSON as canonical text, unparsed so that saving only compares."""

    __tablename__ = "sections"

    dossier_id: Mapped[str] = _of_dossier(primary_key=True)
    step: Mapped[str] = mapped_column(primary_key=True)
    json: Mapped[str]
    saved_at: Mapped[datetime]


class RecordRow(Base):
    """What records beside a dossier share; the other columns have the names of the record's fields."""

    __abstract__ = True

    id: Mapped[str] = mapped_column(primary_key=True)
    dossier_id: Mapped[str]


class RevisionRow(RecordRow):
    """A frozen version; a trigger refuses every change of it."""

    __tablename__ = "revisions"
    __table_args__ = (UniqueConstraint("dossier_id", "number", name="uq_revisions_number"),)

    dossier_id: Mapped[str] = _of_dossier()
    number: Mapped[int]
    name: Mapped[str]
    created: Mapped[datetime]
    content_hash: Mapped[str]
    knowledge_version: Mapped[str]
    document: Mapped[dict[str, Any]] = mapped_column(deferred=True)
    advice: Mapped[dict[str, Any]] = mapped_column(deferred=True)


class ApprovalRow(RecordRow):
    """An akkoord; a trigger refuses every change of it."""

    __tablename__ = "approvals"

    dossier_id: Mapped[str] = _of_dossier()
    content_hash: Mapped[str]
    revision: Mapped[str | None] = mapped_column(ForeignKey("revisions.id", ondelete="CASCADE"))
    name: Mapped[str]
    role: Mapped[str]
    verdict: Mapped[str]
    remark: Mapped[str]
    given_on: Mapped[date]


class AdoptionRow(RecordRow):
    """A vaststelling; a trigger refuses every change of it."""

    __tablename__ = "adoptions"

    dossier_id: Mapped[str] = _of_dossier()
    content_hash: Mapped[str]
    revision: Mapped[str | None] = mapped_column(ForeignKey("revisions.id", ondelete="CASCADE"))
    body: Mapped[str]
    partner: Mapped[str | None]
    adopted_on: Mapped[date]
    number: Mapped[str]
    amendments: Mapped[str]


class SignatureRow(RecordRow):
    """An ondertekening; a trigger refuses every change of it."""

    __tablename__ = "signatures"

    dossier_id: Mapped[str] = _of_dossier()
    content_hash: Mapped[str]
    revision: Mapped[str | None] = mapped_column(ForeignKey("revisions.id", ondelete="CASCADE"))
    act: Mapped[str]
    partner: Mapped[str | None]
    name: Mapped[str]
    role: Mapped[str]
    signed_on: Mapped[date]
    decided_on: Mapped[date | None]
    file_sha256: Mapped[str | None]


class ExportRow(RecordRow):
    """A file that was made, by the hash of its bytes, so that it can be recognised later."""

    __tablename__ = "exports"

    dossier_id: Mapped[str] = _of_dossier()
    kind: Mapped[str]
    sha256: Mapped[str] = mapped_column(index=True)
    content_hash: Mapped[str]
    created: Mapped[datetime]


class BallotRow(RecordRow):
    """A ballot; ``payload`` is encoded by the workshop."""

    __tablename__ = "ballots"

    dossier_id: Mapped[str] = _of_dossier()
    created: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    payload: Mapped[str]


class WorkshopRow(RecordRow):
    """A werksessie; each change of it is written over the one before."""

    __tablename__ = "workshops"

    dossier_id: Mapped[str] = _of_dossier()
    created: Mapped[datetime]
    modified: Mapped[datetime]
    payload: Mapped[dict[str, Any]]


class AuditRow(RecordRow):
    """A line of the audit trail. No foreign key: that a dossier was destroyed must outlive it."""

    __tablename__ = "audit"
    __table_args__ = (Index("ix_audit_dossier_at", "dossier_id", "at"),)

    at: Mapped[datetime]
    action: Mapped[str]
    detail: Mapped[dict[str, Any]]
