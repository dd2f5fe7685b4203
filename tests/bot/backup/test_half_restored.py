"""A restore that was killed: nothing starts on what it left, and each says how to go on."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import inspect

from bot.backup.making import make_backup
from bot.backup.restoring import restore
from bot.backup.seal import NotOpened
from storage.backup.unfinished import MARK
from storage.queries.faults.books_faults import books_faults
from storage.schema import bring_up_to_date
from storage.store import Store
from tests.bot.backup.conftest import Keys
from tests.bot.backup.test_backup_and_restore import put_back, silent, untouched
from tests.kit.club_books import ClubBooks
from tests.kit.shell import Shell, assert_one_line

NOW = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)
GO_ON = "run the same lien restore once more"
OpenStore = Callable[[str], Store]


def killed_while_restoring(books: ClubBooks, file: Path, keys: Keys, left: Path) -> None:
    """`left` is the database as it is when the process is gone in the middle."""
    whole = left.with_name("whole.db")
    store = Store(f"sqlite:///{whole}")

    def gone(done: int, of: int) -> None:
        for name in ("", "-wal"):
            shutil.copy(f"{whole}{name}", f"{left}{name}")

    made = make_backup(books.store, file, [keys.public], now=NOW, progress=silent)
    restore(store, made.file, keys.secret, progress=gone, afterwards=untouched)
    store.close_now()


def test_nothing_starts_on_a_half_restored_database_and_restoring_goes_on(
    lien: Shell, books: ClubBooks, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_while_restoring(books, lien.folder / "one", keys, lien.folder / "new.db")
    monkeypatch.setenv("LIEN_DATABASE_URL", "sqlite:///new.db")
    monkeypatch.setenv("LIEN_TELEGRAM_TOKEN", "123456789:" + "A" * 35)
    commands = (
        *("check", "run", "tables", "backup two", "area list", "clock", "outbox", "questions"),
        *("area provinces", "summary 1 2026-08", "rollup country 2026-08", "officer new 1"),
    )
    for each in commands:
        assert_one_line(lien(*each.split()), GO_ON)
    said = lien("doctor")
    assert (said.code, GO_ON in said.out) == (1, True)
    again = lien("restore", "one", "--key", str(keys.file))
    assert again.code == 0, again.err
    assert "1 club checked: the books hold" in again.out
    assert lien("check").code == 0


def test_on_either_database_the_mark_is_there_first_and_goes_last(
    books: ClubBooks,
    fresh_postgres: Callable[..., str],
    tmp_path: Path,
    keys: Keys,
    open_store: OpenStore,
) -> None:
    made = make_backup(books.store, tmp_path / "one", [keys.public], now=NOW, progress=silent)
    for url in (f"sqlite:///{tmp_path}/there.db", fresh_postgres()):
        there, beside = open_store(url), open_store(url)
        seen: list[bool] = []
        look = partial(looks, beside, seen)
        restore(there, made.file, keys.secret, progress=look, afterwards=untouched)
        assert seen and all(seen)
        bring_up_to_date(beside)
        with beside.reading() as db:
            assert not inspect(db).has_table(MARK)
            assert books_faults(db, books.club_id) == []


def looks(beside: Store, seen: list[bool], done: int, of: int) -> None:
    """Somebody else sees the mark while rows come that nobody sees yet."""
    with beside.reading() as db:
        seen.append(inspect(db).has_table(MARK))


def test_what_is_no_backup_leaves_no_mark(
    fresh_postgres: Callable[..., str], tmp_path: Path, keys: Keys, open_store: OpenStore
) -> None:
    (tmp_path / "letter").write_text("Kính gửi bác")
    for url in (f"sqlite:///{tmp_path}/there.db", fresh_postgres()):
        store = open_store(url)
        with pytest.raises(NotOpened):
            put_back(store, tmp_path / "letter", keys)
        bring_up_to_date(store)
