"""Lifts to a meeting the day's word guests and corrections of the roll.

Revision ID: 0016
Revises: 0015
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows, refuse_to_lose_values
from storage.tables import columns

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "day_words",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("meeting_id", columns.Id, nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("given_by", columns.Id, nullable=True),
        sa.Column("given_at", columns.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["given_by"], ["persons.id"], name=op.f("fk_day_words_given_by")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_day_words_meeting_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_day_words")),
        sa.UniqueConstraint("meeting_id", name=op.f("uq_day_words_meeting_id")),
    )
    op.create_table(
        "lift_offers",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("meeting_id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("shares_phone", sa.Boolean(), nullable=False),
        sa.Column("offered_at", columns.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_lift_offers_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_lift_offers_member_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lift_offers")),
        sa.UniqueConstraint(
            "meeting_id", "member_id", name=op.f("uq_lift_offers_meeting_id_member_id")
        ),
    )
    op.create_table(
        "lifts",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("meeting_id", columns.Id, nullable=False),
        sa.Column("rider_id", columns.Id, nullable=False),
        sa.Column("driver_id", columns.Id, nullable=False),
        sa.Column("shares_phone", sa.Boolean(), nullable=False),
        sa.Column("agreed_at", columns.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["driver_id"], ["members.id"], name=op.f("fk_lifts_driver_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name=op.f("fk_lifts_meeting_id")),
        sa.ForeignKeyConstraint(["rider_id"], ["members.id"], name=op.f("fk_lifts_rider_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lifts")),
        sa.UniqueConstraint("meeting_id", "rider_id", name=op.f("uq_lifts_meeting_id_rider_id")),
    )
    with op.batch_alter_table("lifts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lifts_driver_id"), ["driver_id"], unique=False)

    op.create_table(
        "meeting_guests",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("meeting_id", columns.Id, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("noted_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("noted_by", columns.Id, nullable=True),
        sa.CheckConstraint(
            "kind IN ('officer', 'other_club', 'young', 'other')",
            name=op.f("ck_meeting_guests_kind_known"),
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_meeting_guests_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["noted_by"], ["persons.id"], name=op.f("fk_meeting_guests_noted_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_guests")),
        sa.UniqueConstraint("meeting_id", "kind", name=op.f("uq_meeting_guests_meeting_id_kind")),
    )
    op.create_table(
        "roll_corrections",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("meeting_id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("present", sa.Boolean(), nullable=False),
        sa.Column("changed_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("changed_by", columns.Id, nullable=True),
        sa.ForeignKeyConstraint(
            ["changed_by"], ["persons.id"], name=op.f("fk_roll_corrections_changed_by")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_roll_corrections_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_roll_corrections_member_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roll_corrections")),
    )
    with op.batch_alter_table("roll_corrections", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_roll_corrections_meeting_id"), ["meeting_id"], unique=False
        )

    op.create_table(
        "word_tries",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("meeting_id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("right_at", columns.Instant(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_word_tries_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_word_tries_member_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_word_tries")),
        sa.UniqueConstraint(
            "meeting_id", "member_id", name=op.f("uq_word_tries_meeting_id_member_id")
        ),
    )
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.add_column(sa.Column("stands_for", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("changes", sa.Integer(), server_default="0", nullable=False))
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(
        op.get_bind(),
        ["day_words", "lift_offers", "lifts", "meeting_guests", "roll_corrections", "word_tries"],
    )
    refuse_to_lose_values(op.get_bind(), "meetings", "stands_for")
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.drop_column("changes")
        batch_op.drop_column("stands_for")

    op.drop_table("word_tries")
    with op.batch_alter_table("roll_corrections", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_roll_corrections_meeting_id"))

    op.drop_table("roll_corrections")
    op.drop_table("meeting_guests")
    with op.batch_alter_table("lifts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_lifts_driver_id"))

    op.drop_table("lifts")
    op.drop_table("lift_offers")
    op.drop_table("day_words")
    create_guards(op.get_bind())
