"""Zalo refuses, breaks off, hands over to others: nothing comes twice unsaid, nothing is mute."""

import asyncio
import io
from pathlib import Path

import aiohttp
import pytest
import zalo_bot
from sqlalchemy import select

from bot.channels.zalo.service import PATH, SECRET_HEADER
from bot.settings import WrongSetting, settings
from storage.tables.chats import chats, inbox, outbox
from tests.bot.test_zalo_talk import founded, rows
from tests.kit.telegram_house import free_port, until
from tests.kit.zalo_house import zalo_house
from tests.kit.zalo_server import ZaloServer

SECRET = "only-between-the-two-of-us"


async def test_a_wrong_token_stops_the_start_in_one_line(sqlite_url: str) -> None:
    async with ZaloServer() as server:
        with pytest.RaisesGroup(WrongSetting) as stopped:
            async with zalo_house(server, sqlite_url, LIEN_ZALO_TOKEN="12345:wrong-token"):
                await until(lambda: False)
        assert "LIEN_ZALO_TOKEN" in str(stopped.value.exceptions[0])
        assert "wrong-token" not in str(stopped.value.exceptions[0])


async def test_a_reply_survives_slow_downs_faults_and_broken_lines(sqlite_url: str) -> None:
    async with ZaloServer() as server:
        founded(sqlite_url, server)
        async with zalo_house(server, sqlite_url):
            la = server.person("La")
            for kind in ("too_many_requests", "server_error", "dropped_before"):
                server.fail(kind, method="sendMessage", times=1, retry_after=0)
                assert "gõ" in await la.says("menu"), kind


async def test_a_reply_that_may_have_come_says_so_the_second_time(sqlite_url: str) -> None:
    async with ZaloServer() as server:
        founded(sqlite_url, server)
        async with zalo_house(server, sqlite_url):
            la = server.person("La")
            server.fail("dropped_after", method="sendMessage", times=1)
            first = await la.says("menu")
            again = await la.sees()
            assert again.endswith(first) and again != first


@pytest.mark.parametrize("by_status", [True, False])
async def test_who_blocked_the_bot_is_left_in_peace(sqlite_url: str, *, by_status: bool) -> None:
    async with ZaloServer(errors_by_status=by_status) as server:
        founded(sqlite_url, server)
        async with zalo_house(server, sqlite_url) as store:
            la = server.person("La")
            await la.says("chào")
            la.has_blocked = True
            await la.writes("menu")
            gone = select(chats.c.unreachable).where(chats.c.key == la.key)
            await until(lambda: rows(store, gone)[0][0])
            dead = select(outbox.c.id).where(outbox.c.state == "dead")
            await until(lambda: len(rows(store, dead)) == 1)
            # She writes again: then she is there again.
            la.has_blocked = False
            await la.says("menu")
            assert rows(store, gone) == [(None,)]


async def test_a_webhook_that_was_left_over_is_removed(sqlite_url: str) -> None:
    async with ZaloServer() as server:
        founded(sqlite_url, server)
        hook = {"url": "https://old.example/zalo", "secret_token": "old-secret"}
        async with (
            aiohttp.ClientSession() as session,
            session.post(f"{server.url}/bot{server.token}/setWebhook", json=hook) as answer,
        ):
            assert answer.status == 200
        async with zalo_house(server, sqlite_url):
            assert "1." in await server.person("La").says("chào")
            assert server.webhook is None


async def test_of_two_pollers_one_loses_without_a_word(sqlite_url: str) -> None:
    """That the stand-in is as silent as the real one; `lien doctor` is what notices."""
    async with ZaloServer() as server:
        founded(sqlite_url, server)
        async with zalo_house(server, sqlite_url) as store:
            other = zalo_bot.Bot(server.token, server.url)
            await other.initialize()
            await until(lambda: server.pollers == 1)
            theirs = asyncio.ensure_future(other.get_update(timeout=10))
            await until(lambda: server.pollers == 2)
            la = server.person("La")
            await la.writes("một")
            await la.writes("hai")
            await until(lambda: theirs.done() and len(server.handed_out) == 2)
            await la.sees()
            await la.sees_nothing()
            assert len(rows(store, select(inbox))) == 1
            polls = [each for each in server.requests if each.method == "getUpdates"]
            assert {each.status for each in polls} <= {0, 200}
            await other.shutdown()


# Webhook


async def post(url: str, body: bytes | io.BytesIO, secret: str | None = SECRET) -> int:
    headers = {} if secret is None else {SECRET_HEADER: secret}
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data=body, headers=headers) as answer,
    ):
        return answer.status


def by_webhook(port: int) -> dict[str, str]:
    address = f"127.0.0.1:{port}"
    return {
        "LIEN_ZALO_MODE": "webhook",
        "LIEN_PUBLIC_URL": f"http://{address}",
        "LIEN_WEBHOOK_SECRET": SECRET,
        "LIEN_LISTEN": address,
    }


@pytest.mark.parametrize("wraps", [True, False])
async def test_talking_by_webhook(sqlite_url: str, *, wraps: bool) -> None:
    async with ZaloServer(wraps=wraps) as server:
        founded(sqlite_url, server)
        async with zalo_house(server, sqlite_url, **by_webhook(free_port())):
            await until(lambda: server.webhook is not None)
            la = server.person("La")
            await la.says("chào")
            assert "CLB Thôn Đoài" in await la.says("HXMK2345")
            assert not [each for each in server.requests if each.method == "getUpdates"]


async def test_the_webhook_asks_for_the_secret_before_anything_else(sqlite_url: str) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}{PATH}"
    async with ZaloServer() as server:
        founded(sqlite_url, server)
        async with zalo_house(server, sqlite_url, **by_webhook(port)) as store:
            await until(lambda: server.webhook is not None)
            for secret in (None, "", "wrong", SECRET + "x", SECRET[:-1]):
                assert await post(address, b"{}", secret) == 401
            assert rows(store, select(inbox.c.id)) == []
            assert await post(address, io.BytesIO(b"x" * 1_100_000)) == 413
            assert await post(address, b"no JSON") == 200
            assert await post(address, b'{"ok":true,"result":{"message":[]}}') == 200
            assert {row.state for row in rows(store, select(inbox.c.state))} == {"aside"}


async def test_without_webhook_mode_there_is_no_such_door(sqlite_url: str) -> None:
    port = free_port()
    polled = by_webhook(port) | {"LIEN_ZALO_MODE": "polling"}
    async with ZaloServer() as server:
        founded(sqlite_url, server)
        async with zalo_house(server, sqlite_url, **polled):
            await server.person("La").says("chào")
            assert await post(f"http://127.0.0.1:{port}{PATH}", b"{}", "") in {404, 405}


def test_what_a_setting_should_be_is_said() -> None:
    none = Path("/nonexistent/.env")
    for name, value in (
        ("LIEN_ZALO_TOKEN", "abc"),
        ("LIEN_ZALO_API", "zalo"),
        ("LIEN_ZALO_MODE", "push"),
        ("LIEN_ZALO_MESSAGES_A_MONTH", "many"),
    ):
        with pytest.raises(WrongSetting, match=name):
            settings({name: value}, none)
    with pytest.raises(WrongSetting, match="LIEN_ZALO_MODE=webhook needs LIEN_PUBLIC_URL"):
        settings({"LIEN_ZALO_MODE": "webhook", "LIEN_ZALO_TOKEN": "123:abcdefg"}, none)
