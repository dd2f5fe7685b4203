"""Years of birth, days, months and hours as people type them, asked on one day."""

from collections.abc import Callable
from datetime import date, time
from functools import partial

import pytest

from club.calendar import Month
from messages import formats
from messages.understand import (
    Either,
    Reading,
    Value,
    read_birth_year,
    read_day,
    read_month,
    read_time,
)
from tests.messages.understand.tables import Case, cases, written

TODAY = date(2026, 11, 21)
BIRTH_YEARS, MONTHS, TIMES, DAYS = map(cases, ("birth_years", "months", "times", "days"))

birth_year = partial(read_birth_year, today=TODAY)
coming_day = partial(read_day, today=TODAY, ahead=True)
past_day = partial(read_day, today=TODAY, ahead=False)
month = partial(read_month, today=TODAY)


def typed(case: Case) -> str:
    return case.typed


@pytest.mark.parametrize("case", BIRTH_YEARS, ids=typed)
def test_a_year_of_birth_is_read(case: Case) -> None:
    assert written(birth_year(case.typed)) == case.reading, case.habit


@pytest.mark.parametrize("case", MONTHS, ids=typed)
def test_a_month_is_read(case: Case) -> None:
    assert written(month(case.typed)) == case.reading, case.habit


@pytest.mark.parametrize("case", TIMES, ids=typed)
def test_an_hour_is_read(case: Case) -> None:
    assert written(read_time(case.typed)) == case.reading, case.habit


@pytest.mark.parametrize("case", DAYS, ids=typed)
def test_a_coming_day_is_read(case: Case) -> None:
    assert written(coming_day(case.typed)) == case.reading.partition(" / ")[0], case.habit


@pytest.mark.parametrize("case", DAYS, ids=typed)
def test_a_past_day_is_read(case: Case) -> None:
    assert written(past_day(case.typed)) == case.reading.partition(" / ")[2], case.habit


READERS: list[tuple[Callable[[str], Reading[object]], list[Case]]] = [
    (birth_year, BIRTH_YEARS),
    (month, MONTHS),
    (read_time, TIMES),
    (coming_day, DAYS),
    (past_day, DAYS),
]


def test_every_day_of_a_year_is_understood_as_it_is_written() -> None:
    for each in Month(2027, 1).days() + Month(2028, 2).days() + Month(2026, 11).days()[20:]:
        assert coming_day(formats.short_day(each)) == Value(each)
        assert coming_day(formats.day(each, "vi")) == Value(each)
        assert coming_day(formats.day(each, "en")) == Value(each)


def test_every_month_is_understood_as_it_is_written() -> None:
    for number in range(1, 13):
        for language in ("vi", "en"):
            said = formats.month(Month(2025, number), language)
            assert month(said) == Value(Month(2025, number))


def test_every_hour_is_understood_as_it_is_written() -> None:
    for hour in range(24):
        for minute in (0, 5, 30, 59):
            at = time(hour, minute)
            for language in ("vi", "en"):
                reading = read_time(formats.clock(at, language))
                assert at in (reading.readings if isinstance(reading, Either) else [at])
                assert not isinstance(reading, Value) or reading.value == at


def test_on_a_sunday_the_week_is_asked() -> None:
    sunday = date(2026, 11, 22)
    reading = read_day("thứ hai tuần sau", today=sunday, ahead=True)
    assert reading == Either((date(2026, 11, 23), date(2026, 11, 30)))


def test_a_leap_month_is_asked() -> None:
    spring = date(2025, 5, 1)
    reading = read_day("rằm tháng 6", today=spring, ahead=True)
    assert reading == Either((date(2025, 7, 9), date(2025, 8, 8)))
    leap = read_day("15 tháng 6 nhuận", today=spring, ahead=True)
    assert leap == Value(date(2025, 8, 8))


def test_before_tet_ones_own_count_of_age_may_still_be_the_old_years() -> None:
    new_year = date(2026, 1, 15)
    assert read_birth_year("74 tuổi mụ", today=new_year) == Either((1952, 1953))


def test_a_story_is_no_date() -> None:
    story = "hôm qua bác đi chợ " * 10
    for read, _ in READERS:
        assert written(read(story)) == "!too_long"
