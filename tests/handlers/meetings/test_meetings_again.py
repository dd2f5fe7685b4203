"""Meetings that meet one another: one is planned already, one went by, one is asked about late."""

from handlers.talk.heard import Kind
from tests.kit.planned import at, plan_a_meeting
from tests.kit.village import Phone, Village, village


def said(phone: Phone) -> str:
    """The newest message on one line."""
    return " ".join(phone.heard.split())


async def test_the_one_that_is_planned_moves_instead(database_url: str) -> None:
    async with village(database_url) as v:
        plan_a_meeting(v, at(24, 8))
        await v.dao.says("/lichhop")
        await v.dao.says("26/11/2026")
        assert "tháng này đã có buổi sinh hoạt thứ ba 24/11/2026" in said(v.dao)
        await v.dao.taps("Dời buổi ấy sang ngày này")
        assert "26/11/2026" in said(v.dao)
        await v.dao.taps("Đúng hết rồi")
        assert days_planned(v) == ["2026-11-26"]


async def test_a_second_one_is_planned_only_where_that_is_meant(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(24, 8))
        await v.dao.says("/lichhop")
        await v.dao.says("26/11/2026")
        await v.dao.says("3")
        assert days_planned(v) == ["2026-11-24"]
        await v.dao.says("/lichhop")
        await v.dao.says("26/11/2026")
        await v.dao.says("họp thêm một buổi nữa")
        assert "như lần trước" in said(v.dao)


def days_planned(v: Village) -> list[str]:
    with v.store.reading() as db:
        found = db.exec_driver_sql(
            "SELECT held_on FROM meetings WHERE state = 'planned' ORDER BY 1"
        )
        return [str(each) for (each,) in found]


async def test_another_month_asks_nothing(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(24, 8))
        await v.dao.says("/lichhop")
        await v.dao.says("24/12/2026")
        assert "như lần trước" in said(v.dao)


async def test_a_time_for_the_talk_is_asked_back(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.dao.says("/lichhop")
        for words in ("24/11/2026", "8 giờ sáng", "Nhà văn hóa", "8h"):
            await v.dao.says(words)
        assert "“8h” giống giờ giấc" in said(v.dao)
        await v.dao.says("không")
        assert "nói chuyện" in said(v.dao)
        await v.dao.says("Phòng ngã")
        assert "giống giờ giấc" not in said(v.dao)


async def test_no_three_days_are_promised_where_there_are_fewer(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.dao.says("/lichhop")
        for words in ("ngày mai", "8 giờ sáng", "Nhà văn hóa", "bỏ qua", "bỏ qua"):
            await v.dao.says(words)
        await v.dao.taps("Đúng hết rồi")
        assert "ba ngày" not in said(v.dao)
        assert "Ngày họp gần rồi" in said(v.dao)


async def test_the_roll_of_every_meeting_that_went_by_can_be_taken(database_url: str) -> None:
    async with village(database_url) as v:
        plan_a_meeting(v, at(5, 8))
        plan_a_meeting(v, at(9, 8))
        plan_a_meeting(v, at(24, 8))
        await v.waits(days=10)
        await v.dao.says("việc cần làm")
        assert "Điểm danh buổi 05/11/2026" in v.dao.last or "05/11/2026" in v.dao.last
        assert "09/11/2026" in v.dao.last
        await v.dao.says("s:roll_call:", kind=Kind.PRESS)
        assert "buổi sinh hoạt nào" in said(v.dao)
        await v.dao.says("2")
        assert "05/11/2026" in said(v.dao)


async def test_an_old_question_about_a_meeting_is_answered_kindly(database_url: str) -> None:
    async with village(database_url) as v:
        number = plan_a_meeting(v, at(5, 8))
        plan_a_meeting(v, at(24, 8))
        await v.waits(days=6)
        await v.hoa.says(f"s:meeting:{number} yes", kind=Kind.PRESS)
        assert "buổi sinh hoạt thứ năm 05/11/2026, buổi ấy đã qua rồi" in said(v.hoa)
        await v.hoa.taps("Trả lời cho")
        assert "24/11/2026" in said(v.hoa)
