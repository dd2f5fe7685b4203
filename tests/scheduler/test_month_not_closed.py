"""A month that is not closed: the chair hears on the 5th, the commune on the 10th."""

from club.calendar import Month
from tests.kit.owing import becomes_officer, is_closed
from tests.kit.planned import at, at_the_moment, reminders_of
from tests.kit.village import Village, village

KIND = "month_not_closed"


def closed_until_october(v: Village) -> None:
    for number in range(5, 11):
        is_closed(v, Month(2026, number))


async def test_on_the_5th_the_chair_and_on_the_10th_the_officer(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        becomes_officer(v, "quan")
        for day in range(3, 12):
            await at_the_moment(v, at(day, 8), closed=False)
        assert "Dạ, sổ tháng 10/2026 chưa khóa ạ." in v.binh.everything
        assert "CLB Thôn Đoài" in v.quan.heard
        assert "tháng 10/2026" in v.quan.heard
        assert [state for state, _ in reminders_of(v, KIND)] == ["queued", "queued"]
        assert reminders_of(v, KIND, "em") == []


async def test_nobody_hears_of_a_month_that_is_closed(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        becomes_officer(v, "quan")
        closed_until_october(v)
        for day in (3, 5, 10):
            await at_the_moment(v, at(day, 8), closed=False)
        assert "queued" not in [state for state, _ in reminders_of(v, KIND)]


async def test_closed_between_the_5th_and_the_10th(database_url: str) -> None:
    async with village(database_url) as v:
        becomes_officer(v, "quan")
        await at_the_moment(v, at(5, 8), closed=False)
        closed_until_october(v)
        await at_the_moment(v, at(10, 8), closed=False)
        assert [state for state, _ in reminders_of(v, KIND, "binh")] == ["queued"]
        assert v.quan.messages == []


async def test_the_way_to_close_it_is_a_tap_away(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        await at_the_moment(v, at(5, 8), closed=False)
        assert v.binh.heard == "The books of 10/2026 are not closed yet."
        await v.binh.taps("Have a look")
        assert "5/2026" in v.binh.heard


async def test_at_tet_it_waits_until_mung_8(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for day in (3, 5, 9, 12):
            await at_the_moment(v, at(day, 8, month=2, year=2027), closed=False)
            assert ("queued", None) not in reminders_of(v, KIND, "binh")
        await at_the_moment(v, at(13, 8, month=2, year=2027), closed=False)
        assert reminders_of(v, KIND, "binh") == [("queued", None)]
