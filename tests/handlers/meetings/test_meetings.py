"""The meeting: planned, answered with one tap, and what the board sees of it."""

import asyncio
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Connection

from club.meetings import Answer
from messages.presses import StartPress, unpacked
from storage.changes.members.enter_member import NewMember, enter_member
from storage.queries.meetings.meetings import invited, meeting_by_number, usual_days
from tests.kit.meeting import answers, counted, plans, presses, reminded
from tests.kit.village import village


async def test_the_secretary_plans_and_the_board_hears_of_it(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await plans(v.dao)
        assert "đã ghi lịch sinh hoạt thứ ba 24/11/2026" in v.dao.heard
        assert "thứ ba 24/11/2026, lúc 8 giờ, Nhà văn hóa thôn" in v.binh.heard
        assert v.hoa.heard == ""
        assert counted(v, "planned") == 1


async def test_what_was_read_back_wrong_is_asked_again(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.dao.says("/lichhop")
        for said in ("1", "14h", "Nhà cô Đào", "bỏ qua", "bỏ qua"):
            await v.dao.says(said)
        assert "Giờ: 14 giờ" in v.dao.heard
        await v.dao.taps("Chưa đúng")
        await v.dao.taps("Giờ và nơi họp")
        await v.dao.says("8 giờ sáng")
        await v.dao.says("Nhà văn hóa")
        assert "Giờ: 8 giờ" in v.dao.heard
        assert "Nơi: Nhà văn hóa" in v.dao.heard


async def test_the_next_meeting_is_offered_as_the_last_one_was(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await plans(v.dao)
        await v.dao.says("/lichhop")
        assert "24/12/2026" in "".join(v.dao.labels)
        assert "24/11/2026" not in "".join(v.dao.labels)
        await v.dao.says("1")
        assert "vẫn như lần trước, lúc 8 giờ, Nhà văn hóa thôn" in v.dao.heard
        for said in ("dạ phải", "bỏ qua", "bỏ qua"):
            await v.dao.says(said)
        await v.dao.taps("Đúng hết rồi")
        assert counted(v, "planned") == 2


async def test_no_second_meeting_is_planned_for_a_day(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await plans(v.dao)
        await v.dao.says("/lichhop")
        await v.dao.says("24/11/2026")
        assert "đã có buổi sinh hoạt" in v.dao.heard
        await v.dao.says("25/11/2026")
        await v.dao.taps("Họp thêm một buổi nữa")
        assert "vẫn như lần trước" in v.dao.heard


async def test_a_day_that_went_by_meanwhile_is_asked_again(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.dao.says("/lichhop")
        await v.dao.says("5/11/2026")
        await v.waits(days=6)
        await v.dao.says("8 giờ sáng")
        assert "thứ năm 05/11/2026 đã qua rồi" in v.dao.heard
        await v.dao.taps("thứ ba 24/11/2026")
        assert "mấy giờ" in v.dao.heard


async def test_two_who_plan_the_same_day_at_once_plan_one_meeting(database_url: str) -> None:
    async with village(database_url) as v:
        for phone in (v.dao, v.binh):
            await phone.says("/lichhop")
            for said in ("24/11/2026", "8 giờ sáng", "Nhà văn hóa", "bỏ qua", "bỏ qua"):
                await phone.says(said)
        await asyncio.gather(v.dao.taps("Đúng hết rồi"), v.binh.taps("Đúng hết rồi"))
        await v.house.until_idle()
        assert counted(v, "planned") == 1
        assert "đã có buổi sinh hoạt" in v.dao.everything + v.binh.everything


async def test_a_member_does_not_plan(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("/lichhop")
        assert "người phụ trách" in v.hoa.heard
        assert "Lên lịch" not in "".join(v.hoa.labels)


async def test_yes_then_no_with_a_reason(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await plans(v.dao)
        await v.hoa.says("sinh hoạt")
        assert "thứ ba 24/11/2026, lúc 8 giờ" in v.hoa.heard
        assert "Nói chuyện: Phòng ngã" in v.hoa.heard
        await v.hoa.taps("Tôi đến được")
        assert "đã ghi bác sẽ đi sinh hoạt" in v.hoa.heard
        assert answers(v) == {v.hoa.member_id: ("yes", None)}
        await v.hoa.taps("Đổi câu trả lời")
        assert "Lần trước bác đã trả lời: Tôi đến được" in v.hoa.heard
        await v.hoa.says("tôi không đến được")
        await v.hoa.says("đi khám mắt ở huyện")
        assert answers(v) == {v.hoa.member_id: ("no", "đi khám mắt ở huyện")}
        await v.hoa.says("sinh hoạt")
        await v.hoa.taps("Tôi đến được")
        assert answers(v) == {v.hoa.member_id: ("yes", None)}


async def test_one_tap_on_the_reminder_is_an_answer(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await plans(v.dao)
        yes, no, lift = await reminded(v, v.hoa)
        assert unpacked(yes) == StartPress("meeting", "1 yes")
        await presses(v.hoa, yes)
        await presses(v.lan, lift)
        await presses(v.manh, no)
        assert {each: said for each, (said, _) in answers(v).items()} == {
            v.hoa.member_id: "yes",
            v.lan.member_id: "lift",
            v.manh.member_id: "no",
        }
        assert "cần người đón" in v.lan.heard
        assert "Đỗ Thị Lan cần người đón" in v.binh.heard
        await v.manh.taps("Nói lý do")
        await v.manh.says("1")
        assert answers(v)[v.manh.member_id or 0] == ("no", "sick")


async def test_the_same_tap_twice_changes_nothing(database_url: str) -> None:
    async with village(database_url) as v:
        await plans(v.dao)
        _, no, lift = await reminded(v, v.hoa)
        for _ in range(2):
            await presses(v.lan, lift)
        assert v.binh.everything.count("cần người đón") == 1
        await presses(v.lan, no)
        await presses(v.lan, lift)
        assert v.binh.everything.count("cần người đón") == 2


async def test_once_it_has_begun_no_answer_is_taken(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await plans(v.dao)
        yes, no, _ = await reminded(v, v.hoa)
        await presses(v.hoa, yes)
        await v.waits(days=21, hours=23)  # eight in the morning of the 24th
        await presses(v.hoa, no)
        assert "bắt đầu rồi" in v.hoa.heard
        await v.hoa.taps("Đổi câu trả lời")
        assert "bắt đầu rồi" in v.hoa.heard
        assert answers(v) == {v.hoa.member_id: ("yes", None)}


async def test_until_the_last_minute_the_answer_can_be_changed(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await plans(v.dao)
        yes, no, _ = await reminded(v, v.hoa)
        await presses(v.hoa, yes)
        await v.waits(days=21, hours=22, minutes=59)
        await presses(v.hoa, no)
        assert answers(v) == {v.hoa.member_id: ("no", None)}


async def test_nobody_answers_for_another_club_or_a_meeting_that_is_not(database_url: str) -> None:
    async with village(database_url) as v:
        await plans(v.dao)
        await presses(v.quan, "s:meeting:1 yes")
        assert "người phụ trách" in v.quan.heard
        await presses(v.la, "s:meeting:1 yes")
        await presses(v.hoa, "s:meeting:99 yes")
        assert "chưa có lịch" in v.hoa.heard
        await presses(v.hoa, "s:meeting:x perhaps")
        assert "đến được không" in v.hoa.heard
        assert answers(v) == {}


async def test_the_board_sees_counts_and_who_is_to_be_fetched(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await plans(v.dao)
        yes, no, lift = await reminded(v, v.hoa)
        await presses(v.hoa, yes)
        await presses(v.lan, lift)
        await presses(v.manh, no)
        await v.manh.taps("Nói lý do")
        await v.manh.taps("Tôi đi vắng")
        await v.binh.says("điểm danh")
        for line in ("Đến được: 1", "Cần người đón: 1", "Không đến được: 1", "Chưa trả lời: 5"):
            assert line in v.binh.heard
        assert "Chưa có người chở: bà Đỗ Thị Lan" in v.binh.heard
        await v.binh.taps("Ai chưa trả lời")
        assert "5. Chú Hoàng Văn Giang" in v.binh.heard
        await v.binh.taps("Xem lại số người")
        await v.binh.taps("Ai không đến được")
        assert "Bùi Văn Mạnh – Tôi đi vắng" in v.binh.heard
        await presses(v.hoa, "v:attendance:1")
        assert "Đỗ Thị Lan" not in v.hoa.heard


async def test_names_come_ten_a_page(sqlite_url: str) -> None:
    def more_members(db: Connection) -> None:
        for number in range(15):
            new = NewMember(f"Trịnh Thị {number}", 1950, "female", date(2026, 5, 4))
            enter_member(db, 1, new, datetime(2026, 5, 4, tzinfo=UTC))

    async with village(sqlite_url) as v:
        v.store.change(more_members)
        await plans(v.dao)
        await v.binh.says("điểm danh")
        await v.binh.taps("Ai chưa trả lời")
        assert "(23 người)" in v.binh.heard
        assert "10. Bà Trịnh Thị 1" in v.binh.heard
        await v.binh.taps("Xem thêm")
        assert "11. Bà Trịnh Thị 2" in v.binh.heard
        await v.binh.taps("Xem thêm")
        assert v.binh.heard.endswith("23. Bà Trịnh Thị 14")
        assert "Xem thêm" not in "".join(v.binh.labels)


async def test_a_meeting_in_english(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.dao.says("plan a meeting")
        for said in ("24/11/2026", "8 am", "House of culture", "skip", "a hat"):
            await v.dao.says(said)
        await v.dao.taps("All correct")
        assert "Tuesday 24/11/2026 is planned" in v.dao.heard
        await v.hoa.says("meeting")
        assert "Please bring: a hat" in v.hoa.heard
        await v.hoa.says("3")
        assert "need a lift" in v.hoa.heard
        await v.binh.taps("See the answers")
        assert "Still without a lift: Nguyễn Thị Hoa" in v.binh.heard


@pytest.mark.parametrize(
    ("today", "days"),
    [
        (date(2026, 11, 2), [date(2026, 11, 24), date(2026, 12, 24)]),
        (date(2026, 11, 24), [date(2026, 12, 24), date(2027, 1, 24)]),
    ],
)
async def test_days_are_offered_by_the_rule(sqlite_url: str, today: date, days: list[date]) -> None:
    async with village(sqlite_url) as v:
        with v.store.reading() as db:
            assert usual_days(db, v.club.club_id, today) == days


async def test_everybody_invited_stands_with_the_answer_given(database_url: str) -> None:
    async with village(database_url) as v:
        await plans(v.dao)
        yes, no, lift = await reminded(v, v.hoa)
        await presses(v.hoa, yes)
        await presses(v.lan, lift)
        await presses(v.manh, no)
        with v.store.reading() as db:
            meeting = meeting_by_number(db, 1)
            assert meeting is not None
            answers_of = {each.person_id: each.answer for each in invited(db, meeting)}
        assert answers_of == {
            **{each.person_id: None for each in (v.binh, v.cuc, v.dao, v.em, v.giang)},
            **{v.hoa.person_id: Answer.YES, v.lan.person_id: Answer.LIFT},
            v.manh.person_id: Answer.NO,
        }
