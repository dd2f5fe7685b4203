"""Killed on Zalo, where an update is handed out once: what was in the hand is said again by people.

SIGKILL at seeded points; every other message comes twice. What a person saw confirmed is in the
books once; what was lost is at most what the program had in its hand, and she is asked for it.
"""

import asyncio
import contextlib
import faulthandler
import random
import signal
from collections import Counter
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select

from messages.formats import money
from storage.schema import bring_up_to_date
from storage.store import Store
from storage.tables.books import declarations
from storage.tables.chats import inbox, outbox
from storage.tables.people import members, persons
from tests.kit.loaded_program import LoadedProgram
from tests.kit.running_program import SECONDS_TO_COME_UP
from tests.kit.set_time import clock_at, program_by
from tests.kit.telegram_house import NIGHT, until
from tests.kit.zalo_club import ZaloClub, zalo_club
from tests.kit.zalo_house import zalo_settings
from tests.kit.zalo_person import Came, Person
from tests.kit.zalo_server import ZaloServer
from tests.stories.crowd import names
from tests.stories.zalo_crowd import STOPPED, ZaloCrowd, gives, joins

GIVING, JOINING = 4, 4
SHORT_KILLS, LONG_KILLS = 3, 40
# One that it had in its hand, and one that its broken line was given.
MOST_LOST_A_KILL = 2

# Shown at the end of the run.
Tell = Callable[[str, object], None]


class Killing:
    """One program on one database, started and killed while the crowd talks."""

    def __init__(self, server: ZaloServer, url: str, log: Path, seed: int) -> None:
        self.server = server
        self.store = Store(url)
        bring_up_to_date(self.store)
        self.club: ZaloClub = zalo_club(self.store, server, members=names()[:GIVING])
        clock, chosen = clock_at(NIGHT), zalo_settings(server, url)
        self.program = program_by(clock, chosen, log, LoadedProgram)
        self.crowd = ZaloCrowd(random.Random(seed), self._may_still_answer)
        self.kills = 0

    def _may_still_answer(self) -> bool:
        return not self.program.is_running or self.server.pollers == 0 or self.server.waiting > 0

    async def comes_up(self) -> None:
        asked = self._polls()
        self.program.start()
        async with asyncio.timeout(SECONDS_TO_COME_UP):
            while self._polls() == asked:
                assert self.program.is_running, self.program.output[-4000:]
                await asyncio.sleep(0.02)

    def _polls(self) -> int:
        return sum(each.method == "getUpdates" for each in self.server.requests)

    async def is_killed(self) -> None:
        self.program.kill()
        self.kills += 1
        assert await self.program.gone() == -signal.SIGKILL

    async def is_started_anew(self) -> None:
        await self.is_killed()
        await self.comes_up()

    async def one_life(self) -> None:
        await self.comes_up()
        if self.crowd.die.random() < 0.5:
            await asyncio.sleep(self.crowd.die.uniform(0.0, 1.5))
        else:
            # The moment an update is handed over, before anybody can have kept it.
            wanted = len(self.server.handed_out) + self.crowd.die.randint(1, 25)
            with contextlib.suppress(TimeoutError):
                await until(lambda: len(self.server.handed_out) >= wanted, 5)
        await self.is_killed()

    async def lives(self, kills: int) -> None:
        """Everybody talks; then all of them come to their end."""
        strangers = [self.server.person(name) for name in names()[GIVING : GIVING + JOINING]]
        async with asyncio.TaskGroup() as group:
            people = [group.create_task(each) for each in self._talks(strangers)]
            for _ in range(kills):
                await self.one_life()
            await self.comes_up()
            await asyncio.sleep(1)
            self.crowd.over.set()
            while not all(each.done() for each in people):
                assert self.program.is_running, self.program.output[-4000:]
                await asyncio.sleep(0.1)
        await until(self._all_is_sent)
        assert await self.program.end() == 0, self.program.output[-4000:]

    def _talks(self, strangers: list[Person]) -> list[Coroutine[Any, Any, None]]:
        giving = [gives(self.crowd, each) for each in self.club.members.values()]
        return giving + [joins(self.crowd, each, each.name) for each in strangers]

    def _all_is_sent(self) -> bool:
        with self.store.reading() as db:
            waits = select(outbox.c.id).where(outbox.c.state.in_(("waiting", "sending"))).limit(1)
            return db.execute(waits).first() is None

    @property
    def lost(self) -> int:
        """Messages that were handed over and that nobody has."""
        handed = {each["message"]["message_id"] for each in self.server.handed_out}
        with self.store.reading() as db:
            return len(handed - set(db.execute(select(inbox.c.update_key)).scalars()))


