"""A made-up country of many clubs.

Revision ID: 0026
Revises: 0025
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows
from storage.tables import columns

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "made_up_countries",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("clubs", sa.Integer(), nullable=False),
        sa.Column("members", sa.Integer(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("made_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("patterns", columns.Json(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_made_up_countries")),
    )
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(op.get_bind(), ["made_up_countries"])
    op.drop_table("made_up_countries")
    create_guards(op.get_bind())
