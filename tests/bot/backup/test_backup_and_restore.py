"""A backup holds all of one moment; it comes back whole, on either kind of database, or not."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event, insert, select, text

from bot.backup.content import FORM, Heading, NewerFile
from bot.backup.making import make_backup
from bot.backup.restoring import Reader, read_backup, restore
from bot.backup.seal import NotOpened, new_key, seal
from club.calendar import Month
from messages.figures.summary_forms import summary_json
from storage.backup.rows import rows_of, shapes_of
from storage.queries.faults.books_faults import books_faults
from storage.queries.figures.summary import club_month
from storage.received import Received, keep_received
from storage.schema import bring_up_to_date, go_back, known_revisions
from storage.store import Store, UnusableDatabase
from storage.tables.books import transactions
from storage.tables.chats import chats
from tests.bot.backup.conftest import Keys
from tests.kit.club_books import ClubBooks

NOW = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)
OpenStore = Callable[[str], Store]


def silent(done: int, of: int) -> None:
    """Nobody looks on."""


def untouched(db: Connection, heading: Heading) -> None:
    """The rows stay as they are in the backup."""


def kept(store: Store, file: Path, keys: Keys) -> Path:
    return make_backup(store, file, [keys.public], now=NOW, progress=silent).file


def put_back(store: Store, file: Path, keys: Keys) -> Heading:
    return restore(store, file, keys.secret, progress=silent, afterwards=untouched)


def everything(store: Store) -> dict[str, list[Any]]:
    with store.reading() as db:
        return {each.name: list(rows_of(db, each)) for each in shapes_of(db) if each.rows}


def with_a_photo(db: Connection, content: bytes) -> None:
    chat = {"channel": "web", "key": "k", "language": "vi", "created_at": NOW}
    number = db.execute(insert(chats).values(chat).returning(chats.c.id)).scalar_one()
    keep_received(db, Received(chat_id=number, cause="c", mime="image/jpeg", content=content), NOW)


def test_from_sqlite_to_postgresql_and_back_every_row_is_the_same(
    books: ClubBooks,
    open_store: OpenStore,
    fresh_postgres: Callable[..., str],
    tmp_path: Path,
    keys: Keys,
) -> None:
    picture = bytes(range(256)) * 100
    books.store.change(with_a_photo, picture)
    before = everything(books.store)
    there = open_store(fresh_postgres())
    put_back(there, kept(books.store, tmp_path / "one", keys), keys)
    assert everything(there) == before
    again = open_store(f"sqlite:///{tmp_path}/again.db")
    put_back(again, kept(there, tmp_path / "two", keys), keys)
    assert everything(again) == before
    for store in (there, again):
        with store.reading() as db:
            assert books_faults(db, books.club_id) == []
            assert db.execute(text("SELECT content FROM photos")).scalar_one() == picture
        # New rows get new numbers, and what points at nothing is refused as before.
        store.change(with_a_photo_of_another, picture)
        with pytest.raises(Exception, match=r"(?i)foreign key"):
            store.change(a_photo_of_nobody)


def with_a_photo_of_another(db: Connection, content: bytes) -> None:
    keep_received(db, Received(chat_id=1, cause="d", mime="image/jpeg", content=content), NOW)


def a_photo_of_nobody(db: Connection) -> None:
    keep_chatless = Received(chat_id=1, cause="e", mime="image/jpeg", content=b"x")
    keep_received(db, keep_chatless, NOW)
    db.execute(text("UPDATE photos SET chat_id = 4711 WHERE cause = 'e'"))


def test_taken_under_load_it_is_one_moment_equal_by_check_and_by_summary(
    database_url: str,
    open_store: OpenStore,
    sqlite_template: Path,
    fresh_postgres: Callable[..., str],
    postgres_template: str,
    tmp_path: Path,
    keys: Keys,
) -> None:
    books = a_club_with_gifts(open_store(database_url))
    store = books.store
    before, said = entries(store), august(store, books)

    def somebody_writes(done: int, of: int) -> None:
        books.gets(7_000)
        books.spends(3_000)

    made = make_backup(store, tmp_path / "b", [keys.public], now=NOW, progress=somebody_writes)
    assert entries(store) > before + 100
    assert august(store, books) != said
    copy = shutil.copy(sqlite_template, tmp_path / "back.db")
    for url in (f"sqlite:///{copy}", fresh_postgres(postgres_template)):
        back = open_store(url)
        put_back(back, made.file, keys)
        assert entries(back) == before
        assert august(back, books) == said
        with back.reading() as db:
            assert books_faults(db, books.club_id) == []


def a_club_with_gifts(store: Store) -> ClubBooks:
    books = ClubBooks(store)
    books.begins_with(20)
    for _ in range(30):
        books.gets(5_000)
    return books


def entries(store: Store) -> int:
    with store.reading() as db:
        return len(db.execute(select(transactions.c.id)).all())


def august(store: Store, books: ClubBooks) -> str:
    with store.reading() as db:
        found = club_month(db, books.club_id, Month(2026, 8), books.today)
    assert found is not None
    return json.dumps(summary_json(found.club_name, found.summary), default=str, sort_keys=True)


def test_a_file_of_an_older_version_comes_back_with_todays_tables(
    sqlite_url: str,
    database_url: str,
    open_store: OpenStore,
    fresh_postgres: Callable[..., str],
    tmp_path: Path,
    keys: Keys,
) -> None:
    store = open_store(database_url)
    books = ClubBooks(store)
    books.begins_with(20)
    go_back(store, "0026")
    file = kept(store, tmp_path / "old", keys)
    back = open_store(f"sqlite:///{tmp_path}/b.db" if not store.on_sqlite else fresh_postgres())
    assert put_back(back, file, keys).revision == "0026"
    bring_up_to_date(back)
    bring_up_to_date(store)
    assert everything(back) == everything(store)


# What is refused, in one line, with nothing half done


def test_whoever_is_not_its_owner_reads_nothing(
    books: ClubBooks, tmp_path: Path, keys: Keys
) -> None:
    file = kept(books.store, tmp_path / "b", keys)
    assert file.stat().st_mode & 0o777 == 0o600
    content = file.read_bytes()
    assert content.startswith(b"age-encryption.org/v1")
    assert b"HXMK2345" not in content
    with pytest.raises(NotOpened, match="this key does not open the file"):
        read_backup(file, new_key()[0], Reader(), silent)


def test_a_file_cut_off_or_damaged_anywhere_is_refused(
    books: ClubBooks, open_store: OpenStore, tmp_path: Path, keys: Keys
) -> None:
    file = kept(books.store, tmp_path / "b", keys)
    content, spoiled = file.read_bytes(), tmp_path / "spoiled"
    ends = [*range(0, len(content), 997), 10, 150, 400, len(content) - 1]
    for end in ends:
        spoiled.write_bytes(content[:end])
        with pytest.raises(NotOpened, match="damaged"):
            read_backup(spoiled, keys.secret, Reader(), silent)
    for place in ends[:-3]:
        spoiled.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        with pytest.raises(NotOpened, match=r"damaged|key"):
            read_backup(spoiled, keys.secret, Reader(), silent)
    spoiled.write_bytes(content[:-1])
    assert_nothing_is_restored(open_store(f"sqlite:///{tmp_path}/back.db"), spoiled, keys)


def sealed(file: Path, keys: Keys, *lines: object) -> Path:
    written = [json.dumps(each).encode() + b"\n" for each in lines]
    with file.open("wb") as raw:
        seal(written, raw, keys=[keys.public])
    return file


HEADING = {
    "lien": FORM,
    "revision": known_revisions()[-1],
    "made_at": NOW.isoformat(),
    "on": "SQLite",
    "tables": {},
}


FILE = [["id", "plain"], ["message_id", "plain"], ["content", "bytes"]]


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["a letter to the club"],
        [{"lien": FORM}],
        [HEADING],
        [HEADING, {"rows": 1}],
        [HEADING, "clubs", [1], {"rows": 1}],
        [HEADING | {"tables": {"clubs": [1, [["id", "other"]]]}}, {"rows": 0}],
        [HEADING | {"tables": {"robbers": [1, [["id", "plain"]]]}}, "robbers", [1], {"rows": 1}],
        [HEADING | {"tables": {"chats": [1, [["id", "plain"]]]}}, "chats", [1], {"rows": 1}],
        [HEADING | {"tables": {"web_files": [1, FILE]}}, "web_files", [1, 47, "eA=="], {"rows": 1}],
    ],
)
def test_a_sealed_file_with_something_else_in_it_leaves_nothing_behind(
    sqlite_url: str, open_store: OpenStore, tmp_path: Path, keys: Keys, lines: list[object]
) -> None:
    file = sealed(tmp_path / "b", keys, *lines)
    assert_nothing_is_restored(open_store(sqlite_url), file, keys)


def assert_nothing_is_restored(store: Store, file: Path, keys: Keys) -> None:
    with pytest.raises((NotOpened, UnusableDatabase)) as refused:
        put_back(store, file, keys)
    assert "\n" not in str(refused.value)
    assert everything(store) == {}


@pytest.mark.parametrize("newer", [{"lien": FORM + 1}, {"revision": "9999"}])
def test_a_file_of_a_newer_version_is_refused(
    sqlite_url: str, open_store: OpenStore, tmp_path: Path, keys: Keys, newer: dict[str, object]
) -> None:
    file = sealed(tmp_path / "b", keys, HEADING | newer, {"rows": 0})
    store = open_store(sqlite_url)
    with pytest.raises(NewerFile, match="a newer Liên"):
        put_back(store, file, keys)
    assert everything(store) == {}


def test_a_database_that_holds_anything_is_never_written_over(
    database_url: str, books: ClubBooks, open_store: OpenStore, tmp_path: Path, keys: Keys
) -> None:
    file = kept(books.store, tmp_path / "b", keys)
    other = open_store(database_url)
    if not other.on_sqlite:
        ClubBooks(other)
    before = everything(other)
    with pytest.raises(UnusableDatabase, match="already holds something"):
        put_back(other, file, keys)
    assert everything(other) == before


def test_a_full_disk_leaves_nothing_behind(
    books: ClubBooks, open_store: OpenStore, tmp_path: Path, keys: Keys
) -> None:
    file = kept(books.store, tmp_path / "b", keys)
    store = open_store(f"sqlite:///{tmp_path}/back.db")

    @event.listens_for(store.writer, "connect")
    def _little_room(raw: Any, record: object) -> None:
        raw.execute("PRAGMA max_page_count=350")

    with pytest.raises(UnusableDatabase, match="disk is full"):
        put_back(store, file, keys)
    assert everything(store) == {}
