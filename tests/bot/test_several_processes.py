"""Several processes at one PostgreSQL database: nothing twice, nothing lost, all in its order."""

import asyncio
import time
from argparse import ArgumentTypeError
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence

import pytest
from sqlalchemy import func, insert, select, text, update

from bot.channels.channel import SlowDown
from bot.roles import Role, roles_named
from bot.run import run
from bot.settings import Settings, WrongSetting
from storage.inbox import Arrival
from storage.made_up import Country, begin_country
from storage.schema import bring_up_to_date
from storage.sharing import lanes
from storage.sharing.presence import Presence
from storage.sharing.processes import NOBODY, stays
from storage.store import Store, UnusableDatabase
from storage.tables.chats import inbox, outbox
from storage.tables.sharing import duties, processes, sending_turns
from tests.kit.small_house import arrival
from tests.kit.telegram_house import until
from tests.kit.telegram_server import TOKEN
from tests.kit.together import Messenger, Together
from tests.kit.world import START

A_SECOND = 1.0


@pytest.fixture
async def together(fresh_postgres, postgres_template) -> AsyncIterator[Together]:  # type: ignore[no-untyped-def]
    made = Together(fresh_postgres(template=postgres_template), Messenger())
    try:
        yield made
    finally:
        for each in made.workers:
            await each.kill()
        await made.store.close()


def most_in_a_second(times: Sequence[float]) -> int:
    return max(sum(1 for other in times if each <= other < each + A_SECOND) for each in times)


def said(chat: int, line: int) -> Arrival:
    return arrival(f"chat{chat}", f"xyz {line}")


async def test_every_chat_is_answered_in_its_order_by_one_at_a_time(together: Together) -> None:
    three = [await together.works() for _ in range(3)]
    together.chats(*(f"chat{number}" for number in range(12)))
    for line in range(6):
        # Whichever process brings it in.
        await asyncio.gather(
            *(three[(chat + line) % 3].house.core.take_in([said(chat, line)]) for chat in range(12))
        )
    await together.until_sent(72)
    assert together.rows(select(inbox.c.state).distinct()) == [("done",)]
    assert {each for (each,) in together.rows(select(inbox.c.attempts))} == {1}
    by_chat: dict[int, list[tuple]] = {}  # type: ignore[type-arg]
    columns = (outbox.c.chat_id, outbox.c.id, outbox.c.sent_at, outbox.c.again)
    for row in together.rows(select(*columns).order_by(outbox.c.id)):
        by_chat.setdefault(row[0], []).append(row)
    assert {len(each) for each in by_chat.values()} == {6}
    assert not any(again for rows in by_chat.values() for *_, again in rows)


async def test_who_has_much_to_do_leaves_the_next_to_others(together: Together) -> None:
    busy, idle = await together.works(), await together.works()
    for line in range(2):
        await busy.house.core.take_in([said(number, line) for number in range(100)])
    await together.until_sent(200)
    runs = {each for (each,) in together.rows(select(inbox.c.run))}
    assert runs == {busy.run, idle.run}


async def test_those_that_only_answer_and_those_that_only_send(together: Together) -> None:
    answers = await together.works(frozenset({Role.INBOX}))
    await together.works(frozenset({Role.DELIVERY}))
    for line in range(3):
        await answers.house.core.take_in([said(0, line), said(1, line)])
    await together.until_sent(6)
    assert {each for (each,) in together.rows(select(outbox.c.run))} == {together.workers[1].run}
    assert len(together.channel.texts("chat0")) == len(together.channel.texts("chat1")) == 3


async def test_what_a_dead_one_had_is_taken_up_once_and_says_so(together: Together) -> None:
    first, second, third = together.chats("a", "b", "c")
    dead = await together.works(frozenset({Role.INBOX}))
    together.put([first, second], "one", "two", kind="reply", run=dead.run)
    (pushed,) = together.put([third], "news", run=dead.run)
    with together.store.writing() as db:
        mark = update(outbox).where(outbox.c.id == pushed)
        db.execute(mark.values(state="sending", begun_at=START))
        waits = {"channel": "web", "bot": "", "raw": arrival("c", "xyz").raw, "state": "waiting"}
        told = {"update_key": "k", "chat_id": third, "attempts": 1, "run": dead.run}
        db.execute(insert(inbox).values(**waits, **told, received_at=START))
    alive = await together.works()
    await together.kill(dead)
    await until(lambda: together.states() == {"sent": 5, "unknown": 1})
    again = select(outbox.c.chat_id, outbox.c.again).where(outbox.c.chat_id.in_([first, second]))
    assert together.rows(again.order_by(outbox.c.id)) == [
        (first, True),
        (first, False),
        (second, True),
        (second, False),
    ]
    for key in ("a", "b"):
        one, two = together.channel.texts(key)
        assert one.endswith("one")
        assert one != "one"
        assert two == "two"
    assert together.rows(select(inbox.c.state, inbox.c.attempts, inbox.c.run)) == [
        ("done", 2, alive.run)
    ]
    assert together.rows(select(processes.c.run)) == [(alive.run,)]


async def test_what_a_look_takes_while_its_process_ends_is_free_again(together: Together) -> None:
    together.put(together.chats("c"), "news")
    worker = await together.works(frozenset({Role.INBOX}))
    with together.store.writing() as db:
        assert stays(db, worker.run)
        ends = asyncio.create_task(together.end(worker))
        await asyncio.sleep(0.3)
        taken = lanes.take_letters(db, worker.run, ("notice",), ("web",), 10, START)
        assert len(taken.letters) == 1
    await ends
    assert together.rows(select(outbox.c.run)) == [(NOBODY,)]
    with together.store.writing() as db:
        assert not stays(db, worker.run)


