"""Long polling: an update is confirmed only after it is stored, and each is read on its own."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import aiohttp

from bot.channels.pauses import LONGEST_PAUSE_SECONDS, Pauses, asked_pause
from bot.channels.telegram.updates import KINDS, update_number
from bot.clock import Clock
from bot.watching.measures import MEASURES
from storage.store import DatabaseFailed

log = logging.getLogger("lien.telegram")

POLL_SECONDS = 30
ANSWER_SECONDS = POLL_SECONDS + 15
MOST_UPDATES = 100
LEAST_POLL_SECONDS = 0.5

TakeIn = Callable[[Sequence[Any]], Awaitable[None]]


class PollFailed(Exception):
    """Why nothing came, in a line for the log; `pause` are seconds the server asks for."""

    def __init__(self, why: str, *, pause: float = 0.0, by_webhook: bool = False) -> None:
        super().__init__(why)
        self.pause = pause
        self.by_webhook = by_webhook


class Poller:
    """Asks for updates, hands them to `take_in`, and confirms them when it returns."""

    def __init__(
        self,
        url: str,
        take_in: TakeIn,
        *,
        remove_webhook: Callable[[], Awaitable[None]],
        clock: Clock,
    ) -> None:
        self._url = url
        self._take_in = take_in
        self._remove_webhook = remove_webhook
        self._clock = clock
        self._pauses = Pauses(clock)
        self._offset = 0

    async def run(self) -> None:
        """Poll until cancelled."""
        timeout = aiohttp.ClientTimeout(total=ANSWER_SECONDS, sock_connect=10)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            try:
                while True:
                    await self._once(session)
            finally:
                MEASURES.rests("telegram")

    async def _once(self, session: aiohttp.ClientSession) -> None:
        begun = self._clock.monotonic()
        try:
            updates = await self._ask(session)
            if updates:
                await self._take_in(updates)
        except PollFailed as failure:
            log.warning("Telegram gave no updates: %s", failure)
            if failure.by_webhook:
                await self._remove_webhook()
            await asyncio.sleep(self._pauses.next(failure.pause))
        except DatabaseFailed as error:
            log.error("updates wait, the database did not take them: %s", type(error).__name__)
            await asyncio.sleep(self._pauses.next())
        else:
            await self._confirm(updates)
            if not updates and self._clock.monotonic() - begun < LEAST_POLL_SECONDS:
                # Nothing, and at once: whatever that means, it is no reason to ask without end.
                await asyncio.sleep(LEAST_POLL_SECONDS)

    async def _confirm(self, updates: Sequence[Any]) -> None:
        """The next question confirms all of these."""
        MEASURES.sign("telegram")
        numbers = [number for each in updates if (number := update_number(each)) is not None]
        if numbers:
            self._offset = max(numbers) + 1
        elif updates:
            # Without a number nothing can be confirmed: they will come again.
            await asyncio.sleep(self._pauses.next())
            return
        else:
            # All is confirmed. After a week of silence Telegram numbers anew, from anywhere: what
            # comes with a lower number would be taken for confirmed.
            self._offset = 0
        self._pauses.over()

    async def _ask(self, session: aiohttp.ClientSession) -> list[Any]:
        values: dict[str, Any] = {
            "timeout": POLL_SECONDS,
            "limit": MOST_UPDATES,
            "allowed_updates": KINDS,
        }
        if self._offset:
            values["offset"] = self._offset
        try:
            async with session.post(self._url, json=values, allow_redirects=False) as answer:
                return updates_in(answer.status, await answer.read())
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            # Its text may hold the address, and in it the token.
            raise PollFailed(type(error).__name__) from None


def updates_in(status: int, body: bytes) -> list[Any]:
    """The updates in an answer. Raises PollFailed."""
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        answer = None
    found = answer.get("result") if isinstance(answer, dict) else None
    if status == 200 and isinstance(found, list):
        return found
    raise _failure(status, answer if isinstance(answer, dict) else {})


def _failure(status: int, answer: dict[str, Any]) -> PollFailed:
    match status:
        case 401 | 404:
            return PollFailed(
                "it does not accept LIEN_TELEGRAM_TOKEN; "
                "right would be the token BotFather shows now",
                pause=LONGEST_PAUSE_SECONDS / 2,
            )
        case 409:
            if "webhook" in str(answer.get("description")):
                return PollFailed("a webhook is set; it is being removed", by_webhook=True)
            return PollFailed("another program reads with the same token; please end one of them")
        case 429:
            return PollFailed("too fast", pause=asked_pause(answer.get("parameters"), 1.0))
    return PollFailed(f"its answer was {status}")
