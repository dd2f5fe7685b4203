"""The bot's token is revoked and a new one taken: chats, open questions and what waited go on."""

import asyncio

import pytest
from sqlalchemy import func, select

from bot.settings import WrongSetting
from storage.store import Store
from storage.tables.chats import chats, dialogues
from tests.kit.telegram_club import CODE, telegram_club
from tests.kit.telegram_house import telegram_house
from tests.kit.telegram_server import TelegramServer


def _rows(store: Store) -> tuple[int, int]:
    with store.reading() as db:
        talked = select(func.count()).select_from(chats).where(chats.c.channel == "telegram")
        opened = select(func.count()).select_from(dialogues)
        return db.execute(talked).scalar_one(), db.execute(opened).scalar_one()


async def test_with_a_new_token_the_talk_goes_on_where_it_was(sqlite_url: str) -> None:
    async with TelegramServer() as server:
        old = server.token
        mo = server.person("Mơ")
        async with telegram_house(server, sqlite_url) as store:
            telegram_club(store, server, members=[], language="vi")
            await mo.starts(CODE)
            assert "CLB Thôn Đoài" in (await mo.sees()).text
            await mo.says("có")
            asked = (await mo.sees()).text
            before = _rows(store)
        server.token = f"{old.partition(':')[0]}:" + "N" * 35
        await mo.says("nguyễn thị mơ")
        # Whoever still has the old one cannot speak for the bot, and says so in one line.
        with pytest.raises(ExceptionGroup) as no:
            async with telegram_house(server, sqlite_url, LIEN_TELEGRAM_TOKEN=old):
                await asyncio.sleep(60)
        refused = no.value.subgroup(WrongSetting)
        assert refused is not None
        assert "token" in str(refused.exceptions[0])
        assert old not in str(refused.exceptions[0])
        async with telegram_house(server, sqlite_url) as store:
            heard = (await mo.sees()).text
            assert heard != asked
            assert "năm sinh" in heard or "sinh năm" in heard
            assert _rows(store) == before
