"""A year over a frozen clock with workers that die and a hostile Bot API: at most one send each."""

import faulthandler
import random
from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest

from bot.channels.telegram.sending import TelegramChannel
from club.reminders import Kind, may_go_out
from tests.kit.hostile_year import PER_SECOND, HostileYear
from tests.kit.owing import lent
from tests.kit.planned import ZONE, at, plan_a_meeting
from tests.kit.telegram_server import TelegramServer
from tests.kit.village import village

SEED, KNOCKS, KILLS = 20261102, 60, 3
LONG_KILLS = 25

Tell = Callable[[str, object], None]


async def live_a_year(url: str, *, seed: int, kills: int) -> str:
    """A year with its checks; returns what happened, in a line."""
    chance = random.Random(seed)
    async with village(url) as v, TelegramServer(seed=seed) as server:
        for number in range(1, 13):
            plan_a_meeting(v, at(20, 8, month=number, year=2027))
        lent(v, "hoa", *(date(2027, number, 20) for number in range(1, 7)))
        channel = TelegramChannel(server.url, server.token)
        await channel.open()
        year = HostileYear(url, v, server, channel, chance)
        killed = set(chance.sample(range(KNOCKS), kills))
        try:
            await year.begin()
            for number in range(KNOCKS):
                await year.days_go_by(kill=number in killed)
        finally:
            await year.end()
        check_at_most_once(year)
        check_each_due_one_is_accounted_for(year)
        assert year.most_in_a_second() <= PER_SECOND
        return summary(year, seed)


def check_at_most_once(year: HostileYear) -> None:
    """Per person, kind and period at most one send, none of it in a quiet time."""
    begun = [row for row in year.reminded() if row.begun_at is not None]
    assert len({row.kind for row in begun}) >= 8
    keys = Counter(
        (row.club_id, row.person_id, row.kind, row.subject, row.period)
        for row in begun
        if row.state in {"sent", "unknown"}
    )
    assert set(keys.values()) == {1}
    for row in begun:
        assert may_go_out(Kind(row.kind), row.begun_at.astimezone(ZONE)), row
    known, maybe = year.sent_texts()
    arrived = year.arrived()
    # At the phones: whatever is known to be there is, and nothing more than may be.
    assert not known - arrived
    assert not arrived - (known + maybe)


def check_each_due_one_is_accounted_for(year: HostileYear) -> None:
    """Every reminder that was due is sent, or says why not."""
    due = [row for row in year.planned() if row.due]
    assert not [row for row in due if row.state == "planned"]
    assert all(row.why for row in due if row.state != "queued")
    letters = year.reminded()
    assert {row.state for row in letters} <= {"sent", "unknown", "dead", "dropped"}
    assert all(row.why for row in letters if row.state != "sent")


def summary(year: HostileYear, seed: int) -> str:
    became = Counter(row.state for row in year.planned() if row.due and row.state != "queued")
    became += Counter(row.state for row in year.reminded())
    counts = ", ".join(f"{count} {state}" for state, count in sorted(became.items()))
    faults = Counter(each.status for each in year.server.sent if each.method == "sendmessage")
    answers = ", ".join(f"{count} × {status or 'none'}" for status, count in sorted(faults.items()))
    database = "SQLite" if year.v.store.on_sqlite else f"PostgreSQL, {len(year.workers)} workers"
    return (
        f"a year on {database}, seed {seed}: {year.kills} kills; {counts}; "
        f"answers {answers}; at most {year.most_in_a_second()} of {PER_SECOND} in a second"
    )


async def test_at_most_once_and_never_in_a_quiet_time(
    database_url: str, record_property: Tell
) -> None:
    record_property("story", await live_a_year(database_url, seed=SEED, kills=KILLS))


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_many_kills_in_a_year(database_url: str, record_property: Tell, seed: int) -> None:
    faulthandler.cancel_dump_traceback_later()
    record_property("story", await live_a_year(database_url, seed=seed, kills=LONG_KILLS))
