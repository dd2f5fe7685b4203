"""Somebody clears up: an hourly knock forgets what is due. Club rules, G.2."""

from bot.house import House
from bot.sharing import CALENDAR
from storage.forgetting import MOST_AT_ONCE, forget

SECONDS_BETWEEN = 3600


class Forgetter:
    """Clears up one house, in parts so small that nobody waits for them."""

    def __init__(self, house: House) -> None:
        self.house = house

    async def knock(self) -> int:
        """Forget all that is due now; returns how many rows that were."""
        if not self.house.has(CALENDAR):
            return 0
        forgotten, part = 0, MOST_AT_ONCE
        while part >= MOST_AT_ONCE:
            part = await self.house.store.change_soon(forget, self.house.clock.now())
            forgotten += part
        if forgotten:
            await self.house.store.in_writer(self.house.store.settle)
        return forgotten
