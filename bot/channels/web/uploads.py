"""Pictures from the page: made anew while the phone waits, then kept with the line of each."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from aiohttp import web

from bot.allowance import STRANGERS, May
from bot.channels.posted_body import SECONDS_TO_POST_A_PICTURE, posted_body
from bot.channels.web.channel import NAME, photo_update
from bot.house import House
from bot.received.reencoding import JPEG
from club.photos import MOST_BYTES_ON_PAGE, Problem
from messages import photos as say
from messages.moments import written
from messages.wording import Words
from storage.inbox import Arrival
from storage.page_sessions import TooMany, Typed, hear_once
from storage.queries import Connection
from storage.queries.web import NewLine, WebMessage, by_key, keep_web_photo
from storage.received import Received, keep_received


@dataclass(frozen=True, slots=True)
class Upload:
    """A picture on its way in; `key` was made on the phone, the same at each try."""

    chat_id: int
    chat_key: str
    is_known: bool
    language: str
    key: str

    @property
    def update_key(self) -> str:
        # The phone's keys are its own: nobody can use up another's.
        return f"{self.chat_key}:{self.key}"


async def bytes_of(request: web.Request) -> bytes:
    """The picture that was posted. Raises what `posted_body` does, HTTPUnsupportedMediaType."""
    if not request.content_type.startswith("image/"):
        raise web.HTTPUnsupportedMediaType
    return await posted_body(request, MOST_BYTES_ON_PAGE, seconds=SECONDS_TO_POST_A_PICTURE)


class Uploads:
    """Takes pictures in for the chats of one house, one at a time each."""

    def __init__(self, house: House) -> None:
        self.house = house
        self._busy: set[int] = set()

    async def from_page(self, request: web.Request, upload: Upload) -> tuple[WebMessage, bool]:
        """The line of what is posted here, and whether it is new. Raises TooMany."""
        with self._place(upload.chat_id):
            there = await self.house.store.read(by_key, upload.chat_id, upload.key)
            if there is not None:
                return there, False
            return await self.take(upload, await bytes_of(request))

    @contextmanager
    def _place(self, chat_id: int) -> Iterator[None]:
        """Held while a picture is sent and made anew. Raises TooMany for a second one."""
        if chat_id in self._busy:
            raise TooMany
        self._busy.add(chat_id)
        try:
            yield
        finally:
            self._busy.discard(chat_id)

    async def known(self, upload: Upload) -> WebMessage | None:
        """Its line, where it has come in before."""
        return await self.house.store.read(by_key, upload.chat_id, upload.key)

    async def take(self, upload: Upload, raw: bytes) -> tuple[WebMessage, bool]:
        """Its line, and whether it is new. Raises TooMany."""
        made = await self._made(upload, raw)
        keep = partial(self._keep, upload=upload, made=made)
        return await self.house.store.change_soon(keep)

    async def _made(self, upload: Upload, raw: bytes) -> Received | Problem:
        fetcher, clock = self.house.fetcher, self.house.clock
        payer = upload.chat_id if upload.is_known else STRANGERS
        if fetcher.allowance.ask(payer, clock.now()) is not May.YES:
            return Problem.ENOUGH_FOR_NOW
        picture = await fetcher.reencoder.picture(raw)
        if isinstance(picture, Problem):
            return picture
        return Received(
            chat_id=upload.chat_id,
            cause=f"{NAME}:{upload.update_key}",
            mime=JPEG,
            content=picture.content,
            width=picture.width,
            height=picture.height,
        )

    def _keep(
        self, db: Connection, *, upload: Upload, made: Received | Problem
    ) -> tuple[WebMessage, bool]:
        """Picture, line and what is heard: all of it or nothing, once by its key."""
        clock = self.house.clock
        now = clock.now()
        text = written(say.sent(), Words(upload.language))
        line = NewLine(text, [], from_person=True, update_key=upload.key)
        raw = photo_update(made if isinstance(made, Problem) else made.cause)
        arrival = Arrival(NAME, "", upload.update_key, upload.chat_key, raw)
        typed, a_minute = Typed(line, arrival, upload.chat_id), self.house.chat_messages_a_minute
        kept, is_new = hear_once(db, typed, run=clock.run, now=now, a_minute=a_minute)
        if is_new and isinstance(made, Received):
            photo_id = keep_received(db, made, now)
            kept = keep_web_photo(db, kept, photo_id)
        return kept, is_new
