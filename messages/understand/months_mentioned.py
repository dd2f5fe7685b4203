"""The month that a sentence speaks of: "tháng này thế nào rồi", "cho xem tháng 10 đi cháu"."""

from datetime import date

from club.calendar import Month
from messages.understand.months import ENGLISH_MONTHS, read_month
from messages.understand.numbers import NUMBER_WORDS
from messages.understand.readings import Reading, Unclear, Why
from messages.understand.words import MOST_WORDS, Word, is_number, words_of

_LONGEST_MONTH = 7
_NEAR = frozenset({"last", "next", "this"})
# "May" is a polite word as well.
_ENGLISH = frozenset(ENGLISH_MONTHS) - {"may"}
# "mấy tháng trước" is no month.
_MANY = frozenset({"mấy", "vài", "nhiều", "các", "từng", "mỗi", "hàng", "may", "vai", "nhieu"})


def month_mentioned(text: str, *, today: date) -> Reading[Month]:
    """The one month in the words; NOT_A_MONTH where none stands there, or a number beside it that
    belongs to none ("tháng mười ba").
    """
    words = words_of(text)
    whole = read_month(text, today=today)
    if not isinstance(whole, Unclear) or len(words) > MOST_WORDS:
        return whole
    for length in range(min(_LONGEST_MONTH, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            found = _at(words, start, start + length, today)
            if found is not None:
                return found
    return Unclear(Why.NOT_A_MONTH)


def says_a_month(text: str) -> bool:
    """Whether a month is spoken of at all, be it one that does not exist."""
    return any(
        each.bare in {"thang", "month"} or is_number(each) or each.raw in _ENGLISH
        for each in words_of(text)
    )


def _at(words: list[Word], start: int, end: int, today: date) -> Reading[Month] | None:
    if not _may_begin(words[start]):
        return None
    around = (*words[:start], *words[end:])
    beside = words[end : end + 1]
    if any(map(is_number, around)) or any(each.bare in NUMBER_WORDS for each in beside):
        return None
    if start and (words[start - 1].raw in _MANY or words[start - 1].bare in NUMBER_WORDS):
        return None
    found = read_month(" ".join(each.raw for each in words[start:end]), today=today)
    return None if isinstance(found, Unclear) else found


def _may_begin(word: Word) -> bool:
    written_so = word.bare in {"thang", "t"} or word.raw in _NEAR | _ENGLISH
    return written_so or (is_number(word) and any(sign in word.raw for sign in "/-."))
