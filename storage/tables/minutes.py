"""The minutes of a meeting in six parts, and what the meeting decided. All words are erasable."""

from sqlalchemy import BigInteger, Column, Date, Index, Integer, Table, Text, UniqueConstraint

from storage.tables.columns import Instant, Json, link, metadata, number, one_of

# Whether they wait for a signature stands in the proposals, as for everything that needs two.
minutes = Table(
    "minutes",
    metadata,
    number(),
    link("club_id", "clubs", index=True),
    link("meeting_id", "meetings"),
    Column("state", Text, nullable=False),
    Column("ended_at", Text),  # the club's local time, as '10:30'
    Column("known", Json),  # the figures as they were when the minutes were finished
    link("begun_by", "persons", optional=True),
    Column("begun_at", Instant, nullable=False),
    link("finished_by", "persons", optional=True),
    Column("finished_at", Instant),
    link("signed_by", "persons", optional=True),
    Column("signed_at", Instant),
    UniqueConstraint("meeting_id"),
    one_of("state", "open", "signed"),
)

minutes_parts = Table(
    "minutes_parts",
    metadata,
    number(),
    link("minutes_id", "minutes"),
    Column("part", Text, nullable=False),
    Column("words", Text, nullable=False, default=""),  # empty: nothing to add to what is known
    Column("version", Integer, nullable=False, default=1),  # how often it was written
    link("written_by", "persons", optional=True),
    Column("written_at", Instant, nullable=False),
    UniqueConstraint("minutes_id", "part"),
    one_of("part", "warm_up", "report", "talk", "whom_to_help", "next_month", "closing"),
)

# What was found wrong or missing after the signing, each with its day; nothing is rewritten.
minutes_addenda = Table(
    "minutes_addenda",
    metadata,
    number(),
    link("minutes_id", "minutes", index=True),
    Column("words", Text, nullable=False),
    Column("added_on", Date, nullable=False),
    link("added_by", "persons", optional=True),
    Column("added_at", Instant, nullable=False),
    Column("cause", Text, nullable=False, unique=True),
)

decisions = Table(
    "decisions",
    metadata,
    number(),
    link("club_id", "clubs"),
    link("minutes_id", "minutes", index=True),
    Column("what", Text, nullable=False),
    link("responsible_id", "persons", optional=True),  # empty: the whole board
    Column("until", Date, nullable=False, index=True),
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False, default=""),  # why it was dropped
    Column("settled_on", Date),
    link("settled_by", "persons", optional=True),
    Column("entered_by", BigInteger),
    Column("entered_at", Instant, nullable=False),
    Column("cause", Text, nullable=False, unique=True),
    Index("ix_decisions_club_state", "club_id", "state"),
    one_of("state", "open", "done", "dropped"),
)

# What a later meeting heard about a decision that was still open.
decision_reviews = Table(
    "decision_reviews",
    metadata,
    number(),
    link("decision_id", "decisions"),
    link("minutes_id", "minutes", index=True),
    Column("outcome", Text, nullable=False),
    Column("reason", Text, nullable=False, default=""),
    link("noted_by", "persons", optional=True),
    Column("noted_at", Instant, nullable=False),
    UniqueConstraint("decision_id", "minutes_id"),
    one_of("outcome", "done", "not_yet", "dropped"),
)
