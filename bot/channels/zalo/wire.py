"""Calls of the Zalo Bot API, and in our words how one failed.

No error made here quotes an address: the token stands in it.
"""

import json
from dataclasses import dataclass
from typing import Any

import aiohttp

from bot.channels.channel import (
    NotTaken,
    Refused,
    SendingFailed,
    ServerFault,
    SlowDown,
    Unreachable,
    Unsure,
)
from bot.channels.pauses import asked_pause

CONNECTIONS = 50
CONNECT_SECONDS = 10.0
ANSWER_SECONDS = 30.0
USUAL_PAUSE_SECONDS = 5.0
"""How long is waited after a 429 that does not say."""
CERTAIN_BY_THEMSELVES = (401, 404, 408, 413, 429)
"""What these statuses say is true whoever says it, and costs no chat anything."""
NOBODY = 0
TOKEN_REFUSED = (
    "Zalo does not accept LIEN_ZALO_TOKEN; right would be the token that the bot's maker shows now"
)


class TokenRefused(NotTaken):
    """401: nothing works until the setting is right."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. `code` is 200, or the error's: the body's own, else the status."""

    code: int
    result: Any
    why: str
    pause: float

    @property
    def is_well(self) -> bool:
        return self.code == 200


class Wire:
    """One bot. `open` before the first call, `close` at the end."""

    def __init__(self, api: str, token: str) -> None:
        self._base = f"{api}/bot{token}"
        self._session: aiohttp.ClientSession | None = None

    async def open(self) -> None:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=CONNECTIONS),
                timeout=aiohttp.ClientTimeout(total=ANSWER_SECONDS, sock_connect=CONNECT_SECONDS),
            )

    async def close(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def call(self, method: str, **values: Any) -> Any:
        """The result of one method. Raises a SendingFailed."""
        answer = await self.ask(method, **values)
        if answer.is_well:
            return answer.result
        raise failure_of(answer)

    async def ask(self, method: str, *, seconds: float = ANSWER_SECONDS, **values: Any) -> Answer:
        """What came back, whatever it was. Raises NotTaken or Unsure where nothing did."""
        if self._session is None:
            raise NotTaken("closed")
        timeout = aiohttp.ClientTimeout(total=seconds, sock_connect=CONNECT_SECONDS)
        try:
            async with self._session.post(
                f"{self._base}/{method}", json=values, allow_redirects=False, timeout=timeout
            ) as answer:
                return answer_in(answer.status, await answer.read())
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotTaken(type(error).__name__) from None
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Unsure(type(error).__name__) from None


def answer_in(status: int, body: bytes) -> Answer:
    """An answer read without trust in its shape."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        found = None
    content = found if isinstance(found, dict) else {}
    if status == 200 and content.get("ok") is True:
        return Answer(200, content.get("result"), "", 0.0)
    said = content.get("error_code")
    code = said if isinstance(said, int) and not isinstance(said, bool) and said != 200 else status
    # A 200 that is no "ok" and says no more may have been anything: like a fault of the server.
    if not content and 300 <= status < 500 and status not in CERTAIN_BY_THEMSELVES:
        # It was not Zalo that said no: a proxy, a page that asks for a password.
        return Answer(NOBODY, None, f"{status}, and no answer of Zalo", 0.0)
    why = content.get("description")
    return Answer(
        code=500 if code == 200 else code,
        result=None,
        why=why[:200] if isinstance(why, str) and why else str(code),
        pause=asked_pause(content.get("parameters"), USUAL_PAUSE_SECONDS),
    )


def failure_of(answer: Answer) -> SendingFailed:
    """The error in our words. What is assumed of the codes stands in docs/CHANNELS.md."""
    if answer.code == 401:
        return TokenRefused("token refused")
    if answer.code == 429:
        return SlowDown(answer.pause)
    usual = Refused if 400 <= answer.code < 500 else ServerFault
    return _FAILURES.get(answer.code, usual)(answer.why)


_FAILURES: dict[int, type[SendingFailed]] = {NOBODY: NotTaken, 403: Unreachable, 408: Unsure}
