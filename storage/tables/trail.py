"""Who did what, and what went wrong with us. No names, sums or texts."""

from sqlalchemy import Column, Index, Integer, Table, Text

from storage.tables.columns import Instant, link, metadata, number

audit = Table(
    "audit",
    metadata,
    number(),
    Column("at", Instant, nullable=False),
    link("club_id", "clubs", optional=True),
    link("person_id", "persons", optional=True),
    link("for_member", "members", optional=True),
    link("chat_id", "chats", optional=True),
    Column("deed", Text, nullable=False),
    Column("subject", Text, nullable=False, default=""),
    Index("ix_audit_club_at", "club_id", "at"),
)

faults = Table(
    "faults",
    metadata,
    number(),
    Column("at", Instant, nullable=False),
    Column("where", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("trace", Text, nullable=False),  # frames only: file, line, function
    Column("times", Integer, nullable=False, default=1),
)
