"""The tables, the same on SQLite and PostgreSQL. Importing this package fills `metadata` with all of them."""

from storage.tables import (
    activities,
    areas,
    books,
    chats,
    loans,
    meetings,
    people,
    schedule,
    sessions,
    trail,
)
from storage.tables.columns import metadata

__all__ = [
    "activities",
    "areas",
    "books",
    "chats",
    "loans",
    "meetings",
    "metadata",
    "people",
    "schedule",
    "sessions",
    "trail",
]
