"""Words to many are put into the outbox as fast as the bot may send them, and no faster."""

from functools import partial

from bot.channels.web.channel import read_update
from bot.house import build
from bot.pace import SECONDS_A_MINUTE, Pace
from club.broadcasts import A_MINUTE
from scheduler import broadcasts
from storage.outbox import Outcome, settle
from storage.schema import bring_up_to_date
from storage.store import Store
from tests.handlers.settings.test_broadcast import OTHERS, writes
from tests.kit.planned import at, close_months
from tests.kit.small_house import ScriptedChannel
from tests.kit.village import Village, village
from tests.kit.world import FrozenClock

FEW = 3


def queued(v: Village, a_minute: int = A_MINUTE) -> list[int]:
    """The letters that come into the outbox at one knock; nobody sends them."""
    now, new_id = v.clock.now(), v.clock.new_id
    work = partial(broadcasts.queue, a_minute=a_minute)
    return [each.id for each in v.store.change(work, now, v.clock.run, new_id)[0]]


async def test_no_more_wait_than_leave_in_a_minute_and_none_twice(database_url: str) -> None:
    async with village(database_url) as v:
        await writes(v)
        await v.cuc.says("đúng")
        v.clock.move(at(2, 10) - v.clock.now())
        close_months(v)
        first = queued(v, FEW)
        assert len(first) == FEW
        assert queued(v, FEW) == []
        v.store.change(settle, [Outcome(each, "sent") for each in first[:2]], v.clock.now())
        assert len(queued(v, FEW)) == 2
        # A bot that may send more gets more.
        assert len(queued(v)) == len(OTHERS) - FEW - 2


async def test_who_writes_is_told_how_long_it_takes_at_the_rate_that_is_set(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        v.house.outgoing.a_minute = FEW
        await writes(v)
        reached = len(OTHERS)
        assert f"{-(-reached // FEW)} phút" in v.cuc.last


async def test_the_rate_of_the_house_is_what_is_told(sqlite_url: str) -> None:
    clock, store = FrozenClock(), Store(sqlite_url)
    bring_up_to_date(store)
    pace = Pace(clock, per_second=2, chat_gap_seconds=0.0)
    made = build(store, clock, {"web": ScriptedChannel()}, {"web": read_update}, pace=pace)
    assert made.outgoing.a_minute == pace.a_minute == 2 * SECONDS_A_MINUTE
    await store.close()
