"""Gives out what was lent: a paper to the person after a tap, a picture to her messenger.

The link's secret stands behind the '#', which no server and no preview sees. A POST makes of it
a cookie, with which the phone then asks for the file as for any other. Club rules, F.4.
"""

from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from bot.channels.web.requests import Handler, answer_kindly, as_file, body_of, in_json, text_of
from bot.channels.web.shell import answer_with, packed_file
from bot.clock import Clock
from club.calendar import VIETNAM, day_in_zone
from storage.lending import lent_as_picture, lent_by_link
from storage.queries.web import WebFile
from storage.store import Store

COOKIE = "lien_paper"
COOKIE_SECONDS = 48 * 3600
FILES = ("paper.html", "paper.js")
LONGEST_SECRET = 64


class LentFiles:
    """The routes beside the members' page."""

    def __init__(self, store: Store, clock: Clock, public_url: str) -> None:
        self._store = store
        self._clock = clock
        parts = urlsplit(public_url)
        self._path = f"{parts.path.rstrip('/')}/paper/"
        self._secure = parts.scheme == "https"
        self._files = {name: packed_file(name) for name in FILES}

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/paper/", self._shown("paper.html")),
            web.get("/paper/paper.js", self._shown("paper.js")),
            web.post("/paper/open", _kindly(self.open)),
            web.get("/paper/file", _kindly(self.file)),
            web.get("/lent/{secret}", _kindly(self.picture)),
        ]

    def _shown(self, name: str) -> Handler:
        async def shown(request: web.Request) -> web.StreamResponse:
            return answer_with(request, self._files[name])

        return shown

    async def open(self, request: web.Request) -> web.StreamResponse:
        """A tap on 'Open the paper'. 410 where the link holds no more."""
        # A kind of body that another page may not post without asking its browser first.
        if not request.content_type.startswith("application/json"):
            raise web.HTTPUnsupportedMediaType
        secret = text_of(await body_of(request), "secret", LONGEST_SECRET)
        found = await self._found(lent_by_link, secret)
        if found is None:
            raise web.HTTPGone
        response = in_json({"title": found.title})
        response.set_cookie(
            COOKIE,
            secret,
            max_age=COOKIE_SECONDS,
            path=self._path,
            secure=self._secure,
            httponly=True,
            samesite="Strict",
        )
        return response

    async def file(self, request: web.Request) -> web.StreamResponse:
        """The paper of the cookie; whether it may still be seen is asked anew."""
        secret = request.cookies.get(COOKIE, "")
        found = await self._found(lent_by_link, secret) if secret else None
        return as_file(found)

    async def picture(self, request: web.Request) -> web.StreamResponse:
        """For the messenger that was told this address; it fetches by GET, and soon."""
        return as_file(await self._found(lent_as_picture, request.match_info["secret"]))

    async def _found(self, question: Any, secret: str) -> WebFile | None:
        if not 20 <= len(secret) <= LONGEST_SECRET:
            return None
        now = self._clock.now()
        found: WebFile | None = await self._store.read(
            question, secret, now, day_in_zone(now, VIETNAM)
        )
        return found


def _kindly(handler: Handler) -> Handler:
    async def kindly(request: web.Request) -> web.StreamResponse:
        return await answer_kindly(request, handler)

    return kindly
