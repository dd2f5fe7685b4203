"""The members' page: one phone, one person. Part of `lien run` wherever LIEN_PUBLIC_URL is set.

A link carries its token behind the '#', which no server and no preview ever sees; the page hands it
over by POST after a tap, and gets a cookie that scripts cannot read. Club rules, F.4.
"""

import secrets
from contextlib import aclosing, suppress
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from bot.channels.web.channel import WebChannel
from bot.channels.web.entering import Budget, Doorkeeper
from bot.channels.web.lent import LentFiles
from bot.channels.web.requests import (
    MOST_LETTERS,
    Handler,
    answer_kindly,
    as_file,
    body_of,
    in_json,
    key_in_address,
    language_of,
    number_after,
    number_of_line,
    shown,
    storable,
    text_of,
)
from bot.channels.web.shell import Shell
from bot.channels.web.streams import STILL_HERE, Streams, as_line
from bot.channels.web.tables import TablePage
from bot.channels.web.typed import keep_typed
from bot.channels.web.uploads import Upload, Uploads
from bot.clock import Clock
from bot.house import House
from club.calendar import VIETNAM, day_in_zone
from handlers.talk.heard import Heard, Kind
from messages.roles import phone_name
from messages.wording import Words
from storage import page_sessions
from storage.page_sessions import TooMany
from storage.queries.own.pages import PageSession, newest_web_messages, page_session
from storage.queries.photos import photo_on_line
from storage.queries.web import WebMessage, web_file, web_messages_after
from storage.store import Store

COOKIE = "lien_page"
COOKIE_SECONDS = 90 * 24 * 3600
MESSAGES_AT_FIRST = 40
FILES = "my/papers"  # beside the page, wherever that is
MOST_LINES_A_CHAT = 8
MOST_LINES = 20_000


