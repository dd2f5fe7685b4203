"""Every message read aloud to whom likes it.

Revision ID: 0007
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_values

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("chats", schema=None) as batch_op:
        batch_op.add_column(sa.Column("listens", sa.Boolean(), nullable=True))

    with op.batch_alter_table("persons", schema=None) as batch_op:
        batch_op.add_column(sa.Column("listens", sa.Boolean(), nullable=True))
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_values(op.get_bind(), "chats", "listens")
    refuse_to_lose_values(op.get_bind(), "persons", "listens")
    with op.batch_alter_table("persons", schema=None) as batch_op:
        batch_op.drop_column("listens")

    with op.batch_alter_table("chats", schema=None) as batch_op:
        batch_op.drop_column("listens")
    create_guards(op.get_bind())
