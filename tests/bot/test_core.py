"""The loop: what arrives is stored before it is confirmed, answered in order, and never lost."""

import asyncio
import sqlite3

import pytest

from handlers.dialogue.asking import Ask
from handlers.dialogue.visitor import Visitor
from handlers.talk.heard import Kind
from messages.presses import StartPress, packed
from storage import inbox
from storage.inbox import Arrival
from storage.schema import bring_up_to_date
from storage.store import DatabaseFailed, Store
from tests.kit.one_chat import Remember, asking, declared
from tests.kit.small_house import SmallHouse, arrival, doomed_house, made, small_house

BEGIN = packed(StartPress("echo"))


async def echo(ask: Ask, me: Visitor) -> Remember:
    """Says back what it heard last, for ever."""
    heard, number = "nothing", 0
    while True:
        number += 1
        prompt = asking(f"heard {heard}")
        heard = await ask.text(f"word{number}", prompt, longest=2000)


async def test_the_same_update_twice_is_answered_once(database_url: str) -> None:
    async with small_house(database_url) as house:
        await house.takes(arrival("a", "menu", update="1"), arrival("a", "menu", update="1"))
        await house.takes(arrival("a", "menu", update="1"))
        await house.house.until_idle()
        assert len(house.channel.sent) == 1


async def test_two_bots_may_use_the_same_update_number(database_url: str) -> None:
    async with small_house(database_url) as house:
        await house.hears("a", "menu", update="1")
        await house.hears("b", "menu", update="2")
        assert len(house.rows("SELECT id FROM inbox")) == 2


async def test_what_is_said_at_once_is_answered_in_its_order(database_url: str) -> None:
    words = [f"w{number}" for number in range(12)]
    with declared("echo", echo):
        async with small_house(database_url) as house:
            await house.hears("a", BEGIN, kind=Kind.PRESS)
            core = house.house.core
            await asyncio.gather(*(core.take_in([arrival("a", each)]) for each in words))
            await house.house.until_idle()
            assert house.channel.texts("a")[1:] == [f"heard {each}" for each in words]


