"""Somebody asks to join whose name and year of birth stand in the book already (Club rules, F)."""

import pytest
from sqlalchemy import select

from club.recognising import may_be_same_name
from storage.tables.chats import chats
from storage.tables.people import members
from tests.kit.village import CODE, Phone, Village, village


async def _asks(v: Village, name: str = "Nguyễn Thị Hoa", year: str = "1952") -> None:
    for each in (CODE, "có", name, year, "nữ", "Thôn Đoài", "bỏ qua", "không có", "bác"):
        await v.la.says(each)
    await v.la.says("đúng")


async def test_the_same_person_gets_her_new_phone_by_two_of_the_board(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await _asks(v, "nguyen thi hoa")
        await v.binh.taps("Xem và trả lời")
        assert "Trong sổ câu lạc bộ đã có" in v.binh.heard
        await v.binh.taps("Chính là")
        await v.binh.says("đúng")
        assert _speaks_for(v, "la") != v.hoa.person_id
        second = _asked_second(v)
        await second.taps("Xem")
        await second.says("đúng")
        assert _speaks_for(v, "la") == v.hoa.person_id
        assert "máy mới" in v.hoa.everything
        with v.store.writing() as db:
            waiting = db.execute(select(members.c.id).where(members.c.state == "asked")).all()
        assert not waiting


async def test_another_person_of_that_name_is_taken_in(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await _asks(v)
        await v.binh.taps("Xem và trả lời")
        await v.binh.taps("Là người khác, nhận vào")
        assert _speaks_for(v, "la") != v.hoa.person_id
        await v.la.says("chào")
        assert "CLB Thôn Đoài" in v.la.heard


async def test_of_another_year_nothing_is_said(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await _asks(v, year="1949")
        await v.binh.taps("Xem và trả lời")
        assert "Trong sổ" not in v.binh.heard
        await v.binh.says("có")
        assert "Nguyễn Thị Hoa" in v.binh.heard


async def test_who_takes_the_request_back_meanwhile_is_joined_to_nobody(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await _asks(v)
        await v.binh.taps("Xem và trả lời")
        await v.binh.taps("Chính là")
        await v.binh.says("đúng")
        second = _asked_second(v)
        await v.la.taps("Rút lại")
        await v.la.says("đúng")
        await second.taps("Xem")
        assert "không còn nữa" in second.heard
        await second.says("đúng")
        assert _speaks_for(v, "la") != v.hoa.person_id


def _asked_second(v: Village) -> Phone:
    """Whoever of the board got the word that a second person has to agree."""
    board = (v.cuc, v.dao, v.em, v.giang)
    return next(
        each for each in board if "Máy mới này" in each.heard or "máy mới này" in each.heard
    )


def _speaks_for(v: Village, key: str) -> int | None:
    with v.store.writing() as db:
        found: int | None = db.execute(select(chats.c.person_id).where(chats.c.key == key)).scalar()
    return found


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("Nguyễn Thị Hoa", "nguyen thi hoa", True),
        ("Đỗ Thị Lan", "Do Thi Lan", True),
        ("Nguyễn Thị Thuỷ", "Nguyễn Thị Thủy", True),
        ("Nguyễn Thị Hoa", "Nguyễn Thị Hòa", False),
        ("Nguyễn Thị Hoa", "Nguyễn Hoa", False),
    ],
)
def test_a_name_without_marks_may_be_any_that_is_so_written(
    one: str, other: str, *, may_be: bool
) -> None:
    assert may_be_same_name(one, other) is may_be
