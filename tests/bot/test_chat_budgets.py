"""A chat that brings in too much is held, hears so once, and costs nobody else anything (F.10)."""

import random
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot import chat_budgets
from bot.settings import settings
from bot.watching.measures import MEASURES
from club.limits import COUNTED_MINUTES, MOST_A_MINUTE, MOST_WAITING, most_counted
from handlers.talk.heard import Kind
from storage import inbox as storage_inbox
from storage.inbox import Arrival
from storage.schema import bring_up_to_date
from storage.store import Store
from storage.tables.chats import chats, inbox
from tests.kit import floods
from tests.kit.floods import Door, brought
from tests.kit.telegram_house import NO_FILE
from tests.kit.village import Phone, Village, village
from tests.kit.world import FrozenClock

A_MINUTE = 20
MOST = 60
WINDOW = timedelta(minutes=3)
TOO_FAST = "đọc không kịp"


@asynccontextmanager
async def held(url: str, a_minute: int = A_MINUTE) -> AsyncIterator[Village]:
    async with village(url, chat_messages_a_minute=a_minute) as v:
        yield v


@pytest.fixture
def door(database_url: str) -> Iterator[Door]:
    store = Store(database_url)
    bring_up_to_date(store)
    yield Door(store, FrozenClock())
    store.close_now()


def many(phone: Phone, count: int, *, kind: Kind = Kind.TEXT, first: int = 0) -> list[Arrival]:
    return brought(phone.key, count, kind=kind, first=first)


async def bring(v: Village, arrivals: Sequence[Arrival]) -> None:
    await v.house.core.take_in(arrivals)
    await v.house.until_idle()


def stored(v: Village, phone: Phone) -> int:
    return floods.stored(v.store, phone.key)


def told(phone: Phone, words: str = TOO_FAST) -> int:
    return sum(words in " ".join(each.text.split()) for each in phone.messages)


def test_the_rule_is_twenty_a_minute_over_three_and_fifty_that_wait() -> None:
    assert (MOST_A_MINUTE, COUNTED_MINUTES, MOST_WAITING) == (A_MINUTE, 3, 50)
    assert most_counted(MOST_A_MINUTE) == MOST


async def test_the_sixty_first_in_three_minutes_is_not_stored(sqlite_url: str) -> None:
    async with held(sqlite_url) as v:
        await bring(v, many(v.hoa, 30))
        await v.waits(seconds=179)
        await bring(v, many(v.hoa, 30, first=100))
        assert (stored(v, v.hoa), told(v.hoa)) == (MOST, 0)
        await bring(v, many(v.hoa, 1, first=200))
        assert (stored(v, v.hoa), told(v.hoa)) == (MOST, 1)
        # The window slides: the first thirty are three minutes old now.
        await v.waits(seconds=1)
        await bring(v, many(v.hoa, 31, first=300))
        assert stored(v, v.hoa) == MOST + 30


async def test_what_is_beyond_is_not_stored_and_said_once_until_it_calms(sqlite_url: str) -> None:
    before, a_minute = MEASURES.not_stored, 5
    async with held(sqlite_url, a_minute) as v:
        flood, most = many(v.hoa, 1000), most_counted(a_minute)
        await bring(v, [*flood[:600], *many(v.lan, 1), *flood[600:]])
        assert (stored(v, v.hoa), told(v.hoa)) == (most, 1)
        assert (stored(v, v.lan), len(v.lan.messages), told(v.lan)) == (1, 1, 0)
        assert MEASURES.not_stored == before + 1000 - most
        # It goes on at the same pace: what the minutes allow is read, and nothing is said again.
        for half_minute in range(1, 13):
            await v.waits(seconds=30)
            await bring(v, many(v.hoa, 50, first=half_minute * 1000))
        assert told(v.hoa) == 1
        assert stored(v, v.hoa) == 3 * most


async def test_who_waits_as_the_sentence_says_is_read_again(sqlite_url: str) -> None:
    async with held(sqlite_url) as v:
        await bring(v, many(v.hoa, 500))
        assert (told(v.hoa), told(v.hoa, "chờ cháu ba phút rồi nhắn lại")) == (1, 1)
        await v.waits(minutes=3)
        assert "muốn làm việc gì" in await v.hoa.says("menu")
        # Who comes back too early hears it again, and not only silence.
        await bring(v, many(v.hoa, 500, first=1000))
        await v.waits(seconds=61)
        await bring(v, many(v.hoa, 500, first=2000))
        assert told(v.hoa) == 3


def test_no_three_minutes_ever_hold_more_than_the_pace(door: Door) -> None:
    assert isinstance(door.clock, FrozenClock)
    chance, came = random.Random(20), list[float]()
    for number in range(150):
        door.clock.move(timedelta(seconds=chance.choice((0, 0, 1, 7, 20, 61))))
        if number % 40 == 39:
            door.restarts()
        taken = door.takes(brought("la", chance.choice((1, 3, 25)), first=number * 100))
        came += [door.clock.now().timestamp()] * taken
    seconds = WINDOW.total_seconds()
    most = max(sum(1 for each in came if at <= each < at + seconds) for at in came)
    assert most == MOST
    assert len(came) == floods.stored(door.store, "la") > 3 * MOST


