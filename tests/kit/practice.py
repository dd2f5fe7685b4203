"""The practice club behind its page, over real HTTP on this machine, at a fixed hour.

async with practice_page(url) as here:
    async with here.session.get("/try/state") as answer: ...
"""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

import aiohttp

from bot.channels.web.practice_room import PracticeRoom
from bot.clock import PracticeClock
from bot.try_out import fill_and_greet, open_room
from storage.queries.practice import clock_ahead
from storage.schema import bring_up_to_date
from storage.store import Store
from tests.kit.world import START


class PracticeTime(PracticeClock):
    """Nine in the morning until it is moved; numbers still grow with the real time."""

    def now(self) -> datetime:
        return START + self.ahead


@dataclass(slots=True)
class PracticePage:
    """Where the page is, and what is behind it."""

    address: str
    room: PracticeRoom
    session: aiohttp.ClientSession

    @property
    def store(self) -> Store:
        return self.room.house.store

    async def phone(self, role: str) -> str:
        """The name of the phone whose owner is, for one, "chủ nhiệm"."""
        state = await self.room.state()
        return next(str(each["id"]) for each in state["phones"] if each["role"].startswith(role))

    async def texts(self, phone: str) -> list[str]:
        """All that lies on a phone."""
        return [each.text for each in await self.room.messages(phone, 0)]


def make_practice_club(url: str) -> None:
    """Fills the database at `url` as `lien try` does at its first start."""
    store = Store(url)
    try:
        bring_up_to_date(store)
        store.change(fill_and_greet, PracticeTime())
    finally:
        store.close_now()


@asynccontextmanager
async def practice_page(url: str) -> AsyncIterator[PracticePage]:
    """The practice club in the database at `url`, at work; nobody knocks by himself."""
    store = Store(url)
    with store.reading() as db:
        clock = PracticeTime(clock_ahead(db))
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        async with open_room(store, listening, clock, "vi") as room:
            await room.house.until_idle()
            async with aiohttp.ClientSession(address) as session:
                yield PracticePage(address, room, session)
    await store.close()
