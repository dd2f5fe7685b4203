"""Pictures and files on the web page.

Revision ID: 0008
Revises: 0007
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows, refuse_to_lose_values
from storage.tables import columns

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "web_files",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("message_id", columns.Id, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"], ["web_messages.id"], name=op.f("fk_web_files_message_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_web_files")),
    )
    with op.batch_alter_table("web_files", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_web_files_message_id"), ["message_id"], unique=False)

    with op.batch_alter_table("web_messages", schema=None) as batch_op:
        batch_op.add_column(sa.Column("file_name", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("file_mime", sa.Text(), nullable=True))
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(op.get_bind(), ["web_files"])
    refuse_to_lose_values(op.get_bind(), "web_messages", "file_name")
    refuse_to_lose_values(op.get_bind(), "web_messages", "file_mime")
    with op.batch_alter_table("web_messages", schema=None) as batch_op:
        batch_op.drop_column("file_mime")
        batch_op.drop_column("file_name")

    with op.batch_alter_table("web_files", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_web_files_message_id"))

    op.drop_table("web_files")
    create_guards(op.get_bind())
