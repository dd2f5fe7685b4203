"""A PostgreSQL server for the tests: one that was named, or a temporary one of our own.

The temporary server runs on the binaries of Debian's packages, keeps its data in a folder of its
own, listens on a socket in it and on no port, and is gone after the tests.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

import psycopg
from psycopg import sql
from sqlalchemy import URL, make_url

DRIVER: Final = "postgresql+psycopg"
WHY_MISSING: Final = (
    "no PostgreSQL: neither binaries under /usr/lib/postgresql nor LIEN_TEST_DATABASE_URL"
)
_numbers = count(1)


class PostgresServer:
    """Hands out fresh databases on one server; each name is used once."""

    def __init__(self, admin: URL) -> None:
        self._admin = admin
        self._made: list[str] = []
        self._emptied: dict[str, tuple[str, str]] = {}

    def fresh_database(self, template: str = "template0") -> str:
        """Makes a database, a copy of `template` (a URL or a name), and returns its URL.

        Nobody may be connected to the template meanwhile.
        """
        source = make_url(template).database if "://" in template else template
        name = f"lien_test_{os.getpid()}_{next(_numbers)}"
        self._command(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(source or "template0")
            )
        )
        self._made.append(name)
        return self._admin.set(database=name).render_as_string(hide_password=False)

    @contextmanager
    def emptied_database(self, template: str) -> Iterator[str]:
        """A copy of `template` as if it were fresh: used again, and emptied after each use.

        A new one takes some fifteen times as long. A use that changed more than rows, or left
        somebody at work in it, gets the next one a new copy.
        """
        url, looks = self._emptied.pop(template, ("", ""))
        if not url:
            url = self.fresh_database(template)
            with _connected(url) as connection:
                looks = _looks(connection)
        yield url
        try:
            with _connected(url) as connection:
                connection.execute(_EMPTY)
                as_fresh = _looks(connection) == looks
        except psycopg.Error:
            as_fresh = False
        if as_fresh:
            self._emptied[template] = (url, looks)
        else:
            self.drop(url)

    def drop(self, url: str) -> None:
        """Removes a database made here, whoever is still connected to it."""
        name = make_url(url).database or ""
        self._made.remove(name)
        self._command(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        )

    def drop_all(self) -> None:
        for name in list(self._made):
            self.drop(self._admin.set(database=name).render_as_string(hide_password=False))

    def _command(self, command: sql.SQL | sql.Composed) -> None:
        with _connected(self._admin) as connection:
            connection.execute(command)


def _connected(url: URL | str) -> psycopg.Connection:
    """A connection of one's own, on which each command counts at once."""
    return psycopg.connect(_plain(make_url(url)), autocommit=True)


def _looks(connection: psycopg.Connection) -> str:
    """All that a database is but for the rows that tests write, in short."""
    return str(connection.execute(_LOOKS).fetchall())


def _plain(url: URL) -> str:
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


# Whoever still holds a connection is thrown out. Triggers and foreign keys are asleep meanwhile, or
# the books could not be emptied. A table without a page never had a row.
_EMPTY: Final = """
SET lock_timeout = '5s';
SET session_replication_role = replica;
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid();
DO $$
DECLARE each regclass;
BEGIN
    FOR each IN SELECT oid FROM pg_class
        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
            AND relname <> 'alembic_version' AND pg_relation_size(oid) > 0
    LOOP
        EXECUTE 'DELETE FROM ' || each;
    END LOOP;
END $$;
SELECT setval(seqrelid, seqstart, false) FROM pg_sequence;
"""
# Tables, columns, rules, keys, triggers and what they do; the version. PostgreSQL's own have lower
# numbers, and are the longest to look through.
_LOOKS: Final = """
SELECT (SELECT md5(string_agg(relname || relkind::text, ',' ORDER BY oid)) FROM pg_class),
    (SELECT md5(string_agg(attrelid || attname || atttypid || attnotnull, ','
        ORDER BY attrelid, attnum)) FROM pg_attribute WHERE attrelid >= 16384),
    (SELECT md5(string_agg(tgname || tgenabled::text, ',' ORDER BY oid)) FROM pg_trigger),
    (SELECT md5(string_agg(conname, ',' ORDER BY oid)) FROM pg_constraint),
    (SELECT md5(string_agg(prosrc, ',' ORDER BY oid)) FROM pg_proc WHERE oid >= 16384),
    (SELECT string_agg(setconfig::text, ',') FROM pg_db_role_setting),
    (SELECT string_agg(version_num, ',') FROM alembic_version)
"""


