"""Weekdays with what is said after them: thứ bảy này, chủ nhật tuần sau, next Saturday."""

import re
from datetime import date, timedelta

from messages.understand.nearest import coming_weekday, past_weekday, weekday_of_week

_VIETNAMESE = {
    "2": 0, "hai": 0, "3": 1, "ba": 1, "4": 2, "tư": 2, "bốn": 2, "5": 3, "năm": 3,
    "6": 4, "sáu": 4, "7": 5, "bảy": 5,
}  # fmt: skip
_ENGLISH = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6,
}  # fmt: skip
_ANY = "|".join
WEEKDAY = (
    rf"(?:(?:thứ|t) ?(?P<vi>{_ANY(_VIETNAMESE)})(?![0-9])|(?P<sunday>chủ nhật|cn)"
    rf"|(?P<en>{_ANY(_ENGLISH)}))"
)
_AFTER = r"(?P<after>này|nay|ni|tới|sắp tới|kế tiếp|kế|sau|vừa rồi|vừa qua|rồi|trước|qua)"
_WEEK = (
    r"(?:(?:của )?tuần (?P<week>này|nay|ni|tới|kế tiếp|kế|sau nữa|sau|trước nữa|trước|rồi|vừa rồi"
    r"|qua)|(?:of )?(?P<english_week>this|next|last) week)"
)
_LINE = re.compile(
    rf"(?:ngày |hôm |bữa |on )?(?P<before>this |next |last |coming )?{WEEKDAY}"
    rf"(?: (?:{_AFTER}|{_WEEK}))?"
)
_WEEKS_LATER = {
    "sau nữa": 2, "kế": 1, "kế tiếp": 1, "next": 1, "this": 0, "tới": 1, "sau": 1,
    "này": 0, "nay": 0, "ni": 0,
    "trước nữa": -2,
}  # fmt: skip


def weekday_in(line: str) -> int | None:
    """The weekday (Monday is 0) if the line is one and nothing more."""
    found = re.fullmatch(WEEKDAY, line)
    return _weekday(found) if found else None


def weekday_days(line: str, *, today: date, ahead: bool) -> list[date]:
    """The days that a line about a weekday can mean; none if it is about something else."""
    found = _LINE.fullmatch(line)
    if not found:
        return []
    weekday = _weekday(found)
    if week := found["week"] or found["english_week"]:
        return _of_week(weekday, _WEEKS_LATER.get(week, -1), today)
    said = (found["before"] or found["after"] or "").strip()
    if said in {"next", "tới", "sắp tới", "sau", "kế", "kế tiếp", "coming"}:
        return _next(weekday, today, sure_of_week=said in {"sau", "kế", "kế tiếp"})
    if said in {"last", "vừa rồi", "vừa qua", "rồi", "trước", "qua"}:
        return [past_weekday(weekday, today=today - timedelta(days=1))]
    if said in {"này", "nay", "ni", "this"}:
        return _this(weekday, today, ahead)
    return _alone(weekday, today, ahead)


def _weekday(found: re.Match[str]) -> int:
    if found["sunday"]:
        return 6
    return _ENGLISH[found["en"]] if found["en"] else _VIETNAMESE[found["vi"]]


def _of_week(weekday: int, weeks_later: int, today: date) -> list[date]:
    day = weekday_of_week(weekday, today=today, weeks_later=weeks_later)
    # On a Sunday some count the week that begins the next day as this one.
    return [day, day + timedelta(weeks=1)] if today.weekday() == 6 else [day]


def _next(weekday: int, today: date, *, sure_of_week: bool) -> list[date]:
    coming = coming_weekday(weekday, today=today + timedelta(days=1))
    next_week = weekday_of_week(weekday, today=today, weeks_later=1)
    days = [next_week, coming] if sure_of_week else [coming, next_week]
    return list(dict.fromkeys(days))


def _this(weekday: int, today: date, ahead: bool) -> list[date]:
    this_week = weekday_of_week(weekday, today=today, weeks_later=0)
    if ahead:
        return [coming_weekday(weekday, today=today)]
    return [this_week if this_week <= today else past_weekday(weekday, today=today)]


def _alone(weekday: int, today: date, ahead: bool) -> list[date]:
    if weekday == today.weekday():
        week = timedelta(weeks=1)
        return [today, today + week if ahead else today - week]
    if ahead:
        return [coming_weekday(weekday, today=today)]
    return [past_weekday(weekday, today=today)]
