"""What the books held at the last look at the clock.

Revision ID: 0039
Revises: 0038
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("clock_watch", schema=None) as batch_op:
        batch_op.add_column(sa.Column("last_entry", sa.BigInteger(), nullable=True))
    create_guards(op.get_bind())


def downgrade() -> None:
    # Nothing is lost: the next look notes it anew.
    with op.batch_alter_table("clock_watch", schema=None) as batch_op:
        batch_op.drop_column("last_entry")
    create_guards(op.get_bind())
