"""Minutes of meetings and what they decided.

Revision ID: 0014
Revises: 0013
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows
from storage.tables import columns

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "minutes",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("meeting_id", columns.Id, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("guests", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("known", columns.Json(), nullable=True),
        sa.Column("begun_by", columns.Id, nullable=True),
        sa.Column("begun_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("finished_by", columns.Id, nullable=True),
        sa.Column("finished_at", columns.Instant(timezone=True), nullable=True),
        sa.Column("signed_by", columns.Id, nullable=True),
        sa.Column("signed_at", columns.Instant(timezone=True), nullable=True),
        sa.CheckConstraint("state IN ('open', 'signed')", name=op.f("ck_minutes_state_known")),
        sa.ForeignKeyConstraint(["begun_by"], ["persons.id"], name=op.f("fk_minutes_begun_by")),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_minutes_club_id")),
        sa.ForeignKeyConstraint(
            ["finished_by"], ["persons.id"], name=op.f("fk_minutes_finished_by")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_minutes_meeting_id")
        ),
        sa.ForeignKeyConstraint(["signed_by"], ["persons.id"], name=op.f("fk_minutes_signed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes")),
        sa.UniqueConstraint("meeting_id", name=op.f("uq_minutes_meeting_id")),
    )
    with op.batch_alter_table("minutes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_minutes_club_id"), ["club_id"], unique=False)

    op.create_table(
        "decisions",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("minutes_id", columns.Id, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("responsible_id", columns.Id, nullable=True),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("settled_by", columns.Id, nullable=True),
        sa.Column("entered_by", sa.BigInteger(), nullable=True),
        sa.Column("entered_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "state IN ('open', 'done', 'dropped')", name=op.f("ck_decisions_state_known")
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_decisions_club_id")),
        sa.ForeignKeyConstraint(
            ["minutes_id"], ["minutes.id"], name=op.f("fk_decisions_minutes_id")
        ),
        sa.ForeignKeyConstraint(
            ["responsible_id"], ["persons.id"], name=op.f("fk_decisions_responsible_id")
        ),
        sa.ForeignKeyConstraint(
            ["settled_by"], ["persons.id"], name=op.f("fk_decisions_settled_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
        sa.UniqueConstraint("cause", name=op.f("uq_decisions_cause")),
    )
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.create_index("ix_decisions_club_state", ["club_id", "state"], unique=False)
        batch_op.create_index(batch_op.f("ix_decisions_minutes_id"), ["minutes_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_decisions_until"), ["until"], unique=False)

    op.create_table(
        "minutes_addenda",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("minutes_id", columns.Id, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.Column("added_by", columns.Id, nullable=True),
        sa.Column("added_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["added_by"], ["persons.id"], name=op.f("fk_minutes_addenda_added_by")
        ),
        sa.ForeignKeyConstraint(
            ["minutes_id"], ["minutes.id"], name=op.f("fk_minutes_addenda_minutes_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes_addenda")),
        sa.UniqueConstraint("cause", name=op.f("uq_minutes_addenda_cause")),
    )
    with op.batch_alter_table("minutes_addenda", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_minutes_addenda_minutes_id"), ["minutes_id"], unique=False
        )

    op.create_table(
        "minutes_parts",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("minutes_id", columns.Id, nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("written_by", columns.Id, nullable=True),
        sa.Column("written_at", columns.Instant(timezone=True), nullable=False),
        sa.CheckConstraint(
            "part IN ('warm_up', 'report', 'talk', 'whom_to_help', 'next_month', 'closing')",
            name=op.f("ck_minutes_parts_part_known"),
        ),
        sa.ForeignKeyConstraint(
            ["minutes_id"], ["minutes.id"], name=op.f("fk_minutes_parts_minutes_id")
        ),
        sa.ForeignKeyConstraint(
            ["written_by"], ["persons.id"], name=op.f("fk_minutes_parts_written_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes_parts")),
        sa.UniqueConstraint("minutes_id", "part", name=op.f("uq_minutes_parts_minutes_id_part")),
    )
    op.create_table(
        "decision_reviews",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("decision_id", columns.Id, nullable=False),
        sa.Column("minutes_id", columns.Id, nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("noted_by", columns.Id, nullable=True),
        sa.Column("noted_at", columns.Instant(timezone=True), nullable=False),
        sa.CheckConstraint(
            "outcome IN ('done', 'not_yet', 'dropped')",
            name=op.f("ck_decision_reviews_outcome_known"),
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decisions.id"], name=op.f("fk_decision_reviews_decision_id")
        ),
        sa.ForeignKeyConstraint(
            ["minutes_id"], ["minutes.id"], name=op.f("fk_decision_reviews_minutes_id")
        ),
        sa.ForeignKeyConstraint(
            ["noted_by"], ["persons.id"], name=op.f("fk_decision_reviews_noted_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision_reviews")),
        sa.UniqueConstraint(
            "decision_id", "minutes_id", name=op.f("uq_decision_reviews_decision_id_minutes_id")
        ),
    )
    with op.batch_alter_table("decision_reviews", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_decision_reviews_minutes_id"), ["minutes_id"], unique=False
        )
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(
        op.get_bind(),
        ["minutes", "decisions", "minutes_addenda", "minutes_parts", "decision_reviews"],
    )
    with op.batch_alter_table("decision_reviews", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decision_reviews_minutes_id"))

    op.drop_table("decision_reviews")
    op.drop_table("minutes_parts")
    with op.batch_alter_table("minutes_addenda", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_minutes_addenda_minutes_id"))

    op.drop_table("minutes_addenda")
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decisions_until"))
        batch_op.drop_index(batch_op.f("ix_decisions_minutes_id"))
        batch_op.drop_index("ix_decisions_club_state")

    op.drop_table("decisions")
    with op.batch_alter_table("minutes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_minutes_club_id"))

    op.drop_table("minutes")
    create_guards(op.get_bind())
