"""Two libraries read and write the stand-in's wire: start, message, button, edit, picture."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import aiohttp
import pytest

from tests.kit.telegram_contents import ONE_PIXEL_PNG, SILENT_OGG
from tests.kit.telegram_person import KINDS
from tests.kit.telegram_server import TelegramServer

RunningBot = Callable[[TelegramServer], AbstractAsyncContextManager[asyncio.Queue[object]]]


@asynccontextmanager
async def aiogram_bot(server: TelegramServer) -> AsyncIterator[asyncio.Queue[object]]:
    """A bot on aiogram's own polling; yields what its handlers were given."""
    from aiogram import Bot
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer

    bot = Bot(server.token, AiohttpSession(api=TelegramAPIServer.from_base(server.url)))
    got = asyncio.Queue[object]()
    dispatcher = _aiogram_handlers(got)
    polling = asyncio.create_task(
        dispatcher.start_polling(bot, polling_timeout=5, handle_signals=False)
    )
    yield got
    await dispatcher.stop_polling()
    await polling


def _aiogram_handlers(got: asyncio.Queue[object]) -> Any:
    from aiogram import Dispatcher, F, types
    from aiogram.filters import CommandStart

    async def start(message: types.Message) -> None:
        keys = [[types.InlineKeyboardButton(text="Xem ảnh", callback_data="picture")]]
        markup = types.InlineKeyboardMarkup(inline_keyboard=keys)
        await message.answer("Chào bác ạ.", reply_markup=markup)

    async def tapped(query: types.CallbackQuery) -> None:
        assert isinstance(query.message, types.Message)
        await query.answer("Dạ")
        await query.message.edit_text("Ảnh đây ạ.")
        await query.message.answer_photo(types.BufferedInputFile(ONE_PIXEL_PNG, "a.png"))
        await query.message.answer_document(types.BufferedInputFile(b"pdf", "a.pdf"))
        await query.message.answer_voice(types.BufferedInputFile(SILENT_OGG, "a.oga"))

    async def other(message: types.Message) -> None:
        got.put_nowait(message.text or message.content_type)

    dispatcher = Dispatcher()
    dispatcher.message.register(start, CommandStart())
    dispatcher.callback_query.register(tapped, F.data == "picture")
    dispatcher.message.register(other)
    return dispatcher


@asynccontextmanager
async def python_telegram_bot(server: TelegramServer) -> AsyncIterator[asyncio.Queue[object]]:
    """A bot on python-telegram-bot's own polling; yields what its handlers were given."""
    from telegram.ext import Application

    got = asyncio.Queue[object]()
    builder = Application.builder().token(server.token).base_url(f"{server.url}/bot")
    application = builder.build()
    application.add_handlers(_library_handlers(got))
    async with application:
        await application.start()
        assert application.updater
        await application.updater.start_polling(timeout=5)
        yield got
        await application.updater.stop()
        await application.stop()


def _library_handlers(got: asyncio.Queue[object]) -> list[Any]:
    """Of python-telegram-bot."""
    from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
    from telegram.ext import (
        CallbackQueryHandler,
        CommandHandler,
        ContextTypes,
        MessageHandler,
        filters,
    )

    async def start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message
        markup = InlineKeyboardMarkup([[InlineKeyboardButton("Xem ảnh", callback_data="picture")]])
        await update.message.reply_text("Chào bác ạ.", reply_markup=markup)

    async def other(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message:
            got.put_nowait(update.message.text or update.message)

    return [
        CommandHandler("start", start),
        CallbackQueryHandler(_shows_files, pattern="picture"),
        MessageHandler(filters.ALL, other),
    ]


async def _shows_files(update: Any, _context: Any) -> None:
    query = update.callback_query
    await query.answer("Dạ")
    await query.edit_message_text("Ảnh đây ạ.")
    await query.message.reply_photo(ONE_PIXEL_PNG)
    await query.message.reply_document(b"pdf", filename="a.pdf")
    await query.message.reply_voice(SILENT_OGG)


@pytest.fixture(params=[aiogram_bot, python_telegram_bot])
def running_bot(request: pytest.FixtureRequest) -> RunningBot:
    bot: RunningBot = request.param
    return bot


async def test_start_button_edit_and_files(running_bot: RunningBot) -> None:
    async with TelegramServer() as server, running_bot(server):
        person = server.person("Bác Năm")
        await person.starts("abc")
        assert (await person.sees()).buttons == ["Xem ảnh"]
        await person.taps("Xem ảnh")
        assert (await person.sees_edit()).text == "Ảnh đây ạ."
        assert [(await person.sees()).kind for _ in range(3)] == ["photo", "document", "voice"]
        assert person.transcript.splitlines()[:3] == [
            "Bác Năm: /start abc",
            "Liên: Chào bác ạ. [Xem ảnh]",
            "Bác Năm: [Xem ảnh]",
        ]


async def test_all_well_formed_kinds_are_read(running_bot: RunningBot) -> None:
    """Both libraries lose a whole batch to a malformed update, so those stay out here."""
    kinds = [kind for kind in KINDS if kind not in {"malformed update", "nonsense update"}]
    async with TelegramServer() as server, running_bot(server) as got:
        person = server.person("Bác Năm")
        await person.says("trước")
        for kind in kinds:
            await person.sends(kind)
        await person.says("sau")
        heard = [await asyncio.wait_for(got.get(), 10)]
        while heard[-1] != "sau":
            heard.append(await asyncio.wait_for(got.get(), 10))
    assert heard[0] == "trước"
    messages = [
        kind for kind in kinds if kind not in {"edited message", "channel post", "unknown update"}
    ]
    assert len(heard) == len(messages) + 2


@asynccontextmanager
async def elsewhere() -> AsyncIterator[dict[str, str]]:
    """The server in a process of its own; what it told of itself."""
    command = (sys.executable, "-m", "tests.kit.telegram_server")
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    try:
        assert process.stdout
        yield json.loads(await process.stdout.readline())
    finally:
        process.terminate()
        await process.wait()


async def test_control_from_another_process() -> None:
    async with elsewhere() as told, aiohttp.ClientSession(told["url"]) as session:

        async def ask(path: str, **values: object) -> dict[str, object]:
            async with session.post(path, json=values) as answer:
                assert answer.status == 200, await answer.text()
                found: dict[str, object] = await answer.json()
                return found

        who = (await ask("/control/person", name="Bác Năm"))["person_id"]
        update = await ask("/control/say", person_id=who, text="/start")
        api = f"/bot{told['token']}"
        assert (await ask(f"{api}/getUpdates"))["result"] == [update]
        await ask(f"{api}/sendMessage", chat_id=who, text="Dạ")
        assert (await ask("/control/sees", person_id=who))["text"] == "Dạ"
        assert (await ask("/control/state"))["pending_updates"] == 1
        await ask("/control/fail", kind="blocked", person_id=who)
        said = {"chat_id": who, "text": "a"}
        async with session.post(f"{api}/sendMessage", json=said) as refused:
            assert refused.status == 403
