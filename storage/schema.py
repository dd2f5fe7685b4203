"""The schema: making it, bringing it up to date, refusing a newer one; guards of the books."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DatabaseError, DBAPIError

from storage.backup.unfinished import must_not_be_half_restored
from storage.store import PATIENCE_MILLISECONDS, Store, UnusableDatabase

if TYPE_CHECKING:
    from alembic.config import Config

_HERE = Path(__file__).parent

# Entries are never changed nor taken away; a mistake is corrected by a reversing entry.
APPEND_ONLY = (
    "transactions",
    "postings",
    "fee_months",
    "opening_fees",
    "repayments",
    "closed_months",
    "entry_seals",
)


class GuardsMissing(UnusableDatabase):
    """Somebody took the guards of the books away: what stands there is not to be trusted."""


def bring_up_to_date(store: Store) -> bool:
    """Make the tables or migrate them; whether there were none before.

    Raises UnusableDatabase with one line if that cannot be.
    """
    with refusing_in_one_line(), store.writing() as db:
        must_not_be_half_restored(db)
        current = revision_of(db)
        if current is None:
            _must_be_nobodys(db)
        if current != _newest():
            _migrate_once(db)
        assert_guards(db)
        _assert_writable(db)
        return current is None


def _migrate_once(db: Connection) -> None:
    """Of several that start at once one does it, and the others wait for that one."""
    if db.dialect.name == "postgresql":
        db.execute(_MIGRATING)
    if revision_of(db) != _newest():
        _migrate(db)


# The number beside that of storage/only_one.py.
_MIGRATING = text(f"SELECT pg_advisory_xact_lock({0x4C69656F})")


def _must_be_nobodys(db: Connection) -> None:
    """A file in which another program keeps its tables is left as it is."""
    there = inspect(db).get_table_names() if db.dialect.name == "sqlite" else []
    if there and "alembic_version" not in there:
        raise UnusableDatabase(
            "the file of LIEN_DATABASE_URL is a database of another program; please name another"
        )


@contextmanager
def refusing_in_one_line() -> Iterator[None]:
    """What the database refuses within the block is said as UnusableDatabase, in one line."""
    try:
        yield
    except DatabaseError as error:
        raise UnusableDatabase(in_one_line(error)) from None


def is_up_to_date(store: Store) -> bool:
    """Whether the tables are there as this program wants them.

    Raises UnusableDatabase if they are newer than it, or the database does not answer.
    """
    with refusing_in_one_line(), store.writing() as db:
        return revision_of(db) == _newest()


def must_be_up_to_date(db: Connection) -> None:
    """Raises UnusableDatabase where a program of another version has migrated it meanwhile."""
    if db.execute(_REVISION).scalar() != _newest():
        raise UnusableDatabase(
            "a Liên of another version has changed this database; please start that version"
        )


_REVISION = text("SELECT version_num FROM alembic_version")


@cache
def _newest() -> str:
    return known_revisions()[-1]


def known_revisions() -> list[str]:
    """The revisions this program knows, oldest first; each file's name begins with its own."""
    files = (_HERE / "migrations" / "versions").glob("[0-9]*.py")
    return sorted(each.name.partition("_")[0] for each in files)


def revision_of(db: Connection) -> str | None:
    """The revision of a database; None for an empty one. Raises UnusableDatabase if it is newer."""
    if not inspect(db).has_table("alembic_version"):
        return None
    current = db.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if current is not None and current not in known_revisions():
        raise UnusableDatabase(
            "the database was made by a newer Liên; please start that version, or restore a backup"
        )
    return current


def make_tables(db: Connection, revision: str) -> None:
    """The tables as they were at a known revision, in a database that holds nothing."""
    there = revision_of(db)
    if there is not None and there != revision:
        _migrate_back(db, "base")
    if there != revision:
        _migrate(db, revision)


def finish_tables(db: Connection) -> None:
    """From that revision to the newest, whatever was put in meanwhile; the guards are there."""
    _migrate(db)
    assert_guards(db)


def _migrate(db: Connection, revision: str = "head") -> None:
    # The migration tool is needed only where there is something to migrate: it costs a start
    # 0.13 s and 10 MB.
    from alembic import command  # noqa: PLC0415

    command.upgrade(config(db), revision)


def config(db: Connection) -> "Config":
    """What the migration tool needs to work on this connection."""
    from alembic.config import Config  # noqa: PLC0415

    made = Config()
    made.set_main_option("script_location", str(_HERE / "migrations"))
    made.attributes["connection"] = db
    return made