def test_a_restart_in_the_middle_keeps_counting(door: Door) -> None:
    assert isinstance(door.clock, FrozenClock)
    assert door.takes(brought("la", 40)) == 40
    door.clock.move(timedelta(seconds=100))
    # The machine was started anew: its own time began at nought.
    door.clock.jump(timedelta(seconds=20))
    door.restarts()
    # What was stored and is brought again, because nobody heard so, is let in and not counted.
    assert door.takes(brought("la", 40)) == 40
    assert door.takes(brought("la", 40, first=100)) == 20
    assert door.takes(brought("lan", 40)) == 40
    door.clock.move(timedelta(seconds=60))
    door.restarts()
    assert door.takes(brought("la", 100, first=200)) == 40
    assert floods.stored(door.store, "la") == MOST + 40


@pytest.mark.parametrize("shared", [False, True])
def test_a_clock_that_was_set_back_makes_no_chat_deaf(door: Door, shared: bool) -> None:
    assert isinstance(door.clock, FrozenClock)
    door.shared = shared
    door.restarts()
    assert door.takes(brought("la", 100)) == MOST - 10  # as many as may wait
    door.clock.move(timedelta(seconds=1))
    assert door.takes(brought("la", 100, first=100)) == 10
    door.clock.jump(-timedelta(hours=5))
    # In the same process no more comes in for it, and nobody waits longer for it.
    assert door.takes(brought("la", 1, first=200)) == 0
    door.clock.move(WINDOW)
    assert door.takes(brought("la", 1, first=300)) == 1
    # After a restart what came in "later" than now is not held against the chat.
    door.clock.jump(-timedelta(hours=5))
    door.restarts()
    assert door.takes(brought("la", 1, first=400)) == 1


async def test_presses_count_as_messages_do(database_url: str) -> None:
    async with held(database_url, 1) as v:
        await bring(v, many(v.hoa, 2))
        await bring(v, many(v.hoa, 4, kind=Kind.PRESS, first=10))
        assert (stored(v, v.hoa), told(v.hoa)) == (3, 1)


async def test_a_cry_for_help_is_taken_in_the_middle_of_a_flood(sqlite_url: str) -> None:
    async with held(sqlite_url, 1) as v:
        await bring(v, many(v.hoa, 40))
        await v.hoa.says("Cứu tôi với, tôi bị ngã")
        assert stored(v, v.hoa) == 4
        assert "115" in v.hoa.heard
        assert "Hoa" in v.binh.heard
        await v.hoa.says("tôi muốn đóng phí")
        assert stored(v, v.hoa) == 4


async def test_what_is_brought_again_counts_once(sqlite_url: str) -> None:
    async with held(sqlite_url, 2) as v:
        for _ in range(5):
            await bring(v, many(v.hoa, 6))
        assert (stored(v, v.hoa), told(v.hoa)) == (6, 0)
        await bring(v, many(v.hoa, 7))
        assert (stored(v, v.hoa), told(v.hoa)) == (6, 1)


async def test_strangers_share_a_budget_and_members_have_their_own(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = 8
    monkeypatch.setattr(chat_budgets, "STRANGERS_ARE_WORTH_CHATS", together)
    async with held(sqlite_url, 1) as v:
        strangers = [each for n in range(together + 30) for each in brought(f"s{n}", 1)]
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
        await bring(v, many(v.by_key["s30"], 1, first=10))
        assert len(v.by_key["s30"].messages) == 1


def test_no_more_than_fifty_of_a_chat_wait(door: Door) -> None:
    door.a_minute, door.answers = 1000, False
    door.restarts()
    taken = [door.takes(brought("la", 30, first=first)) for first in (0, 30, 60)]
    assert taken == [30, MOST_WAITING - 30, 0]
    with door.store.writing() as db:
        ids = db.execute(select(inbox.c.id).order_by(inbox.c.id)).scalars().all()
        storage_inbox.mark_done(db, ids[:10])
    assert door.takes(brought("la", 30, first=100)) == 10


async def test_the_setting_is_twenty_and_nought_is_none(sqlite_url: str) -> None:
    name = "LIEN_CHAT_MESSAGES_A_MINUTE"
    assert settings({"LIEN_LANGUAGE": "vi"}, NO_FILE).chat_messages_a_minute == A_MINUTE
    assert settings({name: "7"}, NO_FILE).chat_messages_a_minute == 7
    async with held(sqlite_url, settings({name: "0"}, NO_FILE).chat_messages_a_minute) as v:
        await bring(v, many(v.hoa, MOST + 2))
        assert (stored(v, v.hoa), told(v.hoa)) == (MOST + 2, 0)
