"""What a messenger's server, or something before it, may answer: always one of our own failures."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

import pytest
from aiohttp import web

from bot.channels.channel import (
    Moved,
    NotTaken,
    Refused,
    SendingFailed,
    ServerFault,
    SlowDown,
    Unreachable,
    Unsure,
)
from bot.channels.pauses import LONGEST_ASKED_SECONDS, asked_pause
from bot.channels.telegram.polling import Poller, PollFailed, updates_in
from bot.channels.telegram.sending import TelegramChannel, TokenRefused
from bot.channels.zalo.wire import TokenRefused as ZaloTokenRefused
from bot.channels.zalo.wire import Wire
from bot.clock import Clock
from tests.kit.telegram_server import TOKEN

NO_ANSWERS = (b"", b"{", b"<html>", b"[]", b"null", b"1", b'"x"', b"\xff\xfe", b"[" * 5000)
STATUSES = (200, 204, 301, 302, 400, 401, 403, 404, 409, 413, 418, 429, 500, 502, 599, 600)
HUGE = b'{"ok":false,"parameters":{"retry_after":1' + b"0" * 400 + b"}}"


class Answering:
    """A server that answers everything with the same."""

    def __init__(self) -> None:
        self.status, self.body = 200, b""
        self.address, self.asked = "", 0

    async def answer(self, _: web.Request) -> web.Response:
        self.asked += 1
        return web.Response(status=self.status, body=self.body)


@asynccontextmanager
async def answering() -> AsyncIterator[tuple[Answering, TelegramChannel, Wire]]:
    answers, application = Answering(), web.Application()
    application.router.add_route("*", "/{any:.*}", answers.answer)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    answers.address = address
    telegram, zalo = TelegramChannel(address, TOKEN), Wire(address, TOKEN)
    await telegram.open()
    await zalo.open()
    try:
        yield answers, telegram, zalo
    finally:
        await telegram.close()
        await zalo.close()
        await runner.cleanup()


async def failed(caller: TelegramChannel | Wire) -> SendingFailed:
    with pytest.raises(SendingFailed) as found:
        await caller.call("sendMessage", chat_id=1, text="x")
    return found.value


async def test_whatever_is_no_answer_is_a_failure_of_ours_and_no_verdict_on_a_chat() -> None:
    said = 0
    async with answering() as (answers, telegram, zalo):
        for answers.status in STATUSES:
            for answers.body in NO_ANSWERS:
                for failure in (await failed(telegram), await failed(zalo)):
                    assert not isinstance(failure, Unreachable | Moved), (answers.status, failure)
                    said += 1
                with pytest.raises(PollFailed):
                    updates_in(answers.status, answers.body)
    assert said == 2 * len(STATUSES) * len(NO_ANSWERS)


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (200, b'{"ok":false}', ServerFault),
        (200, b'{"ok":false,"error_code":403}', Unreachable),
        (200, b'{"ok":false,"error_code":"403"}', ServerFault),
        (200, b'{"ok":"true","result":{}}', Unsure),
        (302, b"<html>", NotTaken),
        (403, b"<html>", NotTaken),
        (403, b'{"ok":false,"description":"blocked"}', Unreachable),
        (400, b'{"ok":false,"description":5}', Refused),
        (400, b'{"ok":false,"description":"a","parameters":[]}', Refused),
        (400, b'{"ok":false,"parameters":{"migrate_to_chat_id":"x"}}', Refused),
        (400, b'{"ok":false,"parameters":{"migrate_to_chat_id":1e400}}', Refused),
        (400, b'{"ok":false,"parameters":{"migrate_to_chat_id":' + b"9" * 60 + b"}}", Refused),
        (413, b"<html>", Refused),
        (429, HUGE, SlowDown),
    ],
)
async def test_each_says_what_it_is(status: int, body: bytes, kind: type[SendingFailed]) -> None:
    async with answering() as (answers, telegram, zalo):
        answers.status, answers.body = status, body
        for failure in (await failed(telegram), await failed(zalo)):
            assert isinstance(failure, kind), failure


async def test_a_chat_that_moved_is_still_followed_and_a_token_still_refused() -> None:
    async with answering() as (answers, telegram, zalo):
        answers.status = 400
        answers.body = b'{"ok":false,"parameters":{"migrate_to_chat_id":-100123}}'
        moved = await failed(telegram)
        assert isinstance(moved, Moved)
        assert moved.key == "-100123"
        answers.status, answers.body = 401, b""
        assert isinstance(await failed(telegram), TokenRefused)
        assert isinstance(await failed(zalo), ZaloTokenRefused)


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [
        *[(7, 7.0), ("7", 7.0), (0, 0.0), (-5, 2.0), ("soon", 2.0), (None, 2.0), ([], 2.0)],
        *[(float("nan"), 2.0), (float("inf"), LONGEST_ASKED_SECONDS)],
        *[(each, LONGEST_ASKED_SECONDS) for each in (10**9, 10**400, "1e308")],
    ],
)
def test_nobody_makes_it_wait_for_years(asked: object, seconds: float) -> None:
    assert asked_pause({"retry_after": asked}, 2.0) == seconds
    with pytest.raises(PollFailed):
        updates_in(429, HUGE)


async def test_nothing_at_once_is_no_reason_to_ask_without_end() -> None:
    async def take_in(updates: Sequence[object]) -> None:
        raise AssertionError(updates)

    async def remove_webhook() -> None:
        raise AssertionError

    async with answering() as (answers, _, _):
        answers.body = b'{"ok":true,"result":[]}'
        poller = Poller(answers.address, take_in, remove_webhook=remove_webhook, clock=Clock())
        with suppress(TimeoutError):
            await asyncio.wait_for(poller.run(), 0.45)
        assert answers.asked <= 1
