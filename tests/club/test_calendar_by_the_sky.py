"""The lunar calendar against the sky: new moons and solstices of an astronomers' program.

Nothing here shares a line or a formula with the package that Liên asks. `ephem` (the XEphem
routines: VSOP87 for the sun, ELP for the moon) says when the moon was new and where the sun stood;
the calendar is built from that by the four rules of Vietnam's calendar: days of the zone UTC+7, a
month begins on the day of the new moon, month 11 holds the winter solstice, and of thirteen months
between two solstices the first in which the sun enters no major term is the leap one.
"""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from math import degrees, tau

import ephem
import pytest

from club.calendar import LunarDay, lunar_of, solar_of

FIRST, LAST = 1968, 2050
DAYS = (date(LAST, 12, 31) - date(FIRST, 1, 1)).days + 1
HANOI, BEIJING = timedelta(hours=7), timedelta(hours=8)
EPOCH_OF_EPHEM = datetime(1899, 12, 31, 12, tzinfo=UTC)
TERM_DEGREES = 30


def _instant(day: date, zone: timedelta) -> ephem.Date:
    """The first moment of that day in the zone, as ephem counts time."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC) - zone
    return ephem.Date((midnight - EPOCH_OF_EPHEM) / timedelta(days=1))


def _day(instant: ephem.Date, zone: timedelta) -> date:
    return (EPOCH_OF_EPHEM + timedelta(days=float(instant)) + zone).date()


def _sun_term(day: date, zone: timedelta) -> int:
    """In which of the twelve spans of 30 degrees the sun stands when that day begins."""
    moment = _instant(day, zone)
    sun = ephem.Ecliptic(ephem.Sun(moment), epoch=moment)
    return int(degrees(float(sun.lon) % tau) // TERM_DEGREES)


def _new_moons(zone: timedelta) -> list[date]:
    """The first days of all lunar months that a day of these years may lie in."""
    moment, found = ephem.Date(f"{FIRST - 2}/10/1"), list[date]()
    while not found or found[-1].year < LAST + 2:
        moment = ephem.next_new_moon(moment)
        found.append(_day(moment, zone))
    return found


def _calendar(zone: timedelta) -> dict[date, LunarDay]:
    """Every day from the first winter solstice to the last, with its lunar day."""
    months = list(pairwise(_new_moons(zone)))
    terms = {first: _sun_term(first, zone) for month in months for first in month}
    # At the winter solstice the sun enters its tenth span; a month may hold the next entry too.
    elevenths = [n for n, (a, b) in enumerate(months) if terms[a] in {7, 8} and terms[b] in {9, 10}]
    found: dict[date, LunarDay] = {}
    for this, following in pairwise(elevenths):
        leap_at = None
        if following - this == 13:
            spans = enumerate(months[this:following])
            leap_at = next(n for n, (a, b) in spans if n and terms[a] == terms[b])
        for place, (first, end) in enumerate(months[this:following]):
            leap = place == leap_at
            counted = place - (leap_at is not None and place >= leap_at)
            number = (10 + counted) % 12 + 1
            year = months[this][0].year + (number < 11)
            for offset in range((end - first).days):
                day = first + timedelta(days=offset)
                found[day] = LunarDay(year, number, offset + 1, leap)
    return found


@pytest.fixture(scope="module")
def by_the_sky() -> dict[date, LunarDay]:
    return _calendar(HANOI)


def test_every_day_of_83_years_is_that_of_the_sky(by_the_sky: dict[date, LunarDay]) -> None:
    compared = [date(FIRST, 1, 1) + timedelta(days=count) for count in range(DAYS)]
    assert len(compared) == 30_316
    assert [day for day in compared if lunar_of(day) != by_the_sky[day]] == []


def test_and_back_again(by_the_sky: dict[date, LunarDay]) -> None:
    for day, lunar in list(by_the_sky.items())[::7]:
        assert solar_of(lunar.year, lunar.month, lunar.day, leap=lunar.leap) == day


def test_the_calendar_of_another_zone_is_another_one(by_the_sky: dict[date, LunarDay]) -> None:
    """The comparison can fail: by the clocks of Beijing, as in the South until 1975, Tết of 1968,
    1969, 1985, 2007 and 2030 falls on other days.
    """
    theirs = _calendar(BEIJING)
    ours = {lunar.year: day for day, lunar in by_the_sky.items() if _is_tet(lunar)}
    other = {lunar.year: day for day, lunar in theirs.items() if _is_tet(lunar)}
    differ = {year for year in range(FIRST, LAST + 1) if ours[year] != other[year]}
    assert differ == {1968, 1969, 1985, 2007, 2030}
    assert ours[1968] == date(1968, 1, 29) and other[1968] == date(1968, 1, 30)
    assert ours[1985] == date(1985, 1, 21) and other[1985] == date(1985, 2, 20)


def _is_tet(lunar: LunarDay) -> bool:
    return (lunar.month, lunar.day, lunar.leap) == (1, 1, False)
