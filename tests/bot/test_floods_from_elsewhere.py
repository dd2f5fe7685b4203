"""The bound of a chat (F.10) by each way in, and by several processes together."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, event, func, select, text

from club.limits import MOST_WAITING
from storage.flooding import COUNTED, came_lately, standings
from storage.store import Store
from storage.tables.chats import inbox, outbox
from tests.bot.test_telegram_webhook import SECRET
from tests.bot.test_zalo_talk import founded as founded_on_zalo
from tests.kit.floods import Door, brought, stored
from tests.kit.telegram_house import free_port, telegram_house, until, webhook_settings
from tests.kit.telegram_server import TelegramServer
from tests.kit.together import Messenger, Together
from tests.kit.world import START, FrozenClock
from tests.kit.zalo_house import zalo_house
from tests.kit.zalo_server import ZaloServer

A_MINUTE = 20
MOST = 60
TOO_FAST = "đọc không kịp"


@pytest.fixture
async def together(fresh_postgres, postgres_template) -> AsyncIterator[Together]:  # type: ignore[no-untyped-def]
    made = Together(fresh_postgres(template=postgres_template), Messenger())
    try:
        yield made
    finally:
        for each in made.workers:
            await each.kill()
        await made.store.close()


def in_all(store: Store) -> int:
    with store.reading() as db:
        return int(db.execute(select(func.count()).select_from(inbox)).scalar_one())


async def test_it_holds_on_telegram(sqlite_url: str) -> None:
    async with (
        TelegramServer() as server,
        telegram_house(server, sqlite_url, LIEN_CHAT_MESSAGES_A_MINUTE="1") as store,
    ):
        la, lan = server.person("La"), server.person("Lan")
        for _ in range(9):
            la.type_now("menu")
        said = [(await la.sees()).text.replace("\n", " ") for _ in range(4)]
        assert sum(TOO_FAST in each for each in said) == 1
        await lan.starts()
        assert (await lan.sees()).text
        await la.sees_nothing()
        assert in_all(store) == 4


async def test_it_holds_on_zalo(sqlite_url: str) -> None:
    async with ZaloServer() as server:
        founded_on_zalo(sqlite_url, server)
        async with zalo_house(server, sqlite_url, LIEN_CHAT_MESSAGES_A_MINUTE="1") as store:
            la = server.person("La")
            for _ in range(3):
                await la.says("menu")
            assert TOO_FAST in (await la.says("menu")).replace("\n", " ")
            assert in_all(store) == 3


async def test_a_thousand_by_webhook_one_after_the_other_leave_sixty(sqlite_url: str) -> None:
    hooks = webhook_settings(free_port(), SECRET)
    usual = {"LIEN_CHAT_MESSAGES_A_MINUTE": str(A_MINUTE)}
    async with (
        TelegramServer() as server,
        telegram_house(server, sqlite_url, **hooks, **usual) as store,
    ):
        await until(lambda: server.webhook.webhook is not None)
        la, lan = server.person("La"), server.person("Lan")
        for _ in range(1000):
            la.type_now("menu")
        await lan.starts()
        assert (await lan.sees()).text
        await server.until_confirmed(60)
        assert MOST_WAITING <= in_all(store) - 1 <= MOST


async def test_two_processes_keep_the_bound_together(together: Together) -> None:
    two = [await together.works(chat_messages_a_minute=2) for _ in range(2)]
    for number in range(40):
        # As webhooks bring it, each to whom the balancer chose, one after the other.
        await two[number % 2].house.core.take_in(brought("la", 1, first=number))
    assert stored(together.store, "la") == 6
    await two[0].house.core.take_in(brought("lan", 1))
    assert stored(together.store, "lan") == 1
    for each in two:
        await each.house.until_idle()
    # Six answers and one word about it, though both of them left some; and what the other got.
    assert together.rows(select(func.count()).select_from(outbox)) == [(6 + 1 + 1,)]
    # One that has just begun keeps it, too.
    third = await together.works(chat_messages_a_minute=2)
    await third.house.core.take_in(brought("la", 1, first=100))
    # What another one took is let in where it is brought again, and is not counted twice.
    await third.house.core.take_in(brought("la", 1))
    assert stored(together.store, "la") == 6
    together.clock.move(COUNTED)
    await third.house.core.take_in(brought("la", 1, first=200))
    assert stored(together.store, "la") == 7


async def test_what_comes_at_the_very_same_moment_goes_beyond_by_one_batch(
    together: Together,
) -> None:
    two = [await together.works(chat_messages_a_minute=2) for _ in range(2)]
    for turn in range(4):
        both = [brought("la", 10, first=100 * turn + 10 * number) for number in range(2)]
        takes = (each.house.core.take_in(batch) for each, batch in zip(two, both, strict=True))
        await asyncio.gather(*takes)
    # Each may have taken as many as there is room for; the next look counts what both took.
    assert 6 <= stored(together.store, "la") <= 2 * 6


def test_names_that_no_database_takes_hold_up_nobody(postgres_store: Store) -> None:
    door = Door(postgres_store, FrozenClock(), shared=True)
    strange = [*brought("l\0a", 1), *brought("l\ud800n", 1)]
    assert door.takes([*strange, *brought("la", 1)]) == 3
    assert door.takes([*strange, *brought("la", 1)]) == 3


@pytest.fixture
def postgres_store(fresh_postgres, postgres_template) -> Iterator[Store]:  # type: ignore[no-untyped-def]
    store = Store(fresh_postgres(template=postgres_template))
    yield store
    store.close_now()


@contextmanager
def noted(db: Connection) -> Iterator[list[tuple[str, Any]]]:
    """The statements that run meanwhile, each with its values."""
    ran: list[tuple[str, Any]] = []

    def note(_db: object, _cursor: object, words: str, values: Any, *_: object) -> None:
        ran.append((words, values))

    event.listen(db, "before_cursor_execute", note)
    yield ran
    event.remove(db, "before_cursor_execute", note)


def test_a_batch_looks_at_all_its_chats_in_one_statement(postgres_store: Store) -> None:
    door = Door(postgres_store, FrozenClock(), shared=True)
    batch = [each for number in range(100) for each in brought(f"c{number}", 2)]
    door.takes(batch[:100])
    with postgres_store.writing() as db, noted(db) as ran:
        assert door.budgets.let_in(db, batch) == batch
    assert len(ran) == 1


_CHATS = """INSERT INTO chats (id, channel, bot, key, language, created_at)
    SELECT n, 'web', '', 'c' || n, 'vi', :at FROM generate_series(1, 300) n"""
_INBOX = """INSERT INTO inbox (channel, bot, update_key, chat_id, state, attempts, run, received_at)
    SELECT 'web', '', 'u' || n, 1 + n % 300, CASE WHEN n < 600 THEN 'waiting' ELSE 'done' END, 1, 1,
        CAST(:at AS timestamptz) - n * interval '1 minute' / 300
    FROM generate_series(0, 29999) n"""


def test_what_a_chat_brought_lately_is_found_by_an_index(postgres_store: Store) -> None:
    keys = [("web", "", f"c{number}") for number in (1, 2, 300)]
    with postgres_store.writing() as db:
        for rows in (_CHATS, _INBOX):
            db.execute(text(rows), {"at": START})
        db.execute(text("ANALYZE chats, inbox"))
        with noted(db) as ran:
            found = standings(db, keys, START)
            came = came_lately(db, keys, START)
        plans = [
            "\n".join(db.exec_driver_sql(f"EXPLAIN {words}", values).scalars())
            for words, values in ran
        ]
    assert {(each.lately, each.waiting) for each in found.values()} == {(3, 2)}
    assert [len(each) for each in came.values()] == [3, 3, 3]
    assert ["ix_inbox_lately" in each for each in plans] == [True, True]
    assert "ix_inbox_waiting" in plans[0]
    assert not any("Seq Scan on inbox" in each for each in plans)
