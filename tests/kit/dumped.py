"""Every row of every table as text, to see whether anything changed."""

from sqlalchemy import Connection, text

from storage.store import Store
from storage.tables import metadata

# What a talk leaves: what came in, what went out, where the chat stands.
OF_TALK = frozenset({"inbox", "outbox", "chats", "dialogues", "practices", "web_messages"})


def dumped(store: Store) -> dict[str, list[str]]:
    """The rows of each table but those of talk, in one order."""
    kept = [each.name for each in metadata.sorted_tables if each.name not in OF_TALK]
    with store.reading() as db:
        return {name: _rows(db, name) for name in kept}


def _rows(db: Connection, table: str) -> list[str]:
    return sorted(repr(tuple(row)) for row in db.execute(text(f"SELECT * FROM {table}")))