class MembersPage:
    """Serves the page and is its channel. `house` is set once it is built."""

    house: House

    def __init__(self, store: Store, clock: Clock, public_url: str) -> None:
        self.store = store
        self.clock = clock
        self.streams = Streams()
        self.channel = WebChannel(store, clock, self._tell)
        self.shell = Shell()
        self.tables = TablePage(store, clock, self._known, self._answer_known)
        self.lent = LentFiles(store, clock, public_url)
        parts = urlsplit(public_url)
        self._origin = f"{parts.scheme}://{parts.netloc}"
        self._path = parts.path or "/"
        self._secure = parts.scheme == "https"
        self._strangers = Budget(clock, a_minute=30)
        self.uploads: Uploads | None = None

    def add_routes(self, application: web.Application) -> None:
        """Beside whatever else the application serves."""
        application.add_routes(
            [
                web.get("/", self.shell.page),
                web.get("/worker.js", self.shell.worker),
                web.get("/page/{name}", self.shell.file),
                web.post("/my/enter", self._guarded(self.enter)),
                web.get("/my/messages", self._guarded(self.messages)),
                web.get("/my/events", self._guarded(self.events), allow_head=False),
                web.get("/my/papers/{line}", self._guarded(self.paper)),
                web.post("/my/say", self._guarded(self.say)),
                web.post("/my/press", self._guarded(self.press)),
                *self.tables.routes(self._guarded),
                *self.lent.routes(),
                web.post("/my/photo", self._guarded(self.photo)),
            ]
        )

    def close(self) -> None:
        """Ends the lines to the pages."""
        self.streams.close()

    # Who it is

    def _guarded(self, handler: Handler) -> Handler:
        async def checked(request: web.Request) -> web.StreamResponse:
            self._must_be_ours(request)
            return await handler(request)

        async def guarded(request: web.Request) -> web.StreamResponse:
            return await answer_kindly(request, checked)

        return guarded

    def _must_be_ours(self, request: web.Request) -> None:
        """Another page must not speak for a member, although her browser would let it."""
        if request.method != "POST":
            return
        origin = request.headers.get("Origin")
        if origin not in {None, self._origin, f"{request.scheme}://{request.host}"}:
            raise web.HTTPForbidden
        # Neither kind is one that another page may post without asking its browser first.
        wanted = "image/" if request.path.endswith("/my/photo") else "application/json"
        if not request.content_type.startswith(wanted):
            raise web.HTTPUnsupportedMediaType

    async def _known(self, request: web.Request) -> PageSession:
        """The session of the cookie, before anything else is read. Raises HTTPUnauthorized."""
        found = await self._session(request.cookies.get(COOKIE, ""))
        if found is None:
            raise web.HTTPUnauthorized
        return found

    async def _session(self, secret: str) -> PageSession | None:
        # The digest is looked up, so the time it takes tells nothing of the secret.
        if not 20 <= len(secret) <= 64:
            return None
        return await self.store.read(page_session, secret, self.clock.now())

    async def _answer_known(
        self, request: web.Request, session: PageSession, data: dict[str, Any]
    ) -> web.Response:
        """An answer; after a while it also makes the page stay open longer."""
        response = in_json(data)
        now = self.clock.now()
        if page_sessions.is_due(session.seen_at, now):
            await self.store.change_soon(page_sessions.seen_again, session.id, now)
            self._give_cookie(response, request.cookies[COOKIE])
        return response

    def _give_cookie(self, response: web.Response, secret: str) -> None:
        response.set_cookie(
            COOKIE,
            secret,
            max_age=COOKIE_SECONDS,
            path=self._path,
            secure=self._secure,
            httponly=True,
            samesite="Strict",
        )

    # Coming in

    async def enter(self, request: web.Request) -> web.StreamResponse:
        """A tap on 'Open the page': what the link carried becomes a cookie."""
        data = await body_of(request)
        carried = data.get("carried") or ""
        carried = storable(carried) if isinstance(carried, str) else ""
        secret = secrets.token_urlsafe(32)
        keeper = Doorkeeper(self.house, self._strangers, secret)
        session = await self._session(request.cookies.get(COOKIE, ""))
        entered = await keeper.let_in(
            carried[:80], text_of(data, "key", 80), session, language_of(request)
        )
        response = in_json({})
        if entered:
            self._give_cookie(response, secret)
        return response

    # The talk

    async def messages(self, request: web.Request) -> web.StreamResponse:
        session = await self._known(request)
        after = number_after(request)
        if after:
            found = await self.store.read(web_messages_after, session.chat_key, after)
        else:
            most = MESSAGES_AT_FIRST
            found = await self.store.read(newest_web_messages, session.chat_id, most)
        data = {"owner": _owner(session), "messages": [shown(each, FILES) for each in found]}
        return await self._answer_known(request, session, data)

    async def paper(self, request: web.Request) -> web.StreamResponse:
        """A picture or file that lies in this chat, and in no other; rights are asked anew."""
        today = day_in_zone(self.clock.now(), VIETNAM)
        session = await self._known(request)
        line = number_of_line(request)
        found = await self.store.read(web_file, session.chat_key, line)
        return as_file(found or await self.store.read(photo_on_line, session.chat_key, line, today))

    async def say(self, request: web.Request) -> web.StreamResponse:
        session = await self._known(request)
        data = await body_of(request)
        text = text_of(data, "text", MOST_LETTERS)
        return await self._hear(request, session, data, Heard(Kind.TEXT, text), line=text)

    async def press(self, request: web.Request) -> web.StreamResponse:
        session = await self._known(request)
        data = await body_of(request)
        heard, label = Heard(Kind.PRESS, text_of(data, "press", 64)), text_of(data, "label", 200)
        return await self._hear(request, session, data, heard, line=label)

    async def photo(self, request: web.Request) -> web.StreamResponse:
        """A picture, the body of the request; its key stands in the address."""
        session = await self._known(request)
        known = session.person_id is not None
        upload = Upload(
            session.chat_id, session.chat_key, known, session.language, key_in_address(request)
        )
        uploads = self.uploads = self.uploads or Uploads(self.house)
        try:
            kept, is_new = await uploads.from_page(request, upload)
        except TooMany:
            return web.json_response({"error": "Too many at once."}, status=429)
        return await self._taken(request, session, kept, is_new)

    async def _hear(
        self,
        request: web.Request,
        session: PageSession,
        data: dict[str, Any],
        heard: Heard,
        *,
        line: str,
    ) -> web.StreamResponse:
        """200 once it is kept for good; for a repeat as well."""
        key = text_of(data, "key", 80)
        try:
            kept, is_new = await keep_typed(self.house, session, heard, key=key, line=line)
        except TooMany:
            return web.json_response({"error": "Too many at once."}, status=429)
        return await self._taken(request, session, kept, is_new)

    async def _taken(
        self, request: web.Request, session: PageSession, kept: WebMessage, is_new: bool
    ) -> web.StreamResponse:
        if is_new:
            self._tell(session.chat_key, kept)
            self.house.core.carry_on({session.chat_id})
        return await self._answer_known(request, session, {"message": shown(kept, FILES)})

    # What the page is told

    def _tell(self, chat_key: str, message: WebMessage) -> None:
        self.streams.tell(chat_key, "message", {"message": shown(message, FILES)})

    async def events(self, request: web.Request) -> web.StreamResponse:
        session = await self._known(request)
        if (
            self.streams.listening_to(session.chat_key) >= MOST_LINES_A_CHAT
            or len(self.streams) >= MOST_LINES
        ):
            return web.json_response({"error": "Too many lines."}, status=429)
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        with suppress(ConnectionError):  # the page was closed
            await self._write_lines(response, session.chat_key, request.cookies[COOKIE])
        return response

    async def _write_lines(self, response: web.StreamResponse, chat_key: str, secret: str) -> None:
        async with aclosing(self.streams.lines(chat_key)) as lines:
            async for line in lines:
                # Closed meanwhile, perhaps because the phone was lost: not one word more.
                session = await self._session(secret)
                if session is None:
                    return
                if line != STILL_HERE:
                    await response.write(as_line("owner", _owner(session)))
                await response.write(line)


def _owner(session: PageSession) -> dict[str, Any]:
    """Whose page it is, as the page shows it."""
    words = Words(session.language)
    return {
        "id": session.chat_key,
        "name": phone_name(words, session.name, session.address) if session.name else "",
        "club": session.club,
        "language": session.language,
    }
