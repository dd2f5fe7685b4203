"""The database: one writer that never loses an update, readers that cannot write.

SQLite: WAL, synchronous=FULL, BEGIN IMMEDIATE for the writer and `query_only` for readers.
PostgreSQL: psycopg, row locks. All questions and changes are plain functions of a synchronous
`Connection`, so that the same function runs in the writer's thread, in a command and, through
aiosqlite, beside the event loop.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.pool import NullPool, QueuePool

from storage.malformed import malformed, told_as_failure
from storage.same_file import note_file, note_log, taken_away

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

P = ParamSpec("P")
T = TypeVar("T")

MOST_RERUNS = 6
WRITERS_ON_POSTGRESQL = 4
PATIENCE_MILLISECONDS = 5000
"""So long a SQLite file may be locked by somebody else."""


class UnusableDatabase(Exception):
    """The database cannot be used; the text says why and what would help, in one line."""


class Store:
    """The way to the database. Close it at the end."""

    def __init__(self, url: str) -> None:
        self.url = usable_url(url)
        self.on_sqlite = self.url.get_backend_name() == "sqlite"
        self.writer = _writer_engine(self.url)
        self._reader: Engine | None = None
        self._async_reader: AsyncEngine | None = None
        # SQLite has one writer; more threads would only wait for its lock.
        workers = 1 if self.on_sqlite else WRITERS_ON_POSTGRESQL
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="writer")

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One writing transaction: committed at the end, rolled back if anything is raised."""
        with self.writer.connect() as db, db.begin():
            yield db

    def change(
        self, work: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """`work` in a writing transaction of its own; run again when the database asks for it."""
        for tries in range(1, MOST_RERUNS + 1):
            try:
                with self.writing() as db:
                    return work(db, *args, **kwargs)
            except DBAPIError as error:
                if tries == MOST_RERUNS or not may_be_rerun(error):
                    raise
        raise AssertionError("unreachable")

    def in_writer(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Awaitable[T]:
        """`work` in the writer's thread, beside the event loop."""
        loop = asyncio.get_running_loop()
        return loop.run_in_executor(self._threads, lambda: work(*args, **kwargs))

    def change_soon(
        self, work: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Awaitable[T]:
        """`change` in the writer's thread, beside the event loop."""
        return self.in_writer(lambda: self.change(work, *args, **kwargs))

    def settle(self) -> None:
        """What was erased goes from SQLite's log of changes as well; PostgreSQL does it itself."""
        if self.on_sqlite:
            with self.writer.connect() as db:
                raw = db.connection.cursor()
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                raw.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A reading transaction: one consistent picture, nothing can be written."""
        if self._reader is None:
            self._reader = _reader_engine(self.url)
        with self._reader.connect() as db, db.begin():
            yield db

    def prepare_reading(self) -> None:
        """Load the asynchronous drivers.

        Statements that are put together in another thread while they load would fail: SQLite's one
        writer does it itself when somebody first reads; with several, ask for it at the start.
        """
        if self._async_reader is None:
            self._async_reader = _async_reader_engine(self.url)

    async def read(
        self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """A question asked beside the event loop, through the asynchronous drivers."""
        if self._async_reader is None:
            await self.in_writer(self.prepare_reading)
        assert self._async_reader is not None
        async with self._async_reader.connect() as db, db.begin():
            return await db.run_sync(lambda plain: query(plain, *args, **kwargs))

    async def close(self) -> None:
        if self._async_reader is not None:
            await self._async_reader.dispose()
        self.close_now()

    def close_now(self) -> None:
        """Close without an event loop (commands that only wrote or read in one thread)."""
        self._threads.shutdown(wait=True)
        if self._reader is not None:
            self._reader.dispose()
        self.writer.dispose()


@contextmanager
def attempt(db: Connection) -> Iterator[None]:
    """Part of a transaction that is undone alone if it raises.

    In plain words, since the library's nested transaction costs four times as much.
    """
    db.exec_driver_sql("SAVEPOINT attempt")
    try:
        yield
    except DBAPIError:
        # A full disk or a lost connection has undone all of it already; that is what is told on.
        with suppress(DBAPIError):
            _undo_attempt(db)
        raise
    except BaseException:
        _undo_attempt(db)
        raise
    db.exec_driver_sql("RELEASE SAVEPOINT attempt")


def _undo_attempt(db: Connection) -> None:
    db.exec_driver_sql("ROLLBACK TO SAVEPOINT attempt")
    db.exec_driver_sql("RELEASE SAVEPOINT attempt")


def may_be_rerun(error: DBAPIError) -> bool:
    """Deadlock and serialization errors, and a busy SQLite, pass by themselves."""
    state = getattr(error.orig, "sqlstate", None)
    if state is not None:
        return state in {"40001", "40P01", "55P03"}
    return isinstance(error, OperationalError) and "locked" in str(error.orig)


def is_away(error: DBAPIError) -> bool:
    """The database is at fault, not what was asked of it: gone, locked, full or read-only."""
    state = getattr(error.orig, "sqlstate", None)
    if error.connection_invalidated or isinstance(error, InterfaceError):
        return True
    if state is not None:
        return state[:2] in {"08", "40", "53", "57", "58"} or state in {"55P03", "25006"}
    said = str(error.orig)
    return isinstance(error, OperationalError) and any(word in said for word in _SQLITE_IS_AWAY)


_SQLITE_IS_AWAY = ("locked", "full", "readonly", "unable to open", "disk I/O", "connection")


def usable_url(text: str) -> URL:
    """The address of a database that Liên can use.

    Raises UnusableDatabase with a line that says what would be right.
    """
    right = "sqlite+aiosqlite:///lien.db or postgresql+psycopg://user:password@host/name"
    try:
        url = make_url(text)
    except ArgumentError:
        raise UnusableDatabase(f"not a database address; right would be {right}") from None
    if url.drivername in {"sqlite", "sqlite+aiosqlite"}:
        if not url.database or url.database == ":memory:":
            raise UnusableDatabase(
                "SQLite needs a file; right would be sqlite+aiosqlite:///lien.db"
            )
        return url.set(drivername="sqlite+aiosqlite")
    if url.drivername in {"postgresql", "postgresql+psycopg"}:
        return url.set(drivername="postgresql+psycopg")
    raise UnusableDatabase(f"{url.drivername} is not supported; right would be {right}")


def _writer_engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_size=WRITERS_ON_POSTGRESQL, pool_pre_ping=True)
    engine = create_engine(
        url.set(drivername="sqlite+pysqlite"),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=2,
        connect_args={"check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare_writer)
    event.listen(engine, "connect", note_file)
    event.listen(engine, "begin", _begin_immediately)
    told_as_failure(engine)
    return engine


def _reader_engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        engine = create_engine(url, isolation_level="REPEATABLE READ", pool_pre_ping=True)
        return engine.execution_options(postgresql_readonly=True)
    engine = create_engine(
        url.set(drivername="sqlite+pysqlite"), connect_args={"check_same_thread": False}
    )
    event.listen(engine, "connect", _prepare_reader)
    event.listen(engine, "begin", _begin_plainly)
    told_as_failure(engine)
    return engine


def _async_reader_engine(url: URL) -> "AsyncEngine":
    # Only the page reads beside the event loop; the bot starts sooner and smaller without it.
    from sqlalchemy.ext.asyncio import create_async_engine  # noqa: PLC0415

    if url.get_backend_name() != "sqlite":
        return create_async_engine(
            url, isolation_level="REPEATABLE READ", execution_options={"postgresql_readonly": True}
        )
    engine = create_async_engine(url, poolclass=NullPool)
    event.listen(engine.sync_engine, "connect", _prepare_reader)
    event.listen(engine.sync_engine, "begin", _begin_plainly)
    told_as_failure(engine.sync_engine)
    return engine


def _prepare_writer(dbapi: Any, _record: object) -> None:
    # Python's own transaction handling starts none for SELECT: a read-then-write would lose
    # updates.
    dbapi.isolation_level = None
    _run(dbapi, f"PRAGMA busy_timeout={PATIENCE_MILLISECONDS}")
    _run(dbapi, "PRAGMA journal_mode=WAL")
    _run(dbapi, "PRAGMA synchronous=FULL")  # money: a commit survives a power cut
    _run(dbapi, "PRAGMA foreign_keys=ON")
    _run(dbapi, "PRAGMA temp_store=MEMORY")
    # What is forgotten is overwritten, or it would lie in free pages for years (Club rules, G).
    _run(dbapi, "PRAGMA secure_delete=ON")


def _prepare_reader(dbapi: Any, _record: object) -> None:
    dbapi.isolation_level = None
    _run(dbapi, f"PRAGMA busy_timeout={PATIENCE_MILLISECONDS}")
    _run(dbapi, "PRAGMA query_only=ON")


def _run(dbapi: Any, statement: str) -> None:
    cursor = dbapi.cursor()
    try:
        cursor.execute(statement)
    except UnicodeDecodeError:
        raise malformed() from None
    finally:
        cursor.close()


def _begin_immediately(db: Connection) -> None:
    if lost := taken_away(db):
        raise UnusableDatabase(
            f"{lost} was taken away or replaced while Liên was at work, and nothing more is "
            "written; please put the right file there, then start again"
        )
    db.exec_driver_sql("BEGIN IMMEDIATE")
    note_log(db)


def _begin_plainly(db: Connection) -> None:
    db.exec_driver_sql("BEGIN")


def sqlite_file(url: URL) -> Path | None:
    """The file of a SQLite database, None for another kind."""
    if url.get_backend_name() != "sqlite" or url.database is None:
        return None
    return Path(url.database)


# The outer rings know that the database failed, not which library said so.
DatabaseFailed = DBAPIError
