"""Places have no limit of their own: the club's one stands among its settings.

Revision ID: 0035
Revises: 0034
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards
from storage.tables import columns

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Both databases can drop a column as it stands; the column never held anything."""
    op.drop_column("places", "limit_dong")
    create_guards(op.get_bind())


def downgrade() -> None:
    op.add_column("places", sa.Column("limit_dong", columns.Dong(), nullable=True))
    create_guards(op.get_bind())
