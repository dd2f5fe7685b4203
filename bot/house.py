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
from bot.pace import PROACTIVE_A_SECOND, Pace
from bot.received.fetching import Fetcher
from bot.sitting import Reader
from bot.steps import Steps
from bot.voice.reading import ReadingAloud
from scheduler import planning
from storage import inbox, outbox
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
    fetcher: Fetcher

    async def until_idle(self) -> None:
        """Returns when everything heard has been answered and every answer is out."""
        while True:
            await self.core.until_idle()
            await self.fetcher.until_idle()
            await self.delivery.until_idle()
            if self.core.idle and self.delivery.idle and self.fetcher.idle:
                return


def build(
    store: Store,
    clock: Clock,
    channels: Mapping[str, Channel],
    readers: Mapping[str, Reader],
    *,
    per_second: float = PROACTIVE_A_SECOND,
    chat_gap_seconds: float = 0.0,
    reading: ReadingAloud | None = None,
) -> House:
    """The parts, not yet running.

    `per_second`: messages nobody has just asked for. `chat_gap_seconds`: what such a message keeps
    from the one before it in its chat. Without `reading` nothing is read aloud.
    """
    pace = Pace(clock, per_second=per_second, chat_gap_seconds=chat_gap_seconds)
    delivery = Delivery(store, channels, clock, pace=pace, reading=reading)
    steps = Steps(store, readers, clock)
    core = Core(store, steps, clock, delivery.post)
    delivery.core = core
    core.ask_again = planning.ask_again
    fetcher = Fetcher(store, channels, clock, problems=steps.problems)
    fetcher.core, core.fetch = core, fetcher.post
    return House(store, clock, steps, core, delivery, fetcher)


@asynccontextmanager
async def running(house: House) -> AsyncIterator[House]:
    """The house at work: what an ended process left, then what comes; ends by finishing it."""
    chats, letters = await house.store.in_writer(_left_behind, house)
    async with asyncio.TaskGroup() as parts:
        turning = parts.create_task(house.core.run(), name="core")
        sending = parts.create_task(house.delivery.run(), name="delivery")
        fetching = parts.create_task(house.fetcher.run(), name="fetching")
        house.delivery.post(letters)
        house.core.carry_on(chats)
        try:
            yield house
        finally:
            await _finish(house)
            fetching.cancel()
            house.core.end()
            try:
                async with asyncio.timeout(SECONDS_TO_FINISH):
                    await asyncio.shield(turning)
            except TimeoutError:
                turning.cancel()
            sending.cancel()


async def _finish(house: House) -> None:
    """Answer and send what can be in a few seconds; the rest stays in the database."""
    house.delivery.finish()
    try:
        async with asyncio.timeout(SECONDS_TO_FINISH):
            await house.until_idle()
    except TimeoutError:
        log.info("%s chats keep their messages for the next start", house.delivery.waiting)


def _left_behind(house: House) -> tuple[set[int], Sequence[Letter]]:
    """Chats in which something waits to be answered, and the letters that wait to be sent."""
    with house.store.writing() as db:
        letters = outbox.left_behind(db, run=house.clock.run, now=house.clock.now())
        chats = set(inbox.chats_with_waiting(db))
    if letters or chats:
        log.info("%s messages wait to be sent, %s chats for an answer", len(letters), len(chats))
    return chats, letters
