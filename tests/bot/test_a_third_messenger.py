"""A third messenger is one folder: nothing else knows it, and everything works there."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path

from sqlalchemy import select, update

from bot.beside_others import received
from bot.channels.channel import Messenger
from storage.tables.books import declarations
from storage.tables.chats import chats, inbox, outbox
from tests.kit.slips import NAME
from tests.kit.slips.service import LONGEST_TEXT, SlipService
from tests.kit.telegram_house import until
from tests.kit.village import Village, village

_NUMBERS = count(1)


class Slips:
    """Hoa's door: slips that she sends, and those that are brought."""

    def __init__(self, v: Village, service: SlipService, folder: Path) -> None:
        self.v = v
        self.service = service
        self.folder = folder
        self.read = 0

    async def says(self, text: str, name: str = "") -> str:
        """All that was brought in answer."""
        slip = name or f"{next(_NUMBERS):04}-hoa"
        (self.folder / "inside" / slip).write_text(text, encoding="utf-8")
        await until(lambda: not list((self.folder / "inside").iterdir()))
        await self.v.house.until_idle()
        return self.brought()

    def brought(self) -> str:
        slips = sorted((self.folder / "outside").glob("*-hoa"))
        texts = [each.read_text(encoding="utf-8") for each in slips]
        assert all(len(each) <= LONGEST_TEXT for each in texts)
        new, self.read = texts[self.read :], len(texts)
        return "\n".join(new)


@asynccontextmanager
async def by_slips(url: str, folder: Path) -> AsyncIterator[Slips]:
    """The village, in which Hoa has moved to where only slips come."""
    service = SlipService(folder)
    messenger: Messenger = service
    await messenger.open()
    async with village(url) as v:
        channels = {**v.house.delivery.channels, NAME: messenger.channel}
        v.house.delivery.channels = v.house.fetcher.channels = channels
        v.house.steps.readers = {**v.house.steps.readers, NAME: messenger.read}
        with v.store.writing() as db:
            there = {"channel": NAME, "key": "hoa"}
            db.execute(update(chats).where(chats.c.key == v.hoa.key).values(**there))
        receiving = asyncio.create_task(received(v.house, messenger))
        try:
            yield Slips(v, service, folder)
        finally:
            receiving.cancel()
    await messenger.close()


async def test_a_fee_by_slips_of_paper_is_confirmed_by_the_cashier_on_the_page(
    sqlite_url: str, tmp_path: Path
) -> None:
    async with by_slips(sqlite_url, tmp_path) as hoa:
        assert "1. " in await hoa.says("chào cháu")
        await hoa.says("đóng góp")
        await hoa.says("2")
        await hoa.says("50 nghìn")
        assert "50.000 đồng" in " ".join((await hoa.says("1")).split())
        assert "ghi nhận" in await hoa.says("đúng")
        await hoa.v.giang.taps("Xem và xác nhận")
        await hoa.v.giang.taps("Tiền đã ở trong tay")
        assert "Hoàng Văn Giang" in hoa.brought()
        with hoa.v.store.reading() as db:
            assert len(db.execute(select(declarations.c.id)).all()) == 1


async def test_a_slip_that_comes_twice_is_answered_once_and_a_nameless_one_kept_aside(
    sqlite_url: str, tmp_path: Path
) -> None:
    async with by_slips(sqlite_url, tmp_path) as hoa:
        assert await hoa.says("menu", "0700-hoa")
        assert await hoa.says("menu", "0700-hoa") == ""
        await hoa.says("?", "0701")
        with hoa.v.store.reading() as db:
            states = db.execute(select(inbox.c.chat_id, inbox.c.state)).all()
        assert sorted(state for _, state in states) == ["aside", "done"]


async def test_where_nobody_opens_the_door_nothing_is_tried_again(
    sqlite_url: str, tmp_path: Path
) -> None:
    async with by_slips(sqlite_url, tmp_path) as hoa:
        hoa.service.slips.gone.add("hoa")
        assert await hoa.says("menu") == ""
        with hoa.v.store.reading() as db:
            assert db.execute(select(outbox.c.state)).scalars().all() == ["dead"]
            gone = select(chats.c.unreachable).where(chats.c.key == "hoa")
            assert db.execute(gone).scalar_one() is not None
