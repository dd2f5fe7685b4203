"""python-telegram-bot's extension point for an HTTP client, filled with aiohttp.

Its own client sends far fewer messages in the same time. No error made here quotes an address:
the token stands in it.
"""

from typing import Any

import aiohttp
from telegram.request import BaseRequest, RequestData

from bot.channels.channel import NotFetched
from bot.channels.telegram.answers import AnswerLost, NotSent, checked
from bot.channels.whole_body import whole_body

CONNECTIONS = 100
CONNECT_SECONDS = 10.0
ANSWER_SECONDS = 30.0
DOWNLOAD_SECONDS = 60.0


class AiohttpRequest(BaseRequest):
    """Sends a call as JSON, or as multipart where it carries files."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds, as the base class wants to know."""
        return ANSWER_SECONDS

    async def initialize(self) -> None:
        """Open the session; once is enough."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=CONNECTIONS),
                timeout=aiohttp.ClientTimeout(total=ANSWER_SECONDS, sock_connect=CONNECT_SECONDS),
            )

    async def shutdown(self) -> None:
        """Close the session."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *_timeouts: object,
        **_named: object,
    ) -> tuple[int, bytes]:
        """Status and body of one call. Raises NotSent, AnswerLost, ServerFailed or TooFast."""
        if self._session is None:
            raise NotSent("closed")
        try:
            async with self._session.request(
                method, url, allow_redirects=False, **_body(request_data)
            ) as answer:
                status, body = answer.status, await answer.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotSent(type(error).__name__) from None
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise AnswerLost(type(error).__name__) from None
        return checked(status, body)

    async def download(self, url: str, most: int) -> bytes:
        """A file, at most so many bytes. Raises NotFetched."""
        if self._session is None:
            raise NotFetched("closed")
        timeout = aiohttp.ClientTimeout(total=DOWNLOAD_SECONDS, sock_connect=CONNECT_SECONDS)
        try:
            async with self._session.get(url, allow_redirects=False, timeout=timeout) as answer:
                return await whole_body(answer, most)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            # Its text may hold the address, and in it the token.
            raise NotFetched(type(error).__name__) from None


def _body(request_data: RequestData | None) -> dict[str, Any]:
    if request_data is None:
        return {}
    if not request_data.contains_files:
        return {"json": request_data.parameters}
    form = aiohttp.FormData(request_data.json_parameters)
    for name, (filename, content, kind) in (request_data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return {"data": form}
