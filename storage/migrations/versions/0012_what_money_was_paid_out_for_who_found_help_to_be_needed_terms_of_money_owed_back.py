"""What money was paid out for, who found help to be needed, terms of money owed back.

Revision ID: 0012
Revises: 0011
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows, refuse_to_lose_values
from storage.tables import columns

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "owed_terms",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("transaction_id", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("member_id", columns.Id, nullable=True),
        sa.Column("lender", sa.Text(), nullable=False),
        sa.Column("fund_id", columns.Id, nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('share', 'lent')", name=op.f("ck_owed_terms_kind_known")),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_owed_terms_club_id")),
        sa.ForeignKeyConstraint(["fund_id"], ["funds.id"], name=op.f("fk_owed_terms_fund_id")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_owed_terms_member_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_owed_terms")),
        sa.UniqueConstraint("cause", name=op.f("uq_owed_terms_cause")),
    )
    with op.batch_alter_table("owed_terms", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_owed_terms_club_id"), ["club_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_owed_terms_transaction_id"), ["transaction_id"], unique=False
        )

    op.create_table(
        "payment_slips",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("transaction_id", sa.BigInteger(), nullable=True),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("area", sa.Text(), nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("salt", sa.Text(), nullable=False),
        sa.Column("receiver", sa.Text(), nullable=False),
        sa.Column("receiver_id", columns.Id, nullable=True),
        sa.Column("may_be_named", sa.Boolean(), nullable=False),
        sa.Column("found_by", columns.Id, nullable=True),
        sa.Column("paid_on", sa.Date(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "purpose IN ('expense', 'help', 'sick_visit', 'funeral', 'longevity')",
            name=op.f("ck_payment_slips_purpose_known"),
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_payment_slips_club_id")),
        sa.ForeignKeyConstraint(
            ["found_by"], ["persons.id"], name=op.f("fk_payment_slips_found_by")
        ),
        sa.ForeignKeyConstraint(
            ["receiver_id"], ["members.id"], name=op.f("fk_payment_slips_receiver_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment_slips")),
        sa.UniqueConstraint("cause", name=op.f("uq_payment_slips_cause")),
    )
    with op.batch_alter_table("payment_slips", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_payment_slips_club_id"), ["club_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_payment_slips_transaction_id"), ["transaction_id"], unique=False
        )

    with op.batch_alter_table("help_given", schema=None) as batch_op:
        batch_op.add_column(sa.Column("found_by", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("may_be_named", sa.Boolean(), nullable=True))
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(op.get_bind(), ["owed_terms", "payment_slips"])
    refuse_to_lose_values(op.get_bind(), "help_given", "found_by")
    refuse_to_lose_values(op.get_bind(), "help_given", "may_be_named")
    with op.batch_alter_table("help_given", schema=None) as batch_op:
        batch_op.drop_column("may_be_named")
        batch_op.drop_column("found_by")

    with op.batch_alter_table("payment_slips", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_payment_slips_transaction_id"))
        batch_op.drop_index(batch_op.f("ix_payment_slips_club_id"))

    op.drop_table("payment_slips")
    with op.batch_alter_table("owed_terms", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_owed_terms_transaction_id"))
        batch_op.drop_index(batch_op.f("ix_owed_terms_club_id"))

    op.drop_table("owed_terms")
    create_guards(op.get_bind())
