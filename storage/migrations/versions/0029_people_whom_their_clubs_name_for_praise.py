"""People whom their clubs name for praise.

Revision ID: 0029
Revises: 0028
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows
from storage.tables import columns

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "praised_people",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("month", columns.MonthText(), nullable=False),
        sa.Column("merit", sa.Text(), nullable=False),
        sa.Column("named_by", columns.Id, nullable=False),
        sa.Column("named_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=True),
        sa.Column("answered_at", columns.Instant(timezone=True), nullable=True),
        sa.CheckConstraint(
            "merit IN ('helps_others', 'home_care', 'livelihood', 'gives', 'teaches', 'comes')",
            name=op.f("ck_praised_people_merit_known"),
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_praised_people_club_id")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_praised_people_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["named_by"], ["persons.id"], name=op.f("fk_praised_people_named_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_praised_people")),
        sa.UniqueConstraint("member_id", "month", name=op.f("uq_praised_people_member_id_month")),
    )
    with op.batch_alter_table("praised_people", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_praised_people_club_id"), ["club_id"], unique=False)
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(op.get_bind(), ["praised_people"])
    with op.batch_alter_table("praised_people", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_praised_people_club_id"))

    op.drop_table("praised_people")
    create_guards(op.get_bind())
