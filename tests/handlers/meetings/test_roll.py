"""The roll by pages and by the day's word, guests, and corrections."""

import asyncio

import pytest
from sqlalchemy import insert, select

from club.calendar import Month
from club.day_word import WORDS
from handlers.entrances import ENTRANCES
from messages.understand.answers import read_yes_no
from messages.understand.coming import read_coming
from messages.understand.plain import bare
from messages.understand.readings import Value
from storage.changes.members.enter_member import NewMember, enter_member
from storage.queries.meetings.day_words import day_word
from storage.queries.meetings.meetings import absent_members
from storage.tables.books import closed_months
from storage.tables.meetings import attendance
from tests.kit.board import said
from tests.kit.meeting import plans, presses, reminded
from tests.kit.village import FOUNDED, Village, village

DAYS_TO_THE_MEETING = 22
GIVEN = ["An", "Bảo", "Cường", "Dũng", "Đức", "Hải", "Khang", "Lộc", "Minh", "Nam", "Phúc", "Quý"]


async def on_the_day(v: Village) -> None:
    await plans(v.dao)
    await v.waits(days=DAYS_TO_THE_MEETING)


def absent(v: Village) -> set[int]:
    with v.store.reading() as db:
        return absent_members(db, 1)


def rolled(v: Village) -> int:
    with v.store.reading() as db:
        return len(db.execute(select(attendance.c.id)).all())


def word(v: Village) -> str:
    with v.store.reading() as db:
        found = day_word(db, 1)
    assert found is not None
    return found


def wrong_words(v: Village) -> list[str]:
    return [each for each in WORDS if each != word(v)]


def more_members(v: Village, count: int) -> None:
    def enter(db: object) -> None:
        for number in range(count):
            new = NewMember(f"Nguyễn Văn {GIVEN[number]}", 1950 + number, "male", FOUNDED)
            enter_member(db, v.club.club_id, new, v.clock.now())  # type: ignore[arg-type]

    v.store.change(enter)


async def ticks_and_nonsense(v: Village) -> None:
    await v.em.taps("Ông Trần Văn Bình: có mặt")
    assert "Ông Trần Văn Bình: vắng" in v.em.labels[0]
    await v.em.says("2, 3 và 7")
    assert "có mặt 16, vắng 4" in v.em.heard
    await v.em.says("3")
    assert "có mặt 17, vắng 3" in v.em.heard
    await v.em.says("Nguyễn Văn Quý")
    assert "có mặt 16, vắng 4" in v.em.heard
    assert "trang 1" in v.em.heard
    await v.em.taps("Trang sau")
    assert "trang 2 trên 3" in v.em.heard
    for nonsense in ("99", "1 99", "0", "abc", "🙂"):
        await v.em.says(nonsense)
        assert "có mặt 16, vắng 4" in v.em.heard or "ví dụ" in v.em.heard
    assert any("Trang sau" in each for each in v.em.labels)
    await v.em.taps("Trang sau")
    assert "trang 3 trên 3" in v.em.heard
    assert not any("Trang sau" in each for each in v.em.labels)