def is_available() -> bool:
    return bool(os.environ.get("LIEN_TEST_DATABASE_URL")) or _binaries() is not None


@contextmanager
def running_postgres() -> Iterator[PostgresServer]:
    """The named server, or a temporary one for as long as the block runs.

    Raises LookupError when there is neither.
    """
    named = os.environ.get("LIEN_TEST_DATABASE_URL")
    binaries = _binaries()
    if named:
        server = PostgresServer(make_url(named).set(drivername=DRIVER))
        try:
            yield server
        finally:
            server.drop_all()
    elif binaries is not None:
        with _temporary_server(binaries) as admin:
            yield PostgresServer(admin)
    else:
        raise LookupError(WHY_MISSING)


@dataclass(frozen=True, slots=True)
class StoppableServer:
    """One that may be away for a while; `admin` is the way to it."""

    admin: URL
    control: tuple[str, ...]
    start_options: tuple[str, ...]
    user: str | None
    folder: Path

    def stop(self) -> None:
        """Everybody is thrown out at once."""
        self._run(*self.control, "-m", "fast", "stop")

    def start(self) -> None:
        self._run(*self.control, *self.start_options, "start")

    def _run(self, *command: str) -> None:
        subprocess.run(
            command, user=self.user, cwd=self.folder, check=True, stdin=subprocess.DEVNULL
        )


@contextmanager
def stoppable_postgres() -> Iterator[StoppableServer]:
    """A temporary server, for as long as the block runs. Raises LookupError without binaries."""
    binaries = _binaries()
    if binaries is None:
        raise LookupError(WHY_MISSING)
    with _temporary_server(binaries) as admin:
        folder = Path(str(admin.query["host"]))
        user = pwd.getpwnam("postgres").pw_name if os.geteuid() == 0 else None
        control, options = _control(binaries, folder)
        yield StoppableServer(admin, tuple(control), options, user, folder)


def _binaries() -> Path | None:
    def version(folder: Path) -> int:
        return int(folder.parent.name) if folder.parent.name.isdigit() else 0

    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(found, key=version, default=None)


INITDB = ("-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")


# A test database need not outlive the machine, nor has it rows enough for compiled queries.
_FORGETFUL: Final = (
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "jit=off",
)


@contextmanager
def _temporary_server(binaries: Path) -> Iterator[URL]:
    folder = Path(tempfile.mkdtemp(prefix="lien-pg-"))
    # PostgreSQL refuses to run as root, so there it runs as the user Debian made for it.
    user = pwd.getpwnam("postgres").pw_name if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    try:
        subprocess.run(
            [binaries / "initdb", "-D", folder / "data", *INITDB],
            user=user,
            cwd=folder,
            check=True,
            capture_output=True,
        )
        with _server_process(binaries, folder, user):
            yield URL.create(
                DRIVER, username="postgres", database="postgres", query={"host": str(folder)}
            )
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _control(binaries: Path, folder: Path) -> tuple[list[str], tuple[str, ...]]:
    """How a server in this folder is commanded, and what it is started with."""
    control = [str(binaries / "pg_ctl"), "-D", str(folder / "data"), "-w", "-s"]
    options = " ".join((f"-k {folder} -h ''", *(f"-c {each}" for each in _FORGETFUL)))
    return control, ("-l", str(folder / "log"), "-o", options)


@contextmanager
def _server_process(binaries: Path, folder: Path, user: str | None) -> Iterator[None]:
    control, options = _control(binaries, folder)
    subprocess.run(
        [*control, *options, "start"],
        user=user,
        cwd=folder,
        check=True,
        stdin=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], user=user, cwd=folder, check=True)
