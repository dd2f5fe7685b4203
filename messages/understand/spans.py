"""Which span was meant: quý 3, quý trước, 6 tháng đầu năm, năm 2026, tháng 10, last quarter."""

import re
from datetime import date

from club.calendar import Month
from club.spans import Length, Span
from messages.understand.months import read_month
from messages.understand.plain import bare
from messages.understand.readings import Either, Value

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4}
_YEAR = r"(?:[ /-]*(?:nam |of )?(?P<year>[0-9]{4}|nay|ngoai|truoc))?"
_QUARTER = re.compile(
    rf"(?:quy|quarter|q) ?(?P<number>[0-9]+|i{{1,3}}|iv|mot|hai|ba|bon|tu){_YEAR}"
)
_NEAR = re.compile(
    r"(?:(?P<what>quy|nua nam|nam|6 thang|sau thang) (?P<when>nay|truoc|roi|vua roi|vua qua|ngoai)"
    r"|(?P<english>this|last) (?P<length>quarter|half|half year|year))"
)
_HALF = re.compile(
    rf"(?:(?:6 thang|sau thang|nua|nua nam) (?P<which>dau|cuoi)(?: nam)?"
    rf"|(?P<english>first|second) half(?: of)?){_YEAR}"
)
_WHOLE_YEAR = re.compile(r"(?:ca nam|nam|year|the year)? ?(?P<year>[0-9]{4}|nay)")
_LENGTHS = {
    "quy": Length.QUARTER, "quarter": Length.QUARTER, "nua nam": Length.HALF, "half": Length.HALF,
    "half year": Length.HALF, "6 thang": Length.HALF, "sau thang": Length.HALF,
    "nam": Length.YEAR, "year": Length.YEAR,
}  # fmt: skip


def read_span(text: str, *, today: date) -> Span | None:
    """The span that was meant; without a year the newest that has begun. None if it is none."""
    said = bare(text).replace(",", " ").strip().removeprefix("of ").removeprefix("the ")
    try:
        return Span.parse(text)
    except ValueError:
        pass
    return _near(said, today) or _named(said, today) or _month(text, today)


def _near(said: str, today: date) -> Span | None:
    found = _NEAR.fullmatch(said)
    if found is None:
        return None
    length = _LENGTHS[found["what"] or found["length"]]
    span = Span.of(today, length)
    is_this = (found["when"] or found["english"]) in {"nay", "this"}
    return span if is_this else span.previous()


def _named(said: str, today: date) -> Span | None:
    if found := _QUARTER.fullmatch(said):
        number = _ROMAN.get(found["number"]) or int(found["number"])
        return _numbered(Length.QUARTER, number, found["year"], today)
    if found := _HALF.fullmatch(said):
        number = 1 if (found["which"] or found["english"]) in {"dau", "first"} else 2
        return _numbered(Length.HALF, number, found["year"], today)
    if found := _WHOLE_YEAR.fullmatch(said):
        return _numbered(Length.YEAR, 1, found["year"], today)
    return None


def _numbered(length: Length, number: int, year: str | None, today: date) -> Span | None:
    many = 12 // length.months
    if not 1 <= number <= many:
        return None
    chosen = _year(year, today)
    if chosen == 0:
        return None
    span = Span(Month(chosen, (number - 1) * length.months + 1), length)
    if year is None and span.first > Month.of(today):
        return Span(Month(chosen - 1, span.first.month), length)
    return span


def _year(said: str | None, today: date) -> int:
    if said in {None, "nay"}:
        return today.year
    return today.year - 1 if said in {"ngoai", "truoc"} else int(said or 0)


def _month(text: str, today: date) -> Span | None:
    match read_month(text, today=today):
        case Value(month):
            return Span(month, Length.MONTH)
        case Either(readings):
            past = [each for each in readings if each <= Month.of(today)]
            return Span(max(past) if past else min(readings), Length.MONTH)
    return None
