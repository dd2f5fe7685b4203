"""Accounts held back: lost phones, offices on new ones.

Revision ID: 0031
Revises: 0030
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows, refuse_to_lose_values
from storage.tables import columns

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account_freezes",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("person_id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=True),
        sa.Column("frozen_by", columns.Id, nullable=False),
        sa.Column("chats", columns.Json(), nullable=False),
        sa.Column("frozen_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("ended_at", columns.Instant(timezone=True), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "outcome IN ('opened', 'cut_off')", name=op.f("ck_account_freezes_outcome_known")
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_account_freezes_club_id")),
        sa.ForeignKeyConstraint(
            ["frozen_by"], ["persons.id"], name=op.f("fk_account_freezes_frozen_by")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_account_freezes_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account_freezes")),
    )
    with op.batch_alter_table("account_freezes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_account_freezes_club_id"), ["club_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_account_freezes_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "account_confirmations",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("chat_id", columns.Id, nullable=False),
        sa.Column("confirmed_by", columns.Id, nullable=False),
        sa.Column("confirmed_at", columns.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chats.id"], name=op.f("fk_account_confirmations_chat_id")
        ),
        sa.ForeignKeyConstraint(
            ["confirmed_by"], ["persons.id"], name=op.f("fk_account_confirmations_confirmed_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account_confirmations")),
        sa.UniqueConstraint(
            "chat_id", "confirmed_by", name=op.f("uq_account_confirmations_chat_id_confirmed_by")
        ),
    )
    with op.batch_alter_table("chats", schema=None) as batch_op:
        batch_op.add_column(sa.Column("frozen_at", columns.Instant(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("offices_wait", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("pays_from", columns.Instant(timezone=True), nullable=True))
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(op.get_bind(), ["account_freezes", "account_confirmations"])
    refuse_to_lose_values(op.get_bind(), "chats", "frozen_at")
    refuse_to_lose_values(op.get_bind(), "chats", "offices_wait")
    refuse_to_lose_values(op.get_bind(), "chats", "pays_from")
    with op.batch_alter_table("chats", schema=None) as batch_op:
        batch_op.drop_column("pays_from")
        batch_op.drop_column("offices_wait")
        batch_op.drop_column("frozen_at")

    op.drop_table("account_confirmations")
    with op.batch_alter_table("account_freezes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_account_freezes_person_id"))
        batch_op.drop_index(batch_op.f("ix_account_freezes_club_id"))

    op.drop_table("account_freezes")
    create_guards(op.get_bind())
