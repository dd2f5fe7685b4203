"""Counts the messages that a messenger has taken, for clubs whose month is bounded."""

import asyncio
import contextlib
from collections import Counter

from bot.clock import Clock
from storage.message_budget import count_sent
from storage.store import DatabaseFailed, Store

SECONDS_BETWEEN = 5.0


class SentMessages:
    """Of one bot: noted as they are taken, written down every few seconds and at the end."""

    def __init__(self, store: Store, clock: Clock, channel: str, bot: str) -> None:
        self._store = store
        self._clock = clock
        self._of = (channel, bot)
        self._sent: Counter[str] = Counter()
        self._writing: asyncio.Task[None] | None = None

    def note(self, key: str) -> None:
        """One message went to this chat."""
        self._sent[key] += 1
        if self._writing is None:
            self._writing = asyncio.get_running_loop().create_task(self._soon())

    async def _soon(self) -> None:
        await asyncio.sleep(SECONDS_BETWEEN)
        self._writing = None
        await self.write_down()

    async def write_down(self) -> None:
        """What was noted since is in the database; what it does not take is kept for later."""
        if not self._sent:
            return
        sent, self._sent = self._sent, Counter()
        try:
            await self._store.change_soon(count_sent, self._of, dict(sent), self._clock.now())
        except DatabaseFailed:
            self._sent.update(sent)

    async def end(self) -> None:
        """The last ones, as far as the database is there."""
        if self._writing is not None:
            self._writing.cancel()
        with contextlib.suppress(DatabaseFailed):
            await self.write_down()
