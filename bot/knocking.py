"""Somebody knocks: reminders are planned, those that are due are queued and handed to delivery."""

from collections.abc import Sequence
from datetime import datetime

from bot.house import House
from scheduler import broadcasts, loan_votes, missing_consents, planning
from storage import outbox_mending
from storage.outbox import Letter
from storage.queries import Connection


class Knocker:
    """Knocks at one house. Any number of houses on one database may be knocked at."""

    def __init__(self, house: House) -> None:
        self.house = house

    async def knock(self) -> int:
        """Plan the days ahead, end what is over, queue what is due; returns how many messages."""
        house = self.house
        now = house.clock.now()
        await house.store.change_soon(planning.plan, now)
        run, new_id = house.clock.run, house.clock.new_id
        told = await house.store.change_soon(loan_votes.end_votes, now, run, new_id)
        house.delivery.post(told)
        told_of_names = await house.store.change_soon(
            missing_consents.tell_and_forget, now, run, new_id
        )
        house.delivery.post(told_of_names)
        house.delivery.post(await house.store.change_soon(_put_back, run))
        count, more = len(told) + len(told_of_names), True
        while more:
            queued = await house.store.change_soon(planning.queue_due, now, run, new_id)
            house.delivery.post(queued.letters)
            count, more = count + len(queued.letters), queued.more
        return count + await self._words_to_many(now)

    async def _words_to_many(self, now: datetime) -> int:
        """After everybody's own reminders: who is next of those whom somebody wrote to."""
        house = self.house
        run, new_id = house.clock.run, house.clock.new_id
        ended = await house.store.change_soon(broadcasts.finish, now, run, new_id)
        house.delivery.post(ended)
        count, more = len(ended), True
        while more:
            letters, more = await house.store.change_soon(broadcasts.queue, now, run, new_id)
            house.delivery.post(letters)
            count += len(letters)
        return count


def _put_back(db: Connection, run: int) -> Sequence[Letter]:
    """What an operator wants to be sent again."""
    return outbox_mending.taken_up(db, run=run)
