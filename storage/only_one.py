"""One program a database: two would send each other's messages a second time."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from storage.store import Store, UnusableDatabase, sqlite_file

# A program that was just killed leaves its connection behind for a moment.
PATIENCE_SECONDS = 3.0
_PAUSE_SECONDS = 0.1
LOCK_NUMBER = 0x4C69656E  # "Lien"


class Taken(UnusableDatabase):
    """Somebody else is at work on this database."""


@contextmanager
def only_one(store: Store) -> Iterator[None]:
    """Hold the database for this program alone. Raises Taken if another is at work on it."""
    file = sqlite_file(store.url)
    with _locked_beside(file) if file is not None else _locked_inside(store):
        yield


@contextmanager
def _locked_beside(file: Path) -> Iterator[None]:
    try:
        lock = file.with_name(f"{file.name}.lock").open("w")
    except OSError:
        raise UnusableDatabase(
            f"{file} cannot be opened; please check the folder and its rights"
        ) from None
    with lock:
        try:
            # Freed by the system however the program ends.
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Taken(taken(str(file))) from None
        yield


@contextmanager
def _locked_inside(store: Store) -> Iterator[None]:
    try:
        db = store.writer.connect().execution_options(isolation_level="AUTOCOMMIT")
    except DatabaseError:
        raise UnusableDatabase(
            "the database does not answer; please check LIEN_DATABASE_URL"
        ) from None
    asked = text("SELECT pg_try_advisory_lock(:number)")
    end = time.monotonic() + PATIENCE_SECONDS
    with db:
        while not db.execute(asked, {"number": LOCK_NUMBER}).scalar_one():
            if time.monotonic() > end:
                raise Taken(taken("this database"))
            time.sleep(_PAUSE_SECONDS)
        try:
            yield
        finally:
            # Closing for good gives the lock back; returned to the pool it would be kept.
            db.invalidate()


def taken(what: str) -> str:
    """What is said of a database that another one has."""
    return f"another Liên is running on {what}; please end that one first"
