"""A backup a day beside a house at work."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.backup.daily import SECONDS_BETWEEN, Keeper
from bot.house import House
from bot.settings import Settings
from bot.sharing import CALENDAR
from scheduler.clock_face import knocking


@asynccontextmanager
async def keeping(house: House, settings: Settings) -> AsyncIterator[None]:
    """A backup a day, where there is a folder for it; of several the one with the calendar."""
    if not settings.backup_dir:
        yield
        return
    keeper = Keeper(house.store, settings, house.clock, mine=lambda: house.has(CALENDAR))
    async with knocking(
        keeper.knock, timezone=settings.timezone, seconds=SECONDS_BETWEEN, at_once=False
    ):
        yield
