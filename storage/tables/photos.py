"""Pictures and recordings that people have sent, re-encoded. Nothing points here: rows may go."""

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Table, Text

from storage.tables.columns import Instant, link, metadata, number

photos = Table(
    "photos",
    metadata,
    number(),
    link("club_id", "clubs", optional=True, index=True),
    link("chat_id", "chats"),
    link("taken_by", "persons", optional=True, index=True),
    Column("about", Text),  # empty until it belongs to something
    Column("subject", BigInteger),
    Column("mime", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("digest", Text, nullable=False),
    Column("size", Integer, nullable=False),  # bytes
    Column("width", Integer, nullable=False, default=0),
    Column("height", Integer, nullable=False, default=0),
    Column("seconds", Integer, nullable=False, default=0),
    Column("received_at", Instant, nullable=False),
    Column("kept_until", Instant, nullable=False, index=True),
    Column("cause", Text, nullable=False, unique=True),
    Index("ix_photos_about", "about", "subject"),
)

# A line on the web page that shows one; who looks is asked each time.
web_photos = Table(
    "web_photos",
    metadata,
    number(),
    link("message_id", "web_messages", index=True),
    Column("photo_id", BigInteger, nullable=False, index=True),
)
