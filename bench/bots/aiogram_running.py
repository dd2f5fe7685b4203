"""How the aiogram bots of the measurement are run: as its documentation shows."""

import asyncio

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

from bench.bots.surroundings import SECRET, Told


async def run(dispatcher: Dispatcher, where: Told) -> None:
    """Long polling or webhook, until it is stopped."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(where.api))
    bot = Bot(where.token, session)
    if not where.is_webhook:
        await dispatcher.start_polling(bot)
        return
    application = web.Application()
    SimpleRequestHandler(dispatcher, bot, secret_token=SECRET).register(application, "/hook")
    setup_application(application, dispatcher, bot=bot)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", where.port).start()
    await bot.set_webhook(where.hook_url, secret_token=SECRET, max_connections=100)
    await asyncio.Event().wait()
