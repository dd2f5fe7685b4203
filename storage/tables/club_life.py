"""What a club lives on between its meetings: plans, teams, health checks, home care, hardship."""

from sqlalchemy import BigInteger, Column, Date, Index, Integer, Table, Text, UniqueConstraint

from storage.tables.columns import Instant, link, metadata, number, one_of

_AREAS = ("TTN", "CSSK", "CSTN", "TGN", "QLI", "NT", "VHVN", "VDNL")

activity_plans = Table(
    "activity_plans",
    metadata,
    number(),
    link("club_id", "clubs"),
    Column("area", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("planned_on", Date, nullable=False),
    link("planned_by", "persons"),
    Column("state", Text, nullable=False, default="planned"),
    Column("cause", Text, nullable=False, unique=True),
    Index("ix_activity_plans_club_day", "club_id", "planned_on"),
    one_of("area", *_AREAS),
    one_of("state", "planned", "done", "dropped"),
)

# Livelihood groups, the performing team and other standing teams.
teams = Table(
    "teams",
    metadata,
    number(),
    link("club_id", "clubs", index=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    link("leader_id", "members", optional=True),
    Column("since", Date, nullable=False),
    Column("ended_on", Date),
    Column("cause", Text, nullable=False, unique=True),
    one_of("kind", "livelihood", "performing", "sport", "care", "other"),
)

team_members = Table(
    "team_members",
    metadata,
    number(),
    link("team_id", "teams"),
    link("member_id", "members", index=True),
    Column("since", Date, nullable=False),
    UniqueConstraint("team_id", "member_id"),
)

# Only the person herself and whoever measured may read the values; taken away, they are empty.
health_checks = Table(
    "health_checks",
    metadata,
    number(),
    link("club_id", "clubs"),
    link("member_id", "members", index=True),
    link("measured_by", "persons", index=True),
    Column("measured_on", Date, nullable=False),
    Column("measured_at", Instant, nullable=False),
    Column("weight_grams", Integer),
    Column("height_cm", Integer),
    Column("systolic", Integer),
    Column("diastolic", Integer),
    Column("cause", Text, nullable=False, unique=True),
    Index("ix_health_checks_club_day", "club_id", "measured_on"),
)

care_clients = Table(
    "care_clients",
    metadata,
    number(),
    link("club_id", "clubs", index=True),
    link("member_id", "members"),
    Column("visits_a_week", Integer, nullable=False),
    Column("address", Text, nullable=False, default=""),  # erasable, for her volunteers alone
    Column("since", Date, nullable=False),
    Column("ended_on", Date),
    Column("cause", Text, nullable=False, unique=True),
    UniqueConstraint("club_id", "member_id"),
)

care_pauses = Table(
    "care_pauses",
    metadata,
    number(),
    link("client_id", "care_clients", index=True),
    Column("why", Text, nullable=False),
    Column("from_day", Date, nullable=False),
    Column("to_day", Date),
    one_of("why", "hospital", "away", "other"),
)

care_volunteers = Table(
    "care_volunteers",
    metadata,
    number(),
    link("client_id", "care_clients"),
    link("person_id", "persons", index=True),
    Column("since", Date, nullable=False),
    Column("to_day", Date),
    UniqueConstraint("client_id", "person_id"),
)

# Somebody in sudden difficulty; read by the board and by whoever noticed it.
hardship_cases = Table(
    "hardship_cases",
    metadata,
    number(),
    link("club_id", "clubs"),
    link("member_id", "members", optional=True),
    Column("who", Text, nullable=False, default=""),  # somebody who is no member; erasable
    Column("what", Text, nullable=False),
    link("found_by", "persons"),
    Column("told_on", Date, nullable=False),
    Column("told_at", Instant, nullable=False),
    Column("state", Text, nullable=False, default="open"),
    Column("decision", Text),
    Column("decided_by", BigInteger),
    Column("decided_on", Date),
    Column("outcome", Text),
    Column("closed_on", Date),
    Column("cause", Text, nullable=False, unique=True),
    Index("ix_hardship_cases_club_state", "club_id", "state"),
    one_of("state", "open", "decided", "closed"),
)
