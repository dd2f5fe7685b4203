"""Months, the Vietnamese lunar calendar, and meeting days."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from club.calendar import (
    LAST,
    LunarDay,
    MeetingDay,
    Month,
    OnLunarDay,
    OnSolarDay,
    OnWeekday,
    day_in_zone,
    instant_of,
    lunar_of,
    solar_of,
    tet,
)

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
SATURDAY, SUNDAY = 5, 6

# Mùng một Tết as listed for Vietnam by the Python package holidays, release 0.109, which keeps
# tables of its own and computes no moon.
TET_TABLE = """
1968-01-29 1969-02-16 1970-02-06 1971-01-27 1972-02-15 1973-02-03 1974-01-23 1975-02-11
1976-01-31 1977-02-18 1978-02-07 1979-01-28 1980-02-16 1981-02-05 1982-01-25 1983-02-13
1984-02-02 1985-01-21 1986-02-09 1987-01-29 1988-02-17 1989-02-06 1990-01-27 1991-02-15
1992-02-04 1993-01-23 1994-02-10 1995-01-31 1996-02-19 1997-02-07 1998-01-28 1999-02-16
2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-17
2008-02-07 2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19
2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22
2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-02 2031-01-23
2032-02-11 2033-01-31 2034-02-19 2035-02-08 2036-01-28 2037-02-15 2038-02-04 2039-01-24
2040-02-12 2041-02-01 2042-01-22 2043-02-10 2044-01-30 2045-02-17 2046-02-06 2047-01-26
2048-02-14 2049-02-02 2050-01-23
"""

# Year and number of the leap months; 1985 and 1987 differ from China's (1984/10 and 1987/6).
LEAP_MONTHS = [
    (1985, 2), (1987, 7), (2020, 4), (2023, 2), (2025, 6), (2028, 5), (2031, 3), (2033, 11),
    (2036, 6), (2039, 5),
]  # fmt: skip

lunar_rule_numbers = st.integers(1, 30)
days_of_our_time = st.dates(date(1940, 1, 1), date(2060, 12, 31))
meeting_days = st.one_of(
    st.builds(OnSolarDay, st.integers(1, 31)),
    st.builds(OnLunarDay, lunar_rule_numbers),
    st.builds(OnWeekday, st.sampled_from([1, 2, 3, 4, LAST]), st.integers(0, 6)),
)


def test_a_month_is_written_as_year_and_number() -> None:
    assert str(Month(2026, 10)) == "2026-10"
    assert str(Month(2026, 3)) == "2026-03"
    assert Month.parse("2026-03") == Month(2026, 3)


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-3", "2026-13", "2026-00", "10/2026", "2026-10-01"]
)
def test_what_is_no_month_is_not_read_as_one(text: str) -> None:
    with pytest.raises(ValueError):
        Month.parse(text)


def test_months_follow_each_other_over_the_new_year() -> None:
    assert Month(2026, 12).next() == Month(2027, 1)
    assert Month(2027, 1).previous() == Month(2026, 12)
    assert Month(2026, 10).plus(27) == Month(2029, 1)
    assert Month(2026, 10).plus(-22) == Month(2024, 12)
    assert Month(2024, 12).months_until(Month(2026, 10)) == 22
    assert Month(2026, 10) < Month(2026, 11) < Month(2027, 1)


def test_a_month_knows_its_days() -> None:
    assert Month.of(date(2028, 2, 11)).last_day == date(2028, 2, 29)
    assert Month(2026, 2).days()[0] == Month(2026, 2).first_day == date(2026, 2, 1)
    assert Month(2026, 2).days()[-1] == date(2026, 2, 28)
    assert Month(2026, 4).day(31) == date(2026, 4, 30)


@pytest.mark.parametrize("first", TET_TABLE.split())
def test_tet_falls_on_the_day_of_the_public_tables(first: str) -> None:
    day = date.fromisoformat(first)
    assert tet(day.year) == day
    assert lunar_of(day) == LunarDay(day.year, 1, 1)
    assert lunar_of(day - timedelta(days=1)).month == 12


def test_leap_months_are_those_of_vietnam() -> None:
    days = (date(2020, 1, 25) + timedelta(days=count) for count in range(20 * 365))
    found = {(lunar.year, lunar.month) for lunar in map(lunar_of, days) if lunar.leap}
    assert found == {leap for leap in LEAP_MONTHS if leap[0] >= 2020}


@pytest.mark.parametrize(("year", "month"), LEAP_MONTHS)
def test_a_leap_month_begins_after_the_month_whose_number_it_has(year: int, month: int) -> None:
    ordinary, leap = solar_of(year, month, 1), solar_of(year, month, 1, leap=True)
    assert ordinary is not None and leap is not None
    assert (leap - ordinary).days in (29, 30)


def test_well_known_days() -> None:
    assert solar_of(2026, 3, 10) == date(2026, 4, 26)  # Giỗ Tổ Hùng Vương
    assert solar_of(2025, 8, 15) == date(2025, 10, 6)  # Trung thu
    assert lunar_of(date(2026, 8, 27)) == LunarDay(2026, 7, 15)  # rằm tháng bảy


def test_a_lunar_day_that_does_not_exist_has_no_solar_day() -> None:
    assert solar_of(2025, 12, 30) is None  # Chạp of Ất Tỵ has 29 days
    assert solar_of(2026, 6, 1, leap=True) is None
    assert solar_of(2025, 5, 1, leap=True) is None
    assert solar_of(2026, 13, 1) is None


@given(days_of_our_time)
def test_there_and_back_is_the_same_day(day: date) -> None:
    lunar = lunar_of(day)
    assert solar_of(lunar.year, lunar.month, lunar.day, leap=lunar.leap) == day


def test_the_day_is_that_of_the_zone() -> None:
    instant = datetime(2026, 10, 31, 17, 30, tzinfo=UTC)
    assert day_in_zone(instant, VIETNAM) == date(2026, 11, 1)
    assert day_in_zone(instant, UTC) == date(2026, 10, 31)
    assert instant_of(date(2026, 11, 1), time(0, 30), VIETNAM) == instant


def test_a_time_without_a_zone_is_a_fault() -> None:
    with pytest.raises(ValueError):
        day_in_zone(datetime(2026, 10, 31), VIETNAM)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("rule", "month", "days"),
    [
        (OnSolarDay(17), "2026-10", ["2026-10-17"]),
        (OnSolarDay(31), "2026-02", ["2026-02-28"]),
        (OnSolarDay(31), "2028-02", ["2028-02-29"]),
        (OnWeekday(1, SUNDAY), "2026-11", ["2026-11-01"]),
        (OnWeekday(2, SUNDAY), "2026-11", ["2026-11-08"]),
        (OnWeekday(1, SATURDAY), "2026-11", ["2026-11-07"]),
        (OnWeekday(4, SATURDAY), "2026-11", ["2026-11-28"]),
        (OnWeekday(LAST, SUNDAY), "2026-11", ["2026-11-29"]),
        (OnWeekday(LAST, SUNDAY), "2026-10", ["2026-10-25"]),
        (OnLunarDay(1), "2026-02", ["2026-02-17"]),
        (OnLunarDay(15), "2026-05", ["2026-05-01", "2026-05-31"]),
        (OnLunarDay(30), "2026-02", ["2026-02-16"]),
        (OnLunarDay(30), "2025-02", ["2025-02-27"]),
    ],
)
def test_meeting_days_in_a_month(rule: MeetingDay, month: str, days: list[str]) -> None:
    assert [day.isoformat() for day in rule.in_month(Month.parse(month))] == days


@pytest.mark.parametrize(("year", "meetings"), [(2024, 12), (2025, 13), (2026, 12), (2028, 13)])
def test_a_leap_lunar_year_has_thirteen_lunar_meetings(year: int, meetings: int) -> None:
    rule, day, count = OnLunarDay(15), tet(year), 0
    while (day := rule.next_after(day)) < tet(year + 1):
        count += 1
    assert count == meetings


@given(lunar_rule_numbers, days_of_our_time)
def test_every_lunar_month_has_one_meeting(number: int, day: date) -> None:
    rule = OnLunarDay(number)
    first = rule.next_after(day)
    assert 28 <= (rule.next_after(first) - first).days <= 31


@given(meeting_days, days_of_our_time)
def test_the_next_meeting_is_later_and_none_lies_between(rule: MeetingDay, day: date) -> None:
    following = rule.next_after(day)
    assert following > day
    between = [day + timedelta(days=count) for count in range(1, (following - day).days)]
    assert rule.falls_on(following) and not any(map(rule.falls_on, between))
    assert following in rule.in_month(Month.of(following))


@given(meeting_days)
def test_a_meeting_day_survives_being_written(rule: MeetingDay) -> None:
    assert MeetingDay.parse(str(rule)) == rule


@pytest.mark.parametrize(
    "text", ["", "solar", "solar 0", "solar 32", "lunar 31", "weekday 5 0", "weekday 1 7", "moon 3"]
)
def test_what_is_no_meeting_day_is_not_read_as_one(text: str) -> None:
    with pytest.raises(ValueError):
        MeetingDay.parse(text)
