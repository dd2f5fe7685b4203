"""How each lesson ended, and the lesson a request for help came out of.

Revision ID: 0019
Revises: 0018
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows, refuse_to_lose_values
from storage.tables import columns

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lesson_ends",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("person_id", columns.Id, nullable=False),
        sa.Column("lesson", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("ended_at", columns.Instant(timezone=True), nullable=False),
        sa.CheckConstraint(
            "outcome IN ('right', 'wrong', 'skipped')", name=op.f("ck_lesson_ends_outcome_known")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_lesson_ends_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson_ends")),
    )
    with op.batch_alter_table("lesson_ends", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lesson_ends_person_id"), ["person_id"], unique=False)

    with op.batch_alter_table("help_requests", schema=None) as batch_op:
        batch_op.add_column(sa.Column("lesson", sa.Text(), nullable=True))
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(op.get_bind(), ["lesson_ends"])
    refuse_to_lose_values(op.get_bind(), "help_requests", "lesson")
    with op.batch_alter_table("help_requests", schema=None) as batch_op:
        batch_op.drop_column("lesson")

    with op.batch_alter_table("lesson_ends", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_lesson_ends_person_id"))

    op.drop_table("lesson_ends")
    create_guards(op.get_bind())
