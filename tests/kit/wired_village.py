"""The village on messengers: what is typed and heard goes by real HTTP through their stand-ins.

    async with wired_village(url, zalo=("hoa", "binh")) as v:
        await v.hoa.says("sổ của tôi")

Who is not named stays on the page. Papers are lent under an address of this machine.
"""

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, fields
from itertools import count
from typing import Any

from aiohttp import ClientSession, CookieJar, web
from sqlalchemy import select, update

from bot.channels import telegram, zalo
from bot.channels.lending import Lender
from bot.channels.telegram.service import TelegramService
from bot.channels.web.lent import LentFiles
from bot.channels.zalo.service import ZaloService
from bot.settings import settings
from handlers.talk.heard import Kind
from storage.queries.web import WebMessage
from storage.tables.chats import chats, inbox
from tests.kit.photographs import photographed
from tests.kit.running_program import telegram_settings
from tests.kit.telegram_contents import photograph
from tests.kit.telegram_house import NO_FILE, free_port
from tests.kit.telegram_person import Person as TelegramPerson
from tests.kit.telegram_person import Seen
from tests.kit.telegram_server import TelegramServer
from tests.kit.village import Phone, Village, village
from tests.kit.world import FrozenClock
from tests.kit.zalo_house import zalo_settings
from tests.kit.zalo_person import Came
from tests.kit.zalo_person import Person as ZaloPerson
from tests.kit.zalo_server import ZaloServer

PAPER = "/paper/#"
PATIENCE_SECONDS = 30.0
_LINES = count(1)


@dataclass(slots=True)
class Wires:
    """What stands behind the phones: the stand-ins, and the program's ways to them."""

    zalo: ZaloServer
    telegram: TelegramServer
    at_zalo: ZaloService
    at_telegram: TelegramService
    address: str


