"""The made-up country that a database holds: what was asked for, and how far it is."""

from sqlalchemy import Column, Integer, Table

from storage.tables.columns import Instant, Json, metadata, number

# One row, only in a database that is marked as practice; the clubs themselves say how far it is.
made_up_countries = Table(
    "made_up_countries",
    metadata,
    number(),
    Column("clubs", Integer, nullable=False),
    Column("members", Integer, nullable=False),  # in each club
    Column("months", Integer, nullable=False),
    Column("seed", Integer, nullable=False),
    Column("made_at", Instant, nullable=False),  # its past ends here
    # The clubs that are copied: of each table the numbers above the first and up to the second.
    Column("patterns", Json, nullable=False),
)
