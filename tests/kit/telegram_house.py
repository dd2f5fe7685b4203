"""`lien run` inside a test: the same assembly, on the stand-in of the Bot API over real HTTP."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot.run import live
from bot.settings import settings
from storage.store import Store
from tests.kit.running_program import telegram_settings
from tests.kit.telegram_server import TelegramServer
from tests.kit.world import FrozenClock

# At night nobody is reminded of anything, so that only what is said is answered.
NIGHT = datetime(2026, 11, 1, 18, tzinfo=UTC)
NO_FILE = Path("/nonexistent/.env")


@asynccontextmanager
async def telegram_house(
    server: TelegramServer, database_url: str, **more: str
) -> AsyncIterator[Store]:
    """Works against `server` until the block ends; `more` are settings by their names."""
    chosen = settings(telegram_settings(server, database_url, **more), NO_FILE)
    stopping, store = asyncio.Event(), Store(database_url)
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(live(store, chosen, stopping, clock=FrozenClock(NIGHT)))
            try:
                yield store
            finally:
                stopping.set()
    finally:
        await store.close()


def free_port() -> int:
    """A port on this machine that nobody listens at just now."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        return int(door.getsockname()[1])


def webhook_settings(port: int, secret: str) -> dict[str, str]:
    """Settings for updates that are posted to this port."""
    address = f"127.0.0.1:{port}"
    return {
        "LIEN_TELEGRAM_MODE": "webhook",
        "LIEN_PUBLIC_URL": f"http://{address}",
        "LIEN_WEBHOOK_SECRET": secret,
        "LIEN_LISTEN": address,
    }


async def until(holds: Callable[[], object], seconds: float = 60) -> None:
    """Waits until something is true; what a person sees is better waited for by `sees`."""
    async with asyncio.timeout(seconds):
        while not holds():  # noqa: ASYNC110 - what is looked at tells nobody
            await asyncio.sleep(0.02)
