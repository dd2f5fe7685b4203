"""Delivery: per chat in order; replies may come twice after a crash, anything else never."""

import asyncio
from collections.abc import Callable

import pytest

from bot.channels.channel import (
    Moved,
    NotTaken,
    Refused,
    ServerFault,
    SlowDown,
    Unreachable,
    Unsure,
)
from bot.house import running
from handlers.dialogue.asking import Ask
from handlers.dialogue.visitor import Visitor
from handlers.talk.heard import Kind
from messages.presses import StartPress, packed
from storage.letter_kinds import LetterKind
from storage.store import Store
from tests.kit.one_chat import Remember, asking, declared
from tests.kit.small_house import SmallHouse, arrival, doomed_house, made, small_house
from tests.kit.telegram_house import until

AGAIN = "(Sent again, in case the first did not reach you)"
BEGIN = packed(StartPress("echo"))


async def echo(ask: Ask, me: Visitor) -> Remember:
    heard, number = "nothing", 0
    while True:
        number += 1
        heard = await ask.text(f"word{number}", asking(f"heard {heard}"))


async def _for_ever() -> None:
    await asyncio.Event().wait()


def once(begun: asyncio.Event) -> Callable[[], object]:
    """Tells that a message has left, and never comes back with an answer."""

    async def wait() -> None:
        begun.set()
        await _for_ever()

    return wait


async def test_replies_of_a_chat_keep_their_order_while_one_is_slow(database_url: str) -> None:
    async def slow() -> None:
        await asyncio.sleep(0.3)

    with declared("echo", echo):
        async with small_house(database_url) as house:
            await house.hears("a", BEGIN, kind=Kind.PRESS)
            house.channel.expects("a", slow)
            await house.takes(*(arrival("a", f"w{number}") for number in range(4)))
            await house.takes(arrival("b", "menu"))
            await house.house.until_idle()
            assert house.channel.texts("a")[1:] == [f"heard w{number}" for number in range(4)]
            keys = [key for key, _ in house.channel.sent]
            assert keys.index("b") < len(keys) - 2  # the slow chat holds up nobody else


async def test_too_fast_holds_only_its_chat_and_costs_nothing(database_url: str) -> None:
    async with small_house(database_url) as house:
        house.channel.expects("a", SlowDown(0.1), SlowDown(0.1))
        await house.hears("a", "menu")
        assert house.channel.tried == ["a", "a", "a"]
        assert AGAIN not in house.channel.texts("a")[0]
        assert house.rows("SELECT state FROM outbox") == [("sent",)]


async def test_a_reply_that_was_not_taken_is_tried_again_without_a_mark(database_url: str) -> None:
    async with small_house(database_url) as house:
        house.channel.expects("a", NotTaken("no connection"))
        await house.hears("a", "menu")
        assert len(house.channel.texts("a")) == 1
        assert AGAIN not in house.channel.texts("a")[0]


@pytest.mark.parametrize("failure", [Unsure("broken off"), ServerFault("500")])
async def test_a_reply_that_may_have_arrived_says_so(sqlite_url: str, failure: Exception) -> None:
    async with small_house(sqlite_url) as house:
        house.channel.expects("a", failure)
        await house.hears("a", "menu")
        assert house.channel.texts("a")[0].startswith(AGAIN)


async def test_a_refused_message_does_not_make_the_chat_mute(database_url: str) -> None:
    async with small_house(database_url) as house:
        house.channel.expects("a", Refused("bad request"))
        await house.takes(arrival("a", "menu"), arrival("a", "menu"))
        await house.house.until_idle()
        assert len(house.channel.texts("a")) == 1
        assert house.rows("SELECT state FROM outbox ORDER BY id") == [("dead",), ("sent",)]


async def test_an_error_of_our_own_in_a_channel_costs_one_message(sqlite_url: str) -> None:
    async with small_house(sqlite_url) as house:
        house.channel.expects("a", RuntimeError("ours"))
        await house.hears("a", "menu")
        await house.hears("a", "menu")
        assert house.rows("SELECT state, why FROM outbox ORDER BY id") == [
            ("dead", "RuntimeError"),
            ("sent", None),
        ]


@pytest.mark.parametrize(
    "body",
    [
        ["a.moment.of.yesterday", 1, {}],
        ["everywhere.parked", 9, {"no_such_value": 1}],
        ["everywhere.plain", 1, {}],
        "nonsense",
    ],
)
async def test_what_cannot_be_written_any_more_is_a_dead_letter(
    sqlite_url: str, body: object
) -> None:
    card = {"body": body, "before": [], "choices": [], "small": [], "numbered": False}
    async with small_house(sqlite_url) as house:
        await house.hears("a", "menu")
        letter = house.posts("a", "", card=card)
        after = house.posts("a", "what came after")
        await house.house.until_idle()
        assert (house.state_of(letter), house.state_of(after)) == ("dead", "sent")
        assert house.channel.texts("a")[-1] == "what came after"


async def test_who_is_unreachable_gets_nothing_more_until_she_writes(database_url: str) -> None:
    async with small_house(database_url) as house:
        house.channel.expects("a", Unreachable("blocked by the user"))
        await house.hears("a", "menu")
        assert house.rows("SELECT unreachable FROM chats") == [("blocked by the user",)]
        await house.hears("a", "menu")
        assert house.rows("SELECT unreachable FROM chats") == [(None,)]
        assert len(house.channel.texts("a")) == 1


