"""A rule of reading aloud: what is written so is said so."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """Wherever `pattern` stands, `said` gives what is said instead."""

    pattern: re.Pattern[str]
    said: Callable[[re.Match[str]], str]


def rule(pattern: str, said: Callable[[re.Match[str]], str] | str) -> Rule:
    """A rule; `said` may be the words themselves."""
    if isinstance(said, str):
        return Rule(re.compile(pattern, re.MULTILINE), lambda found: said)
    return Rule(re.compile(pattern, re.MULTILINE), said)


def said_by(rules: Iterable[Rule], text: str) -> str:
    """The text after all rules, one after another."""
    for each in rules:
        text = each.pattern.sub(each.said, text)
    return text


# What figures look like, whatever the language they stand in: dots between thousands, a comma
# before the part, phone numbers in groups, codes in capitals.
WHOLE = r"\d{1,3}(?:\.\d{3})+(?!\d)|\d+"
DECIMAL = rf"(?<![\w.,])({WHOLE}),(\d+)(?![\w,])"
PHONE = r"(?<![\w.])(?:\+84[ .-]?|0)\d{2,3}(?:[ .-]?\d{3,4}){2}(?![\w-])"
DAY = r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])"
MONTH = r"(?<![\d/])(\d{1,2})/(\d{4})(?![\d/])"
CLOCK = r"(?<![\d:])(\d{1,2})[:hH](\d{2})(?![\d:])"
RANGE = r"(?<=\d)[ \t]*[–—-][ \t]*(?=\d)"
MINUS = r"(?<![\w.,])[-−](?=\d)"
EMERGENCY = r"((?:gọi|số|[Cc]all|[Pp]hone)(?: ngay| số| number)? )(11[1-5])(?![\d.,/]\d|\d)"
LISTED = r"^[ \t]*(\d{1,2})\.[ \t]+"
CODE = (
    r"\b(?=[A-Z0-9-]*[A-Z])(?=[A-Z0-9-]*\d)[A-Z0-9]{2,}(?:-[A-Z0-9]+)*\b"
    r"|\b[A-Z]{4}-?[A-Z]{4}\b"
)
LONGEST_NUMBER_DIGITS = 15


def figures(text: str) -> str:
    """The figures alone."""
    return "".join(sign for sign in text if sign.isdecimal())


def groups(phone: str) -> list[str]:
    """A phone number as it is said: the first four figures, then three and three."""
    digits = figures(phone.replace("+84", "0", 1))
    rest = digits[4:]
    return [digits[:4], *(rest[at : at + 3] for at in range(0, len(rest), 3))]


def is_day(day: str, month: str) -> bool:
    """Whether there can be such a day."""
    return 1 <= int(day) <= 31 and 1 <= int(month) <= 12
