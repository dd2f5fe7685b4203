"""Words to many and a watch over the clock.

Revision ID: 0024
Revises: 0023
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows
from storage.tables import columns

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "clock_watch",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("seen_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("held_at", columns.Instant(timezone=True), nullable=True),
        sa.Column("jumped_seconds", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clock_watch")),
    )
    op.create_table(
        "broadcasts",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=True),
        sa.Column("sent_by", columns.Id, nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("about", columns.Id, nullable=True),
        sa.Column("signed_as", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.Column("said_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("ended_at", columns.Instant(timezone=True), nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "audience IN ('club', 'group', 'unanswered', 'boards', 'members')",
            name=op.f("ck_broadcasts_audience_known"),
        ),
        sa.CheckConstraint(
            "state IN ('running', 'paused', 'cancelled', 'done')",
            name=op.f("ck_broadcasts_state_known"),
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_broadcasts_club_id")),
        sa.ForeignKeyConstraint(["sent_by"], ["persons.id"], name=op.f("fk_broadcasts_sent_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcasts")),
        sa.UniqueConstraint("cause", name=op.f("uq_broadcasts_cause")),
    )
    with op.batch_alter_table("broadcasts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_broadcasts_club_id"), ["club_id"], unique=False)
        batch_op.create_index(
            "ix_broadcasts_running",
            ["people", "id"],
            unique=False,
            sqlite_where=sa.text("state = 'running'"),
            postgresql_where=sa.text("state = 'running'"),
        )
        batch_op.create_index(batch_op.f("ix_broadcasts_sent_by"), ["sent_by"], unique=False)

    op.create_table(
        "broadcast_people",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("broadcast_id", columns.Id, nullable=False),
        sa.Column("person_id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("letter_id", columns.Id, nullable=True),
        sa.CheckConstraint(
            "state IN ('waiting', 'queued', 'unreachable', 'cancelled')",
            name=op.f("ck_broadcast_people_state_known"),
        ),
        sa.ForeignKeyConstraint(
            ["broadcast_id"], ["broadcasts.id"], name=op.f("fk_broadcast_people_broadcast_id")
        ),
        sa.ForeignKeyConstraint(
            ["club_id"], ["clubs.id"], name=op.f("fk_broadcast_people_club_id")
        ),
        sa.ForeignKeyConstraint(
            ["letter_id"], ["outbox.id"], name=op.f("fk_broadcast_people_letter_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_broadcast_people_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcast_people")),
        sa.UniqueConstraint(
            "broadcast_id", "person_id", name=op.f("uq_broadcast_people_broadcast_id_person_id")
        ),
    )
    with op.batch_alter_table("broadcast_people", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_broadcast_people_club_id"), ["club_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_broadcast_people_letter_id"), ["letter_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_broadcast_people_person_id"), ["person_id"], unique=False
        )
        batch_op.create_index(
            "ix_broadcast_people_state", ["broadcast_id", "state", "id"], unique=False
        )
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(op.get_bind(), ["clock_watch", "broadcasts", "broadcast_people"])
    with op.batch_alter_table("broadcast_people", schema=None) as batch_op:
        batch_op.drop_index("ix_broadcast_people_state")
        batch_op.drop_index(batch_op.f("ix_broadcast_people_person_id"))
        batch_op.drop_index(batch_op.f("ix_broadcast_people_letter_id"))
        batch_op.drop_index(batch_op.f("ix_broadcast_people_club_id"))

    op.drop_table("broadcast_people")
    with op.batch_alter_table("broadcasts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_broadcasts_sent_by"))
        batch_op.drop_index(
            "ix_broadcasts_running",
            sqlite_where=sa.text("state = 'running'"),
            postgresql_where=sa.text("state = 'running'"),
        )
        batch_op.drop_index(batch_op.f("ix_broadcasts_club_id"))

    op.drop_table("broadcasts")
    op.drop_table("clock_watch")
    create_guards(op.get_bind())