async def test_the_rate_is_kept_exactly_by_all_together(together: Together) -> None:
    numbers = together.chats(*(f"c{number}" for number in range(100)))
    for _ in range(3):
        await together.works(per_second=30)
    together.put(numbers, "news")
    await together.until_sent(100)
    assert most_in_a_second(together.channel.times) <= 30
    senders = {each for (each,) in together.rows(select(outbox.c.run))}
    assert len(senders) > 1
    # However they were handed about, there are no more turns than that.
    assert together.rows(select(func.count()).select_from(sending_turns)) == [(30,)]
    assert sum(each.house.delivery.pace.held for each in together.workers) <= 30


async def test_too_many_requests_at_one_hold_all_of_them(together: Together) -> None:
    one, *others = together.chats("one", *(f"c{number}" for number in range(20)))
    together.channel.expects("one", SlowDown(2))
    for _ in range(2):
        await together.works(per_second=20)
    together.put([one], "news")
    await until(lambda: together.channel.tried)
    told_at = time.monotonic()
    await until(lambda: all(each.house.delivery.pace.seconds_on_hold for each in together.workers))
    known_at = time.monotonic()
    together.put(others, "news")
    await together.until_sent(21)
    assert known_at - told_at < 2
    assert min(together.channel.times[1:]) >= told_at + 1.9


async def test_a_chat_is_left_in_peace_whoever_sends_next(together: Together) -> None:
    (one,) = together.chats("a")
    before = await together.works(gap=1.5)
    (first,) = together.put([one], "news")
    await together.until_sent(1)
    after = await together.works(gap=1.5)
    together.workers.remove(before)
    await before.end()
    with together.store.writing() as db:
        again = select(outbox.c.card).where(outbox.c.id == first)
        row = {"chat_id": one, "kind": "notice", "state": "waiting", "run": NOBODY}
        card = db.execute(again).scalar_one()
        more = {"card": card, "tries": 0, "again": False, "made_at": START}
        db.execute(insert(outbox).values(id=first + 1, **row, **more))
    await together.until_sent(2)
    senders = together.rows(select(outbox.c.run).order_by(outbox.c.id))
    assert senders == [(before.run,), (after.run,)]
    earlier, later = together.channel.times
    assert later - earlier >= 1.5


async def test_taken_for_dead_it_comes_in_anew_and_says_nothing_twice(together: Together) -> None:
    numbers = together.chats(*(f"c{number}" for number in range(10)))
    worker = await together.works(per_second=5)
    together.put(numbers, "news")
    await until(lambda: together.states()["sent"] >= 1)
    with together.store.writing() as db:
        db.execute(processes.delete().where(processes.c.run == worker.run))
    other = await together.works(per_second=5)
    await until(lambda: set(together.states()) <= {"sent", "unknown"})
    arrived = Counter(key for key, _ in together.channel.sent)
    assert set(arrived.values()) == {1}
    # Of those that were marked at that moment nobody knows.
    assert together.states()["sent"] <= len(arrived) <= 10
    assert together.states()["unknown"] <= 3
    runs = {each for (each,) in together.rows(select(processes.c.run))}
    assert runs == {worker.run, other.run}


async def test_what_one_does_for_all_is_taken_over(together: Together) -> None:
    first, second = await together.works(), await together.works()
    holder = select(duties.c.run).where(duties.c.name == "calendar")
    await until(lambda: together.rows(holder) == [(first.run,)])
    assert not second.house.has("calendar")
    await together.kill(first)
    await until(lambda: second.house.has("calendar"))
    assert together.rows(holder) == [(second.run,)]


def test_a_newer_version_does_not_start_beside_an_older_one(
    fresh_postgres: Callable[..., str], postgres_template: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.only_one.PATIENCE_SECONDS", 0.05)
    url = fresh_postgres(template=postgres_template)
    store = Store(url)
    older = Presence(store, 7)
    older.confirm()
    with store.writing() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    with pytest.raises(UnusableDatabase, match="a Liên of an older version is at work"):
        run(Settings(url, telegram_token=TOKEN))
    older.end()
    store.close_now()


def test_sqlite_is_not_shared_and_a_made_up_country_is_not_run(sqlite_url: str) -> None:
    chosen = Settings(sqlite_url, telegram_token=TOKEN)
    with pytest.raises(WrongSetting, match="--only is for several processes on PostgreSQL"):
        run(chosen, frozenset({Role.DELIVERY}))
    store = Store(sqlite_url)
    bring_up_to_date(store)
    size = Country(clubs=1, members=60, months=1, seed=1, made_at=START)
    store.change(begin_country, size)
    store.close_now()
    with pytest.raises(UnusableDatabase, match="lien fill made up"):
        run(chosen)


def test_roles_are_named_with_commas() -> None:
    assert roles_named("inbox, delivery") == {Role.INBOX, Role.DELIVERY}
    with pytest.raises(ArgumentTypeError, match="“sender”: right would be some of inbox"):
        roles_named("sender,inbox")


async def test_a_database_changed_by_another_version_ends_it_in_one_line(
    together: Together,
) -> None:
    worker = await together.works()
    with together.store.writing() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    async with asyncio.timeout(60):
        await worker.ended.wait()
    assert "of another version has changed this database" in str(worker.sharing.ended)
