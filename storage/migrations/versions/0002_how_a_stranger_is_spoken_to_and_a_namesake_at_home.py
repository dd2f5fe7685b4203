"""How a stranger is spoken to, and a namesake at home.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_values

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("chats", schema=None) as batch_op:
        batch_op.add_column(sa.Column("address", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("bot_word", sa.Text(), nullable=True))

    with op.batch_alter_table("persons", schema=None) as batch_op:
        batch_op.add_column(sa.Column("lien_at_home", sa.Boolean(), nullable=True))
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_values(op.get_bind(), "chats", "address")
    refuse_to_lose_values(op.get_bind(), "chats", "bot_word")
    refuse_to_lose_values(op.get_bind(), "persons", "lien_at_home")
    with op.batch_alter_table("persons", schema=None) as batch_op:
        batch_op.drop_column("lien_at_home")

    with op.batch_alter_table("chats", schema=None) as batch_op:
        batch_op.drop_column("bot_word")
        batch_op.drop_column("address")
    create_guards(op.get_bind())
