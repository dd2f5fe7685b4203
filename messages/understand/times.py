"""Which hour was meant: 8 giờ, 8h30, 2 giờ chiều, tám rưỡi sáng, half past eight.

An hour from 1 to 12 without a part of the day has two readings; "08:00" and "14h" have one.
"""

import re
from collections.abc import Iterator
from datetime import time

from messages.understand.english import ENGLISH_NUMBER_WORDS, in_figures
from messages.understand.numbers import NUMBER_WORDS
from messages.understand.polite import MANNERS, Around, does_not_know
from messages.understand.readings import Reading, Unclear, Why, reading_of
from messages.understand.slips import read_mended
from messages.understand.spellings import SMALL_NUMBER, proper_lines, small_numbers
from messages.understand.words import MOST_WORDS, listed, words_of

_MEANING = NUMBER_WORDS | set(listed("toi sang trua chieu dem khuya gio g h p"))
_AROUND = Around(
    [*MANNERS, *listed("lúc đúng vào là đến họp hẹn được khoảng tầm chừng độ cỡ at about around")],
    meaning=_MEANING,
)
_PART = r"(?P<part>sáng sớm|sáng|trưa|chiều tối|chiều|tối|đêm|khuya|am|pm|âm|a m|p m)"
_PART_ONLY = re.compile(_PART)
# "Từ 8 giờ đến 10 giờ", "8h-10h": it begins at the first of the two.
_UNTIL = re.compile(
    r"(?:từ )?(?P<begins>[0-9].*?(?:giờ|h|g|:[0-9]{2}).*?) ?(?:đến|tới|-|–) ?[0-9].*"
)
# A part of the day alone: the hours at which it may begin.
_HOURS_OF = {
    **dict.fromkeys(("sáng", "buổi sáng", "trong buổi sáng"), (time(7), time(8), time(9))),
    **dict.fromkeys(("chiều", "buổi chiều"), (time(14), time(15), time(16))),
    **dict.fromkeys(("sáng sớm", "gà gáy", "sớm", "tờ mờ sáng"), (time(5), time(6), time(7))),
    **dict.fromkeys(("xế chiều", "chiều muộn", "cuối chiều"), (time(16), time(17))),
    **dict.fromkeys(("trưa", "buổi trưa"), (time(11), time(12))),
    **dict.fromkeys(("tối", "buổi tối", "chập tối", "sau cơm tối"), (time(18), time(19))),
    **dict.fromkeys(("sau cơm trưa", "đầu giờ chiều"), (time(13), time(14))),
}
_CLOCK = re.compile(r"(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})(?: (?:phút|p|giờ))?")
_HOUR = re.compile(
    rf"(?P<hour>{SMALL_NUMBER})(?: ?(?P<unit>giờ|h|g|o clock))?"
    rf"(?:(?P<half> rưỡi)|(?P<short> kém)? (?P<minute>{SMALL_NUMBER})(?: ?(?:phút|p))?| đúng)?"
)
_ENGLISH = re.compile(
    r"(?P<shift>half past|quarter past|quarter to) (?P<hour>\w+)|(?P<whole>\w+)(?: o clock)?"
)
_SHIFTS = {"half past": 30, "quarter past": 15, "quarter to": -15}
_ENGLISH_HOURS = {
    name: hour
    for hour, name in enumerate(
        listed("one two three four five six seven eight nine ten eleven twelve"), start=1
    )
}
_EXACT = {
    **dict.fromkeys(("noon", "midday", "giữa trưa", "ngọ", "chính ngọ"), time(12)),
    **dict.fromkeys(("midnight", "nửa đêm", "nua đêm", "nữa đêm"), time(0)),
}
# The south says "thiếu" for "kém", and some say first what is missing.
_SHORT_OF = re.compile(r"\bthi[ếe]u\b")
_SHORT_FIRST = re.compile(rf"kém (?P<short>{SMALL_NUMBER})(?: phút)? (?P<hour>[0-9]{{1,2}} giờ.*)")
_ENGLISH_MINUTES = re.compile(
    r"(?P<minute>[0-9]{1,2})(?: minutes?)? (?P<side>to|past) (?P<hour>[0-9]{1,2})(?P<part>.*)"
)
_FROM_TO = re.compile(
    r"(?:từ )?(?P<begins>[0-9]{1,2}) ?(?:đến|tới|-|–) ?[0-9]{1,2} ?(?:giờ|h|g)(?P<part>.*)"
)
_ENGLISH_DIGITS = re.compile(r"(?P<hour>[0-9]{1,2}) (?P<minute>[0-5][0-9])(?P<part>\D*)")

# Hours of the twelve-hour clock that are said with a part of the day, and what is added to them.
_ENGLISH_PARTS = {
    "in the morning": "am",
    "in the afternoon": "pm",
    "in the evening": "pm",
    "at night": "đêm",
}
_PARTS: dict[str, dict[int, int]] = {
    "sáng": {12: -12, **dict.fromkeys(range(12), 0)},
    "trưa": {1: 12, 2: 12, 10: 0, 11: 0, 12: 0},
    "chiều": {12: 0, **dict.fromkeys(range(1, 8), 12)},
    "tối": {12: -12, **dict.fromkeys(range(5, 12), 12)},
    "đêm": {12: -12, 0: 0, **dict.fromkeys(range(1, 5), 0), **dict.fromkeys(range(7, 12), 12)},
    "am": {12: -12, **dict.fromkeys(range(12), 0)},
    "pm": {12: 0, **dict.fromkeys(range(1, 12), 12)},
}
_SAME_PART = {
    "khuya": "đêm", "sáng sớm": "sáng", "chiều tối": "chiều", "a m": "am", "p m": "pm",
    "âm": "am",
}  # fmt: skip
_NATURAL_PART = {"sáng": (0, 11), "trưa": (10, 14), "chiều": (12, 19), "tối": (17, 23)}


