"""A connection that says that its process is alive: the database closes it when the process dies.

It keeps two locks: one of its own, by which others see that it is there, and one shared by all who
work here, which keeps out whoever wants the database for himself.
"""

from typing import Any

from sqlalchemy import Connection, bindparam, text
from sqlalchemy.exc import DBAPIError

from storage.only_one import LOCK_NUMBER
from storage.store import Store

_OWN = 0x4C69 << 48
"""Above the number of every run; together they are the number of its own lock."""


class InUse(Exception):
    """Somebody has the whole database for himself."""


class Presence:
    """Of one process, by its run."""

    def __init__(self, store: Store, run: int) -> None:
        self._store = store
        self._lock = own_lock(run)
        self._db: Connection | None = None

    def confirm(self) -> None:
        """The connection works and has its locks; made anew where it was lost.

        Raises InUse, or DatabaseFailed where the database does not answer.
        """
        try:
            if self._db is not None:
                self._db.execute(text("SELECT 1"))
                return
        except DBAPIError:
            self.end()
        self._open()

    def _open(self) -> None:
        db = self._store.writer.connect().execution_options(isolation_level="AUTOCOMMIT")
        self._db = db
        try:
            if not db.execute(_SHARED, {"number": LOCK_NUMBER}).scalar_one():
                raise InUse
            db.execute(_EXCLUSIVE, {"number": self._lock})
        except BaseException:
            self.end()
            raise

    def end(self) -> None:
        """The locks are given back."""
        db, self._db = self._db, None
        if db is not None:
            # Returned to the pool the connection would keep them.
            db.invalidate()
            db.close()


_SHARED = text("SELECT pg_try_advisory_lock_shared(:number)")
# Nobody else has this number; the last connection of this very process may not have ended yet.
_EXCLUSIVE = text("SELECT pg_try_advisory_lock(:number)")


def own_lock(run: int) -> int:
    """The number of a process's own lock."""
    return _OWN | run


def runs_present(db: Connection) -> set[int]:
    """The runs of all who have their connection at this moment."""
    rows: Any = db.execute(_PRESENT, {"own": _OWN >> 32})
    return {(row.high << 32 | row.low) & ~_OWN for row in rows}


_PRESENT = text(
    "SELECT classid::bigint AS high, objid::bigint AS low FROM pg_locks "
    "WHERE locktype = 'advisory' AND objsubid = 1 AND granted "
    "AND (classid::bigint & :mask) = :own "
    "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
).bindparams(bindparam("mask", 0xFFFF0000))


def up_for_seconds(db: Connection) -> float:
    """How long the database has been up: after a start everybody comes back one by one."""
    asked = "SELECT extract(epoch FROM clock_timestamp() - pg_postmaster_start_time())"
    return float(db.execute(text(asked)).scalar_one())
