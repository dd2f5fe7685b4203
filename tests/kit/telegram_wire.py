"""How the stand-in of the Telegram server reads a request and writes, or breaks off, its answer."""

import asyncio
import json
from dataclasses import dataclass
from typing import Any

from aiohttp import web
from aiohttp.http_parser import RawRequestMessage
from aiohttp.streams import StreamReader

from tests.kit.telegram_checks import Json, Parameters

UPLOAD_LIMIT = 64 * 1024 * 1024


@dataclass(slots=True)
class Request:
    """One request of the bot with its answer; `at` is time.monotonic(), `files` are sizes."""

    at: float
    method: str
    values: Json
    files: dict[str, int]
    status: int = 0
    answer: Json | None = None


def request_of(
    message: RawRequestMessage,
    payload: StreamReader,
    protocol: web.RequestHandler,
    writer: Any,
    task: "asyncio.Task[None]",
) -> web.BaseRequest:
    loop = asyncio.get_running_loop()
    return web.BaseRequest(
        message, payload, protocol, writer, task, loop, client_max_size=UPLOAD_LIMIT
    )


def chat_id_in(parameters: Parameters) -> int | None:
    value = parameters.values.get("chat_id")
    try:
        return int(value) if value is not None else None
    except (TypeError, ValueError):
        return None


def drop(request: web.BaseRequest) -> None:
    if request.transport is not None:
        request.transport.abort()
    raise asyncio.CancelledError


async def break_off(request: web.BaseRequest, content: bytes) -> None:
    """Half of it, although all was promised."""
    response = web.StreamResponse(headers={"Content-Length": str(len(content))})
    await response.prepare(request)
    await response.write(content[: len(content) // 2])
    drop(request)


def answer(status: int, body: Json) -> web.Response:
    return web.Response(
        status=status, body=json.dumps(body).encode(), content_type="application/json"
    )
