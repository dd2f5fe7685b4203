"""Lessons, support sessions, and something left unfinished."""

from datetime import timedelta

from sqlalchemy import insert, update

from messages.lessons import lessons
from storage.changes.joining.found_club import settle
from storage.tables.people import volunteers
from storage.tables.sessions import lesson_reads
from tests.kit.planned import (
    at,
    at_the_moment,
    due_times,
    open_a_session,
    plan_a_meeting,
    reminders_of,
)
from tests.kit.village import village

MEMBERS = 8


async def test_the_lesson_comes_once_on_the_usual_day(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await at_the_moment(v, at(10, 9))
        assert due_times(v, "lesson") == {at(15, 9)}
        assert await at_the_moment(v, at(15, 9)) == MEMBERS
        await at_the_moment(v, at(16, 9))
        assert reminders_of(v, "lesson") == [("queued", None)] * MEMBERS
        assert "Điện thoại: tiếng to, chữ to, sạc pin" in v.hoa.heard
        assert v.hoa.labels == ["Vào bài học"]
        assert v.quan.messages == []
        await at_the_moment(v, at(15, 9, month=12))
        assert reminders_of(v, "lesson") == [("queued", None)] * 2 * MEMBERS


async def test_the_lesson_in_english(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await at_the_moment(v, at(15, 9))
        assert v.hoa.heard.startswith(
            "Here is your next lesson in using the phone: Your phone: sound,\n"
            "letters, charging.\nIt is short: 5 steps.\n\nAnd a tip for a green home."
        )


async def test_a_green_tip_comes_in_alternate_months_the_same_for_all(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        said = {}
        for month in (10, 11, 12):
            await at_the_moment(v, at(15, 9, month=month))
            said[month] = {v.hoa.heard.partition("\n\n")[2], v.lan.heard.partition("\n\n")[2]}
        assert said[10] == said[12] == {""}
        assert len(said[11]) == 1
        assert said[11].pop().startswith("And a tip for a green home.")


async def test_the_lesson_is_the_persons_own_next_one(database_url: str) -> None:
    everything = [each.code for each in lessons()]
    async with village(database_url, language="en") as v:
        v.store.change(_has_had, v.hoa.person_id, v.clock.now(), "phone", "network")
        v.store.change(_has_had, v.lan.person_id, v.clock.now(), *everything)
        await at_the_moment(v, at(15, 9))
        assert "Calls that want to cheat you" in v.hoa.heard
        assert v.lan.heard.startswith("You have had all the lessons.")
        assert "Your phone: sound, letters, charging" in v.lan.heard
        await v.lan.taps("See the question")
        assert v.lan.heard.startswith("To keep it fresh: Your phone: sound, letters, charging")
        await v.lan.taps("The button on the side")
        await at_the_moment(v, at(15, 9, month=12))
        assert "Getting online: Wi-Fi and 4G" in v.lan.heard


async def test_a_club_has_its_own_lesson_day(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(24, 8))
        v.store.change(settle, v.club.club_id, "lesson_day", 5, at(1, 9).date(), v.clock.now())
        assert await at_the_moment(v, at(5, 9)) == MEMBERS
        assert await at_the_moment(v, at(15, 9)) == 0


async def test_volunteers_are_reminded_the_day_before_and_two_hours_before(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(24, 8))
        open_a_session(v, at(12, 14), "quan")
        assert await at_the_moment(v, at(11, 7, 59)) == 0
        assert await at_the_moment(v, at(11, 8)) == 1
        assert "14 giờ" in v.quan.heard
        assert "thứ năm 12/11/2026" in v.quan.heard
        assert "Dùng điện thoại" in v.quan.heard
        assert await at_the_moment(v, at(12, 12)) == 1
        assert await at_the_moment(v, at(12, 13)) == 0
        assert len(v.quan.messages) == 2


async def test_an_early_session_is_reminded_of_the_evening_before(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        open_a_session(v, at(12, 8), "quan")
        await at_the_moment(v, at(11, 9))
        assert due_times(v, "session_soon") == {at(11, 19)}
        assert await at_the_moment(v, at(11, 19)) == 1
        assert v.quan.heard == (
            "You have promised to help at a support session:\n"
            "Using the phone\n"
            "• Time: Thursday 12/11/2026, at 8:00\n"
            "• Length: 1 hour 30 minutes\n"
            "• Hamlet: Thôn Đoài\n"
            "Thank you.\nIf you cannot come, please tell me, so that another can."
        )


async def test_the_address_is_for_volunteers_somebody_vouches_for(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        open_a_session(v, at(12, 14), "quan")
        await at_the_moment(v, at(11, 8))
        assert "Nhà văn hóa" not in v.quan.heard
        v.store.change(_vouches, v.binh.person_id, v.quan.person_id)
        await at_the_moment(v, at(12, 12))
        assert "• Place: Nhà văn hóa thôn Đoài" in v.quan.heard


async def test_who_signs_up_at_the_last_moment_needs_no_reminder(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(24, 8))
        v.clock.move(at(12, 13) - v.clock.now())
        open_a_session(v, at(12, 14), "quan")
        assert await at_the_moment(v, at(12, 13, 5)) == 0


async def test_one_gentle_word_about_something_unfinished(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("bài học")
        await v.hoa.taps("Tiếp")
        second_step = v.hoa.heard
        before = len(v.hoa.messages)
        await at_the_moment(v, v.clock.now() + timedelta(hours=2))
        assert due_times(v, "unfinished") == {at(3, 9)}
        assert await at_the_moment(v, at(3, 9)) == 1
        assert "làm dở" in v.hoa.heard
        await at_the_moment(v, at(5, 9))
        assert len(v.hoa.messages) == before + 1
        await v.hoa.taps("Làm tiếp")
        assert second_step in v.hoa.heard


async def test_the_gentle_word_in_english(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        await v.hoa.says("lesson")
        await v.hoa.taps("Next")
        await at_the_moment(v, at(3, 9))
        assert v.hoa.heard == (
            "We stopped in the middle of something.\n"
            "Your answers are kept and there is no hurry.\n"
            "Would you like to go on?"
        )
        assert v.hoa.labels == ["Go on", "Throw it away"]


async def test_no_word_about_what_was_finished_meanwhile(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("bài học")
        await v.hoa.taps("Tiếp")
        await at_the_moment(v, v.clock.now() + timedelta(hours=2))
        await v.hoa.says("thôi")
        assert await at_the_moment(v, at(3, 9)) == 0
        assert reminders_of(v, "unfinished") == []


async def test_no_word_where_nothing_was_answered(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("bài học")
        await at_the_moment(v, at(3, 9))
        assert reminders_of(v, "unfinished") == []


def _has_had(db, person_id, now, *codes) -> None:  # type: ignore[no-untyped-def]
    rows = [
        {"person_id": person_id, "lesson": code, "step": 5, "opened_at": now, "finished_at": now}
        for code in codes
    ]
    db.execute(insert(lesson_reads), rows)


def _vouches(db, by, whom) -> None:  # type: ignore[no-untyped-def]
    db.execute(update(volunteers).where(volunteers.c.person_id == whom).values(vouched_by=by))
