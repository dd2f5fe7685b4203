"""Each entry keeps its seal; those of open months get theirs now.

Revision ID: 0036
Revises: 0035
"""

import sqlalchemy as sa
from alembic import op

from storage.changes.money.seal_entries import seal_what_is_open
from storage.schema import create_guards
from storage.tables import columns

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "entry_seals",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("seal", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_entry_seals_club_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry_seals")),
        sa.UniqueConstraint("club_id", "sequence", name=op.f("uq_entry_seals_club_id_sequence")),
    )
    seal_what_is_open(op.get_bind())
    create_guards(op.get_bind())


def downgrade() -> None:
    """Nothing is lost: coming back counts the seals anew."""
    op.drop_table("entry_seals")
    create_guards(op.get_bind())
