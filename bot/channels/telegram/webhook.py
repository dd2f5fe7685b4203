"""The webhook: the secret first, then a body of bounded size, stored before it is confirmed."""

import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.channels.telegram.updates import press_to_answer
from storage.store import DatabaseFailed

log = logging.getLogger("lien.telegram")

PATH = "/telegram"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
MOST_BYTES = 1024 * 1024


class Webhook:
    """Takes the requests at PATH.

    401 without the secret, before anything is read; 413 for a body over 1 MB; 503 while the
    database is away, so that Telegram keeps the update; otherwise 200 once the update is stored,
    also for what cannot be read, which would only come again.
    """

    def __init__(
        self,
        secret: str,
        take_in: Callable[[Any], Awaitable[None]],
        take_in_unreadable: Callable[[bytes], Awaitable[None]],
    ) -> None:
        self._secret = secret.encode()
        self._take_in = take_in
        self._take_in_unreadable = take_in_unreadable

    async def receive(self, request: web.Request) -> web.StreamResponse:
        """One request."""
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "replace")
        if not hmac.compare_digest(given, self._secret):
            return _refused(401)
        if request.content_length is not None and request.content_length > MOST_BYTES:
            return _refused(413)
        try:
            return await self._stored(await request.read())
        except web.HTTPRequestEntityTooLarge:
            return _refused(413)
        except DatabaseFailed as error:
            log.error("an update waits, the database did not take it: %s", type(error).__name__)
            return web.Response(status=503)

    async def _stored(self, body: bytes) -> web.Response:
        try:
            update = json.loads(body)
        except (ValueError, RecursionError):
            await self._take_in_unreadable(body)
            return web.Response()
        await self._take_in(update)
        press = press_to_answer(update)
        if press is None:
            return web.Response()
        # The answer to a press may travel in the answer to the request, which saves one of our own.
        return web.json_response({"method": "answerCallbackQuery", "callback_query_id": press})


def _refused(status: int) -> web.Response:
    """Without reading what else is sent."""
    response = web.Response(status=status)
    response.force_close()
    return response
