"""Several workers on one PostgreSQL database, and one messenger that notes what came and when."""

import asyncio
import time
from collections import Counter
from collections.abc import Sequence

from sqlalchemy import insert, select

from bot.channels.web.channel import read_update
from bot.roles import ALL, Role
from messages.cards import Card
from storage import outbox as post
from storage.letter_kinds import LetterKind
from storage.outbox import Letter
from storage.sharing.processes import NOBODY
from storage.store import Store
from storage.tables.chats import chats, outbox
from tests.kit.one_chat import asking
from tests.kit.small_house import ScriptedChannel
from tests.kit.telegram_house import until
from tests.kit.workers import Worker
from tests.kit.world import START, FrozenClock


class Messenger(ScriptedChannel):
    """Notes when each message came; takes a moment for it."""

    def __init__(self) -> None:
        super().__init__()
        self.times: list[float] = []

    async def send(self, hearer, shown) -> None:  # type: ignore[no-untyped-def]
        await asyncio.sleep(0.005)
        self.times.append(time.monotonic())
        await super().send(hearer, shown)


class Together:
    """Some workers, one messenger, and a way to look into the database."""

    def __init__(self, url: str, channel: Messenger) -> None:
        self.url = url
        self.channel = channel
        self.store = Store(url)
        self.clock = FrozenClock()
        self.workers: list[Worker] = []

    async def works(
        self,
        roles: frozenset[Role] = ALL,
        *,
        per_second: float = 30,
        gap: float = 0.0,
        chat_messages_a_minute: int | None = None,
    ) -> Worker:
        worker = Worker(
            self.url,
            self.clock,
            {"web": self.channel},
            {"web": read_update},
            roles,
            per_second,
            gap,
            chat_messages_a_minute,
        )
        self.workers.append(await worker.start())
        return worker

    async def kill(self, worker: Worker) -> None:
        self.workers.remove(worker)
        await worker.kill()

    async def end(self, worker: Worker) -> None:
        self.workers.remove(worker)
        await worker.end()

    def rows(self, query) -> list[tuple]:  # type: ignore[no-untyped-def, type-arg]
        with self.store.reading() as db:
            return [tuple(row) for row in db.execute(query)]

    def states(self) -> Counter[str]:
        return Counter(state for (state,) in self.rows(select(outbox.c.state)))

    def chats(self, *keys: str) -> list[int]:
        """Chats with these names; they have written before."""
        row = {"channel": "web", "bot": "", "language": "en", "created_at": START}
        with self.store.writing() as db:
            made = insert(chats).returning(chats.c.id)
            return [db.execute(made.values(**row, key=key)).scalar_one() for key in keys]

    def put(
        self,
        chat_ids: Sequence[int],
        *words: str,
        kind: LetterKind = "notice",
        run: int = NOBODY,
    ) -> list[int]:
        """These words for each of these chats, waiting to be sent."""
        with self.store.writing() as db:
            hearers = [post.hearer_in(db, each) for each in chat_ids]
            letters = [
                Letter(hearer.chat_id * 1000 + place, hearer, kind, Card(asking(each)).as_json())
                for hearer in hearers
                for place, each in enumerate(words)
            ]
            post.put(db, letters, run=run, now=START)
        return [each.id for each in letters]

    async def until_sent(self, count: int, seconds: float = 60) -> None:
        await until(lambda: self.states() == {"sent": count}, seconds)
