"""The sign that an answer is on its way, where it does not come at once."""

import asyncio
import contextlib
from collections import OrderedDict
from collections.abc import Awaitable, Callable

from bot.channels.channel import SendingFailed

AFTER_SECONDS = 1.0
MOST_WAITING = 500


class TypingSign:
    """Shows it by `show` in chats that have waited for a second; one call each, none if answered.

    A sign is a courtesy: one that does not come costs nothing, and no message waits for it.
    """

    def __init__(self, show: Callable[[str], Awaitable[None]]) -> None:
        self._show = show
        self._since: OrderedDict[str, float] = OrderedDict()
        self._wake = asyncio.Event()

    def heard(self, key: str) -> None:
        """Somebody waits in this chat from now on."""
        if key not in self._since and len(self._since) < MOST_WAITING:
            self._since[key] = asyncio.get_running_loop().time()
            self._wake.set()

    def answered(self, key: str) -> None:
        """Something was sent there."""
        self._since.pop(key, None)

    async def run(self) -> None:
        """Show it where it is due, until cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            # Who was heard may be answered before this goes on.
            while not self._since:
                self._wake.clear()
                await self._wake.wait()
            key, since = next(iter(self._since.items()))
            rest = since + AFTER_SECONDS - loop.time()
            if rest > 0:
                await asyncio.sleep(rest)
            if self._since.get(key) != since:
                continue
            del self._since[key]
            with contextlib.suppress(SendingFailed):
                await self._show(key)
