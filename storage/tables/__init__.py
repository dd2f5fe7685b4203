"""The tables, the same on SQLite and PostgreSQL; importing this package fills `metadata`."""

from storage.tables import (
    activities,
    areas,
    books,
    chats,
    loans,
    meetings,
    pages,
    people,
    proposals,
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
    "pages",
    "people",
    "proposals",
    "schedule",
    "sessions",
    "trail",
]
