"""Practice for members.

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows, refuse_to_lose_values
from storage.tables import columns

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "practices",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("chat_id", columns.Id, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("begun_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("image", sa.LargeBinary(), nullable=True),
        sa.Column("form", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_practices_chat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practices")),
        sa.UniqueConstraint("chat_id", name=op.f("uq_practices_chat_id")),
    )
    with op.batch_alter_table("chats", schema=None) as batch_op:
        batch_op.add_column(sa.Column("practice_at", columns.Instant(timezone=True), nullable=True))
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(op.get_bind(), ["practices"])
    refuse_to_lose_values(op.get_bind(), "chats", "practice_at")
    with op.batch_alter_table("chats", schema=None) as batch_op:
        batch_op.drop_column("practice_at")

    op.drop_table("practices")
    create_guards(op.get_bind())
