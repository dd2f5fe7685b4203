"""What belongs to messengers in general: what is lent out by an address, who asks for updates, how
many messages a month may have, and codes by which a person's second chat is known.
"""

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Table, Text
from sqlalchemy import UniqueConstraint as Unique

from storage.tables.columns import Instant, link, metadata, number

# A picture or paper for a messenger that carries none: it is looked at by an address for a while.
lent_files = Table(
    "lent_files",
    metadata,
    number(),
    Column("link_hash", Text, nullable=False, unique=True),
    Column("picture_hash", Text, nullable=False, unique=True),
    link("chat_id", "chats", index=True),
    Column("name", Text, nullable=False),
    Column("mime", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("content", LargeBinary),
    Column("photo_id", BigInteger),  # it lies among the photos: rights are asked at each look
    Column("made_at", Instant, nullable=False),
    Column("picture_ends_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    Index("ix_lent_files_ends", "ends_at"),
)

# Which program asks a messenger for updates: two on one database are seen here.
askers = Table(
    "askers",
    metadata,
    number(),
    Column("channel", Text, nullable=False),
    Column("bot", Text, nullable=False),
    Column("run", BigInteger, nullable=False),
    Column("machine", Text, nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("heard_at", Instant),
    Unique("channel", "bot", "run"),
)

# How many messages a bot may send in a month; no row where there is no such bound.
message_budgets = Table(
    "message_budgets",
    metadata,
    number(),
    Column("channel", Text, nullable=False, unique=True),
    Column("a_month", Integer, nullable=False),
)

# What was sent of that, for whom; club 0: strangers, officers.
message_counts = Table(
    "message_counts",
    metadata,
    number(),
    Column("channel", Text, nullable=False),
    Column("club_id", BigInteger, nullable=False),
    Column("month", Text, nullable=False),
    Column("sent", Integer, nullable=False),
    Unique("channel", "club_id", "month"),
)

# Made in one chat and typed in another: both are the same person's.
chat_codes = Table(
    "chat_codes",
    metadata,
    number(),
    Column("code_hash", Text, nullable=False, index=True),
    link("person_id", "persons", index=True),
    link("made_in_chat", "chats"),
    Column("made_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    Column("used_at", Instant),
    Column("used_in_chat", BigInteger),
)

# When a chat was last used, and whether she wants reminders there: a person may have several.
chat_uses = Table(
    "chat_uses",
    metadata,
    number(),
    link("chat_id", "chats"),
    Column("used_at", Instant),
    Column("chosen_at", Instant),
    Unique("chat_id"),
)
