"""The one place that knows everything: builds the parts from settings and passes them in."""

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

import handlers.everything  # noqa: F401 – declares every dialogue, screen and notice
from bot.channels.channel import Channel
from bot.clock import Clock
from bot.core import Core
from bot.delivery import Delivery
from bot.steps import Reader, Steps
from storage import outbox
from storage.outbox import Letter
from storage.store import Store

log = logging.getLogger("lien")

SECONDS_TO_FINISH = 5.0


@dataclass(slots=True)
class House:
    """The running parts."""

    store: Store
    clock: Clock
    steps: Steps
    core: Core
    delivery: Delivery

    async def until_idle(self) -> None:
        """Returns when everything heard has been answered and every answer is out."""
        while True:
            await self.core.until_idle()
            await self.delivery.until_idle()
            if self.core.idle and self.delivery.idle:
                return


def build(
    store: Store, clock: Clock, channels: Mapping[str, Channel], readers: Mapping[str, Reader]
) -> House:
    """The parts, not yet running."""
    delivery = Delivery(store, channels, clock)
    steps = Steps(store, readers, clock)
    core = Core(store, steps, clock, delivery.post)
    delivery.core = core
    return House(store, clock, steps, core, delivery)


@asynccontextmanager
async def running(house: House) -> AsyncIterator[House]:
    """The house at work: first what an ended process left, then what comes. Ends by finishing what it holds."""
    left = await house.store.in_writer(_left_behind, house)
    async with asyncio.TaskGroup() as parts:
        turning = parts.create_task(house.core.run(), name="core")
        sending = parts.create_task(house.delivery.run(), name="delivery")
        house.delivery.post(left)
        try:
            yield house
        finally:
            await house.delivery.finish(SECONDS_TO_FINISH)
            house.core.end()
            await turning
            sending.cancel()


def _left_behind(house: House) -> Sequence[Letter]:
    """Steps an ended process did not finish, then letters it did not send."""
    stepped = house.steps.recover()
    with house.store.writing() as db:
        letters = outbox.left_behind(db, run=house.clock.run, now=house.clock.now())
    fresh = {each.id for each in letters}
    if letters:
        log.info("%s messages were left by the last run", len(letters))
    return sorted(
        [*letters, *(each for each in stepped.letters if each.id not in fresh)],
        key=lambda each: each.id,
    )
