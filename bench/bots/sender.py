"""One way of sending messages, measured from inside: `python -m bench.bots.sender WAY`.

Reads BENCH_API, BENCH_TOKEN, BENCH_CHATS (ids, comma-separated) and BENCH_SENDS; prints one line
of JSON. The ways are the keys of WAYS.
"""

import asyncio
import json
import os
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

SIDE_BY_SIDE = 30
TEXT = "Dạ, cháu đã ghi 50.000 đồng tiền đóng góp tháng 11 của bác rồi ạ."
BUTTONS = [[{"text": "Đúng rồi", "callback_data": "yes"}, {"text": "Sửa", "callback_data": "no"}]]

Send = Callable[[int], Awaitable[object]]


@asynccontextmanager
async def bare_aiohttp(api: str, token: str) -> AsyncIterator[tuple[Send, str]]:
    """JSON out and in over aiohttp, nothing else."""
    import aiohttp

    connector = aiohttp.TCPConnector(limit=100)
    async with aiohttp.ClientSession(connector=connector) as session:

        async def send(chat_id: int) -> object:
            values = {
                "chat_id": chat_id,
                "text": TEXT,
                "reply_markup": {"inline_keyboard": BUTTONS},
            }
            url = f"{api}/bot{token}/sendMessage"
            async with session.post(url, json=values) as answer:
                return json.loads(await answer.read())

        yield send, "any: methods are plain names"


@asynccontextmanager
async def aiogram(api: str, token: str) -> AsyncIterator[tuple[Send, str]]:
    """aiogram's Bot over its own session."""
    from aiogram import Bot, __api_version__
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.types import InlineKeyboardMarkup

    session = AiohttpSession(api=TelegramAPIServer.from_base(api))
    async with Bot(token, session) as bot:

        async def send(chat_id: int) -> object:
            markup = InlineKeyboardMarkup.model_validate({"inline_keyboard": BUTTONS})
            return await bot.send_message(chat_id, TEXT, reply_markup=markup)

        yield send, __api_version__


@asynccontextmanager
async def python_telegram_bot(
    api: str, token: str, *, over_aiohttp: bool = False
) -> AsyncIterator[tuple[Send, str]]:
    """python-telegram-bot's Bot, over its default HTTP client or over aiohttp."""
    from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
    from telegram.constants import BOT_API_VERSION
    from telegram.request import HTTPXRequest

    if over_aiohttp:
        from bench.bots.aiohttp_request import AiohttpRequest

        bot = Bot(token, base_url=f"{api}/bot", request=AiohttpRequest())
    else:
        bot = Bot(
            token,
            base_url=f"{api}/bot",
            request=HTTPXRequest(connection_pool_size=100, pool_timeout=60),
        )
    async with bot:

        async def send(chat_id: int) -> object:
            keys = [
                [
                    InlineKeyboardButton(key["text"], callback_data=key["callback_data"])
                    for key in row
                ]
                for row in BUTTONS
            ]
            return await bot.send_message(chat_id, TEXT, reply_markup=InlineKeyboardMarkup(keys))

        yield send, BOT_API_VERSION


@asynccontextmanager
async def python_telegram_bot_over_aiohttp(api: str, token: str) -> AsyncIterator[tuple[Send, str]]:
    """python-telegram-bot's Bot over a request class on aiohttp."""
    async with python_telegram_bot(api, token, over_aiohttp=True) as ready:
        yield ready


@asynccontextmanager
async def python_telegram_bot_raw(api: str, token: str) -> AsyncIterator[tuple[Send, str]]:
    """The same, by do_api_request: its errors, but plain dicts in and out.

    The Bot API does not mind the case of a method; in camel case the library warns.
    """
    from telegram import Bot
    from telegram.constants import BOT_API_VERSION

    from bench.bots.aiohttp_request import AiohttpRequest

    async with Bot(token, base_url=f"{api}/bot", request=AiohttpRequest()) as bot:

        async def send(chat_id: int) -> object:
            markup = {"inline_keyboard": BUTTONS}
            values = {"chat_id": chat_id, "text": TEXT, "reply_markup": markup}
            return await bot.do_api_request("sendmessage", api_kwargs=values)

        yield send, f"{BOT_API_VERSION}, newer fields pass"


WAYS = {
    "bare-aiohttp": bare_aiohttp,
    "aiogram": aiogram,
    "python-telegram-bot": python_telegram_bot,
    "python-telegram-bot-over-aiohttp": python_telegram_bot_over_aiohttp,
    "python-telegram-bot-raw-over-aiohttp": python_telegram_bot_raw,
}


async def measure(way: str) -> dict[str, object]:
    """Sends alone and side by side; returns the figures of one run."""
    chats = [int(chat) for chat in os.environ["BENCH_CHATS"].split(",")]
    sends = int(os.environ["BENCH_SENDS"])
    async with WAYS[way](os.environ["BENCH_API"], os.environ["BENCH_TOKEN"]) as (send, level):
        await send(chats[0])
        first_answer_at = time.clock_gettime(time.CLOCK_BOOTTIME)
        memory = _memory_megabytes()
        for chat in chats[:50]:
            await send(chat)
        alone_began = time.perf_counter()
        for number in range(sends // 4):
            await send(chats[number % len(chats)])
        alone = sends // 4 / (time.perf_counter() - alone_began)
        cpu_began, began = time.process_time(), time.perf_counter()
        await _side_by_side(send, chats, sends)
        return {
            "way": way,
            "bot_api": level,
            "start_seconds": first_answer_at - _process_began(),
            "memory_megabytes": memory,
            "sends_per_second_alone": alone,
            "sends_per_second": sends / (time.perf_counter() - began),
            "cpu_milliseconds_per_send": 1000 * (time.process_time() - cpu_began) / sends,
        }


async def _side_by_side(send: Send, chats: list[int], sends: int) -> None:
    numbers = iter(range(sends))

    async def keep_sending() -> None:
        for number in numbers:
            await send(chats[number % len(chats)])

    async with asyncio.TaskGroup() as group:
        for _ in range(SIDE_BY_SIDE):
            group.create_task(keep_sending())


def _memory_megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _process_began() -> float:
    after_name = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
    return int(after_name[19]) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    print(json.dumps(asyncio.run(measure(sys.argv[1]))))
