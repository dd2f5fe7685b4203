"""Fees with exceptions, the club's bank account, goods given on.

Revision ID: 0011
Revises: 0010
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows, refuse_to_lose_values
from storage.tables import columns

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "bank_accounts",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("bank_bin", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("entered_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("holds_from", columns.Instant(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_bank_accounts_club_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_accounts")),
    )
    with op.batch_alter_table("bank_accounts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bank_accounts_club_id"), ["club_id"], unique=False)

    op.create_table(
        "goods_given",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("quantity_thousandths", sa.BigInteger(), nullable=False),
        sa.Column("to_whom", sa.Text(), nullable=False),
        sa.Column("recorded_by", columns.Id, nullable=True),
        sa.Column("recorded_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "quantity_thousandths > 0", name=op.f("ck_goods_given_quantity_is_something")
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_goods_given_club_id")),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["persons.id"], name=op.f("fk_goods_given_recorded_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goods_given")),
        sa.UniqueConstraint("cause", name=op.f("uq_goods_given_cause")),
    )
    with op.batch_alter_table("goods_given", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_goods_given_club_id"), ["club_id"], unique=False)

    with op.batch_alter_table("fee_rates", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("per_household", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.add_column(
            sa.Column("follows_club", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.add_column(sa.Column("proposal_id", sa.BigInteger(), nullable=True))

    with op.batch_alter_table("golden_heart", schema=None) as batch_op:
        batch_op.add_column(sa.Column("donor_agreed", sa.Boolean(), nullable=True))
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(op.get_bind(), ["bank_accounts", "goods_given"])
    refuse_to_lose_values(op.get_bind(), "fee_rates", "per_household")
    refuse_to_lose_values(op.get_bind(), "fee_rates", "follows_club")
    refuse_to_lose_values(op.get_bind(), "fee_rates", "proposal_id")
    refuse_to_lose_values(op.get_bind(), "golden_heart", "donor_agreed")
    with op.batch_alter_table("golden_heart", schema=None) as batch_op:
        batch_op.drop_column("donor_agreed")

    with op.batch_alter_table("fee_rates", schema=None) as batch_op:
        batch_op.drop_column("proposal_id")
        batch_op.drop_column("follows_club")
        batch_op.drop_column("per_household")

    with op.batch_alter_table("goods_given", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_goods_given_club_id"))

    op.drop_table("goods_given")
    with op.batch_alter_table("bank_accounts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_bank_accounts_club_id"))

    op.drop_table("bank_accounts")
    create_guards(op.get_bind())
