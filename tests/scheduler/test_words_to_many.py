"""Words to many are put into the outbox as fast as the bot may send them, and no faster."""

from functools import partial

from club.broadcasts import A_MINUTE
from scheduler import broadcasts
from storage.outbox import Outcome, settle
from tests.handlers.settings.test_broadcast import OTHERS, writes
from tests.kit.planned import at, close_months
from tests.kit.village import Village, village

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
