"""A small database in memory, packed into bytes between two messages: what happens there happens
nowhere else.

It has the same tables and guards as the real one, so the same questions and changes run in it; and
it is another database, so nothing they do can reach the books. It is SQLite whatever the real one
is.
"""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from threading import local

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from storage.schema import create_guards
from storage.tables.columns import metadata

# Most tables hold nothing or a few rows: small pages make a small image.
_PAGE_BYTES = 1024
_FAST = 1

_here = local()


class SandboxFailed(Exception):
    """A fault in the made-up database; never a failure of the real one."""


@dataclass(slots=True)
class Box:
    """An open sandbox: `db` while it is open, `image` once it was closed without a fault."""

    db: Connection
    image: bytes = b""


@contextmanager
def opened(image: bytes | None) -> Iterator[Box]:
    """The sandbox of this image, or an empty one with all tables. Raises SandboxFailed.

    Anything raised inside leaves no image: the caller still has the one before.
    """
    raw = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    try:
        raw.execute(f"PRAGMA page_size={_PAGE_BYTES}")
        if image is not None:
            raw.deserialize(zlib.decompress(image))
        raw.execute("PRAGMA foreign_keys=ON")
        _here.raw = raw
        with _sandbox_engine().connect() as db:
            transaction = db.begin()
            if image is None:
                metadata.create_all(db)
                _without_ways_to_find(db)
                create_guards(db)
            box = Box(db)
            yield box
            transaction.commit()
            box.image = zlib.compress(raw.serialize(), _FAST)
    except (DBAPIError, sqlite3.Error, zlib.error) as error:
        raise SandboxFailed(type(error).__name__) from error
    finally:
        raw.close()


def _without_ways_to_find(db: Connection) -> None:
    """A handful of rows is read through at once; each index would be in every image. Those that
    let nothing stand twice stay.
    """
    for table in metadata.sorted_tables:
        for index in table.indexes:
            if not index.unique:
                index.drop(db)


@cache
def _sandbox_engine() -> Engine:
    """Keeps the statements that were put together before; the connection is each time another."""
    engine = create_engine("sqlite://", poolclass=NullPool, creator=lambda: _here.raw)
    event.listen(engine, "begin", lambda db: db.exec_driver_sql("BEGIN"))
    return engine


@cache
def form_of_tables() -> str:
    """Which tables this program has; an image of another form is not opened."""
    shapes = [f"{table.name}({','.join(table.columns.keys())})" for table in metadata.sorted_tables]
    return f"{zlib.crc32(' '.join(shapes).encode()):08x}"
