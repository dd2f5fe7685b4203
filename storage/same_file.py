"""Whether the files that a connection has opened are still those that have their names.

A file that was taken away or replaced goes on to be written to, and is gone when the last one
closes it. That holds for SQLite's log of changes, too, which is a file of its own.
"""

import os
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.pool import ConnectionPoolEntry

_PLACE, _FILE, _LOG = "place", "file", "log"


def note_file(dbapi: Any, record: ConnectionPoolEntry) -> None:
    """Of a connection to SQLite that was just opened."""
    place = dbapi.execute("PRAGMA database_list").fetchone()[2]
    record.info.update({_PLACE: place, _FILE: _which(place)})


def note_log(db: Connection) -> None:
    """Once it was written to: the log is there from then on as long as anybody is connected."""
    db.info.setdefault(_LOG, _which(f"{db.info[_PLACE]}-wal"))


def taken_away(db: Connection) -> str:
    """The name that stands for no file or for another one now; empty where all is well."""
    place, log = db.info[_PLACE], f"{db.info[_PLACE]}-wal"
    if _which(place) != db.info[_FILE]:
        return str(place)
    return log if _LOG in db.info and _which(log) != db.info[_LOG] else ""


def _which(place: str) -> tuple[int, int] | None:
    with suppress(OSError):
        there = os.stat(place)
        return there.st_dev, there.st_ino
    return None
