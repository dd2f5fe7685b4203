"""The first schema"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows
from storage.tables import columns

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "areas",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("parent_id", columns.Id, nullable=True),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("became_id", columns.Id, nullable=True),
        sa.CheckConstraint(
            "level IN ('country', 'province', 'commune')", name=op.f("ck_areas_level_known")
        ),
        sa.ForeignKeyConstraint(["became_id"], ["areas.id"], name=op.f("fk_areas_became_id")),
        sa.ForeignKeyConstraint(["parent_id"], ["areas.id"], name=op.f("fk_areas_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_areas")),
    )
    with op.batch_alter_table("areas", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_areas_parent_id"), ["parent_id"], unique=False)

    op.create_table(
        "clubs",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("hamlet", sa.Text(), nullable=False),
        sa.Column("founded_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("timezone", sa.Text(), nullable=False),
        sa.Column("join_code", sa.Text(), nullable=False),
        sa.Column("practice", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clubs")),
        sa.UniqueConstraint("join_code", name=op.f("uq_clubs_join_code")),
    )
    op.create_table(
        "faults",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("at", columns.Instant(timezone=True), nullable=False),
        sa.Column("where", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("trace", sa.Text(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_faults")),
    )
    op.create_table(
        "persons",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("sex", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("hamlet", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("bot_word", sa.Text(), nullable=False),
        sa.Column("called", sa.Text(), nullable=True),
        sa.Column("word_between_us", sa.Text(), nullable=True),
        sa.Column("wishes", columns.Json(), nullable=True),
        sa.Column("created_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("erased_at", columns.Instant(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persons")),
    )
    with op.batch_alter_table("persons", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_persons_phone"), ["phone"], unique=False)

    op.create_table(
        "practice_clock",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("ahead_seconds", sa.Integer(), nullable=False),
        sa.Column("practice", sa.Boolean(), nullable=False),
        sa.Column("started_at", columns.Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practice_clock")),
    )
    op.create_table(
        "question_troubles",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("dialogue", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_troubles")),
        sa.UniqueConstraint(
            "dialogue",
            "question",
            "why",
            "month",
            name=op.f("uq_question_troubles_dialogue_question_why_month"),
        ),
    )
    op.create_table(
        "activities",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("people_count", sa.Integer(), nullable=False),
        sa.Column("logged_by", columns.Id, nullable=True),
        sa.Column("logged_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "area IN ('TTN', 'CSSK', 'CSTN', 'TGN', 'QLI', 'NT', 'VHVN', 'VDNL')",
            name=op.f("ck_activities_area_known"),
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_activities_club_id")),
        sa.ForeignKeyConstraint(
            ["logged_by"], ["persons.id"], name=op.f("fk_activities_logged_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activities")),
        sa.UniqueConstraint("cause", name=op.f("uq_activities_cause")),
    )
    with op.batch_alter_table("activities", schema=None) as batch_op:
        batch_op.create_index("ix_activities_club_day", ["club_id", "done_on"], unique=False)

    op.create_table(
        "board_trainings",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("trained_on", sa.Date(), nullable=False),
        sa.Column("refresher", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_board_trainings_club_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_board_trainings")),
    )
    with op.batch_alter_table("board_trainings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_board_trainings_club_id"), ["club_id"], unique=False)

    op.create_table(
        "chats",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("bot", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("person_id", columns.Id, nullable=True),
        sa.Column("club_id", columns.Id, nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("shown", columns.Json(), nullable=True),
        sa.Column("unreachable", sa.Text(), nullable=True),
        sa.Column("created_at", columns.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_chats_club_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_chats_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chats")),
        sa.UniqueConstraint("channel", "bot", "key", name=op.f("uq_chats_channel_bot_key")),
    )
    with op.batch_alter_table("chats", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_chats_person_id"), ["person_id"], unique=False)

    op.create_table(
        "closed_months",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("month", columns.MonthText(), nullable=False),
        sa.Column("figures", columns.Json(), nullable=False),
        sa.Column("rules_version", sa.Integer(), nullable=False),
        sa.Column("last_sequence", sa.BigInteger(), nullable=False),
        sa.Column("previous_code", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("closed_by", columns.Id, nullable=False),
        sa.Column("second_person", columns.Id, nullable=False),
        sa.Column("closed_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("practice", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["closed_by"], ["persons.id"], name=op.f("fk_closed_months_closed_by")
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_closed_months_club_id")),
        sa.ForeignKeyConstraint(
            ["second_person"], ["persons.id"], name=op.f("fk_closed_months_second_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closed_months")),
        sa.UniqueConstraint("club_id", "month", name=op.f("uq_closed_months_club_id_month")),
    )
    op.create_table(
        "club_communes",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("area_id", columns.Id, nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["areas.id"], name=op.f("fk_club_communes_area_id")),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_club_communes_club_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_club_communes")),
        sa.UniqueConstraint(
            "club_id", "valid_from", name=op.f("uq_club_communes_club_id_valid_from")
        ),
    )
    with op.batch_alter_table("club_communes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_club_communes_area_id"), ["area_id"], unique=False)

    op.create_table(
        "club_settings",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", columns.Json(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("settled_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("settled_by", columns.Id, nullable=True),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_club_settings_club_id")),
        sa.ForeignKeyConstraint(
            ["settled_by"], ["persons.id"], name=op.f("fk_club_settings_settled_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_club_settings")),
        sa.UniqueConstraint(
            "club_id",
            "name",
            "valid_from",
            "settled_at",
            name=op.f("uq_club_settings_club_id_name_valid_from_settled_at"),
        ),
    )
    with op.batch_alter_table("club_settings", schema=None) as batch_op:
        batch_op.create_index(
            "ix_club_settings_lookup", ["club_id", "name", "valid_from"], unique=False
        )

    op.create_table(
        "consents",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("person_id", columns.Id, nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("at", columns.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_consents_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consents_person_id"), ["person_id"], unique=False)

    op.create_table(
        "funds",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('income', 'operating', 'other')", name=op.f("ck_funds_kind_known")
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_funds_club_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_funds")),
        sa.UniqueConstraint("club_id", "kind", "name", name=op.f("uq_funds_club_id_kind_name")),
    )
    op.create_table(
        "households",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_households_club_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_households")),
    )
    with op.batch_alter_table("households", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_households_club_id"), ["club_id"], unique=False)

    op.create_table(
        "lesson_reads",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("person_id", columns.Id, nullable=False),
        sa.Column("lesson", sa.Text(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("answer", sa.Integer(), nullable=True),
        sa.Column("opened_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("finished_at", columns.Instant(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_lesson_reads_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson_reads")),
        sa.UniqueConstraint("person_id", "lesson", name=op.f("uq_lesson_reads_person_id_lesson")),
    )
    op.create_table(
        "meetings",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("month", columns.MonthText(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("starts_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("talk", sa.Text(), nullable=False),
        sa.Column("bring", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("planned_by", columns.Id, nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "state IN ('planned', 'held', 'cancelled')", name=op.f("ck_meetings_state_known")
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_meetings_club_id")),
        sa.ForeignKeyConstraint(
            ["planned_by"], ["persons.id"], name=op.f("fk_meetings_planned_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
        sa.UniqueConstraint("cause", name=op.f("uq_meetings_cause")),
    )
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.create_index("ix_meetings_club_month", ["club_id", "month"], unique=False)
        batch_op.create_index(batch_op.f("ix_meetings_starts_at"), ["starts_at"], unique=False)

    op.create_table(
        "members",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("person_id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("asked_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("joined_on", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("decided_by", columns.Id, nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "state IN ('asked', 'member', 'refused', 'left', 'died')",
            name=op.f("ck_members_state_known"),
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_members_club_id")),
        sa.ForeignKeyConstraint(["decided_by"], ["persons.id"], name=op.f("fk_members_decided_by")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_members_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_members")),
        sa.UniqueConstraint("club_id", "person_id", name=op.f("uq_members_club_id_person_id")),
    )
    with op.batch_alter_table("members", schema=None) as batch_op:
        batch_op.create_index("ix_members_club_state", ["club_id", "state"], unique=False)
        batch_op.create_index(batch_op.f("ix_members_person_id"), ["person_id"], unique=False)

    op.create_table(
        "officers",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("area_id", columns.Id, nullable=False),
        sa.Column("person_id", columns.Id, nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("to_day", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["area_id"], ["areas.id"], name=op.f("fk_officers_area_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_officers_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_officers")),
    )
    with op.batch_alter_table("officers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_officers_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_officers_person_id"), ["person_id"], unique=False)

    op.create_table(
        "offices",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("person_id", columns.Id, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("to_day", sa.Date(), nullable=True),
        sa.Column("appointed_by", columns.Id, nullable=True),
        sa.ForeignKeyConstraint(
            ["appointed_by"], ["persons.id"], name=op.f("fk_offices_appointed_by")
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_offices_club_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_offices_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offices")),
    )
    with op.batch_alter_table("offices", schema=None) as batch_op:
        batch_op.create_index("ix_offices_club_role", ["club_id", "role"], unique=False)
        batch_op.create_index(batch_op.f("ix_offices_person_id"), ["person_id"], unique=False)

    op.create_table(
        "places",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("keeper_id", columns.Id, nullable=True),
        sa.Column("limit_dong", columns.Dong(), nullable=True),
        sa.Column("bank_bin", sa.Text(), nullable=True),
        sa.Column("bank_account", sa.Text(), nullable=True),
        sa.Column("bank_holder", sa.Text(), nullable=True),
        sa.CheckConstraint("kind IN ('tin', 'bank', 'hands')", name=op.f("ck_places_kind_known")),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_places_club_id")),
        sa.ForeignKeyConstraint(["keeper_id"], ["persons.id"], name=op.f("fk_places_keeper_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_places")),
    )
    with op.batch_alter_table("places", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_places_club_id"), ["club_id"], unique=False)

    op.create_table(
        "reminders",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("person_id", columns.Id, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("due_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("ends_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("planned_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "state IN ('planned', 'queued', 'dropped', 'replaced', 'unreachable')",
            name=op.f("ck_reminders_state_known"),
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_reminders_club_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_reminders_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminders")),
        sa.UniqueConstraint(
            "club_id",
            "person_id",
            "kind",
            "subject",
            "period",
            name=op.f("uq_reminders_club_id_person_id_kind_subject_period"),
        ),
    )
    with op.batch_alter_table("reminders", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reminders_person_id"), ["person_id"], unique=False)
        batch_op.create_index("ix_reminders_state_due", ["state", "due_at"], unique=False)

    op.create_table(
        "support_sessions",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("starts_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("hamlet", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("opened_by", columns.Id, nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "state IN ('open', 'cancelled', 'held')", name=op.f("ck_support_sessions_state_known")
        ),
        sa.CheckConstraint(
            "topic IN ('digital', 'health', 'green', 'paperwork')",
            name=op.f("ck_support_sessions_topic_known"),
        ),
        sa.ForeignKeyConstraint(
            ["club_id"], ["clubs.id"], name=op.f("fk_support_sessions_club_id")
        ),
        sa.ForeignKeyConstraint(
            ["opened_by"], ["persons.id"], name=op.f("fk_support_sessions_opened_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_support_sessions")),
        sa.UniqueConstraint("cause", name=op.f("uq_support_sessions_cause")),
    )
    with op.batch_alter_table("support_sessions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_support_sessions_club_id"), ["club_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_support_sessions_starts_at"), ["starts_at"], unique=False
        )

    op.create_table(
        "volunteers",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("person_id", columns.Id, nullable=False),
        sa.Column("belongs_to", sa.Text(), nullable=False),
        sa.Column("teaches", columns.Json(), nullable=False),
        sa.Column("hamlet", sa.Text(), nullable=False),
        sa.Column("area_id", columns.Id, nullable=True),
        sa.Column("signed_up_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("vouched_by", columns.Id, nullable=True),
        sa.Column("parent_agreed_at", columns.Instant(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["area_id"], ["areas.id"], name=op.f("fk_volunteers_area_id")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_volunteers_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["vouched_by"], ["persons.id"], name=op.f("fk_volunteers_vouched_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_volunteers")),
        sa.UniqueConstraint("person_id", name=op.f("uq_volunteers_person_id")),
    )
    with op.batch_alter_table("volunteers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_volunteers_area_id"), ["area_id"], unique=False)

    op.create_table(
        "attendance",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("meeting_id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("present", sa.Boolean(), nullable=False),
        sa.Column("noted_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("noted_by", columns.Id, nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_attendance_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_attendance_member_id")
        ),
        sa.ForeignKeyConstraint(["noted_by"], ["persons.id"], name=op.f("fk_attendance_noted_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint(
            "meeting_id", "member_id", name=op.f("uq_attendance_meeting_id_member_id")
        ),
    )
    op.create_table(
        "audit",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("at", columns.Instant(timezone=True), nullable=False),
        sa.Column("club_id", columns.Id, nullable=True),
        sa.Column("person_id", columns.Id, nullable=True),
        sa.Column("for_member", columns.Id, nullable=True),
        sa.Column("chat_id", columns.Id, nullable=True),
        sa.Column("deed", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_audit_chat_id")),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_audit_club_id")),
        sa.ForeignKeyConstraint(["for_member"], ["members.id"], name=op.f("fk_audit_for_member")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_audit_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index("ix_audit_club_at", ["club_id", "at"], unique=False)

    op.create_table(
        "cash_counts",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("place_id", columns.Id, nullable=False),
        sa.Column("counted_on", sa.Date(), nullable=False),
        sa.Column("expected", columns.Dong(), nullable=False),
        sa.Column("counted", columns.Dong(), nullable=False),
        sa.Column("counted_by", columns.Id, nullable=False),
        sa.Column("second_person", columns.Id, nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_cash_counts_club_id")),
        sa.ForeignKeyConstraint(
            ["counted_by"], ["persons.id"], name=op.f("fk_cash_counts_counted_by")
        ),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name=op.f("fk_cash_counts_place_id")),
        sa.ForeignKeyConstraint(
            ["second_person"], ["persons.id"], name=op.f("fk_cash_counts_second_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cash_counts")),
        sa.UniqueConstraint("cause", name=op.f("uq_cash_counts_cause")),
    )
    with op.batch_alter_table("cash_counts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cash_counts_club_id"), ["club_id"], unique=False)

    op.create_table(
        "circumstances",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_circumstances_member_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_circumstances")),
        sa.UniqueConstraint(
            "member_id",
            "kind",
            "valid_from",
            name=op.f("uq_circumstances_member_id_kind_valid_from"),
        ),
    )
    op.create_table(
        "dialogues",
        sa.Column("id", columns.Id, autoincrement=False, nullable=False),
        sa.Column("chat_id", columns.Id, nullable=False),
        sa.Column("person_id", columns.Id, nullable=True),
        sa.Column("club_id", columns.Id, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("state", columns.Json(), nullable=False),
        sa.Column("started_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("touched_at", columns.Instant(timezone=True), nullable=False),
        sa.CheckConstraint(
            "place IN ('front', 'parked', 'done', 'stopped')", name=op.f("ck_dialogues_place_known")
        ),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_dialogues_chat_id")),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_dialogues_club_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_dialogues_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dialogues")),
    )
    with op.batch_alter_table("dialogues", schema=None) as batch_op:
        batch_op.create_index("ix_dialogues_chat_place", ["chat_id", "place"], unique=False)
        batch_op.create_index(
            "uq_dialogues_front",
            ["chat_id"],
            unique=True,
            sqlite_where=sa.text("place = 'front'"),
            postgresql_where=sa.text("place = 'front'"),
        )

    op.create_table(
        "fee_rates",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=True),
        sa.Column("amount", columns.Dong(), nullable=False),
        sa.Column("period_months", sa.Integer(), nullable=False),
        sa.Column("valid_from", columns.MonthText(), nullable=False),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_fee_rates_club_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_fee_rates_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fee_rates")),
        sa.UniqueConstraint(
            "club_id",
            "member_id",
            "valid_from",
            name=op.f("uq_fee_rates_club_id_member_id_valid_from"),
        ),
    )
    op.create_table(
        "groups",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("leader_id", columns.Id, nullable=True),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_groups_club_id")),
        sa.ForeignKeyConstraint(["leader_id"], ["members.id"], name=op.f("fk_groups_leader_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_groups")),
    )
    with op.batch_alter_table("groups", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_groups_club_id"), ["club_id"], unique=False)

    op.create_table(
        "help_requests",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("asked_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("session_id", columns.Id, nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "state IN ('open', 'answered', 'closed')", name=op.f("ck_help_requests_state_known")
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_help_requests_club_id")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_help_requests_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["support_sessions.id"], name=op.f("fk_help_requests_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_requests")),
        sa.UniqueConstraint("cause", name=op.f("uq_help_requests_cause")),
    )
    with op.batch_alter_table("help_requests", schema=None) as batch_op:
        batch_op.create_index("ix_help_requests_club_state", ["club_id", "state"], unique=False)

    op.create_table(
        "home_visits",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("visitor_id", columns.Id, nullable=True),
        sa.Column("visited_on", sa.Date(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_home_visits_club_id")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_home_visits_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["visitor_id"], ["persons.id"], name=op.f("fk_home_visits_visitor_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_home_visits")),
        sa.UniqueConstraint("cause", name=op.f("uq_home_visits_cause")),
    )
    with op.batch_alter_table("home_visits", schema=None) as batch_op:
        batch_op.create_index("ix_home_visits_club_day", ["club_id", "visited_on"], unique=False)

    op.create_table(
        "inbox",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("bot", sa.Text(), nullable=False),
        sa.Column("update_key", sa.Text(), nullable=False),
        sa.Column("chat_id", columns.Id, nullable=True),
        sa.Column("raw", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("run", columns.Id, nullable=False),
        sa.Column("received_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("fault_id", columns.Id, nullable=True),
        sa.CheckConstraint(
            "state IN ('waiting', 'done', 'aside')", name=op.f("ck_inbox_state_known")
        ),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_inbox_chat_id")),
        sa.ForeignKeyConstraint(["fault_id"], ["faults.id"], name=op.f("fk_inbox_fault_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox")),
        sa.UniqueConstraint(
            "channel", "bot", "update_key", name=op.f("uq_inbox_channel_bot_update_key")
        ),
    )
    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.create_index(
            "ix_inbox_waiting",
            ["chat_id", "id"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )

    op.create_table(
        "invitations",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("secret_hash", sa.Text(), nullable=False),
        sa.Column("club_id", columns.Id, nullable=True),
        sa.Column("area_id", columns.Id, nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("person_id", columns.Id, nullable=True),
        sa.Column("made_by", columns.Id, nullable=True),
        sa.Column("made_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("ends_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("used_at", columns.Instant(timezone=True), nullable=True),
        sa.Column("used_by_chat", columns.Id, nullable=True),
        sa.ForeignKeyConstraint(["area_id"], ["areas.id"], name=op.f("fk_invitations_area_id")),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_invitations_club_id")),
        sa.ForeignKeyConstraint(["made_by"], ["persons.id"], name=op.f("fk_invitations_made_by")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_invitations_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["used_by_chat"], ["chats.id"], name=op.f("fk_invitations_used_by_chat")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("secret_hash", name=op.f("uq_invitations_secret_hash")),
    )
    op.create_table(
        "loans",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("fund_id", columns.Id, nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("principal", columns.Dong(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("rate_hundredths_percent_a_month", sa.Integer(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("asked_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("asked_by", columns.Id, nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("minutes_on", sa.Date(), nullable=True),
        sa.Column("decided_by", columns.Id, nullable=True),
        sa.Column("paid_out_on", sa.Date(), nullable=True),
        sa.Column("cash_confirmed_at", columns.Instant(timezone=True), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("rescheduled", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "state IN ('asked', 'agreed', 'refused', 'expired', 'withdrawn', 'running', 'repaid', 'written_off')",
            name=op.f("ck_loans_state_known"),
        ),
        sa.ForeignKeyConstraint(["asked_by"], ["persons.id"], name=op.f("fk_loans_asked_by")),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_loans_club_id")),
        sa.ForeignKeyConstraint(["decided_by"], ["persons.id"], name=op.f("fk_loans_decided_by")),
        sa.ForeignKeyConstraint(["fund_id"], ["funds.id"], name=op.f("fk_loans_fund_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_loans_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loans")),
        sa.UniqueConstraint("cause", name=op.f("uq_loans_cause")),
    )
    with op.batch_alter_table("loans", schema=None) as batch_op:
        batch_op.create_index("ix_loans_club_state", ["club_id", "state"], unique=False)
        batch_op.create_index(batch_op.f("ix_loans_member_id"), ["member_id"], unique=False)

    op.create_table(
        "meeting_answers",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("meeting_id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("answered_at", columns.Instant(timezone=True), nullable=False),
        sa.CheckConstraint(
            "answer IN ('yes', 'no', 'lift')", name=op.f("ck_meeting_answers_answer_known")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_meeting_answers_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_meeting_answers_member_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_answers")),
        sa.UniqueConstraint(
            "meeting_id", "member_id", name=op.f("uq_meeting_answers_meeting_id_member_id")
        ),
    )
    op.create_table(
        "member_households",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("household_id", columns.Id, nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["household_id"], ["households.id"], name=op.f("fk_member_households_household_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_member_households_member_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member_households")),
        sa.UniqueConstraint(
            "member_id", "valid_from", name=op.f("uq_member_households_member_id_valid_from")
        ),
    )
    with op.batch_alter_table("member_households", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_member_households_household_id"), ["household_id"], unique=False
        )

    op.create_table(
        "needs_asked",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("needs_loan", sa.Boolean(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_needs_asked_member_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_needs_asked")),
        sa.UniqueConstraint(
            "member_id", "asked_on", name=op.f("uq_needs_asked_member_id_asked_on")
        ),
    )
    op.create_table(
        "outbox",
        sa.Column("id", columns.Id, autoincrement=False, nullable=False),
        sa.Column("chat_id", columns.Id, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("card", columns.Json(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("run", columns.Id, nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("again", sa.Boolean(), nullable=False),
        sa.Column("not_before", columns.Instant(timezone=True), nullable=True),
        sa.Column("made_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("sent_at", columns.Instant(timezone=True), nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("reminder_id", columns.Id, nullable=True),
        sa.CheckConstraint(
            "kind IN ('reply', 'notice', 'reminder', 'broadcast')",
            name=op.f("ck_outbox_kind_known"),
        ),
        sa.CheckConstraint(
            "state IN ('waiting', 'sending', 'sent', 'unknown', 'dead', 'dropped')",
            name=op.f("ck_outbox_state_known"),
        ),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_outbox_chat_id")),
        sa.ForeignKeyConstraint(
            ["reminder_id"], ["reminders.id"], name=op.f("fk_outbox_reminder_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index("ix_outbox_chat", ["chat_id", "id"], unique=False)
        batch_op.create_index(
            "ix_outbox_open",
            ["state", "kind", "id"],
            unique=False,
            sqlite_where=sa.text("state IN ('waiting', 'sending')"),
            postgresql_where=sa.text("state IN ('waiting', 'sending')"),
        )
        batch_op.create_index(batch_op.f("ix_outbox_reminder_id"), ["reminder_id"], unique=False)

    op.create_table(
        "signups",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("session_id", columns.Id, nullable=False),
        sa.Column("person_id", columns.Id, nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("asked_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("checked_in_at", columns.Instant(timezone=True), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "place IN ('taking', 'waiting', 'dropped')", name=op.f("ck_signups_place_known")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_signups_person_id")),
        sa.ForeignKeyConstraint(
            ["session_id"], ["support_sessions.id"], name=op.f("fk_signups_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signups")),
        sa.UniqueConstraint(
            "session_id", "person_id", name=op.f("uq_signups_session_id_person_id")
        ),
    )
    with op.batch_alter_table("signups", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_signups_person_id"), ["person_id"], unique=False)

    op.create_table(
        "transactions",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("means_month", columns.MonthText(), nullable=True),
        sa.Column("booked_month", columns.MonthText(), nullable=False),
        sa.Column("recorded_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("recorded_by", columns.Id, nullable=True),
        sa.Column("second_person", columns.Id, nullable=True),
        sa.Column("for_member", columns.Id, nullable=True),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("voucher", sa.Text(), nullable=True),
        sa.Column("voucher_number", sa.Integer(), nullable=True),
        sa.Column("reason_digest", sa.Text(), nullable=True),
        sa.Column("reverses_id", columns.Id, nullable=True),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_transactions_club_id")),
        sa.ForeignKeyConstraint(
            ["for_member"], ["members.id"], name=op.f("fk_transactions_for_member")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["persons.id"], name=op.f("fk_transactions_recorded_by")
        ),
        sa.ForeignKeyConstraint(
            ["reverses_id"], ["transactions.id"], name=op.f("fk_transactions_reverses_id")
        ),
        sa.ForeignKeyConstraint(
            ["second_person"], ["persons.id"], name=op.f("fk_transactions_second_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transactions")),
        sa.UniqueConstraint("cause", name=op.f("uq_transactions_cause")),
        sa.UniqueConstraint("club_id", "sequence", name=op.f("uq_transactions_club_id_sequence")),
        sa.UniqueConstraint("club_id", "voucher", name=op.f("uq_transactions_club_id_voucher")),
        sa.UniqueConstraint("reverses_id", name=op.f("uq_transactions_reverses_id")),
    )
    with op.batch_alter_table("transactions", schema=None) as batch_op:
        batch_op.create_index(
            "ix_transactions_club_month", ["club_id", "booked_month"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_transactions_for_member"), ["for_member"], unique=False
        )

    op.create_table(
        "web_messages",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("chat_id", columns.Id, nullable=False),
        sa.Column("from_person", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("rows", columns.Json(), nullable=False),
        sa.Column("again", sa.Boolean(), nullable=False),
        sa.Column("update_key", sa.Text(), nullable=True),
        sa.Column("at", columns.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_web_messages_chat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_web_messages")),
    )
    with op.batch_alter_table("web_messages", schema=None) as batch_op:
        batch_op.create_index("ix_web_messages_chat", ["chat_id", "id"], unique=False)

    op.create_table(
        "wrong_codes",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("chat_id", columns.Id, nullable=False),
        sa.Column("at", columns.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_wrong_codes_chat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wrong_codes")),
    )
    with op.batch_alter_table("wrong_codes", schema=None) as batch_op:
        batch_op.create_index("ix_wrong_codes_chat_at", ["chat_id", "at"], unique=False)

    op.create_table(
        "declarations",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("amount", columns.Dong(), nullable=True),
        sa.Column("item", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("quantity_thousandths", sa.BigInteger(), nullable=True),
        sa.Column("months", columns.Json(), nullable=True),
        sa.Column("paid_how", sa.Text(), nullable=False),
        sa.Column("handed_to", columns.Id, nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("declared_by", columns.Id, nullable=False),
        sa.Column("declared_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("decided_by", columns.Id, nullable=True),
        sa.Column("decided_at", columns.Instant(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("transaction_id", columns.Id, nullable=True),
        sa.CheckConstraint(
            "kind IN ('fee', 'money', 'goods', 'days')", name=op.f("ck_declarations_kind_known")
        ),
        sa.CheckConstraint(
            "state IN ('waiting', 'confirmed', 'refused', 'taken_back')",
            name=op.f("ck_declarations_state_known"),
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_declarations_club_id")),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["persons.id"], name=op.f("fk_declarations_decided_by")
        ),
        sa.ForeignKeyConstraint(
            ["declared_by"], ["persons.id"], name=op.f("fk_declarations_declared_by")
        ),
        sa.ForeignKeyConstraint(
            ["handed_to"], ["persons.id"], name=op.f("fk_declarations_handed_to")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_declarations_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["transaction_id"], ["transactions.id"], name=op.f("fk_declarations_transaction_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_declarations")),
        sa.UniqueConstraint("cause", name=op.f("uq_declarations_cause")),
    )
    with op.batch_alter_table("declarations", schema=None) as batch_op:
        batch_op.create_index("ix_declarations_club_state", ["club_id", "state"], unique=False)

    op.create_table(
        "fee_months",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("transaction_id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("month", columns.MonthText(), nullable=False),
        sa.Column("amount", columns.Dong(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_fee_months_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["transaction_id"], ["transactions.id"], name=op.f("fk_fee_months_transaction_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fee_months")),
    )
    with op.batch_alter_table("fee_months", schema=None) as batch_op:
        batch_op.create_index("ix_fee_months_member_month", ["member_id", "month"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_fee_months_transaction_id"), ["transaction_id"], unique=False
        )

    op.create_table(
        "golden_heart",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("booked_month", columns.MonthText(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("member_id", columns.Id, nullable=True),
        sa.Column("donor", sa.Text(), nullable=False),
        sa.Column("amount", columns.Dong(), nullable=True),
        sa.Column("item", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("quantity_thousandths", sa.BigInteger(), nullable=True),
        sa.Column("transaction_id", columns.Id, nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('money', 'goods', 'days')", name=op.f("ck_golden_heart_kind_known")
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_golden_heart_club_id")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_golden_heart_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["transaction_id"], ["transactions.id"], name=op.f("fk_golden_heart_transaction_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_golden_heart")),
        sa.UniqueConstraint("cause", name=op.f("uq_golden_heart_cause")),
    )
    with op.batch_alter_table("golden_heart", schema=None) as batch_op:
        batch_op.create_index(
            "ix_golden_heart_club_month", ["club_id", "booked_month"], unique=False
        )

    op.create_table(
        "help_given",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=True),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("transaction_id", columns.Id, nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('money', 'goods', 'days', 'paperwork')", name=op.f("ck_help_given_kind_known")
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_help_given_club_id")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_help_given_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["transaction_id"], ["transactions.id"], name=op.f("fk_help_given_transaction_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_given")),
        sa.UniqueConstraint("cause", name=op.f("uq_help_given_cause")),
    )
    with op.batch_alter_table("help_given", schema=None) as batch_op:
        batch_op.create_index("ix_help_given_club_day", ["club_id", "given_on"], unique=False)

    op.create_table(
        "instalments",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("loan_id", columns.Id, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("principal", columns.Dong(), nullable=False),
        sa.Column("interest", columns.Dong(), nullable=False),
        sa.ForeignKeyConstraint(["loan_id"], ["loans.id"], name=op.f("fk_instalments_loan_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instalments")),
        sa.UniqueConstraint("loan_id", "number", name=op.f("uq_instalments_loan_id_number")),
    )
    with op.batch_alter_table("instalments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_instalments_due_on"), ["due_on"], unique=False)

    op.create_table(
        "loan_votes",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("loan_id", columns.Id, nullable=False),
        sa.Column("person_id", columns.Id, nullable=False),
        sa.Column("yes", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("voted_at", columns.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["loan_id"], ["loans.id"], name=op.f("fk_loan_votes_loan_id")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_loan_votes_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loan_votes")),
        sa.UniqueConstraint("loan_id", "person_id", name=op.f("uq_loan_votes_loan_id_person_id")),
    )
    op.create_table(
        "member_groups",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("group_id", columns.Id, nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_member_groups_group_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_member_groups_member_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member_groups")),
        sa.UniqueConstraint(
            "member_id", "valid_from", name=op.f("uq_member_groups_member_id_valid_from")
        ),
    )
    with op.batch_alter_table("member_groups", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_member_groups_group_id"), ["group_id"], unique=False)

    op.create_table(
        "postings",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("transaction_id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("fund_id", columns.Id, nullable=False),
        sa.Column("place_id", columns.Id, nullable=True),
        sa.Column("member_id", columns.Id, nullable=True),
        sa.Column("loan_id", columns.Id, nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("amount", columns.Dong(), nullable=False),
        sa.CheckConstraint(
            "account <> 'cash' OR place_id IS NOT NULL",
            name=op.f("ck_postings_cash_lies_somewhere"),
        ),
        sa.CheckConstraint(
            "account <> 'principal' OR loan_id IS NOT NULL",
            name=op.f("ck_postings_principal_has_a_loan"),
        ),
        sa.CheckConstraint("amount <> 0", name=op.f("ck_postings_amount_is_something")),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_postings_club_id")),
        sa.ForeignKeyConstraint(["fund_id"], ["funds.id"], name=op.f("fk_postings_fund_id")),
        sa.ForeignKeyConstraint(["loan_id"], ["loans.id"], name=op.f("fk_postings_loan_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_postings_member_id")),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name=op.f("fk_postings_place_id")),
        sa.ForeignKeyConstraint(
            ["transaction_id"], ["transactions.id"], name=op.f("fk_postings_transaction_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_postings")),
    )
    with op.batch_alter_table("postings", schema=None) as batch_op:
        batch_op.create_index("ix_postings_club_account", ["club_id", "account"], unique=False)
        batch_op.create_index(batch_op.f("ix_postings_loan_id"), ["loan_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_postings_transaction_id"), ["transaction_id"], unique=False
        )

    op.create_table(
        "repayments",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("loan_id", columns.Id, nullable=False),
        sa.Column("transaction_id", columns.Id, nullable=False),
        sa.Column("instalment_number", sa.Integer(), nullable=False),
        sa.Column("principal", columns.Dong(), nullable=False),
        sa.Column("interest", columns.Dong(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["loan_id"], ["loans.id"], name=op.f("fk_repayments_loan_id")),
        sa.ForeignKeyConstraint(
            ["transaction_id"], ["transactions.id"], name=op.f("fk_repayments_transaction_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_repayments")),
    )
    with op.batch_alter_table("repayments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_repayments_loan_id"), ["loan_id"], unique=False)

    op.create_table(
        "disputes",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("declaration_id", columns.Id, nullable=False),
        sa.Column("raised_by", columns.Id, nullable=False),
        sa.Column("raised_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("handler_id", columns.Id, nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_by", columns.Id, nullable=True),
        sa.Column("answered_at", columns.Instant(timezone=True), nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.CheckConstraint("state IN ('open', 'answered')", name=op.f("ck_disputes_state_known")),
        sa.ForeignKeyConstraint(
            ["answered_by"], ["persons.id"], name=op.f("fk_disputes_answered_by")
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_disputes_club_id")),
        sa.ForeignKeyConstraint(
            ["declaration_id"], ["declarations.id"], name=op.f("fk_disputes_declaration_id")
        ),
        sa.ForeignKeyConstraint(
            ["handler_id"], ["persons.id"], name=op.f("fk_disputes_handler_id")
        ),
        sa.ForeignKeyConstraint(["raised_by"], ["persons.id"], name=op.f("fk_disputes_raised_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disputes")),
        sa.UniqueConstraint("cause", name=op.f("uq_disputes_cause")),
    )
    with op.batch_alter_table("disputes", schema=None) as batch_op:
        batch_op.create_index("ix_disputes_club_state", ["club_id", "state"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_disputes_declaration_id"), ["declaration_id"], unique=False
        )
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(op.get_bind())
    with op.batch_alter_table("disputes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_disputes_declaration_id"))
        batch_op.drop_index("ix_disputes_club_state")

    op.drop_table("disputes")
    with op.batch_alter_table("repayments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_repayments_loan_id"))

    op.drop_table("repayments")
    with op.batch_alter_table("postings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_postings_transaction_id"))
        batch_op.drop_index(batch_op.f("ix_postings_loan_id"))
        batch_op.drop_index("ix_postings_club_account")

    op.drop_table("postings")
    with op.batch_alter_table("member_groups", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_member_groups_group_id"))

    op.drop_table("member_groups")
    op.drop_table("loan_votes")
    with op.batch_alter_table("instalments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_instalments_due_on"))

    op.drop_table("instalments")
    with op.batch_alter_table("help_given", schema=None) as batch_op:
        batch_op.drop_index("ix_help_given_club_day")

    op.drop_table("help_given")
    with op.batch_alter_table("golden_heart", schema=None) as batch_op:
        batch_op.drop_index("ix_golden_heart_club_month")

    op.drop_table("golden_heart")
    with op.batch_alter_table("fee_months", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_fee_months_transaction_id"))
        batch_op.drop_index("ix_fee_months_member_month")

    op.drop_table("fee_months")
    with op.batch_alter_table("declarations", schema=None) as batch_op:
        batch_op.drop_index("ix_declarations_club_state")

    op.drop_table("declarations")
    with op.batch_alter_table("wrong_codes", schema=None) as batch_op:
        batch_op.drop_index("ix_wrong_codes_chat_at")

    op.drop_table("wrong_codes")
    with op.batch_alter_table("web_messages", schema=None) as batch_op:
        batch_op.drop_index("ix_web_messages_chat")

    op.drop_table("web_messages")
    with op.batch_alter_table("transactions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_transactions_for_member"))
        batch_op.drop_index("ix_transactions_club_month")

    op.drop_table("transactions")
    with op.batch_alter_table("signups", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_signups_person_id"))

    op.drop_table("signups")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outbox_reminder_id"))
        batch_op.drop_index(
            "ix_outbox_open",
            sqlite_where=sa.text("state IN ('waiting', 'sending')"),
            postgresql_where=sa.text("state IN ('waiting', 'sending')"),
        )
        batch_op.drop_index("ix_outbox_chat")

    op.drop_table("outbox")
    op.drop_table("needs_asked")
    with op.batch_alter_table("member_households", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_member_households_household_id"))

    op.drop_table("member_households")
    op.drop_table("meeting_answers")
    with op.batch_alter_table("loans", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_loans_member_id"))
        batch_op.drop_index("ix_loans_club_state")

    op.drop_table("loans")
    op.drop_table("invitations")
    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_inbox_waiting",
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )

    op.drop_table("inbox")
    with op.batch_alter_table("home_visits", schema=None) as batch_op:
        batch_op.drop_index("ix_home_visits_club_day")

    op.drop_table("home_visits")
    with op.batch_alter_table("help_requests", schema=None) as batch_op:
        batch_op.drop_index("ix_help_requests_club_state")

    op.drop_table("help_requests")
    with op.batch_alter_table("groups", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_groups_club_id"))

    op.drop_table("groups")
    op.drop_table("fee_rates")
    with op.batch_alter_table("dialogues", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_dialogues_front",
            sqlite_where=sa.text("place = 'front'"),
            postgresql_where=sa.text("place = 'front'"),
        )
        batch_op.drop_index("ix_dialogues_chat_place")

    op.drop_table("dialogues")
    op.drop_table("circumstances")
    with op.batch_alter_table("cash_counts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cash_counts_club_id"))

    op.drop_table("cash_counts")
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.drop_index("ix_audit_club_at")

    op.drop_table("audit")
    op.drop_table("attendance")
    with op.batch_alter_table("volunteers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_volunteers_area_id"))

    op.drop_table("volunteers")
    with op.batch_alter_table("support_sessions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_support_sessions_starts_at"))
        batch_op.drop_index(batch_op.f("ix_support_sessions_club_id"))

    op.drop_table("support_sessions")
    with op.batch_alter_table("reminders", schema=None) as batch_op:
        batch_op.drop_index("ix_reminders_state_due")
        batch_op.drop_index(batch_op.f("ix_reminders_person_id"))

    op.drop_table("reminders")
    with op.batch_alter_table("places", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_places_club_id"))

    op.drop_table("places")
    with op.batch_alter_table("offices", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_offices_person_id"))
        batch_op.drop_index("ix_offices_club_role")

    op.drop_table("offices")
    with op.batch_alter_table("officers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_officers_person_id"))
        batch_op.drop_index(batch_op.f("ix_officers_area_id"))

    op.drop_table("officers")
    with op.batch_alter_table("members", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_members_person_id"))
        batch_op.drop_index("ix_members_club_state")

    op.drop_table("members")
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meetings_starts_at"))
        batch_op.drop_index("ix_meetings_club_month")

    op.drop_table("meetings")
    op.drop_table("lesson_reads")
    with op.batch_alter_table("households", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_households_club_id"))

    op.drop_table("households")
    op.drop_table("funds")
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_consents_person_id"))

    op.drop_table("consents")
    with op.batch_alter_table("club_settings", schema=None) as batch_op:
        batch_op.drop_index("ix_club_settings_lookup")

    op.drop_table("club_settings")
    with op.batch_alter_table("club_communes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_club_communes_area_id"))

    op.drop_table("club_communes")
    op.drop_table("closed_months")
    with op.batch_alter_table("chats", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_chats_person_id"))

    op.drop_table("chats")
    with op.batch_alter_table("board_trainings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_board_trainings_club_id"))

    op.drop_table("board_trainings")
    with op.batch_alter_table("activities", schema=None) as batch_op:
        batch_op.drop_index("ix_activities_club_day")

    op.drop_table("activities")
    op.drop_table("question_troubles")
    op.drop_table("practice_clock")
    with op.batch_alter_table("persons", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_persons_phone"))

    op.drop_table("persons")
    op.drop_table("faults")
    op.drop_table("clubs")
    with op.batch_alter_table("areas", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_areas_parent_id"))

    op.drop_table("areas")
