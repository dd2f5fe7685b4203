"""The members' page: links that open it, and the phones on which it is open. Secrets are hashed."""

from sqlalchemy import Column, Table, Text

from storage.tables.columns import Instant, link, metadata, number

# A link from a person's own chat to her own page.
page_links = Table(
    "page_links",
    metadata,
    number(),
    Column("secret_hash", Text, nullable=False, unique=True),
    link("person_id", "persons", index=True),
    Column("made_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    Column("used_at", Instant),
    Column("used_by_hash", Text),  # of the key that the phone made: the same phone may ask again
)

page_sessions = Table(
    "page_sessions",
    metadata,
    number(),
    Column("secret_hash", Text, nullable=False, unique=True),
    link("chat_id", "chats", index=True),
    Column("made_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    Column("ended_at", Instant),
)

# Where the page is, as the running program says at its start; no row where there is none.
page_address = Table(
    "page_address",
    metadata,
    number(),
    Column("address", Text, nullable=False),
)
