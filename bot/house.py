"""The one place that knows everything: builds the parts from settings and passes them in."""

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

import handlers.everything  # noqa: F401 – declares every dialogue, screen and notice
from bot.channels.channel import Channel
from bot.chat_budgets import ChatBudgets
from bot.clock import Clock
from bot.core import Core
from bot.delivery import Delivery
from bot.looking import Looking
from bot.outgoing import Outgoing, SharedOutgoing
from bot.pace import PROACTIVE_A_SECOND, Pace
from bot.received.fetching import Fetcher
from bot.roles import Role
from bot.sharing import Sharing
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
    sharing: Sharing | None = None
    looking: Looking | None = None

    @property
    def outgoing(self) -> Outgoing:
        """Whose the letters are that somebody writes here."""
        return self.steps.outgoing

    def post(self, letters: Sequence[Letter]) -> None:
        """What was written to `outgoing` is committed."""
        if self.looking is None:
            self.delivery.post(letters)
        else:
            self.looking.soon()

    @property
    def chat_messages_a_minute(self) -> int | None:
        """What is taken of one chat; None for as many as come."""
        return self.core.budgets.a_minute if self.core.budgets is not None else None

    def has(self, duty: str) -> bool:
        """Whether this process does what only one of them does."""
        return self.sharing is None or self.sharing.has(duty)

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
    pace: Pace | None = None,
    reading: ReadingAloud | None = None,
    sharing: Sharing | None = None,
    chat_messages_a_minute: int | None = None,
) -> House:
    """The parts, not yet running.

    `pace`: of messages nobody has just asked for; else the usual rate, and no rest in a chat.
    Without `reading` nothing is read aloud. Without `sharing` this is the only process.
    `chat_messages_a_minute`: what is taken of one chat; None for as many as come.
    """
    pace = pace or Pace(clock, per_second=PROACTIVE_A_SECOND, chat_gap_seconds=0.0)
    delivery = Delivery(store, channels, clock, pace=pace, reading=reading)
    sends = sharing is not None and Role.DELIVERY in sharing.roles
    outgoing = SharedOutgoing(clock, sends=sends) if sharing is not None else Outgoing(clock)
    outgoing.a_minute = pace.a_minute
    steps = Steps(store, readers, clock, outgoing)
    core = Core(store, steps, clock, delivery.post)
    delivery.core = core
    core.ask_again = planning.ask_again
    if chat_messages_a_minute:
        core.budgets = ChatBudgets(
            clock, readers, a_minute=chat_messages_a_minute, shared=sharing is not None
        )
    fetcher = Fetcher(store, channels, clock, problems=steps.problems)
    fetcher.core, core.fetch = core, fetcher.post
    house = House(store, clock, steps, core, delivery, fetcher)
    if sharing is not None:
        _share(house, sharing)
    return house


def _share(house: House, sharing: Sharing) -> None:
    """The parts of a house that is not alone: what lies free is looked for, places are kept."""
    delivery = house.delivery
    sharing.delivery = delivery
    delivery.until_sure, delivery.slow_down = sharing.until_sure, sharing.slow_down
    house.sharing = sharing
    house.core.away = sharing.away
    house.looking = Looking(
        house.store,
        house.clock,
        house.core,
        delivery,
        sharing,
        answers=house.steps.readers if Role.INBOX in sharing.roles else (),
        sends=delivery.channels if Role.DELIVERY in sharing.roles else (),
    )
    house.core.turned = house.looking.soon


@asynccontextmanager
async def running(house: House) -> AsyncIterator[House]:
    """The house at work: what an ended process left, then what comes; ends by finishing it."""
    chats, letters = set[int](), list[Letter]()
    if house.looking is None:
        chats, letters = await house.store.in_writer(left_behind, house)
    async with asyncio.TaskGroup() as parts:
        turning = parts.create_task(house.core.run(), name="core")
        sending = parts.create_task(house.delivery.run(), name="delivery")
        fetching = parts.create_task(house.fetcher.run(), name="fetching")
        looking = None
        if house.looking is not None:
            looking = parts.create_task(house.looking.run(), name="looking")
        house.delivery.post(letters)
        house.core.carry_on(chats)
        try:
            yield house
        finally:
            if looking is not None:
                looking.cancel()
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


def left_behind(house: House) -> tuple[set[int], list[Letter]]:
    """Chats in which something waits to be answered, and the letters that wait to be sent."""
    with house.store.writing() as db:
        letters = outbox.left_behind(db, run=house.clock.run, now=house.clock.now())
        chats = set(inbox.chats_with_waiting(db))
    if letters or chats:
        log.info("%s messages wait to be sent, %s chats for an answer", len(letters), len(chats))
    return chats, letters
