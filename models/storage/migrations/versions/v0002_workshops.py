"""The werksessies, beside the ballots that were there already."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "workshops",
        sa.Column("id", sa.Text(), nullable=False, primary_key=True),
        sa.Column("dossier_id", sa.Text(), sa.ForeignKey("dossiers.id", ondelete="CASCADE"), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("created", "modified", "payload")),
    )
    op.create_index("ix_workshops_dossier_id", "workshops", ["dossier_id"])
