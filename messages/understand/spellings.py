"""Words of a date or an hour in their proper spelling, with every spelling that a bare one can be.

"thang sau" is "tháng sau" and "tháng sáu": each becomes a line of its own, is read by itself, and
what both give is asked back.
"""

from itertools import islice, product

from messages.understand.numbers import NOT_NUMBERS, whole_numbers
from messages.understand.plain import without_marks
from messages.understand.words import Word, has_marks, listed

_MOST_LINES = 32

NUMBER = "(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|tám|chín|mười|mươi|hăm|băm)"
SMALL_NUMBER = rf"(?:[0-9]{{1,2}}|{NUMBER}(?: {NUMBER}){{0,2}}?)"
"""A number up to 99 in figures or words, within a pattern for a whole line."""

_SPELLINGS = listed(
    "sau không một mốt hai ba bốn tư năm lăm nhăm sáu bảy tám chín mười mươi hăm băm hôm nay"
    " này bữa ngày mai kia kìa qua thứ chủ nhật tuần tới tối trước rồi vừa tháng ngoái mùng"
    " rằm cuối đầu giữa âm dương lịch tây ta nhuận giêng chạp tết nữa sắp cách đây day trung"
    " thu giờ phút kế tiếp giỗ bây hồi nãy kém rưỡi đúng sáng trưa chiều đêm khuya"
)
# Said or written differently, by region and habit.
_SAME = {
    "mồng": "mùng", "mong": "mùng", "nhựt": "nhật", "nhut": "nhật", "chúa": "chủ", "chua": "chủ",
    "bẩy": "bảy", "bửa": "bữa", "bựa": "bữa", "rưởi": "rưỡi", "wa": "qua",
    "dl": "dương", "al": "âm", "âl": "âm", "đl": "dương", "rạng": "sáng",
}  # fmt: skip


def _by_bare() -> dict[str, tuple[str, ...]]:
    grouped: dict[str, list[str]] = {}
    for word in _SPELLINGS:
        grouped.setdefault(without_marks(word), []).append(word)
    # "hai mười" is read as "hai mươi": one spelling is enough for both.
    grouped["muoi"] = ["mười"]
    return {bare: tuple(words) for bare, words in grouped.items()}


_BY_BARE = _by_bare()


def proper_lines(words: list[Word]) -> list[str]:
    """The words as lines in proper spelling: one, or several where marks were left out."""
    marked = has_marks(words)
    choices = [_spellings_of(word, marked) for word in words]
    return [" ".join(line) for line in islice(product(*choices), _MOST_LINES)]


def _spellings_of(word: Word, marked: bool) -> tuple[str, ...]:
    if same := _SAME.get(word.raw):
        return (same,)
    if word.raw != word.bare and word.raw in NOT_NUMBERS and word.raw not in _SPELLINGS:
        return (word.raw,)
    meant = _BY_BARE.get(word.bare, ())
    if word.raw in meant and (marked or len(meant) == 1 or word.raw != word.bare):
        return (word.raw,)
    return meant or (word.raw,)


def small_numbers(phrase: str) -> list[int]:
    """Every reading of a phrase that matched SMALL_NUMBER."""
    if phrase.isdecimal():
        return [int(phrase)]
    if phrase == "tư":
        return [4]
    if phrase == "mốt":
        return []
    return whole_numbers([Word(word, without_marks(word)) for word in phrase.split()])
