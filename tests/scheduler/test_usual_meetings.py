"""Meetings that the club's own day brings: planned two weeks ahead, and said to the board once."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from club.calendar import Month
from scheduler import planning
from storage.changes.joining.found_club import settle
from storage.store import Store
from storage.tables.areas import club_settings
from storage.tables.meetings import meetings
from tests.kit.meeting import presses
from tests.kit.planned import (
    at,
    at_the_moment,
    cancel_the_meeting,
    close_months,
    plan_a_meeting,
    reminders_of,
)
from tests.kit.village import Village, village

BOARD = ("binh", "cuc", "dao", "em", "giang")


def there(v: Village) -> list[tuple[date, str]]:
    """Every meeting by day, with what became of it."""
    with v.store.reading() as db:
        found = db.execute(select(meetings.c.held_on, meetings.c.state))
        return sorted((row.held_on, row.state) for row in found)


def planned(v: Village) -> list[str]:
    return [str(day) for day, state in there(v) if state == "planned"]


def meets(v: Village, rule: str, since: date = date(2026, 5, 4)) -> None:
    """The club's rule from a day on; the one of its founding is replaced."""

    def change(db: Any) -> None:
        if since == date(2026, 5, 4):
            db.execute(
                update(club_settings)
                .where(club_settings.c.name == "meeting_day")
                .values(value=rule)
            )
        else:
            settle(db, v.club.club_id, "meeting_day", rule, since, v.clock.now())

    v.store.change(change)


async def test_two_weeks_before_it_is_planned_and_the_board_hears_once(database_url: str) -> None:
    async with village(database_url) as v:
        await at_the_moment(v, at(9, 9))
        assert planned(v) == []
        assert await at_the_moment(v, at(10, 7)) == 0
        assert planned(v) == ["2026-11-24"]
        assert await at_the_moment(v, at(10, 8)) == len(BOARD)
        assert "đã ghi buổi sinh hoạt tới: thứ ba 24/11/2026, lúc 8 giờ" in v.dao.heard
        assert "chưa biết họp ở đâu" in v.dao.heard
        assert v.hoa.messages == []
        for hour in (9, 10, 19):
            assert await at_the_moment(v, at(10, hour)) == 0
        assert await at_the_moment(v, at(11, 9)) == 0
        assert reminders_of(v, "meeting_planned") == [("queued", None)] * len(BOARD)
        await v.dao.taps("Xem hoặc đổi")
        assert "Đổi buổi sinh hoạt" in "".join(v.dao.labels)


async def test_the_same_in_english(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        plan_a_meeting(v, at(2, 14), talk="Đi bộ buổi sáng")
        await at_the_moment(v, at(25, 9))
        assert planned(v)[1:] == []
        await at_the_moment(v, at(10, 9, month=12))
        assert "I have planned the next meeting: Thursday 24/12/2026, at 14:00." in v.binh.heard
        assert "• Place: Nhà văn hóa thôn Đoài" in v.binh.heard


async def test_two_processes_at_once_plan_one_meeting(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        v.clock.move(at(12, 9) - v.clock.now())
        close_months(v)
        others = [Store(sqlite_url) for _ in range(2)]
        try:
            now = v.clock.now()
            waiting = [each.change_soon(planning.plan, now) for each in others for _ in range(3)]
            waiting.append(v.store.change_soon(planning.plan, now))
            for each in waiting:
                await each
        finally:
            for store in others:
                await store.close()
        assert planned(v) == ["2026-11-24"]
        assert len(reminders_of(v, "meeting_planned")) == len(BOARD)


async def test_after_a_standstill_only_what_is_still_to_come(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await at_the_moment(v, at(26, 9, month=12))
        assert planned(v) == []
        await at_the_moment(v, at(23, 21, month=1, year=2027))
        assert planned(v) == ["2027-01-24"]
        # At night nobody hears of it; the next morning it is not too late.
        assert "24/01/2027" not in v.dao.everything
        await at_the_moment(v, at(24, 7, 30, month=1, year=2027))
        assert "chủ nhật 24/01/2027" in v.dao.everything


@pytest.mark.parametrize("what", ["planned", "moved away", "called off"])
async def test_what_the_board_decided_for_the_month_stays(sqlite_url: str, what: str) -> None:
    async with village(sqlite_url) as v:
        meeting = plan_a_meeting(v, at(20, 8) if what == "planned" else at(24, 8))
        if what == "moved away":
            await presses(v.dao, f"s:move_meeting:{meeting}")
            for said in ("2/12/2026", "phải"):
                await v.dao.says(said)
            await v.dao.taps("Đúng hết rồi")
        if what == "called off":
            cancel_the_meeting(v, meeting)
        before = there(v)
        for day in (10, 15, 23, 24, 25):
            await at_the_moment(v, at(day, 9))
        assert there(v) == before
        # The next month has its own meeting, whatever became of this one.
        await at_the_moment(v, at(12, 9, month=12))
        assert planned(v)[-1] == "2026-12-24"


async def test_a_second_one_in_the_month_speaks_of_the_first(sqlite_url: str) -> None:
    """Rằm of the ninth and of the tenth lunar month both lie in November 2028."""
    async with village(sqlite_url) as v:
        meets(v, "lunar 15")
        days = []
        moment = at(10, 9, month=1, year=2028)
        while moment < at(1, 9, month=3, year=2029):
            await at_the_moment(v, moment)
            moment += timedelta(days=13)
        days = [day for day, _ in there(v)]
        months = [Month.of(day) for day in days]
        twice = [each for each in days if months.count(Month.of(each)) == 2]
        assert len(twice) >= 2
        first, second = twice[:2]
        assert f"còn có buổi {_written(first)}" in v.dao.everything
        assert f"{second:%d/%m/%Y}" in v.dao.everything
        # 2028 is a leap lunar year: thirteen of them.
        tet, next_tet = date(2028, 1, 26), date(2029, 2, 13)
        assert len([each for each in days if tet <= each < next_tet]) == 13
        assert len(days) == len(set(days))


def _written(day: date) -> str:
    names = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
    return f"{names[day.weekday()]} {day:%d/%m/%Y}"


async def test_a_new_rule_holds_for_the_months_that_come(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await at_the_moment(v, at(11, 9))
        assert planned(v) == ["2026-11-24"]
        meets(v, "weekday last 6", since=date(2026, 11, 20))
        for day in range(12, 28):
            await at_the_moment(v, at(day, 9))
        # November has its meeting; the last Sunday begins in December.
        assert planned(v) == ["2026-11-24"]
        await at_the_moment(v, at(14, 9, month=12))
        assert planned(v) == ["2026-11-24", "2026-12-27"]


@pytest.mark.parametrize(
    ("rule", "day"),
    [("solar 31", "2027-02-28"), ("lunar 30", "2027-02-05"), ("weekday 2 5", "2027-02-13")],
)
async def test_days_that_a_month_does_not_have(sqlite_url: str, rule: str, day: str) -> None:
    async with village(sqlite_url) as v:
        meets(v, rule)
        await at_the_moment(v, at(20, 9, month=1, year=2027))
        await at_the_moment(v, at(2, 9, month=2, year=2027))
        await at_the_moment(v, at(15, 9, month=2, year=2027))
        assert day in planned(v)


async def test_two_meetings_never_share_a_day(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await at_the_moment(v, at(12, 9))
        await presses(v.dao, "s:move_meeting:1")
        for said in ("24/12/2026", "phải"):
            await v.dao.says(said)
        await v.dao.taps("Đúng hết rồi")
        await at_the_moment(v, at(15, 9, month=12))
        assert planned(v) == ["2026-12-24"]
