"""The sign that an answer is on its way: only where it takes a while, and in nobody's way."""

import asyncio

from bot.channels.typing_sign import TypingSign


async def test_who_is_answered_in_the_same_breath_needs_no_sign_and_stops_nothing() -> None:
    shown = list[str]()

    async def show(key: str) -> None:
        shown.append(key)

    sign = TypingSign(show)
    at_work = asyncio.create_task(sign.run())
    await asyncio.sleep(0)
    for _ in range(3):
        sign.heard("hoa")
        sign.answered("hoa")
        await asyncio.sleep(0)
        assert not at_work.done()
    sign.heard("lan")
    async with asyncio.timeout(10):
        while not shown:  # noqa: ASYNC110 – what is looked at tells nobody
            await asyncio.sleep(0.02)
    assert shown == ["lan"]
    at_work.cancel()
