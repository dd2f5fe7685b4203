"""Who is practising in a chat, and the little made-up club she practises in."""

from sqlalchemy import Column, LargeBinary, Table, Text, UniqueConstraint

from storage.tables.columns import Instant, link, metadata, number

practices = Table(
    "practices",
    metadata,
    number(),
    link("chat_id", "chats"),
    Column("role", Text, nullable=False),
    Column("begun_at", Instant, nullable=False),
    # The club as one packed database, and of which tables it was made; null until first used.
    Column("image", LargeBinary),
    Column("form", Text),
    UniqueConstraint("chat_id"),
)
