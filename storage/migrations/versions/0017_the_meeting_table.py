"""The meeting table.

Revision ID: 0017
Revises: 0016
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows
from storage.tables import columns

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "meeting_tables",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("meeting_id", columns.Id, nullable=True),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("place_id", columns.Id, nullable=False),
        sa.Column("cash_before", columns.Dong(), nullable=False),
        sa.Column("opened_by", columns.Id, nullable=False),
        sa.Column("opened_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("counted", columns.Dong(), nullable=True),
        sa.Column("closed_by", columns.Id, nullable=True),
        sa.Column("second_person", columns.Id, nullable=True),
        sa.Column("closed_at", columns.Instant(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("sheet_photo_id", sa.BigInteger(), nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "state IN ('open', 'closed', 'dropped')", name=op.f("ck_meeting_tables_state_known")
        ),
        sa.ForeignKeyConstraint(
            ["closed_by"], ["persons.id"], name=op.f("fk_meeting_tables_closed_by")
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_meeting_tables_club_id")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_meeting_tables_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["opened_by"], ["persons.id"], name=op.f("fk_meeting_tables_opened_by")
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["places.id"], name=op.f("fk_meeting_tables_place_id")
        ),
        sa.ForeignKeyConstraint(
            ["second_person"], ["persons.id"], name=op.f("fk_meeting_tables_second_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_tables")),
        sa.UniqueConstraint("cause", name=op.f("uq_meeting_tables_cause")),
    )
    with op.batch_alter_table("meeting_tables", schema=None) as batch_op:
        batch_op.create_index("ix_meeting_tables_club_state", ["club_id", "state"], unique=False)

    op.create_table(
        "meeting_table_bookings",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("table_id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("transaction_id", columns.Id, nullable=False),
        sa.CheckConstraint(
            "what IN ('fee', 'repayment', 'gift')",
            name=op.f("ck_meeting_table_bookings_what_known"),
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_meeting_table_bookings_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["table_id"], ["meeting_tables.id"], name=op.f("fk_meeting_table_bookings_table_id")
        ),
        sa.ForeignKeyConstraint(
            ["transaction_id"],
            ["transactions.id"],
            name=op.f("fk_meeting_table_bookings_transaction_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_table_bookings")),
        sa.UniqueConstraint(
            "transaction_id", name=op.f("uq_meeting_table_bookings_transaction_id")
        ),
    )
    with op.batch_alter_table("meeting_table_bookings", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_meeting_table_bookings_table_id"), ["table_id"], unique=False
        )

    op.create_table(
        "meeting_table_entries",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("table_id", columns.Id, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("made_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("fee", columns.Dong(), nullable=False),
        sa.Column("interest", columns.Dong(), nullable=False),
        sa.Column("principal", columns.Dong(), nullable=False),
        sa.Column("gift", columns.Dong(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("entered_by", columns.Id, nullable=False),
        sa.Column("entered_in", sa.BigInteger(), nullable=False),
        sa.Column("received_at", columns.Instant(timezone=True), nullable=False),
        sa.CheckConstraint(
            "answer IN ('', 'another', 'told')", name=op.f("ck_meeting_table_entries_answer_known")
        ),
        sa.ForeignKeyConstraint(
            ["entered_by"], ["persons.id"], name=op.f("fk_meeting_table_entries_entered_by")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_meeting_table_entries_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["table_id"], ["meeting_tables.id"], name=op.f("fk_meeting_table_entries_table_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_table_entries")),
        sa.UniqueConstraint("table_id", "key", name=op.f("uq_meeting_table_entries_table_id_key")),
    )
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(
        op.get_bind(), ["meeting_tables", "meeting_table_bookings", "meeting_table_entries"]
    )
    op.drop_table("meeting_table_entries")
    with op.batch_alter_table("meeting_table_bookings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_table_bookings_table_id"))

    op.drop_table("meeting_table_bookings")
    with op.batch_alter_table("meeting_tables", schema=None) as batch_op:
        batch_op.drop_index("ix_meeting_tables_club_state")

    op.drop_table("meeting_tables")
    create_guards(op.get_bind())
