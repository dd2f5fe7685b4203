"""Who answered a meeting for whom, and guests counted once.

Revision ID: 0032
Revises: 0031
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_values

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("meeting_answers", schema=None) as batch_op:
        batch_op.add_column(sa.Column("noted_by", sa.BigInteger(), nullable=True))

    # Nothing was ever written there; both databases drop a column where it stands.
    op.drop_column("minutes", "guests")
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_values(op.get_bind(), "meeting_answers", "noted_by")
    op.add_column("minutes", sa.Column("guests", sa.TEXT(), nullable=False, server_default=""))
    with op.batch_alter_table("meeting_answers", schema=None) as batch_op:
        batch_op.drop_column("noted_by")
    create_guards(op.get_bind())
