"""When Telegram is slow, unreachable, refuses or drops: everybody gets an answer all the same.

What may come twice says so.
"""

import asyncio
import logging
from collections import Counter
from typing import Any

import pytest
from sqlalchemy import select

from storage.store import Store
from storage.tables.chats import chats, outbox
from tests.kit.telegram_club import CODE, telegram_club
from tests.kit.telegram_house import telegram_house, until
from tests.kit.telegram_person import Person
from tests.kit.telegram_server import TelegramServer

AGAIN = "(Cháu gửi lại"


def states(store: Store) -> Counter[str]:
    with store.reading() as db:
        return Counter(db.execute(select(outbox.c.state)).scalars())


async def says_hello(person: Person) -> str:
    await person.starts()
    return (await person.sees()).text


@pytest.mark.parametrize(
    ("kind", "settings"),
    [
        ("too_many_requests", {"retry_after": 1}),
        ("dropped_before", {}),
        ("server_error", {}),
        ("bad_gateway", {}),
    ],
)
async def test_what_was_not_taken_comes_a_little_later(
    sqlite_url: str, kind: str, settings: dict[str, Any]
) -> None:
    async with TelegramServer() as server, telegram_house(server, sqlite_url) as store:
        la = server.person("La")
        fault = server.fail(kind, method="sendMessage", times=1, **settings)
        assert "Liên" in await says_hello(la)
        assert fault.happened == 1
        await la.sees_nothing()
        await until(lambda: states(store) == {"sent": 1})


async def test_what_may_have_arrived_says_that_it_is_sent_again(sqlite_url: str) -> None:
    async with TelegramServer() as server, telegram_house(server, sqlite_url) as store:
        la = server.person("La")
        server.fail("dropped_after", method="sendMessage", times=1)
        first = await says_hello(la)
        second = (await la.sees()).text
        assert second.startswith(AGAIN)
        assert second.endswith(first)
        await la.sees_nothing()
        await until(lambda: states(store) == {"sent": 1})


async def test_a_line_that_loses_every_answer_does_not_flood_the_person(sqlite_url: str) -> None:
    async with TelegramServer() as server, telegram_house(server, sqlite_url) as store:
        la = server.person("La")
        server.fail("dropped_after", method="sendMessage")
        await says_hello(la)
        await until(lambda: states(store) == {"unknown": 1})
        server.heal()
        await la.says("abc")
        texts = [(await la.sees()).text for _ in range(3)]
        assert [text.startswith(AGAIN) for text in texts] == [True, True, False]


async def test_a_message_nobody_asked_for_is_never_sent_twice(sqlite_url: str) -> None:
    async with TelegramServer() as server, telegram_house(server, sqlite_url) as store:
        club = telegram_club(store, server, members=["Nguyễn Thị Hoa"])
        chair, hoa = club.board["chair"], club.members["Nguyễn Thị Hoa"]
        server.fail("dropped_after", method="sendMessage", person=chair, times=1)
        await _asks_to_join(server, server.person("Mơ", language_code="en"))
        assert "asks to join" in (await chair.sees()).text
        await until(lambda: states(store)["unknown"] == 1)
        await chair.sees_nothing()
        await hoa.says("menu")
        await hoa.sees()


async def test_a_message_nobody_asked_for_waits_while_it_is_certainly_not_taken(
    sqlite_url: str,
) -> None:
    async with TelegramServer() as server, telegram_house(server, sqlite_url) as store:
        chair = telegram_club(store, server, members=[]).board["chair"]
        server.fail("too_many_requests", method="sendMessage", person=chair, times=1)
        await _asks_to_join(server, server.person("Mơ", language_code="en"))
        assert "asks to join" in (await chair.sees()).text
        await chair.sees_nothing()


async def _asks_to_join(server: TelegramServer, person: Person) -> None:
    await person.starts(CODE)
    for answer in ("yes", "Nguyễn Thị Mơ", "1950", "woman", "Thôn Đoài", "skip", "neither", "bác"):
        await person.sees()
        await person.says(answer)
    await person.sees()
    await person.taps("All correct")
    assert "asked the board" in (await person.sees()).text


async def test_a_refused_message_does_not_make_the_chat_mute(sqlite_url: str) -> None:
    async with TelegramServer() as server, telegram_house(server, sqlite_url) as store:
        la = server.person("La")
        la.type_now("abc")
        # As far as the server knows she never opened the chat: 400, chat not found.
        la.chat.state = "unstarted"
        await until(lambda: states(store) == {"dead": 1})
        await la.says("abc")
        await la.sees()


