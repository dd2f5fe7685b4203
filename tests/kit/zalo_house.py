"""`lien run` inside a test, on the stand-in of the Zalo Bot API over real HTTP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.run import live
from bot.settings import settings
from storage.store import Store
from tests.kit.telegram_house import NIGHT, NO_FILE
from tests.kit.world import FrozenClock
from tests.kit.zalo_server import ZaloServer


def zalo_settings(server: ZaloServer, database_url: str, **more: str) -> dict[str, str]:
    """The settings of a program that works against this stand-in."""
    return {
        "LIEN_ZALO_TOKEN": server.token,
        "LIEN_ZALO_API": server.url,
        "LIEN_DATABASE_URL": database_url,
        "LIEN_CHAT_GAP_SECONDS": "0",
        "LIEN_CHAT_MESSAGES_A_MINUTE": "0",
        **more,
    }


@asynccontextmanager
async def zalo_house(
    server: ZaloServer, database_url: str, clock: FrozenClock | None = None, /, **more: str
) -> AsyncIterator[Store]:
    """Works against `server` until the block ends; `more` are settings by their names."""
    chosen = settings(zalo_settings(server, database_url, **more), NO_FILE)
    stopping, store = asyncio.Event(), Store(database_url)
    try:
        async with asyncio.TaskGroup() as tasks:
            task = live(store, chosen, stopping, clock=clock or FrozenClock(NIGHT))
            tasks.create_task(task)
            try:
                yield store
            finally:
                stopping.set()
    finally:
        await store.close()
