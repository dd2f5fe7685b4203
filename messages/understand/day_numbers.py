"""Days said by numbers: 15/3, ngày 15, mùng 5 tháng giêng, rằm tháng bảy, March 15."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from typing import NamedTuple

from club.calendar import Month, solar_of, tet
from messages.understand.months import (
    ENGLISH_MONTH,
    ENGLISH_MONTHS,
    LATER,
    LATER_WORD,
    LUNAR_MONTHS,
    YEARS_LATER,
)
from messages.understand.nearest import (
    by_day,
    by_day_and_month,
    by_lunar_day,
    by_lunar_day_and_month,
    full_moons_of,
    full_year,
    in_lunar_month,
    solar_day,
)
from messages.understand.spellings import SMALL_NUMBER, small_numbers

_N = SMALL_NUMBER
_CALENDAR = r"(?: (?P<calendar>âm lịch|âm|ta|dương lịch|dương|tây))?"
_PREFIX = r"(?:ngày |hôm |bữa )*(?P<first>mùng )?"
_MONTH = rf"tháng (?:(?P<later>{LATER_WORD})|(?P<month>{_N}|giêng|chạp))(?P<leap> nhuận)?"
_YEAR = r"(?:,? ?(?:năm )?(?P<year>[0-9]{4})|,? năm (?P<short>[0-9]{2}|nay|sau|tới|ngoái|trước))?"
_SIDE = r"(?: (?P<side>này|tới|sắp tới|nay|vừa rồi|vừa qua|rồi|qua|trước))?"
_FULL_MOON = r"(?:ngày |hôm )?(?P<moon>rằm)"
_ORDINAL = r"(?: ?(?:st|nd|rd|th))?"
_ENGLISH_YEAR = r"(?:,? (?P<year>[0-9]{4}))?"
_ENGLISH = rf"(?P<english>{ENGLISH_MONTH})"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_PREFIX}(?P<day>[0-9]{{1,2}})[/.-](?P<month>[0-9]{{1,2}})"
        rf"(?:[/.-](?P<year>[0-9]{{4}}|[0-9]{{2}})|,? năm (?P<short>nay|này|sau|tới|ngoái|trước))?"
        rf"(?P<leap> nhuận)?{_CALENDAR}",
        r"(?P<year>[0-9]{4})[-/](?P<month>[0-9]{1,2})[-/](?P<day>[0-9]{1,2})",
        rf"{_PREFIX}(?P<day>{_N}) {_MONTH}{_YEAR}{_CALENDAR}",
        rf"{_MONTH}{_YEAR},? {_PREFIX}(?P<day>{_N}){_CALENDAR}",
        rf"{_PREFIX}(?P<day>{_N}){_SIDE}{_CALENDAR}",
        rf"{_FULL_MOON}(?: {_MONTH}{_YEAR})?{_SIDE}(?: âm lịch| âm)?",
        rf"{_PREFIX}(?P<day>{_N}) (?P<tet>tết){_YEAR}",
        rf"(?P<day>[0-9]{{1,2}}){_ORDINAL}(?: of)?(?: {_ENGLISH}{_ENGLISH_YEAR})?",
        rf"{_ENGLISH} (?P<day>[0-9]{{1,2}}){_ORDINAL}{_ENGLISH_YEAR}",
    )
)
_LUNAR, _SOLAR = {"âm lịch", "âm", "ta"}, {"dương lịch", "dương", "tây"}
_FULL_MOON_DAY = 15


_ON_SIDE = {
    **dict.fromkeys(("tới", "sắp tới"), True),
    **dict.fromkeys(("vừa rồi", "vừa qua", "rồi", "qua", "trước"), False),
}
_CALENDAR_FIRST = re.compile(
    r"(?P<before>.*?) ?\b(?P<calendar>âm lịch|dương lịch|âm|dương|ta|tây) "
    r"(?P<behind>(?:tháng|[0-9]{1,2}/).*)"
)
# With spaces where a stroke is written.
_APART = re.compile(r"(?<=[0-9]) ?/ ?(?=[0-9])")
_THREE_APART = re.compile(r"([0-9]{1,2}) ([0-9]{1,2}) ((?:19|20)[0-9]{2})")


class Said(NamedTuple):
    """What was said of a day: its number, and what else is known."""

    day: int
    month: int | None = None
    later: int | None = None
    year: int | None = None
    leap: bool | None = None


def numbered_days(line: str, *, today: date, ahead: bool) -> Iterator[date]:
    """The days that a line of numbers can mean, on either side of today if it says which."""
    line = _calendar_last(line)
    for pattern in _PATTERNS:
        if found := pattern.fullmatch(line):
            parts = found.groupdict()
            ahead = _ON_SIDE.get(parts.get("side") or "", ahead)
            if parts.get("tet"):
                yield from _tet_days(parts, today, ahead)
            else:
                yield from _days(parts, today, ahead)
            return


def _calendar_last(line: str) -> str:
    """With the calendar at the end, "16 tháng này âm lịch", and strokes as they are written."""
    line = _THREE_APART.sub(r"\1/\2/\3", _APART.sub("/", line))
    found = _CALENDAR_FIRST.fullmatch(line)
    if found is None:
        return line
    return f"{found['before']} {found['behind']} {found['calendar']}".strip()


def _days(parts: dict[str, str | None], today: date, ahead: bool) -> Iterator[date]:
    calendar, month = parts.get("calendar"), parts.get("month") or ""
    moon, first = parts.get("moon"), parts.get("first")
    only_lunar = bool(moon or parts.get("leap") or calendar in _LUNAR or month in LUNAR_MONTHS)
    eleventh = month == "một" and calendar not in _SOLAR
    for said in _sayings(parts, today):
        if not only_lunar:
            yield from _solar(said, today, ahead)
        if moon and said.later == 0:
            # Of this month in either calendar.
            yield from full_moons_of(Month.of(today))
        if only_lunar or (first and calendar not in _SOLAR):
            yield from _lunar(said, today, ahead)
        if eleventh:
            yield from _lunar(said._replace(month=11), today, ahead)


def _sayings(parts: dict[str, str | None], today: date) -> Iterator[Said]:
    """Every way to read the numbers."""
    days = [_FULL_MOON_DAY] if parts.get("moon") else small_numbers(parts["day"] or "")
    later = parts.get("later")
    for day, month in product(days, _month_numbers(parts)):
        yield Said(
            day,
            month,
            None if later is None else LATER[later],
            _year(parts, today),
            True if parts.get("leap") else None,
        )


def _month_numbers(parts: dict[str, str | None]) -> list[int | None]:
    if english := parts.get("english"):
        return [ENGLISH_MONTHS[english]]
    month = parts.get("month")
    if month is None:
        return [None]
    return [LUNAR_MONTHS[month]] if month in LUNAR_MONTHS else [*small_numbers(month)]


def _year(parts: dict[str, str | None], today: date) -> int | None:
    year = parts.get("year") or parts.get("short")
    if not year:
        return None
    if year in YEARS_LATER:
        return today.year + YEARS_LATER[year]
    return full_year(int(year), today)


def _solar(said: Said, today: date, ahead: bool) -> Iterator[date]:
    month = Month.of(today).plus(said.later) if said.later is not None else None
    if month:
        found = solar_day(month.year, month.month, said.day)
    elif said.month is None:
        found = by_day(said.day, today=today, ahead=ahead)
    elif said.year is None:
        found = by_day_and_month(said.day, said.month, today=today, ahead=ahead)
    else:
        found = solar_day(said.year, said.month, said.day)
    if found:
        yield found


def _lunar(said: Said, today: date, ahead: bool) -> Iterator[date]:
    if said.later is not None:
        found = in_lunar_month(said.day, today=today, months_later=said.later)
        yield from [found] if found else []
    elif said.month is None:
        found = by_lunar_day(said.day, today=today, ahead=ahead)
        yield from [found] if found else []
    elif said.year is None:
        yield from by_lunar_day_and_month(
            said.day, said.month, today=today, ahead=ahead, leap=said.leap
        )
    else:
        leaps = (True,) if said.leap else (False, True)
        days = (solar_of(said.year, said.month, said.day, leap=leap) for leap in leaps)
        yield from (found for found in days if found)


def _tet_days(parts: dict[str, str | None], today: date, ahead: bool) -> Iterator[date]:
    """mùng 2 Tết; 29, 30 Tết are the last days of the old year."""
    year = _year(parts, today)
    years = (today.year - 1, today.year, today.year + 1) if year is None else (year,)
    for day in small_numbers(parts["day"] or ""):
        off = day - 1 if day <= 10 else day - 31
        days = [tet(each) + timedelta(days=off) for each in years]
        if day == 29:
            # Twelfth months of 29 days have no 30th: the 29th is then New Year's Eve.
            days = [found for each in years for found in _twelfth_29(each)]
        if day in {*range(1, 11), 29} or (day == 30):
            fitting = [found for found in days if (found >= today) == ahead or found == today]
            yield from sorted(fitting, reverse=not ahead)[:1]


def _twelfth_29(year: int) -> list[date]:
    found = solar_of(year - 1, 12, 29)
    return [found] if found else []
