"""Words to many: who wrote them, to whom, and what became of each."""

from sqlalchemy import Column, Date, Index, Integer, Table, Text, UniqueConstraint, text

from storage.tables.columns import Id, Instant, link, metadata, number, one_of

# `club_id` is null where an officer wrote to all clubs of an area.
broadcasts = Table(
    "broadcasts",
    metadata,
    number(),
    link("club_id", "clubs", optional=True, index=True),
    link("sent_by", "persons", index=True),
    Column("audience", Text, nullable=False),
    Column("about", Id),  # group, meeting not answered, congratulation
    Column("signed_as", Text, nullable=False),  # the sender's office, or the officer's area
    Column("text", Text),  # blanked after a while
    Column("people", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("said_on", Date, nullable=False),
    Column("said_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("cause", Text, nullable=False, unique=True),
    Index(
        "ix_broadcasts_running",
        "people",
        "id",
        sqlite_where=text("state = 'running'"),
        postgresql_where=text("state = 'running'"),
    ),
    one_of("audience", "club", "group", "unanswered", "boards", "members"),
    one_of("state", "running", "paused", "cancelled", "done"),
)

# Once for each person, whatever crashes or runs twice, and however many clubs she is in.
broadcast_people = Table(
    "broadcast_people",
    metadata,
    number(),
    link("broadcast_id", "broadcasts"),
    link("person_id", "persons", index=True),
    link("club_id", "clubs", index=True),
    Column("state", Text, nullable=False),
    link("letter_id", "outbox", optional=True, index=True),
    UniqueConstraint("broadcast_id", "person_id"),
    Index("ix_broadcast_people_state", "broadcast_id", "state", "id"),
    one_of("state", "waiting", "queued", "unreachable", "cancelled"),
)
