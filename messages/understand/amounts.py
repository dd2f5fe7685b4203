"""The grammar of sums of money: words to đồng, with every way to read them.

A sum is parts with falling scales ("1 triệu 2 trăm nghìn"), a tail without a scale ("1tr2"), halves
("triệu rưỡi", "nửa triệu") or a number alone. What the last means is for the caller to say.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from messages.understand.numbers import HALF_MORE, LAST_DIGITS, digit_at, number_word, parts_at
from messages.understand.words import Word, is_number

THOUSAND, MILLION, BILLION = 10**3, 10**6, 10**9
_ANY_SCALE = 10**15

# What a word may multiply by, the likeliest first. Slang: củ (north), xị, chai (south), lít (both,
# not alike), cành and lúa for a thousand.
SCALES = {
    **dict.fromkeys(("nghin", "ngan", "ngh", "ng", "n", "k", "ka", "canh", "lua"), (THOUSAND,)),
    **dict.fromkeys(("thousand", "grand"), (THOUSAND,)),
    "van": (10**4,),
    "xi": (10**5,),
    "lit": (10**5, MILLION),
    "chai": (MILLION, 10**5),
    **dict.fromkeys(("trieu", "tr", "cu", "m", "million", "mil"), (MILLION,)),
    "t": (MILLION, BILLION),
    **dict.fromkeys(("ty", "ti", "billion", "bn"), (BILLION,)),
}
_NO_SCALES = {
    "cụ",
    "cũ",
    "cứ",
    "tý",
    "tí",
    "tì",
    "tỵ",
    "tị",
    "vẫn",
    "văn",
    "ngân",
    "ngắn",
    "ngăn",
    "cánh",
    "lụa",
}
_AND = {"linh", "le", "va", "and"}

_WHOLE = re.compile(r"0|[1-9][0-9]{0,14}")
_GROUPED = re.compile(r"([1-9][0-9]{0,2}(?:([.,])[0-9]{3})(?:\2[0-9]{3}){0,4})(?:(?!\2)[.,]00?)?")
_DECIMAL = re.compile(r"([0-9]{1,6})[.,]([0-9]{1,3})")


class Figure(NamedTuple):
    """A number in figures, in thousandths, whether it is grouped (50.000) or a decimal."""

    thousandths: int
    grouped: bool = False
    decimal: bool = False


class _Many(NamedTuple):
    """How many of a scale, in thousandths, and where the next word is."""

    thousandths: int
    end: int


def figures(text: str) -> list[Figure]:
    """Every reading of a number in figures: 1.500 is grouped, or one and a half with a unit."""
    found: list[Figure] = []
    if decimal := _DECIMAL.fullmatch(text):
        whole, places = decimal.groups()
        if whole == "0" or not whole.startswith("0"):
            found.append(Figure(int(whole) * 1000 + int(places.ljust(3, "0")), decimal=True))
    if grouped := _GROUPED.fullmatch(text):
        digits = grouped[1].replace(grouped[2], "")
        found.append(Figure(int(digits) * 1000, grouped=True))
    if _WHOLE.fullmatch(text):
        found.append(Figure(int(text) * 1000))
    return found


def scaled_sums(words: list[Word], *, in_dong: bool) -> list[int]:
    """Every reading, in đồng, of words in which a scale is said; in_dong: "đồng" was said after."""
    return [sum_ for sum_ in _sums(words, 0, _ANY_SCALE, in_dong) if sum_ is not None]


def lone_numbers(words: list[Word]) -> list[Figure]:
    """Every reading of words that are one number without a scale: 50, 50.000, năm chục, 1,5."""
    if len(words) == 1 and is_number(words[0]):
        return figures(words[0].bare)
    if len(words) == 2 and number_word(words, 0) == "nua" and words[1].bare in {"tram", "chuc"}:
        return [Figure(50_000 if words[1].bare == "tram" else 5_000)]
    return [
        Figure(part.value * 1000 + part.halves * 500, decimal=bool(part.halves))
        for part in parts_at(words, 0)
        if part.end == len(words)
    ]


def _scales_at(words: list[Word], at: int) -> tuple[int, ...]:
    if at >= len(words) or words[at].raw in _NO_SCALES:
        return ()
    return SCALES.get(words[at].bare, ())


def _sums(words: list[Word], at: int, above: int, in_dong: bool) -> Iterator[int | None]:
    """The sums that words[at:] can be, below the scale said last."""
    if at == len(words):
        yield 0
        return
    started = above != _ANY_SCALE
    if started and words[at].bare in _AND:
        yield from _after_and(words, at + 1, above, in_dong)
        return
    for value, scale, end in _scaled(words, at, above):
        yield from _after_scale(words, end, (value, scale), in_dong)
    if started:
        yield from _tail(words, at, above, in_dong)


def _scaled(words: list[Word], at: int, above: int) -> Iterator[tuple[int, int, int]]:
    """So many of a scale: the value, the scale, where the next word is."""
    for many in _how_many(words, at):
        for scale in _scales_at(words, many.end):
            value, rest = divmod(many.thousandths * scale, 1000)
            if scale < above and value < above and not rest:
                yield value, scale, many.end + 1
            if scale == THOUSAND and many.thousandths >= 10**9 and _is_grouped(words[at]):
                # "1.500.000 nghìn": the thousand was said twice.
                yield many.thousandths // 1000, THOUSAND, many.end + 1
    if at == 0 and len(words) > 1:
        for scale in _scales_at(words, 0):
            yield scale, scale, 1


def _is_grouped(word: Word) -> bool:
    return _GROUPED.fullmatch(word.bare) is not None


def _how_many(words: list[Word], at: int) -> Iterator[_Many]:
    if is_number(words[at]):
        for figure in figures(words[at].bare):
            yield _Many(figure.thousandths, at + 1)
    if number_word(words, at) == "nua":
        yield _Many(500, at + 1)
    for part in parts_at(words, at):
        yield _Many(part.value * 1000 + part.halves * 500, part.end)


def _after_scale(
    words: list[Word], at: int, said: tuple[int, int], in_dong: bool
) -> Iterator[int | None]:
    value, scale = said
    word = words[at].bare if at < len(words) else ""
    if word in {HALF_MORE, "nua"} and at + 1 == len(words):
        yield value + scale // 2
        if word == "nua":
            # "một triệu nữa" without its marks, or with the wrong one.
            yield value
        if scale == THOUSAND and value % 100_000 == 0:
            # "một trăm nghìn rưỡi": half of the hundred is likely meant.
            yield value + 50_000
        return
    for rest in _sums(words, at, scale, in_dong):
        yield None if rest is None else value + rest


def _after_and(words: list[Word], at: int, above: int, in_dong: bool) -> Iterator[int | None]:
    """một triệu linh năm nghìn; "một triệu lẻ năm" may be five thousand or five đồng."""
    if at >= len(words):
        return
    for value, scale, end in _scaled(words, at, above):
        yield from _after_scale(words, end, (value, scale), in_dong)
    if words[at - 1].bare == "va":
        # "20 nghìn và 5" is said of two things.
        return
    for number in _tail_numbers(words, at):
        yield from dict.fromkeys((number.value * above // 1000, number.value))


class _Tail(NamedTuple):
    value: int
    places: int
    halves: int = 0
    figures: bool = False


def _tail(words: list[Word], at: int, scale: int, in_dong: bool) -> Iterator[int]:
    """What stands after the last scale: 1tr2, 2 triệu 500, một triệu hai trăm."""
    for tail in _tail_numbers(words, at):
        for twentieths in _tail_units(tail, scale):
            value = (2 * tail.value + tail.halves) * twentieths
            if value % 2 == 0 and 0 < value // 2 < scale:
                yield value // 2
        if in_dong and scale >= MILLION and 0 < tail.value < scale:
            yield tail.value


def _tail_units(tail: _Tail, scale: int) -> tuple[int, ...]:
    """What one of the tail's number is worth, in đồng."""
    if tail.places > 3:
        return (1,)
    if tail.places == 3:
        return (scale // 1000 or 1,) if scale != 10**4 else (1,)
    if tail.places == 1:
        return (scale // 10,)
    tens, thousandths = scale // 100, scale // 1000 or 1
    return (tens, thousandths) if tail.figures else (thousandths, tens)


def _tail_numbers(words: list[Word], at: int) -> list[_Tail]:
    if at + 1 == len(words) and is_number(words[at]):
        return _tail_figures(words[at].bare)
    if at + 1 == len(words) and number_word(words, at) in LAST_DIGITS:
        return [_Tail(LAST_DIGITS[words[at].bare], 1)]
    if at + 2 == len(words) and words[at + 1].bare == "nam" and digit_at(words, at) is not None:
        # "5 triệu một năm": how long, and no fifteen.
        return []
    return [
        _Tail(part.value, part.places, part.halves)
        for part in parts_at(words, at)
        if part.end == len(words)
    ]


def _tail_figures(text: str) -> list[_Tail]:
    if len(text) <= 3 and text.isdecimal():
        if text.startswith("0"):
            # "1tr05": the zero says which place is meant.
            return [_Tail(int(text.ljust(3, "0")), 3)]
        return [_Tail(int(text), len(text), figures=True)]
    return [_Tail(each.thousandths // 1000, 9) for each in figures(text) if not each.decimal]
