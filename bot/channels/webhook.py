"""A webhook: the secret first, then a body of bounded size, stored before it is confirmed."""

import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.channels.posted_body import posted_body
from storage.store import DatabaseFailed

log = logging.getLogger("lien.webhook")

MOST_BYTES = 1024 * 1024


def _nothing_to_add(update: Any) -> web.Response:
    return web.Response()


class Webhook:
    """Takes what a messenger posts, with `secret` in the header of that name.

    401 without the secret, before anything is read; 413 for a body over 1 MB; 408 for one that
    does not end in time; 503 while the database is away, so that the messenger keeps the update;
    otherwise 200 once the update is stored, also for what cannot be read, which would only come
    again. `answer` makes the 200.
    """

    def __init__(  # noqa: PLR0917 – what it is made of
        self,
        header: str,
        secret: str,
        take_in: Callable[[Any], Awaitable[None]],
        take_in_unreadable: Callable[[bytes], Awaitable[None]],
        answer: Callable[[Any], web.Response] = _nothing_to_add,
    ) -> None:
        if not secret:
            raise ValueError("a webhook without a secret")
        self._header = header
        self._secret = secret.encode()
        self._take_in = take_in
        self._take_in_unreadable = take_in_unreadable
        self._answer = answer

    async def receive(self, request: web.Request) -> web.StreamResponse:
        """One request."""
        given = request.headers.get(self._header, "").encode("utf-8", "replace")
        if not hmac.compare_digest(given, self._secret):
            return _refused(401)
        try:
            return await self._stored(await posted_body(request, MOST_BYTES))
        except web.HTTPClientError as no:
            return _refused(no.status)
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
        return self._answer(update)


def _refused(status: int) -> web.Response:
    """Without reading what else is sent."""
    response = web.Response(status=status)
    response.force_close()
    return response
