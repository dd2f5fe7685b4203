"""The page of `lien try` over HTTP: several phones, a clock, what is planned. Loopback only."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.channels.web import channel
from bot.channels.web.practice_room import ZONE, PracticeRoom
from handlers.heard import Kind
from storage.inbox import Arrival
from storage.queries.web import WebMessage
from storage.store import DatabaseFailed

log = logging.getLogger("lien.web")

PAGE = Path(__file__).parent / "page"
MOST_LETTERS = 10_000
MOST_BYTES = 64 * 1024
SILENCE_SECONDS = 15.0

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_SAFE = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


class WebServer:
    """Serves the page and the phones of one practice room."""

    def __init__(self, room: PracticeRoom) -> None:
        self.room = room
        self._listeners: set[asyncio.Queue[bytes]] = set()
        room.on_message = self.tell_message
        room.on_state = self.tell_state

    def application(self) -> web.Application:
        guards = [_answer_kindly, _same_origin]
        app = web.Application(client_max_size=MOST_BYTES, middlewares=guards)
        app.add_routes(
            [
                web.get("/", self.page),
                web.static("/page", PAGE),
                web.get("/try/state", self.state),
                web.get("/try/events", self.events),
                web.get("/try/people", self.people),
                web.get("/try/phones/{phone}/messages", self.messages),
                web.post("/try/phones/{phone}/say", self.say),
                web.post("/try/phones/{phone}/press", self.press),
                web.post("/try/phones", self.open_phone),
                web.post("/try/clock", self.move_clock),
                web.post("/try/language", self.language),
            ]
        )
        return app

    # What the page asks

    async def page(self, _request: web.Request) -> web.StreamResponse:
        return web.FileResponse(PAGE / "index.html", headers=_SAFE)

    async def state(self, _request: web.Request) -> web.StreamResponse:
        return _json(await self.room.state())

    async def people(self, request: web.Request) -> web.StreamResponse:
        return _json({"people": await self.room.people(request.query.get("q", "")[:60])})

    async def messages(self, request: web.Request) -> web.StreamResponse:
        after = request.query.get("after", "0")
        if not after.isdecimal() or len(after) > 18:
            raise _wrong("“after” is the number of a message.")
        found = await self.room.messages(request.match_info["phone"], int(after))
        return _json({"messages": [_shown(each) for each in found]})

    # What the phones do

    async def say(self, request: web.Request) -> web.StreamResponse:
        data = await _body(request)
        text = _text(data, "text", MOST_LETTERS)
        await self._arrive(request, data, Kind.TEXT, text, shown=text)
        return web.json_response({}, status=202)

    async def press(self, request: web.Request) -> web.StreamResponse:
        data = await _body(request)
        await self._arrive(
            request, data, Kind.PRESS, _text(data, "press", 64), shown=_text(data, "label", 200)
        )
        return web.json_response({}, status=202)

    async def _arrive(
        self, request: web.Request, data: dict[str, Any], kind: Kind, text: str, *, shown: str
    ) -> None:
        arrival = Arrival(
            channel=channel.NAME,
            bot="",
            update_key=_text(data, "key", 80),
            chat_key=request.match_info["phone"],
            raw=channel.raw_update(kind, text),
        )
        await self.room.arrive(arrival, shown)

    async def open_phone(self, request: web.Request) -> web.StreamResponse:
        data = await _body(request)
        person = data.get("person")
        if not isinstance(person, int):
            raise _wrong("“person” is the number of a person.")
        return _json({"phone": await self.room.open_phone(person)})

    async def move_clock(self, request: web.Request) -> web.StreamResponse:
        data = await _body(request)
        forward = data.get("forward")
        if forward not in {"hour", "day", "next"}:
            raise _wrong("“forward” is hour, day or next.")
        return _json(await self.room.move_clock(forward))

    async def language(self, request: web.Request) -> web.StreamResponse:
        data = await _body(request)
        self.room.language = "en" if data.get("language") == "en" else "vi"
        await self.room.on_state()
        return _json({})

    # What the page is told

    async def events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(
            headers={**_SAFE, "Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        queue: asyncio.Queue[bytes] = asyncio.Queue(maxsize=1000)
        self._listeners.add(queue)
        try:
            await response.write(b": here\n\n")
            while True:
                try:
                    async with asyncio.timeout(SILENCE_SECONDS):
                        line = await queue.get()
                except TimeoutError:
                    line = b": still here\n\n"
                await response.write(line)
        except (ConnectionError, asyncio.CancelledError):
            return response
        finally:
            self._listeners.discard(queue)

    def tell_message(self, phone: str, message: WebMessage) -> None:
        self._tell("message", {"phone": phone, "message": _shown(message)})

    async def tell_state(self) -> None:
        self._tell("state", await self.room.state())

    def _tell(self, event: str, data: Any) -> None:
        line = f"event: {event}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()
        for queue in list(self._listeners):
            if queue.full():
                self._listeners.discard(queue)  # it will ask again when it comes back
            else:
                queue.put_nowait(line)


def _shown(message: WebMessage) -> dict[str, Any]:
    return {
        "id": message.id,
        "from": "me" if message.from_person else "lien",
        "at": message.at.astimezone(ZONE).isoformat(timespec="seconds"),
        "text": message.text,
        "buttons": message.rows,
        "again": message.again,
        "key": message.update_key,
    }


def _json(data: Any) -> web.Response:
    return web.json_response(data, headers=_SAFE, dumps=_dumps)


def _dumps(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


async def _body(request: web.Request) -> dict[str, Any]:
    try:
        data = await request.json()
    except (json.JSONDecodeError, UnicodeDecodeError):
        raise _wrong("The request is not JSON.") from None
    if not isinstance(data, dict):
        raise _wrong("The request is not a JSON object.")
    return data


def _text(data: dict[str, Any], name: str, longest: int) -> str:
    value = data.get(name)
    if not isinstance(value, str) or not value or len(value) > longest:
        raise _wrong(f"“{name}” is a text of 1 to {longest} characters.")
    # Lone surrogates cannot be stored; a person never types them.
    return value.encode("utf-8", "replace").decode()


def _wrong(sentence: str) -> web.HTTPBadRequest:
    return web.HTTPBadRequest(
        text=json.dumps({"error": sentence}, ensure_ascii=False), content_type="application/json"
    )


@web.middleware
async def _answer_kindly(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Every error is a sentence in JSON; the page can show it."""
    try:
        return await handler(request)
    except web.HTTPException as error:
        if error.status < 400 or error.content_type == "application/json":
            raise
        return web.json_response({"error": error.reason}, status=error.status)
    except LookupError:
        return web.json_response({"error": "There is no such phone or person."}, status=404)
    except DatabaseFailed as error:
        log.error("the database did not take a request: %s", type(error).__name__)
        return web.json_response({"error": "Please try again in a moment."}, status=503)


@web.middleware
async def _same_origin(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Another page in the same browser must not speak for the phones."""
    origin = request.headers.get("Origin")
    if request.method == "POST" and origin is not None and origin != f"http://{request.host}":
        return web.json_response({"error": "This request came from another page."}, status=403)
    if request.host.rpartition(":")[0] not in {"127.0.0.1", "localhost", "[::1]"}:
        sentence = "The practice page is for this machine only."
        return web.json_response({"error": sentence}, status=403)
    return await handler(request)
