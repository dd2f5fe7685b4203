"""The writer never loses an update, however many write at once; readers cannot write."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Connection, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from storage.store import Store, is_away
from storage.tables.chats import question_troubles

AT_ONCE = 200


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    made = Store(database_url)
    yield made
    made.close_now()


def _begin(db: Connection) -> None:
    row = {"dialogue": "d", "question": "q", "why": "w", "month": "2026-11", "times": 0}
    db.execute(insert(question_troubles).values(row))


def _one_more(db: Connection) -> None:
    """Read, think, write: what loses updates where two do it at once."""
    times = db.execute(select(question_troubles.c.times).with_for_update()).scalar_one()
    db.execute(update(question_troubles).values(times=times + 1))


def test_two_hundred_at_once_lose_nothing(store: Store) -> None:
    store.change(_begin)
    with ThreadPoolExecutor(16) as threads:
        for done in [threads.submit(store.change, _one_more) for _ in range(AT_ONCE)]:
            done.result()
    with store.reading() as db:
        assert db.execute(select(question_troubles.c.times)).scalar_one() == AT_ONCE


async def test_two_hundred_beside_the_loop_lose_nothing(store: Store) -> None:
    store.change(_begin)
    for done in [store.change_soon(_one_more) for _ in range(AT_ONCE)]:
        await done
    with store.reading() as db:
        assert db.execute(select(question_troubles.c.times)).scalar_one() == AT_ONCE


def test_a_failed_change_leaves_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.writing() as db:
        _begin(db)
        raise ZeroDivisionError
    with store.reading() as db:
        assert db.execute(select(question_troubles.c.times)).all() == []


def test_readers_cannot_write(store: Store) -> None:
    with pytest.raises(DBAPIError), store.reading() as db:
        _begin(db)


async def test_readers_beside_the_loop_cannot_write(store: Store) -> None:
    with pytest.raises(DBAPIError):
        await store.read(_begin)
    assert await store.read(lambda db: db.execute(text("SELECT 1")).scalar_one()) == 1
    await store.close()


def test_a_reading_is_one_picture(store: Store) -> None:
    store.change(_begin)
    with store.reading() as db:
        before = db.execute(select(question_troubles.c.times)).scalar_one()
        store.change(_one_more)
        assert db.execute(select(question_troubles.c.times)).scalar_one() == before


def failure(store: Store, statement: str) -> DBAPIError:
    """What the database says to a statement."""
    with pytest.raises(DBAPIError) as failed, store.writing() as db:
        db.execute(text(statement))
    return failed.value


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM no_such_table",
        "no sense",
        "INSERT INTO wrong_codes (chat_id, at) VALUES (-1, NULL)",
        "UPDATE chats SET no_such_column = 1",
    ],
)
def test_what_is_wrong_with_a_statement_is_not_the_databases_fault(
    store: Store, statement: str
) -> None:
    assert not is_away(failure(store, statement))


def test_a_locked_database_is_away(sqlite_url: str) -> None:
    store, other = Store(sqlite_url), Store(sqlite_url)
    with store.writer.connect() as db:
        db.exec_driver_sql("PRAGMA busy_timeout=1")
    with other.writing():
        assert is_away(failure(store, "SELECT 1"))
    store.close_now()
    other.close_now()


def test_a_full_database_is_away(sqlite_url: str) -> None:
    store = Store(sqlite_url)
    with store.writer.connect() as db:
        db.exec_driver_sql("PRAGMA max_page_count=1")
    assert is_away(failure(store, "CREATE TABLE big AS SELECT randomblob(1000000) AS content"))
    store.close_now()


def test_a_cut_connection_is_away(postgres_url: str) -> None:
    store, other = Store(postgres_url), Store(postgres_url)
    with pytest.raises(DBAPIError) as failed, store.writing() as db:
        pid = db.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        with other.writing() as killer:
            killer.exec_driver_sql(f"SELECT pg_terminate_backend({pid})")
        db.exec_driver_sql("SELECT 1")
    assert is_away(failed.value)
    store.close_now()
    other.close_now()


def test_no_server_at_all_is_away() -> None:
    store = Store("postgresql+psycopg://nobody@127.0.0.1:1/nothing")
    with pytest.raises(DBAPIError) as failed, store.writing():
        pass
    assert is_away(failed.value)
    store.close_now()
