"""Support sessions moved swapped and certified.

Revision ID: 0013
Revises: 0012
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows, refuse_to_lose_values
from storage.tables import columns

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "certificates",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("person_id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("to_day", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("lines", columns.Json(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("issued_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_certificates_club_id")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_certificates_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificates")),
        sa.UniqueConstraint("cause", name=op.f("uq_certificates_cause")),
        sa.UniqueConstraint("code", name=op.f("uq_certificates_code")),
    )
    with op.batch_alter_table("certificates", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_certificates_person_id"), ["person_id"], unique=False)

    op.create_table(
        "parent_consents",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("parent", sa.Text(), nullable=False),
        sa.Column("birth_year", sa.Integer(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("noted_by", columns.Id, nullable=False),
        sa.Column("noted_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("ends_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("used_by", sa.BigInteger(), nullable=True),
        sa.Column("used_at", columns.Instant(timezone=True), nullable=True),
        sa.CheckConstraint(
            "form IN ('account', 'paper')", name=op.f("ck_parent_consents_form_known")
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_parent_consents_club_id")),
        sa.ForeignKeyConstraint(
            ["noted_by"], ["persons.id"], name=op.f("fk_parent_consents_noted_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parent_consents")),
        sa.UniqueConstraint("code", name=op.f("uq_parent_consents_code")),
    )
    op.create_table(
        "volunteer_blocks",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("person_id", columns.Id, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("blocked_by", columns.Id, nullable=False),
        sa.Column("blocked_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("ended_at", columns.Instant(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["blocked_by"], ["persons.id"], name=op.f("fk_volunteer_blocks_blocked_by")
        ),
        sa.ForeignKeyConstraint(
            ["club_id"], ["clubs.id"], name=op.f("fk_volunteer_blocks_club_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_volunteer_blocks_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_volunteer_blocks")),
    )
    with op.batch_alter_table("volunteer_blocks", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_volunteer_blocks_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "hour_disputes",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("session_id", columns.Id, nullable=False),
        sa.Column("person_id", columns.Id, nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("handler_id", columns.Id, nullable=True),
        sa.Column("opened_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("decided_by", columns.Id, nullable=True),
        sa.Column("decided_minutes", sa.Integer(), nullable=True),
        sa.Column("decided_at", columns.Instant(timezone=True), nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "state IN ('open', 'decided')", name=op.f("ck_hour_disputes_state_known")
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_hour_disputes_club_id")),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["persons.id"], name=op.f("fk_hour_disputes_decided_by")
        ),
        sa.ForeignKeyConstraint(
            ["handler_id"], ["persons.id"], name=op.f("fk_hour_disputes_handler_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_hour_disputes_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["support_sessions.id"], name=op.f("fk_hour_disputes_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hour_disputes")),
        sa.UniqueConstraint("cause", name=op.f("uq_hour_disputes_cause")),
    )
    with op.batch_alter_table("hour_disputes", schema=None) as batch_op:
        batch_op.create_index("ix_hour_disputes_club_state", ["club_id", "state"], unique=False)

    op.create_table(
        "session_swaps",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("session_id", columns.Id, nullable=False),
        sa.Column("person_id", columns.Id, nullable=False),
        sa.Column("offered_to", columns.Id, nullable=True),
        sa.Column("offered_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("taken_by", columns.Id, nullable=True),
        sa.Column("ended_at", columns.Instant(timezone=True), nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "state IN ('open', 'taken', 'over')", name=op.f("ck_session_swaps_state_known")
        ),
        sa.ForeignKeyConstraint(
            ["offered_to"], ["persons.id"], name=op.f("fk_session_swaps_offered_to")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_session_swaps_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["support_sessions.id"], name=op.f("fk_session_swaps_session_id")
        ),
        sa.ForeignKeyConstraint(
            ["taken_by"], ["persons.id"], name=op.f("fk_session_swaps_taken_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_swaps")),
        sa.UniqueConstraint("cause", name=op.f("uq_session_swaps_cause")),
    )
    with op.batch_alter_table("session_swaps", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_session_swaps_session_id"), ["session_id"], unique=False
        )

    op.create_table(
        "session_thanks",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("session_id", columns.Id, nullable=False),
        sa.Column("person_id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", columns.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_session_thanks_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_session_thanks_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["support_sessions.id"], name=op.f("fk_session_thanks_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_thanks")),
        sa.UniqueConstraint(
            "session_id",
            "person_id",
            "member_id",
            name=op.f("uq_session_thanks_session_id_person_id_member_id"),
        ),
    )
    with op.batch_alter_table("session_thanks", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_session_thanks_person_id"), ["person_id"], unique=False
        )

    with op.batch_alter_table("signups", schema=None) as batch_op:
        batch_op.add_column(sa.Column("said_minutes", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("said_at", columns.Instant(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("noted_minutes", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("noted_at", columns.Instant(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("noted_by", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("agreed_move", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("why", sa.Text(), nullable=True))

    with op.batch_alter_table("support_sessions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("language", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("at_home", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("moved", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("reason", sa.Text(), nullable=True))

    with op.batch_alter_table("volunteers", schema=None) as batch_op:
        batch_op.add_column(sa.Column("languages", columns.Json(), nullable=True))
        batch_op.add_column(sa.Column("vouched_how", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("ended_on", sa.Date(), nullable=True))
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(
        op.get_bind(),
        [
            "certificates",
            "parent_consents",
            "volunteer_blocks",
            "hour_disputes",
            "session_swaps",
            "session_thanks",
        ],
    )
    refuse_to_lose_values(op.get_bind(), "signups", "said_minutes")
    refuse_to_lose_values(op.get_bind(), "signups", "said_at")
    refuse_to_lose_values(op.get_bind(), "signups", "noted_minutes")
    refuse_to_lose_values(op.get_bind(), "signups", "noted_at")
    refuse_to_lose_values(op.get_bind(), "signups", "noted_by")
    refuse_to_lose_values(op.get_bind(), "signups", "agreed_move")
    refuse_to_lose_values(op.get_bind(), "signups", "why")
    refuse_to_lose_values(op.get_bind(), "support_sessions", "language")
    refuse_to_lose_values(op.get_bind(), "support_sessions", "at_home")
    refuse_to_lose_values(op.get_bind(), "support_sessions", "moved")
    refuse_to_lose_values(op.get_bind(), "support_sessions", "reason")
    refuse_to_lose_values(op.get_bind(), "volunteers", "languages")
    refuse_to_lose_values(op.get_bind(), "volunteers", "vouched_how")
    refuse_to_lose_values(op.get_bind(), "volunteers", "ended_on")
    with op.batch_alter_table("volunteers", schema=None) as batch_op:
        batch_op.drop_column("ended_on")
        batch_op.drop_column("vouched_how")
        batch_op.drop_column("languages")

    with op.batch_alter_table("support_sessions", schema=None) as batch_op:
        batch_op.drop_column("reason")
        batch_op.drop_column("moved")
        batch_op.drop_column("at_home")
        batch_op.drop_column("language")

    with op.batch_alter_table("signups", schema=None) as batch_op:
        batch_op.drop_column("why")
        batch_op.drop_column("agreed_move")
        batch_op.drop_column("noted_by")
        batch_op.drop_column("noted_at")
        batch_op.drop_column("noted_minutes")
        batch_op.drop_column("said_at")
        batch_op.drop_column("said_minutes")

    with op.batch_alter_table("session_thanks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_session_thanks_person_id"))

    op.drop_table("session_thanks")
    with op.batch_alter_table("session_swaps", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_session_swaps_session_id"))

    op.drop_table("session_swaps")
    with op.batch_alter_table("hour_disputes", schema=None) as batch_op:
        batch_op.drop_index("ix_hour_disputes_club_state")

    op.drop_table("hour_disputes")
    with op.batch_alter_table("volunteer_blocks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_volunteer_blocks_person_id"))

    op.drop_table("volunteer_blocks")
    op.drop_table("parent_consents")
    with op.batch_alter_table("certificates", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_certificates_person_id"))

    op.drop_table("certificates")
    create_guards(op.get_bind())
