"""Talking with Liên over Telegram: real HTTP, both databases, what people do to it."""

from collections import Counter
from typing import Any

from sqlalchemy import select

from bot.channels.telegram import updates
from storage.store import Store
from storage.tables.chats import chats, inbox
from storage.tables.people import members, persons
from tests.kit.telegram_club import CODE, telegram_club
from tests.kit.telegram_house import telegram_house, until
from tests.kit.telegram_person import Person
from tests.kit.telegram_server import TelegramServer


def rows(store: Store, query: Any) -> list[Any]:
    with store.reading() as db:
        return list(db.execute(query).all())


async def hears(person: Person, *parts: str) -> str:
    """The next message, which has all of these in it."""
    text = (await person.sees()).text
    for part in parts:
        assert part in text, person.transcript
    return text


async def answers(person: Person, *said: str) -> None:
    """Types these one after another, each when the question before has come."""
    for text in said:
        await person.sees()
        await person.says(text)


async def test_a_stranger_joins_by_link_and_buttons_and_the_chair_says_yes(
    database_url: str,
) -> None:
    async with TelegramServer() as server, telegram_house(server, database_url) as store:
        club = telegram_club(store, server, members=[], language="vi")
        chair, mo = club.board["chair"], server.person("Mơ")
        await mo.starts(CODE)
        await hears(mo, "CLB Thôn Đoài", "đồng ý")
        await mo.says("có")
        await answers(mo, "nguyễn thị mơ", "1950")
        await mo.sees()
        await mo.taps("Nữ")
        await answers(mo, "Thôn Đoài", "bỏ qua")
        await mo.sees()
        await mo.taps("1.")
        await answers(mo, "bác")
        await hears(mo, "Nguyễn Thị Mơ", "1950", "Thôn Đoài")
        await mo.taps("1.")
        await hears(mo, "CLB Thôn Đoài")
        await hears(chair, "Nguyễn Thị Mơ")
        await chair.taps("Xem")
        await hears(chair, "Nguyễn Thị Mơ")
        await chair.says("có")
        await hears(chair, "Nguyễn Thị Mơ")
        await hears(mo, "CLB Thôn Đoài")
        assert _of(store, mo) == [("Nguyễn Thị Mơ", "member", "123456789", "vi")]


def _of(store: Store, person: Person) -> list[tuple[str, ...]]:
    found = rows(
        store,
        select(persons.c.name, members.c.state, chats.c.bot, chats.c.language)
        .join(members, members.c.person_id == persons.c.id)
        .join(chats, chats.c.person_id == persons.c.id)
        .where(chats.c.key == str(person.person_id)),
    )
    return [tuple(each) for each in found]


async def test_each_tap_is_answered_so_that_the_button_stops_waiting(sqlite_url: str) -> None:
    async with TelegramServer() as server, telegram_house(server, sqlite_url):
        la = server.person("La")
        await la.starts()
        await la.says("abc")
        await la.sees()
        await la.sees()
        await la.taps("1.")
        await la.sees()
        await until(lambda: all(tap.answered for tap in server.world.taps.values()))
        assert len(server.world.taps) == 1


async def test_a_tap_that_can_no_longer_be_answered_still_counts(sqlite_url: str) -> None:
    async with TelegramServer() as server, telegram_house(server, sqlite_url):
        server.world.callback_seconds = -1
        la = server.person("La")
        await la.says("abc")
        await la.sees()
        await la.taps("1.")
        await la.sees()


async def test_what_is_no_text_gets_a_kind_answer(sqlite_url: str) -> None:
    async with TelegramServer() as server, telegram_house(server, sqlite_url):
        la = server.person("La")
        for kind in ("voice", "photo", "sticker", "contact", "location"):
            await la.sends(kind)
            await hears(la, "chưa xem được ảnh")
        await la.says("xin chào")
        await la.sees()
        await la.sends("edited message")
        await hears(la, "vừa sửa tin cũ")


async def test_odd_updates_are_kept_aside_and_stop_nobody(database_url: str) -> None:
    async with TelegramServer() as server, telegram_house(server, database_url) as store:
        await until(lambda: server.queue.allowed is not None)
        la = server.person("La")
        for kind in ("nonsense update", "unknown update", "malformed update"):
            await la.sends(kind)
        await la.starts()
        await la.sees()  # to what was forwarded, which is text all the same
        await hears(la, "Liên")
        await server.until_confirmed()
        states = Counter(row.state for row in rows(store, select(inbox.c.state)))
    # The unknown kind was not asked for, so the server does not even send it.
    assert states == {"aside": 1, "done": 2}


async def test_repeated_updates_are_heard_once(database_url: str) -> None:
    async with TelegramServer() as server:
        server.deliver_each_twice = True
        async with telegram_house(server, database_url) as store:
            la = server.person("La")
            update = await la.starts()
            await la.sees()
            await la.says("abc")
            await la.sees()
            server.redeliver(update)
            await server.until_confirmed()
            await la.sees_nothing()
            assert len(rows(store, select(inbox.c.id))) == 2


async def test_two_messages_at_once_are_answered_in_their_order(database_url: str) -> None:
    async with TelegramServer() as server, telegram_house(server, database_url) as store:
        people = [server.person(f"La {number}") for number in range(20)]
        telegram_club(store, server, members=[])
        for person in people:
            person.type_now(f"/start {CODE}")
            person.type_now("có")
            person.type_now("Nguyễn Thị Mơ")
        for person in people:
            await hears(person, "đồng ý")
            await hears(person, "họ và tên")
            await hears(person, "năm")


async def test_in_a_group_it_says_one_line_without_data(sqlite_url: str) -> None:
    async with TelegramServer() as server, telegram_house(server, sqlite_url) as store:
        la = server.person("La")
        await la.sends("group message")
        await la.sends("group message", text="/thamgia")
        group = server.world.chats[-100_000 - la.person_id]
        await until(lambda: group.events)
        await server.until_confirmed()
        assert len(group.events) == 1
        assert "reply_markup" not in group.events[0].message
        assert "riêng" in group.events[0].message["text"]
        assert len(rows(store, select(inbox.c.id))) == 1


async def test_who_blocks_the_bot_is_unreachable_until_they_open_it_again(
    database_url: str,
) -> None:
    async with TelegramServer() as server, telegram_house(server, database_url) as store:
        la = server.person("La")
        await la.starts()
        await la.sees()

        def why() -> Any:
            return rows(store, select(chats.c.unreachable))[0].unreachable

        await la.blocks()
        await until(lambda: why() == "blocked")
        await la.unblocks()
        await until(lambda: why() is None)
        await la.says("abc")
        await la.sees()


async def test_a_very_long_message_and_strange_signs_are_answered(sqlite_url: str) -> None:
    async with TelegramServer() as server, telegram_house(server, sqlite_url):
        la = server.person("La")
        for text in ("a" * 4096, "👵" * 2000, "\u202egnuos", "\u200b\u200d", "/", "/@"):
            await la.says(text)
            await la.sees()


def test_only_what_is_read_is_asked_for() -> None:
    assert set(updates.KINDS) == {"message", "edited_message", "callback_query", "my_chat_member"}
