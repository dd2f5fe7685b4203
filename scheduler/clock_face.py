"""The clock face: it knocks once a minute and knows nothing else.

APScheduler's defaults lose work silently: a knock more than a second late is dropped with a
warning, and a trigger made by hand uses the machine's time zone. So grace, coalescing and zone are
said here. Nothing is kept in its job store: what is due stands in rows.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = logging.getLogger("lien.scheduler")

Knock = Callable[[], Awaitable[int]]


@asynccontextmanager
async def knocking(
    knock: Knock, *, timezone: str, seconds: int = 60, at_once: bool = True
) -> AsyncIterator[None]:
    """Knocks at once, unless told otherwise, and then every so many seconds, until the block ends.

    A late knock still happens, several missed ones happen once, and no two at the same time. A
    knock that fails is logged and the next one comes all the same.
    """

    one_knock = _one_at_a_time(knock)
    if at_once:
        await one_knock()
    face = AsyncIOScheduler(timezone=timezone)
    face.add_job(
        one_knock,
        "interval",
        seconds=seconds,
        misfire_grace_time=None,
        coalesce=True,
        # The second one sees that the first is under way; the library would warn of it each time.
        max_instances=2,
    )
    face.start()
    try:
        yield
    finally:
        face.shutdown(wait=False)


def _one_at_a_time(knock: Knock) -> Callable[[], Awaitable[None]]:
    """The knock, left out while the last one is under way; a failure is logged and over."""
    under_way = asyncio.Lock()

    async def one_knock() -> None:
        if under_way.locked():
            # The next one does its work as well: rows say what is due.
            log.debug("the last knock is still under way")
            return
        async with under_way:
            try:
                await knock()
            except Exception as error:
                log.error("a knock failed: %s", type(error).__name__)

    return one_knock
