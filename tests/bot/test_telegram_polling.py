"""What getUpdates may answer, and how long is waited after trouble."""

import asyncio
import json
from collections.abc import Sequence
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.channels.pauses import LONGEST_PAUSE_SECONDS, Pauses
from bot.channels.telegram.polling import Poller, PollFailed, updates_in
from tests.kit.world import FrozenClock


def test_updates_are_taken_out_of_the_answer() -> None:
    assert updates_in(200, b'{"ok": true, "result": [{"update_id": 1}, "odd"]}') == [
        {"update_id": 1},
        "odd",
    ]


@pytest.mark.parametrize(
    ("status", "body", "why"),
    [
        (401, {"ok": False, "description": "Unauthorized"}, "LIEN_TELEGRAM_TOKEN"),
        (404, {"ok": False, "description": "Not Found"}, "LIEN_TELEGRAM_TOKEN"),
        (409, {"description": "Conflict: terminated by other getUpdates request"}, "another"),
        (409, {"description": "Conflict: webhook is active"}, "a webhook is set"),
        (429, {"parameters": {"retry_after": 7}}, "too fast"),
        (500, {}, "500"),
        (502, b"<html>", "502"),
        (200, b"<html>", "200"),
        (200, b"[]", "200"),
        (200, b"[" * 100_000, "200"),
        (200, {"ok": True, "result": None}, "200"),
    ],
)
def test_everything_else_is_told_in_a_line(status: int, body: Any, why: str) -> None:
    sent = body if isinstance(body, bytes) else json.dumps(body).encode()
    with pytest.raises(PollFailed, match=why):
        updates_in(status, sent)


@pytest.mark.parametrize(
    ("parameters", "pause"),
    [({"retry_after": 7}, 7.0), ({"retry_after": "soon"}, 1.0), (None, 1.0), ([], 1.0)],
)
def test_the_server_says_how_long_to_wait(parameters: Any, pause: float) -> None:
    with pytest.raises(PollFailed) as failed:
        updates_in(429, json.dumps({"parameters": parameters}).encode())
    assert failed.value.pause == pause


def test_pauses_grow_to_a_bound_and_start_anew_after_success() -> None:
    pauses = Pauses(FrozenClock())
    first = pauses.next()
    waits = [pauses.next() for _ in range(5000)]
    assert waits == sorted(waits)
    assert first < waits[0]
    assert waits[-1] <= LONGEST_PAUSE_SECONDS
    pauses.over()
    assert pauses.next() == first
    assert pauses.next(at_least=12.0) == 12.0


async def test_numbers_that_begin_anew_after_a_silence_are_heard() -> None:
    answers = iter(([100], [], [5], []))
    asked: list[int | None] = []
    heard: list[int] = []
    over = asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        asked.append((await request.json()).get("offset"))
        numbers = next(answers, None)
        if numbers is None:
            over.set()
            await asyncio.sleep(60)
        return web.json_response(
            {"ok": True, "result": [{"update_id": each} for each in numbers or ()]}
        )

    async def take_in(updates: Sequence[Any]) -> None:
        heard.extend(each["update_id"] for each in updates)

    application = web.Application()
    application.router.add_post("/", answer)
    async with TestServer(application) as server:
        url = str(server.make_url("/"))
        polling = Poller(url, take_in, remove_webhook=_no_webhook, clock=FrozenClock())
        task = asyncio.create_task(polling.run())
        await over.wait()
        task.cancel()
    assert heard == [100, 5]
    assert asked == [None, 101, None, 6, None]


async def _no_webhook() -> None:
    raise AssertionError("there is none")
