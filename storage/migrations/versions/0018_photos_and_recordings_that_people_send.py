"""Photos and recordings that people send.

Revision ID: 0018
Revises: 0017
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows
from storage.tables import columns

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "photos",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=True),
        sa.Column("chat_id", columns.Id, nullable=False),
        sa.Column("taken_by", columns.Id, nullable=True),
        sa.Column("about", sa.Text(), nullable=True),
        sa.Column("subject", sa.BigInteger(), nullable=True),
        sa.Column("mime", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("received_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("kept_until", columns.Instant(timezone=True), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_photos_chat_id")),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_photos_club_id")),
        sa.ForeignKeyConstraint(["taken_by"], ["persons.id"], name=op.f("fk_photos_taken_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photos")),
        sa.UniqueConstraint("cause", name=op.f("uq_photos_cause")),
    )
    with op.batch_alter_table("photos", schema=None) as batch_op:
        batch_op.create_index("ix_photos_about", ["about", "subject"], unique=False)
        batch_op.create_index(batch_op.f("ix_photos_club_id"), ["club_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_photos_kept_until"), ["kept_until"], unique=False)
        batch_op.create_index(batch_op.f("ix_photos_taken_by"), ["taken_by"], unique=False)

    op.create_table(
        "web_photos",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("message_id", columns.Id, nullable=False),
        sa.Column("photo_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"], ["web_messages.id"], name=op.f("fk_web_photos_message_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_web_photos")),
    )
    with op.batch_alter_table("web_photos", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_web_photos_message_id"), ["message_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_web_photos_photo_id"), ["photo_id"], unique=False)
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(op.get_bind(), ["photos", "web_photos"])
    with op.batch_alter_table("web_photos", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_web_photos_photo_id"))
        batch_op.drop_index(batch_op.f("ix_web_photos_message_id"))

    op.drop_table("web_photos")
    with op.batch_alter_table("photos", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_photos_taken_by"))
        batch_op.drop_index(batch_op.f("ix_photos_kept_until"))
        batch_op.drop_index(batch_op.f("ix_photos_club_id"))
        batch_op.drop_index("ix_photos_about")

    op.drop_table("photos")
    create_guards(op.get_bind())
