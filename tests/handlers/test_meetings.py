"""The meeting: planned, answered with one tap, moved, called off, and its roll."""

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Connection, select

from handlers.heard import Kind
from messages.meetings import invitation, will_you_come
from messages.presses import StartPress, unpacked
from storage.changes.enter_member import NewMember, enter_member
from storage.queries.meetings import (
    coming,
    meeting_by_number,
    planned_meetings,
    usual_days,
    without_answer,
)
from storage.tables.meetings import attendance, meeting_answers, meetings
from tests.kit.village import Phone, Village, village


async def plans(phone: Phone, day: str = "thứ ba 24/11/2026") -> None:
    """The first meeting of a club: nothing is as usual yet."""
    await phone.says("/lichhop")
    await phone.taps(day)
    await phone.says("8 giờ sáng")
    await phone.says("Nhà văn hóa thôn")
    await phone.says("Phòng ngã cho người cao tuổi")
    await phone.taps("Bỏ qua")
    await phone.taps("Đúng hết rồi")


async def presses(phone: Phone, carried: str) -> None:
    """Press a button by what it carries, wherever it was."""
    await phone.says(carried, kind=Kind.PRESS)


def counted(v: Village, state: str) -> int:
    with v.store.reading() as db:
        return len(db.execute(select(meetings.c.id).where(meetings.c.state == state)).all())


def answers(v: Village) -> dict[int, tuple[str, str | None]]:
    with v.store.reading() as db:
        found = db.execute(
            select(meeting_answers.c.member_id, meeting_answers.c.answer, meeting_answers.c.reason)
        )
        return {row.member_id: (row.answer, row.reason) for row in found}


async def test_the_secretary_plans_and_the_board_hears_of_it(database_url: str) -> None:
    async with village(database_url) as v:
        await plans(v.dao)
        assert "đã ghi lịch sinh hoạt thứ ba 24/11/2026" in v.dao.heard
        assert "thứ ba 24/11/2026, lúc 8 giờ, Nhà văn hóa thôn" in v.binh.heard
        assert v.hoa.heard == ""
        assert counted(v, "planned") == 1


async def test_what_was_read_back_wrong_is_asked_again(database_url: str) -> None:
    async with village(database_url) as v:
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


async def test_the_next_meeting_is_offered_as_the_last_one_was(database_url: str) -> None:
    async with village(database_url) as v:
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


async def test_no_second_meeting_is_planned_for_a_day(database_url: str) -> None:
    async with village(database_url) as v:
        await plans(v.dao)
        await v.dao.says("/lichhop")
        await v.dao.says("24/11/2026")
        assert "đã có buổi sinh hoạt" in v.dao.heard
        await v.dao.says("25/11/2026")
        await v.dao.taps("Họp thêm một buổi nữa")
        assert "vẫn như lần trước" in v.dao.heard


async def test_a_day_that_went_by_meanwhile_is_asked_again(database_url: str) -> None:
    async with village(database_url) as v:
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


async def test_a_member_does_not_plan(database_url: str) -> None:
    async with village(database_url) as v:
        await v.hoa.says("/lichhop")
        assert "người phụ trách" in v.hoa.heard
        assert "Lên lịch" not in "".join(v.hoa.labels)


async def test_yes_then_no_with_a_reason(database_url: str) -> None:
    async with village(database_url) as v:
        await plans(v.dao)
        await v.hoa.says("sinh hoạt")
        assert "thứ ba 24/11/2026, lúc 8 giờ" in v.hoa.heard
        assert "Nói chuyện: Phòng ngã" in v.hoa.heard
        await v.hoa.taps("Tôi đến được")
        assert "đã ghi bác đến" in v.hoa.heard
        assert answers(v) == {v.hoa.member_id: ("yes", None)}
        await v.hoa.taps("Đổi câu trả lời")
        assert "Lần trước bác đã trả lời: Tôi đến được" in v.hoa.heard
        await v.hoa.says("tôi không đến được")
        await v.hoa.says("đi khám mắt ở huyện")
        assert answers(v) == {v.hoa.member_id: ("no", "đi khám mắt ở huyện")}
        await v.hoa.says("sinh hoạt")
        await v.hoa.taps("Tôi đến được")
        assert answers(v) == {v.hoa.member_id: ("yes", None)}


