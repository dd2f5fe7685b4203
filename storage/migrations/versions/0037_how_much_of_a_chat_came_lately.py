"""How much of a chat came lately.

Revision ID: 0037
Revises: 0036
"""

from alembic import op

from storage.schema import create_guards

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.create_index("ix_inbox_lately", ["chat_id", "received_at"], unique=False)
    create_guards(op.get_bind())


def downgrade() -> None:
    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.drop_index("ix_inbox_lately")
    create_guards(op.get_bind())
