"""Several processes on one database.

Revision ID: 0027
Revises: 0026
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards
from storage.tables import columns

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "duties",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("run", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_duties")),
    )
    op.create_table(
        "processes",
        sa.Column("run", columns.Id, autoincrement=False, nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("sends", sa.Boolean(), nullable=False),
        sa.Column("began_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("seen_at", columns.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("run", name=op.f("pk_processes")),
    )
    op.create_table(
        "sending_holds",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("until", columns.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sending_holds")),
    )
    op.create_table(
        "sending_turns",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("run", sa.BigInteger(), nullable=True),
        sa.Column("free_at", columns.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_sending_turns")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("begun_at", columns.Instant(timezone=True), nullable=True))
        batch_op.create_index(
            "ix_outbox_lane",
            ["chat_id", "run"],
            unique=False,
            sqlite_where=sa.text("state IN ('waiting', 'sending')"),
            postgresql_where=sa.text("state IN ('waiting', 'sending')"),
        )
    create_guards(op.get_bind())


def downgrade() -> None:
    # What goes is of this moment only: who is at work, and what has just begun to be sent.
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_outbox_lane",
            sqlite_where=sa.text("state IN ('waiting', 'sending')"),
            postgresql_where=sa.text("state IN ('waiting', 'sending')"),
        )
        batch_op.drop_column("begun_at")

    op.drop_table("sending_turns")
    op.drop_table("sending_holds")
    op.drop_table("processes")
    op.drop_table("duties")
    create_guards(op.get_bind())