@dataclass(slots=True)
class WiredVillage(Village):
    """`new_on`: where somebody has a phone whom nobody knows yet."""

    wires: Wires | None = None
    new_on: str = "web"

    def new_phone(self, key: str, language: str = "vi", *, on: str = "") -> Phone:
        phone = Village.new_phone(self, key, language)
        if (on or self.new_on) != "web":
            phone = self.phones[key] = _moved(self, phone, on or self.new_on, key)
        return phone

    async def has_come_in(self, keys: Collection[str]) -> None:
        """Returns when these updates are stored and whatever follows from them is done."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not self._are_stored(keys):  # noqa: ASYNC110 – what is looked at tells nobody
                await asyncio.sleep(0.002)
        await self.house.until_idle()

    def _are_stored(self, keys: Collection[str]) -> bool:
        with self.store.reading() as db:
            found = db.execute(select(inbox.c.id).where(inbox.c.update_key.in_(keys))).all()
        return len(found) == len(keys)


class WiredPhone(Phone):
    """A phone at a stand-in; what the bot said there becomes its messages."""

    village: WiredVillage

    async def is_answered(self, *keys: str) -> str:
        await self.village.has_come_in(keys)
        return self.heard

    def shows(self, text: str, rows: list[Any], *, file_name: str | None = None) -> None:
        now = self.village.clock.now()
        line = WebMessage(next(_LINES), False, text, rows, now, file_name=file_name)
        self.messages.append(line)


class ZaloPhone(WiredPhone):
    """Nothing can be pressed; a paper is a link."""

    person: ZaloPerson

    async def says(self, text: str, *, kind: Kind = Kind.TEXT, key: str | None = None) -> str:
        assert kind is not Kind.PRESS, "there is no button"
        said = await self.person.writes(text or "chào", message_id=key)
        return await self.is_answered(said["message"]["message_id"])

    async def sends_photo(self, content: bytes | None = None, *, key: str | None = None) -> str:
        said = await self.person.sends_picture(photographed() if content is None else content)
        return await self.is_answered(said["message"]["message_id"])

    def came(self, message: Came) -> None:
        paper = "paper" if PAPER in message.text or message.picture is not None else None
        self.shows(message.text, [], file_name=paper)

    async def opens_paper(self, back: int = 1) -> bytes:
        """The paper behind the newest link, or one further back, after the tap on its page."""
        links = [each.text for each in self.papers if PAPER in each.text]
        address, _, secret = next(word for word in links[-back].split() if PAPER in word).partition(
            "#"
        )
        async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as phone:
            async with phone.post(f"{address}open", json={"secret": secret}) as opened:
                assert opened.status == 200, opened.status
            async with phone.get(f"{address}file") as paper:
                return await paper.read()


class TelegramPhone(WiredPhone):
    """Buttons are pressed by what is written on them."""

    person: TelegramPerson

    async def says(self, text: str, *, kind: Kind = Kind.TEXT, key: str | None = None) -> str:
        if kind is Kind.PRESS:
            said = await self.person.presses(text)
        elif kind is Kind.START:
            said = await self.person.starts(text)
        else:
            said = await self.person.says(text)
        return await self.is_answered(str(said["update_id"]))

    async def sends_photo(self, content: bytes | None = None, *, key: str | None = None) -> str:
        taken = photographed() if content is None else content
        said = await self.person.brings(photograph(self.person.world, taken))
        return await self.is_answered(str(said["update_id"]))

    def came(self, seen: Seen) -> None:
        rows = [
            [{"label": each["text"], "press": each.get("callback_data", "")} for each in row]
            for row in seen.rows
        ]
        self.shows(seen.text, rows, file_name=None if seen.kind == "text" else seen.kind)


@asynccontextmanager
async def wired_village(
    url: str,
    *,
    zalo: Collection[str] = (),
    telegram: Collection[str] = (),
    new_on: str = "web",
    language: str = "vi",
    clock: FrozenClock | None = None,
    **more: str,
) -> AsyncIterator[WiredVillage]:
    """A village of which these are on Zalo and those on Telegram; `more` are settings."""
    async with AsyncExitStack() as stack:
        at_zalo = await stack.enter_async_context(ZaloServer())
        at_telegram = await stack.enter_async_context(TelegramServer())
        v = await stack.enter_async_context(village(url, language=language, clock=clock))
        wires = _wires(v, url, at_zalo, at_telegram, more)
        found = {each.name: getattr(v, each.name) for each in fields(Village)}
        wired = WiredVillage(**found, wires=wires, new_on=new_on)
        _wire(wired, wires, zalo, telegram)
        await stack.enter_async_context(_at_work(wired, wires))
        yield wired


def _wires(
    v: Village, url: str, at_zalo: ZaloServer, at_telegram: TelegramServer, more: dict[str, str]
) -> Wires:
    address = f"127.0.0.1:{free_port()}"
    both = zalo_settings(at_zalo, url) | telegram_settings(at_telegram, url)
    own = {"LIEN_PUBLIC_URL": f"http://{address}", "LIEN_LISTEN": address}
    chosen = settings(both | own | more, NO_FILE)
    lender = Lender(v.store, v.clock, chosen.public_url)
    return Wires(
        at_zalo,
        at_telegram,
        ZaloService(chosen, v.clock, v.store, lender),
        TelegramService(chosen, v.clock),
        chosen.public_url,
    )


def _wire(
    v: WiredVillage, wires: Wires, zalo_phones: Collection[str], telegram_phones: Collection[str]
) -> None:
    spoken = (wires.at_zalo, wires.at_telegram)
    v.house.delivery.channels = {
        **v.house.delivery.channels,
        **{each.channel.name: each.channel for each in spoken},
    }
    v.house.fetcher.channels = v.house.delivery.channels
    v.house.steps.readers = {
        **v.house.steps.readers,
        **{each.channel.name: each.read for each in spoken},
    }
    for phone in v.phones.values():
        phone.village = v
    for names, channel in ((zalo_phones, zalo.NAME), (telegram_phones, telegram.NAME)):
        for name in names:
            v.phones[name] = _moved(v, v.phones[name], channel, name)
    wires.telegram.world.on_sent = lambda number, message: _at(v, number).came(Seen(message))


def _at(v: WiredVillage, number: int) -> TelegramPhone:
    return next(
        each
        for each in v.phones.values()
        if isinstance(each, TelegramPhone) and each.person.chat.chat_id == number
    )


def _moved(v: WiredVillage, phone: Phone, channel: str, name: str) -> Phone:
    """The same person's phone, at a messenger from now on."""
    assert v.wires is not None
    moved: ZaloPhone | TelegramPhone
    if channel == zalo.NAME:
        at_zalo = v.wires.zalo.person(name)
        at_zalo.has_written = True
        moved = ZaloPhone(v, at_zalo.key, phone.person_id, phone.member_id, channel)
        moved.person, at_zalo.on_hears = at_zalo, moved.came
        bot = v.wires.at_zalo.bot
    else:
        at_telegram = v.wires.telegram.person(name)
        at_telegram.chat.state = "open"
        key = str(at_telegram.person_id)
        moved = TelegramPhone(v, key, phone.person_id, phone.member_id, channel)
        moved.person = at_telegram
        bot = v.wires.at_telegram.bot
    where = {"channel": channel, "bot": bot, "key": moved.key}
    with v.store.writing() as db:
        db.execute(update(chats).where(chats.c.key == phone.key).values(**where))
    return moved


@asynccontextmanager
async def _at_work(v: WiredVillage, wires: Wires) -> AsyncIterator[None]:
    """Both messengers are asked for updates; papers lie where they are lent."""
    application = web.Application()
    application.add_routes(LentFiles(v.store, v.clock, wires.address).routes())
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", int(wires.address.rpartition(":")[2])).start()
    spoken = (wires.at_zalo, wires.at_telegram)
    for each in spoken:
        await each.open()
    try:
        async with asyncio.TaskGroup() as tasks:
            asking = [tasks.create_task(each.run(v.house.core.take_in)) for each in spoken]
            try:
                yield
            finally:
                await v.house.until_idle()
                for task in asking:
                    task.cancel()
    finally:
        for each in spoken:
            await each.close()
        await runner.cleanup()
