"""The report of a month that is not over: what still stands planned in it."""

from tests.kit.lending import give_fund
from tests.kit.planned import at, at_the_moment, plan_a_meeting
from tests.kit.village import village


async def test_a_meeting_that_stands_planned_is_said_instead(database_url: str) -> None:
    async with village(database_url) as v:
        plan_a_meeting(v, at(20, 8))
        await v.binh.says("báo cáo tháng này")
        assert "Chưa họp; đã có lịch ngày 20/11" in v.binh.heard
        assert "Tổ chức buổi sinh hoạt" not in v.binh.heard
        await at_the_moment(v, at(21, 8), closed=False)
        await v.binh.says("báo cáo tháng này")
        assert "đã có lịch" not in v.binh.heard
        assert "20/11/2026" in v.binh.heard
        assert "1. Điểm danh buổi sinh hoạt 20/11/2026" in v.binh.heard


async def test_a_meeting_on_the_last_day_is_not_told_as_still_to_come(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 3)
        plan_a_meeting(v, at(30, 8))
        await at_the_moment(v, at(1, 9, month=12), closed=False)
        await v.binh.says("báo cáo tháng 11")
        assert "đã có lịch" not in v.binh.heard
        assert "1. Điểm danh buổi sinh hoạt 30/11/2026" in v.binh.heard
        assert "Khóa sổ tháng 11" not in v.binh.heard


async def test_on_its_last_day_a_month_is_not_told_to_be_closed(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 3)
        await at_the_moment(v, at(30, 20), closed=False)
        await v.binh.says("báo cáo tháng này")
        assert "Khóa sổ tháng 11" not in v.binh.heard
        assert "Tính đến 30/11/2026" in v.binh.heard
        await at_the_moment(v, at(1, 9, month=12), closed=False)
        await v.binh.says("báo cáo tháng 11")
        assert "Tháng này chưa khóa sổ" in v.binh.heard