def read_time(text: str) -> Reading[time]:
    """The time of day that was meant, to the minute."""
    return read_mended(_read, text)


def _read(text: str) -> Reading[time]:
    words = words_of(text)
    if not words:
        return Unclear(Why.NOT_A_TIME if text.strip() else Why.EMPTY)
    if len(words) > MOST_WORDS:
        return Unclear(Why.TOO_LONG)
    core, _ = _AROUND.stripped(words)
    lines = proper_lines(core)
    if core and core[0].raw == "toi":
        # "toi 8 gio" is "tối 8 giờ", or "tôi" said before it.
        lines += proper_lines(core[1:])
    found = [found for line in lines for found in _times(line)]
    return reading_of(found, Why.DOES_NOT_KNOW if does_not_know(words) else Why.NOT_A_TIME)


def hours_of_part(text: str) -> tuple[time, ...]:
    """The usual hours of a part of the day: "buổi sáng"; none for all else."""
    core, _ = _AROUND.stripped(words_of(text))
    found = [_HOURS_OF[line] for line in proper_lines(core) if line in _HOURS_OF]
    return found[0] if found else ()


def _times(line: str) -> Iterator[time]:
    for english, short in _ENGLISH_PARTS.items():
        line = line.replace(english, short)
    line = _turned_round(line)
    if line in _EXACT:
        yield _EXACT[line]
        return
    if until := _UNTIL.fullmatch(line):
        line = until["begins"].strip()
    words = line.split()
    for width in (0, 1, 2):
        for part, rest in (
            (words[:width], words[width:]),
            (words[len(words) - width :], words[: len(words) - width]),
        ):
            said = " ".join(part)
            if not width or _PART_ONLY.fullmatch(said):
                yield from _hours(" ".join(rest), _SAME_PART.get(said, said))


def _turned_round(line: str) -> str:
    """As it is mostly said: "8 giờ kém 15"; of two hours it begins at the first."""
    line = re.sub(r"\b([ap]) \. ?m\b", r"\1m", _SHORT_OF.sub("kém", line))
    if found := _SHORT_FIRST.fullmatch(line):
        return f"{found['hour']} kém {found['short']}"
    if found := _FROM_TO.fullmatch(line):
        return f"{found['begins']} giờ{found['part']}"
    if not line.isascii():
        return line
    figures = in_figures(line)
    if found := _ENGLISH_MINUTES.fullmatch(figures):
        word = "kém " if found["side"] == "to" else ""
        return f"{found['hour']} giờ {word}{found['minute']}{found['part']}"
    spoken = any(word in ENGLISH_NUMBER_WORDS for word in line.split())
    if spoken and (found := _ENGLISH_DIGITS.fullmatch(figures)):
        return f"{found['hour']}:{found['minute']}{found['part']}"
    return re.sub(r"^([0-9]{1,2}) hours$", r"\1 giờ", line)


def _hours(line: str, part: str) -> Iterator[time]:
    for hour, minute, sure in _numbers(line):
        for full in _full_hours(hour, part, sure):
            total = full * 60 + minute
            if 0 <= total < 24 * 60 and not (hour == 24 and minute):
                yield time(*divmod(total, 60))


def _numbers(line: str) -> Iterator[tuple[int, int, bool]]:
    """Hour, minutes (negative for "kém"), and whether only the 24-hour clock writes it so."""
    if found := _CLOCK.fullmatch(line):
        if int(found["minute"]) < 60:
            yield int(found["hour"]), int(found["minute"]), found["hour"].startswith("0")
    elif found := _HOUR.fullmatch(line):
        for hour in small_numbers(found["hour"]):
            for minute in _minutes(found):
                yield hour, minute, found["hour"].startswith("0")
    elif found := _ENGLISH.fullmatch(line):
        said = found["hour"] or found["whole"]
        hour = int(said) if said.isdecimal() and said.isascii() else _ENGLISH_HOURS.get(said, 99)
        yield hour, _SHIFTS.get(found["shift"], 0), False


def _minutes(found: re.Match[str]) -> list[int]:
    if found["half"]:
        return [30]
    if not found["minute"]:
        return [0]
    if not (found["unit"] or found["short"]):
        # "8 30" is no hour that anybody says.
        return []
    sign = -1 if found["short"] else 1
    return [sign * minute for minute in small_numbers(found["minute"]) if minute < 60]


def _full_hours(hour: int, part: str, sure: bool) -> list[int]:
    if hour > 24:
        return []
    if part:
        return _with_part(hour, _PARTS.get(part, {}), part)
    if sure or hour == 0 or hour > 12:
        return [hour % 24]
    if hour == 12:
        return [12, 0]
    # Meetings are by day: 7 to 11 in the morning, 1 to 6 in the afternoon come first.
    return [hour, hour + 12] if hour >= 6 else [hour + 12, hour]


def _with_part(hour: int, added: dict[int, int], part: str) -> list[int]:
    if hour in added:
        return [hour + added[hour]]
    first, last = _NATURAL_PART.get(part, (0, 23))
    return [hour] if first <= hour <= last and hour > 12 else []
