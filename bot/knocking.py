"""Somebody knocks: reminders are planned, those that are due are queued and handed to delivery."""

from bot.house import House
from scheduler import planning


class Knocker:
    """Knocks at one house. Any number of houses on one database may be knocked at."""

    def __init__(self, house: House) -> None:
        self.house = house

    async def knock(self) -> int:
        """Plan the days ahead and queue what is due now; returns how many messages go out."""
        house = self.house
        now = house.clock.now()
        await house.store.change_soon(planning.plan, now)
        count, more = 0, True
        while more:
            queued = await house.store.change_soon(
                planning.queue_due, now, house.clock.run, house.clock.new_id
            )
            house.delivery.post(queued.letters)
            count, more = count + len(queued.letters), queued.more
        return count
