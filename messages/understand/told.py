"""Pieces of a sentence that already answer what is asked later: "bà Hoa vừa nộp 15 nghìn hôm qua".

A sentence is a sequence of its words as they were typed; BETWEEN stands where something was taken
out or a comma was, and no piece reaches across it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from club.money import Money
from messages.understand.mentioned import sums_mentioned
from messages.understand.money import read_money
from messages.understand.numbers import DIGITS
from messages.understand.phones import read_phone
from messages.understand.plain import bare, plain
from messages.understand.polite import BARE_KIN
from messages.understand.readings import Either, Reading, Value
from messages.understand.words import listed

BETWEEN = "|"
STORY = "*"
"""Under this name, which no question has, a whole sentence is carried into a dialogue."""
MOST_WORDS = 60
_LONGEST_STRETCH = 6
_LONGEST_SUM = 8
_LONGEST_PHONE = 5
_PHONE_PART = re.compile(r"\+?\d[\d.-]*")
_PAUSE = re.compile(r"[,;:](?=\s|$)|[.!?]+(?=\s|$)|[()\"“”]| [-–—] ")
DAY_SAID = frozenset(
    listed(
        "hom bua ngay mai mot kia qua thu chu cn tuan thang ram mung mong nay ni am ta cuoi dau"
        " next this last today yesterday tomorrow"
        " monday tuesday wednesday thursday friday saturday sunday"
    )
)
TIME_SAID = frozenset(listed("gio h g ruoi am pm o'clock hours"))
MONTH_SAID = frozenset(listed("thang month january february march april may june july august"))
BIRTH_SAID = frozenset(listed("sinh tuoi sn born"))
MONTHS_COUNTED = frozenset(listed("thang nam months month year years"))
_FIGURE = re.compile(r"\d{1,7}|\d{1,3}(?:[.,]\d{3})+")
# A number before or after these is no sum of money.
_COUNTED_BEFORE = frozenset(
    listed("thang ngay mung mong nam luc thon xom to khu doi so sn tuoi ram hom month day")
)
_COUNTED_AFTER = frozenset(
    listed(
        "thang nam ngay gio h nguoi kg ki can con qua cai bo chiec lit tuoi tuan lan phut bac cu"
        " thanh ong ba months month years people persons o'clock am pm"
    )
)
_SAYS_A_SUM = frozenset(
    listed(
        "nop dong gop ho vay chi tra het thu gui bieu tang phi tien quy pay fee give borrow donate"
        " spent la duoc"
    )
)
_AFTER_FIGURE = frozenset({"chuc", "tram", "ruoi", "chai"})
_ODD_END = frozenset({"le", "linh"})
_SHORT_WEEKDAY = re.compile(r"t[2-7]|cn")
_LONE_DAYS = frozenset({"mai", "mốt", "rằm", "ram", "today", "yesterday", "tomorrow"})


@dataclass(frozen=True, slots=True)
class Piece:
    """From which word up to which something is said, and what it may mean, the likeliest first."""

    begin: int
    end: int
    readings: tuple[Any, ...]


def sentence_of(text: str) -> tuple[str, ...]:
    """The words of a message, with BETWEEN where its writer paused."""
    return tuple(_PAUSE.sub(f" {BETWEEN} ", plain(text)).split()[:MOST_WORDS])


def without(words: Sequence[str], piece: Piece) -> tuple[str, ...]:
    """The sentence once this piece of it is taken."""
    if piece.begin == piece.end:
        return tuple(words)
    return (*words[: piece.begin], BETWEEN, *words[piece.end :])


def hidden(words: Sequence[str], piece: Piece | None) -> tuple[str, ...]:
    """The sentence, as long as it was, with nothing to be read in this piece of it."""
    if piece is None:
        return tuple(words)
    between = (BETWEEN,) * (piece.end - piece.begin)
    return (*words[: piece.begin], *between, *words[piece.end :])


def sum_told(words: Sequence[str]) -> Piece | None:
    """The one sum that is said; None where there is none, or more than one."""
    return _sum_told(tuple(words))


@lru_cache(maxsize=64)
def _sum_told(words: tuple[str, ...]) -> Piece | None:
    said = sums_mentioned(" ".join(words))
    if len(said) > 1:
        return None
    if not said:
        return _figure(words) or _tens(words)
    piece = _sum_with_unit(words, said[0])
    return None if piece is None else _with_odd_end(words, piece)


def _with_odd_end(words: Sequence[str], piece: Piece) -> Piece:
    """With what is said behind it: "một triệu lẻ bảy" is more than a million."""
    if piece.end >= len(words) or bare(words[piece.end]) not in _ODD_END:
        return piece
    for end in range(min(len(words), piece.end + 4), piece.end + 1, -1):
        readings = _readings(read_money(" ".join(words[piece.begin : end])))
        if readings:
            return Piece(piece.begin, end, readings)
    return piece


def _sum_with_unit(words: Sequence[str], amount: Money) -> Piece | None:
    for length in range(1, _LONGEST_SUM + 1):
        for at, stretch in _stretches(words, length):
            if read_money(" ".join(stretch)) == Value(amount):
                return Piece(at, at + length, (amount,))
    return None


def _figure(words: Sequence[str]) -> Piece | None:
    """A bare number that can only be a sum: "nộp 15" may be fifteen thousand or million."""
    found = [at for at in range(len(words)) if _is_figure(words, at)]
    if len(found) != 1:
        return None
    at, end = found[0], found[0] + 1
    while end < len(words) and bare(words[end]) in _AFTER_FIGURE:
        end += 1
    match read_money(" ".join(words[at:end])):
        case Value(amount):
            return Piece(at, end, (amount,))
        case Either(readings):
            return Piece(at, end, readings)
    return None


def _tens(words: Sequence[str]) -> Piece | None:
    """ "Thu bà Hoa hai chục": tens and hundreds in words behind what says that it is a sum."""
    found = [each for at in range(len(words)) if (each := _tens_at(words, at)) is not None]
    if len(found) != 1:
        return None
    piece = found[0]
    match read_money(" ".join(words[piece.begin : piece.end])):
        case Value(amount):
            return Piece(piece.begin, piece.end, (amount,))
        case Either(readings):
            return Piece(piece.begin, piece.end, readings)
    return None


def _tens_at(words: Sequence[str], at: int) -> Piece | None:
    said = [bare(each) for each in words[at : at + 4]]
    if len(said) < 2 or said[0] not in DIGITS or said[1] not in {"chuc", "tram"}:
        return None
    end = at + (3 if said[2:3] == ["ruoi"] else 2)
    after = bare(words[end]) if end < len(words) else ""
    is_sum = any(bare(each) in _SAYS_A_SUM for each in words[:at])
    return Piece(at, end, ()) if is_sum and after not in _COUNTED_AFTER | DIGITS.keys() else None


def _is_figure(words: Sequence[str], at: int) -> bool:
    before = bare(words[at - 1]) if at else ""
    after = bare(words[at + 1]) if at + 1 < len(words) else ""
    if not _FIGURE.fullmatch(words[at]) or before in _COUNTED_BEFORE or after in _COUNTED_AFTER:
        return False
    return before in _SAYS_A_SUM or len(words[at]) > 4


def stretch_told(
    words: Sequence[str], read: Callable[[str], Reading[Any]], telling: frozenset[str]
) -> Piece | None:
    """The longest stretch of words that is understood, without the words it does not need; None
    where two of a length mean different things. `telling`: words, without marks, of which one must
    be said, lest "năm triệu" be the fifth; a day begins with one of them.
    """
    begins = telling if telling is DAY_SAID else None
    for length in range(_LONGEST_STRETCH, 0, -1):
        found: dict[tuple[Any, ...], Piece] = {}
        for at, stretch in _stretches(words, length):
            if begins is not None and not _begins_a_day(stretch[0]):
                continue
            tells = any(_is_telling(each, telling) for each in stretch)
            if tells and (length > 1 or _may_stand_alone(words, at)):
                readings = _readings(read(" ".join(stretch)))
                if readings and readings not in found:
                    found[readings] = Piece(at, at + length, readings)
        if found:
            return _widest([_shortest(words, each, read) for each in found.values()])
    return None


def _begins_a_day(word: str) -> bool:
    said = bare(word)
    return said in DAY_SAID or word[0].isdigit() or bool(_SHORT_WEEKDAY.fullmatch(said))


def _widest(pieces: Sequence[Piece]) -> Piece | None:
    """The one that holds all the others: "chủ nhật tuần sau" holds "chủ nhật"."""
    begin, end = min(each.begin for each in pieces), max(each.end for each in pieces)
    return next((each for each in pieces if (each.begin, each.end) == (begin, end)), None)


def _is_telling(word: str, telling: frozenset[str]) -> bool:
    if telling is DAY_SAID and _SHORT_WEEKDAY.fullmatch(bare(word)):
        return True
    if word.lower() == "âm":  # of the moon, and no "am"
        return telling is DAY_SAID
    return bare(word) in telling or (word[0].isdigit() and not word.isdecimal())


def _may_stand_alone(words: Sequence[str], at: int) -> bool:
    word = words[at]
    if _SHORT_WEEKDAY.fullmatch(bare(word)):
        return True
    if word in _LONE_DAYS:
        return not at or bare(words[at - 1]) not in BARE_KIN
    return word[0].isdigit()


def _shortest(words: Sequence[str], piece: Piece, read: Callable[[str], Reading[Any]]) -> Piece:
    """Without words at either end that change nothing of what is meant."""
    for length in range(2, piece.end - piece.begin):
        for at in range(piece.begin, piece.end - length + 1):
            if _readings(read(" ".join(words[at : at + length]))) == piece.readings:
                return Piece(at, at + length, piece.readings)
    return piece


def _readings(heard: Reading[Any]) -> tuple[Any, ...]:
    match heard:
        case Value(value):
            return (value,)
        case Either(readings):
            return readings
    return ()


def phone_told(words: Sequence[str]) -> Piece | None:
    """The first telephone number that is said, in one piece or several."""
    for length in range(_LONGEST_PHONE, 0, -1):
        for at, stretch in _stretches(words, length):
            if not all(_PHONE_PART.fullmatch(each) for each in stretch):
                continue
            heard = read_phone(" ".join(stretch))
            if isinstance(heard, Value):
                return Piece(at, at + length, (heard.value,))
    return None


def is_marked(words: Sequence[str]) -> bool:
    """Whether the writer used diacritics."""
    return not " ".join(words).isascii()


def _stretches(words: Sequence[str], length: int) -> Iterator[tuple[int, Sequence[str]]]:
    for at in range(len(words) - length + 1):
        stretch = words[at : at + length]
        if BETWEEN not in stretch:
            yield at, stretch
