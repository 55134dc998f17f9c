"""The first schema: dossiers by section, and the records beside them."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

Column = sa.Column[Any]

IMMUTABLE = ("revisions", "approvals", "adoptions", "signatures")


def upgrade() -> None:
    """Make all tables, on an empty database."""
    op.execute("PRAGMA application_id = 0x56574d5a")
    _dossiers()
    _record("revisions", *_columns("name content_hash knowledge_version document advice created"), _number())
    _record("approvals", *_bound("name role verdict remark"), _date("given_on"))
    _record("adoptions", *_bound("body number amendments"), *_optional("partner"), _date("adopted_on"))
    _record("signatures", *_bound("act name role"), *_optional("partner file_sha256"), _date("signed_on"), _decided())
    _record("exports", *_columns("kind sha256 content_hash created"))
    op.create_index("ix_exports_sha256", "exports", ["sha256"])
    _record("ballots", *_columns("created payload"), *_optional("closed_at"))
    _audit()
    for table in IMMUTABLE:
        op.execute(
            f"CREATE TRIGGER {table}_immutable BEFORE UPDATE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} cannot be changed'); END"
        )


def _columns(names: str) -> list[Column]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names.split()]


def _optional(names: str) -> list[Column]:
    return [sa.Column(name, sa.Text(), nullable=True) for name in names.split()]


def _bound(names: str) -> list[Column]:
    reference = sa.ForeignKey("revisions.id", ondelete="CASCADE")
    return [*_columns(f"content_hash {names}"), sa.Column("revision", sa.Text(), reference, nullable=True)]


def _date(name: str) -> Column:
    return sa.Column(name, sa.Date(), nullable=False)


def _decided() -> Column:
    return sa.Column("decided_on", sa.Date(), nullable=True)


def _number() -> Column:
    return sa.Column("number", sa.Integer(), nullable=False)


def _owner(primary_key: bool) -> Column:
    reference = sa.ForeignKey("dossiers.id", ondelete="CASCADE")
    return sa.Column("dossier_id", sa.Text(), reference, nullable=False, primary_key=primary_key)


def _record(table: str, *columns: Column) -> None:
    extra = [sa.UniqueConstraint("dossier_id", "number", name="uq_revisions_number")] if table == "revisions" else []
    key = sa.Column("id", sa.Text(), nullable=False, primary_key=True)
    op.create_table(table, key, _owner(False), *columns, *extra)
    op.create_index(f"ix_{table}_dossier_id", table, ["dossier_id"])


def _dossiers() -> None:
    op.create_table(
        "dossiers",
        sa.Column("id", sa.Text(), nullable=False, primary_key=True),
        *_columns("title partner_names created modified head"),
        _date("dated"),
        sa.Column("fictional", sa.Boolean(), nullable=False),
        *_optional("archived_at deleted_at"),
        sa.Column("format_version", sa.Integer(), nullable=False),
    )
    op.create_table(
        "sections",
        _owner(True),
        sa.Column("step", sa.Text(), nullable=False, primary_key=True),
        *_columns("json saved_at"),
    )


def _audit() -> None:
    key = sa.Column("id", sa.Text(), nullable=False, primary_key=True)
    op.create_table("audit", key, *_columns("dossier_id at action detail"))
    op.create_index("ix_audit_dossier_at", "audit", ["dossier_id", "at"])