async def reminded(v: Village, phone: Phone) -> list[str]:
    """What the buttons of the reminder carry, as the scheduler would send it."""
    with v.store.reading() as db:
        meeting = planned_meetings(db, v.clock.now(), v.clock.now() + timedelta(days=60))[0]
    question = will_you_come(meeting.day, meeting.at, meeting.place, meeting.talk, meeting.bring)
    return [each.press for each in invitation(meeting.id, question).choices]


async def test_one_tap_on_the_reminder_is_an_answer(database_url: str) -> None:
    async with village(database_url) as v:
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


async def test_once_it_has_begun_no_answer_is_taken(database_url: str) -> None:
    async with village(database_url) as v:
        await plans(v.dao)
        yes, no, _ = await reminded(v, v.hoa)
        await presses(v.hoa, yes)
        await v.waits(days=21, hours=23)  # eight in the morning of the 24th
        await presses(v.hoa, no)
        assert "bắt đầu rồi" in v.hoa.heard
        await v.hoa.taps("Đổi câu trả lời")
        assert "bắt đầu rồi" in v.hoa.heard
        assert answers(v) == {v.hoa.member_id: ("yes", None)}


async def test_until_the_last_minute_the_answer_can_be_changed(database_url: str) -> None:
    async with village(database_url) as v:
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


async def test_the_board_sees_counts_and_who_is_to_be_fetched(database_url: str) -> None:
    async with village(database_url) as v:
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
        assert "Cần đón: bà Đỗ Thị Lan" in v.binh.heard
        await v.binh.taps("Ai chưa trả lời")
        assert "5. Chú Hoàng Văn Giang" in v.binh.heard
        await v.binh.taps("Xem lại số người")
        await v.binh.taps("Ai không đến được")
        assert "Bùi Văn Mạnh – Tôi đi vắng" in v.binh.heard
        await presses(v.hoa, "v:attendance:1")
        assert "Đỗ Thị Lan" not in v.hoa.heard


async def test_names_come_ten_a_page(database_url: str) -> None:
    def more_members(db: Connection) -> None:
        for number in range(15):
            new = NewMember(f"Trịnh Thị {number}", 1950, "female", date(2026, 5, 4))
            enter_member(db, 1, new, datetime(2026, 5, 4, tzinfo=UTC))

    async with village(database_url) as v:
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


async def test_moving_it_is_told_to_those_who_answered(database_url: str) -> None:
    async with village(database_url) as v:
        await plans(v.dao)
        yes, *_ = await reminded(v, v.hoa)
        await presses(v.hoa, yes)
        await v.binh.says("điểm danh")
        await v.binh.taps("Dời buổi sinh hoạt")
        await v.binh.says("26/11/2026")
        await v.binh.says("phải")
        await v.binh.taps("Đúng hết rồi")
        assert "đã báo 1 người" in v.binh.heard
        assert "24/11/2026 đã dời ngày" in v.hoa.heard
        assert "thứ năm 26/11/2026, lúc 8 giờ" in v.hoa.heard
        assert "Lần trước bác trả lời: Tôi đến được" in v.hoa.heard
        assert v.lan.heard == ""
        await v.hoa.taps("Tôi không đến được")
        assert answers(v) == {v.hoa.member_id: ("no", None)}
        with v.store.reading() as db:
            moved = meeting_by_number(db, 1)
        assert moved is not None
        assert moved.day == date(2026, 11, 26)


async def test_moved_after_all_were_asked_it_is_told_to_all(database_url: str) -> None:
    async with village(database_url) as v:
        await plans(v.dao)
        await v.waits(days=19)
        await presses(v.dao, "s:move_meeting:1")
        for said in ("26/11/2026", "không", "14h", "Đình làng"):
            await v.dao.says(said)
        await v.dao.taps("Đúng hết rồi")
        assert "đã báo 7 người" in v.dao.heard
        assert "thứ năm 26/11/2026, lúc 14 giờ, Đình làng" in v.lan.heard
        assert "có đến được không" in v.lan.heard


async def test_called_off_with_a_reason(database_url: str) -> None:
    async with village(database_url) as v:
        await plans(v.dao)
        yes, *_ = await reminded(v, v.hoa)
        await presses(v.hoa, yes)
        await presses(v.dao, "s:cancel_meeting:1")
        await v.dao.says("bão về")
        await v.dao.taps("Đúng hết rồi")
        assert "24/11/2026 không họp được. Lý do: bão về" in v.hoa.heard
        assert counted(v, "cancelled") == 1
        await presses(v.hoa, yes)
        assert "đã hủy" in v.hoa.heard


