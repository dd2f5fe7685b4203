"""Sums of money that a story speaks of: never an answer, but something to ask about."""

import re

from club.money import Money
from messages.understand.amounts import SCALES
from messages.understand.english import in_figures
from messages.understand.money import read_money
from messages.understand.money_spellings import is_a_measure
from messages.understand.plain import bare, plain
from messages.understand.readings import Value
from messages.understand.words import Word, is_number, listed, words_of

_MOST_WORDS = 80
_LONGEST_SUM = 8
_UNITS = frozenset(SCALES) | {"dong", "d", "vnd"}


def sums_mentioned(text: str) -> list[Money]:
    """The different sums with their unit ("200 nghìn", "1tr2") that stand in a longer text."""
    if is_a_measure(plain(text)):
        return []
    line = plain(text)
    words = words_of(in_figures(line.lower()) if line.isascii() else line)[:_MOST_WORDS]
    found: dict[Money, None] = {}
    at = 0
    while at < len(words):
        end, sum_ = _longest_at(words, at)
        if sum_ is not None:
            found[sum_] = None
        at = max(end, at + 1)
    return list(found)


_MORE = re.compile(
    r"\b(?:them|cong them|ngoai ra|voi lai|con nua|nua co|in addition|and also)\b"
    r"|\bnua(?: nhe| nha| a| chau| con| thoi)*$"
)


def says_more_money(text: str) -> bool:
    """Whether another sum is told beside the one before: "ủng hộ thêm 20 nghìn nữa"."""
    return bool(_MORE.search(bare(text))) and bool(sums_mentioned(text))


def _longest_at(words: list[Word], at: int) -> tuple[int, Money | None]:
    """The longest sum that begins at this word, and where it ends."""
    if not _may_begin(words[at]):
        return at, None
    for end in range(min(len(words), at + _LONGEST_SUM), at, -1):
        piece = words[at:end]
        grouped = len(piece) == 1 and _GROUPED.fullmatch(piece[0].bare) is not None
        if not grouped and not any(word.bare in _UNITS for word in piece[1:] or piece):
            continue
        heard = read_money(" ".join(word.raw for word in piece))
        if isinstance(heard, Value) and not _counts_what_follows(words, end):
            return end, heard.value
    return at, None


_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+")
_COUNTED = frozenset(
    listed(
        "thang nam nguoi ngay lan ky quy tuan buoi con cai kg can suat bac cu months month people"
    )
)


def _counts_what_follows(words: list[Word], end: int) -> bool:
    """Whether the last number belongs to the next word: "20 nghìn một tháng"."""
    if end >= len(words) or words[end - 1].bare in _UNITS:
        return False
    return words[end].bare in _COUNTED


def _may_begin(word: Word) -> bool:
    return is_number(word) or word.bare in _FIRST


_FIRST = frozenset(
    {"mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi", "tram", "nua", "trieu"}
)
