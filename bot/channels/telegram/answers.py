"""Answers of the Bot API read without trust in their shape, and handed on in the shape it has.

Between it and us may stand something else that answers: a proxy, a page that asks for a password.
"""

import json
from typing import Any

from telegram.error import NetworkError, TelegramError

from bot.channels.pauses import asked_pause

USUAL_PAUSE_SECONDS = 1.0
CERTAIN_BY_THEMSELVES = (401, 404, 413)
"""What these statuses say is true whoever says it, and costs no chat anything."""


class NotSent(NetworkError):
    """No connection came about, so the request was certainly not taken."""


class AnswerLost(NetworkError):
    """The connection broke or the answer took too long: the request may have been taken."""


class ServerFailed(NetworkError):
    """The server said that it failed (5xx)."""


class TooFast(TelegramError):
    """429; the library's own error for it warns about a change of its type each time."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"too fast, wait {seconds:g} s")
        self.seconds = seconds


def checked(status: int, body: bytes) -> tuple[int, bytes]:
    """Status and body as the library understands them.

    Raises NotSent where it was not the Bot API that said no, AnswerLost where nobody knows,
    ServerFailed or TooFast where it says so.
    """
    said = _object_in(body)
    if said.get("ok") is True and "result" in said and 200 <= status < 300:
        return status, body
    code = _code(status, said)
    if code == 429:
        raise TooFast(asked_pause(said.get("parameters"), USUAL_PAUSE_SECONDS))
    if 300 <= code < 500 and not said and code not in CERTAIN_BY_THEMSELVES:
        raise NotSent(f"{code}, and no answer of the Bot API")
    if 200 <= code < 300 and said.get("ok") is not False:
        raise AnswerLost(f"{code}, and no answer of the Bot API")
    if not 400 <= code < 500:
        raise ServerFailed(str(code))
    return code, json.dumps(_refusal(code, said)).encode()


def _object_in(body: bytes) -> dict[str, Any]:
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _code(status: int, said: dict[str, Any]) -> int:
    """Its own, where the status says that all is well and the body does not."""
    code = said.get("error_code")
    own = status < 300 and isinstance(code, int) and 400 <= code < 600
    return code if own and isinstance(code, int) else status


def _refusal(code: int, said: dict[str, Any]) -> dict[str, Any]:
    why, parameters = said.get("description"), said.get("parameters")
    refusal: dict[str, Any] = {"ok": False, "error_code": code, "parameters": {}}
    refusal["description"] = why if isinstance(why, str) and why else str(code)
    moved = parameters.get("migrate_to_chat_id") if isinstance(parameters, dict) else None
    if isinstance(moved, int) and not isinstance(moved, bool) and abs(moved) < 2**63:
        refusal["parameters"] = {"migrate_to_chat_id": moved}
    return refusal
