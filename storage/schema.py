"""The schema: making it, bringing it up to date, refusing one that is newer; guards of the
books.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.exc import DatabaseError

from storage.store import Store, UnusableDatabase

_HERE = Path(__file__).parent

# Entries are never changed nor taken away; a mistake is corrected by a reversing entry.
APPEND_ONLY = ("transactions", "postings", "fee_months", "repayments", "closed_months")


def bring_up_to_date(store: Store) -> None:
    """Make the tables or migrate them. Raises UnusableDatabase with one line when that cannot
    be.
    """
    try:
        with store.writing() as db:
            _refuse_newer(db)
            command.upgrade(_config(db), "head")
            assert_guards(db)
    except DatabaseError as error:
        raise UnusableDatabase(_in_one_line(error)) from None


def _config(db: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_HERE / "migrations"))
    config.attributes["connection"] = db
    return config


def _refuse_newer(db: Connection) -> None:
    current = MigrationContext.configure(db).get_current_revision()
    known = {each.revision for each in ScriptDirectory.from_config(_config(db)).walk_revisions()}
    if current is not None and current not in known:
        raise UnusableDatabase(
            "the database was made by a newer Liên; please start that version, or restore a backup"
        )


def _in_one_line(error: DatabaseError) -> str:
    said = str(error.orig).splitlines()[0]
    if "readonly" in said or "read-only" in said:
        return "the database cannot be written to; please check its rights and its disk"
    if "locked" in said:
        return "the database is in use by another program; please end that first"
    if "full" in said:
        return "the disk is full; please make room first"
    if "unable to open" in said:
        return "the database file cannot be opened; please check the folder and its rights"
    if "not a database" in said or "malformed" in said:
        return "this file is not a database of Liên; please restore a backup"
    return f"the database does not answer: {said}"


def create_guards(db: Connection) -> None:
    """Triggers that refuse UPDATE and DELETE on the books."""
    if db.dialect.name == "sqlite":
        for table in APPEND_ONLY:
            for verb in ("UPDATE", "DELETE"):
                db.execute(
                    text(
                        f"CREATE TRIGGER guard_{table}_{verb.lower()} BEFORE {verb} ON {table} "
                        f"BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END"
                    )
                )
        return
    db.execute(
        text(
            "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'the books are append-only'; END $$"
        )
    )
    for table in APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            db.execute(
                text(
                    f"CREATE TRIGGER guard_{table}_{verb.lower()} BEFORE {verb} ON {table} "
                    f"FOR EACH ROW EXECUTE FUNCTION refuse_change()"
                )
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
        raise UnusableDatabase(
            f"guards of the books are missing: {', '.join(sorted(wanted - there))}"
        )
