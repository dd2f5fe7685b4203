"""Who keeps goods.

Revision ID: 0020
Revises: 0019
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows
from storage.tables import columns

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "goods_keepers",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("keeper_id", columns.Id, nullable=False),
        sa.Column("recorded_by", columns.Id, nullable=True),
        sa.Column("recorded_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_goods_keepers_club_id")),
        sa.ForeignKeyConstraint(
            ["keeper_id"], ["persons.id"], name=op.f("fk_goods_keepers_keeper_id")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["persons.id"], name=op.f("fk_goods_keepers_recorded_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goods_keepers")),
        sa.UniqueConstraint("cause", name=op.f("uq_goods_keepers_cause")),
    )
    with op.batch_alter_table("goods_keepers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_goods_keepers_club_id"), ["club_id"], unique=False)
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(op.get_bind(), ["goods_keepers"])
    with op.batch_alter_table("goods_keepers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_goods_keepers_club_id"))

    op.drop_table("goods_keepers")
    create_guards(op.get_bind())