async def roll(v: Village) -> dict[int, bool]:
    with v.store.reading() as db:
        found = db.execute(select(attendance.c.member_id, attendance.c.present))
        return {row.member_id: row.present for row in found}


async def test_the_roll_names_the_absent_and_all_others_were_there(database_url: str) -> None:
    async with village(database_url) as v:
        await plans(v.dao)
        _, no, _ = await reminded(v, v.manh)
        await presses(v.manh, no)
        await v.waits(days=22)
        await v.em.says("việc cần làm")
        await v.em.taps("Điểm danh buổi thứ ba 24/11/2026")
        assert v.em.labels[1] == "2. Chú Bùi Văn Mạnh"
        await v.em.says("2")
        assert "Đã ghi vắng: chú Bùi Văn Mạnh" in v.em.heard
        await v.em.says("Đỗ Thị Lan")
        await v.em.says("hết rồi")
        assert "Có mặt: 6" in v.em.heard
        await v.em.taps("Đúng hết rồi")
        assert "có mặt 6 trên 8 thành viên" in v.em.heard
        absent = {each for each, present in (await roll(v)).items() if not present}
        assert absent == {v.manh.member_id, v.lan.member_id}
        assert counted(v, "held") == 1
        await v.em.says("việc cần làm")
        assert "24/11/2026" not in v.em.last


async def test_of_two_who_take_the_roll_at_once_one_is_kept(database_url: str) -> None:
    async with village(database_url) as v:
        await plans(v.dao)
        await v.waits(days=22)
        await presses(v.em, "s:roll_call:1")
        await presses(v.giang, "s:roll_call:1")
        await v.em.says("1")
        await v.giang.says("Đỗ Thị Lan")
        await v.giang.says("1")
        await asyncio.gather(v.em.taps("Đúng hết rồi"), v.giang.taps("Đúng hết rồi"))
        await v.house.until_idle()
        heard = [v.em.heard, v.giang.heard]
        assert sum("đã ghi điểm danh" in each for each in heard) == 1
        assert sum("làm rồi" in each or "đã điểm danh rồi" in each for each in heard) == 1


async def test_a_roll_can_be_corrected(database_url: str) -> None:
    async with village(database_url) as v:
        await plans(v.dao)
        await v.waits(days=22)
        await presses(v.em, "s:roll_call:1")
        await v.em.says("Đỗ Thị Lan")
        await v.em.says("1")
        await v.em.taps("Đúng hết rồi")
        await v.giang.says("điểm danh")
        assert "có mặt 7, vắng 1" in v.giang.heard
        await v.giang.taps("Điểm danh")
        assert "đã điểm danh rồi" in v.giang.heard
        await v.giang.says("vâng")
        await v.giang.says("1")
        await v.giang.taps("Đúng hết rồi")
        assert set((await roll(v)).values()) == {True}


async def test_there_is_no_roll_before_the_day(database_url: str) -> None:
    async with village(database_url) as v:
        await plans(v.dao)
        await presses(v.em, "s:roll_call:1")
        assert counted(v, "held") == 0
        assert "chưa tới" in v.em.heard or "chưa đến" in v.em.heard


async def test_a_meeting_in_english(database_url: str) -> None:
    async with village(database_url, language="en") as v:
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
        assert "To be fetched: Nguyễn Thị Hoa" in v.binh.heard


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


async def test_the_scheduler_learns_whom_to_ask_and_whom_to_remind(database_url: str) -> None:
    def asked(db: Connection) -> tuple[set[int], set[int]]:
        meeting = meeting_by_number(db, 1)
        assert meeting is not None
        silent = {each.person_id for each in without_answer(db, meeting)}
        return silent, {each.person_id for each in coming(db, meeting)}

    async with village(database_url) as v:
        await plans(v.dao)
        yes, no, lift = await reminded(v, v.hoa)
        await presses(v.hoa, yes)
        await presses(v.lan, lift)
        await presses(v.manh, no)
        with v.store.reading() as db:
            silent, expected = asked(db)
        assert expected == {v.hoa.person_id, v.lan.person_id}
        assert silent == {each.person_id for each in (v.binh, v.cuc, v.dao, v.em, v.giang)}
