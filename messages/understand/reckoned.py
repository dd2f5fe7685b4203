"""Sums that have to be worked out: 20 nghìn x 3, hai tờ năm chục, 3 tháng mỗi tháng 20 nghìn.

Never an answer by themselves: what comes out is asked back, the likeliest first.
"""

import re

from club.money import Money
from messages.understand.counts import read_count
from messages.understand.money import read_money
from messages.understand.plain import plain
from messages.understand.readings import Either, Unclear, Value

_EACH = (
    r"(?:tháng|thang|người|nguoi|kỳ|ky|lần|lan|suất|suat|buổi|buoi|tuần|tuan|bác|months?|people)"
)
_A = r"(?:/|một|mot|1|mỗi|moi|a|per)"
_TIMES = r"(?:x|×|\*|nhân với|nhân|nhan|times)"
_N = r"(?P<number>\d{1,3}|[^\W\d]+(?: [^\W\d]+){0,2}?)"
_SUM = r"(?P<sum>.*(?:\d|[^\W\d]).*?)"
_NOTES = re.compile(rf"{_N} (?:tờ|to|notes? of)(?: (?:tiền|loại|mệnh giá|giấy))* {_SUM}")
_PRODUCTS = (
    re.compile(rf"{_SUM} ?{_TIMES} ?{_N}(?: {_EACH})?"),
    re.compile(rf"{_N}(?: {_EACH})? ?{_TIMES} ?{_SUM}"),
    re.compile(rf"{_N} {_EACH},? (?:mỗi|moi|một|mot|1|each) ?(?:{_EACH} )?(?:là )?{_SUM}"),
    re.compile(rf"{_SUM} ?{_A} ?{_EACH},? (?:{_TIMES} |trong |for )?{_N} {_EACH}"),
    re.compile(rf"{_N} {_EACH},? {_SUM}(?: ?{_A} ?{_EACH})"),
)
_PLUS = re.compile(
    r" ?\+ ?| (?:cộng với|cộng thêm|cộng|thêm|với|và|cùng với|plus|and|cong|voi|va) "
)
_LESS = re.compile(r" ?[-−] ?| (?:trừ đi|trừ|bớt|minus|less|tru|bot) ")
_OF_A_LOAN = re.compile(
    r"(?:tiền |tien )?(?:gốc|goc|vốn|principal),? (?P<one>.+?),? (?:và |va |với |and |cộng )?"
    r"(?:tiền |tien )?(?:lãi|lai|lời|interest),? (?P<other>.+)"
    r"|(?:tiền |tien )?(?:lãi|lai|lời|interest),? (?P<first>.+?),? (?:và |va |với |and |cộng )?"
    r"(?:tiền |tien )?(?:gốc|goc|vốn|principal),? (?P<second>.+)"
)
_BANKNOTES = frozenset(1000 * each for each in (1, 2, 5, 10, 20, 50, 100, 200, 500))
_MOST_LETTERS = 80


def sums_reckoned(text: str) -> list[Money]:
    """What the words come to, and the parts where one of them may be meant."""
    line = plain(text).lower().strip(" .!?")
    if len(line) > _MOST_LETTERS:
        return []
    found = _of_notes(line) or _product(line) or _of_a_loan(line)
    return found or _joined(line, _PLUS, 1) or _joined(line, _LESS, -1)


def _of_notes(line: str) -> list[Money]:
    """So many notes of one value."""
    found = _NOTES.fullmatch(line)
    if found is None:
        return []
    count, value = _count(found["number"]), _sum(found["sum"])
    return [value * count] if count and value and value.dong in _BANKNOTES else []


def _product(line: str) -> list[Money]:
    for pattern in _PRODUCTS:
        found = pattern.fullmatch(line)
        count = found and _count(found["number"])
        sum_ = found and _sum(found["sum"])
        if count and sum_:
            return list(dict.fromkeys((sum_ * count, sum_)))
    return []


def _of_a_loan(line: str) -> list[Money]:
    """Principal and interest are paid together."""
    found = _OF_A_LOAN.fullmatch(line)
    parts = [] if found is None else [_sum(each) for each in found.groups() if each]
    known = [each for each in parts if each]
    return [known[0] + known[1], *known] if len(known) == 2 else []


def _joined(line: str, joint: re.Pattern[str], sign: int) -> list[Money]:
    parts = joint.split(line)
    sums = [_sum_with_unit(each) for each in parts]
    known = [each for each in sums if each]
    if len(known) < 2 or len(known) < len(parts):
        return []
    come_to = known[0].dong + sign * sum(each.dong for each in known[1:])
    return list(dict.fromkeys((Money(come_to), *known))) if come_to > 0 else []


def _count(text: str) -> int | None:
    heard = read_count(text)
    return heard.value if isinstance(heard, Value) and heard.value else None


def _sum_with_unit(text: str) -> Money | None:
    heard = read_money(text)
    return heard.value if isinstance(heard, Value) else None


def _sum(text: str) -> Money | None:
    """A sum; a number alone is so many thousand, as everybody says it."""
    match read_money(text):
        case Value(sum_):
            return sum_
        case Either(readings):
            thousands = [each for each in readings if 1000 <= each.dong < 1_000_000]
            return thousands[0] if len(thousands) == 1 else None
        case Unclear():
            return None
