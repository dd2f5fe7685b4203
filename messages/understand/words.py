"""Typed text as words: each as it was written (in lower case) and without its diacritics."""

import re
from typing import NamedTuple

from messages.understand.plain import plain, without_marks

MOST_WORDS = 40
"""A message with more words than this is a story, not an answer."""


class Word(NamedTuple):
    """A word, a number with its separators, or one sign."""

    raw: str
    bare: str


# A number keeps the signs inside it: 1.500.000, 15/3/1952, 8:30, 50-100.
_PIECE = re.compile(r"[0-9]+(?:[.,/:-][0-9]+)*|[^\W\d_]+|[^\s]")
# Signs that mean nothing in an answer: quotation marks, exclamations, questions, stars.
_SILENT = frozenset("\"'“”‘’«»!?…*_~`^|\u20e3")
SEPARATORS = frozenset(".,;:()[]-–—")
_OWN_MEANING = frozenset("+-−%/=<>#@&$€£¥₫\\") | SEPARATORS


def words_of(text: str) -> list[Word]:
    """The words, numbers and telling signs of a text, in order; silent signs are left out."""
    return words_of_plain(plain(text))


def words_of_plain(text: str) -> list[Word]:
    """As words_of, of a text that has been through `plain`."""
    lower = text.lower()
    if not lower.isascii():
        return [_word(piece) for piece in _PIECE.findall(lower) if not _is_silent(piece)]
    return [Word(piece, piece) for piece in _PIECE.findall(lower) if piece not in _SILENT]


def listed(words: str) -> tuple[str, ...]:
    """The words of a list that is written as one line."""
    return tuple(words.split())


def is_number(word: Word) -> bool:
    """Whether it begins with a digit."""
    return "0" <= word.bare[:1] <= "9"


def has_marks(words: list[Word]) -> bool:
    """Whether the writer used diacritics anywhere: then a word without them is meant without."""
    return any(word.raw != word.bare for word in words)


def without_separators(words: list[Word]) -> list[Word]:
    """The words without commas, full stops, dashes and brackets between them."""
    return [word for word in words if word.bare not in SEPARATORS]


def _word(piece: str) -> Word:
    return Word(piece, without_marks(piece) or piece)


def _is_silent(piece: str) -> bool:
    if len(piece) > 1 or piece in _OWN_MEANING or piece.isalnum():
        return False
    return piece in _SILENT or not piece.isascii()
