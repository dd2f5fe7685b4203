"""Fees paid before the books began.

Revision ID: 0010
Revises: 0009
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows
from storage.tables import columns

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "opening_fees",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("month", columns.MonthText(), nullable=False),
        sa.Column("amount", columns.Dong(), nullable=False),
        sa.Column("recorded_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("recorded_by", columns.Id, nullable=True),
        sa.CheckConstraint("amount > 0", name=op.f("ck_opening_fees_amount_is_something")),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_opening_fees_club_id")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_opening_fees_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["persons.id"], name=op.f("fk_opening_fees_recorded_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opening_fees")),
        sa.UniqueConstraint("member_id", "month", name=op.f("uq_opening_fees_member_id_month")),
    )
    with op.batch_alter_table("opening_fees", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_opening_fees_club_id"), ["club_id"], unique=False)
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(op.get_bind(), ["opening_fees"])
    with op.batch_alter_table("opening_fees", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_opening_fees_club_id"))

    op.drop_table("opening_fees")
    create_guards(op.get_bind())
