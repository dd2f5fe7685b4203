"""A year over a frozen clock with two processes knocking: per person, kind and period one send."""

import random
from collections import Counter
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from bot.knocking import Knocker
from club.reminders import Kind, may_go_out
from scheduler import planning
from storage.queries import Connection
from storage.store import Store
from storage.tables.chats import outbox
from storage.tables.schedule import reminders
from tests.kit.owing import lent
from tests.kit.planned import ZONE, at, plan_a_meeting
from tests.kit.village import village
from tests.kit.world import FrozenClock

SEED, KNOCKS = 20261102, 70


async def test_at_most_once_and_never_in_a_quiet_time(database_url: str) -> None:
    chance = random.Random(SEED)
    async with village(database_url) as v:
        for number in range(1, 13):
            plan_a_meeting(v, at(20, 8, month=number, year=2027))
        lent(v, "hoa", *(date(2027, number, 20) for number in range(1, 7)))
        other = Store(database_url)
        elsewhere = FrozenClock(run=9)
        try:
            for _ in range(KNOCKS):
                v.clock.move(timedelta(hours=chance.randrange(6, 240)))
                now = v.clock.now()
                if chance.random() < 0.5:
                    await other.change_soon(planning.plan, now)
                    queued = await other.change_soon(
                        planning.queue_due, now, v.clock.run, elsewhere.new_id
                    )
                    v.house.delivery.post(queued.letters)
                await Knocker(v.house).knock()
                await v.house.until_idle()
        finally:
            await other.close()
        sent = v.store.change(_sent)
    assert len({row.kind for row in sent}) >= 8
    keys = Counter((row.club_id, row.person_id, row.kind, row.subject, row.period) for row in sent)
    assert set(keys.values()) == {1}
    for row in sent:
        assert may_go_out(Kind(row.kind), row.sent_at.astimezone(ZONE)), row


def _sent(db: Connection) -> list[Any]:
    columns = reminders.c
    found = select(
        columns.club_id,
        columns.person_id,
        columns.kind,
        columns.subject,
        columns.period,
        outbox.c.sent_at,
    ).join(outbox, outbox.c.reminder_id == columns.id)
    return list(db.execute(found.where(outbox.c.state == "sent")))
