"""What is planned to be said by itself; at most once, by a unique key that outlives the message."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, Table, Text, UniqueConstraint

from storage.tables.columns import Instant, link, metadata, number, one_of

# Once per club, person, kind, subject and period, whatever crashes, restarts or runs twice.
reminders = Table(
    "reminders",
    metadata,
    number(),
    link("club_id", "clubs"),
    link("person_id", "persons", index=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False, default=""),
    Column("period", Text, nullable=False, default=""),
    Column("due_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),  # after this it has lost its sense
    Column("planned_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    Column("why", Text),
    UniqueConstraint("club_id", "person_id", "kind", "subject", "period"),
    Index("ix_reminders_state_due", "state", "due_at"),
    one_of("state", "planned", "queued", "dropped", "replaced", "unreachable"),
)

# One row, only in a database marked as practice: how far its clock has been moved.
practice_clock = Table(
    "practice_clock",
    metadata,
    number(),
    Column("ahead_seconds", Integer, nullable=False),
    Column("practice", Boolean, nullable=False),
    Column("started_at", Instant, nullable=False),
)

# One row: when the calendar last looked at the clock, and whether a jump of it holds everything.
clock_watch = Table(
    "clock_watch",
    metadata,
    number(),
    Column("seen_at", Instant, nullable=False),
    Column("held_at", Instant),  # null: nothing is held
    Column("jumped_seconds", Integer),  # forward, or back where negative
    # The newest entry of the books at the last look at which nothing was held.
    Column("last_entry", BigInteger),
)
