"""Long polling without an offset: an update is handed over once, so it is held until it is stored.

With a webhook set, or with another program asking by the same token, Zalo says nothing at all: the
updates only do not come. So it is asked now and then whether a webhook is set.
"""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from bot.channels.channel import SendingFailed
from bot.channels.pauses import LONGEST_PAUSE_SECONDS, Pauses
from bot.channels.zalo.wire import TOKEN_REFUSED, Answer, Wire
from bot.clock import Clock
from bot.watching.measures import MEASURES
from storage.store import DatabaseFailed

log = logging.getLogger("lien.zalo")

POLL_SECONDS = 30
ANSWER_SECONDS = POLL_SECONDS + 15
SECONDS_BETWEEN_LOOKS = 600.0
LEAST_POLL_SECONDS = 1.0
IDLE, TOO_MANY = 408, 429

NOTED_EVERY_SECONDS = 60.0

TakeInOne = Callable[[Any], Awaitable[None]]
Note = Callable[[bool], Awaitable[None]]
"""Writes down that this program asks, and whether something has come."""


class Poller:
    """Asks for one update after another and hands each to `take_in`."""

    def __init__(self, wire: Wire, take_in: TakeInOne, *, note: Note, clock: Clock) -> None:
        self._wire = wire
        self._take_in = take_in
        self._note = note
        self._clock = clock
        self._pauses = Pauses(clock)
        self._look_at = 0.0
        self._note_at = 0.0
        self._has_heard = False

    async def run(self) -> None:
        """Poll until cancelled."""
        try:
            while True:
                if self._clock.monotonic() >= self._look_at:
                    await self._remove_webhook()
                    self._look_at = self._clock.monotonic() + SECONDS_BETWEEN_LOOKS
                await self._once()
                await self._write_down()
        finally:
            MEASURES.rests("zalo")

    async def _write_down(self) -> None:
        """Now and then, for whoever looks who asks; it does not matter if it fails."""
        now = self._clock.monotonic()
        if now < self._note_at:
            return
        self._note_at = now + NOTED_EVERY_SECONDS
        with contextlib.suppress(DatabaseFailed):
            await self._note(self._has_heard)
            self._has_heard = False

    async def _once(self) -> None:
        begun = self._clock.monotonic()
        try:
            answer = await self._wire.ask(
                "getUpdates", seconds=ANSWER_SECONDS, timeout=str(POLL_SECONDS)
            )
        except SendingFailed as failure:
            log.warning("Zalo gave no updates: %s", failure)
            await asyncio.sleep(self._pauses.next())
            return
        if answer.is_well or answer.code == IDLE:
            MEASURES.sign("zalo")
        if answer.is_well and answer.result:
            await self._keep(answer.result)
        elif not answer.is_well and answer.code != IDLE:
            await self._rest(answer)
        elif self._clock.monotonic() - begun < LEAST_POLL_SECONDS:
            # Nothing, and at once: whatever that means, it is no reason to ask a thousand times.
            await asyncio.sleep(self._pauses.next())
        else:
            self._pauses.over()

    async def _keep(self, found: Any) -> None:
        """Until the database has it: Zalo does not hand it over again."""
        # A list is not what it sends today; one that came would be lost otherwise.
        for update in found if isinstance(found, list) else [found]:
            while update:
                try:
                    await self._take_in(update)
                except DatabaseFailed as error:
                    why = type(error).__name__
                    log.error("an update waits, the database did not take it: %s", why)
                    await asyncio.sleep(self._pauses.next())
                else:
                    self._has_heard = True
                    break
        self._pauses.over()

    async def _rest(self, answer: Answer) -> None:
        if answer.code == 401:
            log.error(TOKEN_REFUSED)
            await asyncio.sleep(LONGEST_PAUSE_SECONDS / 2)
            return
        log.warning("Zalo gave no updates: its answer was %s", answer.code or answer.why)
        await asyncio.sleep(self._pauses.next(answer.pause if answer.code == TOO_MANY else 0.0))

    async def _remove_webhook(self) -> None:
        """As long as one is set, polling stays silent without an error."""
        try:
            address = await webhook_set(self._wire)
            if address:
                log.warning("a webhook was set at Zalo, which takes the updates; it is removed")
                await self._wire.call("deleteWebhook")
        except SendingFailed as failure:
            log.warning("Zalo did not say whether a webhook is set: %s", failure)


async def webhook_set(wire: Wire) -> str:
    """The address at which Zalo posts; '' where it is asked. Raises a SendingFailed."""
    answer = await wire.ask("getWebhookInfo")
    if answer.code == 404:
        return ""
    result = answer.result if answer.is_well else await wire.call("getWebhookInfo")
    address = result.get("url") if isinstance(result, dict) else None
    return address if isinstance(address, str) else ""