async def test_whoever_says_much_at_once_keeps_nobody_waiting(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pause is for chats of which another process has hold, not for those with more to answer."""
    monkeypatch.setattr("bot.core.PAUSE_FOR_LOCKED_CHATS_SECONDS", 600.0)
    async with small_house(sqlite_url) as house:
        await house.takes(*[arrival("a", f"w{number}") for number in range(12)])
        await house.hears("b", "menu")
        async with asyncio.timeout(60):
            await house.house.until_idle()
        assert len(house.channel.texts("a")) == 12
        assert len(house.channel.texts("b")) == 1


async def test_what_has_only_just_come_is_waited_for(sqlite_url: str) -> None:
    async with small_house(sqlite_url) as house:
        core = house.house.core
        await core.until_idle()
        bringing = asyncio.ensure_future(core.take_in([arrival("a", "menu", update="1")]))
        await asyncio.sleep(0)
        assert not core.idle
        await core.until_idle()
        assert house.rows("SELECT state FROM inbox") == [("done",)]
        await bringing


async def test_a_hundred_chats_with_five_messages_each(database_url: str) -> None:
    keys = [f"chat{number}" for number in range(100)]
    with declared("echo", echo):
        async with small_house(database_url) as house:
            await house.takes(*(arrival(key, BEGIN, kind=Kind.PRESS) for key in keys))
            words = [f"w{number}" for number in range(4)]
            await asyncio.gather(
                *(house.takes(arrival(key, each)) for each in words for key in keys)
            )
            await house.house.until_idle()
            expected = ["heard nothing", *(f"heard {each}" for each in words)]
            assert {key: house.channel.texts(key) for key in keys} == dict.fromkeys(keys, expected)
            assert house.rows("SELECT count(*) FROM inbox WHERE state = 'done'") == [(500,)]


async def test_what_cannot_be_read_is_kept_and_stops_nobody(database_url: str) -> None:
    async with small_house(database_url) as house:
        unread = Arrival("web", "", "u1", None, "\x00{nonsense")
        await house.takes(unread, arrival("a", "menu"))
        await house.house.until_idle()
        assert len(house.channel.sent) == 1
        assert house.rows("SELECT state FROM inbox ORDER BY id") == [("aside",), ("done",)]


async def test_nothing_is_confirmed_that_is_not_stored(sqlite_url: str) -> None:
    async with small_house(sqlite_url) as house:
        with _locked(sqlite_url, house):
            with pytest.raises(DatabaseFailed):
                await house.house.core.take_in([arrival("a", "menu", update="1")])
            assert house.rows("SELECT id FROM inbox") == []
        await house.hears("a", "menu", update="1")
        assert len(house.channel.sent) == 1


class _locked:
    """Another program holds the database for the length of the block; nobody waits long for it."""

    def __init__(self, url: str, house: SmallHouse) -> None:
        self.other = sqlite3.connect(url.partition("///")[2], isolation_level=None)
        with house.house.store.writer.connect() as db:
            db.exec_driver_sql("PRAGMA busy_timeout=1")

    def __enter__(self) -> None:
        self.other.execute("BEGIN IMMEDIATE")

    def __exit__(self, *_: object) -> None:
        self.other.execute("ROLLBACK")
        self.other.close()


async def test_after_a_lock_everything_is_answered(sqlite_url: str) -> None:
    with declared("echo", echo):
        async with small_house(sqlite_url) as house:
            await house.hears("a", BEGIN, kind=Kind.PRESS)
            with _locked(sqlite_url, house):
                waiting = asyncio.gather(
                    house.takes(arrival("a", "one")), house.takes(arrival("b", "menu"))
                )
                await asyncio.sleep(0.2)
            await waiting
            await house.house.until_idle()
            assert house.channel.texts("a") == ["heard nothing", "heard one"]
            assert len(house.channel.texts("b")) == 1
            assert house.rows("SELECT id FROM faults") == []


async def test_how_a_sending_ended_is_kept_after_a_lock_and_it_is_sent_once(
    sqlite_url: str,
) -> None:
    async with small_house(sqlite_url) as house:
        locked = _locked(sqlite_url, house)
        begun = asyncio.Event()

        async def lock() -> None:
            locked.__enter__()
            begun.set()

        house.channel.expects("a", lock)
        await house.takes(arrival("a", "menu"))
        await begun.wait()
        await asyncio.sleep(0.1)
        assert house.rows("SELECT state FROM outbox") == [("waiting",)]
        locked.__exit__()
        await house.house.until_idle()
        assert house.rows("SELECT state FROM outbox") == [("sent",)]
        assert len(house.channel.sent) == 1


async def test_a_full_disk_loses_nothing(sqlite_url: str) -> None:
    with declared("echo", echo):
        async with small_house(sqlite_url) as house:
            await house.hears("a", BEGIN, kind=Kind.PRESS)
            with house.house.store.writer.connect() as db:
                pages = db.exec_driver_sql("PRAGMA page_count").scalar_one()
                db.exec_driver_sql(f"PRAGMA max_page_count={pages}")
            bringing = asyncio.create_task(house.takes(arrival("a", "x" * 1900)))
            others = [asyncio.create_task(house.takes(arrival("b", "y" * 1900))) for _ in range(5)]
            await asyncio.sleep(0.3)
            with house.house.store.writer.connect() as db:
                db.exec_driver_sql("PRAGMA max_page_count=1000000")
            await asyncio.gather(bringing, *others)
            await house.house.until_idle()
            assert house.channel.texts("a")[1:] == ["heard " + "x" * 1900]
            assert len(house.channel.texts("b")) == 5
            assert house.rows("SELECT count(*) FROM inbox WHERE state <> 'done'") == [(0,)]


async def test_connections_that_are_cut_cost_nobody_an_answer(postgres_url: str) -> None:
    other = Store(postgres_url)
    bring_up_to_date(other)
    with declared("echo", echo):
        async with small_house(postgres_url) as house:
            await house.hears("a", BEGIN, kind=Kind.PRESS)
            for number in range(5):
                with other.writing() as killer:
                    killer.exec_driver_sql(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                        "WHERE pid <> pg_backend_pid() AND datname = current_database()"
                    )
                await house.hears("a", f"w{number}")
            assert house.channel.texts("a")[1:] == [f"heard w{number}" for number in range(5)]
    other.close_now()


async def test_what_was_taken_in_and_not_answered_is_answered_at_the_next_start(
    database_url: str,
) -> None:
    store = Store(database_url)
    small = made(store, run=1)
    with store.writing() as db:
        inbox.take_in(db, [arrival("a", "menu")], {}, run=1, now=small.clock.now())
    await store.close()
    async with small_house(database_url, run=2) as house:
        await house.house.until_idle()
        assert len(house.channel.sent) == 1


async def test_who_waits_for_a_loop_that_broke_hears_of_it(sqlite_url: str) -> None:
    async with doomed_house(sqlite_url) as house:
        with pytest.raises(AttributeError):
            await house.house.core.take_in(["no arrival"])  # type: ignore[list-item]


async def test_the_end_answers_what_was_taken_in(database_url: str) -> None:
    with declared("echo", echo):
        async with small_house(database_url) as house:
            await house.takes(arrival("a", BEGIN, kind=Kind.PRESS))
            await house.takes(*(arrival("a", f"w{number}") for number in range(5)))
        assert house.channel.texts("a")[-1] == "heard w4"
        async with small_house(database_url, run=2) as again:
            await again.house.until_idle()
            assert again.channel.sent == []
