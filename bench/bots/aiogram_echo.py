"""Echo with aiogram as its documentation shows it, without a database."""

import asyncio

from aiogram import Dispatcher
from aiogram.types import Message

from bench.bots import aiogram_running
from bench.bots.surroundings import told


async def echo(message: Message) -> None:
    """Says the same again."""
    await message.answer(message.text or "")


async def main() -> None:
    """Runs until it is stopped."""
    dispatcher = Dispatcher()
    dispatcher.message.register(echo)
    await aiogram_running.run(dispatcher, told())


if __name__ == "__main__":
    asyncio.run(main())
