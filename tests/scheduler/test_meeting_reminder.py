"""Three days before, that morning, and what happens in between."""

import pytest

from bot.knocking import Knocker
from scheduler import planning
from storage.store import Store
from tests.kit.meeting import presses
from tests.kit.planned import (
    answers,
    at,
    at_the_moment,
    cancel_the_meeting,
    close_months,
    due_times,
    move_the_meeting,
    outcomes,
    plan_a_meeting,
    reminders_of,
)
from tests.kit.village import village
from tests.kit.world import FrozenClock

MEMBERS = 8
AN_ENDED_PROCESS = 9
"""The five of the board and the three members without an office."""


async def test_who_has_not_answered_is_asked_three_days_before(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        meeting = plan_a_meeting(v, at(10, 8), talk="Ăn uống khi bị tiểu đường")
        answers(v, meeting, "lan", "no")
        assert await at_the_moment(v, at(7, 7, 59)) == 0
        assert await at_the_moment(v, at(7, 8)) == MEMBERS - 1
        assert "thứ ba 10/11/2026" in v.hoa.heard
        assert "8 giờ" in v.hoa.heard
        assert "Nhà văn hóa thôn Đoài" in v.hoa.heard
        assert "Ăn uống khi bị tiểu đường" in v.hoa.heard
        assert v.hoa.heard.endswith("đến được không ạ?")
        assert len(v.hoa.labels) == 3
        assert v.lan.messages == []


async def test_the_same_words_in_english(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        plan_a_meeting(v, at(10, 8))
        await at_the_moment(v, at(7, 8))
        assert v.hoa.heard.startswith("The club meets on Tuesday 10/11/2026, at 8:00.")
        assert v.hoa.labels == ["I will come", "I cannot come", "I need a lift"]
        await v.hoa.taps("I will come")
        await at_the_moment(v, at(10, 7))
        assert v.hoa.heard.startswith("The club meets today, at 8:00.")


async def test_that_morning_who_comes_is_reminded(database_url: str) -> None:
    async with village(database_url) as v:
        meeting = plan_a_meeting(v, at(10, 8))
        for name, answer in (("hoa", "yes"), ("lan", "lift"), ("manh", "no")):
            answers(v, meeting, name, answer)
        assert await at_the_moment(v, at(10, 7)) == 2
        assert "hôm nay" in v.hoa.heard
        assert "hôm nay" in v.lan.heard
        assert v.manh.messages == []
        assert reminders_of(v, "meeting_soon", "cuc") == []


async def test_the_question_after_a_standstill_of_days(sqlite_url: str) -> None:
    """Caught up while there is still time to answer; not on the meeting's own day."""
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(10, 8))
        await at_the_moment(v, at(3, 9))
        assert await at_the_moment(v, at(9, 15)) == MEMBERS


async def test_what_lost_its_sense_in_a_standstill_is_not_said(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(10, 8))
        await at_the_moment(v, at(3, 9))
        assert await at_the_moment(v, at(12, 9)) == 0
        assert v.hoa.messages == []
        assert reminders_of(v, "meeting_soon", "hoa") == [("dropped", planning.TOO_LATE)]


async def test_knocking_twice_says_nothing_twice(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(10, 8))
        assert await at_the_moment(v, at(7, 8)) == MEMBERS
        assert await at_the_moment(v, at(7, 8, 1)) == 0
        assert len(v.hoa.messages) == 1


async def test_moved_on_its_morning_it_is_reminded_of_on_the_new_day_too(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        meeting = plan_a_meeting(v, at(10, 14))
        answers(v, meeting, "hoa", "yes")
        assert await at_the_moment(v, at(10, 7)) == 1
        await presses(v.dao, f"s:move_meeting:{meeting}")
        for said in ("12/11/2026", "phải"):
            await v.dao.says(said)
        await v.dao.taps("Đúng hết rồi")
        assert "dời" in v.hoa.heard
        heard = len(v.hoa.messages)
        await at_the_moment(v, at(11, 9))
        assert len(v.hoa.messages) == heard
        await at_the_moment(v, at(12, 7))
        await at_the_moment(v, at(12, 8))
        assert len(v.hoa.messages) == heard + 1
        assert "hôm nay" in v.hoa.heard


async def test_two_processes_at_once_plan_and_say_it_once(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(10, 8))
        v.clock.move(at(7, 8) - v.clock.now())
        close_months(v)
        other = Store(sqlite_url)
        try:
            now = v.clock.now()
            waiting = [other.change_soon(planning.plan, now) for _ in range(3)]
            count = await Knocker(v.house).knock()
            for each in waiting:
                await each
            queued = await other.change_soon(planning.queue_due, now, 9, FrozenClock(run=9).new_id)
            count += len(queued.letters)
        finally:
            await other.close()
        assert count == MEMBERS
        assert reminders_of(v, "meeting_soon") == [("queued", None)] * MEMBERS


async def test_an_answer_in_the_meantime_silences_the_question(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        meeting = plan_a_meeting(v, at(10, 8))
        await at_the_moment(v, at(5, 9))
        assert len(reminders_of(v, "meeting_soon", "hoa")) == 1
        answers(v, meeting, "hoa", "yes")
        await at_the_moment(v, at(7, 8))
        assert v.hoa.messages == []
        assert reminders_of(v, "meeting_soon", "hoa") == []


async def test_a_moved_meeting_takes_its_reminders_along(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        meeting = plan_a_meeting(v, at(8, 8))
        await at_the_moment(v, at(3, 9))
        assert due_times(v, "meeting_soon") == {at(5, 8)}
        move_the_meeting(v, meeting, at(10, 14))
        await at_the_moment(v, at(5, 8))
        assert v.hoa.messages == []
        assert due_times(v, "meeting_soon") == {at(7, 8)}
        await at_the_moment(v, at(7, 8))
        assert "14 giờ" in v.hoa.heard


async def test_moved_far_away_it_is_asked_about_when_it_is_near(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        meeting = plan_a_meeting(v, at(8, 8))
        await at_the_moment(v, at(3, 9))
        move_the_meeting(v, meeting, at(28, 14))
        await at_the_moment(v, at(5, 8))
        assert v.hoa.messages == []
        await at_the_moment(v, at(24, 9))
        assert due_times(v, "meeting_soon") == {at(25, 8)}
        await at_the_moment(v, at(25, 8))
        assert "14 giờ" in v.hoa.heard


async def test_of_a_meeting_that_is_called_off_nothing_is_said(database_url: str) -> None:
    async with village(database_url) as v:
        meeting = plan_a_meeting(v, at(10, 8))
        await at_the_moment(v, at(5, 9))
        cancel_the_meeting(v, meeting)
        assert await at_the_moment(v, at(7, 8)) == 0
        assert reminders_of(v, "meeting_soon") == []


async def test_who_has_left_hears_nothing(database_url: str) -> None:
    async with village(database_url) as v:
        plan_a_meeting(v, at(10, 8))
        await at_the_moment(v, at(5, 9))
        v.store.change(_leaves, v.hoa.member_id)
        assert await at_the_moment(v, at(7, 8)) == MEMBERS - 1
        assert v.hoa.messages == []


async def test_a_newer_question_replaces_the_older_still_waiting(sqlite_url: str) -> None:
    """Two meetings in two days, and a standstill that made both questions due."""
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(11, 8))
        plan_a_meeting(v, at(12, 8))
        await at_the_moment(v, at(6, 9))
        assert await at_the_moment(v, at(9, 15)) == MEMBERS
        assert len(v.hoa.messages) == 1
        assert "12/11/2026" in v.hoa.heard
        assert [state for state, _ in reminders_of(v, "meeting_soon", "hoa")] == [
            "replaced",
            "queued",
        ]


async def test_a_letter_still_waiting_gives_way_to_the_newer_one(sqlite_url: str) -> None:
    """The older one lay in the outbox of a process that stood still."""
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(11, 8))
        plan_a_meeting(v, at(12, 8))
        v.clock.move(at(8, 8) - v.clock.now())
        close_months(v)
        v.store.change(planning.plan, v.clock.now())
        v.store.change(planning.queue_due, v.clock.now(), 9, v.clock.new_id)
        assert outcomes(v) == ["waiting"] * MEMBERS
        assert await at_the_moment(v, at(9, 8)) == MEMBERS
        assert outcomes(v) == ["dropped"] * MEMBERS + ["sent"] * MEMBERS
        assert "12/11/2026" in v.hoa.heard


async def test_whoever_has_no_chat_is_to_be_phoned(database_url: str) -> None:
    async with village(database_url) as v:
        plan_a_meeting(v, at(10, 8))
        v.store.change(_blocks, v.lan.key)
        assert await at_the_moment(v, at(7, 8)) == MEMBERS - 1
        assert reminders_of(v, "meeting_soon", "lan") == [("unreachable", planning.NO_CHAT)]


@pytest.mark.parametrize("hour", [21, 23, 5])
async def test_at_night_it_waits_for_the_morning(sqlite_url: str, hour: int) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(10, 8))
        await at_the_moment(v, at(3, 9))
        day = 8 if hour < 7 else 7
        assert await at_the_moment(v, at(day, hour)) == 0
        assert due_times(v, "meeting_soon") == {at(8, 7)}
        assert await at_the_moment(v, at(8, 7)) == MEMBERS


async def test_no_word_in_the_first_days_of_tet(sqlite_url: str) -> None:
    """Tết 2027 is 6 February; the question of the meeting on the 10th waits for mùng 4."""
    async with village(sqlite_url) as v:
        v.clock.move(at(1, 9, month=2, year=2027) - v.clock.now())
        plan_a_meeting(v, at(10, 14, month=2, year=2027))
        await at_the_moment(v, at(4, 9, month=2, year=2027))
        assert due_times(v, "meeting_soon") == {at(9, 7, month=2, year=2027)}


async def test_nobody_is_thrown_out_of_a_dialogue(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(10, 8))
        await v.hoa.says("bài học")
        question = v.hoa.heard
        await at_the_moment(v, at(7, 8))
        assert not any(label[0].isdigit() for label in v.hoa.labels)
        await v.hoa.says("nhắc lại")
        assert v.hoa.heard.endswith(str(question))


def _leaves(db, member_id: int | None) -> None:  # type: ignore[no-untyped-def]
    db.exec_driver_sql(f"UPDATE members SET state = 'left' WHERE id = {member_id}")


def _blocks(db, key: str) -> None:  # type: ignore[no-untyped-def]
    db.exec_driver_sql(f"UPDATE chats SET unreachable = 'blocked' WHERE key = '{key}'")
