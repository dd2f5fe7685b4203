"""How often each question is asked and not understood.

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows
from storage.tables import columns

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "question_counts",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("dialogue", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_counts")),
        sa.UniqueConstraint(
            "dialogue",
            "question",
            "what",
            "month",
            name=op.f("uq_question_counts_dialogue_question_what_month"),
        ),
    )
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(op.get_bind(), ["question_counts"])
    op.drop_table("question_counts")
    create_guards(op.get_bind())
