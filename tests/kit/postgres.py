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

    def _command(self, command: sql.Composed) -> None:
        plain = self._admin.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(plain, autocommit=True) as connection:
            connection.execute(command)


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


def _binaries() -> Path | None:
    def version(folder: Path) -> int:
        return int(folder.parent.name) if folder.parent.name.isdigit() else 0

    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(found, key=version, default=None)


@contextmanager
def _temporary_server(binaries: Path) -> Iterator[URL]:
    folder = Path(tempfile.mkdtemp(prefix="lien-pg-"))
    # PostgreSQL refuses to run as root, so there it runs as the user Debian made for it.
    user = pwd.getpwnam("postgres").pw_name if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    try:
        subprocess.run(
            [
                binaries / "initdb",
                "-D",
                folder / "data",
                "-U",
                "postgres",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--no-sync",
            ],
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


@contextmanager
def _server_process(binaries: Path, folder: Path, user: str | None) -> Iterator[None]:
    control = [str(binaries / "pg_ctl"), "-D", str(folder / "data"), "-w", "-s"]
    # Without fsync: a test database need not outlive the machine.
    options = f"-k {folder} -h '' -F -c full_page_writes=off -c synchronous_commit=off"
    subprocess.run(
        [*control, "-l", str(folder / "log"), "-o", options, "start"],
        user=user,
        cwd=folder,
        check=True,
        stdin=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], user=user, cwd=folder, check=True)
