"""What an operator does when a club has lost its way in, or Liên goes back to an older version."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, update

from storage.schema import bring_up_to_date, known_revisions
from storage.store import Store
from storage.tables.chats import chats
from tests.kit.club_books import ClubBooks
from tests.kit.shell import Shell, assert_one_line
from tests.kit.village import Village, village


@pytest.fixture
async def v(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Village]:
    async with village(sqlite_url, language="vi") as made:
        yield made


@pytest.fixture
def at_database(lien: Shell, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.setenv("LIEN_DATABASE_URL", sqlite_url)
    return lien


def everybody_loses_the_phone(db: Connection) -> None:
    known = chats.c.person_id.is_not(None)
    db.execute(update(chats).where(known).values(frozen_at=datetime(2026, 11, 1, tzinfo=UTC)))


async def test_the_only_chair_comes_back_on_a_new_phone(v: Village, at_database: Shell) -> None:
    club = str(v.club.club_id)
    assert_one_line(at_database("club", "link", club, "chair"), "they do it in chat")
    v.store.change(everybody_loses_the_phone)
    said = at_database("club", "link", club, "chair")
    assert said.code == 0, said.err
    assert "for the holder alone" in said.out
    found = re.search(r"i-\S+", said.out)
    assert found is not None
    await v.la.opens(found[0])
    await v.la.taps("Có")
    with v.store.reading() as db:
        row = db.execute(chats.select().where(chats.c.key == v.la.key)).one()
    assert row.person_id == v.binh.person_id
    assert_one_line(at_database("club", "link", "nowhere", "chair"), "there is no club")
    assert_one_line(at_database("club", "link", club, "king"), "king")


def test_the_tables_go_back_to_an_older_version_and_forward_again(
    at_database: Shell, sqlite_url: str
) -> None:
    newest = known_revisions()[-1]
    store = Store(sqlite_url)
    bring_up_to_date(store)
    books = ClubBooks(store)
    books.begins_with(20)
    assert at_database("tables").out == f"tables at {newest}\n"
    said = at_database("tables", "back", "0026")
    assert said.code == 0, said.err
    assert at_database("tables").out == f"tables at 0026; lien run brings them to {newest}\n"
    assert at_database("check").code == 0
    assert at_database("tables").out == f"tables at {newest}\n"
    assert_one_line(at_database("tables", "back", "0001"), "would lose what is recorded")
    assert_one_line(at_database("tables", "back", "9999"), "no version 9999")
    assert_one_line(at_database("tables", "back"), "right would be")
    assert books.faults == []
    store.close_now()


async def test_an_officer_who_has_left_the_office_is_none_any_more(
    at_database: Shell, sqlite_url: str
) -> None:
    async with village(sqlite_url, language="vi") as v:
        link = re.search(r"i-\S+|o-\S+", at_database("officer", "new", "Xã Mỹ Đức").out)
        assert link is not None
        assert "has no officer" in at_database("officer", "end", "Xã Mỹ Đức").out
        await v.hoa.opens(link[0])
        await v.hoa.taps("Có")
        number = str(v.hoa.person_id)
        listed = at_database("officer", "end", "Xã Mỹ Đức")
        assert f"{number}  Nguyễn Thị Hoa, since" in listed.out
        ended = at_database("officer", "end", "Xã Mỹ Đức", "--person", number)
        assert (ended.code, "is no officer of Xã Mỹ Đức any more" in ended.out) == (0, True)
        again = at_database("officer", "end", "Xã Mỹ Đức", "--person", number)
        assert_one_line(again, "is no officer")
