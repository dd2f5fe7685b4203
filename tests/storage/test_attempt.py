"""Part of a transaction that is undone alone; and what is told on when there is nothing to undo."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import DBAPIError

from club.refusals import Code, Refused
from storage.store import Store, attempt
from storage.tables.chats import question_troubles


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    made = Store(database_url)
    yield made
    made.close_now()


def _write(db: Connection, question: str) -> None:
    row = {"dialogue": "d", "question": question, "why": "w", "month": "2026-11", "times": 1}
    db.execute(insert(question_troubles).values(row))


def _questions(store: Store) -> list[str]:
    with store.reading() as db:
        return list(db.execute(select(question_troubles.c.question)).scalars())


def test_a_refusal_undoes_its_own_part_alone(store: Store) -> None:
    with store.writing() as db:
        _write(db, "before")
        with pytest.raises(Refused), attempt(db):
            _write(db, "refused")
            raise Refused(Code.NOT_FOUND)
        _write(db, "after")
    assert sorted(_questions(store)) == ["after", "before"]


def test_what_the_database_said_first_is_told_on(store: Store) -> None:
    """A full disk or a lost connection ends the transaction, so that no savepoint is left."""
    with pytest.raises(DBAPIError, match="no_such_table"), store.writing() as db, attempt(db):
        _write(db, "lost")
        db.exec_driver_sql("ROLLBACK")
        db.exec_driver_sql("SELECT 1 FROM no_such_table")
    assert _questions(store) == []
