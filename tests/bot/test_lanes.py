"""Lanes: one letter of a chat at a time, replies before what nobody has just asked for."""

import asyncio

import pytest

from bot.lanes import Lanes
from storage.outbox import Hearer, Letter


def letter(number: int, chat_id: int, kind: str = "reply") -> Letter:
    return Letter(number, Hearer(chat_id, "web", "", f"chat{chat_id}", "vi"), kind, {})


def lanes_with(*letters: Letter) -> Lanes:
    lanes = Lanes()
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
