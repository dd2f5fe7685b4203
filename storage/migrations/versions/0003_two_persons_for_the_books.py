"""Two persons for the books.

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows, refuse_to_lose_values
from storage.tables import columns

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "proposals",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=True),
        sa.Column("content", columns.Json(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("salt", sa.Text(), nullable=False),
        sa.Column("proposed_by", columns.Id, nullable=False),
        sa.Column("proposed_in", sa.BigInteger(), nullable=False),
        sa.Column("proposed_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("decided_by", columns.Id, nullable=True),
        sa.Column("decided_in", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", columns.Instant(timezone=True), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("transaction_id", columns.Id, nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "state IN ('waiting', 'agreed', 'refused', 'taken_back', 'outdated')",
            name=op.f("ck_proposals_state_known"),
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_proposals_club_id")),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["persons.id"], name=op.f("fk_proposals_decided_by")
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by"], ["persons.id"], name=op.f("fk_proposals_proposed_by")
        ),
        sa.ForeignKeyConstraint(
            ["transaction_id"], ["transactions.id"], name=op.f("fk_proposals_transaction_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposals")),
        sa.UniqueConstraint("cause", name=op.f("uq_proposals_cause")),
    )
    with op.batch_alter_table("proposals", schema=None) as batch_op:
        batch_op.create_index("ix_proposals_club_state", ["club_id", "state"], unique=False)

    with op.batch_alter_table("disputes", schema=None) as batch_op:
        batch_op.add_column(sa.Column("transaction_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("outcome", sa.Text(), nullable=True))
        batch_op.alter_column("declaration_id", existing_type=columns.Id, nullable=True)
        batch_op.create_index(
            batch_op.f("ix_disputes_transaction_id"), ["transaction_id"], unique=False
        )
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(op.get_bind(), ["proposals"])
    refuse_to_lose_values(op.get_bind(), "disputes", "transaction_id")
    refuse_to_lose_values(op.get_bind(), "disputes", "outcome")
    with op.batch_alter_table("disputes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_disputes_transaction_id"))
        batch_op.alter_column("declaration_id", existing_type=columns.Id, nullable=False)
        batch_op.drop_column("outcome")
        batch_op.drop_column("transaction_id")

    with op.batch_alter_table("proposals", schema=None) as batch_op:
        batch_op.drop_index("ix_proposals_club_state")

    op.drop_table("proposals")
    create_guards(op.get_bind())
