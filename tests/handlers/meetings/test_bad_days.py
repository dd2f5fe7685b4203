"""Days on which no meeting can be: in a month too short for them, over already, or taken."""

from tests.kit.meeting import plans
from tests.kit.village import village


async def test_a_day_that_cannot_be_is_told_why(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.dao.says("lịch họp")
        assert "không có ngày ấy, tháng ấy ngắn hơn" in await v.dao.says("31/11/2026")
        assert "ngày ấy đã qua rồi" in await v.dao.says("hôm qua")
        await v.dao.says("thôi")
        await plans(v.dao)
        await v.binh.says("lịch họp")
        assert "thứ ba 24/11/2026 đã có buổi sinh hoạt rồi" in await v.binh.says("24/11")


async def test_nobody_moves_a_meeting_into_the_past(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await plans(v.dao)
        await v.hoa.says("dời buổi họp")
        assert "muốn dời sang ngày nào" not in v.hoa.heard
        assert "muốn dời sang ngày nào" in await v.binh.says("dời buổi họp")
        assert "ngày ấy đã qua rồi" in await v.binh.says("1/11/2026")
        await v.binh.says("25/11")
        await v.binh.says("có")
        await v.binh.says("đúng")
        assert "nay là thứ tư 25/11/2026" in v.binh.heard
        assert "vì sao hủy buổi sinh hoạt thứ tư 25/11/2026" in await v.binh.says("hủy buổi họp")


async def test_the_last_days_of_short_months_keep_a_meeting_day(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for typed, shown in (
            ("ngày 31", "30/11/2026, 31/12/2026, 31/01/2027"),
            ("30 âm", "tháng thiếu thì ngày 29"),
        ):
            for each in ("/quydinh", "Sinh hoạt và bài học", "Ngày sinh hoạt", "Đổi mục này"):
                await v.binh.says(each)
            assert shown in await v.binh.says(typed)
            await v.binh.says("thôi")
            await v.binh.taps("Bỏ hẳn")


async def test_in_english(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.dao.says("plan a meeting")
        assert "that month is shorter" in await v.dao.says("31/11/2026")
        assert "That day is over already" in await v.dao.says("yesterday")