@pytest.mark.parametrize("kind", ["blocked", "deactivated"])
async def test_who_cannot_be_written_to_is_marked_and_costs_nobody_else(
    sqlite_url: str, kind: str
) -> None:
    async with TelegramServer() as server, telegram_house(server, sqlite_url) as store:
        la, mo = server.person("La"), server.person("Mơ")
        server.fail(kind, person=la, times=1)
        await la.starts()
        await says_hello(mo)
        await until(lambda: states(store) == {"dead": 1, "sent": 1})
        with store.reading() as db:
            why = db.execute(select(chats.c.unreachable).order_by(chats.c.id)).scalars().all()
        assert why[0] is not None
        assert why[1:] == [None]
        await la.says("abc")
        await la.sees()


async def test_a_chat_that_moved_is_followed(sqlite_url: str) -> None:
    async with TelegramServer() as server, telegram_house(server, sqlite_url) as store:
        la, new = server.person("La"), server.person("Nhà mới")
        new.chat.state = "open"
        server.fail("migrated", person=la, times=1, migrate_to_chat_id=new.person_id)
        await la.starts()
        assert "Liên" in (await new.sees()).text
        with store.reading() as db:
            assert db.execute(select(chats.c.key)).scalars().all() == [str(new.person_id)]


async def test_a_slow_answer_to_one_person_holds_up_nobody_else(sqlite_url: str) -> None:
    async with TelegramServer() as server, telegram_house(server, sqlite_url):
        la, mo = server.person("La"), server.person("Mơ")
        server.fail("slow", person=la, seconds=4.0, times=1)
        await la.starts()
        await mo.starts()
        await mo.sees(timeout=3)
        await la.sees_nothing(0.01)
        await la.sees()


async def test_while_the_bot_api_is_away_nothing_is_lost(sqlite_url: str) -> None:
    async with TelegramServer() as server, telegram_house(server, sqlite_url) as store:
        la = server.person("La")
        await says_hello(la)
        fault = server.fail("slow", method="sendMessage", seconds=5.0, times=1)
        await la.says("abc")
        await until(lambda: fault.happened)
        await server.go_down()
        await la.says("def")
        await asyncio.sleep(0.5)
        await server.come_up()
        # The connection broke while the first answer was under way, so it says so.
        assert (await la.sees()).text.startswith(AGAIN)
        await la.sees()
        await until(lambda: states(store) == {"sent": 3})


@pytest.mark.parametrize("kind", ["server_error", "bad_gateway", "dropped_before", "dropped_after"])
async def test_polling_goes_on_after_trouble(sqlite_url: str, kind: str) -> None:
    async with TelegramServer() as server:
        server.fail(kind, method="getUpdates", times=2)
        async with telegram_house(server, sqlite_url):
            la = server.person("La")
            await says_hello(la)
            await la.sees_nothing()


async def test_a_webhook_left_behind_is_removed_for_polling(sqlite_url: str) -> None:
    async with TelegramServer() as server:
        server.webhook.webhook = None
        await _set_webhook(server)
        async with telegram_house(server, sqlite_url):
            await says_hello(server.person("La"))


async def _set_webhook(server: TelegramServer) -> None:
    import aiohttp

    url = f"{server.url}/bot{server.token}/setWebhook"
    async with aiohttp.ClientSession() as session:
        await session.post(url, json={"url": "http://127.0.0.1:9/nobody"})


async def test_what_cannot_be_set_at_the_start_costs_a_line_in_the_log(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with TelegramServer() as server:
        server.fail("server_error", method="getMe", times=2)
        for method in ("setMyCommands", "setChatMenuButton", "answerCallbackQuery"):
            server.fail("server_error", method=method)
        async with telegram_house(server, sqlite_url):
            await says_hello(server.person("La"))
            await until(lambda: "setChatMenuButton was not set" in caplog.text)


async def test_the_token_is_in_no_line_of_the_log(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with TelegramServer() as server, telegram_house(server, sqlite_url):
        la = server.person("La")
        for kind in ("dropped_before", "bad_gateway"):
            server.fail(kind, method="sendMessage", times=1)
            server.fail(kind, method="getUpdates", times=1)
        await says_hello(la)
        await server.go_down()
        await asyncio.sleep(0.3)
        await server.come_up()
        await la.says("abc")
        await la.sees()
    # The stand-in's own log, which is in this process too, names addresses.
    ours = [each.getMessage() for each in caplog.records if each.name.startswith("lien")]
    assert any("gave no updates" in line for line in ours)
    assert not [line for line in ours if server.token.partition(":")[2] in line]
