"""Talking with Liên over Zalo: real HTTP, no buttons, and what people do to it."""

import asyncio
from typing import Any

from sqlalchemy import select

from storage.schema import bring_up_to_date
from storage.store import Store
from storage.tables.chats import chats, inbox
from storage.tables.people import members, persons
from tests.kit.photographs import photographed
from tests.kit.telegram_house import until
from tests.kit.zalo_club import CODE, ZaloClub, zalo_club
from tests.kit.zalo_house import zalo_house
from tests.kit.zalo_person import Person
from tests.kit.zalo_server import ZaloServer


def founded(url: str, server: ZaloServer, **more: Any) -> ZaloClub:
    store = Store(url)
    bring_up_to_date(store)
    club = zalo_club(store, server, **({"members": []} | more))
    store.close_now()
    return club


def rows(store: Store, query: Any) -> list[Any]:
    with store.reading() as db:
        return list(db.execute(query).all())


async def hears(person: Person, *parts: str) -> str:
    text = await person.sees()
    for part in parts:
        assert part in text, f"no {part!r} in\n{text}"
    return text


async def joins(person: Person, *said: str) -> None:
    """Types these one after another, each when the question before has come."""
    for text in said:
        await person.says(text)


async def test_a_stranger_joins_by_numbers_and_words_and_the_chair_says_yes(
    database_url: str,
) -> None:
    async with ZaloServer() as server:
        club = founded(database_url, server)
        async with zalo_house(server, database_url) as store:
            chair, mo = club.board["chair"], server.person("Mơ")
            assert "1." in await mo.says("chào cháu")
            assert "CLB Thôn Đoài" in await mo.says(CODE)
            await joins(mo, "1", "nguyễn thị mơ", "1950", "nữ", "Thôn Đoài", "1")
            assert "xưng hô" in await mo.says("không có")
            assert "Nguyễn Thị Mơ" in await mo.says("bác")
            assert "CLB Thôn Đoài" in await mo.says("1")
            asked = await hears(chair, "Nguyễn Thị Mơ")
            assert "Mời ông gõ" in asked or "gõ" in asked
            await chair.says("xem")
            assert "Nguyễn Thị Mơ" in chair.heard
            await chair.says("có")
            await hears(mo, "CLB Thôn Đoài")
            joined = select(members.c.state).join(persons, persons.c.id == members.c.person_id)
            assert rows(store, joined.where(persons.c.name == "Nguyễn Thị Mơ")) == [("member",)]


async def test_in_english_she_sees_the_same_without_a_button(sqlite_url: str) -> None:
    async with ZaloServer() as server:
        founded(sqlite_url, server)
        async with zalo_house(server, sqlite_url, LIEN_LANGUAGE="en"):
            anh = server.person("Anh")
            first = await anh.says("hello")
            assert "1. " in first and "type" in first.lower()
            assert "CLB Thôn Đoài" in await anh.says(CODE)


async def test_what_is_no_text_gets_a_kind_answer(sqlite_url: str) -> None:
    async with ZaloServer() as server:
        founded(sqlite_url, server)
        async with zalo_house(server, sqlite_url) as store:
            la = server.person("La")
            for sends in (la.sends_sticker, la.sends_something):
                await sends()
                await hears(la, "Bác")
            await la.sends_picture(photographed())
            await hears(la, "Bác")
            assert {row.state for row in rows(store, select(inbox.c.state))} == {"done"}


async def test_a_message_that_comes_twice_is_answered_once(database_url: str) -> None:
    async with ZaloServer() as server:
        founded(database_url, server)
        async with zalo_house(server, database_url) as store:
            la = server.person("La")
            update = await la.writes("chào")
            await la.sees()
            await server.put(update)
            await until(lambda: server.waiting == 0)
            await la.sees_nothing()
            assert len(rows(store, select(inbox))) == 1


async def test_messages_of_one_chat_are_answered_in_their_order(sqlite_url: str) -> None:
    async with ZaloServer() as server:
        founded(sqlite_url, server)
        async with zalo_house(server, sqlite_url):
            la = server.person("La")
            for text in (CODE, "có", "Lê Văn La", "1950"):
                await la.writes(text)
            for part in ("CLB Thôn Đoài", "tên", "năm", "nữ hay nam"):
                await hears(la, part)


async def test_of_what_cannot_be_read_nothing_is_lost_and_nobody_waits(sqlite_url: str) -> None:
    async with ZaloServer() as server:
        founded(sqlite_url, server)
        async with zalo_house(server, sqlite_url) as store:
            await server.put({"event_name": "message.text.received", "message": {"text": "?"}})
            la = server.person("La")
            await la.says("chào")
            aside = select(inbox.c.chat_id).where(inbox.c.state == "aside")
            assert rows(store, aside) == [(None,)]


async def test_in_a_group_one_line_without_data(sqlite_url: str) -> None:
    async with ZaloServer() as server:
        founded(sqlite_url, server)
        async with zalo_house(server, sqlite_url) as store:
            la = server.person("La")
            update = await la.writes("@Liên quỹ còn bao nhiêu")
            await la.sees()
            group = server.person("Nhóm")
            group.has_written = True
            update["message"] |= {
                "message_id": "in-group",
                "chat": {"id": group.key, "chat_type": "GROUP"},
            }
            await server.put(update)
            said = await group.sees()
            assert "đồng" not in said and "1." not in said
            assert len(rows(store, select(chats.c.id).where(chats.c.key == group.key))) == 1


async def test_while_an_answer_takes_long_she_sees_that_it_is_on_its_way(sqlite_url: str) -> None:
    async with ZaloServer() as server:
        founded(sqlite_url, server)
        async with zalo_house(server, sqlite_url):
            la = server.person("La")
            await la.says("chào")
            assert la.typing == 0, "an answer at once needs no sign"
            slow = server.fail("slow", method="sendMessage", seconds=1.6)
            await la.says("menu")
            assert la.typing == 1
            slow.stop()
            await asyncio.sleep(0)
