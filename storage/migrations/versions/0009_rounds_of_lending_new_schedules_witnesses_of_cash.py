"""Rounds of lending, new schedules, witnesses of cash.

Revision ID: 0009
Revises: 0008
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows, refuse_to_lose_values
from storage.tables import columns

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "loan_rounds",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=False),
        sa.Column("opened_by", columns.Id, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("minutes_on", sa.Date(), nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.CheckConstraint("state IN ('open', 'decided')", name=op.f("ck_loan_rounds_state_known")),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_loan_rounds_club_id")),
        sa.ForeignKeyConstraint(
            ["opened_by"], ["persons.id"], name=op.f("fk_loan_rounds_opened_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loan_rounds")),
        sa.UniqueConstraint("cause", name=op.f("uq_loan_rounds_cause")),
    )
    with op.batch_alter_table("loan_rounds", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_loan_rounds_club_id"), ["club_id"], unique=False)

    op.create_table(
        "cash_witnesses",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("loan_id", columns.Id, nullable=False),
        sa.Column("slip", sa.Text(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("witness_id", columns.Id, nullable=False),
        sa.Column("noted_by", columns.Id, nullable=False),
        sa.Column("noted_at", columns.Instant(timezone=True), nullable=False),
        sa.CheckConstraint(
            "mark IN ('thumbprint', 'signature')", name=op.f("ck_cash_witnesses_mark_known")
        ),
        sa.ForeignKeyConstraint(["loan_id"], ["loans.id"], name=op.f("fk_cash_witnesses_loan_id")),
        sa.ForeignKeyConstraint(
            ["noted_by"], ["persons.id"], name=op.f("fk_cash_witnesses_noted_by")
        ),
        sa.ForeignKeyConstraint(
            ["witness_id"], ["persons.id"], name=op.f("fk_cash_witnesses_witness_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cash_witnesses")),
        sa.UniqueConstraint("loan_id", name=op.f("uq_cash_witnesses_loan_id")),
    )
    op.create_table(
        "loan_reschedulings",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("loan_id", columns.Id, nullable=False),
        sa.Column("rescheduled_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("minutes_on", sa.Date(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("before", columns.Json(), nullable=False),
        sa.CheckConstraint(
            "decided_by IN ('board', 'meeting')",
            name=op.f("ck_loan_reschedulings_decided_by_known"),
        ),
        sa.ForeignKeyConstraint(
            ["loan_id"], ["loans.id"], name=op.f("fk_loan_reschedulings_loan_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loan_reschedulings")),
    )
    with op.batch_alter_table("loan_reschedulings", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_loan_reschedulings_loan_id"), ["loan_id"], unique=False
        )

    op.create_table(
        "repayments_brought",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("transaction_id", columns.Id, nullable=False),
        sa.Column("brought_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["transaction_id"],
            ["transactions.id"],
            name=op.f("fk_repayments_brought_transaction_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_repayments_brought")),
        sa.UniqueConstraint("transaction_id", name=op.f("uq_repayments_brought_transaction_id")),
    )
    with op.batch_alter_table("instalments", schema=None) as batch_op:
        batch_op.add_column(sa.Column("months", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("carried", columns.Dong(), nullable=True))

    with op.batch_alter_table("loans", schema=None) as batch_op:
        batch_op.add_column(sa.Column("round_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("round_rank", sa.Integer(), nullable=True))
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(
        op.get_bind(), ["loan_rounds", "cash_witnesses", "loan_reschedulings", "repayments_brought"]
    )
    refuse_to_lose_values(op.get_bind(), "instalments", "months")
    refuse_to_lose_values(op.get_bind(), "instalments", "carried")
    refuse_to_lose_values(op.get_bind(), "loans", "round_id")
    refuse_to_lose_values(op.get_bind(), "loans", "round_rank")
    with op.batch_alter_table("loans", schema=None) as batch_op:
        batch_op.drop_column("round_rank")
        batch_op.drop_column("round_id")

    with op.batch_alter_table("instalments", schema=None) as batch_op:
        batch_op.drop_column("carried")
        batch_op.drop_column("months")

    op.drop_table("repayments_brought")
    with op.batch_alter_table("loan_reschedulings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_loan_reschedulings_loan_id"))

    op.drop_table("loan_reschedulings")
    op.drop_table("cash_witnesses")
    with op.batch_alter_table("loan_rounds", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_loan_rounds_club_id"))

    op.drop_table("loan_rounds")
    create_guards(op.get_bind())
