"""What a club lives on between its meetings.

Revision ID: 0015
Revises: 0014
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows, refuse_to_lose_values
from storage.tables import columns

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "activity_plans",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=False),
        sa.Column("planned_by", columns.Id, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "area IN ('TTN', 'CSSK', 'CSTN', 'TGN', 'QLI', 'NT', 'VHVN', 'VDNL')",
            name=op.f("ck_activity_plans_area_known"),
        ),
        sa.CheckConstraint(
            "state IN ('planned', 'done', 'dropped')", name=op.f("ck_activity_plans_state_known")
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_activity_plans_club_id")),
        sa.ForeignKeyConstraint(
            ["planned_by"], ["persons.id"], name=op.f("fk_activity_plans_planned_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_plans")),
        sa.UniqueConstraint("cause", name=op.f("uq_activity_plans_cause")),
    )
    with op.batch_alter_table("activity_plans", schema=None) as batch_op:
        batch_op.create_index("ix_activity_plans_club_day", ["club_id", "planned_on"], unique=False)

    op.create_table(
        "care_clients",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("visits_a_week", sa.Integer(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_care_clients_club_id")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_care_clients_member_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_care_clients")),
        sa.UniqueConstraint("cause", name=op.f("uq_care_clients_cause")),
        sa.UniqueConstraint("club_id", "member_id", name=op.f("uq_care_clients_club_id_member_id")),
    )
    with op.batch_alter_table("care_clients", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_care_clients_club_id"), ["club_id"], unique=False)

    op.create_table(
        "hardship_cases",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=True),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("found_by", columns.Id, nullable=False),
        sa.Column("told_on", sa.Date(), nullable=False),
        sa.Column("told_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=True),
        sa.Column("decided_by", sa.BigInteger(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "state IN ('open', 'decided', 'closed')", name=op.f("ck_hardship_cases_state_known")
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_hardship_cases_club_id")),
        sa.ForeignKeyConstraint(
            ["found_by"], ["persons.id"], name=op.f("fk_hardship_cases_found_by")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_hardship_cases_member_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hardship_cases")),
        sa.UniqueConstraint("cause", name=op.f("uq_hardship_cases_cause")),
    )
    with op.batch_alter_table("hardship_cases", schema=None) as batch_op:
        batch_op.create_index("ix_hardship_cases_club_state", ["club_id", "state"], unique=False)

    op.create_table(
        "health_checks",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("measured_by", columns.Id, nullable=False),
        sa.Column("measured_on", sa.Date(), nullable=False),
        sa.Column("measured_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("weight_grams", sa.Integer(), nullable=True),
        sa.Column("height_cm", sa.Integer(), nullable=True),
        sa.Column("systolic", sa.Integer(), nullable=True),
        sa.Column("diastolic", sa.Integer(), nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_health_checks_club_id")),
        sa.ForeignKeyConstraint(
            ["measured_by"], ["persons.id"], name=op.f("fk_health_checks_measured_by")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_health_checks_member_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_health_checks")),
        sa.UniqueConstraint("cause", name=op.f("uq_health_checks_cause")),
    )
    with op.batch_alter_table("health_checks", schema=None) as batch_op:
        batch_op.create_index("ix_health_checks_club_day", ["club_id", "measured_on"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_health_checks_measured_by"), ["measured_by"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_health_checks_member_id"), ["member_id"], unique=False)

    op.create_table(
        "teams",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("leader_id", columns.Id, nullable=True),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('livelihood', 'performing', 'sport', 'care', 'other')",
            name=op.f("ck_teams_kind_known"),
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_teams_club_id")),
        sa.ForeignKeyConstraint(["leader_id"], ["members.id"], name=op.f("fk_teams_leader_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_teams")),
        sa.UniqueConstraint("cause", name=op.f("uq_teams_cause")),
    )
    with op.batch_alter_table("teams", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_teams_club_id"), ["club_id"], unique=False)

    op.create_table(
        "care_pauses",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("client_id", columns.Id, nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("to_day", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "why IN ('hospital', 'away', 'other')", name=op.f("ck_care_pauses_why_known")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["care_clients.id"], name=op.f("fk_care_pauses_client_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_care_pauses")),
    )
    with op.batch_alter_table("care_pauses", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_care_pauses_client_id"), ["client_id"], unique=False)

    op.create_table(
        "care_volunteers",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("client_id", columns.Id, nullable=False),
        sa.Column("person_id", columns.Id, nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("to_day", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["client_id"], ["care_clients.id"], name=op.f("fk_care_volunteers_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_care_volunteers_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_care_volunteers")),
        sa.UniqueConstraint(
            "client_id", "person_id", name=op.f("uq_care_volunteers_client_id_person_id")
        ),
    )
    with op.batch_alter_table("care_volunteers", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_care_volunteers_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "team_members",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("team_id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_team_members_member_id")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_team_members_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_members")),
        sa.UniqueConstraint("team_id", "member_id", name=op.f("uq_team_members_team_id_member_id")),
    )
    with op.batch_alter_table("team_members", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_team_members_member_id"), ["member_id"], unique=False)

    with op.batch_alter_table("activities", schema=None) as batch_op:
        batch_op.add_column(sa.Column("led_by", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("led_guest", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("team_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("exchange_with", sa.Text(), nullable=True))
        batch_op.create_index(batch_op.f("ix_activities_team_id"), ["team_id"], unique=False)

    with op.batch_alter_table("help_given", schema=None) as batch_op:
        batch_op.add_column(sa.Column("case_id", sa.BigInteger(), nullable=True))
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(
        op.get_bind(),
        [
            "activity_plans",
            "care_clients",
            "hardship_cases",
            "health_checks",
            "teams",
            "care_pauses",
            "care_volunteers",
            "team_members",
        ],
    )
    refuse_to_lose_values(op.get_bind(), "activities", "led_by")
    refuse_to_lose_values(op.get_bind(), "activities", "led_guest")
    refuse_to_lose_values(op.get_bind(), "activities", "team_id")
    refuse_to_lose_values(op.get_bind(), "activities", "exchange_with")
    refuse_to_lose_values(op.get_bind(), "help_given", "case_id")
    with op.batch_alter_table("help_given", schema=None) as batch_op:
        batch_op.drop_column("case_id")

    with op.batch_alter_table("activities", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_activities_team_id"))
        batch_op.drop_column("exchange_with")
        batch_op.drop_column("team_id")
        batch_op.drop_column("led_guest")
        batch_op.drop_column("led_by")

    with op.batch_alter_table("team_members", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_team_members_member_id"))

    op.drop_table("team_members")
    with op.batch_alter_table("care_volunteers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_care_volunteers_person_id"))

    op.drop_table("care_volunteers")
    with op.batch_alter_table("care_pauses", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_care_pauses_client_id"))

    op.drop_table("care_pauses")
    with op.batch_alter_table("teams", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_teams_club_id"))

    op.drop_table("teams")
    with op.batch_alter_table("health_checks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_health_checks_member_id"))
        batch_op.drop_index(batch_op.f("ix_health_checks_measured_by"))
        batch_op.drop_index("ix_health_checks_club_day")

    op.drop_table("health_checks")
    with op.batch_alter_table("hardship_cases", schema=None) as batch_op:
        batch_op.drop_index("ix_hardship_cases_club_state")

    op.drop_table("hardship_cases")
    with op.batch_alter_table("care_clients", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_care_clients_club_id"))

    op.drop_table("care_clients")
    with op.batch_alter_table("activity_plans", schema=None) as batch_op:
        batch_op.drop_index("ix_activity_plans_club_day")

    op.drop_table("activity_plans")
    create_guards(op.get_bind())
