"""Lending, budgets and second chats.

Revision ID: 0028
Revises: 0027
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows
from storage.tables import columns

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "askers",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("bot", sa.Text(), nullable=False),
        sa.Column("run", sa.BigInteger(), nullable=False),
        sa.Column("machine", sa.Text(), nullable=False),
        sa.Column("asked_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("heard_at", columns.Instant(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_askers")),
        sa.UniqueConstraint("channel", "bot", "run", name=op.f("uq_askers_channel_bot_run")),
    )
    op.create_table(
        "message_budgets",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("a_month", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message_budgets")),
        sa.UniqueConstraint("channel", name=op.f("uq_message_budgets_channel")),
    )
    op.create_table(
        "message_counts",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("club_id", sa.BigInteger(), nullable=False),
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("sent", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message_counts")),
        sa.UniqueConstraint(
            "channel", "club_id", "month", name=op.f("uq_message_counts_channel_club_id_month")
        ),
    )
    op.create_table(
        "chat_codes",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("person_id", columns.Id, nullable=False),
        sa.Column("made_in_chat", columns.Id, nullable=False),
        sa.Column("made_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("ends_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("used_at", columns.Instant(timezone=True), nullable=True),
        sa.Column("used_in_chat", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["made_in_chat"], ["chats.id"], name=op.f("fk_chat_codes_made_in_chat")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_chat_codes_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chat_codes")),
    )
    with op.batch_alter_table("chat_codes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_chat_codes_code_hash"), ["code_hash"], unique=False)
        batch_op.create_index(batch_op.f("ix_chat_codes_person_id"), ["person_id"], unique=False)

    op.create_table(
        "chat_uses",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("chat_id", columns.Id, nullable=False),
        sa.Column("used_at", columns.Instant(timezone=True), nullable=True),
        sa.Column("chosen_at", columns.Instant(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_chat_uses_chat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chat_uses")),
        sa.UniqueConstraint("chat_id", name=op.f("uq_chat_uses_chat_id")),
    )
    op.create_table(
        "lent_files",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("link_hash", sa.Text(), nullable=False),
        sa.Column("picture_hash", sa.Text(), nullable=False),
        sa.Column("chat_id", columns.Id, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("mime", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("photo_id", sa.BigInteger(), nullable=True),
        sa.Column("made_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("picture_ends_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("ends_at", columns.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_lent_files_chat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lent_files")),
        sa.UniqueConstraint("link_hash", name=op.f("uq_lent_files_link_hash")),
        sa.UniqueConstraint("picture_hash", name=op.f("uq_lent_files_picture_hash")),
    )
    with op.batch_alter_table("lent_files", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lent_files_chat_id"), ["chat_id"], unique=False)
        batch_op.create_index("ix_lent_files_ends", ["ends_at"], unique=False)
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(
        op.get_bind(),
        ["askers", "message_budgets", "message_counts", "chat_codes", "chat_uses", "lent_files"],
    )
    with op.batch_alter_table("lent_files", schema=None) as batch_op:
        batch_op.drop_index("ix_lent_files_ends")
        batch_op.drop_index(batch_op.f("ix_lent_files_chat_id"))

    op.drop_table("lent_files")
    op.drop_table("chat_uses")
    with op.batch_alter_table("chat_codes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_chat_codes_person_id"))
        batch_op.drop_index(batch_op.f("ix_chat_codes_code_hash"))

    op.drop_table("chat_codes")
    op.drop_table("message_counts")
    op.drop_table("message_budgets")
    op.drop_table("askers")
    create_guards(op.get_bind())
