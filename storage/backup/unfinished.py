"""A restore that was begun: the mark is there before the first row, and goes with the last.

All rows come in one transaction, so what a killed restore leaves is an empty database. Without the
mark it would look like one in which nobody has founded a club yet.
"""

from sqlalchemy import Connection, inspect, text

from storage.store import UnusableDatabase

MARK = "restore_unfinished"
"""A table without rows; no migration knows it, since it is there before any table."""


def mark(db: Connection) -> None:
    db.execute(text(f"CREATE TABLE IF NOT EXISTS {MARK} (id INTEGER)"))


def take_mark_away(db: Connection) -> None:
    db.execute(text(f"DROP TABLE IF EXISTS {MARK}"))


def must_not_be_half_restored(db: Connection) -> None:
    """Raises UnusableDatabase, with the line that says how to go on."""
    if inspect(db).has_table(MARK):
        raise UnusableDatabase(
            "a restore into this database did not come to its end and has put nothing into it: "
            "run the same lien restore once more"
        )
