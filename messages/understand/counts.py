"""Plain whole numbers: months, places, the number of a choice."""

import re

from messages.understand.numbers import NOT_NUMBERS
from messages.understand.plain import bare, plain
from messages.understand.readings import Reading, Unclear, Value, Why
from messages.understand.words import words_of

_COUNTED = (
    "thang|nguoi|cu|bac|ba con|hoi vien|thanh vien|"
    "phut|cho|buoi|ngay(?: cong)?|cong|cai|chiec|can|ky|ki|kg|lit|bao|lan|luot|"
    "months?|times?|visits?|people|minutes?|days?|pieces?|kilos?|kilograms?|litres?|bags?"
)
_ABOUT = re.compile(r"^(?:khoang|chung|tam|do|co|doan|about|around) (?=\S)")
_ALONE = re.compile(rf"(?:so |muc |cau )?(\d{{1,6}})(?:[.)]|\s*(?:{_COUNTED}))?")
_NEGATIVE = re.compile(r"[-−]\s*\d|(?:âm|trừ) ")
_BEHIND = re.compile(rf" (?:{_COUNTED})$")
_WORDS = {
    "khong": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7,
    "tam": 8, "chin": 9, "muoi": 10, "muoi mot": 11, "muoi hai": 12, "muoi lam": 15, "hai muoi": 20,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12,
}  # fmt: skip

_UNITS = ("mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin")
# "Hai chục", "ba mươi", "bốn mươi lăm".
_WORDS |= {f"{each} {ten}": 10 * n for n, each in enumerate(_UNITS, 1) for ten in ("muoi", "chuc")}
_WORDS |= {
    f"{tens} muoi {'lam' if one == 'nam' else one}": 10 * n + m
    for n, tens in enumerate(_UNITS[1:], 2)
    for m, one in enumerate(_UNITS, 1)
}
_WORDS["chuc"] = 10


def read_count(text: str) -> Reading[int]:
    """A whole number in figures or a small one in words, perhaps with what it counts behind it."""
    said = _ABOUT.sub("", bare(text))
    if not said:
        return Unclear(Why.EMPTY)
    if _NEGATIVE.match(plain(text)):
        return Unclear(Why.NEGATIVE)
    found = _ALONE.fullmatch(said)
    if found is not None:
        return Value(int(found[1]))
    if _is_another_word(text):
        return Unclear(Why.NOT_A_NUMBER)
    for word in (said, _BEHIND.sub("", said)):
        if word in _WORDS:
            return Value(_WORDS[word])
    return Unclear(Why.NOT_A_NUMBER)


def _is_another_word(text: str) -> bool:
    """Whether its marks make it a word that is no number: "bà" is no "ba"."""
    said = words_of(text)
    return len(said) == 1 and said[0].raw != said[0].bare and said[0].raw in NOT_NUMBERS
