"""A planned meeting is changed in one sentence: what is said is taken, the rest stays."""

from datetime import date

import pytest

from messages.understand.meeting_changes import meeting_change
from storage.queries.meetings.meetings import Meeting, next_meeting
from tests.kit.planned import at, plan_a_meeting
from tests.kit.village import Village, village

TODAY = date(2026, 11, 2)


def planned(v: Village) -> Meeting | None:
    with v.store.reading() as db:
        return next_meeting(db, v.club.club_id, v.clock.now())


async def changed(v: Village, said: str) -> str:
    """What the meeting is after the sentence and a yes."""
    await v.binh.says(said)
    assert "Đúng không ạ?" in v.binh.heard, v.binh.heard
    await v.binh.says("đúng rồi")
    found = planned(v)
    return "" if found is None else f"{found.day:%d/%m} {found.at:%H:%M} {found.place}"


async def test_day_hour_and_place_of_the_sentence_are_taken(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(24, 8))
        hall = "Nhà văn hóa thôn Đoài"
        assert await changed(v, "dời buổi họp sang thứ bảy tuần tới") == f"14/11 08:00 {hall}"
        assert await changed(v, "dời họp lùi 1 tiếng") == f"14/11 09:00 {hall}"
        assert await changed(v, "họp sớm hơn nửa tiếng nhé cháu") == f"14/11 08:30 {hall}"
        assert await changed(v, "đổi chỗ họp sang nhà bà Lan") == "14/11 08:30 Nhà bà Lan"
        assert await changed(v, "hoãn họp một tuần") == "21/11 08:30 Nhà bà Lan"
        everything = "chuyển họp sang chủ nhật 29/11, 2 giờ chiều, ở đình làng"
        assert await changed(v, everything) == "29/11 14:00 Đình làng"


async def test_a_month_that_is_left_without_a_meeting_is_said(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(24, 8))
        await v.binh.says("dời buổi họp ngày 24 sang 5/12")
        assert "tháng 11/2026 không có buổi sinh hoạt nào" in v.binh.heard
        assert "thứ bảy 05/12/2026" in v.binh.heard
        plan_a_meeting(v, at(20, 8, month=12))
        await v.binh.says("thôi")
        await v.binh.says("dời buổi họp ngày 24 sang 5/12")
        assert "tháng ấy đã có một buổi sinh hoạt chủ nhật 20/12/2026" in v.binh.heard
        await v.binh.says("thôi")
        await v.binh.says("dời buổi họp sang 28/11")
        assert "thưa trước" not in v.binh.heard


async def test_not_so_asks_step_by_step(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(24, 8))
        for said in ("dời họp sang 26/11", "không", "có", "27/11", "9h", "có", "đúng"):
            await v.binh.says(said)
        found = planned(v)
        assert found is not None
        assert f"{found.day:%d/%m} {found.at:%H:%M}" == "27/11 09:00"


async def test_calling_off_takes_its_reason_from_the_sentence(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(24, 8))
        await v.binh.says("hủy buổi họp vì mưa bão")
        assert "Lý do: Mưa bão" in v.binh.heard
        assert "tháng 11/2026 không có buổi sinh hoạt nào" in v.binh.heard
        await v.binh.says("đúng")
        assert planned(v) is None


async def test_in_the_middle_of_something_else_too_and_only_for_the_board(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(24, 8))
        await v.binh.says("vay vốn")
        await v.hoa.says("dời buổi họp sang 26/11")
        assert "ban chủ nhiệm" in v.hoa.heard
        found = planned(v)
        assert found is not None
        assert found.day.day == 24


@pytest.mark.parametrize(
    "typed",
    [
        *("có dời họp không", "bao giờ họp", "đợi họp xong thì nộp", "đội văn nghệ sinh hoạt"),
        *("đổi câu trả lời đi họp", "chuyển tiền họp", "viết biên bản họp", "đừng dời họp"),
        *("họp chủ nhật này 8 giờ", "dời họp sang hôm nào được?", "tôi đi họp"),
    ],
)
def test_what_changes_no_meeting(typed: str) -> None:
    assert meeting_change(typed, today=TODAY) is None


async def test_a_narrowed_list_of_days_stays_after_what_is_not_understood(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(24, 8))
        await v.binh.says("dời buổi họp sang mùng 5 tháng 12")
        before = v.binh.labels[:2]
        assert before == ["1. Thứ bảy 05/12/2026", "2. Thứ ba 12/01/2027"]
        for nonsense in ("hả cái gì cơ", "ừm không hiểu"):
            await v.binh.says(nonsense)
            assert v.binh.labels[:2] == before
            assert "điều nào" in v.binh.heard
        await v.binh.says("1")
        assert "thứ bảy 05/12/2026" in v.binh.heard


async def test_a_part_of_the_day_and_a_short_weekday_are_taken(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(24, 8))
        await v.binh.says("đổi giờ họp sang buổi chiều")
        assert v.binh.labels[:3] == ["1. 14 giờ", "2. 15 giờ", "3. 16 giờ"]
        await v.binh.says("dời họp sang t7")
        assert "để lại đó" not in v.binh.heard
        assert "thứ bảy 07/11/2026" in v.binh.heard
        await v.binh.says("đổi lịch họp sang 15 âm")
        assert "thứ hai 23/11/2026, lúc 8 giờ" in v.binh.heard