async def test_a_chat_that_moved_is_followed(database_url: str) -> None:
    async with small_house(database_url) as house:
        house.channel.expects("a", Moved("a2"))
        await house.hears("a", "menu")
        assert [key for key, _ in house.channel.sent] == ["a2"]
        assert house.rows("SELECT key FROM chats") == [("a2",)]
        await house.hears("a2", "menu")
        assert house.rows("SELECT count(*) FROM chats") == [(1,)]


async def test_a_notice_is_marked_before_it_is_sent(database_url: str) -> None:
    async with small_house(database_url) as house:
        await house.hears("a", "menu")
        states: list[str] = []

        async def look() -> None:
            states.append(house.state_of(letter))

        house.channel.expects("a", look)
        letter = house.posts("a", "news")
        await house.house.until_idle()
        assert states == ["sending"]
        assert house.state_of(letter) == "sent"


async def test_a_notice_that_may_have_arrived_is_never_sent_again(database_url: str) -> None:
    async with small_house(database_url) as house:
        await house.hears("a", "menu")
        house.channel.expects("a", Unsure("broken off"))
        letter = house.posts("a", "news")
        await house.house.until_idle()
        assert house.state_of(letter) == "unknown"
    async with small_house(database_url, run=2) as house:
        await house.house.until_idle()
        assert house.channel.sent == []


async def test_a_notice_that_was_certainly_not_taken_goes_later(database_url: str) -> None:
    async with small_house(database_url) as house:
        await house.hears("a", "menu")
        house.channel.expects("a", NotTaken("no connection"), SlowDown(0.05))
        letter = house.posts("a", "news")
        await house.house.until_idle()
        assert house.state_of(letter) == "sent"
        assert house.channel.texts("a").count("news") == 1


async def _killed_while_sending(url: str, kind: LetterKind) -> int:
    """A house that is ended when the message has left and nobody knows whether it arrived."""
    async with doomed_house(url) as house:
        await house.hears("a", "menu")
        left = asyncio.Event()
        house.channel.expects("a", once(left))  # type: ignore[arg-type]
        letter = house.posts("a", "words", kind=kind)
        await left.wait()
    return letter


async def test_killed_in_a_notice_it_is_unknown_and_never_comes_again(database_url: str) -> None:
    letter = await _killed_while_sending(database_url, "notice")
    async with small_house(database_url, run=2) as house:
        await house.house.until_idle()
        assert house.channel.sent == []
        assert house.state_of(letter) == "unknown"


async def test_killed_in_a_reply_it_comes_once_more_and_says_so(database_url: str) -> None:
    letter = await _killed_while_sending(database_url, "reply")
    async with small_house(database_url, run=2) as house:
        await house.house.until_idle()
        assert house.channel.texts("a") == [f"{AGAIN}\n\nwords"]
        assert house.state_of(letter) == "sent"
    async with small_house(database_url, run=3) as house:
        await house.house.until_idle()
        assert house.channel.sent == []


async def test_killed_with_many_replies_waiting_only_the_first_may_be_a_second_time(
    database_url: str,
) -> None:
    async with doomed_house(database_url) as house:
        await house.hears("a", "menu")
        left = asyncio.Event()
        house.channel.expects("a", once(left))  # type: ignore[arg-type]
        for number in range(3):
            house.posts("a", f"w{number}", kind="reply")
        await left.wait()
    async with small_house(database_url, run=2) as house:
        await house.house.until_idle()
        assert house.channel.texts("a") == [f"{AGAIN}\n\nw0", "w1", "w2"]


async def test_a_notice_nobody_began_to_send_goes_out_after_a_kill(database_url: str) -> None:
    async with doomed_house(database_url) as house:
        await house.hears("a", "menu")
        left = asyncio.Event()
        house.channel.expects("a", once(left))  # type: ignore[arg-type]
        house.posts("a", "first")
        second = house.posts("a", "second")
        await left.wait()
        assert house.state_of(second) == "waiting"
    async with small_house(database_url, run=2) as house:
        await house.house.until_idle()
        assert house.channel.texts("a") == ["second"]


async def test_replies_do_not_wait_for_news(sqlite_url: str) -> None:
    async with small_house(sqlite_url) as house:
        await _meet(house, 60)
        for number in range(60):
            house.posts(f"c{number}", "news")
        before = len(house.channel.sent)
        await house.takes(arrival("late", "menu"))
        await house.house.until_idle()
        order = [key for key, _ in house.channel.sent[before:]]
        assert order.index("late") < 30


async def _meet(house: SmallHouse, count: int) -> None:
    await house.takes(*(arrival(f"c{number}", "menu") for number in range(count)))
    await house.house.until_idle()


@pytest.mark.parametrize(("answers_took", "under_way"), [(1000.0, 16), (0.0, 40)])
async def test_while_people_talk_fewer_messages_to_many_are_under_way(
    sqlite_url: str, answers_took: float, under_way: int
) -> None:
    store = Store(sqlite_url)
    small, go = made(store, per_second=1000), asyncio.Event()
    small.house.core.talking.took(answers_took)
    async with running(small.house):
        await _meet(small, 40)
        before = len(small.channel.sent)
        for number in range(40):
            small.channel.expects(f"c{number}", go.wait)
            small.posts(f"c{number}", "news")
        await until(lambda: len(small.channel.sent) - before >= under_way)
        await asyncio.sleep(0.1)
        assert len(small.channel.sent) - before == under_way
        go.set()
        await small.house.until_idle()
        assert len(small.channel.sent) - before == 40
    await store.close()
