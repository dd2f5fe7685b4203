"""Whether the language was chosen by hand.

Revision ID: 0038
Revises: 0037
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_values

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("chats", schema=None) as batch_op:
        batch_op.add_column(sa.Column("language_chosen", sa.Boolean(), nullable=True))
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_values(op.get_bind(), "chats", "language_chosen")
    with op.batch_alter_table("chats", schema=None) as batch_op:
        batch_op.drop_column("language_chosen")
    create_guards(op.get_bind())
