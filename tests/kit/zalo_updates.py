"""How the stand-in of the Zalo Bot API hands updates out: to who asks first, or to a webhook."""

import asyncio
from collections import deque
from dataclasses import dataclass
from typing import Any

import aiohttp

SECRET_HEADER = "X-Bot-Api-Secret-Token"
Json = dict[str, Any]


@dataclass(slots=True)
class Webhook:
    """Where updates are posted, as setWebhook said."""

    url: str
    secret: str
    updated_at: int


class Updates:
    """What waits for the bot. Of several that ask each gets a part, and none is told."""

    def __init__(self, *, wraps: bool) -> None:
        self.wraps = wraps
        self.webhook: Webhook | None = None
        self.pollers = 0
        self.handed_out: list[Json] = []
        self._queue: deque[Json] = deque()
        self._came = asyncio.Condition()
        self._courier: asyncio.Task[None] | None = None

    def __len__(self) -> int:
        return len(self._queue)

    async def put(self, update: Json) -> None:
        async with self._came:
            self._queue.append(update)
            self._came.notify()

    async def take(self, seconds: float) -> Json | None:
        """The oldest update, for whoever asks first: another poller hears nothing of it."""
        self.pollers += 1
        try:
            async with asyncio.timeout(seconds), self._came:
                # With a webhook set this one is idle, without a word.
                await self._came.wait_for(lambda: self._queue and self.webhook is None)
                update = self._queue.popleft()
        except TimeoutError:
            return None
        finally:
            self.pollers -= 1
        self.handed_out.append(update)
        return update

    async def set_webhook(self, hook: Webhook | None) -> None:
        """From now on updates are posted there; None: they are asked for."""
        await self.end_courier()
        self.webhook = hook
        if hook is not None:
            self._courier = asyncio.create_task(self._post_what_comes(hook))
            return
        async with self._came:
            self._came.notify_all()

    async def end_courier(self) -> None:
        courier, self._courier = self._courier, None
        if courier is not None:
            courier.cancel()
            await asyncio.gather(courier, return_exceptions=True)

    async def _post_what_comes(self, hook: Webhook) -> None:
        timeout = aiohttp.ClientTimeout(total=10)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            while True:
                async with self._came:
                    await self._came.wait_for(lambda: bool(self._queue))
                    update = self._queue[0]
                if await self._posted(session, hook, update):
                    self._queue.popleft()
                    self.handed_out.append(update)
                else:
                    await asyncio.sleep(0.05)

    async def _posted(self, session: aiohttp.ClientSession, hook: Webhook, update: Json) -> bool:
        body = {"ok": True, "result": update} if self.wraps else update
        headers = {SECRET_HEADER: hook.secret}
        try:
            async with session.post(hook.url, json=body, headers=headers) as answer:
                return 200 <= answer.status < 300
        except (aiohttp.ClientError, TimeoutError):
            return False
