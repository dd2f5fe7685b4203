"""A house with one channel that does as a test's script says; its people are only chats.

    async with small_house(url) as house:
        await house.hears("anh", "xin chào")
        assert house.channel.sent == [("anh", "…")]

A messenger brings what was not taken once more, and so does `hears`.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from sqlalchemy import text

from bot.channels.web.channel import raw_update, read_update
from bot.house import House, build, running
from bot.pace import PROACTIVE_A_SECOND, Pace
from handlers.talk.heard import Kind
from messages.cards import Card
from messages.render import Abilities, Shown
from storage import outbox
from storage.inbox import Arrival
from storage.letter_kinds import LetterKind
from storage.outbox import Hearer, Letter
from storage.store import DatabaseFailed, Store
from tests.kit.one_chat import asking
from tests.kit.world import FrozenClock

_KEYS = count(1)
BEFORE_BRINGING_AGAIN_SECONDS = 0.05

Event = Exception | Callable[[], Awaitable[object]] | None


@dataclass(slots=True)
class ScriptedChannel:
    """`script` says for each chat what befalls the next sendings: an error, a wait, or nothing."""

    name: str = "web"
    abilities: Abilities = field(default_factory=Abilities)
    script: dict[str, deque[Event]] = field(default_factory=dict)
    sent: list[tuple[str, str]] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)

    def expects(self, key: str, *events: Event) -> None:
        self.script.setdefault(key, deque()).extend(events)

    async def send(self, hearer: Hearer, shown: Shown) -> None:
        self.tried.append(hearer.key)
        waiting = self.script.get(hearer.key)
        event = waiting.popleft() if waiting else None
        if isinstance(event, Exception):
            raise event
        self.sent.append((hearer.key, shown.text))
        if event is not None:
            await event()

    def texts(self, key: str) -> list[str]:
        return [words for each, words in self.sent if each == key]


@dataclass(slots=True)
class SmallHouse:
    """What runs, its channel, and a way to look into the database."""

    house: House
    channel: ScriptedChannel
    clock: FrozenClock

    async def hears(self, key: str, words: str, *, kind: Kind = Kind.TEXT, **other: Any) -> None:
        """A chat says something; returns when everything is answered."""
        await self.takes(arrival(key, words, kind=kind, **other))
        await self.house.until_idle()

    async def takes(self, *arrivals: Arrival) -> None:
        """As a messenger does it: until they are taken."""
        while True:
            try:
                await self.house.core.take_in(arrivals)
            except DatabaseFailed:
                await asyncio.sleep(BEFORE_BRINGING_AGAIN_SECONDS)
            else:
                return

    def posts(self, key: str, words: str, *, kind: LetterKind = "notice", card: Any = None) -> int:
        """A letter to a chat that has written before; returns its number."""
        ((chat_id,),) = self.rows(f"SELECT id FROM chats WHERE key = '{key}'")
        letter = Letter(
            self.clock.new_id(),
            Hearer(chat_id, "web", "", key, "en"),
            kind,
            card or Card(asking(words)).as_json(),
        )
        store = self.house.store
        store.change(outbox.put, [letter], run=self.clock.run, now=self.clock.now())
        self.house.delivery.post([letter])
        return letter.id

    def rows(self, query: str) -> list[Any]:
        with self.house.store.reading() as db:
            return [tuple(row) for row in db.execute(text(query))]

    def state_of(self, letter_id: int) -> str:
        ((state,),) = self.rows(f"SELECT state FROM outbox WHERE id = {letter_id}")
        return str(state)


def arrival(key: str, words: str, *, kind: Kind = Kind.TEXT, update: str | None = None) -> Arrival:
    return Arrival("web", "", update or f"s{next(_KEYS)}", key, raw_update(kind, words), "en")


def made(
    store: Store,
    *,
    run: int = 1,
    channel: ScriptedChannel | None = None,
    per_second: float = PROACTIVE_A_SECOND,
) -> SmallHouse:
    """A house that does not run yet; each start has a `run` of its own."""
    clock = FrozenClock(run=run)
    channel = channel or ScriptedChannel()
    pace = Pace(clock, per_second=per_second, chat_gap_seconds=0.0)
    house = build(store, clock, {"web": channel}, {"web": read_update}, pace=pace)
    return SmallHouse(house, channel, clock)


@asynccontextmanager
async def small_house(
    url: str, *, run: int = 1, channel: ScriptedChannel | None = None
) -> AsyncIterator[SmallHouse]:
    """A house at work, ended in an orderly way."""
    store = Store(url)
    small = made(store, run=run, channel=channel)
    try:
        async with running(small.house):
            yield small
    finally:
        await store.close()


@asynccontextmanager
async def doomed_house(url: str, *, run: int = 1) -> AsyncIterator[SmallHouse]:
    """A house that is not ended at all: what it is busy with stays as it is, like after a kill."""
    store = Store(url)
    small = made(store, run=run)
    parts = [
        asyncio.create_task(small.house.core.run()),
        asyncio.create_task(small.house.delivery.run()),
    ]
    try:
        yield small
    finally:
        for part in parts:
            part.cancel()
        await asyncio.gather(*parts, return_exceptions=True)
        await store.close()
