"""The day that a number, a weekday or a lunar day means, seen from today: next or last."""

from collections.abc import Iterator
from datetime import date, timedelta

from club.calendar import LunarDay, Month, lunar_of, solar_of

ONE_DAY = timedelta(days=1)
_LONGEST_SEARCH_DAYS = 100


def solar_day(year: int, month: int, day: int) -> date | None:
    """The day of these numbers, or None if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def full_year(number: int, today: date) -> int:
    """A year of two figures within this century; of four as it is."""
    return number if number >= 100 else today.year // 100 * 100 + number


def by_day_and_month(day: int, month: int, *, today: date, ahead: bool) -> date | None:
    """The next (or last) such day; today counts."""
    years = (today.year, today.year + 1) if ahead else (today.year, today.year - 1)
    days = [found for year in years if (found := solar_day(year, month, day))]
    return next((found for found in days if (found >= today) == ahead or found == today), None)


def by_day(day: int, *, today: date, ahead: bool) -> date | None:
    """The next (or last) day of a month with this number; today counts."""
    step = ONE_DAY if ahead else -ONE_DAY
    found = today
    for _ in range(_LONGEST_SEARCH_DAYS):
        if found.day == day:
            return found
        found += step
    return None


def by_lunar_day(day: int, *, today: date, ahead: bool) -> date | None:
    """The next (or last) day of a lunar month with this number; today counts."""
    step = ONE_DAY if ahead else -ONE_DAY
    found = today
    for _ in range(_LONGEST_SEARCH_DAYS):
        if lunar_of(found).day == day:
            return found
        found += step
    return None


def by_lunar_day_and_month(
    day: int, month: int, *, today: date, ahead: bool, leap: bool | None = None
) -> list[date]:
    """The next (or last) such lunar day; two where a leap month of that number follows."""
    year = lunar_of(today).year
    years = (year, year + 1) if ahead else (year, year - 1)
    for each in years:
        days = list(_in_lunar_year(LunarDay(each, month, day), leap))
        fitting = [found for found in days if (found >= today) == ahead or found == today]
        if fitting:
            return fitting
    return []


def _in_lunar_year(lunar: LunarDay, leap: bool | None) -> Iterator[date]:
    for in_leap in (False, True) if leap is None else (leap,):
        found = solar_of(lunar.year, lunar.month, lunar.day, leap=in_leap)
        if found:
            yield found


def end_of_lunar_month(month: int, *, today: date, ahead: bool) -> list[date]:
    """The last day of the next (or last) lunar month of this number; today counts."""
    year = lunar_of(today).year
    ends = (
        solar_of(each, month, 30) or solar_of(each, month, 29)
        for each in (year - 1, year, year + 1)
    )
    fitting = [end for end in ends if end and ((end >= today) == ahead or end == today)]
    return fitting[:1] if ahead else fitting[-1:]


def full_moons_of(month: Month) -> list[date]:
    """The 15th days of lunar months that fall into a solar one."""
    return [day for day in month.days() if lunar_of(day).day == 15]


def in_lunar_month(day: int, *, today: date, months_later: int) -> date | None:
    """The day with this number in the present lunar month or so many later (or earlier)."""
    first = today - timedelta(days=lunar_of(today).day - 1)
    for _ in range(abs(months_later)):
        beside = first + 29 * ONE_DAY if months_later > 0 else first - ONE_DAY
        if months_later > 0 and lunar_of(beside).day != 1:
            beside += ONE_DAY
        first = beside - timedelta(days=lunar_of(beside).day - 1)
    found = first + timedelta(days=day - 1)
    return found if lunar_of(found).day == day else None


def weekday_of_week(weekday: int, *, today: date, weeks_later: int) -> date:
    """The weekday (Monday is 0) of this week or of so many later; weeks begin on Monday."""
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(days=weekday, weeks=weeks_later)


def coming_weekday(weekday: int, *, today: date) -> date:
    """The next such weekday; today counts."""
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def past_weekday(weekday: int, *, today: date) -> date:
    """The last such weekday; today counts."""
    return today - timedelta(days=(today.weekday() - weekday) % 7)


def lunar_month_begins(month: int, *, today: date) -> list[Month]:
    """The solar month in which the lunar month of this number nearest to today begins."""
    year = lunar_of(today).year
    firsts = [solar_of(each, month, 1) for each in (year - 1, year, year + 1)]
    nearest = sorted((first for first in firsts if first), key=lambda first: abs(first - today))
    return [Month.of(nearest[0])] if nearest else []
