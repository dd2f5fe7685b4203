"""Vietnamese number words up to 999, in every way they are said, with every way to read them.

The grammar is ambiguous on purpose: each function gives all the readings that begin at a word, so
that a caller finds out by itself when two careful speakers could differ ("hai trăm năm": 250, 205).
"""

from typing import NamedTuple

from messages.understand.words import Word, is_number

DIGITS = {
    "khong": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8,
    "chin": 9,
}  # fmt: skip
# Only after tens, hundreds or a scale: hai mươi mốt, ba tư, bốn lăm, chín nhăm.
LAST_DIGITS = DIGITS | {"tu": 4, "lam": 5, "nham": 5}
_ONLY_LAST = {"tu": 4, "lam": 5, "nham": 5}
_TENS_WORDS = {"muoi", "chuc"}
_SHORT_TENS = {"ham": 20, "bam": 30}
_AND = {"linh", "le"}
HALF_MORE = "ruoi"

# Other words that lose their marks to a number word; with their marks they are no numbers.
NOT_NUMBERS = {
    "bà", "bá", "bả", "sau", "sâu", "tạm", "từ", "tự", "làm", "lắm", "bấm", "bám", "bẩm", "nấm",
    "nằm", "hại", "hái", "lê", "lễ", "bày", "tâm", "tầm", "tấm", "hàm",
}  # fmt: skip
NUMBER_WORDS = frozenset(
    {*LAST_DIGITS, *_TENS_WORDS, *_SHORT_TENS, *_AND, HALF_MORE, "tram", "nua", "van"}
)


class Part(NamedTuple):
    """A number that was read: its value, where the next word is, and how many places it filled.

    Three places: said in full ("không trăm linh năm", "250"); two: tens; one: a single digit.
    `halves` counts halves of the last unit said ("trăm rưỡi" is 150 already, "hai rưỡi" 2 and 1).
    """

    value: int
    end: int
    places: int
    halves: int = 0


def number_word(words: list[Word], at: int) -> str:
    """The bare word at this place if it may be part of a number, else nothing."""
    if at >= len(words):
        return ""
    word = words[at]
    if word.raw in NOT_NUMBERS and not (word.raw == "sau" and _written_bare(words)):
        return ""
    return word.bare


def parts_at(words: list[Word], at: int) -> list[Part]:
    """Every reading of a number from 0 to 999 that begins at this word, the likeliest first."""
    return [*_hundreds(words, at), *below_hundred(words, at)]


def below_hundred(words: list[Word], at: int) -> list[Part]:
    """Every reading of a number from 0 to 99 that begins at this word."""
    first = number_word(words, at)
    if first in _SHORT_TENS:
        last = LAST_DIGITS.get(number_word(words, at + 1))
        return [Part(_SHORT_TENS[first] + last, at + 2, 2)] if last else []
    if first in _TENS_WORDS:
        # "mươi" begins no number: only "mười" does.
        return [] if words[at].raw == "mươi" else _after_tens(words, at + 1, 10)
    digit = digit_at(words, at)
    if digit is None:
        return []
    if digit and number_word(words, at + 1) in _TENS_WORDS:
        return _after_tens(words, at + 2, 10 * digit)
    return [*_two_digits(words, at, digit), Part(digit, at + 1, 1), *_and_half(words, at, digit)]


def digit_at(words: list[Word], at: int) -> int | None:
    """A single digit at this place, as a word or as a figure."""
    word = number_word(words, at)
    if word == "mot" and words[at].raw == "mốt":
        return None
    if len(word) == 1 and "0" <= word <= "9":
        return int(word)
    return DIGITS.get(word)


def whole_numbers(words: list[Word]) -> list[int]:
    """Every way to read all these words as one whole number up to 999; figures as they are."""
    if len(words) == 1 and is_number(words[0]) and words[0].bare.isdecimal():
        return [int(words[0].bare)] if len(words[0].bare) <= 4 else []
    found = (part for part in parts_at(words, 0) if part.end == len(words) and not part.halves)
    return list(dict.fromkeys(part.value for part in found))


def _written_bare(words: list[Word]) -> bool:
    return all(word.raw == word.bare for word in words)


def _two_digits(words: list[Word], at: int, digit: int) -> list[Part]:
    """bốn tám: 48; ba mốt: 31; bốn lăm: 45. A figure is never glued to another one."""
    word = number_word(words, at + 1)
    last = LAST_DIGITS.get(word)
    if not digit or not last:
        return []
    if number_word(words, at + 2) in _TENS_WORDS and word not in _ONLY_LAST:
        # "năm sáu chục": fifty or sixty.
        return [Part(10 * each, at + 3, 2) for each in (digit, last)]
    found = [Part(10 * digit + last, at + 2, 2)]
    if last == digit + 1 and word not in _ONLY_LAST:
        # "hai ba" is also "two or three".
        found += [Part(digit, at + 2, 1), Part(last, at + 2, 1)]
    return found


def _and_half(words: list[Word], at: int, digit: int) -> list[Part]:
    if number_word(words, at + 1) != HALF_MORE:
        return []
    return [Part(digit, at + 2, 1, halves=1)]


def _after_tens(words: list[Word], at: int, tens: int) -> list[Part]:
    word = number_word(words, at)
    last = LAST_DIGITS.get(word) or digit_at(words, at)
    found = [Part(tens, at, 2)]
    if last:
        found.insert(0, Part(tens + last, at + 1, 2))
    if word == HALF_MORE and number_word(words, at - 1) == "chuc":
        found.insert(0, Part(tens + 5, at + 1, 2))
    return found


def _hundreds(words: list[Word], at: int) -> list[Part]:
    if number_word(words, at) == "tram":
        return _after_hundreds(words, at + 1, 100)
    digit = digit_at(words, at)
    if digit is not None and number_word(words, at + 1) == "tram":
        return _after_hundreds(words, at + 2, 100 * digit)
    between = _two_digits(words, at, digit) if digit else []
    if between and number_word(words, at + 2) == "tram":
        # "hai ba trăm": two or three hundred.
        return [Part(100 * part.value, at + 3, 3) for part in between if part.places == 1]
    return []


def _after_hundreds(words: list[Word], at: int, hundreds: int) -> list[Part]:
    word = number_word(words, at)
    found: list[Part] = []
    if word == HALF_MORE:
        found.append(Part(hundreds + 50, at + 1, 3))
    elif word in _AND:
        last = LAST_DIGITS.get(number_word(words, at + 1)) or digit_at(words, at + 1)
        found += [Part(hundreds + last, at + 2, 3)] if last else []
    elif len(word) == 2 and word.isdecimal() and word.isascii():
        found.append(Part(hundreds + int(word), at + 1, 3))
    else:
        found += _tens_after_hundreds(words, at, hundreds)
    return [*found, Part(hundreds, at, 3)]


def _tens_after_hundreds(words: list[Word], at: int, hundreds: int) -> list[Part]:
    found = [
        Part(hundreds + part.value, part.end, 3)
        for part in below_hundred(words, at)
        if part.places == 2 and not part.halves
    ]
    word = number_word(words, at)
    last = LAST_DIGITS.get(word) or digit_at(words, at)
    if last and hundreds:
        # "trăm hai" is 120; "hai trăm năm" may be meant as 205 by who leaves "linh" out.
        found.append(Part(hundreds + 10 * last, at + 1, 3))
        if number_word(words, at + 1) == HALF_MORE:
            found.append(Part(hundreds + 10 * last + 5, at + 2, 3))
        if word not in _ONLY_LAST:
            found.append(Part(hundreds + last, at + 1, 3))
    return found
