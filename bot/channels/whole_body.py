"""What a messenger keeps for us, a picture or a voice, is taken in whole or not at all."""

import aiohttp

from bot.channels.channel import NotFetched
from club.photos import Problem


async def whole_body(answer: aiohttp.ClientResponse, most: int) -> bytes:
    """The body, of which never more than `most` bytes are taken in. Raises NotFetched."""
    if answer.status != 200:
        raise NotFetched(f"its answer was {answer.status}")
    if (answer.content_length or 0) > most:
        raise NotFetched("too large", Problem.TOO_LARGE)
    content = bytearray()
    async for part in answer.content.iter_any():
        content += part
        if len(content) > most:
            raise NotFetched("too large", Problem.TOO_LARGE)
    return bytes(content)
