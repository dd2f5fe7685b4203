"""Typed text in one form: the same letters however a phone wrote them."""

import re
import unicodedata

LONGEST_TEXT = 4096

_SPACES = re.compile(r"\s+")
# A letter with more marks than any language writes is a prank, and slow to put in order.
_TOO_MANY_MARKS = re.compile(r"([\u0300-\u036f]{4})[\u0300-\u036f]+")
_INVISIBLE = {"Cc", "Cf", "Cs", "Co"}
_ENDS = " \t.,;:!?…\"'“”‘’«»()[]{}*_~`-–—|/\\"
_VOWELS = "aăâeêioôơuưy"
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def plain(text: str) -> str:
    """The text in NFC, at most 4,096 characters, on one line, with single spaces.

    Zero-width, control and direction marks and lone surrogates are gone, full-width forms are
    ordinary letters and digits, and digits of any script are 0 to 9. Never raises.
    """
    text = text[:LONGEST_TEXT]
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    text = _TOO_MANY_MARKS.sub(r"\1", text.translate(_FOLDED))
    text = unicodedata.normalize("NFC", text)
    return _SPACES.sub(" ", text).strip()[:LONGEST_TEXT].strip()


def bare(text: str) -> str:
    """Lower case, without diacritics (đ is d), without punctuation at the ends. Never raises."""
    return without_marks(plain(text).lower()).strip(_ENDS)


def without_marks(lower: str) -> str:
    """Lower-case text without its diacritics; đ becomes d."""
    if lower.isascii():
        return lower
    lower = lower.translate(_BARE_LETTERS)
    if lower.isascii():
        return lower
    apart = unicodedata.normalize("NFD", lower)
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


class _Folding(dict[int, str | None]):
    """Character by character, decided once for each character that turns up."""

    def __missing__(self, code: int) -> str | None:
        folded = _fold(chr(code))
        if len(self) < 10_000:
            self[code] = folded
        return folded


def _fold(sign: str) -> str | None:
    if sign.isspace():
        return " "
    if unicodedata.category(sign) in _INVISIBLE:
        return None
    digit = unicodedata.decimal(sign, None)
    if digit is not None:
        return str(digit)
    if "\uff01" <= sign <= "\uff5e":
        return chr(ord(sign) - 0xFEE0)
    return sign


def _bare_letters() -> dict[int, str]:
    """Each Vietnamese lower-case letter with marks, composed, and the letter under it."""
    composed = {
        ord(unicodedata.normalize("NFC", vowel + tone)): unicodedata.normalize("NFD", vowel)[0]
        for vowel in _VOWELS
        for tone in ("", *_TONES)
    }
    return {code: letter for code, letter in composed.items() if code > 127} | {ord("đ"): "d"}


_FOLDED = _Folding()
_BARE_LETTERS = _bare_letters()