def _assert_writable(db: Connection) -> None:
    """A database that is up to date was only read so far; rights or a full disk show on writing."""
    db.execute(text("UPDATE alembic_version SET version_num = version_num"))


def in_one_line(error: DBAPIError) -> str:
    """What the database refuses, and what would help."""
    return known_trouble(error) or f"the database does not answer: {_first_line(error)}"


def known_trouble(error: DBAPIError) -> str:
    """The same in our words alone, fit for a log: nothing that was to be written stands in them.
    Empty for an error that has none.
    """
    said = _first_line(error)
    return next((meant for words, meant in _MEANT if any(each in said for each in words)), "")


def _first_line(error: DBAPIError) -> str:
    return next(iter(str(error.orig).splitlines()), "")


IN_USE = "the database is in use by another program; please end that first"

_MEANT = (
    (
        ("readonly", "read-only"),
        "the database cannot be written to; please check its rights and its disk",
    ),
    (("locked", "lock timeout"), IN_USE),
    (
        ("disk I/O error",),
        "the disk of the database does not do what is asked of it; please see whether it is full, "
        "or has become read-only",
    ),
    (("full", "No space left"), "the disk is full; please make room first"),
    (
        ("too many clients", "too many connections", "connection slots"),
        "the database has no connection left; please raise max_connections, or end what holds them",
    ),
    (
        ("unable to open",),
        "the database file cannot be opened; please check the folder and its rights",
    ),
    (
        ("malformed", "decode to UTF-8"),
        "the file of the database is damaged; please restore a backup",
    ),
    (("not a database",), "this file is not a database of Liên; please restore a backup"),
)


def wait_no_longer(db: Connection) -> None:
    """What another transaction holds is waited for as long as a locked SQLite file, then refused.

    For commands, at which somebody sits; what answers people waits for its turn.
    """
    if db.dialect.name == "postgresql":
        db.execute(text(f"SET LOCAL lock_timeout = {PATIENCE_MILLISECONDS}"))


def go_back(store: Store, revision: str = "base") -> None:
    """Undo migrations down to a revision. Raises UnusableDatabase where rows would be lost."""
    with store.writing() as db:
        _migrate_back(db, revision)


def _migrate_back(db: Connection, revision: str) -> None:
    from alembic import command  # noqa: PLC0415

    command.downgrade(config(db), revision)


def refuse_to_lose_rows(db: Connection, tables: Sequence[str] | None = None) -> None:
    """Raises UnusableDatabase if anything is recorded in tables (all) that a way back drops."""
    for table in tables or sorted(inspect(db).get_table_names()):
        if table != "alembic_version":
            _refuse_if_any(db, table, "1 = 1")


def refuse_to_lose_values(db: Connection, table: str, column: str) -> None:
    """Raises UnusableDatabase if a column that a way back drops has a value somewhere."""
    _refuse_if_any(db, table, f"{column} IS NOT NULL")


def _refuse_if_any(db: Connection, table: str, condition: str) -> None:
    if db.execute(text(f"SELECT 1 FROM {table} WHERE {condition} LIMIT 1")).first() is not None:
        raise UnusableDatabase(
            f"going back would lose what is recorded in {table}; "
            f"please restore a backup of the older version instead"
        )


def create_guards(db: Connection) -> None:
    """Triggers that refuse UPDATE and DELETE on the books; every migration ends with this.

    Tables that a later migration makes are passed over, guards that are there already stay.
    """
    there = set(inspect(db).get_table_names())
    if db.dialect.name != "sqlite":
        db.execute(
            text(
                "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
                "$$ BEGIN RAISE EXCEPTION 'the books are append-only'; END $$"
            )
        )
    for table in sorted(there.intersection(APPEND_ONLY)):
        for verb in ("UPDATE", "DELETE"):
            db.execute(text(_guard(db.dialect.name, table, verb)))


def _guard(dialect: str, table: str, verb: str) -> str:
    name = f"guard_{table}_{verb.lower()}"
    if dialect == "sqlite":
        return (
            f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END"
        )
    return (
        f"CREATE OR REPLACE TRIGGER {name} BEFORE {verb} ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )


def assert_guards(db: Connection) -> None:
    """Every guard is there: a migration in SQLite's batch mode would drop them silently."""
    listed = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if db.dialect.name == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    )
    there = set(db.execute(text(listed)).scalars())
    wanted = {f"guard_{table}_{verb}" for table in APPEND_ONLY for verb in ("update", "delete")}
    if wanted - there:
        raise GuardsMissing(f"guards of the books are missing: {', '.join(sorted(wanted - there))}")
