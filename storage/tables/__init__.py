"""The tables, the same on SQLite and PostgreSQL; importing this package fills `metadata`."""

from storage.tables import (
    activities,
    areas,
    books,
    chats,
    club_life,
    loans,
    meetings,
    minutes,
    pages,
    people,
    practices,
    proposals,
    question_counts,
    schedule,
    sessions,
    trail,
    volunteering,
)
from storage.tables.columns import metadata

__all__ = [
    "activities",
    "areas",
    "books",
    "chats",
    "club_life",
    "loans",
    "meetings",
    "metadata",
    "minutes",
    "pages",
    "people",
    "practices",
    "proposals",
    "question_counts",
    "schedule",
    "sessions",
    "trail",
    "volunteering",
]
