"""The page of `lien try` over HTTP: several phones, a clock, what is planned. Loopback only."""

from contextlib import aclosing
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.channels.web import channel
from bot.channels.web.practice_room import STEPS, PracticeRoom
from bot.channels.web.requests import (
    MOST_BYTES,
    MOST_LETTERS,
    Handler,
    answer_kindly,
    as_file,
    body_of,
    in_json,
    key_in_address,
    number_after,
    number_of_line,
    shown,
    text_of,
    wrong,
)
from bot.channels.web.streams import Streams
from bot.channels.web.uploads import bytes_of
from bot.own_names import OWN_NAMES, host_name
from handlers.talk.heard import Kind
from messages.wording import LANGUAGES
from storage.inbox import Arrival
from storage.queries.web import WebMessage

PAGE = Path(__file__).parent / "page"
HIGHEST_NUMBER = 2**63 - 1
EVERYTHING = ""


class WebServer:
    """Serves the page and the phones of one practice room."""

    def __init__(self, room: PracticeRoom) -> None:
        self.room = room
        self.streams = Streams()
        room.on_message = self.tell_message
        room.on_state = self.tell_state

    def application(self) -> web.Application:
        guards = [answer_kindly, _same_origin]
        app = web.Application(client_max_size=MOST_BYTES, middlewares=guards)
        app.add_routes(
            [
                web.get("/", self.page),
                web.static("/page", PAGE),
                web.get("/try/state", self.state),
                web.get("/try/events", self.events, allow_head=False),
                web.get("/try/people", self.people),
                web.get("/try/phones/{phone}/messages", self.messages),
                web.get("/try/phones/{phone}/papers/{line}", self.paper),
                web.post("/try/phones/{phone}/say", self.say),
                web.post("/try/phones/{phone}/press", self.press),
                web.post("/try/phones/{phone}/photo", self.photo),
                web.post("/try/phones", self.open_phone),
                web.post("/try/clock", self.move_clock),
                web.post("/try/language", self.language),
            ]
        )
        return app

    def close(self) -> None:
        """Ends the lines to the pages, so that nobody is waited for."""
        self.streams.close()

    # What the page asks

    async def page(self, _request: web.Request) -> web.StreamResponse:
        return web.FileResponse(PAGE / "index.html")

    async def state(self, _request: web.Request) -> web.StreamResponse:
        return in_json(await self.room.state())

    async def people(self, request: web.Request) -> web.StreamResponse:
        return in_json({"people": await self.room.people(request.query.get("q", "")[:60])})

    async def messages(self, request: web.Request) -> web.StreamResponse:
        phone = request.match_info["phone"]
        found = await self.room.messages(phone, number_after(request))
        return in_json({"messages": [shown(each, _files(phone)) for each in found]})

    async def paper(self, request: web.Request) -> web.StreamResponse:
        phone, line = request.match_info["phone"], number_of_line(request)
        return as_file(await self.room.file_on_line(phone, line))

    # What the phones do

    async def say(self, request: web.Request) -> web.StreamResponse:
        data = await body_of(request)
        text = text_of(data, "text", MOST_LETTERS)
        await self._arrive(request, data, Kind.TEXT, text, shown=text)
        return web.json_response({}, status=202)

    async def press(self, request: web.Request) -> web.StreamResponse:
        data = await body_of(request)
        await self._arrive(
            request, data, Kind.PRESS, text_of(data, "press", 64), shown=text_of(data, "label", 200)
        )
        return web.json_response({}, status=202)

    async def photo(self, request: web.Request) -> web.StreamResponse:
        """A picture, the body of the request; its key stands in the address."""
        key = key_in_address(request)
        await self.room.bring_photo(request.match_info["phone"], key, await bytes_of(request))
        return web.json_response({}, status=202)

    async def _arrive(
        self, request: web.Request, data: dict[str, Any], kind: Kind, text: str, *, shown: str
    ) -> None:
        arrival = Arrival(
            channel=channel.NAME,
            bot="",
            update_key=text_of(data, "key", 80),
            chat_key=request.match_info["phone"],
            raw=channel.raw_update(kind, text),
        )
        await self.room.arrive(arrival, shown)

    async def open_phone(self, request: web.Request) -> web.StreamResponse:
        data = await body_of(request)
        person = data.get("person")
        if type(person) is not int or not 0 < person <= HIGHEST_NUMBER:
            raise wrong("“person” is the number of a person.")
        return in_json({"phone": await self.room.open_phone(person)})

    async def move_clock(self, request: web.Request) -> web.StreamResponse:
        data = await body_of(request)
        forward = data.get("forward")
        if not isinstance(forward, str) or forward not in STEPS:
            raise wrong("“forward” is hour, day or next.")
        return in_json(await self.room.move_clock(forward))

    async def language(self, request: web.Request) -> web.StreamResponse:
        data = await body_of(request)
        language = data.get("language")
        if not isinstance(language, str) or language not in LANGUAGES:
            raise wrong(f"“language” is {' or '.join(LANGUAGES)}.")
        self.room.language = language
        await self.room.on_state()
        return in_json({})

    # What the page is told

    async def events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        try:
            async with aclosing(self.streams.lines(EVERYTHING)) as lines:
                async for line in lines:
                    await response.write(line)
        except ConnectionError:
            pass  # the page was closed
        return response

    def tell_message(self, phone: str, message: WebMessage) -> None:
        data = {"phone": phone, "message": shown(message, _files(phone))}
        self.streams.tell(EVERYTHING, "message", data)

    async def tell_state(self) -> None:
        self.streams.tell(EVERYTHING, "state", await self.room.state())


def _files(phone: str) -> str:
    """Where the page asks for the pictures and files of a phone."""
    return f"try/phones/{phone}/papers"


@web.middleware
async def _same_origin(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Another page in the same browser must not speak for the phones, under whatever name."""
    if host_name(request.host) not in OWN_NAMES:
        sentence = "The practice page is for this machine only."
        return web.json_response({"error": sentence}, status=403)
    origin = request.headers.get("Origin")
    if request.method == "POST" and origin is not None and origin != f"http://{request.host}":
        return web.json_response({"error": "This request came from another page."}, status=403)
    return await handler(request)
