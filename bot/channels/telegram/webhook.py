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

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
TakeIn = Callable[[Any], Awaitable[None]]


def webhook(
    secret: str, take_in: TakeIn, take_in_unreadable: Callable[[bytes], Awaitable[None]]
) -> Handler:
    """The handler for PATH.

    401 without the secret, before anything is read; 413 for a body over 1 MB; 503 while the
    database is away, so that Telegram keeps the update; otherwise 200 once the update is stored,
    also for what cannot be read, which would only come again.
    """
    expected = secret.encode()

    async def receive(request: web.Request) -> web.StreamResponse:
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "replace")
        if not hmac.compare_digest(given, expected):
            return _refused(request, 401)
        if request.content_length is not None and request.content_length > MOST_BYTES:
            return _refused(request, 413)
        try:
            return await _stored(await request.read())
        except web.HTTPRequestEntityTooLarge:
            return _refused(request, 413)
        except DatabaseFailed as error:
            log.error("an update waits, the database did not take it: %s", type(error).__name__)
            return web.Response(status=503)

    async def _stored(body: bytes) -> web.Response:
        try:
            update = json.loads(body)
        except (ValueError, RecursionError):
            await take_in_unreadable(body)
            return web.Response()
        await take_in(update)
        press = press_to_answer(update)
        if press is None:
            return web.Response()
        # The answer to a press may travel in the answer to the request, which saves one of our own.
        return web.json_response({"method": "answerCallbackQuery", "callback_query_id": press})

    return receive


def _refused(request: web.Request, status: int) -> web.Response:
    """Without reading what else is sent."""
    response = web.Response(status=status)
    response.force_close()
    return response
