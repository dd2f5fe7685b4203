"""Open lines of this page hear what another process has put on it.

A line that this one has told already may come once more: a page draws each by its number.
"""

import asyncio
import logging
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from bot.channels.web.streams import Streams
from storage.queries.web import WebMessage, lines_after, newest_line
from storage.store import DatabaseFailed, Store

log = logging.getLogger("lien.page")

SECONDS_BETWEEN = 1.0
LOOKED_AT_AGAIN = 5
"""So many looks ago it began: a line may be committed after one with a larger number."""


class Elsewhere:
    """Owns the looks. `told` hears of each line, with whose it is."""

    def __init__(
        self, store: Store, streams: Streams, told: Callable[[str, WebMessage], None]
    ) -> None:
        self._store = store
        self._streams = streams
        self._told = told
        self._newest: deque[int] = deque(maxlen=LOOKED_AT_AGAIN)
        self._known: set[int] = set()

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            try:
                await self.look()
            except DatabaseFailed as error:
                log.debug("a look for lines failed: %s", type(error).__name__)
            await asyncio.sleep(SECONDS_BETWEEN)

    async def look(self) -> None:
        """Once. A page that opens fetches what is there already, so the first look tells none."""
        after = self._newest[0] if self._newest else None
        self._newest.append(await self._store.read(newest_line))
        listening = self._streams.listened_to
        if after is None or not listening:
            return
        found = await self._store.read(lines_after, listening, after)
        for key, line in found:
            if line.id not in self._known:
                self._told(key, line)
        self._known = {line.id for _, line in found}


@asynccontextmanager
async def hearing_others(elsewhere: Elsewhere | None) -> AsyncIterator[None]:
    """Looks for as long as the block runs; alone on its database there is nobody to hear."""
    if elsewhere is None:
        yield
        return
    async with asyncio.TaskGroup() as tasks:
        looking = tasks.create_task(elsewhere.run())
        try:
            yield
        finally:
            looking.cancel()
