"""What is posted is taken in whole and in time, or not at all; and how many lines may be open."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web

from bot.channels.posted_body import posted_body
from bot.serving import runner_of


@asynccontextmanager
async def posted_to(*, most: int, seconds: float) -> AsyncIterator[str]:
    """A door of ours that says how much it was posted."""

    async def said(request: web.Request) -> web.Response:
        return web.Response(text=str(len(await posted_body(request, most, seconds=seconds))))

    application = web.Application()
    application.router.add_post("/", said)
    runner = runner_of(application, shutdown_seconds=1.0)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/"
    finally:
        await runner.cleanup()


async def posting(address: str, body: object, **headers: str) -> tuple[int, str]:
    async with (
        aiohttp.ClientSession() as session,
        session.post(address, data=body, headers=headers) as answer,
    ):
        return answer.status, await answer.text()


async def test_a_body_that_never_ends_gives_its_place_back() -> None:
    async def slowly() -> AsyncIterator[bytes]:
        yield b"a"
        await asyncio.sleep(60)

    async with posted_to(most=100, seconds=0.1) as address:
        assert (await posting(address, slowly()))[0] == 408


async def test_a_body_is_taken_up_to_its_bound_whether_its_length_is_said_or_not() -> None:
    async def unsaid(letters: int) -> AsyncIterator[bytes]:
        for _ in range(letters):
            yield b"a"

    async with posted_to(most=100, seconds=60) as address:
        assert await posting(address, b"a" * 100) == (200, "100")
        assert await posting(address, unsaid(100)) == (200, "100")
        assert (await posting(address, b"a" * 101))[0] == 413
        assert (await posting(address, unsaid(101)))[0] == 413


async def test_what_is_packed_is_not_unpacked() -> None:
    """It could become a thousand times as much."""
    async with posted_to(most=100, seconds=60) as address:
        packed = {"Content-Encoding": "gzip"}
        assert await posting(address, b"no gzip at all", **packed) == (200, "14")


def test_a_program_asks_for_more_lines_than_the_usual_thousand() -> None:
    said = subprocess.run(
        [sys.executable, "-c", _ASKS], check=True, capture_output=True, text=True
    ).stdout.split()
    assert said == ["300", "256"]


_ASKS = """
import resource
from bot.serving import allow_many_lines
resource.setrlimit(resource.RLIMIT_NOFILE, (128, 300))
allow_many_lines()
print(resource.getrlimit(resource.RLIMIT_NOFILE)[0])
import bot.serving
bot.serving.MOST_OPEN_FILES = 256
resource.setrlimit(resource.RLIMIT_NOFILE, (128, 300))
allow_many_lines()
print(resource.getrlimit(resource.RLIMIT_NOFILE)[0])
"""
