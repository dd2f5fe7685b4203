"""How an English voice says figures, days, hours, phone numbers and codes."""

import re

from messages.speech.rules import (
    CLOCK,
    CODE,
    DAY,
    DECIMAL,
    EMERGENCY,
    LISTED,
    LONGEST_NUMBER_DIGITS,
    MINUS,
    MONTH,
    PHONE,
    RANGE,
    WHOLE,
    figures,
    groups,
    is_day,
    rule,
)
from messages.understand.spell import in_words_en

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_IRREGULAR = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def number(text: str) -> str:
    """A whole number, with or without dots; one that begins with 0 is said figure by figure."""
    digits = figures(text)
    if len(digits) > LONGEST_NUMBER_DIGITS or (digits.startswith("0") and len(digits) > 1):
        return one_by_one(digits)
    return in_words_en(int(digits))


def one_by_one(digits: str) -> str:
    """Figure by figure."""
    return " ".join(in_words_en(int(each)) for each in digits)


def ordinal(value: int) -> str:
    """21 is "twenty-first"."""
    words = in_words_en(value)
    head, joint, last = words.rpartition("-")
    if last in _IRREGULAR:
        return f"{head}{joint}{_IRREGULAR[last]}"
    return f"{words[:-1]}ieth" if words.endswith("y") else f"{words}th"


def year(text: str) -> str:
    """1952 is "nineteen fifty-two", 2026 "twenty twenty-six", 2005 "two thousand and five"."""
    first, last = int(text[:2]), int(text[2:])
    if last < 10 and first % 10 == 0:
        return in_words_en(int(text))
    if not last:
        return f"{in_words_en(first)} hundred"
    return f"{in_words_en(first)} {'oh ' if last < 10 else ''}{in_words_en(last)}"


def _decimal(found: re.Match[str]) -> str:
    return f"{number(found[1])} point {one_by_one(found[2])}"


def _day(found: re.Match[str]) -> str:
    day, month = found[1], found[2]
    if not is_day(day, month):
        return f"{one_by_one(day)}, {one_by_one(month)}, {number(found[3])}"
    return f"the {ordinal(int(day))} of {_MONTHS[int(month) - 1]} {year(found[3])}"


def _month(found: re.Match[str]) -> str:
    if not is_day("1", found[1]):
        return f"{number(found[1])} of {number(found[2])}"
    return f"{_MONTHS[int(found[1]) - 1]} {year(found[2])}"


def _clock(found: re.Match[str]) -> str:
    hour, minutes = in_words_en(int(found[1])), int(found[2])
    if not minutes:
        return f"{hour} o'clock"
    return f"{hour} {'oh ' if minutes < 10 else ''}{in_words_en(minutes)}"


def _code(found: re.Match[str]) -> str:
    parts = [each for each in re.split(r"-|(?<=^.{4})(?=.{4}$)", found[0]) if each]
    spelled = (
        " ".join(sign if sign.isalpha() else in_words_en(int(sign)) for sign in part)
        for part in parts
    )
    return ", ".join(spelled)


RULES = (
    # The sum in words behind the same sum in figures is what is said anyway.
    rule(rf"((?:{WHOLE}) đồng) \([^()\d]+ đồng\)", lambda found: found[1]),
    rule(PHONE, lambda found: ", ".join(one_by_one(each) for each in groups(found[0]))),
    rule(EMERGENCY, lambda found: found[1] + one_by_one(found[2])),
    rule(CODE, _code),
    rule(LISTED, lambda found: f"Number {number(found[1])}: "),
    rule(DAY, _day),
    rule(MONTH, _month),
    rule(
        r"(?<![\d/])(\d{1,3})/(\d{1,3})(?![\d/])",
        lambda found: f"{number(found[1])} of {number(found[2])}",
    ),
    rule(CLOCK, _clock),
    rule(RANGE, " to "),
    rule(MINUS, "minus "),
    rule(r"(?<=\d)\s*(?:đ|₫|VNĐ|VND|vnđ|vnd)(?!\w)", " dong"),
    rule(r"(?<!\w)đồng(?!\w)", "dong"),
    rule(r"(?<=\d)\s*[kK](?!\w)", " thousand"),
    rule(DECIMAL, _decimal),
    rule(r"(?<![\w.,])(?:19|20)\d{2}(?![\w.]\d|,\d|\w)", lambda found: year(found[0])),
    rule(WHOLE, lambda found: f" {number(found[0])} "),
    rule(r"\s*%", " percent"),
    rule(r"[ \t]*/[ \t]*", " or "),
    rule(r"[ \t]*&[ \t]*", " and "),
    rule(r"[ \t]*\+[ \t]*", " plus "),
    rule(r"[ \t]*=[ \t]*", " equals "),
    rule(r"[ \t]*×[ \t]*", " times "),
)
