"""What sum of money was meant: 50k, năm mươi ngàn, 1tr2, "dạ bác đóng một triệu rưỡi nhé".

Where two careful speakers could differ the readings are given, never one of them guessed (club
rules, H.2): "20", "trăm rưỡi", "hai trăm năm", four digits without a unit.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from club.money import Money
from messages.understand.amounts import (
    BILLION,
    MILLION,
    SCALES,
    THOUSAND,
    Figure,
    lone_numbers,
    scaled_sums,
)
from messages.understand.apart import glued, joined_figures
from messages.understand.english import ENGLISH_NUMBER_WORDS, english_number
from messages.understand.money_spellings import is_a_measure, usually_written
from messages.understand.numbers import LAST_DIGITS, NUMBER_WORDS
from messages.understand.plain import plain
from messages.understand.polite import BARE_KIN, KIN, MANNERS, Around, does_not_know
from messages.understand.readings import Reading, Unclear, Why, reading_of
from messages.understand.slips import read_mended
from messages.understand.words import (
    MOST_WORDS,
    Word,
    listed,
    without_separators,
    words_of_plain,
)

LARGEST_DONG = 10 * BILLION
_LARGEST_GUESS_DONG = 100 * MILLION
"""Above this, millions are not offered for a number without a unit, unless they are usual."""

Range: TypeAlias = tuple[Money, Money]
"""The least and the most that is usual, both included."""

_MEANING = frozenset({*NUMBER_WORDS, *SCALES, *ENGLISH_NUMBER_WORDS, "a", "an", "dung"})
_ABOUT_MONEY = listed(
    "là thì có chỉ cho xin muốn định được góp đóng ủng hộ nộp trả gửi đưa vay mượn rút tiền số mặt"
    " khoảng tầm chừng độ cỡ đúng tròn vào quỹ phí hội thêm trước vừa chẵn mỗi hết cả thảy tất tổng"
    " cộng rồi mức từ it is about around only just for the my want would like pay give borrow"
    " contribute will s maybe ok yes chắc gì hình như"
)
# Read both ways in _cores where their marks are left out.
_SURE_IN_FRONT = frozenset({"bà", "cụ", "tầm", "từ", "tớ"})
_AROUND = Around([*MANNERS, *_ABOUT_MONEY], meaning=_MEANING, sure_in_front=_SURE_IN_FRONT)
_DONG = {"dong", "d", "₫", "vnd", "bac", "chan", "tien", "le"}
_SAID_DONG = {"dong", "d", "₫", "vnd", "bac"}
_CHOICES = {"hay", "hoac", "den", "or", "to", "-", "–", "(", ")", "=", ",", ";"}
_LOUD_CHOICES = _CHOICES - {",", ";", "(", ")"}
_OTHER_CURRENCIES = {"$", "€", "£", "¥", "usd", "euro", "eur", "dollar", "dollars", "đô", "đôla"}
_MINUS = {"-", "−", "âm", "trừ", "minus"}
_VAGUE = {"vai", "may", "it", "nhieu", "hon", "gan", "tren", "duoi", "some", "few", "dam"}
# ".5 triệu" is half a million or five; "cả năm", "một năm" is a time, not five or fifteen.
_NO_WHOLE = re.compile(r"[.,][0-9]")
_A_YEAR = re.compile(r"(?:cả|một|mot|mỗi|nửa|1|hàng|ca) (?:năm|nam)")
_QUESTIONS = {
    ("duoc", "khong"),
    ("phai", "khong"),
    ("dung", "khong"),
    ("du", "khong"),
    ("duoc", "chua"),
    ("du", "chua"),
}


def read_money(text: str, *, usual: Range | None = None) -> Reading[Money]:
    """The sum that was meant, 1 đồng to 10 tỷ. `usual` puts likely readings first."""
    return read_mended(lambda typed: _read(typed, usual), text)


def _read(text: str, usual: Range | None) -> Reading[Money]:
    line = usually_written(plain(text))
    if not line:
        return Unclear(Why.EMPTY)
    words = words_of_plain(line)
    refusal = _refusal(line, words)
    if refusal is not None:
        return Unclear(refusal)
    sums = _all_sums(joined_figures(words), usual)
    if sums:
        return _judged(sums, usual)
    return Unclear(_why_not(words))


def unusual(value: Money, usual: Range | None) -> bool:
    """Whether the sum lies outside of what is usual, so that it is asked once more."""
    return usual is not None and not usual[0] <= value <= usual[1]


def _refusal(line: str, words: list[Word]) -> Why | None:
    if "://" in line or "www." in line.lower():
        return Why.LINK_OR_CODE
    if len(words) > MOST_WORDS:
        return Why.TOO_LONG
    if any(word.raw in _OTHER_CURRENCIES for word in words):
        return Why.OTHER_CURRENCY
    core = [word for word in words if word.raw in _MINUS or word not in _AROUND]
    if len(core) > 1 and core[0].raw in _MINUS:
        return Why.NEGATIVE
    if _NO_WHOLE.match(line) or is_a_measure(line) or _A_YEAR.fullmatch(line.lower()):
        return Why.NOT_A_NUMBER
    return None


def _why_not(words: list[Word]) -> Why:
    if does_not_know(words):
        return Why.DOES_NOT_KNOW
    core, _ = _AROUND.stripped(words)
    return Why.VAGUE if core and core[0].bare in _VAGUE else Why.NOT_A_NUMBER


def _judged(sums: list[int], usual: Range | None) -> Reading[Money]:
    fitting = [Money(dong) for dong in sums if 0 < dong <= LARGEST_DONG]
    if not fitting:
        return Unclear(Why.TOO_LARGE if any(sums) else Why.ZERO)
    return reading_of(sorted(fitting, key=lambda sum_: unusual(sum_, usual)), Why.NOT_A_NUMBER)


def _all_sums(words: list[Word], usual: Range | None) -> list[int]:
    """Every reading of the whole message; none if a part of it is not understood."""
    found = list(_sums_in(words, usual))
    if any(word.bare == "," for word in words) and not found:
        found += [*_sums_in(without_separators(words), usual), *_sums_in(glued(words), usual)]
    if not any(_parts(word) and not (found and word.bare in _LOUD_CHOICES) for word in words):
        return found
    apart = [list(_sums_in(piece, usual)) for piece in _pieces(words)]
    if len(apart) > 1 and all(apart):
        found += [sum_ for sums in apart for sum_ in sums]
    if len(apart) == 2 and set(apart[0]) & set(apart[1]):
        # Once in figures and once in words: what both can mean.
        return [sum_ for sum_ in apart[0] if sum_ in apart[1]]
    return found


def _parts(word: Word) -> bool:
    """Whether it stands between two sums."""
    return word.raw == "tới" or (word.bare in _CHOICES and word.raw != "tờ")


def _pieces(words: list[Word]) -> Iterator[list[Word]]:
    """The words between commas, dashes and "or"; "50-100" is two."""
    piece: list[Word] = []
    for word in words:
        if _parts(word):
            if _AROUND.stripped(piece)[0]:
                yield piece
            piece = []
        else:
            piece.append(word)
    if _AROUND.stripped(piece)[0]:
        yield piece


def _sums_in(words: list[Word], usual: Range | None) -> Iterator[int]:
    core, front = _AROUND.stripped(words)
    while len(core) > 2 and (core[-2].bare, core[-1].bare) in _QUESTIONS:
        core, _ = _AROUND.stripped(core[:-2])
    core, in_dong = _without_dong(core)
    if [word.bare for word in core] == ["khong"] and not in_dong:
        return
    found = False
    for reading, sure in _cores(core, front):
        if sure or not found:
            for sum_ in _sums_of(reading, in_dong, usual):
                found = True
                yield sum_


# cụ or củ, bà or ba, tầm (about) or tám.
_BARE_IN_FRONT = {"cu", "ba", "tam"}


def _without_dong(core: list[Word]) -> tuple[list[Word], bool]:
    """The words without "đồng", "đ", "chẵn" at the end, and whether đồng was said."""
    in_dong = False
    while len(core) > 1 and (core[-1].bare in _DONG or core[-1].raw == "nữa"):
        in_dong = in_dong or core[-1].bare in _SAID_DONG
        core, _ = _AROUND.stripped(core[:-1])
    return core, in_dong


def _cores(core: list[Word], front: list[Word]) -> Iterator[tuple[list[Word], bool]]:
    """The words as they stand, and without a birth-order name or a form of address before them.

    "dì Năm 50 nghìn" is dì Năm's fifty thousand; "bác Năm mười nghìn" could be ten or fifty. The
    second value is False for a reading that counts only if the words as they stand make no sense.
    """
    yield core, True
    if len(core) < 2:
        return
    first, written = core[0], bool(front) and front[-1].raw in KIN
    if first.bare in LAST_DIGITS and front and front[-1].bare in BARE_KIN:
        yield _AROUND.stripped(core[1:])[0], written
    if written and front[-1].raw == "bà":
        yield [Word("ba", "ba"), *core], True
    elif first.raw in _BARE_IN_FRONT:
        yield _AROUND.stripped(core[1:])[0], first.raw != "ba"


def _sums_of(words: list[Word], in_dong: bool, usual: Range | None) -> Iterator[int]:
    if not words:
        return
    yield from scaled_sums(words, in_dong=in_dong)
    numbers = lone_numbers(words)
    if any(word.bare in ENGLISH_NUMBER_WORDS for word in words):
        english = english_number([word.bare for word in words if word.bare != "-"])
        if english is not None:
            numbers.append(Figure(english * 1000, grouped=english >= 1000))
    yield from _lone_sums(numbers, in_dong, usual)


def _lone_sums(numbers: Iterable[Figure], in_dong: bool, usual: Range | None) -> Iterator[int]:
    """What numbers without a unit may mean; a thousand before a million before the đồng itself."""
    readings = [_lone_readings(number, in_dong, usual) for number in numbers]
    grouped = [number for number in numbers if number.grouped]
    if grouped:
        # "50.000" says its places itself: no decimal reading beside it.
        value = grouped[0].thousandths // 1000
        if value < 10 * THOUSAND and not in_dong and _only_usual_in_thousands(value, usual):
            yield value * THOUSAND
        yield value
        return
    for place in range(3):
        yield from (each[place] for each in readings if len(each) > place)


def _only_usual_in_thousands(value: int, usual: Range | None) -> bool:
    """Whether "1.500", to the question for a loan, is likelier to be thousands."""
    return unusual(Money(value), usual) and not unusual(Money(value * THOUSAND), usual)


def _lone_readings(number: Figure, in_dong: bool, usual: Range | None) -> list[int]:
    if number.decimal:
        scales = [] if in_dong else [MILLION, THOUSAND]
        return [number.thousandths * scale // 1000 for scale in scales]
    value = number.thousandths // 1000
    if value == 0 or value >= 10 * THOUSAND:
        return [value]
    if value >= THOUSAND:
        if in_dong:
            return [value]
        both = [value * THOUSAND, value]
        return both if value % THOUSAND else both[::-1]
    most = max(_LARGEST_GUESS_DONG, usual[1].dong if usual else 0)
    if in_dong or value * MILLION > most:
        return [value * THOUSAND, value]
    return [value * THOUSAND, value * MILLION]
