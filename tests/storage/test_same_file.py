"""A database file that is taken away or replaced under a program at work."""

import os
import shutil
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.damage import must_not_be_damaged
from storage.store import Store, UnusableDatabase

A_CHANGE = text("UPDATE alembic_version SET version_num = version_num")


@pytest.mark.parametrize("what", ["taken away", "replaced by an older copy", "without its log"])
def test_nothing_is_written_into_a_file_without_a_name(
    sqlite_url: str, tmp_path: Path, what: str
) -> None:
    file, older = tmp_path / "lien.db", tmp_path / "older.db"
    shutil.copy(file, older)
    store = Store(sqlite_url)
    for _ in range(2):
        with store.writing() as db:
            db.execute(A_CHANGE)
        store.settle()
    if what == "taken away":
        file.unlink()
    elif what == "without its log":
        file.with_name("lien.db-wal").unlink()
    else:
        os.replace(older, file)
    with pytest.raises(UnusableDatabase, match="taken away or replaced") as error:
        store.change(lambda db: db.execute(A_CHANGE))
    with pytest.raises(UnusableDatabase, match="put the right file there"):
        must_not_be_damaged(ExceptionGroup("of the loop", [error.value]))
    store.close_now()


def test_whoever_opens_the_file_that_stands_there_now_writes_into_it(
    sqlite_url: str, tmp_path: Path
) -> None:
    file = tmp_path / "lien.db"
    os.replace(shutil.copy(file, tmp_path / "older.db"), file)
    store = Store(sqlite_url)
    with store.writing() as db:
        db.execute(A_CHANGE)
    store.close_now()
