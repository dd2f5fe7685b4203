"""What somebody posts to us, taken in whole and in time, or not at all."""

import asyncio

from aiohttp import web

SECONDS_TO_POST = 30.0
SECONDS_TO_POST_A_PICTURE = 150.0
"""A slow line; the page itself gives up after two minutes."""


async def posted_body(
    request: web.Request, most: int, *, seconds: float = SECONDS_TO_POST
) -> bytes:
    """The body, of which never more than `most` bytes are taken in.

    Raises HTTPRequestEntityTooLarge; HTTPRequestTimeout where it does not end in time, so that
    nobody keeps a place by sending slowly; HTTPBadRequest where it is broken.
    """
    said = request.content_length or 0
    if said > most:
        raise web.HTTPRequestEntityTooLarge(most, said)
    try:
        async with asyncio.timeout(seconds):
            return await _taken_in(request, most)
    except TimeoutError:
        raise web.HTTPRequestTimeout from None
    except web.RequestPayloadError:
        raise web.HTTPBadRequest from None


async def _taken_in(request: web.Request, most: int) -> bytes:
    raw = bytearray()
    async for part in request.content.iter_any():
        raw += part
        if len(raw) > most:
            raise web.HTTPRequestEntityTooLarge(most, len(raw))
    return bytes(raw)
