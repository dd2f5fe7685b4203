"""The code that shows that both are there.

Revision ID: 0033
Revises: 0032
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows
from storage.tables import columns

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "presence_codes",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("session_id", columns.Id, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("shown_by", columns.Id, nullable=False),
        sa.Column("ends_at", columns.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["support_sessions.id"], name=op.f("fk_presence_codes_session_id")
        ),
        sa.ForeignKeyConstraint(
            ["shown_by"], ["persons.id"], name=op.f("fk_presence_codes_shown_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_presence_codes")),
    )
    with op.batch_alter_table("presence_codes", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_presence_codes_session_id"), ["session_id"], unique=False
        )

    op.create_table(
        "presence_tries",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("session_id", columns.Id, nullable=False),
        sa.Column("person_id", columns.Id, nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_presence_tries_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["support_sessions.id"], name=op.f("fk_presence_tries_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_presence_tries")),
        sa.UniqueConstraint(
            "session_id", "person_id", name=op.f("uq_presence_tries_session_id_person_id")
        ),
    )
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(op.get_bind(), ["presence_codes", "presence_tries"])
    op.drop_table("presence_tries")
    with op.batch_alter_table("presence_codes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_presence_codes_session_id"))

    op.drop_table("presence_codes")
    create_guards(op.get_bind())
