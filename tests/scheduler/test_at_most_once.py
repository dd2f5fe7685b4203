"""Whatever crashes or runs twice, nothing is said twice; and the clock face only knocks."""

import asyncio

import pytest

from scheduler import planning
from scheduler.clock_face import knocking
from storage import outbox
from storage.store import Store
from tests.kit.planned import (
    at,
    at_the_moment,
    close_months,
    outcomes,
    plan_a_meeting,
    reminders_of,
)
from tests.kit.village import Village, village
from tests.kit.world import FrozenClock

MEMBERS = 8
AN_ENDED_PROCESS = 9


def queue_as_another_process(v: Village) -> list[int]:
    """Another process plans and queues; returns its letters' numbers."""
    close_months(v)
    v.store.change(planning.plan, v.clock.now())
    queued = v.store.change(planning.queue_due, v.clock.now(), AN_ENDED_PROCESS, v.clock.new_id)
    return [each.id for each in queued.letters]


async def test_killed_between_mark_and_send_it_stays_unknown(database_url: str) -> None:
    async with village(database_url) as v:
        plan_a_meeting(v, at(10, 8))
        v.clock.move(at(7, 8) - v.clock.now())
        letters = queue_as_another_process(v)
        v.store.change(outbox.begin_sending, letters[:3], AN_ENDED_PROCESS, v.clock.now())
        left = v.store.change(outbox.left_behind, run=v.clock.run, now=v.clock.now())
        v.house.delivery.post(left)
        await v.house.until_idle()
        assert outcomes(v) == ["unknown"] * 3 + ["sent"] * (MEMBERS - 3)
        assert await at_the_moment(v, at(7, 9)) == 0
        assert outcomes(v) == ["unknown"] * 3 + ["sent"] * (MEMBERS - 3)


async def test_killed_before_the_commit_nothing_has_happened(database_url: str) -> None:
    async with village(database_url) as v:
        plan_a_meeting(v, at(10, 8))
        v.clock.move(at(7, 8) - v.clock.now())
        v.store.change(planning.plan, v.clock.now())
        with pytest.raises(KeyError):
            v.store.change(_queue_and_die, v)
        assert outcomes(v) == []
        assert await at_the_moment(v, at(7, 8)) == MEMBERS


async def test_many_processes_at_once(database_url: str) -> None:
    """Four stores plan and queue at the same moment, over and over: everybody hears it once."""
    async with village(database_url) as v:
        plan_a_meeting(v, at(10, 8))
        v.clock.move(at(7, 8) - v.clock.now())
        close_months(v)
        stores = [Store(database_url) for _ in range(4)]
        now = v.clock.now()
        try:
            for _ in range(3):
                await asyncio.gather(*(each.change_soon(planning.plan, now) for each in stores))
            queued = await asyncio.gather(
                *(
                    each.change_soon(
                        planning.queue_due, now, 20 + place, FrozenClock(run=20 + place).new_id
                    )
                    for place, each in enumerate(stores)
                )
            )
        finally:
            for each in stores:
                await each.close()
        assert sum(len(each.letters) for each in queued) == MEMBERS
        assert reminders_of(v, "meeting_soon") == [("queued", None)] * MEMBERS
        assert outcomes(v) == ["waiting"] * MEMBERS


async def test_the_clock_face_knocks_at_once_and_again() -> None:
    knocks: list[int] = []
    enough = asyncio.Event()

    async def knock() -> int:
        knocks.append(1)
        if len(knocks) == 2:
            enough.set()
        return 0

    async with knocking(knock, timezone="Asia/Ho_Chi_Minh", seconds=1):
        assert len(knocks) == 1
        async with asyncio.timeout(60):
            await enough.wait()


async def test_a_slow_knock_is_waited_for_without_a_word_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    knocks, at_once, most = 0, 0, 0
    again = asyncio.Event()

    async def knock() -> int:
        nonlocal knocks, at_once, most
        knocks, at_once = knocks + 1, at_once + 1
        most = max(most, at_once)
        if knocks == 2:
            await asyncio.sleep(1.5)
        elif knocks == 3:
            again.set()
        at_once -= 1
        return 0

    async with knocking(knock, timezone="Asia/Ho_Chi_Minh", seconds=1):
        async with asyncio.timeout(60):
            await again.wait()
    assert most == 1
    assert [each for each in caplog.records if each.levelname != "DEBUG"] == []


async def test_a_knock_that_fails_does_not_end_the_knocking() -> None:
    knocks: list[int] = []
    enough = asyncio.Event()

    async def knock() -> int:
        knocks.append(1)
        if len(knocks) == 3:
            enough.set()
        raise OSError("the database is away")

    async with knocking(knock, timezone="Asia/Ho_Chi_Minh", seconds=1):
        async with asyncio.timeout(60):
            await enough.wait()


def _queue_and_die(db, v: Village) -> None:  # type: ignore[no-untyped-def]
    planning.queue_due(db, v.clock.now(), AN_ENDED_PROCESS, v.clock.new_id)
    raise KeyError("killed")
