"""Lanes: one letter of a chat at a time, replies before what nobody has just asked for."""

import asyncio

import pytest

from bot.clock import Clock
from bot.lanes import Lanes
from bot.pace import Pace
from storage.letter_kinds import LetterKind
from storage.outbox import Hearer, Letter


def letter(number: int, chat_id: int, kind: LetterKind = "reply") -> Letter:
    return Letter(number, Hearer(chat_id, "web", "", f"chat{chat_id}", "vi"), kind, {})


def pace_of(*, per_second: float = 1000, chat_gap_seconds: float = 0) -> Pace:
    return Pace(Clock(), per_second=per_second, chat_gap_seconds=chat_gap_seconds)


def lanes_with(*letters: Letter, pace: Pace | None = None) -> Lanes:
    lanes = Lanes(pace or pace_of())
    for each in letters:
        lanes.add(each)
    return lanes


async def nothing_from(waiting: object) -> None:
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(waiting, 0.01)  # type: ignore[arg-type]


async def test_replies_of_one_chat_go_out_in_their_order_one_at_a_time() -> None:
    first, second = letter(1, 7), letter(2, 7)
    lanes = lanes_with(first, second)
    assert await lanes.next_reply() == first
    await nothing_from(lanes.next_reply())
    lanes.settled(first)
    assert await lanes.next_reply() == second
    lanes.settled(second)
    assert len(lanes) == 0


async def test_chats_do_not_wait_for_each_other() -> None:
    lanes = lanes_with(letter(1, 7), letter(2, 8))
    assert {(await lanes.next_reply()).id, (await lanes.next_reply()).id} == {1, 2}


async def test_a_reply_overtakes_a_reminder_that_waits() -> None:
    reminder, reply = letter(1, 7, "reminder"), letter(2, 7)
    lanes = lanes_with(reminder, reply)
    await nothing_from(lanes.next_other())
    assert await lanes.next_reply() == reply
    lanes.settled(reply)
    assert await lanes.next_other() == reminder


async def test_a_reply_waits_for_what_is_on_its_way_to_the_same_chat() -> None:
    reminder = letter(1, 7, "reminder")
    lanes = lanes_with(reminder)
    assert await lanes.next_other() == reminder
    lanes.add(letter(2, 7))
    await nothing_from(lanes.next_reply())
    lanes.settled(reminder)
    assert (await lanes.next_reply()).id == 2


async def test_a_letter_that_rested_is_handed_out_once_more() -> None:
    reply = letter(1, 7)
    lanes = lanes_with(reply)
    assert await lanes.next_reply() == reply
    lanes.mark_again(reply)
    lanes.rested(reply)
    again = await lanes.next_reply()
    assert (again.id, again.again) == (1, True)


async def test_everything_follows_a_chat_to_its_new_name() -> None:
    first, reminder = letter(1, 7), letter(2, 7, "reminder")
    lanes = lanes_with(first, reminder)
    await lanes.next_reply()
    lanes.follow(7, "new")
    lanes.rested(first)
    assert (await lanes.next_reply()).hearer.key == "new"
    lanes.settled(first)
    assert (await lanes.next_other()).hearer.key == "new"


async def test_a_chat_left_in_peace_keeps_no_other_chat_and_no_reply_waiting() -> None:
    pace = pace_of(chat_gap_seconds=60)
    pace.sent_to(7)
    reminder, elsewhere = letter(1, 7, "reminder"), letter(2, 8, "reminder")
    lanes = lanes_with(reminder, elsewhere, pace=pace)
    assert await lanes.next_other() == elsewhere
    await nothing_from(lanes.next_other())
    reply = letter(3, 7)
    lanes.add(reply)
    assert await lanes.next_reply() == reply


async def test_who_waits_for_the_turn_of_the_bot_holds_no_lane() -> None:
    pace = pace_of(per_second=0.01)
    await pace.turn()
    lanes = lanes_with(letter(1, 7, "reminder"), pace=pace)
    waiting = asyncio.ensure_future(lanes.next_other())
    await asyncio.sleep(0)
    lanes.add(letter(2, 7))
    assert (await lanes.next_reply()).id == 2
    assert not waiting.done()
    waiting.cancel()


