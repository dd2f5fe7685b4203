"""Days that are called by a name, or counted within a month: giao thừa, Vu Lan, ông Công ông Táo,
thứ hai đầu tháng sau, chủ nhật cuối tháng này.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from club.calendar import LAST, ONE_DAY, Month, OnWeekday, solar_of, tet
from messages.understand.months import LATER, LATER_WORD
from messages.understand.plain import without_marks
from messages.understand.spellings import SMALL_NUMBER, small_numbers
from messages.understand.weekdays import WEEKDAY, weekday_in

_SOLAR = {
    **dict.fromkeys(("tết dương lịch", "tết dương", "tết tây", "new year"), (1, 1)),
    **dict.fromkeys(("noel", "giáng sinh", "nô en", "christmas"), (25, 12)),
    **dict.fromkeys(("quốc khánh", "lễ quốc khánh"), (2, 9)),
    **dict.fromkeys(("nhà giáo", "nhà giáo việt nam", "hiến chương"), (20, 11)),
    **dict.fromkeys(("giải phóng", "thống nhất"), (30, 4)),
    **dict.fromkeys(("quốc tế lao động",), (1, 5)),
    **dict.fromkeys(("quốc tế phụ nữ",), (8, 3)),
    **dict.fromkeys(("phụ nữ việt nam",), (20, 10)),
    **dict.fromkeys(("thương binh liệt sĩ", "thương binh"), (27, 7)),
    **dict.fromkeys(("quốc tế người cao tuổi", "người cao tuổi"), (1, 10)),
}
_LUNAR = {
    **dict.fromkeys(("vu lan", "lễ vu lan"), (15, 7)),
    **dict.fromkeys(("phật đản", "lễ phật đản"), (15, 4)),
    **dict.fromkeys(("giỗ tổ", "giỗ tổ hùng vương"), (10, 3)),
    **dict.fromkeys(("đoan ngọ", "tết đoan ngọ", "giết sâu bọ"), (5, 5)),
    **dict.fromkeys(
        ("ông công ông táo", "công ông táo", "ông táo", "táo quân", "tết ông táo", "tết ông công"),
        (23, 12),
    ),
}
_NEW_YEAR = {
    **dict.fromkeys(("tết nguyên đán", "tết ta", "tết âm lịch", "tết âm"), 0),
    **dict.fromkeys(("giao thừa", "đêm giao thừa", "tất niên"), -1),
}
_MARKED = {without_marks(name): name for name in (*_SOLAR, *_LUNAR, *_NEW_YEAR)}
_LEADING = re.compile(r"(?:ngày |hôm |lễ |bữa )+")
_NTH = {
    **dict.fromkeys(("đầu", "đầu tiên", "thứ nhất", "một", "1", "nhất"), 1),
    **dict.fromkeys(("thứ hai", "hai", "2", "nhì"), 2),
    **dict.fromkeys(("thứ ba", "ba", "3"), 3),
    **dict.fromkeys(("thứ tư", "tư", "4"), 4),
    **dict.fromkeys(("cuối", "cuối cùng", "chót"), LAST),
}
_WHICH = "|".join(sorted(_NTH, key=len, reverse=True))
_OF_MONTH = re.compile(
    rf"(?:ngày )?(?P<weekday>{WEEKDAY})(?: của)?(?: tuần)? (?P<nth>{_WHICH})(?: của| trong)?"
    rf" tháng(?: (?:(?P<later>{LATER_WORD})|(?P<month>{SMALL_NUMBER})))?"
)
_WEEK_FIRST = re.compile(
    r"(?P<week>tuần (?:này|nay|tới|kế tiếp|kế|sau nữa|sau|trước|rồi|qua)|(?:this|next|last) week)"
    rf",? (?:ngày |hôm |on )?(?P<day>{WEEKDAY})"
)


def named_days(line: str, *, today: date, ahead: bool) -> Iterator[date]:
    """The day that a line names; none if it is about something else."""
    name = _LEADING.sub("", line, count=1) if _LEADING.match(line) else line
    yield from _feast(name, today, ahead)
    if found := _OF_MONTH.fullmatch(line):
        yield from _in_month(found, today, ahead)


def week_behind(line: str) -> str:
    """ "Tuần sau thứ tư" as it is mostly said: "thứ tư tuần sau"; any other line as it is."""
    found = _WEEK_FIRST.fullmatch(line)
    return f"{found['day']} {found['week']}" if found else line


def _feast(name: str, today: date, ahead: bool) -> Iterator[date]:
    years = (today.year - 1, today.year, today.year + 1)
    days: list[date] = []
    if name.isascii():
        name = _MARKED.get(name, name)
    if name in _SOLAR:
        day, month = _SOLAR[name]
        days = [date(year, month, day) for year in years]
    elif name in _LUNAR:
        day, month = _LUNAR[name]
        days = [found for year in years if (found := solar_of(year, month, day))]
    elif name in _NEW_YEAR:
        days = [tet(year) + timedelta(days=_NEW_YEAR[name]) for year in years]
    fitting = [each for each in days if (each >= today if ahead else each <= today)]
    yield from (fitting[:1] if ahead else fitting[-1:])


def _in_month(found: re.Match[str], today: date, ahead: bool) -> Iterator[date]:
    weekday = weekday_in(found["weekday"])
    if weekday is None:
        return
    rule, this = OnWeekday(_NTH[found["nth"]], weekday), Month.of(today)
    if found["later"]:
        yield _on(rule, this.plus(LATER[found["later"]]))
    elif found["month"]:
        for number in small_numbers(found["month"]):
            if 1 <= number <= 12:
                later = (number - this.month) % 12
                yield _on(rule, this.plus(later if ahead or not later else later - 12))
    else:
        day = _on(rule, this)
        fits = day >= today if ahead else day <= today
        yield day if fits else _on(rule, this.plus(1 if ahead else -1))


def _on(rule: OnWeekday, month: Month) -> date:
    return rule.next_after(month.first_day - ONE_DAY)
