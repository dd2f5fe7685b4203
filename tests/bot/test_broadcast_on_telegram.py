"""Words to many over real HTTP: blocked on the way, too fast, answers lost; each counted once."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

from sqlalchemy import select

from bot.run import live
from bot.settings import settings
from club.broadcasts import Audience
from storage.changes.deed import Deed
from storage.changes.settings.send_broadcast import SendBroadcast
from storage.queries.settings.broadcasts import Progress, To, progress
from storage.schema import bring_up_to_date
from storage.store import Store
from storage.tables.areas import clubs
from storage.tables.broadcasts import broadcasts
from storage.tables.chats import chats
from tests.kit.running_program import telegram_settings
from tests.kit.telegram_club import TelegramClub, telegram_club
from tests.kit.telegram_house import NO_FILE, until
from tests.kit.telegram_server import TelegramServer
from tests.kit.world import START, FrozenClock

TEXT = "Sáng mai dọn nhà văn hóa"
NAMES = [f"Nguyễn Thị Hoa {number}" for number in range(12)]


@asynccontextmanager
async def at_work(server: TelegramServer, store: Store, url: str) -> AsyncIterator[None]:
    """`lien run` by day: its first knock comes at once."""
    chosen = settings(telegram_settings(server, url), NO_FILE)
    stopping = asyncio.Event()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(live(store, chosen, stopping, clock=FrozenClock()))
        try:
            yield
        finally:
            stopping.set()


def write_to_many(store: Store, club: TelegramClub) -> int:
    with store.writing() as db:
        club_id = db.execute(select(clubs.c.id)).scalar_one()
        key = str(club.board["chair"].person_id)
        chair = db.execute(select(chats.c.id, chats.c.person_id).where(chats.c.key == key)).one()
        today = date(2026, 11, 2)
        deed = Deed(chair.id, "telegram", chair.person_id, club_id, START, today, "test:1")
        to = To(Audience.CLUB, (club_id,))
        return SendBroadcast(to, TEXT).carry_out(db, deed).broadcast_id


def far(store: Store, number: int) -> Progress:
    with store.reading() as db:
        return progress(db, number)


async def test_who_blocks_in_the_middle_is_counted_and_the_others_get_it_once(
    sqlite_url: str,
) -> None:
    store = Store(sqlite_url)
    bring_up_to_date(store)
    async with TelegramServer() as server:
        club = telegram_club(store, server, members=NAMES, now=START)
        people = [club.members[name] for name in NAMES]
        number = write_to_many(store, club)
        server.fail("blocked", person=people[3], method="sendMessage")
        server.fail("deactivated", person=people[4], method="sendMessage")
        server.fail("dropped_after", person=people[5], method="sendMessage")
        fast = {"retry_after": 1, "times": 1}
        server.fail("too_many_requests", person=people[6], method="sendMessage", **fast)
        server.fail("server_error", person=people[7], method="sendMessage", times=1)
        async with at_work(server, store, sqlite_url):
            await until(lambda: not far(store, number).on_its_way, 60)
        found = far(store, number)
        assert (found.to_phone, found.cancelled) == (2, 0)
        assert found.sent + found.unknown == found.people - 2
        assert found.unknown >= 1
        assert_nobody_got_it_twice(server)
        with store.reading() as db:
            gone = db.execute(select(chats.c.unreachable).where(chats.c.unreachable.is_not(None)))
            assert len(gone.all()) == 2
            assert db.execute(select(broadcasts.c.state)).scalar_one() in {"running", "done"}
    await store.close()


def assert_nobody_got_it_twice(server: TelegramServer) -> None:
    refused = {403, 429}
    tried = [each for each in server.sent if TEXT in str(each.values)]
    assert Counter(each.status for each in tried if each.status in refused) == {403: 2, 429: 1}
    got = Counter(each.values["chat_id"] for each in tried if each.status not in refused)
    assert set(got.values()) == {1}
