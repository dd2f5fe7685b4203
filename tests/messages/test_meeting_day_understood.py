"""A club's meeting day as people type it."""

import pytest

from messages.understand.meeting_day import LUNAR, SOLAR, read_meeting_day
from messages.understand.readings import Either, Unclear, Value

ONE = """
rằm = lunar 15
ram = lunar 15
ngày rằm hằng tháng = lunar 15
rằm âm lịch ạ = lunar 15
15 âm = lunar 15
15 am lich = lunar 15
ngày 15 âm = lunar 15
mùng 10 âm = lunar 10
mồng mười âm lịch = lunar 10
ba mươi âm = lunar 30
mùng một ta = lunar 1
ngày 15 hằng tháng = solar 15
ngay 15 hang thang = solar 15
ngày 24 dương lịch = solar 24
31 dương = solar 31
ngày 31 = solar 31
cuối tháng = solar 31
ngày cuối tháng = solar 31
cuối tháng âm = lunar 30
chủ nhật cuối tháng = weekday last 6
chủ nhật tuần cuối = weekday last 6
cn tuan cuoi = weekday last 6
chủ nhật cuối cùng của tháng = weekday last 6
thứ bảy thứ hai = weekday 2 5
thu bay tuan 2 = weekday 2 5
thứ bảy tuần thứ hai hằng tháng ạ = weekday 2 5
thứ hai đầu tiên = weekday 1 0
tuần đầu chủ nhật = weekday 1 6
last sunday = weekday last 6
the last Sunday of the month = weekday last 6
second saturday of each month = weekday 2 5
full moon = lunar 15
lunar 10 = lunar 10
"""
TWO = {
    "15": {"solar 15", "lunar 15"},
    "mùng một": {"lunar 1", "solar 1"},
    "mung 5": {"lunar 5", "solar 5"},
    "ngày 17": {"solar 17", "lunar 17"},
    "15th": {"solar 15", "lunar 15"},
}
NONE = ["", "?", "chủ nhật", "tùy", "thứ tám", "32", "31 âm", "0", "ngày đẹp", "không biết", "🙂"]


@pytest.mark.parametrize("line", ONE.strip().splitlines())
def test_one_reading(line: str) -> None:
    typed, _, rule = line.rpartition(" = ")
    heard = read_meeting_day(typed)
    assert isinstance(heard, Value), heard
    assert str(heard.value) == rule


@pytest.mark.parametrize(("typed", "rules"), TWO.items())
def test_two_readings_are_asked_back(typed: str, rules: set[str]) -> None:
    heard = read_meeting_day(typed)
    assert isinstance(heard, Either), heard
    assert {str(each) for each in heard.readings} == rules


@pytest.mark.parametrize("typed", NONE)
def test_no_reading(typed: str) -> None:
    assert isinstance(read_meeting_day(typed), Unclear)


def test_a_settled_calendar_leaves_one_reading() -> None:
    for calendar in (SOLAR, LUNAR):
        heard = read_meeting_day("mùng 5", calendar=calendar)
        assert isinstance(heard, Value)
        assert str(heard.value) == f"{calendar} 5"
    assert isinstance(read_meeting_day("31", calendar=LUNAR), Unclear)
    assert isinstance(read_meeting_day("rằm", calendar=SOLAR), Unclear)
