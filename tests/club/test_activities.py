"""Which days, how many people and how late a change the book of activities takes."""

from datetime import UTC, date, datetime, timedelta

import pytest

from club.activities import check_activity_day, check_people, check_planned_day, may_undo
from club.calendar import Month
from club.refusals import Code, Refused

TODAY = date(2026, 11, 22)
OCTOBER = Month(2026, 10)
DAY = timedelta(days=1)


@pytest.mark.parametrize("day", [TODAY, date(2026, 10, 1)])
def test_what_was_done_in_an_open_month_is_noted(day: date) -> None:
    check_activity_day(day, today=TODAY, first_open=OCTOBER)


@pytest.mark.parametrize(
    ("day", "code"), [(TODAY + DAY, Code.DAY_IN_FUTURE), (date(2026, 9, 30), Code.MONTH_CLOSED)]
)
def test_nothing_is_noted_ahead_nor_in_a_closed_month(day: date, code: Code) -> None:
    with pytest.raises(Refused) as no:
        check_activity_day(day, today=TODAY, first_open=OCTOBER)
    assert no.value.code is code


@pytest.mark.parametrize("day", [TODAY, TODAY + 92 * DAY])
def test_a_quarter_of_a_year_is_planned_ahead(day: date) -> None:
    check_planned_day(day, today=TODAY)


@pytest.mark.parametrize(
    ("day", "code"), [(TODAY - DAY, Code.DAY_PAST), (TODAY + 93 * DAY, Code.DAY_IN_FUTURE)]
)
def test_no_further_and_nothing_past(day: date, code: Code) -> None:
    with pytest.raises(Refused) as no:
        check_planned_day(day, today=TODAY)
    assert no.value.code is code


@pytest.mark.parametrize("count", [1, 500])
def test_a_village_comes(count: int) -> None:
    check_people(count)


@pytest.mark.parametrize("count", [0, -1, 501])
def test_nobody_and_a_town_do_not(count: int) -> None:
    with pytest.raises(Refused) as no:
        check_people(count)
    assert no.value.code is Code.NUMBER_OUT_OF_RANGE


def test_whoever_wrote_it_takes_it_back_for_ten_minutes() -> None:
    logged = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
    assert may_undo(logged_at=logged, now=logged + timedelta(minutes=10))
    assert not may_undo(logged_at=logged, now=logged + timedelta(minutes=10, seconds=1))
