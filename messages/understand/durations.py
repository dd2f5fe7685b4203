"""How many months were meant: 6 tháng, nửa năm, một năm, năm rưỡi, 1 năm 6 tháng, a year."""

import re
from collections.abc import Iterator

from messages.understand.counts import read_count
from messages.understand.english import in_figures
from messages.understand.polite import MANNERS, Around, does_not_know
from messages.understand.readings import Either, Reading, Unclear, Value, Why, reading_of
from messages.understand.slips import read_mended
from messages.understand.spellings import SMALL_NUMBER, proper_lines, small_numbers
from messages.understand.words import MOST_WORDS, listed, words_of

_N = SMALL_NUMBER
_MEANING = frozenset(
    listed("mot hai ba bon tu nam sau bay tam chin muoi thang ruoi nua ky tron tuan ngay a one")
)
_AROUND = Around(
    [
        *MANNERS,
        *listed("vay trong cho xin muốn khoảng chừng độ tầm thôi là trả vòng hạn được for over in"),
        *listed("kỳ hạn chắc gì hình như about maybe"),
    ],
    meaning=_MEANING,
)
_MONTHS = re.compile(rf"({_N}) (?:tháng|months?)")
_QUARTERS = re.compile(rf"({_N}) (?:quý|quy|quarters?)")
_YEARS = re.compile(rf"({_N}) (?:năm|years?)")
_YEARS_AND_MONTHS = re.compile(rf"({_N}) (?:năm|years?)(?: và| and)? ({_N}) (?:tháng|months?)")
_YEARS_AND_HALF = re.compile(rf"({_N}) năm rưỡi")
_DECIMAL_YEARS = re.compile(r"([0-9])[.,]5 (?:năm|years?)")
_RANGE = re.compile(rf"(?:từ )?({_N})(?: đến| tới| hay| hoặc| -| to| or)+ ({_N}) (?:tháng|months?)")
_EXACT = {
    **dict.fromkeys(("nửa năm", "sáu tháng", "half a year", "half year"), 6),
    **dict.fromkeys(("năm rưỡi", "rưỡi năm", "a year and a half"), 18),
    **dict.fromkeys(("một năm", "tròn năm", "tròn một năm", "a year", "one year"), 12),
    **dict.fromkeys(("một quý", "a quarter"), 3),
    **dict.fromkeys(("two years", "hai năm tròn"), 24),
}
_SHORT = re.compile(rf"(?:nửa|{_N}|mấy|vài) (?:tháng|tuần|ngày|hôm|bữa|weeks?|days?)")
_MORE_OR_LESS = re.compile(r"(?:hơn|trên|ngoài|dưới|gần|over|under|nearly|more than|hon|tren) \S")
_VAGUE = {"vài tháng", "mấy tháng", "vài năm", "mấy năm", "lâu lâu", "càng lâu càng tốt"}


def read_months(text: str) -> Reading[int]:
    """How many months; a year is twelve. A number alone is months, "năm" alone is five or a year.

    Less than a month is too small; "vài tháng" and "hơn một năm" are vague.
    """
    return read_mended(_read, text)


def _read(text: str) -> Reading[int]:
    words = words_of(text)
    if not words:
        return Unclear(Why.EMPTY if not text.strip() else Why.NOT_A_NUMBER)
    if len(words) > MOST_WORDS:
        return Unclear(Why.TOO_LONG)
    if does_not_know(words):
        return Unclear(Why.DOES_NOT_KNOW)
    core, _ = _AROUND.stripped(words)
    if words[0].raw in {"-", "−", "âm"}:
        return Unclear(Why.NEGATIVE)
    lines = [_spelled(line) for line in proper_lines(core)]
    found = [months for line in lines for months in _months(line)]
    if found:
        return reading_of(found, Why.NOT_A_NUMBER)
    return _otherwise(text, lines)


def _spelled(line: str) -> str:
    """Half is "nửa" here: nobody says "nữa" (more) of a term."""
    line = re.sub(r"\b(?:nữa|nưa|nua)\b", "nửa", in_figures(line))
    line = re.sub(r"^([0-9]{1,2}) and a half years$", r"\1 năm rưỡi", line)
    line = re.sub(r"(?<=[0-9])-(?=[0-9])", " đến ", line)
    return re.sub(r"(?<=[0-9]) (?:th|t)\b", " tháng", line)


def _months(line: str) -> Iterator[int]:
    if line in _EXACT:
        yield _EXACT[line]
    elif found := _DECIMAL_YEARS.fullmatch(line):
        yield 12 * int(found[1]) + 6
    elif found := _YEARS_AND_HALF.fullmatch(line):
        yield from (12 * each + 6 for each in small_numbers(found[1]))
    elif found := _YEARS_AND_MONTHS.fullmatch(line):
        yield from (
            12 * years + months
            for years in small_numbers(found[1])
            for months in small_numbers(found[2])
        )
    elif found := _YEARS.fullmatch(line):
        yield from (12 * each for each in small_numbers(found[1]))
    elif found := _QUARTERS.fullmatch(line):
        yield from (3 * each for each in small_numbers(found[1]))
    elif found := _MONTHS.fullmatch(line):
        # "một năm tháng" is no fifteen months.
        yield from () if found[1].startswith("một năm") else small_numbers(found[1])
    elif found := _RANGE.fullmatch(line):
        yield from (*small_numbers(found[1]), *small_numbers(found[2]))


def _otherwise(text: str, lines: list[str]) -> Reading[int]:
    """A number alone is so many months; less than a month is said to be too short."""
    if any(line in _VAGUE or _MORE_OR_LESS.match(line) for line in lines):
        return Unclear(Why.VAGUE)
    if "năm" in lines:
        return Either((5, 12))
    if any(line != "tháng" and _SHORT.fullmatch(line) for line in lines):
        return Unclear(Why.TOO_SMALL)
    alone = read_count(text)
    return alone if isinstance(alone, Value) else _in_words(lines)


def _in_words(lines: list[str]) -> Reading[int]:
    found = [number for line in lines for number in _alone(line)]
    return reading_of(found, Why.NOT_A_NUMBER)


def _alone(line: str) -> list[int]:
    return small_numbers(line) if re.fullmatch(_N, line) else []
