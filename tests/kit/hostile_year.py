"""A year of a village whose members have Telegram, while workers die and the Bot API is hostile.

Time stands still but for jumps; the messages, the rate and the faults are real ones over HTTP.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import func, select, update

from bot.channels.telegram import NAME
from bot.channels.telegram.sending import TelegramChannel
from bot.channels.telegram.updates import read_stored
from bot.knocking import Knocker
from messages.cards import card_of
from messages.own.addressing import words_for
from messages.render import render
from scheduler import planning
from storage import outbox as post
from storage.conversations import heard_again
from storage.queries import Connection
from storage.tables.chats import chats, outbox
from storage.tables.schedule import reminders
from tests.kit.telegram_house import until
from tests.kit.telegram_server import TelegramServer
from tests.kit.village import Village
from tests.kit.workers import Worker

PER_SECOND = 20
FAULTS: Sequence[dict[str, Any]] = (
    {"kind": "too_many_requests", "retry_after": 1, "times": 1},
    {"kind": "blocked", "times": 1},
    {"kind": "server_error", "times": 2},
    {"kind": "dropped_before", "times": 1},
    {"kind": "dropped_after", "times": 1},
    {"kind": "slow", "seconds": 0.3, "times": 2},
)


@dataclass(slots=True)
class HostileYear:
    """`workers`: so many at once; `chance` decides when who dies and what fails."""

    url: str
    v: Village
    server: TelegramServer
    channel: TelegramChannel
    chance: random.Random
    workers: list[Worker] = field(default_factory=list)
    kills: int = 0

    async def begin(self) -> None:
        """Everybody is at Telegram; two work where several can."""
        with self.v.store.writing() as db:
            for name, phone in self.v.phones.items():
                if phone.person_id is not None:
                    _moves(db, self.server, name, phone.person_id)
        for _ in range(1 if self.v.store.on_sqlite else 2):
            await self._one_more()

    async def _one_more(self) -> None:
        channels, readers = {NAME: self.channel}, {NAME: read_stored}
        worker = Worker(self.url, self.v.clock, channels, readers, per_second=PER_SECOND)
        self.workers.append(await worker.start())

    async def days_go_by(self, *, kill: bool) -> None:
        """The clock jumps, something fails, all knock at once, maybe one of them dies of it."""
        self.v.clock.move(timedelta(hours=self.chance.randrange(6, 240)))
        self.server.heal()
        fault = dict(self.chance.choice(FAULTS))
        self.server.fail(fault.pop("kind"), method="sendMessage", **fault)
        knocks = [asyncio.create_task(self._knock(each)) for each in self.workers]
        if kill:
            await asyncio.sleep(self.chance.uniform(0.0, 0.6))
            dying = self.chance.randrange(len(self.workers))
            knocks[dying].cancel()
            await self._kill(self.workers.pop(dying))
        await asyncio.gather(*knocks, return_exceptions=True)
        if kill:
            await self._one_more()
        await until(self._all_settled, 60)
        with self.v.store.writing() as db:
            gone = db.execute(select(chats.c.id).where(chats.c.unreachable.is_not(None)))
            if silent := list(gone.scalars()):
                # They write again.
                heard_again(db, silent)

    async def _kill(self, worker: Worker) -> None:
        self.kills += 1
        await worker.kill()

    async def _knock(self, worker: Worker) -> None:
        """All at once, whoever it is that does it for all."""
        await Knocker(worker.house).knock()
        if worker.house.sharing is not None and not worker.house.has("calendar"):
            house, now = worker.house, self.v.clock.now()
            await house.store.change_soon(planning.plan, now)
            await house.store.change_soon(
                planning.queue_due, now, house.outgoing.run, house.clock.new_id
            )

    def _all_settled(self) -> bool:
        waits = select(func.count()).where(outbox.c.state.in_(("waiting", "sending")))
        with self.v.store.reading() as db:
            return db.execute(waits).scalar_one() == 0

    async def end(self) -> None:
        for each in self.workers:
            await each.kill()
        await self.channel.close()

    # What has become of it

    def reminded(self) -> list[Any]:
        """Every letter of a reminder with the reminder's key."""
        columns = [reminders.c[name] for name in ("club_id", "person_id", "kind", "subject")]
        found = select(
            *columns, reminders.c.period, outbox.c.state, outbox.c.why, outbox.c.begun_at
        ).join(outbox, outbox.c.reminder_id == reminders.c.id)
        with self.v.store.reading() as db:
            return list(db.execute(found))

    def planned(self) -> list[Any]:
        """Every reminder with its state, its reason, and whether it is due."""
        due = (reminders.c.due_at <= self.v.clock.now()).label("due")
        with self.v.store.reading() as db:
            return list(db.execute(select(reminders.c.id, reminders.c.state, reminders.c.why, due)))

    def sent_texts(self) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
        """By chat and words: those that are known to have arrived, and those that may have."""
        known, maybe = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        query = select(outbox.c.chat_id, outbox.c.card, outbox.c.state, outbox.c.again).where(
            outbox.c.state.in_(("sent", "unknown"))
        )
        with self.v.store.reading() as db:
            for row in db.execute(query).all():
                hearer = post.hearer_in(db, row.chat_id)
                shown = render(
                    card_of(row.card), words_for(hearer), self.channel.abilities, again=row.again
                )
                (known if row.state == "sent" else maybe)[hearer.key, shown.text] += 1
        return known, maybe

    def arrived(self) -> Counter[tuple[str, str]]:
        """By chat and words, as the phones have it."""
        return Counter(
            (str(chat.chat_id), str(event.message.get("text")))
            for chat in self.server.world.chats.values()
            for event in chat.events
            if event.kind == "sent"
        )

    def most_in_a_second(self) -> int:
        times = [each.at for each in self.server.sent if each.method == "sendmessage"]
        return max(sum(1 for other in times if each <= other < each + 1.0) for each in times)


def _moves(db: Connection, server: TelegramServer, name: str, person_id: int) -> None:
    phone = server.person(name)
    phone.chat.state = "open"
    bot = server.token.partition(":")[0]
    moved = update(chats).where(chats.c.person_id == person_id)
    db.execute(moved.values(channel=NAME, bot=bot, key=str(phone.person_id)))
