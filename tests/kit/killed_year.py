"""A year of a club at Telegram, while `lien run` is killed and the Bot API is hostile.

The processes are real ones, killed by SIGKILL; the messages, the rate and the faults are real ones
over HTTP. Only the time of day stands still, but for jumps.
"""

import asyncio
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import func, or_, select

from club.broadcasts import Audience
from storage.changes.deed import Deed
from storage.changes.settings.send_broadcast import SendBroadcast
from storage.queries.settings.broadcasts import To
from storage.tables.broadcasts import broadcast_people, broadcasts
from storage.tables.chats import chats, inbox, outbox
from storage.tables.schedule import clock_watch, reminders
from tests.kit.loaded_program import LoadedProgram
from tests.kit.planned import ZONE
from tests.kit.running_program import RunningProgram, telegram_settings
from tests.kit.standing_time import write_time
from tests.kit.telegram_checks import Json
from tests.kit.telegram_house import until
from tests.kit.telegram_person import Person
from tests.kit.telegram_server import TelegramServer
from tests.kit.village import Village
from tests.kit.year_people import prepared

PER_SECOND = 20
CHAT_GAP_SECONDS = 1.0
PATIENCE_SECONDS = 900
TICK = timedelta(seconds=1)
FAULTS: Sequence[dict[str, Any]] = (
    {"kind": "too_many_requests", "retry_after": 1, "times": 2},
    {"kind": "blocked", "times": 1},
    {"kind": "deactivated", "times": 1},
    {"kind": "server_error", "times": 2},
    {"kind": "bad_gateway", "times": 1},
    {"kind": "dropped_before", "times": 1},
    {"kind": "dropped_after", "times": 1},
    {"kind": "slow", "seconds": 1.0, "times": 3},
)
COMES = "Tôi đến được"
TALK = ("bài học", "chào cháu", "thực đơn")


