"""The meeting is moved or called off, and its roll is taken and corrected."""

import asyncio
from datetime import date

from sqlalchemy import select, update

from storage.queries.meetings.meetings import (
    meeting_by_number,
)
from storage.tables.chats import chats
from storage.tables.meetings import attendance
from tests.kit.meeting import answers, counted, plans, presses, reminded
from tests.kit.village import Village, village


async def test_moving_it_is_told_to_those_who_answered(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await plans(v.dao)
        yes, *_ = await reminded(v, v.hoa)
        await presses(v.hoa, yes)
        await v.binh.says("điểm danh")
        await v.binh.taps("Đổi buổi sinh hoạt")
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


async def test_moved_after_all_were_asked_it_is_told_to_all(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await plans(v.dao)
        await v.waits(days=19)
        await presses(v.dao, "s:move_meeting:1")
        for said in ("26/11/2026", "không", "14h", "Đình làng"):
            await v.dao.says(said)
        await v.dao.taps("Đúng hết rồi")
        assert "đã báo 7 người" in v.dao.heard
        assert "thứ năm 26/11/2026, lúc 14 giờ, Đình làng" in v.lan.heard
        assert "có đến được không" in v.lan.heard


async def test_whom_no_message_reaches_is_named_to_be_told(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await plans(v.dao)
        await v.waits(days=19)
        with v.store.writing() as db:
            silent = update(chats).where(chats.c.person_id.in_([v.lan.person_id, v.em.person_id]))
            db.execute(silent.values(unreachable="blocked"))
        await presses(v.dao, "s:move_meeting:1")
        for said in ("26/11/2026", "có"):
            await v.dao.says(said)
        await v.dao.taps("Đúng hết rồi")
        assert "đã báo 5 người" in v.dao.heard
        assert "bà Đỗ Thị Lan" in v.dao.heard
        assert "cô Vũ Thị Em" in v.dao.heard
        await v.waits(minutes=1)
        await v.dao.taps("Người cần gọi điện")
        news = "Nhờ báo: buổi sinh hoạt nay là thứ năm 26/11/2026, lúc 8 giờ"
        assert v.dao.heard.count(news) == 2
        await v.dao.taps("Ghi người đã báo")
        await v.dao.says("bà Lan")
        assert "Bà Đỗ Thị Lan đã được báo" in v.dao.heard
        await v.dao.says("cần gọi")
        assert "Lan" not in v.dao.heard
        assert "Cô Vũ Thị Em" in v.dao.heard
        await v.waits(minutes=1)
        await v.dao.says("hủy buổi họp vì bão")
        await v.dao.says("đúng")
        assert "bà Đỗ Thị Lan" in v.dao.heard
        await v.dao.says("cần gọi")
        assert v.dao.heard.count("buổi sinh hoạt thứ năm 26/11/2026 không họp nữa") == 2


async def test_who_heard_of_a_move_far_ahead_hears_of_the_next_change_too(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await plans(v.dao)
        await v.waits(days=19)
        for said in ("dời buổi họp sang 15/12", "đúng", "hủy buổi họp vì bão", "đúng"):
            await v.dao.says(said)
        assert "đã báo 7 người" in v.dao.heard
        assert "15/12/2026" in v.hoa.heard
        assert "không họp được" in v.hoa.heard


async def test_where_no_message_reaches_anybody_nobody_is_said_to_be_told(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await plans(v.dao)
        await v.waits(days=19)
        with v.store.writing() as db:
            others = update(chats).where(chats.c.person_id != v.dao.person_id)
            db.execute(others.values(unreachable="blocked"))
        await presses(v.dao, "s:cancel_meeting:1")
        await v.dao.says("bão về")
        await v.dao.taps("Đúng hết rồi")
        assert "đã báo" not in v.dao.heard
        assert "bác Nguyễn Thị Hoa" in v.dao.heard


async def test_called_off_with_a_reason(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
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
        assert v.em.labels[0] == "1. Chú Bùi Văn Mạnh: vắng"
        await v.em.says("1")
        assert v.em.labels[0] == "1. Chú Bùi Văn Mạnh: có mặt"
        await v.em.says("1")
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
        await v.em.says("xong")
        await v.giang.says("Đỗ Thị Lan")
        await v.giang.says("xong")
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
        await v.em.says("xong")
        await v.em.taps("Đúng hết rồi")
        await v.giang.says("điểm danh")
        assert "có mặt 7, vắng 1" in v.giang.heard
        await v.giang.taps("Điểm danh")
        assert "đã điểm danh rồi" in v.giang.heard
        await v.giang.says("vâng")
        assert "có mặt 7, vắng 1" in v.giang.heard
        await v.giang.says("Đỗ Thị Lan")
        await v.giang.says("xong")
        await v.giang.taps("Đúng hết rồi")
        assert set((await roll(v)).values()) == {True}


async def test_there_is_no_roll_before_the_day(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await plans(v.dao)
        await presses(v.em, "s:roll_call:1")
        assert counted(v, "held") == 0
        assert "chưa tới" in v.em.heard or "chưa đến" in v.em.heard