async def test_a_list_of_several_pages_is_ticked_by_taps_numbers_and_names(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        more_members(v, 12)
        await on_the_day(v)
        await presses(v.em, "s:roll_call:1")
        assert "trang 1 trên 3" in v.em.heard
        assert "có mặt 20, vắng 0" in v.em.heard
        assert len(v.em.labels) == 8 + 2 + 2
        assert v.em.labels[0] == "1. Ông Trần Văn Bình: có mặt"
        await ticks_and_nonsense(v)
        await v.em.says("xong cả")
        assert "Có mặt: 16" in v.em.heard
        await v.em.taps("Đúng hết rồi")
        assert "có mặt 16 trên 20 thành viên" in v.em.heard
        assert len(absent(v)) == 4
        assert {v.binh.member_id, v.cuc.member_id, v.lan.member_id} <= absent(v)


async def test_the_same_tap_twice_sets_the_same(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await on_the_day(v)
        await presses(v.em, "s:roll_call:1")
        await v.em.taps("Bà Đỗ Thị Lan: có mặt")
        await v.em.taps("Bà Đỗ Thị Lan: có mặt")
        await v.em.says("xong")
        assert "Vắng: 1" in v.em.heard


async def board_ticks_the_rest(v: Village) -> None:
    """Whoever has no phone."""
    await v.em.taps("Điểm danh")
    assert "có mặt 2, vắng 6" in v.em.heard
    # Whoever has no phone the board ticks.
    await v.em.says("Cúc")
    await v.em.says("xong")
    await v.em.taps("Đúng hết rồi")
    present = {v.hoa.member_id, v.manh.member_id, v.cuc.member_id}
    assert absent(v) == {
        each.member_id for each in v.phones.values() if each.member_id is not None
    } - {each for each in present if each is not None}


async def test_the_word_of_the_day_notes_who_is_there(database_url: str) -> None:
    async with village(database_url) as v:
        await plans(v.dao)
        _, no, _ = await reminded(v, v.manh)
        await presses(v.manh, no)
        await v.waits(days=DAYS_TO_THE_MEETING)
        await v.hoa.says(WORDS[0])
        assert "không có từ điểm danh" in said(v.hoa)
        await v.em.says("điểm danh")
        await v.em.taps("Từ điểm danh hôm nay")
        assert word(v).upper() in v.em.heard
        await v.em.says("từ điểm danh")
        assert v.em.heard.count(word(v).upper()) == 1
        await v.hoa.says(word(v))
        assert "ghi bác có mặt buổi thứ ba 24/11/2026" in said(v.hoa)
        # Without marks, with politeness; and one who had said no.
        await v.manh.says("tôi đã đến")
        await v.manh.says(f"dạ {bare(word(v))} ạ")
        assert "báo bận mà nay vẫn đến được" in said(v.manh)
        await board_ticks_the_rest(v)
        # Late, but on the day: she is noted as present, by her own word.
        await v.lan.says(word(v))
        assert v.lan.member_id not in absent(v)
        await v.binh.says("điểm danh")
        await v.binh.taps("Những chỗ đã sửa")
        assert "24/11/2026, bà Đỗ Thị Lan: Bà Đỗ Thị Lan: có mặt" in said(v.binh)


async def test_guessing_ends_after_five_words(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await on_the_day(v)
        await v.em.says("từ điểm danh")
        for left, guess in zip((4, 3, 2, 1), wrong_words(v), strict=False):
            await v.hoa.says(guess)
            assert f"còn gõ được {left} lần" in said(v.hoa)
        await v.hoa.says("tôi có mặt")
        await v.hoa.says("không biết từ gì")
        assert "nhờ ban chủ nhiệm" in said(v.hoa)
        await v.hoa.says(word(v))
        assert "nhờ ban chủ nhiệm" in said(v.hoa)
        # Others are not concerned; the next day the word is worth nothing.
        await v.lan.says(word(v))
        assert "có mặt" in said(v.lan)
        await v.waits(days=1)
        await v.manh.says(word(v))
        assert "không có từ điểm danh" in said(v.manh)
        await v.em.says("từ điểm danh")
        assert "Hôm nay không có buổi sinh hoạt" in said(v.em) or "hôm nay không" in said(v.em)


async def test_strangers_and_members_give_no_word(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await on_the_day(v)
        for phone in (v.hoa, v.la):
            await presses(phone, "s:day_word:1")
            await presses(phone, "s:guests:1")
        await v.em.says("từ điểm danh")
        await v.la.says(word(v))
        assert "có mặt" not in said(v.la)
        assert rolled(v) == 0


async def test_two_who_correct_at_once_do_not_overwrite_each_other(database_url: str) -> None:
    async with village(database_url) as v:
        await on_the_day(v)
        await presses(v.em, "s:roll_call:1")
        await v.em.says("xong")
        await v.em.taps("Đúng hết rồi")
        for phone, name in ((v.em, "Đỗ Thị Lan"), (v.giang, "Bùi Văn Mạnh")):
            await presses(phone, "s:roll_call:1")
            await phone.says("vâng")
            await phone.says(name)
            await phone.says("xong")
        await asyncio.gather(v.em.taps("Đúng hết rồi"), v.giang.taps("Đúng hết rồi"))
        await v.house.until_idle()
        assert len(absent(v)) == 1
        heard = [said(v.em), said(v.giang)]
        assert sum("đã ghi điểm danh" in each for each in heard) == 1
        await v.binh.says("điểm danh")
        await v.binh.taps("Những chỗ đã sửa")
        assert v.binh.heard.count("vắng") == 1


async def test_a_closed_month_keeps_its_roll(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await on_the_day(v)
        await presses(v.em, "s:roll_call:1")
        await v.em.says("xong")
        await v.em.taps("Đúng hết rồi")
        v.store.change(_close_november, v)
        await presses(v.em, "s:roll_call:1")
        for typed in ("vâng", "Đỗ Thị Lan", "xong"):
            await v.em.says(typed)
        await v.em.taps("Đúng hết rồi")
        assert "khóa sổ" in said(v.em)
        assert absent(v) == set()


def _close_november(db: object, v: Village) -> None:
    values = {
        "club_id": v.club.club_id,
        "month": Month(2026, 11),
        "figures": {},
        "rules_version": 1,
        "last_sequence": 0,
        "previous_code": "",
        "code": "code",
        "closed_by": v.binh.person_id,
        "second_person": v.em.person_id,
        "closed_at": v.clock.now(),
    }
    db.execute(insert(closed_months).values(**values))  # type: ignore[attr-defined]


async def test_guests_are_counted_by_kind(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await on_the_day(v)
        await presses(v.em, "s:roll_call:1")
        await v.em.says("xong")
        await v.em.taps("Đúng hết rồi")
        await v.em.taps("Ghi khách")
        await v.em.taps("Cán bộ")
        await v.em.says("nhiều lắm")
        await v.em.says("500")
        await v.em.says("2")
        assert "• Cán bộ: 2 người" in v.em.heard
        await v.em.taps("Ghi khách")
        await v.em.says("thanh niên")
        await v.em.says("5")
        assert "• Thanh niên: 5 người" in v.em.heard
        await v.binh.says("điểm danh")
        assert "Khách dự buổi sinh hoạt" in v.binh.heard
        assert "Cán bộ: 2 người" in v.binh.heard
        await v.em.taps("Ghi khách")
        await v.em.taps("Cán bộ")
        await v.em.says("0")
        assert "Cán bộ" not in v.em.heard
        await v.binh.says("báo cáo tháng này")
        assert "Có 5 khách cùng dự" in v.binh.heard
        assert "có mặt 8 trên 8" in v.em.everything


async def test_the_same_in_english(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await presses(v.dao, "s:plan_meeting:")
        for typed in ("24/11/2026", "8:30 am", "The hall", "skip", "skip", "yes"):
            await v.dao.says(typed)
        await v.waits(days=DAYS_TO_THE_MEETING)
        await v.em.says("the day's word")
        assert v.em.heard.startswith(f"Today's word is: {word(v).upper()}")
        await v.hoa.says("I am at the meeting")
        await v.hoa.says(word(v))
        assert "I have noted that you are at the meeting" in said(v.hoa)
        await v.em.taps("Take the roll")
        assert "So far: 1 present, 7 absent." in v.em.heard
        await v.em.says("Lan")
        await v.em.says("done")
        await v.em.says("yes")
        assert "2 of 8" in v.em.heard
        await v.em.taps("Note guests")
        await v.em.says("officers")
        await v.em.says("1")
        assert "• Officers: 1" in v.em.heard


@pytest.mark.parametrize("typed", WORDS)
def test_a_day_word_means_nothing_else(typed: str) -> None:
    assert len({bare(each) for each in WORDS}) == len(WORDS)
    assert all(bare(typed) not in each.words for each in ENTRANCES)
    assert read_coming(typed) is None
    assert not isinstance(read_yes_no(typed), Value)
