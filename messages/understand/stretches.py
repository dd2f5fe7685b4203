"""Which days a question about money speaks of: "hôm qua", "tuần này", "tháng 10", "từ đầu năm"."""

from datetime import date, timedelta

from club.calendar import Month
from messages.understand.dates import read_day
from messages.understand.months_mentioned import month_mentioned, says_a_month
from messages.understand.plain import bare
from messages.understand.readings import Value
from messages.understand.told import DAY_SAID, sentence_of, stretch_told

_LAST_WEEK = ("tuan truoc", "tuan qua", "tuan roi", "last week")
_THIS_WEEK = ("tuan nay", "tuan ni", "this week")
_THIS_YEAR = ("nam nay", "dau nam", "ca nam", "this year")
_LAST_YEAR = ("nam ngoai", "nam truoc", "last year")


def days_asked(text: str, *, today: date) -> tuple[date, date]:
    """The first and the last of the days, none after today; this month where none are said."""
    first, last = _asked(text, bare(text), today)
    return min(first, today), min(last, today)


def _asked(text: str, line: str, today: date) -> tuple[date, date]:
    monday = today - timedelta(days=today.weekday())
    if _says(line, _THIS_WEEK):
        return monday, today
    if _says(line, _LAST_WEEK):
        return monday - timedelta(days=7), monday - timedelta(days=1)
    if _says(line, _THIS_YEAR):
        return date(today.year, 1, 1), today
    if _says(line, _LAST_YEAR):
        return date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)
    return _day(text, today) or _month(text, today)


def _day(text: str, today: date) -> tuple[date, date] | None:
    told = stretch_told(
        sentence_of(text), lambda words: read_day(words, today=today, ahead=False), DAY_SAID
    )
    return None if told is None else (told.readings[0], told.readings[0])


def _month(text: str, today: date) -> tuple[date, date]:
    named = month_mentioned(text, today=today) if says_a_month(text) else None
    month = named.value if isinstance(named, Value) else Month.of(today)
    return month.first_day, month.last_day


def _says(line: str, phrases: tuple[str, ...]) -> bool:
    return any(f" {each} " in f" {line} " for each in phrases)
