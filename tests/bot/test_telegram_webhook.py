"""The webhook over real HTTP: the secret first, bounded bodies, stored before it is confirmed."""

import asyncio
import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from sqlalchemy import select

from bot.channels.telegram.webhook import SECRET_HEADER
from storage.store import Store
from storage.tables.chats import inbox
from tests.kit.telegram_house import free_port, telegram_house, until, webhook_settings
from tests.kit.telegram_server import TelegramServer

SECRET = "only-between-the-two-of-us"


@asynccontextmanager
async def hooked(server: TelegramServer, url: str) -> AsyncIterator[tuple[str, Store]]:
    """A house that takes updates by webhook; yields where they are posted."""
    port = free_port()
    async with telegram_house(server, url, **webhook_settings(port, SECRET)) as store:
        await until(lambda: server.webhook.webhook is not None)
        yield f"http://127.0.0.1:{port}/telegram", store


async def post(url: str, body: bytes, secret: str | None = SECRET) -> tuple[int, bytes]:
    headers = {} if secret is None else {SECRET_HEADER: secret}
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data=body, headers=headers) as answer,
    ):
        return answer.status, await answer.read()


def kept(store: Store) -> list[str]:
    with store.reading() as db:
        return list(db.execute(select(inbox.c.state)).scalars())


async def test_talking_by_webhook(database_url: str) -> None:
    async with TelegramServer() as server:
        server.deliver_each_twice = True
        async with hooked(server, database_url):
            la = server.person("La")
            await la.starts()
            await la.sees()
            await la.says("abc")
            await la.sees()
            await la.taps("1.")
            await la.sees()
            await la.sees_nothing()
            await server.until_confirmed()
            # The press was answered within the answer to the request, at no cost of its own.
            assert all(tap.answered for tap in server.world.taps.values())
            assert server.webhook.webhook is not None
            assert server.webhook.webhook.secret_token == SECRET


async def test_without_the_secret_nothing_is_taken(sqlite_url: str) -> None:
    async with TelegramServer() as server, hooked(server, sqlite_url) as (url, store):
        body = b'{"update_id": 1, "message": "x"}'
        for secret in (None, "", "wrong", SECRET + "x", SECRET[:-1], "ệ"):
            assert (await post(url, body, secret))[0] == 401
        assert kept(store) == []
        assert await post(url, body) == (200, b"")
        assert kept(store) == ["aside"]


async def test_what_cannot_be_read_is_kept_aside_once_and_confirmed(sqlite_url: str) -> None:
    async with TelegramServer() as server, hooked(server, sqlite_url) as (url, store):
        for body in (b"", b"\xff\xfe", b"{", b"[" * 100_000, b"null", b"{"):
            assert (await post(url, body))[0] == 200
        assert kept(store) == ["aside"] * 5


async def test_a_body_of_ten_megabytes_is_refused(sqlite_url: str) -> None:
    async with TelegramServer() as server, hooked(server, sqlite_url) as (url, store):
        big = b" " * (10 * 1024 * 1024)

        async def in_pieces() -> AsyncIterator[bytes]:
            for first in range(0, len(big), 65536):
                yield big[first : first + 65536]

        for data in (io.BytesIO(big), in_pieces()):
            try:
                async with (
                    aiohttp.ClientSession() as session,
                    session.post(url, data=data, headers={SECRET_HEADER: SECRET}) as answer,
                ):
                    assert answer.status == 413
            except aiohttp.ClientError:
                pass  # the door was shut while the rest was still being sent, which is as good
        assert kept(store) == []
        assert (await post(url, b"{}"))[0] == 200


async def test_while_the_database_is_away_telegram_is_asked_to_come_again(
    sqlite_url: str,
) -> None:
    async with TelegramServer() as server, hooked(server, sqlite_url) as (url, store):
        la = server.person("La")
        with store.writing() as db:
            db.exec_driver_sql("ALTER TABLE inbox RENAME TO hidden")
        await la.starts()
        await until(lambda: server.webhook.last_error is not None)
        assert server.webhook.last_error is not None
        assert "503" in server.webhook.last_error[1]
        assert len(server.queue) == 1
        with store.writing() as db:
            db.exec_driver_sql("ALTER TABLE hidden RENAME TO inbox")
        await la.sees()
        assert (await post(url, b"{}"))[0] == 200


async def test_what_is_only_half_sent_leaves_nothing_and_holds_up_nobody(sqlite_url: str) -> None:
    async with TelegramServer() as server, hooked(server, sqlite_url) as (url, store):
        host, _, port = url.removeprefix("http://").partition("/")[0].partition(":")
        head = (
            f"POST /telegram HTTP/1.1\r\nHost: {host}\r\n{SECRET_HEADER}: {SECRET}\r\n"
            "Content-Type: application/json\r\nContent-Length: 400\r\n\r\n"
        )
        for half in ('{"update_id": 7, "mess', ""):
            _, writer = await asyncio.open_connection(host, int(port))
            writer.write((head + half).encode())
            await writer.drain()
            assert (await post(url, b"{"))[0] == 200  # meanwhile others are heard
            writer.close()
            await writer.wait_closed()
        assert (await post(url, b"null"))[0] == 200
        assert kept(store) == ["aside"] * 2