async def test_a_reply_that_comes_during_the_turn_goes_first_and_nothing_is_lost() -> None:
    pace = pace_of(per_second=20)
    await pace.turn()
    reminder, reply = letter(1, 7, "reminder"), letter(2, 7)
    lanes = lanes_with(reminder, pace=pace)
    waiting = asyncio.ensure_future(lanes.next_other())
    await asyncio.sleep(0)
    lanes.add(reply)
    assert await lanes.next_reply() == reply
    await asyncio.sleep(0.1)
    assert not waiting.done()
    lanes.settled(reply)
    assert await waiting == reminder


async def test_of_what_nobody_asked_for_only_what_is_on_its_way_is_finished() -> None:
    leaving, waiting, other = letter(1, 7, "notice"), letter(2, 7, "notice"), letter(3, 8, "notice")
    lanes = lanes_with(leaving, waiting)
    assert await lanes.next_other() == leaving
    lanes.add(other)
    lanes.keep_replies_only()
    assert len(lanes) == 1
    lanes.add(letter(4, 9, "notice"))
    lanes.add(letter(5, 9))
    lanes.settled(leaving)
    assert (await lanes.next_reply()).id == 5
    lanes.settled(letter(5, 9))
    assert len(lanes) == 0


async def test_a_chat_is_forgotten_when_its_rest_is_over() -> None:
    pace = pace_of(chat_gap_seconds=0.4)
    for chat_id in (7, 8, 7):
        pace.sent_to(chat_id)
    seven = pace.seconds_to_rest(7)
    assert 0 < pace.seconds_to_rest(8) <= seven <= 0.4
    await asyncio.sleep(0.41)
    assert (pace.seconds_to_rest(7), pace.seconds_to_rest(8)) == (0, 0)


async def test_what_was_written_to_many_lets_everything_else_go_first() -> None:
    to_many = [letter(number, number, "broadcast") for number in (1, 2, 3)]
    own = [letter(4, 4, "reminder"), letter(5, 5, "notice"), letter(6, 1, "reminder")]
    lanes = lanes_with(*to_many, *own)
    handed_out = []
    for _ in range(6):
        each = await lanes.next_other()
        handed_out.append(each.id)
        lanes.settled(each)
    assert handed_out == [4, 5, 6, 1, 2, 3]
    assert len(lanes) == 0


async def test_at_the_end_what_was_written_to_many_stays_in_the_outbox() -> None:
    lanes = lanes_with(letter(1, 7, "broadcast"), letter(2, 7, "broadcast"), letter(3, 8))
    on_its_way = await lanes.next_other()
    lanes.keep_replies_only()
    lanes.settled(on_its_way)
    assert (await lanes.next_reply()).id == 3
    await nothing_from(lanes.next_other())
    assert len(lanes) == 1


async def test_in_a_chat_in_peace_a_reminder_overtakes_what_was_written_to_many() -> None:
    pace = pace_of(chat_gap_seconds=0.05)
    lanes = lanes_with(letter(1, 7, "broadcast"), pace=pace)
    first = await lanes.next_other()
    pace.sent_to(7)
    lanes.settled(first)
    lanes.add(letter(2, 7, "broadcast"))
    lanes.add(letter(3, 7, "reminder"))
    assert (await lanes.next_other()).id == 3


async def test_whoever_waits_for_empty_lanes_hears_when_the_last_letter_is_done_with() -> None:
    first, second = letter(1, 7), letter(2, 8)
    lanes = lanes_with(first, second)
    for _ in (first, second):
        await nothing_from(lanes.until_empty())
        lanes.settled(await lanes.next_reply())
    await asyncio.wait_for(lanes.until_empty(), 60)
    lanes.add(letter(3, 7))
    await nothing_from(lanes.until_empty())
    lanes.forget()
    await asyncio.wait_for(lanes.until_empty(), 60)
