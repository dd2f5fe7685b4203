"""Plain whole numbers: months, places, the number of a choice; "dạ 12 ạ", "hai mươi tư người".

Where two careful speakers could differ ("hai trăm năm") both readings are given.
"""

import re

from messages.understand.english import ENGLISH_NUMBER_WORDS, english_number
from messages.understand.numbers import LAST_DIGITS, NUMBER_WORDS, whole_numbers
from messages.understand.plain import bare, plain
from messages.understand.polite import BARE_KIN, MANNERS, Around
from messages.understand.readings import Reading, Unclear, Value, Why, reading_of
from messages.understand.slips import read_mended
from messages.understand.words import MOST_WORDS, Word, is_number, listed, words_of

_UNITS = "kg|ký|ky|ki|kí|kilo|cân|can|lít|lit|bao|yến|bags?|kilos?|kilograms?|litres?"
_COUNTED = (
    "thang|nguoi|cu|bac|ba con|hoi vien|thanh vien|"
    "phut|cho|buoi|ngay(?: cong)?|cong|cai|chiec|can|ky|ki|kg|lit|bao|lan|luot|"
    "months?|times?|visits?|people|minutes?|days?|pieces?|kilos?|kilograms?|litres?|bags?"
)
_THINGS = re.compile(
    r"[\w] ?(?:thang|nguoi|hoi vien|thanh vien|ba con|phut|buoi|ngay(?: cong)?|kg|lit|bao|lan|luot"
    r"|yen|ta|months?|times?|people|minutes?|days?|kilos?|litres?|bags?)"
    r"(?: (?:a|nhe|nha|chau|con|em|oi|thoi|day))*$"
)
# "Ba Lan" without its mark is a woman more often than three times.
_BA_LAN = re.compile(r"\bba lan\b")
_ABOUT = re.compile(r"^(?:khoang|chung|tam|do|co|doan|about|around) (?=\S)")
_ALONE = re.compile(
    r"(?:(?:bac |toi |tui )?(?:chon |bam |lay |an )?(?:cai |nut |o )?(?:so |muc |cau ))?(\d{1,6})"
    rf"(?:[.)]|\s*(?:{_COUNTED})| (?:ay|do|kia|day))?"
)
_NEGATIVE = re.compile(r"[-−]\s*\d|(?:âm|trừ) ")
_BEHIND = re.compile(rf"(?P<number>.+?)\s+(?:{_COUNTED})")
# "5kg gạo": what it is of was asked before.
_OF_WHAT = re.compile(
    rf"(?<=[\s\d])(?P<unit>{_UNITS})\s+(?!ruoi|rưỡi|rưởi)[^\W\d]+(?:\s+[^\W\d]+)?$", re.IGNORECASE
)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")
_AROUND = Around(
    [
        *MANNERS,
        *listed(
            "khoảng chừng tầm độ cỡ đoạn có được mỗi đủ đúng tròn số mức câu cả thảy tất tổng cộng"
            " là thì mình chỉ chắc hết gì hình như about around only just it is we are were there"
            " maybe"
        ),
    ],
    meaning=NUMBER_WORDS | ENGLISH_NUMBER_WORDS | {"a", "an"},
)
_FOUR = {"tu", "tư"}


def counts_things(text: str) -> bool:
    """Whether it says so many of something, "3 tháng", "2 kg", and is no number of a choice."""
    return _THINGS.search(bare(text)) is not None


def read_count(text: str) -> Reading[int]:
    """A whole number in figures or in words, perhaps with what it counts behind it."""
    return read_mended(_read, text)


def _read(text: str) -> Reading[int]:
    said = bare(text)
    if not said:
        return Unclear(Why.EMPTY)
    if text.isascii() and _BA_LAN.search(said):
        return Unclear(Why.NOT_A_NUMBER)
    if _NEGATIVE.match(plain(text)):
        return Unclear(Why.NEGATIVE)
    found = _ALONE.fullmatch(_ABOUT.sub("", said))
    if found is not None:
        return Value(int(found[1]))
    words = words_of(_OF_WHAT.sub(lambda of: of["unit"], plain(text)))
    if not words or len(words) > MOST_WORDS:
        return Unclear(Why.NOT_A_NUMBER)
    core, front = _AROUND.stripped(words)
    return reading_of(_numbers(_without_counted(core), front), Why.NOT_A_NUMBER)


def _without_counted(core: list[Word]) -> list[Word]:
    """Without "người", "hội viên" behind the number."""
    found = _BEHIND.fullmatch(" ".join(word.bare for word in core))
    left = core if found is None else core[: len(found["number"].split())]
    return _AROUND.stripped(left)[0]


def _numbers(core: list[Word], front: list[Word]) -> list[int]:
    if len(core) == 1 and is_number(core[0]):
        figure = core[0].bare
        if _GROUPED.fullmatch(figure):
            return [int(re.sub(r"[.,]", "", figure))]
        return [int(figure)] if figure.isdecimal() and len(figure) <= 6 else []
    if _is_called_so(core, front):
        return []
    if len(core) == 1 and core[0].raw in _FOUR:
        return [4]
    if any(word.bare in ENGLISH_NUMBER_WORDS for word in core):
        english = english_number([word.bare for word in core if word.bare != "-"])
        return [] if english is None else [english]
    return whole_numbers(core)


def _is_called_so(core: list[Word], front: list[Word]) -> bool:
    """ "Bác Hai" is somebody's name, "hai năm" a time, "mốt" the day after tomorrow."""
    if len(core) == 1 and core[0].bare in LAST_DIGITS:
        by_birth = bool(front) and front[-1].bare in BARE_KIN
        return by_birth or core[0].raw == "mốt"
    return len(core) == 2 and core[1].bare == "nam" and core[0].bare in LAST_DIGITS
