"""Days said by how far away they are: 3 ngày nữa, cách đây một tuần, in two weeks."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from club.calendar import Month
from messages.understand.english import in_figures
from messages.understand.nearest import solar_day
from messages.understand.spellings import SMALL_NUMBER, small_numbers

_DISTANCE = re.compile(
    rf"(?P<before>cách đây |cách nay |sau )?(?:(?P<number>{SMALL_NUMBER}|nửa) )?"
    r"(?P<unit>ngày|hôm|bữa|tuần|tháng)(?P<side> nữa| tới| trước| sau)?"
)
_ENGLISH = re.compile(
    r"(?P<ahead>in )?(?:(?P<number>[0-9]{1,2}|an?) )?(?P<unit>day|week|month)s?"
    r"(?P<side> ago| from now| from today)?"
)
_DAYS = {"tuần": 7, "week": 7, "ngày": 1, "hôm": 1, "bữa": 1, "day": 1}
_MONTHS = {"tháng", "month"}
_HALF_A_MONTH_DAYS = (15, 14)
_MOST_MONTHS = 12


def days_at_distance(line: str, today: date) -> Iterator[date]:
    """The day so far from today; nothing where it is not said on which side."""
    if found := _DISTANCE.fullmatch(line.replace("nữa tháng", "nửa tháng")):
        yield from _vietnamese(found, today)
    elif line.isascii() and (found := _ENGLISH.fullmatch(in_figures(line))):
        past = found["side"] == " ago"
        if past or found["side"] or found["ahead"]:
            said = found["number"] or "a"
            number = 1 if said.startswith("a") else int(said)
            yield from _off(today, -number if past else number, found["unit"])


def _vietnamese(found: re.Match[str], today: date) -> Iterator[date]:
    before, side = (found["before"] or "").strip(), (found["side"] or "").strip()
    past = before in {"cách đây", "cách nay"} or side == "trước"
    number, unit = found["number"], found["unit"]
    if not (past or side or (before and number)):
        return
    if number is None:
        # "Tuần nữa" is in a week; "tuần sau" is some day of next week.
        yield from _off(today, 1, unit) if side == "nữa" and unit in {"tuần", "tháng"} else ()
    elif number == "nửa":
        for days in _HALF_A_MONTH_DAYS if unit == "tháng" else ():
            yield from _off(today, -days if past else days, "ngày")
    else:
        for each in small_numbers(number):
            yield from _off(today, -each if past else each, unit)


def _off(today: date, number: int, unit: str) -> Iterator[date]:
    if unit not in _MONTHS:
        yield today + timedelta(days=number * _DAYS[unit])
    elif 0 < abs(number) <= _MOST_MONTHS:
        month = Month.of(today).plus(number)
        yield solar_day(month.year, month.month, today.day) or month.last_day
