"""How many minutes something takes: 90 phút, một tiếng rưỡi, 1 giờ 30, 1h30, nửa tiếng, an hour."""

import re
from collections.abc import Iterator

from messages.understand.counts import read_count
from messages.understand.polite import MANNERS, Around
from messages.understand.readings import Reading, Why, reading_of
from messages.understand.spellings import SMALL_NUMBER, proper_lines, small_numbers
from messages.understand.words import MOST_WORDS, listed, words_of

_N = SMALL_NUMBER
_MEANING = frozenset(
    listed("mot hai ba bon tu nam sau bay tam chin muoi tieng gio phut ruoi nua ruoi dong ho a an")
)
_AROUND = Around(
    [*MANNERS, *listed("trong khoảng chừng độ tầm thôi là hết mất about for")], meaning=_MEANING
)
_HOUR = r"(?:tiếng đồng hồ|tiếng|giờ|hours?|h)"
_HOURS = re.compile(rf"({_N}) ?{_HOUR}")
_AND_HALF = re.compile(rf"(?:({_N}) ?)?{_HOUR} rưỡi|({_N}) and a half hours")
_HOURS_AND_MINUTES = re.compile(
    rf"({_N}) ?{_HOUR}(?: và| and)? ?({_N}|\d\d?)(?: ?(?:phút|minutes?|p|m))?"
)
_MINUTES = re.compile(rf"({_N}|\d{{1,3}}) ?(?:phút|minutes?|p)")
_EXACT = {
    **dict.fromkeys(("nửa tiếng", "nửa giờ", "nửa tiếng đồng hồ", "half an hour"), 30),
    **dict.fromkeys(("an hour", "one hour"), 60),
    "an hour and a half": 90,
}


def read_how_long(text: str) -> Reading[int]:
    """Minutes; a number alone is minutes too."""
    words = words_of(text)
    if words and len(words) <= MOST_WORDS:
        core, _ = _AROUND.stripped(words)
        found = [each for line in proper_lines(core) for each in _minutes(_spelled(line))]
        if found:
            return reading_of(found, Why.NOT_A_NUMBER)
    return read_count(text)


_SPELLED = {"tieng": "tiếng", "gio": "giờ", "phut": "phút", "ruoi": "rưỡi", "rươi": "rưỡi"}


def _spelled(line: str) -> str:
    """Units without their marks; half is "nửa": nobody says "nữa" (more) of how long it takes."""
    line = re.sub(r"\b(?:nữa|nưa|nua)\b", "nửa", line)
    return " ".join(_SPELLED.get(each, each) for each in line.split())


def _minutes(line: str) -> Iterator[int]:
    if line in _EXACT:
        yield _EXACT[line]
    elif found := _AND_HALF.fullmatch(line):
        hours = found[1] or found[2]
        yield from (60 * each + 30 for each in (small_numbers(hours) if hours else [1]))
    elif found := _HOURS.fullmatch(line):
        yield from (60 * each for each in small_numbers(found[1]))
    elif found := _MINUTES.fullmatch(line):
        yield from _number(found[1])
    elif found := _HOURS_AND_MINUTES.fullmatch(line):
        yield from (
            60 * hours + minutes
            for hours in small_numbers(found[1])
            for minutes in _number(found[2])
            if minutes < 60
        )


def _number(text: str) -> list[int]:
    return [int(text)] if text.isdecimal() else small_numbers(text)
