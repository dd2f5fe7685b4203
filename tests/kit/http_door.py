"""Everything that `lien run` answers over HTTP, served for somebody of every role at once.

async with http_door(url, country) as door:
    status, body = await door.asks("GET", "/my/messages", door.of("chair", "own").cookie)
"""

import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

import aiohttp
from aiohttp import web
from sqlalchemy import Connection, func, insert, select

from bot.channels.configured import messengers
from bot.channels.web import channel as web_channel
from bot.channels.web.members import COOKIE, MembersPage
from bot.clock import Clock
from bot.house import House, build, running
from bot.run import application_of
from bot.serving import runner_of
from bot.settings import settings
from club.photos import About
from storage.changes.money.meeting_table import OpenTable
from storage.lending import Lending, lend
from storage.page_sessions import begin_session
from storage.queries.money.ledger import cash_in, places_of
from storage.queries.web import NewLine, WebFile, keep_web_file, keep_web_message
from storage.store import Store
from storage.tables import metadata
from storage.tables.chats import chats
from storage.tables.people import members
from storage.tables.photos import photos
from tests.kit.everybody import Country, Somebody
from tests.kit.telegram_house import NO_FILE, free_port
from tests.kit.world import FrozenClock

WEBHOOK_SECRET = "only-between-the-two-of-us"
PHOTO_MARK = b"mark-photo-of-"


@dataclass(frozen=True, slots=True)
class AtDoor:
    """One who comes to the door. `lines`: on the own phone a text, a paper, a photo of her club.

    Every one of them, and what is lent to her, holds `mark`, which nobody else's answers may hold.
    """

    who: Somebody
    key: str
    cookie: str
    lines: tuple[int, int, int]
    lent: str
    lent_picture: str

    @property
    def mark(self) -> str:
        return mark_of(self.who)


def mark_of(who: Somebody) -> str:
    return f"mark-{who.club}-{who.name}-{who.chat_id}-end"


@dataclass(slots=True)
class HttpDoor:
    """Where it is, who is there, and the open table of the own club."""

    country: Country
    house: House
    application: web.Application
    page: MembersPage
    clock: FrozenClock
    people: list[AtDoor]
    table: int
    member: int
    session: aiohttp.ClientSession
    port: int

    def of(self, name: str, club: str) -> AtDoor:
        return next(each for each in self.people if (each.who.name, each.who.club) == (name, club))

    def routes(self) -> set[tuple[str, str]]:
        """Every way in, as the program itself has declared it."""
        return {
            (each.method, each.resource.canonical)
            for each in self.application.router.routes()
            if each.resource is not None
        }

    async def asks(
        self, method: str, path: str, cookie: str = "", body: Any = None, **headers: str
    ) -> tuple[int, bytes]:
        """The status and all of what came back. A cookie is sent as it is, under both names."""
        if cookie:
            headers["Cookie"] = f"{COOKIE}={cookie}; lien_paper={cookie}"
        data = body if isinstance(body, bytes) else None if body is None else json.dumps(body)
        if data is not None and "Content-Type" not in headers:
            headers["Content-Type"] = "application/json"
        asked = self.session.request(method, path, data=data, headers=headers)
        async with asked as answer:
            return answer.status, await answer.read()

    def rows(self) -> dict[str, int]:
        """How many there are in every table: what is refused adds none."""
        return self.country.store.change(_counted)


def _counted(db: Connection) -> dict[str, int]:
    return {
        each.name: db.execute(select(func.count()).select_from(each)).scalar_one()
        for each in metadata.sorted_tables
    }


@asynccontextmanager
async def http_door(url: str, country: Country) -> AsyncIterator[HttpDoor]:
    """Both webhooks and the members' page, of which the house takes in what comes.

    `country`: whose rows lie in the database already, as `everybody` made them.
    """
    port, clock, store = free_port(), FrozenClock(), Store(url)
    country = replace(country, store=store)
    chosen = settings(_settings(port), NO_FILE)
    spoken = messengers(chosen, clock, store)
    page = MembersPage(store, clock, chosen.public_url)
    readers = {each.channel.name: each.read for each in spoken}
    readers[web_channel.NAME] = web_channel.read_update
    house = build(store, clock, {web_channel.NAME: page.channel}, readers)
    application = application_of(house, spoken, page)
    table, member = store.change(_open_table, country)
    people = [store.change(_comes, each, country, clock) for each in country.everybody]
    try:
        async with (
            running(house),
            _served(application, port, page),
            _phones(port) as session,
        ):
            parts = (country, house, application, page, clock, people, table, member)
            yield HttpDoor(*parts, session, port)
    finally:
        for each in spoken:
            await each.close()
        await store.close()


