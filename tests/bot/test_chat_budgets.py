"""A chat that brings in too much is held, hears so once, and costs nobody else anything (F.10)."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot import chat_budgets
from bot.channels.web.channel import raw_update, read_update
from bot.chat_budgets import ChatBudgets
from bot.settings import settings
from bot.watching.measures import MEASURES
from club.limits import MOST_WAITING
from handlers.talk.heard import Kind
from storage import inbox as storage_inbox
from storage.inbox import Arrival
from storage.schema import bring_up_to_date
from storage.store import Store
from storage.tables.chats import chats, inbox
from tests.bot.test_zalo_talk import founded as founded_on_zalo
from tests.kit.telegram_house import NO_FILE, telegram_house
from tests.kit.telegram_server import TelegramServer
from tests.kit.village import Phone, Village, village
from tests.kit.world import FrozenClock
from tests.kit.zalo_house import zalo_house
from tests.kit.zalo_server import ZaloServer

MOST = 20
TOO_FAST = "đọc không kịp"


@pytest.fixture(autouse=True)
def nothing_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    """A minute's bound is reached at once; what can be saved has a test of its own."""
    monkeypatch.setattr(chat_budgets, "SAVED_MINUTES", 0)


@asynccontextmanager
async def held(url: str, most: int = MOST) -> AsyncIterator[Village]:
    async with village(url, chat_messages_a_minute=most) as v:
        yield v


def many(phone: Phone, count: int, *, kind: Kind = Kind.TEXT, first: int = 0) -> list[Arrival]:
    return [
        Arrival("web", "", f"{phone.key}-{first + each}", phone.key, raw_update(kind, "menu"))
        for each in range(count)
    ]


async def bring(v: Village, arrivals: Sequence[Arrival]) -> None:
    await v.house.core.take_in(arrivals)
    await v.house.until_idle()


def stored(v: Village, phone: Phone) -> int:
    with v.store.reading() as db:
        of_chat = select(func.count()).select_from(inbox.join(chats, chats.c.id == inbox.c.chat_id))
        return int(db.execute(of_chat.where(chats.c.key == phone.key)).scalar_one())


def told(phone: Phone) -> int:
    return sum(TOO_FAST in each for each in (" ".join(m.text.split()) for m in phone.messages))


async def test_what_is_beyond_is_not_stored_and_said_once_until_it_calms(sqlite_url: str) -> None:
    before, most = MEASURES.not_stored, 5
    async with held(sqlite_url, most) as v:
        flood = many(v.hoa, 1000)
        await bring(v, [*flood[:600], *many(v.lan, 1), *flood[600:]])
        assert (stored(v, v.hoa), told(v.hoa)) == (most, 1)
        assert (stored(v, v.lan), len(v.lan.messages), told(v.lan)) == (1, 1, 0)
        assert MEASURES.not_stored == before + 1000 - most
        # It goes on at the same pace: what a minute allows is read, and nothing is said again.
        for minute in range(1, 4):
            await v.waits(seconds=30)
            await bring(v, many(v.hoa, 50, first=minute * 2000))
            await v.waits(seconds=30)
            await bring(v, many(v.hoa, 50, first=minute * 2000 + 1000))
        assert told(v.hoa) == 1
        assert stored(v, v.hoa) == 4 * most
        await v.waits(seconds=61)
        assert "muốn làm việc gì" in await v.hoa.says("menu")
        await bring(v, many(v.hoa, most, first=9000))
        assert told(v.hoa) == 2


async def test_a_calm_chat_may_bring_much_at_once(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chat_budgets, "SAVED_MINUTES", 9)
    async with held(sqlite_url, 4) as v:
        await bring(v, many(v.hoa, 40))
        assert (stored(v, v.hoa), told(v.hoa)) == (40, 0)
        await bring(v, many(v.hoa, 5, first=100))
        assert (stored(v, v.hoa), told(v.hoa)) == (40, 1)
        # Two calm minutes: what one allows, and what the other saved.
        await v.waits(seconds=121)
        await bring(v, many(v.hoa, 40, first=200))
        assert stored(v, v.hoa) == 40 + 4 + 8


async def test_presses_count_as_messages_do(database_url: str) -> None:
    async with held(database_url, 3) as v:
        await bring(v, many(v.hoa, 2))
        await bring(v, many(v.hoa, 4, kind=Kind.PRESS, first=10))
        assert (stored(v, v.hoa), told(v.hoa)) == (3, 1)


async def test_a_cry_for_help_is_taken_in_the_middle_of_a_flood(sqlite_url: str) -> None:
    async with held(sqlite_url, 3) as v:
        await bring(v, many(v.hoa, 40))
        await v.hoa.says("Cứu tôi với, tôi bị ngã")
        assert stored(v, v.hoa) == 4
        assert "115" in v.hoa.heard
        assert "Hoa" in v.binh.heard
        await v.hoa.says("tôi muốn đóng phí")
        assert stored(v, v.hoa) == 4