@dataclass(slots=True)
class KilledYear:
    """`chance` decides when who dies and what fails; `talks` are the requests while people did."""

    url: str
    folder: Path
    v: Village
    server: TelegramServer
    chance: random.Random
    programs: list[RunningProgram] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    kills: int = 0
    in_the_middle: int = 0
    talks: list[tuple[int, int]] = field(default_factory=list)
    _logs: Iterator[int] = field(default_factory=count)

    @property
    def time(self) -> Path:
        return self.folder / "now"

    async def begin(self, neighbours: int) -> None:
        """Everybody is at Telegram; two work where several can."""
        self.people = prepared(self.v, self.server, neighbours)
        write_time(self.time, self.v.clock.now())
        for _ in range(1 if self.v.store.on_sqlite else 2):
            self._one_more()

    def _one_more(self) -> None:
        pace = {"LIEN_MESSAGES_PER_SECOND": str(PER_SECOND)}
        pace["LIEN_CHAT_GAP_SECONDS"] = str(CHAT_GAP_SECONDS)
        program = LoadedProgram(
            telegram_settings(self.server, self.url) | pace,
            self.folder / f"log{next(self._logs)}",
            module="tests.kit.standing_time",
            command=str(self.time),
        )
        program.start()
        self.programs.append(program)

    def _moves_to(self, moment: datetime) -> None:
        self.v.clock.move(moment - self.v.clock.now())
        write_time(self.time, moment)

    # A few days

    async def days_go_by(self, until_then: datetime, *, kill: bool) -> None:
        """The clock jumps, something fails, maybe one of them dies in the middle of its work."""
        fault = dict(self.chance.choice(FAULTS))
        kind = fault.pop("kind")
        self.server.fail(kind, method="sendMessage", **fault)
        self._moves_to(until_then)
        if kill:
            await self._one_dies()
        await self._all_is_still()
        self.server.heal()
        await self._people_talk()

    async def _one_dies(self) -> None:
        """At a message that arrives, before anybody can have noted that, or after some time."""
        dying = self.programs.pop(self.chance.randrange(len(self.programs)))
        after, arrived = self.chance.randrange(1, 12), asyncio.Event()
        numbers = count(1)

        def came(_chat_id: int, _message: Json) -> None:
            if next(numbers) == after:
                dying.kill()
                arrived.set()

        self.server.world.on_sent = came
        try:
            async with asyncio.timeout(self.chance.uniform(1.0, 6.0)):
                await arrived.wait()
            self.in_the_middle += 1
        except TimeoutError:
            dying.kill()
        self.server.world.on_sent = None
        self.kills += 1
        await dying.gone()
        self._one_more()

    async def _all_is_still(self) -> None:
        """After one more knock nothing is due and nothing waits."""
        while True:
            await until(self._has_been_seen, PATIENCE_SECONDS)
            self._moves_to(self.v.clock.now() + TICK)
            await until(self._has_been_seen, PATIENCE_SECONDS)
            if not self._waits():
                return
            await asyncio.sleep(0.5)

    def _has_been_seen(self) -> bool:
        for each in self.programs:
            assert each.is_running, each.output[-4000:]
        with self.v.store.reading() as db:
            return bool(db.execute(select(clock_watch.c.seen_at)).scalar() == self.v.clock.now())

    def _waits(self) -> int:
        now = self.v.clock.now()
        heard = select(func.count()).where(inbox.c.state == "waiting")
        letters = select(func.count()).where(outbox.c.state.in_(("waiting", "sending")))
        due = select(func.count()).where(reminders.c.state == "planned", reminders.c.due_at <= now)
        with self.v.store.reading() as db:
            waiting = sum(int(db.execute(each).scalar_one()) for each in (heard, letters, due))
            return waiting + (0 if self._at_night else self._not_written_to(db))

    @property
    def _at_night(self) -> bool:
        local = self.v.clock.now().astimezone(ZONE)
        is_tet = date(2027, 2, 6) <= local.date() <= date(2027, 2, 8)
        return is_tet or not (7, 0) <= (local.hour, local.minute) < (20, 30)

    @staticmethod
    def _not_written_to(db: Any) -> int:
        waits = select(func.count()).where(broadcast_people.c.state == "waiting")
        return int(db.execute(waits).scalar_one())

    async def _people_talk(self) -> None:
        """Some answer or begin something; whoever could not be reached writes again."""
        began = len(self.server.requests)
        with self.v.store.reading() as db:
            gone = select(chats.c.key).where(chats.c.unreachable.is_not(None))
            silent = set(db.execute(gone).scalars())
        back = [each for each in self.people if str(each.person_id) in silent]
        for person in [*back, *self.chance.sample(self.people, 2)]:
            await self._talks(person, back)
        await until(lambda: not self.server.queue, PATIENCE_SECONDS)
        await until(lambda: not self._waits(), PATIENCE_SECONDS)
        self.talks.append((began, len(self.server.requests)))

    async def _talks(self, person: Person, back: Sequence[Person]) -> None:
        message = next(reversed(person.chat.messages.values()), None)
        rows = ((message or {}).get("reply_markup") or {}).get("inline_keyboard", [])
        if any(each["text"] == COMES for row in rows for each in row) and person not in back:
            await person.taps(COMES)
        else:
            await person.says(self.chance.choice(TALK))

    # Words to many

    def somebody_writes_to_many(self, number: int) -> None:
        """The board to its club, and now and then the officer to all members of the commune."""
        club_id, now = self.v.club.club_id, self.v.clock.now()
        officer = number % 3 == 0
        who = self.v.phones["quan" if officer else "binh"].person_id
        to = To(Audience.MEMBERS if officer else Audience.CLUB, (club_id,))
        with self.v.store.writing() as db:
            chat = select(chats.c.id).where(chats.c.person_id == who)
            chat_id = int(db.execute(chat.limit(1)).scalar_one())
            today = now.astimezone(ZONE).date()
            deed = Deed(
                chat_id, "telegram", who, None if officer else club_id, now, today, f"many:{number}"
            )
            SendBroadcast(to, f"Tin số {number}: mời cả nhà ra nhà văn hóa.").carry_out(db, deed)

    async def end(self) -> None:
        for each in self.programs:
            each.kill()
            await each.gone()

    # What has become of it

    def letters(self) -> list[Any]:
        """Every letter that nobody asked for, with its reminder's key or its word to many."""
        columns = [reminders.c[name] for name in ("club_id", "person_id", "subject", "period")]
        found = (
            select(
                *columns,
                func.coalesce(reminders.c.kind, "news").label("kind"),
                broadcast_people.c.broadcast_id,
                broadcast_people.c.person_id.label("of_many"),
                *(outbox.c[name] for name in ("chat_id", "state", "why", "begun_at")),
            )
            .select_from(
                outbox.outerjoin(reminders, outbox.c.reminder_id == reminders.c.id).outerjoin(
                    broadcast_people, broadcast_people.c.letter_id == outbox.c.id
                )
            )
            .where(or_(outbox.c.reminder_id.is_not(None), outbox.c.kind == "broadcast"))
        )
        with self.v.store.reading() as db:
            return list(db.execute(found))

    def planned(self) -> list[Any]:
        """Every reminder with its state, its reason, and whether it is due."""
        due = (reminders.c.due_at <= self.v.clock.now()).label("due")
        names = ("person_id", "kind", "state", "why")
        with self.v.store.reading() as db:
            return list(db.execute(select(*(reminders.c[name] for name in names), due)))

    def to_many(self) -> list[Any]:
        """Of each word to many: its people by state, and the state of the whole."""
        columns = (broadcasts.c.id, broadcasts.c.state, broadcasts.c.people)
        with self.v.store.reading() as db:
            return list(db.execute(select(*columns)))
