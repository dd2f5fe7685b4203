"""Steps: many chats in one transaction, each alone where one of them fails."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import insert

from bot.channels.web.channel import read_update
from bot.steps import Steps
from club.refusals import Code, Refused
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.visitor import Visitor
from handlers.notices import NOTICES
from handlers.talk.heard import Heard, Kind
from messages.cards import card_of
from messages.moments import written
from messages.presses import StartPress, packed
from messages.wording import Words
from storage import inbox
from storage.changes.deed import Deed
from storage.queries import Connection
from storage.schema import bring_up_to_date
from storage.store import DatabaseFailed, Store
from storage.tables.chats import wrong_codes
from tests.kit.one_chat import OneChat, Remember, asking, declared
from tests.kit.small_house import arrival
from tests.kit.world import FrozenClock


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    made = Store(database_url)
    yield made
    made.close_now()


def taken(store: Store, clock: FrozenClock, *said: tuple[str, str]) -> list[int]:
    arrivals = [arrival(key, words) for key, words in said]
    chats = store.change(inbox.take_in, arrivals, {}, run=clock.run, now=clock.now())
    return sorted(chats)


def texts(letters: Any) -> dict[str, str]:
    words = Words("en", "you", "I")
    return {each.hearer.key: written(card_of(each.card).body, words) for each in letters}


def states(store: Store) -> list[tuple[str, int]]:
    with store.reading() as db:
        found = db.exec_driver_sql("SELECT state, attempts FROM inbox ORDER BY id")
        return [tuple(row) for row in found]


async def two(ask: Ask, me: Visitor) -> Remember:
    first = await ask.text("first", asking("First?"))
    return Remember(first, await ask.text("second", asking("Second?")))


def test_the_same_update_twice_has_one_effect(store: Store) -> None:
    chat = OneChat(store)
    with declared("two", two):
        chat.begins("two")
        assert chat.says("one", key="k1") == "Second?"
        chat.says("one", key="k1")
        assert len(chat.shown) == 2
        assert chat.says("other") == "remembered ['one', 'other']"


def test_yes_twice_is_carried_out_once(store: Store) -> None:
    async def sure(ask: Ask, me: Visitor) -> Remember | None:
        return Remember("it") if await ask.confirm("agreed", asking("Sure?")) else None

    chat = OneChat(store)
    with declared("sure", sure):
        chat.begins("sure")
        press = chat.press("All correct")
        assert chat.presses(press) == "remembered ['it']"
        assert "finished already" in chat.presses(press)
        assert chat.rows("SELECT deed FROM audit") == [("Remember",)]


def test_a_fault_costs_one_message_of_one_chat(store: Store) -> None:
    async def breaking(ask: Ask, me: Visitor) -> Remember:
        first = await ask.text("first", asking("First?"))
        if first == "break":
            raise RuntimeError("ours")
        return Remember(first)

    clock = FrozenClock()
    steps = Steps(store, {"web": read_update}, clock)
    with declared("breaking", breaking):
        for key in ("a", "b", "c"):
            chat = OneChat(store, key=key, clock=clock)
            chat.begins("breaking")
        chats = taken(store, clock, ("a", "fine"), ("b", "break"), ("c", "good"))
        heard = texts(steps.round(chats).letters)
        assert heard["a"] == "remembered ['fine']"
        assert "went wrong on my side" in heard["b"]
        assert heard["c"] == "remembered ['good']"
        assert sorted(states(store))[0] == ("aside", 1)
        assert OneChat(store, key="b", clock=clock).says("menu")
    with store.reading() as db:
        ((kind, trace, aside),) = db.exec_driver_sql(
            "SELECT f.kind, f.trace, i.state FROM faults f JOIN inbox i ON i.fault_id = f.id"
        ).all()
    assert (kind, aside) == ("RuntimeError", "aside")
    assert "breaking" in trace


def test_an_answer_that_cannot_be_written_costs_one_message(store: Store) -> None:
    async def unwritable(ask: Ask, me: Visitor) -> Remember:
        return Remember(await ask.text("what", asking(object())))  # type: ignore[arg-type]

    clock = FrozenClock()
    steps = Steps(store, {"web": read_update}, clock)
    with declared("unwritable", unwritable), declared("two", two):
        OneChat(store, key="b", clock=clock).begins("two")
        press = packed(StartPress("unwritable"))
        arrivals = [
            arrival("a", press, kind=Kind.PRESS),
            arrival("b", "x"),
        ]
        chats = store.change(inbox.take_in, arrivals, {}, run=clock.run, now=clock.now())
        heard = texts(steps.round(sorted(chats)).letters)
        assert "went wrong on my side" in heard["a"]
        assert heard["b"] == "Second?"


def left(store: Store) -> list[int]:
    """The chats an ended process left waiting."""
    with store.reading() as db:
        return inbox.chats_with_waiting(db)


class Killed(BaseException):
    """The process ends here."""


def _deadly(raw: str) -> Heard:
    raise Killed


def test_an_update_that_ends_the_process_three_times_is_set_aside(store: Store) -> None:
    first = FrozenClock(run=1)
    chats = taken(store, first, ("a", "poison"), ("a", "menu"), ("b", "menu"))
    with pytest.raises(Killed):
        Steps(store, {"web": _deadly}, first).round(chats)
    for run in (2, 3):
        with pytest.raises(Killed):
            Steps(store, {"web": _deadly}, FrozenClock(run=run)).round(left(store))
    clock = FrozenClock(run=4)
    steps = Steps(store, {"web": read_update}, clock)
    stepped = steps.round(left(store))
    assert "went wrong on my side" in texts(stepped.letters)["a"]
    assert states(store)[0] == ("aside", 4)
    while stepped.more:
        stepped = steps.round(sorted(stepped.more))
    assert [state for state, _ in states(store)] == ["aside", "done", "done"]


def test_what_an_ended_process_left_is_answered_at_the_next_start(store: Store) -> None:
    taken(store, FrozenClock(run=1), ("a", "menu"), ("b", "menu"))
    stepped = Steps(store, {"web": read_update}, FrozenClock(run=2)).round(left(store))
    assert sorted(texts(stepped.letters)) == ["a", "b"]
    assert states(store) == [("done", 2), ("done", 2)]


class Clashing:
    """A command that the database refuses, whatever is done."""

    def carry_out(self, db: Connection, deed: Deed) -> None:
        db.execute(insert(wrong_codes).values(id=1, chat_id=-1, at=deed.now))


def test_a_step_the_database_refuses_is_set_aside_and_holds_up_nobody(store: Store) -> None:
    async def clashing(ask: Ask, me: Visitor) -> Any:
        await ask.text("what", asking("What?"))
        return Clashing()

    clock = FrozenClock()
    steps = Steps(store, {"web": read_update}, clock)
    with declared("clashing", clashing), declared("two", two):
        OneChat(store, key="a", clock=clock).begins("clashing")
        OneChat(store, key="b", clock=clock).begins("two")
        stepped = steps.round(taken(store, clock, ("a", "now"), ("a", "menu"), ("b", "one")))
        assert texts(stepped.letters) == {"b": "Second?"}
        assert stepped.failed
        letters = list(stepped.letters)
        for _ in range(6):
            stepped = steps.round(sorted(stepped.more))
            letters += stepped.letters
        assert len([each for each in letters if each.hearer.key == "a"]) == 2
        with store.reading() as db:
            kinds = db.exec_driver_sql("SELECT kind FROM faults").scalars().all()
        assert kinds == ["IntegrityError"]


def test_a_command_refused_by_the_rules_leaves_nothing(store: Store) -> None:
    class HalfDone:
        def carry_out(self, db: Connection, deed: Deed) -> None:
            db.execute(insert(wrong_codes).values(chat_id=deed.chat_id, at=deed.now))
            raise Refused(Code.NOT_FOUND)

    async def refused(ask: Ask, me: Visitor) -> Any:
        await ask.text("what", asking("What?"))
        return HalfDone()

    chat = OneChat(store)
    with declared("refused", refused):
        chat.begins("refused")
        chat.says("now")
        assert chat.rows("SELECT id FROM wrong_codes") == []
        assert chat.rows("SELECT id FROM audit") == []
        assert chat.faults == 0
        assert chat.places == {"refused": "done"}


def test_a_fact_nobody_tells_of_is_our_fault_and_leaves_nothing(store: Store) -> None:
    class Untold:
        def carry_out(self, db: Connection, deed: Deed) -> object:
            db.execute(insert(wrong_codes).values(chat_id=deed.chat_id, at=deed.now))
            return object()

    async def untold(ask: Ask, me: Visitor) -> Any:
        await ask.text("what", asking("What?"))
        return Untold()

    assert object not in NOTICES
    chat = OneChat(store)
    with declared("untold", untold):
        chat.begins("untold")
        assert "went wrong on my side" in chat.says("now")
        assert chat.rows("SELECT id FROM wrong_codes") == []


def test_a_connection_lost_in_a_set_costs_nobody_an_answer(postgres_url: str) -> None:
    store, other = Store(postgres_url), Store(postgres_url)
    bring_up_to_date(store)
    lost: list[int] = []

    def lose_it_once(db: Connection) -> int:
        if not lost:
            lost.append(int(db.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()))
            with other.writing() as killer:
                killer.exec_driver_sql(f"SELECT pg_terminate_backend({lost[0]})")
        return int(db.exec_driver_sql("SELECT 1").scalar_one())

    async def losing(ask: Ask, me: Visitor) -> Remember:
        what = await ask.text("what", asking("What?"))
        return Remember(what, await read(lose_it_once))

    clock = FrozenClock()
    steps = Steps(store, {"web": read_update}, clock)
    with declared("losing", losing):
        for key in ("a", "b"):
            OneChat(store, key=key, clock=clock).begins("losing")
        stepped = steps.round(taken(store, clock, ("a", "words"), ("b", "others")))
        letters = list(stepped.letters)
        for _ in range(3):
            stepped = steps.round(sorted(stepped.more))
            letters += stepped.letters
        assert texts(letters) == {
            "a": "remembered ['words', 1]",
            "b": "remembered ['others', 1]",
        }
        assert lost
    store.close_now()
    other.close_now()


def test_without_a_database_a_step_waits_and_nothing_is_set_aside(sqlite_url: str) -> None:
    store, other = Store(sqlite_url), Store(sqlite_url)
    clock = FrozenClock()
    steps = Steps(store, {"web": read_update}, clock)
    chats = taken(store, clock, ("a", "menu"))
    with store.writer.connect() as db:
        db.exec_driver_sql("PRAGMA busy_timeout=1")
    with other.writing():
        for _ in range(6):
            stepped = steps.round(chats)
            assert stepped.failed
            assert stepped.more == set(chats)
    assert sorted(texts(steps.round(chats).letters)) == ["a"]
    with pytest.raises(DatabaseFailed), other.writing():
        store.change(inbox.mark_done, [1])
    store.close_now()
    other.close_now()
