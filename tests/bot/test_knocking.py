"""How often the days ahead are planned where planning takes long."""

from datetime import timedelta

from bot.knocking import QUICKLY, REST_TIMES, Knocker
from tests.kit.planned import at, plan_a_meeting, reminders_of
from tests.kit.village import Village, village
from tests.kit.world import FrozenClock

A_SECOND, A_MINUTE, A_DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)


class ClockOfASlowMachine(FrozenClock):
    """Each look at it finds so much more of the time gone."""

    each_look = timedelta(0)
    _gone = 0.0

    def monotonic(self) -> float:
        self._gone += self.each_look.total_seconds()
        return super().monotonic() + self._gone


async def planned_once(v: Village, clock: ClockOfASlowMachine, took: timedelta) -> Knocker:
    """Planning took so long; then somebody plans a meeting."""
    clock.each_look = took
    knocker = Knocker(v.house)
    await knocker.knock()
    clock.each_look = timedelta(0)
    plan_a_meeting(v, at(9, 8))
    return knocker


async def test_planning_that_took_long_rests_ten_times_as_long(sqlite_url: str) -> None:
    clock = ClockOfASlowMachine()
    async with village(sqlite_url, clock=clock) as v:
        knocker = await planned_once(v, clock, 2 * QUICKLY)
        clock.move(2 * QUICKLY * REST_TIMES - A_SECOND)
        await knocker.knock()
        assert reminders_of(v, "meeting_soon") == []
        clock.move(A_DAY)
        await knocker.knock()
        assert reminders_of(v, "meeting_soon")


async def test_planning_that_is_quick_comes_with_every_knock(sqlite_url: str) -> None:
    clock = ClockOfASlowMachine()
    async with village(sqlite_url, clock=clock) as v:
        knocker = await planned_once(v, clock, timedelta(0))
        clock.move(A_MINUTE)
        await knocker.knock()
        assert reminders_of(v, "meeting_soon")


async def test_a_clock_set_back_makes_no_rest_longer(sqlite_url: str) -> None:
    clock = ClockOfASlowMachine()
    async with village(sqlite_url, clock=clock) as v:
        knocker = await planned_once(v, clock, 2 * QUICKLY)
        clock.move(-A_SECOND)
        await knocker.knock()
        assert reminders_of(v, "meeting_soon")
