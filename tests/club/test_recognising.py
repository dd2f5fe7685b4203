"""Whether two notes are of one person."""

from dataclasses import replace

import pytest

from club.importing import At, IncomingMember, Whose
from club.recognising import Known, Register, same_name_as

HOA = IncomingMember(at=At("A", 2), name="Nguyễn Thị Hoà", birth_year=1952, phone="+84912345678")
THERE = Known(7, "nguyễn thị hòa", 1952, "+84912345678", "Tổ 1")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Thuỷ", "Thủy"), ("Nguyễn Thị HOÀ", "nguyễn  thị hòa"), ("Quý", "Qúy"), ("Đặng", "đặng")],
)
def test_the_place_of_a_tone_and_capitals_make_no_other_name(one: str, other: str) -> None:
    assert same_name_as(one) == same_name_as(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Hoa", "Hòa"), ("Thu", "Thư"), ("Dũng", "Dụng"), ("Đan", "Dan")]
)
def test_other_letters_and_tones_make_another_name(one: str, other: str) -> None:
    assert same_name_as(one) != same_name_as(other)


@pytest.mark.parametrize(
    ("row", "same"),
    [
        (HOA, True),
        (replace(HOA, birth_year=1953), True),  # by the phone, whatever is said of the year
        (replace(HOA, phone=""), True),
        (replace(HOA, phone="+84987654321"), False),
        (replace(HOA, phone="", birth_year=1953), False),
        (replace(HOA, phone="", birth_year=None), True),
        (replace(HOA, phone="", birth_year=None, group="tổ 1"), True),
        (replace(HOA, phone="", birth_year=None, group="Tổ 2"), False),
        (replace(HOA, name="Nguyễn Thị Hoa"), False),
    ],
)
def test_phone_then_year_then_group_tell(row: IncomingMember, same: bool) -> None:
    assert bool(Register([THERE]).of_row(row)) is same


def test_a_name_alone_means_all_who_have_it_and_the_year_tells() -> None:
    register = Register([THERE, Known(8, "Nguyễn Thị Hòa", 1960), Known(9, "Nguyễn Thị Hòa")])
    assert [each.key for each in register.called(Whose("Nguyễn Thị Hoà"))] == [7, 8, 9]
    assert [each.key for each in register.called(Whose("Nguyễn Thị Hoà", 1960))] == [8]
    assert [each.key for each in register.called(Whose("Nguyễn Thị Hoà", 1970))] == [9]
    assert register.called(Whose("Ai Đó")) == []