async def test_what_is_brought_again_counts_once(sqlite_url: str) -> None:
    async with held(sqlite_url, 4) as v:
        for _ in range(5):
            await bring(v, many(v.hoa, 4))
        assert (stored(v, v.hoa), told(v.hoa)) == (4, 0)
        await bring(v, many(v.hoa, 5))
        assert (stored(v, v.hoa), told(v.hoa)) == (4, 1)


async def test_a_clock_that_is_set_back_keeps_nobody_waiting(sqlite_url: str) -> None:
    async with held(sqlite_url, 2) as v:
        await bring(v, many(v.hoa, 3))
        v.clock.jump(-timedelta(hours=5))
        await v.waits(seconds=61)
        await v.hoa.says("menu")
        assert stored(v, v.hoa) == 3


async def test_strangers_share_a_budget_and_members_have_their_own(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = 8
    monkeypatch.setattr(chat_budgets, "STRANGERS_ARE_WORTH_CHATS", together)
    async with held(sqlite_url, 1) as v:
        strangers = [
            Arrival("web", "", f"s{each}", f"s{each}", raw_update(Kind.TEXT, "x"))
            for each in range(together + 30)
        ]
        for each in strangers:
            v.by_key[each.chat_key or ""] = Phone(v, each.chat_key or "", None)
        await bring(v, [*strangers, *many(v.hoa, 1)])
        heard = [each for each in strangers if v.by_key[each.chat_key or ""].messages]
        assert len(heard) == together
        assert len(v.hoa.messages) == 1
        with v.store.reading() as db:
            met = db.execute(select(func.count()).where(chats.c.key.like("s%"))).scalar_one()
        assert met == together
        await v.la.says("cứu tôi với")
        assert "115" in v.la.heard
        await v.waits(seconds=61)
        await bring(v, many(v.by_key["s30"], 1))
        assert len(v.by_key["s30"].messages) == 1


def test_no_more_than_fifty_of_a_chat_wait(database_url: str) -> None:
    store, clock = Store(database_url), FrozenClock()
    bring_up_to_date(store)
    budgets = ChatBudgets(clock, {"web": read_update}, a_minute=1000)
    la = Phone(None, "la", None)  # type: ignore[arg-type]

    def take(first: int, count: int) -> int:
        with store.writing() as db:
            arrivals = budgets.let_in(db, many(la, count, first=first))
            storage_inbox.take_in(db, arrivals, {}, run=1, now=clock.now())
        return len(arrivals)

    assert (take(0, 30), take(30, 30), take(60, 30)) == (30, MOST_WAITING - 30, 0)
    with store.writing() as db:
        ids = db.execute(select(inbox.c.id).order_by(inbox.c.id)).scalars().all()
        storage_inbox.mark_done(db, ids[:10])
    assert take(100, 30) == 10
    store.close_now()


async def test_the_setting_is_twenty_and_nought_is_none(sqlite_url: str) -> None:
    name = "LIEN_CHAT_MESSAGES_A_MINUTE"
    assert settings({"LIEN_LANGUAGE": "vi"}, NO_FILE).chat_messages_a_minute == MOST
    assert settings({name: "7"}, NO_FILE).chat_messages_a_minute == 7
    async with held(sqlite_url, settings({name: "0"}, NO_FILE).chat_messages_a_minute) as v:
        await bring(v, many(v.hoa, MOST + 2))
        assert (stored(v, v.hoa), told(v.hoa)) == (MOST + 2, 0)


async def test_it_holds_on_telegram(sqlite_url: str) -> None:
    async with (
        TelegramServer() as server,
        telegram_house(server, sqlite_url, LIEN_CHAT_MESSAGES_A_MINUTE="3") as store,
    ):
        la, lan = server.person("La"), server.person("Lan")
        for _ in range(9):
            la.type_now("menu")
        said = [(await la.sees()).text.replace("\n", " ") for _ in range(4)]
        assert sum(TOO_FAST in each for each in said) == 1
        await lan.starts()
        assert (await lan.sees()).text
        await la.sees_nothing()
        with store.reading() as db:
            assert db.execute(select(func.count()).select_from(inbox)).scalar_one() == 4


async def test_it_holds_on_zalo(sqlite_url: str) -> None:
    async with ZaloServer() as server:
        founded_on_zalo(sqlite_url, server)
        async with zalo_house(server, sqlite_url, LIEN_CHAT_MESSAGES_A_MINUTE="2") as store:
            la = server.person("La")
            for _ in range(2):
                await la.says("menu")
            assert TOO_FAST in (await la.says("menu")).replace("\n", " ")
            with store.reading() as db:
                assert db.execute(select(func.count()).select_from(inbox)).scalar_one() == 2
