"""Delivery of updates to a webhook: one chat in order, different chats side by side."""

import asyncio
import json
import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import aiohttp

from tests.kit.telegram_checks import Json, Parameters, bad_request
from tests.kit.telegram_updates import UpdateQueue, Waiting

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
DEFAULT_CONNECTIONS = 40
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where updates are posted, as setWebhook said."""

    url: str
    secret_token: str
    max_connections: int


class WebhookDelivery:
    """Posts what waits; anything but a 2xx within `timeout_seconds` is posted again.

    The next update of a chat waits for the answer to the one before, as with the real server.
    """

    timeout_seconds = 60.0
    pause_seconds = 0.1

    def __init__(
        self, queue: UpdateQueue, call_method: Callable[[str, Json], Awaitable[object]]
    ) -> None:
        self.queue = queue
        self.call_method = call_method
        self.webhook: Webhook | None = None
        self.last_error: tuple[int, str] | None = None
        self._session: aiohttp.ClientSession | None = None
        self._places = asyncio.Semaphore(DEFAULT_CONNECTIONS)
        self._couriers: dict[int, asyncio.Task[None]] = {}
        queue.is_pushed = lambda: self.webhook is not None
        queue.on_added = self._start_courier

    async def set(self, parameters: Parameters) -> bool:
        """setWebhook; an empty url takes the webhook away. Plain http is allowed, as locally."""
        url = parameters.text("url") or ""
        if parameters.yes("drop_pending_updates"):
            self.queue.clear()
        if not url:
            return await self.delete()
        if not re.match(r"https?://[^/\s]+", url):
            raise bad_request("bad webhook: invalid webhook URL specified")
        secret = parameters.text("secret_token") or ""
        if secret and not _SECRET.fullmatch(secret):
            raise bad_request("secret token contains unallowed characters")
        connections = min(max(parameters.integer("max_connections", DEFAULT_CONNECTIONS), 1), 100)
        self.queue.allow(parameters.structure("allowed_updates"))
        await self.delete()
        self.queue.end_polls()
        self.webhook = Webhook(url, secret, connections)
        self._places = asyncio.Semaphore(connections)
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=connections),
            timeout=aiohttp.ClientTimeout(total=self.timeout_seconds),
            skip_auto_headers={"User-Agent", "Accept", "Accept-Encoding"},
        )
        for chat_id in self.queue.chats():
            self._start_courier(chat_id)
        return True

    async def delete(self) -> bool:
        """deleteWebhook: what waits goes to long polling then."""
        self.webhook = None
        couriers, self._couriers = list(self._couriers.values()), {}
        for courier in couriers:
            courier.cancel()
        await asyncio.gather(*couriers, return_exceptions=True)
        if self._session is not None:
            await self._session.close()
            self._session = None
        return True

    def describe(self) -> Json:
        """getWebhookInfo."""
        info: Json = {
            "url": self.webhook.url if self.webhook else "",
            "has_custom_certificate": False,
            "pending_update_count": len(self.queue),
        }
        if self.webhook:
            info["max_connections"] = self.webhook.max_connections
        if self.last_error:
            info["last_error_date"], info["last_error_message"] = self.last_error
        return info

    def _start_courier(self, chat_id: int) -> None:
        if self.webhook is None or chat_id in self._couriers:
            return
        self._couriers[chat_id] = asyncio.create_task(self._carry(chat_id))

    async def _carry(self, chat_id: int) -> None:
        while (entry := self.queue.oldest_of(chat_id)) is not None:
            async with self._places:
                accepted = await self._post(entry)
            if accepted:
                self.queue.confirm(entry)
            else:
                await asyncio.sleep(self.pause_seconds)
        self._couriers.pop(chat_id, None)

    async def _post(self, entry: Waiting) -> bool:
        webhook, session = self.webhook, self._session
        if webhook is None or session is None:
            return False
        headers = {"Content-Type": "application/json"}
        if webhook.secret_token:
            headers[SECRET_HEADER] = webhook.secret_token
        entry.handed_out += 1
        try:
            async with session.post(webhook.url, data=entry.body, headers=headers) as answer:
                body = await answer.read()
                status = answer.status
        except (aiohttp.ClientError, TimeoutError) as error:
            return self._failed(f"Connection failed: {type(error).__name__}")
        if not 200 <= status < 300:
            return self._failed(f"Wrong response from the webhook: {status} {answer.reason}")
        await self._carry_out_answer(body)
        return True

    def _failed(self, reason: str) -> bool:
        self.last_error = (int(time.time()), reason)
        return False

    async def _carry_out_answer(self, body: bytes) -> None:
        """A webhook may answer with a method call; its result is not told to the bot."""
        if b'"method"' not in body:
            return
        try:
            call = json.loads(body)
        except ValueError:
            return
        if isinstance(call, dict) and isinstance(call.get("method"), str):
            await self.call_method(call.pop("method"), call)
