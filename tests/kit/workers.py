"""Processes at work on one database, inside of a test: each may be killed, ended or taken for dead.

On PostgreSQL any number of them share the work, on SQLite there is one at a time.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from bot.channels.channel import Channel
from bot.house import House, build, left_behind
from bot.pace import Pace
from bot.roles import ALL, Role
from bot.sharing import CALENDAR, Sharing
from bot.sitting import Reader
from storage.store import Store
from tests.kit.world import FrozenClock

_RUNS = count(1001)


class SameTime(FrozenClock):
    """A process's own numbers, at the time of a clock that all of them have."""

    def __init__(self, of: FrozenClock) -> None:
        super().__init__(run=next(_RUNS))
        self._of = of

    def now(self) -> datetime:
        return self._of.now()

    def uptime(self) -> float:
        return self._of.uptime()


@dataclass(slots=True)
class Worker:
    """One process. `kill` leaves everything as it is at that moment; `end` finishes first."""

    url: str
    clock: FrozenClock
    channels: Mapping[str, Channel]
    readers: Mapping[str, Reader]
    roles: frozenset[Role] = ALL
    per_second: float = 30
    chat_gap_seconds: float = 0.0
    chat_messages_a_minute: int | None = None
    house: House = field(init=False)
    store: Store = field(init=False)
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)

    async def start(self) -> "Worker":
        self.store, clock = Store(self.url), SameTime(self.clock)
        sharing = None
        if not self.store.on_sqlite:
            sharing = Sharing(self.store, clock, self.roles, duties=self._duties)
        pace = Pace(
            clock,
            per_second=self.per_second,
            chat_gap_seconds=self.chat_gap_seconds,
            shared=sharing is not None,
            rests_first=True,
        )
        self.house = build(
            self.store,
            clock,
            self.channels,
            self.readers,
            pace=pace,
            sharing=sharing,
            chat_messages_a_minute=self.chat_messages_a_minute,
        )
        await self._begin()
        return self

    @property
    def _duties(self) -> set[str]:
        return {CALENDAR} if Role.SCHEDULER in self.roles else set()

    @property
    def sharing(self) -> Sharing:
        assert self.house.sharing is not None
        return self.house.sharing

    @property
    def run(self) -> int:
        return self.house.clock.run

    async def _begin(self) -> None:
        house = self.house
        parts = [house.core.run(), house.delivery.run(), house.fetcher.run()]
        if house.looking is not None:
            await asyncio.to_thread(self.sharing.come_in)
            parts += [self.sharing.run(self.ended.set), house.looking.run()]
            self._tasks += [asyncio.create_task(each) for each in parts]
            return
        self._tasks += [asyncio.create_task(each) for each in parts]
        chats, letters = await self.store.in_writer(left_behind, house)
        house.delivery.post(letters)
        house.core.carry_on(chats)

    async def kill(self) -> None:
        """From here on it does nothing more, and the database hears nothing of it."""
        await self._stop()
        if self.house.sharing is not None:
            await asyncio.to_thread(_vanish, self.sharing)
        await self.store.close()

    async def end(self) -> None:
        """What is begun is finished; the rest is free at once."""
        self.house.delivery.finish()
        await self.house.until_idle()
        await self._stop()
        if self.house.sharing is not None:
            await asyncio.to_thread(self.sharing.go)
        await self.store.close()

    async def _stop(self) -> None:
        for each in self._tasks:
            each.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


def _vanish(sharing: Sharing) -> None:
    """What a killed process does not do itself: the sign under way ends, and its connection."""
    with sharing._signing:
        sharing._over = True
        sharing.presence.end()