def check_books(story: Killing, db: Connection) -> None:
    """What was seen confirmed is there, and nothing is there twice."""
    asked = select(persons.c.name).join(members, members.c.person_id == persons.c.id)
    joined = Counter(db.execute(asked).scalars())
    given = Counter(map(money, db.execute(select(declarations.c.amount)).scalars()))
    for kept, seen in ((joined, story.crowd.joined), (given, story.crowd.given)):
        assert max(kept.values()) == 1, kept.most_common(3)
        assert set(seen) <= set(kept), sorted(set(seen) - set(kept))
        assert len(set(seen)) == len(seen)


def check_messages(story: Killing, db: Connection) -> None:
    """All that was kept was attended to, each once; replies went out, what was pushed not twice."""
    assert set(db.execute(select(inbox.c.state)).scalars()) == {"done"}
    letters = Counter(tuple(row) for row in db.execute(select(outbox.c.kind, outbox.c.state)))
    assert {state for _, state in letters} <= {"sent", "unknown"}, letters
    assert letters["reply", "unknown"] == 0, letters
    again = select(outbox.c.id).where(outbox.c.again, outbox.c.kind != "reply")
    assert db.execute(again).all() == []
    assert story.lost <= MOST_LOST_A_KILL * story.kills


async def tell(url: str, log: Path, *, seed: int, kills: int) -> Killing:
    async with ZaloServer() as server:
        story = Killing(server, url, log, seed)
        try:
            await story.lives(kills)
        except BaseException:
            story.program.kill()
            raise
        with story.store.reading() as db:
            check_books(story, db)
            check_messages(story, db)
        await story.store.close()
        return story


def summary(story: Killing, seed: int) -> str:
    crowd = story.crowd
    return (
        f"kill story on Zalo, seed {seed}: {story.kills} kills, {len(crowd.joined)} joined, "
        f"{len(crowd.given)} gave, {story.lost} messages lost in the hand, "
        f"{crowd.typed_again} typed again, {crowd.stopped} told that Liên had stopped, "
        f"{crowd.repeats} replies repeated and marked"
    )


async def test_killed_on_zalo_nothing_confirmed_is_lost_or_done_twice(
    sqlite_url: str, tmp_path: Path, record_property: Tell
) -> None:
    story = await tell(sqlite_url, tmp_path / "log", seed=20261122, kills=SHORT_KILLS)
    record_property("story", summary(story, 20261122))
    assert len(story.crowd.joined) == JOINING
    assert len(story.crowd.given) >= GIVING


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, 2])
async def test_killed_many_times_on_zalo(
    sqlite_url: str, tmp_path: Path, record_property: Tell, seed: int
) -> None:
    faulthandler.cancel_dump_traceback_later()  # minutes are no sign of hanging here
    story = await tell(sqlite_url, tmp_path / "log", seed=seed, kills=LONG_KILLS)
    record_property("story", summary(story, seed))
    assert story.kills == LONG_KILLS


def is_told(came: Came) -> bool:
    return " ".join(came.text.split()) == STOPPED


def asks(words: str) -> Callable[[Came], bool]:
    return lambda came: words in came.text


async def test_who_was_talking_is_asked_to_write_again_what_was_lost(
    sqlite_url: str, tmp_path: Path
) -> None:
    """Killed with her answer in its hand: the talk stands where it stood, and she is told once."""
    async with ZaloServer() as server:
        story = Killing(server, sqlite_url, tmp_path / "log", 1)
        hoa = next(iter(story.club.members.values()))
        try:
            await story.comes_up()
            await hoa.writes("đóng góp")
            await hoa.sees(asks("muốn đóng góp gì"))
            await hoa.writes("2")
            await hoa.sees(asks("bao nhiêu"))
            await story.is_killed()
            # What its broken line is given, nobody has.
            await hoa.writes("51.000")
            await until(lambda: server.waiting == 0)
            await story.comes_up()
            await hoa.sees(is_told)
            assert story.lost == 1
            await hoa.writes("51.000")
            await hoa.sees(asks("bằng cách nào"))
            await story.is_started_anew()
            await hoa.sees(is_told)
            # She has written nothing since.
            await story.is_started_anew()
            await asyncio.sleep(1)
            assert sum(map(is_told, hoa.messages)) == 2
        finally:
            await story.is_killed()
            await story.store.close()
