"""On which day of each month a club meets: rằm, 15 âm, mùng một, ngày 17 hằng tháng, chủ nhật tuần
cuối, last Sunday. What may be of either calendar is given as both (club rules, H.2).
"""

import re
from collections.abc import Iterator

from club.calendar import LAST, MeetingDay, OnLunarDay, OnSolarDay, OnWeekday
from messages.understand.numbers import NUMBER_WORDS
from messages.understand.polite import MANNERS, Around, does_not_know
from messages.understand.readings import Reading, Unclear, Why, reading_of
from messages.understand.slips import read_mended
from messages.understand.spellings import SMALL_NUMBER, proper_lines, small_numbers
from messages.understand.weekdays import WEEKDAY, weekday_in
from messages.understand.words import MOST_WORDS, listed, without_separators, words_of

_AROUND = Around(
    [
        *(MANNERS - {"này", "đây"}),
        *listed("vào là họp sinh hoạt cứ thì the on at every each"),
    ],
    meaning=NUMBER_WORDS | set(listed("toi chu thu t cn ngay hom ram mung mong cuoi dau ta")),
)
_EVERY = re.compile(
    r" ?\b(?:(?:hằng|hàng|hang|mỗi|moi|từng|tung|các|cac|của|cua|trong)(?: mỗi| moi)? tháng"
    r"|of (?:the|each|every) month|a month)\b"
)
_LUNAR = r"(?:âm lịch|âm|ta|lunar)"
_SOLAR = r"(?:dương lịch|dương|tây|solar)"
_DAY = re.compile(
    rf"(?:(?:lunar|solar) )?(?P<said>ngày |hôm |day )?(?P<first>mùng )?(?P<day>{SMALL_NUMBER})"
    rf"(?: ?(?:st|nd|rd|th))?(?: tháng)?(?: (?:(?P<lunar>{_LUNAR})|(?P<solar>{_SOLAR})))?"
)
_FULL_MOON = re.compile(rf"(?:ngày |hôm )?(?:rằm|full moon)(?: {_LUNAR})?")
_END = re.compile(
    rf"(?:ngày )?(?:cuối tháng|cuối cùng|last day)(?: tháng)?(?: (?P<lunar>{_LUNAR}))?"
)
_NTH = {
    **dict.fromkeys(("đầu", "đầu tiên", "nhất", "một", "1", "first", "1st"), 1),
    **dict.fromkeys(("hai", "nhì", "2", "second", "2nd"), 2),
    **dict.fromkeys(("ba", "3", "third", "3rd"), 3),
    **dict.fromkeys(("tư", "bốn", "4", "fourth", "4th"), 4),
    **dict.fromkeys(("cuối", "cuối cùng", "chót", "chot", "cuối cung", "last"), LAST),
}
_WHICH = rf"(?:thứ |lần |lan )?(?P<nth>{'|'.join(sorted(_NTH, key=len, reverse=True))})"
_WEEKDAY_FIRST = re.compile(
    rf"(?:ngày )?(?P<weekday>{WEEKDAY})(?: của)?(?: tuần)? {_WHICH}(?: tháng)?"
)
_WEEK_FIRST = re.compile(rf"(?:tuần )?{_WHICH} (?P<weekday>{WEEKDAY})(?: tháng)?")
_ONLY_WEEKDAY = re.compile(rf"(?:ngày )?(?:{WEEKDAY})(?: hằng tuần| hàng tuần| mỗi tuần)?")
SOLAR, LUNAR = "solar", "lunar"


def read_meeting_day(text: str, *, calendar: str = "") -> Reading[MeetingDay]:
    """The rule that was meant; `calendar` is SOLAR or LUNAR where that is settled already."""
    return read_mended(lambda typed: _read(typed, calendar), text)


def _read(text: str, calendar: str) -> Reading[MeetingDay]:
    words = words_of(text)
    if not words:
        return Unclear(Why.NOT_A_DAY if text.strip() else Why.EMPTY)
    if len(words) > MOST_WORDS:
        return Unclear(Why.TOO_LONG)
    core, _ = _AROUND.stripped(words)
    lines = [each for each in proper_lines(without_separators(core)) if each]
    found = list(dict.fromkeys(rule for line in lines for rule in _rules(line)))
    if calendar:
        found = [each for each in found if str(each).startswith(calendar)]
    if found or not lines:
        return reading_of(found, Why.NOT_A_DAY)
    if does_not_know(words):
        return Unclear(Why.DOES_NOT_KNOW)
    vague = any(_ONLY_WEEKDAY.fullmatch(line) for line in lines)
    return Unclear(Why.VAGUE if vague else Why.NOT_A_DAY)


def _rules(line: str) -> Iterator[MeetingDay]:
    core = _EVERY.sub("", f" {line}").strip()
    every = core != line.strip()
    if _FULL_MOON.fullmatch(core):
        yield OnLunarDay(15)
    elif found := _END.fullmatch(core):
        yield OnLunarDay(30) if found["lunar"] else OnSolarDay(31)
    elif found := _DAY.fullmatch(core):
        yield from _numbered(found, core, every=every)
    elif found := (_WEEKDAY_FIRST.fullmatch(core) or _WEEK_FIRST.fullmatch(core)):
        weekday = weekday_in(found["weekday"])
        if weekday is not None:
            yield OnWeekday(_NTH[found["nth"]], weekday)


def _numbered(found: re.Match[str], core: str, *, every: bool) -> Iterator[MeetingDay]:
    """ "Ngày 15 hằng tháng" is solar, "mùng 5" and a number alone may be of either calendar."""
    lunar = bool(found["lunar"]) or core.startswith("lunar ")
    solar = bool(found["solar"]) or core.startswith("solar ")
    sure = solar or (bool(found["said"]) and every and not found["first"])
    for number in small_numbers(found["day"]):
        kinds = [OnLunarDay] if lunar else [OnSolarDay] if sure else [OnSolarDay, OnLunarDay]
        if found["first"] and len(kinds) == 2:
            kinds.reverse()
        for kind in kinds:
            if 1 <= number <= (31 if kind is OnSolarDay else 30):
                yield kind(number)
