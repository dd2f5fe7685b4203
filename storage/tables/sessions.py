"""Support sessions of young volunteers, requests for help, lessons."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, Table, Text, UniqueConstraint

from storage.tables.columns import Instant, link, metadata, number, one_of

support_sessions = Table(
    "support_sessions",
    metadata,
    number(),
    link("club_id", "clubs", index=True),
    Column("topic", Text, nullable=False),
    Column("title", Text, nullable=False, default=""),
    Column("starts_at", Instant, nullable=False, index=True),
    Column("minutes", Integer, nullable=False),
    Column("hamlet", Text, nullable=False, default=""),
    Column("place", Text, nullable=False),
    Column("capacity", Integer, nullable=False),
    Column("state", Text, nullable=False),
    link("opened_by", "persons", optional=True),
    Column("language", Text),  # what the volunteer has to speak beside Vietnamese
    Column("at_home", Boolean),
    Column("moved", Integer),  # how often it was moved to another time
    Column("reason", Text),  # why it was called off
    Column("cause", Text, nullable=False, unique=True),
    one_of("topic", "digital", "health", "green", "paperwork"),
    one_of("state", "open", "cancelled", "held"),
)

signups = Table(
    "signups",
    metadata,
    number(),
    link("session_id", "support_sessions"),
    link("person_id", "persons", index=True),
    Column("place", Text, nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("checked_in_at", Instant),
    # What both sides agree on; the two before it are what each of them said. Nothing noted: 0.
    Column("minutes", Integer),
    Column("said_minutes", Integer),
    Column("said_at", Instant),
    Column("noted_minutes", Integer),
    Column("noted_at", Instant),
    Column("noted_by", BigInteger),
    Column("agreed_move", Integer),  # which move of the session she has said yes to
    Column("why", Text),  # why somebody else took her name off
    UniqueConstraint("session_id", "person_id"),
    one_of("place", "taking", "waiting", "dropped"),
)

help_requests = Table(
    "help_requests",
    metadata,
    number(),
    link("club_id", "clubs"),
    link("member_id", "members"),
    Column("topic", Text, nullable=False),
    Column("lesson", Text),  # the lesson it came out of
    Column("state", Text, nullable=False),
    Column("asked_at", Instant, nullable=False),
    link("session_id", "support_sessions", optional=True),
    Column("cause", Text, nullable=False, unique=True),
    Index("ix_help_requests_club_state", "club_id", "state"),
    one_of("state", "open", "answered", "closed"),
)

lesson_reads = Table(
    "lesson_reads",
    metadata,
    number(),
    link("person_id", "persons"),
    Column("lesson", Text, nullable=False),
    Column("step", Integer, nullable=False, default=0),
    Column("answer", Integer),
    Column("opened_at", Instant, nullable=False),
    Column("finished_at", Instant),
    UniqueConstraint("person_id", "lesson"),
)

# Every end of a lesson, the first and those of review; how it went then.
lesson_ends = Table(
    "lesson_ends",
    metadata,
    number(),
    link("person_id", "persons", index=True),
    Column("lesson", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("ended_at", Instant, nullable=False),
    one_of("outcome", "right", "wrong", "skipped"),
)
