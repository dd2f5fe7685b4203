"""The database is away for a while: nothing is lost, the log says for how long, all goes on."""

import asyncio
import faulthandler
import sqlite3
from collections import Counter
from collections.abc import Iterator

import pytest
from sqlalchemy import select

from bot.channels.web.channel import read_update
from bot.knocking import Knocker
from bot.watching.measures import MEASURES
from storage.schema import bring_up_to_date
from storage.store import DatabaseFailed, Store, sqlite_file
from storage.tables.chats import inbox, outbox
from tests.kit.postgres import PostgresServer, StoppableServer, stoppable_postgres
from tests.kit.small_house import ScriptedChannel, arrival
from tests.kit.telegram_house import until
from tests.kit.workers import Worker
from tests.kit.world import FrozenClock

AWAY_SECONDS, A_MINUTE_SECONDS = 3.0, 60.0
CHATS, LINES = 10, 4


@pytest.fixture
def server() -> Iterator[StoppableServer]:
    try:
        with stoppable_postgres() as made:
            yield made
    except LookupError as error:
        pytest.skip(str(error))


async def brings(worker: Worker, number: int, away_seconds: float) -> None:
    """As a messenger does it: each line again and again until it is taken."""
    for line in range(LINES):
        told = arrival(f"chat{number}", f"xyz {line}", update=f"{number}-{line}")
        while True:
            try:
                await worker.house.core.take_in([told])
            except DatabaseFailed:
                await asyncio.sleep(0.1)
            else:
                break
        await asyncio.sleep(away_seconds / 3)


def _may_take(seconds: float) -> None:
    """A whole minute away takes longer than a test that hangs is given."""
    if seconds > AWAY_SECONDS:
        faulthandler.cancel_dump_traceback_later()


def states(store: Store) -> tuple[Counter[str], Counter[str]]:
    with store.reading() as db:
        heard = Counter(db.execute(select(inbox.c.state)).scalars())
        return heard, Counter(db.execute(select(outbox.c.state)).scalars())


def all_is_answered(store: Store) -> bool:
    try:
        return states(store) == ({"done": CHATS * LINES}, {"sent": CHATS * LINES})
    except DatabaseFailed:
        return False


def check_each_once(channel: ScriptedChannel) -> None:
    """Every line is answered once: nobody died, so nothing is said again."""
    assert Counter(key for key, _ in channel.sent) == {f"chat{n}": LINES for n in range(CHATS)}


@pytest.mark.parametrize(
    "seconds", [AWAY_SECONDS, pytest.param(A_MINUTE_SECONDS, marks=pytest.mark.long)]
)
async def test_postgresql_is_stopped_and_started_again(
    server: StoppableServer, caplog: pytest.LogCaptureFixture, seconds: float
) -> None:
    _may_take(seconds)
    url = PostgresServer(server.admin).fresh_database()
    store, channel = Store(url), ScriptedChannel()
    bring_up_to_date(store)
    made = [Worker(url, FrozenClock(), {"web": channel}, {"web": read_update}) for _ in range(2)]
    workers = [await each.start() for each in made]
    talks = [asyncio.create_task(brings(workers[n % 2], n, seconds)) for n in range(CHATS)]
    await until(lambda: channel.sent)
    await asyncio.to_thread(server.stop)
    await asyncio.sleep(seconds)
    await asyncio.to_thread(server.start)
    await asyncio.gather(*talks)
    await until(lambda: all_is_answered(store), 60 + seconds)
    check_each_once(channel)
    for each in workers:
        assert not each.ended.is_set()
        await each.end()
    await store.close()
    said = [each.getMessage() for each in caplog.records if each.name == "lien.database"]
    assert [each for each in said if each.startswith("the database is away")]
    assert [each for each in said if each.startswith("the database is back after ")]


@pytest.mark.parametrize(
    "seconds", [AWAY_SECONDS, pytest.param(A_MINUTE_SECONDS, marks=pytest.mark.long)]
)
async def test_sqlite_is_locked_by_somebody_else(
    sqlite_url: str, caplog: pytest.LogCaptureFixture, seconds: float
) -> None:
    _may_take(seconds)
    store, channel = Store(sqlite_url), ScriptedChannel()
    worker = await Worker(sqlite_url, FrozenClock(), {"web": channel}, {"web": read_update}).start()
    await worker.store.in_writer(_be_impatient, worker.store)
    talks = [asyncio.create_task(brings(worker, n, seconds)) for n in range(CHATS)]
    await until(lambda: channel.sent)
    other = sqlite3.connect(str(sqlite_file(store.url)), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    await asyncio.sleep(seconds)
    other.execute("ROLLBACK")
    other.close()
    await asyncio.gather(*talks)
    await until(lambda: all_is_answered(store), 60 + seconds)
    check_each_once(channel)
    await worker.end()
    await store.close()
    said = [each.getMessage() for each in caplog.records if each.name == "lien.database"]
    assert said[0].startswith("the database is away")
    assert said[1].startswith("the database is back after ")


async def test_a_disk_that_takes_nothing_any_more_is_named(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Nothing is lost, the log says what is wrong and health that it is; then all goes on."""
    store, channel = Store(sqlite_url), ScriptedChannel()
    worker = await Worker(sqlite_url, FrozenClock(), {"web": channel}, {"web": read_update}).start()
    knocker = Knocker(worker.house)
    await knocker.knock()
    await worker.store.in_writer(_read_only, worker.store, "ON")
    signed_at = MEASURES.silent_seconds()["knock"]
    with pytest.raises(DatabaseFailed):
        await worker.house.core.take_in([arrival("chat0", "xyz")])
    with pytest.raises(DatabaseFailed):
        await knocker.knock()
    assert MEASURES.silent_seconds()["knock"] > signed_at, "a knock that failed is no sign of life"
    assert MEASURES.away_seconds > 0
    await worker.store.in_writer(_read_only, worker.store, "OFF")
    await worker.house.core.take_in([arrival("chat0", "xyz")])
    await until(lambda: channel.sent, 30)
    assert MEASURES.away_seconds == 0
    await worker.end()
    await store.close()
    said = [each.getMessage() for each in caplog.records if each.name == "lien.database"]
    assert "the database cannot be written to" in said[0]
    assert said[1].startswith("the database is back after ")


async def test_nobody_says_that_it_is_back_before_it_took_something(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    channel = ScriptedChannel()
    worker = await Worker(sqlite_url, FrozenClock(), {"web": channel}, {"web": read_update}).start()
    await worker.store.in_writer(_read_only, worker.store, "ON")
    with pytest.raises(DatabaseFailed):
        await worker.house.core.take_in([arrival("chat0", "xyz")])
    await worker.house.core.until_idle()
    worker.house.core.end()
    await asyncio.sleep(0.1)
    await worker.end()
    assert "the database is back" not in caplog.text
    MEASURES.database_away(is_away=False)


def _read_only(store: Store, on: str) -> None:
    """As SQLite finds a disk that has become so."""
    with store.writer.connect() as db:
        db.connection.cursor().execute(f"PRAGMA query_only={on}")


def _be_impatient(store: Store) -> None:
    """It waits for the other's lock not five seconds each time, as it usually does."""
    with store.writer.connect() as db:
        db.exec_driver_sql("PRAGMA busy_timeout=50")
