"""Which day was meant: mai, thứ bảy này, 15/3, mùng 5, rằm tháng bảy, tháng sau ngày 10.

A coming day and a past one are different questions: "15/3" asked ahead is the next one, else the
last one. What may be of the solar or the lunar calendar is given as both (club rules, H.2).
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from club.calendar import Month
from messages.understand.day_distances import days_at_distance
from messages.understand.day_numbers import numbered_days
from messages.understand.english import in_figures
from messages.understand.months import ENGLISH_MONTH, LATER, LATER_WORD, LUNAR_MONTHS
from messages.understand.named_days import named_days, week_behind
from messages.understand.nearest import (
    by_lunar_day_and_month,
    end_of_lunar_month,
    weekday_of_week,
)
from messages.understand.numbers import NUMBER_WORDS
from messages.understand.polite import MANNERS, Around, does_not_know
from messages.understand.readings import Reading, Unclear, Why, reading_of
from messages.understand.slips import read_mended
from messages.understand.spellings import SMALL_NUMBER, proper_lines, small_numbers
from messages.understand.weekdays import WEEKDAY, weekday_days, weekday_in
from messages.understand.words import MOST_WORDS, Word, listed, without_separators, words_of

_MEANING = NUMBER_WORDS | set(
    listed(
        "toi nay mai kia mot chu thu t cn ngay hom bua ram mung mong cuoi dau giua qua sau tet day"
        " giao thua"
    )
)
_AROUND = Around(
    [
        *(MANNERS - {"này", "đây"}),
        *listed("vào là đến sẽ lúc họp hẹn được khoảng chắc thì the on at"),
    ],
    meaning=_MEANING,
)
_PART_OF_DAY = re.compile(r" ?\b(?:buổi )?(?:sáng|trưa|chiều|tối|đêm|khuya)\b")
_HOUR = re.compile(
    r" ?(?:\blúc )?\b[0-9]{1,2}(?::[0-9]{2}| (?:giờ|h)(?: [0-9]{1,2}(?![0-9/.-])| rưỡi)?)(?= |$)"
)
_RELATIVE = {
    **dict.fromkeys(("bữa ni", "hôm ni", "ngày ni"), 0),
    **dict.fromkeys(("hôm nay", "nay", "bữa nay", "ngày nay", "ngày hôm nay", "today"), 0),
    **dict.fromkeys(("mai", "ngày mai", "hôm mai", "bữa mai", "tomorrow"), 1),
    **dict.fromkeys(("kia", "ngày kia", "mốt", "ngày mốt", "bữa mốt", "day after tomorrow"), 2),
    **dict.fromkeys(("bây giờ", "ngày bây giờ", "ngay bây giờ", "bây chừ", "hồi", "hồi nay"), 0),
    **dict.fromkeys(("hồi nãy", "lúc nãy", "vừa nãy", "mới nãy", "ban nãy", "vừa xong", "nãy"), 0),
    **dict.fromkeys(("tonight", "this morning", "this afternoon", "this evening"), 0),
    **dict.fromkeys(("tomorrow morning", "tomorrow afternoon", "tomorrow evening"), 1),
    **dict.fromkeys(("yesterday morning", "yesterday afternoon", "yesterday evening"), -1),
    **dict.fromkeys(("hồi hôm", "last night"), -1),
    **dict.fromkeys(("hôm tê", "bữa tê"), -2),
    **dict.fromkeys(("ngày tê",), 2),
    **dict.fromkeys(("kìa", "ngày kìa"), 3),
    **dict.fromkeys(("hôm qua", "qua", "bữa qua", "ngày hôm qua", "yesterday"), -1),
    **dict.fromkeys(("hôm kia", "bữa kia", "ngày hôm kia", "day before yesterday"), -2),
    **dict.fromkeys(("hôm kìa", "bữa kìa"), -3),
}
_MONTH_END = re.compile(
    rf"(?:ngày )?cuối tháng(?: (?:(?P<later>{LATER_WORD})|(?P<month>giêng|chạp|{SMALL_NUMBER})))?"
)
_WEEK_END = re.compile(r"cuối tuần(?: (?P<later>này|nay|sau|tới|trước|rồi))?")
_WITH_WEEKDAY = re.compile(rf"(?P<weekday>{WEEKDAY}),? (?P<rest>.*[0-9].*)")
_VAGUE = re.compile(
    r"(?:đầu|giữa) .*|mai mốt|bữa trước|hôm trước|tuần (?:sau|tới|trước|này)|tháng .*|mai kia"
)
# As a day is written; where it is read as none, its month is too short ("31/11", "29/2/2027").
_DAY_AND_MONTH = re.compile(
    r"(?:ngày )?(?:29|3[01])(?:[/. -]| tháng )0?(?:[1-9]|1[0-2])(?:(?:[/. -]| năm )(?:\d{4}|\d\d))?"
)
_SHORTER = re.compile(
    r"(?:ngày )?(?:29|30|31|ba mươi|ba mốt) tháng (?:này|sau|tới|trước|chạp|giêng)"
    rf"|(?:29|30|31)(?: ?(?:st|th))? (?:of )?(?:{ENGLISH_MONTH})"
    rf"|(?:{ENGLISH_MONTH}) (?:29|30|31)(?: ?(?:st|th))?"
)
_COMING = re.compile(r"\bs[áa]ng (năm|tháng|tuần)\b(?! (?:sau|này|tới|trước|rồi))")
_ENGLISH_END = re.compile(r"(?:end|last day) of (?:the )?(?:(?P<side>this|next|last) )?month")
_ENGLISH_SIDE = {"": "", "this": "này", "next": "sau", "last": "trước"}
_MID_AUTUMN = {"trung thu", "tết trung thu"}
_FURTHEST_YEARS = 110
_FURTHEST_YEARS_AHEAD = 30


def read_day(text: str, *, today: date, ahead: bool) -> Reading[date]:
    """The day that was meant, today or later if `ahead`, else today or earlier."""
    return read_mended(lambda typed: _read(typed, today, ahead), text)


def _read(text: str, today: date, ahead: bool) -> Reading[date]:
    words = words_of(text)
    if not words:
        return Unclear(Why.NOT_A_DAY if text.strip() else Why.EMPTY)
    if len(words) > MOST_WORDS:
        return Unclear(Why.TOO_LONG)
    lines = [line for line in _lines(words) if line]
    days = [day for line in lines for day in _days_of(line, today, ahead)]
    known = [
        day for day in days if -_FURTHEST_YEARS <= day.year - today.year <= _FURTHEST_YEARS_AHEAD
    ]
    fitting = [day for day in known if (day >= today) == ahead or day == today]
    if fitting or not known:
        return reading_of(fitting, _why_not(words, lines))
    return Unclear(Why.IN_PAST if ahead else Why.IN_FUTURE)


def _lines(words: list[Word]) -> Iterator[str]:
    """What can be meant, in proper spelling, without hours and parts of the day."""
    core, _ = _AROUND.stripped(words)
    for line in proper_lines(without_separators(core)):
        said = _COMING.sub(r"\1 sau", line)
        without_hour = _HOUR.sub("", f" {said}").strip()
        yield _PART_OF_DAY.sub("", f" {without_hour}").strip()


def _why_not(words: list[Word], lines: list[str]) -> Why:
    if does_not_know(words):
        return Why.DOES_NOT_KNOW
    if any(_VAGUE.fullmatch(line) for line in lines):
        return Why.VAGUE
    written = (_DAY_AND_MONTH.fullmatch(line) or _SHORTER.fullmatch(line) for line in lines)
    return Why.NO_SUCH_DAY if any(written) else Why.NOT_A_DAY


def _days_of(line: str, today: date, ahead: bool) -> Iterator[date]:
    line = week_behind(_usually_said(line))
    if line in _RELATIVE:
        yield today + timedelta(days=_RELATIVE[line])
        return
    yield from weekday_days(line, today=today, ahead=ahead)
    yield from named_days(line, today=today, ahead=ahead)
    yield from numbered_days(line, today=today, ahead=ahead)
    yield from days_at_distance(line, today)
    yield from _ends(line, today, ahead)
    if line in _MID_AUTUMN:
        yield from by_lunar_day_and_month(15, 8, today=today, ahead=ahead, leap=False)
    if found := _WITH_WEEKDAY.fullmatch(line):
        yield from _with_weekday(found["weekday"], found["rest"], today, ahead)


def _usually_said(line: str) -> str:
    """English number words as figures, "end of the month" as "cuối tháng"."""
    if not line.isascii():
        return line
    line = in_figures(line)
    found = _ENGLISH_END.fullmatch(line)
    return line if found is None else f"cuối tháng {_ENGLISH_SIDE[found['side'] or '']}".strip()


def _with_weekday(weekday: str, rest: str, today: date, ahead: bool) -> Iterator[date]:
    """thứ ba 24/11: the day; both if the weekday is another one's."""
    days = list(numbered_days(rest, today=today, ahead=ahead))
    yield from days
    # A number on the wrong side of today is a mistake to be told of, not to be guessed around.
    asked = [day for day in days if (day >= today) == ahead]
    if asked and all(day.weekday() != weekday_in(weekday) for day in days):
        yield from weekday_days(weekday, today=today, ahead=ahead)


def _ends(line: str, today: date, ahead: bool) -> Iterator[date]:
    """The last day of a month; Saturday and Sunday of a week."""
    if found := _MONTH_END.fullmatch(line):
        yield from _month_ends(found, today, ahead)
    elif found := _WEEK_END.fullmatch(line):
        weeks = LATER.get(found["later"] or "", 0 if ahead else -1)
        yield weekday_of_week(5, today=today, weeks_later=weeks)
        yield weekday_of_week(6, today=today, weeks_later=weeks)


def _month_ends(found: re.Match[str], today: date, ahead: bool) -> Iterator[date]:
    this = Month.of(today)
    if found["month"] in LUNAR_MONTHS:
        yield from end_of_lunar_month(LUNAR_MONTHS[found["month"]], today=today, ahead=ahead)
        return
    if found["month"]:
        for number in small_numbers(found["month"]):
            if 1 <= number <= 12:
                later = (number - this.month) % 12
                yield this.plus(later if ahead or not later else later - 12).last_day
        return
    later = LATER[found["later"]] if found["later"] else 0
    last_day = this.plus(later).last_day
    yield last_day if ahead or found["later"] or last_day == today else this.previous().last_day
