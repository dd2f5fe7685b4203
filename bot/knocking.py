"""Somebody knocks: reminders are planned, those that are due are queued and handed to delivery."""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from bot.house import House
from bot.sharing import CALENDAR
from bot.watching.measures import MEASURES
from scheduler import broadcasts, loan_votes, missing_consents, planning
from storage import clock_watch, outbox_mending
from storage.outbox import Letter
from storage.queries import Connection
from storage.sharing.processes import NOBODY

log = logging.getLogger("lien.scheduler")

QUICKLY = timedelta(seconds=6)
REST_TIMES = 10
"""Planning that is not done quickly rests so many times as long: with a country of clubs it would
otherwise be all that the database does. What is due is queued at every knock all the same."""


class Knocker:
    """Knocks at one house. Any number of houses on one database may be knocked at; where they
    know of each other, one of them does it for all.
    """

    def __init__(self, house: House) -> None:
        self.house = house
        self._looked: tuple[datetime, float] | None = None
        self._held = False
        self._rests: tuple[datetime, datetime] | None = None

    async def knock(self) -> int:
        """Plan the days ahead, end what is over, queue what is due; returns how many messages.

        Nothing of that while a jump of the system's clock is not accepted.
        """
        house = self.house
        now = house.clock.now()
        mine = house.has(CALENDAR)
        held = mine and await self._is_held(now)
        # Not before the database took something: a knock that fails each minute is no sign of life.
        MEASURES.sign("knock")
        if held or not mine:
            return 0
        await self._plan(now)
        run, new_id = house.outgoing.run, house.clock.new_id
        told = await house.store.change_soon(loan_votes.end_votes, now, run, new_id)
        house.post(told)
        told_of_names = await house.store.change_soon(
            missing_consents.tell_and_forget, now, run, new_id
        )
        house.post(told_of_names)
        house.post(await house.store.change_soon(_put_back, run))
        count, more = len(told) + len(told_of_names), True
        while more:
            queued = await house.store.change_soon(planning.queue_due, now, run, new_id)
            house.post(queued.letters)
            count, more = count + len(queued.letters), queued.more
        return count + await self._words_to_many(now)

    async def _plan(self, now: datetime) -> None:
        """The days ahead, unless planning rests."""
        if self._rests is not None and self._rests[0] <= now < self._rests[1]:
            return
        clock = self.house.clock
        began = clock.monotonic()
        for part in planning.parts_of_plan(now):
            await self.house.store.change_soon(part)
        took = timedelta(seconds=clock.monotonic() - began)
        self._rests = (now, now + REST_TIMES * took) if took > QUICKLY else None

    async def _is_held(self, now: datetime) -> bool:
        """Whether the clock is not to be trusted; said once in the log."""
        uptime, jumped = self.house.clock.uptime(), None
        if self._looked is not None:
            last, then = self._looked
            jumped = now - last - timedelta(seconds=uptime - then)
        held = await self.house.store.change_soon(clock_watch.look, now, jumped)
        self._looked = now, uptime
        if held and not self._held:
            log.error("the clock has jumped: nothing goes out by itself until lien clock accept")
        self._held = held
        return held

    async def _words_to_many(self, now: datetime) -> int:
        """After everybody's own reminders: who is next of those whom somebody wrote to."""
        house = self.house
        run, new_id = house.outgoing.run, house.clock.new_id
        ended = await house.store.change_soon(broadcasts.finish, now, run, new_id)
        house.post(ended)
        # What the bot may send until the next knock, so that it never waits for one.
        queue = partial(broadcasts.queue, a_minute=house.delivery.pace.a_minute)
        count, more = len(ended), True
        while more:
            letters, more = await house.store.change_soon(queue, now, run, new_id)
            house.post(letters)
            count += len(letters)
        return count


def _put_back(db: Connection, run: int) -> Sequence[Letter]:
    """What an operator wants to be sent again; with several processes it lies free already."""
    if run == NOBODY:
        return ()
    return outbox_mending.taken_up(db, run=run)
