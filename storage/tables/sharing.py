"""Who works on this database together: processes, what only one of them does, and their pace.

Used where several may: on PostgreSQL. Moments are the database's own, whatever the machines say.
"""

from sqlalchemy import BigInteger, Boolean, Column, Integer, Table, Text

from storage.tables.columns import Id, Instant, metadata, number

# One row for each at work. Whoever gives no sign of life any more loses it, and what he held.
processes = Table(
    "processes",
    metadata,
    Column("run", Id, primary_key=True, autoincrement=False),
    Column("roles", Text, nullable=False),
    Column("sends", Boolean, nullable=False),  # has something to send that nobody asked for
    Column("began_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
)

# What one of them does for all: asking a messenger for updates, knocking.
duties = Table(
    "duties",
    metadata,
    Column("name", Text, primary_key=True),
    Column("run", BigInteger),  # null: nobody's
)

# The bot's rate: each turn is one message a second. Whoever holds it alone uses it.
sending_turns = Table(
    "sending_turns",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("run", BigInteger),
    Column("free_at", Instant, nullable=False),  # used until then by whoever had it before
)

# One row: a messenger wants nothing that nobody asked for until then.
sending_holds = Table(
    "sending_holds",
    metadata,
    number(),
    Column("until", Instant, nullable=False),
)