def _phones(port: int) -> aiohttp.ClientSession:
    """They keep no cookies: each request says which one it brings."""
    return aiohttp.ClientSession(f"http://127.0.0.1:{port}", cookie_jar=aiohttp.DummyCookieJar())


@asynccontextmanager
async def _served(
    application: web.Application, port: int, page: MembersPage
) -> AsyncIterator[None]:
    runner = runner_of(application, shutdown_seconds=1.0)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", port).start()
        yield
    finally:
        page.close()
        await runner.cleanup()


def _settings(port: int) -> dict[str, str]:
    return {
        "LIEN_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "LIEN_TELEGRAM_TOKEN": "123456789:AAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "LIEN_TELEGRAM_MODE": "webhook",
        "LIEN_ZALO_TOKEN": "987654321:BBbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
        "LIEN_ZALO_MODE": "webhook",
        "LIEN_WEBHOOK_SECRET": WEBHOOK_SECRET,
        "LIEN_CHAT_MESSAGES_A_MINUTE": "0",
    }


def _open_table(db: Connection, country: Country) -> tuple[int, int]:
    """A table of the own club, opened by its chair; and one of its members."""
    chair = next(e for e in country.everybody if (e.name, e.club) == ("chair", "own"))
    tin = next(each.id for each in places_of(db, country.club) if each.kind == "tin")
    deed = country.deed(chair, club=country.club, cause="table")
    counted = cash_in(db, country.club, tin)
    table = OpenTable(None, tin, counted).carry_out(db, deed).table.id
    plain = next(e for e in country.everybody if (e.name, e.club) == ("member", "own"))
    hers = (members.c.club_id == country.club) & (members.c.person_id == plain.person_id)
    return table, db.execute(select(members.c.id).where(hers)).scalar_one()


def _comes(db: Connection, who: Somebody, country: Country, clock: Clock) -> AtDoor:
    """The page is open on her phone; on it lie a text, a paper and a photo, and one is lent."""
    now, mark = clock.now(), mark_of(who)
    cookie = f"cookie-{who.chat_id:036d}"
    begin_session(db, who.chat_id, cookie, now)
    text = keep_web_message(db, who.chat_id, NewLine(mark, [], from_person=False), now)
    paper = WebFile(mark.encode(), "giay.pdf", "application/pdf", mark)
    file = keep_web_file(db, who.chat_id, paper, now)
    shown = WebFile(b"", "anh.jpg", "image/jpeg", "", _photo(db, who, country, clock))
    photo = keep_web_file(db, who.chat_id, shown, now)
    link, picture = (f"{kind}-{who.chat_id:036d}" for kind in ("link", "pict"))
    lent = WebFile(mark.encode(), "anh.jpg", "image/jpeg", mark)
    lend(db, Lending(who.chat_id, lent, link, picture), now)
    key = db.execute(select(chats.c.key).where(chats.c.id == who.chat_id)).scalar_one()
    return AtDoor(who, key, cookie, (text.id, file.id, photo.id), link, picture)


def _photo(db: Connection, who: Somebody, country: Country, clock: Clock) -> int:
    """A slip of the own club: whoever has it on the phone still needs the right to see it."""
    values = {
        "club_id": country.club,
        "chat_id": country.everybody[0].chat_id,
        "about": About.RECEIPT.value,
        "subject": 1,
        "mime": "image/jpeg",
        "content": PHOTO_MARK + str(who.chat_id).encode(),
        "digest": "",
        "size": 1,
        "received_at": clock.now(),
        "kept_until": clock.now().replace(year=2030),
        "cause": f"mark {who.chat_id}",
    }
    return int(db.execute(insert(photos).values(**values).returning(photos.c.id)).scalar_one())


def marks_in(body: bytes, people: Sequence[AtDoor]) -> list[AtDoor]:
    """Whose marks stand in an answer."""
    return [
        each
        for each in people
        if each.mark.encode() in body or PHOTO_MARK + str(each.who.chat_id).encode() == body
    ]
