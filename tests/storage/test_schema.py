"""The schema: tables as they are declared, a way up and back, guards that cannot be missed."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Connection,
    Date,
    Text,
    insert,
    inspect,
    text,
)
from sqlalchemy.exc import DatabaseError

from club.calendar import Month
from club.money import Money
from storage.changes.joining.found_club import NewClub, found_club
from storage.schema import APPEND_ONLY, GuardsMissing, assert_guards, bring_up_to_date, go_back
from storage.store import Store, UnusableDatabase
from storage.tables import metadata
from storage.tables.columns import Dong, Instant, Json, MonthText

NOW = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    made = Store(database_url)
    yield made
    made.close_now()


def differences(db: Connection) -> list[object]:
    """What the migrations made otherwise than the tables are declared."""
    context = MigrationContext.configure(db, opts={"compare_server_default": True})
    return list(compare_metadata(context, metadata))


def test_the_migrations_make_what_the_tables_declare(store: Store) -> None:
    with store.reading() as db:
        assert differences(db) == []


def test_every_check_is_in_the_database_too(store: Store) -> None:
    with store.reading() as db:
        look = inspect(db)
        for table in metadata.sorted_tables:
            declared = {
                each.name for each in table.constraints if isinstance(each, CheckConstraint)
            }
            made = {each["name"] for each in look.get_check_constraints(table.name)}
            assert made == declared, table.name


def test_a_planted_difference_is_found(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.writing() as db:
        db.execute(text("ALTER TABLE faults ADD COLUMN planted INTEGER"))
        assert differences(db) != []
        raise ZeroDivisionError


def test_down_and_up_again_with_nothing_in_it(store: Store) -> None:
    go_back(store)
    with store.reading() as db:
        assert inspect(db).get_table_names() == ["alembic_version"]
    bring_up_to_date(store)
    with store.reading() as db:
        assert differences(db) == []


def test_the_way_back_is_refused_where_rows_would_be_lost(store: Store) -> None:
    store.change(found_club, _club(), NOW)
    with pytest.raises(UnusableDatabase, match=r"would lose what is recorded in \w+; .*backup"):
        go_back(store)
    with store.reading() as db:
        assert db.execute(text("SELECT name FROM clubs")).scalars().all() == ["CLB Thôn Đoài"]
        assert differences(db) == []


def test_up_to_date_is_left_as_it_is(store: Store) -> None:
    store.change(found_club, _club(), NOW)
    bring_up_to_date(store)
    with store.reading() as db:
        assert db.execute(text("SELECT count(*) FROM clubs")).scalar_one() == 1


# Guards


def test_a_guard_that_is_missing_stops_the_start(store: Store) -> None:
    with store.writing() as db:
        _drop_guard(db, APPEND_ONLY[0], "update")
    named = f"guards of the books are missing: guard_{APPEND_ONLY[0]}_update$"
    with pytest.raises(UnusableDatabase, match=named):
        bring_up_to_date(store)


def test_each_guard_is_missed_by_its_name(store: Store) -> None:
    for guard in product(APPEND_ONLY, ("update", "delete")):
        named = f"guards of the books are missing: guard_{'_'.join(guard)}$"
        with pytest.raises(GuardsMissing, match=named), store.writing() as db:
            _drop_guard(db, *guard)
            assert_guards(db)


def test_with_all_guards_nothing_is_said(store: Store) -> None:
    with store.reading() as db:
        assert_guards(db)


def test_the_books_cannot_be_changed_nor_thinned(store: Store) -> None:
    for table in APPEND_ONLY:
        for change in (f"UPDATE {table} SET id = id", f"DELETE FROM {table}"):
            with pytest.raises(DatabaseError, match="append-only"), store.writing() as db:
                _one_row_in_each(db)
                if db.dialect.name != "sqlite":
                    db.execute(text("SET LOCAL session_replication_role = origin"))
                db.execute(text(change))


def _drop_guard(db: Connection, table: str, verb: str) -> None:
    on = "" if db.dialect.name == "sqlite" else f" ON {table}"
    db.execute(text(f"DROP TRIGGER guard_{table}_{verb}{on}"))


def _one_row_in_each(db: Connection) -> None:
    """A row in every guarded table, whatever its links and checks: guards ask for no sense."""
    if db.dialect.name == "sqlite":
        db.execute(text("PRAGMA ignore_check_constraints=ON"))
        db.execute(text("PRAGMA defer_foreign_keys=ON"))
    else:
        db.execute(text("SET LOCAL session_replication_role = replica"))
    for table in APPEND_ONLY:
        made = metadata.tables[table]
        for each in made.constraints:
            if isinstance(each, CheckConstraint) and db.dialect.name != "sqlite":
                db.execute(text(f'ALTER TABLE {table} DROP CONSTRAINT "{each.name}"'))
        db.execute(insert(made).values({each.name: _some(each) for each in made.columns}))


def _some(column: Column[Any]) -> object:
    samples = {Instant: NOW, Dong: Money(1), MonthText: Month(2026, 10), Json: {}}
    plain = {Text: "x", Date: NOW.date(), Boolean: True}
    for kind, value in (samples | plain).items():
        if isinstance(column.type, kind):
            return value
    return 1


# A database that cannot be used


def _club() -> NewClub:
    return NewClub(
        name="CLB Thôn Đoài",
        hamlet="Thôn Đoài",
        province="Hà Nội",
        commune="Xã Mỹ Đức",
        founded_on=NOW.date(),
        join_code="HXMK2345",
    )


def _not_a_database(file: Path) -> None:
    file.write_bytes(b"A letter to the club, " * 400)


def _torn(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[:100] + b"\xff" * (len(content) - 100))


def _a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize("spoil", [_not_a_database, _torn, _a_folder])
def test_a_spoiled_file_is_refused_in_one_line(
    sqlite_url: str, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(tmp_path / "lien.db")
    store = Store(sqlite_url)
    with pytest.raises(UnusableDatabase) as refused:
        bring_up_to_date(store)
    assert "\n" not in str(refused.value)
    assert "please" in str(refused.value)
    store.close_now()


def test_a_full_disk_at_the_start_is_said_in_one_line(tmp_path: Path) -> None:
    store = Store(f"sqlite+aiosqlite:///{tmp_path / 'lien.db'}")
    with store.writer.connect() as db:
        db.exec_driver_sql("PRAGMA max_page_count=4")
    with pytest.raises(UnusableDatabase, match="disk is full"):
        bring_up_to_date(store)
    store.close_now()
