"""Members without a consent of their own.

Revision ID: 0021
Revises: 0020
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows
from storage.tables import columns

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "consents_missing",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["club_id"], ["clubs.id"], name=op.f("fk_consents_missing_club_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_consents_missing_member_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents_missing")),
        sa.UniqueConstraint("member_id", name=op.f("uq_consents_missing_member_id")),
    )
    with op.batch_alter_table("consents_missing", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consents_missing_club_id"), ["club_id"], unique=False)
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(op.get_bind(), ["consents_missing"])
    with op.batch_alter_table("consents_missing", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_consents_missing_club_id"))

    op.drop_table("consents_missing")
    create_guards(op.get_bind())
