"""The page of `lien try` over HTTP: several phones, a clock, what is planned. Loopback only."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.channels.web import channel
from bot.channels.web.practice_room import STEPS, ZONE, PracticeRoom
from handlers.heard import Kind
from messages.wording import LANGUAGES
from storage.inbox import Arrival
from storage.queries.practice import NotThere
from storage.queries.web import WebMessage
from storage.store import DatabaseFailed

log = logging.getLogger("lien.web")

PAGE = Path(__file__).parent / "page"
MOST_LETTERS = 10_000
MOST_BYTES = 64 * 1024
SILENCE_SECONDS = 15.0
MOST_UNSENT = 1000
HIGHEST_NUMBER = 2**63 - 1
OWN_NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})

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
        self._listeners: set[asyncio.Queue[bytes | None]] = set()
        self._closed = False
        room.on_message = self.tell_message
        room.on_state = self.tell_state

    def application(self) -> web.Application:
        guards = [_answer_kindly, _same_origin]
        app = web.Application(client_max_size=MOST_BYTES, middlewares=guards)
        app.on_response_prepare.append(_safely)
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

    def close(self) -> None:
        """Ends the lines to the pages, so that nobody is waited for."""
        self._closed = True
        for queue in self._listeners:
            _put(queue, None)

    # What the page asks

    async def page(self, _request: web.Request) -> web.StreamResponse:
        return web.FileResponse(PAGE / "index.html")

    async def state(self, _request: web.Request) -> web.StreamResponse:
        return _json(await self.room.state())

    async def people(self, request: web.Request) -> web.StreamResponse:
        return _json({"people": await self.room.people(request.query.get("q", "")[:60])})

    async def messages(self, request: web.Request) -> web.StreamResponse:
        after = request.query.get("after", "0")
        if not (after.isascii() and after.isdecimal() and len(after) <= 18):
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
        if type(person) is not int or not 0 < person <= HIGHEST_NUMBER:
            raise _wrong("“person” is the number of a person.")
        return _json({"phone": await self.room.open_phone(person)})

    async def move_clock(self, request: web.Request) -> web.StreamResponse:
        data = await _body(request)
        forward = data.get("forward")
        if not isinstance(forward, str) or forward not in STEPS:
            raise _wrong("“forward” is hour, day or next.")
        return _json(await self.room.move_clock(forward))

    async def language(self, request: web.Request) -> web.StreamResponse:
        data = await _body(request)
        language = data.get("language")
        if not isinstance(language, str) or language not in LANGUAGES:
            raise _wrong(f"“language” is {' or '.join(LANGUAGES)}.")
        self.room.language = language
        await self.room.on_state()
        return _json({})

    # What the page is told

    async def events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        queue: asyncio.Queue[bytes | None] = asyncio.Queue(maxsize=MOST_UNSENT)
        self._listeners.add(queue)
        try:
            await response.write(b": here\n\n")
            while queue in self._listeners and not self._closed:
                line = await _next_line(queue)
                if line is None:
                    break
                await response.write(line)
        except ConnectionError:
            pass  # the page was closed
        finally:
            self._listeners.discard(queue)
        return response

    def tell_message(self, phone: str, message: WebMessage) -> None:
        self._tell("message", {"phone": phone, "message": _shown(message)})

    async def tell_state(self) -> None:
        self._tell("state", await self.room.state())

    def _tell(self, event: str, data: Any) -> None:
        line = f"event: {event}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()
        for queue in list(self._listeners):
            if not _put(queue, line):
                self._listeners.discard(queue)  # its page comes back and asks for what it missed


def _put(queue: asyncio.Queue[bytes | None], line: bytes | None) -> bool:
    try:
        queue.put_nowait(line)
    except asyncio.QueueFull:
        return False
    return True


async def _next_line(queue: asyncio.Queue[bytes | None]) -> bytes | None:
    """What there is to tell; after a silence, that we are still here."""
    try:
        async with asyncio.timeout(SILENCE_SECONDS):
            return await queue.get()
    except TimeoutError:
        return b": still here\n\n"


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
    return web.json_response(data, dumps=_dumps)


def _dumps(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


async def _body(request: web.Request) -> dict[str, Any]:
    try:
        data = await request.json()
    except (ValueError, RecursionError):
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
    except NotThere:
        return web.json_response({"error": "There is no such phone or person."}, status=404)
    except DatabaseFailed as error:
        log.error("the database did not take a request: %s", type(error).__name__)
        return web.json_response({"error": "Please try again in a moment."}, status=503)
    except Exception as error:
        log.exception("a request failed: %s", type(error).__name__)
        return web.json_response({"error": "That did not work; it is our fault."}, status=500)


@web.middleware
async def _same_origin(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Another page in the same browser must not speak for the phones, under whatever name."""
    if _host_name(request.host) not in OWN_NAMES:
        sentence = "The practice page is for this machine only."
        return web.json_response({"error": sentence}, status=403)
    origin = request.headers.get("Origin")
    if request.method == "POST" and origin is not None and origin != f"http://{request.host}":
        return web.json_response({"error": "This request came from another page."}, status=403)
    return await handler(request)


def _host_name(host: str) -> str:
    """The host without its port."""
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdecimal() else host


async def _safely(_request: web.Request, response: web.StreamResponse) -> None:
    for name, value in _SAFE.items():
        response.headers.setdefault(name, value)
