"""The monthly meeting: who said what beforehand, who came."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables.columns import Instant, MonthText, link, metadata, number, one_of

meetings = Table(
    "meetings",
    metadata,
    number(),
    link("club_id", "clubs"),
    Column("month", MonthText, nullable=False),
    Column("held_on", Date, nullable=False),
    Column("starts_at", Instant, nullable=False, index=True),
    Column("place", Text, nullable=False),
    Column("talk", Text, nullable=False, default=""),
    Column("bring", Text, nullable=False, default=""),
    Column("state", Text, nullable=False),
    link("planned_by", "persons", optional=True),
    Column("cause", Text, nullable=False, unique=True),
    # The day of the club's rule for which it was planned, wherever it was moved since.
    Column("stands_for", Date),
    # How often its day, hour, place or state has changed: calendars ask for it.
    Column("changes", Integer, nullable=False, default=0, server_default="0"),
    Index("ix_meetings_club_month", "club_id", "month"),
    one_of("state", "planned", "held", "cancelled"),
)

meeting_answers = Table(
    "meeting_answers",
    metadata,
    number(),
    link("meeting_id", "meetings"),
    link("member_id", "members"),
    Column("answer", Text, nullable=False),
    Column("reason", Text),
    Column("answered_at", Instant, nullable=False),
    Column("noted_by", BigInteger),  # somebody of the board, for a member without a phone
    UniqueConstraint("meeting_id", "member_id"),
    one_of("answer", "yes", "no", "lift"),
)

attendance = Table(
    "attendance",
    metadata,
    number(),
    link("meeting_id", "meetings"),
    link("member_id", "members"),
    Column("present", Boolean, nullable=False),
    Column("noted_at", Instant, nullable=False),
    link("noted_by", "persons", optional=True),
    UniqueConstraint("meeting_id", "member_id"),
)

board_trainings = Table(
    "board_trainings",
    metadata,
    number(),
    link("club_id", "clubs", index=True),
    Column("trained_on", Date, nullable=False),
    Column("refresher", Boolean, nullable=False, default=True),
    Column("place", Text),
    Column("noted_by", BigInteger),
    Column("cause", Text),
)
